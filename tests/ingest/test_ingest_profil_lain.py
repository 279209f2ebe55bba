"""Other invented tables of the Profil Kesehatan: mothers, newborns, schools, mental health, visits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bahan_ingest import TAMBAH, alasan, baca, jumlah, xlsx
from test_ingest_profil_sintetis import judul_tabel


def _tabel(judul: str, kepala: list[list[Any]], *isi: list[Any]) -> list[list[Any]]:
    return [*judul_tabel("9", judul), *kepala, *isi]


_JP = ["JUMLAH", "%"]
IBU = [
    ["NO", "KECAMATAN", "PUSKESMAS", "IBU HAMIL", *[None] * 6, "IBU BERSALIN/NIFAS", *[None] * 6],
    [
        *[None] * 3,
        *["JUMLAH", "K1", None, "K4", None, "K6", None],
        *["JUMLAH", "PERSALINAN DI FASYANKES", None, "KF1", None, "KF LENGKAP", None],
    ],
    [None, None, None, None, *_JP * 3, None, *_JP * 3],
]


def test_the_full_table_of_mothers_gives_two_services(tmp_path: Path) -> None:
    baris = _tabel(
        "CAKUPAN PELAYANAN KESEHATAN PADA IBU HAMIL, IBU BERSALIN, DAN IBU NIFAS",
        IBU,
        [1, "A", "Batu Hampar", 100, 99, 99, 90, 90, 80, 80, 95, 85, 89.47, 84, 88.42, 83, 87.37],
        [2, "B", "Koto Alam", 200, 199, 99.5, 180, 90, 160, 80, 190, 180, 94.74, 170, 89.47, 160, 84.21],
        ["JUMLAH", None, None, 300, 298, 99.3, 270, 90, 240, 80, 285, 265, 92.98, 254, 89.1, 243, 85.3],
    )
    hasil = baca(tmp_path / "a.xlsx", xlsx({"24": baris}), TAMBAH)
    assert not hasil.masalah
    assert jumlah(hasil, "spm_ibu_hamil") == (270, 300) and jumlah(hasil, "spm_ibu_bersalin") == (265, 285)


def test_a_table_without_k4_is_left_out_with_a_warning(tmp_path: Path) -> None:
    kepala = [["NO", "KECAMATAN", "PUSKESMAS", "IBU HAMIL", None, None], [None, None, None, "JUMLAH", "K1", "K6"]]
    baris = _tabel("CAKUPAN PELAYANAN KESEHATAN PADA IBU HAMIL", kepala, [1, "A", "Batu Hampar", 100, 99, 80])
    hasil = baca(tmp_path / "a.xlsx", xlsx({"24": baris}), TAMBAH)
    assert alasan(hasil) == {"tata_letak_tak_dikenali"} and "kolom_spm" in alasan(hasil, "peringatan")


NEONATAL = [
    [
        *["KECAMATAN", "PUSKESMAS", "JUMLAH LAHIR HIDUP", None, None, "KUNJUNGAN NEONATAL 1 KALI (KN1)", None, None],
        *["KUNJUNGAN NEONATAL 3 KALI (KN LENGKAP)", None, None, "BAYI DILAKUKAN SCREENING HIPOTIROID", None, None],
    ],
    [None, None, *["L", "P", "L + P"] * 4],
]
ODGJ = [
    ["NO", "KECAMATAN", "PUSKESMAS", "SASARAN ODGJ BERAT", "PELAYANAN KESEHATAN ODGJ BERAT", None, None, None, None],
    [None, None, None, None, "SKIZOFRENIA", None, "PSIKOTIK AKUT", "MENDAPAT PELAYANAN KESEHATAN", None],
    [None, None, None, None, "0-14 TH", "15-59 TH", "0-14 TH", "JUMLAH", "%"],
]
SEKOLAH = [
    [
        *["NO", "KECAMATAN", "PUSKESMAS", "KELAS 1 SD/MI", None, None],
        *["USIA PENDIDIKAN DASAR (KELAS 1-9)", None, None, "SEKOLAH", None],
    ],
    [
        *[None] * 3,
        *["JUMLAH PESERTA DIDIK", "MENDAPAT PELAYANAN", "%"],
        *["JUMLAH", "MENDAPAT PELAYANAN", "%", "JUMLAH", "MENDAPAT PELAYANAN"],
    ],
]
BALITA_LAMA = [
    ["NO", "KECAMATAN", "PUSKESMAS", "JUMLAH BALITA", None, None, "MENDAPAT PELAYANAN KESEHATAN", *[None] * 5],
    [None, None, None, "L", "P", "L+P", "L", "%", "P", "%", "L+P", "%"],
]
DUA = [["NO", "KECAMATAN", "PUSKESMAS", "JUMLAH SASARAN", "MENDAPAT PELAYANAN SESUAI STANDAR", "%"]]
ISI_DUA = [40, 30, 75]
LAYANAN: dict[str, tuple[str, list[list[Any]], list[Any], tuple[int, int]]] = {
    "spm_bayi_baru_lahir": (
        "CAKUPAN KUNJUNGAN NEONATAL",
        NEONATAL,
        [50, 60, 110, 49, 59, 108, 48, 58, 106, 1, 2, 3],
        (106, 110),
    ),
    "spm_odgj_berat": (
        "PELAYANAN KESEHATAN ORANG DENGAN GANGGUAN JIWA (ODGJ) BERAT",
        ODGJ,
        [30, 1, 20, 2, 23, 76.67],
        (23, 30),
    ),
    "spm_pendidikan_dasar": (
        "CAKUPAN PELAYANAN KESEHATAN PESERTA DIDIK SERTA USIA PENDIDIKAN DASAR",
        SEKOLAH,
        [10, 9, 90, 80, 72, 90, 4, 4],
        (72, 80),
    ),
    "spm_balita": ("CAKUPAN PELAYANAN KESEHATAN BALITA", BALITA_LAMA, [10, 20, 30, 9, 90, 18, 90, 27, 90], (27, 30)),
    "spm_tb": ("PELAYANAN KESEHATAN ORANG TERDUGA TUBERKULOSIS", DUA, ISI_DUA, (30, 40)),
    "spm_hiv": ("PELAYANAN ORANG DENGAN RISIKO TERINFEKSI HIV", DUA, ISI_DUA, (30, 40)),
    "spm_usia_lanjut": ("CAKUPAN PELAYANAN KESEHATAN LANSIA", DUA, ISI_DUA, (30, 40)),
    "spm_usia_produktif": ("PELAYANAN KESEHATAN USIA PRODUKTIF", DUA, ISI_DUA, (30, 40)),
    "spm_diabetes": ("PELAYANAN KESEHATAN PENDERITA DM", DUA, ISI_DUA, (30, 40)),
}


@pytest.mark.parametrize("kode", LAYANAN)
def test_every_spm_service_is_known_by_title_and_header(kode: str, tmp_path: Path) -> None:
    judul, kepala, isi, harap = LAYANAN[kode]
    label = ["A", "Batu Hampar"] if kepala[0][0] == "KECAMATAN" else [1, "A", "Batu Hampar"]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"x": _tabel(judul, kepala, [*label, *isi])}), TAMBAH)
    assert hasil.diterima and {f.indikator for f in hasil.fakta} == {kode}, hasil.masalah
    assert jumlah(hasil, kode) == harap


@pytest.mark.parametrize(
    "judul",
    [
        "CAKUPAN IMUNISASI TD PADA IBU HAMIL",
        "JUMLAH KOMPLIKASI NEONATAL",
        "BAYI BARU LAHIR MENDAPAT IMD DAN PEMBERIAN ASI EKSKLUSIF",
        "JUMLAH KASUS HIV MENURUT KELOMPOK UMUR",
        "STATUS GIZI BALITA",
        "KASUS DIARE YANG DILAYANI",
    ],
)
def test_other_tables_of_the_same_book_are_not_mistaken_for_spm(judul: str, tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.xlsx", xlsx({"x": _tabel(judul, DUA, [1, "A", "Batu Hampar", 40, 30, 75])}), TAMBAH)
    assert not hasil.fakta and alasan(hasil) == {"tata_letak_tak_dikenali"}


KUNJUNGAN_DATAR = [
    ["NO", "KECAMATAN", "PUSKESMAS", "JUMLAH KUNJUNGAN", *[None] * 5, "KUNJUNGAN GANGGUAN JIWA"],
    [None, None, None, "RAWAT JALAN", None, None, "RAWAT INAP", None, None, None],
    [None, None, None, *["Laki Laki", "Perempuan", "Laki Laki + Perempuan"] * 2, "Jumlah"],
]


def test_a_visits_table_by_kecamatan_without_sections_is_read(tmp_path: Path) -> None:
    baris = _tabel(
        "JUMLAH KUNJUNGAN RAWAT JALAN, RAWAT INAP, DAN KUNJUNGAN GANGGUAN JIWA",
        KUNJUNGAN_DATAR,
        [1, "A", "Batu Hampar", 100, 200, 300, 1, 2, 3, 5],
        [2, "B", "Koto Alam", 10, 20, 30, None, None, 4, 5],
        [3, "B", "RS Contoh", 7, 7, 14, 7, 7, 14, 5],
        ["TOTAL", None, None, 117, 227, 344, 8, 9, 21, 15],
    )
    hasil = baca(tmp_path / "a.xlsx", xlsx({"5": baris}), TAMBAH)
    assert not hasil.masalah, hasil.masalah
    assert jumlah(hasil, "kunjungan_rawat_jalan")[0] == 330
    assert sorted((f.jk, f.pembilang) for f in hasil.fakta if f.indikator == "kunjungan_rawat_inap") == [
        ("", 4),
        ("L", 1),
        ("P", 2),
    ]


def test_facilities_are_sorted_by_section_even_when_puskesmas_come_last(tmp_path: Path) -> None:
    kepala = [["NO", "SARANA PELAYANAN KESEHATAN", "RAWAT JALAN", None, None], [None, None, "L", "P", "L+P"]]
    baris = _tabel(
        "KUNJUNGAN RAWAT JALAN DI SARANA PELAYANAN KESEHATAN",
        kepala,
        ["A", "Klinik", None, None, None],
        [1, "Sehat Selalu", 1, 1, 2],
        ["B", "Puskesmas", None, None, None],
        [1, "Batu Hampar", 10, 20, 30],
        [2, "Puskesmas Pembantu Koto", 3, 3, 6],
        ["C", "Rumah Sakit", None, None, None],
        [1, "Bunda Contoh", 5, 5, 10],
        ["JUMLAH", None, 19, 29, 48],
    )
    hasil = baca(tmp_path / "a.xlsx", xlsx({"5": baris}), TAMBAH)
    assert not hasil.masalah
    assert [(f.unit, f.jk, f.pembilang) for f in hasil.fakta] == [
        ("PKM-BATU-HAMPAR", "L", 10),
        ("PKM-BATU-HAMPAR", "P", 20),
    ]
    bukan = [d.isi for d in hasil.dibuang if d.alasan == "dibuang.bukan_puskesmas"]
    assert bukan == ["Sehat Selalu", "Puskesmas Pembantu Koto", "Bunda Contoh"]


def test_a_puskesmas_without_figures_does_not_end_its_section(tmp_path: Path) -> None:
    kepala = [["NO", "SARANA PELAYANAN KESEHATAN", "RAWAT JALAN", None, None], [None, None, "L", "P", "L+P"]]
    baris = _tabel(
        "KUNJUNGAN RAWAT JALAN DI SARANA PELAYANAN KESEHATAN",
        kepala,
        ["A", "Fasilitas Tingkat Pertama", None, None, None],
        [1, "Puskesmas", None, None, None],
        [None, "1. Batu Hampar", 10, 20, 30],
        [None, "2. Koto Alam", None, None, None],
        [None, "3. Sungai Rumbia", 1, 2, 3],
        [2, "Klinik", None, None, None],
        [None, "1. Sehat", 5, 5, 10],
    )
    hasil = baca(tmp_path / "a.xlsx", xlsx({"5": baris}), TAMBAH)
    assert {f.unit for f in hasil.fakta} == {"PKM-BATU-HAMPAR", "PKM-SUNGAI-RUMBIA"}


def test_headings_of_kecamatan_between_puskesmas_change_nothing(tmp_path: Path) -> None:
    kepala = [["NO", "PUSKESMAS", "RAWAT JALAN", None, None], [None, None, "L", "P", "L+P"]]
    baris = _tabel(
        "KUNJUNGAN RAWAT JALAN",
        kepala,
        ["I", "Kecamatan Utara", None, None, None],
        [1, "Batu Hampar", 10, 20, 30],
        ["II", "Kecamatan Selatan", None, None, None],
        [2, "Koto Alam", 1, 2, 3],
    )
    hasil = baca(tmp_path / "a.xlsx", xlsx({"5": baris}), TAMBAH)
    assert {f.unit for f in hasil.fakta} == {"PKM-BATU-HAMPAR", "PKM-KOTO-ALAM"}
