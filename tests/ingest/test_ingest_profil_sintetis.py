"""Invented Profil Kesehatan workbooks: other districts, years, table numbers, headers, names and total rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from bahan_ingest import TAMBAH, alasan, baca, jumlah, ods, ods_tabel, xlsx

from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi

NAMA = ("Sungai Rumbia", "Batu Hampar", "Koto Alam", "7 Ulu", "Padang Laweh II")
SASARAN = ((410, 390), (205, 198), (1310, 1287), (77, 81), (640, 655))
TERLAYANI = ((300, 350), (190, 150), (1111, 1200), (70, 79), (600, 655))


def judul_tabel(nomor: str, pokok: str, tahun: str = "TAHUN 2021") -> list[list[Any]]:
    return [[f"TABEL {nomor}"], [pokok], ["KABUPATEN/KOTA", "LIMAU MANIS"], tahun.split(" ", 1), []]


def _persen(atas: int, bawah: int) -> float:
    return round(100 * atas / bawah, 2)


def hipertensi(
    nama: Sequence[str] = NAMA,
    jumlah_sebagai: Sequence[Any] = ("JUMLAH (KAB/KOTA)", None, None),
    tahun: str = "TAHUN 2021",
    kepala_unit: str = "PUSKESMAS",
    judul: str = "PELAYANAN KESEHATAN PENDERITA HIPERTENSI MENURUT JENIS KELAMIN, KECAMATAN, DAN PUSKESMAS",
) -> list[list[Any]]:
    """Sheet rows in the office's form: title, three header rows, column numbers, units, total, notes, signature."""
    kepala: list[list[Any]] = [
        [
            "NO",
            "KECAMATAN",
            kepala_unit,
            "JUMLAH ESTIMASI PENDERITA HIPERTENSI",
            None,
            None,
            "MENDAPAT PELAYANAN",
            *[None] * 5,
        ],
        [None, None, None, None, None, None, "LAKI-LAKI", None, "PEREMPUAN", None, "LAKI-LAKI + PEREMPUAN", None],
        [None, None, None, "LAKI-LAKI", "PEREMPUAN", "LAKI-LAKI + PEREMPUAN", *["JUMLAH", "%"] * 3],
        list(range(1, 13)),
    ]
    isi = []
    for urut, (satu, (sl, sp), (tl, tp)) in enumerate(zip(nama, SASARAN, TERLAYANI, strict=True), 1):
        tiga = (tl, _persen(tl, sl), tp, _persen(tp, sp), tl + tp, _persen(tl + tp, sl + sp))
        isi.append([urut, f"Kec. {urut}", satu, sl, sp, sl + sp, *tiga])
    kolom = [sum(b[k] for b in isi) for k in (3, 4, 5, 6, 8, 10)]
    total = [*jumlah_sebagai, *kolom[:3], kolom[3], 70.0, kolom[4], 80.0, kolom[5], 75.0]
    kaki: list[list[Any]] = [
        [],
        ["Sumber: Bidang P2P"],
        ["*) data sementara"],
        [None, None, None, None, None, None, None, "Limau Manis, 12 Januari 2022"],
        [None, None, None, None, None, None, None, "Kepala Dinas Kesehatan"],
        [None, None, None, None, None, None, None, "Budi Contoh"],
        [None, None, None, None, None, None, None, "NIP. 000000000000000000"],
    ]
    return [*judul_tabel("68", judul, tahun), *kepala, *isi, total, *kaki]


GABUNG = ("A6:A8", "B6:B8", "C6:C8", "D6:F7", "G6:L6", "G7:H7", "I7:J7", "K7:L7")


def _buku(baris: list[list[Any]], lembar: str = "68", gabung: Sequence[str] = GABUNG) -> bytes:
    return xlsx({lembar: baris}, {lembar: gabung})


def _lengkap(tmp_path: Path, baris: list[list[Any]], opsi: Opsi = TAMBAH, gabung: Sequence[str] = GABUNG) -> Any:
    hasil = baca(tmp_path / "profil.xlsx", _buku(baris, gabung=gabung), opsi)
    assert hasil.diterima, hasil.masalah
    assert jumlah(hasil, "spm_hipertensi") == (sum(map(sum, TERLAYANI)), sum(map(sum, SASARAN)))
    assert jumlah(hasil, "spm_hipertensi", "P") == (sum(p for _, p in TERLAYANI), sum(p for _, p in SASARAN))
    return hasil


