"""Opening snapshots: read-only and hardened for pages, writable only for a copy that nobody reads yet.

One handle serves every session of a process, but never directly: two threads on one DuckDB connection get
each other's rows. ``Pembaca.kursor()`` is the only way to it.
"""

from __future__ import annotations

import atexit
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import duckdb

from kinerja.domain.errors import StoreError
from kinerja.store import migrasi
from kinerja.store.lokasi import daftar_snapshot, jalur_aktif

_AMAN: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "python_enable_replacements": False,
}
_TERBUKA: dict[Path, Pembaca] = {}
_GEMBOK = Lock()
_SIMPAN_TERBUKA = 3
_BACA = {**_AMAN, "memory_limit": "512MB", "threads": 2}


@dataclass(frozen=True)
class Pembaca:
    """An open snapshot. ``nomor`` is part of every cache key."""

    nomor: int
    jalur: Path
    koneksi: duckdb.DuckDBPyConnection

    def kursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of one's own; use it for one query and drop it."""
        return self.koneksi.cursor()


@atexit.register
def tutup_semua() -> None:
    """Close every shared reader; DuckDB complains about handles that outlive the interpreter."""
    with _GEMBOK:
        while _TERBUKA:
            _TERBUKA.popitem()[1].koneksi.close()


def terjemahkan(galat: duckdb.Error, jalur: Path) -> StoreError:
    """The sentence for what DuckDB says when a file cannot be used."""
    pesan = str(galat)
    if "Conflicting lock" in pesan:
        return StoreError("galat.store_terkunci", berkas=jalur.name)
    if "No space left" in pesan or "File too large" in pesan:
        return StoreError("galat.store_penuh")
    if "newer version" in pesan or "version number" in pesan:
        return StoreError("galat.store_lebih_baru", berkas=jalur.name)
    return StoreError("galat.store_rusak", berkas=jalur.name, cadangan=_sebelum(jalur))


def _sebelum(jalur: Path) -> str:
    """Name of the snapshot before a damaged one, '' when there is none: it can be made active again."""
    nomor = int(jalur.stem.rpartition("-")[2]) if jalur.stem.rpartition("-")[2].isdigit() else 0
    lama = [n for n in daftar_snapshot(jalur.parent) if n < nomor]
    return f"{lama[-1]:06d}" if lama else "–"


def buka_aktif(folder: Path) -> Pembaca:
    """The shared reader of the active snapshot. Raises ``StoreError`` with its own sentence.

    Kept in this module, not in a Streamlit cache: any client can clear those. A file is opened once per process,
    since a second opening shares DuckDB's instance and may not set its options again. The reader before the
    current one stays open for queries that are still running on it.
    """
    jalur = jalur_aktif(folder)
    with _GEMBOK:
        pembaca = _TERBUKA.get(jalur)
        if pembaca is None:
            pembaca = _TERBUKA[jalur] = _buka(jalur)
            for lama in list(_TERBUKA)[:-_SIMPAN_TERBUKA]:
                _TERBUKA.pop(lama).koneksi.close()
        return pembaca


def _buka(jalur: Path) -> Pembaca:
    try:
        koneksi = duckdb.connect(str(jalur), read_only=True, config=_BACA)
        koneksi.execute("set enable_external_access = false")
        koneksi.execute("set lock_configuration = true")
    except duckdb.Error as galat:
        raise terjemahkan(galat, jalur) from galat
    try:
        migrasi.periksa_versi(koneksi, jalur)
    except duckdb.Error as galat:
        koneksi.close()
        raise terjemahkan(galat, jalur) from galat
    except StoreError:
        koneksi.close()
        raise
    return Pembaca(int(jalur.stem.rpartition("-")[2]), jalur, koneksi)


def buka_tulis(jalur: Path) -> duckdb.DuckDBPyConnection:
    """A writable connection to a copy that no reader has open; external access stays off."""
    try:
        koneksi = duckdb.connect(str(jalur), config={**_AMAN, "memory_limit": "500MB", "threads": 2})
        koneksi.execute("set enable_external_access = false")
    except duckdb.Error as galat:
        raise terjemahkan(galat, jalur) from galat
    return koneksi
