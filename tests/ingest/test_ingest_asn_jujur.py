"""Honest files of an office are taken: their own headers, their words, their days; what is no evidence is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_asn import KEC, KEPALA_BUTIR, NILAI, alasan, baca_baris, butir, galat
from bahan_orang import NAMA, NIP

from kinerja.domain.fakta import HasilBaca
from kinerja.ingest import Opsi
from kinerja.ingest.container import nama_aman

HARI = Opsi(hari_ini=date(2026, 11, 24))


def baca(tmp_path: Path, kepala: tuple[str, ...], *isi: tuple[Any, ...], nama: str = "a.csv") -> HasilBaca:
    return baca_baris(tmp_path, kepala, *isi, opsi=HARI, nama=nama)


@pytest.mark.parametrize(
    "bukti",
    [
        *("menyusul", "Foto menyusul", "masih proses", "dalam proses", "akan dikirim", "belum", "belum ada filenya"),
        *("-", "–", "n/a", "N.A.", "nihil", "tdk ada", "(menyusul)", "segera dilengkapi", "proses", "..."),
    ],
)
def test_a_promise_of_evidence_is_no_evidence(tmp_path: Path, bukti: str) -> None:
    isi = [butir(n, "Surat", 4, 4, bukti=b) for n, b in enumerate((bukti, "foto.jpg"))]
    hasil = baca(tmp_path, KEPALA_BUTIR, *isi)
    assert [b[9] for b in hasil.tabel["skp_butir"]] == [0, 1]


@pytest.mark.parametrize("bukti", ["https://drive/belum", "Laporan proses pelayanan", "Notulen rapat", "1", "ada"])
def test_a_document_is_evidence_whatever_its_words(tmp_path: Path, bukti: str) -> None:
    hasil = baca(tmp_path, KEPALA_BUTIR, butir(0, "Surat", 4, 4, bukti=bukti))
    assert [b[9] for b in hasil.tabel["skp_butir"]] == [1]


def test_items_headed_indikator_beside_target_are_not_our_template(tmp_path: Path) -> None:
    kepala = (
        "NIP",
        "Nama",
        "Unit Kerja",
        "Bulan",
        "Tahun",
        "Aspek",
        "Indikator",
        "Target",
        "Realisasi",
        "Bukti Dukung",
    )
    isi = (NIP[0], NAMA[0], KEC, "Oktober", 2026, "Kuantitas", "Surat selesai", "12 surat", "13 surat", "ada")
    hasil = baca(tmp_path, kepala, isi)
    assert (hasil.jenis, galat(hasil)) == ("butir", [])
    assert [b[7:9] for b in hasil.tabel["skp_butir"]] == [(120_000, 130_000)]


def test_our_template_with_a_column_too_many_is_still_ours(tmp_path: Path) -> None:
    kepala = ("periode", "unit", "indikator", "target", "NIP petugas", "Nama petugas")
    hasil = baca(tmp_path, kepala, ("2027", "PKM-PG", "kunjungan_rawat_jalan", 900, NIP[0], NAMA[0]))
    assert (hasil.jenis, len(hasil.target), alasan(hasil)) == ("templat", 1, [])


LATIH = ("NIP", "Nama", "Unit Kerja", "Judul Pelatihan", "Tanggal Pelaksanaan", "JP")
INGGRIS = ("NIP", "Name", "Unit", "Course", "Date", "JP")
LAPOR = ("NIP", "Unit Kerja", "Bulan", "Jenis Laporan", "Batas Waktu", "Tanggal Lapor")


def latih(n: int, hari: str) -> tuple[Any, ...]:
    return (NIP[n], NAMA[n], KEC, "Prima", hari, 8)


def hari_latih(hasil: HasilBaca) -> list[Any]:
    return [b[2] for b in hasil.tabel.get("pelatihan", ())]


@pytest.mark.parametrize(("hari", "terbaca"), [("12-03-2026", date(2026, 3, 12)), ("05.10.2026", date(2026, 10, 5))])
def test_dashes_and_dots_under_indonesian_headers_mean_day_first_and_that_is_told(
    tmp_path: Path, hari: str, terbaca: date
) -> None:
    hasil = baca(tmp_path, LATIH, latih(0, hari), latih(1, hari))
    assert alasan(hasil) == [("hari_dahulu", "peringatan", 2)]
    assert hari_latih(hasil) == [terbaca, terbaca]
    assert hasil.masalah[0].args["contoh"] == hari


def test_without_a_habit_or_evidence_the_order_is_asked(tmp_path: Path) -> None:
    assert galat(baca(tmp_path, LATIH, latih(0, "05/10/2026"))) == [("hari_ragu", 2)]
    assert galat(baca(tmp_path, INGGRIS, latih(0, "05-10-2026"))) == [("hari_ragu", 2)]
    assert galat(baca(tmp_path, LATIH, latih(0, "05-10-2026"), latih(1, "10-25-2026"))) == []


@pytest.mark.parametrize(
    ("hari", "nama", "harap", "terbaca"),
    [
        ("05/10/2026", "Latihan Oktober 2026.csv", "hari_menurut_masa", date(2026, 10, 5)),
        ("05/10/2026", "Latihan Mei 2026.csv", "hari_menurut_masa", date(2026, 5, 10)),
        ("12/03/2026", "a.csv", "hari_menurut_kini", date(2026, 3, 12)),
        ("03/12/2026", "a.csv", "hari_menurut_kini", date(2026, 3, 12)),
    ],
)
def test_what_else_the_file_says_decides_and_is_told(
    tmp_path: Path, hari: str, nama: str, harap: str, terbaca: date
) -> None:
    hasil = baca(tmp_path, LATIH, latih(0, hari), nama=nama)
    assert (alasan(hasil), hari_latih(hasil)) == ([(harap, "peringatan", 2)], [terbaca])


def test_a_report_is_handed_in_after_its_month_began(tmp_path: Path) -> None:
    isi = (NIP[0], KEC, "2026-09", "Realisasi", "10/10/2026", "05/10/2026")
    hasil = baca(tmp_path, LAPOR, isi)
    assert alasan(hasil) == [("hari_menurut_laporan", "peringatan", 2)]
    assert hasil.tabel["laporan_skp"][0][4:7] == (date(2026, 10, 10), date(2026, 10, 5), 1)
    hasil = baca(tmp_path, LAPOR, (*isi[:4], "10-10-2026", "05-10-2026"))
    assert hasil.tabel["laporan_skp"][0][4:7] == (date(2026, 10, 10), date(2026, 10, 5), 1)


@pytest.mark.parametrize(("urut", "terbaca"), [("dmy", date(2026, 10, 5)), ("mdy", date(2026, 5, 10))])
def test_the_order_may_be_said_beforehand(tmp_path: Path, urut: Any, terbaca: date) -> None:
    hasil = baca_baris(tmp_path, LATIH, latih(0, "05/10/2026"), opsi=replace(HARI, tanggal=urut))
    assert (alasan(hasil), hari_latih(hasil)) == ([], [terbaca])


RATING = ("NIP", "Nama", "Unit Kerja", "Periode", "Rating Hasil Kerja", "Rating Perilaku")


@pytest.mark.parametrize("masa", ["TW.III/2026", "TW III/2026", "Triwulan III / 2026"])
def test_a_quarter_is_read_as_people_write_it(tmp_path: Path, masa: str) -> None:
    hasil = baca(tmp_path, RATING, (NIP[0], NAMA[0], KEC, masa, "Sesuai Ekspektasi", "Sesuai Ekspektasi"))
    assert [b[3:5] for b in hasil.tabel["skp_penilaian"]] == [(202607, 202609)]


def test_roman_months_and_hours_with_their_unit_are_read(tmp_path: Path) -> None:
    kepala = ("NIP", "Nama", "Unit Kerja", "Bulan", "Tahun", "Rating Hasil Kerja", "Rating Perilaku")
    hasil = baca(tmp_path, kepala, (NIP[0], NAMA[0], KEC, "IX", 2026, "Sesuai", "Sesuai"))
    assert [b[3:5] for b in hasil.tabel["skp_penilaian"]] == [(202609, 202609)]
    isi = [(NIP[n], NAMA[n], KEC, "Prima", "20-10-2026", jp) for n, jp in enumerate(("8 JP", "16 JPL", 4))]
    assert [b[7] for b in baca(tmp_path, LATIH, *isi).tabel["pelatihan"]] == [8, 16, 4]
    assert galat(baca(tmp_path, LATIH, (*isi[0][:5], "7,5 JP"), isi[1])) == [("angka_bukan", 2)]


def test_a_column_of_nothing_but_typing_errors_is_named_by_its_cells(tmp_path: Path) -> None:
    hasil = baca(tmp_path, RATING, (NIP[0], NAMA[0], KEC, "2026-TW3", "Sesuai Ekpektasi", "Sesuai Ekspektasi"))
    assert [(m.alasan, m.baris, m.nilai) for m in hasil.masalah] == [
        ("masalah.rating_tak_dikenal", 2, "Sesuai Ekpektasi")
    ]


def test_behaviours_in_figures_are_named_and_not_an_unknown_layout(tmp_path: Path) -> None:
    kepala = ("NIP", "Nama", "Unit Kerja", "Periode", *NILAI)
    hasil = baca(tmp_path, kepala, (NIP[0], NAMA[0], KEC, "2026-TW3", 4, 5, 4, 5, 4, 5, 4))
    assert galat(hasil) == [("rating_angka", 2)]


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("198502152010011003 Andi.xlsx", "….xlsx"),
        ("SKP_Oktober_2026_198502152010011003_Andi Saputra.xlsx", "SKP Oktober ….xlsx"),
        ("Rekap Puskesmas Pegambiran 2026.xlsx", "Rekap Puskesmas Pegambiran 2026.xlsx"),
    ],
)
def test_the_name_beside_a_masked_number_is_masked_too(nama: str, aman: str) -> None:
    assert nama_aman(nama) == aman
    assert nama_aman(nama_aman(nama)) == aman
