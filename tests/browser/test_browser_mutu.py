"""*Mutu & riwayat* and *Satuan kerja* as a person meets them: on a telephone, in the dark, undone by two clicks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja.charts.theme import kontras
from kinerja.domain.fakta import Fakta, HasilBaca
from kinerja.i18n import teks
from kinerja.indikator import terbit
from kinerja.store.lokasi import nomor_aktif
from tests.alat import Peladen
from tests.browser.layar import TELEPON, Layar
from tests.browser.test_browser_rupa import _TEKS_GAMBAR

pytestmark = pytest.mark.browser
HALAMAN = ("mutu-riwayat", "satuan-kerja")
_MELUAP = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_WARNA_TAB = """() => {
  const tab = document.querySelector('main [role=tab][aria-selected=true] p');
  return getComputedStyle(tab).color.match(/\\d+/g).slice(0, 3).map(Number);
}"""


def _simpan(folder: Path, bulan: int, nama: str) -> None:
    fakta = tuple(Fakta("kunjungan_rawat_jalan", u, bulan, bulan, 3000 + bulan % 100) for u in ("1011119", "1011120"))
    hasil = HasilBaca("templat", nama, f"{bulan:064d}", ("csv",), fakta)
    terbit.simpan(folder, hasil, "Sri", pada=datetime(2026, 11, 9, 3, tzinfo=UTC))


@pytest.mark.parametrize("halaman", HALAMAN)
def test_the_page_fits_a_telephone_without_scrolling_sideways(
    jendela: Callable[..., Layar], peladen: Peladen, halaman: str
) -> None:
    layar = jendela(peladen, **TELEPON)
    layar.buka(f"/{halaman}")
    assert layar.page.evaluate(_MELUAP) <= 0
    for kartu in layar.page.locator("[class*=st-key-kartu_]").all():
        kotak = kartu.bounding_box()
        assert kotak is not None
        assert kotak["x"] >= 0
        assert kotak["x"] + kotak["width"] <= 390


def test_the_chosen_tab_can_be_read_in_the_dark(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen, color_scheme="dark")
    layar.buka("/mutu-riwayat")
    warna = "#" + "".join(f"{n:02x}" for n in layar.page.evaluate(_WARNA_TAB))
    assert kontras(warna, "#14262a") >= 4.5


@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("sifat", [{}, TELEPON], ids=["desk", "telephone"])
def test_no_text_of_the_picture_lies_on_another_or_is_cut_off(
    jendela: Callable[..., Layar], peladen: Peladen, bahasa: str, sifat: dict[str, object]
) -> None:
    layar = jendela(peladen, **sifat)
    for indikator in ("ketepatan_skp", "kunjungan_rawat_jalan", "spm_tb"):
        layar.buka(f"/mutu-riwayat?indikator={indikator}&bahasa={bahasa}")
        assert layar.page.evaluate(_TEKS_GAMBAR) == [], indikator


def test_a_click_on_the_picture_opens_the_unit(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen)
    layar.buka("/mutu-riwayat?indikator=kunjungan_rawat_jalan")
    tanda = layar.page.locator(".st-key-g_kelengkapan .scatterlayer .trace .points path").first
    tanda.click(force=True)
    layar.harap_alamat("/unit-vs-target", unit="1011119-UMUM", indikator="kunjungan_rawat_jalan")


def test_a_batch_is_undone_by_two_clicks_and_a_name_and_not_by_one(
    peladen_tulis: Peladen, jendela: Callable[..., Layar], folder_tulis: Path
) -> None:
    _simpan(folder_tulis, 202609, "September.xlsx")
    _simpan(folder_tulis, 202610, "Oktober.xlsx")
    semula = nomor_aktif(folder_tulis)
    layar = jendela(peladen_tulis)
    layar.buka("/mutu-riwayat")
    layar.page.locator(".st-key-buka_batal_2 button").first.click()
    kotak = layar.page.get_by_test_id("stPopoverBody")
    layar.harap(kotak).to_contain_text("Oktober.xlsx")
    assert nomor_aktif(folder_tulis) == semula
    ya = kotak.get_by_role("button", name=teks("id", "konfirmasi.ya", tindakan=teks("id", "impor.batalkan")))
    ya.click()
    layar.harap(kotak).to_contain_text(teks("id", "konfirmasi.tanpa_nama"))
    assert nomor_aktif(folder_tulis) == semula
    kotak.get_by_role("textbox", name=teks("id", "konfirmasi.nama")).fill("Budi")
    ya.click()
    layar.harap(layar.page.locator(".st-key-muatan_2")).to_have_count(0)
    layar.harap(layar.page.locator(".st-key-muatan_1")).to_have_count(1)
    assert nomor_aktif(folder_tulis) == (semula or 0) + 1
    layar.harap_tenang()
