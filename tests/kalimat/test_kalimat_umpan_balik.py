"""Drafts of feedback: the numbers they carry, the sentence each case gets, and the words that never stand in one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from math import nan

import pytest

from kinerja.domain.perilaku import NILAI
from kinerja.domain.periode import parse_periode
from kinerja.domain.umpan_balik import BATAS_TEKS, periksa_teks
from kinerja.i18n import BAHASA, Bahasa, daftar_kunci
from kinerja.kalimat.umpan_balik import Bahan, baca_keadaan, list_fakta, susun_draf, tandai_contoh, tanggapan_contoh

TW3, TW2 = parse_periode("2026-TW3"), parse_periode("2026-TW2")
SURAT = Bahan(TW3, "Surat selesai tepat waktu", "surat", 41.0, 45.0, lalu=36.0, periode_lalu=TW2)
GARIS = tuple((202600 + b, 3, n) for b, n in zip(range(1, 10), (1, 1, 1, 2, 2, 1, 3, 2, 3), strict=True))
TERLARANG = re.compile(
    r"\b(?:menyebabkan|disebabkan|akibat|berkat|terbukti|pasti|terbaik|terburuk|signifikan|malas|rajin|buruk|hebat"
    r"|bagus|jelek|luar biasa|mengecewakan|best|worst|caused?|because|proven|certainly|significant|lazy|poor|bad"
    r"|excellent|great|disappointing)\b",
    re.IGNORECASE,
)


def kunci(bahan: Bahan) -> list[str]:
    return [k.kunci.removeprefix("umpan_balik.") for k in list_fakta(bahan, "id")]


def test_a_draft_has_the_item_its_gap_and_its_change_in_the_offices_own_numbers() -> None:
    draf = susun_draf(SURAT, "id")
    assert draf.fakta == (
        "Surat selesai tepat waktu, Triwulan III 2026: realisasi 41 surat dari target 45 surat (capaian 91,1%). "
        "Target belum tercapai, selisih −4 surat. Pada Triwulan II 2026: 36 surat, jadi berubah +5 surat (+13,9%)."
    )
    assert "kendala" in draf.saran
    assert draf.langkah


@pytest.mark.parametrize(
    ("ganti", "harap", "keadaan"),
    [
        ({}, ["fakta_kurang", "tren_persen"], "kurang"),
        ({"realisasi": 45.0}, ["fakta_capai", "tren_persen"], "capai"),
        ({"realisasi": 60.0}, ["fakta_capai", "tren_persen"], "capai"),
        ({"realisasi": 36.0}, ["fakta_kurang", "tren_tetap"], "kurang"),
        ({"realisasi": 19.0}, ["fakta_kurang", "tren_angka"], "kurang"),
        ({"lalu": 19.0}, ["fakta_kurang", "tren_angka"], "kurang"),
        ({"lalu": 0.0}, ["fakta_kurang", "tren_angka"], "kurang"),
        ({"satuan": "%"}, ["fakta_kurang", "tren_angka"], "kurang"),
        ({"desimal": 1}, ["fakta_kurang", "tren_angka"], "kurang"),
        ({"lalu": nan}, ["fakta_kurang"], "kurang"),
        ({"periode_lalu": None}, ["fakta_kurang"], "kurang"),
        ({"realisasi": nan}, ["fakta_tanpa_realisasi"], "tanpa_realisasi"),
        ({"target": nan}, ["fakta_tanpa_target", "tren_persen"], "tanpa_target"),
        ({"target": nan, "realisasi": nan}, ["fakta_tanpa_angka"], "tanpa_target"),
        ({"target": 0.0}, ["fakta_nol", "tren_persen"], "tanpa_target"),
        ({"target": 0.0, "realisasi": 0.0, "arah": "turun"}, ["fakta_nol", "tren_angka"], "capai"),
        ({"arah": "turun"}, ["fakta_capai", "tren_persen"], "capai"),
        ({"arah": "turun", "realisasi": 50.0}, ["fakta_kurang", "tren_persen"], "kurang"),
        ({"tanpa_bukti": 2}, ["fakta_kurang", "tren_persen", "fakta_tanpa_bukti"], "tanpa_bukti"),
        ({"butir": 9, "tercapai": 7}, ["fakta_kurang", "tren_persen", "fakta_butir"], "kurang"),
    ],
)
def test_the_numbers_choose_the_sentences(ganti: dict[str, object], harap: list[str], keadaan: str) -> None:
    bahan = replace(SURAT, **ganti)  # type: ignore[arg-type]
    assert kunci(bahan) == harap
    assert baca_keadaan(bahan) == keadaan


@pytest.mark.parametrize(
    ("bahan", "harap", "keadaan"),
    [
        (Bahan(TW3, butir=9, tercapai=7), ["fakta_butir"], "kurang"),
        (Bahan(TW3, butir=9, tercapai=9), ["fakta_butir"], "capai"),
        (Bahan(TW3, butir=9, tercapai=9, tanpa_bukti=1), ["fakta_butir", "fakta_tanpa_bukti"], "tanpa_bukti"),
        (Bahan(TW3), ["fakta_kosong"], "tanpa_target"),
        (Bahan(TW3, butir=9, tercapai=7, garis=GARIS), ["fakta_butir", "garis"], "kurang"),
        (Bahan(TW3, butir=9, tercapai=7, garis=GARIS[:5]), ["fakta_butir"], "kurang"),
    ],
)
def test_all_items_together(bahan: Bahan, harap: list[str], keadaan: str) -> None:
    assert kunci(bahan) == harap
    assert baca_keadaan(bahan) == keadaan


def test_items_without_a_realisation_are_named_and_not_counted_as_missed() -> None:
    """The share must be the same as in the list of people: of the items that have both numbers."""
    sebagian = Bahan(TW3, butir=7, tercapai=7, tanpa_realisasi=2)
    assert kunci(sebagian) == ["fakta_butir", "fakta_belum_realisasi"]
    assert baca_keadaan(sebagian) == "capai"
    belum = Bahan(TW3, tanpa_realisasi=2)
    assert (kunci(belum), baca_keadaan(belum)) == (["fakta_belum_realisasi"], "tanpa_realisasi")


def test_an_item_of_which_less_is_better_is_reached_below_its_target() -> None:
    assert baca_keadaan(replace(SURAT, arah="turun")) == "capai"
    assert baca_keadaan(replace(SURAT, arah="turun", realisasi=46.0)) == "kurang"


def test_three_months_stand_beside_the_three_before_and_months_without_items_do_not_count() -> None:
    kosong = (*GARIS, (202610, 0, 0))
    for garis in (GARIS, kosong):
        assert susun_draf(Bahan(TW3, butir=9, tercapai=8, garis=garis), "id").fakta.endswith(
            "Butir yang mencapai target: 8 dari 9 pada Triwulan III 2026, dan 5 dari 9 pada Triwulan II 2026."
        )


def test_a_reader_who_subtracts_the_figures_shown_finds_the_difference_shown() -> None:
    fakta = susun_draf(replace(SURAT, realisasi=41.5, target=45.4, lalu=nan), "id").fakta
    assert "realisasi 42 surat dari target 45 surat" in fakta
    assert "selisih −3 surat" in fakta


def test_a_rated_behaviour_is_a_fact_and_the_value_gives_a_suggestion() -> None:
    draf = susun_draf(SURAT, "id", perilaku="akuntabel", ekspektasi="sesuai")
    assert draf.fakta.endswith("Perilaku Akuntabel pada periode ini dinilai sesuai ekspektasi.")
    assert "nilai Akuntabel" in draf.saran
    assert "ekspektasi" not in susun_draf(SURAT, "id", perilaku="akuntabel").fakta


ANGKA = (nan, 0.0, 45.0, 90.0)
BAHAN = [
    *(
        replace(SURAT, realisasi=r, target=t, lalu=lalu, arah=arah, tanpa_bukti=b)
        for r, t, lalu, arah, b in product(
            (nan, 0.0, 45.0), (nan, 0.0, 45.0), (nan, 45.0, 90.0), ("naik", "turun"), (0, 3)
        )
    ),
    Bahan(TW3),
    Bahan(TW3, butir=9, tercapai=9, garis=GARIS),
]


@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize("perilaku", [None, *NILAI])
def test_every_draft_can_be_kept_as_it_is(bahasa: Bahasa, perilaku) -> None:  # type: ignore[no-untyped-def]
    for bahan in BAHAN:
        draf = susun_draf(bahan, bahasa, perilaku=perilaku, ekspektasi="di_bawah")
        for isi in (draf.fakta, draf.saran, draf.langkah):
            assert periksa_teks(isi) == isi
            assert len(isi) < BATAS_TEKS / 2
            assert "nan" not in isi.lower().split()


@pytest.mark.parametrize("bahasa", BAHASA)
def test_no_template_says_why_praises_blames_or_ranks(bahasa: Bahasa) -> None:
    semua = {k: isi for k, isi in daftar_kunci(bahasa).items() if k.startswith("umpan_balik.")}
    assert len(semua) > 40
    assert {k: TERLARANG.findall(isi) for k, isi in semua.items() if TERLARANG.search(isi)} == {}
    assert TERLARANG.search("pegawai terbaik")


@pytest.mark.parametrize("bahasa", BAHASA)
def test_synthetic_texts_say_so_first(bahasa: Bahasa) -> None:
    kata = {"id": "Contoh (sintetis).", "en": "Sample (synthetic)."}[bahasa]
    for isi in (tandai_contoh("Isi.", bahasa), *tanggapan_contoh(bahasa)):
        assert isi.startswith(kata)
        assert periksa_teks(isi) == isi
