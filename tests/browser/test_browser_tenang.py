"""Under the real policy every page works without one request to another computer and without an error."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinerja.domain.akses import Akses, Peran, boleh_halaman
from kinerja.ui.navigasi import HALAMAN
from tests.alat import Peladen
from tests.browser.layar import Layar, jalur_halaman

pytestmark = pytest.mark.browser


def test_a_deep_link_asks_nothing_of_other_computers_and_leaves_no_error(
    jendela: Callable[..., Layar], peladen: Peladen
) -> None:
    layar = jendela(peladen)
    for h in HALAMAN:
        for tautan in ({}, {"unit": "1011119", "indikator": "ikm", "periode": "2026-TW3", "bahasa": "en"}):
            layar.buka(jalur_halaman(h.kode, **tautan))
            layar.harap(layar.judul).to_be_visible()
            layar.harap_tenang()
    assert sum("/_stcore/stream" in alamat for alamat in layar.alamat) == 2 * len(HALAMAN)  # the record is whole


def test_a_walk_through_the_menu_leaves_no_error(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen)
    dua: tuple[Peran, Peran] = ("kepegawaian", "evaluator")
    for peran in dua:
        layar.buka(f"/?peran={peran}")
        for h in HALAMAN:  # the first is open already, and slides have no menu to leave by
            if h.kode not in ("ringkasan", "paparan") and boleh_halaman(Akses(peran), h.kode):
                layar.menu.locator(f"xpath=self::*[contains(@href, '/{h.kode}')]").click()
                layar.harap_alamat(f"/{h.kode}")
    layar.harap_tenang()
