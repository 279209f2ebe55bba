"""Pictures of every page, to look at: ``python tests/browser/ambil_gambar.py FOLDER [--halaman KODE ...] [--readme]``.

Wide, narrow, dark and English, each as high as its content, and every slide as a projector shows it. ``--halaman``
makes only those pages, ``--readme`` only the pictures that the README shows, in ``docs/gambar/``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, only this folder is on the path

from kinerja.ui.navigasi import HALAMAN
from tests.alat import AKAR, jalankan_peladen
from tests.browser.layar import ARGS, TELEPON, Layar, buka_layar, cari_peramban, jalur_halaman

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LEBAR: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
RUPA: dict[str, tuple[str, dict[str, Any]]] = {
    "lebar": ("id", LEBAR),
    "gelap": ("id", {**LEBAR, "color_scheme": "dark"}),
    "inggris": ("en", LEBAR),
    "telepon": ("id", TELEPON),
    "telepon-inggris": ("en", TELEPON),
}
KODE = [h.kode for h in HALAMAN]
README = {
    "ringkasan": ("/", 900),
    "penilaian-asn": ("/penilaian-asn?peran=kepegawaian&unit=1011120&periode=2026-TW3", 1075),
    "kinerja-saya": ("/kinerja-saya?peran=pegawai&periode=2026-TW3", 1085),
}
"""Picture of the README → address and height (px)."""
_GARIS_KARTU = """[...document.querySelectorAll('[data-testid=stMetricChart]')]
  .every(g => g.querySelector('svg') !== null)"""
"""The small lines of cards are drawn after the run has ended."""


def jepret(layar: Layar, berkas: Path) -> None:
    """One picture with everything that would have to be scrolled to."""
    ukuran = layar.page.viewport_size
    assert ukuran is not None
    tinggi = layar.page.evaluate("document.querySelector('main').scrollHeight")
    layar.page.set_viewport_size({"width": ukuran["width"], "height": max(tinggi, ukuran["height"])})
    layar.tunggu()
    layar.page.wait_for_function(_GARIS_KARTU)
    layar.page.screenshot(path=berkas)
    layar.page.set_viewport_size(ukuran)


def halaman(peramban: Browser, dasar: str, folder: Path, kode_halaman: list[str]) -> None:
    for rupa, (bahasa, sifat) in RUPA.items():
        layar = buka_layar(peramban.new_context(**sifat), dasar)
        for kode in kode_halaman:
            if kode != "paparan":
                layar.buka(jalur_halaman(kode, bahasa=bahasa))
                jepret(layar, folder / f"{kode}-{rupa}.png")
        if "unit-vs-target" in kode_halaman:
            _puskesmas(layar, folder / f"unit-vs-target-puskesmas-{rupa}.png", bahasa)
        layar.page.context.close()


def _puskesmas(layar: Layar, berkas: Path, bahasa: str) -> None:
    layar.buka(f"/unit-vs-target?bahasa={bahasa}&unit=1011119&indikator=ikm&periode=2026-TW3")
    jepret(layar, berkas)


def paparan(peramban: Browser, dasar: str, folder: Path) -> None:
    ukuran = {"width": 1440, "height": 810}
    for rupa, sifat in {"lebar": {"viewport": ukuran}, "gelap": {"viewport": ukuran, "color_scheme": "dark"}}.items():
        layar = buka_layar(peramban.new_context(**sifat), dasar)
        layar.buka("/paparan")
        jumlah = int(layar.page.locator(".st-key-kendali").inner_text().split(" / ")[1].split()[0])
        for nomor in range(1, jumlah + 1):
            layar.buka(f"/paparan?slide={nomor}&indikator=ikm")
            layar.page.screenshot(path=folder / f"slide-{nomor}-{rupa}.png")
        layar.page.context.close()


def readme(peramban: Browser, dasar: str) -> None:
    """The first screens of three pages in 256 colours: a third of the size, and no difference to the eye."""
    from PIL import Image

    folder = AKAR / "docs" / "gambar"
    folder.mkdir(parents=True, exist_ok=True)
    for nama, (jalur, tinggi) in README.items():
        layar = buka_layar(peramban.new_context(viewport={"width": 1440, "height": tinggi}), dasar)
        layar.buka(jalur)
        berkas = folder / f"{nama}.png"
        layar.page.screenshot(path=berkas)
        layar.page.context.close()
        with Image.open(berkas) as gambar:
            gambar.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(berkas, optimize=True)


@contextmanager
def buka_semua() -> Iterator[tuple[Browser, str]]:
    """Chromium, and the address of a server with sample data."""
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as data,
        jalankan_peladen({"KINERJA_DATA": data}) as peladen,
        sync_playwright() as mesin,
    ):
        peramban = mesin.chromium.launch(executable_path=cari_peramban(), args=ARGS)
        yield peramban, peladen.url
        peramban.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("gambar-uji"))
    parser.add_argument("--halaman", nargs="+", choices=KODE, default=KODE)
    parser.add_argument("--readme", action="store_true")
    args = parser.parse_args()
    with buka_semua() as (peramban, dasar):
        if args.readme:
            readme(peramban, dasar)
            return
        args.folder.mkdir(parents=True, exist_ok=True)
        halaman(peramban, dasar, args.folder, args.halaman)
        if "paparan" in args.halaman:
            paparan(peramban, dasar, args.folder)


if __name__ == "__main__":
    main()
