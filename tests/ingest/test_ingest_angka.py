"""Numbers as text are decided by column; periods and names have their own grammar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bahan_ingest import RUJUKAN, UNITS

from kinerja.ingest.angka import Angka, Gaya, Jenis, baca_angka, sel_kosong, tentukan_gaya
from kinerja.ingest.kepala import susun_jalur
from kinerja.ingest.periode_teks import periode_dari_sel
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import Lembar, Opsi, SelGalat, huruf_kolom
from kinerja.ingest.unit_cocok import Pencocok, kunci_nama


def _baca(sel: list[Any], jenis: Jenis = "cacah", lain: frozenset[Gaya] = frozenset()) -> list[Any] | str:
    gaya = tentukan_gaya(sel, jenis, lain)
    if gaya.alasan:
        return gaya.alasan.removeprefix("masalah.")
    return [
        a.nilai if not a.alasan else a.alasan.removeprefix("masalah.")
        for a in (baca_angka(s, jenis, gaya.gaya) for s in sel)
    ]


@pytest.mark.parametrize(
    ("sel", "harap"),
    [
        (["15.878", "35.084", "165", "0"], [15878, 35084, 165, 0]),
        (["1.234.567", "9.375"], [1234567, 9375]),
        (["1,273", "12,500", "7"], [1273, 12500, 7]),
        (["9.375"], "angka_ragu"),
        (["9.375", "12", "7"], "angka_ragu"),
        (["1964", "1.994"], "angka_ragu"),
        (["1964", "1.994", "2.001"], "angka_ragu"),
        (["1.964", "1,994"], "angka_ragu"),
        (["1.234,0", "1,234.0"], "angka_campur"),
        (["1.234.567", "43.36"], "angka_campur"),
        (["43,36", "9.375"], ["angka_pecahan", 9375]),
        (["12,50", "1.234"], ["angka_pecahan", 1234]),
        (["0.375", "9.375"], ["angka_pecahan", "angka_pecahan"]),
        ([15878.0, "9", 7], [15878, 9, 7]),
        ([10.0000000001], [10]),
        ([10.5], ["angka_pecahan"]),
        ([-1], ["angka_negatif"]),
        (["−5"], ["angka_negatif"]),
        (["007", "+5"], [7, 5]),
        ([True], ["angka_bukan"]),
        ([date(2026, 1, 1)], ["angka_tanggal"]),
        ([SelGalat("#REF!"), SelGalat("")], ["sel_galat", "rumus_hampa"]),
        (["1 234"], ["angka_bukan"]),
        (["85%"], ["angka_bukan"]),
        (["1.23.456"], ["angka_bukan"]),
        (["12345678901234567890"], ["angka_bukan"]),
        ([10**13], ["angka_besar"]),
    ],
)
def test_counts_are_read_by_the_language_of_their_column(sel: list[Any], harap: Any) -> None:
    assert _baca(sel) == harap


@pytest.mark.parametrize(
    ("sel", "harap"),
    [
        (["43,36", "110,61"], [Decimal("43.36"), Decimal("110.61")]),
        (["79.50937951", "12.5"], [Decimal("79.50937951"), Decimal("12.5")]),
        (["85,5%", "100"], [Decimal("85.5"), Decimal(100)]),
        (["9.375"], "angka_ragu"),
        (["9.375", "12.125"], "angka_ragu"),
        (["9.375", "0.5"], [Decimal("9.375"), Decimal("0.5")]),
        (["1.234,5", "9.375"], [Decimal("1234.5"), Decimal(9375)]),
        (["0.5", "33,25"], "angka_campur"),
        ([0.1], [Decimal("0.1")]),
    ],
)
def test_decimals_never_guess_a_lone_group_of_three(sel: list[Any], harap: Any) -> None:
    assert _baca(sel, "desimal") == harap


def test_another_column_of_the_table_settles_a_lone_token_or_contradicts_it() -> None:
    assert _baca(["9.375"], lain=frozenset({"id"})) == [9375]
    assert _baca(["9.375"], lain=frozenset({"en"})) == "angka_ragu"
    assert _baca(["9.375", "8.125"], lain=frozenset({"en"})) == "angka_ragu"
    assert _baca(["9.375"], lain=frozenset({"id", "en"})) == "angka_ragu"


@pytest.mark.parametrize("sel", [None, "", "  ", "-", "–", "NULL", "null", "NA", "n/a", "(Nihil)", "NIHIL"])
def test_a_sign_for_nothing_is_blank_and_never_zero(sel: Any) -> None:
    assert sel_kosong(sel) and baca_angka(sel, "cacah", "id") == Angka(None)


@pytest.mark.parametrize(
    "token", ["nan", "inf", "-inf", "1_000", "0x10", "1e3", "١٢", "１２", "½", "1'000", "Rp5", "5.", ".5", ",5"]
)
@pytest.mark.parametrize("jenis", ["cacah", "desimal"])
def test_only_our_own_grammar_is_a_number(token: str, jenis: Jenis) -> None:
    assert baca_angka(token, jenis, "id").alasan == "masalah.angka_bukan"


@pytest.mark.parametrize(
    ("sel", "kode"),
    [
        ("2026-10", "2026-10"),
        ("2026-tw3", "2026-TW3"),
        ("2026", "2026"),
        (2026, "2026"),
        (2026.0, "2026"),
        ("2026-10-KUM", "2026-10-kum"),
        ("Oktober 2026", "2026-10"),
        ("okt. 2026", "2026-10"),
        ("Nopember 2026", "2026-11"),
        ("Triwulan III 2026", "2026-TW3"),
        ("Semester II 2026", "2026-S2"),
        ("Januari–September 2026", "2026-09-kum"),
        ("s.d. September 2026", "2026-09-kum"),
        ("Juli - September 2026", "2026-TW3"),
        (date(2026, 10, 31), "2026-10"),
        ("2026-10-01", "2026-10"),
    ],
)
def test_a_period_is_read_as_people_write_it(sel: Any, kode: str) -> None:
    periode = periode_dari_sel(sel)
    assert periode is not None and periode.kode == kode


@pytest.mark.parametrize(
    "sel",
    [
        "2026-13",
        "2026-5",
        "Oktober",
        "5 Oktober 2026",
        "2026-2027",
        "01/10/2026",
        "1850",
        "2026-02-30",
        "٢٠٢٦",
        True,
        2026.5,
        None,
        "x",
    ],
)
def test_what_is_no_period_is_not_guessed(sel: Any) -> None:
    assert periode_dari_sel(sel) is None


@pytest.mark.parametrize(
    ("nama", "kunci"),
    [
        ("1. Puskesmas Manggar", "manggar"),
        ("Manggar ", "manggar"),
        ("UPTD Puskesmas Manggar", "manggar"),
        ("PKM MANGGAR", "manggar"),
        ("7 Ulu", "7 ulu"),
        ("Puskesmas 7 Ulu", "7 ulu"),
        ("BLUD UPT. Puskesmas Manggar (RI) *)", "manggar"),
        ("Puskesmas", "puskesmas"),
    ],
)
def test_a_name_is_matched_without_its_trimmings(nama: str, kunci: str) -> None:
    assert kunci_nama(nama) == kunci


@pytest.mark.parametrize(
    ("nama", "puskesmas", "calon"),
    [
        ("Lubuk Begalung", True, {"PKM-LB"}),
        ("Puskesmas Lubuk Begalung", False, {"PKM-LB"}),
        ("Kecamatan Lubuk Begalung", False, {"KEC"}),
        ("Kelurahan Lubuk Begalung", False, {"KEL-LB"}),
        ("Lubuk Begalung", False, {"PKM-LB", "KEL-LB"}),
        ("pkm-pg", False, {"PKM-PG"}),
        ("UPT Pagambiran", True, {"PKM-PG"}),
        ("Manggar Lama", True, {"PKM-LB"}),
        ("Tidak Ada", True, set()),
        ("", True, set()),
    ],
)
def test_a_name_stands_for_these_units(nama: str, puskesmas: bool, calon: set[str]) -> None:
    assert Pencocok(RUJUKAN, Opsi()).calon(nama, puskesmas=puskesmas) == calon


def test_the_reference_units_of_these_tests_have_distinct_codes() -> None:
    assert len({u.kode for u in UNITS}) == len(UNITS)


@pytest.mark.parametrize(
    "judul",
    [
        *("NIK", "No_KTP", "No_KK", "No_BPJS", "NO. RM", "Nama", "Nama Pasien", "Alamat Rumah", "No HP", "Telepon"),
        *("Keluhan", "Terapi", "NIP", "Diagnosa1", "Tanggal_Lahir", "E-mail"),
    ],
)
def test_a_personal_column_is_known_by_its_header(judul: str) -> None:
    assert kolom_pribadi(judul)


@pytest.mark.parametrize(
    "judul", ["Nama Unit", "Puskesmas", "Pembilang", "Jumlah Pasien", "Keterangan", "Rawat Inap", "NO"]
)
def test_an_ordinary_column_is_not_personal(judul: str) -> None:
    assert not kolom_pribadi(judul)


def test_a_group_name_is_carried_right_but_not_into_the_next_group() -> None:
    baris: list[list[Any]] = [
        ["NO", "PUSKESMAS", "HAMIL", None, "BERSALIN", None, "KETERANGAN"],
        [None, None, "K1", None, None, None, None],
        [None, None, "JML", "%", "JML", "%", None],
    ]
    assert susun_jalur(Lembar("x", baris), 0, 3) == (
        ("NO",),
        ("PUSKESMAS",),
        ("HAMIL", "K1", "JML"),
        ("HAMIL", "K1", "%"),
        ("BERSALIN", "JML"),
        ("BERSALIN", "%"),
        ("KETERANGAN",),
    )


def test_columns_are_named_by_their_letters() -> None:
    assert [huruf_kolom(k) for k in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
