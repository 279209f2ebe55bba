"""The sample fits the store: columns, checks, references, sizes, and no trace of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from kinerja.contoh import ALIAS, SATUAN_KERJA, ambang_peraturan, kalender

AKAR = Path(__file__).resolve().parents[2]
MIGRASI = sorted((AKAR / "kinerja" / "store" / "sql" / "migrasi").glob("*.sql"))
KODE = {u.kode for u in SATUAN_KERJA}
TABEL = (
    "muatan",
    "kunjungan",
    "responden",
    "jawaban",
    "pegawai",
    "skp_butir",
    "skp_penilaian",
    "laporan_skp",
    "pelatihan",
    "peristiwa",
    "fakta",
    "target",
    "predikat_organisasi",
    "skp_perilaku",
    "kegiatan",
    "gelombang",
)


def _unit() -> pd.DataFrame:
    return pd.DataFrame([vars(u) for u in SATUAN_KERJA]).assign(muatan=0)


def _isi(con: duckdb.DuckDBPyConnection, tabel: str, df: pd.DataFrame) -> None:
    con.register("bingkai_baru", df)
    con.execute(f"insert into {tabel} by name select * from bingkai_baru")
    con.unregister("bingkai_baru")


@pytest.fixture(scope="module")
def gudang(contoh: dict[str, pd.DataFrame]) -> Iterator[duckdb.DuckDBPyConnection]:
    con = duckdb.connect()
    for berkas in MIGRASI:
        con.execute(berkas.read_text(encoding="utf-8"))
    alias = pd.DataFrame({"alias": list(ALIAS), "unit": list(ALIAS.values()), "muatan": 0})
    rujukan = {"unit": _unit(), "unit_alias": alias, "kalender": kalender(202201, 202712), "ambang": ambang_peraturan()}
    for tabel, df in {**rujukan, **contoh}.items():
        _isi(con, tabel, df)
    yield con
    con.close()


def test_exactly_these_tables_are_made(contoh: dict[str, pd.DataFrame]) -> None:
    assert set(contoh) == set(TABEL)


@pytest.mark.parametrize("tabel", [*TABEL, "kalender", "ambang"])
def test_columns_are_those_of_the_schema_in_their_order(
    contoh: dict[str, pd.DataFrame], gudang: duckdb.DuckDBPyConnection, tabel: str
) -> None:
    df = {**contoh, "kalender": kalender(202601, 202601), "ambang": ambang_peraturan()}[tabel]
    skema = [baris[0] for baris in gudang.execute(f"describe {tabel}").fetchall()]
    assert list(df.columns) == [kolom for kolom in skema if kolom != "digantikan"]


@pytest.mark.parametrize("tabel", TABEL)
def test_the_store_accepts_every_row_under_all_its_checks(
    contoh: dict[str, pd.DataFrame], gudang: duckdb.DuckDBPyConnection, tabel: str
) -> None:
    baris = gudang.execute(f"select count(*) from {tabel}").fetchone()
    assert baris == (len(contoh[tabel]),)
    assert len(contoh[tabel]) > 0


def test_dates_arrive_in_the_store_unchanged(
    contoh: dict[str, pd.DataFrame], gudang: duckdb.DuckDBPyConnection
) -> None:
    hasil = gudang.execute("select min(batas), max(batas), count(*) - count(lapor) from laporan_skp").fetchone()
    df = contoh["laporan_skp"]
    assert hasil == (df["batas"].min().date(), df["batas"].max().date(), int(df["lapor"].isna().sum()))


def test_every_unit_that_is_named_exists(contoh: dict[str, pd.DataFrame]) -> None:
    for tabel, df in contoh.items():
        if "unit" in df.columns:
            assert set(df["unit"]) <= KODE, tabel


def test_every_person_that_is_named_exists_in_that_unit_and_time(contoh: dict[str, pd.DataFrame]) -> None:
    pegawai = contoh["pegawai"].set_index("pegawai")
    for tabel, kolom in (("skp_butir", "bulan"), ("laporan_skp", "bulan"), ("skp_penilaian", "sampai")):
        df = contoh[tabel]
        milik = pegawai.loc[df["pegawai"]]
        assert (milik["unit"].to_numpy() == df["unit"].to_numpy()).all(), tabel
        assert (milik["berlaku_dari"].to_numpy() <= df[kolom].to_numpy()).all(), tabel
        assert (milik["berlaku_sampai"].to_numpy() >= df[kolom].to_numpy()).all(), tabel


def test_every_rater_is_a_person_of_the_list_or_stands_above_the_area(contoh: dict[str, pd.DataFrame]) -> None:
    pegawai = contoh["pegawai"]
    kode = set(pegawai["pegawai"])
    assert set(pegawai["penilai"]) - kode == {"LUAR"}
    assert (pegawai["penilai"] == "LUAR").sum() == 3
    assert (pegawai["penilai"] != pegawai["pegawai"]).all()
    nilai = contoh["skp_penilaian"].merge(pegawai[["pegawai", "penilai"]], on="pegawai", suffixes=("", "_resmi"))
    assert (nilai["penilai"] == nilai["penilai_resmi"]).all()


def test_each_person_is_rated_once_a_quarter_and_reports_each_kind_once_a_month(
    contoh: dict[str, pd.DataFrame],
) -> None:
    assert not contoh["skp_penilaian"].duplicated(["pegawai", "dari"]).any()
    assert not contoh["laporan_skp"].duplicated(["pegawai", "bulan", "jenis"]).any()
    assert not contoh["skp_butir"].duplicated(["pegawai", "bulan", "butir"]).any()


def test_batches_hold_the_rows_they_claim(contoh: dict[str, pd.DataFrame]) -> None:
    muatan = contoh["muatan"].set_index("muatan")
    isi = pd.concat([df["muatan"] for nama, df in contoh.items() if nama != "muatan"]).value_counts()
    assert isi.sort_index().to_dict() == muatan["baris"].to_dict()
    assert muatan["sha256"].str.fullmatch(r"[0-9a-f]{64}").all()
    assert muatan["sha256"].is_unique
    assert muatan["berkas"].str.startswith("contoh:").all()


def test_the_sample_stays_small(contoh: dict[str, pd.DataFrame]) -> None:
    assert len(contoh["kunjungan"]) < 150_000
    assert sum(len(df) for df in contoh.values()) < 350_000


def test_all_figures_lie_between_november_2023_and_october_2026(contoh: dict[str, pd.DataFrame]) -> None:
    for tabel in ("kunjungan", "responden", "jawaban", "pelatihan", "peristiwa"):
        assert contoh[tabel]["tanggal"].between("2023-11-01", "2026-10-31").all(), tabel
    for tabel in ("skp_butir", "laporan_skp"):
        assert set(contoh[tabel]["bulan"]) <= set(range(202311, 202313)) | {
            t * 100 + b for t in (2024, 2025, 2026) for b in range(1, 13)
        }
        assert contoh[tabel]["bulan"].max() == 202610


def test_a_report_is_on_time_exactly_when_it_came_by_the_tenth_of_the_next_month(
    contoh: dict[str, pd.DataFrame],
) -> None:
    df = contoh["laporan_skp"]
    assert ((df["lapor"] <= df["batas"]) == (df["tepat"] == 1)).all()
    assert (df["batas"].dt.day == 10).all()
    berikut = df["bulan"] // 100 * 12 + df["bulan"] % 100
    assert (df["batas"].dt.year * 12 + df["batas"].dt.month - 1 == berikut).all()


def test_a_respondents_score_is_the_mean_of_the_answers_given(contoh: dict[str, pd.DataFrame]) -> None:
    responden = contoh["responden"].set_index("responden")
    rata = contoh["jawaban"].groupby("responden")["nilai"].mean() * 1000
    assert responden.index.is_unique
    assert set(rata.index) == set(responden.index)
    assert (responden["skor"] - rata).abs().max() <= 0.5
    kosong = 1 - len(contoh["jawaban"]) / (9 * len(responden))
    assert 0.005 < kosong < 0.015


def test_targets_of_places_add_up_to_the_puskesmas(contoh: dict[str, pd.DataFrame]) -> None:
    jalan = contoh["target"].query("indikator == 'kunjungan_rawat_jalan'")
    for puskesmas in ("1011119", "1011120"):
        tempat = jalan.loc[jalan["unit"].str.startswith(f"{puskesmas}-")].groupby("dari")["nilai_e4"].sum()
        assert tempat.to_dict() == jalan.loc[jalan["unit"] == puskesmas].set_index("dari")["nilai_e4"].to_dict()
    assert sorted(jalan["dari"].unique()) == [202301, 202401, 202501, 202601]


def test_targets_exist_where_they_should_and_not_elsewhere(contoh: dict[str, pd.DataFrame]) -> None:
    target = contoh["target"]
    assert set(target["indikator"]) == {
        "kunjungan_rawat_jalan",
        "kunjungan_rawat_inap",
        "ikm",
        "ketepatan_skp",
        "capaian_skp",
    }
    milik = target.groupby("indikator")["unit"].agg(set)
    assert milik["kunjungan_rawat_inap"] == {"1011120"}
    assert milik["ikm"] == {"WIL", "1011120"}
    assert set(target["sk"]) == {"SK contoh 01/2026 (sintetis)"}
    wil = target.query("unit == 'WIL' and dari == 202601").set_index("indikator")["nilai_e4"].to_dict()
    assert wil == {"ikm": 850_000, "ketepatan_skp": 950_000, "capaian_skp": 900_000}


def _semua_teks(contoh: dict[str, pd.DataFrame]) -> set[str]:
    kolom = [df[k] for df in contoh.values() for k in df.columns if df[k].dtype == "str" and k != "sha256"]
    return set().union(*(set(k.unique()) for k in kolom))


def test_nothing_looks_like_a_nip_or_a_nik(contoh: dict[str, pd.DataFrame]) -> None:
    pola = re.compile(r"\d{16,18}")
    assert not [t for t in _semua_teks(contoh) if pola.search(t)]
    berkas = [*(AKAR / "kinerja" / "contoh").iterdir(), *(AKAR / "data" / "contoh").glob("*.csv")]
    for jalur in berkas:
        if jalur.suffix in (".csv", ".py"):
            assert not pola.search(jalur.read_text(encoding="utf-8")), jalur.name


def test_people_are_codes_and_nothing_more(contoh: dict[str, pd.DataFrame]) -> None:
    assert contoh["pegawai"]["pegawai"].str.fullmatch(r"ASN-\d{4}").all()
    assert contoh["pegawai"]["pegawai"].is_unique
    assert len(contoh["pegawai"]) == 420
