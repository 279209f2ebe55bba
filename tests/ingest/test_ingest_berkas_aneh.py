"""Odd and hostile files: each has one expected outcome, none of them raises, and all are read by one process."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from bahan_aneh import Kasus, Terima, Tolak, baca_kasus, hasil_sebagai, rujukan
from bahan_aneh_semua import MASA, SEMUA
from buat_aneh import KEPALA, tulis

from kinerja.domain.fakta import BarisTabel, HasilBaca
from kinerja.i18n import BAHASA, teks
from kinerja.indikator import terbit
from kinerja.ingest.tolak import BerkasDitolakError
from kinerja.ingest.wadah_zip import periksa_bongkaran
from kinerja.store.koneksi import buka_aktif

JENIS = ("csv", "xlsx", "xls", "ods", "txt")


@pytest.fixture(scope="module")
def terbaca(tmp_path_factory: pytest.TempPathFactory) -> dict[str, HasilBaca]:
    """What every file gives, read one after the other in this process, against the units a new store begins with."""
    folder = tmp_path_factory.mktemp("aneh")
    unit, alias = terbit.rujukan_unit(folder / "toko")
    acuan = rujukan(tuple(unit), alias)
    return {kasus.nama: baca_kasus(kasus, MASA[kasus.nama], folder, acuan) for kasus in SEMUA}


@pytest.mark.parametrize("kasus", SEMUA, ids=lambda k: k.nama)
def test_every_odd_file_has_the_outcome_expected_of_it(kasus: Kasus, terbaca: dict[str, HasilBaca]) -> None:
    hasil = terbaca[kasus.nama]
    assert hasil_sebagai(hasil, kasus.harap) == kasus.harap, hasil.masalah
    assert hasil.diterima == isinstance(kasus.harap, Terima)
    assert hasil.berkas == kasus.nama and len(hasil.sha256) == 64
    for masalah in hasil.masalah:
        for bahasa in BAHASA:
            assert teks(bahasa, masalah.alasan, **masalah.args)


def test_a_file_that_was_not_recognised_gives_nothing(terbaca: dict[str, HasilBaca]) -> None:
    kosong = [h for h in terbaca.values() if not h.jenis]
    assert len(kosong) > 100
    assert all(not (h.fakta or h.target or h.tabel or h.unit_baru or h.pratinjau) for h in kosong)


def _gabung(semua: list[HasilBaca]) -> HasilBaca:
    """One reading that holds what several hold."""
    tabel: dict[str, tuple[BarisTabel, ...]] = {}
    for hasil in semua:
        tabel |= {nama: (*tabel.get(nama, ()), *isi) for nama, isi in hasil.tabel.items()}
    fakta = tuple(f for h in semua for f in h.fakta)
    return replace(semua[0], fakta=fakta, target=tuple(t for h in semua for t in h.target), tabel=tabel)


def test_what_was_accepted_is_in_the_store_with_the_sums_of_every_file(
    terbaca: dict[str, HasilBaca], tmp_path: Path
) -> None:
    harap: dict[int, Terima] = {}
    diterima = [(k, k.harap) for k in SEMUA if isinstance(k.harap, Terima) and k.simpan]
    for jenis in JENIS:
        kasus = [(k, h) for k, h in diterima if k.nama.endswith(f".{jenis}")]
        terbit.simpan(tmp_path, _gabung([terbaca[k.nama] for k, _ in kasus]), "penguji")
        harap |= {_masa(k): replace(h, catatan=()) for k, h in kasus}
    isi = (
        buka_aktif(tmp_path)
        .kursor()
        .execute(
            """
        select dari, count(p), coalesce(sum(p), 0), coalesce(sum(q), 0), coalesce(sum(t), 0), coalesce(sum(n), 0) from (
            select dari, pembilang as p, penyebut as q, null as t, null as n from fakta
            union all select dari, null, null, nilai_e4, null from target
            union all select dari, null, null, null, jumlah from kunjungan
        ) group by dari
        """
        )
    )
    assert {dari: Terima(*map(int, jumlah)) for dari, *jumlah in isi.fetchall()} == harap


def _masa(kasus: Kasus) -> int:
    masa = MASA[kasus.nama]
    return int(masa.tahun) * 100 + 1 if kasus.tahunan else int(masa.bulan.replace("-", ""))


def test_files_are_many_and_their_names_unique() -> None:
    nama = [k.nama for k in SEMUA]
    assert len(nama) == len(set(nama)) > 300
    alasan = {k.harap.alasan for k in SEMUA if isinstance(k.harap, Tolak)}
    assert len(alasan) > 50


def test_the_generator_writes_every_file_and_what_is_expected_of_it(tmp_path: Path) -> None:
    assert tulis(tmp_path / "a") == len(SEMUA)
    with (tmp_path / "a" / "HARAPAN.csv").open(encoding="utf-8", newline="") as berkas:
        harap = list(csv.DictReader(berkas, delimiter=";"))
    assert tuple(harap[0]) == KEPALA and [b["berkas"] for b in harap] == [k.nama for k in SEMUA]
    for nama in ("jauh.xlsx", "ulang_teks.ods", "persen.xls", "cr.csv"):
        kasus = next(k for k in SEMUA if k.nama == nama)
        assert len((tmp_path / "a" / nama).read_bytes()) == len(kasus.buat(MASA[nama]))


def test_a_sparse_bomb_of_two_kilobytes_is_refused_in_well_under_two_seconds(tmp_path: Path) -> None:
    kasus = next(k for k in SEMUA if k.nama == "jauh.xlsx")
    assert len(kasus.buat(MASA[kasus.nama])) < 2_000
    mulai = time.perf_counter()
    baca_kasus(kasus, MASA[kasus.nama], tmp_path, rujukan())
    assert time.perf_counter() - mulai < 2.0


def test_zip_entries_are_never_written_to_disk(
    terbaca: dict[str, HasilBaca], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert terbaca["keluar_folder.xlsx"].diterima
    assert not list(tmp_path_factory.getbasetemp().parent.glob("**/jahat.txt"))


def test_unpacked_bytes_are_counted_even_when_the_directory_was_not(tmp_path: Path) -> None:
    kasus = next(k for k in SEMUA if k.nama == "bom.xlsx")
    isi = io.BytesIO(kasus.buat(MASA[kasus.nama]))
    with zipfile.ZipFile(isi) as arsip, pytest.raises(BerkasDitolakError) as galat:
        periksa_bongkaran(arsip)
    assert galat.value.kunci == "masalah.zip_mengembang"
