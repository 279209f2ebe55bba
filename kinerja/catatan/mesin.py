"""The database of what people write: where it is, and one engine for it in each process."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc, make_url
from sqlalchemy.pool import ConnectionPoolEntry

from kinerja.catatan.migrasi import mutakhirkan
from kinerja.domain.errors import CatatanError

Mesin = Engine
"""What every function of this package takes after the viewer."""
BERKAS = "catatan.sqlite"
VARIABEL = "KINERJA_CATATAN"
TUNGGU = 5.0
"""Seconds to wait for a connection or a lock before saying that the database is busy."""
_mesin: dict[tuple[int, str], Engine] = {}
_gembok = threading.Lock()


def alamat(folder: Path) -> URL:
    """``KINERJA_CATATAN``, or the SQLite file in the data folder.

    Raises ``CatatanError('galat.catatan_alamat')`` for something else than the address of a lasting database.
    """
    teks = os.environ.get(VARIABEL, "").strip()
    if not teks:
        return URL.create("sqlite", database=str((folder / BERKAS).resolve()))
    try:
        url = make_url(teks)
    except (exc.ArgumentError, ValueError):
        raise CatatanError("galat.catatan_alamat", variabel=VARIABEL) from None
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and ((url.database or ":memory:") == ":memory:" or "uri" in url.query):
        raise CatatanError("galat.catatan_alamat", variabel=VARIABEL)
    return url


def buka(folder: Path) -> Mesin:
    """The engine of this process for the database, its tables brought to the newest version.

    Raises ``CatatanError``: unreachable, busy, damaged, or made by a newer program. A failure is not remembered: the
    next call tries again.
    """
    url = alamat(folder)
    tanda = (os.getpid(), url.render_as_string(hide_password=False))
    with _gembok:
        if tanda not in _mesin:
            mesin = _buat(url)
            try:
                mutakhirkan(mesin)
            except BaseException:
                mesin.dispose()
                raise
            _mesin[tanda] = mesin
        return _mesin[tanda]


def tutup() -> None:
    """Close every connection of this process; the next ``buka`` starts anew."""
    with _gembok:
        for (pid, _), mesin in _mesin.items():
            mesin.dispose(close=pid == os.getpid())
        _mesin.clear()


def _buat(url: URL) -> Engine:
    jenis = url.get_backend_name()
    if jenis == "sqlite":
        _siapkan_berkas(Path(url.database or ""))
    try:
        mesin = create_engine(
            url,
            pool_size=5,
            max_overflow=10,
            pool_timeout=TUNGGU,
            pool_recycle=1800,
            pool_pre_ping=jenis != "sqlite",
            hide_parameters=True,
            connect_args=_argumen(url),
        )
    except (exc.ArgumentError, ImportError):
        raise CatatanError("galat.catatan_alamat", variabel=VARIABEL) from None
    if jenis == "sqlite":
        event.listen(mesin, "connect", _atur_sqlite)
        event.listen(mesin, "begin", _mulai_sqlite)
    return mesin


def _argumen(url: URL) -> dict[str, object]:
    """What the driver is told. A server gets limits, so that a page never waits for ever."""
    if url.get_backend_name() == "sqlite":
        return {"timeout": TUNGGU}
    if url.drivername == "postgresql+psycopg":
        ms = int(TUNGGU * 1000)
        batas = f"-c lock_timeout={ms} -c statement_timeout={ms * 3} -c timezone=UTC"
        return {"connect_timeout": int(TUNGGU), "options": f"{batas} {url.query.get('options', '')}"}
    return {}


def _siapkan_berkas(berkas: Path) -> None:
    """An SQLite file only its owner may read; its companions take its mode over."""
    try:
        berkas.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(berkas, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError:
        raise CatatanError("galat.catatan_tak_terjangkau") from None


def _atur_sqlite(koneksi: sqlite3.Connection, _catatan: ConnectionPoolEntry) -> None:
    """Transactions are begun by us, not by the driver: it would begin them too late, at the first change."""
    koneksi.isolation_level = None
    koneksi.execute("pragma foreign_keys = on")
    if koneksi.execute("pragma journal_mode").fetchone() != ("wal",):
        try:
            koneksi.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as galat:
            if "locked" not in str(galat):  # somebody else is switching it on at this moment: it is the file's own
                raise


def _mulai_sqlite(koneksi: Connection) -> None:
    menulis = koneksi.get_execution_options().get("menulis", False)
    koneksi.exec_driver_sql("begin immediate" if menulis else "begin")
