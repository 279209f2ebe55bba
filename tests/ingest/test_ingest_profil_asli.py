"""The real tables of one kabupaten's Profil Kesehatan 2023, with figures computed here from the raw cells."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from bahan_ingest import SHARED, TAMBAH, alasan, baca, jumlah

from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi

BUKU = SHARED / "profil_2023_tabel_5_24_52_54_75_76.xlsx"
KUNJUNGAN = SHARED / "tabel05_kunjungan_2023.csv"
HIPERTENSI = SHARED / "tabel75_2023.csv"

pytestmark = pytest.mark.skipif(not BUKU.exists(), reason="the real files stand beside the repository, not in it")


def _baris_mentah(lembar: str, dari: int, sampai: int) -> list[tuple[object, ...]]:
    lembaran = openpyxl.load_workbook(BUKU)[lembar]
    return [tuple(sel.value for sel in baris) for baris in lembaran[f"A{dari}:R{sampai}"]]


def test_visits_of_the_seven_puskesmas_are_read_and_nothing_else() -> None:
    hasil = baca(BUKU, opsi=TAMBAH)
    mentah = _baris_mentah("5", 16, 22)
    assert jumlah(hasil, "kunjungan_rawat_jalan") == (sum(b[4] for b in mentah), 0) == (127_523, 0)
    assert jumlah(hasil, "kunjungan_rawat_inap") == (sum(b[7] for b in mentah), 0) == (899, 0)
    assert jumlah(hasil, "kunjungan_rawat_jalan", "L")[0] == sum(b[2] for b in mentah)
    assert jumlah(hasil, "kunjungan_rawat_jalan", "P")[0] == sum(b[3] for b in mentah)
    kunjungan = [f for f in hasil.fakta if f.indikator == "kunjungan_rawat_jalan"]
    assert len({f.unit for f in kunjungan}) == 7 and len(kunjungan) == 14
    assert {(f.dari, f.sampai, f.penyebut) for f in kunjungan} == {(202301, 202312, None)}


def test_every_clinic_and_hospital_is_left_out_with_a_reason() -> None:
    hasil = baca(BUKU, opsi=TAMBAH)
    bukan = [d.isi for d in hasil.dibuang if d.alasan == "dibuang.bukan_puskesmas"]
    mentah = [b[1] for b in _baris_mentah("5", 24, 44) if b[1] and str(b[1])[0].isdigit()]
    assert bukan == mentah and len(bukan) == 9
    jiwa = [d for d in hasil.dibuang if d.jenis == "kolom" and d.lembar == "5" and "GANGGUAN JIWA" in d.isi]
    assert [d.letak for d in jiwa] == ["I", "J", "K"]


def test_printed_subtotals_are_compared_with_all_facilities_of_their_block() -> None:
    """Block B and inpatient visits agree; outpatient visits of block A do not, in the file as published."""
    hasil = baca(BUKU, opsi=TAMBAH)
    beda = {(m.baris, m.kolom[0]): m.args for m in hasil.masalah if m.alasan == "masalah.beda_jumlah"}
    blok = _baris_mentah("5", 16, 33)
    for huruf, kolom in (("C", 2), ("D", 3), ("E", 4)):
        terhitung = sum(b[kolom] or 0 for b in blok)
        cetak = _baris_mentah("5", 34, 34)[0][kolom]
        assert beda[34, huruf]["tercetak"] == cetak and beda[34, huruf]["terhitung"] == terhitung
    assert {baris for baris, _ in beda} == {11, 34}
    assert hasil.diterima


@pytest.mark.parametrize(
    ("lembar", "kode", "sasaran", "terlayani", "awal"),
    [
        ("24", "spm_ibu_hamil", 3, 6, 11),
        ("52", "spm_usia_produktif", 5, 10, 11),
        ("54", "spm_usia_lanjut", 5, 10, 10),
        ("75", "spm_hipertensi", 5, 10, 10),
        ("76", "spm_diabetes", 3, 4, 10),
    ],
)
def test_spm_tables_give_served_over_sasaran_of_every_puskesmas(
    lembar: str, kode: str, sasaran: int, terlayani: int, awal: int
) -> None:
    hasil = baca(BUKU, opsi=Opsi(lembar=(lembar,), unit_baru="tambahkan"))
    mentah = _baris_mentah(lembar, awal, awal + 6)
    total = _baris_mentah(lembar, awal + 7, awal + 7)[0]
    assert hasil.lembar == (lembar,) and hasil.jenis == "profil-spm"
    assert jumlah(hasil, kode) == (sum(b[terlayani] for b in mentah), sum(b[sasaran] for b in mentah))
    assert jumlah(hasil, kode) == (total[terlayani], total[sasaran])
    per_unit = {u.nama: u.kode for u in hasil.unit_baru}
    for baris in mentah:
        unit = per_unit[f"Puskesmas {baris[2]}"]
        fakta = [f for f in hasil.fakta if f.unit == unit]
        assert sum(f.pembilang for f in fakta) == baris[terlayani]
    assert {f.jk for f in hasil.fakta} == ({""} if kode in ("spm_ibu_hamil", "spm_diabetes") else {"L", "P"})


def test_coverage_over_hundred_is_kept_and_flagged_for_each_unit_and_sex() -> None:
    hasil = baca(BUKU, opsi=Opsi(lembar=("75",), unit_baru="tambahkan"))
    lebih = {(m.args["unit"], m.args["jk"]) for m in hasil.masalah if m.alasan == "masalah.lebih_seratus"}
    mentah = _baris_mentah("75", 10, 16)
    harap = {(b[2], jk) for b in mentah for jk, s, t in (("L", 3, 6), ("P", 4, 8), ("L+P", 5, 10)) if b[t] > b[s]}
    assert lebih == harap == {("Manggar", "P"), ("Gantung", "P"), ("Renggiang", "P")}
    assert max(f.pembilang / f.penyebut for f in hasil.fakta if f.penyebut) > 1


def test_printed_percentages_are_recomputed() -> None:
    """In table 54 the office divided the women served by the men: every P is named, no other cell is."""
    hasil = baca(BUKU, opsi=Opsi(lembar=("54",), unit_baru="tambahkan"))
    beda = [m for m in hasil.masalah if m.alasan == "masalah.beda_persen"]
    assert [(m.baris, m.kolom[0]) for m in beda] == [(baris, "J") for baris in range(10, 17)]
    assert beda[0].args["tercetak"] == 110.27 and beda[0].args["terhitung"] == round(100 * 2287 / 2384, 2)


def test_k1_and_k6_are_named_as_left_out() -> None:
    hasil = baca(BUKU, opsi=Opsi(lembar=("24",), unit_baru="tambahkan"))
    dibuang = {d.letak: d.isi for d in hasil.dibuang if d.jenis == "kolom"}
    assert dibuang["E"] == "IBU HAMIL K1 Σ" and dibuang["I"] == "IBU HAMIL K6 Σ"


def test_csv_twin_of_table_5_reads_dots_as_thousands() -> None:
    hasil = baca(KUNJUNGAN, opsi=TAMBAH)
    with KUNJUNGAN.open(encoding="utf-8-sig") as berkas:
        isi = [b for b in csv.reader(berkas, delimiter=";") if "Puskesmas " in b[1]]
    for kode, kolom in (("kunjungan_rawat_jalan", 4), ("kunjungan_rawat_inap", 7)):
        assert jumlah(hasil, kode)[0] == sum(int(b[kolom].replace(".", "")) for b in isi)
    assert jumlah(hasil, "kunjungan_rawat_jalan")[0] == 127_523
    assert {f.dari for f in hasil.fakta} == {202301}


def test_csv_twin_of_table_75_equals_the_sheet() -> None:
    dari_csv = baca(HIPERTENSI, opsi=TAMBAH)
    dari_buku = baca(BUKU, opsi=Opsi(lembar=("75",), unit_baru="tambahkan"))
    assert sorted(map(repr, dari_csv.fakta)) == sorted(map(repr, dari_buku.fakta))
    assert jumlah(dari_csv, "spm_hipertensi") == (22_597, 28_832)


def test_unknown_units_stop_the_import_and_are_asked_once_each() -> None:
    hasil = baca(BUKU)
    assert not hasil.diterima and not hasil.unit_baru
    assert len(hasil.unit_tanya) == 7 and "Puskesmas Manggar" in hasil.unit_tanya
    assert sum(m.alasan == "masalah.unit_tak_dikenal" for m in hasil.masalah) == 7


def test_an_answer_given_on_the_page_settles_a_name() -> None:
    jawab = dict.fromkeys(("Puskesmas Manggar",), "PKM-LB")
    hasil = baca(KUNJUNGAN, opsi=Opsi(alias_baru=jawab))
    assert {f.unit for f in hasil.fakta} == {"PKM-LB"} and len(hasil.unit_tanya) == 6


def test_new_units_get_readable_codes_under_the_given_parent() -> None:
    baru = baca(BUKU, opsi=TAMBAH).unit_baru
    assert [u.kode for u in baru][:3] == ["PKM-MANGGAR", "PKM-MENGKUBANG", "PKM-KELAPA-KAMPIT"]
    assert {(u.jenis, u.induk, u.jalur) for u in baru} == {("puskesmas", "DINKES", "dinkes")}
    assert [u.urutan for u in baru] == list(range(7, 14))


def test_a_chosen_period_that_differs_from_the_title_is_refused() -> None:
    hasil = baca(HIPERTENSI, opsi=Opsi(periode=parse_periode("2022"), unit_baru="tambahkan"))
    assert alasan(hasil) == {"periode_beda"} and not hasil.fakta


def test_the_preview_shows_raw_beside_parsed() -> None:
    pratinjau = baca(KUNJUNGAN, opsi=TAMBAH).pratinjau[0]
    assert pratinjau.mentah[0][:2] == ("1. Puskesmas Manggar", "15.878")
    assert pratinjau.terbaca[0][:2] == ("Puskesmas Manggar", "15878")
    assert len(pratinjau.mentah) == len(pratinjau.terbaca) == 7


def test_the_district_summary_without_units_asks_for_its_unit(tmp_path: Path) -> None:
    hasil = baca(SHARED / "spm_kabupaten_2023.csv")
    assert alasan(hasil) == {"unit_tak_disebut"}
