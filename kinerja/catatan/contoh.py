"""Synthetic feedback beside the sample data: marked as such in the database, taken away when real data come."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Connection, Engine, delete, func, select

from kinerja.catatan.tabel import TANGGAPAN, UMPAN_BALIK
from kinerja.catatan.tanggapan import simpan_tanggapan
from kinerja.catatan.transaksi import kunci, tulis
from kinerja.catatan.umpan_balik import sisip
from kinerja.domain.umpan_balik import IsiUmpanBalik

BENIH, BANYAK = 20261031, 40


@dataclass(frozen=True)
class Calon:
    """Feedback that may be sown: ``isi`` as its evaluator would write it, ``ditulis`` the day it is written.

    ``jawaban``, ``keberatan`` and ``balasan`` are what would be said to it; sown for some only.
    """

    isi: IsiUmpanBalik
    penilai: str
    ditulis: date
    jawaban: str
    keberatan: str
    balasan: str


def isi_contoh(mesin: Engine, calon: Sequence[Calon], *, benih: int = BENIH, banyak: int = BANYAK) -> int:
    """How many were sown: at most ``banyak``, none when there is any feedback already. The same for the same seed.

    Of every five about one is not read, two are read, two answered; exactly one has an objection with its reply. Asks
    nobody's leave: call it only for a snapshot that is the sample.
    """
    acak = random.Random(benih)  # noqa: S311 – sample data, not a secret
    urut = sorted(calon, key=lambda c: (c.isi.pegawai, c.isi.dari, c.penilai))
    pilih = sorted(acak.sample(urut, min(banyak, len(urut))), key=lambda c: (c.ditulis, c.isi.pegawai))
    with tulis(mesin) as koneksi:
        kunci(koneksi, "contoh")
        if koneksi.scalar(select(func.count()).select_from(UMPAN_BALIK)):
            return 0
        for urutan, satu in enumerate(pilih):
            _tanam(koneksi, acak, satu, urutan, keberatan=urutan == len(pilih) // 2)
    return len(pilih)


def hapus_contoh(mesin: Engine) -> int:
    """How many synthetic feedbacks were taken away, with their answers; what people wrote stays."""
    u = UMPAN_BALIK.c
    with tulis(mesin) as koneksi:
        nomor = select(u.id).where(u.contoh)
        koneksi.execute(delete(TANGGAPAN).where(TANGGAPAN.c.umpan_balik.in_(nomor)))
        return koneksi.execute(delete(UMPAN_BALIK).where(u.contoh)).rowcount


def _tanam(koneksi: Connection, acak: random.Random, c: Calon, urutan: int, *, keberatan: bool) -> None:
    pada = _jam_kantor(acak, c.ditulis)
    baca = pada + timedelta(days=acak.randint(0, 3), hours=1)
    dibaca = baca if keberatan or urutan % 5 else None
    nomor = sisip(koneksi, c.isi, penilai=c.penilai, dibuat=pada, dibaca=dibaca, contoh=True)
    if keberatan:
        simpan_tanggapan(koneksi, nomor, "keberatan", c.keberatan, c.isi.pegawai, baca + timedelta(hours=2))
        simpan_tanggapan(koneksi, nomor, "balasan", c.balasan, c.penilai, baca + timedelta(days=2))
    elif urutan % 5 in (1, 3):
        simpan_tanggapan(koneksi, nomor, "jawaban", c.jawaban, c.isi.pegawai, baca + timedelta(hours=1))


def _jam_kantor(acak: random.Random, hari: date) -> datetime:
    """Between 08.00 and 15.00 in Padang."""
    return datetime.combine(hari, time(1), tzinfo=UTC) + timedelta(minutes=acak.randint(0, 7 * 60 - 1))
