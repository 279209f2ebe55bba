"""Ratings beside results: the tests of R, the lenient rater found, the honest and the good ones left alone."""

from __future__ import annotations

import numpy as np
import pytest
from bahan_rujukan import kodekan, muat_csv, muat_json
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.kalibrasi import BandingPenilai, bandingkan_penilai, bandingkan_unit, khi_kuadrat, tersarang
from kinerja.metode.vonis import vonis_p


def tabel_insteval(kunci: str) -> np.ndarray:
    isi = muat_csv("rating_insteval_dept12.csv")
    baris, nama = kodekan([b[kunci] for b in isi])
    tabel = np.zeros((len(nama), 5), dtype=np.int64)
    np.add.at(tabel, (baris, [int(b["rating"]) - 1 for b in isi]), 1)
    return tabel


def test_tests_between_raters_are_those_of_r() -> None:
    harap = muat_json("rating_tests_expected.json")
    hasil = bandingkan_unit(tabel_insteval("rater"))
    kruskal, khi = harap["kruskal_by_rater"], harap["chisq_rater"]
    assert (hasil.n, hasil.unit, hasil.derajat) == (1597, 40, kruskal["df"])
    assert hasil.h == pytest.approx(kruskal["H"], rel=1e-9)
    assert hasil.p_kruskal == pytest.approx(kruskal["p"], rel=1e-6)
    assert hasil.x2 == pytest.approx(khi["X2"], rel=1e-9)
    assert hasil.cramer_v == pytest.approx(khi["cramers_V"], rel=1e-9)
    assert hasil.p_simulasi == pytest.approx(khi["p_montecarlo"], rel=1e-9)
    assert hasil.vonis == "berbeda"


def test_the_test_between_ratees_is_that_of_r() -> None:
    harap = muat_json("rating_tests_expected.json")["kruskal_by_ratee"]
    hasil = bandingkan_unit(tabel_insteval("ratee"))
    assert (hasil.h, hasil.derajat) == (pytest.approx(harap["H"], rel=1e-9), harap["df"])
    assert hasil.p_kruskal == pytest.approx(harap["p"], rel=1e-6)


def test_the_simulated_p_repeats_with_its_seed_and_lies_near_the_exact_one() -> None:
    tabel = np.array([[3, 7], [7, 3]])
    x2, p = khi_kuadrat(tabel, benih=1)
    assert x2 == pytest.approx(3.2)
    assert p == khi_kuadrat(tabel, benih=1)[1]
    assert p == pytest.approx(0.17890, abs=0.02)  # Fisher's exact test of the same margins


def test_small_units_are_left_out_and_two_units_are_not_compared() -> None:
    tabel = np.array([[0, 0, 0, 6, 0], [0, 0, 0, 0, 6], [0, 0, 4, 0, 0]])
    hasil = bandingkan_unit(tabel)
    assert (hasil.vonis, hasil.alasan, hasil.unit) == ("tak_dapat_dibedakan", "kurang_kelompok", 2)
    assert np.isnan(hasil.p_kruskal)
    sama = bandingkan_unit(np.array([[0, 0, 0, 6, 0]] * 4))
    assert (sama.vonis, sama.alasan) == ("tak_dapat_dibedakan", "tanpa_ragam")
    assert bandingkan_unit(np.zeros((0, 5), dtype=np.int64)).unit == 0


def test_the_size_of_a_difference_leaves_out_what_chance_alone_gives() -> None:
    """Shuffled ratings of many small units: V is large, the corrected one about 0; a real difference keeps its size."""
    acak = np.random.default_rng(7)
    nilai = acak.permutation(np.repeat(np.arange(5), [4, 16, 40, 280, 40]))
    tabel = np.zeros((38, 5), dtype=np.int64)
    np.add.at(tabel, (np.repeat(np.arange(38), 10), nilai), 1)
    hasil = bandingkan_unit(tabel)
    assert hasil.cramer_v > 0.25
    assert hasil.v_terkoreksi < 0.12
    terpisah = bandingkan_unit(np.array([[50, 0, 0], [0, 50, 0], [0, 0, 50]]))
    assert terpisah.cramer_v == pytest.approx(1)
    assert terpisah.v_terkoreksi == pytest.approx(1, abs=0.001)


def test_equal_units_cannot_be_told_apart() -> None:
    hasil = bandingkan_unit(np.array([[0, 0, 1, 8, 2]] * 5))
    assert (hasil.vonis, hasil.x2, hasil.cramer_v) == ("tak_dapat_dibedakan", pytest.approx(0), pytest.approx(0))


