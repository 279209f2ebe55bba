"""Small cells: no figure of a few people may be seen, nor computed from what is seen."""

from __future__ import annotations

import random

import pytest

from kinerja.domain.sensor import hidden_months, hidden_period, hidden_units

MINIMUM = 5


def pohon_acak(benih: int) -> tuple[dict[str, int], dict[str, list[str]]]:
    """A random tree of up to three levels; a unit's n is that of its children together."""
    acak = random.Random(benih)  # noqa: S311
    n: dict[str, int] = {}
    anak: dict[str, list[str]] = {}

    def tanam(kode: str, dalam: int) -> int:
        if dalam == 0 or acak.random() < 0.2:
            n[kode] = acak.choice([0, 0, 1, 2, 3, 4, 5, 6, 8, 20, 100])
        else:
            anak[kode] = [f"{kode}.{i}" for i in range(acak.randint(1, 5))]
            n[kode] = sum(tanam(a, dalam - 1) for a in anak[kode])
        return n[kode]

    tanam("W", 3)
    return n, anak


@pytest.mark.parametrize("benih", range(300))
def test_no_small_unit_is_shown_and_none_can_be_found_by_subtraction(benih: int) -> None:
    n, anak = pohon_acak(benih)
    tutup = hidden_units(n, anak, MINIMUM)
    assert [u for u, orang in n.items() if 0 < orang < MINIMUM and u not in tutup] == []
    for induk, daftar in anak.items():
        if induk in tutup or n[induk] == 0:
            continue
        berdata = [a for a in daftar if n[a] > 0]
        assert len([a for a in berdata if a in tutup]) != 1, f"{induk} less the shown children gives the hidden one"


@pytest.mark.parametrize("benih", range(0, 300, 7))
def test_the_answer_does_not_depend_on_the_order_of_the_units(benih: int) -> None:
    n, anak = pohon_acak(benih)
    terbalik = {k: n[k] for k in reversed(list(n))}
    anak_terbalik = {k: list(reversed(anak[k])) for k in anak}
    assert hidden_units(terbalik, anak_terbalik, MINIMUM) == hidden_units(n, anak, MINIMUM)


@pytest.mark.parametrize(
    ("n", "tutup"),
    [
        ({"W": 30, "A": 10, "B": 20}, set()),
        ({"W": 33, "A": 10, "B": 20, "C": 3}, {"C", "A"}),
        ({"W": 25, "A": 20, "B": 3, "C": 2}, {"B", "C"}),
        ({"W": 10, "A": 10, "B": 0, "C": 0}, set()),
        ({"W": 3, "A": 3}, {"W", "A"}),
        ({"W": 24, "A": 20, "B": 4}, {"A", "B"}),
        ({"W": 25, "A": 20, "B": 5}, set()),
        ({"W": 6, "A": 3, "B": 3}, {"A", "B"}),
    ],
)
def test_with_a_small_child_its_smallest_sibling_goes_too(n: dict[str, int], tutup: set[str]) -> None:
    assert hidden_units(n, {"W": ["A", "B", "C"]}, MINIMUM) == tutup


def test_a_zero_is_no_person_and_hides_nothing() -> None:
    assert hidden_units({"W": 20, "A": 20, "B": 0}, {"W": ["A", "B"]}, MINIMUM) == frozenset()


def test_without_a_minimum_nothing_is_hidden() -> None:
    assert hidden_units({"W": 3, "A": 1, "B": 2}, {"W": ["A", "B"]}, 0) == frozenset()


def test_a_single_child_that_is_small_hides_its_parent_all_the_way_up() -> None:
    anak = {"W": ["D"], "D": ["P"], "P": ["X"]}
    assert hidden_units({"W": 4, "D": 4, "P": 4, "X": 4}, anak, MINIMUM) == {"W", "D", "P", "X"}


ANAK_KECIL = {"W": ["A", "B", "C"]}


def test_one_hidden_month_takes_another_month_of_the_same_unit_with_it() -> None:
    n = {202601: {"W": 60, "A": 3, "B": 27, "C": 30}, 202602: {"W": 60, "A": 20, "B": 20, "C": 20}}
    hasil = hidden_months(n, ANAK_KECIL, 5)
    assert "A" in hasil[202601]
    assert "A" in hasil[202602]  # else the year less February would be January


def test_between_month_and_year_a_unit_with_a_hidden_month_shows_nothing() -> None:
    n = {"W": 120, "A": 40, "B": 40, "C": 40}
    assert "A" in hidden_period(n, ANAK_KECIL, 5, [frozenset({"A"}), frozenset()])
    assert hidden_period(n, ANAK_KECIL, 5, [frozenset(), frozenset()]) == frozenset()
