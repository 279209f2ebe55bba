"""Doing what cannot be taken back lightly: a popover that says what will happen, a name, and only then the button."""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

from kinerja.domain.akses import boleh_tulis
from kinerja.domain.errors import AksesError, KinerjaError
from kinerja.i18n.masalah import teks_galat
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_NOMOR = re.compile(r"\d(?:[ .-]?\d){7,}")
_HURUF_NAMA = 60

Lakukan = Callable[[str, str], object]


def nama_bersih(teks: str) -> str:
    """A name on one line without long numbers: an NIP is not stored."""
    return " ".join(_NOMOR.sub("", teks).split())[:_HURUF_NAMA]


def tombol(
    lk: Lingkup,
    kunci: str,
    label: str,
    penjelasan: str,
    lakukan: Lakukan,
    *,
    selesai: str,
    ikon: str,
    kedua: bool = False,
) -> None:
    """A button that opens ``penjelasan``; the second click calls ``lakukan(name, second person)`` and says ``selesai``.

    ``kedua`` asks for a second person as well: needed where locked months are touched.
    """
    with st.popover(label, icon=ikon, key=f"buka_{kunci}"):
        st.markdown(penjelasan)
        with st.form(f"form_{kunci}", border=False):
            nama = _isian(lk, kunci, "nama", str(st.session_state.get("nama_pelaku", "")))
            orang_kedua = _isian(lk, kunci, "kedua", "") if kedua else ""
            tekan = st.form_submit_button(t(lk, "konfirmasi.ya", tindakan=label), type="primary", key=f"ya_{kunci}")
        if tekan:
            _jalankan(lk, nama, orang_kedua, lakukan, selesai)


def _isian(lk: Lingkup, kunci: str, nama: str, awal: str) -> str:
    isi = st.text_input(
        t(lk, f"konfirmasi.{nama}"),
        value=awal,
        max_chars=_HURUF_NAMA,
        help=t(lk, f"konfirmasi.{nama}_bantuan"),
        key=f"{nama}_{kunci}",
    )
    return nama_bersih(isi or "")


def _jalankan(lk: Lingkup, nama: str, kedua: str, lakukan: Lakukan, selesai: str) -> None:
    if not boleh_tulis(lk.akses):
        raise AksesError("galat.akses")
    if not nama:
        st.warning(t(lk, "konfirmasi.tanpa_nama"))
        return
    st.session_state["nama_pelaku"] = nama
    try:
        with st.spinner(t(lk, "konfirmasi.menyimpan")):
            lakukan(nama, kedua)
    except KinerjaError as galat:
        st.error(teks_galat(galat, lk.bahasa))
        return
    st.toast(selesai, icon=":material/check_circle:")
    st.rerun()
