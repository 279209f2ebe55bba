"""A shared screen: codes, names and positions are masked until somebody shows them on purpose, which is noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from kinerja.catatan.nama import fetch_nama
from kinerja.domain.akses import boleh
from kinerja.domain.errors import CatatanError
from kinerja.ui import catat
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_SAKLAR, _TERBUKA = "saklar_layar_bersama", "samaran_terbuka"


@dataclass(frozen=True)
class Tirai:
    """How people are called on this screen. ``urut``: place of a person among those of the page, from 1."""

    aktif: bool
    nama: Mapping[str, str] = field(default_factory=dict)
    urut: Mapping[str, int] = field(default_factory=dict)

    def orang(self, lk: Lingkup, kode: str) -> str:
        """Name, or code where no name is known; masked a number that means nothing elsewhere."""
        if self.aktif:
            ke = self.urut.get(kode)
            return t(lk, "penilaian.disamarkan", urut=ke) if ke else t(lk, "penilaian.tersamar")
        nama = self.nama.get(kode, "")
        return f"{nama} ({kode})" if nama else kode

    def kata(self, lk: Lingkup, isi: str) -> str:
        """Another word that would tell who it is, e.g. the position."""
        return t(lk, "penilaian.tersamar") if self.aktif else isi


def tersamar() -> bool:
    """Is this a shared screen on which nobody is to be named?"""
    return bool(st.session_state.get(_SAKLAR)) and not st.session_state.get(_TERBUKA)


def pasang(lk: Lingkup, orang: Sequence[str]) -> Tirai:
    """The switch, for those who see people here, and the curtain it makes."""
    if not orang:
        return Tirai(aktif=True)
    with st.container(horizontal=True, vertical_alignment="center", key="layar_bersama"):
        bersama = st.toggle(
            t(lk, "penilaian.layar_bersama"),
            key=_SAKLAR,
            help=t(lk, "penilaian.layar_bersama_bantuan"),
            persist_state="session",
            on_change=_dialihkan,
            args=(lk,),
        )
        terbuka = bool(st.session_state.get(_TERBUKA))
        if bersama:
            _tombol(lk, terbuka=terbuka)
    return Tirai(
        aktif=bersama and not terbuka,
        nama=_nama(lk, orang),
        urut={p: n for n, p in enumerate(orang, 1)} if bersama else {},
    )


def _tombol(lk: Lingkup, *, terbuka: bool) -> None:
    if terbuka:
        st.button(
            t(lk, "penilaian.samarkan_lagi"), icon=":material/visibility_off:", on_click=_tutup, key="samarkan_lagi"
        )
        return
    st.button(
        t(lk, "penilaian.tampilkan_nama"),
        icon=":material/visibility:",
        help=t(lk, "penilaian.tampilkan_nama_bantuan"),
        on_click=_buka,
        args=(lk,),
        key="tampilkan_nama",
    )


def _buka(lk: Lingkup) -> None:
    st.session_state[_TERBUKA] = True
    catat.jejak(lk, "buka_samaran", unit=lk.unit)


def _tutup() -> None:
    st.session_state[_TERBUKA] = False


def _dialihkan(lk: Lingkup) -> None:
    """Taking the switch away shows the names as well, so it is noted too."""
    if not st.session_state.get(_SAKLAR) and not st.session_state.get(_TERBUKA):
        catat.jejak(lk, "buka_samaran", unit=lk.unit)
    st.session_state[_TERBUKA] = False


def _nama(lk: Lingkup, orang: Sequence[str]) -> dict[str, str]:
    if not boleh(lk.akses, "lihat_nama") or lk.isi.contoh:  # the sample has no names
        return {}
    try:
        return {k: n.nama for k, n in fetch_nama(lk.akses, catat.mesin(lk), orang).items()}
    except CatatanError:
        return {}
