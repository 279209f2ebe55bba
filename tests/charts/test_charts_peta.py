"""The heat map: colour around 100 %, real figures as text, a point under every cell."""

from __future__ import annotations

import pytest

from kinerja.charts.peta import heatmap_capaian
from kinerja.charts.theme import GELAP, TERANG, kontras, warna_divergen
from tests.charts.bahan_charts import IKM, KUNJUNGAN, SKP, TURUN, frame, row

POLOS = {"indikator": {i.kode: i for i in (KUNJUNGAN, IKM, SKP)}, "bahasa": "id", "tema": TERANG}
ISI = frame(
    [
        row(1300, 1000, ind=KUNJUNGAN, unit="PKM-LB"),
        row(82.6, None, ind=IKM, unit="PKM-LB"),
        row(30.0, 100.0, ind=SKP, unit="PKM-LB"),
        row(1000, 1000, ind=KUNJUNGAN, unit="KEL-01"),
        row(None, 85.0, ind=IKM, unit="KEL-01", alasan="alasan.sedikit_responden"),
        row(200.0, 100.0, ind=SKP, unit="PKM-PG"),
        row(950, 1000, ind=KUNJUNGAN, unit="PKM-PG", ada=1, wajib=3),
    ]
)


def warna(gambar: dict) -> dict:
    return gambar["data"][0]


def teks(gambar: dict) -> dict:
    return gambar["data"][1]


def warna_sel(gambar: dict, z: float) -> str:
    """Colour that Plotly gives to ``z`` by the colour scale of the figure."""
    t = (z - warna(gambar)["zmin"]) / (warna(gambar)["zmax"] - warna(gambar)["zmin"])
    skala = warna(gambar)["colorscale"]
    return [w for letak, w in skala if letak <= t + 1e-9][-1]


def test_cells_lie_by_order_of_units_and_of_the_mapping() -> None:
    hasil = heatmap_capaian(ISI, **POLOS)
    assert hasil["layout"]["yaxis"]["ticktext"][0].startswith("Puskesmas")
    assert [len(r) for r in warna(hasil)["z"]] == [3, 3, 3]
    assert teks(hasil)["text"] == ["130,0%", "82,60", "30,0%", "100,0%", "–", "–", "95,0%", "–", "200,0%"]


def test_colours_are_clipped_but_figures_are_not() -> None:
    hasil = heatmap_capaian(ISI, **POLOS)
    assert warna(hasil)["z"][0][2] == 60.0
    assert warna(hasil)["z"][2][2] == 140.0
    assert "200,0%" in teks(hasil)["text"]
    assert "30,0%" in teks(hasil)["text"]


def test_100_percent_has_the_middle_colour() -> None:
    hasil = heatmap_capaian(ISI, **POLOS)
    assert warna_sel(hasil, warna(hasil)["z"][1][0]) == TERANG.divergen[2]
    assert warna_sel(hasil, 60.0) == TERANG.divergen[0]
    assert warna_sel(hasil, 140.0) == TERANG.divergen[4]


def test_no_data_no_target_and_uncertain_are_grey_and_different() -> None:
    hasil = heatmap_capaian(ISI, **POLOS)
    z = warna(hasil)["z"]
    assert warna_sel(hasil, z[1][1]) == warna_sel(hasil, z[1][2]) == TERANG.kosong
    assert warna_sel(hasil, z[0][1]) == warna_sel(hasil, z[2][0]) == TERANG.netral


@pytest.mark.parametrize("tema", [TERANG, GELAP])
def test_every_figure_reads_on_its_cell(tema: object) -> None:
    isi = frame([row(float(v), 100.0, ind=SKP, unit=f"U{v}") for v in range(50, 151, 3)])
    hasil = heatmap_capaian(isi, **{**POLOS, "tema": tema})
    for v, tinta in zip(range(50, 151, 3), teks(hasil)["textfont"]["color"], strict=True):
        assert kontras(tinta, warna_divergen(float(v), tema)) >= 4.5


def test_every_cell_answers_to_a_click_with_unit_and_indikator() -> None:
    hasil = heatmap_capaian(ISI, **POLOS)
    assert [c[:2] for c in teks(hasil)["customdata"]] == [
        [u, i] for u in ("PKM-LB", "KEL-01", "PKM-PG") for i in (KUNJUNGAN.kode, IKM.kode, SKP.kode)
    ]
    assert hasil["layout"]["clickmode"] == "event+select"
    assert hasil["layout"]["dragmode"] is False
    assert hasil["layout"]["hoverdistance"] == -1
    assert warna(hasil)["hoverinfo"] == "skip"


def test_the_points_under_the_cells_are_invisible_before_and_after_a_click() -> None:
    isi = teks(heatmap_capaian(ISI, **POLOS))
    assert isi["marker"]["opacity"] == 0
    assert isi["selected"]["marker"]["opacity"] == isi["unselected"]["marker"]["opacity"] == 0


def test_hover_has_figure_target_and_status() -> None:
    isi = teks(heatmap_capaian(ISI, **POLOS))["customdata"]
    assert isi[0][2:] == ["1.300 kunjungan", "1.000", "tercapai"]
    assert isi[5][2:] == ["–", "–", "tidak ada laporan"]
    assert isi[6][4] == "belum lengkap; laporan masuk 1 dari 3"


def test_names_of_indicators_stand_on_top_level_and_short() -> None:
    sumbu = heatmap_capaian(ISI, **POLOS)["layout"]["xaxis"]
    assert sumbu["side"] == "top"
    assert sumbu["tickangle"] == 0
    assert all(t.count("<br>") <= 3 for t in sumbu["ticktext"])


def test_an_indikator_without_any_row_has_no_column() -> None:
    isi = ISI[ISI["indikator"] != SKP.kode]
    assert [len(r) for r in warna(heatmap_capaian(isi, **POLOS))["z"]] == [2, 2, 2]


def test_rows_of_an_indikator_that_was_not_asked_for_are_left_out() -> None:
    hasil = heatmap_capaian(frame([row(1, 1, ind=KUNJUNGAN), row(1, 1, ind=TURUN)]), **POLOS)
    assert len(teks(hasil)["customdata"]) == 1


def test_rows_are_at_least_34_px_high() -> None:
    satu = heatmap_capaian(ISI[ISI["unit"] == "PKM-LB"], **POLOS)["layout"]["height"]
    tiga = heatmap_capaian(ISI, **POLOS)["layout"]["height"]
    assert (tiga - satu) / 2 >= 34


def test_on_a_telephone_names_stand_above_cells_that_take_the_whole_width() -> None:
    hasil = heatmap_capaian(ISI, sempit=True, **POLOS)
    assert hasil["layout"]["margin"]["l"] < 10
    assert hasil["data"][2]["text"] == [
        "Puskesmas Lubuk Begalung",
        "Kelurahan Cangkeh Nan XX",
        "Puskesmas Pegambiran",
    ]
    tepi = warna(hasil)["y"]
    for nama, sel, (atas, bawah) in zip(
        hasil["data"][2]["y"], teks(hasil)["y"][::3], zip(tepi[1::2], tepi[2::2], strict=True), strict=True
    ):
        assert nama < atas < sel < bawah
        assert sel == pytest.approx((atas + bawah) / 2, abs=0.002)
