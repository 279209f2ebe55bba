"""*Kalibrasi*: ratings beside results for moderators. Material for a talk, in the order of the units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import isnan

import pandas as pd
import streamlit as st

from kinerja.charts.kalibrasi import Titik, alt_dots_kalibrasi, dots_kalibrasi
from kinerja.charts.tulis import singkat
from kinerja.domain.predikat import PREDIKAT, tentukan_predikat
from kinerja.i18n import format as tulis
from kinerja.kalimat.penilaian import sentence_kalibrasi, sentence_uji
from kinerja.metode.kalibrasi import (
    MIN_ORANG,
    BandingPenilai,
    BandingUnit,
    bandingkan_penilai,
    bandingkan_unit,
    tersarang,
)
from kinerja.ui import catat, gambar, penilaian, samaran, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.samaran import Tirai
from kinerja.ui.teks import t

MENURUT = ("penilai", "unit")
_ANGKA = ("n", "hasil", "hasil_kuadrat", "butir", "tercapai")
_LUAR = "LUAR"


def tampil(lk: Lingkup) -> None:
    """Warning first, then the comparison, what to talk about, and the test between units."""
    periode, sebut = penilaian.periode_nilai(lk)
    st.markdown(polos(penilaian.sebut_masa(lk, periode, sebut)))
    if not lk.akses.dikenal:
        st.info(t(lk, "penilaian.tanpa_akun"))
        return
    df = sumber_asn.kalibrasi(lk.akses, lk.isi, periode)
    if df.empty:
        st.markdown(t(lk, "kalibrasi.kosong"))
        return
    catat.jejak(lk, "lihat", unit=lk.isi.pohon.akar, rincian=periode.kode)
    nilai = sumber_asn.nilai(lk.akses, lk.isi, list(lk.isi.pohon.units), periode)
    with st.container(key="tenang", gap="small"):
        st.markdown(polos(t(lk, "kalibrasi.bahan")))
        if tersarang(nilai["pegawai"].tolist(), nilai["penilai"].tolist()):
            st.markdown(polos(t(lk, "kalibrasi.tersarang")))
    asal = dict(zip(nilai["pegawai"], nilai["unit"], strict=True))
    semua = kelompokkan(df, "penilai", list(lk.isi.pohon.units), asal)  # numbers of masked people follow this order
    penilai = dict(zip(semua["kode"], semua["tempat"], strict=True))
    tirai = samaran.pasang(lk, "kalibrasi", {p: u for p, u in penilai.items() if p != _LUAR})
    _banding(lk, df, asal, _menurut(lk), tirai)
    _uji(lk, nilai)


def _menurut(lk: Lingkup) -> str:
    pilihan = st.segmented_control(
        t(lk, "kalibrasi.menurut"),
        MENURUT,
        format_func=lambda m: t(lk, f"kalibrasi.menurut_{m}"),
        default=MENURUT[0],
        required=True,
        key="kalibrasi_menurut",
        persist_state="session",
    )
    return str(pilihan or MENURUT[0])


def kelompokkan(df: pd.DataFrame, menurut: str, urut: Sequence[str], asal: Mapping[str, str]) -> pd.DataFrame:
    """Sums of each rater or unit (column ``kode``), in the order of the units.

    ``asal``: rater → own unit; of others the unit that most of the people are in. It stands in column ``tempat``.
    """
    kode = "penilai" if menurut == "penilai" else "unit"
    jumlah = df.groupby(kode)[list(_ANGKA)].sum()
    utama = df.sort_values("n", ascending=False, kind="stable").drop_duplicates(kode).set_index(kode)
    tempat = utama["unit" if kode == "penilai" else "penilai"].rename("tempat")
    hasil = jumlah.join(tempat).rename_axis("kode").reset_index()
    hasil["tempat"] = [asal.get(k, u) for k, u in zip(hasil["kode"], hasil["tempat"], strict=True)]
    letak = hasil["tempat" if kode == "penilai" else "kode"].map({u: n for n, u in enumerate(urut)})
    rapi: pd.DataFrame = hasil.assign(letak=letak).sort_values(["letak", "kode"], kind="stable")
    return rapi.reset_index(drop=True)


def bandingkan(kelompok: pd.DataFrame) -> BandingPenilai:
    """The groups compared by their ratings of hasil kerja."""
    return _bandingkan(tuple(kelompok[list(_ANGKA)].itertuples(index=False, name=None)))


@lru_cache(maxsize=64)
def _bandingkan(angka: tuple[tuple[int, ...], ...]) -> BandingPenilai:
    """Kept, because each group is held against all others: the same sums give the same answer."""
    df = pd.DataFrame(angka, columns=list(_ANGKA))
    return bandingkan_penilai(*(df[k].to_numpy(dtype="int64") for k in _ANGKA))


@lru_cache(maxsize=64)
def _uji_unit(tabel: tuple[tuple[int, ...], ...]) -> BandingUnit:
    """Kept, because it simulates thousands of tables: the same table gives the same answer."""
    return bandingkan_unit(pd.DataFrame(tabel).to_numpy(dtype="int64"))


def susun_titik(lk: Lingkup, kelompok: pd.DataFrame, hasil: BandingPenilai, menurut: str, tirai: Tirai) -> list[Titik]:
    """One entry a group; those that are too small keep their place without figures."""
    tempat = zip(kelompok["kode"], kelompok["tempat"], strict=True)
    nama = [lk.isi.pohon.nama(k) if menurut == "unit" else _penilai(lk, k, u, tirai) for k, u in tempat]
    larik = (hasil.rerata, hasil.susut, hasil.bawah, hasil.atas, 100 * hasil.hasil)
    kolom = (kelompok["kode"].tolist(), nama, kelompok["n"].tolist(), *(a.tolist() for a in larik), hasil.vonis)
    semua = [Titik._make(satu) for satu in zip(*kolom, strict=True)]
    return [s._replace(hasil=float("nan"), rerata=float("nan")) if isnan(s.susut) else s for s in semua]


def _penilai(lk: Lingkup, kode: str, unit: str, tirai: Tirai) -> str:
    if kode == _LUAR:
        return t(lk, "kalibrasi.penilai_luar")
    orang, nama = tirai.orang(lk, kode), lk.isi.pohon.nama(unit)
    if tirai.aktif:
        return orang
    return f"{orang} {singkat(nama)}" if lk.sempit else f"{nama} · {orang}"


def _banding(lk: Lingkup, df: pd.DataFrame, asal: Mapping[str, str], menurut: str, tirai: Tirai) -> None:
    kelompok = kelompokkan(df, menurut, list(lk.isi.pohon.units), asal)
    hasil = bandingkan(kelompok)
    titik = susun_titik(lk, kelompok, hasil, menurut, tirai)
    tampak = [s for s in titik if s.n >= MIN_ORANG] if menurut == "penilai" else titik
    dibanding = sum(not isnan(s.susut) for s in titik)
    judul = sentence_kalibrasi(hasil.vonis, dibanding, hasil.alasan).dalam(lk.bahasa)
    with gambar.kartu("kalibrasi", judul, t(lk, "kalibrasi.baca")):
        if hasil.alasan:
            return
        fig = dots_kalibrasi(tampak, hasil.mu, bahasa=lk.bahasa, tema=gambar.tema(lk), sempit=lk.sempit)
        gambar.lukis(f"g_kalibrasi_{menurut}", fig, lk, f"{judul}. {alt_dots_kalibrasi(titik, bahasa=lk.bahasa)}")
        _bahas(lk, titik, hasil.mu)
        _tabel(lk, tampak)


def _bahas(lk: Lingkup, titik: Sequence[Titik], mu: float) -> None:
    """Those that stand apart, with every number behind it; nothing is said where there are none."""
    baris = []
    for s in titik:
        if s.vonis != "tak_dapat_dibedakan":
            vonis = t(lk, f"kalibrasi.vonis.{s.vonis}")
            baris.append(polos(t(lk, "kalibrasi.bahas_baris", **{**_kata(lk, s, mu), "vonis": vonis})))
    if baris:
        st.markdown(f"**{t(lk, 'kalibrasi.bahas')}**\n" + "\n".join(f"- {b}" for b in baris))


def _kata(lk: Lingkup, s: Titik, mu: float) -> dict[str, object]:
    dua = {k: tulis.angka(v, 2, lk.bahasa) for k, v in s._asdict().items() if k in ("rerata", "susut", "bawah", "atas")}
    n, hasil = tulis.angka(s.n, 0, lk.bahasa), tulis.persen(s.hasil, lk.bahasa)
    return {**dua, "nama": s.nama, "n": n, "hasil": hasil, "mu": tulis.angka(mu, 2, lk.bahasa)}


def _tabel(lk: Lingkup, titik: Sequence[Titik]) -> None:
    """The figures in words, folded."""
    kata = [_kata(lk, s, float("nan")) for s in titik]
    isi: dict[str, list[object]] = {k: [b[k] for b in kata] for k in ("nama", "n", "rerata", "susut")}
    isi["selang"] = [
        f"{b['bawah']}–{b['atas']}" if not isnan(s.susut) else tulis.KOSONG for b, s in zip(kata, titik, strict=True)
    ]
    isi["hasil"] = [b["hasil"] for b in kata]
    isi["vonis"] = [
        t(lk, "kalibrasi.sedikit") if isnan(s.susut) else t(lk, f"kalibrasi.vonis.{s.vonis}") for s in titik
    ]
    with st.expander(t(lk, "kalibrasi.tabel"), icon=":material/table_rows:", key="tabel_kalibrasi"):
        nama = {k: t(lk, f"kalibrasi.kolom.{k}") for k in isi}
        kanan = {
            nama[k]: st.column_config.TextColumn(nama[k], alignment="right") for k in isi if k not in ("nama", "vonis")
        }
        st.dataframe(
            pd.DataFrame({nama[k]: v for k, v in isi.items()}), hide_index=True, height="content", column_config=kanan
        )


def tabel_predikat(nilai: pd.DataFrame) -> pd.DataFrame:
    """A row a unit, a column a predikat from Sangat Kurang to Sangat Baik: people."""
    ada = nilai[(nilai["hasil_kerja"] != "") & (nilai["perilaku"] != "")]
    predikat = [tentukan_predikat(h, p) for h, p in zip(ada["hasil_kerja"], ada["perilaku"], strict=True)]
    isi = ada.assign(predikat=predikat).groupby(["unit", "predikat"], sort=True).size().unstack(fill_value=0)
    return isi.reindex(columns=list(reversed(PREDIKAT)), fill_value=0)


def _uji(lk: Lingkup, nilai: pd.DataFrame) -> None:
    uji = _uji_unit(tuple(tabel_predikat(nilai).itertuples(index=False, name=None)))
    k = sentence_uji(uji, lk.bahasa)
    with gambar.kartu("uji", t(lk, "kalibrasi.uji_judul")):
        st.markdown(polos(k.dalam(lk.bahasa)))
        if not uji.alasan:
            st.caption(polos(t(lk, "kalibrasi.uji_rinci", **k.args)))
