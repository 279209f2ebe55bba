"""Narrow screens and the dark scheme."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kinerja.ui.navigasi import HALAMAN
from tests.alat import Peladen
from tests.browser.layar import TELEPON, Layar, jalur_halaman

pytestmark = pytest.mark.browser


JENDELA_SEMPIT = {"viewport": TELEPON["viewport"]}


@pytest.mark.parametrize(
    ("bahasa", "sifat"), [("id", TELEPON), ("en", TELEPON), ("id", JENDELA_SEMPIT)], ids=["id", "en", "narrow-window"]
)
def test_no_page_scrolls_sideways_on_a_telephone(
    jendela: Callable[..., Layar], peladen: Peladen, bahasa: str, sifat: dict[str, object]
) -> None:
    layar = jendela(peladen, **sifat)
    terlalu_lebar, terjepit = {}, {}
    for jalur in (h.kode for h in HALAMAN):
        layar.buka(jalur_halaman(jalur, bahasa=bahasa))
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


def test_in_the_dark_scheme_every_page_is_dark_and_its_title_can_be_read(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    layar = jendela(peladen, color_scheme="dark")
    for jalur in (h.kode for h in HALAMAN):
        layar.buka(jalur_halaman(jalur))
        dasar = _terang(layar.page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor"))
        tinta = _terang(layar.judul.evaluate("e => getComputedStyle(e).color"))
        assert dasar < 0.05, jalur
        assert (tinta + 0.05) / (dasar + 0.05) >= 4.5, jalur
        for kertas in layar.page.locator(".js-plotly-plot .main-svg:first-child").all():
            warna = kertas.evaluate("e => getComputedStyle(e).backgroundColor")
            assert warna == "rgba(0, 0, 0, 0)" or _terang(warna) < 0.05, jalur


GAMBAR = (
    "/?",
    "/?indikator=ikm&periode=2026-08",
    "/tren?",
    "/tren?indikator=spm_hipertensi&unit=DINKES&periode=2025",
    "/unit-vs-target?indikator=ikm&periode=2026-08",
    "/unit-vs-target?indikator=spm_hipertensi&unit=DINKES&periode=2025",
)
_TEKS_GAMBAR = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(gambar => {
  const luar = gambar.getBoundingClientRect();
  const isi = [...gambar.querySelectorAll('svg text')].map(t => [t.textContent, t.getBoundingClientRect()])
    .filter(([teks, k]) => teks.trim() && k.width > 0);
  const salah = isi.filter(([, k]) => k.left < luar.left - 1 || k.right > luar.right + 1
      || k.top < luar.top - 1 || k.bottom > luar.bottom + 1).map(([teks]) => `cut off: ${teks}`);
  isi.forEach(([a, p], i) => isi.slice(i + 1).forEach(([b, q]) => {
    const lebar = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const tinggi = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (lebar > 2 && tinggi > 4) salah.push(`one on the other: ${a} | ${b}`);
  }));
  return salah;
})"""


@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("sifat", [{}, TELEPON], ids=["desk", "telephone"])
def test_no_text_of_a_chart_lies_on_another_or_is_cut_off(
    jendela: Callable[..., Layar], peladen: Peladen, bahasa: str, sifat: dict[str, object]
) -> None:
    layar = jendela(peladen, **sifat)
    salah = {}
    for alamat in GAMBAR:
        layar.buka(f"{alamat}&bahasa={bahasa}")
        salah[alamat] = layar.page.evaluate(_TEKS_GAMBAR)
    assert {alamat: isi for alamat, isi in salah.items() if isi} == {}


def test_a_figure_that_fell_does_not_wear_the_colour_of_one_that_rose(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    layar = jendela(peladen)
    layar.buka("/?periode=2026-10")
    warna: dict[str, set[str]] = {"+": set(), "−": set()}
    for perubahan in layar.page.get_by_test_id("stMetricDelta").all():  # of these, higher is better
        tanda = perubahan.inner_text().strip()
        warna.get(next((t for t in warna if t in tanda), ""), set()).add(
            perubahan.evaluate("e => getComputedStyle(e).color")
        )
    assert warna["+"]
    assert warna["−"]
    assert not warna["+"] & warna["−"]
