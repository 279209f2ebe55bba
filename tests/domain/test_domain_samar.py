"""Numbers of persons in names: which are hidden, and what is left because it is a day, a time or a code."""

from __future__ import annotations

import pytest

from kinerja.domain.samar import bernomor_panjang, samarkan


@pytest.mark.parametrize(
    ("teks", "jadi"),
    [
        ("Laporan NIP 197803122005012007.xlsx", "Laporan NIP ….xlsx"),
        ("Siti 19780312 200501 2 007", "Siti …"),
        ("NIP_19780312_200501_2_007", "NIP_…"),
        ("1371 0465 1278 0003", "…"),
        ("HP 0812-3456-7890", "HP …"),
        ("NIP1371010201", "NIP…"),
        ("20261005143210", "…"),
    ],
)
def test_a_run_of_ten_digits_or_more_is_hidden_wholly(teks: str, jadi: str) -> None:
    assert samarkan(teks) == jadi
    assert bernomor_panjang(teks)


@pytest.mark.parametrize(
    "teks",
    [
        *("Rekap 2026-10-05 14.30", "01-10-2026 31-10-2026", "2024-2025-2026", "20261005_1432", "7 Ulu", ""),
        *("2026-10 1011119", "1011119 2026-10", "P1371010201 Lubuk Begalung", "123456789"),
    ],
)
def test_days_times_and_codes_of_units_stay(teks: str) -> None:
    assert samarkan(teks) == teks
    assert not bernomor_panjang(teks)
