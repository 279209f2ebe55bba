"""Excel: exactly the frame's numbers, real types, nothing that runs, and the method beside the figures."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from kinerja.ekspor.buku import buku_capaian
from kinerja.ekspor.lembar import BARIS_GAMBAR, format_angka
from kinerja.indikator.registry import registri
from tests.charts.bahan_charts import IKM, KUNJUNGAN, NAMA, SKP, TURUN, frame, row

U = list(NAMA)
JAHAT = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "{=1}", "http://contoh.id", "12,5"]
ISI = frame(
    [
        row(1054, 1000, unit=U[0]),
        row(0.1 + 0.2, 1 / 3, ind=IKM, unit=U[1], bawah=0.1, atas=0.7, n=412),
        row(952, 1000, unit=U[2], ada=2, wajib=3),
        row(500, None, unit=U[3]),
        row(None, 85, ind=IKM, unit=U[4], alasan="alasan.sedikit_responden"),
    ]
)
KETERANGAN = [("Unit", "Semua unit"), ("Periode", "Oktober 2026"), ("Sumber", "Laporan bulanan"), ("Snapshot", "42")]
KEPALA = [
    "Unit", "Kode unit", "Indikator", "Periode", "Pembilang", "Penyebut", "n", "Realisasi", "Target", "Capaian (%)",
    "Batas bawah", "Batas atas", "Status", "Keterangan",
]  # fmt: skip


def buat(isi: pd.DataFrame = ISI, **lain: Any) -> bytes:
    pilihan: dict[str, Any] = {"judul": "Unit vs target", "keterangan": KETERANGAN, "bahasa": "id", "contoh": False}
    return buku_capaian(isi, indikator=dict(registri()), **{**pilihan, **lain})


def buka(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def baris_kepala(lembar: Any) -> int:
    """Row number of the table's header."""
    (tabel,) = lembar.tables.values()
    return int("".join(c for c in tabel.ref.split(":")[0] if c.isdigit()))


def nilai(data: bytes, kolom: str) -> list[Any]:
    lembar = buka(data).worksheets[0]
    kepala = baris_kepala(lembar)
    j = [c.value for c in lembar[kepala]].index(kolom)
    return [r[j].value for r in lembar.iter_rows(min_row=kepala + 1)]


def test_reading_back_gives_exactly_the_numbers_of_the_frame() -> None:
    data = buat()
    for kolom, asal in (
        ("Realisasi", "realisasi"),
        ("Target", "target"),
        ("Capaian (%)", "capaian"),
        ("Batas bawah", "bawah"),
        ("Batas atas", "atas"),
        ("Pembilang", "pembilang"),
        ("n", "n"),
    ):
        harap = [None if pd.isna(v) else v for v in ISI[asal]]
        assert nilai(data, kolom) == harap, kolom
    assert 0.30000000000000004 in nilai(data, "Realisasi")
    assert all(isinstance(v, int) for v in nilai(data, "Pembilang") if v is not None)


@given(st.lists(st.floats(0, 1e12, allow_subnormal=False), min_size=1, max_size=20))
@settings(max_examples=25, derandomize=True, deadline=None)
def test_no_digit_of_any_float_is_lost(isi: list[float]) -> None:
    assert nilai(buat(frame([row(v, 3.0, unit=f"U{i}") for i, v in enumerate(isi)])), "Realisasi") == isi


def test_columns_stand_in_the_office_order_and_words() -> None:
    lembar = buka(buat()).worksheets[0]
    assert [c.value for c in lembar[baris_kepala(lembar)]] == KEPALA


def test_rows_keep_the_order_of_the_frame_with_words_for_status_and_period() -> None:
    data = buat()
    assert nilai(data, "Unit") == list(ISI["nama"])
    assert nilai(data, "Kode unit") == U[:5]
    assert nilai(data, "Periode") == ["Oktober 2026"] * 5
    assert nilai(data, "Status") == [
        "tercapai", "belum dapat dipastikan", "belum dapat dipastikan", "tanpa target", "tidak ada data",
    ]  # fmt: skip


def test_an_empty_cell_has_its_reason_in_the_note() -> None:
    keterangan = nilai(buat(), "Keterangan")
    assert keterangan[2] == "laporan masuk 2 dari 3"
    assert keterangan[3] == "belum ada target"
    assert "disembunyikan" in keterangan[4]


def test_numbers_are_shown_with_the_decimals_of_their_indikator() -> None:
    lembar = buka(buat()).worksheets[0]
    kepala = baris_kepala(lembar)
    assert lembar.cell(kepala + 1, 8).number_format == "#,##0"
    assert lembar.cell(kepala + 2, 8).number_format == "#,##0.00"
    assert lembar.cell(kepala + 1, 10).number_format == "#,##0.0"


def test_percent_is_a_letter_so_that_94_stays_94() -> None:
    assert format_angka(1, "%") == '#,##0.0"%"'
    assert format_angka(0, "kunjungan") == "#,##0"
    lembar = buka(buat(frame([row(94.3, 90, ind=SKP)]))).worksheets[0]
    sel = lembar.cell(baris_kepala(lembar) + 1, 8)
    assert (sel.value, sel.number_format) == (94.3, '#,##0.0"%"')


