"""Plans (IKU, RKPD, LPPD): years side by side, words among figures, directions, the share that reached its target."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from bahan_angka import baca_peta_csv, masalah
from bahan_ingest import RUJUKAN, alasan, baca, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.akses import Akses
from kinerja.domain.fakta import HasilBaca
from kinerja.domain.periode import parse_periode
from kinerja.indikator import hitung, terbit
from kinerja.ingest import Opsi
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.toml import baca_peta, tulis_peta
from kinerja.store.koneksi import buka_aktif

KEC = Opsi(unit="KEC", periode=parse_periode("2025"))
LPPD = """_id;indikator_kinerja;capaian_tahun_2018;capaian_tahun_2019
1;Angka Harapan Hidup;75,57;75,00
3;Persentase pemenuhan pelayanan;32,99;37,04
4;Persentase pemenuhan pelayanan;26,64;24,92
5;Opini BPK;WTP;WTP
6;Tanggal lapor;27-22-20;Padapa
7;Total Fertility Rate;2,1;
8;Produksi;1.234.567;9.375,5
"""
Baris = tuple[object, ...]


def iku(hasil: HasilBaca) -> list[Baris]:
    """nama, arah, dari, sampai, target, realisasi."""
    return [(b[1], *b[3:]) for b in hasil.tabel.get("iku", ())]


def test_wide_years_with_decimal_commas_are_recognised(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "lppd.csv", LPPD, Opsi(unit="KEC"))
    assert hasil.jenis == "iku"
    assert hasil.diterima
    isi = iku(hasil)
    assert isi[:2] == [
        ("Angka Harapan Hidup", "naik", 201801, 201812, None, 755_700),
        ("Angka Harapan Hidup", "naik", 201901, 201912, None, 750_000),
    ]
    assert ("Total Fertility Rate", "naik", 201801, 201812, None, 21_000) in isi
    assert ("Produksi", "naik", 201801, 201812, None, 12_345_670_000) in isi
    assert ("Produksi", "naik", 201901, 201912, None, 93_755_000) in isi
    assert len(isi) == 9
    assert {b[0] for b in hasil.tabel["iku"]} == {"KEC"}


def test_words_among_the_figures_are_named_by_cell_and_never_stored(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "lppd.csv", LPPD, Opsi(unit="KEC"))
    kata = masalah(hasil, "iku_kata")
    assert [(m.baris, m.kolom[0], m.nilai) for m in kata] == [
        (5, "C", "WTP"), (5, "D", "WTP"), (6, "C", "27-22-20"), (6, "D", "Padapa")
    ]  # fmt: skip
    assert {m.tingkat for m in kata} == {"peringatan"}
    assert not {"Opini BPK", "Tanggal lapor"} & {b[0] for b in iku(hasil)}


def test_equal_names_are_told_apart_by_the_column_of_codes_or_asked(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "lppd.csv", LPPD, Opsi(unit="KEC"))
    nama = [b[0] for b in iku(hasil) if "pemenuhan" in str(b[0])]
    assert nama == [f"Persentase pemenuhan pelayanan [{n}]" for n in (3, 3, 4, 4)]
    tanpa = baca(tmp_path / "lppd.csv", LPPD.replace("_id;", "x;"), Opsi(unit="KEC"))
    ganda = masalah(tanpa, "iku_ganda")
    assert [(m.baris, m.args["pertama"]) for m in ganda] == [(4, "3"), (4, "3")]


TABEL = [
    ["LAPORAN KINERJA IKU TAHUN 2025"],
    ["No", "Indikator Kinerja", "Satuan", "Arah", "Target", "Realisasi", "%"],
    [1, "1. IKM", "poin", "naik", 85.5, 86.25, 1.0088],
    [2, "Angka kematian ibu", "per 100.000 KH", "Makin rendah makin baik", 100, 100, 1.0],
    [3, "Waktu tunggu", "menit", "turun", 30, 45, 0.67],
    [4, "Total indeks kualitas", "indeks", "naik", None, 3.25, None],
    [5, "Predikat SAKIP", "predikat", "naik", "BB", "B", None],
    [6, "Belum diukur", "%", "naik", 90, "NA", None],
    [7, "Kosong", "%", "naik", None, None, None],
    [None, "Rata-rata capaian", None, None, None, None, 0.95],
]


def test_target_beside_result_with_the_year_in_the_title(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "iku.xlsx", xlsx({"IKU": TABEL}), Opsi(unit="KEC"))
    assert hasil.diterima
    masa = (202501, 202512)
    assert iku(hasil) == [
        ("IKM", "naik", *masa, 855_000, 862_500),
        ("Angka kematian ibu", "turun", *masa, 1_000_000, 1_000_000),
        ("Waktu tunggu", "turun", *masa, 300_000, 450_000),
        ("Total indeks kualitas", "naik", *masa, None, 32_500),
        ("Belum diukur", "naik", *masa, 900_000, None),
    ]
    assert hasil.tabel["iku"][0][2] == "poin"
    assert [(m.baris, m.kolom[0]) for m in masalah(hasil, "iku_kata")] == [(7, "E"), (7, "F")]
    assert not masalah(hasil, "iku_arah_baku")


def test_the_share_that_reached_its_target_respects_the_direction(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "iku.xlsx", xlsx({"IKU": TABEL}), Opsi(unit="KEC"))
    terbit.simpan(tmp_path / "data", hasil, "penguji")
    kursor = buka_aktif(tmp_path / "data").kursor()
    df = hitung.fetch_capaian(
        Akses("kepegawaian"), kursor, hitung.fetch_pohon(kursor), ["iku_tercapai"], ["KEC"], [parse_periode("2025")]
    )
    assert (df.iloc[0]["pembilang"], df.iloc[0]["penyebut"]) == (2, 3)


def test_without_a_column_of_directions_higher_is_better_and_said_so(tmp_path: Path) -> None:
    teks = "Indikator;Satuan;Target;Realisasi\nCakupan;%;85;86,5%\n"
    hasil = baca(tmp_path / "a.csv", teks, KEC)
    assert iku(hasil) == [("Cakupan", "naik", 202501, 202512, 850_000, 865_000)]
    assert masalah(hasil, "iku_arah_baku")[0].tingkat == "info"


@pytest.mark.parametrize(
    ("tulisan", "harap"),
    [("Up", "naik"), ("Down", "turun"), ("positif", "naik"), ("NEGATIF", "turun"), ("↓", "turun"),
     ("Semakin Tinggi Semakin Baik", "naik"),
     ("makin rendah makin baik", "turun"), ("Minimize", "turun"), ("↑", "naik"), ("menurun", "turun")],
)  # fmt: skip
def test_directions_in_many_words(tmp_path: Path, tulisan: str, harap: str) -> None:
    hasil = baca(tmp_path / "a.csv", f"Indikator;Arah;Target;Realisasi\nX;{tulisan};1;2\n", KEC)
    assert [b[1] for b in iku(hasil)] == [harap]


@pytest.mark.parametrize(
    ("tulisan", "harap"), [("entah", "iku_arah_salah"), ("", "iku_arah_kosong"), ("stabil", "iku_arah_salah")]
)
def test_a_direction_that_is_not_known_is_asked(tmp_path: Path, tulisan: str, harap: str) -> None:
    hasil = baca(tmp_path / "a.csv", f"Indikator;Arah;Target;Realisasi\nX;{tulisan};1;2\n", KEC)
    assert alasan(hasil) == {harap}
    kolom = (KolomPeta(0, "nama"), KolomPeta(1, "arah", arti={"stabil": "turun"}), KolomPeta(3, "realisasi"))
    peta = Peta("iku", 1, (0,), kolom=kolom)
    if tulisan == "stabil":
        jelas = baca(tmp_path / "a.csv", None, replace(KEC, peta=tulis_peta(peta)))
        assert [b[1] for b in iku(jelas)] == ["turun"]


def test_numbers_are_rounded_half_up_to_four_decimals(tmp_path: Path) -> None:
    teks = "Indikator;Realisasi 2025\nA;1,00005\nB;135207,187982471\nC;-2,00005\nD;5,46155155771526\n"
    hasil = baca(tmp_path / "a.csv", teks, Opsi(unit="KEC"))
    assert [b[-1] for b in iku(hasil)] == [10_001, 1_352_071_880, -20_001, 54_616]


def test_a_number_that_can_be_read_in_two_ways_is_asked(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", "Indikator;Realisasi 2025\nA;9.375\n", Opsi(unit="KEC"))
    assert alasan(hasil) == {"angka_ragu"}


def test_a_broken_formula_is_no_word(tmp_path: Path) -> None:
    isi = [["Indikator", "Target 2025", "Realisasi 2025"], ["A", 1, "=1/0"], ["B", 1, 2]]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"x": isi}), Opsi(unit="KEC"))
    assert alasan(hasil) == {"rumus_hampa"}


def test_money_and_percentages_of_the_target_are_left_out(tmp_path: Path) -> None:
    teks = (
        "Indikator Kinerja;Target 2025;Pagu Anggaran (Rp);Realisasi 2025;Realisasi Anggaran (Rp);Capaian (%)\n"
        "Cakupan;85;1.000.000.000;86;900.000.000;101,2\n"
    )
    hasil = baca(tmp_path / "a.csv", teks, Opsi(unit="KEC"))
    assert iku(hasil) == [("Cakupan", "naik", 202501, 202512, 850_000, 860_000)]
    assert {d.letak for d in hasil.dibuang if d.jenis == "kolom"} == {"C", "E", "F"}


def test_targets_of_several_years_stay_with_their_results(tmp_path: Path) -> None:
    isi = [
        ["Indikator", "Target", None, "Realisasi", None],
        [None, 2024, 2025, 2024, 2025],
        ["Cakupan", 80, 85, 81, None],
    ]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"x": isi}, {"x": ["A1:A2", "B1:C1", "D1:E1"]}), Opsi(unit="KEC"))
    assert iku(hasil) == [
        ("Cakupan", "naik", 202401, 202412, 800_000, 810_000),
        ("Cakupan", "naik", 202501, 202512, 850_000, None),
    ]


def test_bare_years_are_results_only_where_the_title_says_so(tmp_path: Path) -> None:
    tabel = "Indikator;2024;2025\nCakupan;80;85\n"
    tanpa = baca(tmp_path / "a.csv", tabel, Opsi(unit="KEC"))
    assert tanpa.jenis == ""
    assert baca_peta(tanpa.usulan).bentuk == "angka"
    hasil = baca(tmp_path / "a.csv", "REALISASI INDIKATOR KINERJA;;\n" + tabel, Opsi(unit="KEC"))
    assert [b[2:] for b in iku(hasil)] == [(202401, 202412, None, 800_000), (202501, 202512, None, 850_000)]


def test_quarters_in_the_header_are_not_taken_for_years(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", "Indikator;Realisasi TW I;Realisasi TW II\nA;1;2\n", KEC)
    assert hasil.jenis == ""


PETA = Peta("iku", 1, (0,), kolom=(KolomPeta(0, "nama"), KolomPeta(1, "realisasi", kode="2024")))


def test_the_header_of_next_years_file_wins_over_a_remembered_year(tmp_path: Path) -> None:
    pertama = baca_peta_csv(tmp_path, PETA, "indikator;capaian 2024", "A;1", unit="KEC")
    rujukan = replace(RUJUKAN, tata_letak={"LPPD": pertama.peta})
    hasil = baca(tmp_path / "b.csv", "indikator;capaian 2025\nA;2\n", Opsi(unit="KEC"), rujukan)
    assert [b[2] for b in iku(hasil)] == [202501]
    assert masalah(hasil, "iku_tahun_judul")[0].args == {"nilai": "", "judul": "2025", "kode": "2024"}
    tangan = baca_peta_csv(tmp_path, PETA, "indikator;capaian 2025", "A;2", unit="KEC")
    assert alasan(tangan) == {"iku_tahun_beda"}


@pytest.mark.parametrize(
    ("kolom", "harap"),
    [
        ((KolomPeta(0, "nama"),), "iku_tanpa_kolom"),
        ((KolomPeta(1, "realisasi", kode="2024"),), "iku_tanpa_kolom"),
        ((KolomPeta(0, "nama"), KolomPeta(1, "realisasi", kode="24")), "peta_isian"),
        ((KolomPeta(0, "nama"), *(KolomPeta(n, "realisasi", kode="2024") for n in (1, 2))), "iku_tahun_ganda"),
    ],
)
def test_a_mapping_that_lacks_something_says_what(tmp_path: Path, kolom: tuple[KolomPeta, ...], harap: str) -> None:
    hasil = baca_peta_csv(tmp_path, Peta("iku", 1, (0,), kolom=kolom), "nama;a;b", "A;1;2", unit="KEC")
    assert harap in alasan(hasil)
    assert not hasil.tabel


def test_a_row_without_a_name_and_a_name_with_a_long_number(tmp_path: Path) -> None:
    baris = (";5", "Kinerja 198001012005012001;6", "B;7")
    hasil = baca_peta_csv(tmp_path, PETA, "indikator;capaian 2024", *baris, unit="KEC")
    assert masalah(hasil, "iku_nama_kosong")[0].baris == 2
    assert masalah(hasil, "iku_nama_pribadi")[0].baris == 3
    assert [b[0] for b in iku(hasil)] == ["B"]
    assert "198001012005012001" not in repr(hasil)


def test_one_target_and_one_result_share_the_year_of_either(tmp_path: Path) -> None:
    kolom = (KolomPeta(0, "nama"), KolomPeta(1, "target"), KolomPeta(2, "realisasi", kode="2024"))
    hasil = baca_peta_csv(tmp_path, Peta("iku", 1, (0,), kolom=kolom), "indikator;target;hasil", "A;1;2", unit="KEC")
    assert iku(hasil) == [("A", "naik", 202401, 202412, 10_000, 20_000)]


def test_a_year_beside_one_of_its_quarters_is_asked(tmp_path: Path) -> None:
    kolom = (KolomPeta(0, "nama"), KolomPeta(1, "periode"), KolomPeta(2, "realisasi"))
    baris = ("A;2024;1", "A;2024-TW1;2")
    hasil = baca_peta_csv(tmp_path, Peta("iku", 1, (0,), kolom=kolom), "indikator;periode;hasil", *baris, unit="KEC")
    assert alasan(hasil) == {"iku_ganda"}


def test_the_same_indicator_on_two_sheets_is_asked(tmp_path: Path) -> None:
    isi = [["Indikator", "Target 2025", "Realisasi 2025"], ["Cakupan", 85, 86]]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"IKU": isi, "Salinan": isi}), Opsi(unit="KEC"))
    (kembar,) = masalah(hasil, "kembar_antar_lembar")
    assert (kembar.lembar, kembar.baris) == ("Salinan", 2)
    assert len(iku(hasil)) == 1


def test_a_number_too_large_for_the_store_is_refused(tmp_path: Path) -> None:
    hasil = baca_peta_csv(tmp_path, PETA, "indikator;capaian 2024", "A;999999999999999", unit="KEC")
    assert alasan(hasil) == {"iku_besar"}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(
                st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters='\x00;"\r\n'), max_size=20
            ),
            st.one_of(
                st.from_regex(r"[-+]?[0-9.,%]{0,10}", fullmatch=True), st.sampled_from(["WTP", "", "-", "1.234"])
            ),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_plan_never_raises_and_its_figures_are_those_written(isi: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hasil = baca_peta_csv(Path(folder), PETA, "indikator;capaian 2024", *(f"{a};{b}" for a, b in isi), unit="KEC")
    tertulis = {b.strip().removesuffix("%").rstrip() for _, b in isi}
    bacaan = {v for t in tertulis for v in _bacaan(t)}
    for baris in hasil.tabel.get("iku", ()):
        assert baris[-1] in bacaan


def _bacaan(token: str) -> set[int]:
    """The token × 10,000 with comma or with point as the decimal sign."""
    hasil = set()
    for ribuan, koma in ((".", ","), (",", ".")):
        try:
            nilai = Decimal(token.replace(ribuan, "").replace(koma, "."))
        except ArithmeticError:
            continue
        hasil.add(int((nilai * 10_000).quantize(Decimal(1), ROUND_HALF_UP)))
    return hasil
