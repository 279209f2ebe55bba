"""The nine cells, the distribution beside the pattern, and the dots of calibration: values, places, colours."""

from __future__ import annotations

import json
import re
from typing import Any

import plotly.graph_objects as go
import pytest

from kinerja.charts.kalibrasi import Titik, alt_dots_kalibrasi, dots_kalibrasi
from kinerja.charts.predikat import (
    URUT,
    alt_bars_predikat,
    alt_matrix_predikat,
    alt_matrix_saya,
    bars_predikat,
    matrix_predikat,
    matrix_saya,
    warna_sel,
)
from kinerja.charts.theme import GELAP, TERANG, Tema, kontras, tinta_di_atas, warna_predikat
from kinerja.domain.pola import pola_baku
from kinerja.domain.predikat import EKSPEKTASI, PREDIKAT, tentukan_predikat
from kinerja.i18n import teks

NAN = float("nan")
SEL: dict[Any, int] = {("di_atas", "di_atas"): 9, ("sesuai", "sesuai"): 1040, ("di_bawah", "sesuai"): 7}
TITIK = [
    Titik("A", "Kelurahan A · ASN-0001", 15, 2.6, 2.36, 2.15, 2.57, 85.2, "berbeda"),
    Titik("B", "Kelurahan B · ASN-0002", 11, 2.0, 2.02, 1.8, 2.3, 80.0, "tak_dapat_dibedakan"),
    Titik("C", "Kelurahan C · ASN-0003", 3, NAN, NAN, NAN, NAN, NAN, "tak_dapat_dibedakan"),
]
KEDUA = pytest.mark.parametrize("tema", [TERANG, GELAP], ids=["terang", "gelap"])


@KEDUA
@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("sempit", [False, True])
def test_figures_are_json_without_nan_and_valid_for_plotly(tema: Tema, bahasa: Any, sempit: bool) -> None:
    semua = [
        matrix_predikat(SEL, bahasa=bahasa, tema=tema, dipilih=("sesuai", "sesuai"), sempit=sempit),
        matrix_predikat({}, bahasa=bahasa, tema=tema, sempit=sempit),
        matrix_saya(("sesuai", "di_atas"), bahasa=bahasa, tema=tema, sempit=sempit),
        bars_predikat({"baik": 7, "kurang": 1}, pola_baku("baik"), bahasa=bahasa, tema=tema, sempit=sempit),
        bars_predikat({}, None, bahasa=bahasa, tema=tema, sempit=sempit),
        dots_kalibrasi(TITIK, 2.1, bahasa=bahasa, tema=tema, sempit=sempit),
        dots_kalibrasi([], NAN, bahasa=bahasa, tema=tema, sempit=sempit),
        dots_kalibrasi(TITIK[2:], NAN, bahasa=bahasa, tema=tema, sempit=sempit),
    ]
    for gambar in semua:
        assert json.loads(json.dumps(gambar, allow_nan=False)) == gambar
        go.Figure(gambar)


@pytest.mark.parametrize("hasil", EKSPEKTASI)
@pytest.mark.parametrize("perilaku", EKSPEKTASI)
def test_ones_own_cell_is_marked_and_no_number_of_anybody_is_told(hasil: Any, perilaku: Any) -> None:
    fig = matrix_saya((hasil, perilaku), bahasa="id", tema=TERANG)
    lain, anda = fig["data"][1:]
    x, y = URUT.index(perilaku), URUT.index(hasil)
    predikat = teks("id", f"penilaian.predikat.{tentukan_predikat(hasil, perilaku)}")
    assert (anda["x"], anda["y"], anda["text"]) == ([x], [y], [f"<b>Anda</b><br>{predikat}"])
    assert len(lain["text"]) == 8 and (x, y) not in zip(lain["x"], lain["y"], strict=True)
    (bingkai,) = fig["layout"]["shapes"]
    assert bingkai["x0"] < x < bingkai["x1"] and bingkai["y0"] < y < bingkai["y1"]
    assert not re.search(r"\d", "".join([*lain["text"], *anda["text"]]))
    assert predikat in alt_matrix_saya((hasil, perilaku), bahasa="id")


