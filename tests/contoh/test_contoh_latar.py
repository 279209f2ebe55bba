"""The background of the sample: season, weekdays, growth, noise. Believable before any story is told."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kinerja.contoh import kalender

Contoh = dict[str, pd.DataFrame]


def test_weekends_and_holidays_are_quiet_except_for_the_emergency_room(kunjungan: pd.DataFrame) -> None:
    hari = kalender(202311, 202610)[["tanggal", "hari_kerja"]]
    libur = kunjungan.merge(hari, on="tanggal").query("hari_kerja == 0")
    assert set(libur["unit"]) == {"1011119-UGD", "1011120-UGD"}
    assert libur["jumlah"].sum() < 0.04 * kunjungan["jumlah"].sum()


def test_a_puskesmas_sees_about_a_hundred_visits_a_working_day_and_grows_four_percent_a_year(
    kunjungan: pd.DataFrame,
) -> None:
    jalan = kunjungan.query("layanan == 'rawat_jalan'").merge(kalender(202311, 202610)[["tanggal", "hari_kerja"]])
    harian = jalan.query("hari_kerja == 1").assign(pkm=lambda d: d["unit"].str[:7]).groupby(["pkm", "tanggal"])
    rata = harian["jumlah"].sum().groupby("pkm").mean()
    assert rata.between(90, 140).all()
    tahun = jalan.groupby(jalan["bulan"] // 100)["jumlah"].sum()
    assert 1.01 < tahun[2025] / tahun[2024] < 1.07


def test_ramadan_is_quieter_and_the_weeks_after_lebaran_are_busier(kunjungan: pd.DataFrame) -> None:
    kerja = kalender(202311, 202610).query("hari_kerja == 1")["tanggal"]
    harian = kunjungan.loc[kunjungan["tanggal"].isin(kerja)].groupby("tanggal")["jumlah"].sum()
    puasa, biasa, sesudah = (
        harian.loc[a:b].mean()
        for a, b in (("2025-03-03", "2025-03-27"), ("2025-02-03", "2025-02-27"), ("2025-04-08", "2025-04-17"))
    )
    assert 0.72 < puasa / biasa < 0.92
    assert sesudah > biasa


def test_days_vary_more_than_chance_alone_would_make_them(kunjungan: pd.DataFrame) -> None:
    umum = kunjungan.query("unit == '1011119-UMUM'").groupby("tanggal")["jumlah"].sum()
    rabu = umum.loc[umum.index.day_of_week == 2]
    assert rabu.var() / rabu.mean() > 1.8


def test_inpatients_are_few_and_only_at_pegambiran(kunjungan: pd.DataFrame) -> None:
    inap = kunjungan.query("layanan == 'rawat_inap'")
    assert set(inap["unit"]) == {"1011120-UGD"}
    per_tahun = inap.groupby(inap["bulan"] // 100)["jumlah"].sum()
    assert 250 < per_tahun[2025] < 420
    assert set(inap["gedung"]) == {"dalam"}


def test_new_patients_are_a_falling_share_within_the_year(kunjungan: pd.DataFrame) -> None:
    baru = kunjungan.assign(baru=kunjungan["jumlah"] * (kunjungan["pasien"] == "baru"))
    bagian = baru.groupby(baru["bulan"] % 100)[["baru", "jumlah"]].sum()
    porsi = bagian["baru"] / bagian["jumlah"]
    assert porsi[1] > 1.6 * porsi[12]
    assert set(kunjungan["umur"]) == {"0", "1-4", "5-9", "10-14", "15-19", "20-44", "45-54", "55-59", "60-69", "70+"}
    assert set(kunjungan["gedung"]) == {"dalam", "luar"}


def test_answers_of_one_respondent_lean_the_same_way(contoh: Contoh) -> None:
    lebar = contoh["jawaban"].pivot_table(index="responden", columns="unsur", values="nilai").dropna()
    korelasi = lebar.corr().to_numpy()
    luar = korelasi[~np.eye(9, dtype=bool)]
    assert luar.min() > 0.15
    assert luar.max() < 0.7
