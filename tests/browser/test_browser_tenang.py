"""Under the real policy every page works without one request to another computer and without an error."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinerja.ui.navigasi import HALAMAN
from tests.alat import Peladen
from tests.browser.layar import Layar

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kode", [h.kode for h in HALAMAN])
def test_a_deep_link_asks_nothing_of_other_computers_and_leaves_no_error(
    jendela: Callable[..., Layar], peladen: Peladen, kode: str
) -> None:
    layar = jendela(peladen)
    jalur = "/" if kode == "ringkasan" else f"/{kode}"
    for query in ("", "?unit=1011119&indikator=ikm&periode=2026-TW3&bahasa=en"):
        layar.buka(jalur + query)
        layar.harap(layar.judul).to_be_visible()
    layar.harap_tenang()
    assert any("/_stcore/stream" in alamat for alamat in layar.alamat)  # the record is not empty


def test_a_walk_through_the_menu_leaves_no_error(jendela: Callable[..., Layar], peladen: Peladen) -> None:
    layar = jendela(peladen)
    layar.buka()
    for h in HALAMAN:
        if h.kode not in ("ringkasan", "paparan"):  # already open; and slides have no menu to leave by
            layar.menu.locator(f"xpath=self::*[contains(@href, '/{h.kode}')]").click()
            layar.harap_alamat(f"/{h.kode}")
    layar.harap_tenang()
