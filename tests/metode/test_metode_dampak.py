"""Effects: the estimates and errors of R, the placebo rank, and what keeps a change from being called an effect."""

from __future__ import annotations

import numpy as np
import pytest
from bahan_rujukan import matriks, muat_csv, muat_json
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.dampak import (
    ancova,
    beda_dalam_beda,
    beda_panel,
    dampak_pelatihan,
    peringkat_plasebo,
    sebelum_sesudah,
    selisih_kelompok,
)


def donor() -> tuple[np.ndarray, list[str]]:
    return matriks(muat_csv("did_organ_donations.csv"), "State", "Quarter_Num", "Rate")


SESUDAH = np.array([False, False, False, True, True, True])


def test_the_panel_estimate_and_its_cluster_error_are_those_of_r() -> None:
    harap, (y, nama) = muat_json("did_expected.json")["organ_donations"], donor()
    kena = np.array([n == "California" for n in nama])
    hasil = beda_panel(y, kena, SESUDAH)
    assert hasil.nilai == pytest.approx(harap["coef"], abs=1e-6)
    assert hasil.nilai == pytest.approx(harap["did_2x2"], abs=1e-12)
    assert hasil.galat == pytest.approx(harap["se_cluster_HC1"], abs=1e-6)
    assert (hasil.n, hasil.derajat) == (harap["n"], harap["n_clusters"] - 1)
    kotak = {
        "treated_pre": y[kena][:, ~SESUDAH],
        "treated_post": y[kena][:, SESUDAH],
        "control_pre": y[~kena][:, ~SESUDAH],
        "control_post": y[~kena][:, SESUDAH],
    }
    assert {k: float(v.mean()) for k, v in kotak.items()} == pytest.approx(harap["means"], abs=1e-6)


@pytest.mark.parametrize(("kunci", "mulai"), [("placebo_Q12011", 1), ("placebo_Q22011", 2)])
def test_a_placebo_date_uses_the_time_before_only(kunci: str, mulai: int) -> None:
    harap, (y, nama) = muat_json("did_expected.json")["organ_donations"][kunci], donor()
    kena = np.array([n == "California" for n in nama])
    hasil = beda_panel(y[:, :3], kena, np.arange(3) >= mulai)
    assert hasil.nilai == pytest.approx(harap["coef"], abs=1e-6)
    assert hasil.galat == pytest.approx(harap["se_HC1"], abs=1e-6)


def test_the_one_treated_unit_is_ranked_among_placebos() -> None:
    harap, (y, nama) = muat_json("did_expected.json")["organ_donations"]["permutation"], donor()
    hasil = peringkat_plasebo(y, nama.index("California"), SESUDAH)
    np.testing.assert_allclose(hasil.semua, [harap["estimates"][n] for n in nama], atol=1e-6)
    assert hasil.peringkat == harap["rank_of_california"]
    assert hasil.p == pytest.approx(harap["p_two_sided"], abs=1e-6)


def nsw() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    isi = muat_csv("did_training_nsw.csv")
    kena = np.array([b["treat"] == "1" for b in isi])
    return kena, np.array([float(b["re75"]) for b in isi]), np.array([float(b["re78"]) for b in isi])


def test_a_randomised_training_has_the_estimates_of_r() -> None:
    harap, (kena, re75, re78) = muat_json("did_expected.json")["nsw_training"], nsw()
    for hasil, blok, nilai in [
        (selisih_kelompok(re78, kena), harap["experimental"], "ate"),
        (beda_dalam_beda(re75, re78, kena), harap["did_experimental"], "did"),
        (ancova(re75, re78, kena), harap["ancova_experimental"], "ancova"),
    ]:
        assert hasil.nilai == pytest.approx(blok[nilai], rel=1e-6)
        assert hasil.galat == pytest.approx(blok["se_HC2"], rel=1e-6)


def test_the_participants_own_change_is_that_of_r_and_far_from_the_effect() -> None:
    harap, (kena, re75, re78) = muat_json("did_expected.json")["nsw_training"], nsw()
    hasil = dampak_pelatihan(re75, re78, kena, "undian")
    peserta = harap["naive_before_after_treated"]
    assert hasil.peserta.nilai == pytest.approx(peserta["diff"], rel=1e-6)
    assert [hasil.peserta.bawah, hasil.peserta.atas] == pytest.approx(peserta["ci"], rel=1e-6)
    assert hasil.beda.atas < hasil.peserta.bawah
    assert hasil.halangan == ("tanpa_plasebo",)
    assert hasil.vonis == "perlu_dicek"


def test_a_small_case_worked_by_hand() -> None:
    """Changes 2, 4 against 0, 1, 2: difference 2, variance 2/2 + 1/3."""
    sebelum = np.array([1.0, 1, 5, 5, 5])
    hasil = beda_dalam_beda(sebelum, sebelum + np.array([2, 4, 0, 1, 2]), np.array([True, True, False, False, False]))
    assert hasil.nilai == pytest.approx(2)
    assert hasil.galat**2 == pytest.approx(1 + 1 / 3)
    assert (hasil.derajat, hasil.n) == (3, 5)


def test_a_panel_worked_by_hand_and_its_placebos() -> None:
    y = np.array([[1.0, 4.0], [1.0, 1.0], [2.0, 3.0]])
    setelah = np.array([False, True])
    hasil = beda_panel(y, np.array([True, False, False]), setelah)
    assert hasil.nilai == pytest.approx(3 - 0.5)
    plasebo = peringkat_plasebo(y, 0, setelah)
    np.testing.assert_allclose(plasebo.semua, [2.5, -2, -0.5])
    assert (plasebo.peringkat, plasebo.p) == (3, pytest.approx(1 / 3))


