"""Settings people make on pages. Only added to: the newest value counts, who set which one before stays known."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import Engine, and_, func, insert, select

from kinerja.catatan.izin import nama_pelaku, wajib_dikenal
from kinerja.catatan.tabel import SETELAN
from kinerja.catatan.transaksi import baca, tulis
from kinerja.domain.akses import Akses, wajib
from kinerja.domain.errors import KinerjaError
from kinerja.domain.umpan_balik import periksa_teks

_KUNCI = re.compile(r"[a-z][a-z0-9_.]{0,62}")


def simpan_setelan(akses: Akses, mesin: Engine, kunci: str, nilai: str, *, pada: datetime) -> None:
    """Let ``nilai`` count for ``kunci`` from now on. Only kepegawaian."""
    wajib(akses, "atur_pola")
    if not _KUNCI.fullmatch(kunci):
        raise KinerjaError("galat.setelan_kunci", nama=kunci[:64])
    isi = periksa_teks(nilai, wajib=False)
    with tulis(mesin) as koneksi:
        koneksi.execute(insert(SETELAN).values(kunci=kunci, nilai=isi, oleh=nama_pelaku(akses), pada=pada))


def fetch_setelan(akses: Akses, mesin: Engine) -> dict[str, str]:
    """Key → value that counts now: the one written last."""
    wajib_dikenal(akses)
    s = SETELAN.c
    akhir = select(func.max(s.id).label("id")).group_by(s.kunci).subquery()
    with baca(mesin) as koneksi:
        baris = koneksi.execute(select(s.kunci, s.nilai).join(akhir, and_(s.id == akhir.c.id))).all()
    return {b.kunci: b.nilai for b in baris}
