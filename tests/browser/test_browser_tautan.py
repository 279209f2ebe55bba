"""The address is the state: links, reload, back, and the language, as a person meets them in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kinerja.domain.periode import parse_periode
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.indikator.registry import registri
from tests.alat import Peladen
from tests.browser.layar import Layar

pytestmark = pytest.mark.browser
KODE = {"unit": "1011119", "indikator": "ikm", "periode": "2026-TW3", "bahasa": "en"}
TAUTAN = "&".join(f"{nama}={isi}" for nama, isi in KODE.items())
PUSKESMAS = "Puskesmas Lubuk Begalung"


def _label(bahasa: Bahasa, indikator: str, jenis: str, periode: str) -> dict[str, str]:
    return {
        "indikator": registri()[indikator].nama.dalam(bahasa),
        "jenis": teks(bahasa, f"saringan.jenis_{jenis}"),
        "periode": tulis.periode(parse_periode(periode), bahasa),
    }


@pytest.mark.parametrize(("jalur", "kode"), [("/", "ringkasan"), ("/unit-vs-target", "unit-vs-target")])
def test_a_shared_link_opens_the_same_view_for_everybody_and_after_a_reload(
    jendela: Callable[..., Layar], peladen: Peladen, jalur: str, kode: str
) -> None:
    isi = []
    for _ in range(2):  # the sender, then a stranger
        layar = jendela(peladen)
        layar.buka(f"{jalur}?{TAUTAN}")
        isi.append(layar.isi())
    layar.page.reload()
    layar.tunggu()
    layar.harap(layar.judul).to_have_text(teks("en", f"halaman.{kode}"))
    layar.harap_terpilih(unit=PUSKESMAS, **_label("en", "ikm", "triwulan", "2026-TW3"))
    layar.harap_alamat(jalur, **KODE)
    assert [*isi, layar.isi()] == [isi[0]] * 3
    assert f"{registri()['ikm'].nama.en} " in isi[0]


def test_the_link_offered_for_sharing_opens_the_view_it_was_copied_from(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    layar = jendela(peladen)
    layar.buka("/unit-vs-target?unit=DINKES&indikator=ikm&periode=2026-S1")
    layar.pilih("banding", teks("id", "saringan.banding_tahun_lalu"))
    layar.harap_alamat("/unit-vs-target", unit="DINKES", banding="tahun-lalu")
    isi = layar.isi()
    layar.page.get_by_test_id("stPopoverButton").click()
    tautan = layar.page.get_by_test_id("stPopoverBody").locator("code").inner_text()
    assert tautan.startswith(f"{peladen.url}/unit-vs-target?")
    lain = jendela(peladen)
    lain.buka(tautan.removeprefix(peladen.url))
    lain.harap_terpilih(banding=teks("id", "saringan.banding_tahun_lalu"))
    assert lain.isi() == isi


def test_back_and_forward_walk_through_the_filters_that_were_chosen(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    layar = jendela(peladen)
    layar.buka(f"/unit-vs-target?{TAUTAN}")
    semula = layar.isi()
    layar.pilih("unit", "Puskesmas Pegambiran")
    layar.harap_alamat("/unit-vs-target", **{**KODE, "unit": "1011120"})
    layar.page.go_back()
    layar.harap_alamat("/unit-vs-target", **KODE)
    layar.harap_terpilih(unit=PUSKESMAS)
    layar.page.wait_for_function("isi => document.querySelector('main').innerText === isi", arg=semula)
    layar.page.go_forward()
    layar.harap_alamat("/unit-vs-target", **{**KODE, "unit": "1011120"})
    layar.harap_terpilih(unit="Puskesmas Pegambiran")


def test_another_language_changes_menu_title_and_numbers_and_keeps_the_filters(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    kode = {"unit": "1011119", "indikator": "kunjungan_rawat_jalan", "periode": "2026-10"}
    layar = jendela(peladen)
    layar.buka("/unit-vs-target?" + "&".join(f"{nama}={isi}" for nama, isi in kode.items()))
    angka: dict[str, set[str]] = {}
    for bahasa, nama, ribuan in (("en", "English", r"\d,\d{3}\b"), ("id", "Indonesia", r"\d\.\d{3}\b")):
        layar.page.get_by_role("radio", name=nama).click()
        layar.harap(layar.judul).to_have_text(teks(bahasa, "halaman.unit-vs-target"))
        layar.harap_alamat("/unit-vs-target", **kode, bahasa=bahasa)
        layar.harap_terpilih(unit=PUSKESMAS, **_label(bahasa, kode["indikator"], "bulan", kode["periode"]))
        layar.harap(layar.menu.filter(has_text=teks(bahasa, "halaman.definisi"))).to_have_count(1)
        angka[bahasa] = set(re.findall(ribuan, layar.page.locator(".st-key-kartu_bulan h3").inner_text()))
        assert re.search(r"\d,\d%" if bahasa == "id" else r"\d\.\d%", layar.isi())
        assert not re.search(r"\d\.\d%" if bahasa == "id" else r"\d,\d%", layar.isi())
    assert angka["id"]
    assert {isi.replace(".", ",") for isi in angka["id"]} == angka["en"]


def test_the_document_says_which_language_it_is_written_in(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen)
    for bahasa in ("en", "id"):
        layar.buka(f"/definisi?bahasa={bahasa}")
        layar.harap(layar.page.locator("html")).to_have_attribute("lang", bahasa)
