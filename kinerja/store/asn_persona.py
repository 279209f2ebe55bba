"""Whom one may try out while only sample data are there: employees by code, place and jabatan, without names."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.domain.errors import AksesError
from kinerja.store import queries
from kinerja.store.asn_dasar import Kursor, bulan_kini


@dataclass(frozen=True)
class Persona:
    """One employee of the sample; ``penilai``: rates others."""

    pegawai: str
    unit: str
    jabatan: str
    penilai: bool


def fetch_persona(kursor: Kursor) -> list[Persona]:
    """Everybody in service in the last month of the sample, in the order of the units.

    Raises ``AksesError`` where the store holds real data: there nobody is whom they choose to be.
    """
    if queries.fetch_meta(kursor).get("asal") != "contoh":
        raise AksesError("galat.tak_berhak")
    baris = kursor.execute(
        """select p.pegawai, p.unit, p.jabatan, p.pegawai in (select penilai from pegawai where digantikan = 0)
        from pegawai p inner join unit u on u.kode = p.unit
        where p.digantikan = 0 and $bulan between p.berlaku_dari and p.berlaku_sampai
        order by u.urutan, p.pegawai""",
        {"bulan": bulan_kini(kursor)},
    ).fetchall()
    return [Persona(*b) for b in baris]
