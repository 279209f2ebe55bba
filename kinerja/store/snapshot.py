"""Publishing: copy the active snapshot, change the copy in one transaction, verify, then flip the pointer.

A crash, a full disk or a failed check before the flip leaves the old snapshot serving. Readers keep theirs
until their next click. Undo is a new snapshot without the batch.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from kinerja.domain.errors import StoreError
from kinerja.store import migrasi
from kinerja.store.koneksi import buka_tulis, terjemahkan
from kinerja.store.lokasi import daftar_snapshot, jalur_aktif, nama_snapshot, nomor_aktif, pasang_penunjuk

SIMPAN = 10
_RUANG_MINIMUM = 50 * 1024 * 1024

Ubah = Callable[[duckdb.DuckDBPyConnection], None]


@contextmanager
def _satu_penulis(folder: Path) -> Iterator[None]:
    """Only one import at a time over all processes; the lock dies with its process."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "impor.kunci").open("w") as kunci:
        try:
            fcntl.flock(kunci, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreError("galat.impor_lain") from None
        yield


def _periksa_ruang(folder: Path, ukuran: int) -> None:
    perlu = max(_RUANG_MINIMUM, 3 * ukuran)
    if shutil.disk_usage(folder).free < perlu:
        raise StoreError("galat.store_penuh")


def publish(folder: Path, ubah: Ubah, verifikasi: Ubah, *, dari_kosong: bool = False) -> int:
    """Number of the new active snapshot after ``ubah`` ran on a copy of the active one.

    ``verifikasi`` runs after the checkpoint on the finished copy and raises to refuse it.
    ``dari_kosong`` starts from an empty file (first start, or sample data giving way to real data).
    """
    with _satu_penulis(folder):
        dasar = None if dari_kosong else jalur_aktif(folder)
        _periksa_ruang(folder, dasar.stat().st_size if dasar else 0)
        ada = daftar_snapshot(folder)
        nomor = max([*ada, nomor_aktif(folder) or 0] if ada else [0]) + 1
        calon = folder / f"calon-{nomor:06d}.duckdb"
        try:
            _tulis(calon, dasar, ubah, verifikasi)
            calon.replace(folder / nama_snapshot(nomor))
        except OSError as galat:
            raise StoreError("galat.store_penuh" if galat.errno in (27, 28) else "galat.store_tulis") from galat
        finally:
            for sisa in (calon, calon.with_suffix(".duckdb.wal")):
                sisa.unlink(missing_ok=True)
        pasang_penunjuk(folder, nomor)
        _pangkas(folder, nomor)
        return nomor


def _tulis(calon: Path, dasar: Path | None, ubah: Ubah, verifikasi: Ubah) -> None:
    calon.unlink(missing_ok=True)
    if dasar is not None:
        shutil.copyfile(dasar, calon)
    koneksi = buka_tulis(calon)
    try:
        if dasar is not None:
            migrasi.periksa_versi(koneksi, dasar, boleh_lama=True)
        koneksi.execute("begin")
        migrasi.migrasikan(koneksi)
        ubah(koneksi)
        koneksi.execute("commit")
        koneksi.execute("checkpoint")
        verifikasi(koneksi)
    except (duckdb.IOException, duckdb.FatalException) as galat:
        raise terjemahkan(galat, calon) from galat
    except duckdb.Error as galat:
        raise StoreError("galat.store_tulis") from galat
    finally:
        with suppress(duckdb.Error):
            koneksi.close()
    calon.chmod(0o600)
    with calon.open("rb") as berkas:
        os.fsync(berkas.fileno())


def _pangkas(folder: Path, aktif: int) -> None:
    """Keep the last ``SIMPAN`` snapshots. A file that a reader has open lives on until it is closed."""
    for nomor in daftar_snapshot(folder)[:-SIMPAN]:
        if nomor != aktif:
            (folder / nama_snapshot(nomor)).unlink(missing_ok=True)
