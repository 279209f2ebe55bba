"""Rows of a time to come, and reports from before their month: refused where they stand. A plan may lie ahead."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_asn import KEC, KEPALA_BUTIR, KEPALA_PEGAWAI, alasan, baca_baris, butir, galat, pegawai
from bahan_orang import NAMA, NIP

from kinerja.domain.fakta import HasilBaca
from kinerja.ingest import Opsi

HARI = Opsi(hari_ini=date(2026, 11, 24), unit="KEC")
RATING = ("NIP", "Nama", "Unit Kerja", "Periode", "Rating Hasil Kerja", "Rating Perilaku")
LATIH = ("NIP", "Nama", "Unit Kerja", "Judul Pelatihan", "Tanggal Pelaksanaan", "JP")
LAPOR = ("NIP", "Unit Kerja", "Bulan", "Jenis Laporan", "Batas Waktu", "Tanggal Lapor")
KEGIATAN = ("Tanggal", "Jenis Kegiatan", "Unit Kerja", "Topik")
ORGANISASI = ("Unit Kerja", "Periode", "Predikat Kinerja Organisasi")


def baca(tmp_path: Path, kepala: tuple[str, ...], *isi: tuple[Any, ...]) -> HasilBaca:
    return baca_baris(tmp_path, kepala, *isi, opsi=HARI)


def rating(n: int, masa: str) -> tuple[Any, ...]:
    return (NIP[n], NAMA[n], KEC, masa, "Sesuai Ekspektasi", "Sesuai Ekspektasi")


def lapor(n: int, bulan: str, batas: str, hari: str, jenis: str = "Realisasi") -> tuple[Any, ...]:
    return (NIP[n], KEC, bulan, jenis, batas, hari)


def test_a_rating_of_a_period_to_come_is_refused_by_its_row(tmp_path: Path) -> None:
    hasil = baca(tmp_path, RATING, rating(0, "2026-TW3"), rating(1, "2027-TW1"))
    assert alasan(hasil) == [("depan_periode", "galat", 3)]
    assert not hasil.diterima


@pytest.mark.parametrize("masa", ["2026-TW4", "2026-11"])
def test_a_rating_before_its_period_is_over_is_taken_with_a_warning(tmp_path: Path, masa: str) -> None:
    hasil = baca(tmp_path, RATING, rating(0, "2026-TW3"), rating(1, masa))
    assert alasan(hasil) == [("rating_dini", "peringatan", 3)]


def test_a_predicate_of_a_unit_follows_the_same_rule(tmp_path: Path) -> None:
    isi = ((KEC, "2026-TW3", "Baik"), ("Kelurahan Lubuk Begalung", "2027-TW1", "Baik"))
    assert alasan(baca(tmp_path, ORGANISASI, *isi)) == [("depan_periode", "galat", 3)]


def test_an_item_of_a_month_to_come_may_be_planned_and_not_be_done(tmp_path: Path) -> None:
    rencana = butir(0, "Laporan", "4 laporan", "", masa="September 2027")
    hasil = baca(tmp_path, KEPALA_BUTIR, rencana, butir(1, "Laporan", "4 laporan", "4", masa="September 2027"))
    assert galat(hasil) == [("depan_periode", 3)]
    assert baca(tmp_path, KEPALA_BUTIR, rencana).diterima
    nol = baca(tmp_path, KEPALA_BUTIR, butir(0, "Laporan", "4 laporan", "0", masa="Desember 2026"))
    assert alasan(nol) == [("realisasi_nol_depan", "info", None)]
    assert nol.tabel["skp_butir"][0][8] is None


@pytest.mark.parametrize("hari", ["15-03-2027", "25-12-2026"])
def test_training_and_support_that_has_not_been_is_refused(tmp_path: Path, hari: str) -> None:
    isi = ((NIP[0], NAMA[0], KEC, "Prima", "20-11-2026", 8), (NIP[1], NAMA[1], KEC, "Prima", hari, 8))
    assert alasan(baca(tmp_path, LATIH, *isi)) == [("depan_tanggal", "galat", 3)]
    acara = (("20-11-2026", "Sosialisasi", KEC, "SKP"), (hari, "Sosialisasi", KEC, "SKP"))
    assert alasan(baca(tmp_path, KEGIATAN, *acara)) == [("depan_tanggal", "galat", 3)]


def test_today_is_not_in_the_future(tmp_path: Path) -> None:
    assert alasan(baca(tmp_path, LATIH, (NIP[0], NAMA[0], KEC, "Prima", "24-11-2026", 8))) == []


def test_service_may_begin_soon_and_not_in_a_quarter_of_a_year(tmp_path: Path) -> None:
    isi = [pegawai(n, tmt=t) for n, t in enumerate(("01-11-2026", "01-01-2027", "01-02-2027", "01-03-2027"))]
    assert alasan(baca(tmp_path, KEPALA_PEGAWAI, *isi)) == [
        ("tmt_jauh", "galat", 5),
        ("tmt_depan", "info", 3),
        ("tmt_depan", "info", 4),
    ]


def test_a_report_cannot_be_handed_in_after_today(tmp_path: Path) -> None:
    isi = (lapor(0, "2026-09", "20-10-2026", "15-10-2026"), lapor(1, "2026-09", "20-10-2026", "25-10-2027"))
    assert galat(baca(tmp_path, LAPOR, *isi)) == [("depan_tanggal", 3)]


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        (lapor(0, "2026-09", "20-10-2026", "14-01-2025"), [("lapor_sebelum", "galat", 2)]),
        (lapor(0, "2026-09", "15-10-2020", "13-10-2026"), [("batas_sebelum", "galat", 2)]),
        (lapor(0, "2026-09", "15-10-2027", "13-10-2026"), [("batas_jauh", "peringatan", 2)]),
        (lapor(0, "2026-09", "20-10-2026", "30-09-2026"), []),
        (lapor(0, "2026-09", "20-01-2026", "14-01-2026", "Rencana"), []),
        (lapor(0, "2026-09", "20-01-2026", "14-01-2025", "Rencana"), [("lapor_sebelum", "galat", 2)]),
    ],
)
def test_a_report_is_not_older_than_what_it_reports(tmp_path: Path, baris: tuple[Any, ...], harap: list[Any]) -> None:
    assert alasan(baca(tmp_path, LAPOR, baris)) == harap
