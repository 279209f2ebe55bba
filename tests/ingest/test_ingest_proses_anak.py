"""The child process that opens workbooks: what it may do, how its end is told, that its cells are right."""

from __future__ import annotations

import io
import json
import random
import struct
import tempfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from bahan_aneh import KEPALA, Masa, satu
from bahan_aneh_lama import _angka, _galat, _teks
from bahan_ingest import RUJUKAN, alasan, baca, csv_templat, xlsx

from kinerja.ingest import Opsi, baca_berkas
from kinerja.ingest.cfb import baca_aliran
from kinerja.ingest.format_sel import berformat, bilangan, jenis_format
from kinerja.ingest.proses import _kumpulkan, _lingkungan, _sebab, baca_di_anak
from kinerja.ingest.tipe import SelGalat, SelPersen
from kinerja.ingest.tolak import BerkasDitolakError

MASA = Masa("2026-10", "2026")
ISI = satu(MASA)
SATU = ";".join(map(str, ISI)) + ";;"


def test_a_child_that_takes_too_long_is_stopped_and_told() -> None:
    with pytest.raises(BerkasDitolakError) as galat:
        baca_di_anak(xlsx({"Data": [KEPALA, ISI]}), "xlsx", (), batas=0.001)
    assert galat.value.kunci == "masalah.anak_waktu"


def test_a_child_that_fails_is_told_as_a_damaged_file() -> None:
    for jenis in ("xlsx", "xls", "ods"):
        with pytest.raises(BerkasDitolakError) as galat:
            baca_di_anak(b"bukan zip", jenis, ())
        assert galat.value.kunci == "masalah.rusak"


