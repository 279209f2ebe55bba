"""Feedback: written by the rater, read by the person, by those above in the chain and by kepegawaian."""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Select, and_, func, insert, select, update

from kinerja.catatan.izin import tampak, tolak, wajib_diri, wajib_orang_lain, wajib_tampak
from kinerja.catatan.tabel import TANGGAPAN, UMPAN_BALIK
from kinerja.catatan.tanggapan import baris_dikunci, fetch_tanggapan
from kinerja.catatan.transaksi import baca, kunci, tulis
from kinerja.domain.akses import Akses, wajib
from kinerja.domain.errors import KinerjaError
from kinerja.domain.perilaku import NILAI
from kinerja.domain.periode import WIB, Periode
from kinerja.domain.umpan_balik import IsiUmpanBalik, KeadaanUmpanBalik, UmpanBalik, periksa_teks

SEMENIT = timedelta(minutes=1)
"""The same text by the same author within this time was sent twice by accident."""
_ISI = ("pegawai", "unit", "dari", "sampai", "fakta", "saran", "indikator", "perilaku", "langkah", "tanggal_langkah")
_BANYAK = 500


def tulis_umpan_balik(
    akses: Akses, mesin: Engine, isi: IsiUmpanBalik, *, dinilai: Container[str], pada: datetime
) -> int:
    """Number of the feedback as kept; that of the one already there when it was sent twice within a minute.

    Only evaluator and pimpinan, only on somebody of ``dinilai`` (those the viewer rates), never on themself.
    Raises ``AksesError``, or ``KinerjaError`` for a text or date that cannot be kept.
    """
    wajib_orang_lain(akses, "tulis_umpan_balik", isi.pegawai, dinilai)
    isi = periksa_isi(isi, pada)
    with tulis(mesin) as koneksi:
        kunci(koneksi, "umpan_balik", akses.pegawai)
        ganda = _sudah_ada(koneksi, akses, isi, pada)
        return ganda if ganda is not None else sisip(koneksi, isi, penilai=akses.pegawai, dibuat=pada)


def sisip(
    koneksi: Connection,
    isi: IsiUmpanBalik,
    *,
    penilai: str,
    dibuat: datetime,
    dibaca: datetime | None = None,
    contoh: bool = False,
) -> int:
    """Number of the new row. For this package only: it asks nobody's leave."""
    nilai = {k: getattr(isi, k) for k in _ISI}
    nilai |= {"penilai": penilai, "oleh": penilai, "dibuat": dibuat, "dibaca": dibaca, "contoh": contoh}
    hasil = koneksi.execute(insert(UMPAN_BALIK).values(nilai)).inserted_primary_key
    return int(hasil[0]) if hasil else 0


def periksa_isi(isi: IsiUmpanBalik, pada: datetime) -> IsiUmpanBalik:
    """The feedback with clean texts. The step's date may not lie before the day it is written (in Padang)."""
    if isi.perilaku not in ("", *NILAI) or not 190001 <= isi.dari <= isi.sampai <= 999912 or not isi.unit:
        raise KinerjaError("galat.umpan_balik_isi")
    bersih = replace(
        isi,
        fakta=periksa_teks(isi.fakta),
        saran=periksa_teks(isi.saran),
        indikator=periksa_teks(isi.indikator, wajib=False),
        langkah=periksa_teks(isi.langkah, wajib=isi.tanggal_langkah is not None),
    )
    if isi.tanggal_langkah is not None and isi.tanggal_langkah < pada.astimezone(WIB).date():
        raise KinerjaError("galat.langkah_lampau", tanggal=isi.tanggal_langkah)
    return bersih


def _sudah_ada(koneksi: Connection, akses: Akses, isi: IsiUmpanBalik, pada: datetime) -> int | None:
    sama = [UMPAN_BALIK.c[k].is_not_distinct_from(getattr(isi, k)) for k in _ISI]
    syarat = (
        UMPAN_BALIK.c.oleh == akses.pegawai,
        UMPAN_BALIK.c.dibuat.between(pada - SEMENIT, pada + SEMENIT),
        *sama,
    )
    return koneksi.scalar(select(UMPAN_BALIK.c.id).where(*syarat).order_by(UMPAN_BALIK.c.id).limit(1))


