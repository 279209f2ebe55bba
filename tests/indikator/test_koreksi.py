"""Storing what is there already: refused, corrected with the old value kept, or kept beside; locked months; memory."""

from __future__ import annotations

import json
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from kinerja.domain.errors import ImporError, KinerjaError, StoreError
from kinerja.domain.fakta import Dibuang, Fakta, HasilBaca, Masalah, TargetBaru
from kinerja.i18n import BAHASA
from kinerja.i18n.masalah import teks_galat, teks_masalah
from kinerja.indikator import terbit
from kinerja.indikator.periksa import periksa
from kinerja.ingest import Rujukan
from kinerja.store import queries, rahasia, riwayat
from kinerja.store.kesehatan import periksa as sehat
from kinerja.store.koneksi import buka_aktif
from tests.indikator.bahan_muat import (
    LB,
    PADA,
    PG,
    POLI,
    RJ,
    berkas,
    hari,
    isi_toko,
    nilai_mart,
    register,
    sama,
    simpan,
    survei,
    tanya,
)

NILAI = "ketepatan_skp"


def tolak(folder: Path, hasil: HasilBaca, **cara: Any) -> KinerjaError:
    """The refusal; nothing was stored, and every sentence of it can be written in both languages."""
    sebelum = queries.fetch_muatan(buka_aktif(folder).kursor())
    with pytest.raises(KinerjaError) as galat:
        simpan(folder, hasil, **cara)
    assert queries.fetch_muatan(buka_aktif(folder).kursor()) == sebelum
    for bahasa in BAHASA:
        assert "{" not in teks_galat(galat.value, bahasa)
        for m in getattr(galat.value, "masalah", ()):
            assert "{" not in teks_masalah(m, bahasa)
    return galat.value


def jenis(galat: KinerjaError) -> set[object]:
    assert isinstance(galat, ImporError), galat.kunci
    return {m.args["jenis"] for m in galat.masalah}


