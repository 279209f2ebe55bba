"""Slides as the presenter meets them: arrow keys, nothing around them, letters that can be read from the back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.alat import Peladen
from tests.browser.layar import Layar

pytestmark = pytest.mark.browser


def _huruf(layar: Layar) -> float:
    return float(layar.judul.evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))


def test_arrow_keys_walk_through_the_slides_and_escape_leaves(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen, viewport={"width": 1440, "height": 810})
    layar.buka("/paparan?unit=1011119&indikator=ikm&periode=2026-08")
    kalimat = [layar.judul.inner_text()]
    for nomor in range(2, 6):
        layar.page.keyboard.press("ArrowRight")
        layar.harap_alamat("/paparan", slide=str(nomor), unit="1011119", indikator="ikm")
        layar.harap(layar.page.locator(".st-key-kendali")).to_contain_text(f"{nomor} / ")
        kalimat.append(layar.judul.inner_text())
        assert _huruf(layar) >= 38
        layar.harap(layar.page.get_by_test_id("stSidebar")).to_be_hidden()
        layar.harap(layar.page.get_by_test_id("stHeader")).to_be_hidden()
    layar.page.keyboard.press("ArrowLeft")
    layar.harap_alamat("/paparan", slide="4")
    layar.harap(layar.judul).to_have_text(kalimat[3])
    layar.page.reload()
    layar.tunggu()
    layar.harap(layar.judul).to_have_text(kalimat[3])
    layar.page.keyboard.press("Escape")
    layar.harap_alamat("/", unit="1011119", indikator="ikm", periode="2026-08")
    layar.harap(layar.page.get_by_test_id("stSidebar")).to_be_visible()


@pytest.mark.parametrize("query", ["indikator=kunjungan_rawat_jalan", "indikator=ikm", "unit=DINKES&indikator=spm_tb"])
def test_every_slide_fits_on_the_screen_of_a_projector(
    jendela: Callable[..., Layar], peladen: Peladen, query: str
) -> None:
    layar = jendela(peladen, viewport={"width": 1440, "height": 810})
    layar.buka(f"/paparan?{query}")
    jumlah = int(layar.page.locator(".st-key-kendali").inner_text().split(" / ")[1].split()[0])
    meluap = {}
    for nomor in range(1, jumlah + 1):
        layar.buka(f"/paparan?{query}&slide={nomor}")
        bawah = layar.page.locator(".st-key-kendali").evaluate("e => e.getBoundingClientRect().bottom")
        if bawah > 810:
            meluap[nomor] = bawah
    assert meluap == {}
