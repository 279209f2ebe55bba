"""Storing: everything of a file or nothing, by the same function as the command line."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kinerja.domain.akses import boleh_tulis
from kinerja.domain.errors import AksesError, ImporError, KinerjaError
from kinerja.domain.fakta import HasilBaca
from kinerja.i18n.masalah import teks_galat
from kinerja.indikator import nama_pegawai, terbit
from kinerja.store.lokasi import folder_data
from kinerja.ui import impor_berkas, impor_hasil, impor_koreksi
from kinerja.ui.aman import polos
from kinerja.ui.impor_berkas import Berkas
from kinerja.ui.impor_isian import isian
from kinerja.ui.impor_keadaan import Keadaan, tersimpan
from kinerja.ui.impor_koreksi import Cara
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import kalimat_masalah, t


def tampil(lk: Lingkup, berkas: Berkas, hasil: HasilBaca, k: Keadaan, nama_peta: str, *, satu: bool) -> None:
    """What has to be decided, and the button. ``satu``: the only file, so that the field is empty afterwards."""
    if k.nama == "ada":
        st.info(kalimat_masalah(lk, k.galat[0] if k.galat else k.bentrok[0]), icon=":material/check_circle:")
        return
    bisa = hasil.diterima and hasil.baris > 0 and not k.galat
    if bisa and lk.isi.contoh:
        st.info(t(lk, "impor.ganti_contoh"), icon=":material/info:")
    cara = impor_koreksi.tanya(lk, berkas.kode, hasil, k) if bisa else Cara(lk.akses.peran)
    tekan = st.button(
        t(lk, "impor.simpan"), type="primary", disabled=not bisa, key="impor_simpan", icon=":material/save:"
    )
    if not tekan:
        return
    if cara.kurang:
        st.warning(t(lk, cara.kurang), icon=":material/edit:")
        return
    try:
        with st.spinner(t(lk, "impor.menyimpan")):
            nomor = _simpan(lk, berkas, hasil, cara, nama_peta)
    except KinerjaError as galat:
        st.error(teks_galat(galat, lk.bahasa), icon=":material/error:")
        if isinstance(galat, ImporError):
            impor_hasil.daftar(lk, galat.masalah)
        return
    if satu:
        impor_berkas.kosongkan()
    st.toast(t(lk, "impor.tersimpan", muatan=nomor), icon=":material/check_circle:")
    st.rerun()


def _simpan(lk: Lingkup, berkas: Berkas, hasil: HasilBaca, cara: Cara, nama_peta: str = "") -> int:
    """Number of the batch. Raises ``KinerjaError`` when nothing was stored."""
    if not boleh_tulis(lk.akses):
        raise AksesError("galat.akses")
    nama_pegawai.wajib_pegawai(lk.akses, hasil)
    nomor = terbit.simpan(
        folder_data(),
        hasil,
        cara.oleh,
        isian(berkas.kode).alias,
        koreksi=cara.koreksi,
        disetujui=cara.disetujui,
        pembanding=cara.pembanding,
        nama_peta=nama_peta,
    )
    nama_pegawai.simpan_nama(lk.akses, folder_data(), hasil, nomor, cara.oleh, cara.disetujui)
    tersimpan()[berkas.kode] = nomor
    return nomor


def simpan_semua(lk: Lingkup, daftar: Sequence[tuple[Berkas, HasilBaca]]) -> None:
    """Store these files one after the other; each is stored whole or not at all, and one refused stops no other."""
    gagal: list[str] = []
    bilah = st.progress(0.0, text=t(lk, "impor.menyimpan"))
    for ke, (berkas, hasil) in enumerate(daftar):
        bilah.progress(ke / len(daftar), text=t(lk, "impor.menyimpan_banyak", ke=ke + 1, semua=len(daftar)))
        try:
            _simpan(lk, berkas, hasil, Cara(lk.akses.peran))
        except KinerjaError as galat:
            gagal.append(f"**{polos(berkas.nama)}**: {polos(teks_galat(galat, lk.bahasa))}")
    st.session_state["impor_gagal"] = gagal
    st.toast(t(lk, "impor.tersimpan_banyak", jumlah=len(daftar) - len(gagal)), icon=":material/check_circle:")
    st.rerun()


def kegagalan(lk: Lingkup) -> None:
    """What the last storing of several files refused, told once."""
    gagal: list[str] = st.session_state.pop("impor_gagal", [])
    if gagal:
        st.error(t(lk, "impor.gagal_banyak", jumlah=len(gagal)), icon=":material/error:")
        st.markdown("\n".join(f"- {g}" for g in gagal))
