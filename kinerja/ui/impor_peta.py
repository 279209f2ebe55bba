"""A layout nobody knows, mapped in five steps on one page: sheet, rows, columns, period and unit, check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import cast

import streamlit as st

from kinerja.domain.fakta import HasilBaca
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.model import BENTUK, Bentuk
from kinerja.ingest.peta.toml import baca_peta, tulis_peta
from kinerja.ingest.tolak import BerkasDitolakError
from kinerja.ui import impor_asal, impor_kisi, impor_kolom, impor_label, impor_susunan
from kinerja.ui.aman import polos
from kinerja.ui.impor_baca import rujukan_kini
from kinerja.ui.impor_berkas import Berkas
from kinerja.ui.impor_contoh import Lihat
from kinerja.ui.impor_isian import isian, opsi
from kinerja.ui.impor_kata import nama_bentuk
from kinerja.ui.impor_keadaan import tak_terbaca
from kinerja.ui.impor_susunan import Susunan
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_BUKAN_NAMA = re.compile(
    r"(?i)\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|mei|may|jun|jul|ag[ust]|aug|sep|o[kc]t|no[vp]|de[sc])[a-z]*\b|[\d_\-.()]+"
)


def perlu(hasil: HasilBaca) -> bool:
    """Is it a table that nobody recognised, so that a person has to say what is in it?"""
    return not hasil.jenis and bool(hasil.usulan) and not tak_terbaca(hasil)


def mulai(lk: Lingkup, berkas: Berkas, hasil: HasilBaca) -> None:
    """Open the steps with the layout that was used, or with the proposal; the page begins anew."""
    _mulai(lk, berkas, hasil.peta or hasil.usulan)
    st.rerun()


def _mulai(lk: Lingkup, berkas: Berkas, teks: str) -> bool:
    rujukan, _ = rujukan_kini(lk)
    try:
        with st.spinner(t(lk, "peta.membuka")):
            peta = baca_peta(teks) if teks else None
            impor_susunan.buka(berkas, peta, Konteks(rujukan, opsi(berkas.kode), berkas.nama))
    except BerkasDitolakError as galat:
        st.error(t(lk, galat.kunci, **galat.args_kunci), icon=":material/error:")
        return False
    isian(berkas.kode).memetakan = True
    return True


def dikenali(lk: Lingkup, berkas: Berkas, hasil: HasilBaca) -> None:
    """What the layout is, and the button that opens its mapping where it has one."""
    peta = baca_peta(hasil.peta) if hasil.peta else None
    if peta is None and not (hasil.jenis and hasil.usulan):
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="dikenali"):
        if peta is not None:
            nama = peta.nama or nama_bentuk(lk, peta.bentuk)
            kunci = "peta.dikenali_nama" if peta.nama else "peta.dikenali"
            st.markdown(f":green[:material/check_circle:] {polos(t(lk, kunci, nama=nama))}")
            ubah = st.button(t(lk, "peta.ubah"), icon=":material/edit:", key="peta_ubah")
            if ubah:
                mulai(lk, berkas, hasil)
        if hasil.jenis and hasil.usulan:
            lembar = baca_peta(hasil.usulan).lembar
            kunci = "peta.lembar_ragu" if lembar in hasil.lembar else "peta.lembar_lain"
            st.markdown(polos(t(lk, kunci, lembar=lembar)))
            if st.button(t(lk, "peta.petakan_lembar"), icon=":material/edit:", key="peta_lembar_lain"):
                _mulai(lk, berkas, hasil.usulan)
                st.rerun()


def tampil(lk: Lingkup, berkas: Berkas) -> None:
    """Steps one to four; the fifth is the result below them."""
    s = impor_susunan.susunan_kini(berkas.kode)
    if s is None and not _mulai(lk, berkas, isian(berkas.kode).peta):
        return
    s = cast("Susunan", impor_susunan.susunan_kini(berkas.kode))
    rujukan, _ = rujukan_kini(lk)
    konteks = Konteks(rujukan, opsi(berkas.kode), berkas.nama)
    lihat = Lihat(s.lembar, s.peta, rujukan, opsi(berkas.kode), berkas.nama)
    with st.container(key="peta"):
        _pembuka(lk, s, berkas)
        with _langkah(lk, 1, "lembar", beres=bool(s.lembar.baris)):
            _lembar(lk, s, berkas, konteks)
        with _langkah(lk, 2, "baris", beres=bool(lihat.baris)):
            impor_kisi.tampil(lk, s, lihat, konteks)
        with _langkah(lk, 3, "kolom", beres=impor_susunan.lengkap(s)):
            impor_kolom.tampil(lk, s, lihat)
            if s.peta.bentuk == "label":
                impor_label.tampil(lk, s)
        asal = impor_asal.baca(s, lihat)
        with _langkah(lk, 4, "asal", beres=asal.beres):
            impor_asal.tampil(lk, s, lihat, asal)


def _pembuka(lk: Lingkup, s: Susunan, berkas: Berkas) -> None:
    with st.container(key="peta_pembuka", horizontal=True, vertical_alignment="center"):
        st.markdown(polos(t(lk, "peta.pembuka", berkas=berkas.nama)))
        st.button(t(lk, "peta.ulang"), icon=":material/restart_alt:", key="peta_batal", on_click=_batal, args=(s.kode,))
    with st.expander(t(lk, "peta.berkas"), icon=":material/description:"):
        _berkas_peta(lk, s, berkas)


def _berkas_peta(lk: Lingkup, s: Susunan, berkas: Berkas) -> None:
    """The mapping as a file that a person keeps, sends to another office, or gives to the command line."""
    st.caption(t(lk, "peta.berkas_arti"))
    st.download_button(
        t(lk, "peta.unduh"),
        data=tulis_peta(s.peta),
        file_name=f"{nama_usul(berkas.nama, (s.lembar.nama,))}.toml",
        mime="application/toml",
        icon=":material/download:",
        on_click="ignore",
        key="peta_unduh",
    )
    pilihan = st.file_uploader(t(lk, "peta.unggah"), type=["toml"], key=s.kunci("unggah"))
    if pilihan is not None and _mulai(lk, berkas, pilihan.getvalue().decode("utf-8-sig", "replace")):
        st.rerun()


def _batal(kode: str) -> None:
    """Forget the mapping of this file; what is recognised without help is read again."""
    jawab = isian(kode)
    jawab.peta, jawab.memetakan, jawab.lembar = "", False, ()
    impor_susunan.tutup()


@contextmanager
def _langkah(lk: Lingkup, ke: int, nama: str, *, beres: bool | None = None) -> Iterator[None]:
    """One step with its number; ``beres``: is there nothing left to do in it?"""
    ikon = ":green[:material/check_circle:] " if beres else ":orange[:material/pending:] "
    tanda = "" if beres is None else ikon
    with st.container(border=True, key=f"peta_langkah_{nama}"):
        st.markdown(f"#### {tanda}{t(lk, 'peta.langkah', ke=ke, judul=t(lk, f'peta.judul_{nama}'))}")
        yield


@contextmanager
def langkah_akhir(lk: Lingkup) -> Iterator[None]:
    """Step five, in which the result stands."""
    with _langkah(lk, 5, "periksa"):
        yield


def _lembar(lk: Lingkup, s: Susunan, berkas: Berkas, konteks: Konteks) -> None:
    kiri, kanan = st.columns(2)
    with kiri:
        st.selectbox(
            t(lk, "peta.lembar"),
            s.daftar,
            index=s.daftar.index(s.lembar.nama) if s.lembar.nama in s.daftar else 0,
            key=s.kunci("lembar"),
            on_change=_ganti_lembar,
            args=(lk, s, berkas, konteks),
        )
    with kanan:
        st.selectbox(
            t(lk, "peta.bentuk"),
            BENTUK,
            index=BENTUK.index(s.peta.bentuk),
            format_func=lambda b: nama_bentuk(lk, b),
            key=s.kunci("bentuk"),
            on_change=_ganti_bentuk,
            args=(s,),
        )
    st.caption(t(lk, f"peta.arti_bentuk_{s.peta.bentuk}"))
    if len(s.daftar) > 1:
        _lembar_ikut(lk, s)


def _lembar_ikut(lk: Lingkup, s: Susunan) -> None:
    """Which sheets are read by this mapping: all that fit it, or those that are chosen here."""
    kunci = f"impor_lembar_{s.kode}"
    st.multiselect(
        t(lk, "peta.lembar_ikut"),
        s.daftar,
        default=[n for n in isian(s.kode).lembar if n in s.daftar],
        placeholder=t(lk, "peta.lembar_semua"),
        help=t(lk, "peta.lembar_ikut_arti"),
        select_all=False,  # Streamlit says it in English only
        key=kunci,
        on_change=_ganti_ikut,
        args=(s.kode, kunci),
    )


def _ganti_ikut(kode: str, kunci: str) -> None:
    isian(kode).lembar = tuple(st.session_state.get(kunci) or ())


def _ganti_lembar(lk: Lingkup, s: Susunan, berkas: Berkas, konteks: Konteks) -> None:
    """Another sheet begins with a proposal of its own; one that cannot be read leaves the old one."""
    sah, nama = s.jawaban(s.kunci("lembar"))
    if not sah or nama == s.lembar.nama:
        return
    try:
        impor_susunan.buka(berkas, None, konteks, str(nama))
    except BerkasDitolakError as galat:
        st.toast(t(lk, galat.kunci, **galat.args_kunci), icon=":material/error:")


def _ganti_bentuk(s: Susunan) -> None:
    sah, bentuk = s.jawaban(s.kunci("bentuk"))
    if sah:
        impor_susunan.atur_bentuk(s, cast("Bentuk", bentuk))


def ingat(lk: Lingkup, berkas: Berkas, hasil: HasilBaca) -> str:
    """Draw "remember this layout"; the name to remember it by, '' for not."""
    if not (isian(berkas.kode).memetakan and hasil.peta):
        return ""
    awal = baca_peta(isian(berkas.kode).peta).nama or nama_usul(berkas.nama, hasil.lembar)
    with st.container(border=True, key="ingat"):
        mau = st.checkbox(t(lk, "peta.ingat"), value=True, key=f"peta_ingat_{berkas.kode}")
        st.caption(t(lk, "peta.ingat_arti"))
        if not mau:
            return ""
        nama = st.text_input(t(lk, "peta.nama"), value=awal, max_chars=60, key=f"peta_nama_{berkas.kode}")
    return " ".join((nama or awal).split())


def nama_usul(berkas: str, lembar: tuple[str, ...]) -> str:
    """A name for a layout: the file's name without months, years and signs, else that of the sheet."""
    for teks in (PurePath(berkas).stem, *lembar):
        if len(nama := " ".join(_BUKAN_NAMA.sub(" ", teks).split())) >= 3:
            return nama[:60]
    return PurePath(berkas).stem[:60]
