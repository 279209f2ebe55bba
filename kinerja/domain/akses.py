"""Who may see what. Decided here, enforced where rows are read (SQL) and where pages are registered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Peran = Literal["pengelola", "pimpinan", "evaluator", "kepegawaian", "penyaji", "pegawai"]
PERAN: tuple[Peran, ...] = ("pengelola", "pimpinan", "evaluator", "kepegawaian", "penyaji", "pegawai")

HALAMAN: dict[str, frozenset[Peran]] = {
    "ringkasan": frozenset(PERAN),
    "tren": frozenset(PERAN),
    "unit-vs-target": frozenset(PERAN),
    "paparan": frozenset({"pengelola", "pimpinan", "evaluator", "kepegawaian", "penyaji"}),
    "impor": frozenset({"pengelola", "evaluator", "kepegawaian"}),
    "mutu-riwayat": frozenset({"pengelola", "evaluator", "kepegawaian", "pimpinan"}),
    "satuan-kerja": frozenset({"pengelola", "kepegawaian"}),
    "definisi": frozenset(PERAN),
}
"""Page → roles for which it is registered. An unlisted page does not exist for a role."""


@dataclass(frozen=True)
class Akses:
    """The viewer: role, own place in the tree, own internal code. First argument of every person-level read."""

    peran: Peran
    unit: str = "WIL"
    pegawai: str = ""


def boleh_halaman(akses: Akses, halaman: str) -> bool:
    return akses.peran in HALAMAN.get(halaman, frozenset())


def boleh_sel_kecil(akses: Akses) -> bool:
    """May this viewer see figures of very few people? Only those who handle individuals anyway."""
    return akses.peran in ("kepegawaian", "evaluator")


def boleh_tulis(akses: Akses) -> bool:
    return akses.peran in HALAMAN["impor"]
