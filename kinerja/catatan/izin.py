"""Whom a viewer reaches when something is written or read here; what a role may do stands in ``domain.akses``."""

from __future__ import annotations

from collections.abc import Container

from kinerja.domain.akses import PERAN, Akses, Fungsi, boleh, wajib
from kinerja.domain.errors import AksesError


def tolak() -> AksesError:
    """The one refusal; it does not tell whether what was asked for exists."""
    return AksesError("galat.tak_berhak")


def wajib_dikenal(akses: Akses) -> None:
    """For what every known role may do."""
    if akses.peran not in PERAN:
        raise tolak()


def diri(akses: Akses, pegawai: str) -> bool:
    """Is this the viewer, acting as the employee they are? Nobody is the person without a code."""
    return bool(pegawai) and akses.pegawai == pegawai and boleh(akses, "jawab_umpan_balik")


def tampak(akses: Akses, pegawai: str, terlihat: Container[str]) -> bool:
    """May the viewer see this person: themself, or somebody the caller found visible (never for a plain pegawai)."""
    if diri(akses, pegawai):
        return True
    return bool(pegawai) and akses.peran != "pegawai" and boleh(akses, "lihat_orang") and pegawai in terlihat


def wajib_tampak(akses: Akses, pegawai: str, terlihat: Container[str]) -> None:
    if not tampak(akses, pegawai, terlihat):
        raise tolak()


def wajib_diri(akses: Akses, fungsi: Fungsi, pegawai: str) -> None:
    wajib(akses, fungsi)
    if not diri(akses, pegawai):
        raise tolak()


def wajib_orang_lain(akses: Akses, fungsi: Fungsi, pegawai: str, jangkauan: Container[str]) -> None:
    """The viewer acts on somebody within reach who is not themself: nobody rates themself."""
    wajib(akses, fungsi)
    if not pegawai or pegawai == akses.pegawai or pegawai not in jangkauan:
        raise tolak()


def nama_pelaku(akses: Akses) -> str:
    """Who is written down as the author: the own code, or the role of somebody who has none."""
    return akses.pegawai or akses.peran
