"""Pelatihan, Sosialisasi & kepatuhan and Satu halaman satu unit, opened from the menu as people do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinerja.i18n import teks
from tests.alat import Peladen
from tests.browser.layar import TELEPON, Layar
from tests.browser.test_browser_rupa import _TEKS_GAMBAR

pytestmark = pytest.mark.browser
HALAMAN = ("pelatihan", "kepatuhan", "satu-unit")
LEBAR = {"viewport": {"width": 1440, "height": 900}}


def buka_menu(layar: Layar, bahasa: str, nama: str) -> None:
    tautan = layar.menu.filter(has_text=teks(bahasa, f"halaman.{nama}"))
    buka = layar.page.get_by_test_id("stExpandSidebarButton")
    if buka.is_visible():  # on a telephone the menu lies outside the screen until it is asked for
        buka.click()
        layar.harap(tautan.first).to_be_in_viewport()
    tautan.first.click()
    layar.harap(layar.judul).to_have_text(teks(bahasa, f"halaman.{nama}"))
    layar.tunggu()


@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("sifat", [LEBAR, TELEPON], ids=["1440", "390"])
def test_the_pages_open_from_the_menu_without_sideways_scroll_or_texts_on_another(
    jendela: Callable[..., Layar], peladen: Peladen, sifat: dict[str, object], bahasa: str
) -> None:
    layar = jendela(peladen, **sifat)
    salah = {}
    for nama in HALAMAN:
        layar.buka(f"/?bahasa={bahasa}&peran=kepegawaian")
        buka_menu(layar, bahasa, nama)
        lebar = layar.page.evaluate(
            "[document.documentElement, document.querySelector('main')].map(e => e.scrollWidth - innerWidth)"
        )
        teks_ = layar.page.evaluate(_TEKS_GAMBAR)
        if max(lebar) > 0 or teks_:
            salah[nama] = (lebar, teks_)
    assert salah == {}
    layar.harap_tenang()


@pytest.mark.parametrize("unit", ["1011120", "13.71.06.1005"])
def test_one_unit_fits_one_screen_and_one_printed_page(
    jendela: Callable[..., Layar], peladen: Peladen, unit: str
) -> None:
    layar = jendela(peladen, **LEBAR)
    layar.buka(f"/satu-unit?unit={unit}&periode=2026-TW3")
    assert layar.page.evaluate("document.querySelector('main').scrollHeight") <= 900
    cetak = layar.page.pdf(prefer_css_page_size=True)
    assert cetak.count(b"/Type /Page\n") == 1


def test_a_click_on_a_unit_opens_it(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen, **LEBAR)
    layar.buka("/kepatuhan")
    sel = layar.page.locator(".st-key-g_kisi .textpoint text", has_text="belum").first
    sel.scroll_into_view_if_needed()
    kotak = sel.bounding_box()
    assert kotak is not None
    layar.page.mouse.click(kotak["x"] + kotak["width"] / 2, kotak["y"] + kotak["height"] / 2)
    layar.harap_alamat("/kepatuhan", unit="13.71.06.1014")