def test_another_district_and_year_import_without_a_warning(tmp_path: Path) -> None:
    hasil = _lengkap(tmp_path, hipertensi())
    assert not hasil.masalah
    assert {(f.dari, f.sampai) for f in hasil.fakta} == {(202101, 202112)}
    assert [u.nama for u in hasil.unit_baru][3:] == ["Puskesmas 7 Ulu", "Puskesmas Padang Laweh II"]


def test_names_and_numbers_of_a_signature_block_are_not_repeated(tmp_path: Path) -> None:
    hasil = _lengkap(tmp_path, hipertensi())
    kiri = [*hipertensi()[:-4], [None, "Mengetahui"], [None, "Budi Contoh"], [None, "NIP 000000000000000000"], ["x"]]
    for satu in (hasil, _lengkap(tmp_path, kiri)):
        tanda = [d for d in satu.dibuang if d.alasan == "dibuang.tanda_tangan"]
        assert len(tanda) == 4 and {d.isi for d in tanda} == {""}
        assert "Budi" not in repr(satu) and "000000" not in repr(satu)


@pytest.mark.parametrize(
    "nama",
    [
        [f"UPT Puskesmas {n}" for n in NAMA],
        [f"UPTD. PUSKESMAS {n.upper()}" for n in NAMA],
        [f"{i}. Puskesmas {n} " for i, n in enumerate(NAMA, 1)],
        [f"BLUD UPT-Puskesmas {n} (RI)" for n in NAMA],
        [f"PKM {n.upper()} *)" for n in NAMA],
    ],
)
def test_every_spelling_of_a_puskesmas_is_the_same_unit(nama: list[str], tmp_path: Path) -> None:
    biasa = _lengkap(tmp_path, hipertensi())
    hasil = _lengkap(tmp_path, hipertensi(nama))
    assert [u.kode for u in hasil.unit_baru] == [u.kode for u in biasa.unit_baru]
    assert hasil.fakta == biasa.fakta


@pytest.mark.parametrize(
    "sebutan",
    [
        ("JUMLAH (KAB/KOTA)", None, None),
        ("JUMLAH KABUPATEN/KOTA", None, None),
        ("Jumlah Kab. Limau Manis", None, None),
        ("TOTAL", None, None),
        (None, None, "TOTAL"),
        (None, "GRAND TOTAL", None),
        ("KABUPATEN LIMAU MANIS", None, None),
        (None, "KOTA LIMAU MANIS", None),
        ("JML", None, None),
        (None, None, None),
    ],
)
def test_a_total_row_is_never_a_unit_whatever_it_is_called(sebutan: tuple[Any, ...], tmp_path: Path) -> None:
    hasil = _lengkap(tmp_path, hipertensi(jumlah_sebagai=sebutan))
    assert not hasil.masalah and len(hasil.unit_baru) == 5


def test_the_printed_total_is_a_checksum_that_names_both_figures(tmp_path: Path) -> None:
    baris = hipertensi()
    baris[14][3] += 100
    hasil = _lengkap(tmp_path, baris)
    assert [(m.alasan, m.baris, m.kolom[0]) for m in hasil.masalah] == [("masalah.beda_jumlah", 15, "D")]
    benar = sum(s for s, _ in SASARAN)
    assert hasil.masalah[0].args == {
        "nilai": str(benar + 100),
        "tercetak": benar + 100,
        "terhitung": benar,
        "selisih": 100,
    }


def test_a_hospital_among_the_rows_is_left_out_and_the_total_may_include_it(tmp_path: Path) -> None:
    baris = hipertensi()
    baris.insert(14, [6, "Kec. 1", "RSUD Contoh", 10, 20, 30, 5, 50, 10, 50, 15, 50])
    for kolom in range(3, 12):
        baris[15][kolom] += baris[14][kolom]
    hasil = _lengkap(tmp_path, baris)
    assert not hasil.masalah
    assert [d.isi for d in hasil.dibuang if d.alasan == "dibuang.bukan_puskesmas"] == ["RSUD Contoh"]


def test_a_header_without_merged_cells_is_read_the_same(tmp_path: Path) -> None:
    assert _lengkap(tmp_path, hipertensi(), gabung=()).fakta == _lengkap(tmp_path, hipertensi()).fakta


