"""Reference data: units and spellings, calendar, regulation thresholds."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from kinerja.contoh import ALIAS, SATUAN_KERJA, ambang_peraturan, kalender
from kinerja.contoh.hari import tabel_libur
from kinerja.domain.unit import JENIS_UNIT, anak_langsung, normalkan_nama, turunan

UNIT = {u.kode: u for u in SATUAN_KERJA}
IDUL_FITRI = {2022: "2022-05-02", 2023: "2023-04-22", 2024: "2024-04-10", 2025: "2025-03-31", 2026: "2026-03-21"}


def test_every_unit_hangs_under_the_root_and_after_its_parent() -> None:
    anak = anak_langsung(SATUAN_KERJA)
    assert sorted(turunan("WIL", anak)) == sorted(UNIT)
    assert len(UNIT) == len(SATUAN_KERJA)
    for unit in SATUAN_KERJA:
        assert unit.jenis in JENIS_UNIT
        if unit.induk is not None:
            assert UNIT[unit.induk].urutan < unit.urutan


def test_there_are_fifteen_kelurahan_five_seksi_and_two_puskesmas() -> None:
    jenis = pd.Series([u.jenis for u in SATUAN_KERJA]).value_counts()
    assert jenis[["kelurahan", "seksi", "puskesmas", "poli", "pustu"]].to_dict() == {
        "kelurahan": 15,
        "seksi": 5,
        "puskesmas": 2,
        "poli": 10,
        "pustu": 4,
    }
    assert UNIT["13.71.06.1001"].nama == "Kelurahan Cangkeh Nan XX"
    assert UNIT["13.71.06.1015"].nama == "Kelurahan Kampung Jua Nan XX"
    assert UNIT["1011120"].nama == "Puskesmas Pegambiran"


def test_the_puskesmas_reports_to_the_dinas_and_not_to_the_camat() -> None:
    anak = anak_langsung(SATUAN_KERJA)
    assert {UNIT[k].jalur for k in turunan("DINKES", anak)} == {"dinkes"}
    assert {UNIT[k].jalur for k in turunan("KEC", anak)} == {"kecamatan"}


@pytest.mark.parametrize(
    ("ejaan", "kode"),
    [
        ("Cengkeh", "13.71.06.1001"),
        ("3. Kel. Kp. Baru", "13.71.06.1002"),
        ("Kelurahan Tanjung Aur", "13.71.06.1007"),
        ("PARAK LAWEH PULAU AIR NAN XX", "13.71.06.1010"),
        ("Batang Taba", "13.71.06.1011"),
        ("Pengambiran Ampalu", "13.71.06.1012"),
        ("Kp. Jua", "13.71.06.1015"),
        ("PUSKESMAS PAGAMBIRAN", "1011120"),
    ],
)
def test_spellings_met_in_files_lead_to_the_unit(ejaan: str, kode: str) -> None:
    assert ALIAS[normalkan_nama(ejaan)] == kode


def test_no_spelling_contradicts_an_official_name() -> None:
    resmi = [normalkan_nama(u.nama) for u in SATUAN_KERJA]
    assert len(resmi) == len(set(resmi))
    assert not set(resmi) & set(ALIAS)
    assert set(ALIAS.values()) <= set(UNIT)
    assert all(normalkan_nama(a) == a for a in ALIAS)


def test_a_name_shared_with_another_kecamatan_is_never_guessed() -> None:
    assert normalkan_nama("Gurun Laweh") not in ALIAS
    assert normalkan_nama("Kelurahan Lubuk Begalung") not in ALIAS


def _paskah(tahun: int) -> date:
    """Easter Sunday (Gregorian computus)."""
    a, b, c = tahun % 19, tahun // 100, tahun % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    bulan, hari = divmod(h + k - 7 * m + 114, 31)
    return date(tahun, bulan, hari + 1)


def _pertama(nama: str, tahun: int) -> date:
    df = tabel_libur()
    cocok = df.loc[df["nama"].str.startswith(nama) & (df["tanggal"].dt.year == tahun), "tanggal"]
    return cocok.min().date()


@pytest.mark.parametrize("tahun", [2022, 2023, 2024, 2025, 2026, 2027])
def test_fixed_and_easter_holidays_fall_on_their_computed_days(tahun: int) -> None:
    for nama, bulan, hari in (
        ("Tahun Baru Masehi", 1, 1),
        ("Hari Buruh", 5, 1),
        ("Hari Lahir Pancasila", 6, 1),
        ("Hari Kemerdekaan", 8, 17),
        ("Hari Raya Natal", 12, 25),
    ):
        assert _pertama(nama, tahun) == date(tahun, bulan, hari)
    assert _pertama("Wafat", tahun) == _paskah(tahun) - timedelta(days=2)
    assert _pertama("Kenaikan", tahun) == _paskah(tahun) + timedelta(days=39)


@pytest.mark.parametrize("tahun", [2023, 2024, 2025, 2026])
def test_islamic_holidays_keep_their_distance_within_the_lunar_year(tahun: int) -> None:
    lebaran = _pertama("Idul Fitri", tahun)
    assert lebaran == date.fromisoformat(IDUL_FITRI[tahun])
    assert (lebaran - _pertama("Idul Fitri", tahun - 1)).days in (353, 354, 355, 356)
    assert (_pertama("Idul Adha", tahun) - lebaran).days in range(66, 70)
    assert (_pertama("Tahun Baru Islam", tahun) - _pertama("Idul Adha", tahun)).days in range(19, 22)
    assert (_pertama("Maulid", tahun) - _pertama("Tahun Baru Islam", tahun)).days in range(69, 73)
    assert (lebaran - _pertama("Isra Mikraj", tahun)).days in range(61, 66)


@pytest.mark.parametrize("tahun", [2023, 2024, 2025, 2026])
def test_every_year_has_its_moving_holidays_and_cuti_bersama_for_lebaran(tahun: int) -> None:
    df = tabel_libur()
    nama = set(df.loc[df["tanggal"].dt.year == tahun, "nama"])
    assert {"Tahun Baru Imlek", "Hari Suci Nyepi", "Hari Raya Waisak", "Cuti bersama Idul Fitri"} <= nama
    cuti = df.loc[(df["nama"] == "Cuti bersama Idul Fitri") & (df["tanggal"].dt.year == tahun), "tanggal"]
    assert len(cuti) >= 3
    assert (cuti - pd.Timestamp(IDUL_FITRI[tahun])).abs().max() <= pd.Timedelta(days=7)


def test_only_moving_dates_of_2027_are_marked_as_estimates() -> None:
    df = tabel_libur()
    assert df["tanggal"].is_unique
    assert set(df["jenis"]) == {"libur", "cuti"}
    assert set(df.loc[df["perkiraan"] == 1, "tanggal"].dt.year) == {2027}
    pasti = set(df.loc[(df["tanggal"].dt.year == 2027) & (df["perkiraan"] == 0), "nama"])
    assert not pasti & {"Idul Fitri", "Idul Adha", "Tahun Baru Islam", "Maulid Nabi Muhammad", "Hari Suci Nyepi"}


def test_the_calendar_names_periods_and_working_days() -> None:
    df = kalender(202401, 202412).set_index("tanggal")
    assert len(df) == 366
    senin = df.loc["2024-04-01"]
    assert senin[["bulan", "triwulan", "semester", "tahun", "hari_ke", "hari_kerja"]].tolist() == [
        202404,
        20242,
        20241,
        2024,
        1,
        1,
    ]
    assert df.loc["2024-04-10", ["hari_kerja", "libur"]].tolist() == [0, "Idul Fitri"]
    assert df.loc["2024-04-06", ["hari_ke", "hari_kerja", "libur"]].tolist() == [6, 0, ""]
    assert df.loc["2024-12-31", ["triwulan", "semester"]].tolist() == [20244, 20242]
    assert df.loc["2024-07-01", ["triwulan", "semester"]].tolist() == [20243, 20242]
    assert df.loc["2024-02-29", "bulan"] == 202402


def test_every_year_has_a_believable_number_of_working_days() -> None:
    per_tahun = kalender(202201, 202712).groupby("tahun")["hari_kerja"].sum()
    assert per_tahun.between(234, 250).all()
    assert len(per_tahun) == 6


def test_the_calendar_refuses_years_whose_holidays_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="202801"):
        kalender(202701, 202801)
    with pytest.raises(ValueError, match="202112"):
        kalender(202112, 202201)


def test_thresholds_are_the_twelve_services_and_the_contact_rate() -> None:
    df = ambang_peraturan().set_index("indikator")
    assert len(df) == 13
    spm = df.loc[df.index.str.startswith("spm_")]
    assert len(spm) == 12
    assert set(spm["nilai_e4"]) == {1_000_000}
    assert set(spm["peraturan"]) == {"Permenkes 4/2019"}
    assert df.loc["angka_kontak", ["nilai_e4", "peraturan"]].tolist() == [1_500_000, "Peraturan BPJS Kesehatan 7/2019"]
    assert set(df["berlaku_dari"]) == {201901}
    assert set(df["berlaku_sampai"]) == {999912}


def test_no_unverified_regulation_is_named_as_a_fact() -> None:
    isi = " ".join(ambang_peraturan().astype("str").to_numpy().ravel())
    assert "6/2024" not in isi
