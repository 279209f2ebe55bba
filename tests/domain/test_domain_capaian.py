"""Capaian, its word, and rounding, with the boundaries the office knows."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.capaian import bulatkan, compute_capaian, compute_status


@pytest.mark.parametrize(
    ("realisasi", "target", "arah", "nilai"),
    [
        (50.0, 100.0, "naik", 50.0),
        (100.0, 100.0, "naik", 100.0),
        (172.0, 100.0, "naik", 172.0),
        (0.0, 80.0, "naik", 0.0),
        (3.0, 4.0, "turun", 125.0),
        (4.0, 4.0, "turun", 100.0),
        (0.0, 4.0, "turun", 200.0),
        (6.0, 4.0, "turun", 50.0),
        (8.0, 4.0, "turun", 0.0),
        (9.0, 4.0, "turun", 0.0),
    ],
)
def test_capaian_is_percent_of_target_in_the_direction_of_the_indikator(
    realisasi: float, target: float, arah: str, nilai: float
) -> None:
    assert compute_capaian(realisasi, target, arah).nilai == pytest.approx(nilai, abs=1e-12)
    assert compute_capaian(realisasi, target, arah).alasan == ""


@pytest.mark.parametrize("arah", ["naik", "turun"])
@pytest.mark.parametrize(
    ("realisasi", "target", "alasan"),
    [
        (None, 100.0, "alasan.tanpa_data"),
        (None, None, "alasan.tanpa_data"),
        (10.0, None, "alasan.tanpa_target"),
        (10.0, 0.0, "alasan.target_nol"),
        (0.0, 0.0, "alasan.target_nol"),
        (10.0, -1.0, "alasan.target_nol"),
    ],
)
def test_without_data_or_target_there_is_a_reason_and_no_number(
    realisasi: float | None, target: float | None, alasan: str, arah: str
) -> None:
    hasil = compute_capaian(realisasi, target, arah)
    assert hasil.nilai is None
    assert hasil.alasan == alasan


def test_a_service_above_its_sasaran_keeps_its_hundred_and_seventy_two_percent() -> None:
    assert compute_capaian(1719.0, 1000.0, "naik").nilai == pytest.approx(171.9)


@given(st.floats(0, 1e9), st.floats(1e-6, 1e9), st.sampled_from(["naik", "turun"]))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_capaian_is_never_negative_nor_infinite(realisasi: float, target: float, arah: str) -> None:
    nilai = compute_capaian(realisasi, target, arah).nilai
    assert nilai is not None
    assert nilai >= 0
    assert math.isfinite(nilai)


@pytest.mark.parametrize(
    ("capaian", "alasan", "pasti", "status"),
    [
        (100.0, "", True, "tercapai"),
        (99.999, "", True, "mendekati"),
        (90.0, "", True, "mendekati"),
        (89.999, "", True, "belum"),
        (0.0, "", True, "belum"),
        (250.0, "", True, "tercapai"),
        (120.0, "", False, "tak_pasti"),
        (10.0, "", False, "tak_pasti"),
        (None, "alasan.tanpa_target", True, "tanpa_target"),
        (None, "alasan.target_nol", False, "tanpa_target"),
        (None, "alasan.tanpa_data", True, "tanpa_data"),
        (None, "alasan.sedikit_orang", True, "tanpa_data"),
    ],
)
def test_the_word_for_a_capaian(capaian: float | None, alasan: str, pasti: bool, status: str) -> None:
    assert compute_status(capaian, alasan, pasti=pasti) == status


@pytest.mark.parametrize(
    ("nilai", "desimal", "hasil"),
    [
        (64.995, 2, 65.0),
        (76.605, 2, 76.61),
        (88.305, 2, 88.31),
        (64.9949, 2, 64.99),
        (76.6049, 2, 76.60),
        (88.3049, 2, 88.30),
        (2.5, 0, 3.0),
        (3.5, 0, 4.0),
        (-2.5, 0, -3.0),
        (1.005, 2, 1.01),
        (0.0, 2, 0.0),
        (99.95, 1, 100.0),
        (123456789.5, 0, 123456790.0),
    ],
)
def test_rounding_is_half_up_on_what_was_meant(nilai: float, desimal: int, hasil: float) -> None:
    assert bulatkan(nilai, desimal) == hasil


def test_the_machine_alone_would_round_these_down() -> None:
    """The reason for ``bulatkan``: the doubles of 1,005 and 2,675 lie below them; half to even does the rest."""
    assert (round(1.005, 2), round(2.675, 2), round(2.5)) == (1.0, 2.67, 2)
    assert (bulatkan(1.005, 2), bulatkan(2.675, 2), bulatkan(2.5, 0)) == (1.01, 2.68, 3.0)
