"""The child process that opens workbooks: what it may do, how its end is told, and that its cells are the right ones."""

from __future__ import annotations

import io
import json
import random
import struct
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
from bahan_aneh import KEPALA, Masa, satu
from bahan_aneh_lama import _angka, _galat, _teks
from bahan_ingest import RUJUKAN, SHARED, alasan, baca, csv_templat, ods, ods_tabel, xls, xlsx

from kinerja.ingest import Opsi, baca_berkas
from kinerja.ingest.cfb import baca_aliran
from kinerja.ingest.format_sel import berformat, bilangan, jenis_format
from kinerja.ingest.proses import _kumpulkan, _lingkungan, _sebab, baca_di_anak
from kinerja.ingest.tipe import SelGalat, SelPersen
from kinerja.ingest.tolak import BerkasDitolakError

MASA = Masa("2026-10", "2026")
ISI = satu(MASA)
SATU = ";".join(map(str, ISI)) + ";;"
DATA = SHARED.parent


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


def _acak(biji: int) -> bytes:
    """A workbook of every kind of cell, with holes."""
    acak = random.Random(biji)  # noqa: S311
    pilihan: list[Any] = [None, 1, -7, 2.5, 0, 10**14, "kata", " spasi ", "é✓", "=1", "#N/A", True, False]
    pilihan += [date(2024, 2, 29), datetime(2026, 1, 2, 3, 4, 5), timedelta(hours=30), 0.1 + 0.2, "a" * 1_999]
    buku = openpyxl.Workbook()
    for urut in range(3):
        lembar = buku.create_sheet(f"L{urut}")
        for _ in range(40):
            kolom, isi = acak.randint(1, 30), acak.choice(pilihan)
            sel = lembar.cell(acak.randint(1, 60), kolom, isi)
            sel.number_format = acak.choice(["General", "0", "#,##0.00"]) if isinstance(isi, int) else sel.number_format
        lembar.merge_cells("B2:D3")
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def _menurut_openpyxl(isi: bytes) -> dict[str, dict[tuple[int, int], object]]:
    buku = openpyxl.load_workbook(io.BytesIO(isi), data_only=True)
    return {
        lembar.title: {(s.row - 1, s.column - 1): s for b in lembar.iter_rows() for s in b if s.value not in (None, "")}
        for lembar in buku.worksheets
    }


def _sama(sel: Any, nilai: object) -> bool:
    if isinstance(nilai, SelGalat):
        return sel.data_type in ("e", "f") or sel.value.startswith("#")
    if isinstance(nilai, SelPersen):
        return "%" in sel.number_format and abs(sel.value * 100 - nilai) < 1e-9
    if isinstance(sel.value, datetime):
        return bool(sel.value.date() == nilai)
    return bool(sel.value == nilai) or isinstance(sel.value, timedelta) or str(sel.value) == nilai


NYATA = (
    "profil-kesehatan-2023/profil_2023_tabel_5_24_52_54_75_76.xlsx",
    "skm-template.xlsx",
    "puskesmasapp/Data Dummy 10000.xlsx",
)


@pytest.mark.parametrize("sumber", [1, 2, 3, *NYATA])
def test_every_cell_is_the_one_that_openpyxl_reads(sumber: int | str) -> None:
    if isinstance(sumber, str) and not (DATA / sumber).exists():
        pytest.skip("example data are not here")
    isi = _acak(sumber) if isinstance(sumber, int) else (DATA / sumber).read_bytes()
    hasil = baca_di_anak(isi, "xlsx", ())
    harap = _menurut_openpyxl(isi)
    assert not hasil.masalah and [x.nama for x in hasil.lembar] == list(harap)
    for lembar in hasil.lembar:
        ada = {(b, k): s for b, baris in enumerate(lembar.baris) for k, s in enumerate(baris) if s is not None}
        rumus = {letak for letak, s in ada.items() if s == SelGalat("")}
        assert ada.keys() - rumus == harap[lembar.nama].keys() - rumus
        assert [n for n, s in ada.items() if n not in rumus and not _sama(harap[lembar.nama][n], s)] == []


def test_merged_ranges_are_told_and_clipped_to_what_may_be_read() -> None:
    isi = xlsx({"A": [["x"]]}, {"A": ["B2:D3", "F1:XFD1048576"]})
    assert baca_di_anak(isi, "xlsx", ()).lembar[0].gabung == ((1, 1, 2, 3), (0, 5, 50_100, 200))


def test_cells_read_by_every_container_are_the_same(tmp_path: Path) -> None:
    isi = {
        "a.xlsx": xlsx({"Data": [KEPALA, ISI]}),
        "a.xls": xls([KEPALA, ISI]),
        "a.ods": ods(ods_tabel("Data", [KEPALA, ISI])),
        "a.csv": csv_templat(SATU).encode(),
    }
    fakta = {nama: baca(tmp_path / nama, data).fakta for nama, data in isi.items()}
    assert len(set(fakta.values())) == 1 and all(fakta.values())


def test_old_workbooks_that_begin_to_the_right_keep_their_columns() -> None:
    isi = xls([[], [], [None, None, "x", 3.0]])
    assert python_calamine.load_workbook(io.BytesIO(isi)).get_sheet_by_index(0).start == (2, 2)
    assert baca_di_anak(isi, "xls", ()).lembar[0].baris == [[], [], [None, None, "x", 3.0]]


def test_the_preview_shows_a_percentage_as_the_spreadsheet_does(tmp_path: Path) -> None:
    buku = openpyxl.Workbook()
    buku.active.append((*KEPALA, "target"))
    buku.active.append(("2026", "PKM-PG", "spm_hipertensi", None, None, 0.855))
    buku.active["F2"].number_format = "0.0%"
    buku.save(tmp_path / "a.xlsx")
    hasil = baca(tmp_path / "a.xlsx")
    assert [t.nilai_e4 for t in hasil.target] == [855_000]
    assert (hasil.pratinjau[0].mentah[0][-1], hasil.pratinjau[0].terbaca[0][-1]) == ("85.5%", "85.5")


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
