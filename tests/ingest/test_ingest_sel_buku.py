"""The cells of every container are those that other programs see, with what they show: dates, errors, percentages."""

from __future__ import annotations

import io
import random
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
from bahan_aneh import KEPALA, Masa, satu
from bahan_ingest import SHARED, baca, csv_templat, ods, ods_tabel, xls, xlsx, xlsx_mentah

from kinerja.ingest.proses import baca_di_anak
from kinerja.ingest.tipe import SelGalat, SelPersen

MASA = Masa("2026-10", "2026")
ISI = satu(MASA)
SATU = ";".join(map(str, ISI)) + ";;"
DATA = SHARED.parent


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
    acuan = "".join(f'<mergeCell ref="{r}"/>' for r in ("B2:D3", "F1:XFD1048576", "ZZ1:ZZ2", "A1"))
    isi = xlsx_mentah(f"<sheetData/><mergeCells>{acuan}</mergeCells>")
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
