"""Several files at once: a line for each with where it stands, one button for all that are ready, one file opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from kinerja.domain.fakta import HasilBaca
from kinerja.i18n import format as tulis
from kinerja.ui import impor_berkas, impor_hasil, impor_simpan, riwayat
from kinerja.ui.aman import polos
from kinerja.ui.impor_berkas import Berkas, Unggahan
from kinerja.ui.impor_keadaan import Keadaan, Nama, keadaan
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import kalimat_masalah, t

_SEHALAMAN = 25
_URUT: tuple[Nama, ...] = ("siap", "tanya", "ditolak", "ada", "tersimpan", "menunggu", "dihentikan")
_RUPA: Mapping[Nama, tuple[Literal["green", "orange", "red", "gray", "blue"], str]] = {
    "siap": ("green", ":material/check_circle:"),
    "tanya": ("orange", ":material/help:"),
    "ditolak": ("red", ":material/block:"),
    "ada": ("gray", ":material/done_all:"),
    "tersimpan": ("blue", ":material/save:"),
    "menunggu": ("gray", ":material/hourglass_top:"),
    "dihentikan": ("gray", ":material/stop_circle:"),
}


def laporan(lk: Lingkup, unggahan: Unggahan, hasil: Mapping[str, HasilBaca]) -> Berkas | None:
    """Draw the report; returns the file that is opened below it."""
    semua = {b.kode: keadaan(lk, b.kode, hasil.get(b.kode)) for b in unggahan.berkas}
    impor_simpan.kegagalan(lk)
    st.subheader(t(lk, "impor.banyak_judul", jumlah=len(unggahan.berkas)), anchor=False)
    hitung = Counter(k.nama for k in semua.values())
    st.caption(" · ".join(t(lk, f"impor.hitung_{n}", jumlah=hitung[n]) for n in _URUT if hitung[n]))
    _tombol(lk, [(b, hasil[b.kode]) for b in unggahan.berkas if semua[b.kode].nama == "siap"])
    terbuka = str(st.session_state.get("impor_terbuka", ""))
    if not unggahan.berkas:
        st.markdown(t(lk, "impor.banyak_kosong"))
    for b in _halaman(unggahan.berkas):
        _baris(lk, b, hasil.get(b.kode), semua[b.kode], terbuka=b.kode == terbuka)
    _tak_ikut(lk, unggahan)
    return next((b for b in unggahan.berkas if b.kode == terbuka), None)


def _tombol(lk: Lingkup, siap: Sequence[tuple[Berkas, HasilBaca]]) -> None:
    if siap and lk.isi.contoh:
        st.info(t(lk, "impor.ganti_contoh"), icon=":material/info:")
    with st.container(horizontal=True, key="tindakan_banyak"):
        tekan = st.button(
            t(lk, "impor.simpan_siap", jumlah=len(siap)),
            type="primary",
            icon=":material/save:",
            disabled=not siap,
            key="impor_simpan_semua",
        )
        st.button(
            t(lk, "impor.kosongkan"), icon=":material/close:", key="impor_kosongkan", on_click=impor_berkas.kosongkan
        )
    if tekan:
        impor_simpan.simpan_semua(lk, siap)


def _halaman(berkas: Sequence[Berkas]) -> Sequence[Berkas]:
    banyak = -(-len(berkas) // _SEHALAMAN)
    ke = st.pagination(banyak, key="halaman_berkas") if banyak > 1 else 1
    return berkas[(ke - 1) * _SEHALAMAN : ke * _SEHALAMAN]


def _baris(lk: Lingkup, b: Berkas, hasil: HasilBaca | None, k: Keadaan, *, terbuka: bool) -> None:
    with st.container(border=True, key=f"berkas_{b.kode}"):
        kiri, tengah, kanan = st.columns([5, 2, 2], vertical_alignment="center")
        with kiri:
            st.markdown(f"**{polos(b.nama)}**")
            st.caption(polos(_isi(lk, hasil, k)))
        with tengah:
            warna, ikon = _RUPA[k.nama]
            st.badge(t(lk, f"impor.keadaan_{k.nama}"), icon=ikon, color=warna)
        if hasil is None or k.nama == "tersimpan":
            return
        with kanan:
            st.button(
                t(lk, "impor.tutup" if terbuka else f"impor.buka_{'jawab' if k.nama == 'tanya' else 'lihat'}"),
                key=f"buka_{b.kode}",
                icon=":material/expand_less:" if terbuka else ":material/expand_more:",
                width="stretch",
                on_click=_buka,
                args=("" if terbuka else b.kode,),
            )


def _buka(kode: str) -> None:
    st.session_state["impor_terbuka"] = kode


def _isi(lk: Lingkup, hasil: HasilBaca | None, k: Keadaan) -> str:
    """Layout, rows, units, months; for a refused file why."""
    if hasil is None:
        return t(lk, "impor.belum_dibaca")
    if k.nama == "tersimpan":
        return t(lk, "impor.tersimpan", muatan=k.muatan)
    if k.nama in ("ditolak", "tanya") and not hasil.baris:
        galat = [m for m in hasil.masalah if m.tingkat == "galat"]
        return kalimat_masalah(lk, galat[0]) if galat else t(lk, "impor.belum_dikenali")
    bagian = [
        riwayat.tata_letak(lk, hasil.jenis),
        t(lk, "impor.baris", jumlah=tulis.angka(hasil.baris, 0, lk.bahasa)),
        t(lk, "impor.jumlah_unit", jumlah=tulis.angka(len(hasil.unit), 0, lk.bahasa)),
        impor_hasil.masa_hasil(lk, hasil),
    ]
    return " · ".join(b for b in bagian if b)


def _tak_ikut(lk: Lingkup, unggahan: Unggahan) -> None:
    """Archives that could not be opened, and what was left out of the others."""
    for nama, masalah in unggahan.ditolak:
        st.error(f"**{polos(nama)}**: {polos(kalimat_masalah(lk, masalah))}", icon=":material/block:")
    if unggahan.dilewati:
        with st.expander(t(lk, "impor.arsip_dilewati", jumlah=len(unggahan.dilewati)), icon=":material/filter_alt:"):
            isi = (f"- {polos(d.nama)}: {polos(t(lk, d.alasan, **d.args))}" for d in unggahan.dilewati)
            st.markdown("\n".join(isi))
