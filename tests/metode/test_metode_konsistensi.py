"""Agreement of raters: Shrout and Fleiss' table, crossed ratings as lme4 splits them, Huber's mean as in MASS."""

from __future__ import annotations

import numpy as np
import pytest
from bahan_rujukan import kelompokkan, kodekan, matriks, muat_csv, muat_json

from kinerja.metode.konsistensi import hitung_icc, pisahkan, rerata_kukuh

SHROUT_FLEISS = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], dtype=np.float64
)
"""Shrout and Fleiss 1979, table 2."""


def test_the_coefficients_printed_in_the_paper() -> None:
    hasil = hitung_icc(SHROUT_FLEISS)
    cetak = {"ICC1": 0.17, "ICC2": 0.29, "ICC3": 0.71, "ICC1k": 0.44, "ICC2k": 0.62, "ICC3k": 0.91}
    assert {k: round(v.nilai, 2) for k, v in hasil.items()} == cetak


def test_coefficients_tests_and_limits_are_those_of_psych() -> None:
    tabel, _ = matriks(muat_csv("rating_shrout_fleiss.csv"), "target", "judge", "rating")
    np.testing.assert_array_equal(tabel, SHROUT_FLEISS)
    hasil = hitung_icc(tabel)
    for jenis, harap in muat_json("rating_expected.json")["icc"].items():
        ada = hasil[jenis]
        didapat = [ada.nilai, ada.f, ada.derajat1, ada.derajat2, ada.p, ada.bawah, ada.atas]
        np.testing.assert_allclose(didapat, [harap[k] for k in ("icc", "F", "df1", "df2", "p", "lo", "hi")], rtol=1e-6)


def test_severity_of_judges_is_that_of_lme4() -> None:
    isi = muat_json("rating_expected.json")
    harap = isi["lmer"]
    tabel = muat_csv("rating_shrout_fleiss.csv")
    target, nama_target = kodekan([b["target"] for b in tabel])
    juri, nama_juri = kodekan([b["judge"] for b in tabel])
    nilai = np.array([float(b["rating"]) for b in tabel])
    hasil = pisahkan(nilai, [target, juri])
    assert hasil.intersep == pytest.approx(isi["grand_mean"], abs=1e-9)
    np.testing.assert_allclose(
        [*hasil.ragam, hasil.sisa], [harap[f"var_{k}"] for k in ("target", "judge", "resid")], 1e-3
    )
    np.testing.assert_allclose(hasil.efek[0], [harap["blup_target"][k] for k in nama_target], atol=1e-3)
    np.testing.assert_allclose(hasil.efek[1], [harap["blup_judge"][k] for k in nama_juri], atol=1e-3)
    np.testing.assert_allclose(hasil.galat[1], [harap["blup_judge_sd"][k] for k in nama_juri], atol=1e-3)
    for k in nama_juri:
        assert nilai[juri == nama_juri.index(k)].mean() - isi["grand_mean"] == pytest.approx(isi["judge_effect_raw"][k])


def test_crossed_ratings_are_split_as_lme4_splits_them() -> None:
    harap, tabel = muat_json("rating_expected.json")["insteval_dept12"], muat_csv("rating_insteval_dept12.csv")
    penilai, nama = kodekan([b["rater"] for b in tabel])
    dinilai, nama_dinilai = kodekan([b["ratee"] for b in tabel])
    assert (len(tabel), len(nama), len(nama_dinilai)) == (harap["n"], harap["n_rater"], harap["n_ratee"])
    hasil = pisahkan(np.array([float(b["rating"]) for b in tabel]), [penilai, dinilai])
    assert hasil.intersep == pytest.approx(harap["intercept"], abs=1e-3)
    np.testing.assert_allclose(
        [*hasil.ragam, hasil.sisa], [harap[f"var_{k}"] for k in ("rater", "ratee", "resid")], 1e-3
    )
    for ke, kunci, urut in [(0, "rater", nama), (1, "ratee", nama_dinilai)]:
        per = {b[kunci]: b for b in harap[kunci]}
        np.testing.assert_allclose(hasil.efek[ke], [per[k]["blup"] for k in urut], atol=1e-3)
        np.testing.assert_allclose(hasil.galat[ke], [per[k]["sd"] for k in urut], atol=1e-3)


def test_one_factor_gives_the_same_as_lme4_for_dyestuff() -> None:
    harap, tabel = muat_json("rating_expected.json")["dyestuff"], muat_csv("shrinkage_dyestuff.csv")
    batch, nama = kodekan([b["Batch"] for b in tabel])
    hasil = pisahkan(np.array([float(b["Yield"]) for b in tabel]), [batch])
    np.testing.assert_allclose([hasil.ragam[0], hasil.sisa], [harap["var_batch"], harap["var_resid"]], rtol=1e-4)
    np.testing.assert_allclose(hasil.efek[0], [harap["blup"][k] for k in nama], rtol=1e-4, atol=1e-3)
    np.testing.assert_allclose(hasil.galat[0], harap["blup_sd"], rtol=1e-4)


def test_a_factor_without_any_difference_has_no_variance() -> None:
    acak = np.random.default_rng(3)
    kode = np.repeat(np.arange(5), 40)
    nilai = np.tile(acak.normal(size=40), 5)
    hasil = pisahkan(nilai, [kode])
    assert hasil.ragam[0] == pytest.approx(0, abs=1e-6)
    np.testing.assert_allclose(hasil.efek[0], 0, atol=1e-6)


def test_hubers_mean_is_that_of_mass() -> None:
    harap = muat_json("rating_tests_expected.json")["huber_rater"]
    per = kelompokkan(muat_csv("rating_insteval_dept12.csv"), "rater", "rating")
    for penilai, nilai in harap.items():
        assert rerata_kukuh(per[penilai]) == pytest.approx(nilai, abs=2e-6)


def test_hubers_mean_holds_against_one_wild_value_and_gives_the_median_of_equal_ones() -> None:
    assert rerata_kukuh(np.array([3.0, 3, 3, 3, 100])) == 3
    biasa = np.array([1.0, 2, 3, 4, 5])
    assert rerata_kukuh(biasa) == pytest.approx(3)
    assert rerata_kukuh(np.append(biasa, 1000.0)) < 5