def test_no_room_for_the_copy_of_the_file_is_told_and_not_raised(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    berkas = tmp_path / "a.xlsx"
    berkas.write_bytes(xlsx({"Data": [KEPALA, ISI]}))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak_ada"))
    hasil = baca_berkas(berkas, "a.xlsx", RUJUKAN, Opsi())
    assert alasan(hasil) == {"anak_tak_jalan"} and not hasil.fakta


def test_the_child_gets_no_secret_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUNCI_RAHASIA", "abc")
    assert "KUNCI_RAHASIA" not in _lingkungan() and "HOME" not in _lingkungan()


@pytest.mark.parametrize(
    ("habis", "kode", "kunci"),
    [
        (True, -9, "masalah.anak_waktu"),
        (False, -24, "masalah.anak_waktu"),
        (False, -6, "masalah.anak_memori"),
        (False, -9, "masalah.anak_memori"),
        (False, -11, "masalah.anak_mati"),
        (False, 1, "masalah.rusak"),
    ],
)
def test_the_way_a_child_ended_has_its_own_sentence(habis: bool, kode: int, kunci: str) -> None:
    assert _sebab(habis, kode) == kunci


def _pesan(*pesan: object) -> list[bytes]:
    return [json.dumps(p).encode() + b"\n" for p in pesan]


def test_a_file_the_child_gave_up_on_leaves_no_row_behind() -> None:
    """Rows of a sheet that ran out of memory half-way must not pass as the whole sheet."""
    with pytest.raises(BerkasDitolakError) as galat:
        _kumpulkan(_pesan({"lembar": "A"}, [0, 1], {"galat": "masalah.anak_memori", "args": {}}, {"selesai": True}))
    assert galat.value.kunci == "masalah.anak_memori"


def test_a_refused_sheet_takes_its_own_rows_with_it_and_no_others() -> None:
    tolak = {"galat": "masalah.sel_jauh", "args": {}, "lembar": "A"}
    hasil, selesai = _kumpulkan(
        _pesan({"lembar": "A"}, [0, 1], {"lembar": "A"}, [0, 2], tolak, {"lembar": "B"}, [3, 4], {"selesai": True})
    )
    assert selesai and [(x.nama, x.baris) for x in hasil.lembar] == [("A", [[1]]), ("B", [[], [], [], [4]])]


def test_output_that_is_cut_off_is_not_the_end() -> None:
    assert not _kumpulkan([*_pesan({"lembar": "A"}), b"[0,1"])[1]
    assert not _kumpulkan(_pesan({"lembar": "A"}, [0, 1]))[1]


@pytest.mark.parametrize(
    ("nomor", "kode", "jenis"),
    [
        (0, None, ""),
        (9, None, "persen"),
        (14, None, "tanggal"),
        (46, None, "durasi"),
        (164, "General", ""),
        (164, "Standard", ""),
        (164, "0.0%", "persen"),
        (164, '0"%"', ""),
        (164, "0\\%", ""),
        (164, "dd/mm/yyyy", "tanggal"),
        (164, "[$-421]dd mmmm yyyy;@", "tanggal"),
        (164, "[h]:mm", "durasi"),
        (164, '#,##0 "hari"', ""),
        (164, "[Red]#,##0_);(#,##0)", ""),
        (164, "[$Rp-421]#,##0", ""),
        (164, '0;-0;"dmy"', ""),
        (164, "0.00E+00", ""),
    ],
)
def test_a_number_format_says_what_a_number_is(nomor: int, kode: str | None, jenis: str) -> None:
    assert jenis_format(nomor, kode) == jenis


def test_days_are_counted_as_excel_does_with_the_day_that_never_was() -> None:
    assert berformat(1, "tanggal") == date(1900, 1, 1)
    assert berformat(59, "tanggal") == date(1900, 2, 28)
    assert berformat(61, "tanggal") == date(1900, 3, 1)
    assert berformat(46_000.999_999_999, "tanggal") == date(2025, 12, 10)
    assert berformat(44_538, "tanggal", sejak_1904=True) == date(2025, 12, 9)
    assert berformat(0.5, "tanggal") == "12:00:00" == berformat(0.5, "durasi")
    assert berformat(2_958_465, "tanggal") == date(9999, 12, 31)
    assert berformat(2_958_466, "tanggal") == SelGalat("#VALUE!") == berformat(-1, "tanggal")


def test_only_the_figures_of_a_spreadsheet_are_numbers() -> None:
    assert [bilangan(t) for t in ("12", " -1.5 ", "1E3", ".5")] == [12, -1.5, 1000.0, 0.5]
    for teks in ("NaN", "INF", "1_0", "0x1", "١٢", "", "1,5", "9" * 50):
        assert isinstance(bilangan(teks), SelGalat)
    assert berformat(0.07, "persen") == 7.0 and isinstance(berformat(0.07, "persen"), SelPersen)


def _cfb(aliran: bytes) -> bytes:
    """A compound file around one long stream: its sector table needs more room than the header has."""
    data = [aliran[i : i + 512].ljust(512, b"\0") for i in range(0, len(aliran), 512)]
    tabel = -(-(len(data) + 400) // 128)
    lanjut = -(-(tabel - 109) // 127)
    awal = 1 + tabel + lanjut
    fat = [0xFFFFFFFE, *[0xFFFFFFFD] * tabel, *[0xFFFFFFFC] * lanjut, *range(awal + 1, awal + len(data)), 0xFFFFFFFE]
    isi_fat = struct.pack(f"<{len(fat)}I", *fat).ljust(tabel * 512, b"\xff")
    nomor = list(range(1, 1 + tabel))
    difat = b""
    for urut in range(lanjut):
        bagian = nomor[109 + urut * 127 : 236 + urut * 127]
        berikut = 1 + tabel + urut + 1 if urut + 1 < lanjut else 0xFFFFFFFE
        difat += struct.pack(f"<{len(bagian)}I", *bagian).ljust(508, b"\xff") + struct.pack("<I", berikut)
    kepala = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    kepala += struct.pack("<9I", 0, tabel, 0, 0, 4096, 0xFFFFFFFE, 0, 1 + tabel, lanjut)
    nama = "Workbook\0".encode("utf-16-le")
    masukan = nama.ljust(64, b"\0") + struct.pack("<HBBIII", len(nama), 2, 1, *[0xFFFFFFFF] * 3) + b"\0" * 36
    direktori = (masukan + struct.pack("<IQ", awal, len(aliran))).ljust(512, b"\0")
    return kepala + struct.pack("<109I", *nomor[:109]) + direktori + isi_fat + difat + b"".join(data)


def test_a_stream_of_nine_megabytes_is_read_to_its_end() -> None:
    isi = random.Random(7).randbytes(9 << 20)  # noqa: S311
    assert baca_aliran(_cfb(isi), "Workbook") == isi
    assert baca_aliran(_cfb(isi), "Book") == b""


def test_error_cells_far_down_a_large_old_workbook_are_still_errors(tmp_path: Path) -> None:
    kepala = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0, 0, 0, 6)
    letak = len(kepala) + 4 + 8 + 4 + 4
    kepala += struct.pack("<HHIHBB", 0x85, 12, letak, 0, 4, 0) + b"Data" + struct.pack("<HH", 0x0A, 0)
    sel = b"".join(_teks(0, k, t) for k, t in enumerate(KEPALA))
    sel += b"".join(_teks(1, k, str(t)) for k, t in enumerate(ISI[:3]))
    catatan = struct.pack("<HH", 0x1C, 8_000) + b"\0" * 8_000
    lembar = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 0x10, 0, 0, 0, 6) + sel + catatan * 1_000
    aliran = kepala + lembar + _galat(1, 3, 0x07) + _angka(1, 4, 20) + struct.pack("<HH", 0x0A, 0)
    hasil = baca(tmp_path / "a.xls", _cfb(aliran))
    assert [(m.alasan, m.kolom[:1], m.baris) for m in hasil.masalah] == [("masalah.sel_galat", "D", 2)]


def test_a_hidden_sheet_is_read_only_when_asked_for(tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(xlsx({"Depan": [("halo",)], "Data": [KEPALA, ISI]})))
    buku["Data"].sheet_state = "hidden"
    buku.save(tmp_path / "a.xlsx")
    tanpa = baca(tmp_path / "a.xlsx")
    assert not tanpa.fakta and [d.alasan for d in tanpa.dibuang if d.lembar == "Data"] == ["dibuang.lembar_tersembunyi"]
    assert len(baca(tmp_path / "a.xlsx", opsi=Opsi(lembar=("Data",))).fakta) == 1


def test_sheets_are_chosen_by_name_and_a_wrong_name_lists_those_there_are(tmp_path: Path) -> None:
    isi = xlsx({"Depan": [("halo",)], "Data": [KEPALA, ISI]})
    hasil = baca(tmp_path / "a.xlsx", isi, Opsi(lembar=("Dta",)))
    assert alasan(hasil) == {"lembar_tak_ada"} and hasil.masalah[0].args["ada"] == "Depan, Data"
    assert alasan(baca(tmp_path / "a.xlsx", opsi=Opsi(lembar=("Depan",)))) == {"lembar_tak_dikenali"}
    semua = baca(tmp_path / "a.xlsx")
    assert semua.lembar == ("Data",) and [d.letak for d in semua.dibuang if d.jenis == "lembar"] == ["Depan"]


def test_a_refused_sheet_beside_a_good_one_is_a_warning_unless_it_was_asked_for(tmp_path: Path) -> None:
    isi = xlsx({"Data": [KEPALA, ISI], "Besar": [["x" * 2_001]]})
    hasil = baca(tmp_path / "a.xlsx", isi)
    assert hasil.diterima and alasan(hasil, "peringatan") == {"sel_panjang"} and len(hasil.fakta) == 1
    assert alasan(baca(tmp_path / "a.xlsx", opsi=Opsi(lembar=("Data", "Besar")))) == {"sel_panjang"}


def test_hidden_rows_of_a_sheet_that_is_not_read_are_nobodys_business(tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(xlsx({"Depan": [("halo",)], "Data": [KEPALA, ISI]})))
    buku["Depan"].row_dimensions[1].hidden = True
    buku.save(tmp_path / "a.xlsx")
    assert not baca(tmp_path / "a.xlsx").masalah


def test_an_open_quote_is_named_by_the_line_it_starts_on(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", csv_templat(SATU, '2026-11;"PKM-PG;spm_hipertensi;1;2;;', SATU))
    assert hasil.masalah[0].baris == 3


def test_a_ragged_row_is_named_and_the_others_are_still_judged(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", csv_templat("2026-10;PKM-PG;x", "2026-10;PKM-PG;spm_hipertensi;-5;2;;"))
    assert [(m.baris, m.alasan) for m in hasil.masalah] == [(2, "masalah.baris_timpang"), (3, "masalah.angka_negatif")]


def test_the_name_of_an_upload_is_shown_and_never_a_path(tmp_path: Path) -> None:
    (tmp_path / "unggah").write_text(csv_templat(SATU))
    for nama in ("C:\\rahasia\\..\\x\x07.csv", "../../etc/x\u202e.csv", "/a/x\u200b.csv"):
        assert baca_berkas(tmp_path / "unggah", nama, RUJUKAN, Opsi()).berkas == "x.csv"


def test_a_missing_file_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    assert alasan(baca(tmp_path / "tidak_ada.xlsx")) == {"tak_terbaca"}
    assert alasan(baca(tmp_path)) == {"tak_terbaca"}


def test_problems_are_all_named_and_capped_at_two_hundred_with_the_count(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", csv_templat(*[f"2026-10;PKM-PG;spm_hipertensi;x{i};2;;" for i in range(250)]))
    assert len(hasil.masalah) == 201
    assert hasil.masalah[-1].alasan == "masalah.terlalu_banyak"
    assert hasil.masalah[-1].args == {"jumlah": 50, "semua": 250}
    assert [m.baris for m in hasil.masalah[:3]] == [2, 3, 4]
