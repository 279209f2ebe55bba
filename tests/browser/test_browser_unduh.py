"""What is downloaded holds the numbers of the table it was downloaded from."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.i18n import format as tulis
from kinerja.i18n import teks
from kinerja.indikator.registry import registri
from tests.alat import Peladen
from tests.browser.layar import Layar

pytestmark = pytest.mark.browser


def _tabel(layar: Layar) -> dict[str, str]:
    """Unit → realisasi as written in the table of units."""
    tabel = layar.page.locator(".st-key-kartu_tabel").get_by_test_id("stDataFrame")
    layar.harap(tabel.locator("[role=gridcell]").first).to_be_attached()
    kepala = tabel.locator("[role=columnheader]").all_inner_texts()
    ke = next(n for n, isi in enumerate(kepala) if isi.startswith(teks("id", "tabel.realisasi")))
    baris = [b.locator("[role=gridcell]").all_inner_texts() for b in tabel.locator("tbody tr").all()]
    return {b[0]: b[ke] for b in baris}


def _lembar(berkas: Path) -> dict[str, Any]:
    """Unit → realisasi as it stands in the first sheet."""
    baris = list(openpyxl.load_workbook(berkas, data_only=True).worksheets[0].values)
    atas = next(n for n, b in enumerate(baris) if teks("id", "tabel.unit") in b and teks("id", "tabel.realisasi") in b)
    unit, realisasi = (baris[atas].index(teks("id", f"tabel.{k}")) for k in ("unit", "realisasi"))
    return {str(b[unit]): b[realisasi] for b in baris[atas + 1 :] if b[unit]}


def _unduh(layar: Layar, jenis: str, folder: Path) -> Path:
    with layar.page.expect_download() as unduhan:
        layar.page.locator(f".st-key-unduh_{jenis}_unit-vs-target button").click()
    berkas = folder / unduhan.value.suggested_filename
    unduhan.value.save_as(berkas)
    return berkas


def test_the_excel_file_holds_the_figures_of_the_table_as_numbers(
    jendela: Callable[..., Layar], peladen: Peladen, tmp_path: Path
) -> None:
    layar = jendela(peladen)
    for indikator in ("ikm", "kunjungan_rawat_jalan", "ketepatan_skp"):
        layar.buka(f"/unit-vs-target?indikator={indikator}&periode=2026-08")
        berkas = _unduh(layar, "excel", tmp_path)
        assert berkas.name.startswith("unit-vs-target_")
        assert berkas.suffix == ".xlsx"
        isi, desimal = _lembar(berkas), registri()[indikator].desimal
        assert all(isinstance(v, int | float) or v is None for v in isi.values())
        assert {unit: tulis.angka(v, desimal, "id") for unit, v in isi.items()} == _tabel(layar)


def test_the_csv_file_holds_the_figures_of_the_table(
    jendela: Callable[..., Layar], peladen: Peladen, tmp_path: Path
) -> None:
    layar = jendela(peladen)
    layar.buka("/unit-vs-target?indikator=kunjungan_rawat_jalan&periode=2026-08")
    berkas = _unduh(layar, "csv", tmp_path)
    assert berkas.suffix == ".csv"
    with berkas.open(encoding="utf-8-sig", newline="") as isi:
        baris = list(csv.DictReader(isi, delimiter=";"))
    unit, realisasi = teks("id", "tabel.unit"), teks("id", "tabel.realisasi")
    assert {b[unit]: tulis.angka(float(b[realisasi].replace(",", ".")), 0, "id") for b in baris} == _tabel(layar)
