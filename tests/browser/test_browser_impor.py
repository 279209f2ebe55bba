"""Importing as a person does it, on the page and beside it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja.i18n import teks
from kinerja.store import rahasia
from tests.alat import AKAR, Peladen, lingkungan
from tests.browser.layar import Layar

pytestmark = pytest.mark.browser
BERKAS = AKAR / "data" / "contoh" / "kunjungan_contoh_2025.csv"
RAWAT_JALAN = "58.914"  # 32.201 + 26.713: the rows of the two puskesmas in the file
CONTOH = teks("id", "kepala.contoh")


def _unggah(layar: Layar, berkas: Path | dict[str, object]) -> None:
    layar.tunggu()
    kolom = layar.page.get_by_test_id("stFileUploader").locator("input[type=file]")
    layar.harap(kolom).to_have_count(1)  # a field that still shows the file before has two
    kolom.set_input_files(berkas)


def _ke(layar: Layar, kode: str) -> None:
    """By the menu, so that the session goes on."""
    layar.menu.filter(has_text=teks("id", f"halaman.{kode}")).click()
    layar.harap_alamat("/" if kode == "ringkasan" else f"/{kode}")


def _isi_folder(folder: Path) -> dict[str, int]:
    """What is stored. The secret by which employees become codes is made by the first reading, and holds no data."""
    return {b.name: b.stat().st_mtime_ns for b in folder.iterdir() if b.name != rahasia.BERKAS}


def test_a_file_is_previewed_stored_shown_and_undone(
    peladen_tulis: Peladen, jendela: Callable[..., Layar], folder_tulis: Path
) -> None:
    layar = jendela(peladen_tulis)
    layar.buka("/impor")
    semula = _isi_folder(folder_tulis)
    _unggah(layar, BERKAS)
    layar.harap(layar.page.locator("main h3").first).to_have_text(teks("id", "impor.terbaca", jumlah=8, unit=2))
    assert f"Kunjungan rawat jalan: {RAWAT_JALAN} kunjungan" in layar.isi()
    assert "Kunjungan rawat inap: 309 kunjungan" in layar.isi()
    layar.page.get_by_text(teks("id", "impor.pratinjau", lembar="csv")).click()
    sel = layar.page.get_by_test_id("stDataFrame").locator("[role=gridcell]")
    for isi in ("12.243", "12243"):  # as in the file, and as read
        layar.harap(sel.filter(has_text=isi).first).to_be_attached()
    assert _isi_folder(folder_tulis) == semula

    layar.page.locator(".st-key-impor_simpan button").click()
    layar.harap(layar.page.locator(".st-key-muatan_1")).to_contain_text(BERKAS.name)
    layar.harap(layar.page.locator("[class*=st-key-muatan_]")).to_have_count(1)
    _ke(layar, "ringkasan")
    layar.harap(layar.page.get_by_test_id("stMetricValue").first).to_have_text(RAWAT_JALAN)
    assert CONTOH not in layar.isi()
    layar.harap(layar.page.get_by_test_id("stAlert")).to_have_count(0)

    _ke(layar, "impor")
    layar.page.locator(".st-key-buka_batal_1 button").first.click()
    kotak = layar.page.get_by_test_id("stPopoverBody")
    kotak.get_by_role("textbox", name=teks("id", "konfirmasi.nama")).fill("Budi")
    kotak.get_by_role("button", name=teks("id", "konfirmasi.ya", tindakan=teks("id", "impor.batalkan"))).click()
    layar.harap(layar.page.locator("[class*=st-key-muatan_]")).to_have_count(0)
    _ke(layar, "ringkasan")
    layar.harap(layar.page.locator("main h3")).to_have_text(teks("id", "kosong.judul"))
    assert RAWAT_JALAN not in layar.isi()

    _ke(layar, "impor")
    layar.page.locator(".st-key-kembali_contoh button").click()
    layar.harap(layar.page.locator("main")).to_contain_text(CONTOH)
    layar.harap_tenang()


RUSAK = {
    "unclosed quote": ("rusak.csv", b'NO;SARANA;JUMLAH\n1;"Puskesmas Lubuk Begalung;3\n2;Puskesmas Pegambiran;4\n'),
    "web page": ("daftar.xlsx", b"<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>"),
    "empty": ("kosong.csv", b""),
}
KALIMAT = {"unclosed quote": "Tanda kutip", "web page": "halaman web", "empty": "kosong"}


def test_a_broken_file_gets_a_sentence_and_nothing_is_stored(
    peladen_tulis: Peladen, jendela: Callable[..., Layar], folder_tulis: Path
) -> None:
    semula = _isi_folder(folder_tulis)
    for macam, (nama, isi) in RUSAK.items():
        layar = jendela(peladen_tulis)
        layar.buka("/impor")
        _unggah(layar, {"name": nama, "mimeType": "application/octet-stream", "buffer": isi})
        layar.harap(layar.page.get_by_test_id("stAlert")).to_contain_text(teks("id", "impor.ada_galat", jumlah=1))
        butir = layar.page.locator("main li").filter(has_text=KALIMAT[macam])
        layar.harap(butir).to_have_count(1)
        layar.harap(layar.page.locator(".st-key-impor_simpan button")).to_be_disabled()
        layar.harap(layar.page.locator("[class*=st-key-buka_batal_]")).to_have_count(0)
        assert CONTOH in layar.isi()
    assert _isi_folder(folder_tulis) == semula


def test_an_import_by_the_command_line_shows_at_the_next_click(
    peladen_tulis: Peladen, jendela: Callable[..., Layar], folder_tulis: Path
) -> None:
    layar = jendela(peladen_tulis)
    layar.buka()
    assert CONTOH in layar.isi()
    hasil = subprocess.run(
        [sys.executable, "-m", "kinerja", "impor", str(BERKAS)],
        cwd=AKAR,
        env=lingkungan({"KINERJA_DATA": str(folder_tulis)}),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert hasil.returncode == 0, hasil.stderr
    _ke(layar, "tren")
    assert CONTOH not in layar.isi()
    assert "Desember 2025" in layar.isi()
    assert RAWAT_JALAN in layar.isi()
