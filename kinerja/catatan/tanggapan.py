"""Answers of the person, their one objection, and replies of those who rate."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from kinerja.catatan.izin import tampak, tolak, wajib_diri, wajib_orang_lain
from kinerja.catatan.tabel import TANGGAPAN, UMPAN_BALIK
from kinerja.catatan.transaksi import tulis
from kinerja.domain.akses import Akses, wajib
from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import WIB
from kinerja.domain.umpan_balik import JenisTanggapan, Tanggapan, periksa_teks

_SEMENIT = timedelta(minutes=1)


def jawab(akses: Akses, mesin: Engine, umpan_balik: int, isi: str, *, pada: datetime) -> int:
    """Number of the person's answer. Only the person may; answering also marks the feedback as read."""
    wajib(akses, "jawab_umpan_balik")
    with tulis(mesin) as koneksi:
        baris = baris_dikunci(koneksi, umpan_balik)
        wajib_diri(akses, "jawab_umpan_balik", baris.pegawai)
        _baca_bila_belum(koneksi, baris, pada)
        return simpan_tanggapan(koneksi, umpan_balik, "jawaban", periksa_teks(isi), akses.pegawai, pada)


def ajukan_keberatan(akses: Akses, mesin: Engine, umpan_balik: int, isi: str, *, batas: date, pada: datetime) -> int:
    """Number of the objection. Only the person may, once, up to and with the day ``batas`` in Padang.

    Raises ``KinerjaError``: ``galat.keberatan_lewat`` after the deadline, ``galat.keberatan_sudah`` a second time.
    """
    wajib(akses, "ajukan_keberatan")
    with tulis(mesin) as koneksi:
        baris = baris_dikunci(koneksi, umpan_balik)
        wajib_diri(akses, "ajukan_keberatan", baris.pegawai)
        if pada.astimezone(WIB).date() > batas:
            raise KinerjaError("galat.keberatan_lewat", batas=batas)
        bersih = periksa_teks(isi)
        lama = _keberatan(koneksi, umpan_balik)
        if lama is not None and (lama.isi != bersih or abs(pada - lama.pada) > _SEMENIT):
            raise KinerjaError("galat.keberatan_sudah")
        _baca_bila_belum(koneksi, baris, pada)
        return simpan_tanggapan(koneksi, umpan_balik, "keberatan", bersih, akses.pegawai, pada)


def balas(
    akses: Akses,
    mesin: Engine,
    umpan_balik: int,
    isi: str,
    *,
    dinilai: Container[str],
    terlihat: Container[str] = frozenset(),
    pada: datetime,
) -> int:
    """Number of the reply. Those who rate the person may; once there is an objection also those above in the chain,
    because an objection goes up level by level (they are known by seeing the person: ``terlihat``).
    """
    wajib(akses, "tulis_umpan_balik")
    with tulis(mesin) as koneksi:
        baris = baris_dikunci(koneksi, umpan_balik)
        naik = _keberatan(koneksi, umpan_balik) is not None and tampak(akses, baris.pegawai, terlihat)
        wajib_orang_lain(akses, "tulis_umpan_balik", baris.pegawai, {baris.pegawai} if naik else dinilai)
        return simpan_tanggapan(koneksi, umpan_balik, "balasan", periksa_teks(isi), akses.pegawai, pada)


def fetch_tanggapan(koneksi: Connection, pegawai: str) -> dict[int, list[Tanggapan]]:
    """Feedback number → its answers, oldest first, for one person. For this package only."""
    t = TANGGAPAN.c
    tanya = (
        select(TANGGAPAN)
        .join(UMPAN_BALIK, UMPAN_BALIK.c.id == t.umpan_balik)
        .where(UMPAN_BALIK.c.pegawai == pegawai)
        .order_by(t.pada, t.id)
    )
    hasil: dict[int, list[Tanggapan]] = {}
    for b in koneksi.execute(tanya):
        hasil.setdefault(b.umpan_balik, []).append(Tanggapan(b.id, b.jenis, b.isi, b.oleh, b.pada))
    return hasil


def simpan_tanggapan(
    koneksi: Connection, umpan_balik: int, jenis: JenisTanggapan, isi: str, oleh: str, pada: datetime
) -> int:
    """Number of the row; that of the one already there when it was sent twice. For this package only."""
    t = TANGGAPAN.c
    sama = (t.umpan_balik == umpan_balik, t.jenis == jenis, t.isi == isi, t.oleh == oleh)
    dekat = t.pada.between(pada - _SEMENIT, pada + _SEMENIT)
    ganda = koneksi.scalar(select(t.id).where(*sama, dekat).order_by(t.id).limit(1))
    if ganda is not None:
        return int(ganda)
    nilai = {"umpan_balik": umpan_balik, "jenis": jenis, "isi": isi, "oleh": oleh, "pada": pada}
    hasil = koneksi.execute(insert(TANGGAPAN).values(nilai)).inserted_primary_key
    return int(hasil[0]) if hasil else 0


def baris_dikunci(koneksi: Connection, umpan_balik: int) -> Row[*tuple[Any, ...]]:
    """Person and time of reading of one feedback, held until the transaction ends. Raises ``AksesError`` for none."""
    tanya = select(UMPAN_BALIK.c.pegawai, UMPAN_BALIK.c.dibaca, UMPAN_BALIK.c.id)
    baris = koneksi.execute(tanya.where(UMPAN_BALIK.c.id == umpan_balik).with_for_update()).one_or_none()
    if baris is None:
        raise tolak()
    return baris


def _keberatan(koneksi: Connection, umpan_balik: int) -> Row[*tuple[Any, ...]] | None:
    t = TANGGAPAN.c
    syarat = (t.umpan_balik == umpan_balik, t.jenis == "keberatan")
    return koneksi.execute(select(t.isi, t.pada).where(*syarat)).first()


def _baca_bila_belum(koneksi: Connection, baris: Row[*tuple[Any, ...]], pada: datetime) -> None:
    if baris.dibaca is None:
        koneksi.execute(update(UMPAN_BALIK).where(UMPAN_BALIK.c.id == baris.id).values(dibaca=pada))
