"""The period that title lines name: BULAN OKT 2026, TRIWULAN III TAHUN 2026, s.d. September, 08/2026.

Titles also cite regulations ("Permenkes Nomor 6 Tahun 2024") and ages ("USIA 15-59 TAHUN"): those are taken away first.
What names a part of a year and cannot be read for certain is doubt, never the whole year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from kinerja.domain.periode import Periode, periode_dari_bulan
from kinerja.ingest.bulan_kata import BULAN_PANJANG, POLA_BULAN, URUT_BULAN, rentang_bulan
from kinerja.ingest.judul_lain import DIBUANG, KATA_BAGIAN, LAIN, SMT, TH, TW, Y

_KE = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_KE |= {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
_POLA_KE = r"(?:ke\b\s*-?\s*)?(?P<{0}>" + "|".join(sorted(_KE, key=len, reverse=True)) + r")\b"
_BAGIAN = re.compile(
    rf"\b{TW}(?![a-hj-z])\.?\s*:?\s*-?\s*{_POLA_KE.format('tw')}"
    rf"|\b{SMT}(?![a-hj-z])\.?\s*:?\s*-?\s*{_POLA_KE.format('smt')}"
    rf"|\b(?P<lain>{LAIN})\b"
    rf"|\b(?:bulan|periode)\s*:?\s*(?:ke\s*-?\s*)?(?P<ke>0?[1-9]|1[0-2])\b(?![/.-]?[0-9])"
    rf"|(?<![0-9/.-])(?P<angka>0?[1-9]|1[0-2])\s*[/-]\s*(?={Y}\b)"
    rf"|(?<![0-9])(?P<hari>[0-9]{{1,2}}\s*[/.-]\s*[0-9]{{1,2}}\s*[/.-]\s*){Y}\b"
    rf"|\b(?P<iso>{Y}[/.-][0-9]{{1,2}}[/.-][0-9]{{1,2}})\b"
    rf"|\b{Y}[/.-](?P<balik>0[1-9]|1[0-2])\b(?![/.-]?[0-9])"
    rf"|(?P<tanggal>\b[0-9]{{1,2}}\s+)?\b(?P<bulan>{POLA_BULAN})\b\.?"
)
_RENTANG_HARI = re.compile(  # 1 s.d. 31 Maret; 1 Juli 2026 - 30 September
    rf"\b([0-9]{{1,2}})(?:\s+({POLA_BULAN})\b\.?(?:\s+[0-9]{{4}})?)?"
    rf"\s*(?:-|s\s*[./]?\s*d\b\.?|sampai(?:\s+dengan)?|hingga|to)\s*([0-9]{{1,2}})\s+({POLA_BULAN})\b"
)
_TH_SEBUT = re.compile(rf"{TH}\s*:?\s*$")
_TAHUN = re.compile(rf"(?P<sebut>{TH}\s*:?\s*)?(?<![0-9])(?P<tahun>{Y})(?![0-9])")
_DERET_TAHUN = re.compile(rf"{TH}\s*:?\s*({Y}(?:\s*(?:-|/|,|&|dan|s\.?/?d\.?|sampai)\s*{Y})+)\b")
_LANJUT = re.compile(r"\s*(?:dan|&|-|/|,|\+|s\s*[./]?\s*d\b\.?)\s*(?:iv|i{1,3}|[1-4])\b(?![0-9])")
_DAN = re.compile(r"\b(?:dan|dengan(?! tanggal))\b(?<!sampai dengan)|&")  # two months, not from one to another
_MENDUA = frozenset(("mar", "des"))  # short words that are also parts of names
_SAMBUNG = re.compile(rf"[\s,.:()'-]*(?:{TH})?[\s:.]*")
_SAMPAI = re.compile(r"(?:\bs\s*[./]?\s*d\b\.?|\bsampai(?:\s+dengan)?|\bhingga|\bto)\s*(?:bulan|dengan)?\s*:?\s*$")
_PENGANTAR = re.compile(
    r"(?:\b(?:bulan|periode|bln)\b\.?|-|\b(?:s\s*[./]?\s*d|sampai|dengan|hingga|dan)\b\.?)\s*:?\s*$"
)
_TAK_TERBACA = re.compile(
    rf"(?<!per )(?<!tiap )(?<!setiap )(?<!menurut )(?<!semua )(?<!dalam )(?<!selama )(?<![0-9] )\b{KATA_BAGIAN}\b"
    rf"(?!\s*:?\s*(?:{TH}\s*:?\s*)?{Y})"
)
Jenis = Literal["bulan", "triwulan", "semester", "tanggal", "lain"]


@dataclass(frozen=True)
class PeriodeJudul:
    """``ragu``: the words that name a part of a year and leave open which; then there is no period."""

    periode: Periode | None = None
    ragu: str = ""


@dataclass(frozen=True)
class _Sebutan:
    """A part of a year that the text names, and the year right behind it (0 for none)."""

    jenis: Jenis
    ke: int
    awal: int
    akhir: int
    tahun: int
    pasti: bool  # a short word for a month is one only beside a year, a range or the word BULAN


def baca_judul(judul: Iterable[str]) -> PeriodeJudul:
    """The one period these lines name, or the doubt; neither when they name no year."""
    teks = re.sub(r"\s+", " ", " ".join(judul).lower().replace("–", "-"))
    for pola in DIBUANG:
        teks = pola.sub(" ", teks)
    sebutan = _sahkan(list(_sebutan(teks)), teks)
    tahun, ragu = _tahun(teks, sebutan)
    if tahun is None:
        return PeriodeJudul(ragu=ragu)
    hari = _RENTANG_HARI.search(teks)
    if hari:
        dari_hari = _dari_hari(tahun * 100, hari)
        return PeriodeJudul(dari_hari, "" if dari_hari else hari[0])
    hasil = _susun(teks, tahun, sebutan)
    if hasil is None:
        return PeriodeJudul(ragu=_kutip(teks, sebutan))
    if not sebutan and (sisa := _TAK_TERBACA.search(teks)):
        return PeriodeJudul(ragu=_sekitar(teks, sisa.start()))
    return PeriodeJudul(hasil)


def _sebutan(teks: str) -> Iterator[_Sebutan]:
    for cocok in _BAGIAN.finditer(teks):
        belakang = _TAHUN.match(teks, _sambung(teks, cocok.end()))
        tahun = int(belakang["tahun"]) if belakang else 0
        tempat = (cocok.start(), cocok.end(), tahun)
        if tw := cocok["tw"]:
            yield _Sebutan("triwulan", _KE[tw], *tempat, pasti=True)
        elif (smt := cocok["smt"]) and _KE[smt] <= 2:
            yield _Sebutan("semester", _KE[smt], *tempat, pasti=True)
        elif cocok["lain"]:
            yield _Sebutan("lain", 0, *tempat, pasti=True)
        elif angka := cocok["ke"] or cocok["angka"] or cocok["balik"]:
            yield _Sebutan("bulan", int(angka), *tempat, pasti=True)
        elif cocok["hari"] or cocok["iso"] or cocok["tanggal"]:
            akhir_tahun = cocok["bulan"] and URUT_BULAN[cocok["bulan"]] == 12 and cocok["tanggal"].strip() == "31"
            if not akhir_tahun:  # the state at 31 December is that of the year
                yield _Sebutan("tanggal", 0, *tempat, pasti=True)
        elif nama := cocok["bulan"]:
            diantar = _PENGANTAR.search(teks[: cocok.start()]) is not None
            # "Tanjung Mar Tahun 2025": perhaps the end of a name
            samar = nama in _MENDUA and not diantar and belakang is not None and _lewat_tahun(teks, belakang)
            pasti = nama in BULAN_PANJANG or diantar or bool(tahun)
            yield _Sebutan("tanggal" if samar else "bulan", URUT_BULAN[nama], *tempat, pasti=pasti)


def _lewat_tahun(teks: str, belakang: re.Match[str]) -> bool:
    """Does the word TAHUN stand between?"""
    return _TH_SEBUT.search(teks[: belakang.start("tahun")]) is not None


def _sambung(teks: str, letak: int) -> int:
    cocok = _SAMBUNG.match(teks, letak)
    return cocok.end() if cocok else letak


def _sahkan(sebutan: list[_Sebutan], teks: str) -> list[_Sebutan]:
    """Without short words that are perhaps no months; before a range's end they are ("JAN - MAR 2026")."""
    hasil = []
    for ini, lanjut in zip_longest(sebutan, sebutan[1:]):
        bersambung = (
            lanjut is not None and _PENGANTAR.fullmatch(teks[ini.akhir : lanjut.awal].strip() + " ") is not None
        )
        if ini.pasti or bersambung:
            hasil.append(ini)
    return hasil


