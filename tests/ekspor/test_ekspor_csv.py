"""CSV that Excel opens as it is, in either language, and file names that every system takes."""

from __future__ import annotations

import csv
import io
import string
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.ekspor.buku import csv_capaian, nama_berkas
from kinerja.indikator.registry import registri
from tests.charts.bahan_charts import IKM, frame, row

HARI = date(2026, 11, 24)
ISI = frame(
    [
        row(0.1 + 0.2, 1234.5, ind=IKM, unit="PKM-LB", n=412, bawah=1e-07, atas=2000.0),
        row(None, 85, ind=IKM, unit="PKM-PG", alasan="alasan.sedikit_responden"),
    ]
)


def baca(isi: pd.DataFrame, bahasa: str) -> list[list[str]]:
    data = csv_capaian(isi, indikator=dict(registri()), bahasa=bahasa)
    assert data.startswith(b"\xef\xbb\xbf")  # Excel needs the mark to read UTF-8
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";" if bahasa == "id" else ","))


def test_indonesian_has_semicolon_and_decimal_comma() -> None:
    kepala, satu, dua = baca(ISI, "id")
    assert kepala[:4] == ["Unit", "Kode unit", "Indikator", "Periode"]
    assert satu[6:9] == ["412", "0,30000000000000004", "1234,5"]
    assert dua[7] == ""


def test_english_has_comma_and_decimal_point() -> None:
    kepala, satu, _ = baca(ISI, "en")
    assert kepala[7] == "Actual"
    assert satu[6:9] == ["412", "0.30000000000000004", "1234.5"]


def test_small_numbers_have_no_exponent_and_whole_numbers_no_decimal_zero() -> None:
    satu = baca(ISI, "id")[1]
    assert satu[10:12] == ["0,0000001", "2000"]


def test_numbers_read_back_are_the_numbers_of_the_frame() -> None:
    satu = baca(ISI, "id")[1]
    assert float(satu[7].replace(",", ".")) == ISI["realisasi"].iloc[0]
    assert float(satu[9].replace(",", ".")) == ISI["capaian"].iloc[0]


@pytest.mark.parametrize("awal", [*"=+-@\t\r\n＝＋－＠", " =", "\u00a0+"])
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(awal: str) -> None:
    nama = f"{awal}cmd|' /C calc'!A0"
    assert baca(frame([row(1, 2, nama=nama)]), "id")[1][0] == f"'{nama}"


def test_an_ordinary_name_and_a_separator_in_it_are_kept() -> None:
    assert baca(frame([row(1, 2, nama='Poli "A"; B, C')]), "id")[1][0] == 'Poli "A"; B, C'


def test_the_reason_of_an_empty_cell_is_told() -> None:
    assert "disembunyikan" in baca(ISI, "id")[2][13]


def test_a_file_name_says_page_unit_period_and_day() -> None:
    assert (
        nama_berkas("unit-vs-target", "Puskesmas Lubuk Begalung", "2026-10", HARI)
        == "unit-vs-target_Puskesmas-Lubuk-Begalung_2026-10_2026-11-24.xlsx"
    )


def test_a_file_name_cannot_leave_its_folder_or_be_empty() -> None:
    assert nama_berkas("tren", "../../etc/passwd", "", HARI) == "tren_etc-passwd_data_2026-11-24.xlsx"


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=200, derandomize=True)
def test_a_file_name_has_only_safe_characters(jenis: str, unit: str, periode: str) -> None:
    nama = nama_berkas(jenis, unit, periode, HARI)
    assert set(nama) <= set(string.ascii_letters + string.digits + "-_.")
    assert nama.count("_") == 3
    assert len(nama) <= 220
    assert not nama.startswith((".", "-"))
