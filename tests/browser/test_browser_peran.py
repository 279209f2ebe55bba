"""What a role does not have does not exist for it: neither in the menu nor by its address."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from kinerja.domain.akses import HALAMAN, PERAN, Peran
from kinerja.i18n import teks
from tests.alat import Peladen
from tests.browser.layar import Layar

pytestmark = pytest.mark.browser


def test_the_menu_of_every_role_lists_exactly_its_pages(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen)
    for peran in PERAN:
        layar.buka(f"/definisi?peran={peran}")
        layar.harap_terpilih(peran=teks("id", f"peran.{peran}"))
        menu = {
            urlsplit(str(m.get_attribute("href"))).path.strip("/") or "ringkasan": m.get_by_test_id(
                "stMarkdownContainer"
            ).inner_text()
            for m in layar.menu.all()
        }
        assert menu == {k: teks("id", f"halaman.{k}") for k, siapa in HALAMAN.items() if peran in siapa}, peran


def test_another_role_chosen_on_a_page_it_does_not_have_leaves_that_page(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    layar = jendela(peladen)
    layar.buka("/impor")
    layar.pilih("peran", teks("id", "peran.pegawai"))
    layar.harap(layar.judul).to_have_text(teks("id", "halaman.ringkasan"))
    layar.harap(layar.menu).to_have_count(sum("pegawai" in siapa for siapa in HALAMAN.values()))
    layar.harap(layar.page.get_by_test_id("stFileUploader")).to_have_count(0)


TERTUTUP: list[tuple[Peran, str]] = [(p, kode) for kode, siapa in HALAMAN.items() for p in PERAN if p not in siapa]


def test_the_address_of_a_page_that_a_role_does_not_have_shows_the_first_page(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    layar = jendela(peladen)
    assert TERTUTUP
    for peran, kode in TERTUTUP:
        layar.buka(f"/{kode}?peran={peran}")
        layar.harap_alamat("/", peran=peran)
        layar.harap(layar.judul).to_have_text(teks("id", "halaman.ringkasan"))
        assert layar.page.get_by_test_id("stFileUploader").count() == 0
        assert layar.page.locator(".st-key-lembar_slide").count() == 0
    # Streamlit's client tells its console that the page is not there; that is what was asked for.
    layar.galat[:] = [isi for isi in layar.galat if "requested does not seem to exist" not in isi]
