"""Reasons for matters of the work queue. Only added to: the newest one counts, the older ones stay readable."""

from __future__ import annotations

from collections.abc import Collection, Container
from datetime import datetime, timedelta

from sqlalchemy import Engine, insert, select

from kinerja.catatan.izin import nama_pelaku, tampak, tolak, wajib_orang_lain
from kinerja.catatan.tabel import ALASAN_ANTREAN
from kinerja.catatan.transaksi import baca, kunci, tulis
from kinerja.domain.akses import Akses, wajib
from kinerja.domain.antrean import JENIS_ANTREAN
from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import Periode
from kinerja.domain.umpan_balik import Alasan, periksa_teks

_BANYAK = 500


def simpan_alasan(
    akses: Akses,
    mesin: Engine,
    pegawai: str,
    periode: Periode,
    jenis: str,
    alasan: str,
    *,
    terlihat: Container[str],
    pada: datetime,
) -> int:
    """Number of the reason as kept. Evaluator and kepegawaian, on somebody they see, never on themselves."""
    wajib_orang_lain(akses, "isi_alasan", pegawai, terlihat)
    if jenis not in JENIS_ANTREAN:
        raise KinerjaError("galat.alasan_jenis", jenis=jenis[:64])
    bersih = periksa_teks(alasan)
    a, oleh = ALASAN_ANTREAN.c, nama_pelaku(akses)
    menit = timedelta(minutes=1)
    sama = (a.pegawai == pegawai, a.dari == periode.dari, a.sampai == periode.sampai, a.jenis == jenis)
    with tulis(mesin) as koneksi:
        kunci(koneksi, "alasan_antrean", pegawai)
        dekat = (a.alasan == bersih, a.oleh == oleh, a.pada.between(pada - menit, pada + menit))
        ganda = koneksi.scalar(select(a.id).where(*sama, *dekat).order_by(a.id).limit(1))
        if ganda is not None:
            return int(ganda)
        nilai = {"pegawai": pegawai, "dari": periode.dari, "sampai": periode.sampai, "jenis": jenis}
        nilai |= {"alasan": bersih, "oleh": oleh, "pada": pada}
        hasil = koneksi.execute(insert(ALASAN_ANTREAN).values(nilai)).inserted_primary_key
        return int(hasil[0]) if hasil else 0


def fetch_alasan(
    akses: Akses, mesin: Engine, pegawai: Collection[str], periode: Periode, *, terlihat: Container[str]
) -> dict[tuple[str, str], tuple[Alasan, ...]]:
    """(person, kind of matter) → reasons of exactly this period, newest first: the first one counts.

    Reasons on the viewer themself are left out. Raises ``AksesError`` when one of the persons is out of reach.
    """
    wajib(akses, "lihat_antrean")
    if not all(tampak(akses, p, terlihat) for p in pegawai):
        raise tolak()
    lain = set(pegawai) - {akses.pegawai}
    if not lain:
        return {}
    a = ALASAN_ANTREAN.c
    tanya = select(ALASAN_ANTREAN).where(a.dari == periode.dari, a.sampai == periode.sampai)
    if len(lain) <= _BANYAK:  # longer lists would not fit into one statement; the rest is left out afterwards
        tanya = tanya.where(a.pegawai.in_(lain))
    hasil: dict[tuple[str, str], tuple[Alasan, ...]] = {}
    with baca(mesin) as koneksi:
        for b in koneksi.execute(tanya.order_by(a.pada.desc(), a.id.desc())):
            if b.pegawai in lain:
                satu = Alasan(b.pegawai, b.jenis, b.alasan, b.oleh, b.pada)
                hasil[b.pegawai, b.jenis] = (*hasil.get((b.pegawai, b.jenis), ()), satu)
    return hasil
