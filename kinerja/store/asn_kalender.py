"""The calendar of working days: weekends, holidays and cuti bersama as they stand in the store."""

from __future__ import annotations

from kinerja.domain.akses import Akses
from kinerja.domain.hari_kerja import Kalender, susun_kalender
from kinerja.store.asn_dasar import Kursor
from kinerja.store.sql_dasar import fetch_satu


def fetch_kalender(akses: Akses, kursor: Kursor) -> Kalender | None:  # noqa: ARG001 – nothing personal is in it
    """Days off, complete over the days of the table; None without any."""
    batas = fetch_satu(kursor, "select min(tanggal), max(tanggal) from kalender")
    if not batas or batas[0] is None:
        return None
    libur = kursor.execute("select tanggal from kalender where hari_ke < 6 and hari_kerja = 0").fetchall()
    return susun_kalender((b[0] for b in libur), batas[0], batas[1])