def test_a_cell_stands_at_its_ratings_and_carries_its_count() -> None:
    angka = matrix_predikat(SEL, bahasa="id", tema=TERANG)["data"][1]
    isi = {
        tuple(c[:2]): (x, y, teks)
        for c, x, y, teks in zip(*map(angka.get, ("customdata", "x", "y", "text")), strict=True)
    }
    assert len(isi) == 9
    assert isi["di_atas", "di_atas"][:2] == (2, 2)
    assert isi["di_bawah", "sesuai"][:2] == (1, 0)
    assert "1.040" in isi["sesuai", "sesuai"][2]
    assert "<b>0</b>" in isi["di_bawah", "di_bawah"][2]


def test_the_colour_of_a_cell_is_that_of_its_predikat() -> None:
    petak = matrix_predikat(SEL, bahasa="id", tema=TERANG)["data"][0]
    for y, hasil in enumerate(URUT):
        for x, perilaku in enumerate(URUT):
            assert PREDIKAT[petak["z"][y][x]] == tentukan_predikat(hasil, perilaku)


@KEDUA
def test_words_are_readable_on_every_cell_and_bars_are_seen(tema: Tema) -> None:
    for p in PREDIKAT:
        assert kontras(tinta_di_atas(warna_sel(tema, p), tema), warna_sel(tema, p)) >= 4.5
        assert kontras(warna_predikat(tema, p), tema.permukaan) >= 3.0
    assert len({warna_predikat(tema, p) for p in PREDIKAT}) == 5


def test_the_chosen_cell_has_a_frame() -> None:
    (bingkai,) = matrix_predikat(SEL, bahasa="id", tema=TERANG, dipilih=("di_bawah", "sesuai"))["layout"]["shapes"]
    assert bingkai["x0"] < 1 < bingkai["x1"]
    assert bingkai["y0"] < 0 < bingkai["y1"]
    assert matrix_predikat(SEL, bahasa="id", tema=TERANG)["layout"]["shapes"] == []


def test_bars_are_shares_from_sangat_kurang_to_sangat_baik_and_the_pattern_is_its_points() -> None:
    gambar = bars_predikat({"baik": 3, "kurang": 1}, pola_baku("baik"), bahasa="id", tema=TERANG)
    batang, pola = gambar["data"]
    assert batang["y"] == [0, 25, 0, 75, 0]
    assert pola["y"] == [round(100 * t / 24, 3) for t in (2, 3, 6, 11, 2)]
    assert pola["line"]["dash"] == "dash"
    assert "<b>3</b> (75,0%)" in gambar["layout"]["xaxis"]["ticktext"][3]
    assert len(bars_predikat({"baik": 3}, None, bahasa="id", tema=TERANG)["data"]) == 1


def test_dots_stand_in_the_given_order_and_blue_is_not_a_judgement() -> None:
    gambar = dots_kalibrasi(TITIK, 2.1, bahasa="id", tema=TERANG)
    _, mentah, tanda, hasil = gambar["data"]
    assert tanda["y"] == [0, 1]
    assert tanda["x"] == [2.36, 2.02]
    assert mentah["x"] == [2.6, 2.0]
    assert hasil["x"] == [85.2, 80.0]
    assert tanda["marker"]["color"] == [TERANG.biru, TERANG.tak_pasti]
    assert tanda["marker"]["symbol"][0] != tanda["marker"]["symbol"][1]
    assert gambar["layout"]["shapes"][0]["x0"] == 2.1
    assert any("kurang dari 5 orang" in a["text"] and a["y"] == 2 for a in gambar["layout"]["annotations"])


def test_sentences_for_people_who_hear_the_page() -> None:
    assert "1.040 orang" in alt_matrix_predikat(SEL, bahasa="id")
    assert alt_bars_predikat({"baik": 3}, bahasa="id").endswith("Baik: 3, Sangat Baik: 0")
    assert alt_dots_kalibrasi(TITIK, bahasa="id").startswith("2 dibandingkan: 1 tidak dapat dibedakan")
