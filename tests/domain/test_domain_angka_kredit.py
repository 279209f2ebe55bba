"""Credit points: the vectors of Peraturan BKN 3/2023, rounded once and half up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.angka_kredit import (
    JENJANG,
    LABEL_JENJANG,
    angka_kredit,
    baca_jenjang,
    bulan_jenjang,
    jumlah_angka_kredit,
    koefisien,
)
from kinerja.domain.errors import KinerjaError
from kinerja.domain.predikat import PREDIKAT, Predikat


@pytest.mark.parametrize(
    ("predikat", "jenjang", "lama", "harap"),
    [
        ("sangat_baik", "ahli_pertama", 12, "18.75"),
        ("baik", "ahli_pertama", 2, "2.08"),
        ("butuh_perbaikan", "pemula", 12, "2.81"),
        ("sangat_baik", "pemula", 12, "5.63"),
        ("butuh_perbaikan", "ahli_pertama", 12, "9.38"),
        ("sangat_kurang", "ahli_pertama", 12, "3.13"),
        ("kurang", "ahli_utama", 12, "25.00"),
        ("baik", "terampil", 12, "5.00"),
        ("baik", "ahli_madya", 12, "37.50"),
        ("baik", "ahli_muda", 12, "25.00"),
        ("baik", "penyelia", 12, "25.00"),
        ("baik", "mahir", 6, "6.25"),
    ],
)
def test_points_are_those_of_bkns_own_examples(predikat: str, jenjang: str, lama: int, harap: str) -> None:
    hasil = angka_kredit(predikat, koefisien(jenjang), lama)  # type: ignore[arg-type]
    assert str(hasil) == harap


def test_parts_of_a_year_are_rounded_before_they_are_added() -> None:
    k = koefisien("ahli_pertama")
    assert jumlah_angka_kredit([("sangat_baik", k, 12), ("baik", k, 2)]) == Decimal("20.83")
    assert jumlah_angka_kredit([]) == 0


@pytest.mark.parametrize("lama", [0, 13, -1])
def test_a_year_has_one_to_twelve_months(lama: int) -> None:
    with pytest.raises(KinerjaError) as galat:
        angka_kredit("baik", Decimal("12.5"), lama)
    assert galat.value.kunci == "galat.bulan_angka_kredit"


@pytest.mark.parametrize(
    ("jabatan", "jenjang"),
    [
        ("Perawat Ahli Pertama", "ahli_pertama"),
        ("Dokter Gigi Ahli Muda", "ahli_muda"),
        ("BIDAN  TERAMPIL ", "terampil"),
        ("Perawat Mahir", "mahir"),
        ("Perawat Penyelia", "penyelia"),
        ("Ahli Pertama - Dokter", "ahli_pertama"),
        ("Ahli Muda Perawat", "ahli_muda"),
        ("Perawat Terampil (JF)", "terampil"),
        ("Perawat Ahli Madya / Puskesmas Pegambiran", "ahli_madya"),
        ("Dokter (Ahli-Utama)", "ahli_utama"),
        ("Terampil - Bidan", "terampil"),
        ("Perawat Terampil - Ahli Pertama", None),
        ("Pengelola Pemilih Pemula Kecamatan", None),
        ("Lurah", None),
        ("Kepala Puskesmas", None),
        ("Penata Layanan Operasional", None),
        ("Pengelola Tenaga Ahli", None),
        ("Muda", None),
        ("", None),
    ],
)
def test_the_level_is_read_from_the_end_of_a_part_of_the_position_or_not_at_all(
    jabatan: str, jenjang: str | None
) -> None:
    assert baca_jenjang(jabatan) == jenjang


def test_every_level_is_read_from_its_own_label() -> None:
    assert [baca_jenjang(f"Perawat {LABEL_JENJANG[j]}") for j in JENJANG] == list(JENJANG)


@given(st.sampled_from(PREDIKAT), st.sampled_from(JENJANG), st.integers(1, 11))
def test_a_better_predikat_and_a_longer_time_never_give_less(predikat: Predikat, jenjang: str, lama: int) -> None:
    k = koefisien(jenjang)  # type: ignore[arg-type]
    assert angka_kredit(predikat, k, lama) <= angka_kredit(predikat, k, lama + 1)
    assert angka_kredit(predikat, k, lama) <= angka_kredit("sangat_baik", k, lama)


@pytest.mark.parametrize(
    ("masa", "harap"),
    [
        ([("Perawat Mahir", 202601, 202612)], [("mahir", 12)]),
        ([("Perawat Mahir", 202607, 202612)], [("mahir", 6)]),
        ([("Perawat Terampil", 202601, 202603), ("Perawat Mahir", 202604, 202612)], [("terampil", 3), ("mahir", 9)]),
        ([("Perawat Mahir", 202601, 202604), ("Perawat Mahir", 202605, 202612)], [("mahir", 12)]),
        ([("Perawat Mahir", 202601, 202606), ("Perawat Mahir", 202606, 202612)], [("mahir", 12)]),
        ([("Kepala Seksi", 202601, 202606), ("Perawat Mahir", 202607, 202612)], [("mahir", 6)]),
        ([("Kepala Seksi", 202601, 202612)], []),
        ([], []),
    ],
)
def test_months_are_counted_for_each_level(masa: list[tuple[str, int, int]], harap: list[tuple[str, int]]) -> None:
    assert bulan_jenjang(masa) == harap
