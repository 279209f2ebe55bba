"""Trainings as groups: what is hidden, and that no reading for groups carries a code of a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja.contoh import kisah
from kinerja.domain.akses import Akses
from kinerja.domain.unit import turunan
from kinerja.indikator.hitung import fetch_pohon
from kinerja.store import asn
from kinerja.store.asn_dasar import Kursor
from kinerja.store.koneksi import buka_aktif

PENYAJI, SEMUA = Akses("penyaji"), Akses("kepegawaian")
BARU = "ASN-0297"
"""Came in June 2024."""
MASA = ((202509, 202511), (202512, 202602), (202604, 202608))


@pytest.fixture
def kursor(sampel: Path) -> Callable[[], Kursor]:
    return buka_aktif(sampel).kursor


def test_hours_add_up_to_those_of_the_rows(kursor: Callable[[], Kursor]) -> None:
    """Counted with pandas from the tables as they are, by the unit and status of the last months."""
    pohon = fetch_pohon(kursor())
    tugas = kursor().execute("select * from pegawai where digantikan = 0 and berlaku_dari <= 202610").df()
    tugas = tugas[tugas["berlaku_sampai"] >= 202601].sort_values("berlaku_dari").groupby("pegawai").tail(1)
    jam = kursor().execute("select pegawai, jp, dari from pelatihan where digantikan = 0 and pegawai <> ''").df()
    jp = jam[jam["dari"].between(202601, 202610)].groupby("pegawai")["jp"].sum()
    tugas["jp"] = tugas["pegawai"].map(jp).fillna(0)
    kel = {u: turunan(u, pohon.anak) for u in ("WIL", "KEC-PEL", "13.71.06.1001", "1011120")}
    baru = asn.fetch_jp_sebaran(SEMUA, kursor(), kel, 2026, 202610)
    for nama, units in kel.items():
        for status, orang in tugas[tugas["unit"].isin(units)].groupby("status"):
            milik = baru[(baru["kelompok"] == nama) & (baru["status"] == status)]
            assert milik["pegawai"].sum() == len(orang)
            assert milik.loc[milik["jp"] >= 20, "pegawai"].sum() == (orang["jp"] >= 20).sum()


def test_the_month_of_coming_is_told_only_of_those_who_came_within_the_year(kursor: Callable[[], Kursor]) -> None:
    kel = {"WIL": turunan("WIL", fetch_pohon(kursor()).anak)}
    baru = asn.fetch_jp_sebaran(SEMUA, kursor(), kel, 2024, 202412)
    ((harap,),) = kursor().execute("select count(*) from pegawai where berlaku_dari = 202406").fetchall()
    assert set(baru["mulai"]) == {0, 202406}
    assert baru.loc[baru["mulai"] > 0, "pegawai"].sum() == harap > 0
    assert set(asn.fetch_jp_sebaran(SEMUA, kursor(), kel, 2026, 202610)["mulai"]) == {0}
    orang = asn.fetch_pelatihan_orang(SEMUA, kursor(), kel["WIL"], 2026)
    assert set(orang.loc[orang["pegawai"] == BARU, "mulai"]) == {202406}


def test_spans_of_service_are_cut_to_the_months_and_closed_to_others(kursor: Callable[[], Kursor]) -> None:
    isi = asn.fetch_masa_tugas(Akses("pegawai", "1011119-UMUM", BARU), kursor(), BARU, 202401, 202412)
    assert [(b.dari, b.sampai) for b in isi.itertuples()] == [(202406, 202412)]
    for lain in (PENYAJI, Akses("pegawai", "1011119-UMUM", "ASN-0001"), Akses("pimpinan", "KEC", "ASN-0001")):
        assert asn.fetch_masa_tugas(lain, kursor(), BARU, 202401, 202412).empty


def test_a_unit_of_three_people_is_hidden_from_those_who_see_nobody(kursor: Callable[[], Kursor]) -> None:
    kel = {kisah.UNIT_TIGA_ORANG: [kisah.UNIT_TIGA_ORANG]}
    (b,) = asn.fetch_jp_sebaran(PENYAJI, kursor(), kel, 2026, 202610).itertuples()
    assert (b.pegawai, b.disembunyikan) == (3, True)
    assert asn.fetch_jp_sebaran(SEMUA, kursor(), kel, 2026, 202610)["disembunyikan"].sum() == 0


def test_titles_with_few_participants_are_hidden(kursor: Callable[[], Kursor]) -> None:
    semua = asn.fetch_judul(SEMUA, kursor(), ["KEC-PEL"], 2026, 202610)
    df = asn.fetch_judul(PENYAJI, kursor(), ["KEC-PEL"], 2026, 202610)
    benar = {(b.judul, b.selesai): b.peserta for b in semua.itertuples()}
    assert df["disembunyikan"].any()
    for b in df.itertuples():
        assert b.peserta == (0 if b.disembunyikan else benar[b.judul, b.selesai])
        assert b.disembunyikan or b.peserta >= 5


def test_the_unfinished_course_has_participants_and_no_hours(kursor: Callable[[], Kursor]) -> None:
    semua = list(fetch_pohon(kursor()).units)
    df = asn.fetch_judul(PENYAJI, kursor(), semua, 2026, 202610)
    belum = df[~df["selesai"]]
    assert belum["judul"].tolist() == [kisah.JUDUL_BELUM_SELESAI]
    assert belum["peserta"].iloc[0] >= 5


def test_batches_and_values_carry_no_codes(kursor: Callable[[], Kursor]) -> None:
    jadwal = asn.fetch_jadwal(PENYAJI, kursor())
    assert jadwal["judul"].unique().tolist() == [kisah.JUDUL_UNDIAN]
    assert [h.date() for h in jadwal["mulai"]] == list(kisah.UNDIAN)
    df = asn.fetch_peserta_nilai(PENYAJI, kursor(), kisah.JUDUL_UNDIAN, 2026, *MASA)
    assert len(df) == kisah.UNDIAN_PESERTA
    assert "pegawai" not in df
    assert df["sebelum"].dropna().between(0, 100).all()


def test_a_title_of_few_people_gives_no_values_to_those_who_see_nobody(kursor: Callable[[], Kursor]) -> None:
    sql = """select judul from pelatihan where dari >= 202601 and digantikan = 0 and pegawai <> ''
        group by judul order by count(distinct pegawai) limit 1"""
    ((judul,),) = kursor().execute(sql).fetchall()
    kursor().execute("select 1")
    n = len(asn.fetch_peserta_nilai(SEMUA, kursor(), judul, 2026, *MASA))
    assert len(asn.fetch_peserta_nilai(PENYAJI, kursor(), judul, 2026, *MASA)) == (n if n >= 5 else 0)
    assert asn.fetch_peserta_nilai(PENYAJI, kursor(), "tidak ada", 2026, *MASA).empty
