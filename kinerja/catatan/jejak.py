"""Who looked at whose data. Only added to; the person sees it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Literal, get_args

from sqlalchemy import Engine, and_, insert, or_, select

from kinerja.catatan.izin import tolak, wajib_dikenal, wajib_diri
from kinerja.catatan.tabel import AKSES_LOG
from kinerja.catatan.transaksi import baca, tulis
from kinerja.domain.akses import Akses
from kinerja.domain.umpan_balik import Kunjung, periksa_teks

Tindakan = Literal["lihat", "buka_samaran", "unduh", "tulis", "ditolak"]
TINDAKAN: tuple[Tindakan, ...] = get_args(Tindakan)
"""Seen, names unmasked on purpose, taken away in a file, written about, refused."""
SEKALI_LIHAT = timedelta(minutes=5)
"""A page runs again at every click: looking again within this time is the same look."""
_BANYAK = 200


def catat_akses(
    akses: Akses,
    mesin: Engine,
    tindakan: Tindakan,
    *,
    pegawai: str = "",
    unit: str = "",
    rincian: str = "",
    pada: datetime,
) -> None:
    """Note what the viewer did with the data of a person or of a unit's people. Any role: a refusal is noted too.

    Raises ``AksesError`` for an unknown role or act, or when neither a person nor a unit is named.
    """
    wajib_dikenal(akses)
    if tindakan not in TINDAKAN or not (pegawai or unit):
        raise tolak()
    nilai = {"pelaku": akses.pegawai, "peran": akses.peran, "tindakan": tindakan, "pegawai": pegawai, "unit": unit}
    nilai["rincian"] = periksa_teks(rincian, wajib=False, batas=200)
    if tindakan == "lihat":
        with baca(mesin) as koneksi:
            sama = [AKSES_LOG.c[k] == v for k, v in nilai.items()]
            tanya = select(AKSES_LOG.c.id).where(*sama, AKSES_LOG.c.pada.between(pada - SEKALI_LIHAT, pada)).limit(1)
            if koneksi.scalar(tanya) is not None:
                return
    with tulis(mesin) as koneksi:
        koneksi.execute(insert(AKSES_LOG).values(**nilai, pada=pada))


def siapa_melihat(akses: Akses, mesin: Engine, pegawai: str, *, unit: Collection[str] = ()) -> list[Kunjung]:
    """Looks of others at one person, newest first, the latest 200. Only the person may ask.

    ``unit`` names the units the person is in: a look at all people of one of them counts. Refused attempts are not in
    it, nor what the person did.
    """
    wajib_diri(akses, "siapa_melihat", pegawai)
    a = AKSES_LOG.c
    seunit = and_(a.pegawai == "", a.unit.in_(list(unit)))
    tanya = (
        select(AKSES_LOG)
        .where(or_(a.pegawai == pegawai, seunit), a.pelaku != pegawai, a.tindakan != "ditolak")
        .order_by(a.pada.desc(), a.id.desc())
        .limit(_BANYAK)
    )
    with baca(mesin) as koneksi:
        return [
            Kunjung(b.pelaku, b.peran, b.tindakan, b.pegawai, b.unit, b.rincian, b.pada) for b in koneksi.execute(tanya)
        ]
