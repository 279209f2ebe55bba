"""What stands between and below the rows of one table: lists and tables of others, remarks, signatures, page totals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_angka import LB, PG, RAJAL, masalah, ringkas_fakta
from bahan_ingest import RUJUKAN, UNITS, alasan, baca, xlsx
from bahan_register import BARIS, KEPALA, OPSI, kunjungan, orang_lain

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.unit import Unit
from kinerja.ingest import Opsi

A, B = "Puskesmas Lubuk Begalung", "Puskesmas Pegambiran"
NO = ["NO", "PUSKESMAS", "KUNJUNGAN RAWAT JALAN"]
SATU, DUA, JUMLAH = [1, A, 100], [2, B, 90], [None, "JUMLAH", 190]
FAKTA = [(RAJAL, LB, 202601, 202601, "", 100, None), (RAJAL, PG, 202601, 202601, "", 90, None)]
JUDUL = ("REKAP KUNJUNGAN BULAN JANUARI 2026", "REKAPITULASI BULAN JANUARI 2026")  # printed, and known by words
LAIN = tuple(
    Unit(f"P{n}", f"Puskesmas {nama}", "puskesmas", "DINKES", "dinkes", 9) for n, nama in enumerate(("Satu", "Dua"))
)


def _baca(folder: Path, baris: list[list[Any]]) -> HasilBaca:
    acuan = replace(RUJUKAN, units=(*UNITS, *LAIN))
    return baca(folder / "a.xlsx", xlsx({"Rekap": baris}), Opsi(hari_ini=date(2026, 11, 24)), acuan)


KIRI = [[None, *NO], [None, *SATU], [None, *DUA], []]
JAUH = [[None, None, *NO], [None, None, *SATU], [None, None, *DUA], []]
DASAR = [NO, SATU, DUA, []]


@pytest.mark.parametrize("judul", JUDUL)
@pytest.mark.parametrize(
    ("atas", "bawah", "baris"),
    [
        (KIRI, [["PUSKESMAS", "KUNJUNGAN RAWAT INAP"], [A, 7], [B, 8]], 6),
        (KIRI, [["RAWAT INAP"], ["NO", "PUSKESMAS", "KUNJUNGAN RAWAT INAP"], [1, A, 7], [2, B, 8]], 7),
        (KIRI, [["RAWAT INAP"], ["PUSKESMAS", "JUMLAH"], [A, 7]], 7),
        (JAUH, [["PUSKESMAS", "INAP"], [A, 7], [B, 8]], 6),
        (JAUH, [["POLI", "JUMLAH"], ["Gigi", 7], ["KIA", 8]], 6),
        (DASAR, [[None, None, None, "POLI", "JUMLAH"], [None, None, None, "Gigi", 7]], 6),
        (DASAR, [[None, None, None, "Gigi", 7], [None, None, None, "KIA", 8]], 6),
        (DASAR, [["NO", "POLI", "JUMLAH"], [1, "Gigi", 7], [2, "KIA", 8]], 6),
    ],
)
def test_figures_in_other_columns_below_the_table_are_named_with_their_row(
    tmp_path: Path, judul: str, atas: list[list[Any]], bawah: list[list[Any]], baris: int
) -> None:
    hasil = _baca(tmp_path, [[judul], *atas, *bawah])
    assert [m.baris for m in masalah(hasil, "tabel_kedua")] == [baris]
    assert alasan(hasil) == {"tabel_kedua"}


@pytest.mark.parametrize("judul", JUDUL)
@pytest.mark.parametrize(
    "masa", ["KUARTAL II", "CAWU II", "s.d. Maret", "MINGGU II", "Q2", "TRIWULAN I", "Periode: 1-28 Februari 2026"]
)
def test_any_word_for_another_part_of_the_year_above_the_same_header_is_another_table(
    tmp_path: Path, judul: str, masa: str
) -> None:
    hasil = _baca(tmp_path, [[judul], NO, SATU, [], [masa], NO, DUA])
    assert [m.baris for m in masalah(hasil, "tabel_kedua")] == [5]


@pytest.mark.parametrize("judul", JUDUL)
@pytest.mark.parametrize(
    "catatan",
    [
        "Puskesmas Pegambiran baru berdiri Januari 2024",
        "Sumber: Laporan bulanan Maret 2026",
        "(Sumber : SIMPUS, Maret 2026)",
        "Keadaan s.d. Maret 2026",
        "Data per 5 Februari 2026",
        "*) Pegambiran pindah gedung Februari 2026",
    ],
)
def test_a_remark_that_mentions_a_month_is_no_title(tmp_path: Path, judul: str, catatan: str) -> None:
    for baris in ([SATU, [catatan], DUA, JUMLAH], [SATU, DUA, [catatan], JUMLAH], [SATU, DUA, JUMLAH, [None, catatan]]):
        hasil = _baca(tmp_path, [[judul], NO, *baris])
        assert alasan(hasil) == alasan(hasil, "peringatan") == set()
        assert ringkas_fakta(hasil) == FAKTA


@pytest.mark.parametrize("judul", JUDUL)
@pytest.mark.parametrize(
    "ekor",
    [
        [["DAFTAR PETUGAS"], ["NO", "NAMA", "JABATAN"], [1, "Rahasia", "Perawat"], [2, "Budi", "Bidan"]],
        [["NO", "NAMA", "NIP"], [1, "Rahasia", "197803122005012001"], [2, "Budi", 197803122005012002]],
        [["NO", "NAMA PETUGAS", "NO HP"], [1, "Rahasia", "081234567890"], [2, "Budi", 81234567891]],
        [["NO", "KENDALA", "TINDAK LANJUT"], [1, "Gedung", "Rehab"], [2, "Tenaga", "Usul"]],
        [["Mengetahui", None, "Padang, 5 Februari 2026"], ["Kepala Puskesmas", None, "Petugas"], ["dr. Rahasia"]],
        [["Mengetahui", "PUSKESMAS", "Petugas"], ["dr. Rahasia", None, "Budi"], ["197803122005012001"]],
        [["Keterangan:"], ["Hari buka", None, None, 21], ["Dokter", None, None, 3]],
    ],
)
def test_lists_of_words_and_signatures_below_the_table_are_left_out(
    tmp_path: Path, judul: str, ekor: list[list[Any]]
) -> None:
    hasil = _baca(tmp_path, [[judul], NO, SATU, DUA, JUMLAH, [], *ekor])
    assert alasan(hasil) == alasan(hasil, "peringatan") == set()
    assert ringkas_fakta(hasil) == FAKTA


@pytest.mark.parametrize("judul", JUDUL)
@pytest.mark.parametrize(
    ("bawah", "atas"),
    [
        ("Jumlah dipindahkan", "Pindahan"),
        ("Jumlah yang dipindahkan", "Jumlah pindahan"),
        ("JUMLAH", "JUMLAH PINDAHAN"),
        ("Jumlah halaman 1", "Dipindahkan dari halaman 1"),
        ("Jumlah halaman ini", ""),
    ],
)
def test_totals_of_a_page_are_compared_with_that_page(tmp_path: Path, judul: str, bawah: str, atas: str) -> None:
    dua = [[3, "Puskesmas Satu", 80], [4, "Puskesmas Dua", 70]]
    for cetak in (190, 191):
        hal2 = [[None, atas, cetak]] if atas else []
        baris = [[judul], NO, SATU, DUA, [None, bawah, cetak], [], NO, *hal2, *dua, [None, "JUMLAH", 340]]
        hasil = _baca(tmp_path, baris)
        assert alasan(hasil) == set()
        assert sorted(f.pembilang for f in hasil.fakta) == [70, 80, 90, 100]
        assert len(masalah(hasil, "beda_jumlah")) == (cetak - 190) * (1 + len(hal2))


BULAN = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"]


def _bulanan(salah: int = 0, *, semester: bool = True) -> list[list[Any]]:
    baris: list[list[Any]] = []
    for n, bulan in enumerate(BULAN, 1):
        baris.append([bulan, 100 + n])
        if n % 3 == 0:
            baris.append([f"Triwulan {'I' * (n // 3)}", 3 * (99 + n) + salah])
        if n == 6 and semester:
            baris.append(["Semester I", 621])
    return [*baris, ["JUMLAH", 945]]


@pytest.mark.parametrize("salah", [0, 1])
def test_quarters_among_rows_of_months_are_their_sums(tmp_path: Path, salah: int) -> None:
    for bernomor in (False, True):
        isi = [["BULAN", "KUNJUNGAN RAWAT JALAN"], *_bulanan(salah)]
        isi = [[("NO", *range(1, 20))[n], *b] for n, b in enumerate(isi)] if bernomor else isi
        hasil = _baca(tmp_path, [[f"KUNJUNGAN RAWAT JALAN {A.upper()} TAHUN 2026"], *isi])
        assert alasan(hasil) == set()
        assert ringkas_fakta(hasil) == [(RAJAL, LB, 202600 + n, 202600 + n, "", 100 + n, None) for n in range(1, 10)]
        assert [m.args["selisih"] for m in masalah(hasil, "beda_jumlah")] == [1] * 3 * salah
        buang = [d.isi for d in hasil.dibuang if d.alasan == "dibuang.sub_jumlah"]
        assert buang == ["Triwulan I", "Triwulan II", "Semester I", "Triwulan III"]


def test_a_quarter_of_a_unit_without_months_is_a_figure_of_its_own(tmp_path: Path) -> None:
    baris = [["PUSKESMAS", "PERIODE", "KUNJUNGAN RAWAT JALAN"], [A, "Januari 2026", 5], [B, "Triwulan I 2026", 9]]
    hasil = _baca(tmp_path, baris)
    assert [(f.unit, f.dari, f.sampai, f.pembilang) for f in hasil.fakta] == [
        (LB, 202601, 202601, 5),
        (PG, 202601, 202603, 9),
    ]


def _register(folder: Path, *ekor: list[Any]) -> HasilBaca:
    judul = ["REGISTER KUNJUNGAN RAWAT JALAN"]
    return baca(folder / "r.xlsx", xlsx({"Reg": orang_lain([judul, list(KEPALA), *[list(BARIS)] * 3, *ekor])}), OPSI)


LAGI = [list(BARIS)] * 2
HARI = "13/10/2026"


@pytest.mark.parametrize(
    ("ekor", "baris"),
    [
        ([["DAFTAR RUJUKAN"], ["TANGGAL", "NAMA"], [HARI, "Budi"], [HARI, "Ani"]], 7),
        ([["DAFTAR PASIEN RUJUKAN"], list(KEPALA), *LAGI], 6),
        ([["REGISTER RAWAT INAP"], [], list(KEPALA), *LAGI], 6),
        ([["RAWAT INAP"], *LAGI], 6),
        ([["TANGGAL", "NO RM", "RS TUJUAN"], [HARI, "RM1", "RS M Djamil"]], 6),
        ([["TANGGAL", "NO RM", "OBAT", "JK"], [HARI, "RM1", None, "L"]], 6),
        ([["TANGGAL", "BARU", "LAMA"], [HARI, 3, 4]], 6),
    ],
)
def test_a_second_list_below_a_register_is_not_counted_as_visits(
    tmp_path: Path, ekor: list[list[Any]], baris: int
) -> None:
    hasil = _register(tmp_path, *ekor)
    assert [m.baris for m in masalah(hasil, "tabel_kedua")] == [baris]
    assert alasan(hasil) == {"tabel_kedua"}
    assert kunjungan(hasil) == 3


@pytest.mark.parametrize(
    ("ekor", "banyak"),
    [
        ([["Halaman 2"], list(KEPALA), *LAGI], 5),
        ([["REGISTER KUNJUNGAN RAWAT JALAN"], list(KEPALA), *LAGI], 5),
        ([["BULAN NOVEMBER 2026"], list(KEPALA), *LAGI], 5),
        ([["POLI GIGI"], list(KEPALA), *LAGI], 5),
        ([["Dokter cuti mulai 15 Oktober"], *LAGI], 5),
        ([[None, None, None, "Dirujuk"], *LAGI], 5),
        ([["Rujuk RS M Djamil"], *LAGI], 5),
        ([["NO", "NAMA", "JABATAN"], [1, "Rahasia", "Perawat"], [2, "Budi", "Bidan"]], 3),
        ([["Mengetahui", None, "Padang, 31 Oktober 2026"], ["dr. Rahasia", None, "Budi"]], 3),
    ],
)
def test_pages_sections_remarks_and_signatures_leave_a_register_whole(
    tmp_path: Path, ekor: list[list[Any]], banyak: int
) -> None:
    hasil = _register(tmp_path, *ekor)
    assert alasan(hasil) == set()
    assert kunjungan(hasil) == banyak
    assert not any("Rahasia" in d.isi for d in hasil.dibuang)


@pytest.mark.parametrize("judul", JUDUL)
def test_a_table_beside_the_first_is_read_only_where_its_rows_are_the_same_units(tmp_path: Path, judul: str) -> None:
    kepala = [*NO, None, "NO", "PUSKESMAS", "KUNJUNGAN RAWAT INAP"]
    sama = _baca(tmp_path, [[judul], kepala, [*SATU, None, 1, A, 7], [*DUA, None, 2, B, 8]])
    assert alasan(sama) == set()
    assert {(f.indikator, f.unit): f.pembilang for f in sama.fakta if f.indikator != RAJAL} == {
        ("kunjungan_rawat_inap", LB): 7,
        ("kunjungan_rawat_inap", PG): 8,
    }
    tukar = _baca(tmp_path, [[judul], kepala, [*SATU, None, 1, B, 8], [*DUA, None, 2, A, 7]])
    turun = _baca(tmp_path, [[judul], NO, [*SATU, None, *kepala[4:]], [*DUA, None, 1, A, 7], [None] * 4 + [2, B, 8]])
    for hasil in (tukar, turun):
        assert [m.baris for m in masalah(hasil, "tabel_kedua")] == [3]


def test_the_name_of_a_unit_merged_over_its_kinds_of_patients_is_read_under_any_title(tmp_path: Path) -> None:
    isi = [["NO", "PUSKESMAS", "JENIS PASIEN", "KUNJUNGAN RAWAT JALAN"], [1, A, "Umum", 60], [None, None, "BPJS", 40]]
    isi += [[None, None, "JUMLAH", 100], [2, B, "Umum", 50], [None, None, "BPJS", 40], [None, None, "JUMLAH", 90]]
    for judul in JUDUL:
        buku = xlsx({"Rekap": [[judul], *isi]}, {"Rekap": ("A3:A5", "B3:B5", "B6:B8")})
        hasil = baca(tmp_path / "a.xlsx", buku)
        assert alasan(hasil) == alasan(hasil, "peringatan") == set()
        assert ringkas_fakta(hasil) == FAKTA


@pytest.mark.parametrize("judul", JUDUL)
def test_column_numbers_under_a_repeated_header_and_totals_of_last_month_are_no_figures(
    tmp_path: Path, judul: str
) -> None:
    lalu = [None, "JUMLAH BULAN LALU", 170]
    hasil = _baca(tmp_path, [[judul], NO, [1, 2, 3], SATU, NO, [1, 2, 3], DUA, JUMLAH, lalu])
    assert alasan(hasil) == alasan(hasil, "peringatan") == set()
    assert ringkas_fakta(hasil) == FAKTA


KEGIATAN = [["TANGGAL", "UNIT", "JENIS KEGIATAN", "TOPIK", "PESERTA"], ["13/05/2026", A, "Pendampingan", "SKP", 12]]
LB4 = [["NO", "KEGIATAN", "BARU", "LAMA"], ["1", "Jumlah kunjungan rawat jalan", 60, 40]]
LB4_JUDUL = ["LAPORAN BULANAN LB4 PUSKESMAS LUBUK BEGALUNG BULAN JANUARI 2026"]


@pytest.mark.parametrize(("judul", "isi"), [(["KEGIATAN"], KEGIATAN), (LB4_JUDUL, LB4)])
def test_the_same_header_one_column_further_left_is_a_second_table_in_every_shape(
    tmp_path: Path, judul: list[str], isi: list[list[Any]]
) -> None:
    assert alasan(_baca(tmp_path, [judul, *isi])) == set()
    hasil = _baca(tmp_path, [judul, *([None, *b] for b in isi), [], *isi])
    assert alasan(hasil) == {"tabel_kedua"}


def test_a_recap_above_a_register_is_named(tmp_path: Path) -> None:
    atas = [["NO", "POLI", "JUMLAH"], [1, "Umum", 3], [2, "Gigi", 2], []]
    hasil = baca(
        tmp_path / "r.xlsx", xlsx({"Reg": orang_lain([["REKAP"], *atas, list(KEPALA), *[list(BARIS)] * 3])}), OPSI
    )
    assert [m.baris for m in masalah(hasil, "tabel_kedua")] == [2]
