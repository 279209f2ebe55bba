"""Items of one person by month: outline for all, solid for reached, a month without items named as a gap."""

from __future__ import annotations

import pytest

from kinerja.charts.butir_bulan import alt_butir, bars_butir
from kinerja.charts.theme import GELAP, TERANG
from kinerja.domain.periode import bulan_antara
from kinerja.i18n import BAHASA, Bahasa, teks
from tests.charts.bahan_charts import jejak, tulisan

BULAN = bulan_antara(202511, 202602)
GARIS = {202511: (3, 1), 202601: (4, 4), 202602: (0, 0)}  # nothing of December; February without a target


def test_bars_stand_over_their_own_months_and_gaps_have_none() -> None:
    hasil = bars_butir(GARIS, BULAN, bahasa="id", tema=TERANG)
    semua, capai = jejak(hasil, 0), jejak(hasil, 1)
    assert semua["x"] == capai["x"] == [0, 2]
    assert (semua["y"], capai["y"]) == ([3, 4], [1, 4])
    assert (semua["marker"]["color"], capai["marker"]["color"]) == ("rgba(0,0,0,0)", TERANG.tercapai)
    assert hasil["layout"]["barmode"] == "overlay"


def test_a_gap_is_marked_and_is_not_a_zero() -> None:
    tanda = jejak(bars_butir(GARIS, BULAN, bahasa="id", tema=TERANG), 2)
    assert (tanda["x"], tanda["text"]) == ([1, 3], ["–", "–"])
    nol = bars_butir({202511: (3, 0)}, [202511], bahasa="id", tema=TERANG)
    assert (jejak(nol, 1)["y"], jejak(nol, 2)["x"]) == ([0], [])


@pytest.mark.parametrize("garis", [{}, {202511: (0, 0)}, {202401: (3, 3)}])
def test_no_items_at_all_is_said_in_words(garis: dict[int, tuple[int, int]]) -> None:
    assert teks("id", "grafik.kosong") in tulisan(bars_butir(garis, BULAN, bahasa="id", tema=TERANG))


def test_the_year_stands_under_the_first_month_and_each_january() -> None:
    sumbu = bars_butir(GARIS, BULAN, bahasa="id", tema=TERANG)["layout"]["xaxis"]
    assert sumbu["ticktext"] == ["Nov<br>2025", "Des", "Jan<br>2026", "Feb"]


def test_a_narrow_screen_names_every_third_month_and_always_the_last() -> None:
    setahun = bulan_antara(202510, 202609)
    sumbu = bars_butir(dict.fromkeys(setahun, (3, 2)), setahun, bahasa="id", tema=TERANG, sempit=True)["layout"][
        "xaxis"
    ]
    assert sumbu["tickvals"] == [2, 5, 8, 11]
    assert sumbu["ticktext"][0] == "Des<br>2025"
    assert sumbu["ticktext"][-1] == "Sep"


@pytest.mark.parametrize(("paling", "langkah"), [(3, 1), (5, 1), (12, 5), (60, 10)])
def test_the_axis_counts_in_whole_items_and_starts_at_zero(paling: int, langkah: int) -> None:
    sumbu = bars_butir({202511: (paling, 1)}, BULAN, bahasa="id", tema=TERANG)["layout"]["yaxis"]
    assert sumbu["dtick"] == langkah
    assert sumbu["range"][0] == 0
    assert sumbu["range"][1] > paling


@pytest.mark.parametrize("bahasa", BAHASA)
def test_screen_readers_hear_every_month_and_the_gaps_by_name(bahasa: Bahasa) -> None:
    bagian = alt_butir(GARIS, BULAN, bahasa=bahasa).split("; ")
    assert len(bagian) == len(BULAN)
    assert sum(b.endswith(teks(bahasa, "kinerja_saya.celah")) for b in bagian) == 2
    assert bagian[0].endswith(teks(bahasa, "kinerja_saya.dari", tercapai=1, butir=3))


def test_the_dark_theme_has_its_own_colours() -> None:
    assert jejak(bars_butir(GARIS, BULAN, bahasa="id", tema=GELAP), 1)["marker"]["color"] == GELAP.tercapai
