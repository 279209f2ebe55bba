"""Who has reported what, and how punctually: states of units × months, from the facts and the day they came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal

from kinerja.charts.kelengkapan import Sel
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import WIB, Periode, bulan_antara, geser_bulan, rentang, selisih_bulan
from kinerja.domain.unit import turunan
from kinerja.indikator.registry import registri
from kinerja.ui import lingkup, sumber
from kinerja.ui.lingkup import Lingkup

BATAS_HARI = 10
"""The office's own setting: reports of a month are due on this day of the month after."""
_KOLOM, _KOLOM_SEMPIT = 12, 6
Tepat = Literal["tepat", "setelah", "belum", "belum_jatuh_tempo", "tidak_dinilai"]


@dataclass(frozen=True)
class Lapor:
    """One indikator, unit and column. ``masuk``: the day it came in first, None while it has not."""

    indikator: str
    unit: str
    masa: Periode
    keadaan: str
    masuk: date | None


def kolom(lk: Lingkup) -> list[Periode]:
    """The last months up to the end of the period, from the first month with data on; years where only years are."""
    banyak, akhir = _KOLOM_SEMPIT if lk.sempit else _KOLOM, lk.periode.sampai
    if not lk.isi.bulanan:
        tahun = range(max(lk.isi.awal // 100, akhir // 100 - banyak + 1), akhir // 100 + 1)
        return [rentang(t * 100 + 1, t * 100 + 12) for t in tahun]
    return [rentang(b, b) for b in bulan_antara(max(lk.isi.awal, geser_bulan(akhir, 1 - banyak)), akhir)]


def sekelompok(lk: Lingkup) -> list[str]:
    """The indikator with data that belong to the chosen one's group."""
    kelompok = registri()[lk.indikator].kelompok
    return [k for k in lingkup.indikator_berdata(lk.isi) if registri()[k].kelompok == kelompok]


def baca(lk: Lingkup, indikator: Iterable[str], masa: Sequence[Periode]) -> list[Lapor]:
    """A row for every unit at or below the chosen one that reports an indikator, and every column."""
    di_bawah = turunan(lk.unit, lk.isi.pohon.anak)
    hasil: list[Lapor] = []
    for kode in indikator:
        ada = {(k.unit, k.bulan): k for k in sumber.kelengkapan(lk.isi, kode, masa[0].dari, masa[-1].sampai)}
        pernah = sumber.rentang_lapor(lk.isi, kode)
        for unit in (u for u in di_bawah if u in pernah):
            for p in masa:
                k = ada[unit, p.sampai]
                keadaan = _keadaan(k.keadaan, p, pernah[unit], registri()[kode], lk.isi.akhir)
                masuk = datetime.fromisoformat(k.masuk).astimezone(WIB).date() if k.masuk else None
                hasil.append(Lapor(kode, unit, p, keadaan, masuk))
    return hasil


def _keadaan(asal: str, p: Periode, pernah: Sequence[tuple[int, int]], ind: Indikator, akhir: int) -> str:
    """lapor, belum, bukan_bulanan or tidak_berlaku. A unit owes nothing for the time before its first report."""
    if asal == "tidak_berlaku":
        return asal
    if asal == "lapor" or any(p.dari <= dari and sampai <= p.sampai for dari, sampai in pernah):
        panjang = [d for d, s in pernah if d <= p.dari and p.sampai <= s and (d, s) != (p.dari, p.sampai)]
        return "bukan_bulanan" if panjang and (p.dari, p.sampai) not in pernah else "lapor"
    if p.sampai < pernah[0][0]:
        return "tidak_berlaku"
    return "bukan_bulanan" if not ind.laporan_bulanan or _belum_genap(p, pernah[-1], akhir) else "belum"


def _belum_genap(p: Periode, terakhir: tuple[int, int], akhir: int) -> bool:
    """Does the unit report longer spans, and does the one that holds ``p`` end after the last month with data?"""
    lama = selisih_bulan(*terakhir) + 1
    if lama <= p.panjang:
        return False
    return geser_bulan(p.sampai, lama - 1 - (p.sampai % 100 - 1) % lama) > akhir


def per_sel(lk: Lingkup, isi: Iterable[Lapor], tulis_masuk: Mapping[date, str]) -> list[Sel]:
    """Cells of the heat map: the indikator of a unit and column taken together, units in official order."""
    urut = {u: n for n, u in enumerate(lk.isi.pohon.units)}

    def kunci(x: Lapor) -> tuple[int, int]:
        return urut[x.unit], x.masa.sampai

    hasil = []
    for _, grup in groupby(sorted(isi, key=kunci), key=kunci):
        sama = list(grup)
        ada, wajib, keadaan = gabung(sama)
        masuk = lengkap_pada(sama)
        unit = sama[0].unit
        tulis = tulis_masuk.get(masuk, "") if masuk else ""
        hasil.append(Sel(unit, lk.isi.pohon.nama(unit), sama[0].masa.sampai, keadaan, ada, wajib, tulis))
    return hasil


def gabung(sama: Sequence[Lapor]) -> tuple[int, int, str]:
    """Of one unit and column: how many indikator came in, how many are due, and what that is called."""
    keadaan = [x.keadaan for x in sama]
    ada, wajib = keadaan.count("lapor"), keadaan.count("lapor") + keadaan.count("belum")
    if not wajib:
        return 0, 0, "bukan_bulanan" if "bukan_bulanan" in keadaan else "tidak_berlaku"
    return ada, wajib, "lapor" if ada == wajib else "sebagian" if ada else "belum"


def lengkap_pada(sama: Sequence[Lapor]) -> date | None:
    """The day the last of what is due came in; None while something is missing."""
    wajib = [x for x in sama if x.keadaan in ("lapor", "belum")]
    hari = [x.masuk for x in wajib if x.masuk is not None and x.keadaan == "lapor"]
    return max(hari) if hari and len(hari) == len(wajib) else None


def batas_lapor(p: Periode) -> date:
    """The last day on which a report is punctual."""
    berikut = geser_bulan(p.sampai, 1)
    return date(berikut // 100, berikut % 100, BATAS_HARI)


def nilai_tepat(sama: Sequence[Lapor], mulai: date, hari_ini: date) -> Tepat:
    """How punctual one unit was in one month. What was due before the store was begun is not judged: old reports were
    brought in all at once."""
    batas, masuk = batas_lapor(sama[0].masa), lengkap_pada(sama)
    if batas < mulai or not gabung(sama)[1] or sama[0].masa.panjang > 1:
        return "tidak_dinilai"
    if masuk is not None:
        return "tepat" if masuk <= batas else "setelah"
    return "belum_jatuh_tempo" if hari_ini <= batas else "belum"
