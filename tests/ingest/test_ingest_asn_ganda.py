"""One attendance, one rating: what differs only in how it is written is the same, and nobody serves in two units."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_asn import KEC, KEPALA_BUTIR, KODE, alasan, baca_baris, butir, galat
from bahan_ingest import baca as baca_ingest
from bahan_orang import NAMA, NIP, ORANG, csv

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.unit import BULAN_AKHIR
from kinerja.ingest import Opsi
from kinerja.store.kepegawaian import Tugas

HARI = Opsi(hari_ini=date(2026, 11, 24))
LATIH = ("NIP", "Nama", "Unit Kerja", "Judul Pelatihan", "Tanggal Pelaksanaan", "JP")


def latih(n: int, judul: str, jp: Any = 8, unit: str = KEC) -> tuple[Any, ...]:
    return (NIP[n], NAMA[n], unit, judul, "20-10-2026", jp)


def baca(tmp_path: Path, kepala: tuple[str, ...], *isi: tuple[Any, ...]) -> HasilBaca:
    return baca_baris(tmp_path, kepala, *isi, opsi=HARI)


@pytest.mark.parametrize("lain", ["pelayanan  prima", "PELAYANAN PRIMA", "Pelayanan-Prima.", '"Pelayanan Prima"'])
def test_a_title_in_other_letters_blanks_or_marks_is_the_same_training(tmp_path: Path, lain: str) -> None:
    hasil = baca(tmp_path, LATIH, latih(0, "Pelayanan Prima"), latih(1, lain), latih(0, lain))
    assert galat(hasil) == [("orang_ganda", 4)]


def test_the_same_attendance_in_two_units_is_counted_once(tmp_path: Path) -> None:
    hasil = baca(tmp_path, LATIH, latih(0, "Prima"), latih(0, "Prima", unit="Puskesmas Pegambiran"))
    assert galat(hasil) == [("orang_dua_unit", 3)]


def test_more_hours_than_a_day_has_are_told(tmp_path: Path) -> None:
    hasil = baca(tmp_path, LATIH, latih(0, "Prima", 20), latih(1, "Prima", 40), latih(0, "PPGD", 8))
    assert alasan(hasil) == [("jp_sehari", "peringatan", 4)]
    assert [m.args["jp"] for m in hasil.masalah] == [28]
    assert alasan(baca(tmp_path, LATIH, latih(0, "Prima", 8), latih(0, "PPGD", 16))) == []


RATING = ("NIP", "Nama", "Unit Kerja", "Periode", "Rating Hasil Kerja", "Rating Perilaku")
LAIN = "Puskesmas Pegambiran"


def rating(n: int, masa: str, unit: str) -> tuple[Any, ...]:
    return (NIP[n], NAMA[n], unit, masa, "Sesuai Ekspektasi", "Sesuai Ekspektasi")


def test_two_ratings_of_one_person_in_two_units_are_an_error_that_names_both_rows(tmp_path: Path) -> None:
    hasil = baca(tmp_path, RATING, rating(1, "2026-TW3", KEC), rating(0, "2026-TW3", KEC), rating(0, "2026-TW3", LAIN))
    assert galat(hasil) == [("orang_dua_unit", 4)]
    (satu,) = hasil.masalah
    assert (satu.args["pertama"], satu.args["ulang"], satu.args["lain"], satu.args["unit"]) == ("3", "4", KEC, LAIN)


def test_who_moves_in_the_middle_of_a_quarter_has_a_row_for_each_unit(tmp_path: Path) -> None:
    hasil = baca(tmp_path, RATING, rating(0, "2026-07", KEC), rating(0, "2026-08", LAIN))
    assert alasan(hasil) == []
    assert [b[1] for b in hasil.tabel["skp_penilaian"]] == ["KEC", "PKM-PG"]


@pytest.mark.parametrize(("unit", "baris"), [("KEC", 4), ("PKM-PG", 2)])
def test_where_the_list_of_employees_says_the_unit_the_other_row_is_wrong(
    tmp_path: Path, unit: str, baris: int
) -> None:
    tugas = {KODE[0]: [Tugas(unit, "", 202601, BULAN_AKHIR)]}
    isi = csv(RATING, rating(0, "2026-TW3", KEC), rating(1, "2026-TW3", KEC), rating(0, "2026-TW3", LAIN))
    hasil = baca_ingest(tmp_path / "a.csv", isi, HARI, replace(ORANG, tugas=tugas))
    assert galat(hasil) == [("orang_unit_lain", baris)]


def test_items_of_one_month_in_two_units_are_told_once(tmp_path: Path) -> None:
    isi = (butir(0, "Surat", 4, 4), butir(0, "Laporan", 4, 4, unit=LAIN), butir(0, "Arsip", 4, 4, unit=LAIN))
    assert galat(baca(tmp_path, KEPALA_BUTIR, *isi)) == [("orang_dua_unit", 3)]
