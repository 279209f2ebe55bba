"""Behaviours, predicates of organisations, support and batches: read by their words, unknown ones refused by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_asn import KEC, KODE, NILAI, alasan, baca_baris, galat
from bahan_orang import NAMA, NIP, coba_semua, periksa_tanpa_orang, ubahan
from hypothesis import given, settings

from kinerja.domain import perilaku as nilai
from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi
from kinerja.ingest.bentuk import gelombang, kegiatan, organisasi, perilaku

KEL, LUBEG = "Kelurahan Lubuk Begalung", "Puskesmas Lubuk Begalung"
TW3 = Opsi(periode=parse_periode("2026-TW3"))
KEPALA_PERILAKU = ("NIP", "Nama", "Unit Kerja", *NILAI)
KEPALA_ORGANISASI = ("No", "Unit Kerja", "Periode", "Predikat Kinerja Organisasi")
KEPALA_KEGIATAN = ("Tanggal", "Jenis Kegiatan", "Unit", "Topik", "Jumlah Peserta")
KEPALA_GELOMBANG = ("NIP", "Nama", "Unit Kerja", "Nama Pelatihan", "Gelombang", "Cara Penentuan")


def orang(n: int, *rating: str) -> tuple[Any, ...]:
    return (NIP[n], NAMA[n], KEC, *rating)


# --- behaviours ------------------------------------------------------------------------------------------------------


def test_seven_columns_of_values_are_seven_rows(tmp_path: Path) -> None:
    hasil = baca_baris(
        tmp_path,
        KEPALA_PERILAKU,
        orang(0, *["Sesuai ekspektasi"] * 6, "DIATAS EKSPEKTASI"),
        orang(1, "dibawah", *[""] * 6),
        opsi=TW3,
    )
    assert hasil.jenis == "perilaku"
    assert alasan(hasil) == [("perilaku_kurang", "peringatan", 3)]
    harap = [(KODE[0], "KEC", 202607, 202609, n, "sesuai") for n in nilai.NILAI[:6]]
    harap += [(KODE[0], "KEC", 202607, 202609, "kolaboratif", "di_atas")]
    harap += [(KODE[1], "KEC", 202607, 202609, "berorientasi_pelayanan", "di_bawah")]
    assert list(hasil.tabel["skp_perilaku"]) == harap
    periksa_tanpa_orang(hasil, tmp_path / "data", [*NIP[:2], *NAMA[:2]])


def test_one_row_a_value_says_the_same(tmp_path: Path) -> None:
    kepala = ("NIP", "Unit Kerja", "Periode", "Nilai Dasar", "Rating")
    isi = [(NIP[0], KEC, "Triwulan III 2026", f"{n}. {kata}", "Sesuai") for n, kata in enumerate(NILAI, 1)]
    panjang = baca_baris(tmp_path, kepala, *isi)
    lebar = baca_baris(tmp_path, KEPALA_PERILAKU, orang(0, *["Sesuai"] * 7), opsi=TW3, nama="b.csv")
    assert panjang.tabel["skp_perilaku"] == lebar.tabel["skp_perilaku"]
    salah = baca_baris(tmp_path, kepala, *isi, (NIP[0], KEC, "2026-TW3", "Rajin", "Sesuai"))
    assert galat(salah) == [("perilaku_nilai", 9)]


def test_an_unknown_rating_is_refused_with_its_cell_and_twice_is_one_too_many(tmp_path: Path) -> None:
    hasil = baca_baris(
        tmp_path, KEPALA_PERILAKU, orang(0, *["Sesuai"] * 6, "bagus"), orang(1, *["Sesuai"] * 7), opsi=TW3
    )
    assert [(m.alasan, m.baris, m.kolom[0], m.nilai) for m in hasil.masalah] == [
        ("masalah.rating_tak_dikenal", 2, "J", "bagus")
    ]
    dua = baca_baris(tmp_path, KEPALA_PERILAKU, *[orang(0, "Sesuai", "Sesuai", *[""] * 5)] * 2, opsi=TW3)
    assert galat(dua) == [("orang_ganda", 3)] * 2


def test_behaviours_beside_the_ratings_are_read_with_them(tmp_path: Path) -> None:
    kepala = ("NIP", "Nama", "Unit Kerja", "Rating Hasil Kerja", "Rating Perilaku", "Predikat", "NIP Penilai", *NILAI)
    isi = orang(0, "Sesuai", "Sesuai", "Baik", NIP[4], *["Sesuai"] * 7)
    hasil = baca_baris(tmp_path, kepala, isi, opsi=TW3)
    assert hasil.jenis == "penilaian"
    assert hasil.tabel["skp_penilaian"] == ((KODE[0], "KEC", KODE[4], 202607, 202609, "sesuai", "sesuai", "baik"),)
    assert [b[4] for b in hasil.tabel["skp_perilaku"]] == list(nilai.NILAI)
    sendiri = orang(0, "Sesuai", "Sesuai", "Baik", NIP[0], *["Sesuai"] * 7)
    assert galat(baca_baris(tmp_path, kepala, sendiri, opsi=TW3)) == [("penilai_sendiri", 2)]


# --- predicates of organisations -------------------------------------------------------------------------------------


def test_predicates_of_units_in_the_words_of_the_circular(tmp_path: Path) -> None:
    isi = [(1, KEC, "2026-TW3", "ISTIMEWA"), (2, KEL, "Triwulan III 2026", "Butuh  perbaikan")]
    hasil = baca_baris(tmp_path, KEPALA_ORGANISASI, *isi, (3, LUBEG, "Tahun 2026", "Kurang/misconduct"))
    assert hasil.jenis == "organisasi"
    assert hasil.tabel["predikat_organisasi"] == (
        ("KEC", 202607, 202609, "istimewa"),
        ("KEL-LB", 202607, 202609, "butuh_perbaikan"),
        ("PKM-LB", 202601, 202612, "kurang"),
    )


@pytest.mark.parametrize("kata", ["Sangat Baik", "Cukup", "B"])
def test_what_is_no_predicate_of_an_organisation_is_refused(tmp_path: Path, kata: str) -> None:
    asli = baca_baris(tmp_path, KEPALA_ORGANISASI, (1, KEC, "2026-TW3", "Baik"))
    hasil = baca_baris(
        tmp_path, KEPALA_ORGANISASI, (1, KEC, "2026-TW3", "Baik"), (2, KEL, "2026-TW3", kata), opsi=Opsi(peta=asli.peta)
    )
    assert galat(hasil) == [("organisasi_tak_dikenal", 3)]


def test_two_predicates_for_one_period_are_one_too_many(tmp_path: Path) -> None:
    isi = [(1, KEC, "2026-TW3", "Baik"), (2, KEC, "2026-TW3", "Istimewa"), (3, KEL, "2026-TW3", "")]
    hasil = baca_baris(tmp_path, KEPALA_ORGANISASI, *isi)
    assert galat(hasil) == [("organisasi_ganda", 3)]
    assert [d.alasan for d in hasil.dibuang] == ["dibuang.tanpa_predikat"]


# --- support ---------------------------------------------------------------------------------------------------------


def test_the_log_of_support(tmp_path: Path) -> None:
    isi = [("24-06-2025", "Sosialisasi", KEC, "Batas waktu", 30), ("14 Agustus 2025", "Pendampingan", KEL, "Bukti", "")]
    hasil = baca_baris(tmp_path, KEPALA_KEGIATAN, *isi)
    assert hasil.jenis == "kegiatan"
    assert hasil.tabel["kegiatan"] == (
        (date(2025, 6, 24), 202506, 202506, "KEC", "sosialisasi", "Batas waktu", 30),
        (date(2025, 8, 14), 202508, 202508, "KEL-LB", "pendampingan", "Bukti", None),
    )
    peta = Opsi(peta=hasil.peta)
    salah = baca_baris(tmp_path, KEPALA_KEGIATAN, *isi, isi[0], ("30-02-2025", "Rapat", KEC, "x", "y"), opsi=peta)
    assert {a for a, _ in galat(salah)} == {"kegiatan_ganda", "hari_bukan", "kegiatan_jenis", "angka_bukan"}


# --- batches ---------------------------------------------------------------------------------------------------------


def test_batches_of_a_training(tmp_path: Path) -> None:
    cara = ("Diundi", "daftar tunggu", "Penunjukan")
    isi = [(NIP[n], NAMA[n], KEC, "Rencana aksi", g, cara[n]) for n, g in enumerate(("Gelombang I", 2, "Batch 3"))]
    hasil = baca_baris(tmp_path, KEPALA_GELOMBANG, *isi)
    assert hasil.jenis == "gelombang"
    assert hasil.tabel["gelombang"] == (
        (KODE[0], "KEC", "Rencana aksi", 1, "undian"),
        (KODE[1], "KEC", "Rencana aksi", 2, "daftar_tunggu"),
        (KODE[2], "KEC", "Rencana aksi", 3, "penunjukan"),
    )
    lain = [
        (NIP[3], NAMA[3], KEC, "Rencana aksi", "pagi", "undian"),
        (NIP[4], NAMA[4], KEC, "Rencana aksi", 1, "entah"),
    ]
    salah = baca_baris(tmp_path, KEPALA_GELOMBANG, *isi, isi[0], *lain)
    assert galat(salah) == [("gelombang_ganda", 5), ("gelombang_nomor", 6), ("gelombang_cara", 7)]
    periksa_tanpa_orang(hasil, tmp_path / "data", [*NIP[:3], *NAMA[:3]])


CONTOH: dict[str, tuple[Any, list[list[Any]]]] = {
    "perilaku": (
        perilaku.usul,
        [[*KEPALA_PERILAKU, "Periode"], *([*orang(n, *["Sesuai"] * 7), "2026-TW3"] for n in range(4))],
    ),
    "organisasi": (
        organisasi.usul,
        [list(KEPALA_ORGANISASI), [1, KEC, "2026-TW3", "Baik"], [2, KEL, "2026-TW3", "Istimewa"]],
    ),
    "kegiatan": (
        kegiatan.usul,
        [
            list(KEPALA_KEGIATAN),
            ["24-06-2025", "Sosialisasi", KEC, "Batas", 3],
            ["25-06-2025", "Pendampingan", KEL, "A", 4],
        ],
    ),
    "gelombang": (
        gelombang.usul,
        [list(KEPALA_GELOMBANG), *([NIP[n], NAMA[n], KEC, "Rencana aksi", 1 + n % 2, "undian"] for n in range(4))],
    ),
}


@pytest.mark.parametrize("jenis", CONTOH)
@settings(max_examples=40, deadline=None)
@given(ubah=ubahan)
def test_any_change_of_a_sheet_is_read_or_told_and_shows_nobody(jenis: str, ubah: list[Any]) -> None:
    usul, baris = CONTOH[jenis]
    hasil = coba_semua(usul, jenis, baris, ubah).hasil
    teks = repr((hasil.tabel, hasil.pratinjau, hasil.dibuang))
    assert not [n for n in NIP if n.replace(" ", "") in teks]
