"""The unit master: register, add, rename, merge, close, aliases; and what reading a file makes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import Fakta, HasilBaca
from kinerja.domain.unit import Unit
from kinerja.i18n import BAHASA
from kinerja.i18n.masalah import teks_galat, teks_masalah
from kinerja.indikator import satuan, terbit
from kinerja.ingest import Opsi, Rujukan, baca_berkas
from kinerja.store import queries, riwayat
from kinerja.store.kesehatan import periksa as sehat
from kinerja.store.koneksi import buka_aktif
from tests.indikator.bahan_muat import LB, PADA, PG, RJ, berkas, nilai_mart, simpan, tanya

ANDALAS, RAWANG = "1011124", "1011123"


def units(folder: Path) -> dict[str, Unit]:
    return {u.kode: u for u in queries.fetch_unit(buka_aktif(folder).kursor())}


def tolak(panggil: Callable[[], object]) -> str:
    """Key of the refusal; its sentence can be written in both languages."""
    with pytest.raises(KinerjaError) as galat:
        panggil()
    for bahasa in BAHASA:
        assert "{" not in teks_galat(galat.value, bahasa)
    return galat.value.kunci


def baca(folder: Path, jalur: Path, unit: str, periode: str = "2026-07") -> HasilBaca:
    """A template row of this unit, read against the store."""
    jalur.write_text(f"periode;unit;indikator;pembilang;penyebut\n{periode};{unit};{RJ};5;\n", encoding="utf-8")
    return baca_berkas(jalur, jalur.name, Rujukan(**terbit.rujukan(folder)), Opsi())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A real store with two puskesmas of the register besides the shipped master."""
    folder = tmp_path / "data"
    satuan.tambah(folder, ANDALAS, "petugas", PADA)
    satuan.tambah(folder, RAWANG, "petugas", PADA)
    return folder


# --- register ------------------------------------------------------------------------------------------------------


def test_the_register_is_whole_and_its_codes_are_text() -> None:
    semua = satuan.register()
    assert len(semua) == len({p.kode for p in semua}) == 10_292
    assert all(len(p.kode) == 7 and len(p.kode_kab) == 4 and p.kode.isdigit() for p in semua)
    assert sum(p.kode_kab == "1371" for p in semua) == 23


@pytest.mark.parametrize(
    ("teks", "pertama"),
    [
        ("lubuk begalung", "1011119"),
        ("Puskesmas LUBUK BEGALUNG", "1011119"),
        ("begalung", "1011119"),
        ("1011120", "1011120"),
        ("pagambiran 1371", "1011120"),
        ("andalas 1371", ANDALAS),
    ],
)
def test_a_puskesmas_is_found_by_words_by_code_and_within_its_kabupaten(teks: str, pertama: str) -> None:
    assert satuan.cari(teks)[0].kode == pertama


def test_a_search_is_limited_and_finds_nothing_for_nothing() -> None:
    assert len(satuan.cari("1371", batas=50)) == 23
    assert len(satuan.cari("suka")) == 20
    assert satuan.cari("") == satuan.cari("puskesmas") == satuan.cari("xyzxyz") == []
    assert satuan.cari("begalung")[0].nama == "Puskesmas Lubuk Begalung"


# --- begin ---------------------------------------------------------------------------------------------------------


def test_an_office_may_set_up_its_units_before_the_first_import(tmp_path: Path) -> None:
    kode = satuan.tambah(tmp_path, ANDALAS, "petugas")
    assert terbit.asal_data(tmp_path) == "nyata"
    assert queries.fetch_muatan(buka_aktif(tmp_path).kursor()) == []
    simpan(tmp_path, berkas("a.csv", [Fakta(RJ, kode, 202601, 202601, 5)]))
    assert nilai_mart(tmp_path, RJ, kode, 202601) == 5
    assert tanya(
        tmp_path, "select pembilang from mart_kum where unit = 'WIL' and indikator = ? and bulan = 202601", [RJ]
    ) == [(5,)]


