"""What is downloaded holds the numbers of the table it was downloaded from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from kinerja.ekspor.buku import buku_capaian
from kinerja.i18n import format as tulis
from kinerja.indikator.registry import registri
from tests.alat import Peladen
from tests.browser.layar import Layar

pytestmark = pytest.mark.browser


def _tabel(layar: Layar) -> dict[str, str]:
    """Unit → realisasi as written in the first table of the page."""
    tabel = layar.page.locator(".st-key-kartu_tabel").get_by_test_id("stDataFrame")
    layar.harap(tabel.locator("[role=gridcell]").first).to_be_attached()
    kepala = tabel.locator("[role=columnheader]").all_inner_texts()
    ke = next(n for n, isi in enumerate(kepala) if isi.startswith("Realisasi"))
    baris = [b.locator("[role=gridcell]").all_inner_texts() for b in tabel.locator("tbody tr").all()]
    return {b[0]: b[ke] for b in baris}


@pytest.mark.parametrize("indikator", ["ikm", "kunjungan_rawat_jalan"])
def test_the_excel_file_holds_the_figures_of_the_table_as_numbers(
    jendela: Callable[..., Layar], peladen: Peladen, tmp_path: Path, indikator: str
) -> None:
    layar = jendela(peladen)
    layar.buka(f"/unit-vs-target?indikator={indikator}&periode=2026-08")
    with layar.page.expect_download() as unduhan:
        layar.page.locator(".st-key-unduh_excel_unit-vs-target button").click()
    berkas = tmp_path / unduhan.value.suggested_filename
    unduhan.value.save_as(berkas)
    assert berkas.suffix == ".xlsx"
    ...
