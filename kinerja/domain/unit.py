"""Units of work as a tree with two reporting lines: the kecamatan's own, and the Dinas Kesehatan's puskesmas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Jalur = Literal["wilayah", "kecamatan", "dinkes"]
JENIS_UNIT = (
    "wilayah",
    "kecamatan",
    "sekretariat",
    "seksi",
    "kelurahan",
    "dinas",
    "puskesmas",
    "pustu",
    "poli",
    "posyandu",
)
BULAN_AWAL, BULAN_AKHIR = 190001, 999912


def selalu(dari: int, sampai: int) -> bool:
    """Is this span all months, as of what is said of somebody whatever the month?"""
    return (dari, sampai) == (BULAN_AWAL, BULAN_AKHIR)


@dataclass(frozen=True)
class Unit:
    """One unit. ``berlaku_dari``/``berlaku_sampai`` are months (``YYYYMM``), both included.

    ``penerus``: the unit that took over its work; ``kode_resmi``: its code in the national register; '' for none.
    """

    kode: str
    nama: str
    jenis: str
    induk: str | None
    jalur: Jalur
    urutan: int
    berlaku_dari: int = BULAN_AWAL
    berlaku_sampai: int = BULAN_AKHIR
    penerus: str = ""
    kode_resmi: str = ""


def anak_langsung(units: Iterable[Unit]) -> dict[str, list[str]]:
    """Kode of parent → kode of its direct children in official order."""
    hasil: dict[str, list[str]] = {}
    for unit in sorted(units, key=lambda u: u.urutan):
        if unit.induk is not None:
            hasil.setdefault(unit.induk, []).append(unit.kode)
    return hasil


def turunan(kode: str, anak: Mapping[str, list[str]]) -> list[str]:
    """``kode`` itself and everything below it, parents before children, official order."""
    hasil = [kode]
    for bawah in anak.get(kode, ()):
        hasil.extend(turunan(bawah, anak))
    return hasil


_AWALAN = re.compile(
    r"^(?:\d+\s*[.)]?\s*)?"  # the number that lists print before a name
    r"(?:uptd?\.?\s+)?(?:pusat kesehatan masyarakat|puskesmas|pusk\.?|pkm\.?|kelurahan|kel\.)?\s*",
    re.IGNORECASE,
)


def normalkan_nama(nama: str) -> str:
    """The name for matching: lower case, no list number, no kind of unit, single blanks, letters and digits only."""
    tanpa_awalan = _AWALAN.sub("", nama.strip().lower())
    return re.sub(r"[^a-z0-9]+", " ", tanpa_awalan).strip()
