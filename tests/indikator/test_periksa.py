"""Validation rules: what each of them finds, what it leaves alone, and that the rules are data."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from kinerja.domain.errors import DefinisiError
from kinerja.domain.fakta import Fakta, HasilBaca, Masalah, TargetBaru
from kinerja.domain.periode import geser_bulan
from kinerja.domain.unit import Unit
from kinerja.i18n import BAHASA, daftar_kunci
from kinerja.i18n.masalah import teks_masalah
from kinerja.indikator import aturan
from kinerja.indikator.periksa import periksa
from tests.indikator.bahan_muat import LB, PG, POLI, RJ, berkas, hari, register, simpan, survei


def kunci(folder: Path, hasil: HasilBaca, tingkat: str = "") -> list[str]:
    """Keys of the problems, in order; every sentence can be written in both languages."""
    semua = [m for m in periksa(folder, hasil) if tingkat in ("", m.tingkat)]
    for bahasa in BAHASA:
        for m in semua:
            assert "{" not in teks_masalah(m, bahasa)
    return [m.alasan.removeprefix("masalah.") for m in semua]


@pytest.fixture(scope="module")
def riwayat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of quiet months of one puskesmas: visits around 500, angka kontak around 140 ‰."""
    folder = tmp_path_factory.mktemp("riwayat")
    bulan = [geser_bulan(202401, n) for n in range(24)]
    fakta = [Fakta(RJ, LB, b, b, 480 + 7 * (n % 6)) for n, b in enumerate(bulan)]
    fakta += [Fakta("angka_kontak", LB, b, b, 1400 + n % 5, 10_000) for n, b in enumerate(bulan)]
    fakta += [Fakta("spm_tb", LB, b, b, 3 + n % 4, 100) for n, b in enumerate(bulan)]
    simpan(folder, berkas("dulu.csv", fakta))
    return folder


# --- against itself ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indikator", "pembilang", "penyebut", "harap"),
    [
        ("angka_kontak", 11, 10, ["pecahan_lebih"]),
        ("ketepatan_skp", 5, 4, ["pecahan_lebih"]),
        ("ketepatan_skp", 4, 4, []),
        ("ketepatan_skp", 1, 0, ["pecahan_lebih"]),
        ("spm_tb", 120, 100, ["sasaran_lebih"]),
        ("spm_tb", 250, 100, ["sasaran_lebih", "di_luar_rentang"]),
        ("spm_tb", 100, 100, []),
    ],
)
def test_a_numerator_larger_than_its_denominator(
    tmp_path: Path, indikator: str, pembilang: int, penyebut: int, harap: list[str]
) -> None:
    hasil = berkas("x.csv", [Fakta(indikator, LB, 202601, 202601, pembilang, penyebut)])
    assert kunci(tmp_path, hasil) == harap
    tingkat = {m.tingkat for m in periksa(tmp_path, hasil)}
    assert tingkat == ({"galat"} if harap == ["pecahan_lebih"] else {"peringatan"} if harap else set())


def test_what_reading_said_already_is_not_said_twice(tmp_path: Path) -> None:
    b = berkas("x.csv", [Fakta("spm_tb", LB, 202601, 202601, 120, 100), Fakta("spm_tb", PG, 202601, 202601, 130, 100)])
    dibaca = Masalah("masalah.lebih_seratus", "peringatan", args={"terlayani": 120, "sasaran": 100})
    hasil = HasilBaca(b.jenis, b.berkas, b.sha256, b.lembar, b.fakta, masalah=(dibaca,))
    (m,) = periksa(tmp_path, hasil)
    assert (m.alasan, m.args["pembilang"]) == ("masalah.sasaran_lebih", 130)


@pytest.mark.parametrize(
    ("unit", "dari", "sampai", "nilai", "harap"),
    [
        (LB, 202601, 202601, 30_001, ["di_luar_rentang"]),
        (LB, 202601, 202603, 30_001, []),
        (LB, 202601, 202612, 360_001, ["di_luar_rentang"]),
        ("DINKES", 202601, 202612, 900_000, []),
    ],
)
def test_counts_are_judged_by_the_month_and_units_that_hold_others_are_not(
    tmp_path: Path, unit: str, dari: int, sampai: int, nilai: int, harap: list[str]
) -> None:
    assert kunci(tmp_path, berkas("x.csv", [Fakta(RJ, unit, dari, sampai, nilai)])) == harap


def test_a_column_of_a_table_names_its_worst_value(tmp_path: Path) -> None:
    baris = [
        ("P-1", LB, hari(202601, n + 1), 202601, 202601, f"Kursus {n}", 1, jp)
        for n, jp in enumerate((8, 4000, 900, None))
    ]
    (m,) = periksa(tmp_path, berkas("x.xlsx", pelatihan=baris))
    assert (m.alasan, m.args["kolom"], m.args["jumlah"], m.args["nilai"]) == (
        *("masalah.kolom_di_luar_rentang", "jp"),
        *(2, 4000),
    )


