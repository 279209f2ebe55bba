"""Figures of training and compliance: valid, in both languages, gaps as gaps, nothing hidden as a zero."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import pytest

from kinerja.charts.adopsi import Dukung, bars_predikat, line_adopsi
from kinerja.charts.jp import ARAH, BarisJp, bars_jp, bars_jumlah
from kinerja.charts.kepatuhan import Sel, alt_kepatuhan, heatmap_kepatuhan, kata_keadaan
from kinerja.charts.theme import GELAP, TERANG
from kinerja.i18n import BAHASA

JP = [
    BarisJp("A", "Unit <A>", 10, (4, 1, 2, 3, 0), tertutup=False),
    BarisJp("B", "Kelurahan yang namanya panjang sekali", 3, (0, 0, 0, 0, 0), tertutup=True),
]
SEL = [
    Sel("A", "Unit A", 202605, "ada", 92.3, 12, 13),
    Sel("A", "Unit A", 202606, "belum", 0.0, 0, 0),
    Sel("B", "Unit B", 202605, "tertutup", 0.0, 0, 12),
    Sel("B", "Unit B", 202606, "tidak_berlaku", 0.0, 0, 0),
]
GARIS = {"tepat": {202605: 80.0, 202607: 90.0}, "bukti": {202605: 95.0}, "umpan_balik": {}}
DUKUNG = [Dukung(202606, "sosialisasi", 2, "SKP (Unit A)"), Dukung(202607, "pendampingan", 1, "SKP")]


@pytest.mark.parametrize("tema", [TERANG, GELAP])
@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize("sempit", [False, True])
def test_every_figure_is_json_and_valid_for_plotly(bahasa, tema, sempit: bool) -> None:  # type: ignore[no-untyped-def]
    cara = {"bahasa": bahasa, "tema": tema}
    semua = [
        bars_jp(JP, **cara, sempit=sempit),
        bars_jp(JP[:1], **cara, sempit=True, ringkas=True),
        bars_jumlah([("Pelatihan <SKP>", 12, "12 peserta")], **cara, sempit=sempit),
        heatmap_kepatuhan(SEL, **cara, sempit=sempit),
        line_adopsi(GARIS, (202605, 202608), **cara, dukungan=DUKUNG, kebijakan=[(202607, "mulai")], sempit=sempit),
        line_adopsi(GARIS, (202605, 202608), **cara, lajur=False),
        bars_predikat([("Baik", 4, "4 (80%)"), ("Kurang", 1, "1 (20%)")], **cara, warna=["#000000", "#ffffff"]),
        *(f([], **cara) for f in (bars_jp, bars_jumlah, heatmap_kepatuhan)),
        line_adopsi({}, (202605, 202606), **cara),
        bars_predikat([], **cara, warna=[]),
    ]
    for fig in semua:
        go.Figure(json.loads(json.dumps(fig)))
        assert "<A>" not in json.dumps(fig["data"])


def test_a_hidden_group_is_a_word_and_no_bar() -> None:
    fig = bars_jp(JP, bahasa="id", tema=TERANG)
    batang = [d for d in fig["data"] if d["type"] == "bar"]
    assert all(c[0] == "A" for d in batang for c in d["customdata"])
    assert len(batang) == 4  # nobody "tidak tercapai" before the year is over
    assert "disembunyikan (kurang dari 5 orang)" in json.dumps(fig)


def test_parts_of_a_bar_are_percent_of_its_people() -> None:
    batang = [d for d in bars_jp(JP, bahasa="id", tema=TERANG)["data"] if d["type"] == "bar"]
    assert [d["x"][0] for d in batang] == [40, 10, 20, 30]
    assert len(ARAH) == len(JP[0].jumlah)
    assert TERANG.belum not in {d["marker"]["color"] for d in batang}


def test_a_month_without_reports_is_a_word_and_not_zero_percent() -> None:
    fig = heatmap_kepatuhan(SEL, bahasa="id", tema=TERANG)
    assert fig["data"][0]["z"] == [[92.3, -50], [-50, None]]
    assert fig["data"][1]["text"] == ["92%", "belum", "&lt; 5"]
    assert "0%" not in fig["data"][1]["text"]
    assert len(fig["layout"]["shapes"]) == 1  # the frame round the gap
    assert kata_keadaan(SEL[0], "en") == "92% (12 of 13)"
    assert kata_keadaan(SEL[1], "id") == "belum ada laporan"
    assert "1 belum ada laporan" in alt_kepatuhan(SEL, bahasa="id")
    assert alt_kepatuhan([], bahasa="id")


def test_a_gap_breaks_the_line_and_support_stands_on_the_same_months() -> None:
    fig = line_adopsi(GARIS, (202605, 202608), bahasa="id", tema=TERANG, dukungan=DUKUNG)
    assert fig["data"][0]["y"] == [80.0, None, 90.0, None]
    sosialisasi, pendampingan = fig["data"][-2:]
    assert (sosialisasi["x"], pendampingan["x"]) == ([1], [2])
    assert fig["layout"]["yaxis"]["tickvals"][-1] == 100
    assert max(*sosialisasi["y"], *pendampingan["y"]) < min(v for v in fig["layout"]["yaxis"]["tickvals"][2:])
