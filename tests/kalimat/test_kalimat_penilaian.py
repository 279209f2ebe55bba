"""Sentences on ratings: the numbers they carry, what they never say, and which one is chosen."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from kinerja.domain.antrean import JENIS_ANTREAN, Antrean
from kinerja.domain.periode import parse_periode
from kinerja.domain.pola import periksa_pola
from kinerja.i18n import BAHASA, daftar_kunci
from kinerja.kalimat.penilaian import (
    hitung_predikat,
    hitung_tanya,
    list_pasal,
    list_pembuka,
    sentence_antrean,
    sentence_kalibrasi,
    sentence_matriks,
    sentence_pola,
    sentence_uji,
)
from kinerja.metode.kalibrasi import bandingkan_unit

TW3 = parse_periode("2026-TW3")
SEL: dict[Any, int] = {
    ("di_atas", "di_atas"): 9,
    ("sesuai", "sesuai"): 1040,
    ("di_bawah", "sesuai"): 7,
    ("sesuai", "di_bawah"): 3,
}
ANTREAN = Antrean(
    "jatuh_tempo", "ASN-0001", "KEC", "ASN-0002", date(2026, 10, 20), 35, "", butir=9, tercapai=9, tanpa_bukti=5,
    semua_butir=10,
)  # fmt: skip
TERLARANG = re.compile(
    r"menyebabkan|disebabkan|akibat|berkat|terbukti|pasti\b|terbaik|terburuk|signifikan",
    re.IGNORECASE,
)


def test_predikat_are_recomputed_from_the_cells() -> None:
    assert hitung_predikat(SEL) == {"sangat_baik": 9, "baik": 1040, "butuh_perbaikan": 7, "kurang": 3}


def test_the_heading_of_the_matrix_counts_baik_and_better() -> None:
    assert (
        sentence_matriks(SEL, "id").dalam("id") == "Matriks predikat: 1.049 dari 1.059 ASN berpredikat Baik atau lebih"
    )
    assert "1,049 of 1,059" in sentence_matriks(SEL, "en").dalam("en")
    assert sentence_matriks({}, "id").kunci == "penilaian.matriks_kosong"


@pytest.mark.parametrize(
    ("pegawai", "dinilai", "tanya", "diam", "kunci"),
    [
        (0, 0, 0, [], ["buka_tanpa_orang"]),
        (11, 11, 0, [], ["buka_lengkap"]),
        (12, 0, 0, ["Kelurahan Gates"], ["buka_belum", "buka_diam"]),
        (12, 11, 2, [], ["buka_belum", "buka_tanya"]),
        (40, 4, 0, ["A", "B", "C", "D"], ["buka_belum", "buka_diam_banyak"]),
    ],
)
def test_the_opening_says_only_what_is_there(
    pegawai: int, dinilai: int, tanya: int, diam: list[str], kunci: list[str]
) -> None:
    hasil = list_pembuka(pegawai, dinilai, tanya, diam, TW3, "id")
    assert [k.kunci for k in hasil] == [f"penilaian.{k}" for k in kunci]


def test_a_silent_unit_is_not_called_bad() -> None:
    isi = " ".join(k.dalam("id") for k in list_pembuka(12, 0, 0, ["Kelurahan Gates"], TW3, "id"))
    assert "belum dilaporkan" in isi
    assert "bukan hasil buruk" in isi
    assert list_pembuka(40, 4, 0, ["A", "B", "C", "D"], TW3, "id")[1].dalam("id").startswith("A, B, dan 2 unit lain")


def test_each_clause_says_how_many_people_it_is_off() -> None:
    pasal = periksa_pola("baik", {"baik": 57, "kurang": 3, "butuh_perbaikan": 5, "sangat_baik": 4}, 202609)
    isi = dict(zip((p.jenis for p in pasal), (k for _, k in list_pasal(pasal, "id")), strict=True))
    assert isi["maks"] == "Baik paling banyak 70% (di sini 48 orang); ada 57 (82,6%). Lebih 9 orang dari pedoman."
    assert isi["ada"] == "Ada Butuh Perbaikan atau Kurang, paling sedikit 1 orang; ada 8."
    assert sentence_pola(pasal, "baik", 69).dalam("id").startswith("Sebaran predikat belum memenuhi 1 dari 2 butir")


def test_the_pattern_says_why_it_is_not_held_against_people() -> None:
    kecil = periksa_pola("baik", {"baik": 7}, 202609)
    assert sentence_pola(kecil, "baik", 7).kunci == "penilaian.pola_kecil"
    assert sentence_pola([], None, 40).kunci == "penilaian.pola_tanpa_predikat"
    assert sentence_pola([], "baik", 0).kunci == "penilaian.pola_tanpa_nilai"
    assert sentence_pola(periksa_pola("baik", {"baik": 40}, 202212), "baik", 40).kunci == "penilaian.pola_tanpa_aturan"
    pas = periksa_pola("baik", {"baik": 13, "kurang": 1, "sangat_baik": 6}, 202609)
    assert sentence_pola(pas, "baik", 20).kunci == "penilaian.pola_sesuai"


@pytest.mark.parametrize("jenis", JENIS_ANTREAN)
@pytest.mark.parametrize("bahasa", BAHASA)
def test_every_matter_of_the_queue_has_a_sentence_with_its_numbers(jenis: str, bahasa: str) -> None:
    isi = sentence_antrean(replace(ANTREAN, jenis=jenis), bahasa).dalam(bahasa)  # type: ignore[arg-type]
    assert re.search(r"\b(35|9|5)\b", isi)
    assert "ASN-" not in isi


def test_only_questions_are_counted_as_such() -> None:
    semua = [replace(ANTREAN, jenis=j) for j in JENIS_ANTREAN]
    assert hitung_tanya(semua) == 2


def test_calibration_names_no_direction_and_no_order() -> None:
    dua = sentence_kalibrasi(("berbeda", "tak_dapat_dibedakan"), 2, "")
    assert dua.dalam("id") == "1 dari 2 yang dibandingkan perlu dibahas dalam moderasi"
    assert sentence_kalibrasi(("tak_dapat_dibedakan",), 1, "").kunci == "kalibrasi.tanpa_beda"
    assert sentence_kalibrasi((), 0, "kurang_kelompok").kunci == "kalibrasi.alasan_kurang_kelompok"


def test_the_test_between_units_gives_the_size_and_not_p_alone() -> None:
    beda = bandingkan_unit(np.array([[0, 0, 0, 30, 0], [0, 0, 0, 15, 15], [0, 20, 5, 5, 0]]))
    isi = sentence_uji(beda, "id").dalam("id")
    assert "berbeda" in isi
    assert re.search(r"Cramér's V 0,\d\d", isi)
    assert sentence_uji(beda, "id").args["p"] == "< 0,001"
    assert sentence_uji(bandingkan_unit(np.array([[9, 1, 0, 0, 0]])), "id").kunci == "kalibrasi.alasan_kurang_kelompok"


@pytest.mark.parametrize("awalan", ["penilaian.", "kalibrasi."])
def test_no_text_of_these_pages_says_why_or_ranks(awalan: str) -> None:
    for kunci, isi in daftar_kunci("id").items():
        if kunci.startswith(awalan):
            assert not TERLARANG.search(isi), kunci
