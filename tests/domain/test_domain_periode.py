"""Periods: their kode, their neighbours, and what happens at the turn of a year."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import (
    JENIS_PERIODE,
    Periode,
    bulan_antara,
    daftar_periode,
    geser_bulan,
    parse_periode,
    periode_dari_bulan,
    periode_sebelumnya,
    periode_tahun_lalu,
    potong,
    rentang,
    selisih_bulan,
)

BULAN = st.builds(lambda t, b: t * 100 + b, st.integers(1990, 2090), st.integers(1, 12))


@pytest.mark.parametrize(
    ("kode", "dari", "sampai", "jenis", "panjang"),
    [
        ("2026-10", 202610, 202610, "bulan", 1),
        ("2026-01", 202601, 202601, "bulan", 1),
        ("2026-12", 202612, 202612, "bulan", 1),
        ("2026-TW1", 202601, 202603, "triwulan", 3),
        ("2026-TW3", 202607, 202609, "triwulan", 3),
        ("2026-TW4", 202610, 202612, "triwulan", 3),
        ("2026-S1", 202601, 202606, "semester", 6),
        ("2026-S2", 202607, 202612, "semester", 6),
        ("2026", 202601, 202612, "tahun", 12),
        ("2026-10-kum", 202601, 202610, "kumulatif", 10),
        ("2026-01-kum", 202601, 202601, "kumulatif", 1),
        (" 2026-S2 ", 202607, 202612, "semester", 6),
    ],
)
def test_a_kode_names_its_months(kode: str, dari: int, sampai: int, jenis: str, panjang: int) -> None:
    p = parse_periode(kode)
    assert (p.dari, p.sampai, p.jenis, p.panjang) == (dari, sampai, jenis, panjang)
    assert p.kode == kode.strip()


@pytest.mark.parametrize(
    "kode",
    ["", "26", "2026-13", "2026-00", "2026-1", "2026-TW0", "2026-TW5", "2026-S3", "2026-S2-kum", "2026-10-KUM",
     "Oktober 2026", "2026-10; drop table mart", "2026/10", "2026-10\n2026"],
)  # fmt: skip
def test_anything_else_is_refused_with_a_sentence(kode: str) -> None:
    with pytest.raises(KinerjaError) as galat:
        parse_periode(kode)
    assert galat.value.kunci == "galat.periode"
    assert galat.value.args_kunci == {"nilai": kode}


@given(BULAN, st.sampled_from(JENIS_PERIODE))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_every_offered_period_comes_back_from_its_kode(bulan: int, jenis: str) -> None:
    p = periode_dari_bulan(bulan, jenis)
    assert parse_periode(p.kode) == p
    assert p.dari <= bulan <= p.sampai


@pytest.mark.parametrize(
    ("kode", "sebelum", "tahun_lalu"),
    [
        ("2026-01", "2025-12", "2025-01"),
        ("2026-10", "2026-09", "2025-10"),
        ("2026-TW1", "2025-TW4", "2025-TW1"),
        ("2026-TW3", "2026-TW2", "2025-TW3"),
        ("2026-S1", "2025-S2", "2025-S1"),
        ("2026-S2", "2026-S1", "2025-S2"),
        ("2026", "2025", "2025"),
        ("2026-10-kum", "2026-09-kum", "2025-10-kum"),
        ("2026-01-kum", "2025-12-kum", "2025-01-kum"),
    ],
)
def test_the_period_before_and_the_same_period_last_year(kode: str, sebelum: str, tahun_lalu: str) -> None:
    p = parse_periode(kode)
    assert periode_sebelumnya(p).kode == sebelum
    assert periode_tahun_lalu(p).kode == tahun_lalu


@pytest.mark.parametrize(
    ("bulan", "n", "hasil"),
    [(202601, -1, 202512), (202512, 1, 202601), (202601, -13, 202412), (202611, 14, 202801), (202605, 0, 202605)],
)
def test_months_roll_over_the_year(bulan: int, n: int, hasil: int) -> None:
    assert geser_bulan(bulan, n) == hasil
    assert selisih_bulan(bulan, hasil) == n


@given(BULAN, st.integers(-500, 500))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_shifting_there_and_back_is_nothing_and_months_are_always_months(bulan: int, n: int) -> None:
    lain = geser_bulan(bulan, n)
    assert 1 <= lain % 100 <= 12
    assert geser_bulan(lain, -n) == bulan
    assert selisih_bulan(bulan, lain) == n


def test_months_of_a_span_hold_both_ends_and_cross_the_year() -> None:
    assert bulan_antara(202511, 202602) == [202511, 202512, 202601, 202602]
    assert bulan_antara(202511, 202511) == [202511]
    assert bulan_antara(202512, 202511) == []


def test_a_list_of_periods_holds_each_once_in_order_and_the_cut_ones_at_the_ends() -> None:
    assert [p.kode for p in daftar_periode(202511, 202605, "triwulan")] == ["2025-TW4", "2026-TW1", "2026-TW2"]
    assert [p.kode for p in daftar_periode(202311, 202610, "tahun")] == ["2023", "2024", "2025", "2026"]
    assert [p.kode for p in daftar_periode(202512, 202602, "kumulatif")] == [
        "2025-12-kum",
        "2026-01-kum",
        "2026-02-kum",
    ]


@pytest.mark.parametrize(
    ("dari", "sampai", "kode"),
    [
        (202610, 202610, "2026-10"),
        (202607, 202609, "2026-TW3"),
        (202607, 202612, "2026-S2"),
        (202601, 202612, "2026"),
        (202601, 202610, "2026-10-kum"),
        (202601, 202603, "2026-TW1"),
        (202602, 202604, "2026-02..2026-04"),
        (202511, 202602, "2025-11..2026-02"),
        (202501, 202612, "2025-01..2026-12"),
    ],
)
def test_a_free_span_takes_the_name_it_has(dari: int, sampai: int, kode: str) -> None:
    p = rentang(dari, sampai)
    assert (p.kode, p.dari, p.sampai) == (kode, dari, sampai)


@pytest.mark.parametrize(
    ("kode", "terakhir", "dari", "sampai"),
    [
        ("2026", 202610, 202601, 202610),
        ("2026-TW4", 202610, 202610, 202610),
        ("2026-TW3", 202610, 202607, 202609),
        ("2026", 202612, 202601, 202612),
        ("2027", 202610, 202701, 202712),
        ("2026-TW4", 202609, 202610, 202612),
    ],
)
def test_a_running_period_ends_at_the_last_month_with_data(kode: str, terakhir: int, dari: int, sampai: int) -> None:
    p = potong(parse_periode(kode), terakhir)
    assert (p.dari, p.sampai, p.jenis) == (dari, sampai, parse_periode(kode).jenis)


def test_a_cut_period_keeps_its_name_and_counts_only_the_months_that_passed() -> None:
    p = potong(parse_periode("2026-TW4"), 202611)
    assert p == Periode(202610, 202611, "triwulan")
    assert (p.panjang, p.tahun) == (2, 2026)


@pytest.mark.parametrize("kode", ["2026-TW4", "2026-S2", "2026", "2026-TW3", "2026-S1", "2026-10"])
@pytest.mark.parametrize("terakhir", [202601, 202607, 202610, 202611, 202612])
def test_a_cut_period_keeps_its_kode_too_or_it_would_be_taken_for_the_one_before(kode: str, terakhir: int) -> None:
    """October 2026 as the running fourth triwulan is not the third, nor the second semester the first."""
    assert potong(parse_periode(kode), terakhir).kode == kode