@pytest.mark.parametrize(
    ("nama", "dari", "harap"),
    [
        ("laporan_2024.xlsx", 202501, ["tahun_beda"]),
        ("laporan_2025.xlsx", 202501, []),
        ("profil 2024 cetak 2025.xlsx", 202501, []),
        ("laporan_20241103.xlsx", 202501, []),
        ("laporan.xlsx", 202501, []),
    ],
)
def test_a_year_in_the_name_of_the_file_is_compared_with_the_data(
    tmp_path: Path, nama: str, dari: int, harap: list[str]
) -> None:
    assert kunci(tmp_path, berkas(nama, [Fakta("spm_tb", LB, dari, dari + 11, 1, 10)])) == harap
    assert kunci(tmp_path, berkas(nama, target=[TargetBaru("spm_tb", LB, dari, dari + 11, 10_000)])) == harap


def test_a_total_beside_its_parts_names_both_sums(tmp_path: Path) -> None:
    fakta = [
        Fakta(RJ, "DINKES", 202601, 202601, 30),
        Fakta(RJ, LB, 202601, 202601, 10),
        Fakta(RJ, PG, 202601, 202601, 15),
    ]
    (m,) = [m for m in periksa(tmp_path, berkas("x.csv", fakta)) if m.tingkat == "galat"]
    assert (m.alasan, m.args["nilai"], m.args["bagian"], m.args["jumlah"]) == ("masalah.jumlah_bagian", 30, 25, 2)


def test_a_recap_beside_its_register_in_one_file_is_named(tmp_path: Path) -> None:
    hasil = berkas("x.xlsx", [Fakta(RJ, LB, 202601, 202601, 9)], kunjungan=register(POLI, 202601, {1: 4, 2: 5}))
    assert kunci(tmp_path, hasil, "galat") == ["dua_sumber"]


def test_a_month_and_its_year_in_one_file_is_a_double(tmp_path: Path) -> None:
    hasil = berkas("x.csv", [Fakta(RJ, LB, 202601, 202601, 9), Fakta(RJ, LB, 202601, 202612, 90)])
    (m,) = periksa(tmp_path, hasil)
    assert (m.alasan, m.args["jenis"]) == ("galat.ganda_dalam_berkas", "berkas")


def test_a_new_unit_below_a_unit_of_the_same_file_is_seen_before_it_is_stored(tmp_path: Path) -> None:
    baru = Unit("PKM-BARU", "Puskesmas Baru", "puskesmas", "DINKES", "dinkes", 900)
    fakta = (Fakta(RJ, "DINKES", 202601, 202601, 30), Fakta(RJ, baru.kode, 202601, 202601, 10))
    hasil = HasilBaca("x", "x.csv", "0" * 64, ("S",), fakta, unit_baru=(baru,))
    assert kunci(tmp_path, hasil) == ["jumlah_bagian"]


# --- against its own history ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indikator", "pembilang", "penyebut", "harap"),
    [
        (RJ, 500, None, []),
        (RJ, 1600, None, ["lonjakan"]),
        (RJ, 100, None, ["lonjakan"]),
        (RJ, 1400, None, []),
        ("angka_kontak", 4300, 10_000, ["lonjakan"]),
        ("angka_kontak", 1900, 10_000, []),
        ("spm_tb", 14, 100, []),  # three times as many, yet only ten points more
    ],
)
def test_a_jump_needs_both_a_factor_and_a_size(
    riwayat: Path, indikator: str, pembilang: int, penyebut: int | None, harap: list[str]
) -> None:
    hasil = berkas("x.csv", [Fakta(indikator, LB, 202601, 202601, pembilang, penyebut)])
    assert kunci(riwayat, hasil) == harap
    assert all(m.tingkat == "peringatan" for m in periksa(riwayat, hasil))


def test_a_jump_is_judged_by_earlier_spans_of_the_same_length_only(riwayat: Path) -> None:
    for fakta in (
        Fakta(RJ, LB, 202601, 202612, 9000),
        Fakta(RJ, PG, 202601, 202601, 9000),
        Fakta(RJ, LB, 202312, 202312, 9000),
    ):
        assert kunci(riwayat, berkas("x.csv", [fakta])) == []


def test_a_register_is_judged_like_a_reported_sum(riwayat: Path) -> None:
    hasil = berkas("x.xlsx", jenis="register", kunjungan=register(LB, 202601, {3: 900, 4: 900}))
    (m,) = periksa(riwayat, hasil)
    assert (m.alasan, m.args["nilai"]) == ("masalah.lonjakan", 1800)
    assert kunci(riwayat, berkas("s.xlsx", **survei(LB, 202601, 202601, [4, 3, 4]))) == []


