"""Names of employees on the import page: only for who keeps the list, in the notes, and gone with their batch."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja.catatan import mesin, nama
from kinerja.domain.akses import PERAN, Akses
from kinerja.domain.errors import AksesError
from kinerja.domain.fakta import HasilBaca
from kinerja.domain.umpan_balik import Nama
from kinerja.indikator import nama_pegawai, terbit
from kinerja.store.koneksi import buka_aktif

KEPEGAWAIAN = Akses("kepegawaian")


def daftar(kode: str = "P-1", berkas: str = "a.csv") -> HasilBaca:
    """A list of one employee as the reader delivers it."""
    baris = (kode, "KEC", "Camat", "PNS", "", 190001, 999912)
    return HasilBaca(
        "pegawai", berkas, berkas, ("csv",), tabel={"pegawai": (baris,)}, nama={kode: Nama("Upik", "1001")}
    )


@pytest.mark.parametrize("peran", PERAN)
def test_only_kepegawaian_stores_a_list_of_employees(peran: str) -> None:
    akses = Akses(peran)  # type: ignore[arg-type]
    nama_pegawai.wajib_pegawai(akses, HasilBaca("templat", "a.csv", "a", ()))
    if peran == "kepegawaian":
        nama_pegawai.wajib_pegawai(akses, daftar())
    else:
        with pytest.raises(AksesError):
            nama_pegawai.wajib_pegawai(akses, daftar())


def test_names_come_and_go_with_their_batch(tmp_path: Path) -> None:
    hasil = daftar()
    nomor = terbit.simpan(tmp_path, hasil, "penguji")
    nama_pegawai.simpan_nama(KEPEGAWAIAN, tmp_path, hasil, nomor, "penguji", "")
    assert nama.fetch_nama(KEPEGAWAIAN, mesin.buka(tmp_path), ["P-1"]) == {"P-1": Nama("Upik", "1001")}
    nama_pegawai.batalkan(tmp_path, nomor, "penguji")
    assert nama.fetch_nama(KEPEGAWAIAN, mesin.buka(tmp_path), ["P-1"]) == {}
    assert buka_aktif(tmp_path).kursor().execute("select count(*) from pegawai").fetchall() == [(0,)]


def test_a_batch_whose_names_are_refused_is_not_there_either(tmp_path: Path) -> None:
    hasil = daftar()
    nomor = terbit.simpan(tmp_path, hasil, "penguji")
    with pytest.raises(AksesError):
        nama_pegawai.simpan_nama(Akses("penyaji"), tmp_path, hasil, nomor, "penguji", "")
    assert buka_aktif(tmp_path).kursor().execute("select count(*) from pegawai").fetchall() == [(0,)]


def test_other_batches_leave_the_notes_alone(tmp_path: Path) -> None:
    baris = ("KEC", 202601, 202603, "baik")
    hasil = HasilBaca("organisasi", "o.csv", "o", ("csv",), tabel={"predikat_organisasi": (baris,)})
    nomor = terbit.simpan(tmp_path, hasil, "penguji")
    nama_pegawai.simpan_nama(Akses("pengelola"), tmp_path, hasil, nomor, "penguji", "")
    nama_pegawai.batalkan(tmp_path, nomor, "penguji")
    assert not (tmp_path / mesin.BERKAS).exists()
