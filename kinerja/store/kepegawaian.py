"""Where the employees of a file serve, for judging the file. Codes only; pages read through ``store.asn``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import duckdb


class Tugas(NamedTuple):
    """One span of service of a person: unit, who rates ('' not said), first and last month."""

    unit: str
    penilai: str
    dari: int
    sampai: int


def fetch_tugas(koneksi: duckdb.DuckDBPyConnection, pegawai: Iterable[str]) -> dict[str, list[Tugas]]:
    """Code → spans of service that count, oldest first; people that no list names are absent."""
    orang = sorted(set(pegawai))
    if not orang:
        return {}
    baris = koneksi.execute(
        """select p.pegawai, p.unit, p.penilai, p.berlaku_dari, p.berlaku_sampai
        from pegawai p inner join (select unnest($orang) as kode) o on o.kode = p.pegawai
        where p.digantikan = 0 order by p.pegawai, p.berlaku_dari, p.unit""",
        {"orang": orang},
    ).fetchall()
    return _per_orang(baris)


def fetch_semua(koneksi: duckdb.DuckDBPyConnection) -> dict[str, list[Tugas]]:
    """The same for everybody on the list; {} where none is stored."""
    baris = koneksi.execute(
        """select p.pegawai, p.unit, p.penilai, p.berlaku_dari, p.berlaku_sampai
        from pegawai p where p.digantikan = 0 order by p.pegawai, p.berlaku_dari, p.unit"""
    ).fetchall()
    return _per_orang(baris)


def _per_orang(baris: Iterable[Sequence[Any]]) -> dict[str, list[Tugas]]:
    hasil: dict[str, list[Tugas]] = {}
    for kode, *isi in baris:
        hasil.setdefault(kode, []).append(Tugas(*isi))
    return hasil
