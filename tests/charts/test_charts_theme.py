"""Colours: contrast is computed, not believed."""

from __future__ import annotations

import pytest

from kinerja.charts.theme import (
    GELAP,
    SIMBOL,
    TERANG,
    Tema,
    kontras,
    tinta_di_atas,
    warna_divergen,
    warna_status,
)

KEDUA = pytest.mark.parametrize("tema", [TERANG, GELAP], ids=["terang", "gelap"])


def test_contrast_of_black_on_white_is_21() -> None:
    assert kontras("#000000", "#ffffff") == pytest.approx(21.0)
    assert kontras("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@KEDUA
def test_texts_have_contrast_of_4_5(tema: Tema) -> None:
    for tinta in (tema.tinta, tema.redup):
        assert kontras(tinta, tema.permukaan) >= 4.5
    assert kontras(tema.redup, tema.kosong) >= 4.5


@KEDUA
def test_marks_have_contrast_of_3(tema: Tema) -> None:
    for warna in (tema.tercapai, tema.mendekati, tema.belum, tema.tak_pasti, tema.biru, *tema.kategori):
        assert kontras(warna, tema.permukaan) >= 3.0, warna


@KEDUA
@pytest.mark.parametrize("capaian", range(50, 151, 5))
def test_a_figure_is_readable_on_every_colour_of_the_heat_map(tema: Tema, capaian: int) -> None:
    warna = warna_divergen(float(capaian), tema)
    assert kontras(tinta_di_atas(warna, tema), warna) >= 4.5


@KEDUA
def test_a_word_is_readable_on_every_bar(tema: Tema) -> None:
    for status in SIMBOL:
        warna = warna_status(tema, status)
        assert kontras(tinta_di_atas(warna, tema), warna) >= 4.5


def test_the_middle_of_the_diverging_scale_is_100_percent_and_its_ends_are_clipped() -> None:
    assert warna_divergen(100.0, TERANG) == TERANG.divergen[2]
    assert warna_divergen(60.0, TERANG) == warna_divergen(12.0, TERANG) == TERANG.divergen[0]
    assert warna_divergen(140.0, TERANG) == warna_divergen(900.0, TERANG) == TERANG.divergen[-1]


def test_grey_stands_for_all_that_cannot_be_judged() -> None:
    for status in ("tak_pasti", "tanpa_target", "tanpa_data"):
        assert warna_status(TERANG, status) == TERANG.tak_pasti


def test_every_judgement_has_a_shape_of_its_own() -> None:
    assert len({SIMBOL[s] for s in ("tercapai", "mendekati", "belum")}) == 3
