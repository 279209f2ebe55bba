"""Numbered migrations. A snapshot is never changed in place: migrating publishes a new one, the old file stays."""

from __future__ import annotations

from pathlib import Path

import duckdb

from kinerja.domain.errors import StoreError
from kinerja.store.sql_dasar import fetch_satu

_FOLDER = Path(__file__).parent / "sql" / "migrasi"


def daftar_migrasi() -> list[tuple[int, str]]:
    """(number, SQL) of every migration of this program, in order."""
    return [(int(b.name[:4]), b.read_text(encoding="utf-8")) for b in sorted(_FOLDER.glob("*.sql"))]


def versi_program() -> int:
    return daftar_migrasi()[-1][0]


def versi_berkas(koneksi: duckdb.DuckDBPyConnection) -> int:
    """Schema version of an open file; 0 for an empty one."""
    ada = fetch_satu(koneksi, "select count(*) from duckdb_tables() where table_name = 'meta'")
    if not ada or not ada[0]:
        return 0
    baris = fetch_satu(koneksi, "select nilai from meta where kunci = 'skema'")
    return int(baris[0]) if baris else 0


def periksa_versi(koneksi: duckdb.DuckDBPyConnection, jalur: Path, *, boleh_lama: bool = False) -> None:
    """Raise ``StoreError`` when the file is foreign, newer, or (unless ``boleh_lama``) older than this program."""
    versi, program = versi_berkas(koneksi), versi_program()
    if versi == 0:
        raise StoreError("galat.store_asing", berkas=jalur.name)
    if versi < program and not boleh_lama:
        raise StoreError("galat.store_lebih_lama", berkas=jalur.name)
    if versi > program:
        raise StoreError("galat.store_lebih_baru", berkas=jalur.name)


def migrasikan(koneksi: duckdb.DuckDBPyConnection) -> None:
    """Bring the file to this program's version, inside the caller's transaction. Doing it twice does nothing."""
    versi = versi_berkas(koneksi)
    for nomor, sql in daftar_migrasi():
        if nomor > versi:
            koneksi.execute(sql)
            koneksi.execute("insert or replace into meta values ('skema', ?)", [str(nomor)])
