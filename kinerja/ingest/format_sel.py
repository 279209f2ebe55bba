"""What a spreadsheet's number format makes of a number: a date, a time, a percentage, or nothing but the number.

The file holds 0.85 where the person typed and sees 85%, and 45000 where they see a day: only the format tells.
Built-in numbers: ECMA-376 part 1, 18.8.30 (also the East Asian ones), which old .xls files share.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from kinerja.ingest.tipe import SelGalat, SelPersen

JenisFormat = Literal["", "tanggal", "durasi", "persen"]

_BAWAAN: dict[int, JenisFormat] = {
    **dict.fromkeys((9, 10), "persen"),
    **dict.fromkeys((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)), "tanggal"),
    46: "durasi",
}
_HARFIAH = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[(?!h{1,2}\]|m{1,2}\]|s{1,2}\])[^\]]*\]", re.IGNORECASE)
_DURASI = re.compile(r"\[(?:h|m|s){1,2}\]", re.IGNORECASE)
_ANGKA = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_MAKS_DIGIT = 40
_HARI_AKHIR = 2_958_466  # the day after 31 December 9999, in days since 30 December 1899


def jenis_format(nomor: int, kode: str | None) -> JenisFormat:
    """The kind of format ``nomor``; ``kode`` is its text when the file defines it."""
    if kode is None:
        return _BAWAAN.get(nomor, "")
    if kode.lower() in ("general", "standard"):
        return ""
    bersih = _HARFIAH.sub("", kode.split(";")[0])
    if _DURASI.search(bersih):
        return "durasi"
    if "%" in bersih:
        return "persen"
    return "tanggal" if re.search(r"[dmyhs]", bersih, re.IGNORECASE) else ""


def bilangan(teks: str) -> int | float | SelGalat:
    """The number as the file writes it; an error cell for anything that is no number (NaN, 1_0, Arabic digits)."""
    polos = teks.strip()
    if not _ANGKA.fullmatch(polos) or len(polos) > _MAKS_DIGIT:
        return SelGalat(polos[:_MAKS_DIGIT] or "#VALUE!")
    return int(polos) if polos.lstrip("+-").isdigit() else float(polos)


def berformat(nilai: float, jenis: JenisFormat, sejak_1904: bool = False) -> float | str | date | SelGalat:
    """``nilai`` as the person sees it."""
    match jenis:
        case "persen":
            return persen(nilai)
        case "durasi":
            return _jam(nilai) if 0 <= nilai < _HARI_AKHIR else SelGalat("#VALUE!")
        case "tanggal":
            return _tanggal(nilai, sejak_1904)
    return nilai


def persen(nilai: float) -> SelPersen:
    """0.07 → 7%, not 7.000000000000001%."""
    return SelPersen(Decimal(repr(nilai)) * 100)


def _tanggal(nilai: float, sejak_1904: bool) -> date | str | SelGalat:
    hari, sisa = divmod(nilai, 1)
    hari += round(sisa * 86_400_000) // 86_400_000  # 23:59:59.9999 is the next day's midnight
    if not 0 <= hari < _HARI_AKHIR - (1462 if sejak_1904 else 0):
        return SelGalat("#VALUE!")
    if hari == 0:
        return _jam(nilai)
    if sejak_1904:
        return date(1904, 1, 1) + timedelta(days=hari)
    # Excel's 1900 has a 29 February that never was: before it the days are one off.
    return date(1899, 12, 30) + timedelta(days=hari + (1 if hari < 60 else 0))


def _jam(nilai: float) -> str:
    detik = round(nilai * 86_400)
    return f"{detik // 3600:02d}:{detik // 60 % 60:02d}:{detik % 60:02d}"
