"""Tables of figures: tidy files, recaps, open data, months side by side; what is taken, checked, asked and left out."""

from __future__ import annotations

import csv
import io
import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from bahan_angka import LB, PG, RAJAL, TEPAT, baca_peta_csv, kolom, masalah, peta_angka, ringkas_fakta
from bahan_ingest import RUJUKAN, TAMBAH, alasan, baca, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kenal import lengkapi_sidik
from kinerja.ingest.peta.model import Asal, KolomPeta, Peta
from kinerja.ingest.peta.toml import baca_peta, tulis_peta
from kinerja.ingest.peta.usulan import usul_kasar
from kinerja.ingest.tipe import Lembar

TIDY = peta_angka("periode", "unit", f"pembilang:{TEPAT}", f"penyebut:{TEPAT}")
KEPALA = "bulan;unit;tepat;dilayani"


def test_one_row_is_one_fact(tmp_path: Path) -> None:
    hasil = baca_peta_csv(tmp_path, TIDY, KEPALA, "2026-01;Puskesmas Lubuk Begalung;90;100", "2026-02;pagambiran;45;50")
    assert hasil.jenis == "angka"
    assert ringkas_fakta(hasil) == [(TEPAT, LB, 202601, 202601, "", 90, 100), (TEPAT, PG, 202602, 202602, "", 45, 50)]
    assert hasil.diterima
    assert hasil.pratinjau[0].terbaca[1] == ("2026-02", "Puskesmas Pegambiran", "45", "50")


def test_numbers_follow_the_language_of_their_column(tmp_path: Path) -> None:
    hasil = baca_peta_csv(
        tmp_path, TIDY, KEPALA, '2026-01;PKM-LB;"1,273";"2,665"', '2026-01;Pegambiran;"3,700";"8,992"'
    )
    assert [(f.pembilang, f.penyebut) for f in hasil.fakta] == [(1273, 2665), (3700, 8992)]


def test_an_undecidable_number_is_asked(tmp_path: Path) -> None:
    hasil = baca_peta_csv(tmp_path, TIDY, KEPALA, "2026-01;Lubuk Begalung;9.375;9500")
    assert "angka_ragu" in alasan(hasil)
    assert not hasil.fakta


