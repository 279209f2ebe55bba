"""Who may see what, as data. Decided here, enforced where rows are read (SQL) and where pages are registered.

Denied by default: a role, a page or a function that stands in no table is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from kinerja.domain.errors import AksesError

Peran = Literal["pengelola", "pimpinan", "evaluator", "kepegawaian", "penyaji", "pegawai"]
PERAN: tuple[Peran, ...] = ("pengelola", "pimpinan", "evaluator", "kepegawaian", "penyaji", "pegawai")
_SEMUA = frozenset(PERAN)

HALAMAN: Mapping[str, frozenset[Peran]] = MappingProxyType(
    {
        "ringkasan": _SEMUA,
        "tren": _SEMUA,
        "unit-vs-target": _SEMUA,
        "satu-unit": _SEMUA,
        "penilaian-asn": _SEMUA - {"pegawai"},
        "umpan-balik": frozenset({"pimpinan", "evaluator", "kepegawaian"}),
        "kalibrasi": frozenset({"kepegawaian"}),
        "kinerja-saya": frozenset({"pimpinan", "evaluator", "pegawai"}),
        "pelatihan": _SEMUA,
        "kepatuhan": _SEMUA,
        "paparan": _SEMUA - {"pegawai"},
        "impor": frozenset({"pengelola", "evaluator", "kepegawaian"}),
        "mutu-riwayat": frozenset({"pengelola", "evaluator", "kepegawaian", "pimpinan"}),
        "satuan-kerja": frozenset({"pengelola", "kepegawaian"}),
        "definisi": _SEMUA,
    }
)
"""Page → roles for which it is registered. An unlisted page does not exist for a role."""

Jangkauan = Literal["tidak_ada", "diri", "rantai", "unit", "semua"]
JANGKAUAN: Mapping[Peran, Jangkauan] = MappingProxyType(
    {
        "pengelola": "tidak_ada",
        "penyaji": "tidak_ada",
        "pegawai": "diri",
        "evaluator": "rantai",  # oneself, and everybody below in the chain of raters
        "pimpinan": "unit",  # oneself, and the staff of the own unit and those below it in the same line
        "kepegawaian": "semua",
    }
)
"""Role → whose individual rows it may read; ``store/sql/baca/asn_terlihat.sql`` is the same as SQL."""

Fungsi = Literal[
    "lihat_orang",
    "lihat_nama",
    "tulis_umpan_balik",
    "jawab_umpan_balik",
    "ajukan_keberatan",
    "isi_alasan",
    "lihat_antrean",
    "lihat_kalibrasi",
    "lihat_pendukung",
    "atur_pola",
    "siapa_melihat",
    "impor_pegawai",
]
FUNGSI: Mapping[Fungsi, frozenset[Peran]] = MappingProxyType(
    {
        "lihat_orang": frozenset({"pimpinan", "evaluator", "kepegawaian", "pegawai"}),
        "lihat_nama": frozenset({"pimpinan", "evaluator", "kepegawaian", "pegawai"}),
        "tulis_umpan_balik": frozenset({"pimpinan", "evaluator"}),
        "jawab_umpan_balik": frozenset({"pimpinan", "evaluator", "pegawai"}),
        "ajukan_keberatan": frozenset({"pimpinan", "evaluator", "pegawai"}),
        "isi_alasan": frozenset({"evaluator", "kepegawaian"}),
        "lihat_antrean": frozenset({"pimpinan", "evaluator", "kepegawaian"}),
        "lihat_kalibrasi": frozenset({"kepegawaian"}),
        "lihat_pendukung": frozenset({"evaluator", "kepegawaian"}),
        "atur_pola": frozenset({"kepegawaian"}),
        "siapa_melihat": frozenset({"pimpinan", "evaluator", "pegawai"}),
        "impor_pegawai": frozenset({"kepegawaian"}),
    }
)
"""Function → roles that may use it, within their reach.

Feedback is written only to people one rates directly; answers, objections and "who looked" are about oneself.
"""
_ATAS_DIRI: frozenset[Fungsi] = frozenset(
    {"tulis_umpan_balik", "jawab_umpan_balik", "ajukan_keberatan", "siapa_melihat"}
)
"""Functions of a person: without an own code there is nobody in whose name they could be used."""
_TANPA_ORANG: frozenset[Fungsi] = frozenset({"atur_pola", "impor_pegawai"})
"""Functions that show nobody's data."""


@dataclass(frozen=True)
class Akses:
    """The viewer: role, own place in the tree, own internal code. First argument of every person-level read.

    ``pegawai`` '' is a viewer who is no employee, or of whom it is not known which: nobody is in reach by a chain.
    ``dikenal`` False: the role was only chosen, by nobody knows whom, over real data: nobody at all is in reach.
    """

    peran: Peran
    unit: str = "WIL"
    pegawai: str = ""
    dikenal: bool = True


def jangkauan(akses: Akses) -> Jangkauan:
    """How far the viewer reaches; nobody for a role that is not known."""
    return JANGKAUAN.get(akses.peran, "tidak_ada") if akses.dikenal else "tidak_ada"


def boleh(akses: Akses, fungsi: str) -> bool:
    """May this viewer use the function at all? Whom it reaches is decided where the rows are read."""
    if (not akses.pegawai and fungsi in _ATAS_DIRI) or (not akses.dikenal and fungsi not in _TANPA_ORANG):
        return False
    return any(nama == fungsi and akses.peran in peran for nama, peran in FUNGSI.items())


def wajib(akses: Akses, fungsi: Fungsi) -> None:
    """Raise ``AksesError('galat.tak_berhak')`` where the viewer may not use the function."""
    if not boleh(akses, fungsi):
        raise AksesError("galat.tak_berhak")


def boleh_halaman(akses: Akses, halaman: str) -> bool:
    return akses.peran in HALAMAN.get(halaman, frozenset())


def boleh_sel_kecil(akses: Akses, n_arti: str = "pegawai") -> bool:
    """May this viewer see figures of very few people, or respondents (``n_arti`` 'responden')?

    Figures about employees: only who may see every individual behind any of them. A rater sees the own people by
    name on the pages made for it, and there only those.
    """
    if n_arti == "responden":
        return akses.peran in ("kepegawaian", "evaluator")
    return jangkauan(Akses(akses.peran)) == "semua"


def setara_angka(akses: Akses) -> Akses:
    """A viewer who sees exactly the same figures of indikator; caches of those are shared by it."""
    for peran in ("kepegawaian", "evaluator"):
        if akses.peran == peran:
            return Akses(peran)
    return Akses("penyaji")


def boleh_tulis(akses: Akses) -> bool:
    return akses.peran in HALAMAN["impor"]
