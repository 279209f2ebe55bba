"""The facts of one person as they stand beside the composer and on *Kinerja saya*: rating, values, items."""

from __future__ import annotations

from math import isnan

import streamlit as st

from kinerja.charts.butir_bulan import alt_butir, bars_butir
from kinerja.domain.periode import bulan_antara, geser_bulan
from kinerja.domain.predikat import EKSPEKTASI
from kinerja.i18n import format as tulis
from kinerja.kalimat.kinerja_saya import sentence_bulan, sentence_predikat
from kinerja.ui import gambar, tabel
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.orang import ButirMasa, FaktaOrang
from kinerja.ui.teks import t

_BULAN = 12
_KOLOM = ("butir", "target", "realisasi", "selisih", "lalu", "bukti")
_SINGKAT = {"lalu": "lalu_singkat", "bukti": "bukti_singkat"}
_SEBARIS, _TINGGI_DUA = 20, 66
"""Letters that a narrow column holds in one line; a row height (px) at which Streamlit lets a text wrap."""


def predikat(lk: Lingkup, f: FaktaOrang) -> None:
    """The sentence with predikat and its two ratings, and the BerAKHLAK values as they were rated."""
    masa = tulis.periode(f.periode, lk.bahasa)
    st.markdown(polos(sentence_predikat(f.rating, masa, lk.bahasa).dalam(lk.bahasa)))
    isi = perilaku(lk, f)
    if isi:
        st.caption(polos(isi))


def perilaku(lk: Lingkup, f: FaktaOrang) -> str:
    """Values grouped by rating, highest first; '' where none was rated."""
    bagian = []
    for e in EKSPEKTASI:
        nilai = [t(lk, f"umpan_balik.nilai.{n}") for n, v in f.perilaku.items() if v == e]
        if nilai:
            bagian.append(f"{t(lk, f'umpan_balik.ekspektasi.{e}')}: {', '.join(nilai)}")
    return f"BerAKHLAK · {'; '.join(bagian)}." if bagian else ""


def bulanan(lk: Lingkup, f: FaktaOrang, kunci: str) -> None:
    """The months up to the period's end, gaps as gaps."""
    akhir = min(f.periode.sampai, lk.isi.akhir)
    bulan = bulan_antara(geser_bulan(akhir, 1 - _BULAN), akhir)
    garis = {b: (n, k) for b, n, k in f.garis}
    isi = [(b, *garis.get(b, (0, 0))) for b in bulan]
    judul = sentence_bulan(isi, len(bulan), lk.bahasa).dalam(lk.bahasa)
    fig = bars_butir(garis, bulan, bahasa=lk.bahasa, tema=gambar.tema(lk), sempit=lk.sempit)
    with gambar.kartu(f"bulan_{kunci}", judul, t(lk, "kinerja_saya.bulan_baca")):
        gambar.lukis(f"g_butir_{kunci}", fig, lk, alt_butir(garis, bulan, bahasa=lk.bahasa))


def butir(lk: Lingkup, f: FaktaOrang, *, lebar: bool = False) -> None:
    """The items of the period as a table; a sentence where there are none.

    ``lebar``: the table has the width of the page. Where it has not, long names go on in a second line.
    """
    if not f.butir:
        st.caption(t(lk, "kinerja_saya.tanpa_butir", periode=tulis.periode(f.periode, lk.bahasa)))
        return
    luas = lebar and not lk.sempit
    nama = [t(lk, f"umpan_tulis.kolom_{k}") for k in _KOLOM]
    kolom = nama if luas else [t(lk, f"umpan_tulis.kolom_{_SINGKAT.get(k, k)}") for k in _KOLOM]
    isi = [_baris(lk, b) for b in f.butir]
    atur = {
        k: st.column_config.TextColumn(k, alignment="right", help=n if n != k else None)
        for k, n in zip(kolom, nama, strict=True)
    }
    atur[kolom[0]] = st.column_config.TextColumn(kolom[0], width=330 if luas else 154)
    tinggi = _TINGGI_DUA if not luas and max(len(b[0]) for b in isi) > _SEBARIS else None
    tabel.tampil(lk, nama if lk.sempit else kolom, isi, atur=atur, tinggi_baris=tinggi)


def _baris(lk: Lingkup, b: ButirMasa) -> tuple[str, ...]:
    def angka(nilai: float, *, tanda: bool = False) -> str:
        return tulis.angka(nilai, b.desimal, lk.bahasa, tanda=tanda)

    nama = f"{b.butir} ({b.satuan})" if b.satuan else b.butir
    isi = angka(b.realisasi)
    if b.kosong:
        isi = t(lk, "umpan_tulis.belum_diisi", isi=isi, kosong=b.kosong, bulan=b.bulan)
    bukti = t(lk, "umpan_tulis.dari", a=b.bukti, b=b.bulan)
    target = angka(b.target) if b.arah == "naik" or isnan(b.target) else f"≤ {angka(b.target)}"
    return nama, target, isi, angka(b.selisih, tanda=True), angka(b.lalu), bukti
