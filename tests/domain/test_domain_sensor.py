"""Small cells: no figure of a few people may be seen, nor computed from what is seen."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import pytest

from kinerja.domain.graf import bridges, follows, neighbours
from kinerja.domain.sensor_masa import Masa, TutupMasa, gabung, hidden_over_time
from kinerja.domain.unit import turunan

MINIMUM = 5
Orang = dict[str, int]
Toko = tuple[dict[Masa, Orang], dict[str, list[str]], list[str]]
ANAK = {"W": ["A", "B", "C"]}
BULAN = [(202600 + b, 202600 + b) for b in range(1, 13)]


def satu(n: Orang, anak: dict[str, list[str]]) -> frozenset[str]:
    return hidden_over_time({BULAN[0]: n}, anak, MINIMUM, sama=True).periode(202601, 202601)


def toko_acak(benih: int) -> Toko:
    """A random tree in which any unit has people of its own, a few months, sometimes a figure of a whole quarter."""
    acak, anak, units = random.Random(benih), dict[str, list[str]](), list[str]()  # noqa: S311

    def tanam(kode: str, dalam: int) -> None:
        units.append(kode)
        if dalam and acak.random() < 0.8:
            anak[kode] = [f"{kode}{i}" for i in range(acak.randint(1, 4))]
            for a in anak[kode]:
                tanam(a, dalam - 1)

    tanam("W", 3)
    masa = BULAN[: acak.choice([2, 3, 4, 6])] + ([(202601, 202603)] if acak.random() < 0.3 else [])
    banyak = acak.choice([[0, 1, 2, 3, 5, 6, 9, 20], [4, 5, 6, 8, 20]])
    n = {m: {u: acak.choice(banyak) for u in units if acak.random() < 0.7} for m in masa}
    if acak.random() < 0.4:  # nearly the same people every month
        tetap = n[masa[0]]
        n = {m: {u: max(0, k + (acak.random() < 0.1) * acak.choice([-1, 1])) for u, k in tetap.items()} for m in masa}
    return n, anak, units


def _vektor(n: dict[Masa, Orang], units: list[str], dari: int, sampai: int) -> np.ndarray:
    """Which cells are summed in the figure of these units in these months."""
    pilih = set(units)
    return np.array(
        [
            float(u in pilih and dari <= m[0] and m[1] <= sampai)
            for m, orang in n.items()
            for u, k in orang.items()
            if k > 0
        ]
    )


PERIODE = [(202600 + a, 202600 + b) for a in range(1, 8) for b in (*range(a, 8), 12)]


def yang_tampak(toko: Toko, tutup: TutupMasa) -> np.ndarray:
    """An orthonormal basis of everything that can be computed from the figures shown."""
    n, anak, units = toko
    baris = [_vektor(n, turunan(u, anak), *p) for p in PERIODE for u in units if u not in tutup.periode(*p)]
    _, nilai, arah = np.linalg.svd(np.unique(np.array(baris), axis=0), full_matrices=False)
    return arah[nilai > 1e-9]


def angka_kecil(toko: Toko, *, sama: bool) -> Iterator[tuple[str, np.ndarray]]:
    """Figures of fewer than the minimum: of a unit with all below it and of its own, in any months."""
    n, anak, units = toko
    for isi in [*([u] for u in units), *(turunan(u, anak) for u in anak)]:
        for dari, sampai in PERIODE:
            orang = [sum(n[m].get(u, 0) for u in isi) for m in n if dari <= m[0] and m[1] <= sampai]
            if 0 < (max(orang, default=0) if sama else sum(orang)) < MINIMUM:
                yield f"{isi} {dari}-{sampai}", _vektor(n, isi, dari, sampai)


@pytest.mark.parametrize("sama", [True, False])
@pytest.mark.parametrize("benih", range(60))
def test_no_figure_of_few_people_follows_from_the_figures_shown(benih: int, sama: bool) -> None:
    toko = toko_acak(benih)
    ruang = yang_tampak(toko, hidden_over_time(toko[0], toko[1], MINIMUM, sama=sama))
    bocor = [s for s, v in angka_kecil(toko, sama=sama) if np.linalg.norm(v - ruang.T @ (ruang @ v)) < 1e-7]
    assert bocor == []


@pytest.mark.parametrize("benih", range(0, 60, 7))
def test_the_answer_does_not_depend_on_the_order_of_units_and_months(benih: int) -> None:
    n, anak, _ = toko_acak(benih)
    terbalik = {m: dict(reversed(orang.items())) for m, orang in reversed(n.items())}
    anak_terbalik = {k: list(reversed(v)) for k, v in anak.items()}
    satu_, dua = (hidden_over_time(*x, MINIMUM, sama=False) for x in ((n, anak), (terbalik, anak_terbalik)))
    assert all(satu_.periode(*p) == dua.periode(*p) for p in PERIODE)


@pytest.mark.parametrize(
    ("n", "tutup"),
    [
        ({"A": 10, "B": 20}, set()),
        ({"A": 10, "B": 20, "C": 3}, {"C", "A"}),
        ({"A": 20, "B": 3, "C": 2}, {"B", "C"}),
        ({"A": 10, "B": 0, "C": 0}, set()),
        ({"A": 3}, {"W", "A"}),
        ({"A": 20, "B": 4}, {"A", "B"}),
        ({"A": 20, "B": 5}, set()),
        ({"A": 3, "B": 3}, {"A", "B"}),
        ({"W": 1, "A": 10, "B": 20, "C": 30}, {"A"}),  # the head alone would be the whole less its parts
        ({"W": 1, "A": 3, "B": 20, "C": 30}, {"A", "B"}),  # head and A are four
        ({"W": 5, "A": 10, "B": 20, "C": 30}, set()),
        ({"W": 6, "A": 3, "B": 20, "C": 30}, {"A"}),
    ],
)
def test_with_a_small_part_the_smallest_other_one_goes_too(n: Orang, tutup: set[str]) -> None:
    assert satu(n, ANAK) == tutup


def test_without_a_minimum_nothing_is_hidden() -> None:
    assert hidden_over_time({BULAN[0]: {"A": 1, "B": 2}}, ANAK, 0, sama=True).periode(202601, 202612) == frozenset()


def test_a_single_child_that_is_small_hides_its_parent_all_the_way_up() -> None:
    assert satu({"X": 4}, {"W": ["D"], "D": ["P"], "P": ["X"]}) == {"W", "D", "P", "X"}


def _dua_belas(**januari: int) -> dict[Masa, Orang]:
    return {m: {"A": 8, "B": 27, "C": 30} | (januari if m == BULAN[0] else {}) for m in BULAN}


def test_a_hidden_month_of_respondents_takes_another_month_of_the_same_unit_with_it() -> None:
    tutup = hidden_over_time(_dua_belas(A=3), ANAK, MINIMUM, sama=False)
    assert "A" not in tutup.periode(202601, 202612)
    assert len([b for b, _ in BULAN if "A" in tutup.periode(b, b)]) == 2  # else the year less the others


def test_a_period_is_shown_when_each_of_its_months_is() -> None:
    tutup = hidden_over_time(_dua_belas(A=3), ANAK, MINIMUM, sama=False)
    terbuka = [b for b, _ in BULAN if "A" not in tutup.periode(b, b)]
    assert "A" in tutup.periode(202601, 202603)
    assert "A" not in tutup.periode(terbuka[-2], terbuka[-1])


def test_staff_are_shown_for_no_year_with_a_hidden_month_and_lose_no_other_month() -> None:
    """Two months hold no more of them than one: a month more hidden would still leave a figure of few people."""
    tutup = hidden_over_time(_dua_belas(A=3), ANAK, MINIMUM, sama=True)
    assert [b for b, _ in BULAN if "A" in tutup.periode(b, b)] == [202601]
    assert {"A", "B"} <= tutup.periode(202601, 202612)
    assert tutup.periode(202602, 202612) == frozenset()


def test_years_stand_apart_and_a_longer_span_is_shown_when_both_are() -> None:
    lalu = {(a - 100, b - 100): orang for (a, b), orang in _dua_belas(A=3).items()}
    semua = gabung(hidden_over_time(n, ANAK, MINIMUM, sama=True) for n in (lalu, _dua_belas()))
    assert "A" in semua.periode(202501, 202612)
    assert "A" not in semua.periode(202502, 202612)


def test_a_bridge_lies_on_no_cycle() -> None:
    sisi = [(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 6), (6, 4), (7, 8)]
    assert bridges(sisi) == {(3, 4), (7, 8)}


def test_two_edges_that_part_a_graph_only_together_follow_only_together() -> None:
    sisi = [("a", "p"), ("a", "q"), ("b", "p"), ("b", "q"), ("b", "r"), ("c", "r")]
    tetangga = neighbours(sisi)
    assert follows(tetangga, [("c", "r")])
    assert follows(tetangga, [("a", "p"), ("a", "q")])
    assert not follows(tetangga, [("a", "p")])