def test_the_same_table_in_ods_and_csv_gives_the_same_facts(tmp_path: Path) -> None:
    baris = hipertensi()
    acuan = _lengkap(tmp_path, baris)
    dari_ods = baca(tmp_path / "a.ods", ods(ods_tabel("68", baris)), TAMBAH)

    def tulis(sel: Any) -> str:
        if isinstance(sel, float):
            return f"{sel:.2f}".replace(".", ",")
        return f"{sel:,}".replace(",", ".") if isinstance(sel, int) else sel or ""

    teks = "\n".join(";".join(map(tulis, [*b, *[None] * (12 - len(b))])) for b in baris)
    dari_csv = baca(tmp_path / "a.csv", teks, TAMBAH)
    assert dari_ods.fakta == acuan.fakta and dari_csv.fakta == acuan.fakta
    assert not dari_csv.masalah


def test_english_separators_are_recognised_by_the_column(tmp_path: Path) -> None:
    baris = hipertensi()

    def tulis(sel: Any) -> str:
        return f"{sel:,}" if isinstance(sel, int | float) else sel or ""

    teks = "\n".join(";".join(map(tulis, [*b, *[None] * (12 - len(b))])) for b in baris)
    hasil = baca(tmp_path / "a.csv", teks, TAMBAH)
    assert hasil.diterima and jumlah(hasil, "spm_hipertensi")[0] == sum(map(sum, TERLAYANI))


@pytest.mark.parametrize(
    ("tahun", "harap"),
    [
        ("TAHUN 2024", (202401, 202412)),
        ("TRIWULAN III TAHUN 2024", (202407, 202409)),
        ("BULAN MEI 2025", (202505, 202505)),
    ],
)
def test_the_period_comes_from_the_title(tahun: str, harap: tuple[int, int], tmp_path: Path) -> None:
    hasil = _lengkap(tmp_path, hipertensi(tahun=tahun))
    assert {(f.dari, f.sampai) for f in hasil.fakta} == {harap}


def test_a_title_without_a_period_asks_and_takes_the_answer(tmp_path: Path) -> None:
    baris = hipertensi(tahun="SEMENTARA")
    assert alasan(baca(tmp_path / "a.xlsx", _buku(baris), TAMBAH)) == {"periode_tak_ada"}
    hasil = _lengkap(tmp_path, baris, Opsi(periode=parse_periode("2020"), unit_baru="tambahkan"))
    assert {f.dari for f in hasil.fakta} == {202001}


def test_two_years_in_the_title_are_not_guessed(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.xlsx", _buku(hipertensi(tahun="TAHUN 2022 DAN 2023")), TAMBAH)
    assert [(m.alasan, m.nilai) for m in hasil.masalah] == [("masalah.periode_ragu", "2022, 2023")]
    pilihan = Opsi(periode=parse_periode("2023"), unit_baru="tambahkan")
    assert {f.dari for f in _lengkap(tmp_path, hipertensi(tahun="TAHUN 2022 DAN 2023"), pilihan).fakta} == {202301}


def test_the_same_unit_twice_names_both_rows(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.xlsx", _buku(hipertensi([*NAMA[:4], "PKM Batu Hampar"])), TAMBAH)
    ganda = next(m for m in hasil.masalah if m.alasan == "masalah.unit_ganda")
    assert (ganda.baris, ganda.args["pertama"], ganda.args["ulang"]) == (14, "11", "14")


def test_a_blank_cell_is_never_zero(tmp_path: Path) -> None:
    baris = hipertensi()
    for kosong in (None, "-", "NULL", "(Nihil)", " "):
        baris[9][3:12] = [kosong] * 9
        hasil = baca(tmp_path / "a.xlsx", _buku(baris), Opsi(unit_baru="tambahkan"))
        assert {f.unit for f in hasil.fakta} == {"PKM-BATU-HAMPAR", "PKM-KOTO-ALAM", "PKM-7-ULU", "PKM-PADANG-LAWEH-II"}
        assert "masalah.unit_tanpa_angka" in {m.alasan for m in hasil.masalah}


def test_a_blank_sex_falls_back_to_both_together(tmp_path: Path) -> None:
    baris = hipertensi()
    baris[9][6] = None
    hasil = baca(tmp_path / "a.xlsx", _buku(baris), TAMBAH)
    fakta = [f for f in hasil.fakta if f.unit == "PKM-SUNGAI-RUMBIA"]
    assert [(f.jk, f.pembilang, f.penyebut) for f in fakta] == [("", 650, 800)]


def test_a_printed_sum_of_sexes_that_is_wrong_is_told(tmp_path: Path) -> None:
    baris = hipertensi()
    baris[9][5] += 1
    hasil = baca(tmp_path / "a.xlsx", _buku(baris), TAMBAH)
    assert {(m.alasan, m.baris, m.kolom[0]) for m in hasil.masalah if m.alasan == "masalah.beda_jk"} == {
        ("masalah.beda_jk", 10, "F")
    }


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ("abc", "angka_bukan"),
        (-3, "angka_negatif"),
        (3.5, "angka_pecahan"),
        ("12%", "angka_bukan"),
        (1e13, "angka_besar"),
    ],
)
def test_a_bad_cell_is_named_with_row_column_and_header(isi: Any, harap: str, tmp_path: Path) -> None:
    baris = hipertensi()
    baris[10][6] = isi
    hasil = baca(tmp_path / "a.xlsx", _buku(baris), TAMBAH)
    galat = [m for m in hasil.masalah if m.tingkat == "galat"]
    assert [(m.alasan, m.lembar, m.baris) for m in galat] == [(f"masalah.{harap}", "68", 11)]
    assert galat[0].kolom == "G (MENDAPAT PELAYANAN LAKI-LAKI JUMLAH)"


