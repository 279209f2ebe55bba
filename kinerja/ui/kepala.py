"""The head of every page: title left, filters under it, share and reset on the right. Same place, same thing."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from kinerja.i18n import format as tulis
from kinerja.i18n import teks
from kinerja.ui import lingkup, orang, samaran, saringan, sumber
from kinerja.ui.lingkup import Lingkup

_SARINGAN = {
    "indikator": (saringan.indikator, 3),
    "unit": (saringan.unit, 3),
    "periode": (saringan.periode, 5),
    "banding": (saringan.banding, 2),
}


def buka(judul: str, bagian: Sequence[str], *, tanpa_data: bool = False) -> Lingkup:
    """Draw the head and return the scope. ``bagian``: the filters this page has, in order.

    An empty store shows its empty state and ends the run, unless the page has something to say ``tanpa_data``.
    """
    lk = lingkup.baca(sumber.buka())
    with st.container(key="kepala"):
        kiri, kanan = st.columns([7, 3], vertical_alignment="bottom")
        with kiri:
            st.title(teks(lk.bahasa, f"halaman.{judul}"), anchor=False)
            st.caption(_keterangan(lk))
        if bagian:
            with kanan, st.container(horizontal=True, horizontal_alignment="right", key="tindakan"):
                st.button(
                    teks(lk.bahasa, "kepala.ulang"), icon=":material/restart_alt:", on_click=lingkup.ulang, key="ulang"
                )
                _bagikan(lk, judul)
    if bagian and not lk.isi.kosong:
        with st.container(key="saringan"):
            kolom = st.columns([_SARINGAN[b][1] for b in bagian], gap="small")
            for wadah, nama in zip(kolom, bagian, strict=True):
                with wadah:
                    _SARINGAN[nama][0](lk)
    if lk.isi.kosong and bagian:
        _keadaan_kosong(lk)
        if not tanpa_data:
            st.stop()
    return lk


def lingkup_saja() -> Lingkup:
    """The scope without a head, for slides. An empty store shows its empty state and ends the run."""
    lk = lingkup.baca(sumber.buka())
    if lk.isi.kosong:
        _keadaan_kosong(lk)
        st.stop()
    return lk


def _keterangan(lk: Lingkup) -> str:
    if lk.isi.kosong:
        return teks(lk.bahasa, "kepala.belum_ada_data")
    sampai = teks(lk.bahasa, "kepala.data_sampai", bulan=tulis.bulan(lk.isi.akhir, lk.bahasa), nomor=lk.isi.nomor)
    return f"**{teks(lk.bahasa, 'kepala.contoh')}** · {sampai}" if lk.isi.contoh else sampai


def _bagikan(lk: Lingkup, judul: str) -> None:
    with st.popover(teks(lk.bahasa, "kepala.bagikan"), icon=":material/link:"):
        st.caption(teks(lk.bahasa, "kepala.bagikan_cara"))
        st.code(tautan(lk, judul), language=None, wrap_lines=True)


def tautan(lk: Lingkup, judul: str) -> str:
    """The address that opens this very view.

    A person is in it only on the page of one, for who sees who it is; whose view is tried out only where it is.
    """
    sebut = judul == "umpan-balik" and bool(orang.kode_kini(lk)) and not samaran.tersamar(lk)
    tanpa = {"" if sebut else "orang", "" if lingkup.isi_tautan("sebagai") == lk.akses.pegawai else "sebagai"}
    nama_ = [n for n in st.query_params if n not in tanpa]
    isi = [(nama, nilai) for nama in nama_ for nilai in st.query_params.get_all(nama)]
    dasar = (st.context.url or "").split("?")[0]
    return f"{dasar}?{urlencode(isi)}" if isi else dasar


def _keadaan_kosong(lk: Lingkup) -> None:
    with st.container(border=True):
        st.subheader(teks(lk.bahasa, "kosong.judul"), anchor=False)
        st.markdown(teks(lk.bahasa, "kosong.langkah"))
