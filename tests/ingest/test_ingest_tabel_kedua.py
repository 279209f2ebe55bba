"""Two tables on one sheet: the second is never read under the first one's header, month or matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from bahan_angka import LB, PG, RAJAL, baca_peta_csv, masalah, peta_angka, ringkas_fakta
from bahan_ingest import alasan, baca, xlsx

NO = ["NO", "PUSKESMAS", "KUNJUNGAN RAWAT JALAN"]
INAP = ["NO", "PUSKESMAS", "KUNJUNGAN RAWAT INAP"]
SATU = [1, "Puskesmas Lubuk Begalung", 100]
DUA = [2, "Puskesmas Pegambiran", 90]


def _cetak(folder: Path, *baris: list[object], judul: str = "REKAP KUNJUNGAN BULAN JANUARI 2026"):  # type: ignore[no-untyped-def]
    return baca(folder / "a.xlsx", xlsx({"Rekap": [[judul], *baris]}))


@pytest.mark.parametrize(
    ("antara", "baris"),
    [
        ([[], INAP], 5),
        ([["B. RAWAT INAP"], INAP], 5),
        ([["BULAN FEBRUARI 2026"], NO], 4),
        ([["BULAN FEBRUARI"], NO], 4),
        ([["Bulan :", "Februari 2026"], NO], 4),
        ([["TRIWULAN II"]], 4),
        ([["TAHUN 2025"], NO], 4),
        ([["JUMLAH", None, 100], ["KUNJUNGAN RAWAT INAP"], NO], 5),
    ],
)
def test_a_second_table_of_other_words_or_another_period_stops_the_file_and_names_its_row(
    tmp_path: Path, antara: list[list[object]], baris: int
) -> None:
    for judul in ("REKAP KUNJUNGAN BULAN JANUARI 2026", "REKAPITULASI BULAN JANUARI 2026"):  # printed, and by words
        hasil = _cetak(tmp_path, NO, SATU, *antara, DUA, judul=judul)
        assert alasan(hasil) == {"tabel_kedua"}
        assert [m.baris for m in masalah(hasil, "tabel_kedua")] == [baris]
        assert all(f.unit == LB for f in hasil.fakta)


def test_two_legitimate_tables_of_the_same_units_are_not_called_a_unit_met_twice(tmp_path: Path) -> None:
    hasil = _cetak(tmp_path, NO, SATU, DUA, [], ["BULAN FEBRUARI"], NO, SATU, DUA)
    assert alasan(hasil) == {"tabel_kedua"}


@pytest.mark.parametrize(
    "antara",
    [
        [NO],
        [[], NO],
        [["Lanjutan"], NO],
        [["REKAP KUNJUNGAN BULAN JANUARI 2026"], NO],
        [["TAHUN 2026"], NO],
        [["Wilayah II"], NO],
    ],
)
def test_the_same_header_on_the_next_page_of_a_long_print_is_left_out_as_before(
    tmp_path: Path, antara: list[list[object]]
) -> None:
    for judul in ("REKAP KUNJUNGAN BULAN JANUARI 2026", "REKAPITULASI BULAN JANUARI 2026"):
        hasil = _cetak(tmp_path, NO, SATU, *antara, DUA, judul=judul)
        assert alasan(hasil) == set()
        assert ringkas_fakta(hasil) == [
            (RAJAL, LB, 202601, 202601, "", 100, None),
            (RAJAL, PG, 202601, 202601, "", 90, None),
        ]


def test_notes_and_signatures_with_another_month_below_the_table_are_no_second_table(tmp_path: Path) -> None:
    ekor = [["Jumlah", None, 190], ["Catatan: data Februari 2026 menyusul"], [None, None, "Padang, 5 Februari 2026"]]
    assert alasan(_cetak(tmp_path, NO, SATU, DUA, *ekor)) == set()


def test_a_month_above_rows_that_have_their_own_month_is_only_a_heading(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", f"pembilang:{RAJAL}")
    baris = (
        "periode;unit;jumlah",
        "2026-01;Puskesmas Lubuk Begalung;100",
        "BULAN FEBRUARI 2026;;",
        "2026-02;Puskesmas Pegambiran;90",
    )
    hasil = baca_peta_csv(tmp_path, peta, *baris)
    assert [(f.unit, f.dari, f.pembilang) for f in hasil.fakta] == [(LB, 202601, 100), (PG, 202602, 90)]


def test_a_person_who_maps_the_first_table_up_to_its_last_row_reads_it(tmp_path: Path) -> None:
    baris = ("unit;jumlah", "Puskesmas Lubuk Begalung;100", "BULAN FEBRUARI;", "Puskesmas Pegambiran;90")
    peta = peta_angka("unit", f"pembilang:{RAJAL}")
    utuh = baca_peta_csv(tmp_path, peta, *baris, nama="Januari 2026.csv")
    assert alasan(utuh) == {"tabel_kedua"}
    sebagian = baca_peta_csv(
        tmp_path, peta_angka("unit", f"pembilang:{RAJAL}", akhir=1), *baris, nama="Januari 2026.csv"
    )
    assert ringkas_fakta(sebagian) == [(RAJAL, LB, 202601, 202601, "", 100, None)]
