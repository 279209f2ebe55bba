"""Mapping a layout nobody knows with clicks alone, loading next month's file with one, and what it looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja.i18n import teks
from tests.alat import Peladen
from tests.browser.layar import TELEPON, Layar
from tests.ui.bahan_impor import NOV, OKT, PETUGAS, arsip, diharapkan, fakta, rekap

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Locator

pytestmark = pytest.mark.browser
INDIKATOR = "Kunjungan rawat jalan"
_TINGGI_BARIS, _TINGGI_KEPALA = 32, 35  # px of the grid, which is drawn on a canvas: its rows have no elements
_GAMBAR_ULANG = "() => new Promise(lanjut => requestAnimationFrame(() => requestAnimationFrame(lanjut)))"
OKT_XLSX = ("Rekap layanan Okt 2026.xlsx", rekap("Okt", OKT))
NOV_XLSX = ("Rekap layanan Nov 2026.xlsx", rekap("Nov", NOV))


def _unggah(layar: Layar, *berkas: tuple[str, bytes]) -> None:
    isi: list[FilePayload] = [{"name": n, "mimeType": "application/octet-stream", "buffer": b} for n, b in berkas]
    layar.tunggu()
    kolom = layar.page.locator('[class*="st-key-unggah_"] input[type=file]')
    layar.harap(kolom).to_have_count(1)  # a field that still shows the file before has two
    kolom.set_input_files(isi)


def _medan(layar: Layar, akhir: str, nilai: str = "") -> Locator:
    """The field whose key ends so; with a value, the one that shows it: while a run goes on, an older one may stand."""
    return layar.page.locator(f'[class*="st-key-peta_"][class*="_{akhir} "] input' + (nilai and f'[value="{nilai}"]'))


def _pilih(layar: Layar, akhir: str, label: str) -> None:
    layar.tunggu()
    _medan(layar, akhir).scroll_into_view_if_needed()
    layar.page.evaluate(_GAMBAR_ULANG)  # the list closes when the page scrolls under it
    _medan(layar, akhir).click()
    layar.page.get_by_role("option", name=label, exact=True).click()
    layar.harap(_medan(layar, akhir, label)).to_have_count(1)


def _centang(layar: Layar, *baris: int) -> None:
    """Tick rows of the grid, numbered as the spreadsheet does."""
    kisi = layar.page.locator('[class*="st-key-peta_"][class*="_kisi_0"]').get_by_test_id("stDataFrame")
    layar.tunggu()
    kisi.scroll_into_view_if_needed()
    for ke, n in enumerate(baris, 1):
        kisi.click(position={"x": 18, "y": _TINGGI_KEPALA + (n - 1) * _TINGGI_BARIS + _TINGGI_BARIS // 2})
        terpilih = teks("id", "peta.terpilih", baris=", ".join(map(str, sorted(baris[:ke]))))
        layar.harap(layar.page.get_by_text(terpilih.replace("**", ""), exact=True)).to_be_visible()
        layar.tunggu()


def _simpan(layar: Layar, muatan: int) -> None:
    layar.tunggu()
    layar.page.locator(".st-key-impor_simpan button").click()
    layar.harap(layar.page.locator(f".st-key-muatan_{muatan}")).to_be_visible()


def test_an_unknown_layout_is_mapped_by_clicks_and_the_next_month_needs_one(
    peladen_tulis: Peladen, jendela: Callable[..., Layar], folder_tulis: Path
) -> None:
    layar = jendela(peladen_tulis)
    layar.buka("/impor")
    _unggah(layar, OKT_XLSX)
    layar.harap(layar.page.locator(".st-key-peta_langkah_baris")).to_be_visible()
    assert PETUGAS not in layar.page.content()

    _centang(layar, 5)  # spoil the proposal, and mend it by clicks
    layar.page.locator(".st-key-peta_jadikan_judul button").click()
    layar.harap(_medan(layar, "judul_dari", "5")).to_have_count(1)
    _centang(layar, 4, 5)
    layar.page.locator(".st-key-peta_jadikan_judul button").click()
    layar.harap(_medan(layar, "judul_dari", "4")).to_have_count(1)
    layar.harap(_medan(layar, "judul_sampai", "5")).to_have_count(1)
    _centang(layar, 7)
    layar.page.locator(".st-key-peta_jadikan_akhir button").click()
    layar.harap(_medan(layar, "akhir", "7")).to_have_count(1)

    _pilih(layar, "kode_4", INDIKATOR)
    layar.harap(_medan(layar, "kode_5", INDIKATOR)).to_have_count(1)
    layar.harap(layar.page.locator("main h3").first).to_have_text(teks("id", "impor.terbaca", jumlah=4, unit=2))
    layar.harap(layar.page.locator(".st-key-peta_langkah_asal")).to_contain_text("Oktober 2026")
    _simpan(layar, 1)
    assert fakta(folder_tulis) == diharapkan(202610, OKT)

    _unggah(layar, NOV_XLSX)
    layar.harap(layar.page.locator(".st-key-dikenali")).to_contain_text("Rekap layanan")
    layar.harap(layar.page.locator("main h3").first).to_have_text(teks("id", "impor.terbaca", jumlah=4, unit=2))
    layar.harap(layar.page.locator('[class*="st-key-peta_langkah_"]')).to_have_count(0)
    _simpan(layar, 2)
    assert fakta(folder_tulis) == diharapkan(202610, OKT) | diharapkan(202611, NOV)


def test_several_files_are_mapped_once_and_stored_with_one_button(
    peladen_tulis: Peladen, jendela: Callable[..., Layar], folder_tulis: Path
) -> None:
    layar = jendela(peladen_tulis)
    layar.buka("/impor")
    _unggah(layar, ("kiriman.zip", arsip(dict((OKT_XLSX, NOV_XLSX)))))
    layar.harap(layar.page.locator('main [class*="st-key-berkas_"]')).to_have_count(2)
    tanya = layar.page.locator('main [class*="st-key-berkas_"]').filter(has_text=teks("id", "impor.keadaan_tanya"))
    layar.harap(tanya).to_have_count(2)
    layar.page.locator('[class*="st-key-buka_"] button').first.click()
    layar.harap(layar.page.locator(".st-key-peta_langkah_kolom")).to_be_visible()
    _pilih(layar, "kode_4", INDIKATOR)
    _simpan(layar, 1)
    layar.harap(tanya).to_have_count(0)
    layar.page.locator(".st-key-impor_simpan_semua button").click()
    layar.harap(layar.page.locator(".st-key-muatan_2")).to_be_visible()
    assert fakta(folder_tulis) == diharapkan(202610, OKT) | diharapkan(202611, NOV)


def test_reading_can_be_stopped_and_nothing_is_stored(
    peladen_tulis: Peladen, jendela: Callable[..., Layar], folder_tulis: Path
) -> None:
    layar = jendela(peladen_tulis)
    layar.buka("/impor")
    semula = {b.name for b in folder_tulis.iterdir()}
    banyak = [(f"{n}.csv", b"periode;unit;indikator;pembilang\n2026-10;1011119;kunjungan_rawat_jalan;%d\n" % n)
              for n in range(30)]  # fmt: skip
    _unggah(layar, *banyak)
    layar.page.locator(".st-key-impor_hentikan button").click()
    layar.harap(layar.page.locator(".st-key-baca_dihentikan")).to_be_visible()
    layar.harap(layar.page.get_by_test_id("stProgress")).to_have_count(0)
    sisa = layar.page.locator('main [class*="st-key-berkas_"]').filter(has_text=teks("id", "impor.keadaan_dihentikan"))
    assert sisa.count() > 0
    assert {b.name for b in folder_tulis.iterdir()} == semula


@pytest.mark.parametrize("gelap", [False, True])
def test_the_steps_fit_a_telephone_and_fingers(jendela: Callable[..., Layar], peladen: Peladen, gelap: bool) -> None:
    layar = jendela(peladen, **TELEPON, color_scheme="dark" if gelap else "light")
    layar.buka("/impor")
    _unggah(layar, OKT_XLSX)
    layar.harap(layar.page.locator(".st-key-peta_langkah_periksa")).to_be_visible()
    layar.tunggu()
    lebar = layar.page.evaluate(
        "() => { const m = document.querySelector('[data-testid=stMain]'); return [m.scrollWidth, m.clientWidth]; }"
    )
    assert lebar[0] <= lebar[1]
    kecil = layar.page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] [data-testid^=stBaseButton],'
             + '[data-testid=stMain] .react-aria-ComboBox > [role=group],'
             + '[data-testid=stMain] [data-testid=stNumberInputContainer]')]
          .filter(e => e.offsetParent && !e.closest('[data-testid=stFileUploader]'))
          .map(e => [e.innerText, Math.round(e.getBoundingClientRect().height)])
          .filter(([, tinggi]) => tinggi < 44)"""
    )
    assert kecil == []
