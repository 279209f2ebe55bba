"""Ages as registers write them → age groups, and days of birth, which are only used to compute an age."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.responden import baca_umur as kelompok_umur
from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.peta.model import UrutTanggal
from kinerja.ingest.tipe import Sel, SelGalat, SelPersen, teks_sel

UMUR = ("", "0", "1-4", "5-9", "10-14", "15-19", "20-44", "45-54", "55-59", "60-69", "70+")
UMUR_TERTUA = 120
_SATUAN = r"thn|tahun|th|t|years?|yrs?|y|bln|bulan|bl|b|months?|minggu|mgg|mg|weeks?|hari|hr|h|days?|d"
_BAGIAN = re.compile(rf"([0-9]{{1,4}}) ?({_SATUAN})\b[ .,/]*")
_ANGKA = re.compile(r"([0-9]{1,3})(?:[.,][0-9]{1,4})?")
_TAHUN = r"(?: ?(?:thn|tahun|th))?"
_TERTUA = re.compile(rf"(?:>=?|di atas|lebih dari) ?70{_TAHUN}|70{_TAHUN} ?(?:\+|ke atas|lebih)")
_TERMUDA = re.compile(rf"(?:<|di bawah|kurang dari) ?1{_TAHUN}")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DUA = re.compile(r"([0-9]{1,2}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{4})")
_DENGAN_BULAN = re.compile(r"([0-9]{1,2})[ \-/.]*([a-z]{3,12})\.?,?[ \-/.]*([0-9]{4})")
_JAM = re.compile(r"[ t][0-9]{1,2}[:.][0-9]{2}.*$")
_EXCEL_NOL, _EXCEL_AWAL, _EXCEL_AKHIR = date(1899, 12, 30), 3_654, 73_415
"""Days as Excel counts them, from 1910: a smaller number may be a year."""


def baca_umur(sel: Sel, *, bulan: bool = False) -> str | None:
    """The age group, '' for a blank, None for what is no age. ``bulan``: bare numbers count months."""
    if sel_kosong(sel):
        return ""
    if isinstance(sel, bool | date | SelGalat | SelPersen):
        return None
    teks = " ".join(teks_sel(sel).lower().replace("≥", ">=").split()).strip(" .")
    return _dari_teks(teks, 12 if bulan else 1) if teks.isascii() else None


def _dari_teks(teks: str, pembagi: int) -> str | None:
    if cocok := _ANGKA.fullmatch(teks):
        return kelompok(int(cocok[1]) // pembagi)
    if teks and not _BAGIAN.sub("", teks):
        return _dari_bagian(teks)
    if _TERTUA.fullmatch(teks):
        return "70+"
    return "0" if _TERMUDA.fullmatch(teks) else kelompok_umur(teks) or None


def _dari_bagian(teks: str) -> str | None:
    """From "36 Thn 9 Bln 19 Hari": whole years."""
    bulan = hari = 0
    for jumlah, satuan in _BAGIAN.findall(teks):
        match satuan[0], satuan[:2]:
            case ("t" | "y", _):
                bulan += 12 * int(jumlah)
            case ("b", _) | (_, "mo"):
                bulan += int(jumlah)
            case ("m" | "w", _):
                hari += 7 * int(jumlah)
            case _:
                hari += int(jumlah)
    return kelompok(bulan // 12 if bulan else hari // 365)  # 11 months and 31 days are no year yet


def kelompok(tahun: int) -> str | None:
    """The age group of this many whole years; None for an age nobody has."""
    return kelompok_umur(str(tahun)) if 0 <= tahun <= UMUR_TERTUA else None


def baca_lahir(sel: Sel, urut: UrutTanggal) -> date | None:
    """A day of birth in a column of this order, None for anything else."""
    if isinstance(sel, date):
        return sel
    teks = _JAM.sub("", " ".join(teks_sel(sel).lower().split()))
    if re.fullmatch(r"[0-9]{4,5}", teks):
        return _EXCEL_NOL + timedelta(int(teks)) if _EXCEL_AWAL <= int(teks) < _EXCEL_AKHIR else None
    if cocok := _ISO.fullmatch(teks):
        return _hari(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    if cocok := _DENGAN_BULAN.fullmatch(teks):
        return _hari(int(cocok[3]), nomor_bulan(cocok[2]), int(cocok[1]))
    cocok = _DUA.fullmatch(teks)
    if cocok is None:
        return None
    a, b = int(cocok[1]), int(cocok[2])
    return _hari(int(cocok[3]), a, b) if urut == "mdy" else _hari(int(cocok[3]), b, a)


def _hari(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None