def satu(nilai: int, bulan: int = 202602, unit: str = LB, nama: str = "baru.csv") -> HasilBaca:
    return berkas(nama, [Fakta(RJ, unit, bulan, bulan, nilai)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One reported month."""
    simpan(tmp_path, berkas("a.csv", [Fakta(RJ, LB, 202602, 202602, 50)]))
    return tmp_path


# --- what is found -------------------------------------------------------------------------------------------------


def test_another_value_for_the_same_key_says_what_is_there_and_offers_a_correction(folder: Path) -> None:
    galat = tolak(folder, satu(60))
    assert (galat.kunci, jenis(galat)) == ("galat.perlu_koreksi", {"beda"})
    kalimat = teks_masalah(galat.masalah[0], "id")  # type: ignore[attr-defined]
    for isi in ("Puskesmas Lubuk Begalung", "2026-02", "muatan 1", "a.csv", "24 Nov 2026", "koreksi", "pembanding"):
        assert isi in kalimat


def test_a_file_whose_figures_are_all_there_is_told_so_and_nothing_is_offered(folder: Path) -> None:
    galat = tolak(folder, satu(50))
    assert (galat.kunci, jenis(galat)) == ("galat.isi_sudah_ada", {"sama"})
    assert tolak(folder, satu(50), koreksi="memang sama").kunci == "galat.isi_sudah_ada"
    (m,) = periksa(folder, satu(50))
    assert (m.alasan, m.tingkat) == ("galat.isi_sudah_ada", "galat")


@pytest.mark.parametrize(
    ("unit", "dari", "sampai"), [(LB, 202601, 202603), ("DINKES", 202602, 202602), (POLI, 202602, 202602)]
)
def test_other_spans_and_units_above_or_below_cannot_be_corrected(
    folder: Path, unit: str, dari: int, sampai: int
) -> None:
    hasil = berkas("b.csv", [Fakta(RJ, unit, dari, sampai, 50)])
    assert jenis(tolak(folder, hasil)) == {"tumpang"}
    assert jenis(tolak(folder, hasil, koreksi="angka yang benar")) == {"tumpang"}
    assert nilai_mart(folder, RJ, LB, 202602) == 50


def test_what_would_be_refused_is_told_before_anybody_confirms(folder: Path) -> None:
    hasil = berkas("b.csv", [Fakta(RJ, LB, 202602, 202602, 60), Fakta(RJ, "DINKES", 202601, 202603, 9)])
    galat = tolak(folder, hasil)
    dalam_berkas = {"masalah.jumlah_bagian"}
    assert {m.alasan for m in periksa(folder, hasil)} >= {"galat.beda_angka", "galat.sudah_ada"} | dalam_berkas
    assert jenis(galat) == {"beda", "tumpang", "berkas"}
    assert periksa(folder, berkas("a.csv", [Fakta(RJ, LB, 202602, 202602, 50)]))[0].alasan == "galat.berkas_sudah_masuk"


def test_a_register_and_a_reported_sum_of_one_month_stand_against_each_other_in_both_orders(tmp_path: Path) -> None:
    daftar = berkas("reg.xlsx", jenis="register", kunjungan=register(LB, 202602, {3: 4, 4: 5}))
    rekap = satu(9)
    for nama, (dulu, kini) in {"x": (daftar, rekap), "y": (rekap, daftar)}.items():
        folder = tmp_path / nama
        simpan(folder, dulu)
        assert jenis(tolak(folder, kini)) == {"tumpang"}
        assert nilai_mart(folder, RJ, LB, 202602) == 9
    atas = berkas("dinkes.csv", [Fakta(RJ, "DINKES", 202601, 202612, 100)])
    assert jenis(tolak(tmp_path / "x", atas)) == {"tumpang"}
    simpan(tmp_path / "x", satu(7, 202603))
    simpan(tmp_path / "y", berkas("reg2.xlsx", jenis="register", kunjungan=register(LB, 202603, {1: 1})))


def test_a_register_of_other_days_of_the_month_is_no_conflict_and_adds_up(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("1.xlsx", jenis="register", kunjungan=register(LB, 202602, {1: 3, 2: 4})))
    simpan(tmp_path, berkas("2.xlsx", jenis="register", kunjungan=register(LB, 202602, {3: 5})))
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 12
    galat = tolak(tmp_path, berkas("3.xlsx", jenis="register", kunjungan=register(LB, 202602, {3: 9, 4: 1})))
    assert jenis(galat) == {"beda"}
    simpan(tmp_path, berkas("inap.xlsx", jenis="register", kunjungan=register(LB, 202602, {3: 9}, "rawat_inap")))
    poli = berkas("poli.xlsx", jenis="register", kunjungan=register(POLI, 202602, {3: 2}))
    assert jenis(tolak(tmp_path, poli)) == {"tumpang"}


def test_registers_of_two_poli_stand_side_by_side_and_one_without_a_poli_against_both(tmp_path: Path) -> None:
    def satu_poli(nama: str, poli: str) -> HasilBaca:
        return berkas(nama, jenis="register", kunjungan=register(LB, 202602, {3: 4}, poli=poli))

    simpan(tmp_path, satu_poli("umum.xlsx", "umum"))
    simpan(tmp_path, satu_poli("gigi.xlsx", "gigi"))
    assert jenis(tolak(tmp_path, satu_poli("semua.xlsx", ""))) == {"beda"}
    simpan(tmp_path, satu_poli("semua.xlsx", ""), koreksi="daftar lengkap semua poli")
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 4


def test_a_month_given_as_one_sum_stands_against_every_day_of_it(tmp_path: Path) -> None:
    rekap = berkas("rekap.xlsx", jenis="angka", kunjungan=register(LB, 202602, {1: 90}))
    simpan(tmp_path, rekap)
    harian = berkas("reg.xlsx", jenis="register", kunjungan=register(LB, 202602, {1: 3, 9: 4}))
    assert jenis(tolak(tmp_path, harian)) == {"tumpang"}
    assert jenis(tolak(tmp_path, harian, koreksi="register lebih benar")) == {"tumpang"}
    lain = berkas("rekap2.xlsx", jenis="angka", kunjungan=register(LB, 202602, {1: 95}))
    simpan(tmp_path, lain, koreksi="rekap diperbaiki")
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 95


def test_surveys_of_one_span_stand_against_each_other_and_of_other_services_do_not(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("s1.xlsx", **survei(LB, 202601, 202603, [4, 3, 4])))
    assert jenis(tolak(tmp_path, berkas("s2.xlsx", **survei(LB, 202601, 202603, [4, 3, 2])))) == {"beda"}
    assert tolak(tmp_path, berkas("s3.xlsx", **survei(LB, 202601, 202603, [4, 3, 4]))).kunci == "galat.isi_sudah_ada"
    harian = survei(LB, 202602, 202602, [1], hari(202602, 14))
    assert jenis(tolak(tmp_path, berkas("s4.xlsx", **harian))) == {"tumpang"}
    simpan(tmp_path, berkas("s5.xlsx", **survei(PG, 202601, 202603, [2], layanan="rawat_inap")))
    simpan(tmp_path, berkas("s6.xlsx", **survei(PG, 202601, 202603, [3], layanan="rawat_jalan")))
    assert jenis(tolak(tmp_path, berkas("s7.xlsx", **survei(PG, 202601, 202603, [3])))) == {"beda"}


def test_corrected_answers_are_counted_with_their_respondents_and_come_back_with_them(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("s1.xlsx", **survei(LB, 202601, 202603, [4, 4, 4])))
    assert nilai_mart(tmp_path, "ikm", LB, 202601, 202603) == 12
    muatan = simpan(tmp_path, berkas("s2.xlsx", **survei(LB, 202601, 202603, [4, 1])), koreksi="salah unit")
    assert nilai_mart(tmp_path, "ikm", LB, 202601, 202603) == 5
    assert tanya(tmp_path, "select count(*) from jawaban where digantikan = ?", [muatan]) == [(3,)]
    terbit.batalkan(tmp_path, muatan, "penguji")
    assert nilai_mart(tmp_path, "ikm", LB, 202601, 202603) == 12
    assert tanya(tmp_path, "select count(*) from jawaban where digantikan <> 0") == [(0,)]


BARIS: dict[str, tuple[tuple[object, ...], tuple[object, ...], tuple[object, ...] | None]] = {
    "skp_penilaian": (
        ("P-1", LB, "", 202601, 202603, "sesuai", "sesuai", "baik"),
        ("P-1", LB, "", 202601, 202603, "di_atas", "sesuai", "baik"),
        ("P-1", PG, "", 202601, 202612, "sesuai", "sesuai", "baik"),
    ),
    "laporan_skp": (
        ("P-1", LB, 202601, "rencana", hari(202602, 5), hari(202602, 4), 1),
        ("P-1", LB, 202601, "rencana", hari(202602, 5), hari(202602, 9), 0),
        None,
    ),
    "pelatihan": (
        ("P-1", LB, hari(202601, 9), 202601, 202601, "Bimtek SKP", 1, 8),
        ("P-1", LB, hari(202601, 9), 202601, 202601, "BIMTEK SKP", 1, 12),
        None,
    ),
    "iku": (
        (LB, "Indeks kepuasan", "poin", "naik", 202601, 202612, 850_000, 860_000),
        (LB, "Indeks Kepuasan", "poin", "naik", 202601, 202612, 850_000, 830_000),
        (LB, "Indeks kepuasan", "poin", "naik", 202601, 202603, 850_000, 830_000),
    ),
}


@pytest.mark.parametrize("tabel", BARIS)
def test_every_table_has_its_key_its_correction_and_its_undo(tmp_path: Path, tabel: str) -> None:
    lama, baru, tumpang = BARIS[tabel]
    simpan(tmp_path, berkas("lama.xlsx", **{tabel: [lama]}))
    sebelum = isi_toko(tmp_path)
    assert tolak(tmp_path, berkas("sama.xlsx", **{tabel: [lama]})).kunci == "galat.isi_sudah_ada"
    assert jenis(tolak(tmp_path, berkas("baru.xlsx", **{tabel: [baru]}))) == {"beda"}
    if tumpang:
        assert jenis(tolak(tmp_path, berkas("t.xlsx", **{tabel: [tumpang]}), koreksi="coba saja")) == {"tumpang"}
    muatan = simpan(tmp_path, berkas("baru.xlsx", **{tabel: [baru]}), koreksi="salah catat")
    assert tanya(tmp_path, f"select muatan, digantikan from {tabel} order by 1") == [(1, muatan), (muatan, 0)]
    terbit.batalkan(tmp_path, muatan, "penguji")
    sama(isi_toko(tmp_path), sebelum)


def test_an_event_as_a_whole_and_its_participants_are_the_same_event(tmp_path: Path) -> None:
    orang = [(f"P-{n}", LB, hari(202601, 9), 202601, 202601, "Bimtek", 1, 8) for n in range(3)]
    simpan(tmp_path, berkas("daftar.xlsx", pelatihan=orang))
    acara = berkas("acara.xlsx", pelatihan=[("", LB, hari(202601, 9), 202601, 202601, "Bimtek", 3, 8)])
    assert jenis(tolak(tmp_path, acara)) == {"beda"}


def test_the_internal_code_of_an_employee_is_in_no_sentence(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("lama.xlsx", skp_penilaian=[BARIS["skp_penilaian"][0]]))
    galat = tolak(tmp_path, berkas("baru.xlsx", skp_penilaian=[BARIS["skp_penilaian"][1]]))
    assert "P-1" not in "".join(teks_masalah(m, "id") + m.nilai for m in galat.masalah)  # type: ignore[attr-defined]


# --- corrections ---------------------------------------------------------------------------------------------------


def test_a_correction_keeps_the_old_value_with_who_why_and_when(folder: Path) -> None:
    hasil = berkas("k.csv", [Fakta(RJ, LB, 202602, 202602, 60), Fakta(RJ, LB, 202603, 202603, 7)])
    (b,) = terbit.beda(folder, hasil)
    assert (b.tabel, b.isi, b.unit, b.dari, b.sampai, b.jk) == ("fakta", RJ, LB, 202602, 202602, "")
    assert (b.lama, b.baru, b.muatan) == (50, 60, 1)
    muatan = simpan(folder, hasil, koreksi="  salah ketik  NIP 19870101 201001 1 001 ")
    assert (nilai_mart(folder, RJ, LB, 202602), nilai_mart(folder, RJ, LB, 202603)) == (60, 7)
    assert tanya(folder, "select pembilang, digantikan from fakta order by muatan, dari") == [(50, 2), (60, 0), (7, 0)]
    (k,) = riwayat.fetch_koreksi(buka_aktif(folder).kursor())
    assert (k.muatan, k.berkas, k.oleh, k.disetujui, k.baris, k.dibatalkan) == (
        muatan,
        "k.csv",
        "penguji",
        "",
        1,
        False,
    )
    assert k.alasan == "salah ketik NIP 1987…", "a long number is cut: it may be somebody's"
    assert sehat(folder)["status"] == "baik"


@pytest.mark.parametrize("alasan", ["   ", "ya", " a b "])
def test_a_correction_needs_a_reason_that_says_something(folder: Path, alasan: str) -> None:
    assert tolak(folder, satu(60), koreksi=alasan).kunci == "galat.alasan_pendek"


def test_a_correction_that_corrects_nothing_is_refused_and_so_is_a_correction_kept_beside(folder: Path) -> None:
    assert tolak(folder, satu(60, 202603), koreksi="salah bulan").kunci == "galat.tak_ada_yang_dikoreksi"
    assert tolak(folder, satu(60), koreksi="salah ketik", pembanding=True).kunci == "galat.koreksi_atau_pembanding"


def test_undo_of_a_correction_gives_back_exactly_what_was_there(folder: Path) -> None:
    sebelum = isi_toko(folder)
    muatan = simpan(folder, satu(60), koreksi="salah ketik")
    terbit.batalkan(folder, muatan, "penguji")
    sama(isi_toko(folder), sebelum)
    (k,) = riwayat.fetch_koreksi(buka_aktif(folder).kursor())
    assert (k.dibatalkan, k.berkas) == (True, "baru.csv"), "the history keeps it"
    assert tanya(folder, "select count(*) from fakta where digantikan <> 0") == [(0,)]


def test_undo_of_what_was_corrected_leaves_the_correction_in_force(folder: Path) -> None:
    muatan = simpan(folder, satu(60), koreksi="salah ketik")
    terbit.batalkan(folder, 1, "penguji")
    assert nilai_mart(folder, RJ, LB, 202602) == 60
    terbit.batalkan(folder, muatan, "penguji")
    assert nilai_mart(folder, RJ, LB, 202602) is None


@pytest.mark.parametrize("urutan", [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)])
def test_a_chain_of_corrections_taken_back_in_any_order_counts_the_last_that_is_left(
    folder: Path, urutan: tuple[int, int, int]
) -> None:
    nilai = {1: 50, 2: 60, 3: 70}
    for n in (2, 3):
        simpan(folder, satu(nilai[n], nama=f"{n}.csv"), koreksi="salah ketik")
    for n in urutan:
        terbit.batalkan(folder, n, "penguji")
        del nilai[n]
        assert nilai_mart(folder, RJ, LB, 202602) == (nilai[max(nilai)] if nilai else None)
        belum = tanya(folder, "select count(*) from fakta where digantikan = 0")
        assert belum == [(1 if nilai else 0,)], "one row counts as long as one is left"


def test_both_sexes_together_replace_each_alone_and_the_other_way_round(tmp_path: Path) -> None:
    def jk(nama: str, **isi: int) -> HasilBaca:
        return berkas(nama, [Fakta(RJ, LB, 202602, 202602, n, jk=k.strip("_")) for k, n in isi.items()])

    simpan(tmp_path, jk("1.csv", L=20, P=30))
    (b,) = terbit.beda(tmp_path, jk("2.csv", _=55))
    assert (b.jk, b.lama, b.baru) == ("", 50, 55)
    simpan(tmp_path, jk("2.csv", _=55), koreksi="digabung saja")
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 55
    simpan(tmp_path, jk("3.csv", L=25, P=31), koreksi="dipisah lagi")
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 56
    (b,) = terbit.beda(tmp_path, jk("4.csv", L=26, P=31))
    assert (b.jk, b.lama, b.baru) == ("L", 25, 26)
    simpan(tmp_path, jk("4.csv", L=26), koreksi="hanya laki-laki")
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 57
    for muatan, nilai in ((3, 26 + 30), (2, 26 + 30), (4, 50)):
        terbit.batalkan(tmp_path, muatan, "penguji")
        if muatan != 3:
            assert nilai_mart(tmp_path, RJ, LB, 202602) == nilai
        assert sehat(tmp_path)["status"] == "baik"


def test_one_sex_in_the_place_of_both_is_warned_of(folder: Path) -> None:
    hasil = berkas("l.csv", [Fakta(RJ, LB, 202602, 202602, 20, jk="L")])
    assert {m.alasan for m in periksa(folder, hasil) if m.tingkat == "peringatan"} == {"masalah.jk_menggantikan"}


def test_the_other_sex_may_come_later_in_a_file_of_its_own(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("l.csv", [Fakta(RJ, LB, 202602, 202602, 20, jk="L")]))
    simpan(tmp_path, berkas("p.csv", [Fakta(RJ, LB, 202602, 202602, 30, jk="P")]))
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 50


def test_a_correcting_register_replaces_its_days_and_warns_of_those_it_lacks(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("1.xlsx", jenis="register", kunjungan=register(LB, 202602, {1: 3, 2: 4, 9: 1})))
    baru = berkas("2.xlsx", jenis="register", kunjungan=register(LB, 202602, {1: 5, 2: 4}))
    m = next(m for m in periksa(tmp_path, baru) if m.tingkat == "peringatan")
    assert (m.alasan, m.args["jumlah"]) == ("masalah.hari_tersisa", 1)
    assert {(b.isi, b.rinci, b.lama, b.baru) for b in terbit.beda(tmp_path, baru)} == {
        ("kunjungan", "rawat_jalan", 3, 5)
    }
    simpan(tmp_path, baru, koreksi="hari pertama salah")
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 10


# --- targets -------------------------------------------------------------------------------------------------------


def target(nama: str, nilai: int, dari: int = 202601, sampai: int = 202612, sk: str = "SK 1") -> HasilBaca:
    return berkas(nama, target=[TargetBaru(NILAI, LB, dari, sampai, nilai * 10_000, sk)])


def target_bulan(folder: Path, bulan: int) -> int:
    sql = "select nilai_e8 // 100000000 from mart_target where indikator = ? and unit = ? and bulan = ?"
    return int(tanya(folder, sql, [NILAI, LB, bulan])[0][0])


def test_another_target_for_the_same_span_is_a_correction_and_an_equal_one_is_welcome(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("f.csv", [Fakta(NILAI, LB, 202602, 202602, 3, 4)], target("x", 90).target))
    galat = tolak(tmp_path, target("t.csv", 95))
    assert (jenis(galat), galat.masalah[0].alasan) == ({"beda"}, "galat.beda_target")  # type: ignore[attr-defined]
    sama_saja = berkas("g.csv", [Fakta(NILAI, LB, 202603, 202603, 3, 4)], target("x", 90, sk="").target)
    simpan(tmp_path, sama_saja)
    assert target_bulan(tmp_path, 202602) == 90
    assert len(queries.fetch_target_templat(buka_aktif(tmp_path).kursor())) == 1, "the download holds it once"
    muatan = simpan(tmp_path, target("t.csv", 95), koreksi="perubahan SK")
    assert target_bulan(tmp_path, 202602) == 95
    terbit.batalkan(tmp_path, muatan, "penguji")
    assert target_bulan(tmp_path, 202602) == 90
    assert tolak(tmp_path, target("u.csv", 90)).kunci == "galat.isi_sudah_ada"
    simpan(tmp_path, target("v.csv", 90, sk="SK 2"))


@pytest.mark.parametrize("urutan", [(0, 1), (1, 0)])
def test_a_target_for_some_months_holds_over_that_of_the_year_whichever_came_last(
    tmp_path: Path, urutan: tuple[int, int]
) -> None:
    simpan(tmp_path, berkas("f.csv", [Fakta(NILAI, LB, 202602, 202602, 3, 4), Fakta(NILAI, LB, 202609, 202609, 3, 4)]))
    dua = (target("tahun.csv", 90), target("semester.csv", 95, 202607))
    for n in urutan:
        simpan(tmp_path, dua[n])
    assert (target_bulan(tmp_path, 202602), target_bulan(tmp_path, 202609)) == (90, 95)


# --- second sources ------------------------------------------------------------------------------------------------


def test_a_second_source_is_kept_whole_never_counted_and_its_difference_is_listed(folder: Path) -> None:
    sebelum = isi_toko(folder)
    hasil = berkas("bps.csv", [Fakta(RJ, LB, 202602, 202602, 55), Fakta(RJ, LB, 202603, 202603, 9)])
    muatan = simpan(folder, hasil, pembanding=True)
    sama(isi_toko(folder), sebelum)
    assert tanya(folder, "select distinct digantikan from fakta where muatan = ?", [muatan]) == [(-1,)]
    kursor = buka_aktif(folder).kursor()
    semua = riwayat.fetch_pembanding(kursor, terbit.rujukan(folder)["indikator"].values())
    assert [(p.unit, p.dari, p.pembilang, p.lain_pembilang) for p in semua] == [
        (LB, 202602, 55, 50),
        (LB, 202603, 9, None),
    ]
    assert queries.fetch_fakta_templat(kursor) == [(RJ, LB, 202602, 202602, "", 50, None, "")]
    simpan(folder, satu(9, 202603))
    simpan(folder, satu(60, nama="k.csv"), koreksi="salah ketik")
    assert tanya(folder, "select count(*) from fakta where digantikan = -1") == [(2,)], "no correction touches it"
    terbit.batalkan(folder, muatan, "penguji")
    assert tanya(folder, "select count(*) from fakta where digantikan = -1") == [(0,)]


def test_a_yearly_second_source_is_compared_with_the_months_inside(folder: Path) -> None:
    simpan(folder, satu(10, 202603, PG, "p.csv"))
    simpan(folder, berkas("thn.csv", [Fakta(RJ, "DINKES", 202601, 202612, 70)]), pembanding=True)
    (p,) = riwayat.fetch_pembanding(buka_aktif(folder).kursor(), terbit.rujukan(folder)["indikator"].values())
    assert (p.unit, p.pembilang, p.lain_pembilang) == ("DINKES", 70, 60)


def test_a_register_may_be_a_second_source_to_a_reported_sum(folder: Path) -> None:
    simpan(folder, berkas("r.xlsx", jenis="register", kunjungan=register(LB, 202602, {1: 30, 2: 25})), pembanding=True)
    assert nilai_mart(folder, RJ, LB, 202602) == 50
    semua = riwayat.fetch_pembanding(buka_aktif(folder).kursor(), terbit.rujukan(folder)["indikator"].values())
    (p,) = [p for p in semua if p.indikator == RJ]
    assert (p.pembilang, p.lain_pembilang) == (55, 50)


# --- locked months -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kedua", ["", "   ", "penguji", " PENGUJI "])
def test_a_locked_month_needs_a_second_person_for_import_correction_and_undo(folder: Path, kedua: str) -> None:
    terbit.tutup_periode(folder, [202602, 202601], "kepala", PADA)
    for hasil, cara in (
        (satu(60), {"koreksi": "salah ketik"}),
        (satu(5, unit=PG), {}),
        (berkas("t.csv", [Fakta("spm_tb", LB, 202601, 202612, 5, 10)]), {}),
    ):
        galat = tolak(folder, hasil, disetujui=kedua, **cara)
        assert galat.kunci == "galat.periode_terkunci"
        assert "2026-02" in teks_galat(galat, "id")
        assert "galat.periode_terkunci" in {m.alasan for m in periksa(folder, hasil)}
    with pytest.raises(KinerjaError) as batal:
        terbit.batalkan(folder, 1, "penguji", disetujui=kedua)
    assert batal.value.kunci == "galat.periode_terkunci"
    assert nilai_mart(folder, RJ, LB, 202602) == 50


def test_with_a_second_person_it_works_and_both_names_are_kept(folder: Path) -> None:
    terbit.tutup_periode(folder, 202602, "kepala", PADA)
    muatan = simpan(folder, satu(60), koreksi="salah ketik", disetujui="  Kepala  Dinas ")
    assert riwayat.fetch_koreksi(buka_aktif(folder).kursor())[0].disetujui == "Kepala Dinas"
    ringkasan = json.loads(queries.fetch_ringkasan_muatan(buka_aktif(folder).kursor(), muatan) or "")
    assert ringkasan["disetujui"] == "Kepala Dinas"
    terbit.batalkan(folder, muatan, "penguji", disetujui="Kepala Dinas")
    assert riwayat.fetch_pembatalan(buka_aktif(folder).kursor())[0][6] == "Kepala Dinas"
    lain = simpan(folder, satu(1, 202604), disetujui="tidak perlu")
    assert tanya(folder, "select count(*) from koreksi where muatan = ?", [lain]) == [(0,)]


def test_months_are_opened_again_and_both_stand_in_the_trail(folder: Path) -> None:
    terbit.tutup_periode(folder, 202602, "kepala", PADA)
    assert riwayat.fetch_terkunci(buka_aktif(folder).kursor()) == [(202602, "kepala", PADA.isoformat())]
    for ulang, bulan, kunci in (
        (terbit.tutup_periode, 202602, "galat.periode_tak_berubah"),
        (terbit.buka_periode, 202603, "galat.periode_tak_berubah"),
        (terbit.tutup_periode, 202613, "galat.bulan"),
    ):
        with pytest.raises(KinerjaError) as galat:
            ulang(folder, bulan, "kepala")
        assert galat.value.kunci == kunci
    terbit.buka_periode(folder, 202602, "kepala", disetujui="Bu Rina")
    simpan(folder, satu(60), koreksi="salah ketik")
    jejak = riwayat.fetch_jejak(buka_aktif(folder).kursor())
    assert [(j[1], j[2], j[3], j[4]) for j in jejak] == [
        ("buka_periode", "2026-02", "Bu Rina", "kepala"),
        ("tutup_periode", "2026-02", "", "kepala"),
    ]


def test_sample_data_cannot_be_locked(sampel: Path) -> None:
    with pytest.raises(KinerjaError) as galat:
        terbit.tutup_periode(sampel, 202601, "kepala")
    assert galat.value.kunci == "galat.masih_contoh"


# --- what is remembered --------------------------------------------------------------------------------------------

PETA = 'bentuk = "angka"\nsidik = "abc123"\nkepala = [1]\nawal = 2\n'


def test_a_layout_is_remembered_under_its_name_and_replaced_by_its_header(folder: Path) -> None:
    def dengan(nama: str, peta: str, bulan: int) -> HasilBaca:
        b = satu(1, bulan, nama=nama)
        return HasilBaca(b.jenis, b.berkas, b.sha256, b.lembar, b.fakta, peta=peta)

    muatan = simpan(folder, dengan("1.csv", PETA, 202603), nama_peta=" Rekap dinas ")
    assert terbit.rujukan(folder)["tata_letak"] == {"Rekap dinas": PETA}
    baru = PETA + 'nama = "x"\n'
    simpan(folder, dengan("2.csv", baru, 202604), nama_peta="Rekap baru")
    assert terbit.rujukan(folder)["tata_letak"] == {"Rekap baru": baru}
    lain = PETA.replace("abc123", "zzz")
    simpan(folder, dengan("3.csv", lain, 202605), nama_peta="Rekap baru")
    assert terbit.rujukan(folder)["tata_letak"] == {"Rekap baru": baru, "Rekap baru (2)": lain}
    simpan(folder, dengan("4.csv", 'bentuk = "label"\nawal = 1\n', 202606), nama_peta="LB4")
    simpan(folder, dengan("5.csv", PETA, 202607))
    terbit.batalkan(folder, muatan, "penguji")
    assert set(terbit.rujukan(folder)["tata_letak"]) == {"Rekap baru", "Rekap baru (2)", "LB4"}


def test_everything_a_file_is_read_against_comes_in_one_piece(folder: Path) -> None:
    isi = terbit.rujukan(folder)
    rujukan = Rujukan(**isi)
    assert {u.kode for u in rujukan.units} >= {LB, PG}
    assert rujukan.garam == rahasia.garam(folder)
    units, alias = terbit.rujukan_unit(folder)
    assert (tuple(units), alias) == (rujukan.units, rujukan.alias)


def test_the_summary_of_a_batch_holds_totals_what_was_left_out_and_open_questions(tmp_path: Path) -> None:
    b = satu(50)
    hasil = HasilBaca(
        *(b.jenis, b.berkas, b.sha256, b.lembar, b.fakta),
        dibuang=tuple(Dibuang("baris", "S", str(n), "", "dibuang.jumlah") for n in range(3)),
        masalah=tuple(Masalah("masalah.beda_jumlah", "peringatan", "S", n, args={"selisih": n}) for n in range(60)),
    )
    muatan = simpan(tmp_path, hasil)
    isi = json.loads(queries.fetch_ringkasan_muatan(buka_aktif(tmp_path).kursor(), muatan) or "")
    assert isi[RJ] == {"pembilang": 50, "penyebut": 0}
    assert isi["dibuang"] == {"dibuang.jumlah": 3}
    assert len(isi["peringatan"]) == 50
    p = riwayat.fetch_pertanyaan(buka_aktif(tmp_path).kursor())[1]
    assert (p.muatan, p.kunci, p.lembar, p.baris, p.args) == (muatan, "masalah.beda_jumlah", "S", 1, {"selisih": 1})


# --- the secret ----------------------------------------------------------------------------------------------------


def test_the_key_is_made_once_for_its_owner_only_and_stays_out_of_every_snapshot(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as kolam:
        semua = set(kolam.map(rahasia.garam, [tmp_path] * 16))
    (kunci,) = semua
    assert len(kunci) == 32
    jalur = tmp_path / rahasia.BERKAS
    assert stat.S_IMODE(jalur.stat().st_mode) == 0o600
    assert [b.name for b in tmp_path.iterdir()] == [rahasia.BERKAS]
    simpan(tmp_path, berkas("p.xlsx", skp_penilaian=[BARIS["skp_penilaian"][0]]))
    for snapshot in tmp_path.glob("*.duckdb"):
        assert kunci not in snapshot.read_bytes()
        assert kunci.hex().encode() not in snapshot.read_bytes()


def test_with_another_key_employees_are_refused_and_a_damaged_key_is_never_replaced(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("p.xlsx", skp_penilaian=[BARIS["skp_penilaian"][0]]))
    jalur = tmp_path / rahasia.BERKAS
    asli = jalur.read_bytes()
    jalur.unlink()
    lain = berkas("q.xlsx", skp_penilaian=[("P-9", LB, "", 202604, 202606, "sesuai", "sesuai", "")])
    assert tolak(tmp_path, lain).kunci == "galat.kunci_pegawai_beda"
    simpan(tmp_path, satu(5))
    jalur.write_bytes(b"pendek")
    with pytest.raises(StoreError) as galat:
        rahasia.garam(tmp_path)
    assert galat.value.kunci == "galat.kunci_pegawai_rusak"
    jalur.write_bytes(asli)
    simpan(tmp_path, lain)


def test_a_folder_where_nothing_can_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises((StoreError, OSError)):
        rahasia.garam(tmp_path / "berkas" / "x")
    assert [b.name for b in tmp_path.iterdir()] == ["berkas"]


# --- since the file was read ---------------------------------------------------------------------------------------


def test_two_at_once_with_the_same_file_exactly_one_wins(tmp_path: Path) -> None:
    for putaran in range(3):
        folder = tmp_path / str(putaran)
        pintu = Barrier(2)

        def coba(_: int, folder: Path = folder, pintu: Barrier = pintu) -> str:
            pintu.wait()
            try:
                return str(simpan(folder, satu(50)))
            except KinerjaError as galat:
                return galat.kunci

        with ThreadPoolExecutor(2) as kolam:
            hasil = sorted(kolam.map(coba, range(2)))
        assert hasil[0] == "1"
        assert hasil[1] in ("galat.impor_lain", "galat.berkas_sudah_masuk")
        assert nilai_mart(folder, RJ, LB, 202602) == 50


def test_a_first_import_that_was_overtaken_does_not_replace_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The decision to begin anew falls before the lock: here another first import slips in between."""
    asli = terbit.publish

    def disalip(folder: Path, *isi: Any, **cara: Any) -> int:
        monkeypatch.setattr(terbit, "publish", asli)
        simpan(folder, satu(50))
        return asli(folder, *isi, **cara)

    monkeypatch.setattr(terbit, "publish", disalip)
    with pytest.raises(StoreError) as galat:
        simpan(tmp_path, satu(60, 202603, nama="lain.csv"))
    assert galat.value.kunci == "galat.impor_lain"
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 50


def test_a_unit_that_is_gone_since_the_file_was_read_is_never_stored_into_nothing(folder: Path) -> None:
    assert tolak(folder, satu(5, unit="PKM-HILANG")).kunci == "galat.unit_hilang"


def test_the_order_of_corrections_is_that_of_the_batches_whatever_the_clock_says(folder: Path) -> None:
    simpan(folder, satu(60, nama="2.csv"), pada=PADA - timedelta(days=400), koreksi="jam mundur")
    simpan(folder, satu(70, nama="3.csv"), pada=PADA - timedelta(days=900), koreksi="jam mundur lagi")
    assert nilai_mart(folder, RJ, LB, 202602) == 70
    kursor = buka_aktif(folder).kursor()
    assert [k.muatan for k in riwayat.fetch_koreksi(kursor)] == [3, 2]
