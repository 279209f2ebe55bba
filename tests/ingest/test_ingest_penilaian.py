"""Appraisals: ratings in their spellings, the predicate recomputed, one person once, nobody to be told apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bahan_ingest import RUJUKAN, alasan, baca, xlsx
from bahan_orang import GARAM, NAMA, NIP, ORANG, angka_tersimpan, coba_semua, csv, periksa_tanpa_orang, ubahan
from hypothesis import given, settings

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.pegawai import kode_pegawai
from kinerja.domain.periode import parse_periode
from kinerja.domain.predikat import EKSPEKTASI
from kinerja.ingest import Opsi
from kinerja.ingest.bentuk import penilaian
from kinerja.ingest.peta.toml import baca_peta, tulis_peta

KEPALA = ("NIP", "Nama", "Jabatan", "Unit Kerja", "Rating Hasil Kerja", "Rating Perilaku", "Predikat")
OKT = Opsi(periode=parse_periode("2026-10"))


def baris(nomor: int, hasil: Any, perilaku: Any, predikat: Any = None, unit: str = "KEC") -> tuple[Any, ...]:
    return (NIP[nomor], NAMA[nomor], "Pelaksana", unit, hasil, perilaku, predikat)


def tabel(hasil: HasilBaca) -> tuple[tuple[object, ...], ...]:
    return hasil.tabel.get("skp_penilaian", ())


def baca_isi(tmp_path: Path, *isi: tuple[Any, ...], opsi: Opsi = OKT, kepala: tuple[Any, ...] = KEPALA) -> HasilBaca:
    return baca(tmp_path / "a.csv", csv(kepala, *isi), opsi, ORANG)


def test_ratings_are_stored_with_a_code_instead_of_the_number(tmp_path: Path) -> None:
    hasil = baca_isi(
        tmp_path,
        baris(0, "DIATAS EKSPEKTASI", "Di atas ekspektasi", "Sangat Baik"),
        baris(1, "Sesuai Ekspektasi", "memenuhi  ekspektasi", "BAIK"),
        baris(2, "di bawah ekspektasi", "SESUAI", "Butuh perbaikan"),
        baris(3, "Dibawah Ekspektasi", "DIBAWAH EKSPEKTASI", "Sangat Kurang"),
    )
    assert hasil.jenis == "penilaian"
    assert [m.alasan for m in hasil.masalah] == []
    kode = [kode_pegawai(GARAM, n) for n in NIP]
    assert tabel(hasil) == (
        (kode[0], "KEC", "", 202610, 202610, "di_atas", "di_atas", "sangat_baik"),
        (kode[1], "KEC", "", 202610, 202610, "sesuai", "sesuai", "baik"),
        (kode[2], "KEC", "", 202610, 202610, "di_bawah", "sesuai", "butuh_perbaikan"),
        (kode[3], "KEC", "", 202610, 202610, "di_bawah", "di_bawah", "sangat_kurang"),
    )
    assert ("A", "dibuang.kolom_sandi") in {(d.letak, d.alasan) for d in hasil.dibuang}
    assert ("C", "dibuang.kolom_lain") in {(d.letak, d.alasan) for d in hasil.dibuang}


def test_the_stored_number_of_appraisals_is_that_of_the_rows(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, *(baris(n, "sesuai", "sesuai") for n in range(4)))
    assert angka_tersimpan(tmp_path / "data", hasil, "penilaian_tercatat", "KEC", "2026-10") == 4


def test_neither_name_nor_number_is_in_the_result_or_in_the_store(tmp_path: Path) -> None:
    isi = [baris(n, "Sesuai", "Di atas", "Kurang") for n in range(4)]
    isi += [("Mengetahui",), ("", "", "", "", "", "", NAMA[4]), ("", "", "", "", "", f"NIP. {NIP[4]}")]
    hasil = baca_isi(tmp_path, *(b + (None,) * (7 - len(b)) for b in isi))
    assert len(tabel(hasil)) == 4
    assert len(hasil.masalah) == 4
    periksa_tanpa_orang(hasil, tmp_path / "data", [*NIP, *NAMA, "Zulkarnaini", "1980010120"])


@pytest.mark.parametrize("kata", ["Baik", "melebihi target", "tidak sesuai ekspektasi", "?"])
def test_an_unknown_rating_is_refused_with_its_cell_and_never_a_default(tmp_path: Path, kata: str) -> None:
    hasil = baca_isi(tmp_path, baris(0, "sesuai", "sesuai"), baris(1, kata, "sesuai"), baris(2, "sesuai", None))
    assert [(m.alasan.removeprefix("masalah."), m.baris, m.kolom[0], m.nilai) for m in hasil.masalah] == [
        ("rating_tak_dikenal", 3, "E", kata),
        ("rating_kosong", 4, "F", ""),
    ]
    assert len(tabel(hasil)) == 1


def test_a_printed_predicate_that_differs_is_told_by_row_and_never_by_name(tmp_path: Path) -> None:
    hasil = baca_isi(
        tmp_path,
        baris(0, "di bawah", "sesuai", "Buruk"),
        baris(1, "di bawah", "di atas", "Cukup"),
        baris(2, "di atas", "di bawah", "Baik"),
        baris(3, "sesuai", "sesuai", None),
    )
    assert [(m.alasan.removeprefix("masalah."), m.tingkat, m.baris) for m in hasil.masalah] == [
        ("predikat_beda", "peringatan", 4),
        ("predikat_tak_dikenal", "info", 2),
    ]
    beda = hasil.masalah[0].args
    assert (beda["tercetak"], beda["terhitung"]) == ("Baik", "Kurang/misconduct")
    assert hasil.diterima
    assert len(tabel(hasil)) == 4


def test_means_of_scores_are_no_ratings(tmp_path: Path) -> None:
    kepala = (
        "Nama",
        "Bulan",
        "Jabatan",
        "Rata-rata hasil kerja",
        "Rata-rata perilaku",
        "Nilai rata-rata",
        "Predikat kinerja",
    )
    hasil = baca_isi(tmp_path, (NAMA[0], "Oktober", "Staf", "92,5", "90", "91", "Baik"), kepala=kepala)
    assert hasil.jenis == "penilaian"
    assert [(m.alasan, m.baris, m.kolom[0]) for m in hasil.masalah] == [("masalah.rating_angka", 2, "D")]
    assert not tabel(hasil)


def test_sheets_named_by_month_take_the_year_from_the_title_the_file_or_the_choice(tmp_path: Path) -> None:
    isi = [list(KEPALA), [*baris(0, "sesuai", "sesuai")]]
    dua = {"Jan": isi, "Feb": isi}
    for nama, lembar, opsi in (
        ("a.xlsx", {n: [["PENILAIAN KINERJA TAHUN 2026"], *b] for n, b in dua.items()}, Opsi()),
        ("penilaian 2026.xlsx", dua, Opsi()),
        ("b.xlsx", dua, Opsi(periode=parse_periode("2026"))),
    ):
        hasil = baca(tmp_path / nama, xlsx(lembar), opsi, ORANG)
        assert [m.alasan for m in hasil.masalah] == []
        assert [b[3:5] for b in tabel(hasil)] == [(202601, 202601), (202602, 202602)]
    hasil = baca(tmp_path / "c.xlsx", xlsx(dua), Opsi(), ORANG)
    assert alasan(hasil) == {"periode_tak_ada"}


def test_a_sheet_whose_rows_say_another_month_than_its_name_is_asked(tmp_path: Path) -> None:
    kepala = [*KEPALA, "Bulan"]
    isi = {
        "Jan": [kepala, [*baris(0, "sesuai", "sesuai"), "Januari"]],
        "Feb": [kepala, [*baris(0, "sesuai", "sesuai"), "Januari"]],
    }
    hasil = baca(tmp_path / "a 2026.xlsx", xlsx(isi), Opsi(periode=parse_periode("2026")), ORANG)
    assert [(m.alasan, m.lembar, m.baris) for m in hasil.masalah] == [("masalah.bulan_lembar_beda", "Feb", 2)]


@pytest.mark.parametrize(
    ("judul", "dari", "sampai"),
    [
        ("PERIODE TRIWULAN III TAHUN 2026", 202607, 202609),
        ("Periode penilaian: 1 Juli s.d. 30 September 2026", 202607, 202609),
        ("Periode 1 - 31 Maret 2026", 202603, 202603),
        ("1 Januari 2026 sampai dengan 31 Desember 2026", 202601, 202612),
        ("TAHUN 2026", 202601, 202612),
    ],
)
def test_the_period_of_the_title_is_the_whole_span_it_names(tmp_path: Path, judul: str, dari: int, sampai: int) -> None:
    hasil = baca(tmp_path / "a.csv", judul + "\n" + csv(KEPALA, baris(0, "sesuai", "sesuai")), Opsi(), ORANG)
    assert [b[3:5] for b in tabel(hasil)] == [(dari, sampai)]


def test_a_block_of_pairs_above_the_table_is_not_its_header(tmp_path: Path) -> None:
    isi = [
        ["DAFTAR PENILAIAN", None],
        ["Unit Kerja", ": Kecamatan Lubuk Begalung"],
        ["Periode", ": Oktober 2026"],
        [None],
        ["NO", "PEGAWAI YANG DINILAI", None, "PEJABAT PENILAI", None, "RATING", None],
        [None, "NAMA", "NIP", "NAMA", "NIP", "HASIL KERJA", "PERILAKU KERJA"],
        [1, NAMA[0], NIP[0], NAMA[4], NIP[4], "Sesuai Ekspektasi", "Di Atas Ekspektasi"],
    ]
    gabung = ["A5:A6", "B5:C5", "D5:E5", "F5:G5"]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"Data": isi}, {"Data": gabung}), Opsi(), ORANG)
    assert [m.alasan for m in hasil.masalah] == []
    assert tabel(hasil) == (
        (kode_pegawai(GARAM, NIP[0]), "KEC", kode_pegawai(GARAM, NIP[4]), 202610, 202610, "sesuai", "di_atas", ""),
    )


def test_two_ratings_of_one_person_in_one_period_are_a_problem_with_both_rows(tmp_path: Path) -> None:
    hasil = baca_isi(
        tmp_path, baris(0, "sesuai", "sesuai"), baris(1, "sesuai", "sesuai"), baris(0, "di atas", "sesuai")
    )
    assert [(m.alasan, m.args["pertama"], m.args["ulang"]) for m in hasil.masalah] == [
        ("masalah.orang_ganda", "2", "4")
    ]
    lembar = {n: [list(KEPALA), [*baris(0, "sesuai", "sesuai")]] for n in ("Data", "Salinan")}
    hasil = baca(tmp_path / "b.xlsx", xlsx(lembar), OKT, ORANG)
    assert [(m.alasan, m.lembar) for m in hasil.masalah] == [("masalah.orang_ganda_lembar", "Salinan")]


def test_a_person_in_two_units_is_an_error(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, baris(0, "sesuai", "sesuai"), baris(0, "di atas", "sesuai", unit="Puskesmas Pegambiran"))
    assert [(m.alasan, m.tingkat) for m in hasil.masalah] == [("masalah.orang_dua_unit", "galat")]
    assert not hasil.diterima


@pytest.mark.parametrize("nip", [1.98001012005011e17, 198001012005011008, "1.98001E+17", "1,98E17"])
def test_a_number_damaged_by_a_spreadsheet_is_refused(tmp_path: Path, nip: object) -> None:
    isi = [list(KEPALA), [nip, *baris(0, "sesuai", "sesuai")[1:]]]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"Data": isi}), OKT, ORANG)
    assert [(m.alasan, m.baris, m.nilai) for m in hasil.masalah] == [("masalah.nip_rusak", 2, "")]


@pytest.mark.parametrize(
    ("nip", "galat"),
    [("12345", "nip_salah"), ("1371060101800001", "nip_salah"), ("", "orang_kosong"), ("Upik", "nip_salah"),
     ("0", "orang_kosong")],
)  # fmt: skip
def test_a_number_that_is_no_nip_is_asked_without_its_digits(tmp_path: Path, nip: str, galat: str) -> None:
    hasil = baca_isi(tmp_path, (nip, *baris(0, "sesuai", "sesuai")[1:]))
    assert alasan(hasil) == {galat}
    assert not nip or nip == "0" or nip not in repr(hasil.masalah)


def test_name_and_number_may_share_a_cell(tmp_path: Path) -> None:
    kepala = ("Nama / NIP", "Unit Kerja", "Hasil Kerja", "Perilaku")
    isi = [list(kepala), [f"{NAMA[1]}\nNIP. {NIP[1]}", "KEC", "Sesuai", "Sesuai"]]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"Data": isi}), OKT, ORANG)
    assert [b[0] for b in tabel(hasil)] == [kode_pegawai(GARAM, NIP[1])]


def test_without_a_number_the_name_within_the_unit_is_the_key(tmp_path: Path) -> None:
    kepala = ("Nama Pegawai", "Unit Kerja", "Hasil Kerja", "Perilaku")
    isi = [
        ("Upik, S.E.", "KEC", "sesuai", "sesuai"),
        ("UPIK", "PKM-LB", "sesuai", "sesuai"),
        ("upik", "KEC", "sesuai", "sesuai"),
    ]
    hasil = baca_isi(tmp_path, *isi, kepala=kepala)
    assert [(m.alasan, m.tingkat) for m in hasil.masalah] == [
        ("masalah.orang_ganda", "galat"),
        ("masalah.kunci_nama", "info"),
    ]
    assert len({b[0] for b in tabel(hasil)}) == 2


def test_without_the_secret_of_the_store_nothing_is_encoded(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path / "a.csv", csv(KEPALA, baris(0, "sesuai", "sesuai"), baris(1, "sesuai", "sesuai")), OKT, RUJUKAN
    )
    assert [m.alasan for m in hasil.masalah] == ["masalah.garam_tak_ada"]
    assert not tabel(hasil)


def test_people_not_yet_rated_are_listed_and_not_stored(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, baris(0, "sesuai", "sesuai"), baris(1, None, None), baris(2, None, None, "Baik"))
    assert [(d.letak, d.isi) for d in hasil.dibuang if d.alasan == "dibuang.tanpa_nilai"] == [("3", "")]
    assert {m.alasan for m in hasil.masalah} == {"masalah.rating_kosong"}


def test_cumulative_periods_cannot_be_stored(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, (*baris(0, "sesuai", "sesuai"), "2026-10-kum"), kepala=(*KEPALA, "Periode"), opsi=Opsi())
    assert alasan(hasil) == {"periode_kumulatif"}


def test_a_word_explained_in_the_mapping_is_a_rating(tmp_path: Path) -> None:
    isi = [baris(0, "sesuai", "sesuai"), baris(1, "Istimewa", "sesuai")]
    peta = baca_peta(baca_isi(tmp_path, *isi).peta)
    kolom = tuple(replace(k, arti={"istimewa": "di_atas"}) if k.isi == "hasil_kerja" else k for k in peta.kolom)
    hasil = baca_isi(tmp_path, *isi, opsi=replace(OKT, peta=tulis_peta(replace(peta, kolom=kolom))))
    assert [b[5] for b in tabel(hasil)] == ["sesuai", "di_atas"]


@pytest.mark.parametrize("isi", ["hasil_kerja", "perilaku"])
def test_a_mapping_that_lacks_a_rating_or_a_person_says_so(tmp_path: Path, isi: str) -> None:
    peta = baca_peta(baca_isi(tmp_path, baris(0, "sesuai", "sesuai")).peta)
    for buang, galat in ((isi,), "rating_tanpa_kolom"), (("nip", "nama"), "orang_tak_ada"):
        kolom = tuple(k for k in peta.kolom if k.isi not in buang)
        opsi = replace(OKT, peta=tulis_peta(replace(peta, kolom=kolom)))
        assert alasan(baca_isi(tmp_path, baris(0, "sesuai", "sesuai"), opsi=opsi)) == {galat}


@settings(max_examples=250, deadline=None)
@given(ubahan)
def test_any_cell_may_hold_anything_and_nothing_is_raised_or_invented(ubah: list[Any]) -> None:
    isi = [["PENILAIAN OKTOBER 2026"], list(KEPALA), *(baris(n, "sesuai", "di atas", "Baik") for n in range(5))]
    konteks = coba_semua(penilaian.usul, "penilaian", isi, ubah)
    for satu in konteks.hasil.tabel.get("skp_penilaian", []):
        assert {satu[5], satu[6]} <= set(EKSPEKTASI)
        assert str(satu[0]).startswith("P-")


def test_a_month_inside_a_rated_quarter_is_a_second_rating(tmp_path: Path) -> None:
    kepala = ("NIP", "Unit Kerja", "Periode", "Rating Hasil Kerja", "Rating Perilaku")
    isi = [(NIP[0], "KEC", masa, "sesuai", "sesuai") for masa in ("Triwulan III 2026", "Agustus 2026", "Oktober 2026")]
    hasil = baca(tmp_path / "a.csv", csv(kepala, *isi), Opsi(), ORANG)
    assert [(m.alasan, m.baris) for m in hasil.masalah] == [("masalah.rating_tumpang", 3)]
    assert [b[3:5] for b in tabel(hasil)] == [(202607, 202609), (202610, 202610)]
