"""Periods as people write them in a cell: a kode, a month in words, a year, a date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import Periode, parse_periode, periode_dari_bulan
from kinerja.ingest.bulan_kata import POLA_BULAN, URUT_BULAN, rentang_bulan
from kinerja.ingest.periode_judul import baca_judul
from kinerja.ingest.tipe import Sel

_ANGKA = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TAHUN = re.compile(r"\b(20[0-9]{2}|19[0-9]{2})\b")
_TRIWULAN = re.compile(r"\b(?:triwulan|tribulan|tw)\.?\s*-?\s*(iv|i{1,3}|[1-4])\b")
_SEMESTER = re.compile(r"\bsemester\.?\s*(ii?|[12])\b")
_KATA = re.compile(r"[a-z]+")
_SAMPAI = re.compile(r"\b(?:s\s*[./]?\s*d\b|sampai|hingga|to)")
_BAGIAN = r"(?:triwulan|tribulan|tw|semester)\.?\s*-?\s*(?:iv|i{1,3}|[1-4])\b"
_SEL = re.compile(
    rf"(?:(?:{_BAGIAN}|tahun|bulan|periode|s\s*[./]?\s*d|sampai|dengan|hingga|to|[12][0-9]{{3}}\b|"
    + POLA_BULAN
    + r"|-)[\s.,/]*)+"
)
_MAKS_TEKS = 60
TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100


def periode_dari_judul(judul: Iterable[str]) -> Periode | None:
    """The one period the title lines name for certain; None when they name none, or leave it open."""
    return baca_judul(judul).periode


def periode_dari_sel(sel: Sel) -> Periode | None:
    """The period of a template cell: a kode, a month in words, a year, or a real date. None for anything else."""
    match sel:
        case bool():
            return None
        case date():
            return _masuk_akal(periode_dari_bulan(sel.year * 100 + sel.month, "bulan"))
        case float() if sel.is_integer():
            return periode_dari_sel(int(sel))
        case int():
            return periode_dari_sel(str(sel))
        case str():
            return _periode_dari_teks(sel.strip())
    return None


def _periode_dari_teks(teks: str) -> Periode | None:
    teks = teks.replace("–", "-")
    if not teks.isascii() or len(teks) > _MAKS_TEKS:  # digits of other scripts would pass as digits
        return None
    try:
        return _masuk_akal(parse_periode(teks.upper().replace("-KUM", "-kum")))
    except KinerjaError:
        pass
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?)?", teks):
        return periode_dari_sel(_tanggal(teks[:10]))
    kecil = teks.lower()
    tahun = _TAHUN.findall(kecil)
    if len(tahun) != 1 or not _SEL.fullmatch(kecil):
        return None
    hasil = _susun(kecil, int(tahun[0]))
    return _masuk_akal(hasil) if hasil else None


def _tanggal(teks: str) -> date | None:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None


def _masuk_akal(periode: Periode) -> Periode | None:
    return periode if TAHUN_AWAL <= periode.tahun <= TAHUN_AKHIR else None


def _susun(teks: str, tahun: int) -> Periode | None:
    """Year plus the part of it that the cell names; the whole year when it names none, None for several parts."""
    awal = tahun * 100
    tw, semester, bulan = _TRIWULAN.findall(teks), _SEMESTER.findall(teks), _bulan_disebut(teks)
    if len(tw) + len(semester) > 1:
        return None
    if tw:
        return periode_dari_bulan(awal + _ANGKA[tw[0]] * 3, "kumulatif" if _SAMPAI.search(teks) else "triwulan")
    if semester:
        return periode_dari_bulan(awal + _ANGKA[semester[0]] * 6, "kumulatif" if _SAMPAI.search(teks) else "semester")
    if not bulan:
        return periode_dari_bulan(awal + 12, "tahun")
    if len(bulan) == 1:
        return periode_dari_bulan(awal + bulan[0], "kumulatif" if _SAMPAI.search(teks) else "bulan")
    return rentang_bulan(awal, bulan)


def _bulan_disebut(teks: str) -> list[int]:
    """Months named, each once, in order."""
    return list(dict.fromkeys(URUT_BULAN[k] for k in _KATA.findall(teks) if k in URUT_BULAN))
