"""The nine cells of the predicate, the spellings of ratings, and codes that do not tell a NIP."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.errors import KinerjaError
from kinerja.domain.pegawai import kode_nama, kode_pegawai, polos_nama
from kinerja.domain.predikat import EKSPEKTASI, LABEL, PREDIKAT, baca_ekspektasi, baca_predikat, tentukan_predikat

MATRIKS = """
di_atas   | di_bawah | Kurang/misconduct
di_atas   | sesuai   | Baik
di_atas   | di_atas  | Sangat Baik
sesuai    | di_bawah | Kurang/misconduct
sesuai    | sesuai   | Baik
sesuai    | di_atas  | Baik
di_bawah  | di_bawah | Sangat Kurang
di_bawah  | sesuai   | Butuh Perbaikan
di_bawah  | di_atas  | Butuh Perbaikan
"""
SEL = [tuple(bagian.strip() for bagian in baris.split("|")) for baris in MATRIKS.strip().splitlines()]


@pytest.mark.parametrize(("hasil", "perilaku", "label"), SEL)
def test_the_predicate_is_the_cell_of_the_regulation(hasil: str, perilaku: str, label: str) -> None:
    assert LABEL[tentukan_predikat(hasil, perilaku)] == label  # type: ignore[arg-type]


def test_every_pair_of_ratings_has_a_predicate_and_every_predicate_a_label() -> None:
    assert {(h, p) for h, p, _ in SEL} == {(h, p) for h in EKSPEKTASI for p in EKSPEKTASI}
    assert {tentukan_predikat(h, p) for h in EKSPEKTASI for p in EKSPEKTASI} == set(PREDIKAT) == set(LABEL)


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("DIATAS EKSPEKTASI", "di_atas"),
        ("Di atas ekspektasi", "di_atas"),
        ("  di  atas\u00a0 Ekspektasi ", "di_atas"),
        ("SESUAI EKSPEKTASI", "sesuai"),
        ("Memenuhi ekspektasi", "sesuai"),
        ("sesuai", "sesuai"),
        ("DIBAWAH EKSPEKTASI", "di_bawah"),
        ("Di bawah ekspektasi", "di_bawah"),
        ("di_bawah", "di_bawah"),
        ("", None),
        ("Ekspektasi", None),
        ("tidak sesuai ekspektasi", None),
        ("belum memenuhi ekspektasi", None),
        ("sesuai / di atas", None),
        ("Baik", None),
        ("atas", None),
        ("90", None),
    ],
)
def test_a_rating_is_known_in_every_spelling_met_and_in_no_other(teks: str, hasil: str | None) -> None:
    assert baca_ekspektasi(teks) == hasil


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("SANGAT BAIK", "sangat_baik"),
        ("Butuh  Perbaikan", "butuh_perbaikan"),
        ("Cukup", "butuh_perbaikan"),
        ("Cukup/Butuh Perbaikan", "butuh_perbaikan"),
        ("Kurang/misconduct", "kurang"),
        ("Kurang", "kurang"),
        ("Sangat kurang", "sangat_kurang"),
        ("Buruk", None),
        ("Istimewa", None),
        ("", None),
    ],
)
def test_a_printed_predicate_is_known_in_its_spellings(teks: str, hasil: str | None) -> None:
    assert baca_predikat(teks) == hasil


@given(st.text(max_size=40))
def test_any_text_is_a_rating_or_none(teks: str) -> None:
    assert baca_ekspektasi(teks) in {*EKSPEKTASI, None}
    assert baca_predikat(teks) in {*PREDIKAT, None}


def test_the_code_of_a_number_is_the_same_with_blanks_and_another_with_another_secret() -> None:
    kode = kode_pegawai(b"rahasia", "198001012005011001")
    assert re.fullmatch(r"P-[0-9a-f]{12}", kode)
    assert kode_pegawai(b"rahasia", " 19800101 200501 1 001") == kode
    assert kode_pegawai(b"lain", "198001012005011001") != kode
    assert kode_pegawai(b"rahasia", "198001012005011002") != kode


def test_without_a_secret_there_is_no_code() -> None:
    for buat in (lambda: kode_pegawai(b"", "198001012005011001"), lambda: kode_nama(b"", "Upik", "KEC")):
        with pytest.raises(KinerjaError) as galat:
            buat()
        assert galat.value.kunci == "masalah.garam_tak_ada"


def test_a_name_is_the_same_person_with_and_without_titles_within_one_unit_only() -> None:
    assert polos_nama("dr.  Upik Rahmadani, M.Kes") == polos_nama("UPIK RAHMADANI") == "upik rahmadani"
    assert polos_nama("Drs. H. Ahmad, S.H., M.M.") == "ahmad"
    assert polos_nama("Dra Wati") == "dra wati"
    assert kode_nama(b"x", "Upik, S.E.", "KEC") == kode_nama(b"x", "upik", "KEC")
    assert kode_nama(b"x", "Upik", "KEC") != kode_nama(b"x", "Upik", "PKM-LB")
