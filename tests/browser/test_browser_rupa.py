"""Narrow screens and the dark scheme."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kinerja.ui.navigasi import HALAMAN
from tests.alat import Peladen
from tests.browser.layar import TELEPON, Layar

pytestmark = pytest.mark.browser
JALUR = {h.kode: "/" if h.kode == "ringkasan" else f"/{h.kode}" for h in HALAMAN}


JENDELA_SEMPIT = {"viewport": TELEPON["viewport"]}


@pytest.mark.parametrize(
    ("bahasa", "sifat"), [("id", TELEPON), ("en", TELEPON), ("id", JENDELA_SEMPIT)], ids=["id", "en", "narrow-window"]
)
def test_no_page_scrolls_sideways_on_a_telephone(
    jendela: Callable[..., Layar], peladen: Peladen, bahasa: str, sifat: dict[str, object]
) -> None:
    layar = jendela(peladen, **sifat)
    terlalu_lebar, terjepit = {}, {}
    for jalur in JALUR.values():
        layar.buka(f"{jalur}?bahasa={bahasa}")
        lebar = layar.page.evaluate(
            "[document.documentElement, document.querySelector('main')].map(e => e.scrollWidth - innerWidth)"
        )
        if max(lebar) > 0:
            terlalu_lebar[jalur] = lebar
        judul = layar.judul.evaluate("e => e.getBoundingClientRect().width")
        if judul <= 200:
            terjepit[jalur] = judul
    assert (terlalu_lebar, terjepit) == ({}, {})


def _terang(warna: str) -> float:
    """Relative luminance of ``rgb(r, g, b)`` by WCAG 2.2."""
    kanal = [int(c) / 255 for c in re.findall(r"\d+", warna)[:3]]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in kanal)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("kode", [*JALUR])
def test_in_the_dark_scheme_the_page_is_dark_and_its_title_can_be_read(
    jendela: Callable[..., Layar], peladen: Peladen, kode: str
) -> None:
    layar = jendela(peladen, color_scheme="dark")
    layar.buka(JALUR[kode])
    dasar = _terang(layar.page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor"))
    tinta = _terang(layar.judul.evaluate("e => getComputedStyle(e).color"))
    assert dasar < 0.05
    assert (tinta + 0.05) / (dasar + 0.05) >= 4.5
    for gambar in layar.page.locator(".js-plotly-plot").all():
        kertas = gambar.evaluate("g => getComputedStyle(g.querySelector('.main-svg')).backgroundColor")
        bening = kertas == "rgba(0, 0, 0, 0)"
        assert bening or _terang(kertas) < 0.05