def fetch_umpan_balik(
    akses: Akses, mesin: Engine, pegawai: str, *, terlihat: Container[str] = frozenset()
) -> list[UmpanBalik]:
    """Feedback to one person with its answers, newest first, the latest 500."""
    wajib_tampak(akses, pegawai, terlihat)
    t = UMPAN_BALIK.c
    with baca(mesin) as koneksi:
        tanya = select(UMPAN_BALIK).where(t.pegawai == pegawai).order_by(t.dibuat.desc(), t.id.desc()).limit(_BANYAK)
        baris = koneksi.execute(tanya).mappings().all()
        jawaban = fetch_tanggapan(koneksi, pegawai)
    return [
        UmpanBalik(
            id=b["id"],
            isi=IsiUmpanBalik(**{k: b[k] for k in _ISI}),
            penilai=b["penilai"],
            oleh=b["oleh"],
            dibuat=b["dibuat"],
            dibaca=b["dibaca"],
            contoh=b["contoh"],
            tanggapan=tuple(jawaban.get(b["id"], ())),
        )
        for b in baris
    ]


def tandai_dibaca(akses: Akses, mesin: Engine, umpan_balik: int, *, pada: datetime) -> None:
    """Note when the person first read it. Only the person may; a second time changes nothing."""
    wajib(akses, "jawab_umpan_balik")
    with tulis(mesin) as koneksi:
        wajib_diri(akses, "jawab_umpan_balik", baris_dikunci(koneksi, umpan_balik).pegawai)
        syarat = (UMPAN_BALIK.c.id == umpan_balik, UMPAN_BALIK.c.dibaca.is_(None))
        koneksi.execute(update(UMPAN_BALIK).where(*syarat).values(dibaca=pada))


def keadaan_umpan_balik(
    akses: Akses, mesin: Engine, pegawai: Collection[str], periode: Periode, *, terlihat: Container[str] = frozenset()
) -> dict[str, KeadaanUmpanBalik]:
    """Person → state of the newest feedback whose months touch the period, in one query.

    An objection to any of them shows as ``keberatan`` whatever came after it. Raises ``AksesError`` when one of the
    persons is out of reach.
    """
    wajib(akses, "lihat_orang")
    if not all(tampak(akses, p, terlihat) for p in pegawai):
        raise tolak()
    hasil: dict[str, KeadaanUmpanBalik] = dict.fromkeys(pegawai, "belum")
    if not hasil:
        return hasil
    with baca(mesin) as koneksi:
        baris = koneksi.execute(_tanya_keadaan(pegawai, periode)).all()
    for b in baris:  # oldest first: the newest one is written last
        if b.pegawai in hasil and hasil[b.pegawai] != "keberatan":
            hasil[b.pegawai] = _keadaan(b.dibaca is not None, b.jawaban, b.keberatan)
    return hasil


def _keadaan(dibaca: bool, jawaban: int, keberatan: int) -> KeadaanUmpanBalik:
    if keberatan:
        return "keberatan"
    if jawaban:
        return "dijawab"
    return "dibaca" if dibaca else "terkirim"


def _tanya_keadaan(pegawai: Collection[str], periode: Periode) -> Select[Any]:
    u, t = UMPAN_BALIK.c, TANGGAPAN.c
    hitung = [func.count(t.id).filter(t.jenis == j).label(j) for j in ("jawaban", "keberatan")]
    syarat = [u.dari <= periode.sampai, u.sampai >= periode.dari]
    if len(pegawai) <= _BANYAK:  # longer lists would not fit into one statement; the rest is left out afterwards
        syarat.append(u.pegawai.in_(pegawai))
    return (
        select(u.pegawai, u.dibaca, *hitung)
        .select_from(UMPAN_BALIK.outerjoin(TANGGAPAN, and_(t.umpan_balik == u.id)))
        .where(*syarat)
        .group_by(u.id, u.pegawai, u.dibaca, u.dibuat)
        .order_by(u.dibuat, u.id)
    )
