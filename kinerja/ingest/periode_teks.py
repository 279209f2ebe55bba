"""Periods as people write them: in a table's title lines, and in a cell of the template."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import Periode, parse_periode, periode_dari_bulan
from kinerja.ingest.tipe import Sel

_BULAN = (
    ("januari", "january", "jan"),
    ("februari", "february", "pebruari", "feb", "peb"),
    ("maret", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agu", "agt", "ags", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
_URUT = {nama: urut for urut, daftar in enumerate(_BULAN, 1) for nama in daftar}
_PANJANG = {nama: urut for nama, urut in _URUT.items() if len(nama) > 4 or nama in ("mei", "juni", "juli", "may")}
_ANGKA = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TAHUN = re.compile(r"\b(20[0-9]{2}|19[0-9]{2})\b")
_TAHUN_SEBUT = re.compile(
    r"\b(?:tahun|th\.?|thn\.?)\s*:?\s*((?:20|19)[0-9]{2}(?:\s*(?:-|–|/|,|&|dan|s\.?/?d\.?|sampai)\s*(?:20|19)[0-9]{2})*)\b"
)
_TRIWULAN = re.compile(r"\b(?:triwulan|tribulan|tw)\.?\s*-?\s*(iv|i{1,3}|[1-4])\b")
_SEMESTER = re.compile(r"\bsemester\.?\s*(ii?|[12])\b")
_KATA = re.compile(r"[a-z]+")
_SAMPAI = re.compile(r"\b(?:s\s*[./]?\s*d\b|sampai|hingga|to)")
_NAMA = "|".join(sorted(_URUT, key=len, reverse=True))
_RENTANG_HARI = re.compile(  # 1 s.d. 31 Maret; 1 Juli 2026 - 30 September
    rf"\b([0-9]{{1,2}})(?:\s+({_NAMA})\b\.?(?:\s+[0-9]{{4}})?)?"
    rf"\s*(?:-|–|s\s*[./]?\s*d\b\.?|sampai(?:\s+dengan)?|hingga|to)\s*([0-9]{{1,2}})\s+({_NAMA})\b"
)
_BAGIAN = r"(?:triwulan|tribulan|tw|semester)\.?\s*-?\s*(?:iv|i{1,3}|[1-4])\b"
_SEL = re.compile(
    rf"(?:(?:{_BAGIAN}|tahun|bulan|periode|s\s*[./]?\s*d|sampai|dengan|hingga|to|[12][0-9]{{3}}\b|"
    + _NAMA
    + r"|-)[\s.,]*)+"
)
_MAKS_TEKS = 60
TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100


def nomor_bulan(teks: str) -> int:
    """1 to 12 for a month as a number or in words, Indonesian or English, short or long; 0 for anything else."""
    polos = teks.strip().lower().rstrip(".")
    if polos.isascii() and polos.isdigit() and len(polos) <= 2:
        return int(polos) if 1 <= int(polos) <= 12 else 0
    return _URUT.get(polos, 0)


def periode_dari_judul(judul: Iterable[str]) -> Periode | None:
    """The one period the title lines name; None when they name none, or more than one year.

    A year after the word TAHUN counts before any other, because titles also cite regulations and ages.
    """
    teks = " ".join(judul).lower()
    tahun = set(_TAHUN.findall(" ".join(_TAHUN_SEBUT.findall(teks)) or teks))
    return _susun(teks, int(tahun.pop()), _PANJANG) if len(tahun) == 1 else None


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
    hasil = _susun(kecil, int(tahun[0]), _URUT)
    return _masuk_akal(hasil) if hasil else None


def _tanggal(teks: str) -> date | None:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None


def _masuk_akal(periode: Periode) -> Periode | None:
    return periode if TAHUN_AWAL <= periode.tahun <= TAHUN_AKHIR else None


def _susun(teks: str, tahun: int, nama_bulan: dict[str, int]) -> Periode | None:
    """Year plus the part of it that the text names; the whole year when it names none."""
    awal = tahun * 100
    if tw := _TRIWULAN.search(teks):
        return periode_dari_bulan(awal + _ANGKA[tw[1]] * 3, "triwulan")
    if semester := _SEMESTER.search(teks):
        return periode_dari_bulan(awal + _ANGKA[semester[1]] * 6, "semester")
    if hari := _RENTANG_HARI.search(teks):
        return _dari_hari(awal, int(hari[1]), _URUT[hari[2] or hari[4]], int(hari[3]), _URUT[hari[4]])
    bulan = _bulan_disebut(teks, nama_bulan)
    if not bulan:
        return periode_dari_bulan(awal + 12, "tahun")
    if len(bulan) == 1:
        return periode_dari_bulan(awal + bulan[0], "kumulatif" if _SAMPAI.search(teks) else "bulan")
    return _rentang(awal, bulan)


def _dari_hari(awal: int, hari: int, bulan: int, hari_akhir: int, bulan_akhir: int) -> Periode | None:
    """Days from one to another: the month they lie in, or the whole months they span; None for parts of months."""
    if bulan == bulan_akhir:
        return periode_dari_bulan(awal + bulan, "bulan")
    akhir_bulan = monthrange(awal // 100, bulan_akhir)[1]
    return _rentang(awal, [bulan, bulan_akhir]) if (hari, hari_akhir) == (1, akhir_bulan) else None


def _bulan_disebut(teks: str, nama_bulan: dict[str, int]) -> list[int]:
    """Months named, without those of a date ("KEADAAN 31 DESEMBER 2023" is a year's end, not a month)."""
    hasil: list[int] = []
    for cocok in _KATA.finditer(teks):
        urut = nama_bulan.get(cocok[0])
        if urut and urut not in hasil and not re.search(r"\b[0-9]{1,2}\s*$", teks[: cocok.start()]):
            hasil.append(urut)
    return hasil


def _rentang(awal: int, bulan: list[int]) -> Periode | None:
    """Two months: a quarter, a half-year or a year when they bound one, January to another cumulative; else None."""
    if len(bulan) != 2:
        return None
    dari, sampai = awal + bulan[0], awal + bulan[1]
    for jenis in ("triwulan", "semester", "tahun"):
        calon = periode_dari_bulan(dari, jenis)
        if (calon.dari, calon.sampai) == (dari, sampai):
            return calon
    return periode_dari_bulan(sampai, "kumulatif") if bulan[0] == 1 < bulan[1] else None
