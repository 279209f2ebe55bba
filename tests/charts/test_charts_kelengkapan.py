"""Completeness: shapes and words beside colour, units in the order given, gaps seen at once, nobody ranked."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from kinerja.charts.kelengkapan import KEADAAN, SIMBOL, Sel, alt_kelengkapan, heatmap_kelengkapan
from kinerja.charts.theme import GELAP, TERANG, kontras

BULAN = (202511, 202512, 202601)
ISI = (
    Sel("B", "Puskesmas Pegambiran", 202511, "lapor", 1, 1, "masuk 3 Des 2025"),
    Sel("B", "Puskesmas Pegambiran", 202512, "belum", 0, 1, ""),
    Sel("B", "Puskesmas Pegambiran", 202601, "lapor", 1, 1, ""),
    Sel("A", "Poli <Umum> & Gigi", 202511, "tidak_berlaku", 0, 0, ""),
    Sel("A", "Poli <Umum> & Gigi", 202512, "sebagian", 7, 12, ""),
    Sel("A", "Poli <Umum> & Gigi", 202601, "belum", 0, 12, ""),
)


def bingkai(isi: tuple[Sel, ...] = ISI) -> pd.DataFrame:
    return pd.DataFrame(list(isi), columns=list(Sel._fields))


def gambar(isi: tuple[Sel, ...] = ISI, **lain: Any) -> dict[str, Any]:
    return heatmap_kelengkapan(bingkai(isi), **{"bahasa": "id", "tema": TERANG, **lain})


def test_every_cell_has_a_mark_whose_shape_tells_its_state() -> None:
    tanda = gambar()["data"][1]
    assert tanda["marker"]["symbol"] == [SIMBOL[s.keadaan] for s in ISI]
    assert len(set(SIMBOL.values())) == len(KEADAAN)


def test_only_what_is_missing_or_partial_has_a_word_in_its_cell() -> None:
    assert gambar()["data"][2]["text"] == ["belum", "7/12", "belum"]
    assert gambar(bahasa="en")["data"][2]["text"] == ["not yet", "7/12", "not yet"]


def test_the_hover_text_says_everything_in_words() -> None:
    kata = [c[1:] for c in gambar()["data"][1]["customdata"]]
    assert kata[0] == ["Puskesmas Pegambiran", "November 2025", "lapor (masuk 3 Des 2025)"]
    assert kata[3] == ["Poli &lt;Umum&gt; &amp; Gigi", "November 2025", "tidak berlaku"]
    assert kata[4][2] == "7 dari 12 indikator"


def test_a_click_gives_the_code_of_the_unit() -> None:
    hasil = gambar()
    assert [c[0] for c in hasil["data"][1]["customdata"]] == [s.unit for s in ISI]
    assert hasil["layout"]["clickmode"] == "event+select"
    assert hasil["data"][0]["hoverinfo"] == hasil["data"][2]["hoverinfo"] == "skip"


def test_units_stand_in_the_order_given_and_months_run_forward() -> None:
    layout = gambar(tuple(reversed(ISI)))["layout"]
    assert layout["yaxis"]["ticktext"][0].startswith("Poli &lt;Umum&gt;")
    assert layout["yaxis"]["range"][0] > layout["yaxis"]["range"][1]  # first unit on top
    assert layout["xaxis"]["ticktext"] == ["Nov<br>2025", "Des", "Jan<br>2026"]


def test_the_colour_of_a_cell_is_that_of_its_state() -> None:
    petak = gambar()["data"][0]
    skala = [warna for _, warna in petak["colorscale"][::2]]
    assert petak["z"] == [[0, 2, 0], [4, 1, 2]]
    assert skala == [TERANG.pita, TERANG.netral, TERANG.kosong, TERANG.pita, TERANG.permukaan]
    assert (petak["zmin"], petak["zmax"]) == (-0.5, 4.5)


@pytest.mark.parametrize("tema", [TERANG, GELAP], ids=["terang", "gelap"])
def test_marks_and_words_can_be_seen_on_their_cells(tema: Any) -> None:
    petak = dict(zip(KEADAAN, (tema.pita, tema.netral, tema.kosong, tema.pita, tema.permukaan), strict=True))
    hasil = gambar(tema=tema)["data"]
    for s, warna in zip(ISI, hasil[1]["marker"]["color"], strict=True):
        assert kontras(warna, petak[s.keadaan]) >= 3
    for keadaan in ("belum", "sebagian"):
        assert kontras(hasil[2]["textfont"]["color"], petak[keadaan]) >= 4.5


def test_no_colour_of_a_missed_target_is_used_for_a_missing_report() -> None:
    isi = json.dumps(gambar())
    assert TERANG.belum not in isi
    assert TERANG.mendekati not in isi


def test_two_units_of_the_same_name_are_two_rows() -> None:
    isi = (Sel("A", "Poli Umum", 202601, "lapor", 1, 1, ""), Sel("B", "Poli Umum", 202601, "belum", 0, 1, ""))
    hasil = gambar(isi)
    assert len(hasil["layout"]["yaxis"]["tickvals"]) == 2
    assert hasil["data"][0]["z"] == [[0], [2]]


def test_on_a_telephone_names_stand_above_cells_that_take_the_whole_width() -> None:
    hasil = gambar(sempit=True)
    assert hasil["layout"]["margin"]["l"] < 10
    assert hasil["data"][3]["text"] == ["Puskesmas Pegambiran", "Poli &lt;Umum&gt; &amp; Gigi"]
    tepi = hasil["data"][0]["y"]
    for nama, sel, (atas, bawah) in zip(
        hasil["data"][3]["y"], hasil["data"][1]["y"][::3], zip(tepi[1::2], tepi[2::2], strict=True), strict=True
    ):
        assert nama < atas < sel < bawah


def test_years_are_named_as_years() -> None:
    isi = (
        Sel("A", "Puskesmas A", 202312, "lapor", 1, 1, ""),
        Sel("A", "Puskesmas A", 202412, "bukan_bulanan", 0, 0, ""),
    )
    hasil = gambar(isi, tahunan=True)
    assert hasil["layout"]["xaxis"]["ticktext"] == ["2023", "2024"]
    assert hasil["data"][1]["customdata"][1][2:] == ["2024", "bukan bulanan"]


@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("sempit", [False, True])
@pytest.mark.parametrize("tema", [TERANG, GELAP], ids=["terang", "gelap"])
def test_the_figure_is_json_and_valid_for_plotly(bahasa: str, sempit: bool, tema: Any) -> None:
    hasil = gambar(bahasa=bahasa, sempit=sempit, tema=tema)
    assert json.loads(json.dumps(hasil, allow_nan=False)) == hasil
    go.Figure(hasil)


def test_no_rows_give_a_figure_that_says_so() -> None:
    hasil = gambar(())
    assert hasil["layout"]["annotations"][0]["text"] == "Tidak ada data untuk pilihan ini."
    assert hasil["data"]
    assert alt_kelengkapan(bingkai(()), bahasa="id") == "Tidak ada data untuk pilihan ini."


def test_the_sentence_for_listeners_counts_every_state() -> None:
    assert alt_kelengkapan(bingkai(), bahasa="id") == (
        "Kelengkapan laporan 2 unit, November 2025 sampai Januari 2026: 2 lapor, 1 sebagian, 2 belum, 1 tidak berlaku."
    )
