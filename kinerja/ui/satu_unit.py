"""*Satu halaman satu unit*: five things of one unit and period side by side, on one screen and one printed page."""

from __future__ import annotations

from collections import Counter
from math import isnan

import pandas as pd
import streamlit as st

from kinerja.charts.adopsi import bars_predikat
from kinerja.charts.jp import ARAH, BarisJp, bars_jp
from kinerja.charts.theme import warna_predikat
from kinerja.domain.indikator import Indikator
from kinerja.domain.predikat import LABEL, PREDIKAT, Predikat, tentukan_predikat
from kinerja.i18n import format as tulis
from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import Baris
from kinerja.kalimat.kepatuhan import sentence_adopsi
from kinerja.ui import ambil, gambar, kartu, kelompok_asn, kepatuhan, sumber, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.kelompok_asn import SEMUA
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.pelatihan import arah_pns, hari_akhir
from kinerja.ui.sumber import Dua
from kinerja.ui.teks import t

_TEMPAT = (("kunjungan_rawat_jalan",), ("ikm",))
_GANTI = ("capaian_skp", "ketepatan_skp")
"""What stands in a place whose own indikator the unit does not report."""
_GAYA = """
.st-key-satu_unit [data-testid="stMetric"], .st-key-satu_unit [data-testid="stMetric"] > div {
  border: none !important; padding: 0 !important; }
@media print {
  @page { size: A4 landscape; margin: 9mm; }
  [data-testid="stSidebar"], [data-testid="stHeader"], .st-key-tindakan { display: none !important; }
  [data-testid="stMainBlockContainer"] { padding: 0 !important; max-width: none !important; zoom: 0.72; }
  html, body, #root, #root > div, [data-testid="stApp"], [data-testid="stMain"], [data-testid="stAppViewContainer"],
  .stApp > div { position: static !important; overflow: visible !important; height: auto !important; }
  .st-key-satu_unit [data-testid="stHorizontalBlock"] { display: flex !important; flex-wrap: nowrap !important; }
  .st-key-satu_unit [data-testid="stColumn"] { min-width: 0 !important; width: auto !important; }
}"""


def tampil(lk: Lingkup) -> None:
    """Two rows of cards, and under them the one sentence that belongs to looking at things side by side."""
    st.html(f"<style>{_GAYA}</style>")
    with st.container(key="satu_unit"):
        atas = st.columns([4, 3, 3])
        with atas[0]:
            _predikat(lk)
        _indikator(lk, atas[1:])
        bawah = st.columns([4, 6])
        with bawah[0]:
            _jp(lk)
        with bawah[1]:
            _adopsi(lk)
        st.caption(t(lk, "dukungan.bukan_sebab", unit=lk.isi.pohon.nama(lk.unit)))


def _predikat(lk: Lingkup) -> None:
    """The five predikat, recomputed from the two ratings; hidden where few people are behind them."""
    periode, sebut = kelompok_asn.putaran(lk)
    df = sumber_asn.sebaran(lk.akses, lk.isi, {SEMUA: kelompok_asn.semua_unit(lk)}, periode)
    jumlah = hitung_predikat(df)
    n = sum(jumlah.values())
    with gambar.kartu("predikat", t(lk, "dukungan.predikat_judul"), sebut):
        if not n:
            tertutup = bool(len(df) and df["disembunyikan"].any())
            st.markdown(t(lk, "dukungan.predikat_tertutup" if tertutup else "dukungan.predikat_kosong"))
            return
        isi = [(LABEL[p].split("/")[0], jumlah[p], _orang(lk, jumlah[p], n)) for p in PREDIKAT]
        warna = [warna_predikat(gambar.tema(lk), p) for p in PREDIKAT]
        alt = t(lk, "dukungan.predikat_alt", isi=", ".join(f"{nama} {k}" for nama, _, k in isi))
        gambar.lukis("g_predikat", bars_predikat(isi, bahasa=lk.bahasa, tema=gambar.tema(lk), warna=warna), lk, alt)


def hitung_predikat(df: pd.DataFrame) -> Counter[Predikat]:
    """People by predikat from rows of ``shapes.SEBARAN``."""
    jumlah: Counter[Predikat] = Counter()
    for hasil, perilaku, n in zip(df["hasil_kerja"].tolist(), df["perilaku"].tolist(), df["n"].tolist(), strict=True):
        if n:
            jumlah[tentukan_predikat(hasil, perilaku)] += n
    return jumlah


def _orang(lk: Lingkup, ada: int, n: int) -> str:
    return f"{tulis.angka(ada, 0, lk.bahasa)} ({tulis.persen(100 * ada / n, lk.bahasa, 0)})"


def _indikator(lk: Lingkup, wadah: list[st.delta_generator.DeltaGenerator]) -> None:
    """Visits and IKM with target, change and months; in their place what the unit has, and why."""
    dipilih: list[tuple[str | None, str]] = []
    for calon in _TEMPAT:
        dipilih.append(_pilih(lk, calon, [k for k, _ in dipilih if k]))
    ada = [registri()[k] for k, _ in dipilih if k]
    pasangan = [((i.kode,), lk.periode_untuk(i), lk.pembanding_untuk(i)) for i in ada]
    dua = sumber.dua(lk.akses, lk.isi, [lk.unit], pasangan) if ada else None
    deret = ambil.deret(lk, [i.kode for i in ada], [lk.unit], bulan=12) if ada else None
    for w, (kode, asal) in zip(wadah, dipilih, strict=True):
        with w, st.container(border=True, key=f"kartu_tempat_{kode or asal}", height="stretch"):
            if kode is None or dua is None or deret is None:
                st.subheader(polos(registri()[asal].nama.dalam(lk.bahasa)), anchor=False)
                st.markdown(t(lk, "dukungan.tidak_ada"))
            else:
                _satu(lk, registri()[kode], asal, dua, deret)


