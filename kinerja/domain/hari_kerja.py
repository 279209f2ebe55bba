"""Deadlines in working days: Monday to Friday without holidays and cuti bersama, as far as the calendar is known.

Beyond the last known day there is no answer: holidays of a year are decreed late in the year before, and a deadline
that guessed would be wrong on the day it matters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.domain.errors import KinerjaError

_SEHARI = timedelta(days=1)
_SABTU = 5


@dataclass(frozen=True)
class Kalender:
    """Days off besides weekends, complete from ``dari`` to ``sampai`` (both included)."""

    libur: frozenset[date]
    dari: date
    sampai: date


def susun_kalender(libur: Iterable[date], dari: date, sampai: date) -> Kalender:
    """A calendar whose holidays are known for exactly these days."""
    return Kalender(frozenset(libur), dari, sampai)


def hari_kerja(tanggal: date, kalender: Kalender) -> bool:
    """Is this a working day? Raises ``KinerjaError('galat.kalender_habis')`` outside the calendar."""
    if not kalender.dari <= tanggal <= kalender.sampai:
        raise KinerjaError("galat.kalender_habis", tanggal=tanggal, dari=kalender.dari, sampai=kalender.sampai)
    return tanggal.weekday() < _SABTU and tanggal not in kalender.libur


def tenggat(tanggal: date, hari: int, kalender: Kalender) -> date:
    """The ``hari``-th working day after ``tanggal``; that day itself is not counted, nor need it be a working day.

    Raises ``KinerjaError('galat.kalender_habis')`` when the count runs out of the calendar, ``ValueError`` below 1.
    """
    if hari < 1:
        raise ValueError(hari)
    while hari:
        tanggal += _SEHARI
        hari -= hari_kerja(tanggal, kalender)
    return tanggal


def hari_kerja_antara(dari: date, sampai: date, kalender: Kalender) -> int:
    """Working days after ``dari`` up to and with ``sampai``; negative when ``sampai`` is the earlier one."""
    if sampai < dari:
        return -hari_kerja_antara(sampai, dari, kalender)
    hari = (dari + _SEHARI * ke for ke in range(1, (sampai - dari).days + 1))
    return sum(hari_kerja(h, kalender) for h in hari)
