"""Axes: round ticks in the office's numbers, honest ranges, month names."""

from __future__ import annotations

import pytest

from kinerja.charts.skala import rentang_batang, rentang_garis, tik, tik_bulan, tik_muat


def test_ticks_are_round_and_written_as_the_office_does() -> None:
    assert tik(4430, 5620, 5, 0, "id") == (
        [4500, 4750, 5000, 5250, 5500],
        ["4.500", "4.750", "5.000", "5.250", "5.500"],
    )
    assert tik(4430, 5620, 5, 0, "en")[1][0] == "4,500"


def test_ticks_show_no_more_decimals_than_they_need() -> None:
    assert tik(76.2, 94.1, 4, 2, "id")[1] == ["80", "85", "90"]
    assert tik(3.0, 3.6, 4, 2, "id")[1] == ["3,0", "3,2", "3,4", "3,6"]


def test_counts_never_get_a_tick_between_whole_numbers() -> None:
    letak, tulis = tik(0, 3.4, 5, 0, "id")
    assert letak == [0, 1, 2, 3]
    assert len(set(tulis)) == len(tulis)


def test_a_quarter_step_is_written_with_its_two_decimals() -> None:
    assert tik(1.0, 2.0, 4, 2, "id")[1] == ["1,00", "1,25", "1,50", "1,75", "2,00"]


def test_ticks_that_do_not_fit_side_by_side_become_fewer() -> None:
    sempit, luas = tik_muat((0, 100000), 130, 12, 0, "id"), tik_muat((0, 100000), 900, 12, 0, "id")
    assert len(sempit[0]) < len(luas[0])


def test_a_line_axis_is_not_forced_to_zero_but_spans_a_fifth_of_the_mean() -> None:
    bawah, atas = rentang_garis([100.0, 100.4, 99.8])
    assert bawah == pytest.approx(90.1, abs=0.2)
    assert atas == pytest.approx(110.1, abs=0.2)


def test_a_wide_series_is_not_cut() -> None:
    bawah, atas = rentang_garis([10.0, None, 90.0])
    assert bawah <= 10.0
    assert atas > 90.0


def test_an_axis_never_falls_below_zero_for_figures_that_cannot() -> None:
    assert rentang_garis([0.0, 5.0])[0] == 0.0


def test_a_bar_axis_starts_at_zero() -> None:
    assert rentang_batang([480.0, None, 610.0])[0] == 0.0
    assert rentang_batang([480.0, None, 610.0])[1] > 610.0


def test_an_axis_without_values_still_has_a_length() -> None:
    for bawah, atas in (rentang_garis([]), rentang_garis([0.0]), rentang_batang([]), rentang_batang([0.0])):
        assert atas > bawah


def test_months_are_named_in_the_language_with_the_year_below_once() -> None:
    letak, tulis = tik_bulan(202601, 10, "id")
    assert letak == [0, 2, 4, 6, 8]
    assert tulis == ["Jan<br>2026", "Mar", "Mei", "Jul", "Sep"]
    assert tik_bulan(202608, 1, "id")[1] == ["Agu<br>2026"]
    assert tik_bulan(202605, 1, "en")[1] == ["May<br>2026"]


def test_two_years_are_never_written_side_by_side() -> None:
    assert tik_bulan(202511, 12, "id")[1][:2] == ["Nov", "Jan<br>2026"]


def test_a_long_axis_has_at_most_nine_labels() -> None:
    assert all(len(tik_bulan(202001, n, "id")[0]) <= 9 for n in range(1, 100))
