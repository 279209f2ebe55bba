"""Training hours: a minimum for PNS, a right for PPPK, and an outlook that says when it cannot tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.errors import KinerjaError
from kinerja.domain.jp import baca_status, hari_mulai, periksa_jp
from kinerja.domain.unit import BULAN_AWAL


@pytest.mark.parametrize(
    ("jp", "hari", "arah"),
    [
        (20, date(2026, 1, 5), "tercapai"),
        (0, date(2026, 4, 29), "tak_pasti"),  # day 119
        (0, date(2026, 4, 30), "tertinggal"),  # day 120
        (10, date(2026, 6, 30), "sejalan"),  # 10 in half a year is 20 in a year
        (9, date(2026, 6, 30), "tertinggal"),
        (12, date(2026, 10, 31), "tak_pasti"),  # one more day of training is enough
        (11.9, date(2026, 10, 31), "tertinggal"),
        (19, date(2026, 12, 30), "tak_pasti"),
        (19, date(2026, 12, 31), "tidak_tercapai"),
        (20, date(2026, 12, 31), "tercapai"),
        (0, date(2024, 12, 31), "tidak_tercapai"),
    ],
)
def test_who_will_miss_the_minimum_at_the_pace_so_far(jp: float, hari: date, arah: str) -> None:
    assert periksa_jp("PNS", jp, hari).arah == arah


def test_the_numbers_beside_the_verdict() -> None:
    hasil = periksa_jp("PNS", 10, date(2026, 10, 31))
    assert (hasil.batas, hasil.kurang, hasil.persen) == (20, 10, 50)
    assert hasil.proyeksi == pytest.approx(10 * 365 / 304)
    assert periksa_jp("PNS", 30, date(2026, 10, 31)).persen == 100


def test_who_came_during_the_year_is_never_called_behind() -> None:
    baru = date(2026, 7, 1)
    assert periksa_jp("PNS", 2, date(2026, 9, 30), baru).arah == "tak_pasti"
    hasil = periksa_jp("PNS", 11, date(2026, 10, 31), baru)
    assert (hasil.arah, hasil.proyeksi) == ("tak_pasti", pytest.approx(11 * 184 / 123))
    assert periksa_jp("PNS", 14, date(2026, 10, 31), baru).arah == "sejalan"
    assert periksa_jp("PNS", 5, date(2026, 12, 31), baru).arah == "tak_pasti"
    assert periksa_jp("PNS", 20, date(2026, 12, 31), baru).arah == "tercapai"
    assert periksa_jp("PNS", 5, date(2026, 12, 31), date(2026, 1, 1)).arah == "tidak_tercapai"
    lama = date(2019, 3, 1)
    assert periksa_jp("PNS", 5, date(2026, 10, 31), lama) == periksa_jp("PNS", 5, date(2026, 10, 31))


def test_the_first_day_of_service_is_known_only_within_what_is_stored() -> None:
    assert hari_mulai(202607) == date(2026, 7, 1)
    assert (hari_mulai(0), hari_mulai(BULAN_AWAL)) == (None, None)


@given(st.floats(0, 60), st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_a_right_is_never_a_shortfall(jp: float, hari: date) -> None:
    hasil = periksa_jp("PPPK", jp, hari)
    assert (hasil.arah, hasil.kurang, hasil.batas, hasil.proyeksi) == ("hak", 0, 24, None)
    assert 0 <= hasil.persen <= 100


@given(st.floats(0, 60), st.dates(date(2024, 1, 1), date(2027, 12, 30)))
def test_the_outlook_never_turns_worse_by_an_hour_more(jp: float, hari: date) -> None:
    urut = ["tidak_tercapai", "tertinggal", "tak_pasti", "sejalan", "tercapai"]
    kini, lebih = periksa_jp("PNS", jp, hari), periksa_jp("PNS", jp + 1, hari)
    assert urut.index(lebih.arah) >= urut.index(kini.arah)
    assert (kini.kurang == 0) == (kini.arah == "tercapai")
    assert kini.proyeksi is None or kini.proyeksi >= jp - 1e-9


def test_the_outlook_of_the_last_day_is_the_fact() -> None:
    for tahun in (2024, 2026):
        akhir = date(tahun, 12, 31)
        assert periksa_jp("PNS", 13, akhir, akhir - timedelta(days=3)).proyeksi == 13


@pytest.mark.parametrize(("teks", "status"), [("pns", "PNS"), (" PPPK ", "PPPK"), ("P3K", "PPPK")])
def test_a_status_is_read_in_its_usual_spellings(teks: str, status: str) -> None:
    assert baca_status(teks) == status


@pytest.mark.parametrize("teks", ["", "honorer", "PNSD"])
def test_an_unknown_status_is_refused(teks: str) -> None:
    with pytest.raises(KinerjaError) as galat:
        baca_status(teks)
    assert galat.value.kunci == "galat.status_asn"
