"""Names start masked: codes, names and positions are shown only after a deliberate act, which is noted.

The act holds for this session and this viewer. What it shows is noted for every page and unit, so that each person
concerned can see who saw the name, when and where.
"""

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

_TERBUKA, _TERCATAT = "samaran_terbuka", "samaran_tercatat"


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


def tersamar(lk: Lingkup) -> bool:
    """Are names of others not shown in this session?"""
    return st.session_state.get(_TERBUKA) != _penonton(lk)


def pasang(lk: Lingkup, halaman: str, orang: Mapping[str, str]) -> Tirai:
    """The control, for those who see others here, and the curtain it makes. ``orang``: person → unit."""
    if not orang:
        return Tirai(aktif=True)
    if set(orang) == {lk.akses.pegawai}:  # nobody is masked from oneself
        return Tirai(aktif=False, nama=_nama(lk, list(orang)))
    terbuka = not tersamar(lk)
    _kendali(lk, terbuka=terbuka)
    if not terbuka:
        return Tirai(aktif=True, urut={p: n for n, p in enumerate(orang, 1)})
    _catat(lk, halaman, orang)
    return Tirai(aktif=False, nama=_nama(lk, list(orang)))


def _penonton(lk: Lingkup) -> tuple[str, str]:
    """Who is looking: another role or person begins masked again."""
    return lk.akses.peran, lk.akses.pegawai


def _kendali(lk: Lingkup, *, terbuka: bool) -> None:
    """One button, and the sentence that says what it does and that it is noted."""
    kunci, ikon = ("samarkan_lagi", "visibility_off") if terbuka else ("tampilkan_nama", "visibility")
    with st.container(horizontal=True, vertical_alignment="center", key="samaran"):
        st.button(
            t(lk, f"penilaian.{kunci}"),
            key=kunci,
            icon=f":material/{ikon}:",
            on_click=_atur,
            args=(None if terbuka else _penonton(lk),),
        )
        st.caption(t(lk, f"penilaian.{kunci}_baca"), width="content")


def _atur(penonton: tuple[str, str] | None) -> None:
    st.session_state[_TERBUKA] = penonton
    st.session_state[_TERCATAT] = frozenset()


def _catat(lk: Lingkup, halaman: str, orang: Mapping[str, str]) -> None:
    """Note whose names are shown where: once for each page and unit while they stay shown."""
    sudah: frozenset[tuple[str, str]] = st.session_state.get(_TERCATAT) or frozenset()
    kini = {(halaman, unit) for unit in orang.values()}
    for _, unit in sorted(kini - sudah):
        catat.jejak(lk, "buka_samaran", unit=unit, rincian=halaman)
    st.session_state[_TERCATAT] = sudah | kini


def _nama(lk: Lingkup, orang: Sequence[str]) -> dict[str, str]:
    if not boleh(lk.akses, "lihat_nama") or lk.isi.contoh:  # the sample has no names
        return {}
    try:
        return {k: n.nama for k, n in fetch_nama(lk.akses, catat.mesin(lk), orang).items()}
    except CatatanError:
        return {}
