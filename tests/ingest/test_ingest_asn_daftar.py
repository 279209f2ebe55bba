"""Rows held against the list of employees: who is unknown, misnamed, rated in a circle, or rated by halves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from bahan_asn import KEC, KEPALA_PEGAWAI, KODE, NILAI, alasan, galat, pegawai
from bahan_ingest import baca as baca_ingest
from bahan_orang import GARAM, NAMA, NIP, ORANG, csv

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.pegawai import sandi_nama
from kinerja.domain.unit import BULAN_AKHIR
from kinerja.ingest import Opsi, Rujukan
from kinerja.store.kepegawaian import Tugas

HARI = Opsi(hari_ini=date(2026, 11, 24))
RATING = ("NIP", "Nama", "Unit Kerja", "Periode", "Rating Hasil Kerja", "Rating Perilaku", "NIP Pejabat Penilai")
DAFTAR = replace(
    ORANG,
    tugas={KODE[n]: [Tugas("KEC", KODE[0] if n else "", 190001, BULAN_AKHIR)] for n in range(3)},
    nama={KODE[n]: sandi_nama(GARAM, NAMA[n]) for n in range(3)},
)


def baca(
    tmp_path: Path, kepala: Sequence[str], *isi: Sequence[Any], rujukan: Rujukan = DAFTAR, nama: str = "a.csv"
) -> HasilBaca:
    return baca_ingest(tmp_path / nama, csv(kepala, *isi), HARI, rujukan)


def rating(n: int, penilai: str = "", nama: str = "", unit: str = KEC) -> tuple[Any, ...]:
    return (NIP[n], nama or NAMA[n], unit, "2026-TW3", "Sesuai Ekspektasi", "Sesuai Ekspektasi", penilai)


def test_who_is_not_on_the_list_is_told_once_by_row(tmp_path: Path) -> None:
    hasil = baca(tmp_path, RATING, rating(1, NIP[0]), rating(3, NIP[0]))
    assert alasan(hasil) == [("pegawai_tak_terdaftar", "peringatan", 3)]
    assert alasan(baca(tmp_path, RATING, rating(1), rating(3), rujukan=ORANG)) == []


def test_a_unit_whose_list_is_not_there_is_told_once_and_not_by_person(tmp_path: Path) -> None:
    lain = "Puskesmas Pegambiran"
    hasil = baca(tmp_path, RATING, rating(1), rating(3, unit=lain), rating(4, unit=lain))
    assert alasan(hasil) == [("unit_tanpa_daftar", "info", 3)]


def test_a_rater_who_is_not_on_the_list_is_told(tmp_path: Path) -> None:
    hasil = baca(tmp_path, RATING, rating(1, NIP[4]), rating(2, NIP[4]))
    assert alasan(hasil) == [("penilai_tak_terdaftar", "peringatan", 2)]


def test_people_who_rate_each_other_are_an_error_that_names_the_rows(tmp_path: Path) -> None:
    hasil = baca(tmp_path, RATING, rating(0, NIP[1]), rating(1, NIP[0]), rating(2, NIP[0]), rujukan=ORANG)
    assert [a for a, _ in galat(hasil)] == ["penilai_melingkar"]
    assert {*str(hasil.masalah[0].args["daftar"]).split(", ")} == {"2", "3"}
    hasil = baca(tmp_path, RATING, *(rating(n, NIP[(n + 1) % 3]) for n in range(3)), rujukan=ORANG)
    assert [a for a, _ in galat(hasil)] == ["penilai_melingkar"]


def test_a_list_of_employees_has_no_circle_either_with_what_is_stored(tmp_path: Path) -> None:
    hasil = baca(tmp_path, KEPALA_PEGAWAI, pegawai(0, penilai=NIP[1]), pegawai(1, penilai=NIP[0]), rujukan=ORANG)
    assert [a for a, _ in galat(hasil)] == ["penilai_melingkar"]
    hasil = baca(tmp_path, KEPALA_PEGAWAI, pegawai(0, penilai=NIP[1]))
    assert galat(hasil) == [("penilai_melingkar", 2)]
    assert galat(baca(tmp_path, KEPALA_PEGAWAI, pegawai(0, penilai=NIP[4]))) == []


def test_a_number_beside_the_name_of_somebody_else_is_told_and_no_name_is_kept(tmp_path: Path) -> None:
    hasil = baca(tmp_path, RATING, rating(0, nama=NAMA[1]), rating(1, nama="Si Fulan"), rating(2, nama="Buyuang T."))
    assert alasan(hasil) == [("nama_orang_lain", "peringatan", 2), ("nama_orang_lain", "peringatan", 3)]
    assert "Fulan" not in repr(hasil) and "Upik" not in repr(hasil)


def test_behaviours_that_are_missing_are_told_by_person(tmp_path: Path) -> None:
    kepala = ("NIP", "Nama", "Unit Kerja", "Periode", *NILAI)
    penuh = (NIP[0], NAMA[0], KEC, "2026-TW3", *("Sesuai Ekspektasi",) * 7)
    lima = (NIP[1], NAMA[1], KEC, "2026-TW3", *("Sesuai Ekspektasi",) * 5, "", "")
    kosong = (NIP[2], NAMA[2], KEC, "2026-TW3", *("",) * 7)
    hasil = baca(tmp_path, kepala, penuh, lima, kosong)
    assert alasan(hasil) == [("perilaku_kurang", "peringatan", 3), ("perilaku_kosong", "peringatan", 4)]
    assert hasil.masalah[0].args["daftar"] == "Adaptif, Kolaboratif"
    tiga = [(NIP[n], NAMA[n], KEC, "2026-TW3", *("Sesuai Ekspektasi",) * 3) for n in range(3)]
    assert alasan(baca(tmp_path, kepala[:7], *tiga)) == [("perilaku_luput", "peringatan", None)]
