"""A workbook of monthly reports (LB4): the month of each sheet is in its name, the year in that of the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from bahan_ingest import baca, xlsx
from test_ingest_label import LB4

from kinerja.domain.fakta import HasilBaca


def _baca(folder: Path, nama: str, *lembar: str, judul: str = "") -> HasilBaca:
    isi = [[judul], *LB4] if judul else LB4
    return baca(folder / nama, xlsx(dict.fromkeys(lembar, isi)))


@pytest.mark.parametrize("judul", ["", "LAPORAN LB4 TAHUN 2026"])
def test_sheets_of_a_year_take_their_month_from_their_name(tmp_path: Path, judul: str) -> None:
    hasil = _baca(tmp_path, "LB4 Puskesmas Pegambiran 2026.xlsx", "Jan", "Feb", judul=judul)
    assert hasil.diterima, hasil.masalah
    assert {(f.dari, f.sampai) for f in hasil.fakta} == {(202601, 202601), (202602, 202602)}


def test_a_sheet_of_another_month_than_its_file_is_an_error_that_names_both(tmp_path: Path) -> None:
    hasil = _baca(tmp_path, "LB4 Puskesmas Pegambiran Okt 2026.xlsx", "Jan", "Feb")
    beda = [m for m in hasil.masalah if m.alasan == "masalah.lembar_berkas_beda"]
    assert {(m.lembar, m.args["lembar_kata"], m.args["berkas_kata"]) for m in beda} == {
        ("Jan", "2026-01", "2026-10"),
        ("Feb", "2026-02", "2026-10"),
    }
    assert not hasil.diterima
    assert not hasil.fakta


def test_the_sheet_of_the_file_s_own_month_and_a_sheet_without_a_name_stay(tmp_path: Path) -> None:
    for lembar in ("Okt", "Sheet1"):
        hasil = _baca(tmp_path, "LB4 Puskesmas Pegambiran Okt 2026.xlsx", lembar)
        assert {(f.dari, f.sampai) for f in hasil.fakta} == {(202610, 202610)}
