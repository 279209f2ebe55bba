"""The month line: gaps stay gaps, hollow means incomplete, labels say what the numbers carry."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest

from kinerja.charts.theme import GELAP, TERANG
from kinerja.charts.tren import line_tren
from tests.charts.bahan_charts import IKM, KUNJUNGAN, NAMA, bulanan, frame, jejak, row, tulisan

POLOS = {"ind": KUNJUNGAN, "bahasa": "id", "tema": TERANG}
ISI = [5110.0, 4930.0, None, 5300.0, 5482.0]


def garis(gambar: dict, nama: str = "Puskesmas Lubuk Begalung") -> dict:
    return next(j for j in gambar["data"] if j.get("name") == nama)


def target(gambar: dict) -> dict:
    return next(j for j in gambar["data"] if j.get("line", {}).get("dash") == "dash")


def test_a_missing_month_is_a_gap_never_a_zero_and_never_bridged() -> None:
    hasil = garis(line_tren(bulanan(ISI, 5200), **POLOS))
    assert hasil["y"] == [5110.0, 4930.0, None, 5300.0, 5482.0]
    assert not hasil.get("connectgaps")
    assert hasil["customdata"][2] is None


def test_a_month_with_a_row_but_no_figure_is_a_gap_too() -> None:
    isi = pd.concat([bulanan([5110.0, 4930.0], 5200), frame([row(None, 5200, periode="2026-03", ada=0)])])
    assert garis(line_tren(isi, **POLOS))["y"] == [5110.0, 4930.0, None]


def test_months_are_placed_by_calendar_not_by_the_order_of_rows() -> None:
    isi = bulanan(ISI, 5200).iloc[::-1]
    assert garis(line_tren(isi, **POLOS))["y"] == ISI


def test_target_is_a_dashed_step_in_ink_with_its_figure_written_beside_it() -> None:
    hasil = line_tren(bulanan(ISI, 5200), **POLOS)
    assert target(hasil)["line"]["color"] == TERANG.tinta
    assert target(hasil)["line"]["shape"] == "hvh"
    assert target(hasil)["y"] == [5200.0, 5200.0, None, 5200.0, 5200.0]
    assert "target 5.200" in tulisan(hasil)


def test_a_target_that_changes_is_labelled_without_a_figure() -> None:
    hasil = line_tren(bulanan([5100.0, 5200.0], [5000.0, 5300.0]), **POLOS)
    assert "target" in tulisan(hasil)


def test_without_target_there_is_no_target_line_and_no_grey_accusation() -> None:
    hasil = line_tren(bulanan(ISI, None), **POLOS)
    assert all(j.get("line", {}).get("dash") != "dash" for j in hasil["data"])
    assert garis(hasil)["marker"]["color"] == TERANG.tercapai
    assert garis(hasil)["marker"]["symbol"] == "circle"


def test_status_of_a_month_is_shown_by_colour_and_by_shape() -> None:
    tanda = garis(line_tren(bulanan([5300.0, 4900.0, 4000.0], 5200), **POLOS))["marker"]
    assert tanda["symbol"] == ["circle", "diamond", "triangle-down"]
    assert tanda["color"] == [TERANG.tercapai, TERANG.mendekati, TERANG.belum]


def test_an_incomplete_month_is_hollow_and_grey() -> None:
    tanda = garis(line_tren(bulanan([5300.0, 5400.0], 5200, tidak_lengkap=[202602]), **POLOS))["marker"]
    assert tanda["color"] == [TERANG.tercapai, TERANG.permukaan]
    assert tanda["line"]["color"] == [TERANG.tercapai, TERANG.tak_pasti]


def test_hover_tells_month_figure_target_and_status_in_words() -> None:
    isi = garis(line_tren(bulanan(ISI, 5200), **POLOS))["customdata"][4]
    assert isi == ["Mei 2026", "5.482 kunjungan", "5.200", "105,4%", "tercapai"]
    isi = garis(line_tren(bulanan(ISI, 5200), ind=KUNJUNGAN, bahasa="en", tema=TERANG))["customdata"][4]
    assert isi == ["May 2026", "5,482 visits", "5,200", "105.4%", "reached"]


def test_the_last_figure_stands_in_bold_at_the_end() -> None:
    hasil = line_tren(bulanan(ISI, 5200), **POLOS)
    akhir = next(a for a in hasil["layout"]["annotations"] if a["text"] == "<b>5.482</b>")
    assert (akhir["x"], akhir["y"]) == (4, 5482.0)


def test_last_year_is_hollow_and_lies_under_the_same_months() -> None:
    lalu = bulanan([4800.0, 4700.0, 4900.0], None, dari=202501)
    hasil = line_tren(bulanan(ISI, 5200), banding=lalu, **POLOS)
    jejak_lalu = hasil["data"][0]
    assert jejak_lalu["y"] == [4800.0, 4700.0, 4900.0, None, None]
    assert jejak_lalu["marker"]["color"] == TERANG.permukaan
    assert jejak_lalu["customdata"][0] == ["Januari 2025", "4.800 kunjungan"]
    assert "tahun lalu" in tulisan(hasil)


def test_months_of_last_year_outside_the_axis_fall_away() -> None:
    lalu = bulanan([1.0] * 12, None, dari=202401)
    hasil = line_tren(bulanan(ISI, 5200), banding=lalu, **POLOS)
    assert "tahun lalu" not in tulisan(hasil)


def test_cumulative_rows_stand_at_the_month_they_reach() -> None:
    isi = frame([row(v, 5000, periode=f"2026-{b:02d}-kum") for b, v in ((1, 400.0), (2, 900.0), (3, 1500.0))])
    hasil = garis(line_tren(isi, **POLOS))
    assert hasil["y"] == [400.0, 900.0, 1500.0]
    assert hasil["customdata"][2][0] == "Triwulan I 2026" or hasil["customdata"][2][0] == "Januari–Maret 2026"


def test_events_are_dotted_lines_with_titles_and_full_hover() -> None:
    hasil = line_tren(bulanan([5000.0] * 12, 5200), peristiwa=[(202604, "Loket kedua <dibuka>")], **POLOS)
    (garis_tegak,) = hasil["layout"]["shapes"]
    assert garis_tegak["line"]["dash"] == "dot"
    assert garis_tegak["x0"] == garis_tegak["x1"] == 3
    assert "Loket kedua &lt;dibuka&gt;" in tulisan(hasil)
    assert hasil["data"][-1]["customdata"] == [["April 2026", "Loket kedua &lt;dibuka&gt;"]]


def test_an_event_outside_the_months_is_not_drawn() -> None:
    hasil = line_tren(bulanan(ISI, 5200), peristiwa=[(202512, "a"), (202606, "b")], **POLOS)
    assert hasil["layout"]["shapes"] == []


def test_a_title_without_room_is_dropped_but_its_line_and_hover_stay() -> None:
    acara = [(202603, f"Sosialisasi kebijakan nomor {i}") for i in range(6)]
    hasil = line_tren(bulanan([5000.0] * 12, 5200), peristiwa=acara, **POLOS)
    tampak = [t for t in tulisan(hasil) if t.startswith("Sosialisasi")]
    assert 0 < len(tampak) < 6
    assert len(hasil["layout"]["shapes"]) == 6
    assert hasil["data"][-1]["marker"]["opacity"].count(1) == 6 - len(tampak)


def test_titles_above_make_the_figure_higher_not_the_drawing_smaller() -> None:
    tanpa = line_tren(bulanan(ISI, 5200), **POLOS)["layout"]
    dengan = line_tren(bulanan(ISI, 5200), peristiwa=[(202602, "a")], **POLOS)["layout"]
    tinggi = [x["height"] - x["margin"]["t"] - x["margin"]["b"] for x in (tanpa, dengan)]
    assert tinggi[0] == tinggi[1]


@pytest.fixture
def lima() -> pd.DataFrame:
    nilai = [85.0, 85.1, 85.2, 85.3, 90.0]
    return pd.concat([bulanan([80.0, v], 85, ind=IKM, unit=u) for u, v in zip(NAMA, nilai, strict=False)])


def test_several_units_have_their_names_at_the_line_ends_without_overlap(lima: pd.DataFrame) -> None:
    hasil = line_tren(lima, ind=IKM, bahasa="id", tema=TERANG)
    nama = [a for a in hasil["layout"]["annotations"] if "●" in a["text"]]
    assert len(nama) == 5
    tinggi_px = hasil["layout"]["height"] - hasil["layout"]["margin"]["t"] - hasil["layout"]["margin"]["b"]
    urut = sorted((a["y"] * tinggi_px, a["text"].count("<br>") + 1) for a in hasil["layout"]["annotations"])
    for (y0, n0), (y1, n1) in pairwise(urut):
        assert y1 - y0 >= 16 * (n0 + n1) / 2 - 1e-6


def test_several_units_have_different_colours_and_a_dot_of_the_same(lima: pd.DataFrame) -> None:
    hasil = line_tren(lima, ind=IKM, bahasa="id", tema=TERANG)
    warna = [j["line"]["color"] for j in hasil["data"] if j.get("name") in NAMA.values()]
    assert warna == list(TERANG.kategori)
    assert all(any(w in t for t in tulisan(hasil)) for w in warna)


def test_the_unit_in_focus_keeps_its_colour_and_the_others_turn_grey(lima: pd.DataFrame) -> None:
    hasil = line_tren(lima, ind=IKM, bahasa="id", tema=GELAP, sorot="KEL-01")
    warna = {j["name"]: j["line"]["color"] for j in hasil["data"] if j.get("name") in NAMA.values()}
    assert warna.pop("Kelurahan Cangkeh Nan XX") == GELAP.tercapai
    assert set(warna.values()) == {GELAP.tak_pasti}


def test_a_target_is_drawn_for_several_units_only_when_they_share_it(lima: pd.DataFrame) -> None:
    sama = line_tren(lima, ind=IKM, bahasa="id", tema=TERANG)
    assert target(sama)["y"] == [85.0, 85.0]
    assert any("target 85,00" in t for t in tulisan(sama))
    beda = lima.assign(target=range(len(lima)))
    hasil = line_tren(beda, ind=IKM, bahasa="id", tema=TERANG)
    assert all(j.get("line", {}).get("dash") != "dash" for j in hasil["data"])


def test_on_a_telephone_names_move_into_a_legend(lima: pd.DataFrame) -> None:
    hasil = line_tren(lima, ind=IKM, bahasa="id", tema=TERANG, sempit=True)
    assert hasil["layout"]["showlegend"]
    assert hasil["layout"]["margin"]["r"] < 20
    assert not any("●" in t for t in tulisan(hasil))


def test_the_value_axis_is_not_a_misleading_slit() -> None:
    bawah, atas = line_tren(bulanan([5000.0, 5010.0, 5005.0], None), **POLOS)["layout"]["yaxis"]["range"]
    assert bawah <= 4510
    assert atas >= 5500


def test_a_slide_has_labels_of_at_least_20_px() -> None:
    hasil = line_tren(bulanan(ISI, 5200), ukuran="paparan", peristiwa=[(202602, "a")], **POLOS)
    assert min(a["font"]["size"] for a in hasil["layout"]["annotations"]) >= 20
    assert hasil["layout"]["xaxis"]["tickfont"]["size"] >= 20
    assert jejak(hasil, 1)["marker"]["size"] >= 12
