"""Titles of tables and their period: regulations, ages, short months, forms half filled in, copied forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bahan_ingest import RUJUKAN, TAMBAH, alasan, baca, xlsx
from bahan_register import KEPALA, OPSI, satu
from test_ingest_profil_sintetis import hipertensi

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi
from kinerja.ingest.periode_judul import baca_judul
from kinerja.ingest.peta.waktu import periode_dari_nama

HARI = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("judul", "kode"),
    [
        (("Sesuai Permenkes Nomor 6 Tahun 2024", "BULAN OKTOBER 2026"), "2026-10"),
        (("(PERMENKES NO. 6 TAHUN 2024)", "BULAN AGUSTUS 2026"), "2026-08"),
        (("SESUAI PERMENPAN RB NOMOR 14 TAHUN 2017", "SEMESTER I 2026"), "2026-S1"),
        (("SESUAI PERMENPAN RB NOMOR 14 TAHUN 2017", "BULAN OKT 2026"), "2026-10"),
        (("(PERMENPAN RB NOMOR 6 TAHUN 2022)", "TRIWULAN II 2026"), "2026-TW2"),
        (("SESUAI PERMENPAN RB NOMOR 14 TAHUN 2017", "SEMESTER I TAHUN 2026"), "2026-S1"),
        (("Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang SKM", "TRIWULAN III TAHUN 2026"), "2026-TW3"),
        (("SESUAI PERMENPAN 14/2017 BULAN MEI 2026",), "2026-05"),
        (("HK.01.07/MENKES/2015/2023 KMK HK.01.07/MENKES/2015/2023", "TAHUN 2026"), "2026"),
        (("BULAN : AGT 2026",), "2026-08"),
        (("OKT 2026",), "2026-10"),
        (("BULAN AGT TAHUN 2026",), "2026-08"),
        (("BULAN SEPT 2026",), "2026-09"),
        (("AGUST 2026",), "2026-08"),
        (("BULAN DES 2026",), "2026-12"),
        (("PERIODE 08/2026",), "2026-08"),
        (("Bulan 8 Tahun 2026",), "2026-08"),
        (("s.d. AGT 2026",), "2026-08-kum"),
        (("S/D OKTOBER 2026",), "2026-10-kum"),
        (("TRIWULAN KE III TAHUN 2026",), "2026-TW3"),
        (("TRIWULAN TIGA 2026",), "2026-TW3"),
        (("SEMESTER PERTAMA 2026",), "2026-S1"),
        (("Smt I Tahun 2026",), "2026-S1"),
        (("PERIODE JAN - MAR 2026",), "2026-TW1"),
        (("BULAN : SEPT", "TAHUN : 2026"), "2026-09"),
        (("REKAP PER BULAN TAHUN 2026",), "2026"),
        (("BAYI 0-11 BULAN TAHUN 2023",), "2023"),
        (("BALITA USIA 6-59 BULAN", "TAHUN 2023"), "2023"),
        (("PENDUDUK USIA 15-59 TAHUN", "TAHUN 2022"), "2022"),
        (("S.D. TRIWULAN III 2026",), "2026-09-kum"),
        (("TRIWULAN III (JULI - SEPTEMBER) 2026",), "2026-TW3"),
        (("PERIODE JANUARI S/D DESEMBER 2025",), "2025"),
        (("JANUARI 2026 - MARET 2026",), "2026-TW1"),
        (("PERIODE 1 JANUARI 2026 s.d. 31 MARET 2026",), "2026-TW1"),
        (("1 s.d. 31 Maret 2026",), "2026-03"),
        (("TW IV 2025",), "2025-TW4"),
        (("SE-KECAMATAN LUBUK BEGALUNG", "TAHUN 2025"), "2025"),
        (("KEADAAN 31 DESEMBER 2023",), "2023"),
        (("SESUAI PERMENKES 6 TAHUN 2024", "TAHUN 2025"), "2025"),
        (("LAPORAN BULANAN TAHUN 2025",), "2025"),
        (("PERIODE TAHUN 2025",), "2025"),
        (("Bulan Oktober 2026 sesuai SE Menpan 3/2023",), "2026-10"),
        (("KEADAAN BULAN OKTOBER 2026",), "2026-10"),
        (("SP2TP LB1 BULAN/TAHUN: OKTOBER/2026",), "2026-10"),
        (("Tabel 75", "KABUPATEN X", "TAHUN 2023"), "2023"),
        (("BULAN MEI TAHUN 2024",), "2024-05"),
        (("JANUARI S.D. SEPTEMBER 2024",), "2024-09-kum"),
        (("REKAP BULAN OKTOBER 2026", "Padang, 3 November 2026"), "2026-10"),
        (("Dicetak tanggal 3 November 2026", "BULAN OKTOBER 2026"), "2026-10"),
        (("BULAN OKTOBER 2026", "Tanggal cetak: 03/11/2026"), "2026-10"),
        (("Jl. 17 Agustus 1945 No. 5 Padang", "BULAN OKTOBER 2026"), "2026-10"),
        (("KUARTAL III TAHUN 2025",), "2025-TW3"),
        (("Q3 2025",), "2025-TW3"),
        (("TRI WULAN III TAHUN 2025",), "2025-TW3"),
        (("TW3 2025",), "2025-TW3"),
        (("TWIII 2025",), "2025-TW3"),
        (("SEM. II 2025",), "2025-S2"),
        (("SMT1 2025",), "2025-S1"),
        (("PERIODE JANUARI SAMPAI DENGAN MARET 2026",), "2026-TW1"),
        (("SEMUA PUSKESMAS TAHUN 2025",), "2025"),
        (("TRIWULAN III JULI, AGUSTUS, SEPTEMBER 2026",), "2026-TW3"),
        (("1 S/D 31 OKTOBER 2026",), "2026-10"),
        (("PENJARINGAN ANAK SEKOLAH TINGKAT SD", "BULAN APRIL 2026"), "2026-04"),
        (("SISWA SD/SMP BULAN APRIL 2026",), "2026-04"),
        (("Telp. (0751) 2019, Fax 2020", "BULAN MEI 2026"), "2026-05"),
        (("pkm.lubeg2019@gmail.com", "TAHUN 2025"), "2025"),
        (("PERIODE 2026-10",), "2026-10"),
        (("RENSTRA DINAS KESEHATAN 2025-2029", "TRIWULAN III TAHUN 2026"), "2026-TW3"),
        (("RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH 2025 - 2029", "TAHUN 2025"), "2025"),
        (("Lampiran Keputusan Kepala Dinas Nomor 188 Tanggal 2 Januari 2025", "BULAN OKTOBER 2026"), "2026-10"),
        (("LAMPIRAN SK NOMOR 12 TGL 02-01-2025", "BULAN OKTOBER 2026"), "2026-10"),
        (("Tanggal cetak 2026-11-03", "BULAN OKTOBER 2026"), "2026-10"),
    ],
)
def test_a_title_names_its_period(judul: tuple[str, ...], kode: str) -> None:
    hasil = baca_judul(judul)
    assert hasil.ragu == ""
    assert hasil.periode is not None and hasil.periode.kode == kode


@pytest.mark.parametrize(
    "judul",
    [
        ("31-10-2026",),
        ("Keadaan 31 Agustus 2026",),
        ("BULAN ........ TAHUN 2026",),
        ("SASARAN TAHUN 2025", "BULAN OKTOBER 2026"),
        ("TRIWULAN I DAN II 2026",),
        ("TAHUN 2022-2023",),
        ("OKTOBER 2025 - SEPTEMBER 2026",),
        ("DESA DES TAHUN 2025",),
        ("KELURAHAN TANJUNG MAR TAHUN 2025",),
        ("CATURWULAN II TAHUN 2025",),
        ("MINGGU II TAHUN 2025",),
        ("KUMULATIF BULAN SEPTEMBER 2026",),
        ("BULAN JANUARI DAN MARET 2024",),
        ("JANUARI & JUNI 2026",),
        ("SEMESTER II S.D. OKTOBER 2026",),
        ("TRIWULAN III BULAN AGUSTUS 2026",),
        ("1 S/D 7 OKTOBER 2026",),
        ("PERIODE 1-15 OKTOBER 2026",),
        ("10 OKTOBER 2026 s/d 20 OKTOBER 2026",),
        ("KEADAAN 2026-10-31",),
    ],
)
def test_a_title_that_leaves_it_open_is_asked_with_its_own_words(judul: tuple[str, ...]) -> None:
    hasil = baca_judul(judul)
    assert hasil.periode is None
    assert hasil.ragu and hasil.ragu.split(",")[0] in " ".join(judul).lower()


@pytest.mark.parametrize("judul", [("Sesuai Permenkes Nomor 6 Tahun 2024", "BULAN OKTOBER"), ("PROFIL KESEHATAN",)])
def test_a_title_without_a_year_names_nothing(judul: tuple[str, ...]) -> None:
    assert baca_judul(judul) == baca_judul(())


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("LB4 Puskesmas Pegambiran Sep 2023 (rev 05-10-2023)", "2023-09"),
        ("LB4 Okt 2026 cetak 2026-11-02", "2026-10"),
        ("rekap s.d. sep 2026", "2026-09-kum"),
        ("rekap_10-2026", "2026-10"),
        ("2026-10", "2026-10"),
        ("TW3_2025", "2025-TW3"),
        ("kunjungan_2025_Q3", "2025-TW3"),
        ("LB4 dicetak 03-11-2026", None),
        ("register_2026-11-03", None),
        ("rekap_2026-01 sd 2026-09", None),
        ("Data Desa", None),
        ("profil 2025 revisi mei", "2025"),
        ("LB4 Okt 2026 dikirim November", "2026-10"),
        ("register 1-7 Okt 2026", None),
        ("register 1-31 Okt 2026", "2026-10"),
        ("3-rekap Okt 2026", "2026-10"),
    ],
)
def test_a_name_tells_its_period_and_a_day_of_printing_is_none(nama: str, kode: str | None) -> None:
    masa = periode_dari_nama(nama, (), None)
    assert (masa.kode if masa else None) == kode


def test_a_register_named_by_the_day_of_its_export_is_read(tmp_path: Path) -> None:
    isi = [KEPALA, *(satu(tanggal_kunjungan=date(2026, 10, h)) for h in (5, 6, 7))]
    hasil = baca(tmp_path / "register 03-11-2026.xlsx", xlsx({"Sheet1": isi}), OPSI, RUJUKAN)
    assert hasil.diterima and len(hasil.tabel["kunjungan"]) == 3


def spm(folder: Path, judul: str, opsi: Opsi = TAMBAH, lembar: str = "Sheet1", nama: str = "spm.xlsx") -> HasilBaca:
    return baca(folder / nama, xlsx({lembar: hipertensi(tahun=judul)}), replace(opsi, hari_ini=HARI))


def masa(hasil: HasilBaca) -> set[tuple[int, int]]:
    return {(f.dari, f.sampai) for f in hasil.fakta}


def test_a_short_month_and_a_cited_regulation_do_not_make_it_another_year(tmp_path: Path) -> None:
    hasil = spm(tmp_path, "SESUAI PERMENKES NOMOR 6 TAHUN 2024 BULAN AGT 2026")
    assert hasil.diterima and masa(hasil) == {(202608, 202608)}


def test_only_the_running_year_in_the_title_is_asked_and_the_answer_taken(tmp_path: Path) -> None:
    assert alasan(spm(tmp_path, "TAHUN 2026")) == {"tahun_berjalan"}
    dijawab = spm(tmp_path, "TAHUN 2026", replace(TAMBAH, periode=parse_periode("2026-08")))
    assert dijawab.diterima and masa(dijawab) == {(202608, 202608)}
    setahun = spm(tmp_path, "TAHUN 2026", replace(TAMBAH, periode=parse_periode("2026")))
    assert setahun.diterima and masa(setahun) == {(202601, 202612)}
    lampau = spm(tmp_path, "TAHUN 2025")
    assert lampau.diterima and masa(lampau) == {(202501, 202512)}


@pytest.mark.parametrize(("lembar", "nama"), [("OKT", "spm.xlsx"), ("Sheet1", "10_Oktober_2025.xlsx")])
def test_a_year_in_the_title_and_a_month_in_a_name_are_asked(tmp_path: Path, lembar: str, nama: str) -> None:
    assert alasan(spm(tmp_path, "TAHUN 2025", lembar=lembar, nama=nama)) == {"tahun_atau_bulan"}
    pilihan = replace(TAMBAH, periode=parse_periode("2025-10"))
    assert masa(spm(tmp_path, "TAHUN 2025", pilihan, lembar, nama)) == {(202510, 202510)}


def test_a_form_copied_from_last_month_is_noticed(tmp_path: Path) -> None:
    assert alasan(spm(tmp_path, "BULAN JANUARI 2026", lembar="FEB 2026")) == {"judul_lembar_beda"}
    beda = spm(tmp_path, "BULAN JANUARI 2026", nama="SPM Februari 2026.xlsx")
    assert [(m.alasan, m.tingkat) for m in beda.masalah] == [("masalah.periode_nama_beda", "peringatan")]
    assert masa(beda) == {(202601, 202601)}
    assert not spm(tmp_path, "BULAN FEBRUARI 2026", lembar="FEB", nama="SPM Februari 2026.xlsx").masalah


def test_last_years_form_under_this_years_name_is_noticed(tmp_path: Path) -> None:
    assert alasan(spm(tmp_path, "TAHUN 2024", lembar="2025")) == {"judul_lembar_beda"}
    assert alasan(spm(tmp_path, "BULAN OKTOBER 2025", lembar="2026")) == {"judul_lembar_beda"}
    assert not spm(tmp_path, "BULAN OKTOBER 2025", lembar="2025").masalah
    for judul, nama in (("TAHUN 2024", "spm 2025.xlsx"), ("BULAN OKTOBER 2025", "rekap 2026.xlsx")):
        assert alasan(spm(tmp_path, judul, nama=nama), "peringatan") == {"periode_nama_beda"}


def test_a_register_of_another_year_than_its_title_is_noticed(tmp_path: Path) -> None:
    lama = daftar(tmp_path, "REGISTER KUNJUNGAN TAHUN 2025", date(2026, 2, 3), date(2026, 3, 3))
    assert alasan(lama) == {"register_luar_masa"}
    assert daftar(tmp_path, "REGISTER KUNJUNGAN TAHUN 2026", date(2026, 2, 3), date(2026, 3, 3)).diterima


def daftar(folder: Path, judul: str, *tanggal: object, opsi: Opsi = OPSI) -> HasilBaca:
    isi = [[judul], [], KEPALA, *(satu(tanggal_kunjungan=t) for t in tanggal)]
    return baca(folder / "register.xlsx", xlsx({"Sheet1": isi}), opsi, RUJUKAN)


def test_days_outside_the_month_of_the_title_are_told_and_most_of_them_stop_the_file(tmp_path: Path) -> None:
    judul = "REGISTER KUNJUNGAN BULAN MARET 2026"
    tertukar = daftar(tmp_path, judul, date(2026, 2, 3), date(2026, 10, 3), date(2026, 3, 3))
    (satu_masalah,) = [m for m in tertukar.masalah if m.alasan == "masalah.register_luar_masa"]
    assert (satu_masalah.tingkat, satu_masalah.args["jumlah"], satu_masalah.args["semua"]) == ("galat", 2, 3)
    sedikit = daftar(tmp_path, judul, *(date(2026, 3, h) for h in (2, 3, 4)), date(2026, 4, 1))
    assert sedikit.diterima and "register_luar_masa" in alasan(sedikit, "peringatan")
    semua = daftar(
        tmp_path, judul, date(2026, 2, 3), date(2026, 1, 3), opsi=replace(OPSI, periode=parse_periode("2026"))
    )
    assert semua.diterima


def test_the_month_of_the_title_tells_the_order_of_day_and_month(tmp_path: Path) -> None:
    hasil = daftar(tmp_path, "BULAN MARET 2026", "03/04/2026", "03/05/2026")
    assert [str(b[0]) for b in hasil.tabel["kunjungan"]] == ["2026-03-04", "2026-03-05"]


def test_a_running_month_of_zeros_in_a_recap_is_not_filled_in_yet(tmp_path: Path) -> None:
    baris = [
        "periode;unit;indikator;pembilang",
        "2026-10;PKM-PG;kunjungan_rawat_jalan;7",
        "2026-11;PKM-PG;kunjungan_rawat_jalan;0",
        "2026-10;PKM-PG;kunjungan_rawat_inap;0",
        "2026-11;PKM-PG;kunjungan_rawat_inap;0",
    ]
    hasil = baca(tmp_path / "a.csv", "\n".join(baris) + "\n", Opsi(hari_ini=HARI))
    assert [(f.indikator, f.dari, f.pembilang) for f in hasil.fakta] == [
        ("kunjungan_rawat_jalan", 202610, 7),
        ("kunjungan_rawat_inap", 202610, 0),
        ("kunjungan_rawat_inap", 202611, 0),
    ]