def test_sample_data_do_not_vanish_under_somebody_who_adds_a_unit(tmp_path: Path) -> None:
    terbit.terbitkan_contoh(tmp_path)
    for panggil in (
        lambda: satuan.tambah(tmp_path, ANDALAS, "petugas"),
        lambda: satuan.ganti_nama(tmp_path, LB, "Puskesmas X", "petugas"),
        lambda: satuan.tutup(tmp_path, LB, 202601, "petugas"),
        lambda: satuan.gabung(tmp_path, LB, PG, 202601, "petugas"),
        lambda: satuan.jawab_alias(tmp_path, "x", LB, "petugas"),
    ):
        assert tolak(panggil) == "galat.masih_contoh"
    assert terbit.asal_data(tmp_path) == "contoh"
    terbit.mulai_kosong(tmp_path, "petugas", PADA)
    assert riwayat.fetch_jejak(buka_aktif(tmp_path).kursor())[0][1] == "mulai_kosong"
    satuan.tambah(tmp_path, ANDALAS, "petugas")
    assert tolak(lambda: terbit.mulai_kosong(tmp_path, "petugas")) == "galat.sudah_nyata"
    assert sehat(tmp_path)["status"] == "baik"


# --- add -----------------------------------------------------------------------------------------------------------


def test_a_unit_of_the_register_hangs_under_the_dinas_with_its_code_and_a_line_in_the_trail(folder: Path) -> None:
    u = units(folder)["PKM-ANDALAS"]
    assert (u.nama, u.jenis, u.induk, u.kode_resmi) == ("Puskesmas Andalas", "puskesmas", "DINKES", ANDALAS)
    urutan = [x.urutan for x in units(folder).values()]
    assert len(set(urutan)) == len(urutan)
    jejak = riwayat.fetch_jejak(buka_aktif(folder).kursor())
    assert jejak[-1] == (1, "tambah_unit", "PKM-ANDALAS", f"Puskesmas Andalas ({ANDALAS})", "petugas", PADA.isoformat())


def test_what_is_there_by_code_or_by_name_is_not_added_again(folder: Path) -> None:
    assert tolak(lambda: satuan.tambah(folder, ANDALAS, "petugas")) == "galat.satuan_ada"
    assert tolak(lambda: satuan.tambah(folder, "1011119", "petugas")) == "galat.satuan_ada"
    assert tolak(lambda: satuan.tambah(folder, "0000000", "petugas")) == "galat.kode_resmi"
    senama = next(p for p in satuan.cari("andalas", batas=99) if p.nama == "Puskesmas Rawang" or p.kode != ANDALAS)
    assert senama.kode != ANDALAS
    kembar = next(p for p in satuan.register() if p.nama == "Puskesmas Rawang" and p.kode != RAWANG)
    assert tolak(lambda: satuan.tambah(folder, kembar.kode, "petugas")) == "galat.satuan_ada"


def test_a_file_may_name_a_unit_by_its_official_code_or_its_name(folder: Path, tmp_path: Path) -> None:
    for n, sebutan in enumerate((ANDALAS, "PKM Andalas", "PKM-ANDALAS", "Puskesmas Andalas")):
        assert {f.unit for f in baca(folder, tmp_path / f"{n}.csv", sebutan).fakta} == {"PKM-ANDALAS"}


# --- rename, alias -------------------------------------------------------------------------------------------------


def test_after_a_new_name_files_with_either_name_are_understood(folder: Path, tmp_path: Path) -> None:
    satuan.ganti_nama(folder, "PKM-ANDALAS", "  Puskesmas  Andalas Baru ", "petugas")
    assert units(folder)["PKM-ANDALAS"].nama == "Puskesmas Andalas Baru"
    for n, nama in enumerate(("Puskesmas Andalas", "Puskesmas Andalas Baru")):
        assert {f.unit for f in baca(folder, tmp_path / f"{n}.csv", nama).fakta} == {"PKM-ANDALAS"}
    assert tolak(lambda: satuan.tambah(folder, ANDALAS, "petugas")) == "galat.satuan_ada"


@pytest.mark.parametrize(
    ("nama", "kunci"),
    [
        ("", "galat.nama_kosong"),
        ("Puskesmas", "galat.nama_kosong"),
        ("Puskesmas Andalas", "galat.satuan_ada"),
        ("Puskesmas Rawang", "galat.satuan_ada"),
        ("UPT Puskesmas Pagambiran", "galat.satuan_ada"),
    ],
)
def test_a_name_that_says_nothing_or_is_taken_is_refused(folder: Path, nama: str, kunci: str) -> None:
    assert tolak(lambda: satuan.ganti_nama(folder, "PKM-ANDALAS", nama, "petugas")) == kunci


