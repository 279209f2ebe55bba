"""What holds for every figure: JSON, light, valid for Plotly, both languages, both themes, empty frames."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from kinerja.charts import (
    GELAP,
    TERANG,
    alt_bars_bulan,
    alt_bars_capaian,
    alt_dots_unsur,
    alt_heatmap_capaian,
    alt_line_tren,
    alt_points_target,
    bars_bulan,
    bars_capaian,
    dots_unsur,
    heatmap_capaian,
    konfigurasi,
    line_tren,
    points_target,
    spark,
)
from tests.charts.bahan_charts import IKM, KUNJUNGAN, NAMA, SKP, bulanan, frame, row, tulisan

NAN = float("nan")
UNSUR = pd.DataFrame(
    [("biaya", "Biaya/tarif", 3.62, 3.60, 400), ("waktu", "Waktu", NAN, NAN, 0), ("sarana", "Sarana", 3.0, NAN, 9)],
    columns=["anggota", "nama", "nilai", "lalu", "n"],
)
BULAN = bulanan([4830.5, None, 4990.0, 5070.0, 5215.0, 5090.0, 5300.0, None, 5420.0, 5380.0, 5482.0, 5500.0], 5200)
UNIT = frame(
    [
        *(row(1000.0 + 7 * i, 1000, unit=u, bawah=950, atas=1100, n=40) for i, u in enumerate(NAMA)),
        row(None, None, unit="X", nama="Unit tanpa apa pun", ada=0),
        row(10, 0, unit="Y", nama="Target nol"),
    ]
)
SEL = pd.concat([UNIT, UNIT.assign(indikator=IKM.kode), UNIT.assign(indikator=SKP.kode)])
TIGA = {i.kode: i for i in (KUNJUNGAN, IKM, SKP)}
GAMBAR: dict[str, Callable[..., dict[str, Any]]] = {
    "tren": partial(line_tren, BULAN, ind=KUNJUNGAN, banding=BULAN, peristiwa=[(202603, "Lokakarya")]),
    "tren_unit": partial(line_tren, pd.concat([BULAN, BULAN.assign(unit="B")]), ind=KUNJUNGAN),
    "tren_sempit": partial(line_tren, pd.concat([BULAN, BULAN.assign(unit="B")]), ind=KUNJUNGAN, sempit=True),
    "capaian": partial(bars_capaian, UNIT, ind=KUNJUNGAN),
    "titik": partial(points_target, UNIT, ind=KUNJUNGAN),
    "titik_relatif": partial(points_target, UNIT, ind=KUNJUNGAN, relatif=True),
    "peta": partial(heatmap_capaian, SEL, indikator=TIGA),
    "peta_sempit": partial(heatmap_capaian, SEL, indikator=TIGA, sempit=True),
    "bulan": partial(bars_bulan, BULAN, ind=KUNJUNGAN),
    "unsur": partial(dots_unsur, UNSUR, batas=3.0644, nama_batas="batas mutu B"),
}
KOSONG: dict[str, Callable[..., dict[str, Any]]] = {
    "tren": partial(line_tren, frame([]), ind=IKM),
    "capaian": partial(bars_capaian, frame([]), ind=IKM),
    "titik": partial(points_target, frame([]), ind=IKM),
    "peta": partial(heatmap_capaian, frame([]), indikator=TIGA),
    "bulan": partial(bars_bulan, frame([]), ind=IKM),
    "unsur": partial(dots_unsur, UNSUR.iloc[:0], batas=3.0, nama_batas="batas"),
}
SEMUA = pytest.mark.parametrize("nama", list(GAMBAR))


@SEMUA
@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("tema", [TERANG, GELAP], ids=["terang", "gelap"])
@pytest.mark.parametrize("ukuran", ["layar", "paparan"])
def test_a_figure_is_json_without_nan_and_valid_for_plotly(nama: str, bahasa: str, tema: Any, ukuran: str) -> None:
    gambar = GAMBAR[nama](bahasa=bahasa, tema=tema, ukuran=ukuran)
    assert json.loads(json.dumps(gambar, allow_nan=False)) == gambar  # lists and plain numbers only
    go.Figure(gambar)  # raises on an unknown attribute or a wrong value


@SEMUA
def test_a_figure_is_light(nama: str) -> None:
    gambar = GAMBAR[nama](bahasa="id", tema=TERANG)
    assert len(json.dumps(gambar, separators=(",", ":"), ensure_ascii=False)) <= 6_000


@SEMUA
def test_a_slide_has_no_letter_below_20_px(nama: str) -> None:
    gambar = json.dumps(GAMBAR[nama](bahasa="id", tema=TERANG, ukuran="paparan"))
    ukuran = [
        json.loads("{" + bagian.split("}")[0] + "}")["size"]
        for kata in ('"textfont": {', '"tickfont": {', '"font": {')
        for bagian in gambar.split(kata)[1:]
        if '"size"' in bagian.split("}")[0]
    ]
    assert ukuran
    assert min(ukuran) >= 20


@SEMUA
def test_the_same_frame_gives_the_same_figure_and_is_not_changed(nama: str) -> None:
    sebelum = BULAN.copy(), UNIT.copy(), SEL.copy()
    assert GAMBAR[nama](bahasa="id", tema=TERANG) == GAMBAR[nama](bahasa="id", tema=TERANG)
    for lama, kini in zip(sebelum, (BULAN, UNIT, SEL), strict=True):
        pd.testing.assert_frame_equal(lama, kini)


@SEMUA
def test_numbers_are_written_in_the_language(nama: str) -> None:
    gambar = GAMBAR[nama](bahasa="en", tema=TERANG)
    assert gambar["layout"]["separators"] == ".,"
    assert not any("," in t and "%" in t and "<b>" in t for t in tulisan(gambar))
    assert GAMBAR[nama](bahasa="id", tema=TERANG)["layout"]["separators"] == ",."


@SEMUA
def test_no_template_is_sent_and_the_ground_is_transparent(nama: str) -> None:
    layout = GAMBAR[nama](bahasa="id", tema=TERANG)["layout"]
    assert layout["template"] == {}
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]


@pytest.mark.parametrize("nama", list(KOSONG))
def test_an_empty_frame_gives_a_figure_that_says_so(nama: str) -> None:
    gambar = KOSONG[nama](bahasa="id", tema=TERANG)
    assert tulisan(gambar) == ["Tidak ada data untuk pilihan ini."]
    assert gambar["data"]  # Streamlit refuses a figure without a trace
    json.dumps(gambar, allow_nan=False)


def test_the_browser_speaks_our_language_and_sends_nothing() -> None:
    isi = konfigurasi("id")
    lokal = isi["locales"]["id"]["format"]
    assert lokal["shortMonths"] == ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
    assert lokal["months"][7] == "Agustus"
    assert lokal["days"][0] == "Minggu"
    assert (lokal["decimal"], lokal["thousands"]) == (",", ".")
    assert isi["displayModeBar"] is False
    assert isi["showSendToCloud"] is False
    assert isi["scrollZoom"] is False
    json.dumps(isi)


def test_english_has_its_own_words_and_separators() -> None:
    lokal = konfigurasi("en")["locales"]["en"]["format"]
    assert lokal["months"][4] == "May"
    assert (lokal["decimal"], lokal["thousands"]) == (".", ",")


def test_a_changed_config_does_not_reach_the_next_caller() -> None:
    konfigurasi("id")["locales"]["id"]["format"]["months"].append("Bulan ke-13")
    assert len(konfigurasi("id")["locales"]["id"]["format"]["months"]) == 12


def test_a_sparkline_never_joins_two_sides_of_a_gap() -> None:
    assert spark([1.0, 2.0, None, 4.0, 5.5]) == [4.0, 5.5]
    assert spark([1.0, NAN, 3.0]) == []
    assert spark([1, 2, 3]) == [1.0, 2.0, 3.0]
    assert spark([]) == []
    assert spark([1.0, float("inf"), 2.0, 3.0]) == [2.0, 3.0]


def test_the_sentence_of_a_line_has_first_last_and_target() -> None:
    assert alt_line_tren(BULAN, ind=KUNJUNGAN, bahasa="id") == (
        "Kunjungan rawat jalan Puskesmas Lubuk Begalung, Tahun 2026: dari 4.831 kunjungan menjadi 5.500 kunjungan; "
        "target terakhir: 5.200 kunjungan."
    )


def test_the_sentence_of_several_units_names_them() -> None:
    dua = pd.concat([BULAN, BULAN.assign(unit="B", nama="Puskesmas Pegambiran")])
    kalimat = alt_line_tren(dua, ind=KUNJUNGAN, bahasa="id")
    assert "Puskesmas Lubuk Begalung, Puskesmas Pegambiran" in kalimat


def test_the_sentence_of_months_counts_the_silent_ones() -> None:
    assert alt_bars_bulan(BULAN, ind=KUNJUNGAN, bahasa="id").endswith("2 bulan tanpa angka.")


def test_the_sentence_of_units_counts_every_status_once() -> None:
    assert alt_bars_capaian(UNIT, ind=KUNJUNGAN, bahasa="id") == (
        "Capaian Kunjungan rawat jalan, Oktober 2026, 9 unit: 7 belum pasti, 1 belum ada target, 1 tidak ada data."
    )


def test_the_sentence_of_points_says_where_nothing_can_be_told() -> None:
    assert alt_points_target(UNIT, ind=KUNJUNGAN, bahasa="en").endswith("covers the target in 7 units.")


def test_the_sentence_of_the_heat_map_has_its_size() -> None:
    assert alt_heatmap_capaian(SEL, indikator=TIGA, bahasa="id").startswith(
        "Peta capaian 9 unit dan 3 indikator, Oktober 2026: "
    )


def test_the_sentence_of_the_elements_names_lowest_highest_and_below_limit() -> None:
    assert alt_dots_unsur(UNSUR, batas=3.0644, nama_batas="batas mutu B", bahasa="id") == (
        "Unsur terendah Sarana 3,00, tertinggi Biaya/tarif 3,62. Di bawah batas mutu B 3,06: Sarana."
    )


def test_sentences_of_empty_frames_say_that_there_is_nothing() -> None:
    for kalimat in (
        alt_line_tren(frame([]), ind=IKM, bahasa="id"),
        alt_bars_bulan(frame([]), ind=IKM, bahasa="id"),
        alt_points_target(frame([]), ind=IKM, bahasa="id"),
        alt_heatmap_capaian(frame([]), indikator=TIGA, bahasa="id"),
        alt_dots_unsur(UNSUR.iloc[:0], batas=3.0, nama_batas="b", bahasa="id"),
    ):
        assert kalimat == "Tidak ada data untuk pilihan ini."
