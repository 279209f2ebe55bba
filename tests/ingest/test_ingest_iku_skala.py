"""Plans: the printed achievement settles the scale of a result; units of measure are no units of work."""

from __future__ import annotations

from pathlib import Path

import pytest
from bahan_ingest import baca
from test_ingest_iku import KEC, iku

KEPALA = "No;Indikator;Satuan;Target;Realisasi;Capaian (%)\n"


@pytest.mark.parametrize("baris", ["1;Persentase layanan;%;95;0,97;102", "1;Persentase layanan;%;0,95;97;102,1"])
def test_a_result_in_another_scale_than_its_printed_achievement_is_an_error_of_its_cell(
    tmp_path: Path, baris: str
) -> None:
    hasil = baca(tmp_path / "a.csv", KEPALA + baris + "\n2;Persentase lain;%;90;88;97,8\n", KEC)
    [masalah] = [m for m in hasil.masalah if m.alasan == "masalah.iku_skala"]
    assert (masalah.baris, masalah.kolom, masalah.tingkat) == (2, "E (REALISASI)", "galat")
    assert masalah.args["usulan"] in ("97", "0,97")
    assert not hasil.diterima


def test_a_printed_achievement_that_fits_or_has_another_rule_is_no_problem(tmp_path: Path) -> None:
    isi = "1;Persentase layanan;%;95;97;102,1\n2;Angka kematian;kasus;4;2;150\n3;Rasio;rasio;0,95;0,97;1,02\n"
    hasil = baca(tmp_path / "a.csv", KEPALA + isi, KEC)
    assert hasil.diterima
    assert len(iku(hasil)) == 3


@pytest.mark.parametrize("judul", ["Satuan", "Unit", "Satuan Ukur"])
def test_what_figures_are_counted_in_is_no_unit_of_work(tmp_path: Path, judul: str) -> None:
    isi = f"No;Indikator;{judul};Target;Realisasi\n"
    isi += "1;Kematian ibu;kasus;3;2\n2;Waktu tunggu;menit;30;25\n3;Aduan;keluhan;5;4\n"
    hasil = baca(tmp_path / "a.csv", isi, KEC)
    assert hasil.diterima
    assert {b[0] for b in hasil.tabel["iku"]} == {"KEC"}


@pytest.mark.parametrize(("target", "realisasi"), [("≥ 85", "88"), ("A", "BB"), ("≥ 85", "≥ 88")])
def test_bounds_and_grades_are_named_by_cell(tmp_path: Path, target: str, realisasi: str) -> None:
    isi = f"No;Indikator Kinerja;Satuan;Target;Realisasi\n1;Nilai;Nilai;{target};{realisasi}\n"
    hasil = baca(tmp_path / "a.csv", isi, KEC)
    ada = [(m.alasan, m.baris, m.nilai) for m in hasil.masalah]
    assert ("masalah.iku_kata", 2, target) in ada
    assert "masalah.tata_letak_tak_dikenali" not in {a for a, *_ in ada}
    assert not iku(hasil)