def test_an_answered_name_is_remembered_and_a_later_answer_wins(folder: Path, tmp_path: Path) -> None:
    assert baca(folder, tmp_path / "1.csv", "Pkm Timur Jaya").unit_tanya == ("Pkm Timur Jaya",)
    satuan.jawab_alias(folder, "Pkm Timur Jaya", "PKM-ANDALAS", "petugas")
    assert {f.unit for f in baca(folder, tmp_path / "2.csv", "Puskesmas Timur Jaya").fakta} == {"PKM-ANDALAS"}
    satuan.jawab_alias(folder, "Timur Jaya", "PKM-RAWANG", "petugas")
    assert {f.unit for f in baca(folder, tmp_path / "3.csv", "Timur Jaya").fakta} == {"PKM-RAWANG"}
    assert riwayat.fetch_jejak(buka_aktif(folder).kursor())[0][3] == "timur jaya: PKM-ANDALAS → PKM-RAWANG"
    assert tolak(lambda: satuan.jawab_alias(folder, "Rawang", "PKM-ANDALAS", "petugas")) == "galat.satuan_ada"
    assert tolak(lambda: satuan.jawab_alias(folder, " ", "PKM-ANDALAS", "petugas")) == "galat.nama_kosong"
    assert tolak(lambda: satuan.jawab_alias(folder, "x", "TIDAK", "petugas")) == "galat.satuan_tak_ada"


# --- merge, close --------------------------------------------------------------------------------------------------


def test_a_merged_unit_keeps_its_figures_and_later_files_are_sent_to_its_successor(
    folder: Path, tmp_path: Path
) -> None:
    simpan(folder, berkas("a.csv", [Fakta(RJ, "PKM-ANDALAS", 202606, 202606, 9)]))
    satuan.gabung(folder, "PKM-ANDALAS", "PKM-RAWANG", 202607, "petugas")
    u = units(folder)["PKM-ANDALAS"]
    assert (u.berlaku_sampai, u.penerus) == (202606, "PKM-RAWANG")
    assert nilai_mart(folder, RJ, "PKM-ANDALAS", 202606) == 9
    hasil = baca(folder, tmp_path / "x.csv", "Puskesmas Andalas")
    (m,) = hasil.masalah
    assert (hasil.diterima, m.alasan) == (False, "masalah.unit_berpenerus")
    kalimat = teks_masalah(m, "id")
    assert "Puskesmas Rawang" in kalimat
    assert "2026-06" in kalimat
    assert baca(folder, tmp_path / "y.csv", "Puskesmas Andalas", "2026-06").diterima
    assert baca(folder, tmp_path / "z.csv", "Puskesmas Rawang").diterima


def test_rows_of_tables_are_held_against_the_life_of_their_unit_too(folder: Path, tmp_path: Path) -> None:
    satuan.tutup(folder, "PKM-ANDALAS", 202606, "petugas")
    jalur = tmp_path / "latih.csv"
    jalur.write_text(
        "tanggal;nama kegiatan;unit;jumlah peserta\n2026-07-03;Bimtek SKP;Puskesmas Andalas;12\n", encoding="utf-8"
    )
    hasil = baca_berkas(jalur, jalur.name, Rujukan(**terbit.rujukan(folder)), Opsi())
    assert "masalah.unit_tak_berlaku" in {m.alasan for m in hasil.masalah}, hasil


def test_after_its_end_a_unit_is_no_longer_awaited(folder: Path) -> None:
    isi = [Fakta("angka_kontak", u, b, b, 10, 100) for u in ("PKM-ANDALAS", "PKM-RAWANG") for b in (202601, 202602)]
    simpan(folder, berkas("a.csv", [*isi, Fakta("angka_kontak", "PKM-RAWANG", 202603, 202603, 10, 100)]))
    sql = "select ada, wajib from mart_kum where indikator = 'angka_kontak' and unit = 'DINKES' and bulan = 202603"
    assert tanya(folder, sql) == [(5, 6)]
    satuan.tutup(folder, "PKM-ANDALAS", 202602, "petugas")
    assert tanya(folder, sql) == [(5, 5)]
    satuan.buka_kembali(folder, "PKM-ANDALAS", "petugas")
    assert tanya(folder, sql) == [(5, 6)]
    assert tolak(lambda: satuan.buka_kembali(folder, "PKM-ANDALAS", "petugas")) == "galat.satuan_terbuka"


