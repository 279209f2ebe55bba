"""The template: its rules row by row, and the round trip of an export."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from bahan_ingest import RUJUKAN, UNITS, alasan, baca, csv_templat, xlsx

from kinerja.domain.fakta import Fakta, TargetBaru
from kinerja.domain.periode import parse_periode
from kinerja.indikator.registry import registri
from kinerja.ingest import BarisTemplat, Opsi, tulis_templat

INDIKATOR = tuple(registri().values())
KEPALA = ("periode", "unit", "indikator", "pembilang", "penyebut", "target", "jk", "catatan", "sk")


def _csv(tmp_path: Path, *baris: str, opsi: Opsi | None = None) -> Any:
    return baca(tmp_path / "a.csv", csv_templat(*baris), opsi)


def _satu(tmp_path: Path, *isi: Any, opsi: Opsi | None = None) -> Any:
    return baca(tmp_path / "a.xlsx", xlsx({"Data": [KEPALA, isi]}), opsi)


def test_a_row_becomes_a_fact_and_a_target(tmp_path: Path) -> None:
    hasil = _satu(tmp_path, "2026", "Pegambiran", "spm_hipertensi", 10, 20, 85.5, None, "catatan", "SK 1/2026")
    assert hasil.fakta == (Fakta("spm_hipertensi", "PKM-PG", 202601, 202612, 10, 20, "", "catatan"),)
    assert hasil.target == (TargetBaru("spm_hipertensi", "PKM-PG", 202601, 202612, 855_000, "SK 1/2026"),)


def test_a_row_may_carry_a_target_alone_and_its_note_is_the_decree(tmp_path: Path) -> None:
    hasil = _csv(tmp_path, "2026;PKM-PG;kunjungan_rawat_jalan;;;60000;SK Camat 5/2026")
    assert not hasil.fakta
    assert hasil.target == (
        TargetBaru("kunjungan_rawat_jalan", "PKM-PG", 202601, 202612, 600_000_000, "SK Camat 5/2026"),
    )


@pytest.mark.parametrize(
    "sebutan", ["spm_hipertensi", "SPM_HIPERTENSI", "SPM penderita hipertensi", "SPM people with hypertension"]
)
def test_an_indikator_is_known_by_code_or_by_its_name_in_either_language(sebutan: str, tmp_path: Path) -> None:
    assert [f.indikator for f in _csv(tmp_path, f"2026-10;PKM-PG;{sebutan};1;2;;").fakta] == ["spm_hipertensi"]


def test_headers_are_known_in_any_order_case_and_language(tmp_path: Path) -> None:
    kepala = "Note,TARGET,Denominator,Numerator,Indicator,Work unit,PERIOD (e.g. 2026-10)"
    assert baca(tmp_path / "a.csv", f"{kepala}\nx,,20,10,spm_hipertensi,PKM-PG,2026-10\n").fakta == (
        Fakta("spm_hipertensi", "PKM-PG", 202610, 202610, 10, 20, "", "x"),
    )


def test_rows_above_the_header_are_titles(tmp_path: Path) -> None:
    isi = [["Rekap bulan ini"], [], KEPALA[:5], ["2026-10", "PKM-PG", "spm_hipertensi", 1, 2]]
    assert len(baca(tmp_path / "a.xlsx", xlsx({"Data": isi})).fakta) == 1


@pytest.mark.parametrize(
    ("baris", "harap", "kolom"),
    [
        ("2026-13;PKM-PG;spm_hipertensi;1;2;;", "periode_salah", "A"),
        (";PKM-PG;spm_hipertensi;1;2;;", "periode_kosong", "A"),
        ("2026-10;Entah;spm_hipertensi;1;2;;", "unit_tak_dikenal", "B"),
        ("2026-10;;spm_hipertensi;1;2;;", "unit_kosong", "B"),
        ("2026-10;Lubuk Begalung;spm_hipertensi;1;2;;", "unit_ganda_arti", "B"),
        ("2026-10;PKM-PG;entah;1;2;;", "indikator_tak_dikenal", "C"),
        ("2026-10;PKM-PG;;1;2;;", "indikator_kosong", "C"),
        ("2026-10;PKM-PG;spm_hipertensi;;2;;", "pembilang_kosong", "D"),
        ("2026-10;PKM-PG;spm_hipertensi;1;;;", "penyebut_kosong", "E"),
        ("2026-10;PKM-PG;spm_hipertensi;1;0;;", "penyebut_nol", "E"),
        ("2026-10;PKM-PG;kunjungan_rawat_jalan;1;2;;", "penyebut_tak_perlu", "E"),
        ("2026-10;PKM-PG;angka_kontak;3;2;;", "pembilang_lebih", "D"),
        ("2026-10;PKM-PG;ikm;9;2;;", "pembilang_lebih", "D"),
        ("2026-08-kum;PKM-PG;spm_tb;1;2;;", "periode_kumulatif", "A"),
        ("2026;PKM-PG;spm_tb;1;2;-1;", "target_negatif", "F"),
        ("2026-08;PKM-PG;spm_hipertensi;1;2;83,5;", "target_setahun", "F"),
        ("2026;PKM-PG;spm_tb;1;2;1,23456;", "target_desimal", "F"),
        ("2026-10;PKM-PG;ikm;7;2;85%;", "target_persen", "F"),
        ("2026-10;PKM-PG;spm_hipertensi;1;2;9.375;", "angka_ragu", "F"),
        ("2026-10;PKM-PG;spm_hipertensi;9.375;20000;;", "angka_ragu", "D"),
    ],
)
def test_a_wrong_row_is_named_by_row_and_column(baris: str, harap: str, kolom: str, tmp_path: Path) -> None:
    hasil = _csv(tmp_path, "2026-09;PKM-PG;spm_hipertensi;1;2;;", baris)
    galat = [m for m in hasil.masalah if m.tingkat == "galat"]
    assert [(m.alasan, m.baris, m.kolom[0]) for m in galat] == [(f"masalah.{harap}", 3, kolom)]


def test_all_problems_of_a_row_are_named_at_once(tmp_path: Path) -> None:
    hasil = _csv(tmp_path, "2026-99;Entah;apa;x;-1;y;")
    assert len([m for m in hasil.masalah if m.baris == 2]) == 6


def test_coverage_over_hundred_is_kept_with_a_warning_for_cumulative_indikator(tmp_path: Path) -> None:
    hasil = _csv(tmp_path, "2026-10;PKM-PG;spm_hipertensi;30;20;;")
    assert hasil.diterima and alasan(hasil, "peringatan") == {"lebih_seratus"} and hasil.fakta[0].pembilang == 30


def test_survey_points_may_be_four_times_the_answers(tmp_path: Path) -> None:
    assert _csv(tmp_path, "2026-10;PKM-PG;ikm;8;2;;").diterima


def test_a_blank_row_and_a_total_row_are_left_out_by_name(tmp_path: Path) -> None:
    hasil = _csv(
        tmp_path,
        "2026-10;PKM-PG;spm_hipertensi;1;2;;",
        ";;;;;;",
        "2026-10;JUMLAH;;1;2;;",
        "2026-10;PKM-LB;spm_hipertensi;;;;",
    )
    assert hasil.diterima and len(hasil.fakta) == 1
    assert {(d.letak, d.alasan) for d in hasil.dibuang} == {
        ("", "dibuang.kosong"),
        ("4", "dibuang.jumlah"),
        ("5", "dibuang.tanpa_angka"),
    }


def test_a_duplicate_key_names_both_rows(tmp_path: Path) -> None:
    hasil = _csv(tmp_path, "2026-10;PKM-PG;spm_hipertensi;1;2;;", "x;;;;;;", "Okt 2026;Pegambiran;spm_hipertensi;1;2;;")
    ganda = next(m for m in hasil.masalah if m.alasan == "masalah.kunci_ganda")
    assert (ganda.args["pertama"], ganda.args["ulang"]) == ("2", "4")


def test_sexes_are_not_mixed_with_both_together(tmp_path: Path) -> None:
    isi = [KEPALA, *[("2026-10", "PKM-PG", "spm_hipertensi", 1, 2, None, jk) for jk in ("L", "perempuan", None)]]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"Data": isi}))
    assert alasan(hasil) == {"jk_campur"} and [f.jk for f in hasil.fakta] == ["L", "P"]


def test_an_unknown_sex_and_a_target_by_sex_are_refused(tmp_path: Path) -> None:
    assert alasan(_satu(tmp_path, "2026-10", "PKM-PG", "spm_hipertensi", 1, 2, None, "X")) == {"jk_salah"}
    assert alasan(_satu(tmp_path, "2026-10", "PKM-PG", "spm_hipertensi", 1, 2, 90, "L")) == {"target_jk"}


def test_overlapping_periods_are_refused_because_they_count_twice(tmp_path: Path) -> None:
    hasil = _csv(
        tmp_path,
        "2026;PKM-PG;kunjungan_baru;9;;;",
        "2026-10;PKM-PG;kunjungan_baru;1;;;",
        "2027-01;PKM-PG;kunjungan_baru;1;;;",
        opsi=Opsi(hari_ini=date(2027, 6, 1)),
    )
    assert not hasil.diterima
    assert [(m.alasan, m.baris) for m in hasil.masalah] == [("masalah.periode_tumpang_tindih", 3)]


def test_personal_columns_are_ignored_and_named(tmp_path: Path) -> None:
    kepala = "periode;unit;indikator;pembilang;NIK;Nama Pasien;No_HP;warna"
    hasil = baca(tmp_path / "a.csv", f"{kepala}\n2026-10;PKM-PG;kunjungan_baru;3;1371;Siti Contoh;08;biru\n")
    assert [d.isi for d in hasil.dibuang if d.alasan == "dibuang.kolom_pribadi"] == ["NIK", "Nama Pasien", "No_HP"]
    assert [d.isi for d in hasil.dibuang if d.alasan == "dibuang.kolom_lain"] == ["warna"]
    assert hasil.diterima and "Siti" not in repr(hasil) and "1371" not in repr(hasil)


def test_a_note_with_an_identity_number_is_not_kept(tmp_path: Path) -> None:
    hasil = _csv(tmp_path, "2026-10;PKM-PG;kunjungan_baru;3;;;pasien 1371 0601 0101 0001 hadir")
    assert hasil.fakta[0].catatan == "" and alasan(hasil, "peringatan") == {"catatan_pribadi"}
    assert "0101" not in repr(hasil)


def test_a_chosen_period_fills_a_missing_column_and_must_agree_with_one_that_is_there(tmp_path: Path) -> None:
    opsi = Opsi(periode=parse_periode("2026-10"))
    tanpa = "unit;indikator;pembilang\nPKM-PG;kunjungan_baru;3\n"
    assert baca(tmp_path / "a.csv", tanpa, opsi).fakta[0].dari == 202610
    assert alasan(baca(tmp_path / "a.csv", tanpa)) == {"periode_tak_ada"}
    assert alasan(_csv(tmp_path, "2026-09;PKM-PG;kunjungan_baru;3;;;", opsi=opsi)) == {"periode_beda"}


def test_new_units_are_added_only_when_the_name_says_puskesmas(tmp_path: Path) -> None:
    hasil = _csv(
        tmp_path,
        "2026-10;Puskesmas Baru;kunjungan_baru;3;;;",
        "2026-10;Seksi Entah;kunjungan_baru;3;;;",
        opsi=Opsi(unit_baru="tambahkan"),
    )
    assert [u.kode for u in hasil.unit_baru] == ["PKM-BARU"] and hasil.unit_tanya == ("Seksi Entah",)


def test_an_answer_to_a_unit_that_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    hasil = _csv(tmp_path, "2026-10;Entah;kunjungan_baru;3;;;", opsi=Opsi(alias_baru={"Entah": "TIDAK-ADA"}))
    assert alasan(hasil) == {"alias_tak_dikenal"}


BARIS = (
    BarisTemplat("2026", "PKM-PG", "spm_hipertensi", 15878, 35084, Decimal("85.5"), "=1+1 & <b>", sk="SK 1/2026"),
    BarisTemplat("2026-TW3", "PKM-LB", "spm_hipertensi", 9375, 10000, jk="L"),
    BarisTemplat("2026-TW3", "PKM-LB", "spm_hipertensi", 0, 0, jk="P"),
    BarisTemplat("2026", "Puskesmas Pegambiran", "kunjungan_rawat_jalan", 1234567, None, None, "+62 'kutip'"),
    BarisTemplat("2025", "PKM-PG", "angka_kontak", None, None, Decimal("150.0001"), sk="SK 2/2025"),
    BarisTemplat("2026-S1", "PKM-PG", "spm_tb", 7, 9),
)


@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_an_export_read_again_gives_the_same_facts_and_targets(bahasa: str, tmp_path: Path) -> None:
    hasil = baca(tmp_path / "ekspor.xlsx", tulis_templat(INDIKATOR, UNITS, bahasa, BARIS))
    assert not hasil.masalah, hasil.masalah
    assert hasil.fakta == (
        Fakta("spm_hipertensi", "PKM-PG", 202601, 202612, 15878, 35084, "", "=1+1 & <b>"),
        Fakta("spm_hipertensi", "PKM-LB", 202607, 202609, 9375, 10000, "L"),
        Fakta("spm_hipertensi", "PKM-LB", 202607, 202609, 0, 0, "P"),
        Fakta("kunjungan_rawat_jalan", "PKM-PG", 202601, 202612, 1234567, None, "", "+62 'kutip'"),
        Fakta("spm_tb", "PKM-PG", 202601, 202606, 7, 9),
    )
    assert hasil.target == (
        TargetBaru("spm_hipertensi", "PKM-PG", 202601, 202612, 855_000, "SK 1/2026"),
        TargetBaru("angka_kontak", "PKM-PG", 202501, 202512, 1_500_001, "SK 2/2025"),
    )
    assert [d.letak for d in hasil.dibuang if d.jenis == "lembar"] == ["Daftar", "Petunjuk"]


def test_a_text_that_begins_with_equals_is_exported_as_text() -> None:
    lembar = openpyxl.load_workbook(io.BytesIO(tulis_templat(INDIKATOR, UNITS, "id", BARIS)))["Data"]
    assert lembar["G2"].value == "=1+1 & <b>" and lembar["G2"].data_type == "s"


def test_the_empty_template_offers_units_and_indikator_and_explains_itself(tmp_path: Path) -> None:
    isi = tulis_templat(INDIKATOR, UNITS, "en")
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    data, daftar = buku["Data"], buku["Daftar"]
    assert [sel.value for sel in data[1]] == [
        "periode",
        "unit",
        "indikator",
        "pembilang",
        "penyebut",
        "target",
        "catatan",
    ]
    assert data.freeze_panes == "A2" and data["A1"].font.bold
    rumus = {v.formula1 for v in data.data_validations.dataValidation if v.type == "list"}
    assert rumus == {f"Daftar!$B$2:$B${len(UNITS) + 1}", f"Daftar!$D$2:$D${len(INDIKATOR) + 1}"}
    assert [daftar.cell(r, 2).value for r in range(2, len(UNITS) + 2)] == [u.nama for u in UNITS]
    assert [daftar.cell(r, 4).value for r in range(2, len(INDIKATOR) + 2)] == [i.kode for i in INDIKATOR]
    assert "row" in str(buku["Petunjuk"]["A2"].value)
    assert alasan(baca(tmp_path / "a.xlsx", isi)) == {"tanpa_data"}


def test_every_name_of_the_drop_down_list_is_understood_on_import(tmp_path: Path) -> None:
    baris = [BarisTemplat("2026-10", u.nama, "kunjungan_baru", 1) for u in RUJUKAN.units]
    hasil = baca(tmp_path / "a.xlsx", tulis_templat(INDIKATOR, UNITS, "id", baris))
    assert hasil.diterima and [f.unit for f in hasil.fakta] == [u.kode for u in UNITS]


def test_control_characters_in_a_note_do_not_break_the_export(tmp_path: Path) -> None:
    baris = [BarisTemplat("2026-10", "PKM-PG", "kunjungan_baru", 1, catatan="a\x00b\x1fc")]
    assert baca(tmp_path / "a.xlsx", tulis_templat(INDIKATOR, UNITS, "id", baris)).fakta[0].catatan == "abc"


def test_a_unit_outside_its_lifetime_is_refused(tmp_path: Path) -> None:
    from dataclasses import replace

    lama = replace(RUJUKAN, units=tuple(replace(u, berlaku_sampai=202512) if u.kode == "PKM-PG" else u for u in UNITS))
    hasil = baca(tmp_path / "a.csv", csv_templat("2026-10;PKM-PG;kunjungan_baru;3;;;"), rujukan=lama)
    assert alasan(hasil) == {"unit_tak_berlaku"}
