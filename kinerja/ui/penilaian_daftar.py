"""*Penilaian ASN*, the list: people of the chosen cell with both ratings, predikat, evidence, line and feedback."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from kinerja.catatan.umpan_balik import keadaan_umpan_balik
from kinerja.charts.tulis import singkat
from kinerja.domain.akses import boleh, boleh_halaman
from kinerja.domain.errors import CatatanError
from kinerja.domain.periode import Periode, bulan_antara, geser_bulan
from kinerja.domain.predikat import EKSPEKTASI, PREDIKAT, Ekspektasi, tentukan_predikat
from kinerja.i18n import format as tulis
from kinerja.kalimat.penilaian import Sel
from kinerja.ui import catat, gambar, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.navigasi import HALAMAN, pergi
from kinerja.ui.penilaian_gambar import pilih_sel, sel_dipilih
from kinerja.ui.samaran import Tirai
from kinerja.ui.teks import t

if TYPE_CHECKING:
    from kinerja.ui.penilaian import Bahan

_SEHALAMAN = 30
_LEBAR = {"unit": 150, "hasil": 80, "perilaku": 76, "predikat": 114, "umpan_balik": 148, "status": 58}
"""Widths in px: everything fits on a laptop while one unit is shown."""
_LEBAR_ORANG, _HURUF_ORANG, _LEBAR_NAMA = 84, 10, 190
"""Width (px) of a code, the letters that fit into it, and the width where there are names."""
_TELEPON = ("asn", "predikat", "hasil", "perilaku", "umpan_balik")
"""What a telephone shows first: the other columns lie to the right."""


def tampil(lk: Lingkup, b: Bahan, tirai: Tirai) -> None:
    """The people of the chosen cell, 30 on a page, and the predikat that were printed otherwise."""
    sel = sel_dipilih()
    df = b.nilai if sel is None else b.nilai[(b.nilai["hasil_kerja"] == sel[0]) & (b.nilai["perilaku"] == sel[1])]
    with gambar.kartu("daftar", _judul(lk, len(df), sel), t(lk, "penilaian.daftar_baca")):
        _pilih(lk, b.jumlah, sel)
        if df.empty:
            st.markdown(t(lk, "penilaian.daftar_kosong"))
            return
        catat.jejak(lk, "lihat", unit=lk.unit, rincian=b.periode.kode)
        banyak = -(-len(df) // _SEHALAMAN)
        ke = st.pagination(banyak, key=f"halaman_asn_{banyak}") if banyak > 1 else 1
        satu = df.iloc[(ke - 1) * _SEHALAMAN : ke * _SEHALAMAN]
        _tabel(lk, b, satu, tirai)
    _beda(lk, df, tirai)


def _judul(lk: Lingkup, n: int, sel: Sel | None) -> str:
    jumlah = tulis.angka(n, 0, lk.bahasa)
    if sel is None:
        return t(lk, "penilaian.daftar_judul", n=jumlah)
    hasil, perilaku = (_ekspektasi(lk, e).lower() for e in sel)
    return t(lk, "penilaian.daftar_judul_sel", n=jumlah, hasil=hasil, perilaku=perilaku)


def _pilih(lk: Lingkup, jumlah: Mapping[Sel, int], sel: Sel | None) -> None:
    """The same choice as a click into the matrix, for keyboards and telephones."""
    kode = {"": t(lk, "penilaian.semua_sel")}
    for h in EKSPEKTASI:
        for p in EKSPEKTASI:
            isi = {"hasil": _ekspektasi(lk, h), "perilaku": _ekspektasi(lk, p)}
            kode[f"{h}|{p}"] = t(lk, "penilaian.sel", **isi, n=tulis.angka(jumlah.get((h, p), 0), 0, lk.bahasa))
    st.session_state["pilih_sel_asn"] = "|".join(sel) if sel else ""
    st.selectbox(
        t(lk, "penilaian.pilih_sel"),
        list(kode),
        format_func=kode.__getitem__,
        key="pilih_sel_asn",
        on_change=lambda: pilih_sel(str(st.session_state["pilih_sel_asn"] or "")),
        width=420,
    )


def _ekspektasi(lk: Lingkup, kode: str) -> str:
    return t(lk, f"penilaian.ekspektasi.{kode}") if kode else tulis.KOSONG


def _tabel(lk: Lingkup, b: Bahan, df: pd.DataFrame, tirai: Tirai) -> None:
    kolom, atur = susun_tabel(lk, b, df, tirai)
    acara = st.dataframe(
        kolom,
        hide_index=True,
        height="content",
        column_config=atur,
        key=f"tabel_asn_{b.periode.kode}_{lk.unit}_{len(df)}_{df['pegawai'].iloc[0]}",
        on_select="rerun",
        selection_mode="single-row",
    )
    pilihan = [n for n in acara.selection.rows if n < len(df)]
    if pilihan:
        _umpan_balik(lk, str(df["pegawai"].iloc[pilihan[0]]), tirai)


def susun_tabel(lk: Lingkup, b: Bahan, df: pd.DataFrame, tirai: Tirai) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The table of these people in words, and how its columns are drawn. The order is that of ``df``."""
    orang = df["pegawai"].tolist()
    keadaan = _keadaan(lk, orang, b.periode)
    unit = {u: singkat(lk.isi.pohon.nama(u)) for u in df["unit"].unique()}
    capaian = 100 * df["tercapai"] / (df["butir"] - df["tanpa_realisasi"]).where(lambda n: n > 0)
    garis = garis_orang(lk, orang, b.periode.sampai)
    isi: dict[str, Any] = {
        "asn": [tirai.orang(lk, p) for p in orang],
        "unit": [unit[u] for u in df["unit"]] if len(unit) > 1 else None,
        "jabatan": None if tirai.aktif else df["jabatan"].tolist(),
        "hasil": [_ekspektasi(lk, h) for h in df["hasil_kerja"]],
        "perilaku": [_ekspektasi(lk, p) for p in df["perilaku"]],
        "predikat": _predikat(lk, b, df),
        "capaian": capaian.tolist(),
        "garis": [garis[p] for p in orang],
        "umpan_balik": [t(lk, f"keadaan_umpan_balik.{keadaan[p]}") for p in orang] if keadaan else None,
        "status": df["status"].tolist(),
    }
    if lk.sempit:
        isi = {k: isi[k] for k in dict.fromkeys((*_TELEPON, *isi))}
    return _rupa(lk, {k: v for k, v in isi.items() if v is not None})


