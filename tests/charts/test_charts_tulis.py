"""Texts in figures: safe, complete, broken to a width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.charts.baris import baris
from kinerja.charts.tulis import aman, keterangan, lebar, masa, nilai, pecah, selang, singkat
from kinerja.domain.indikator import Teks
from tests.charts.bahan_charts import IKM, KUNJUNGAN, SKP, frame, row

PANJANG = "Kelurahan Tanjung Saba Pitameh Nan XX"


def test_names_cannot_write_markup() -> None:
    assert aman("Poli <b>Gigi</b> & Mulut") == "Poli &lt;b&gt;Gigi&lt;/b&gt; &amp; Mulut"
    assert pecah("<img src=x> & <br>", 500, 12) == "&lt;img src=x&gt; &amp; &lt;br&gt;"


def test_a_short_name_stays_on_one_line() -> None:
    assert pecah("Sekretariat", 150, 12) == "Sekretariat"


def test_a_long_name_is_broken_into_even_lines() -> None:
    assert pecah(PANJANG, 150, 12) == "Kelurahan Tanjung<br>Saba Pitameh Nan XX"
    assert pecah("Kelurahan Cangkeh Nan XX", 150, 12) == "Kelurahan<br>Cangkeh Nan XX"


@pytest.mark.parametrize("batas", [60, 90, 130, 200])
@pytest.mark.parametrize("maksimum", [1, 2, 3])
def test_no_line_is_wider_than_allowed(batas: int, maksimum: int) -> None:
    hasil = pecah(PANJANG, batas, 12, maksimum).split("<br>")
    assert len(hasil) <= maksimum
    assert all(lebar(b, 12) <= batas for b in hasil)


def test_what_is_cut_shows_that_it_is_cut() -> None:
    assert pecah(PANJANG, 90, 12, 1).endswith("…")


def test_only_the_kind_of_unit_is_abbreviated() -> None:
    assert singkat("Puskesmas Lubuk Begalung") == "Pusk. Lubuk Begalung"
    assert singkat("Kelurahan Gates Nan XX") == "Kel. Gates Nan XX"
    assert singkat("Seksi Pelayanan Umum") == "Seksi Pelayanan Umum"
    assert singkat("Puskesmas") == "Puskesmas"


def test_percent_stands_at_the_figure_and_a_word_after_a_blank() -> None:
    assert nilai(5482.0, KUNJUNGAN, "id") == "5.482 kunjungan"
    assert nilai(94.26, SKP, "id") == "94,3%"
    assert nilai(94.26, SKP, "en") == "94.3%"
    assert nilai(None, SKP, "id") == "–"


def test_a_unit_of_measure_cannot_write_markup() -> None:
    jahat = replace(KUNJUNGAN, satuan=Teks("<b>x</b>", "x"))
    assert nilai(1.0, jahat, "id") == "1 &lt;b&gt;x&lt;/b&gt;"


def test_an_interval_is_a_sentence_with_its_respondents() -> None:
    (b,) = baris(frame([row(82.6, 85, ind=IKM, bawah=81.4, atas=83.8, n=412)]))
    assert selang(b, IKM, "id") == "selang 95%: 81,40 sampai 83,80 dari 412 responden"


def test_incomplete_data_are_named_with_the_reports_that_came() -> None:
    (b,) = baris(frame([row(900, 1000, ada=2, wajib=3)]))
    assert keterangan(b, KUNJUNGAN, "id") == "belum lengkap; laporan masuk 2 dari 3"


def test_hidden_figures_say_from_how_many_people_they_are_shown() -> None:
    (b,) = baris(frame([row(None, 85, ind=IKM, alasan="alasan.sedikit_responden")]))
    assert keterangan(b, IKM, "id") == "disembunyikan: &lt; 10 responden"


def test_a_quarter_is_called_as_the_office_calls_it() -> None:
    assert masa(202607, 202609, "id") == "Triwulan III 2026"
    assert masa(202610, 202610, "id") == "Oktober 2026"


def test_missing_values_of_all_kinds_become_none() -> None:
    (b,) = baris(frame([row(None, None)]))
    assert (b.realisasi, b.target, b.capaian, b.bawah, b.atas, b.n, b.penyebut) == (None,) * 7
