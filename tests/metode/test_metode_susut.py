"""Shrinkage: as metafor and lme4 do it, and always between the unit's own value and the common one."""

from __future__ import annotations

import numpy as np
import pytest
from bahan_rujukan import kelompokkan, muat_csv, muat_json
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.susut import susutkan


@pytest.mark.parametrize(("cara", "toleransi"), [("DL", 1e-9), ("REML", 1e-4)])
def test_units_are_shrunken_as_metafor_shrinks_them(cara: str, toleransi: float) -> None:
    isi = muat_json("shrinkage_units_expected.json")
    hasil, harap = susutkan(np.array(isi["yi"]), np.array(isi["vi"]), cara), isi[cara]  # type: ignore[arg-type]
    for ada, nama in [(hasil.mu, "mu"), (hasil.galat_mu, "se_mu"), (hasil.tau2, "tau2"), (hasil.q, "Q")]:
        assert ada == pytest.approx(harap[nama], rel=toleransi)
    assert hasil.i2 == pytest.approx(harap["I2"], rel=toleransi)
    np.testing.assert_allclose(hasil.nilai, harap["blup"], rtol=toleransi)
    np.testing.assert_allclose(hasil.galat, harap["blup_se"], rtol=toleransi)


def test_dyestuff_batches_are_shrunken_as_lme4_shrinks_them() -> None:
    harap = muat_json("rating_expected.json")["dyestuff"]
    kelompok = kelompokkan(muat_csv("shrinkage_dyestuff.csv"), "Batch", "Yield")
    y = np.array([k.mean() for k in kelompok.values()])
    dalam = np.mean([k.var(ddof=1) for k in kelompok.values()])
    hasil = susutkan(y, np.full(len(y), dalam / 5))
    assert hasil.mu == pytest.approx(harap["intercept"], rel=1e-9)
    assert hasil.tau2 == pytest.approx(harap["var_batch"], rel=1e-6)
    np.testing.assert_allclose(hasil.faktor, harap["shrink_factor"], rtol=1e-6)
    np.testing.assert_allclose(hasil.jarak, list(harap["blup"].values()), rtol=1e-6)


def test_a_small_case_worked_by_hand() -> None:
    """Means 1, 2, 3 with variance 0.5: Q = 4, tau2 = (4 - 2) / (6 - 2) = 0.5, so half of each deviation is kept."""
    hasil = susutkan(np.array([1.0, 2.0, 3.0]), np.full(3, 0.5))
    assert (hasil.q, hasil.tau2, hasil.mu) == (4.0, 0.5, 2.0)
    np.testing.assert_allclose(hasil.nilai, [1.5, 2.0, 2.5])
    np.testing.assert_allclose(hasil.galat_jarak**2, 0.25 + 0.25 / 3)


satuan = st.tuples(st.floats(-50, 50), st.floats(0.01, 20))


@pytest.mark.parametrize("cara", ["DL", "REML"])
@given(isi=st.lists(satuan, min_size=2, max_size=20))
def test_a_shrunken_value_lies_between_its_own_and_the_common_one(cara: str, isi: list[tuple[float, float]]) -> None:
    y, v = (np.array(a) for a in zip(*isi, strict=True))
    hasil = susutkan(y, v, cara)  # type: ignore[arg-type]
    assert hasil.tau2 >= 0
    assert np.all(hasil.nilai >= np.minimum(y, hasil.mu) - 1e-9)
    assert np.all(hasil.nilai <= np.maximum(y, hasil.mu) + 1e-9)
    assert np.all(np.isfinite(hasil.galat))
    assert y.min() - 1e-9 <= hasil.mu <= y.max() + 1e-9


@given(isi=st.lists(satuan, min_size=2, max_size=12), geser=st.floats(-100, 100), kali=st.floats(0.1, 10))
def test_another_unit_of_measurement_changes_nothing_but_the_numbers(
    isi: list[tuple[float, float]], geser: float, kali: float
) -> None:
    y, v = (np.array(a) for a in zip(*isi, strict=True))
    asal, lain = susutkan(y, v), susutkan(geser + kali * y, kali**2 * v)
    np.testing.assert_allclose(lain.nilai, geser + kali * asal.nilai, rtol=1e-6, atol=1e-6 * kali * 100)


def test_equal_units_are_all_drawn_to_the_common_value() -> None:
    hasil = susutkan(np.array([3.0, 3.1, 2.9]), np.full(3, 1.0))
    assert hasil.tau2 == 0
    np.testing.assert_array_equal(hasil.jarak, 0)
    np.testing.assert_array_equal(hasil.galat_jarak, 0)
