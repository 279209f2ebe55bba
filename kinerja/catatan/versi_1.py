"""Version 1 of the tables. Never edited once released: a change is a new version in ``migrasi.py``.

Months are integers YYYYMM, people are internal codes, times are UTC. Nothing here refers to a snapshot: feedback
outlives the import it speaks of.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    event,
)

METADATA = MetaData()
_KODE, _PERAN, _UNIT = 64, 32, 64


class Utc(TypeDecorator[datetime]):
    """An aware time, kept as UTC. SQLite knows no time zones: there the zone is taken off and put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be kept")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True, autoincrement=True)


UMPAN_BALIK = Table(
    "umpan_balik",
    METADATA,
    _id(),
    Column("pegawai", String(_KODE), nullable=False),
    Column("unit", String(_UNIT), nullable=False),
    Column("penilai", String(_KODE), nullable=False),
    Column("dari", Integer, nullable=False),
    Column("sampai", Integer, nullable=False),
    Column("fakta", Text, nullable=False),
    Column("indikator", Text, nullable=False),
    Column("perilaku", String(32), nullable=False),
    Column("saran", Text, nullable=False),
    Column("langkah", Text, nullable=False),
    Column("tanggal_langkah", Date),
    Column("oleh", String(_KODE), nullable=False),
    Column("dibuat", Utc, nullable=False),
    Column("dibaca", Utc),
    Column("contoh", Boolean, nullable=False),
    Index("umpan_balik_pegawai", "pegawai", "dari", "sampai"),
)
TANGGAPAN = Table(
    "tanggapan",
    METADATA,
    _id(),
    Column("umpan_balik", ForeignKey("umpan_balik.id"), nullable=False, index=True),
    Column("jenis", String(16), nullable=False),
    Column("isi", Text, nullable=False),
    Column("oleh", String(_KODE), nullable=False),
    Column("pada", Utc, nullable=False),
)
ALASAN_ANTREAN = Table(
    "alasan_antrean",
    METADATA,
    _id(),
    Column("pegawai", String(_KODE), nullable=False),
    Column("dari", Integer, nullable=False),
    Column("sampai", Integer, nullable=False),
    Column("jenis", String(_KODE), nullable=False),
    Column("alasan", Text, nullable=False),
    Column("oleh", String(_KODE), nullable=False),
    Column("pada", Utc, nullable=False),
    Index("alasan_antrean_masa", "dari", "sampai", "pegawai"),
)
AKSES_LOG = Table(
    "akses_log",
    METADATA,
    _id(),
    Column("pelaku", String(_KODE), nullable=False),
    Column("peran", String(_PERAN), nullable=False),
    Column("tindakan", String(32), nullable=False),
    Column("pegawai", String(_KODE), nullable=False),
    Column("unit", String(_UNIT), nullable=False),
    Column("rincian", String(200), nullable=False),
    Column("pada", Utc, nullable=False),
    Index("akses_log_pegawai", "pegawai", "pada"),
    Index("akses_log_unit", "unit", "pada"),
)
NAMA_PEGAWAI = Table(
    "nama_pegawai",
    METADATA,
    Column("pegawai", String(_KODE), primary_key=True),
    Column("muatan", Integer, primary_key=True, autoincrement=False),
    Column("nama", String(200), nullable=False),
    Column("nip_akhir", String(4), nullable=False),
)
SETELAN = Table(
    "setelan",
    METADATA,
    _id(),
    Column("kunci", String(_KODE), nullable=False, index=True),
    Column("nilai", Text, nullable=False),
    Column("oleh", String(_KODE), nullable=False),
    Column("pada", Utc, nullable=False),
)

HANYA_TAMBAH = (ALASAN_ANTREAN, AKSES_LOG, SETELAN)
"""Rows of these are never changed or taken away; the database itself refuses it."""
_SQLITE = """create trigger {tabel}_{kata} before {kata} on {tabel}
begin select raise(abort, 'append only'); end"""
_POSTGRES_FUNGSI = """create or replace function catatan_hanya_tambah() returns trigger language plpgsql as
$$ begin raise exception 'append only'; end $$"""
_POSTGRES = """create trigger {tabel}_hanya_tambah before update or delete or truncate on {tabel}
for each statement execute function catatan_hanya_tambah()"""


def _ddl(teks: str) -> DDL:
    return DDL(teks)  # type: ignore[no-untyped-call]


def _pasang_penjaga() -> None:
    event.listen(METADATA, "before_create", _ddl(_POSTGRES_FUNGSI).execute_if(dialect="postgresql"))
    for tabel in HANYA_TAMBAH:
        for kata in ("update", "delete"):
            sqlite = _ddl(_SQLITE.format(tabel=tabel.name, kata=kata))
            event.listen(tabel, "after_create", sqlite.execute_if(dialect="sqlite"))
        postgres = _ddl(_POSTGRES.format(tabel=tabel.name))
        event.listen(tabel, "after_create", postgres.execute_if(dialect="postgresql"))


_pasang_penjaga()


def pasang(koneksi: Connection) -> None:
    """Make every table of version 1, inside the caller's transaction."""
    METADATA.create_all(koneksi, checkfirst=False)
