"""Every page × role × language × kind of store runs through the router without an exception."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from kinerja.domain.akses import HALAMAN as SIAPA
from kinerja.domain.akses import PERAN
from kinerja.i18n import BAHASA, teks
from kinerja.ui.navigasi import HALAMAN as TERDAFTAR
from tests.halaman.conftest import SISTEM, semua_teks

HALAMAN = [h.kode for h in TERDAFTAR]
_KASUS = [(h, p) for h in HALAMAN for p in PERAN if p in SIAPA[h]]
_TAK_LAYAK = re.compile(r"\b(nan(?! xx)|NaN|None|inf|Infinity|<NA>)\b")  # "nan xx" ends the names of kelurahan


@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize(("halaman", "peran"), _KASUS)
def test_every_page_runs_for_every_role_and_language(
    jalankan: Callable[..., AppTest], halaman: str, peran: str, bahasa: str
) -> None:
    at = jalankan(halaman, peran=peran, bahasa=bahasa)
    assert not at.exception
    isi = semua_teks(at)
    assert teks(bahasa, "kepala.contoh") in isi
    assert not _TAK_LAYAK.search(re.sub(r'"[a-z_]+":\s*null', "", isi))
    if halaman != "paparan":
        assert at.title[0].value == teks(bahasa, f"halaman.{halaman}")


@pytest.mark.parametrize("data", [s for s in SISTEM if s != "sampel"])
@pytest.mark.parametrize("halaman", HALAMAN)
def test_every_page_runs_on_odd_stores(jalankan: Callable[..., AppTest], halaman: str, data: str) -> None:
    peran = next(p for p in PERAN if p in SIAPA[halaman])
    at = jalankan(halaman, data=data, peran=peran)
    assert not at.exception
    isi = semua_teks(at)
    assert teks("id", "kepala.contoh") not in isi
    assert not _TAK_LAYAK.search(isi)
    if data == "kosong" and halaman not in ("impor", "definisi", "satuan-kerja"):
        assert teks("id", "kosong.judul") in isi


@pytest.mark.parametrize("bahasa", BAHASA)
def test_no_word_of_the_other_language_stands_in_headings(jalankan: Callable[..., AppTest], bahasa: str) -> None:
    lain = "en" if bahasa == "id" else "id"
    for halaman in ("ringkasan", "tren", "unit-vs-target"):
        isi = semua_teks(jalankan(halaman, bahasa=bahasa))
        for kunci in ("saringan.semua_unit", "tabel.rincian", "kartu.unit_mencapai", "kepala.ulang"):
            assert teks(lain, kunci) not in isi


def test_a_page_that_a_role_may_not_see_is_not_registered(jalankan: Callable[..., AppTest]) -> None:
    with pytest.raises(ValueError, match="impor"):
        jalankan("impor", peran="pimpinan")


@pytest.mark.parametrize(
    "tautan",
    [
        {"unit": "TIDAK-ADA"},
        {"periode": "2026-13"},
        {"periode": "1999-01"},
        {"indikator": "../../etc"},
        {"banding": "x"},
        {"slide": "-3"},
        {"slide": "9999"},
        {"bahasa": "jv"},
        {"peran": "raja"},
        {"peran": "evaluator", "sebagai": "ASN-9999"},
        {"peran": "pengelola", "sebagai": "ASN-0001"},
    ],
)
def test_a_forged_link_falls_back_to_the_default_view(jalankan: Callable[..., AppTest], tautan: dict[str, str]) -> None:
    at = jalankan("paparan" if "slide" in tautan else "ringkasan", **tautan)
    assert not at.exception
    assert "etc" not in semua_teks(at)
