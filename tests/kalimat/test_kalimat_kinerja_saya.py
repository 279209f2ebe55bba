"""What is asked of a person next, and what their own figures say: order, counts, gaps, both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kinerja.domain.jp import periksa_jp
from kinerja.i18n import BAHASA, Bahasa, daftar_kunci
from kinerja.kalimat.kinerja_saya import (
    Kabar,
    Laporan,
    list_berikutnya,
    sentence_bulan,
    sentence_jp,
    sentence_pita,
    sentence_predikat,
)

HARI = date(2026, 11, 24)
SEHARI = timedelta(days=1)
BARU = Kabar(dibaca=False, dijawab=False, batas=HARI + 9 * SEHARI)
DIBACA = replace(BARU, dibaca=True)
SELESAI = replace(DIBACA, dijawab=True)


def laporan(jarak: int, jenis: str = "realisasi", bulan: int = 202610) -> Laporan:
    return Laporan(bulan, jenis, HARI + jarak * SEHARI)


def kunci(*kabar: Kabar, lapor: tuple[Laporan, ...] = (), bukti: int = 0, realisasi: int = 0) -> list[str]:
    isi = list_berikutnya(lapor, bukti, realisasi, kabar, HARI, "id")
    return [k.kunci.removeprefix("kinerja_saya.berikut_") for k in isi]


def tertulis(*kabar: Kabar, lapor: tuple[Laporan, ...] = ()) -> list[str]:
    return [k.dalam("id") for k in list_berikutnya(lapor, 0, 0, kabar, HARI, "id")]


def test_nothing_is_asked_where_nothing_is_open() -> None:
    assert kunci() == []
    assert kunci(SELESAI) == []


def test_feedback_comes_first_then_reports_then_items_then_the_step() -> None:
    langkah = replace(SELESAI, langkah="Jadwal disusun.", tanggal_langkah=HARI)
    semua = kunci(langkah, BARU, DIBACA, lapor=(laporan(-40), laporan(3)), bukti=2, realisasi=1)
    assert semua == ["baca", "jawab_batas", "laporan", "lewat", "realisasi", "bukti"]
    assert kunci(langkah) == ["langkah"]


def test_unread_feedback_asks_to_be_read_before_it_asks_for_an_answer() -> None:
    assert tertulis(BARU, BARU) == ["2 umpan balik belum dibaca."]


@pytest.mark.parametrize(
    ("batas", "harap"),
    [(HARI, "jawab_batas"), (HARI - SEHARI, "jawab"), (None, "jawab"), (HARI + SEHARI, "jawab_batas")],
)
def test_the_last_day_to_object_is_named_while_it_has_not_passed(batas: date | None, harap: str) -> None:
    assert kunci(replace(DIBACA, batas=batas)) == [harap]


def test_of_several_days_the_nearest_open_one_is_named() -> None:
    kabar = [replace(DIBACA, batas=HARI + n * SEHARI) for n in (-3, 9, 2)]
    assert tertulis(*kabar) == ["3 umpan balik belum dijawab; keberatan dapat diajukan sampai 26 November 2026."]


def test_the_two_nearest_reports_have_a_line_each_and_the_late_ones_share_one() -> None:
    lapor = (laporan(9), laporan(-40, bulan=202609), laporan(0, "bukti"), laporan(-10, "rencana"), laporan(20))
    assert tertulis(lapor=lapor) == [
        "Bukti dukung Oktober 2026: paling lambat 24 November 2026 (0 hari lagi).",
        "Realisasi Oktober 2026: paling lambat 3 Desember 2026 (9 hari lagi).",
        "2 laporan belum masuk, yang terakhir Rencana Oktober 2026 (batas 14 November 2026). Masih dapat dilengkapi.",
    ]


def test_a_step_is_reminded_of_once_it_was_read_and_until_its_day() -> None:
    langkah = replace(SELESAI, langkah="Jadwal disusun.", tanggal_langkah=HARI)
    besok = replace(langkah, langkah="Bukti dilengkapi.", tanggal_langkah=HARI + SEHARI)
    assert tertulis(besok, langkah) == ["Langkah yang disepakati untuk 24 November 2026: Jadwal disusun."]
    assert kunci(replace(langkah, tanggal_langkah=HARI - SEHARI)) == []
    assert kunci(replace(langkah, dibaca=False, dijawab=False)) == ["baca"]


def test_the_predikat_comes_with_the_two_ratings_it_follows_from() -> None:
    isi = sentence_predikat(("di_bawah", "sesuai"), "Triwulan III 2026", "id").dalam("id")
    assert isi == (
        "Triwulan III 2026: predikat Butuh Perbaikan, "
        "dari hasil kerja di bawah ekspektasi dan perilaku sesuai ekspektasi."
    )
    assert "belum ada penilaian" in sentence_predikat(None, "Triwulan III 2026", "id").dalam("id")


def test_months_without_items_are_gaps_not_zeros() -> None:
    penuh = [(202600 + n, 3, 2) for n in range(1, 4)]
    assert sentence_bulan(penuh, 3, "id").dalam("id") == "6 dari 9 butir mencapai target dalam 3 bulan terakhir"
    celah = [*penuh, (202604, 0, 0)]
    assert sentence_bulan(celah, 4, "id").dalam("id") == "6 dari 9 butir mencapai target; 1 dari 4 bulan tanpa laporan"
    for kosong in ([], [(202604, 0, 0)]):
        assert sentence_bulan(kosong, 12, "id").kunci == "kinerja_saya.bulan_kosong"


@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize("jp", [0.0, 12.0, 19.5, 20.0, 24.0, 60.0])
@pytest.mark.parametrize("hari", [date(2026, 1, 5), HARI, date(2026, 12, 31)])
def test_hours_have_a_sentence_in_every_state(bahasa: Bahasa, jp: float, hari: date) -> None:
    for status in ("PNS", "PPPK"):
        isi = sentence_jp(periksa_jp(status, jp, hari), hari.year, bahasa)
        assert "2026" in isi.dalam(bahasa)
        assert "{" not in isi.dalam(bahasa)


def test_a_right_is_never_called_a_shortfall() -> None:
    assert sentence_jp(periksa_jp("PPPK", 0.0, HARI), 2026, "id").dalam("id") == (
        "0 jam pelatihan tahun 2026; hak Anda sampai 24 JP"
    )


def test_the_units_distribution_names_only_what_there_is() -> None:
    isi = sentence_pita([("sangat_baik", 0), ("baik", 8), ("butuh_perbaikan", 1250)], "id").dalam("id")
    assert isi == "Unit Anda, 1.258 orang dinilai: Baik 8, Butuh Perbaikan 1.250."


@pytest.mark.parametrize("bahasa", BAHASA)
def test_no_text_of_the_page_compares_or_ranks(bahasa: Bahasa) -> None:
    terlarang = re.compile(
        r"\b(peringkat|ranking|rank|terbaik|terburuk|best|worst|lebih baik dari|better than)\b", re.I
    )
    isi = {k: v for k, v in daftar_kunci(bahasa).items() if k.startswith("kinerja_saya.")}
    assert len(isi) > 30
    assert {k for k, v in isi.items() if terlarang.search(v)} == set()