def test_what_is_missed_is_subtracted_from_what_was_served(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", f"kurang:{TEPAT}", f"penyebut:{TEPAT}")
    hasil = baca_peta_csv(tmp_path, peta, KEPALA, "2026-01;PKM-LB;10;100", "2026-02;PKM-LB;;100", "2026-03;PKM-LB;9;8")
    assert ringkas_fakta(hasil) == [(TEPAT, LB, 202601, 202601, "", 90, 100)]
    assert masalah(hasil, "kurang_lebih")[0].baris == 4
    assert masalah(hasil, "pembilang_kosong_dilewati")[0].tingkat == "peringatan"


def test_rows_by_kind_are_added_up(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", "dimensi", f"pembilang:{TEPAT}", f"penyebut:{TEPAT}")
    baris = ("2026-01;PKM-LB;umum;90;100", "2026-01;PKM-LB;gigi;10;20", "2026-01;PKM-PG;umum;1;2")
    hasil = baca_peta_csv(tmp_path, peta, "bulan;unit;jenis;tepat;dilayani", *baris)
    assert ringkas_fakta(hasil) == [(TEPAT, LB, 202601, 202601, "", 100, 120), (TEPAT, PG, 202601, 202601, "", 1, 2)]


def test_the_same_figure_twice_names_both_rows_with_and_without_kinds(tmp_path: Path) -> None:
    hasil = baca_peta_csv(tmp_path, TIDY, KEPALA, "2026-01;PKM-LB;90;100", "2026-01;PKM Lubuk Begalung;10;20")
    (ganda,) = masalah(hasil, "kunci_ganda")
    assert (ganda.baris, ganda.args["pertama"], ganda.args["ulang"]) == (3, "2", "3")
    peta = peta_angka("periode", "unit", "dimensi", f"pembilang:{TEPAT}", f"penyebut:{TEPAT}")
    kepala = "bulan;unit;jenis;tepat;dilayani"
    dua = baca_peta_csv(tmp_path, peta, kepala, "2026-01;PKM-LB;Umum;9;10", "2026-01;PKM-LB; umum;1;2")
    assert masalah(dua, "kunci_ganda_dimensi")[0].args["pertama"] == "2"


def test_a_total_over_kinds_is_compared_and_not_added(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", "dimensi", f"pembilang:{RAJAL}")
    kepala = "bulan;unit;jenis;jumlah"
    baris = ["2026-01;PKM-LB;umum;90", "2026-01;PKM-LB;BPJS;10", "2026-01;PKM-LB;Total;100"]
    hasil = baca_peta_csv(tmp_path, peta, kepala, *baris)
    assert ringkas_fakta(hasil) == [(RAJAL, LB, 202601, 202601, "", 100, None)]
    assert not masalah(hasil, "beda_jumlah")
    salah = baca_peta_csv(tmp_path, peta, kepala, *baris[:2], "2026-01;PKM-LB;Total;101")
    assert salah.fakta[0].pembilang == 100
    assert masalah(salah, "beda_jumlah")[0].args["selisih"] == 1


def test_a_unit_that_only_gives_its_total_is_taken_by_it(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", "dimensi", f"pembilang:{RAJAL}")
    hasil = baca_peta_csv(tmp_path, peta, "bulan;unit;jenis;jumlah", "2026-01;PKM-LB;SEMUA;7", "2026-01;PKM-PG;umum;3")
    assert [(f.unit, f.pembilang) for f in hasil.fakta] == [(LB, 7), (PG, 3)]


def test_totals_of_parts_alone_are_asked(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", "dimensi", "dimensi", f"pembilang:{RAJAL}")
    baris = ("2026-01;PKM-LB;umum;Total;7", "2026-01;PKM-LB;Total;lansia;3")
    hasil = baca_peta_csv(tmp_path, peta, "bulan;unit;bayar;umur;jumlah", *baris)
    assert alasan(hasil) == {"dimensi_jumlah"}


def test_one_row_may_be_one_indikator(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", "indikator", "pembilang", "penyebut", "target")
    baris = (
        "2026;PKM-LB;SPM penderita hipertensi;10;20;85,5",
        "2026;PKM-LB;pelayanan kesehatan balita;30;40;",
        f"2026;PKM-LB;{RAJAL};1500;;2000",
        "2026;PKM-LB;Angka kematian;5;6;",
    )
    hasil = baca_peta_csv(tmp_path, peta, "tahun;unit;indikator;pembilang;penyebut;target", *baris)
    assert [(f.indikator, f.pembilang, f.penyebut) for f in hasil.fakta] == [
        ("spm_hipertensi", 10, 20), ("spm_balita", 30, 40), (RAJAL, 1500, None)
    ]  # fmt: skip
    assert [(t.indikator, t.nilai_e4) for t in hasil.target] == [("spm_hipertensi", 855_000), (RAJAL, 20_000_000)]
    (asing,) = masalah(hasil, "indikator_tak_dikenal")
    assert (asing.baris, asing.nilai) == (5, "Angka kematian")


def test_a_word_for_an_indikator_may_be_explained_or_left_out(tmp_path: Path) -> None:
    nama = KolomPeta(2, "indikator", arti={"Kunj. RJ": RAJAL, "Angka kematian": "abaikan"})
    dasar = peta_angka("periode", "unit", "", "pembilang")
    peta = Peta("angka", 1, (0,), kolom=(*dasar.kolom, nama))
    baris = ("2026-01;PKM-LB;kunj. rj;15", "2026-01;PKM-LB;Angka kematian;5")
    hasil = baca_peta_csv(tmp_path, peta, "bulan;unit;indikator;pembilang", *baris)
    assert hasil.diterima
    assert ringkas_fakta(hasil) == [(RAJAL, LB, 202601, 202601, "", 15, None)]
    assert any(d.letak == "3" for d in hasil.dibuang)


def test_columns_by_sex_and_a_column_of_sexes(tmp_path: Path) -> None:
    lebar = peta_angka("periode", "unit", f"pembilang:{RAJAL}:L", f"pembilang:{RAJAL}:P")
    hasil = baca_peta_csv(tmp_path, lebar, "bulan;unit;l;p", "2026-01;PKM-LB;4;6")
    assert [(f.jk, f.pembilang) for f in hasil.fakta] == [("L", 4), ("P", 6)]
    panjang = peta_angka("periode", "unit", "jk", f"pembilang:{RAJAL}")
    dua = baca_peta_csv(tmp_path, panjang, "bulan;unit;jk;n", "2026-01;PKM-LB;LK;4", "2026-01;PKM-LB;perempuan;6")
    assert [(f.jk, f.pembilang) for f in dua.fakta] == [("L", 4), ("P", 6)]
    campur = baca_peta_csv(tmp_path, panjang, "bulan;unit;jk;n", "2026-01;PKM-LB;L;4", "2026-01;PKM-LB;L+P;10")
    assert "jk_campur" in alasan(campur)
    aneh = baca_peta_csv(tmp_path, panjang, "bulan;unit;jk;n", "2026-01;PKM-LB;laki?;4")
    assert masalah(aneh, "jk_salah")[0].nilai == "laki?"


def test_a_year_beside_its_month_is_counted_twice_and_asked(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", f"pembilang:{RAJAL}")
    hasil = baca_peta_csv(tmp_path, peta, "p;unit;n", "2026;PKM-LB;100", "2026-10;PKM-LB;10")
    assert "periode_tumpang_tindih" in alasan(hasil)


def test_blank_is_never_zero_and_zero_may_mean_not_measured(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", f"pembilang:{RAJAL}")
    baris = ("2026-01;PKM-LB;0", "2026-02;PKM-LB;", "2026-03;PKM-LB;-", "2026-04;PKM-LB;5")
    hasil = baca_peta_csv(tmp_path, peta, "p;unit;n", *baris)
    assert [(f.dari, f.pembilang) for f in hasil.fakta] == [(202601, 0), (202604, 5)]
    assert [d.letak for d in hasil.dibuang if d.alasan == "dibuang.tanpa_angka"] == ["3", "4"]
    kosong = Peta("angka", 1, (0,), kolom=(*peta.kolom[:2], KolomPeta(2, "pembilang", kode=RAJAL, nol="kosong")))
    dua = baca_peta_csv(tmp_path, kosong, "p;unit;n", *baris)
    assert [(f.dari, f.pembilang) for f in dua.fakta] == [(202604, 5)]


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ("2026-01;PKM-LB;5;", "penyebut_kosong"),
        ("2026-01;PKM-LB;5;0", "penyebut_nol"),
        ("2026-01;PKM-LB;5;4", "pembilang_lebih"),
        ("2026-01;PKM-LB;lima;9", "angka_bukan"),
        ("2026-01;PKM-LB;5,5;9", "angka_pecahan"),
        ("2026-01;PKM-LB;-5;9", "angka_negatif"),
        ("kapan;PKM-LB;5;9", "periode_salah"),
        ("2026-01;;5;9", "unit_kosong"),
        ("2026-01;RS Entah;5;9", "unit_tak_dikenal"),
        ("2026-03-kum;PKM-LB;5;9", "periode_kumulatif"),
        ("2026-01;PKM-LB;5;9;1", "baris_timpang"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_row(tmp_path: Path, baris: str, harap: str) -> None:
    hasil = baca_peta_csv(tmp_path, TIDY, KEPALA, "2025-01;PKM-LB;8;9", baris)
    (satu,) = masalah(hasil, harap)
    assert satu.tingkat == "galat"
    assert satu.baris == 3
    assert len(hasil.fakta) == 1


def test_coverage_over_one_hundred_percent_is_kept_and_flagged(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", "pembilang:spm_hipertensi", "penyebut:spm_hipertensi")
    hasil = baca_peta_csv(tmp_path, peta, "tahun;unit;dilayani;sasaran", "2026;PKM-LB;110;100")
    assert hasil.fakta[0].pembilang == 110
    assert masalah(hasil, "lebih_seratus")[0].args["unit"] == "Puskesmas Lubuk Begalung"


def test_a_target_stands_once_though_every_kind_repeats_it(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", "dimensi", f"pembilang:{RAJAL}", f"target:{RAJAL}")
    kepala = "bulan;unit;jenis;n;target"
    hasil = baca_peta_csv(tmp_path, peta, kepala, "2026-01;PKM-LB;umum;5;20", "2026-01;PKM-LB;BPJS;6;20")
    assert [(t.unit, t.nilai_e4) for t in hasil.target] == [(LB, 200_000)]
    beda = baca_peta_csv(tmp_path, peta, kepala, "2026-01;PKM-LB;umum;5;20", "2026-01;PKM-LB;BPJS;6;30")
    assert "target_ganda" in alasan(beda)


def test_a_target_by_sex_or_in_another_measure_is_refused(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", "jk", f"target:{RAJAL}")
    hasil = baca_peta_csv(tmp_path, peta, "bulan;unit;jk;target", "2026-01;PKM-LB;L;20", "2026-01;PKM-LB;;85%")
    assert alasan(hasil) == {"target_jk", "target_persen"}


def test_printed_totals_are_compared_and_never_counted(tmp_path: Path) -> None:
    baris = ("2026-01;PKM-LB;90;100", "2026-01;PKM-PG;40;50", "Jumlah;;130;150", "Rata-rata;;65;75")
    hasil = baca_peta_csv(tmp_path, TIDY, KEPALA, *baris)
    assert len(hasil.fakta) == 2
    assert not alasan(hasil, "peringatan")
    salah = baca_peta_csv(tmp_path, TIDY, KEPALA, *baris[:2], "Jumlah;;131;150")
    (beda,) = masalah(salah, "beda_jumlah")
    assert (beda.baris, beda.args["tercetak"], beda.args["terhitung"], beda.tingkat) == (4, 131, 130, "peringatan")


def test_subtotals_and_a_grand_total_are_each_compared_with_their_own_rows(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", f"pembilang:{RAJAL}")
    baris = ("2026-01;PKM-LB;1", "2026-01;PKM-PG;2", "SUB TOTAL;;3", "2026-02;PKM-LB;5", "SUB TOTAL;;5", "TOTAL;;8")
    hasil = baca_peta_csv(tmp_path, peta, "bulan;unit;n", *baris)
    assert [f.pembilang for f in hasil.fakta] == [1, 2, 5]
    assert not alasan(hasil, "peringatan")


def test_a_printed_percentage_is_a_check_and_never_stored(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", f"pembilang:{TEPAT}", f"penyebut:{TEPAT}", "pemeriksa")
    kepala = KEPALA + ";persen"
    baik = baca_peta_csv(tmp_path, peta, kepala, "2026-01;PKM-LB;478;1000;47,8%", "2026-02;PKM-LB;1;3;33,3%")
    assert not alasan(baik, "peringatan")
    assert any(d.alasan == "dibuang.kolom_pemeriksa" for d in baik.dibuang)
    salah = baca_peta_csv(tmp_path, peta, kepala, "2026-01;PKM-LB;478;1000;47,8%", "2026-02;PKM-LB;1;3;43,3%")
    (beda,) = masalah(salah, "tercetak_beda")
    assert (beda.baris, beda.args["jumlah"]) == (3, 1)
    assert [(f.pembilang, f.penyebut) for f in salah.fakta] == [(478, 1000), (1, 3)]


def test_a_share_of_one_in_a_workbook_is_understood_as_a_percentage(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", f"pembilang:{TEPAT}", f"penyebut:{TEPAT}", "pemeriksa")
    isi = [
        ["bulan", "unit", "tepat", "dilayani", "capaian"],
        ["2026-01", LB, 478, 1000, 0.478],
        ["2026-02", LB, 1, 3, 1 / 3],
    ]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"x": isi}), Opsi(peta=tulis_peta(peta)))
    assert len(hasil.fakta) == 2
    assert not alasan(hasil, "peringatan")


def test_a_printed_sum_of_both_sexes_is_a_check(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", f"pembilang:{RAJAL}:L", f"pembilang:{RAJAL}:P", "pemeriksa")
    hasil = baca_peta_csv(tmp_path, peta, "bulan;unit;l;p;l+p", "2026-01;PKM-LB;4;6;10", "2026-02;PKM-LB;4;6;11")
    (beda,) = masalah(hasil, "tercetak_beda")
    assert (beda.baris, beda.args["tercetak"], beda.args["terhitung"]) == (3, 11, 10)


BULAN = ("JAN", "Feb", "Mar", "Apr", "Mei", "Juni", "Jul", "Agt", "Sept", "Okt", "Nop", "Des")


def test_months_side_by_side_are_one_fact_each(tmp_path: Path) -> None:
    """The year stands in the title; the sum at the right is a check."""
    peta = peta_angka("unit", *(f"pembilang:{RAJAL}" for _ in BULAN), "pemeriksa", awal=2, kepala=(1,))
    isi = ["PKM-LB", *map(str, range(1, 13)), "78"]
    hasil = baca_peta_csv(
        tmp_path, peta, "REKAP KUNJUNGAN TAHUN 2025" + ";" * 13, ";".join(["unit", *BULAN, "jumlah"]), ";".join(isi)
    )
    assert [(f.dari, f.pembilang) for f in hasil.fakta] == [(202500 + n, n) for n in range(1, 13)]
    assert hasil.diterima
    assert not alasan(hasil, "peringatan")


def test_a_yearly_sasaran_beside_months_belongs_to_each_of_them(tmp_path: Path) -> None:
    spm = "spm_hipertensi"
    peta = peta_angka("unit", f"penyebut:{spm}", f"pembilang:{spm}", f"pembilang:{spm}", f"pembilang:{spm}")
    hasil = baca_peta_csv(tmp_path, peta, "unit;sasaran;jan;feb;mar", "PKM-LB;100;5;6;", periode=parse_periode("2026"))
    assert [(f.dari, f.pembilang, f.penyebut) for f in hasil.fakta] == [(202601, 5, 100), (202602, 6, 100)]
    assert hasil.diterima


def test_a_cumulative_column_is_no_month(tmp_path: Path) -> None:
    peta = peta_angka("unit", f"pembilang:{RAJAL}")
    hasil = baca_peta_csv(tmp_path, peta, "unit;s/d bulan ini", "PKM-LB;5", periode=parse_periode("2026-10"))
    assert "kolom_kumulatif" in alasan(hasil)


def test_years_side_by_side_are_years(tmp_path: Path) -> None:
    peta = peta_angka("unit", f"pembilang:{RAJAL}", f"pembilang:{RAJAL}")
    hasil = baca_peta_csv(tmp_path, peta, "unit;2024;Tahun 2025", "PKM-LB;5;6")
    assert [(f.dari, f.sampai, f.pembilang) for f in hasil.fakta] == [(202401, 202412, 5), (202501, 202512, 6)]


def test_columns_by_age_are_added_up_and_blank_ones_told(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", *(f"pembilang:{RAJAL}" for _ in range(3)))
    hasil = baca_peta_csv(tmp_path, peta, "bulan;unit;<1 th;1-4 th;5+ th", "2026-01;PKM-LB;1;;3")
    assert hasil.fakta[0].pembilang == 4
    (kosong,) = masalah(hasil, "kosong_di_antara")
    assert (kosong.tingkat, kosong.args["jumlah"]) == ("info", 1)


def test_days_are_added_to_their_month_when_the_day_is_also_a_kind(tmp_path: Path) -> None:
    peta = Peta("angka", 1, (0,), kolom=(*kolom("periode", "unit", f"pembilang:{RAJAL}"), KolomPeta(0, "dimensi")))
    hasil = baca_peta_csv(tmp_path, peta, "tanggal;unit;n", "2026-01-02;PKM-LB;3", "2026-01-03;PKM-LB;4")
    assert ringkas_fakta(hasil) == [(RAJAL, LB, 202601, 202601, "", 7, None)]


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        (("periode", "unit"), "angka_tanpa_kolom"),
        (("periode", "unit", "pembilang"), "kolom_tanpa_indikator"),
        (("periode", "unit", "pembilang:entah"), "indikator_tak_dikenal"),
        (("periode", "unit", f"pembilang:{TEPAT}"), "kolom_penyebut_tak_ada"),
        (("periode", "unit", f"kurang:{TEPAT}"), "kolom_penyebut_tak_ada"),
        (("periode", "unit", f"penyebut:{TEPAT}", f"pembilang:{RAJAL}"), "kolom_pembilang_tak_ada"),
        (("periode", "unit", f"pembilang:{RAJAL}", f"penyebut:{RAJAL}"), "penyebut_tak_perlu"),
        (("periode", "unit", f"pembilang:{TEPAT}", f"kurang:{TEPAT}", f"penyebut:{TEPAT}"), "kurang_dua_cara"),
        (("periode", "unit", f"pembilang:{RAJAL}:L", "jk"), "jk_dua_cara"),
        (("periode", "unit", "pembilang:ikm", "penyebut:ikm"), "angka_rerata"),
    ],
)
def test_a_mapping_that_lacks_something_says_what(tmp_path: Path, isi: tuple[str, ...], harap: str) -> None:
    hasil = baca_peta_csv(tmp_path, peta_angka(*isi), "a;b;c;d;e", "2026-01;PKM-LB;1;2;3")
    assert harap in alasan(hasil)
    assert not hasil.fakta


def test_names_merged_over_rows_count_for_each_of_them(tmp_path: Path) -> None:
    peta = peta_angka("unit", "bulan", "tahun", f"pembilang:{RAJAL}")
    isi = [["unit", "bulan", "tahun", "n"], [LB, "Januari", 2026, 5], [None, "Februari", 2026, 6], [PG, 1, 2026, 7]]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"x": isi}, {"x": ["A2:A3"]}), Opsi(peta=tulis_peta(peta)))
    assert [(f.unit, f.dari, f.pembilang) for f in hasil.fakta] == [(LB, 202601, 5), (LB, 202602, 6), (PG, 202601, 7)]


def test_columns_about_persons_are_dropped_and_said_so(tmp_path: Path) -> None:
    peta = peta_angka("periode", "unit", f"pembilang:{RAJAL}")
    hasil = baca_peta_csv(tmp_path, peta, "bulan;unit;n;nama petugas;NIP", "2026-01;PKM-LB;5;Siti;198001012005012001")
    assert {d.isi for d in hasil.dibuang if d.alasan == "dibuang.kolom_pribadi"} == {"NAMA PETUGAS", "NIP"}
    assert "Siti" not in repr(hasil)


def test_the_city_recap_is_recognised(tmp_path: Path) -> None:
    """KABKOT | Month | Year | value, as an open city portal has it."""
    baris = [f"Kota X;{b};2025;{100 + b}" for b in range(1, 13)] + ["Kota Y;1;2025;7"]
    teks = "\n".join(["KABKOT;Month;Year;Kunjungan Rawat Jalan", *baris])
    hasil = baca(tmp_path / "recap.csv", teks, TAMBAH)
    assert hasil.jenis == "angka"
    assert len(hasil.fakta) == 13
    assert {f.dari for f in hasil.fakta} == {202500 + b for b in range(1, 13)}
    assert {u.nama for u in hasil.unit_baru} == {"Kota X", "Kota Y"}


JABAR = "id;kode_provinsi;nama_provinsi;kode_kabupaten_kota;nama_kabupaten_kota;kode_puskesmas;nama_puskesmas"
JABAR += ";jenis_kelamin;kelompok_umur;jumlah_kunjungan_rawat_jalan;satuan;tahun"


def test_an_open_data_file_is_recognised_and_its_kinds_added_up(tmp_path: Path) -> None:
    awal = "13;SUMATERA BARAT;1371;KOTA PADANG;1011119;LUBUK BEGALUNG"
    baris = [
        f"{n};{awal};{jk};{umur};{jumlah};ORANG;2024"
        for n, (jk, umur, jumlah) in enumerate(
            [("LAKI-LAKI", "0-4", 10), ("LAKI-LAKI", "5+", 20), ("PEREMPUAN", "0-4", 30), ("PEREMPUAN", "5+", 40)], 1
        )
    ]
    hasil = baca(tmp_path / "od.csv", "\n".join([JABAR, *baris]))
    assert ringkas_fakta(hasil) == [
        (RAJAL, LB, 202401, 202412, "L", 30, None),
        (RAJAL, LB, 202401, 202412, "P", 70, None),
    ]
    peta = baca_peta(hasil.peta)
    assert [k.isi for k in peta.kolom] == ["unit", "jk", "dimensi", "pembilang", "tahun"]


def test_a_name_that_several_units_bear_is_asked_unless_the_header_says_puskesmas(tmp_path: Path) -> None:
    isi = "bulan;n\nLubuk Begalung;2026-01;5"
    peta = peta_angka("unit", "periode", f"pembilang:{RAJAL}")
    ragu = baca_peta_csv(tmp_path, peta, f"unit;{isi}")
    assert alasan(ragu) == {"unit_ganda_arti"}
    jelas = baca_peta_csv(tmp_path, peta, f"nama puskesmas;{isi}")
    assert [f.unit for f in jelas.fakta] == [LB]


@pytest.mark.parametrize(
    "judul",
    [
        "jumlah_kunjungan_rawat_jalan_baru",  # the word left over changes the meaning
        "jumlah_kunjungan",  # no registered indikator
        "hipertensi",  # which component?
        "ikm",
    ],
)
def test_a_value_column_that_names_no_indikator_for_certain_is_not_recognised(tmp_path: Path, judul: str) -> None:
    hasil = baca(tmp_path / "od.csv", f"nama_puskesmas;tahun;{judul}\nLubuk Begalung;2024;10\n")
    assert hasil.jenis == ""
    assert hasil.usulan


def test_a_column_of_words_without_known_meaning_is_not_recognised(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "od.csv", "nama_puskesmas;tahun;entah;kunjungan rawat jalan\nLubuk Begalung;2024;a;10\n")
    assert hasil.jenis == ""


def test_served_and_sasaran_of_one_service_are_recognised_together(tmp_path: Path) -> None:
    teks = "puskesmas;tahun;hipertensi_dilayani;hipertensi_sasaran\nLubuk Begalung;2024;10;20\n"
    hasil = baca(tmp_path / "od.csv", teks)
    assert ringkas_fakta(hasil) == [("spm_hipertensi", LB, 202401, 202412, "", 10, 20)]
    separuh = baca(tmp_path / "od.csv", "puskesmas;tahun;hipertensi_dilayani\nLubuk Begalung;2024;10\n")
    assert separuh.jenis == ""


def test_spm_services_in_rows_are_recognised_and_ask_for_their_unit(tmp_path: Path) -> None:
    teks = (
        "No;JENIS PELAYANAN;PEMBILANG;PENYEBUT;%\n1;Pelayanan kesehatan ibu hamil;1.892;2.219;85,26\n"
        "2;Pelayanan kesehatan balita;7.237;7.367;98,24\n;Indeks SPM;;;91,75\n"
    )
    tanpa = baca(tmp_path / "spm_2023.csv", teks)
    assert alasan(tanpa) == {"unit_tak_disebut"}
    hasil = baca(tmp_path / "spm_2023.csv", teks, Opsi(unit="DINKES"))
    assert hasil.diterima
    assert [(f.indikator, f.dari, f.pembilang, f.penyebut) for f in hasil.fakta] == [
        ("spm_ibu_hamil", 202301, 1892, 2219), ("spm_balita", 202301, 7237, 7367)
    ]  # fmt: skip
    assert not alasan(hasil, "peringatan")
    salah = baca(tmp_path / "spm_2023.csv", teks.replace("85,26", "86,26"), Opsi(unit="DINKES"))
    assert masalah(salah, "tercetak_beda")[0].baris == 2


def test_a_remembered_mapping_is_found_again_further_down(tmp_path: Path) -> None:
    pertama = baca_peta_csv(tmp_path, TIDY, KEPALA, "2026-01;PKM-LB;90;100")
    rujukan = replace(RUJUKAN, tata_letak={"Rekap waktu": pertama.peta})
    teks = f"REKAP;;;\n\n{KEPALA}\n2026-02;PKM-LB;80;90\n"
    hasil = baca(tmp_path / "lain.csv", teks, rujukan=rujukan)
    assert [(f.dari, f.pembilang) for f in hasil.fakta] == [(202602, 80)]
    assert baca_peta(hasil.peta).nama == "Rekap waktu"


def test_an_unknown_sheet_gets_a_proposal_without_a_word_of_its_cells(tmp_path: Path) -> None:
    teks = "Nama Pasien;Lokasi;Bulan;Tahun;Banyaknya;Ket\nSiti Rahasia;Lubuk Begalung;Januari;2026;5;x\n"
    hasil = baca(tmp_path / "a.csv", teks)
    assert hasil.jenis == ""
    peta = baca_peta(hasil.usulan)
    assert {k.isi for k in peta.kolom} == {"abaikan", "unit", "bulan", "tahun", "pembilang"}
    assert "Rahasia" not in hasil.usulan
    assert peta.lembar == "csv"


def test_a_list_of_names_without_a_header_leaves_no_name_in_the_proposal(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", "Siti Rahasia;Jalan Mawar\nBudi Rahasia;Jalan Melati\n")
    assert baca_peta(hasil.usulan).kepala == ()
    assert "Rahasia" not in hasil.usulan
    assert "Mawar" not in hasil.usulan


def test_a_proposal_completed_by_a_person_reads_the_sheet(tmp_path: Path) -> None:
    """Footnotes below the figures are outside the proposed rows."""
    teks = "Puskesmas;Tgl;Pengunjung\nLubuk Begalung;2026-01-31;5\nPegambiran;2026-01-31;6\n\nDisusun oleh tim;;\n"
    usulan = baca_peta(baca(tmp_path / "a.csv", teks).usulan)
    assert usulan.akhir == 2
    lengkap = Peta(
        "angka", usulan.awal, usulan.kepala, usulan.akhir,
        kolom=tuple(KolomPeta(k.kolom, k.isi, kode=RAJAL if k.isi == "pembilang" else "") for k in usulan.kolom),
    )  # fmt: skip
    hasil = baca(tmp_path / "a.csv", teks, Opsi(peta=tulis_peta(lengkap)))
    assert hasil.diterima
    assert [(f.unit, f.dari, f.pembilang) for f in hasil.fakta] == [(LB, 202601, 5), (PG, 202601, 6)]


def test_the_unit_and_the_period_may_stand_in_the_name_of_the_file(tmp_path: Path) -> None:
    peta = Peta("angka", 1, (0,), kolom=kolom("", f"pembilang:{RAJAL}"), periode=Asal("berkas"), unit=Asal("berkas"))
    hasil = baca_peta_csv(tmp_path, peta, "x;n", "a;5", nama="Puskesmas Pegambiran Okt 2026.csv")
    assert ringkas_fakta(hasil) == [(RAJAL, PG, 202610, 202610, "", 5, None)]


def test_a_file_under_the_name_of_another_unit_or_month_is_noticed(tmp_path: Path) -> None:
    peta = Peta("angka", 2, (1,), kolom=kolom("", f"pembilang:{RAJAL}"))
    baris = ("PUSKESMAS LUBUK BEGALUNG BULAN OKTOBER 2026;", "x;n", "a;5")
    hasil = baca_peta_csv(tmp_path, peta, *baris, nama="Pegambiran September 2026.csv")
    assert alasan(hasil) == {"unit_dua_nama"}
    dua = baca_peta_csv(tmp_path, peta, *baris, nama="Pegambiran September 2026.csv", unit=LB)
    assert masalah(dua, "periode_nama_beda")[0].tingkat == "peringatan"
    assert ringkas_fakta(dua) == [(RAJAL, LB, 202610, 202610, "", 5, None)]


JUDUL = ("periode", "unit", "jenis", "jk", "tepat", "dilayani", "persen", "target")
LENGKAP = peta_angka(
    "periode", "unit", "dimensi", "jk", f"pembilang:{TEPAT}", f"penyebut:{TEPAT}", "pemeriksa", f"target:{TEPAT}"
)
BAIK = ("2026-01", "PKM-LB", "umum", "L", "10", "20", "50%", "")
teks = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00"), max_size=30)
aneh = st.one_of(
    teks,
    st.from_regex(r"[-+]?[0-9.,_eE%]{0,12}", fullmatch=True),
    st.sampled_from(["-", "NULL", "1.234", "1,234", "9.375", "Total", "JUMLAH", "L+P", "2026", "Sumber: x", '"', ";"]),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, len(JUDUL) - 1), aneh), min_size=1, max_size=5))
def test_any_text_in_any_cell_never_raises_and_is_read_back_equal(ubah: list[tuple[int, int, str]]) -> None:
    baris = [list(JUDUL), list(BAIK), [*BAIK[:2], "gigi", *BAIK[3:]]]
    for nomor, letak, isi in ubah:
        baris[nomor][letak] = isi
    wadah = io.StringIO()
    csv.writer(wadah, delimiter=";", lineterminator="\n").writerows(baris)
    with tempfile.TemporaryDirectory() as folder:
        hasil = baca(Path(folder) / "a.csv", wadah.getvalue().encode(), Opsi(peta=tulis_peta(LENGKAP)))
    if hasil.diterima:
        harap = {_polos(b[4]) for b in baris[1:]}
        jumlah = sum(f.pembilang for f in hasil.fakta)
        assert all(f.penyebut is not None and 0 <= f.pembilang <= f.penyebut for f in hasil.fakta)
        assert jumlah in {
            sum(p, Decimal(0)) for p in ((a, b) for a in {*harap, Decimal(0)} for b in {*harap, Decimal(0)})
        }


def _polos(isi: str) -> Decimal:
    """The only readings that a count can have in this table: digits, groups of three, blanks."""
    bersih = isi.strip().replace("−", "-").lstrip("+")
    try:
        return (
            Decimal(bersih.replace(".", "").replace(",", ""))
            if "," not in bersih[-3:]
            else Decimal(bersih.replace(",", "."))
        )
    except ArithmeticError:
        return Decimal(0)


sel_apa_saja = st.one_of(
    st.none(), st.integers(-10**18, 10**18), st.floats(allow_nan=False), st.booleans(), st.dates(), teks,
    st.sampled_from(["Puskesmas", "L", "P", "2024", "Jan", "Lubuk Begalung", "NIP", "INDIKATOR", "TARGET", "KEGIATAN"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(sel_apa_saja, max_size=6), min_size=0, max_size=8))
def test_a_proposal_is_made_for_any_sheet_and_survives_its_own_text(baris: list[list[object]]) -> None:
    lembar = Lembar("x", baris)  # type: ignore[arg-type]
    peta = lengkapi_sidik(usul_kasar(lembar, Konteks(RUJUKAN, Opsi(), "a.xlsx")), lembar)
    assert baca_peta(tulis_peta(peta)) == peta