def _rupa(lk: Lingkup, isi: dict[str, Any]) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Headings in words; widths and the two small drawings, in the colour of realisasi."""
    warna = gambar.tema(lk).tercapai
    nama = {k: t(lk, f"penilaian.kolom.{k}") for k in isi}
    panjang = max(map(len, isi["asn"]))
    lebar = {nama[k]: w for k, w in _LEBAR.items() if k in nama}
    atur: dict[str, Any] = {k: st.column_config.TextColumn(k, width=w) for k, w in lebar.items()}
    atur[nama["asn"]] = st.column_config.TextColumn(
        nama["asn"], pinned=True, width=_LEBAR_NAMA if panjang > _HURUF_ORANG else _LEBAR_ORANG
    )
    atur[nama["capaian"]] = st.column_config.ProgressColumn(
        nama["capaian"], format="%.0f%%", min_value=0, max_value=100, width=106, color=warna
    )
    atur[nama["garis"]] = st.column_config.LineChartColumn(nama["garis"], y_min=0, y_max=100, width=76, color=warna)
    return pd.DataFrame({nama[k]: v for k, v in isi.items()}), atur


def _predikat(lk: Lingkup, b: Bahan, df: pd.DataFrame) -> list[str]:
    hasil = []
    for h, p, unit in zip(df["hasil_kerja"], df["perilaku"], df["unit"], strict=True):
        if h and p:
            hasil.append(t(lk, f"penilaian.predikat.{tentukan_predikat(h, p)}"))
        else:
            hasil.append(t(lk, f"penilaian.{'belum_dilaporkan' if unit in b.diam else 'belum_dinilai'}"))
    return hasil


def garis_orang(lk: Lingkup, orang: Sequence[str], sampai: int) -> dict[str, list[float | None]]:
    """Person → percent of items reached in each of twelve months; None in a month without items."""
    df = sumber_asn.garis(lk.akses, lk.isi, orang, sampai)
    baris = zip(df["pegawai"], df["bulan"], df["butir"], df["tercapai"], strict=True)
    isi = {(p, b): 100 * c / n for p, b, n, c in baris if n}
    bulan = bulan_antara(geser_bulan(sampai, -11), sampai)
    return {p: [isi.get((p, b)) for b in bulan] for p in orang}


def _keadaan(lk: Lingkup, orang: Sequence[str], periode: Periode) -> Mapping[str, str]:
    """Person → state of the feedback; empty where the notes cannot be read."""
    try:
        return keadaan_umpan_balik(lk.akses, catat.mesin(lk), orang, periode, terlihat=frozenset(orang))
    except CatatanError:
        return {}


def _umpan_balik(lk: Lingkup, kode: str, tirai: Tirai) -> None:
    """The way to the feedback of the chosen person, for those who may open that page."""
    if not boleh_halaman(lk.akses, "umpan-balik") or "umpan-balik" not in {h.kode for h in HALAMAN}:
        return
    tulis_ = boleh(lk.akses, "tulis_umpan_balik") and kode in sumber_asn.dinilai(lk.akses, lk.isi)
    kunci = "penilaian.umpan_balik_tulis" if tulis_ else "penilaian.umpan_balik_lihat"
    st.button(
        polos(t(lk, kunci, orang=tirai.orang(lk, kode))),
        icon=":material/rate_review:",
        type="primary" if tulis_ else "secondary",
        on_click=pergi,
        args=("umpan-balik",),
        kwargs={"orang": kode},
        key="ke_umpan_balik",
    )


def beda_predikat(df: pd.DataFrame) -> list[tuple[str, str, str, Ekspektasi, Ekspektasi]]:
    """People whose imported predikat is not the one that follows: code, imported, recomputed, the two ratings."""
    ada = df[(df["predikat_berkas"] != "") & (df["hasil_kerja"] != "") & (df["perilaku"] != "")]
    kolom = (ada[k].tolist() for k in ("pegawai", "predikat_berkas", "hasil_kerja", "perilaku"))
    semua = [(p, berkas, tentukan_predikat(h, k), h, k) for p, berkas, h, k in zip(*kolom, strict=True)]
    return [b for b in semua if b[1] in PREDIKAT and b[1] != b[2]]


def _beda(lk: Lingkup, df: pd.DataFrame, tirai: Tirai) -> None:
    daftar = beda_predikat(df)
    if not daftar:
        return
    jumlah = tulis.angka(len(daftar), 0, lk.bahasa)
    with st.expander(t(lk, "penilaian.beda_judul", jumlah=jumlah), icon=":material/difference:", key="beda_predikat"):
        st.caption(t(lk, "penilaian.beda_baca"))
        kalimat = [
            t(
                lk,
                "penilaian.beda_baris",
                orang=tirai.orang(lk, kode),
                berkas=t(lk, f"penilaian.predikat.{berkas}"),
                hitung=t(lk, f"penilaian.predikat.{hitung}"),
                hasil=_ekspektasi(lk, h).lower(),
                perilaku=_ekspektasi(lk, p).lower(),
            )
            for kode, berkas, hitung, h, p in daftar
        ]
        st.markdown("\n".join(f"- {polos(k)}" for k in kalimat))
