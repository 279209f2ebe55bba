"""How the office writes numbers, days, months and periods."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kinerja.domain.periode import parse_periode, rentang
from kinerja.i18n import format as tulis


@pytest.mark.parametrize(
    ("nilai", "desimal", "id_", "en"),
    [
        (1_234_567.89, 2, "1.234.567,89", "1,234,567.89"),
        (1_234_567.89, 0, "1.234.568", "1,234,568"),
        (-3.25, 1, "−3,3", "−3.3"),
        (-3.34, 1, "−3,3", "−3.3"),
        (0.0, 1, "0,0", "0.0"),
        (-0.04, 1, "0,0", "0.0"),
        (76.605, 2, "76,61", "76.61"),
        (999.95, 1, "1.000,0", "1,000.0"),
        (1000, 0, "1.000", "1,000"),
        (999, 0, "999", "999"),
        (0.5, 0, "1", "1"),
        (None, 2, "–", "–"),
        (float("nan"), 2, "–", "–"),
    ],
)
def test_numbers_are_written_half_up_with_the_separators_of_the_language(
    nilai: float | None, desimal: int, id_: str, en: str
) -> None:
    assert tulis.angka(nilai, desimal, "id") == id_
    assert tulis.angka(nilai, desimal, "en") == en


@pytest.mark.parametrize(("nilai", "hasil"), [(5.4, "+5,4"), (-2.0, "−2,0"), (0.0, "0,0"), (0.04, "0,0")])
def test_a_change_carries_its_sign_but_no_change_carries_none(nilai: float, hasil: str) -> None:
    assert tulis.angka(nilai, 1, "id", tanda=True) == hasil


@pytest.mark.parametrize(("nilai", "hasil"), [(94.25, "94,3%"), (100.0, "100,0%"), (None, "–")])
def test_percent_has_one_decimal_and_no_sign_without_a_number(nilai: float | None, hasil: str) -> None:
    assert tulis.persen(nilai, "id") == hasil


def test_a_day_is_written_out() -> None:
    assert tulis.tanggal(date(2026, 11, 24), "id") == "24 November 2026"
    assert tulis.tanggal(date(2026, 8, 1), "id") == "1 Agustus 2026"
    assert tulis.tanggal(date(2026, 8, 1), "en") == "1 August 2026"


@pytest.mark.parametrize(
    ("pada", "id_", "en"),
    [
        (datetime(2026, 11, 24, 7, 30, tzinfo=UTC), "24 Nov 2026 14.30 WIB", "24 Nov 2026 14:30 WIB"),
        (datetime(2026, 12, 31, 17, 5, tzinfo=UTC), "1 Jan 2027 00.05 WIB", "1 Jan 2027 00:05 WIB"),
    ],
)
def test_a_time_is_written_in_wib_even_over_midnight(pada: datetime, id_: str, en: str) -> None:
    assert tulis.waktu(pada, "id") == id_
    assert tulis.waktu(pada, "en") == en


def test_short_months_are_those_of_the_language() -> None:
    assert [tulis.nama_bulan(b, "id") for b in range(1, 13)] == [
        "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
    ]  # fmt: skip
    assert tulis.nama_bulan(8, "en") == "Aug"
    assert tulis.bulan(202605, "id") == "Mei 2026"
    assert tulis.bulan(202610, "id", pendek=True) == "Okt 2026"


@pytest.mark.parametrize(
    ("kode", "panjang", "pendek"),
    [
        ("2026-10", "Oktober 2026", "Okt 2026"),
        ("2026-TW1", "Triwulan I 2026", "TW I 2026"),
        ("2026-TW3", "Triwulan III 2026", "TW III 2026"),
        ("2026-TW4", "Triwulan IV 2026", "TW IV 2026"),
        ("2026-S1", "Semester I 2026", "Semester I 2026"),
        ("2026-S2", "Semester II 2026", "Semester II 2026"),
        ("2026", "Tahun 2026", "Tahun 2026"),
        ("2026-10-kum", "Januari–Oktober 2026", "Jan–Okt 2026"),
        ("2026-01-kum", "Januari 2026", "Jan 2026"),
    ],
)
def test_periods_are_named_as_government_names_them(kode: str, panjang: str, pendek: str) -> None:
    assert tulis.periode(parse_periode(kode), "id") == panjang
    assert tulis.periode(parse_periode(kode), "id", pendek=True) == pendek


def test_english_periods_have_english_words() -> None:
    assert tulis.periode(parse_periode("2026-08-kum"), "en") == "January–August 2026"
    assert "Triwulan" not in tulis.periode(parse_periode("2026-TW3"), "en")


def test_a_free_span_is_written_from_month_to_month() -> None:
    assert tulis.periode(rentang(202511, 202602), "id") == "Nov 2025 – Feb 2026"


def test_a_quarter_cut_at_the_last_month_with_data_keeps_its_name() -> None:
    """October alone is still the fourth triwulan as far as it has come."""
    from kinerja.domain.periode import potong

    assert tulis.periode(potong(parse_periode("2026-TW4"), 202610), "id") == "Triwulan IV 2026"
    assert tulis.periode(potong(parse_periode("2026-S2"), 202610), "id") == "Semester II 2026"
