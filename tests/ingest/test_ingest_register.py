"""The register of visits: every spelling, days in both orders, what is asked, what is left out, what never leaves."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from bahan_ingest import RUJUKAN, alasan, baca, xlsx
from bahan_register import BARIS, KEPALA, OPSI, hitung, kunjungan, register, satu, sel, teks
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.periode import parse_periode
from kinerja.indikator import terbit
from kinerja.ingest import Opsi
from kinerja.ingest.bentuk.register import proses
from kinerja.ingest.bentuk.register_kata import baca_bayar, baca_jk, baca_pasien, baca_poli
from kinerja.ingest.bentuk.register_umur import baca_lahir, baca_umur
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.model import Asal, KolomPeta, Peta
from kinerja.ingest.peta.toml import baca_peta, tulis_peta
from kinerja.ingest.tipe import Lembar, Sel, SelGalat, SelPersen
from kinerja.store.koneksi import buka_aktif

DUMMY = Path(__file__).resolve().parents[2] / "../shared/data/puskesmasapp/Data Dummy 10000.xlsx"
asli = pytest.mark.skipif(not DUMMY.is_file(), reason="the shared data are not here")


def _arti(hasil: HasilBaca, isi: str, arti: dict[str, str], **lain: Any) -> str:
    """The layout that was used, with one column explained."""
    peta = baca_peta(hasil.peta)
    kolom = tuple(replace(k, arti=arti, **lain) if k.isi == isi else k for k in peta.kolom)
    return tulis_peta(replace(peta, kolom=kolom))


# words


@pytest.mark.parametrize(
    ("kata", "kode"),
    [
        *[(k, "L") for k in ("L", "l", "LK", "Laki-laki", "LAKI - LAKI", "Laki Laki (L)", "Pria", "1. Laki-laki")],
        *[(k, "P") for k in ("P", "PR", "Perempuan", "perempuan ", "Wanita", "2 - Perempuan")],
        *[(k, "") for k in ("", "-", None, "NULL")],
        *[(k, None) for k in ("1", 2, "L/P", "LP", "x", "Laki Perempuan")],
    ],
)
def test_a_sex_is_read_in_every_spelling_and_a_bare_number_is_not(kata: Any, kode: str | None) -> None:
    assert baca_jk(kata) == kode


@pytest.mark.parametrize(
    ("kata", "kode"),
    [
        *[
            (k, "bpjs")
            for k in ("BPJS", "JKN-KIS", "KIS", "PBI", "BPJS Mandiri", "JKN Non PBI", "BPJS PBI APBD", "jkn")
        ],
        *[(k, "umum") for k in ("Umum", "UMUM", "Tunai", "Bayar", "Mandiri", "Pasien Umum", "Bayar Sendiri", "Cash")],
        *[(k, "lain") for k in ("Asuransi", "Gratis", "Jamkesda", "Askes", "Lainnya", "Tidak Bayar", "Jasa Raharja")],
        *[(k, None) for k in ("Non BPJS", "Umum/BPJS", "Asuransi Umum", "A", "1")],
    ],
)
def test_a_payer_is_read_in_every_spelling_and_two_at_once_are_asked_about(kata: str, kode: str | None) -> None:
    assert baca_bayar(kata) == kode


@pytest.mark.parametrize(
    ("kata", "kode"),
    [
        *[(k, "baru") for k in ("Baru", "B", "Pertama", "Pasien Baru", "Kunjungan Pertama")],
        *[(k, "lama") for k in ("Lama", "L", "Kontrol", "Pasien Lama", "Ulang")],
        *[(k, None) for k in ("Kasus Baru", "Sakit", "1", "Baru Lama")],
    ],
)
def test_a_new_case_is_not_a_new_patient(kata: str, kode: str | None) -> None:
    assert baca_pasien(kata) == kode


@pytest.mark.parametrize(
    ("kata", "kode"),
    [
        *[("36 Thn 9 Bln 19 Hari", "20-44"), ("0 Thn 11 Bln 31 Hari", "0"), ("9 Bulan", "0"), ("18 bln", "1-4")],
        *[("400 hari", "1-4"), (0, "0"), (1, "1-4"), ("4", "1-4"), ("5", "5-9"), (44.9, "20-44"), ("45", "45-54")],
        *[("59 th", "55-59"), ("60", "60-69"), ("69", "60-69"), (70, "70+"), ("120", "70+"), ("70+", "70+")],
        *[(">70", "70+"), ("≥ 70 th", "70+"), ("<1", "0"), ("20-44", "20-44"), ("20 - 44 tahun", "20-44"), ("", "")],
        *[("121", None), ("-1", None), ("45-59", None), ("1980", None), (True, None), (date(1980, 1, 1), None)],
        *[("abc", None), ("٣٦", None)],
    ],
)
def test_an_age_becomes_the_group_of_the_monthly_report(kata: Any, kode: str | None) -> None:
    assert baca_umur(kata) == kode


def test_bare_ages_under_a_header_that_counts_months_are_months(tmp_path: Path) -> None:
    kepala = [*KEPALA[:4], "Umur (bulan)", *KEPALA[5:]]
    assert hitung(register(tmp_path, satu(umur="30"), kepala=kepala), "umur") == {("1-4",): 1}


def test_a_poli_has_one_spelling_and_no_long_number(tmp_path: Path) -> None:
    assert {baca_poli(k) for k in ("POLI UMUM", "poli  umum", " Poli Umum ")} == {"Poli Umum"}
    assert [baca_poli(k) for k in ("kia/kb", "mtbs", "ugd", "p2m")] == ["KIA/KB", "MTBS", "UGD", "P2M"]
    assert [baca_poli(k) for k in ("Siti 1371060101010001", "JUMLAH", 7, "x" * 61, "Rawat Jalan / Inap")] == [None] * 5
    hasil = register(tmp_path, satu(poli="GIGI"), satu(poli="Gigi"), satu(poli=""))
    assert hitung(hasil, "poli") == {("Gigi",): 2, ("",): 1}


@pytest.mark.parametrize(
    ("poli", "layanan", "gedung"),
    [
        *[("Rawat Inap", "rawat_inap", ""), ("RANAP", "rawat_inap", ""), ("Umum Rawat Jalan", "rawat_jalan", "")],
        *[("Posyandu Melati", "rawat_jalan", "luar"), ("Puskel", "rawat_jalan", "luar"), ("UGD", "rawat_jalan", "")],
        *[("Luar Gedung", "rawat_jalan", "luar"), ("Umum (dalam gedung)", "rawat_jalan", "dalam")],
    ],
)
def test_the_name_of_a_poli_tells_inpatients_and_visits_outside(
    poli: str, layanan: str, gedung: str, tmp_path: Path
) -> None:
    assert hitung(register(tmp_path, satu(poli=poli)), "layanan", "gedung") == {(layanan, gedung): 1}


def test_a_column_of_the_kind_of_care_or_place_goes_before_the_name_of_the_poli(tmp_path: Path) -> None:
    kepala = (*KEPALA, "jenis rawat", "gedung")
    baris = [
        [*satu(poli="Rawat Inap"), "Rawat Jalan", "Dalam"],
        [*satu(poli="Posyandu"), "RI", "Luar Gedung"],
        [*satu(poli="Posyandu"), "", ""],
        [*satu(poli="Posyandu"), "Rawat Jalan", "LG"],
    ]
    hasil = register(tmp_path, *baris, kepala=kepala)
    jumlah = hitung(hasil, "layanan", "gedung", "poli")
    assert jumlah == {
        ("rawat_jalan", "dalam", "Rawat Inap"): 1,
        ("rawat_inap", "luar", "Posyandu"): 1,
        ("rawat_jalan", "luar", "Posyandu"): 2,
    }
    assert len(sel(hasil)) == 3, "cells that mean the same are one cell"


def test_a_title_about_inpatients_decides_for_rows_that_do_not_say(tmp_path: Path) -> None:
    isi = f"REGISTER RAWAT INAP\n\n{teks([BARIS, satu(poli='Umum Rawat Jalan')])}"
    hasil = baca(tmp_path / "a.csv", isi, OPSI)
    assert hitung(hasil, "layanan") == {("rawat_inap",): 1, ("rawat_jalan",): 1}
    assert "register_inap" in alasan(hasil, "peringatan")


# what is asked


def test_an_unknown_word_is_asked_once_with_its_rows_and_its_first_row(tmp_path: Path) -> None:
    baris = [satu(), *[satu(pembiayaan="NON BPJS")] * 3, satu(pembiayaan="Kerja sama")]
    hasil = register(tmp_path, *baris)
    tanya = [(m.alasan, m.baris, m.nilai, m.args["jumlah"]) for m in hasil.masalah if m.tingkat == "galat"]
    assert tanya == [("masalah.register_bayar", 3, "NON BPJS", 3), ("masalah.register_bayar", 6, "Kerja sama", 1)]
    assert all(m.kolom == "F (PEMBIAYAAN)" for m in hasil.masalah if m.tingkat == "galat")
    peta = _arti(hasil, "bayar", {"Non BPJS": "umum", "kerja sama": "lain"})
    dijawab = register(tmp_path, *baris, peta=peta)
    assert hitung(dijawab, "bayar") == {("bpjs",): 1, ("umum",): 3, ("lain",): 1}
    assert dijawab.diterima


def test_numbers_for_the_sexes_are_asked_about_unless_the_header_explains_them(tmp_path: Path) -> None:
    baris = [satu(jenis_kelamin="1"), satu(jenis_kelamin="2"), satu(jenis_kelamin="1")]
    hasil = register(tmp_path, *baris)
    assert [(m.alasan, m.nilai, m.args["jumlah"]) for m in hasil.masalah if m.tingkat == "galat"] == [
        ("masalah.register_jk", "1", 2),
        ("masalah.register_jk", "2", 1),
    ]
    assert hitung(register(tmp_path, *baris, peta=_arti(hasil, "jk", {"1": "P", "2": "L"})), "jk") == {
        ("P",): 2,
        ("L",): 1,
    }
    kepala = [*KEPALA[:3], "Jenis Kelamin (1 = Laki-laki, 2 = Perempuan)", *KEPALA[4:]]
    assert hitung(register(tmp_path, *baris, kepala=kepala), "jk") == {("L",): 2, ("P",): 1}


def test_a_word_may_be_explained_as_not_said_and_a_wrong_code_is_told(tmp_path: Path) -> None:
    baris = [satu(kunjungan="?"), satu(), satu()]
    hasil = register(tmp_path, *baris)
    assert alasan(hasil) == {"register_pasien"}
    kosong = register(tmp_path, *baris, peta=_arti(hasil, "pasien", {"?": "-"}))
    assert hitung(kosong, "pasien") == {("",): 1, ("baru",): 2}
    salah = register(tmp_path, satu(), peta=_arti(hasil, "pasien", {"?": "kadang"}))
    assert alasan(salah) == {"register_arti"} and salah.masalah[0].args["ada"] == "baru, lama"


def test_a_column_full_of_unknown_words_is_one_problem_that_shows_none_of_them(tmp_path: Path) -> None:
    hasil = register(tmp_path, satu())
    nama = [satu(kunjungan=f"Orang ke-{n}") for n in range(40)]
    banyak = register(tmp_path, *nama, peta=_arti(hasil, "pasien", {}))
    assert [(m.alasan, m.nilai, m.args["jumlah"]) for m in banyak.masalah if m.tingkat == "galat"] == [
        ("masalah.register_kata_banyak", "", 40)
    ]
    assert "Orang ke" not in repr(replace(banyak, pratinjau=()))


def test_free_text_in_the_column_of_the_poli_is_refused(tmp_path: Path) -> None:
    abjad = [chr(65 + a) + chr(97 + b) for a in range(10) for b in range(7)]
    hasil = register(tmp_path, *[satu(poli=f"Keluhan {k}") for k in abjad for _ in range(3)])
    peta = tulis_peta(Peta("register", 1, (0,), kolom=(KolomPeta(0, "tanggal"), KolomPeta(2, "poli"))))
    for satu_hasil in (hasil, register(tmp_path, *[satu(poli=f"Keluhan {k}") for k in abjad * 3], peta=peta)):
        assert [m.args["jumlah"] for m in satu_hasil.masalah if m.alasan == "masalah.register_poli_banyak"] == [70]
    sedikit = register(tmp_path, *[satu(poli=f"Nama {k}") for k in abjad[:20]], peta=peta)
    assert "register_poli_banyak" in alasan(sedikit), "nearly every visit a name of its own"


# days


@pytest.mark.parametrize(
    ("tertulis", "hari"),
    [
        *[("13/10/2026", date(2026, 10, 13)), ("13-10-2026", date(2026, 10, 13)), ("2026-10-05", date(2026, 10, 5))],
        *[("2026-10-05 07:45:12", date(2026, 10, 5)), ("13/10/2026 7:05", date(2026, 10, 13))],
        *[("2026-10-05T07:45:12Z", date(2026, 10, 5)), ("46300", date(2026, 10, 5)), ("46300.31", date(2026, 10, 5))],
        *[
            ("5 Oktober 2026", date(2026, 10, 5)),
            ("Senin, 5 Okt 2026", date(2026, 10, 5)),
            ("20261005", date(2026, 10, 5)),
        ],
    ],
)
def test_a_day_is_read_as_offices_write_it(tertulis: str, hari: date, tmp_path: Path) -> None:
    hasil = register(tmp_path, satu(tanggal_kunjungan=tertulis))
    assert hitung(hasil, "tanggal", "dari", "sampai") == {(hari, 202610, 202610): 1}, hasil.masalah


def test_real_dates_of_a_workbook_are_taken_as_they_are(tmp_path: Path) -> None:
    baris = [satu(tanggal_kunjungan=date(2026, 5, 10)), satu(tanggal_kunjungan=datetime(2026, 10, 5, 8, 30))]
    hasil = register(tmp_path, *baris, nama="a.xlsx")
    assert hitung(hasil, "tanggal") == {(date(2026, 5, 10),): 1, (date(2026, 10, 5),): 1}


def test_the_column_decides_between_day_first_and_month_first(tmp_path: Path) -> None:
    dmy = register(tmp_path, satu(tanggal_kunjungan="05/10/2026"), satu(tanggal_kunjungan="13/10/2026"))
    mdy = register(tmp_path, satu(tanggal_kunjungan="05/10/2026"), satu(tanggal_kunjungan="10/13/2026"))
    assert hitung(dmy, "tanggal") == {(date(2026, 10, 5),): 1, (date(2026, 10, 13),): 1}
    assert hitung(mdy, "tanggal") == {(date(2026, 5, 10),): 1, (date(2026, 10, 13),): 1}


def test_days_that_can_be_read_both_ways_are_asked_about_once_and_nothing_is_counted(tmp_path: Path) -> None:
    baris = [satu(tanggal_kunjungan=f"0{n}/05/2026 08:1{n}") for n in range(1, 5)]
    hasil = register(tmp_path, *baris)
    assert [(m.alasan, m.baris, m.kolom) for m in hasil.masalah if m.tingkat == "galat"] == [
        ("masalah.hari_ragu", 2, "A (TANGGAL_KUNJUNGAN)")
    ]
    assert not hasil.tabel
    peta = _arti(hasil, "tanggal", {}, tanggal="mdy")
    assert set(hitung(register(tmp_path, *baris, peta=peta), "dari")) == {
        (n * 100 + 202600 - 99 * n,) for n in range(1, 5)
    }


def test_both_orders_in_one_column_are_asked_about(tmp_path: Path) -> None:
    hasil = register(tmp_path, satu(tanggal_kunjungan="13/10/2026"), satu(tanggal_kunjungan="10/14/2026"))
    assert alasan(hasil) == {"hari_campur"}


def test_a_bad_day_is_a_problem_of_its_row(tmp_path: Path) -> None:
    hari = ["25/11/2026", "31/12/1999", "31/02/2026", "", "kemarin", *["24/11/2026"] * 5]
    hasil = register(tmp_path, *[satu(tanggal_kunjungan=h) for h in hari])
    assert [(m.baris, m.alasan) for m in hasil.masalah if m.tingkat == "galat"] == [
        (2, "masalah.register_hari_depan"),
        (3, "masalah.hari_jauh"),
        (4, "masalah.hari_bukan"),
        (5, "masalah.hari_kosong"),
        (6, "masalah.hari_bukan"),
    ]
    assert kunjungan(hasil) == 5


def test_a_day_outside_the_chosen_period_is_a_problem(tmp_path: Path) -> None:
    baris = [satu(), satu(tanggal_kunjungan="13/09/2026")]
    hasil = register(tmp_path, *baris, periode=parse_periode("2026-10"))
    assert [(m.alasan, m.baris) for m in hasil.masalah if m.tingkat == "galat"] == [("masalah.hari_luar_periode", 3)]


def test_many_bad_days_are_named_up_to_a_hundred_and_then_counted(tmp_path: Path) -> None:
    hasil = register(tmp_path, *[satu(tanggal_kunjungan="25/11/2026")] * 130, satu())
    galat = [m for m in hasil.masalah if m.tingkat == "galat"]
    assert len(galat) == 101 and [m.args["jumlah"] for m in galat if m.alasan == "masalah.register_baris_lain"] == [30]


def test_months_far_from_all_others_are_pointed_out(tmp_path: Path) -> None:
    hasil = register(tmp_path, satu(), satu(tanggal_kunjungan="13/10/2016"))
    jauh = [m for m in hasil.masalah if m.alasan == "masalah.register_bulan_jauh"]
    assert [(m.tingkat, m.args["awal"], m.args["akhir"]) for m in jauh] == [("peringatan", "2016-10", "2026-10")]


# age by the day of birth


def test_a_day_of_birth_gives_the_age_on_the_day_of_the_visit_and_leaves_no_trace(tmp_path: Path) -> None:
    kepala = (*KEPALA[:4], "tgl_lahir", *KEPALA[5:])
    lahir = {"14/10/1981": "20-44", "13/10/1981": "45-54", "1936-01-01": "70+", "12 Mei 2026": "0", "": ""}
    hasil = register(tmp_path, *[satu(umur=h) for h in lahir], kepala=kepala)
    assert hitung(hasil, "umur") == Counter((k,) for k in lahir.values())
    assert "1981" not in repr(replace(hasil, sha256="")) and "Mei" not in repr(hasil)
    assert [d.alasan for d in hasil.dibuang if "LAHIR" in d.isi] == ["dibuang.kolom_lahir"]


def test_a_written_age_goes_before_the_day_of_birth(tmp_path: Path) -> None:
    kepala = (*KEPALA, "Tanggal Lahir")
    hasil = register(tmp_path, [*satu(umur="50"), "13/10/2020"], [*satu(umur=""), "13/10/2020"], kepala=kepala)
    assert hitung(hasil, "umur") == {("45-54",): 1, ("5-9",): 1}


def test_days_of_birth_that_cannot_be_are_one_problem_without_the_days(tmp_path: Path) -> None:
    kepala = (*KEPALA[:4], "tgl_lahir", *KEPALA[5:])
    lahir = ["14/10/2026", "13/10/1881", "tak tahu", "15/08/1990"]
    hasil = register(tmp_path, *[satu(umur=h) for h in lahir], kepala=kepala)
    assert [(m.alasan, m.args["jumlah"], m.nilai) for m in hasil.masalah if m.tingkat == "galat"] == [
        ("masalah.register_lahir", 3, "")
    ]


def test_an_undecidable_order_of_birth_days_is_asked_about_without_an_example(tmp_path: Path) -> None:
    kepala = ("tanggal", "no_rm", "poli", "jk", "tgl_lahir", "penjamin", "kunjungan")
    hasil = register(
        tmp_path, satu(tanggal_kunjungan="2026-10-13", umur="13/10/1990"), satu(umur="10/13/1990"), kepala=kepala
    )
    assert alasan(hasil) == {"register_lahir_ragu"} and "1990" not in repr(hasil)
    assert baca_lahir("05/10/1990", "mdy") == date(1990, 5, 10) and baca_lahir(33_000, "dmy") == date(1990, 5, 7)
    assert baca_lahir("1990", "dmy") is None


# units


def test_the_unit_comes_from_a_column_and_an_unknown_name_is_asked_about_once(tmp_path: Path) -> None:
    kepala = (*KEPALA, "puskesmas")
    baris = [[*satu(), n] for n in ("Pegambiran", "PKM Lubuk Begalung", "Andalas", "Andalas", "")]
    hasil = register(tmp_path, *baris, kepala=kepala, unit="")
    assert hitung(hasil, "unit") == {("PKM-PG",): 1, ("PKM-LB",): 1}
    assert alasan(hasil) == {"unit_tak_dikenal", "register_unit_kosong"} and hasil.unit_tanya == ("Andalas",)
    assert sum(m.alasan == "masalah.unit_tak_dikenal" for m in hasil.masalah) == 1
    jawab = register(tmp_path, *baris[:4], kepala=kepala, unit="", alias_baru={"Andalas": "PKM-LB"})
    assert jawab.diterima and hitung(jawab, "unit") == {("PKM-PG",): 1, ("PKM-LB",): 3}


def test_the_unit_of_the_whole_file_stands_in_title_sheet_or_file_name(tmp_path: Path) -> None:
    judul = baca(tmp_path / "a.csv", f"REGISTER PUSKESMAS PEGAMBIRAN\n{teks([BARIS])}", replace(OPSI, unit=""))
    nama = register(tmp_path, BARIS, nama="kunjungan puskesmas pegambiran.csv", unit="")
    lembar = baca(tmp_path / "b.xlsx", xlsx({"Pkm Pegambiran": [KEPALA, BARIS]}), replace(OPSI, unit=""))
    assert [hitung(h, "unit") for h in (judul, nama, lembar)] == [{("PKM-PG",): 1}] * 3


def test_a_file_without_a_unit_says_so_and_counts_nothing(tmp_path: Path) -> None:
    hasil = register(tmp_path, BARIS, unit="")
    assert alasan(hasil) == {"unit_tak_disebut"} and not hasil.tabel


def test_a_header_unit_over_rooms_is_the_poli(tmp_path: Path) -> None:
    kepala = [*KEPALA[:2], "unit", *KEPALA[3:]]
    assert hitung(register(tmp_path, BARIS, kepala=kepala), "poli", "unit") == {("Umum", "PKM-LB"): 1}
    assert hitung(register(tmp_path, satu(poli="PKM-PG"), kepala=kepala, unit=""), "poli", "unit") == {
        ("", "PKM-PG"): 1
    }


# rows that are no visits


def test_totals_notes_signatures_and_empty_forms_are_left_out_and_listed(tmp_path: Path) -> None:
    baris: list[Any] = [
        ["1", "2", "3", "4", "5", "6", "7"],
        BARIS,
        [""] * 7,
        list(KEPALA),
        ["13/10/2026", "", "", "", "", "", ""],
        ["14/10/2026", "17", "", "", "", "", ""],
        ["13/10/2026", "", "JUMLAH", "1", "", "", ""],
        ["JUMLAH", "", "", "", "", "", "1"],
        ["", "", "", "", "", "Kepala Puskesmas", ""],
        ["", "", "", "", "", "Padang, 31 Oktober 2026", "dr. Contoh"],
        ["Sumber: SIMPUS", "", "", "", "", "", ""],
    ]
    hasil = register(tmp_path, *baris)
    assert hasil.diterima and kunjungan(hasil) == 1
    dibuang = [d.alasan.removeprefix("dibuang.") for d in hasil.dibuang if d.jenis == "baris"]
    assert dibuang == ["kosong", "kepala", "hanya_tanggal", "hanya_tanggal"] + ["jumlah"] * 2 + [
        "catatan",
        "bawah_tabel",
        "catatan",
    ]
    assert "dr. Contoh" not in repr(hasil)


def test_a_ragged_row_is_named_and_blank_fields_too_many_do_no_harm(tmp_path: Path) -> None:
    isi = teks([BARIS, BARIS[:5], (*BARIS, "", "")])
    hasil = baca(tmp_path / "a.csv", isi, OPSI)
    assert [(m.alasan, m.baris) for m in hasil.masalah] == [("masalah.baris_timpang", 3)] and kunjungan(hasil) == 2


def test_only_the_rows_that_were_chosen_are_counted(tmp_path: Path) -> None:
    peta = _arti(register(tmp_path, BARIS), "poli", {})
    saring = tulis_peta(replace(baca_peta(peta), kolom=(*baca_peta(peta).kolom, KolomPeta(1, "saring", hanya=("A1",)))))
    hasil = register(tmp_path, *[satu(no_rm=n) for n in ("A1", "B2", "a1 ")], peta=saring)
    assert kunjungan(hasil) == 2 and [d.alasan for d in hasil.dibuang if d.jenis == "baris"] == ["dibuang.saring"]


def test_a_row_with_no_more_than_a_record_number_is_a_visit_without_details(tmp_path: Path) -> None:
    hasil = register(tmp_path, BARIS, ["13/10/2026", "RM000777", "", "", "", "", ""])
    assert hitung(hasil, "poli", "bayar", "pasien", "jk", "umur") == {
        ("Umum", "bpjs", "baru", "L", "20-44"): 1,
        ("",) * 5: 1,
    }
    kosong = {
        m.kolom[:1]: (m.tingkat, m.args["jumlah"]) for m in hasil.masalah if m.alasan == "masalah.register_kosong"
    }
    assert kosong["G"] == ("peringatan", 1) and kosong["D"] == ("info", 1)


# recognition


@pytest.mark.parametrize(
    "kepala",
    [
        ("Tanggal", "Ruangan", "L_P", "Umur", "No_RM", "Kunjungan"),
        ("tgl", "politujuan", "jk", "usia", "nama", "carabayar"),
        ("Tgl Kunjungan", "POLI TUJUAN", "Jenis Kelamin", "Umur", "NIK", "Penjamin"),
        ("TANGGAL PERIKSA", "Poliklinik", "Sex", "AGE", "Nama Pasien", "Jaminan"),
        ("Tgl. Registrasi", "Nama Poli", "JK (L/P)", "Kelompok Umur", "No. Rekam Medis", "Jenis Pembayaran"),
    ],
)
def test_registers_are_known_by_the_words_of_their_headers(kepala: tuple[str, ...], tmp_path: Path) -> None:
    akhir = {"Kunjungan": "Lama"}.get(kepala[5], "Tunai")
    hasil = register(tmp_path, ["13/10/2026", "Gigi", "P", "20-44", "12345", akhir], kepala=kepala)
    assert hasil.jenis == "register" and hasil.diterima, hasil.masalah
    [satu_sel] = sel(hasil)
    assert (satu_sel["poli"], satu_sel["umur"], satu_sel["jk"] or "P") == ("Gigi", "20-44", "P")
    assert satu_sel["bayar"] + satu_sel["pasien"] in ("umum", "lama")


def test_a_title_above_and_two_header_rows_are_found(tmp_path: Path) -> None:
    atas = ["NO", "TANGGAL", "POLI", "PASIEN", "", "CARA BAYAR"]
    bawah = ["", "", "", "L/P", "UMUR", ""]
    isi = xlsx(
        {"Okt": [["REGISTER KUNJUNGAN"], [], atas, bawah, [1, "13/10/2026", "KIA", "P", 30, "JKN"]]}, {"Okt": ["D3:E3"]}
    )
    hasil = baca(tmp_path / "a.xlsx", isi, OPSI)
    assert hitung(hasil, "poli", "jk", "umur", "bayar") == {("KIA", "P", "20-44", "bpjs"): 1}, hasil.masalah


@pytest.mark.parametrize(
    ("kepala", "baris"),
    [
        (("tanggal", "poli", "cara bayar", "jumlah"), ("13/10/2026", "Umum", "BPJS", 12)),
        (("tanggal", "poli", "jenis kelamin", "kunjungan"), ("13/10/2026", "Umum", "L", 12)),
        (("tanggal", "nama", "jenis kelamin", "umur"), ("13/10/2026", "Siti", "P", 30)),
        (("nama", "poli", "cara bayar"), ("Siti", "Umum", "BPJS")),
        (("tanggal", "poli", "catatan"), ("13/10/2026", "Umum", "x")),
    ],
)
def test_counted_tables_and_lists_of_people_are_not_taken_for_registers(
    kepala: tuple[str, ...], baris: tuple[Any, ...], tmp_path: Path
) -> None:
    assert "kunjungan" not in register(tmp_path, baris, baris, kepala=kepala).tabel


def test_a_survey_with_a_day_a_service_a_sex_and_an_age_is_not_a_register(tmp_path: Path) -> None:
    kepala = (
        "Timestamp",
        "Jenis Layanan",
        "Jenis Kelamin",
        "Usia",
        *[f"Bagaimana pendapat Anda {n}?" for n in range(5)],
    )
    hasil = register(tmp_path, ("13/10/2026", "Gigi", "P", 30, 1, 2, 3, 4, 1), kepala=kepala)
    assert "kunjungan" not in hasil.tabel


def test_a_mapping_made_by_hand_is_used_and_one_without_a_day_is_told(tmp_path: Path) -> None:
    kolom = (KolomPeta(0, "tanggal"), KolomPeta(3, "jk"))
    peta = Peta("register", 0, kolom=kolom, unit=Asal("isian", "PKM-PG"))
    isi = "\n".join(";".join(map(str, BARIS)) for _ in range(3))
    hasil = baca(tmp_path / "a.csv", isi, Opsi(peta=tulis_peta(peta), hari_ini=OPSI.hari_ini))
    assert hitung(hasil, "unit", "jk", "poli") == {("PKM-PG", "L", ""): 3}
    tanpa = baca(tmp_path / "a.csv", isi, Opsi(peta=tulis_peta(replace(peta, kolom=kolom[1:]))))
    assert alasan(tanpa) == {"register_tanpa_tanggal"}
    jauh = baca(tmp_path / "a.csv", isi, Opsi(peta=tulis_peta(replace(peta, awal=900, kepala=(899,)))))
    assert alasan(jauh) == {"peta_tak_cocok"}


def test_only_the_rows_up_to_the_mapping_s_last_one_are_read(tmp_path: Path) -> None:
    peta = baca_peta(register(tmp_path, BARIS).peta)
    assert kunjungan(register(tmp_path, *[BARIS] * 9, peta=tulis_peta(replace(peta, sidik="", akhir=4)))) == 4


# persons


def test_columns_about_persons_are_listed_and_none_of_their_cells_is_in_the_result(tmp_path: Path) -> None:
    kepala = (
        "Tanggal",
        "Nama",
        "NIK",
        "No_BPJS",
        "No_HP",
        "Poli",
        "L_P",
        "Umur",
        "Alamat",
        "Desa",
        "Keluhan",
        "Diagnosa1",
    )
    baris = ("13/10/2026", "Siti Contoh", "1371060101010001", "0001234567890", "08123456789", "Umum", "P", 30)
    hasil = register(tmp_path, (*baris, "Jl. Mawar", "Banuaran", "batuk", "J06"), kepala=kepala)
    assert kunjungan(hasil) == 1
    pribadi = {d.isi for d in hasil.dibuang if d.alasan == "dibuang.kolom_pribadi"}
    assert pribadi == {"NAMA", "NIK", "NO_BPJS", "NO_HP", "ALAMAT", "KELUHAN", "DIAGNOSA1"}
    for rahasia in ("Siti", "13710601", "00012345", "0812345", "Mawar", "Banuaran", "batuk", "J06"):
        assert rahasia not in repr(hasil)


@pytest.mark.parametrize("isi", ["poli", "jk", "unit", "bayar", "tanggal"])
def test_a_column_about_persons_cannot_be_mapped_as_something_that_is_kept(isi: str, tmp_path: Path) -> None:
    kepala = ("tanggal", "diagnosa", "tgl lahir")
    kolom = (
        (KolomPeta(2 if isi == "tanggal" else 0, "tanggal"), KolomPeta(1, isi))
        if isi != "tanggal"
        else (KolomPeta(2, isi),)
    )
    peta = tulis_peta(Peta("register", 1, (0,), kolom=kolom))
    hasil = register(tmp_path, ["13/10/2026", "Nyeri Gigi", "1980-01-01"], kepala=kepala, peta=peta)
    assert alasan(hasil) == {"register_kolom_pribadi"} and not hasil.tabel
    assert "Nyeri" not in repr(hasil) and "1980" not in repr(hasil)


# several sheets


def test_a_sheet_that_repeats_the_days_of_another_is_refused(tmp_path: Path) -> None:
    okt = [satu(tanggal_kunjungan=f"{n}/10/2026") for n in range(13, 20)]
    sep = [satu(tanggal_kunjungan=f"{n}/09/2026") for n in range(13, 20)]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"Sep": [KEPALA, *sep], "Okt": [KEPALA, *okt]}), OPSI)
    assert hasil.diterima and kunjungan(hasil) == 14
    dua = baca(tmp_path / "b.xlsx", xlsx({"Okt": [KEPALA, *okt], "Semua": [KEPALA, *sep, *okt]}), OPSI)
    assert [(m.args["jumlah"], m.args["hari"]) for m in dua.masalah if m.alasan == "masalah.register_kembar"] == [
        (7, "2026-10-13")
    ]


def test_sheets_of_different_poli_on_the_same_days_are_added_up_with_a_warning(tmp_path: Path) -> None:
    isi = {p: [KEPALA, satu(poli=p), satu(poli=p, jenis_kelamin="P")] for p in ("Umum", "Gigi")}
    hasil = baca(tmp_path / "a.xlsx", xlsx(isi), OPSI)
    assert hasil.diterima and hitung(hasil, "poli") == {("Umum",): 2, ("Gigi",): 2}
    assert "register_hari_sama" in alasan(hasil, "peringatan")


# anything at all

kata = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=25)  # a bare \r ends a line
aneh = st.one_of(
    kata,
    st.sampled_from(["", "-", "1", "2", "L", "BPJS", "Umum", "Baru", "JUMLAH", "36 Thn", "121", "Rawat Inap", "#REF!"]),
    st.sampled_from(["13/10/2026", "05/05/2026", "2026-10-05 08:00", "46300", "99999", "13/13/2026", "1/1/0000"]),
    st.sampled_from(["::", "T:", "24:00", '"', ";", "\r\n"]),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(aneh, min_size=7, max_size=7), max_size=6),
    st.lists(st.tuples(st.integers(0, 6), aneh), max_size=4),
)
def test_any_text_in_any_cell_never_raises_and_every_accepted_row_is_counted_once(
    acak: list[list[str]], ubah: list[tuple[int, str]]
) -> None:
    baik = [satu() for _ in range(3)]
    rusak = [satu() for _ in ubah]
    for baris, (kolom, isi) in zip(rusak, ubah, strict=True):
        baris[kolom] = isi
    with tempfile.TemporaryDirectory() as folder:
        hasil = register(Path(folder), *baik, *rusak, *acak)
        penuh = register(Path(folder), *baik, *rusak, *acak, peta=_peta_uji())
    assert all(s["jumlah"] > 0 and s["unit"] == "PKM-LB" for s in sel(hasil))
    assert kunjungan(penuh) <= 3 + len(rusak) + len(acak)
    if penuh.diterima:
        dibuang = [d for d in penuh.dibuang if d.jenis == "baris"]
        assert kunjungan(penuh) + len(dibuang) == 3 + len(rusak) + len(acak)


def _peta_uji() -> str:
    isi = ("tanggal", "abaikan", "poli", "jk", "umur", "bayar", "pasien")
    kolom = tuple(KolomPeta(n, nama) for n, nama in enumerate(isi))
    return tulis_peta(Peta("register", 1, (0,), kolom=kolom, unit=Asal("isian", "PKM-LB")))


SEL_ANEH: list[Sel] = [None, True, 0, -1, 1e300, 3.5, 46300, date(1899, 1, 1), date(2026, 10, 13), "L", "x" * 300]
SEL_ANEH += [SelGalat("#DIV/0!"), SelGalat(""), SelPersen(85.0)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SEL_ANEH), max_size=9), min_size=1, max_size=5))
def test_any_cell_of_a_workbook_never_raises(baris: list[list[Sel]]) -> None:
    konteks = Konteks(RUJUKAN, OPSI)
    lembar = Lembar("x", [list(KEPALA), list(BARIS), *baris])
    for peta in (_peta_uji(), tulis_peta(Peta("register", 0, kolom=(KolomPeta(4, "tanggal"), KolomPeta(0, "lahir"))))):
        proses(konteks, lembar, baca_peta(peta))
    assert all(int(str(b[-1])) > 0 for b in konteks.hasil.tabel.get("kunjungan", []))


# the shared dummy register


def _mandiri() -> list[tuple[Any, ...]]:
    lembar = openpyxl.load_workbook(DUMMY, read_only=True).worksheets[0]
    return list(lembar.iter_rows(min_row=2, values_only=True))


@asli
def test_ten_thousand_visits_are_counted_as_an_independent_count_has_them() -> None:
    hasil = baca(DUMMY, opsi=Opsi(unit="PKM-LB", hari_ini=OPSI.hari_ini))
    assert hasil.diterima and hasil.jenis == "register" and kunjungan(hasil) == 10_000
    isi = _mandiri()
    bayar = {"BPJS": "bpjs", "Umum": "umum"}
    assert hitung(hasil, "dari") == Counter((b[0].year * 100 + b[0].month,) for b in isi)
    assert hitung(hasil, "tanggal") == Counter((b[0].date(),) for b in isi)
    assert hitung(hasil, "jk") == Counter((b[3][0],) for b in isi)
    assert hitung(hasil, "bayar", "jk") == Counter((bayar.get(b[6], "lain"), b[3][0]) for b in isi)
    assert hitung(hasil, "poli") == Counter((b[4],) for b in isi)
    assert hitung(hasil, "umur")[("0",)] == sum(b[2] == 0 for b in isi)
    assert hitung(hasil, "umur")[("70+",)] == sum(b[2] >= 70 for b in isi)


@asli
def test_no_record_number_diagnosis_or_village_is_in_any_byte_of_the_store(tmp_path: Path) -> None:
    hasil = baca(DUMMY, opsi=Opsi(unit="PKM-LB", hari_ini=OPSI.hari_ini))
    terbit.simpan(tmp_path, _dengan_unit_toko(hasil), "penguji")
    isi = _mandiri()
    rahasia = {b[1] for b in isi[:200]} | {b[5] for b in isi} | {b[7] for b in isi}
    assert len(rahasia) > 200
    bita = b"".join(b.read_bytes() for b in tmp_path.rglob("*") if b.is_file())
    assert b"Laboratorium" in bita, "the search must be able to find what is stored"
    assert [r for r in rahasia if str(r).encode() in bita] == []


def _dengan_unit_toko(hasil: HasilBaca) -> HasilBaca:
    """The same rows under a unit that every store has."""
    letak = 3
    baris = tuple((*b[:letak], "1011119", *b[letak + 1 :]) for b in hasil.tabel["kunjungan"])
    return replace(hasil, tabel={"kunjungan": baris})


# what the store makes of it


def _mart(folder: Path, kode: str) -> list[tuple[Any, ...]]:
    perintah = "select unit, dari, pembilang from mart where indikator = ? and dimensi = '' order by all"
    return buka_aktif(folder).kursor().execute(perintah, [kode]).fetchall()


def test_a_register_without_new_and_known_patients_gives_no_figure_for_new_ones(tmp_path: Path) -> None:
    kolom = [n for n, k in enumerate(KEPALA) if k != "kunjungan"]
    baris = [[satu()[n] for n in kolom]] * 5
    tanpa = register(tmp_path, *baris, kepala=[KEPALA[n] for n in kolom])
    assert "register_tanpa_pasien" in alasan(tanpa, "info")
    terbit.simpan(tmp_path / "tanpa", _dengan_unit_toko(tanpa), "penguji")
    assert _mart(tmp_path / "tanpa", "kunjungan_rawat_jalan") == [("1011119", 202610, 5)]
    assert _mart(tmp_path / "tanpa", "kunjungan_baru") == []


def test_a_register_with_them_gives_the_figure(tmp_path: Path) -> None:
    hasil = register(tmp_path, *[satu()] * 3, satu(kunjungan="Kontrol"), satu(poli="Rawat Inap"))
    terbit.simpan(tmp_path / "toko", _dengan_unit_toko(hasil), "penguji")
    assert _mart(tmp_path / "toko", "kunjungan_baru") == [("1011119", 202610, 3)]
    assert _mart(tmp_path / "toko", "kunjungan_rawat_jalan") == [("1011119", 202610, 4)]
    assert _mart(tmp_path / "toko", "kunjungan_rawat_inap") == [("1011119", 202610, 1)]