def _tahun(teks: str, sebutan: list[_Sebutan]) -> tuple[int | None, str]:
    """The year, or None and the doubt ('' when no year is named at all)."""
    semua = {int(c["tahun"]) for c in _TAHUN.finditer(teks)}
    sebut = {int(c["tahun"]) for c in _TAHUN.finditer(teks) if c["sebut"]}
    sebut |= {int(t) for deret in _DERET_TAHUN.findall(teks) for t in re.findall(Y, deret)}
    dekat = {s.tahun for s in sebutan if s.tahun}
    if len(dekat | sebut) == 1:
        return (dekat | sebut).pop(), ""
    if not (dekat or sebut) and len(semua) == 1:
        return semua.pop(), ""
    return None, ", ".join(map(str, sorted(semua))) if semua else ""


def _susun(teks: str, tahun: int, sebutan: list[_Sebutan]) -> Periode | None:
    """Year plus the part of it; the whole year when no part is named, None when the parts contradict each other."""
    awal = tahun * 100
    if not sebutan:
        return periode_dari_bulan(awal + 12, "tahun")
    bagian = {(s.jenis, s.ke) for s in sebutan if s.jenis != "bulan"}
    if any(jenis in ("tanggal", "lain") for jenis, _ in bagian) or len(bagian) > 1 or _berlanjut(teks, sebutan):
        return None
    bulan = list(dict.fromkeys(s.ke for s in sebutan if s.jenis == "bulan"))
    sampai = any(_SAMPAI.search(teks[: s.awal]) for s in sebutan)
    if bagian:
        return _bagian_tahun(awal, *bagian.pop(), bulan, sampai=sampai)
    if len(bulan) == 1:
        return periode_dari_bulan(awal + bulan[0], "kumulatif" if sampai else "bulan")
    return None if _DAN.search(_kutip(teks, sebutan)) else rentang_bulan(awal, bulan)


