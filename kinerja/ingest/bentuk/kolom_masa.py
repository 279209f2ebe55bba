"""Periods that stand in a header: JAN, TRIWULAN I, 2023, under a title or beside a column that says the year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinerja.domain.periode import Periode, rentang
from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.kepala import Jalur
from kinerja.ingest.periode_teks import TAHUN_AKHIR, TAHUN_AWAL, periode_dari_sel

_KUMULATIF = re.compile(r"\b(?:S\s*[./]\s*D|SD|SAMPAI DENGAN|KUMULATIF)\b")
_BAGIAN = re.compile(r"(?P<jenis>TRIWULAN|TRIBULAN|TW|SEMESTER|SMT)\.?\s*-?\s*(?P<ke>IV|I{1,3}|[1-4])")
_KE = {"I": 1, "II": 2, "III": 3, "IV": 4}
_TAHUN = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True)
class Masa:
    """Months of a year, from 1 to 12, both included; ``tahun`` None where the header does not say it."""

    dari: int
    sampai: int
    tahun: int | None = None

    def dalam(self, dasar: Periode | None) -> Periode | None:
        """The period, its year from the table's or the row's period where the header has none."""
        tahun = self.tahun or (dasar.tahun if dasar else None)
        return None if tahun is None else rentang(tahun * 100 + self.dari, tahun * 100 + self.sampai)


def masa_kolom(jalur: Jalur) -> Masa | None:
    """The months a header names, None when it names none. Only words that are nothing else count."""
    bulan: Masa | None = None
    tahun: int | None = None
    for nomor, bagian in enumerate(jalur):
        utuh = periode_dari_sel(bagian)
        if utuh and utuh.panjang < 12:
            return Masa(utuh.dari % 100, utuh.sampai % 100, utuh.tahun)
        if utuh:
            tahun = utuh.tahun
        elif satu := _sebagian(bagian, jalur[nomor - 1] if nomor else ""):
            bulan = satu
    if bulan:
        return Masa(bulan.dari, bulan.sampai, tahun)
    return Masa(1, 12, tahun) if tahun else None


def _sebagian(bagian: str, atas: str) -> Masa | None:
    """A month, quarter or half-year without its year. Bare numbers are months only under the word BULAN."""
    if (not bagian.isdigit() or re.fullmatch(r"BULAN(?: KE)?", atas)) and (ke := nomor_bulan(bagian)):
        return Masa(ke, ke)
    cocok = _BAGIAN.fullmatch(bagian)
    if cocok is None:
        return None
    ke = _KE.get(cocok["ke"]) or int(cocok["ke"])
    lama = 6 if cocok["jenis"] in ("SEMESTER", "SMT") else 3
    return Masa((ke - 1) * lama + 1, ke * lama) if ke * lama <= 12 else None


def kumulatif(jalur: Jalur) -> bool:
    """Does the header say that its figures run on from January ("s.d. bulan ini")?"""
    return any(_KUMULATIF.search(bagian) for bagian in jalur)


def tahun_judul(jalur: Jalur) -> int | None:
    """The one year a header names, None for none or several."""
    tahun = {int(t) for bagian in jalur for t in _TAHUN.findall(bagian)}
    satu = tahun.pop() if len(tahun) == 1 else None
    return satu if satu and TAHUN_AWAL <= satu <= TAHUN_AKHIR else None