def _pilih(lk: Lingkup, calon: tuple[str, ...], dipakai: list[str]) -> tuple[str | None, str]:
    """The indikator for one place, and the one that is missing there ('' for none)."""
    for kode in (*calon, *_GANTI):
        if kode in registri() and kode not in dipakai and lk.unit in lk.isi.pohon.berdata.get(kode, ()):
            return kode, "" if kode in calon else calon[0]
    return None, calon[0]


def _satu(lk: Lingkup, ind: Indikator, asal: str, dua: Dua, deret: pd.DataFrame) -> None:
    kini, dulu = dua.satu(ind.kode, lk.unit)
    if kini is None or isnan(kini.realisasi):
        st.subheader(polos(ind.nama.dalam(lk.bahasa)), anchor=False)
        st.markdown(t(lk, kini.alasan if kini else "dukungan.tidak_ada"))
    else:
        kartu.kartu_indikator(lk, ind, kini, dulu, ambil.satu(deret, ind.kode, lk.unit))
    selang = "" if kini is None else _selang(lk, ind, ambil.satu(dua.kini, ind.kode, lk.unit), kini)
    ganti = t(lk, "dukungan.ganti", asal=registri()[asal].nama.dalam(lk.bahasa)) if asal else ""
    if selang or ganti:
        st.caption("  \n".join(polos(x) for x in (selang, ganti) if x))


def _selang(lk: Lingkup, ind: Indikator, df: pd.DataFrame, kini: Baris) -> str:
    """Interval and n of a figure that has them; few answers are hidden already."""
    bawah, atas, n = df["bawah"].iloc[0], df["atas"].iloc[0], df["n"].iloc[0]
    if isnan(kini.realisasi) or isnan(bawah) or pd.isna(n):
        return ""
    isi = {k: tulis.angka(float(v), ind.desimal, lk.bahasa) for k, v in (("bawah", bawah), ("atas", atas))}
    return t(lk, f"dukungan.selang_{ind.n_arti}", n=tulis.angka(int(n), 0, lk.bahasa), **isi)


def _jp(lk: Lingkup) -> None:
    kel = {SEMUA: kelompok_asn.semua_unit(lk)}
    df = sumber_asn.jp_sebaran(lk.akses, lk.isi, kel, lk.periode.tahun, lk.periode.sampai)
    tanggal = tulis.tanggal(hari_akhir(lk), lk.bahasa)
    with gambar.kartu("jp_ringkas", t(lk, "dukungan.jp_judul"), t(lk, "dukungan.jp_sampai", tanggal=tanggal)):
        pns, pppk = df[df["status"] == "PNS"], df[df["status"] == "PPPK"]
        if df.empty:
            st.markdown(t(lk, "dukungan.tanpa_pegawai"))
            return
        if len(pns):
            _jp_pns(lk, pns)
        if len(pppk):
            st.caption(polos(_jp_pppk(lk, pppk)))


def _jp_pns(lk: Lingkup, df: pd.DataFrame) -> None:
    if df["disembunyikan"].any():
        st.markdown(t(lk, "dukungan.tertutup_pns"))
        return
    hari, c = hari_akhir(lk), Counter[str]()
    for jp, mulai, n in zip(*(df[k].tolist() for k in ("jp", "mulai", "pegawai")), strict=True):
        c[arah_pns(jp, mulai, hari)] += n
    nama = t(lk, "dukungan.pns", n=tulis.angka(c.total(), 0, lk.bahasa))
    kata = " · ".join(f"{t(lk, f'dukungan.arah_{a}')}: {tulis.angka(c[a], 0, lk.bahasa)}" for a in ARAH if c[a])
    baris = BarisJp(lk.unit, nama, c.total(), tuple(c[a] for a in ARAH), tertutup=False)
    fig = bars_jp([baris], bahasa=lk.bahasa, tema=gambar.tema(lk), sempit=True, ringkas=True)
    gambar.lukis("g_jp_ringkas", fig, lk, kata)
    st.markdown(polos(kata))


def _jp_pppk(lk: Lingkup, df: pd.DataFrame) -> str:
    if df["disembunyikan"].any():
        return t(lk, "dukungan.pppk_tertutup")
    n = int(df["pegawai"].sum())
    rata = float((df["jp"] * df["pegawai"]).sum()) / n
    return t(lk, "dukungan.pppk_ringkas", n=tulis.angka(n, 0, lk.bahasa), rata=tulis.angka(rata, 1, lk.bahasa))


def _adopsi(lk: Lingkup) -> None:
    kel = kelompok_asn.kelompok(lk)
    isi = kepatuhan.baca(lk, kel).get(SEMUA, {})
    judul = sentence_adopsi(isi, lk.periode.sampai, tulis.bulan(lk.periode.sampai, lk.bahasa), lk.bahasa)
    with gambar.kartu("adopsi", t(lk, "dukungan.kepatuhan_judul"), judul.dalam(lk.bahasa)):
        if isi:
            kepatuhan.kurva(lk, isi, tinggi=96, ringkas=True)
