"""A mapping while a person changes it: header, rows, meanings, sources; and what is seen of the sheet through it."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
import streamlit as st

from kinerja.i18n import BAHASA, daftar_kunci, teks
from kinerja.indikator.registry import registri
from kinerja.ingest import Opsi, Rujukan
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.model import ABAIKAN, BENTUK, DARI, ISI, Bentuk
from kinerja.ingest.peta.toml import baca_peta
from kinerja.ui import impor_kata, impor_susunan
from kinerja.ui.impor_berkas import Berkas
from kinerja.ui.impor_contoh import Lihat
from kinerja.ui.impor_isian import isian
from kinerja.ui.impor_peta import nama_usul
from kinerja.ui.impor_susunan import Susunan
from tests.ingest.bahan_ingest import RUJUKAN
from tests.ui.bahan_impor import LB, NAMA, OKT, PETUGAS, PG, rekap, xlsx

RJ = "kunjungan_rawat_jalan"
NAMA_UJI = {LB: "Puskesmas Lubuk Begalung", PG: "Puskesmas Pegambiran"}


@pytest.fixture(autouse=True)
def _sesi_baru() -> None:
    for kunci in list(st.session_state):
        del st.session_state[kunci]


def _konteks(rujukan: Rujukan = RUJUKAN) -> Konteks:
    return Konteks(rujukan, Opsi(), "Rekap layanan Okt 2026.xlsx")


def _buka(isi: bytes, lembar: str = "") -> Susunan:
    return impor_susunan.buka(Berkas("k", "Rekap layanan Okt 2026.xlsx", isi), None, _konteks(), lembar)


def _rekap() -> Susunan:
    return _buka(rekap("Okt", OKT, NAMA_UJI))


def _lihat(s: Susunan) -> Lihat:
    return Lihat(s.lembar, s.peta, RUJUKAN, Opsi(), "Rekap layanan Okt 2026.xlsx")


def test_a_proposal_has_both_header_rows_the_first_row_and_the_sexes_of_the_columns() -> None:
    s = _rekap()
    assert (s.peta.kepala, s.peta.awal, s.jumlah, s.daftar) == ((3, 4), 5, 10, ("Okt 2026",))
    assert [s.kolom(n).isi for n in (1, 2, 3, 4, 5, 6, 7)] == [
        *("unit", "bulan", "tahun", "pembilang", "pembilang", "pemeriksa", "abaikan"),
    ]
    assert (s.kolom(4).jk, s.kolom(5).jk) == ("L", "P")
    assert s.kolom(4).judul == "ORG DILAYANI > L"


def test_every_change_is_written_down_as_the_mapping_to_read_by() -> None:
    s = _rekap()
    impor_susunan.atur_kolom(s, 4, kode=RJ)
    tertulis = baca_peta(isian("k").peta)
    assert tertulis == s.peta
    assert tertulis.lembar == "Okt 2026"
    assert (tertulis.kepala, tertulis.awal) == ((3, 4), 5)
    assert tertulis.sidik, "by it other sheets of the file are known to be the same table"


def test_an_indikator_goes_to_the_other_sex_under_the_same_header_but_to_no_other_column() -> None:
    s = _rekap()
    impor_susunan.atur_kolom(s, 4, kode=RJ)
    assert [s.kolom(n).kode for n in (4, 5, 6)] == [RJ, RJ, ""]


def test_a_meaning_that_only_one_column_may_have_is_taken_from_the_other() -> None:
    s = _rekap()
    impor_susunan.atur_kolom(s, 8, isi="unit")
    assert (s.kolom(8).isi, s.kolom(1).isi) == ("unit", "abaikan")


def test_the_same_choice_again_changes_nothing_and_does_not_count_as_a_choice() -> None:
    s = _rekap()
    peta, versi = s.peta, s.versi
    impor_susunan.atur_kolom(s, 1, isi="unit")
    impor_susunan.atur_bentuk(s, "angka")
    impor_susunan.atur_asal(s, "periode", "kolom")
    assert (s.peta, s.versi, s.disentuh) == (peta, versi, False)


def test_a_callback_without_a_value_or_for_a_mapping_that_was_left_is_not_believed() -> None:
    lama = _rekap()
    assert lama.jawaban("peta_1_isi_1") == (False, None)
    st.session_state["peta_1_isi_1"] = "unit"
    assert lama.jawaban("peta_1_isi_1") == (True, "unit")
    _rekap()
    assert lama.jawaban("peta_1_isi_1")[0] is False


def test_another_header_brings_another_proposal_until_somebody_has_chosen() -> None:
    s = _rekap()
    impor_susunan.atur_kepala(s, [4], _konteks())
    assert (s.peta.kepala, s.peta.awal) == ((4,), 5)
    assert s.kolom(4).judul == "L"
    impor_susunan.atur_kolom(s, 4, isi="abaikan")
    impor_susunan.atur_kepala(s, [3, 4], _konteks())
    assert s.kolom(4).isi == "abaikan", "a choice is kept"
    assert s.kolom(4).judul == "ORG DILAYANI > L"


def test_rows_stay_in_order_whatever_is_chosen_first() -> None:
    s = _rekap()
    impor_susunan.atur_akhir(s, 6)
    impor_susunan.atur_awal(s, 4)
    assert (s.peta.kepala, s.peta.awal, s.peta.akhir) == ((3,), 4, 6)
    impor_susunan.atur_awal(s, 7)
    assert s.peta.akhir is None, "a last row above the first one is none"
    impor_susunan.atur_akhir(s, 2)
    assert s.peta.akhir == 7
    impor_susunan.atur_kepala(s, [], _konteks())
    assert s.peta.kepala == ()


def test_figures_stay_figures_in_another_kind_of_content() -> None:
    s = _rekap()
    impor_susunan.atur_bentuk(s, "label")
    assert [s.kolom(n).isi for n in (4, 5)] == ["nilai", "nilai"]
    assert s.peta.satu("label") is not None
    impor_susunan.atur_bentuk(s, "register")
    assert {k.isi for k in s.peta.kolom} <= {i.nama for i in ISI["register"]} | {ABAIKAN.nama}


def test_another_kind_of_content_fills_in_what_its_words_name() -> None:
    s = _buka(b"Nama;NIP;Jabatan\nUpik;198503122010012002;Bidan Mahir\nAjo;197505052000121004;Apoteker Ahli Muda\n")
    impor_susunan.atur_bentuk(s, "pegawai")
    assert [k.isi for k in s.peta.kolom] == ["nama", "nip", "jabatan"]


def test_a_typed_source_forgets_its_answer_when_another_source_is_chosen() -> None:
    s = _rekap()
    impor_susunan.atur_asal(s, "periode", "isian")
    isian("k").periode = "2026-10"
    impor_susunan.atur_asal(s, "periode", "judul")
    assert (s.peta.periode.dari, s.peta.periode.nilai, isian("k").periode) == ("judul", "", "")


def test_a_sheet_is_chosen_by_name_and_only_its_rows_are_held() -> None:
    buku = openpyxl.load_workbook(io.BytesIO(xlsx("Depan", [["sampul"]])))
    lain = buku.create_sheet("Isi")
    for baris in [["Tempat", "Orang"]] + [[NAMA[LB], n] for n in range(2_500)]:
        lain.append(baris)
    wadah = io.BytesIO()
    buku.save(wadah)
    s = _buka(wadah.getvalue(), "Isi")
    assert (s.daftar, s.lembar.nama, s.jumlah) == (("Depan", "Isi"), "Isi", 2_501)
    assert len(s.lembar.baris) == impor_susunan.MAKS_BARIS


def test_a_column_about_persons_is_covered_also_where_the_header_is_thought_to_be_elsewhere() -> None:
    s = _rekap()
    assert s.tutup_dari(7) == 5
    impor_susunan.atur_kepala(s, [], _konteks())
    impor_susunan.atur_awal(s, 0)
    assert s.tutup_dari(7) == 4, "from the row below the word Petugas on"
    impor_susunan.atur_kolom(s, 7, isi="unit")
    assert s.tutup_dari(7) is None, "what is said to be a unit is no person"


def test_columns_are_seen_raw_beside_parsed_and_totals_and_notes_are_no_rows() -> None:
    s = _rekap()
    lihat = _lihat(s)
    contoh, tanya = lihat.kolom(s.kolom(4))
    assert [(c.baris, c.mentah, c.terbaca) for c in contoh] == [(6, "1075", "1075"), (7, "2364", "2364")]
    assert tanya == []
    assert lihat.dibuang[8] == "dibuang.jumlah"
    assert [p.kode for p in lihat.periode()[0]] == ["2026-10"]
    assert lihat.unit()[:2] == (["PKM-LB", "PKM-PG"], [])


def test_an_undecidable_number_is_asked_and_a_bad_cell_named() -> None:
    isi = f"Puskesmas;Orang\n{NAMA_UJI[LB]};9.375\n{NAMA_UJI[PG]};ada\n".encode()
    s = _buka(isi)
    impor_susunan.atur_kolom(s, 1, isi="pembilang")
    assert [m.alasan for m in _lihat(s).kolom(s.kolom(1))[1]] == ["masalah.angka_ragu"]
    impor_susunan.atur_kolom(s, 1, gaya="id")
    contoh, tanya = _lihat(s).kolom(s.kolom(1))
    assert tanya == []
    assert [(c.terbaca, c.alasan) for c in contoh] == [("9375", ""), ("", "masalah.angka_bukan")]


def test_a_day_with_two_readings_is_asked_until_its_order_is_said() -> None:
    isi = b"Tanggal;Poli\n05/10/2026;Umum\n06/10/2026;Gigi\n"
    s = _buka(isi)
    impor_susunan.atur_bentuk(s, "register")
    impor_susunan.atur_kolom(s, 0, isi="tanggal")
    assert [m.alasan for m in _lihat(s).kolom(s.kolom(0))[1]] == ["masalah.hari_ragu"]
    impor_susunan.atur_kolom(s, 0, tanggal="mdy")
    contoh, tanya = _lihat(s).kolom(s.kolom(0))
    assert ([c.terbaca for c in contoh], tanya) == (["2026-05-10", "2026-06-10"], [])


def test_a_mapping_is_complete_when_every_figure_says_its_indikator() -> None:
    s = _rekap()
    assert not impor_susunan.lengkap(s)
    impor_susunan.atur_kolom(s, 4, kode=RJ)
    assert impor_susunan.lengkap(s)
    impor_susunan.atur_bentuk(s, "penilaian")
    assert not impor_susunan.lengkap(s), "an appraisal needs its ratings"


@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize("bentuk", BENTUK)
def test_every_meaning_of_a_column_has_a_name(bentuk: Bentuk, bahasa: str) -> None:
    kunci = daftar_kunci("en" if bahasa == "en" else "id")
    assert {f"peta.bentuk_{bentuk}", f"peta.arti_bentuk_{bentuk}"} <= kunci.keys()
    tanpa = [
        i.nama
        for i in (*ISI[bentuk], ABAIKAN)
        if f"peta.isi_{i.nama}" not in kunci and f"peta.isi_{bentuk}_{i.nama}" not in kunci
    ]
    assert tanpa == []
    assert {f"peta.dari_{d}" for d in DARI} <= kunci.keys()


def test_every_code_has_a_name_and_an_average_is_no_figure_to_be_imported() -> None:
    for isi, kode in impor_kata.KATA.items():
        if isi != "jenis":
            assert {f"peta.kata_{k.replace(' ', '_')}" for k in kode} <= daftar_kunci("id").keys(), isi
    for jenis, awalan in (("unsur", "unsur."), ("laporan", "peta.laporan_")):
        assert {awalan + k for k in impor_kata.pilihan_kode(jenis, "")} <= daftar_kunci("id").keys()
    rerata = {k for k, i in registri().items() if i.bentuk == "rerata_rasio"}
    assert rerata and not rerata & set(impor_kata.pilihan_kode("indikator", "pembilang"))
    assert rerata <= set(impor_kata.pilihan_kode("indikator", "target"))


@pytest.mark.parametrize(
    ("berkas", "nama"),
    [
        ("Rekap layanan Okt 2026.xlsx", "Rekap layanan"),
        ("laporan_kunjungan_2026-10.csv", "laporan kunjungan"),
        ("LB4 PKM Pegambiran November 2026 (1).xlsx", "LB PKM Pegambiran"),
        ("10-2026.xlsx", "Data Bulanan"),
    ],
)
def test_a_layout_is_named_after_its_file_without_the_month(berkas: str, nama: str) -> None:
    assert nama_usul(berkas, ("Data Bulanan",)) == nama


def test_nothing_about_persons_is_in_the_mapping(tmp_path: Path) -> None:
    s = _rekap()
    assert PETUGAS not in isian("k").peta
    assert teks("id", "peta.pribadi", kolom="H") and s.tertutup(7)


def test_the_indikator_of_one_month_is_that_of_the_other_months_under_the_same_header_without_one() -> None:
    lembar = [["Unit", "Jan", "Feb", "Mar", "Lain"], ["A", 1, 2, 3, 4], ["B", 5, 6, 7, 8]]
    buku = openpyxl.Workbook()
    for baris in lembar:
        buku.active.append(baris)
    wadah = io.BytesIO()
    buku.save(wadah)
    s = _buka(wadah.getvalue())
    assert [s.kolom(n).isi for n in (1, 2, 3, 4)] == ["pembilang"] * 4
    impor_susunan.atur_kolom(s, 3, kode="kunjungan_rawat_inap")
    assert [s.kolom(n).kode for n in (1, 2, 3, 4)] == [*["kunjungan_rawat_inap"] * 3, ""]
    impor_susunan.atur_kolom(s, 1, kode=RJ)
    assert [s.kolom(n).kode for n in (1, 2, 3, 4)] == [RJ, *["kunjungan_rawat_inap"] * 2, ""]
