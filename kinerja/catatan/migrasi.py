"""Numbered migrations, forward only, recorded in ``versi_catatan``. Doing them twice, or in two processes, is safe.

A new version is one module ``versi_N.py`` with a function that changes what the version before left, and one line in
``MIGRASI``; ``tabel.py`` then describes the tables as they are after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, func, insert, inspect, select

from kinerja.catatan import versi_1
from kinerja.catatan.transaksi import kunci, tulis
from kinerja.domain.errors import CatatanError

Migrasi = tuple[int, Callable[[Connection], None]]
MIGRASI: tuple[Migrasi, ...] = ((1, versi_1.pasang),)

_BUKU = MetaData()
VERSI_CATATAN = Table(
    "versi_catatan",
    _BUKU,
    Column("versi", Integer, primary_key=True, autoincrement=False),
    Column("pada", versi_1.Utc, nullable=False),
)


def versi_sekarang(koneksi: Connection) -> int:
    """The version of the tables; 0 for a database in which nothing was made yet."""
    if not inspect(koneksi).has_table(VERSI_CATATAN.name):
        return 0
    return koneksi.scalar(select(func.max(VERSI_CATATAN.c.versi))) or 0


def mutakhirkan(mesin: Engine, migrasi: Sequence[Migrasi] = MIGRASI, pada: datetime | None = None) -> int:
    """Bring the database to the newest version, all in one transaction; says which version it had before.

    Raises ``CatatanError('galat.catatan_lebih_baru')`` for a database of a newer program: it is left as it is.
    """
    with tulis(mesin) as koneksi:
        kunci(koneksi, "versi_catatan")
        lama, baru = versi_sekarang(koneksi), max(nomor for nomor, _ in migrasi)
        if lama > baru:
            raise CatatanError("galat.catatan_lebih_baru", versi=lama, program=baru)
        if lama == 0:
            _BUKU.create_all(koneksi)
        for nomor, ubah in migrasi:
            if nomor > lama:
                ubah(koneksi)
                koneksi.execute(insert(VERSI_CATATAN).values(versi=nomor, pada=pada or datetime.now(UTC)))
    return lama
