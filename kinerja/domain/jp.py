"""Training hours (JP): a yearly minimum for PNS, a right for PPPK. Who has no duty can have no shortfall.

The outlook to the end of the year is simple and says what it assumes: hours go on coming at the pace of the year so
far. It is not given before 120 days of service in the year, and one ordinary one-day course may overturn it, so whoever
is no more than that short is called undecided. No text seen says whether the minimum is cut for who came during the
year: it is not cut here, and whoever came then is undecided until the hours are there or clearly coming, never behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from kinerja.domain.ambang import nilai_ambang
from kinerja.domain.errors import KinerjaError
from kinerja.domain.unit import BULAN_AWAL

StatusAsn = Literal["PNS", "PPPK"]
STATUS_ASN: tuple[StatusAsn, ...] = get_args(StatusAsn)
ArahJp = Literal["tercapai", "sejalan", "tak_pasti", "tertinggal", "tidak_tercapai", "hak"]
"""Reached; on pace; cannot be told yet; will miss it at this pace; the year is over without it; a right, no duty."""


@dataclass(frozen=True)
class KeadaanJp:
    """Hours of one person and year. ``batas``: the minimum (PNS) or the right (PPPK). ``kurang``: hours still due,
    always 0 for PPPK. ``persen``: of batas, at most 100. ``proyeksi``: hours at the end of the year at the pace so far;
    None while it is too early, and for PPPK.
    """

    status: StatusAsn
    jp: float
    batas: float
    kurang: float
    persen: float
    proyeksi: float | None
    arah: ArahJp


def baca_status(teks: str) -> StatusAsn:
    """The status a text names. Raises ``KinerjaError('galat.status_asn')``: duty and right must not be mixed up."""
    kata = teks.strip().upper().replace("P3K", "PPPK")
    cocok = next((s for s in STATUS_ASN if s == kata), None)
    if cocok is None:
        raise KinerjaError("galat.status_asn", nilai=teks)
    return cocok


def hari_mulai(bulan: int) -> date | None:
    """First day of the month in which service began; None where that is not known (0, or before all that is stored)."""
    return date(bulan // 100, bulan % 100, 1) if bulan > BULAN_AWAL else None


def periksa_jp(status: StatusAsn, jp: float, hari_ini: date, mulai: date | None = None) -> KeadaanJp:
    """Where a person stands with ``jp`` hours of the year of ``hari_ini``.

    ``mulai``: first day of service, when it lies in that year. Hours of a past year are asked with its 31 December.
    """
    bulan = hari_ini.year * 100 + hari_ini.month
    if status == "PPPK":
        hak = float(nilai_ambang("jp.pppk_hak", bulan))
        return KeadaanJp(status, jp, hak, 0.0, _persen(jp, hak), None, "hak")
    batas = float(nilai_ambang("jp.pns_minimum", bulan))
    proyeksi = _proyeksi(jp, hari_ini, mulai)
    sebagian = mulai is not None and mulai > date(hari_ini.year, 1, 1)
    arah = _arah_sebagian(jp, batas, proyeksi, hari_ini) if sebagian else _arah(jp, batas, proyeksi, hari_ini)
    return KeadaanJp(status, jp, batas, max(0.0, batas - jp), _persen(jp, batas), proyeksi, arah)


def _persen(jp: float, batas: float) -> float:
    return min(100.0, 100.0 * jp / batas)


def _proyeksi(jp: float, hari_ini: date, mulai: date | None) -> float | None:
    """Hours at the year's end at the pace so far; None before there is enough of the year to have a pace."""
    awal, akhir = date(hari_ini.year, 1, 1), date(hari_ini.year, 12, 31)
    awal = max(awal, mulai) if mulai else awal
    berjalan = (hari_ini - awal).days + 1
    if hari_ini == akhir:
        return jp
    if berjalan < nilai_ambang("jp.hari_minimum"):
        return None
    return jp * ((akhir - awal).days + 1) / berjalan


def _arah_sebagian(jp: float, batas: float, proyeksi: float | None, hari_ini: date) -> ArahJp:
    """For part of a year there is hope or doubt, no shortfall."""
    arah = _arah(jp, batas, proyeksi, hari_ini)
    return arah if arah in ("tercapai", "sejalan") else "tak_pasti"


def _arah(jp: float, batas: float, proyeksi: float | None, hari_ini: date) -> ArahJp:
    if jp >= batas:
        return "tercapai"
    if (hari_ini.month, hari_ini.day) == (12, 31):
        return "tidak_tercapai"
    if proyeksi is None:
        return "tak_pasti"
    if proyeksi >= batas:
        return "sejalan"
    return "tak_pasti" if batas - jp <= nilai_ambang("jp.kursus_sehari") else "tertinggal"