def test_what_holds_others_or_still_has_figures_is_not_closed(folder: Path) -> None:
    simpan(folder, berkas("a.csv", [Fakta(RJ, "PKM-ANDALAS", 202606, 202606, 9)]))
    kasus = {
        "galat.satuan_pokok": [
            lambda: satuan.tutup(folder, "WIL", 202606, "petugas"),
            lambda: satuan.tutup(folder, "DINKES", 202606, "petugas"),
        ],
        "galat.satuan_beranak": [
            lambda: satuan.tutup(folder, LB, 202606, "petugas"),
            lambda: satuan.gabung(folder, LB, PG, 202607, "petugas"),
        ],
        "galat.satuan_berangka": [
            lambda: satuan.tutup(folder, "PKM-ANDALAS", 202605, "petugas"),
            lambda: satuan.gabung(folder, "PKM-ANDALAS", "PKM-RAWANG", 202606, "petugas"),
        ],
        "galat.gabung_ke": [
            lambda: satuan.gabung(folder, "PKM-ANDALAS", "PKM-ANDALAS", 202607, "petugas"),
            lambda: satuan.gabung(folder, "PKM-ANDALAS", "KEC", 202607, "petugas"),
        ],
        "galat.bulan": [
            lambda: satuan.tutup(folder, "PKM-ANDALAS", 202613, "petugas"),
            lambda: satuan.gabung(folder, "PKM-ANDALAS", "PKM-RAWANG", 2026, "petugas"),
        ],
        "galat.satuan_tak_ada": [lambda: satuan.tutup(folder, "X", 202606, "petugas")],
    }  # fmt: skip
    for kunci, daftar in kasus.items():
        for panggil in daftar:
            assert tolak(panggil) == kunci
    assert all(u.berlaku_sampai == 999912 for u in units(folder).values())


def test_a_unit_cannot_be_merged_into_one_that_has_ended(folder: Path) -> None:
    satuan.tutup(folder, "PKM-RAWANG", 202606, "petugas")
    assert tolak(lambda: satuan.gabung(folder, "PKM-ANDALAS", "PKM-RAWANG", 202607, "petugas")) == "galat.gabung_ke"


# --- units and batches ---------------------------------------------------------------------------------------------


def test_two_files_that_bring_the_same_new_unit_are_both_stored(tmp_path: Path) -> None:
    def dengan_unit(nama: str, bulan: int) -> HasilBaca:
        b = berkas(nama, [Fakta(RJ, "PKM-BARU", bulan, bulan, 5)])
        baru = Unit("PKM-BARU", "Puskesmas Baru", "puskesmas", "DINKES", "dinkes", 900)
        return HasilBaca(b.jenis, b.berkas, b.sha256, b.lembar, b.fakta, unit_baru=(baru,))

    satu = simpan(tmp_path, dengan_unit("1.csv", 202601))
    simpan(tmp_path, dengan_unit("2.csv", 202602))
    terbit.batalkan(tmp_path, satu, "petugas", PADA)
    assert nilai_mart(tmp_path, RJ, "PKM-BARU", 202602) == 5
    assert "PKM-BARU" in units(tmp_path)


def test_a_unit_that_others_point_to_stays_when_its_file_goes(folder: Path) -> None:
    b = berkas("1.csv", [Fakta(RJ, "PKM-BARU", 202601, 202601, 5)])
    baru = Unit("PKM-BARU", "Puskesmas Baru", "puskesmas", "DINKES", "dinkes", 900)
    muatan = simpan(folder, HasilBaca(b.jenis, b.berkas, b.sha256, b.lembar, b.fakta, unit_baru=(baru,)))
    satuan.gabung(folder, "PKM-ANDALAS", "PKM-BARU", 202607, "petugas")
    terbit.batalkan(folder, muatan, "petugas", PADA)
    assert "PKM-BARU" in units(folder)