@pytest.mark.parametrize("nama", JAHAT)
def test_text_never_becomes_a_formula_a_link_or_a_number(nama: str) -> None:
    data = buat(frame([row(1, 2, nama=nama)]), judul=nama, keterangan=[(nama, nama)])
    for berkas in zipfile.ZipFile(io.BytesIO(data)).namelist():
        isi = zipfile.ZipFile(io.BytesIO(data)).read(berkas)
        if berkas.startswith("xl/worksheets/sheet"):
            assert b"<f>" not in isi
            assert b"<hyperlink" not in isi
    assert nilai(data, "Unit") == [nama]
    lembar = buka(data).worksheets[0]
    assert lembar.cell(baris_kepala(lembar) + 1, 1).data_type == "s"
    assert lembar["A1"].data_type == "s"


def test_the_table_has_filter_buttons_and_a_frozen_header() -> None:
    lembar = buka(buat()).worksheets[0]
    (tabel,) = lembar.tables.values()
    kepala = baris_kepala(lembar)
    assert tabel.autoFilter.ref == tabel.ref == f"A{kepala}:N{kepala + 5}"
    assert lembar.freeze_panes == f"B{kepala + 1}"
    assert lembar.print_title_rows == f"${kepala}:${kepala}"
    assert lembar.column_dimensions["A"].width > len("Kelurahan Tanjung Saba Pitameh Nan XX")


def test_title_filters_source_and_snapshot_stand_above() -> None:
    lembar = buka(buat()).worksheets[0]
    assert lembar["A1"].value == "Unit vs target"
    for nama, isi in KETERANGAN:
        assert f"{nama}: {isi}" in lembar["A2"].value


def test_sample_data_are_stamped_on_both_sheets_and_real_data_are_not() -> None:
    for contoh in (True, False):
        for lembar in buka(buat(contoh=contoh)).worksheets:
            teks = [c.value for r in lembar.iter_rows() for c in r if isinstance(c.value, str)]
            assert any("DATA CONTOH" in t for t in teks) is contoh


def test_the_second_sheet_tells_filters_formula_and_legal_basis_of_what_is_shown_only() -> None:
    lembar = buka(buat()).worksheets[1]
    teks = {c.value for r in lembar.iter_rows() for c in r if c.value}
    assert lembar.title == "Metode & saringan"
    assert {"Snapshot", "42"} <= teks
    for ind in (KUNJUNGAN, IKM):
        assert {ind.nama.id, ind.kode, ind.rumus.id, ind.dasar_hukum.id} <= teks
    assert SKP.kode not in teks


def test_english_has_english_words() -> None:
    buku = buka(buat(bahasa="en"))
    assert [lembar.title for lembar in buku.worksheets] == ["Attainment", "Method & filters"]
    assert "Actual" in [c.value for c in buku.worksheets[0][baris_kepala(buku.worksheets[0])]]


def test_document_properties_name_title_and_product() -> None:
    sifat = buka(buat()).properties
    assert (sifat.title, sifat.creator) == ("Unit vs target", "Kinerja Lubuk Begalung")


def gambar(data: bytes) -> list[bytes]:
    arsip = zipfile.ZipFile(io.BytesIO(data))
    return [arsip.read(n) for n in arsip.namelist() if n.startswith("xl/charts/chart")]


def test_units_get_a_native_bar_chart_of_their_capaian() -> None:
    (isi,) = gambar(buat(frame([row(900.0 + i, 1000, unit=u) for i, u in enumerate(U)])))
    assert b'<c:barDir val="bar"/>' in isi
    assert b"Capaian!$A$5:$A$11" in isi
    assert b"Capaian!$J$5:$J$11" in isi


def test_months_of_one_unit_are_charted_by_month() -> None:
    (isi,) = gambar(buat(frame([row(1, 2, periode=f"2026-{b:02d}") for b in (1, 2, 3)])))
    assert b"Capaian!$D$5:$D$7" in isi


def test_no_chart_where_it_could_not_be_read() -> None:
    banyak = frame([row(1, 2, unit=f"U{i}", nama=f"Unit {i}") for i in range(BARIS_GAMBAR + 1)])
    silang = frame([row(1, 2, ind=i, unit=u) for i in (KUNJUNGAN, IKM) for u in U[:2]])
    tanpa = frame([row(1, None), row(2, None, unit=U[1])])
    for isi in (banyak, silang, tanpa, frame([])):
        assert gambar(buat(isi)) == []


def test_an_empty_frame_still_gives_a_workbook_with_header_and_method() -> None:
    lembar = buka(buat(frame([]))).worksheets[0]
    assert [c.value for c in lembar[baris_kepala(lembar)]] == KEPALA
    assert all(c.value is None for r in lembar.iter_rows(min_row=baris_kepala(lembar) + 1) for c in r)


def test_an_unknown_indikator_is_an_error_not_a_guess() -> None:
    with pytest.raises(KeyError, match=TURUN.kode):
        buat(frame([row(1, 2, ind=TURUN)]))
