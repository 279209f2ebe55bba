"""Drill-down by month: columns or line, ticks for targets, hatching for silence."""

from __future__ import annotations

import pandas as pd

from kinerja.charts.bulan import bars_bulan, rentang_hilang
from kinerja.charts.theme import TERANG
from tests.charts.bahan_charts import IKM, KUNJUNGAN, bulanan, frame, row, tulisan

POLOS = {"ind": KUNJUNGAN, "bahasa": "id", "tema": TERANG}
ISI = [480.0, 530.0, None, None, 400.0]


def test_counts_are_columns_from_zero() -> None:
    hasil = bars_bulan(bulanan(ISI, 520), **POLOS)
    kolom = hasil["data"][1]
    assert kolom["type"] == "bar"
    assert kolom["y"] == ISI
    assert hasil["layout"]["yaxis"]["range"][0] == 0.0


def test_ratios_are_a_line_with_gaps() -> None:
    hasil = bars_bulan(bulanan([84.0, None, 86.0], 85, ind=IKM), ind=IKM, bahasa="id", tema=TERANG)
    assert hasil["data"][1]["type"] == "scatter"
    assert hasil["data"][1]["y"] == [84.0, None, 86.0]
    assert hasil["layout"]["yaxis"]["range"][0] > 0


def test_missing_months_in_a_row_are_one_hatched_field_with_one_reason() -> None:
    hasil = bars_bulan(bulanan(ISI, 520), **POLOS)
    arsir = hasil["data"][0]
    assert arsir["x"] == [2.5]
    assert arsir["marker"]["pattern"]["shape"] == "/"
    assert tulisan(hasil).count("tidak ada laporan") == 1


def test_months_asked_for_but_not_in_the_frame_are_hatched_too() -> None:
    hasil = bars_bulan(bulanan([480.0, 530.0], 520), bulan_dari_sampai=(202601, 202604), **POLOS)
    assert hasil["data"][1]["y"] == [480.0, 530.0, None, None]
    assert hasil["data"][0]["x"] == [2.5]


def test_a_hidden_month_says_that_it_is_hidden_not_that_nothing_came() -> None:
    isi = pd.concat(
        [
            bulanan([84.0], 85, ind=IKM),
            frame([row(None, 85, ind=IKM, periode="2026-02", alasan="alasan.sedikit_responden")]),
        ]
    )
    hasil = bars_bulan(isi, ind=IKM, bahasa="id", tema=TERANG)
    assert "disembunyikan: &lt; 10 responden" in tulisan(hasil)


def test_target_is_a_tick_over_each_month_that_has_one() -> None:
    hasil = bars_bulan(bulanan([480.0, 530.0, 500.0], [520.0, None, 540.0]), **POLOS)["data"][2]
    assert hasil["y"] == [520.0, 520.0, None, 540.0, 540.0, None]
    assert [v for v in hasil["x"] if v is not None] == [-0.42, 0.42, 1.58, 2.42]
    assert hasil["line"]["color"] == TERANG.tinta


def test_columns_are_coloured_by_status_and_hollow_when_incomplete() -> None:
    hasil = bars_bulan(bulanan([530.0, 500.0, 400.0, 600.0], 520, tidak_lengkap=[202604]), **POLOS)["data"][1]
    assert hasil["marker"]["color"] == [TERANG.tercapai, TERANG.mendekati, TERANG.belum, TERANG.permukaan]
    assert hasil["marker"]["line"]["color"][3] == TERANG.tak_pasti


def test_runs_of_missing_months_are_found() -> None:
    assert rentang_hilang([None, 1.0, None, None, 2.0, None]) == [(0, 0), (2, 3), (5, 5)]
    assert rentang_hilang([1.0]) == []
    assert rentang_hilang([None, None]) == [(0, 1)]
