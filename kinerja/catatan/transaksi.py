"""Transactions in which a failure of the database becomes a sentence, without a trace and without a password."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, exc, func, select

from kinerja.domain.errors import CatatanError

_log = logging.getLogger("kinerja.catatan")
_TERKUNCI = ("55P03", "57014", "40P01", "40001")
"""PostgreSQL: lock not available, cancelled by time-out, deadlock, serialisation."""
_RUSAK = ("not a database", "malformed", "file is encrypted")
_PENUH = "53100"


@contextmanager
def baca(mesin: Engine) -> Iterator[Connection]:
    """A connection for reading, given back at the end. Raises ``CatatanError``."""
    with _terjemah(), mesin.connect() as koneksi:
        yield koneksi


@contextmanager
def tulis(mesin: Engine) -> Iterator[Connection]:
    """A transaction for writing: kept whole at the end, or not at all. Raises ``CatatanError``.

    On SQLite the write lock is taken at the very start, so that what was read inside still holds when it is written.
    """
    with _terjemah(), mesin.connect() as koneksi, koneksi.execution_options(menulis=True).begin():
        yield koneksi


def kunci(koneksi: Connection, *bagian: str) -> None:
    """Let one transaction at a time past this point for the same words. On SQLite there is only one writer anyway."""
    if koneksi.dialect.name == "postgresql":
        nomor = zlib.crc32("\n".join(bagian).encode())
        koneksi.execute(select(func.pg_advisory_xact_lock(nomor)))


def sebab(galat: exc.SQLAlchemyError) -> str:
    """The key of the sentence that fits a failure."""
    asal = getattr(galat, "orig", None)
    keadaan, pesan = getattr(asal, "sqlstate", None), str(asal or "").lower()
    if isinstance(galat, exc.TimeoutError) or keadaan in _TERKUNCI or "is locked" in pesan:
        return "galat.catatan_terkunci"
    if any(kata in pesan for kata in _RUSAK):
        return "galat.catatan_rusak"
    if keadaan == _PENUH or "disk is full" in pesan:
        return "galat.catatan_penuh"
    if isinstance(galat, exc.OperationalError | exc.InterfaceError):
        return "galat.catatan_tak_terjangkau"
    return "galat.catatan_gagal"


@contextmanager
def _terjemah() -> Iterator[None]:
    try:
        yield
    except exc.SQLAlchemyError as galat:
        kunci_galat = sebab(galat)
        asal = getattr(galat, "orig", None)
        _log.error("%s: %s %s", kunci_galat, type(galat).__name__, getattr(asal, "sqlstate", None) or "")
        raise CatatanError(kunci_galat) from None
