"""Bars of capaian: values, words, and a text that never lies on the target tick."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.charts.capaian import bars_capaian, letak_tulisan
from kinerja.charts.theme import TERANG
from tests.charts.bahan_charts import IKM, KUNJUNGAN, NAMA, frame, row, tulisan

POLOS = {"ind": KUNJUNGAN, "bahasa": "id", "tema": TERANG}
U = list(NAMA)
LENGKAP = frame(
    [
        row(1054, 1000, unit=U[0]),
        row(952, 1000, unit=U[1]),
        row(830, 1000, unit=U[2]),
        row(952, 1000, unit=U[3], ada=2, wajib=3),
        row(500, None, unit=U[4]),
        row(None, 1000, unit=U[5], ada=0),
        row(None, 1000, unit=U[6], alasan="alasan.sedikit_orang"),
    ]
)


def klik(gambar: dict) -> dict:
    return gambar["data"][0]


def batang(gambar: dict) -> dict:
    return gambar["data"][1]


def test_bars_have_the_capaian_of_the_frame_in_its_order() -> None:
    hasil = bars_capaian(LENGKAP, **POLOS)
    assert batang(hasil)["x"] == pytest.approx([105.4, 95.2, 83.0, 95.2, None, None, None])
    assert hasil["layout"]["yaxis"]["range"] == [6.5, -0.5]  # first row on top


def test_colour_and_word_say_the_same() -> None:
    hasil = bars_capaian(LENGKAP, **POLOS)
    assert batang(hasil)["marker"]["color"][:4] == [
        TERANG.tercapai,
        TERANG.mendekati,
        TERANG.belum,
        TERANG.tak_pasti,
    ]
    kata = [t.strip() for t in hasil["data"][4]["text"]]
    assert kata[:4] == [
        "<b>105,4%</b> tercapai",
        "<b>95,2%</b> mendekati",
        "<b>83,0%</b> belum tercapai",
        "<b>95,2%</b> belum lengkap",
    ]


def test_a_unit_without_capaian_has_no_bar_but_its_reason() -> None:
    hasil = bars_capaian(LENGKAP, **POLOS)
    assert hasil["data"][4]["text"][4:] == [
        "500 kunjungan, belum ada target",
        "tidak ada laporan",
        "disembunyikan: &lt; 0 orang",
    ]
    assert len(hasil["data"][2]["y"]) == 4  # no target tick in the rows without capaian


def test_hidden_respondents_are_told_with_the_minimum_of_the_indikator() -> None:
    isi = frame([row(None, 85, ind=IKM, alasan="alasan.sedikit_responden")])
    assert "disembunyikan: &lt; 10 responden" in tulisan(bars_capaian(isi, ind=IKM, bahasa="id", tema=TERANG))


def test_more_than_100_percent_is_not_clipped() -> None:
    hasil = bars_capaian(frame([row(4000, 1000)]), **POLOS)
    assert batang(hasil)["x"] == [400.0]
    assert hasil["layout"]["xaxis"]["range"][1] > 400


def test_the_target_is_a_tick_at_100_in_ink_and_named() -> None:
    hasil = bars_capaian(LENGKAP, **POLOS)
    assert set(hasil["data"][2]["x"]) == {100}
    assert hasil["data"][2]["marker"]["line"]["color"] == TERANG.tinta
    assert hasil["layout"]["xaxis"]["ticktext"] == ["target 100%"]


def test_the_figure_grows_with_the_number_of_units() -> None:
    tinggi = [bars_capaian(frame([row(1, 2)] * n), **POLOS)["layout"]["height"] for n in (1, 2, 19)]
    assert tinggi[2] - tinggi[0] == 18 * (tinggi[1] - tinggi[0])


def test_a_click_anywhere_in_a_row_gives_the_kode_of_the_unit() -> None:
    hasil = bars_capaian(LENGKAP, **POLOS)
    assert [c[0] for c in klik(hasil)["customdata"]] == U
    assert set(klik(hasil)["x"]) == {hasil["layout"]["xaxis"]["range"][1]}
    assert klik(hasil)["width"] == 1
    assert all(j["hoverinfo"] == "skip" for j in hasil["data"][1:])


def test_a_click_does_not_fade_the_other_bars() -> None:
    hasil = bars_capaian(LENGKAP, **POLOS)
    for j in (batang(hasil), hasil["data"][2]):
        assert j["unselected"]["marker"]["opacity"] == j["selected"]["marker"]["opacity"] == 1
    assert klik(hasil)["selected"]["marker"]["opacity"] == klik(hasil)["unselected"]["marker"]["opacity"] == 0


def test_hover_has_figure_target_capaian_and_what_is_missing() -> None:
    isi = klik(bars_capaian(LENGKAP, **POLOS))["customdata"]
    assert isi[0][2:] == ["1.054 kunjungan", "1.000", "105,4%", "tercapai"]
    assert isi[3][5] == "belum lengkap; laporan masuk 2 dari 3"


def test_names_with_markup_are_shown_as_written() -> None:
    hasil = bars_capaian(frame([row(1, 2, nama="Poli <b>Gigi</b> & Mulut")]), **POLOS)
    assert "Poli &lt;b&gt;Gigi&lt;/b&gt; &amp; Mulut" in tulisan(hasil)
    assert klik(hasil)["customdata"][0][1] == "Poli &lt;b&gt;Gigi&lt;/b&gt; &amp; Mulut"


@given(st.floats(0, 1000), st.floats(5, 300))
@settings(max_examples=300, derandomize=True)
def test_the_text_never_lies_on_the_target_tick(capaian: float, luas: float) -> None:
    letak = letak_tulisan(capaian, luas)
    if letak.di_dalam:
        assert letak.x + luas <= capaian
    else:
        assert letak.x >= capaian or letak.x == 100.0
        assert not letak.x < 100.0 < letak.x + luas


def test_a_bar_with_a_long_text_over_the_target_writes_it_on_the_bar() -> None:
    assert letak_tulisan(105.4, 40.0).di_dalam
    assert letak_tulisan(30.0, 40.0) == (30.0, False)
    assert letak_tulisan(80.0, 90.0) == (100.0, False)
