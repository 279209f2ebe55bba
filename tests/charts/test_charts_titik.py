"""Points against target: intervals, own units, and grey for what cannot be told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.charts.baris import baris
from kinerja.charts.theme import TERANG
from kinerja.charts.titik import ke_titik, points_target
from tests.charts.bahan_charts import IKM, NAMA, TURUN, frame, row, tulisan

POLOS = {"ind": IKM, "bahasa": "id", "tema": TERANG}
U = list(NAMA)


def ikm(unit: str, nilai: float | None, separuh: float, **lain: object) -> dict[str, object]:
    selang = {} if nilai is None else {"bawah": nilai - separuh, "atas": nilai + separuh}
    return row(nilai, 85.0, ind=IKM, unit=unit, **selang, **lain)


ISI = frame(
    [
        ikm(U[0], 90.4, 2.0, n=412),
        ikm(U[1], 86.2, 3.0, n=150),
        ikm(U[2], 78.0, 2.0, ada=1, wajib=2),
        ikm(U[3], None, 0, alasan="alasan.sedikit_responden"),
        row(82.6, None, ind=IKM, unit=U[4]),
        ikm(U[5], 70.0, 2.0),
    ]
)


def tanda(gambar: dict) -> dict:
    return next(j for j in gambar["data"] if "customdata" in j)


def test_points_show_realisasi_and_click_gives_the_unit() -> None:
    hasil = tanda(points_target(ISI, **POLOS))
    assert hasil["x"] == [90.4, 86.2, 78.0, None, 82.6, 70.0]
    assert [c[0] for c in hasil["customdata"]] == U[:6]


def test_grey_means_the_interval_covers_the_target_or_data_are_incomplete() -> None:
    hasil = tanda(points_target(ISI, **POLOS))["marker"]
    abu = TERANG.tak_pasti
    assert hasil["line"]["color"] == [TERANG.tercapai, abu, abu, abu, abu, TERANG.belum]
    assert hasil["color"][2] == TERANG.permukaan  # hollow: incomplete
    assert hasil["color"][1] == abu  # solid: complete, but not distinguishable


def test_intervals_are_drawn_from_end_to_end_only_where_they_exist() -> None:
    selang = points_target(ISI, **POLOS)["data"][0]
    assert selang["x"][:3] == [pytest.approx(88.4), pytest.approx(92.4), None]
    assert set(selang["y"]) == {0, 1, 2, 5, None}


def test_a_target_tick_stands_in_every_row_that_has_a_figure_and_a_target() -> None:
    target = points_target(ISI, **POLOS)["data"][1]
    assert (target["x"], target["y"]) == ([85.0] * 4, [0, 1, 2, 5])
    assert target["marker"]["line"]["color"] == TERANG.tinta


def test_units_may_have_targets_of_their_own() -> None:
    isi = frame([row(90, 80, unit=U[0]), row(90, 120, unit=U[1])])
    assert points_target(isi, **POLOS)["data"][1]["x"] == [80.0, 120.0]


def test_hover_has_interval_and_respondents_in_words() -> None:
    isi = tanda(points_target(ISI, **POLOS))["customdata"][0]
    assert isi[2:] == [
        "90,40 poin",
        "selang 95%: 88,40 sampai 92,40 dari 412 responden",
        "85,00",
        "106,4%",
        "tercapai",
    ]


def test_a_hidden_figure_shows_its_reason_and_no_number() -> None:
    hasil = points_target(ISI, **POLOS)
    assert any("disembunyikan" in t for t in tulisan(hasil))
    assert len(next(j for j in hasil["data"] if "90,40" in j.get("text", []))["text"]) == 5


def test_relative_points_put_every_target_at_100() -> None:
    isi = frame([row(900, 1000, unit=U[0]), row(60, 50, unit=U[1]), row(5, None, unit=U[2])])
    hasil = points_target(isi, relatif=True, **POLOS)
    assert tanda(hasil)["x"] == pytest.approx([90.0, 120.0, None])
    assert hasil["data"][1]["x"] == [100.0, 100.0]
    assert all(t.endswith("%") for t in hasil["layout"]["xaxis"]["ticktext"])


def test_where_lower_is_better_a_relative_interval_turns_round() -> None:
    (b,) = baris(frame([row(40, 50, ind=TURUN, bawah=35, atas=45)]))
    titik = ke_titik(b, TURUN, relatif=True)
    assert titik.nilai == pytest.approx(120.0)
    assert (titik.bawah, titik.atas) == (pytest.approx(110.0), pytest.approx(130.0))


def test_names_stand_left_on_at_most_two_lines_and_first_row_is_on_top() -> None:
    sumbu = points_target(ISI, **POLOS)["layout"]["yaxis"]
    assert sumbu["ticktext"][0] == "Puskesmas<br>Lubuk Begalung"
    assert all(t.count("<br>") <= 1 for t in sumbu["ticktext"])
    assert sumbu["range"] == [5.5, -0.5]


def test_the_axis_holds_every_interval() -> None:
    bawah, atas = points_target(ISI, **POLOS)["layout"]["xaxis"]["range"]
    assert bawah < 68.0
    assert atas > 92.4


def test_a_unit_without_interval_has_none_drawn() -> None:
    tanpa = replace(IKM, selang="tidak_ada")
    assert points_target(frame([row(90, 85)]), ind=tanpa, bahasa="id", tema=TERANG)["data"][0]["x"] == []