def test_whole_percents_and_shares_of_one_are_no_false_alarm(tmp_path: Path) -> None:
    for ubah in (round, lambda p: p / 100, lambda p: f"{p}%"):
        baris = hipertensi()
        for b in baris[9:15]:
            for kolom in (7, 9, 11):
                b[kolom] = ubah(b[kolom])
        assert not _lengkap(tmp_path, baris).masalah


def test_a_personal_column_in_a_table_is_named_and_not_read(tmp_path: Path) -> None:
    baris = hipertensi()
    baris[5].append("NAMA PETUGAS")
    baris[9].append("Siti Contoh")
    hasil = _lengkap(tmp_path, baris)
    assert [(d.letak, d.isi) for d in hasil.dibuang if d.alasan == "dibuang.kolom_pribadi"] == [("M", "NAMA PETUGAS")]
    assert "Siti" not in repr(hasil)


def test_a_puskesmas_that_shares_its_name_with_a_kecamatan_is_the_puskesmas(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.xlsx", _buku(hipertensi(["Lubuk Begalung", "Pagambiran", *NAMA[2:]])), TAMBAH)
    assert [f.unit for f in hasil.fakta if f.jk == "L"][:2] == ["PKM-LB", "PKM-PG"]


def test_stacked_tables_on_one_sheet_are_read_separately(tmp_path: Path) -> None:
    kedua = hipertensi(judul="PELAYANAN KESEHATAN PENDERITA DIABETES MELITUS", tahun="TAHUN 2021")
    kedua[0], kedua[5][3] = ["TABEL 69"], "JUMLAH PENDERITA DM"
    hasil = baca(tmp_path / "a.xlsx", _buku([*hipertensi(), [], *kedua], gabung=()), TAMBAH)
    assert hasil.diterima, hasil.masalah
    assert jumlah(hasil, "spm_hipertensi") == jumlah(hasil, "spm_diabetes") == (4705, 5253)


def test_the_same_table_on_two_sheets_is_refused(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.xlsx", xlsx({"68": hipertensi(), "68 lama": hipertensi()}), TAMBAH)
    assert alasan(hasil) == {"kembar_antar_lembar"}
    assert baca(tmp_path / "a.xlsx", opsi=Opsi(lembar=("68",), unit_baru="tambahkan")).diterima


def test_a_repeated_header_on_the_next_page_is_left_out(tmp_path: Path) -> None:
    baris = hipertensi()
    baris[11:11] = [list(b) for b in baris[5:9]]
    assert not [m for m in _lengkap(tmp_path, baris).masalah if m.tingkat == "galat"]


def test_a_sheet_too_large_is_a_warning_beside_one_that_is_read(tmp_path: Path) -> None:
    isi = xlsx({"68": hipertensi(), "catatan": [["x" * 3000]]})
    hasil = baca(tmp_path / "a.xlsx", isi, TAMBAH)
    assert hasil.diterima and alasan(hasil, "peringatan") == {"sel_panjang"}
    assert alasan(baca(tmp_path / "a.xlsx", opsi=Opsi(lembar=("catatan",)))) == {"sel_panjang"}
    diminta = baca(tmp_path / "a.xlsx", opsi=Opsi(lembar=("68", "catatan"), unit_baru="tambahkan"))
    assert alasan(diminta) == {"sel_panjang"}