@given(st.integers(0, 10_000), st.integers(3, 12), st.integers(2, 8))
def test_the_placebo_of_a_unit_is_the_panel_estimate_of_that_unit(benih: int, unit: int, waktu: int) -> None:
    acak = np.random.default_rng(benih)
    y, setelah = acak.normal(size=(unit, waktu)), np.arange(waktu) >= waktu // 2
    semua = [beda_panel(y, np.arange(unit) == i, setelah).nilai for i in range(unit)]
    hasil = peringkat_plasebo(y, 0, setelah)
    np.testing.assert_allclose(hasil.semua, semua, atol=1e-9)
    assert 1 / unit <= hasil.p <= 1
    assert 1 <= hasil.peringkat <= unit


def kelas(benih: int, efek: float, *, n: int = 60, dini: float = 0.0) -> tuple[np.ndarray, ...]:
    """Two waves of ``n`` people over three periods; ``efek`` on the first wave after, ``dini`` already before."""
    acak = np.random.default_rng(benih)
    kena = np.arange(2 * n) < n
    orang = acak.normal(0, 1, 2 * n)
    lebih_dulu, sebelum, sesudah = (orang + acak.normal(0, 0.3, 2 * n) for _ in range(3))
    return lebih_dulu, sebelum + dini * kena, sesudah + 1.0 + (efek + dini) * kena, kena


def test_a_lottery_with_a_clean_placebo_may_show_an_effect() -> None:
    lebih_dulu, sebelum, sesudah, kena = kelas(1, 0.8)
    hasil = dampak_pelatihan(sebelum, sesudah, kena, "undian", lebih_dulu)
    assert (hasil.halangan, hasil.vonis) == ((), "berbeda")
    assert hasil.beda.bawah < 0.8 < hasil.beda.atas


def test_a_rise_of_everybody_is_not_an_effect_although_the_participants_rose() -> None:
    lebih_dulu, sebelum, sesudah, kena = kelas(2, 0.0)
    hasil = dampak_pelatihan(sebelum, sesudah, kena, "daftar_tunggu", lebih_dulu)
    assert hasil.peserta.bawah > 0.5
    assert hasil.vonis == "tak_dapat_dibedakan"


def test_each_obstacle_keeps_a_change_from_being_called_an_effect() -> None:
    lebih_dulu, sebelum, sesudah, kena = kelas(1, 0.8)
    assert dampak_pelatihan(sebelum, sesudah, kena, "penunjukan", lebih_dulu).halangan == ("bukan_undian",)
    assert dampak_pelatihan(sebelum, sesudah, kena, "undian").halangan == ("tanpa_plasebo",)
    sedikit = kelas(1, 2.0, n=19)
    hasil = dampak_pelatihan(sedikit[1], sedikit[2], sedikit[3], "undian", sedikit[0])
    assert (hasil.halangan, hasil.vonis) == (("kurang_orang",), "perlu_dicek")
    dini = kelas(1, 0.8, dini=0.8)
    assert "plasebo_menolak" in dampak_pelatihan(dini[1], dini[2], dini[3], "undian", dini[0]).halangan


def test_estimates_of_opposite_sign_are_named() -> None:
    """The trained start far lower and catch up a little: below the others still, yet risen more."""
    lebih_dulu, sebelum, sesudah, kena = kelas(3, 0.8)
    jauh = 5.0 * kena
    hasil = dampak_pelatihan(sebelum - jauh, sesudah - jauh, kena, "penunjukan", lebih_dulu - jauh)
    assert hasil.beda.nilai > 0 > hasil.selisih.nilai
    assert "beda_tanda" in hasil.halangan


def test_missing_people_leave_both_groups_and_empty_groups_give_no_number() -> None:
    lebih_dulu, sebelum, sesudah, kena = kelas(4, 0.8)
    sesudah[:5] = np.nan
    hasil = beda_dalam_beda(sebelum, sesudah, kena)
    assert hasil.n == 115
    assert hasil.nilai == pytest.approx(beda_dalam_beda(sebelum[5:], sesudah[5:], kena[5:]).nilai)
    tiada = dampak_pelatihan(sebelum, sesudah, np.zeros(len(kena), dtype=np.bool_), "undian", lebih_dulu)
    assert np.isnan(tiada.beda.nilai)
    assert np.isnan(tiada.peserta.nilai)
    assert tiada.vonis == "tak_dapat_dibedakan"
    assert "kurang_orang" in tiada.halangan


def test_false_alarms_of_the_comparison_are_as_rare_as_stated() -> None:
    salah = 0
    for benih in range(400):
        _, sebelum, sesudah, kena = kelas(benih, 0.0, n=25)
        hasil = beda_dalam_beda(sebelum, sesudah, kena)
        salah += hasil.bawah > 0 or hasil.atas < 0
    assert 8 <= salah <= 34  # 5 % of 400 is 20


def test_one_person_has_a_change_but_no_interval() -> None:
    hasil = sebelum_sesudah(np.array([1.0]), np.array([3.0]))
    assert hasil.nilai == 2
    assert np.isnan(hasil.galat)
    assert hasil.vonis == "tak_dapat_dibedakan"
