"""The yearly recap of months side by side, numbers that the whole table settles, and sheets that are nearly known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_angka import LB, PG, RAJAL, baca_peta_csv, masalah, peta_angka, ringkas_fakta
from bahan_ingest import RUJUKAN, alasan, baca, xlsx

from kinerja.domain.fakta import HasilBaca
from kinerja.ingest import Opsi
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.usulan import usul_kasar
from kinerja.ingest.tipe import Lembar, SelGalat

JUDUL = "LAPORAN KUNJUNGAN RAWAT JALAN TAHUN 2026"
BULAN = ["JANUARI", "PEB", "Maret"]
A, B = "Puskesmas Lubuk Begalung", "Puskesmas Pegambiran"
ISI = [[1, A, 1000, 1001, None, 2001], [2, B, 1050, 1051, 0, 2101], [None, "TOTAL", 2050, 2052, 0, 4102]]
TTD = [[], [None] * 3 + ["Padang, 5 Maret 2026"], [None] * 3 + ["Kepala Puskesmas"], [], [None] * 3 + ["dr. Rahasia"]]
TTD += [[None] * 3 + ["NIP. 19780312 200501 2 007"]]
FAKTA = [
    (RAJAL, LB, 202601, 202601, "", 1000, None),
    (RAJAL, LB, 202602, 202602, "", 1001, None),
    (RAJAL, PG, 202601, 202601, "", 1050, None),
    (RAJAL, PG, 202602, 202602, "", 1051, None),
    (RAJAL, PG, 202603, 202603, "", 0, None),
]


def _baca(folder: Path, *baris: list[Any], gabung: tuple[str, ...] = ()) -> HasilBaca:
    return baca(folder / "a.xlsx", xlsx({"2026": baris}, {"2026": gabung}), Opsi(hari_ini=date(2026, 11, 24)))


@pytest.mark.parametrize("ekor", [[], TTD], ids=["tanpa_ttd", "ttd"])
def test_months_side_by_side_are_read_by_the_title_or_by_the_header_above_them(
    tmp_path: Path, ekor: list[list[Any]]
) -> None:
    satu = _baca(tmp_path, [JUDUL], [], ["No", "Nama Puskesmas", *BULAN, "Total"], *ISI, *ekor)
    atas = ["No", "Nama Puskesmas", "KUNJUNGAN RAWAT JALAN"]
    dua = _baca(
        tmp_path,
        ["LAPORAN TAHUN 2026"],
        atas,
        [None, None, *BULAN, "Total"],
        *ISI,
        *ekor,
        gabung=("A2:A3", "B2:B3", "C2:F2"),
    )
    for hasil in (satu, dua):
        assert sorted(ringkas_fakta(hasil)) == sorted(FAKTA)
        assert alasan(hasil) == alasan(hasil, "peringatan") == set()
        assert not any("Rahasia" in d.isi for d in hasil.dibuang)


def test_a_printed_total_of_the_months_that_does_not_add_up_is_told(tmp_path: Path) -> None:
    salah = [[1, A, 1000, 1001, None, 2991], *ISI[1:]]
    hasil = _baca(tmp_path, [JUDUL], ["No", "Nama Puskesmas", *BULAN, "Total"], *salah)
    assert [(m.args["tercetak"], m.args["terhitung"]) for m in masalah(hasil, "tercetak_beda")] == [(2991, 2001)]


@pytest.mark.parametrize(
    "judul",
    [
        "LAPORAN KUNJUNGAN RAWAT JALAN PASIEN LAMA TAHUN 2026",
        "KUNJUNGAN RAWAT JALAN DAN KUNJUNGAN RAWAT INAP TAHUN 2026",
        "LAPORAN KUNJUNGAN TAHUN 2026",
    ],
)
def test_months_under_a_title_that_says_more_or_less_than_one_indikator_are_not_guessed(
    tmp_path: Path, judul: str
) -> None:
    hasil = _baca(tmp_path, [judul], ["No", "Nama Puskesmas", *BULAN, "Total"], *ISI)
    assert alasan(hasil) == {"tata_letak_tak_dikenali"}


def test_quarters_beside_their_months_do_not_count_twice(tmp_path: Path) -> None:
    kepala = ["No", "Nama Puskesmas", *BULAN, "TRIWULAN I"]
    assert sorted(ringkas_fakta(_baca(tmp_path, [JUDUL], kepala, *ISI))) == sorted(FAKTA)


def test_a_second_recap_of_another_matter_under_the_same_months_stops_the_file(tmp_path: Path) -> None:
    kepala = ["No", "Nama Puskesmas", *BULAN, "Total"]
    hasil = _baca(tmp_path, [JUDUL], kepala, ISI[0], [], ["LAPORAN KUNJUNGAN RAWAT INAP TAHUN 2026"], kepala, ISI[1])
    assert [m.baris for m in masalah(hasil, "tabel_kedua")] == [5]


def test_a_proposal_looks_at_rows_of_data_only_and_takes_formulas_for_figures() -> None:
    hampa = SelGalat("")
    baris = [
        ["REKAP"],
        ["No", "Nama Puskesmas", "Jan", "Okt", "JML"],
        [1, A, 5, 6, hampa],
        [2, B, 7, 8, hampa],
        [None, "JUMLAH", 12, 14, None],
        [],
        [None, None, None, "Padang, 5 Maret 2026"],
        [None, None, None, "dr. Rahasia"],
    ]
    peta = usul_kasar(Lembar("2026", baris), Konteks(RUJUKAN, Opsi()))  # type: ignore[arg-type]
    assert [k.isi for k in peta.kolom] == ["abaikan", "unit", "pembilang", "pembilang", "pemeriksa"]


def test_columns_without_an_indikator_are_one_problem_with_their_number(tmp_path: Path) -> None:
    peta = peta_angka("unit", "pembilang", "pembilang", "pembilang")
    hasil = baca_peta_csv(tmp_path, peta, "unit;Jan 2026;Feb 2026;Mar 2026", f"{A};1;2;3")
    assert [(m.args["jumlah"], m.args["daftar"]) for m in hasil.masalah] == [(3, "B, C, D")]


def _dua(folder: Path, *baris: str) -> HasilBaca:
    peta = peta_angka("unit", f"pembilang:{RAJAL}", "pembilang:kunjungan_rawat_inap", "")
    return baca_peta_csv(folder, peta, "unit;rj;ri;ket", *baris, nama="Januari 2026.csv")


@pytest.mark.parametrize(
    "baris",
    [
        (f"{A};1.234;2.000;", f"{B};987;1.500;"),  # two counts of another column agree
        (f"{A};1.234;20;", f"{B};987;15;", "JUMLAH;2.221;35;"),  # only thousands add up
        (f"{A};1.234;20;12.345.678", f"{B};987;15;"),  # one number that is nothing else
        (f"{A};1.234;20;1.234,5", f"{B};987;15;"),
    ],
)
def test_a_doubtful_number_is_settled_by_the_rest_of_the_table(tmp_path: Path, baris: tuple[str, ...]) -> None:
    hasil = _dua(tmp_path, *baris)
    assert alasan(hasil) == set()
    assert [f.pembilang for f in hasil.fakta if f.indikator == RAJAL] == [1234, 987]


@pytest.mark.parametrize(
    "baris",
    [
        (f"{A};1.234;20;", f"{B};987;15;"),
        (f"{A};1.234;2.000;", f"{B};987;1500;"),  # an office that groups digits writes 1.500
        (f"{A};1.234;2,000;", f"{B};987;15;"),
        (f"{A};1.234;20;", f"{B};987;15;", "JUMLAH;2.500;35;"),
    ],
)
def test_a_doubt_that_nothing_settles_names_the_cell_and_no_total_is_told_beside_it(
    tmp_path: Path, baris: tuple[str, ...]
) -> None:
    hasil = _dua(tmp_path, *baris)
    ragu = [m for m in masalah(hasil, "angka_ragu") if m.kolom.startswith("B")]
    assert [(m.baris, m.nilai) for m in ragu] == [(2, "1.234")]
    assert "beda_jumlah" not in alasan(hasil, "peringatan")


def test_a_bad_cell_is_told_beside_the_unknown_unit_of_its_row(tmp_path: Path) -> None:
    baris = [["NO", "PUSKESMAS", "KUNJUNGAN RAWAT JALAN"], [1, A, 10], [2, "Puskesmas Andalas", 1.234]]
    hasil = _baca(tmp_path, ["KUNJUNGAN RAWAT JALAN BULAN MEI 2026"], *baris)
    assert {(m.baris, m.alasan) for m in hasil.masalah} == {
        (4, "masalah.unit_tak_dikenal"),
        (4, "masalah.angka_pecahan"),
    }


ORANG = ["Budi", "197803122005012001"]


@pytest.mark.parametrize(
    ("baris", "hampir"),
    [
        (
            [["DAFTAR HADIR PELATIHAN"], ["No", "Nama Peserta", "NIP", "JP", "Tanda Tangan"], [1, *ORANG, 30, "1..."]],
            "hampir_latih",
        ),
        (
            [
                ["REKAP PELAPORAN SKP"],
                ["No", "Nama", "NIP", "Januari", "Maret"],
                [1, *ORANG, date(2026, 2, 3), "belum"],
            ],
            "hampir_lapor",
        ),
        ([["NO", "NAMA", "NIP", "UNIT KERJA", "PREDIKAT"], [1, *ORANG, A, "Baik"]], "hampir_predikat"),
        ([["No", "Puskesmas", "Jumlah Responden", "Nilai IKM", "Mutu"], [1, A, 150, "83,45", "B"]], "hampir_ikm"),
    ],
)
def test_a_sheet_that_is_nearly_known_says_what_it_lacks(tmp_path: Path, baris: list[list[Any]], hampir: str) -> None:
    hasil = _baca(tmp_path, *baris)
    assert alasan(hasil) == {"tata_letak_tak_dikenali"}
    assert alasan(hasil, "peringatan") == {hampir}


def test_the_attendance_list_with_the_columns_it_was_told_to_add_is_read(tmp_path: Path) -> None:
    kepala = ["No", "Nama Peserta", "NIP", "JP", "Tanggal", "Nama pelatihan"]
    isi = [1, *ORANG, 30, date(2026, 5, 12), "BTCLS"]
    buku = xlsx({"Hadir": [["PUSKESMAS LUBUK BEGALUNG"], kepala, isi]})
    hasil = baca(tmp_path / "a.xlsx", buku, rujukan=replace(RUJUKAN, garam=b"uji"))
    assert len(hasil.tabel["pelatihan"]) == 1
    assert alasan(hasil) == set()


def test_last_years_recap_under_this_years_file_name_is_noticed(tmp_path: Path) -> None:
    isi = xlsx({"Rekap": [[JUDUL.replace("2026", "2025")], ["No", "Nama Puskesmas", *BULAN, "Total"], *ISI]})
    hasil = baca(tmp_path / "rekap 2026.xlsx", isi, Opsi(hari_ini=date(2026, 11, 24)))
    assert alasan(hasil, "peringatan") == {"periode_nama_beda"}
    assert not baca(tmp_path / "rekap 2025.xlsx", isi, Opsi(hari_ini=date(2026, 11, 24))).masalah


def test_a_finished_month_of_zeros_in_every_unit_is_asked_for(tmp_path: Path) -> None:
    nol = [[1, A, 1000, 1001, 0], [2, B, 1050, 1051, 0]]
    hasil = _baca(tmp_path, [JUDUL], ["No", "Nama Puskesmas", *BULAN], *nol)
    assert [m.args["periode"] for m in hasil.masalah if m.alasan == "masalah.nol_semua_unit"] == ["2026-03"]
    assert len(hasil.fakta) == 6
    assert not _baca(tmp_path, [JUDUL], ["No", "Nama Puskesmas", *BULAN], [*nol[0][:4], 5], nol[1]).masalah