def test_last_years_values_sent_again_are_noticed(riwayat: Path) -> None:
    bulan = [202501 + n for n in range(6)]
    dulu = {b: 480 + 7 * ((12 + n) % 6) for n, b in enumerate(bulan)}

    def kini(beda: int) -> HasilBaca:
        return berkas(
            "x.csv", [Fakta(RJ, LB, b + 100, b + 100, n + (i < beda)) for i, (b, n) in enumerate(dulu.items())]
        )

    (m,) = periksa(riwayat, kini(0))
    assert (m.alasan, m.args["sama"], m.args["jumlah"]) == ("masalah.berulang", 6, 6)
    assert kunci(riwayat, kini(2)) == ["berulang"]
    assert kunci(riwayat, kini(3)) == []


def test_repeated_zeros_and_short_tables_are_no_sign(tmp_path: Path) -> None:
    def tahun(t: int, nilai: list[int]) -> HasilBaca:
        return berkas(
            f"{t}.csv", [Fakta("spm_hiv", LB, t * 100 + n, t * 100 + n, v, 50) for n, v in enumerate(nilai, 1)]
        )

    simpan(tmp_path, tahun(2025, [0, 0, 0, 0, 0, 4, 5]))
    assert kunci(tmp_path, tahun(2026, [0, 0, 0, 0, 0, 4, 5])) == []
    assert kunci(tmp_path, tahun(2026, [0, 0, 0, 0])) == []


# --- frame ---------------------------------------------------------------------------------------------------------


def test_a_file_with_errors_of_its_own_is_not_judged_further(riwayat: Path) -> None:
    b = berkas("x.csv", [Fakta(RJ, LB, 202601, 202601, 99_999)])
    assert (
        periksa(riwayat, HasilBaca(b.jenis, b.berkas, b.sha256, b.lembar, b.fakta, masalah=(Masalah("masalah.rusak"),)))
        == ()
    )
    assert periksa(riwayat, berkas("kosong.csv")) == ()


def test_sample_data_are_no_history_and_checking_changes_nothing(sampel: Path, riwayat: Path) -> None:
    sebelum = sorted(b.name for b in sampel.iterdir())
    assert kunci(sampel, berkas("x.csv", [Fakta(RJ, LB, 202601, 202601, 9999)])) == []
    assert sorted(b.name for b in sampel.iterdir()) == sebelum
    isi = sorted(b.name for b in riwayat.iterdir())
    periksa(riwayat, berkas("x.csv", [Fakta(RJ, LB, 202601, 202601, 9999)]))
    assert sorted(b.name for b in riwayat.iterdir()) == isi


def test_errors_come_before_warnings(riwayat: Path) -> None:
    fakta = [Fakta(RJ, LB, 202601, 202601, 9000), Fakta(RJ, LB, 202401, 202401, 1)]
    tingkat = [m.tingkat for m in periksa(riwayat, berkas("x.csv", fakta))]
    assert tingkat == ["galat", "peringatan"]


ISI: dict[str, Any] = tomllib.loads((Path(aturan.__file__).parent / "aturan_periksa.toml").read_text(encoding="utf-8"))


def test_every_rule_is_known_and_has_its_sentence() -> None:
    semua = aturan.baca_aturan()
    assert len({a.kode for a in semua}) == len(semua) == len(ISI["aturan"])
    assert {a.jenis for a in semua} == set(aturan.JENIS) == set(aturan.ISI)
    assert {a.teks for a in semua} <= daftar_kunci("id").keys()


@pytest.mark.parametrize(
    ("ubah", "nama"),
    [
        ({"jenis": "ramalan"}, "jenis"),
        ({"tingkat": "gawat"}, "tingkat"),
        ({"lebih": 1}, "lebih"),
        ({"teks": None}, "teks"),
    ],
)
def test_a_rule_with_a_wrong_unknown_or_missing_key_names_it(ubah: dict[str, Any], nama: str) -> None:
    isi = copy.deepcopy(ISI)
    satu = isi["aturan"][0]
    satu.update({k: v for k, v in ubah.items() if v is not None})
    for k in (k for k, v in ubah.items() if v is None):
        del satu[k]
    with pytest.raises(DefinisiError) as galat:
        aturan.parse_aturan(isi)
    assert galat.value.args_kunci["nama"] == nama


def test_a_threshold_is_changed_in_the_file_alone(riwayat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isi = copy.deepcopy(ISI)
    next(a for a in isi["aturan"] if a["kode"] == "lonjakan")["kali"] = 2.0
    monkeypatch.setattr(aturan, "baca_aturan", lambda: aturan.parse_aturan(isi))
    monkeypatch.setattr("kinerja.indikator.periksa.baca_aturan", lambda: aturan.parse_aturan(isi))
    assert kunci(riwayat, berkas("x.csv", [Fakta(RJ, LB, 202601, 202601, 1200)])) == ["lonjakan"]
