"""Which sentence for which numbers; and what no sentence of this product may ever claim."""

from __future__ import annotations

import re
from math import nan

import pandas as pd
import pytest

from kinerja.domain.periode import parse_periode
from kinerja.domain.shapes import CAPAIAN
from kinerja.i18n import BAHASA, daftar_kunci
from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import (
    Baris,
    baca_baris,
    list_berhenti,
    list_perhatian,
    nilai_satuan,
    nilai_tanda,
    sentence_perhatian,
    sentence_target,
    sentence_units,
)

REG = registri()
KUNJUNGAN, IKM, KONTAK, TB = (REG[k] for k in ("kunjungan_rawat_jalan", "ikm", "angka_kontak", "spm_tb"))
PERIODE = parse_periode("2026-10")


def bingkai(*baris: dict[str, object]) -> pd.DataFrame:
    """Figures with the given parts; the rest is an ordinary complete figure that reached its target."""
    dasar: dict[str, object] = {
        "indikator": "kunjungan_rawat_jalan", "unit": "A", "nama": "Unit A", "periode": "2026-10", "dari": 202610,
        "sampai": 202610, "pembilang": 1000, "penyebut": pd.NA, "n": pd.NA, "realisasi": 1000.0, "target": 1000.0,
        "capaian": 100.0, "bawah": nan, "atas": nan, "status": "tercapai", "alasan": "", "ada": 1, "wajib": 1,
    }  # fmt: skip
    return pd.DataFrame([dasar | b for b in baris], columns=list(CAPAIAN)).astype(CAPAIAN)


def baris(*isi: dict[str, object]) -> list[Baris]:
    return baca_baris(bingkai(*isi))


TANPA_TARGET = {"capaian": nan, "status": "tanpa_target"}
TANPA_DATA = {"realisasi": nan, "capaian": nan, "status": "tanpa_data", "alasan": "alasan.tanpa_data", "ada": 0}


