"""Collision logic: labels never overlap, move as little as needed, and dropping one is the last resort."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.charts.letak import Bendera, dorong, kibarkan, tempat

TINGGI = st.floats(8, 30)
LETAK = st.floats(0, 260)


def test_labels_that_do_not_touch_stay_where_they_are() -> None:
    assert dorong([20.0, 80.0, 200.0], [16, 16, 16], 260) == [20.0, 80.0, 200.0]


def test_two_labels_at_one_height_move_apart_evenly() -> None:
    assert dorong([100.0, 100.0], [16, 16], 260) == [92.0, 108.0]


def test_labels_keep_the_order_of_their_lines() -> None:
    assert dorong([102.0, 100.0, 101.0], [20, 20, 20], 260) == [121.0, 81.0, 101.0]


def test_tall_and_short_labels_touch_exactly_at_their_edges() -> None:
    bawah, atas = dorong([50.0, 50.0], [40, 10], 260)
    assert atas - bawah == pytest.approx(25.0)


def test_no_labels_give_no_places() -> None:
    assert dorong([], [], 260) == []


@given(st.lists(st.tuples(LETAK, TINGGI), min_size=1, max_size=8))
@settings(max_examples=200, derandomize=True)
def test_labels_never_overlap_and_stay_inside_when_they_fit(isi: list[tuple[float, float]]) -> None:
    tinggi = [t for _, t in isi]
    hasil = dorong([p for p, _ in isi], tinggi, 260)
    urut = sorted(zip(hasil, tinggi, strict=True))
    for (a, ta), (b, tb) in pairwise(urut):
        assert b - a >= (ta + tb) / 2 - 1e-6
    if sum(tinggi) <= 260:
        assert urut[0][0] - urut[0][1] / 2 >= -1e-6
        assert urut[-1][0] + urut[-1][1] / 2 <= 260 + 1e-6


def test_titles_far_apart_share_the_lowest_level() -> None:
    hasil = kibarkan([Bendera(10, 50), Bendera(150, 50)], 3, (0, 300))
    assert [k.tingkat for k in hasil if k] == [0, 0]


def test_a_title_without_room_at_the_right_hangs_to_the_left() -> None:
    (hasil,) = kibarkan([Bendera(290, 60)], 3, (0, 300))
    assert hasil is not None
    assert not hasil.kanan


def test_a_title_wider_than_the_drawing_is_dropped() -> None:
    assert kibarkan([Bendera(150, 400)], 3, (0, 300)) == [None]


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(10, 120)), min_size=1, max_size=6))
@settings(max_examples=200, derandomize=True)
def test_no_title_meets_a_title_or_a_pole(isi: list[tuple[float, float]]) -> None:
    bendera = sorted(Bendera(x, w) for x, w in isi)
    hasil = [(b, k) for b, k in zip(bendera, kibarkan(bendera, 3, (0, 300)), strict=True) if k is not None]
    kotak = [((b.tiang, b.tiang + b.lebar) if k.kanan else (b.tiang - b.lebar, b.tiang)) for b, k in hasil]
    for i, (b, k) in enumerate(hasil):
        assert kotak[i][0] >= 0
        assert kotak[i][1] <= 300
        for j, (_, lain) in enumerate(hasil):
            if i != j and k.tingkat == lain.tingkat:
                assert kotak[i][1] <= kotak[j][0] or kotak[j][1] <= kotak[i][0]
            if lain.tingkat < k.tingkat:
                assert not kotak[j][0] < b.tiang < kotak[j][1]


def test_the_label_of_a_target_lies_on_the_free_side_of_the_data() -> None:
    target = [(float(x), 100.0) for x in range(0, 300, 20)]
    data_di_atas = [(float(x), 115.0) for x in range(0, 300, 20)]
    _, y = tempat(target, [data_di_atas], 60, 10, (300, 260))
    assert y == 90.0


def test_the_label_of_a_target_does_not_sit_on_a_step_of_its_own_line() -> None:
    tangga = [(float(x), 50.0 if x < 150 else 62.0) for x in range(0, 300, 20)]
    x, y = tempat(tangga, [[(0.0, 20.0), (299.0, 20.0)]], 60, 10, (300, 260))
    assert not (x - 30 < 150 < x + 30 and 50 < y < 62)


def test_the_label_of_a_target_keeps_away_from_a_peak() -> None:
    target = [(float(x), 100.0) for x in range(0, 300, 20)]
    puncak = [(0.0, 60.0), (40.0, 130.0), (80.0, 60.0), (300.0, 60.0)]
    x, _ = tempat(target, [puncak], 60, 10, (300, 260))
    assert x - 30 > 60  # where the flank has fallen a label's height below the target


def test_a_label_stays_inside_the_drawing() -> None:
    x, _ = tempat([(2.0, 50.0)], [], 80, 10, (300, 260))
    assert x == 40.0


def test_a_label_does_not_leave_the_drawing_at_the_bottom() -> None:
    dasar = [(float(x), 4.0) for x in range(0, 300, 20)]
    data_di_atas = [(float(x), 24.0) for x in range(0, 300, 20)]
    _, y = tempat(dasar, [data_di_atas], 60, 10, (300, 260))
    assert y == 14.0


def test_a_label_avoids_upright_lines_of_events() -> None:
    target = [(float(x), 100.0) for x in range(0, 300, 20)]
    tegak = [[(60.0, 0.0), (60.0, 260.0)]]
    x, _ = tempat(target, tegak, 60, 10, (300, 260))
    assert not x - 30 < 60 < x + 30
