"""An evaluator filters a unit and a quarter, opens a cell, and sees its people; the moderator sees who stands apart."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kinerja.i18n import teks
from tests.alat import Peladen
from tests.browser.layar import TELEPON, Layar

pytestmark = pytest.mark.browser

LETAK = """([hasil, perilaku]) => {
  const gambar = document.querySelector('.st-key-g_matriks .js-plotly-plot');
  gambar.scrollIntoView({block: 'center'});
  const isi = gambar.data.find(d => d.customdata).customdata;
  const nomor = isi.findIndex(c => c[0] === hasil && c[1] === perilaku);
  const teks = gambar.querySelectorAll('.scatterlayer .trace')[0].querySelectorAll('.textpoint text')[nomor];
  const kotak = teks.getBoundingClientRect();
  return {x: kotak.x + kotak.width / 2, y: kotak.y + kotak.height / 2, n: isi[nomor][5]};
}"""


def klik_sel(layar: Layar, hasil: str, perilaku: str) -> int:
    """Click into a cell of the matrix; how many people it says it has."""
    letak = layar.page.evaluate(LETAK, [hasil, perilaku])
    layar.page.mouse.click(letak["x"], letak["y"])
    layar.tunggu()
    return int(letak["n"])


def test_an_evaluator_filters_a_unit_and_a_quarter_opens_a_cell_and_sees_its_people(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    layar = jendela(peladen)
    layar.buka("/penilaian-asn?peran=evaluator")
    layar.pilih("unit", "Kelurahan Batung Taba Nan XX")
    layar.harap_alamat("/penilaian-asn", unit="13.71.06.1011")
    layar.pilih("jenis", "Triwulan")
    layar.pilih("periode", "Triwulan III 2026")
    layar.harap_alamat("/penilaian-asn", unit="13.71.06.1011", periode="2026-TW3")
    judul = layar.page.locator(".st-key-kartu_daftar h3")
    layar.harap(judul).to_have_text(teks("id", "penilaian.daftar_judul", n="11"))
    n = klik_sel(layar, "di_bawah", "sesuai")
    layar.harap(judul).to_have_text(f"{n} orang: hasil kerja di bawah, perilaku sesuai")
    sel = layar.page.locator(".st-key-kartu_daftar canvas td")  # the table beside the drawing, for screen readers
    layar.harap(sel.filter(has_text=re.compile(r"^Orang \d+$"))).to_have_count(n)
    layar.harap(sel.filter(has_text=re.compile(r"ASN-\d{4}"))).to_have_count(0)
    layar.tampilkan_nama()
    layar.harap(sel.filter(has_text=re.compile(r"ASN-\d{4}"))).to_have_count(n)
    assert n > 0
    layar.harap(layar.terpilih("sel_asn")).to_have_value(re.compile(r"Di bawah × Sesuai \(\d+\)"))


def test_a_telephone_shows_the_cells_and_their_choice_without_scrolling_sideways(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    layar = jendela(peladen, **TELEPON)
    layar.buka("/penilaian-asn?peran=evaluator&unit=13.71.06.1011&periode=2026-TW3")
    assert layar.page.evaluate("document.documentElement.scrollWidth") <= 390
    n = klik_sel(layar, "sesuai", "sesuai")
    layar.harap(layar.page.locator(".st-key-kartu_daftar h3")).to_contain_text(f"{n} orang")


def test_a_presenter_clicks_a_cell_and_nobody_is_shown(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen)
    layar.buka("/penilaian-asn?peran=penyaji&unit=1011120&periode=2026-TW3")
    assert klik_sel(layar, "sesuai", "sesuai") > 5
    assert not re.search(r"ASN-\d{4}", layar.isi())
    layar.harap(layar.page.locator(".st-key-kartu_daftar")).to_have_count(0)


def test_the_moderator_sees_the_one_rater_to_be_talked_about(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen)
    layar.buka("/kalibrasi?peran=kepegawaian&periode=2026-TW3")
    assert not re.search(r"ASN-\d{4}", layar.isi())
    layar.tampilkan_nama()
    kartu = layar.page.locator(".st-key-kartu_kalibrasi")
    layar.harap(kartu.locator("h3")).to_have_text(re.compile(r"^1 dari \d+ yang dibandingkan"))
    layar.harap(kartu.locator("li")).to_have_count(1)
    layar.harap(kartu.locator("li")).to_contain_text("ASN-0145")
