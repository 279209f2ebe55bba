"""Periods of government reporting: bulan, triwulan, semester, tahun, and cumulative to a month.

A month is an integer ``YYYYMM`` everywhere (also in the store). Kode of a period is neutral to language
and stands in URLs: ``2026-10``, ``2026-TW3``, ``2026-S2``, ``2026``, ``2026-10-kum`` (January to October).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import Literal

from kinerja.domain.errors import KinerjaError

WIB = timezone(timedelta(hours=7), "WIB")
"""The clock of Padang: an office's today, whatever the server's clock is set to."""

JenisPeriode = Literal["bulan", "triwulan", "semester", "tahun", "kumulatif", "rentang"]
JENIS_PERIODE: tuple[JenisPeriode, ...] = (  # those offered on pages
    "bulan",
    "triwulan",
    "semester",
    "tahun",
    "kumulatif",
)
_PANJANG: dict[JenisPeriode, int] = {"bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}
LAMA = tuple(_PANJANG.values())
"""Months a reported figure may cover: a month, a triwulan, a semester, a year."""
_POLA = re.compile(r"(?P<tahun>\d{4})(?:-(?:TW(?P<tw>[1-4])|S(?P<sem>[12])|(?P<bulan>0[1-9]|1[0-2])(?P<kum>-kum)?))?")


@dataclass(frozen=True, order=True)
class Periode:
    """Months ``dari`` to ``sampai`` (both included, ``YYYYMM``) read as one period."""

    dari: int
    sampai: int
    jenis: JenisPeriode

    @property
    def kode(self) -> str:
        tahun, bulan = divmod(self.sampai, 100)
        match self.jenis:
            case "bulan":
                return f"{tahun}-{bulan:02d}"
            case "triwulan":
                return f"{tahun}-TW{(bulan + 2) // 3}"
            case "semester":
                return f"{tahun}-S{(bulan + 5) // 6}"
            case "tahun":
                return f"{tahun}"
            case "kumulatif":
                return f"{tahun}-{bulan:02d}-kum"
            case "rentang":
                return f"{self.dari // 100}-{self.dari % 100:02d}..{tahun}-{bulan:02d}"

    @property
    def tahun(self) -> int:
        return self.sampai // 100

    @property
    def panjang(self) -> int:
        """Number of months."""
        return selisih_bulan(self.dari, self.sampai) + 1


def geser_bulan(bulan: int, n: int) -> int:
    """The month ``n`` months after (negative: before) ``bulan``."""
    tahun, urut = divmod(bulan // 100 * 12 + bulan % 100 - 1 + n, 12)
    return tahun * 100 + urut + 1


def selisih_bulan(awal: int, akhir: int) -> int:
    """Months from ``awal`` to ``akhir``; 0 when equal."""
    return (akhir // 100 - awal // 100) * 12 + akhir % 100 - awal % 100


def bulan_antara(dari: int, sampai: int) -> list[int]:
    """Every month from ``dari`` to ``sampai``, both included."""
    return [geser_bulan(dari, n) for n in range(selisih_bulan(dari, sampai) + 1)]


def periode_dari_bulan(bulan: int, jenis: JenisPeriode) -> Periode:
    """The period of this kind that holds ``bulan``; for ``kumulatif`` January to ``bulan``."""
    tahun, urut = divmod(bulan, 100)
    if jenis == "kumulatif":
        return Periode(tahun * 100 + 1, bulan, jenis)
    panjang = _PANJANG[jenis]
    awal = (urut - 1) // panjang * panjang + 1
    return Periode(tahun * 100 + awal, tahun * 100 + awal + panjang - 1, jenis)


def rentang(dari: int, sampai: int) -> Periode:
    """The months from ``dari`` to ``sampai`` as a period, named as a year or a triwulan where they are just that."""
    for jenis in ("bulan", "triwulan", "semester", "tahun", "kumulatif"):
        calon = periode_dari_bulan(sampai, jenis)
        if (calon.dari, calon.sampai) == (dari, sampai):
            return calon
    return Periode(dari, sampai, "rentang")


def parse_periode(kode: str) -> Periode:
    """The period written as ``kode``. Raises ``KinerjaError('galat.periode')`` for anything else."""
    cocok = _POLA.fullmatch(kode.strip())
    if cocok is None:
        raise KinerjaError("galat.periode", nilai=kode)
    tahun = int(cocok["tahun"]) * 100
    if cocok["tw"]:
        return periode_dari_bulan(tahun + int(cocok["tw"]) * 3, "triwulan")
    if cocok["sem"]:
        return periode_dari_bulan(tahun + int(cocok["sem"]) * 6, "semester")
    if cocok["bulan"]:
        return periode_dari_bulan(tahun + int(cocok["bulan"]), "kumulatif" if cocok["kum"] else "bulan")
    return periode_dari_bulan(tahun + 12, "tahun")


def periode_sebelumnya(periode: Periode) -> Periode:
    """The period of the same kind just before. For ``kumulatif``: to the month before, within its year."""
    if periode.jenis == "kumulatif":
        return periode_dari_bulan(geser_bulan(periode.sampai, -1), "kumulatif")
    return periode_dari_bulan(geser_bulan(periode.dari, -1), periode.jenis)


def periode_tahun_lalu(periode: Periode) -> Periode:
    """The same months one year earlier."""
    return Periode(geser_bulan(periode.dari, -12), geser_bulan(periode.sampai, -12), periode.jenis)


def daftar_periode(dari: int, sampai: int, jenis: JenisPeriode) -> list[Periode]:
    """All periods of one kind that hold a month from ``dari`` to ``sampai``, oldest first."""
    return sorted({periode_dari_bulan(bulan, jenis) for bulan in bulan_antara(dari, sampai)})


def potong(periode: Periode, terakhir: int, pertama: int = 0) -> Periode:
    """The period within the months that have data; unchanged when it lies inside them, or wholly outside.

    A running year is compared with the target of the months that have passed, a first year with that of the months
    since reporting began, not with twelve.
    """
    if terakhir < periode.dari or pertama > periode.sampai:
        return periode
    return Periode(max(periode.dari, pertama), min(periode.sampai, terakhir), periode.jenis)