@pytest.mark.parametrize(
    ("isi", "kunci"),
    [
        ({}, "kalimat.target_tercapai"),
        ({"capaian": 95.0, "status": "mendekati"}, "kalimat.target_mendekati"),
        ({"capaian": 50.0, "status": "belum"}, "kalimat.target_belum"),
        ({"capaian": 99.0, "status": "tak_pasti"}, "kalimat.target_tak_pasti"),
        ({"capaian": 99.0, "status": "tak_pasti", "ada": 2, "wajib": 3}, "kalimat.belum_lengkap"),
        ({"capaian": 95.0, "status": "mendekati", "ada": 2, "wajib": 3}, "kalimat.target_mendekati"),
        (TANPA_TARGET | {"target": nan, "alasan": "alasan.tanpa_target"}, "kalimat.tanpa_target"),
        (TANPA_TARGET | {"target": 0.0, "alasan": "alasan.target_nol"}, "kalimat.tanpa_target"),
        (TANPA_DATA, "kalimat.tanpa_angka"),
        (TANPA_DATA | {"alasan": "alasan.sedikit_orang"}, "kalimat.tanpa_angka"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("bahasa", BAHASA)
def test_the_sentence_of_one_figure(isi: dict[str, object], kunci: str, bahasa: str) -> None:
    kalimat = sentence_target(bingkai(isi), KUNJUNGAN, PERIODE, bahasa)
    assert kalimat.kunci == kunci
    tulisan = kalimat.dalam(bahasa)
    assert KUNJUNGAN.nama.dalam(bahasa) in tulisan
    assert "{" not in tulisan
    assert "nan" not in tulisan.lower()


def test_without_any_row_the_sentence_says_that_there_are_no_data_yet() -> None:
    assert sentence_target(bingkai(), KUNJUNGAN, PERIODE, "id").dalam("id") == (
        "Kunjungan rawat jalan: belum ada data sampai Oktober 2026"
    )


def test_the_numbers_in_a_sentence_are_those_of_the_figure() -> None:
    isi = {"realisasi": 9430.0, "target": 10_000.0, "capaian": 94.3, "status": "mendekati"}
    assert sentence_target(bingkai(isi), KUNJUNGAN, PERIODE, "id").dalam("id") == (
        "Kunjungan rawat jalan Oktober 2026 mendekati target: 9.430 dari 10.000 kunjungan (94,3%)"
    )
    assert "9,430 of 10,000 visits (94.3%)" in sentence_target(bingkai(isi), KUNJUNGAN, PERIODE, "en").dalam("en")


def test_an_incomplete_sum_says_how_many_reports_came() -> None:
    isi = {"status": "tak_pasti", "ada": 5, "wajib": 6}
    assert "laporan belum lengkap (5 dari 6)" in sentence_target(bingkai(isi), KUNJUNGAN, PERIODE, "id").dalam("id")


@pytest.mark.parametrize(
    ("nilai", "ind", "lengkap", "tanda"),
    [
        (1234.0, KUNJUNGAN, "1.234 kunjungan", "1.234"),
        (82.605, IKM, "82,61 poin", "82,61"),
        (94.25, TB, "94,3%", "94,3%"),
        (149.96, KONTAK, "150,0‰", "150,0‰"),
    ],
)
def test_a_figure_is_written_with_its_measure(nilai: float, ind: object, lengkap: str, tanda: str) -> None:
    assert nilai_satuan(nilai, ind, "id") == lengkap
    assert nilai_tanda(nilai, ind, "id") == tanda


def _status(*status: str) -> pd.DataFrame:
    nilai = {
        "tercapai": 100.0,
        "mendekati": 95.0,
        "belum": 50.0,
        "tak_pasti": 99.0,
        "tanpa_target": nan,
        "tanpa_data": nan,
    }
    return bingkai(*({"unit": f"U{n}", "status": s, "capaian": nilai[s]} for n, s in enumerate(status)))


@pytest.mark.parametrize(
    ("status", "kunci", "potong"),
    [
        (("tercapai", "tercapai", "mendekati"), "kalimat.unit_baik", "2 dari 3 unit"),
        (("tercapai", "belum", "tanpa_data"), "kalimat.unit_sebagian", "1 dari 2 unit mencapai target, 1 di bawah"),
        (("tercapai", "tak_pasti"), "kalimat.unit_ragu", "1 dari 2 unit mencapai target, 1 belum dapat dipastikan"),
        (("belum", "tak_pasti"), "kalimat.unit_sebagian", "0 dari 2 unit"),
        (("tercapai", "tanpa_target"), "kalimat.satu_unit_tercapai", "mencapai"),
        (("mendekati",), "kalimat.satu_unit_mendekati", "mendekati"),
        (("belum",), "kalimat.satu_unit_belum", "di bawah"),
        (("tak_pasti",), "kalimat.satu_unit_tak_pasti", "belum dapat dipastikan"),
        (("tanpa_target", "tanpa_data"), "kalimat.unit_tanpa_target", "belum ada target"),
        ((), "kalimat.unit_tanpa_target", "belum ada target"),
    ],
)
def test_the_sentence_of_units_side_by_side(status: tuple[str, ...], kunci: str, potong: str) -> None:
    kalimat = sentence_units(_status(*status), KUNJUNGAN, "id")
    assert kalimat.kunci == kunci
    assert potong in kalimat.dalam("id")
    assert "{" not in kalimat.dalam("en")


def _perhatian(kini: dict[str, object], dulu: dict[str, object] | None) -> list[str]:
    lama = baris() if dulu is None else baris({"periode": "2026-09", "dari": 202609, "sampai": 202609} | dulu)
    return [p.kalimat.kunci for p in list_perhatian(baris(kini), lama, REG, "id")]


@pytest.mark.parametrize(
    ("status", "capaian", "lalu", "ada"),
    [
        ("belum", 60.0, 70.0, True),
        ("mendekati", 92.0, 99.0, True),
        ("belum", 60.0, 60.0, False),
        ("belum", 60.0, 50.0, False),
        ("tercapai", 101.0, 130.0, False),
        ("tak_pasti", 60.0, 90.0, False),
    ],
)
def test_attention_needs_below_target_and_worse_than_before(
    status: str, capaian: float, lalu: float, ada: bool
) -> None:
    assert _perhatian({"status": status, "capaian": capaian}, {"capaian": lalu}) == (
        ["kalimat.perhatian"] if ada else []
    )


def test_in_a_first_year_below_target_is_enough_and_the_sentence_says_less() -> None:
    assert _perhatian({"status": "belum", "capaian": 60.0}, None) == ["kalimat.perhatian_baru"]
    assert _perhatian({"status": "tercapai", "capaian": 100.0}, None) == []


def test_one_unit_without_an_earlier_figure_is_left_out_where_others_have_one() -> None:
    kini = baris({"unit": "A", "status": "belum", "capaian": 60.0}, {"unit": "B", "status": "belum", "capaian": 10.0})
    dulu = baris({"unit": "A", "capaian": 80.0})
    assert [p.unit for p in list_perhatian(kini, dulu, REG, "id")] == ["A"]


def test_the_largest_gap_comes_first_and_carries_where_it_is() -> None:
    kini = baris(*({"unit": u, "status": "belum", "capaian": c} for u, c in (("A", 80.0), ("B", 40.0), ("C", 60.0))))
    dulu = baris(*({"unit": u, "capaian": 90.0} for u in "ABC"))
    daftar = list_perhatian(kini, dulu, REG, "id")
    assert [(p.unit, p.indikator) for p in daftar] == [(u, "kunjungan_rawat_jalan") for u in "BCA"]


def test_an_attention_sentence_names_both_periods_figures() -> None:
    kini = baris({"status": "belum", "capaian": 60.0, "realisasi": 600.0})
    dulu = baris({"capaian": 81.25, "dari": 202609, "sampai": 202609, "periode": "2026-09"})
    (p,) = list_perhatian(kini, dulu, REG, "id")
    assert p.kalimat.dalam("id") == (
        "Unit A: Kunjungan rawat jalan 600 dari target 1.000 kunjungan; capaian 60,0%, sebelumnya 81,3% (Sep 2026)"
    )


@pytest.mark.parametrize(
    ("banyak", "banding", "kunci"),
    [(2, True, "perhatian_ada"), (0, True, "perhatian_kosong"), (2, False, "perhatian_ada_baru"),
     (0, False, "perhatian_kosong_baru")],
)  # fmt: skip
def test_the_head_of_the_list_says_whether_there_was_anything_to_compare(
    banyak: int, banding: bool, kunci: str
) -> None:
    kini = baris(*({"unit": f"U{n}", "status": "belum", "capaian": 10.0} for n in range(banyak)))
    dulu = baris(*({"unit": f"U{n}", "capaian": 50.0} for n in range(2))) if banding else baris()
    kalimat = sentence_perhatian(list_perhatian(kini, dulu, REG, "id"), kini or baris({"capaian": 120.0}), dulu)
    assert kalimat.kunci == f"kalimat.{kunci}"
    assert (str(banyak) in kalimat.dalam("id")) == (banyak > 0)


def test_without_any_target_the_list_says_that_nothing_can_be_judged() -> None:
    kini = baris({"capaian": float("nan"), "status": "tanpa_target"})
    assert sentence_perhatian([], kini, baris()).kunci == "kalimat.perhatian_tanpa_target"


def test_a_unit_that_stopped_reporting_is_named_as_a_gap() -> None:
    df = baris(TANPA_DATA | {"unit": "A"}, {"unit": "B"}, TANPA_DATA | {"unit": "C", "wajib": 0})
    daftar = list_berhenti(df, REG, "id")
    assert [p.unit for p in daftar] == ["A"]
    assert daftar[0].kalimat.dalam("id") == "Unit A: belum ada laporan Kunjungan rawat jalan"


# --- words that claim more than the numbers say ------------------------------------------------------------------

TERLARANG = {
    "id": re.compile(
        r"\b(?:menyebabkan|disebabkan|penyebab|akibat\w*|mengakibatkan|berkat|terbukti|membuktikan|terbaik|terburuk"
        r"|signifikan|(?<!belum dapat )(?:di)?pasti(?:kan|nya)?)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:caus(?:e|es|ed|ing)|because|due to|thanks to|led to|proves?|proven|prov(?:ed|ing)|certain(?:ly)?|best"
        r"|worst|significant(?:ly)?)\b",
        re.IGNORECASE,
    ),
}


@pytest.mark.parametrize("bahasa", BAHASA)
def test_no_sentence_names_a_cause_a_proof_or_a_champion(bahasa: str) -> None:
    kalimat = {k: isi for k, isi in daftar_kunci(bahasa).items() if k.startswith(("kalimat.", "alasan.", "status."))}
    assert len(kalimat) > 20
    kalimat = {k: isi for k, isi in kalimat.items() if TERLARANG[bahasa].search(isi)}
    assert kalimat == {}


@pytest.mark.parametrize(
    ("bahasa", "isi", "kena"),
    [
        ("id", "Kebijakan ini menyebabkan kenaikan", True),
        ("id", "naik akibat lokakarya", True),
        ("id", "Unit terbaik", True),
        ("id", "naik signifikan", True),
        ("id", "pasti tercapai", True),
        ("id", "dapat dipastikan", True),
        ("id", "belum dapat dipastikan", False),
        ("id", "partisipasi naik", False),
        ("en", "visits rose because of the policy", True),
        ("en", "the best unit", True),
        ("en", "cannot be told yet", False),
    ],
)
def test_the_word_check_finds_each_word_and_spares_its_neighbours(bahasa: str, isi: str, kena: bool) -> None:
    assert bool(TERLARANG[bahasa].search(isi)) is kena
