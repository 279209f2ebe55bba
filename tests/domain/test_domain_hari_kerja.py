"""Deadlines in working days, with holidays, and not a day beyond what is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.errors import KinerjaError
from kinerja.domain.hari_kerja import hari_kerja, hari_kerja_antara, susun_kalender, tenggat

LIBUR = [date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1)]
KALENDER = susun_kalender(LIBUR, date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("tanggal", "hari", "harap"),
    [
        (date(2026, 11, 24), 1, date(2026, 11, 25)),  # Selasa → Rabu
        (date(2026, 11, 27), 1, date(2026, 11, 30)),  # Jumat → Senin
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # Sabtu → Senin
        (date(2026, 11, 24), 14, date(2026, 12, 14)),
        (date(2026, 12, 23), 1, date(2026, 12, 28)),  # cuti bersama, Natal, Sabtu, Minggu
        (date(2026, 12, 23), 5, date(2027, 1, 4)),  # over New Year
    ],
)
def test_the_deadline_skips_weekends_and_holidays(tanggal: date, hari: int, harap: date) -> None:
    assert tenggat(tanggal, hari, KALENDER) == harap


def test_beyond_the_last_known_day_there_is_no_deadline_but_a_sentence() -> None:
    with pytest.raises(KinerjaError) as galat:
        tenggat(date(2027, 12, 30), 2, KALENDER)
    assert galat.value.kunci == "galat.kalender_habis"
    assert galat.value.args_kunci == {
        "tanggal": date(2028, 1, 1),
        "dari": date(2026, 1, 1),
        "sampai": date(2027, 12, 31),
    }
    assert tenggat(date(2027, 12, 30), 1, KALENDER) == date(2027, 12, 31)
    with pytest.raises(KinerjaError):
        tenggat(date(2025, 12, 1), 3, KALENDER)


def test_a_deadline_of_no_days_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="0"):
        tenggat(date(2026, 11, 24), 0, KALENDER)


hari_2026 = st.dates(date(2026, 1, 1), date(2027, 6, 30))


@given(hari_2026, st.integers(1, 60))
def test_a_deadline_is_a_working_day_and_so_many_working_days_away(tanggal: date, hari: int) -> None:
    batas = tenggat(tanggal, hari, KALENDER)
    assert hari_kerja(batas, KALENDER)
    assert hari_kerja_antara(tanggal, batas, KALENDER) == hari
    assert hari_kerja_antara(batas, tanggal, KALENDER) == -hari
    assert hari_kerja_antara(tanggal, batas - timedelta(days=1), KALENDER) == hari - 1
    assert tenggat(tanggal, hari + 1, KALENDER) > batas


@given(hari_2026, st.integers(1, 30), st.sets(hari_2026, max_size=30))
def test_more_holidays_never_bring_a_deadline_nearer(tanggal: date, hari: int, libur: set[date]) -> None:
    lebih = susun_kalender([*LIBUR, *libur], KALENDER.dari, KALENDER.sampai)
    assert tenggat(tanggal, hari, lebih) >= tenggat(tanggal, hari, KALENDER)
