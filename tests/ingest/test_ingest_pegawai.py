"""The list of employees: codes instead of numbers, names apart, one place at a time, nobody rates themself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bahan_asn import KEPALA_PEGAWAI, KODE, alasan, baca_baris, galat, pegawai, tabel_csv
from bahan_ingest import RUJUKAN, baca, xlsx
from bahan_orang import NAMA, NIP, ORANG, coba_semua, csv, periksa_tanpa_orang, ubahan
from hypothesis import given, settings

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.pegawai import kode_pegawai
from kinerja.domain.umpan_balik import Nama
from kinerja.ingest.bentuk import pegawai as bentuk
from kinerja.ingest.bentuk.pegawai import baca_status
from kinerja.ingest.kemas import baca_hasil, tulis_hasil
from kinerja.ingest.peta.toml import baca_peta, tulis_peta

KEL = "Kelurahan Lubuk Begalung"


def tabel(hasil: HasilBaca) -> tuple[tuple[object, ...], ...]:
    return hasil.tabel.get("pegawai", ())


def baca_isi(tmp_path: Path, *isi: tuple[Any, ...]) -> HasilBaca:
    return baca_baris(tmp_path, KEPALA_PEGAWAI, *isi)


def test_employees_are_codes_and_their_raters_are_found_by_number_or_by_name(tmp_path: Path) -> None:
    hasil = baca_isi(
        tmp_path,
        pegawai(0, tmt="01-03-2024"),
        pegawai(1, status="CPNS", penilai=NAMA[0]),
        pegawai(2, KEL, "P3K", NIP[1], "Maret 2025"),
        pegawai(3, KEL, "", f"{NAMA[1]} / NIP. {NIP[1]}", "01-01-1998"),
    )
    assert hasil.jenis == "pegawai"
    assert alasan(hasil) == [("status_dari_nip", "info", None)]
    assert tabel(hasil) == (
        (KODE[0], "KEC", "Pelaksana", "PNS", "", 202403, 999912),
        (KODE[1], "KEC", "Pelaksana", "PNS", KODE[0], 190001, 999912),
        (KODE[2], "KEL-LB", "Pelaksana", "PPPK", KODE[1], 202503, 999912),
        (KODE[3], "KEL-LB", "Pelaksana", "PNS", KODE[1], 190001, 999912),
    )
    assert hasil.letak["pegawai"] == tuple(("csv", n) for n in range(2, 6))


def test_the_numbers_of_the_result_are_those_of_the_file(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, *(pegawai(n, status=s) for n, s in enumerate(("PNS", "PPPK", "PNS", "pppk"))))
    berkas = tabel_csv(tmp_path / "a.csv")
    assert [b[0] for b in tabel(hasil)] == [kode_pegawai(ORANG.garam, b["NIP"]) for b in berkas]
    assert [b[3] for b in tabel(hasil)] == [b["Status"].upper() for b in berkas]
    assert {k: n.nip_akhir for k, n in hasil.nama.items()} == {
        kode_pegawai(ORANG.garam, b["NIP"]): b["NIP"].replace(" ", "")[-4:] for b in berkas
    }


def test_names_leave_apart_and_are_in_neither_rows_nor_representation_nor_store(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, *(pegawai(n, penilai=NAMA[0] if n else "") for n in range(4)))
    assert hasil.nama[KODE[1]] == Nama(NAMA[1], "2002")
    assert len(hasil.nama) == 4
    periksa_tanpa_orang(hasil, tmp_path / "data", [*NIP, *NAMA, "Zulkarnaini", "1980010120"])


def test_a_result_comes_back_from_the_worker_with_its_names(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, pegawai(0), pegawai(1, penilai=NAMA[0]))
    assert baca_hasil(tulis_hasil(hasil)) == hasil
    assert baca_hasil(tulis_hasil(hasil)).nama == hasil.nama


def test_people_who_are_no_civil_servants_are_left_out_and_listed(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, pegawai(0), pegawai(1, status="Honorer"), pegawai(2, status="THL"))
    assert len(tabel(hasil)) == 1
    assert [(d.letak, d.alasan) for d in hasil.dibuang if d.jenis == "baris"] == [
        ("3", "dibuang.bukan_asn"),
        ("4", "dibuang.bukan_asn"),
    ]
    assert KODE[1] not in hasil.nama


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ([pegawai(0, status="Lainnya")], [("status_tak_dikenal", 2)]),
        ([pegawai(0, penilai=NIP[0])], [("penilai_sendiri", 2)]),
        ([pegawai(0, penilai=NAMA[0])], [("penilai_sendiri", 2)]),
        ([pegawai(0), pegawai(1, KEL, nip=0)], [("pegawai_dua_unit", 3)]),
        ([pegawai(0), pegawai(1, nip=0)], [("pegawai_ganda", 3)]),
        ([pegawai(0, unit="Kantor Lain")], [("unit_tak_dikenal", 2)]),
        ([(1, "12345", NAMA[0], "Staf", "KEC", "PNS", "", "")], [("nip_salah", 2)]),
        ([(1, "", "", "Staf", "KEC", "PNS", "", "")], []),
    ],
)
def test_what_is_wrong_is_refused_with_its_row(
    tmp_path: Path, baris: list[tuple[Any, ...]], harap: list[tuple[str, int]]
) -> None:
    hasil = baca_isi(tmp_path, *baris, pegawai(4))
    assert galat(hasil) == harap


def test_two_units_one_after_the_other_are_one_career(tmp_path: Path) -> None:
    kepala = (*KEPALA_PEGAWAI, "Berlaku Sampai")
    hasil = baca_baris(
        tmp_path,
        kepala,
        (*pegawai(0, tmt="Januari 2024"), "Desember 2025"),
        (*pegawai(1, KEL, tmt="Januari 2026", nip=0), ""),
    )
    assert galat(hasil) == []
    assert [(b[0], b[1], b[5], b[6]) for b in tabel(hasil)] == [
        (KODE[0], "KEC", 202401, 202512),
        (KODE[0], "KEL-LB", 202601, 999912),
    ]
    hasil = baca_baris(tmp_path, kepala, (*pegawai(0, tmt="Maret 2026"), "Januari 2026"))
    assert galat(hasil) == [("masa_terbalik", 2)]


def test_a_rater_whose_name_nobody_or_two_people_bear_stays_open_and_is_told(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, pegawai(0, penilai="Amak Rabiah"), pegawai(1))
    assert alasan(hasil) == [("penilai_tak_dikenal", "peringatan", 2)]
    assert [b[4] for b in tabel(hasil)] == ["", ""]
    assert "Rabiah" not in repr(hasil)


def test_days_that_are_all_the_first_of_a_month_are_not_asked_about(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, pegawai(0, tmt="01/02/2020"), pegawai(1, tmt="1/11/2021"))
    assert [b[5] for b in tabel(hasil)] == [202002, 202111]
    assert galat(baca_isi(tmp_path, pegawai(0, tmt="05/02/2020"))) == [("hari_ragu", 2)]


def test_a_workbook_with_a_title_and_two_header_rows_is_known(tmp_path: Path) -> None:
    isi = [
        ["DAFTAR PEGAWAI KECAMATAN LUBUK BEGALUNG"],
        ["NO", "PEGAWAI", None, "JABATAN", "UNIT KERJA", "STATUS KEPEGAWAIAN", "PEJABAT PENILAI", None],
        [None, "NAMA", "NIP", None, None, None, "NAMA", "NIP"],
        [1, NAMA[0], NIP[0], "Camat", "KEC", "PNS", "Wali Kota", None],
        [2, NAMA[1], NIP[1], "Sekretaris", "KEC", "PNS", NAMA[0], NIP[0]],
    ]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"Data": isi}, {"Data": ["B2:C2", "G2:H2"]}), rujukan=ORANG)
    assert hasil.jenis == "pegawai"
    assert [(b[0], b[4]) for b in tabel(hasil)] == [(KODE[0], ""), (KODE[1], KODE[0])]
    assert galat(hasil) == []


def test_without_the_secret_nothing_is_read(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", csv(KEPALA_PEGAWAI, pegawai(0)), rujukan=RUJUKAN)
    assert ("garam_tak_ada", None) in galat(hasil)
    assert not tabel(hasil)


def test_the_mapping_survives_its_own_file(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, pegawai(0, tmt="01-03-2024"), pegawai(1, penilai=NAMA[0]))
    peta = baca_peta(hasil.peta)
    assert tulis_peta(peta) == hasil.peta
    assert {k.isi for k in peta.kolom} == {"nip", "nama", "unit", "jabatan", "status", "penilai", "tmt"}


@pytest.mark.parametrize(
    ("kata", "harap"),
    [("PNS", "PNS"), ("cpns", "PNS"), ("PPPK Paruh Waktu", "PPPK"), ("P3K", "PPPK"), ("Non-ASN", "bukan"), ("ya", "")],
)
def test_words_of_the_status(kata: str, harap: str) -> None:
    assert baca_status(kata) == harap


@settings(max_examples=60, deadline=None)
@given(ubahan)
def test_any_change_of_a_sheet_is_read_or_told_and_shows_nobody(ubah: list[Any]) -> None:
    baris = [list(KEPALA_PEGAWAI), *(list(pegawai(n, penilai=NAMA[0] if n else "")) for n in range(4))]
    konteks = coba_semua(bentuk.usul, "pegawai", baris, ubah)
    teks = repr((konteks.hasil.tabel, konteks.hasil.pratinjau, konteks.hasil.dibuang))
    assert not [n for n in NIP if n.replace(" ", "") in teks]