def _berlanjut(teks: str, sebutan: list[_Sebutan]) -> bool:
    """Is there another one behind a quarter or half-year ("TRIWULAN I DAN II")?"""
    return any(s.jenis != "bulan" and _LANJUT.match(teks, s.akhir) is not None for s in sebutan)


def _bagian_tahun(awal: int, jenis: Jenis, ke: int, bulan: list[int], *, sampai: bool) -> Periode | None:
    """A quarter or half-year, cumulative behind "s.d."; None when months beside it are not its first to its last."""
    akhir = awal + ke * (3 if jenis == "triwulan" else 6)
    hasil = periode_dari_bulan(akhir, "triwulan" if jenis == "triwulan" else "semester")
    if sampai and not bulan and hasil.dari % 100 != 1:
        return periode_dari_bulan(akhir, "kumulatif")
    pas = not bulan or (len(bulan) > 1 and (awal + bulan[0], awal + bulan[-1]) == (hasil.dari, hasil.sampai))
    return hasil if pas else None


def _dari_hari(awal: int, cocok: re.Match[str]) -> Periode | None:
    """Days from one to another: the whole months they span, None for parts of months."""
    dari, sampai = URUT_BULAN[cocok[2] or cocok[4]], URUT_BULAN[cocok[4]]
    if (int(cocok[1]), int(cocok[3])) != (1, monthrange(awal // 100, sampai)[1]):
        return None
    return periode_dari_bulan(awal + dari, "bulan") if dari == sampai else rentang_bulan(awal, [dari, sampai])


def _kutip(teks: str, sebutan: list[_Sebutan]) -> str:
    return teks[sebutan[0].awal : max(s.akhir for s in sebutan)].strip()


def _sekitar(teks: str, letak: int) -> str:
    return teks[letak : letak + 30].strip()