@pytest.mark.parametrize(
    ("p", "vonis"),
    [(0.0019, "berbeda"), (0.002, "perlu_dicek"), (0.049, "perlu_dicek"), (0.05, "tak_dapat_dibedakan")],
)
def test_the_verdict_has_the_limits_of_a_funnel(p: float, vonis: str) -> None:
    assert vonis_p(p) == vonis
    assert vonis_p(float("nan")) == "tak_dapat_dibedakan"


def kantor(lunak: float, hasil_lunak: float, benih: int, kelompok: int = 20) -> BandingPenilai:
    """``kelompok`` raters of 10 people with 90 items; the first gives Sangat Baik with chance ``lunak``, others 0.1."""
    acak = np.random.default_rng(benih)
    peluang, hasil = np.full(kelompok, 0.1), np.full(kelompok, 0.85)
    peluang[0], hasil[0] = lunak, hasil_lunak
    predikat = np.where(acak.random((kelompok, 10)) < peluang[:, None], 5, 4)
    predikat = np.where(acak.random((kelompok, 10)) < 0.08, 3, predikat)
    butir = np.full(kelompok, 90)
    return bandingkan_penilai(
        np.full(kelompok, 10), predikat.sum(axis=1), (predikat**2).sum(axis=1), butir, acak.binomial(90, hasil)
    )


@pytest.mark.parametrize("benih", range(5))
def test_a_lenient_rater_is_found_and_nobody_else(benih: int) -> None:
    hasil = kantor(0.9, 0.85, benih)
    assert hasil.vonis[0] != "tak_dapat_dibedakan"
    assert set(hasil.vonis[1:]) == {"tak_dapat_dibedakan"}
    assert hasil.jarak_bawah[0] > 0
    assert not hasil.sejalan[0]


@pytest.mark.parametrize("benih", range(5))
def test_a_team_whose_results_are_as_high_as_its_ratings_is_not_asked_about(benih: int) -> None:
    hasil = kantor(0.9, 0.995, benih)
    assert hasil.sejalan[0]
    assert set(hasil.vonis) == {"tak_dapat_dibedakan"}


def test_honest_raters_are_hardly_ever_asked_about() -> None:
    ditanya = [v != "tak_dapat_dibedakan" for benih in range(100) for v in kantor(0.1, 0.85, benih).vonis]
    assert len(ditanya) == 2000
    assert sum(ditanya) <= 10


def test_groups_under_five_people_are_left_out_and_stay_in_their_place() -> None:
    n = np.array([10, 4, 10, 10])
    skor, kuadrat = np.array([40, 20, 42, 38]), np.array([162, 100, 180, 148])
    hasil = bandingkan_penilai(n, skor, kuadrat, np.array([90, 36, 90, 0]), np.array([80, 36, 70, 0]))
    assert np.isnan(hasil.susut).tolist() == [False, True, False, False]
    np.testing.assert_allclose(hasil.rerata, [4, 5, 4.2, 3.8])
    assert np.isnan(hasil.hasil).tolist() == [False, False, False, True]
    dua = bandingkan_penilai(n[:2], skor[:2], kuadrat[:2], n[:2] * 9, n[:2])
    assert (dua.alasan, dua.vonis) == ("kurang_kelompok", ("tak_dapat_dibedakan",) * 2)
    kosong = np.zeros(0, dtype=np.int64)
    assert bandingkan_penilai(kosong, kosong, kosong, kosong, kosong).vonis == ()


def test_without_any_difference_within_groups_nothing_is_said() -> None:
    n = np.full(4, 6)
    hasil = bandingkan_penilai(n, n * 4, n * 16, n * 9, n * 8)
    assert (hasil.alasan, set(hasil.vonis)) == ("tanpa_ragam", {"tak_dapat_dibedakan"})


distribusi = st.lists(st.integers(0, 12), min_size=5, max_size=5)


@given(st.lists(distribusi, min_size=0, max_size=8))
def test_any_ratings_get_a_verdict_and_shrunken_means_lie_between(isi: list[list[int]]) -> None:
    tabel = np.array(isi, dtype=np.int64).reshape(-1, 5)
    skala, n = np.arange(1, 6), tabel.sum(axis=1)
    hasil = bandingkan_penilai(n, tabel @ skala, tabel @ skala**2, n * 3, n * 2)
    assert len(hasil.vonis) == len(tabel)
    pakai = ~np.isnan(hasil.susut)
    rerata = hasil.rerata[pakai]
    assert np.all(hasil.susut[pakai] >= np.minimum(rerata, hasil.mu) - 1e-9)
    assert np.all(hasil.susut[pakai] <= np.maximum(rerata, hasil.mu) + 1e-9)
    assert np.all(n[pakai] >= 5)


def test_one_rater_an_employee_is_a_nested_design() -> None:
    assert tersarang(["a", "b", "a"], ["x", "x", "x"])
    assert not tersarang(["a", "b", "a"], ["x", "x", "y"])
    assert tersarang([], [])
