"""Names of employees, kept apart from the snapshots: code → name and the last four digits of the NIP."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from sqlalchemy import Engine, and_, delete, func, insert, select

from kinerja.catatan.tabel import NAMA_PEGAWAI
from kinerja.catatan.transaksi import baca, kunci, tulis
from kinerja.domain.akses import Akses, wajib
from kinerja.domain.errors import KinerjaError
from kinerja.domain.umpan_balik import Nama, periksa_teks

T = TypeVar("T")
_SEKALI = 500
_NIP_AKHIR = re.compile(r"\d{0,4}")


def simpan_nama(akses: Akses, mesin: Engine, nama: Mapping[str, Nama], *, muatan: int) -> int:
    """How many names of this batch are kept now; a name the batch brought before is written anew.

    Raises ``KinerjaError`` for a blank name, one that holds a number of a person, or more than four digits of a NIP.
    """
    wajib(akses, "impor_pegawai")
    baris = [_baris(kode, isi, muatan) for kode, isi in nama.items()]
    n = NAMA_PEGAWAI.c
    with tulis(mesin) as koneksi:
        kunci(koneksi, "nama_pegawai")
        for bagian in _potong(baris):
            lama = and_(n.muatan == muatan, n.pegawai.in_([b["pegawai"] for b in bagian]))
            koneksi.execute(delete(NAMA_PEGAWAI).where(lama))
            koneksi.execute(insert(NAMA_PEGAWAI), list(bagian))
    return len(baris)


def hapus_nama(akses: Akses, mesin: Engine, *, muatan: int) -> int:
    """How many names went with the batch that brought them; those of other batches stay and count again."""
    wajib(akses, "impor_pegawai")
    with tulis(mesin) as koneksi:
        return koneksi.execute(delete(NAMA_PEGAWAI).where(NAMA_PEGAWAI.c.muatan == muatan)).rowcount


def fetch_nama(akses: Akses, mesin: Engine, terlihat: Collection[str]) -> dict[str, Nama]:
    """Code → name as the newest batch has it, for those of ``terlihat`` that have one.

    ``terlihat`` are the persons whose names this viewer may see; the caller knows them, nobody else's are read.
    """
    wajib(akses, "lihat_nama")
    n = NAMA_PEGAWAI.c
    hasil: dict[str, Nama] = {}
    with baca(mesin) as koneksi:
        for bagian in _potong(sorted(terlihat)):
            terbaru = (
                select(n.pegawai, func.max(n.muatan).label("muatan"))
                .where(n.pegawai.in_(bagian))
                .group_by(n.pegawai)
                .subquery()
            )
            sama = and_(n.pegawai == terbaru.c.pegawai, n.muatan == terbaru.c.muatan)
            for b in koneksi.execute(select(n.pegawai, n.nama, n.nip_akhir).join(terbaru, sama)):
                hasil[b.pegawai] = Nama(b.nama, b.nip_akhir)
    return hasil


def _baris(kode: str, isi: Nama, muatan: int) -> dict[str, str | int]:
    if not kode or not _NIP_AKHIR.fullmatch(isi.nip_akhir):
        raise KinerjaError("galat.nama_isi")
    nama = " ".join(periksa_teks(isi.nama, batas=200).split())
    return {"pegawai": kode, "muatan": muatan, "nama": nama, "nip_akhir": isi.nip_akhir}


def _potong(isi: Iterable[T]) -> Iterator[list[T]]:
    daftar = list(isi)
    for awal in range(0, len(daftar), _SEKALI):
        yield daftar[awal : awal + _SEKALI]
