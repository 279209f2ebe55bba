"""Reporting dates: on time means by the deadline; without deadline or day nothing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_ingest import alasan, baca, xlsx
from bahan_orang import GARAM, NAMA, NIP, ORANG, angka_tersimpan, coba_semua, csv, periksa_tanpa_orang, ubahan
from hypothesis import given, settings

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.pegawai import kode_pegawai
from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi
from kinerja.ingest.bentuk import pelaporan
from kinerja.ingest.bentuk.pelaporan import JENIS, jenis_laporan
from kinerja.ingest.peta.toml import baca_peta, tulis_peta

LEBAR = (
    "NIP",
    "Nama",
    "Unit Kerja",
    "Bulan",
    "Batas Waktu",
    "Tgl Rencana",
    "Tgl Realisasi",
    "Tgl Bukti Dukung",
    "Tgl Umpan Balik",
)
PANJANG = ("NIP", "Unit", "Bulan", "Jenis Laporan", "Batas Waktu", "Tanggal Lapor")
TAHUN = Opsi(unit="KEC", periode=parse_periode("2026"))
KODE = [kode_pegawai(GARAM, n) for n in NIP]


def tabel(hasil: HasilBaca) -> tuple[tuple[object, ...], ...]:
    return hasil.tabel.get("laporan_skp", ())


def test_a_column_for_each_kind_of_report_gives_one_row_a_report(tmp_path: Path) -> None:
    isi = csv(
        LEBAR,
        (NIP[0], NAMA[0], "KEC", "Juli", "10/08/2026", "10/08/2026", "11/08/2026", "01/08/2026", None),
        (NIP[1], NAMA[1], "KEC", "Juli", "10/08/2026", "31/07/2026", "-", "belum", "13/08/2026"),
    )
    hasil = baca(tmp_path / "a.csv", isi, TAHUN, ORANG)
    batas = date(2026, 8, 10)
    assert hasil.jenis == "pelaporan"
    assert alasan(hasil) == set()
    assert tabel(hasil) == (
        (KODE[0], "KEC", 202607, "rencana", batas, date(2026, 8, 10), 1),
        (KODE[0], "KEC", 202607, "realisasi", batas, date(2026, 8, 11), 0),
        (KODE[0], "KEC", 202607, "bukti", batas, date(2026, 8, 1), 1),
        (KODE[0], "KEC", 202607, "umpan_balik", batas, None, 0),
        (KODE[1], "KEC", 202607, "rencana", batas, date(2026, 7, 31), 1),
        (KODE[1], "KEC", 202607, "realisasi", batas, None, 0),
        (KODE[1], "KEC", 202607, "bukti", batas, None, 0),
        (KODE[1], "KEC", 202607, "umpan_balik", batas, date(2026, 8, 13), 0),
    )
    assert [(m.alasan, m.args["jumlah"]) for m in hasil.masalah] == [("masalah.lapor_kosong", 1)] * 2


def test_one_row_a_report_is_read_by_its_kind(tmp_path: Path) -> None:
    isi = csv(
        PANJANG,
        (NIP[0], "KEC", "2026-07", "Rencana SKP", "2026-07-10", "2026-07-10"),
        (NIP[0], "KEC", "2026-07", "UMPAN BALIK", "2026-08-10", "2026-08-11"),
        (NIP[1], "PKM-PG", "Agustus 2026", "bukti dukung", "2026-09-10", "2026-09-01"),
    )
    hasil = baca(tmp_path / "a.csv", isi, Opsi(), ORANG)
    assert [m.alasan for m in hasil.masalah] == []
    assert [(b[1], b[2], b[3], b[6]) for b in tabel(hasil)] == [
        ("KEC", 202607, "rencana", 1),
        ("KEC", 202607, "umpan_balik", 0),
        ("PKM-PG", 202608, "bukti", 1),
    ]


def test_the_stored_share_of_reports_in_time_is_that_of_the_rows(tmp_path: Path) -> None:
    isi = [(NIP[n], "KEC", "2026-07", "rencana", "2026-07-15", f"2026-07-1{n + 2}") for n in range(5)]
    hasil = baca(tmp_path / "a.csv", csv(PANJANG, *isi), Opsi(), ORANG)
    assert angka_tersimpan(tmp_path / "data", hasil, "ketepatan_skp", "KEC", "2026-07") == 80.0


def test_neither_name_nor_number_is_in_the_result_or_in_the_store(tmp_path: Path) -> None:
    isi = [(NIP[n], NAMA[n], "KEC", "Juli", "10/08/2026", f"{n + 11}/07/2026", None, None, None) for n in range(5)]
    isi += [(None,) * 8 + (f"NIP. {NIP[4]}",)]
    hasil = baca(tmp_path / "a.csv", csv(LEBAR, *isi), TAHUN, ORANG)
    assert len(tabel(hasil)) == 5
    periksa_tanpa_orang(hasil, tmp_path / "data", [*NIP, *NAMA])


def test_without_a_deadline_nothing_is_late_it_is_asked(tmp_path: Path) -> None:
    isi = csv(LEBAR[:4] + LEBAR[5:], (NIP[0], NAMA[0], "KEC", "Juli", "10/08/2026", "13/08/2026", "", ""))
    hasil = baca(tmp_path / "a.csv", isi, TAHUN, ORANG)
    assert alasan(hasil) == {"batas_tak_ada"}
    assert not tabel(hasil)
    isi = csv(LEBAR, (NIP[0], NAMA[0], "KEC", "Juli", None, "13/08/2026", None, None, None))
    assert [
        (m.alasan, m.baris) for m in baca(tmp_path / "b.csv", isi, TAHUN, ORANG).masalah if m.tingkat == "galat"
    ] == [("masalah.batas_kosong", 2)]


def test_a_tracker_that_only_says_done_or_empty_is_told_that_dates_are_needed(tmp_path: Path) -> None:
    kepala = ("No", "Nama", "Bulan", "Rencana", "Realisasi", "Bukti")
    isi = csv(
        kepala,
        (1, NAMA[0], "Juli", "Selesai", "Selesai", "Kosong"),
        (2, NAMA[1], "Juli", "Selesai", "Kosong", "Kosong"),
    )
    hasil = baca(tmp_path / "a.csv", isi, TAHUN, ORANG)
    assert hasil.jenis == "pelaporan"
    assert alasan(hasil) == {"lapor_tanpa_tanggal", "batas_tak_ada"}
    assert {(m.baris, m.kolom[0]) for m in hasil.masalah if m.alasan == "masalah.lapor_tanpa_tanggal"} == {
        (2, "D"),
        (2, "E"),
    }
    assert not tabel(hasil)


def test_a_blank_before_its_deadline_is_not_late(tmp_path: Path) -> None:
    isi = csv(
        LEBAR,
        (NIP[0], NAMA[0], "Kecamatan Lubuk Begalung", "2099-12", "10/01/2100", "13/12/2099", None, None, None),
        (NIP[1], NAMA[1], "KEC", "2099-12", "10/01/2100", None, None, None, None),
    )
    hasil = baca(tmp_path / "a.csv", isi, Opsi(), ORANG)
    assert [(b[0], b[3], b[6]) for b in tabel(hasil)] == [(KODE[0], "rencana", 1)]
    assert [d.isi for d in hasil.dibuang if d.alasan == "dibuang.belum_jatuh_tempo"] == ["1"]


def test_a_kind_that_nobody_reported_is_not_counted_as_late(tmp_path: Path) -> None:
    isi = csv(LEBAR, *((n, "x", "KEC", "Juli", "10/08/2026", "13/08/2026", None, "14/08/2026", None) for n in NIP[:2]))
    hasil = baca(tmp_path / "a.csv", isi, TAHUN, ORANG)
    assert {b[3] for b in tabel(hasil)} == {"rencana", "bukti"}
    assert [m.kolom[0] for m in hasil.masalah if m.alasan == "masalah.lapor_kosong_semua"] == ["G", "I"]


def test_the_columns_of_one_table_decide_together_how_days_are_written(tmp_path: Path) -> None:
    isi = csv(PANJANG, (NIP[0], "KEC", "2026-07", "rencana", "10/08/2026", "13/07/2026"))
    assert [b[4] for b in tabel(baca(tmp_path / "a.csv", isi, Opsi(), ORANG))] == [date(2026, 8, 10)]
    isi = csv(PANJANG, (NIP[0], "KEC", "2026-07", "rencana", "10/08/2026", "09/07/2026"))
    assert alasan(baca(tmp_path / "b.csv", isi, Opsi(), ORANG)) == {"hari_ragu"}


@pytest.mark.parametrize(
    ("baris", "galat"),
    [
        ((NIP[0], "KEC", "2026-07", "absensi", "2026-08-10", "2026-08-01"), "laporan_jenis"),
        ((NIP[0], "KEC", "2026-07", "rencana dan bukti", "2026-08-10", "2026-08-01"), "laporan_jenis"),
        ((NIP[0], "KEC", "2026-TW3", "rencana", "2026-08-10", "2026-08-01"), "laporan_bukan_bulan"),
        ((NIP[0], "KEC", "entah", "rencana", "2026-08-10", "2026-08-01"), "periode_salah"),
        ((NIP[0], "KEC", "2026-07", "rencana", "2026-08-10", "minggu depan"), "hari_bukan"),
        (("12", "KEC", "2026-07", "rencana", "2026-08-10", "2026-08-01"), "nip_salah"),
        ((None, "KEC", "2026-07", "rencana", "2026-08-10", "2026-08-01"), "orang_kosong"),
    ],
)
def test_what_cannot_be_decided_is_asked_at_its_row(tmp_path: Path, baris: tuple[Any, ...], galat: str) -> None:
    baik = (NIP[1], "KEC", "2026-07", "rencana", "2026-08-10", "2026-08-01")
    hasil = baca(tmp_path / "a.csv", csv(PANJANG, baik, baris), Opsi(), ORANG)
    assert [(m.alasan.removeprefix("masalah."), m.baris) for m in hasil.masalah] == [(galat, 3)]
    assert len(tabel(hasil)) == 1


def test_the_same_report_twice_is_a_problem_with_both_rows(tmp_path: Path) -> None:
    satu = (NIP[0], "KEC", "2026-07", "rencana", "2026-08-10", "2026-08-01")
    hasil = baca(tmp_path / "a.csv", csv(PANJANG, satu, satu), Opsi(), ORANG)
    assert [(m.alasan, m.args["pertama"], m.args["ulang"]) for m in hasil.masalah] == [
        ("masalah.orang_ganda", "2", "3")
    ]


def test_sheets_named_by_month_say_the_month(tmp_path: Path) -> None:
    isi = [[*LEBAR[:3], *LEBAR[4:6]], [NIP[0], NAMA[0], "KEC", date(2026, 8, 31), date(2026, 8, 20)]]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"Jul": isi, "Agt": isi}), TAHUN, ORANG)
    assert [m.alasan for m in hasil.masalah] == []
    assert [b[2] for b in tabel(hasil)] == [202607, 202608]


def test_a_mapping_that_lacks_something_says_what(tmp_path: Path) -> None:
    isi = csv(PANJANG, (NIP[0], "KEC", "2026-07", "rencana", "2026-08-10", "2026-08-01"))
    peta = baca_peta(baca(tmp_path / "a.csv", isi, Opsi(), ORANG).peta)
    tanpa = {n: tuple(k for k in peta.kolom if k.isi != n) for n in ("jenis", "lapor", "nip", "batas")}
    salah = tuple(replace(k, kode="absensi") if k.isi == "lapor" else k for k in peta.kolom)
    for kolom, galat in (
        (tanpa["jenis"], "laporan_tanpa_jenis"),
        (tanpa["lapor"], "lapor_tak_ada"),
        (tanpa["nip"], "orang_tak_ada"),
        (tanpa["batas"], "batas_tak_ada"),
        (salah, "laporan_jenis_salah"),
    ):
        opsi = Opsi(peta=tulis_peta(replace(peta, kolom=kolom)))
        assert alasan(baca(tmp_path / "a.csv", isi, opsi, ORANG)) == {galat}


def test_the_plan_of_work_results_is_not_taken_for_a_reporting_sheet(tmp_path: Path) -> None:
    kepala = ("NIP", "Nama", "Rencana Hasil Kerja", "Target", "Realisasi")
    isi = csv(kepala, (NIP[0], NAMA[0], "Terlayaninya pemohon KTP", 100, 90))
    assert baca(tmp_path / "a.csv", isi, TAHUN, ORANG).jenis != "pelaporan"


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [("TGL RENCANA AKSI", "rencana"), ("Realisasi SKP", "realisasi"), ("bukti-dukung", "bukti"),
     ("Umpan  balik", "umpan_balik"), ("Umpanbalik", "umpan_balik"), ("rencana dan realisasi", ""), ("perilaku", ""),
     ("", "")],
)  # fmt: skip
def test_a_kind_of_report_is_known_by_its_one_word(teks: str, jenis: str) -> None:
    assert jenis_laporan(teks) == jenis


@settings(max_examples=250, deadline=None)
@given(ubahan)
def test_any_cell_may_hold_anything_and_nothing_is_raised_or_invented(ubah: list[Any]) -> None:
    isi = [["PELAPORAN SKP JULI 2026"], list(LEBAR)]
    isi += [
        [NIP[n], NAMA[n], "KEC", "Juli", "10/08/2026", f"{n + 11}/08/2026", None, "belum", "01/08/2026"]
        for n in range(5)
    ]
    konteks = coba_semua(pelaporan.usul, "pelaporan", isi, ubah)
    for satu in konteks.hasil.tabel.get("laporan_skp", []):
        batas, lapor = satu[4], satu[5]
        assert satu[3] in JENIS
        assert isinstance(batas, date)
        assert satu[6] == int(isinstance(lapor, date) and lapor <= batas)
