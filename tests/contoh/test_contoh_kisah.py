"""Every story of data/contoh/CERITA.md is found again in the finished tables, by plain pandas."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from kinerja.contoh import kalender

CERITA = Path(__file__).resolve().parents[2] / "data" / "contoh" / "CERITA.md"
Contoh = dict[str, pd.DataFrame]


def _masa(df: pd.DataFrame, dari: int, sampai: int) -> pd.DataFrame:
    return df.loc[df["bulan"].between(dari, sampai)]


def _nrr(jawaban: pd.DataFrame, unit: str, dari: int, sampai: int) -> pd.Series:
    """Mean answer of each unsur of one unit."""
    return _masa(jawaban.loc[jawaban["unit"] == unit], dari, sampai).groupby("unsur")["nilai"].mean()


def _butir_tercapai(contoh: Contoh) -> pd.DataFrame:
    df = contoh["skp_butir"]
    isi = df.loc[df["realisasi_e4"].notna()]
    return isi.assign(ok=(isi["realisasi_e4"].astype("int64") >= isi["target_e4"]).astype("int64"))


def _luar_batas(y: pd.Series) -> int:
    """Points outside the natural process limits of an XmR chart."""
    gerak = y.diff().abs().mean()
    return int(((y - y.mean()).abs() > 2.66 * gerak).sum())


def test_story_1_timeliness_and_reached_items_rise_two_months_after_the_policy(contoh: Contoh) -> None:
    laporan, butir = contoh["laporan_skp"], _butir_tercapai(contoh)
    for df, kolom, lama, baru in ((laporan, "tepat", 0.834, 0.896), (butir, "ok", 0.82, 0.87)):
        assert _masa(df, 202401, 202506)[kolom].mean() == pytest.approx(lama, abs=0.012)
        assert _masa(df, 202509, 202610)[kolom].mean() == pytest.approx(baru, abs=0.012)
        # In the first month nothing has changed yet.
        assert _masa(df, 202507, 202507)[kolom].mean() < lama + 0.02
    peristiwa = contoh["peristiwa"].query("jenis == 'kebijakan'")
    assert peristiwa["tanggal"].dt.date.astype("str").tolist() == ["2025-07-01"]
    assert peristiwa["unit"].tolist() == ["WIL"]


def test_story_1_holds_for_the_kecamatan_and_for_the_puskesmas_alike(contoh: Contoh) -> None:
    laporan = contoh["laporan_skp"]
    dinkes = laporan["unit"].str.startswith("1011")
    for jalur in (laporan.loc[dinkes], laporan.loc[~dinkes]):
        naik = _masa(jalur, 202509, 202610)["tepat"].mean() - _masa(jalur, 202401, 202506)["tepat"].mean()
        assert 0.03 < naik < 0.10


def test_story_2_kia_visits_at_lubuk_begalung_fall_by_a_quarter_from_august_2026(kunjungan: pd.DataFrame) -> None:
    kia = kunjungan.loc[kunjungan["unit"] == "1011119-KIA"].groupby("bulan")["jumlah"].sum()
    sesudah = kia.loc[202608:202610].sum() / kia.loc[202508:202510].sum()
    sebelum = kia.loc[202601:202607].sum() / kia.loc[202501:202507].sum()
    assert 0.70 < sesudah < 0.80
    assert 0.98 < sebelum < 1.15
    lain = kunjungan.loc[kunjungan["unit"] == "1011120-KIA"].groupby("bulan")["jumlah"].sum()
    assert 0.93 < lain.loc[202608:202610].sum() / lain.loc[202508:202510].sum() < 1.10


@pytest.mark.parametrize("tahun", [2024, 2025, 2026])
def test_story_3_waiting_time_alone_is_weak_at_lubuk_begalung(jawaban: pd.DataFrame, tahun: int) -> None:
    nrr = _nrr(jawaban, "1011119", tahun * 100 + 1, tahun * 100 + 12)
    assert nrr["waktu"] == pytest.approx(2.9, abs=0.05)
    assert nrr["waktu"] < 3.0644
    assert nrr.drop("waktu").min() >= 3.2
    assert len(nrr) == 9


def test_story_4_one_rater_gives_di_atas_far_more_often_for_ordinary_items(contoh: Contoh) -> None:
    nilai = contoh["skp_penilaian"]
    atas = nilai.assign(atas=nilai["hasil_kerja"] == "di_atas").groupby("penilai")["atas"].agg(["mean", "size"])
    assert atas["mean"].idxmax() == "ASN-0145"
    assert atas.loc["ASN-0145", "mean"] > 0.55
    assert atas.loc["ASN-0145", "size"] > 100
    assert atas["mean"].drop("ASN-0145").max() < 0.40
    assert nilai.loc[nilai["penilai"] != "ASN-0145", "hasil_kerja"].eq("di_atas").mean() == pytest.approx(
        0.12, abs=0.03
    )
    kepala = contoh["pegawai"].set_index("pegawai").loc["ASN-0145"]
    assert (kepala["unit"], kepala["jabatan"]) == ("13.71.06.1005", "Lurah")
    butir = _butir_tercapai(contoh)
    milik = butir["unit"] == "13.71.06.1005"
    assert abs(butir.loc[milik, "ok"].mean() - butir.loc[~milik, "ok"].mean()) < 0.03


def test_story_5_gates_stops_its_skp_reports_but_keeps_its_staff(contoh: Contoh) -> None:
    gates = "13.71.06.1014"
    for tabel in ("laporan_skp", "skp_butir"):
        df = contoh[tabel]
        assert sorted(df.loc[df["unit"] == gates, "bulan"].unique())[-1] == 202606, tabel
    nilai = contoh["skp_penilaian"]
    assert nilai.loc[nilai["unit"] == gates, "sampai"].max() == 202606
    pegawai = contoh["pegawai"]
    assert ((pegawai["unit"] == gates) & (pegawai["berlaku_sampai"] >= 202610)).sum() >= 10
    assert (contoh["responden"]["unit"] == gates).any()


def test_story_5_one_pustu_stops_counting_visits_in_september_2026(kunjungan: pd.DataFrame) -> None:
    terakhir = kunjungan.groupby("unit")["bulan"].max()
    assert terakhir["1011120-P-BNR"] == 202608
    assert terakhir.drop("1011120-P-BNR").eq(202610).all()


def test_story_6_waiting_time_rises_at_pegambiran_after_the_workshop(contoh: Contoh, jawaban: pd.DataFrame) -> None:
    sebelum, sesudah = (_nrr(jawaban, "1011120", *masa) for masa in ((202404, 202603), (202604, 202610)))
    assert sebelum["waktu"] == pytest.approx(3.0, abs=0.05)
    assert sesudah["waktu"] == pytest.approx(3.3, abs=0.05)
    assert (sesudah - sebelum).drop("waktu").abs().max() < 0.1
    acara = contoh["peristiwa"].query("jenis == 'lokakarya' and unit == '1011120'")
    assert acara["tanggal"].dt.date.astype("str").tolist() == ["2026-03-04"]
    pelatihan = contoh["pelatihan"]
    hadir = pelatihan.loc[pelatihan["judul"] == acara["judul_id"].iloc[0]]
    assert len(hadir) == 24
    assert hadir["pegawai"].is_unique
    assert hadir["unit"].str.startswith("1011120").all()


def test_story_7_one_kelurahan_has_three_people(contoh: Contoh) -> None:
    banyak = contoh["pegawai"]["unit"].value_counts()
    assert banyak["13.71.06.1015"] == 3
    kelurahan = banyak.loc[banyak.index.str.startswith("13.71.06")]
    assert kelurahan.drop("13.71.06.1015").min() >= 10
    laporan = contoh["laporan_skp"]
    milik = laporan.loc[laporan["unit"] == "13.71.06.1015"].groupby("bulan")["pegawai"].nunique()
    assert milik.eq(3).all()
    assert len(milik) == 36


def _capaian_spm(contoh: Contoh) -> pd.Series:
    fakta = contoh["fakta"]
    spm = fakta.loc[fakta["indikator"].str.startswith("spm_")]
    per_tahun = spm.assign(tahun=spm["dari"] // 100).groupby(["indikator", "unit", "tahun"])
    hasil: pd.Series = 100 * per_tahun["pembilang"].sum() / per_tahun["penyebut"].last()
    return hasil


def test_story_8_hypertension_passes_100_percent_because_the_sasaran_is_too_low(contoh: Contoh) -> None:
    capaian = _capaian_spm(contoh)
    assert 105 < capaian["spm_hipertensi", "1011120", 2025] < 120
    assert capaian["spm_hipertensi", "1011120", 2024] < 95
    fakta = contoh["fakta"].query("indikator == 'spm_hipertensi' and unit == '1011120'")
    sasaran = fakta.groupby(fakta["dari"] // 100)["penyebut"].agg(["min", "max"])
    assert (sasaran["min"] == sasaran["max"]).all()
    assert sasaran.loc[2025, "max"] < 0.8 * sasaran.loc[2024, "max"]
    dilayani = fakta.groupby(fakta["dari"] // 100)["pembilang"].sum()
    assert abs(dilayani[2025] / dilayani[2024] - 1) < 0.05
    lain = capaian.drop(("spm_hipertensi", "1011120", 2025))
    assert lain.max() <= 100


def test_story_9_nothing_happened_in_the_ordinary_units(
    contoh: Contoh, kunjungan: pd.DataFrame, jawaban: pd.DataFrame
) -> None:
    hari = kalender(202311, 202610).groupby("bulan")["hari_kerja"].sum()
    lansia = kunjungan.loc[kunjungan["unit"] == "1011120-LANSIA"].groupby("bulan")["jumlah"].sum() / hari
    assert _luar_batas(lansia) == 0
    assert lansia.loc[202601:202610].mean() / lansia.loc[202501:202510].mean() == pytest.approx(1.04, abs=0.05)
    biasa = jawaban.loc[jawaban["unit"] == "13.71.06.1011"]
    ikm = 25 * biasa.groupby(["bulan", "unsur"])["nilai"].mean().groupby("bulan").mean()
    assert _luar_batas(ikm) == 0
    for df, kolom in ((contoh["laporan_skp"], "tepat"), (_butir_tercapai(contoh), "ok")):
        milik = df.loc[df["unit"] == "13.71.06.1011"].groupby("bulan")[kolom].mean()
        assert _luar_batas(milik) == 0, kolom
        assert abs(milik.mean() - df[kolom].mean()) < 0.03, kolom
    assert not contoh["peristiwa"]["unit"].isin(["13.71.06.1011", "1011120-LANSIA"]).any()


def test_story_10_one_kelurahan_has_fewer_than_ten_respondents_in_one_quarter(contoh: Contoh) -> None:
    df = contoh["responden"]
    triwulan = df["tanggal"].dt.year * 10 + df["tanggal"].dt.quarter
    penuh = triwulan.between(20241, 20263) & df["unit"].str.startswith("13.71.06")
    n = df.loc[penuh].groupby(["unit", triwulan[penuh]]).size()
    assert n.loc[n < 10].to_dict() == {("13.71.06.1004", 20263): 7}
    assert n.drop(("13.71.06.1004", 20263)).between(15, 30).all()
    assert len(n) == 15 * 11


def test_missing_monthly_reports_are_missing_rows_and_nothing_else_is_missing(
    contoh: Contoh, kunjungan: pd.DataFrame
) -> None:
    bulan = kalender(202311, 202610)["bulan"].unique()
    ada = kunjungan.query("layanan == 'rawat_jalan'").pivot_table(
        index="unit", columns="bulan", values="jumlah", aggfunc="sum"
    )
    assert list(ada.columns) == list(bulan)
    kosong = {(u, b) for u, baris in ada.iterrows() for b in baris.index[baris.isna()]}
    assert kosong == {
        ("1011120-P-TJA", 202404),
        ("1011119-P-KPB", 202411),
        ("1011119-P-KTB", 202507),
        ("1011120-P-BNR", 202609),
        ("1011120-P-BNR", 202610),
    }
    fakta = contoh["fakta"].groupby(["indikator", "unit"])["dari"].nunique()
    assert fakta.loc[fakta < 36].to_dict() == {("angka_kontak", "1011120"): 35, ("spm_odgj_berat", "1011119"): 35}
    koto_baru = contoh["laporan_skp"].query("unit == '13.71.06.1008'")["bulan"]
    assert set(bulan) - set(koto_baru) == {202412}


def test_the_sample_is_varied_some_above_some_near_some_below(contoh: Contoh, kunjungan: pd.DataFrame) -> None:
    hari = kalender(202601, 202612).groupby("bulan")["hari_kerja"].sum()
    lewat = hari.loc[:202610].sum() / hari.sum()
    target = contoh["target"].query("indikator == 'kunjungan_rawat_jalan' and dari == 202601").set_index("unit")
    n = _masa(kunjungan.query("layanan == 'rawat_jalan'"), 202601, 202610).groupby("unit")["jumlah"].sum()
    capaian = (100 * n / (target["nilai_e4"] / 10_000 * lewat)).dropna().drop("1011120-P-BNR")
    assert capaian.between(76, 110).all()
    assert (capaian >= 100).sum() >= 3
    assert capaian.between(90, 100).sum() >= 3
    assert (capaian < 90).sum() >= 2
    jalur = _capaian_spm(contoh).xs(2026, level="tahun") / (10 / 12)
    assert 70 < jalur.min() < 80
    assert jalur.between(75, 90).sum() >= 14
    assert jalur.max() < 105


def test_the_stories_are_told_with_their_units_and_months() -> None:
    cerita = CERITA.read_text(encoding="utf-8")
    for isi in (
        "WIL",
        "1011119-KIA",
        "1011120",
        "ASN-0145",
        "13.71.06.1005",
        "13.71.06.1014",
        "1011120-P-BNR",
        "13.71.06.1015",
        "13.71.06.1011",
        "1011120-LANSIA",
        "13.71.06.1004",
        "13.71.06.1008",
        "1011120-P-TJA",
        "1011119-P-KPB",
        "1011119-P-KTB",
        "Juli 2025",
        "Agustus 2026",
        "Maret 2026",
        "September 2026",
        "sintetis",
    ):
        assert isi in cerita, isi
