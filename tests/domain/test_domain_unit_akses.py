"""Names of units as files write them, the tree, and who may open what."""

from __future__ import annotations

import pytest

from kinerja.domain.akses import (
    HALAMAN,
    PERAN,
    Akses,
    Peran,
    boleh_halaman,
    boleh_sel_kecil,
    boleh_tulis,
    jangkauan,
    setara_angka,
    wajib,
)
from kinerja.domain.errors import AksesError, ImporError, KinerjaError, StoreError
from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.domain.unit import Unit, anak_langsung, normalkan_nama, turunan


@pytest.mark.parametrize(
    ("tulisan", "nama"),
    [
        ("Lubuk Begalung", "lubuk begalung"),
        ("  PUSKESMAS   LUBUK  BEGALUNG ", "lubuk begalung"),
        ("UPT Puskesmas Pegambiran", "pegambiran"),
        ("UPTD. Puskesmas Pegambiran", "pegambiran"),
        ("Pusk. Pegambiran", "pegambiran"),
        ("PKM Pegambiran", "pegambiran"),
        ("Pusat Kesehatan Masyarakat Pegambiran", "pegambiran"),
        ("Kelurahan Banuaran Nan XX", "banuaran nan xx"),
        ("Kel. Banuaran Nan XX", "banuaran nan xx"),
        ("3. Pegambiran", "pegambiran"),
        ("12) Puskesmas Pegambiran", "pegambiran"),
        ("7 Pegambiran", "pegambiran"),
        ("Tj. Aua-Nan  XX", "tj aua nan xx"),
        ("Parak Laweh/Pulau Aia", "parak laweh pulau aia"),
        ("", ""),
    ],
)
def test_the_same_unit_written_otherwise_has_one_name(tulisan: str, nama: str) -> None:
    assert normalkan_nama(tulisan) == nama
    assert normalkan_nama(nama) == nama


def test_different_units_keep_different_names() -> None:
    nama = ["Kampung Baru", "Kampung Jua", "Koto Baru", "Lubuk Begalung", "Lubuk Begalung Nan XX", "Pegambiran"]
    assert len({normalkan_nama(n) for n in nama}) == len(nama)


def _unit(kode: str, induk: str | None, urutan: int) -> Unit:
    return Unit(kode, f"Unit {kode}", "kelurahan", induk, "kecamatan", urutan)


def test_the_tree_keeps_official_order_and_parents_before_children() -> None:
    units = [_unit("B", "W", 5), _unit("A", "W", 2), _unit("W", None, 1), _unit("A2", "A", 4), _unit("A1", "A", 3)]
    anak = anak_langsung(units)
    assert anak == {"W": ["A", "B"], "A": ["A1", "A2"]}
    assert turunan("W", anak) == ["W", "A", "A1", "A2", "B"]
    assert turunan("A", anak) == ["A", "A1", "A2"]
    assert turunan("B", anak) == ["B"]


# pengelola, pimpinan, evaluator, kepegawaian, penyaji, pegawai
AKSES = {
    "ringkasan": "x x x x x x",
    "tren": "x x x x x x",
    "unit-vs-target": "x x x x x x",
    "satu-unit": "x x x x x x",
    "penilaian-asn": "x x x x x -",
    "umpan-balik": "- x x x - -",
    "kalibrasi": "- - - x - -",
    "kinerja-saya": "- x x - - x",
    "pelatihan": "x x x x x x",
    "kepatuhan": "x x x x x x",
    "paparan": "x x x x x -",
    "impor": "x - x x - -",
    "mutu-riwayat": "x x x x - -",
    "satuan-kerja": "x - - x - -",
    "definisi": "x x x x x x",
    "belum-ada": "- - - - - -",
}


@pytest.mark.parametrize("halaman", AKSES)
def test_who_may_open_which_page(halaman: str) -> None:
    boleh = {peran: tanda == "x" for peran, tanda in zip(PERAN, AKSES[halaman].split(), strict=True)}
    assert {peran: boleh_halaman(Akses(peran), halaman) for peran in PERAN} == boleh


def test_every_page_stands_in_the_table_and_no_role_is_left_out() -> None:
    assert HALAMAN.keys() == AKSES.keys() - {"belum-ada"}
    assert PERAN == ("pengelola", "pimpinan", "evaluator", "kepegawaian", "penyaji", "pegawai")


def test_an_unknown_role_may_nothing() -> None:
    tamu = Akses("tamu")  # type: ignore[arg-type]
    assert not any(boleh_halaman(tamu, h) for h in HALAMAN)
    assert not boleh_sel_kecil(tamu)
    assert not boleh_tulis(tamu)


def test_only_those_who_see_every_individual_see_small_cells_of_employees() -> None:
    assert [p for p in PERAN if boleh_sel_kecil(Akses(p))] == ["kepegawaian"]
    assert [p for p in PERAN if boleh_sel_kecil(Akses(p), "responden")] == ["evaluator", "kepegawaian"]


@pytest.mark.parametrize("n_arti", ["pegawai", "responden"])
@pytest.mark.parametrize("peran", PERAN)
def test_viewers_who_share_figures_may_see_the_same_small_cells(peran: Peran, n_arti: str) -> None:
    akses = Akses(peran, "KEC", "ASN-0001")
    assert boleh_sel_kecil(setara_angka(akses), n_arti) is boleh_sel_kecil(akses, n_arti)


def test_nobody_is_in_reach_of_an_unknown_role_or_of_a_role_that_was_only_chosen() -> None:
    assert jangkauan(Akses("tamu", "KEC", "ASN-0001")) == "tidak_ada"  # type: ignore[arg-type]
    assert {jangkauan(Akses(p, "KEC", "ASN-0001", dikenal=False)) for p in PERAN} == {"tidak_ada"}


def test_a_refused_function_says_so() -> None:
    with pytest.raises(AksesError, match="tak_berhak"):
        wajib(Akses("penyaji"), "lihat_kalibrasi")
    wajib(Akses("kepegawaian"), "lihat_kalibrasi")


def test_who_may_write_is_who_may_open_the_import() -> None:
    assert [p for p in PERAN if boleh_tulis(Akses(p))] == ["pengelola", "evaluator", "kepegawaian"]


@pytest.mark.parametrize(("tingkat", "diterima"), [("galat", False), ("peringatan", True), ("info", True)])
def test_one_error_refuses_the_whole_file_and_warnings_do_not(tingkat: str, diterima: bool) -> None:
    masalah = (Masalah("masalah.rusak", "info"), Masalah("masalah.rusak", tingkat))  # type: ignore[arg-type]
    assert HasilBaca("x", "x.csv", "0", ("csv",), masalah=masalah).diterima is diterima


def test_an_error_carries_its_key_and_what_fills_it() -> None:
    galat = StoreError("galat.store_rusak", berkas="a", cadangan="b")
    assert isinstance(galat, KinerjaError)
    assert (galat.kunci, galat.args_kunci) == ("galat.store_rusak", {"berkas": "a", "cadangan": "b"})
    assert ImporError((Masalah("galat.sudah_ada"),) * 3).args_kunci == {"jumlah": 3}
