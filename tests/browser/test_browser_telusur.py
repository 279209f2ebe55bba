"""One click from a figure to the evidence behind it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kinerja.i18n import teks
from kinerja.indikator.registry import registri
from tests.alat import Peladen
from tests.browser.layar import Layar, cari_sel

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("unit", "nama", "indikator"),
    [
        ("1011120", "Puskesmas Pegambiran", "spm_hipertensi"),
        ("1011119", "Puskesmas Lubuk Begalung", "kunjungan_rawat_jalan"),
        ("13.71.06.1005", "Kelurahan Lubuk Begalung Nan XX", "ketepatan_skp"),
    ],
)
def test_a_click_on_a_cell_of_a_heat_map_opens_that_unit_and_that_indikator(
    jendela: Callable[..., Layar], peladen: Peladen, unit: str, nama: str, indikator: str
) -> None:
    layar = jendela(peladen)
    layar.buka("/?periode=2026-08")
    sel = cari_sel(layar, unit, indikator)
    assert re.fullmatch(r"\d+,\d%", sel.tulisan)
    layar.page.mouse.click(sel.x, sel.y)
    layar.harap_alamat("/unit-vs-target", unit=unit, indikator=indikator, periode="2026-08")
    layar.harap(layar.judul).to_have_text(teks("id", "halaman.unit-vs-target"))
    layar.harap_terpilih(unit=nama, indikator=registri()[indikator].nama.id)
    layar.harap(layar.page.locator(".st-key-kartu_bulan h3")).to_contain_text(sel.realisasi.split()[0])


@pytest.mark.parametrize("nomor", [0, 2])
def test_a_sentence_that_asks_for_attention_opens_its_evidence(
    jendela: Callable[..., Layar], peladen: Peladen, nomor: int
) -> None:
    layar = jendela(peladen)
    layar.buka("/?periode=2026-08")
    tombol = layar.page.locator(f".st-key-perhatian_utama_{nomor} button")
    kalimat = tombol.inner_text()
    tombol.click()
    layar.harap_alamat("/unit-vs-target", periode="2026-08")
    unit, indikator = (layar.terpilih(bagian).input_value() for bagian in ("unit", "indikator"))
    assert f"{unit}: {indikator} " in kalimat
    angka = re.findall(r"\d[\d.]*,\d+", kalimat)[:3]  # realisasi, target, capaian; then the comparison
    assert len(angka) == 3
    for isi in angka:
        layar.harap(layar.page.locator(".st-key-kartu_bulan h3")).to_contain_text(isi)
