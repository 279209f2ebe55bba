"""Reports whose rows carry the meaning: LB4 by its labels, with or without a header; LB1 by disease, age and sex."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bahan_angka import LB, PG, RAJAL, masalah, ringkas_fakta
from bahan_ingest import RUJUKAN, alasan, baca, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.fakta import HasilBaca
from kinerja.ingest import Opsi
from kinerja.ingest.peta.model import BarisPeta, KolomPeta, Peta
from kinerja.ingest.peta.toml import baca_peta, tulis_peta

BARU, INAP, KASUS = "kunjungan_baru", "kunjungan_rawat_inap", "kasus_baru"
NAMA = "LB4 Puskesmas Pegambiran Okt 2026.xlsx"
OKT = (202610, 202610)
FORM_10: list[list[Any]] = [  # Permenkes 31/2019, form 10
    ["LAPORAN PELAYANAN PUSKESMAS"],
    ["NO", "KEGIATAN", None, "JUMLAH", None],
    [None, None, None, "Baru", "Lama"],
    ["I", "KUNJUNGAN PUSKESMAS"],
    [1, "Jumlah kunjungan puskesmas (baru dan lama)", None, 1234, 2345],
    [2, "Jumlah kunjungan peserta JKN", None, 900, 1000],
    ["II", "RAWAT INAP"],
    [1, "Jumlah penderita rawat inap", None, 12, None],
    [7, "Jumlah hari rawat semua penderita rawat inap", None, 30, None],
]
LB4: list[list[Any]] = [  # the older form, by sex, without a header
    ["A. KEGIATAN KUNJUNGAN PUSKESMAS"],
    ["1. Jumlah kunjungan Puskesmas (baru dan lama)", 15, 16],
    ["4. Jumlah Kunjungan Rawat Jalan (baru)", 5, 6],
    ["5. Jumlah Kunjungan Rawat Jalan (lama)", 10, 10],
    [None, 4, 5],
]


def tulis(folder: Path, isi: Sequence[Sequence[Any]], nama: str = NAMA, gabung: Sequence[str] = ()) -> Path:
    (folder / nama).write_bytes(xlsx({"Lembar1": isi}, {"Lembar1": gabung}))
    return folder / nama


def dengan(isi: list[list[Any]], **ubah: Any) -> list[list[Any]]:
    """The form with some cells changed: ``r2k1=5`` is row 2, column 1, from 0."""
    hasil = [list(baris) for baris in isi]
    for letak, nilai in ubah.items():
        baris, kolom = (int(n) for n in letak[1:].split("k"))
        hasil[baris][kolom] = nilai
    return hasil


def test_form_ten_is_recognised_by_its_labels_and_columns(tmp_path: Path) -> None:
    hasil = baca(tulis(tmp_path, FORM_10, gabung=["D2:E2"]))
    assert hasil.jenis == "label"
    assert hasil.diterima
    assert ringkas_fakta(hasil) == [
        (RAJAL, PG, *OKT, "", 3579, None),
        (BARU, PG, *OKT, "", 1234, None),
        (INAP, PG, *OKT, "", 12, None),
    ]
    lain = {d.isi for d in hasil.dibuang if d.alasan == "dibuang.label_lain"}
    assert lain == {"Jumlah kunjungan peserta JKN", "Jumlah hari rawat semua penderita rawat inap"}


def test_the_old_form_without_a_header_adds_its_columns_and_takes_the_parts_once(tmp_path: Path) -> None:
    hasil = baca(tulis(tmp_path, LB4))
    assert ringkas_fakta(hasil) == [(RAJAL, PG, *OKT, "", 31, None), (BARU, PG, *OKT, "", 11, None)]
    assert not alasan(hasil, "peringatan")
    assert [d.letak for d in hasil.dibuang if d.alasan == "dibuang.label_pemeriksa"] == ["2"]


def test_a_stated_total_that_is_not_the_sum_of_its_parts_is_a_warning(tmp_path: Path) -> None:
    hasil = baca(tulis(tmp_path, dengan(LB4, r1k1=16)))
    (beda,) = masalah(hasil, "label_beda_jumlah")
    assert (beda.tingkat, beda.args["tercetak"], beda.args["terhitung"]) == ("peringatan", 32, 31)
    assert hasil.fakta[0].pembilang == 31


def test_the_total_alone_is_taken_once(tmp_path: Path) -> None:
    hasil = baca(tulis(tmp_path, LB4[:2]))
    assert ringkas_fakta(hasil) == [(RAJAL, PG, *OKT, "", 31, None)]


def test_columns_by_sex_stay_apart_and_their_printed_sum_is_not_added(tmp_path: Path) -> None:
    kepala: list[list[Any]] = [["No", "Uraian", "L", "P", "Jumlah"]]
    isi = [[None, *b, sum(b[1:])] for b in LB4[2:4]]
    hasil = baca(tulis(tmp_path, kepala + isi))
    assert [(f.indikator, f.jk, f.pembilang) for f in hasil.fakta] == [
        (RAJAL, "L", 15), (RAJAL, "P", 16), (BARU, "L", 5), (BARU, "P", 6)
    ]  # fmt: skip


def test_a_third_column_that_is_the_sum_of_two_is_not_added(tmp_path: Path) -> None:
    hasil = baca(tulis(tmp_path, [[*b, sum(b[1:])] for b in LB4[2:4]]))
    assert hasil.fakta[0].pembilang == 31
    bukan = baca(tulis(tmp_path, [[*b, 99] for b in LB4[2:4]]))
    assert bukan.jenis == ""


@pytest.mark.parametrize("judul", [("Bulan lalu", "Bulan ini"), ("Target", "S/d bulan ini"), ("L", "Bulan ini")])
def test_columns_with_other_headers_are_not_recognised(tmp_path: Path, judul: tuple[str, str]) -> None:
    hasil = baca(tulis(tmp_path, [["Kegiatan", *judul], *LB4[2:4]]))
    assert hasil.jenis == ""
    assert baca_peta(hasil.usulan).bentuk == "label"


def test_title_lines_above_a_sheet_without_header_give_unit_and_month(tmp_path: Path) -> None:
    judul: list[list[Any]] = [["LAPORAN BULANAN LB4"], ["Puskesmas", "Lubuk Begalung"], ["Bulan", "September 2026"]]
    hasil = baca(tulis(tmp_path, judul + LB4, "lb4.xlsx"), None, Opsi(unit=LB))
    assert ringkas_fakta(hasil)[0] == (RAJAL, LB, 202609, 202609, "", 31, None)


def test_a_blank_part_is_asked_and_a_blank_figure_only_told(tmp_path: Path) -> None:
    hasil = baca(tulis(tmp_path, dengan(LB4, r3k1=None, r3k2="-")))
    (sebagian,) = masalah(hasil, "label_sebagian")
    assert (sebagian.tingkat, sebagian.baris) == ("galat", 4)
    inap = baca(tulis(tmp_path, dengan(FORM_10, r7k3=None), gabung=["D2:E2"]))
    (kosong,) = masalah(inap, "label_kosong")
    assert (kosong.tingkat, kosong.args["indikator"]) == ("peringatan", INAP)
    assert inap.diterima
    assert {f.indikator for f in inap.fakta} == {RAJAL, BARU}


def test_visits_that_may_be_missing_from_the_sum_are_a_warning(tmp_path: Path) -> None:
    isi = [*LB4, ["6. Jumlah Kunjungan Rawat Jalan Gigi (baru)", 1, 2]]
    (mirip,) = masalah(baca(tulis(tmp_path, isi)), "label_mirip")
    assert (mirip.tingkat, mirip.args["jumlah"]) == ("peringatan", "1, 2")


def test_a_number_beside_no_label_is_ignored_and_listed(tmp_path: Path) -> None:
    hasil = baca(tulis(tmp_path, LB4))
    assert [d.letak for d in hasil.dibuang if d.alasan == "dibuang.tanpa_label"] == ["5"]


PETA = Peta(
    "label",
    0,
    kolom=(KolomPeta(0, "label"), KolomPeta(1, "nilai"), KolomPeta(2, "nilai")),
    baris=(
        BarisPeta("Dilayani tepat waktu", "pelayanan_tepat_waktu", "pembilang", (1,)),
        BarisPeta("Jumlah dilayani", "pelayanan_tepat_waktu", "penyebut", (1,)),
        BarisPeta("Target tepat waktu", "pelayanan_tepat_waktu", "target", (2,)),
    ),
)
TEPAT: list[list[Any]] = [
    ["1. Jumlah dilayani", 100],
    ["2. Dilayani tepat waktu", 90],
    ["Target tepat waktu", None, 85.5],
]


def dengan_peta(folder: Path, isi: Sequence[Sequence[Any]], peta: Peta = PETA) -> HasilBaca:
    return baca(tulis(folder, isi), None, Opsi(peta=tulis_peta(peta)))


def test_numerator_denominator_and_target_may_be_three_rows(tmp_path: Path) -> None:
    hasil = dengan_peta(tmp_path, TEPAT)
    assert ringkas_fakta(hasil) == [("pelayanan_tepat_waktu", PG, *OKT, "", 90, 100)]
    assert [(t.unit, t.nilai_e4) for t in hasil.target] == [(PG, 855_000)]
    lebih = dengan_peta(tmp_path, dengan(TEPAT, r1k1=110))
    assert alasan(lebih) == {"pembilang_lebih"}


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        (TEPAT[:1], "label_tak_ada"),
        ([*TEPAT, ["Jumlah dilayani", 5]], "label_ganda"),
        (dengan(TEPAT, r0k1="banyak"), "angka_bukan"),
        (dengan(TEPAT, r0k1=10.5), "angka_pecahan"),
        (dengan(TEPAT, r0k1="9.375"), "angka_ragu"),
    ],
)
def test_what_cannot_be_taken_is_named(tmp_path: Path, isi: list[list[Any]], harap: str) -> None:
    hasil = dengan_peta(tmp_path, isi)
    assert harap in alasan(hasil)
    assert not hasil.diterima


def test_a_repeated_label_is_the_one_that_holds_figures(tmp_path: Path) -> None:
    hasil = dengan_peta(tmp_path, [["JUMLAH DILAYANI"], *TEPAT])
    assert hasil.diterima
    assert hasil.fakta[0].penyebut == 100


@pytest.mark.parametrize(
    ("ubah", "harap"),
    [
        ({"baris": ()}, "label_tanpa_baris"),
        ({"kolom": PETA.kolom[:1]}, "label_tanpa_baris"),
        ({"kolom": PETA.kolom[:2]}, "label_kolom"),
        ({"baris": (BarisPeta("Jumlah dilayani", "entah"),)}, "indikator_tak_dikenal"),
        ({"baris": (BarisPeta("Jumlah dilayani", "ikm"),)}, "angka_rerata"),
    ],
)
def test_a_mapping_that_lacks_something_says_what(tmp_path: Path, ubah: dict[str, Any], harap: str) -> None:
    hasil = dengan_peta(tmp_path, TEPAT, replace(PETA, **ubah))
    assert harap in alasan(hasil)
    assert not hasil.fakta


def test_a_remembered_report_is_known_again_by_its_labels_wherever_they_stand(tmp_path: Path) -> None:
    rujukan = replace(RUJUKAN, tata_letak={"Waktu tunggu": tulis_peta(PETA)})
    isi: list[list[Any]] = [["LAPORAN SEPTEMBER 2026"], [], *TEPAT]
    hasil = baca(tulis(tmp_path, isi, "Pegambiran.xlsx"), None, Opsi(), rujukan)
    assert ringkas_fakta(hasil) == [("pelayanan_tepat_waktu", PG, 202609, 202609, "", 90, 100)]


def test_numbers_of_a_text_file_are_judged_with_the_whole_table(tmp_path: Path) -> None:
    """One 1.234 alone says nothing; beside 2.345 it is a thousand."""
    teks = "4. Jumlah Kunjungan Rawat Jalan (baru);1.234;5\n5. Jumlah Kunjungan Rawat Jalan (lama);20;2.345\n"
    hasil = baca(tmp_path / "Pegambiran Okt 2026.csv", teks)
    assert hasil.fakta[0].pembilang == 1234 + 5 + 20 + 2345


def test_a_separator_too_many_is_noticed(tmp_path: Path) -> None:
    teks = "4. Jumlah Kunjungan Rawat Jalan (baru);1;5\n5. Jumlah Kunjungan Rawat Jalan (lama);;20;23\na;1;2\n"
    hasil = baca(tmp_path / "Pegambiran Okt 2026.csv", teks, Opsi(peta=tulis_peta(_peta_lb4())))
    assert "baris_timpang" in alasan(hasil)


def _peta_lb4() -> Peta:
    return Peta(
        "label",
        0,
        kolom=(KolomPeta(0, "label"), KolomPeta(1, "nilai"), KolomPeta(2, "nilai")),
        baris=(
            BarisPeta("Jumlah Kunjungan Rawat Jalan (baru)", RAJAL),
            BarisPeta("Jumlah Kunjungan Rawat Jalan (lama)", RAJAL),
        ),
    )


sel = st.one_of(
    st.none(), st.integers(-5, 10**6), st.floats(0, 1e6), st.booleans(), st.dates(),
    st.text(st.characters(codec="ascii", exclude_categories=("Cc", "Cs")), max_size=12),
    st.sampled_from([b[0] for b in TEPAT] + [str(b[0]) for b in LB4] + ["1.234", "-", "L", "Baru"]),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(sel, max_size=4), max_size=6), st.booleans())
def test_any_sheet_never_raises_by_a_mapping_or_without(baris: list[list[Any]], pakai: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        jalur = tulis(Path(folder), [["x"], *baris])
        hasil = baca(jalur, None, Opsi(peta=tulis_peta(PETA) if pakai else ""))
    assert all(f.pembilang >= 0 for f in hasil.fakta)


# ---------------------------------------------------------------- LB1

UMUR = (
    "0-7HR",
    "8-30HR",
    "<1TH",
    "1-4TH",
    "5-9TH",
    "10-14TH",
    "15-19TH",
    "20-44TH",
    "45-54TH",
    "55-59TH",
    "60-69TH",
    ">=70TH",
)
LB1_NAMA = "Puskesmas Pegambiran (Okt 2026).xlsx"


def lb1(*penyakit: tuple[Any, ...], sisa: Sequence[Sequence[Any]] = ()) -> tuple[list[list[Any]], list[str]]:
    """The printed form: three header rows, 24 columns by age and sex, sums of new and old cases."""
    kosong = [None] * 3
    kepala: list[list[Any]] = [
        ["LAPORAN LB1 - PENYAKIT"],
        [
            *("NO.", "KODE", "NAMA PENYAKIT", "JUMLAH KASUS BARU MENURUT GOLONGAN UMUR", *[None] * 23),
            *("KASUS BARU", None, None, "KASUS LAMA", None, None, "TOTAL KASUS"),
        ],
        [*kosong, *(x for u in UMUR for x in (u, None)), *[None] * 7],
        [*kosong, *["L", "P"] * 12, "L", "P", "JML", "L", "P", "JML", None],
        ["I", None, "PENYAKIT INFEKSI"],
    ]
    isi = [_penyakit(*satu) for satu in penyakit]
    gabung = ["A2:A4", "B2:B4", "C2:C4", "D2:AA2", "AB2:AD3", "AE2:AG3", "AH2:AH4"]
    gabung += [f"{a}3:{b}3" for a, b in zip(_huruf(3, 27, 2), _huruf(4, 28, 2), strict=True)]
    return kepala + isi + [list(s) for s in sisa], gabung


def _huruf(dari: int, sampai: int, langkah: int) -> list[str]:
    return [chr(65 + n) if n < 26 else f"A{chr(65 + n - 26)}" for n in range(dari, sampai, langkah)]


def _penyakit(nomor: Any, kode: str | None, nama: str, laki: int, perempuan: int, lama: int = 3) -> list[Any]:
    """All cases in the fifth group of age, old cases beside."""
    umur = [laki if n == 8 else perempuan if n == 9 else None for n in range(24)]
    return [nomor, kode, nama, *umur, laki, perempuan, laki + perempuan, lama, 0, lama, laki + perempuan + lama]


def test_lb1_gives_new_cases_by_sex_and_no_name_of_a_disease(tmp_path: Path) -> None:
    total = _penyakit(None, None, "TOTAL", 11, 22, 6)
    isi, gabung = lb1((1, "A00", "Kolera", 4, 2), (2, "J06", "ISPA", 7, 20), sisa=[total])
    hasil = baca(tulis(tmp_path, isi, LB1_NAMA, gabung))
    assert hasil.jenis == "angka"
    assert ringkas_fakta(hasil) == [(KASUS, PG, *OKT, "L", 11, None), (KASUS, PG, *OKT, "P", 22, None)]
    assert not alasan(hasil, "peringatan")
    assert "KASUS LAMA > L" in {d.isi for d in hasil.dibuang}
    for nama in ("Kolera", "ISPA", "A00"):
        assert nama not in repr((hasil.fakta, hasil.peta, hasil.pratinjau, hasil.masalah))


def test_totals_and_subtotals_of_lb1_are_a_check(tmp_path: Path) -> None:
    sub = _penyakit(None, None, "SUB TOTAL", 4, 2)
    kulit = _penyakit(None, None, "JUMLAH PENYAKIT KULIT", 4, 2)
    salah = _penyakit(None, None, "JUMLAH", 11, 23, 6)
    isi, gabung = lb1((1, "A00", "Kolera", 4, 2), sisa=[sub, kulit, _penyakit(2, "J06", "ISPA", 7, 20), salah])
    hasil = baca(tulis(tmp_path, isi, LB1_NAMA, gabung))
    assert [f.pembilang for f in hasil.fakta] == [11, 22]
    beda = masalah(hasil, "beda_jumlah")
    assert {(m.baris, m.args["tercetak"], m.args["terhitung"]) for m in beda} == {(10, 23, 22)}


def test_a_printed_sum_of_new_cases_that_is_wrong_is_a_warning(tmp_path: Path) -> None:
    isi, gabung = lb1((1, "A00", "Kolera", 4, 2), (2, "J06", "ISPA", 7, 20))
    isi[5][29] = 7
    (beda,) = masalah(baca(tulis(tmp_path, isi, LB1_NAMA, gabung)), "tercetak_beda")
    assert (beda.baris, beda.args["tercetak"], beda.args["terhitung"]) == (6, 7, 6)


def test_the_same_disease_twice_is_asked_unless_its_number_differs(tmp_path: Path) -> None:
    isi, gabung = lb1((1, "A00", "Lain-lain", 4, 2), (2, "A00", "Lain-lain", 7, 20))
    assert [f.pembilang for f in baca(tulis(tmp_path, isi, LB1_NAMA, gabung)).fakta] == [11, 22]
    isi[6][0] = 1
    assert "kunci_ganda_dimensi" in alasan(baca(tulis(tmp_path, isi, LB1_NAMA, gabung)))


def test_the_plain_form_with_48_columns_on_row_two_is_read_as_new_cases_and_said_so(tmp_path: Path) -> None:
    isi: list[list[Any]] = [
        ["DATA KESAKITAN"],
        ["No", "Jenis Penyakit", "ICD X", *["L", "P"] * 24],
        [1, "ISPA", "J06", *[1, 2] * 24],
        [2, "Diare", "A09", *[None] * 48],
        [None, "JUMLAH", None, *[1, 2] * 24],
    ]
    hasil = baca(tulis(tmp_path, isi, "PEGAMBIRAN (OKT 2026).xlsx"))
    assert ringkas_fakta(hasil) == [(KASUS, PG, *OKT, "L", 24, None), (KASUS, PG, *OKT, "P", 48, None)]
    assert masalah(hasil, "lb1_kasus_baru")[0].tingkat == "info"
    assert not alasan(hasil, "peringatan")


def test_old_cases_named_in_the_row_above_are_left_out(tmp_path: Path) -> None:
    isi: list[list[Any]] = [
        [None, None, None, "KASUS BARU", None, "KASUS LAMA", None],
        ["No", "Jenis Penyakit", "ICD X", "L", "P", "L", "P"],
        [1, "ISPA", "J06", 1, 2, 50, 60],
    ]
    hasil = baca(tulis(tmp_path, isi, "Pegambiran Okt 2026.xlsx", ["D1:E1", "F1:G1"]))
    assert [(f.jk, f.pembilang) for f in hasil.fakta] == [("L", 1), ("P", 2)]


@pytest.mark.parametrize("judul", ["LAPORAN LB1 - PELAYANAN GIGI", "LAPORAN P2P", "REKAP KEMATIAN"])
def test_a_report_of_one_programme_is_not_all_diseases(tmp_path: Path, judul: str) -> None:
    isi, gabung = lb1((1, "K02", "Karies gigi", 4, 2))
    isi[0][0] = judul
    assert baca(tulis(tmp_path, isi, LB1_NAMA, gabung)).jenis == ""
