"""Which way an SKP item is reached: is more better, or less? No regulation text that was seen says it by aspect.

Cost, and a length of time, are better when less; what a text leaves open is open, and such an item is not counted.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Arah = Literal["naik", "turun", ""]
_LAMA = re.compile(r"(?:hari|jam|menit|minggu)(?: kerja)?", re.IGNORECASE)
_TURUN = re.compile(
    r"paling (?:lambat|lama)|maks(?:imal|imum)?\b|waktu (?:tunggu|respon\w*|penyelesaian|pelayanan|layanan)|"
    r"\blama(?:nya)?\b|kurang dari|tidak (?:lebih|melebihi)|respons?e? time|durasi|keterlambatan|<|≤",
    re.IGNORECASE,
)
_NAIK = re.compile(
    r"minimal|paling sedikit|sekurang|jumlah (?:hari|jam)|kehadiran|\bhadir\b|diklat|pelatihan|"
    r"pengembangan kompetensi|\bjp\b|\bbuka\b|\bsiaga\b|\bjaga\b|piket|>|≥",
    re.IGNORECASE,
)
_TUNGGU = re.compile(r"waktu tunggu|lama (?:pelayanan|layanan|penyelesaian|waktu)|respons?e? time", re.IGNORECASE)
_SERAPAN = re.compile(
    r"[sy]erap|(?:realisasi|pemakaian|penggunaan|pelaksanaan) (?:anggaran|belanja)|pendapatan|penerimaan|"
    r"retribusi|\bpad\b",
    re.IGNORECASE,
)
_PERSEN = ("%", "persen")


class ArahButir(NamedTuple):
    """``arah``: '' where nothing tells. ``alasan``: why it was asked at all, '' for an ordinary count."""

    arah: Arah
    alasan: Literal["", "biaya", "lama"] = ""


def arah_butir(aspek: str, satuan: str, teks: str) -> ArahButir:
    """The direction of an item of this aspek, whose figures are in ``satuan`` and whose text is ``teks``.

    >>> arah_butir("kuantitas", "hari", "Surat selesai paling lambat 3 hari").arah
    'turun'
    """
    if aspek == "biaya":
        terbuka = satuan.lower() in _PERSEN or _SERAPAN.search(teks)
        return ArahButir("" if terbuka else "turun", "biaya")
    if not (_LAMA.fullmatch(satuan) or (not satuan and _TUNGGU.search(teks))):
        return ArahButir("naik")
    turun, naik = _TURUN.search(teks) is not None, _NAIK.search(teks) is not None
    if turun != naik:
        return ArahButir("turun" if turun else "naik", "lama")
    return ArahButir("turun" if aspek == "waktu" and not naik else "", "lama")


def tercapai(arah: Arah, realisasi: int, target: int) -> bool:
    """Is the item reached? ``store/sql/migrasi/0004_arah_butir.sql`` has the same rule for every page."""
    return realisasi <= target if arah == "turun" else realisasi >= target
