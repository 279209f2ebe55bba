"""Chromium, one server with sample data for everything that only reads, and a server of its own for what writes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.alat import Peladen, jalankan_peladen
from tests.browser.layar import ARGS, PERAMBAN, Layar, buka_layar, cari_peramban

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def _tanpa(alasan: str) -> NoReturn:
    """No browser: a developer's machine may do without, the machine that decides may not."""
    if os.environ.get("CI") == "true":
        pytest.fail(alasan)
    pytest.skip(alasan)


@pytest.fixture(scope="package")
def peramban() -> Iterator[Browser]:
    """Chromium. It ends with this folder: while Playwright is on, no other test could run an event loop."""
    try:
        from playwright.sync_api import expect, sync_playwright
    except ModuleNotFoundError:
        _tanpa("Playwright is not installed: pip install -r requirements-dev.txt")
    jalur = cari_peramban()
    if jalur is None:
        _tanpa(f"no browser found, looked for {', '.join(PERAMBAN)}")
    with sync_playwright() as mesin:
        expect.set_options(timeout=15_000)
        chromium = mesin.chromium.launch(executable_path=jalur, args=ARGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def peladen(peramban: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peladen]:
    """A server with the sample data it builds itself on its first start. Tests only read from it."""
    with jalankan_peladen({"KINERJA_DATA": str(tmp_path_factory.mktemp("contoh"))}) as jalan:
        yield jalan


@pytest.fixture
def folder_tulis(tmp_path: Path) -> Path:
    """The data folder of ``peladen_tulis``."""
    return tmp_path / "data"


@pytest.fixture
def peladen_tulis(peramban: Browser, folder_tulis: Path) -> Iterator[Peladen]:
    """A server with sample data that one test may change."""
    folder_tulis.mkdir()
    with jalankan_peladen({"KINERJA_DATA": str(folder_tulis)}) as jalan:
        yield jalan


@pytest.fixture
def jendela(peramban: Browser) -> Iterator[Callable[..., Layar]]:
    """Opens a window as of a new visitor: ``jendela(peladen, viewport={...}, color_scheme="dark")``.

    At the end no window may have met an error, a violated policy or another computer.
    """
    terbuka: list[Layar] = []

    def buka(peladen: Peladen, **sifat: object) -> Layar:
        sifat = {"viewport": {"width": 1440, "height": 900}, "locale": "id-ID", **sifat}
        terbuka.append(buka_layar(peramban.new_context(**sifat), peladen.url))
        return terbuka[-1]

    yield buka
    for layar in terbuka:
        layar.page.context.close()
    for layar in terbuka:
        layar.harap_tenang()
