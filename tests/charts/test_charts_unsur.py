"""Elements of the survey: the figure stands on the far side of where the point came from."""

from __future__ import annotations

import pandas as pd
import pytest

from kinerja.charts.theme import TERANG
from kinerja.charts.unsur import dots_unsur
from tests.charts.bahan_charts import tulisan

NAN = float("nan")
ISI = pd.DataFrame(
    [
        ("biaya", "Biaya/tarif", 3.62, 3.60, 400),
        ("sarana", "Sarana dan prasarana", 3.08, 3.14, 400),
        ("waktu", "Waktu <penyelesaian>", 2.98, 3.04, 400),
        ("produk", "Produk layanan", 3.30, NAN, 12),
        ("kosong", "Penanganan pengaduan", NAN, 3.1, 0),
    ],
    columns=["anggota", "nama", "nilai", "lalu", "n"],
)
POLOS = {"batas": 3.0644, "nama_batas": "batas mutu B", "bahasa": "id", "tema": TERANG}


def angka(gambar: dict) -> dict:
    return {a["text"]: a for a in gambar["layout"]["annotations"]}


def test_a_point_that_moved_down_has_its_figure_at_the_left() -> None:
    isi = angka(dots_unsur(ISI, **POLOS))
    for teks in ("<b>3,08</b>", "<b>2,98</b>"):
        assert isi[teks]["xanchor"] == "right"
        assert isi[teks]["xshift"] < 0


def test_a_point_that_moved_up_or_is_new_has_its_figure_at_the_right() -> None:
    isi = angka(dots_unsur(ISI, **POLOS))
    for teks in ("<b>3,62</b>", "<b>3,30</b>"):
        assert isi[teks]["xanchor"] == "left"
        assert isi[teks]["xshift"] > 0


@pytest.mark.parametrize(("ukuran", "lebar", "kiri"), [("layar", 326, 146), ("paparan", 760, 260)])
def test_figures_beside_the_outermost_points_stay_inside_the_drawing(ukuran: str, lebar: int, kiri: int) -> None:
    hasil = dots_unsur(ISI, ukuran=ukuran, **POLOS)
    bawah, atas = hasil["layout"]["xaxis"]["range"]
    per_px = (atas - bawah) / (lebar - kiri - 18)
    huruf = hasil["layout"]["font"]["size"]
    assert (2.98 - bawah) / per_px >= 4 * 0.5 * huruf + abs(angka(hasil)["<b>2,98</b>"]["xshift"])
    assert (atas - 3.62) / per_px >= 4 * 0.5 * huruf + angka(hasil)["<b>3,62</b>"]["xshift"]


def test_the_limit_is_a_line_with_its_name_and_figure() -> None:
    hasil = dots_unsur(ISI, **POLOS)
    assert hasil["layout"]["shapes"][0]["x0"] == 3.0644
    assert "batas mutu B 3,06" in angka(hasil)


def test_below_the_limit_is_red_and_points_down() -> None:
    tanda = dots_unsur(ISI, **POLOS)["data"][2]["marker"]
    assert tanda["color"][:4] == [TERANG.tercapai, TERANG.tercapai, TERANG.belum, TERANG.tercapai]
    assert tanda["symbol"][:4] == ["circle", "circle", "triangle-down", "circle"]


def test_the_period_before_is_hollow_and_only_where_it_exists() -> None:
    lalu = dots_unsur(ISI, **POLOS)["data"][1]
    assert lalu["x"] == [3.60, 3.14, 3.04]
    assert lalu["marker"]["color"] == TERANG.permukaan


def test_an_element_without_answers_says_so() -> None:
    hasil = dots_unsur(ISI, **POLOS)
    assert "tidak ada jawaban" in tulisan(hasil)
    assert "<b>–</b>" not in tulisan(hasil)


def test_hover_has_score_before_and_number_of_answers_and_names_are_safe() -> None:
    isi = dots_unsur(ISI, **POLOS)["data"][2]["customdata"]
    assert isi[2] == ["waktu", "Waktu &lt;penyelesaian&gt;", "2,98", "3,04", "400"]
    assert isi[3][3] == "–"
