"""One feedback from the rating it rests on to the answer and the objection it gets, with two people at two screens."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kinerja.i18n import teks
from tests.alat import Peladen
from tests.browser.layar import Layar
from tests.browser.test_browser_penilaian import klik_sel

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = pytest.mark.browser
LURAH, STAF = "ASN-0220", "ASN-0222"
UNIT, NAMA_UNIT = "13.71.06.1011", "Kelurahan Batung Taba Nan XX"
MASA, NAMA_MASA = "2026-TW3", "Triwulan III 2026"
SARAN = "Mohon jadwal kunjungan lapangan disusun bersama setiap Senin."
JAWABAN = "Terima kasih, jadwal akan saya siapkan."
KEBERATAN = "Mohon diperiksa kembali, berkas Agustus sudah diunggah."
LETAK_BARIS = """kode => {
  const kisi = document.querySelector('.st-key-kartu_daftar [data-testid=stDataFrame]');
  const baris = [...kisi.querySelectorAll('canvas tbody tr')];
  const urut = baris.findIndex(b => b.textContent.includes(kode));
  return urut >= 0 && kisi.getBoundingClientRect().height / (baris.length + 1) * (urut + 1.5);
}"""
DIRI = f"/kinerja-saya?peran=pegawai&sebagai={STAF}&periode={MASA}"


def _pilih_baris(layar: Layar, kode: str) -> None:
    """Tick the row of one person. The grid is drawn on a canvas, all rows of it equally high."""
    kisi = layar.page.locator(".st-key-kartu_daftar").get_by_test_id("stDataFrame")
    layar.harap(kisi.locator("canvas tbody tr").filter(has_text=kode)).to_have_count(1)
    layar.tunggu()
    kisi.scroll_into_view_if_needed()
    letak = layar.page.wait_for_function(LETAK_BARIS, arg=kode).json_value()
    kisi.click(position={"x": 18, "y": letak})


def _saran(layar: Layar, masa: str = MASA) -> Locator:
    return layar.page.locator(f".st-key-tulis_saran_{STAF}_{masa} textarea")


def _bahasa(layar: Layar, nama: str, judul: str) -> None:
    layar.page.locator(".st-key-pilih_bahasa").get_by_text(nama, exact=True).click()
    layar.harap(layar.judul).to_have_text(judul)
    layar.tunggu()


def _masa(layar: Layar, kode: str, nama: str) -> None:
    layar.pilih("periode", nama)
    layar.harap_alamat("/umpan-balik", periode=kode, orang=STAF)
    layar.harap(_saran(layar, kode)).to_be_visible()


def _riwayat(layar: Layar) -> Locator:
    return layar.page.locator(".st-key-kartu_riwayat_umpan_balik")


def _pesan(layar: Layar, nomor: int) -> Locator:
    return layar.page.locator(f".st-key-umpan_{nomor}")


def _nomor(layar: Layar, isi: str) -> int:
    """Number of the feedback in the history that holds this text."""
    pesan = _riwayat(layar).locator('[class*="st-key-umpan_"]').filter(has_text=isi)
    layar.harap(pesan).to_have_count(1)
    cocok = re.search(r"st-key-umpan_(\d+)", pesan.get_attribute("class") or "")
    assert cocok is not None
    return int(cocok[1])


def _buka_penilai(layar: Layar) -> None:
    layar.buka("/penilaian-asn?peran=evaluator&sebagai=" + LURAH)
    layar.pilih("unit", NAMA_UNIT)
    layar.harap_alamat("/penilaian-asn", unit=UNIT)
    layar.pilih("jenis", "Triwulan")
    layar.pilih("periode", NAMA_MASA)
    layar.harap_alamat("/penilaian-asn", unit=UNIT, periode=MASA)
    layar.tampilkan_nama()
    n = klik_sel(layar, "di_bawah", "sesuai")
    layar.harap(layar.page.locator(".st-key-kartu_daftar h3")).to_contain_text(f"{n} orang")
    _pilih_baris(layar, STAF)
    layar.page.locator(".st-key-ke_umpan_balik button").click()
    layar.harap_alamat("/umpan-balik", unit=UNIT, periode=MASA, orang=STAF)


def _tulis(layar: Layar) -> None:
    """Write over the draft, go about the page with it, and come back to what was written."""
    layar.harap(_saran(layar)).not_to_have_value("")
    _saran(layar).fill(SARAN)
    fakta = layar.page.locator(f".st-key-tulis_fakta_{STAF}_{MASA} textarea")
    _bahasa(layar, "English", teks("en", "halaman.umpan-balik"))
    layar.harap(_saran(layar)).to_have_value(SARAN)
    layar.harap(fakta).to_have_value(re.compile("items with a target"))  # untouched, so it follows the language
    _bahasa(layar, "Indonesia", teks("id", "halaman.umpan-balik"))
    layar.harap(fakta).to_have_value(re.compile("butir dengan target"))
    _masa(layar, "2026-TW2", "Triwulan II 2026")
    layar.harap(_saran(layar, "2026-TW2")).not_to_have_value(SARAN)
    _masa(layar, MASA, NAMA_MASA)
    layar.pilih("unit", teks("id", "saringan.semua_unit"))
    layar.harap_terpilih(unit=teks("id", "saringan.semua_unit"))
    layar.tunggu()
    layar.harap(_saran(layar)).to_have_value(SARAN)


def _kirim(layar: Layar) -> int:
    """Preview, then send; gives the number of the feedback."""
    pratinjau = layar.page.locator(".st-key-pratinjau_umpan_balik")
    layar.page.locator(".st-key-umpan_pratinjau button").click()
    layar.harap(pratinjau).to_contain_text(SARAN)
    layar.harap(_riwayat(layar)).not_to_contain_text(SARAN)
    layar.page.locator(".st-key-umpan_kirim button").click()
    layar.harap(pratinjau).to_have_count(0)
    layar.harap(_saran(layar)).not_to_have_value(SARAN)
    return _nomor(layar, SARAN)


def _tanggapi(layar: Layar, nomor: int, jenis: str, isi: str) -> None:
    layar.page.locator(f".st-key-{jenis}_{nomor} summary").click()
    kolom = layar.page.locator(f".st-key-isi_{jenis}_{nomor} textarea")
    kolom.fill(isi)
    layar.page.locator(f".st-key-kirim_{jenis}_{nomor} button").click()
    layar.harap(_pesan(layar, nomor)).to_contain_text(isi)
    layar.tunggu()


def _lihat_kembali(layar: Layar, nomor: int, isi: str, keadaan: str) -> None:
    layar.page.reload()
    layar.tunggu()
    layar.harap(_pesan(layar, nomor)).to_contain_text(isi)
    layar.harap(_pesan(layar, nomor)).to_contain_text(teks("id", f"keadaan_umpan_balik.{keadaan}"))


def test_feedback_goes_from_a_cell_to_the_person_and_the_answer_and_objection_come_back(
    peladen_tulis: Peladen,
    jendela: Callable[..., Layar],  # after the server, so that the windows close before it stops
) -> None:
    penilai = jendela(peladen_tulis)
    _buka_penilai(penilai)
    _tulis(penilai)
    nomor = _kirim(penilai)

    staf = jendela(peladen_tulis)
    staf.buka(DIRI)
    staf.harap(_pesan(staf, nomor)).to_contain_text(teks("id", "keadaan_umpan_balik.terkirim"))
    assert SARAN not in staf.isi()
    staf.page.locator(f".st-key-baca_{nomor} button").click()
    staf.harap(_pesan(staf, nomor)).to_contain_text(SARAN)
    staf.harap(_pesan(staf, nomor)).to_contain_text(teks("id", "keadaan_umpan_balik.dibaca"))
    terlihat = staf.page.locator(".st-key-kartu_dilihat canvas td").filter(has_text=LURAH)
    staf.harap(terlihat.first).to_be_attached()
    dibuka = staf.page.locator(".st-key-kartu_dilihat canvas td").filter(has_text=teks("id", "tindakan.buka_samaran"))
    staf.harap(dibuka.first).to_be_attached()

    _tanggapi(staf, nomor, "jawaban", JAWABAN)
    staf.harap(staf.page.locator(f".st-key-isi_jawaban_{nomor} textarea")).to_have_value("")
    _lihat_kembali(penilai, nomor, JAWABAN, "dijawab")

    _tanggapi(staf, nomor, "keberatan", KEBERATAN)
    staf.harap(staf.page.locator(f".st-key-keberatan_{nomor}")).to_have_count(0)  # one objection, then no form
    _lihat_kembali(penilai, nomor, KEBERATAN, "keberatan")
    penilai.harap(_pesan(penilai, nomor)).to_contain_text(JAWABAN)
