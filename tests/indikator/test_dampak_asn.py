"""Months laid down before looking, and estimates from values without codes."""

from __future__ import annotations

import pandas as pd
import pytest

from kinerja.domain.shapes import PESERTA_NILAI
from kinerja.indikator.dampak_asn import hitung_perubahan, susun_masa


def nilai(*baris: tuple[int, str, float, float, float]) -> pd.DataFrame:
    return pd.DataFrame(baris, columns=list(PESERTA_NILAI)).astype(PESERTA_NILAI)


def test_the_month_of_the_training_and_later_turns_are_left_out() -> None:
    masa = susun_masa(202603, 202603, 202609, 202610)
    assert masa is not None
    assert masa.lebih_dulu == (202509, 202511)
    assert masa.sebelum == (202512, 202602)
    assert masa.sesudah == (202604, 202608)


def test_without_another_turn_six_months_are_enough() -> None:
    masa = susun_masa(202601, 202602, 0, 202612)
    assert masa is not None
    assert masa.sesudah == (202603, 202608)


@pytest.mark.parametrize(("mulai", "lain", "akhir"), [(202610, 0, 202610), (202603, 202604, 202610)])
def test_no_month_afterwards_is_no_comparison(mulai: int, lain: int, akhir: int) -> None:
    assert susun_masa(mulai, mulai, lain, akhir) is None


def test_a_training_without_turns_has_a_change_and_no_effect() -> None:
    hasil = hitung_perubahan(nilai(*[(0, "", 70, 80, 80 + i) for i in range(6)]))
    assert hasil is not None
    assert hasil.dampak is None
    assert hasil.peserta.nilai == pytest.approx(2.5)


def test_appointed_turns_are_never_compared() -> None:
    isi = nilai(*[(1 + i % 2, "penunjukan", 70, 80, 80 + i) for i in range(60)])
    hasil = hitung_perubahan(isi)
    assert hasil is not None
    assert hasil.dampak is None
    assert hasil.cara == "penunjukan"


def test_mixed_ways_count_as_the_least_fair() -> None:
    isi = nilai(*[(1 + i % 2, "undian" if i % 2 else "penunjukan", 70, 80, 80 + i) for i in range(60)])
    hasil = hitung_perubahan(isi)
    assert hasil is not None
    assert hasil.dampak is None


def test_drawn_turns_are_compared() -> None:
    isi = nilai(
        *[(1 + i % 2, "undian", 70 + i % 5, 80 + i % 3, 80 + (4 if i % 2 == 0 else 0) + i % 4) for i in range(60)]
    )
    hasil = hitung_perubahan(isi)
    assert hasil is not None
    assert hasil.dampak is not None
    assert hasil.dampak.beda.n == 60
    assert hasil.n_tunggu == 30


def test_nobody_with_values_is_none() -> None:
    assert hitung_perubahan(nilai()) is None
    nan = float("nan")
    assert hitung_perubahan(nilai((0, "", nan, nan, 80.0))) is None
