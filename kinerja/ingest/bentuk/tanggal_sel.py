"""Days as people write them, the order of day and month decided once per column and never per cell.

``5/10/2026`` is the fifth of October or the tenth of May. A column decides when one of its dates has one reading only
(``13/10/2026``), or when only one reading lies in the period the person chose; else it is asked. One trap is older than
this program: Excel with American settings turns 5/10 into a real date, the tenth of May, and leaves 13/10 as a text;
with Indonesian settings it does the same to American dates.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.domain.periode import Periode
from kinerja.ingest.bentuk.urut_hari import duga_urut, hari_tiga
from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.periode_teks import TAHUN_AKHIR, TAHUN_AWAL
from kinerja.ingest.peta.model import KolomPeta, UrutTanggal
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Sel, SelGalat, ringkas, teks_sel

_JAM = re.compile(
    r"(?:t|[\s,]+)[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]{1,6})?)?\s*(?:am|pm)?\s*"
    r"(?:z|wib|wita|wit|(?:gmt|utc)?\s*[+-]?[0-9]{0,2}(?::?[0-9]{2})?)?$"
)
_HARI = re.compile(
    r"^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[\s,./]*"
)
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_RAPAT = re.compile(r"(20[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])")
_DUA = re.compile(r"([0-9]{1,2})\s*[-/.]\s*([0-9]{1,2})\s*[-/.]\s*([0-9]{4})")
_KATA = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[\s.\-/]*([a-z]{3,12})\.?,?[\s.\-/]*([0-9]{4})")
_KATA_DEPAN = re.compile(r"([a-z]{3,12})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})")
_SAMPAI = r"\s*(?:-|–|—|s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|to|&|dan)\s*"
_HARI_HARI = re.compile(rf"([0-9]{{1,2}})(?:{_SAMPAI}[0-9]{{1,2}})+(\s+[a-z]{{3,12}}\.?,?\s+[0-9]{{4}})")
_BULAN_BULAN = re.compile(
    rf"([0-9]{{1,2}}\s+[a-z]{{3,12}})\.?{_SAMPAI}[0-9]{{1,2}}\s+[a-z]{{3,12}}\.?,?\s+([0-9]{{4}})"
)
_UTUH_UTUH = re.compile(r"(.{6,30}?)\s+(?:-|–|—|s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|to)\s+(.{6,30})")
_URUT: tuple[UrutTanggal, ...] = ("dmy", "mdy")
_EXCEL_NOL = date(1899, 12, 30)
_EXCEL = range(36_526, 73_415)  # 2000-01-01 to 2100-12-31 as Excel counts days
_MAKS = 80
_KOSONG = frozenset(("", "-", "--", "–", "—", "null", "na", "n/a", "0", "nihil"))


@dataclass(frozen=True)
class Hari:
    """A day, or None with the catalog key of the reason; None without one is a blank."""

    nilai: date | None
    alasan: str = ""


@dataclass(frozen=True)
class UrutKolom:
    """The order a column writes days in, or the key of the question and the cell it is about."""

    urut: UrutTanggal
    alasan: str = ""
    contoh: Sel = None


def tanggal_kosong(sel: Sel) -> bool:
    return sel is None or (not isinstance(sel, SelGalat) and teks_sel(sel).strip().lower() in _KOSONG)


def tentukan_urut(sel: Iterable[Sel], dalam: Periode | None = None) -> UrutKolom:
    """How this column writes days. ``dalam``: the period the person said the file is about."""
    isi = list(sel)
    pasangan = [(s, p) for s in isi if isinstance(s, str) and (p := _pasangan(s))]
    dmy = [s for s, (a, b, _) in pasangan if a > 12 >= b]
    mdy = [s for s, (a, b, _) in pasangan if b > 12 >= a]
    if dmy and mdy:
        return UrutKolom("", "masalah.hari_campur", mdy[0])
    if dmy or mdy:
        asli = [s for s in isi if isinstance(s, date)]
        if asli and all(s.day <= 12 for s in asli):
            return UrutKolom("", "masalah.hari_tertukar", asli[0])
        return UrutKolom("dmy") if dmy else UrutKolom("mdy", "", mdy[0])
    ragu = [(s, p) for s, p in pasangan if p[0] != p[1]]
    if not ragu:
        return UrutKolom("dmy")
    if dalam and (urut := _yang_muat([p for _, p in ragu], dalam)):
        return UrutKolom(urut)
    return UrutKolom("", "masalah.hari_ragu", ragu[0][0])


def _yang_muat(pasangan: list[tuple[int, int, int]], dalam: Periode) -> UrutTanggal:
    """The one order by which every day lies in the period, or ''."""
    muat: dict[UrutTanggal, bool] = {
        "dmy": all(dalam.dari <= t * 100 + b <= dalam.sampai for _, b, t in pasangan),
        "mdy": all(dalam.dari <= t * 100 + a <= dalam.sampai for a, _, t in pasangan),
    }
    pilihan = [urut for urut, ya in muat.items() if ya]
    return pilihan[0] if len(pilihan) == 1 else ""


def _pasangan(sel: str) -> tuple[int, int, int] | None:
    """First number, second number and year of a text like 5/10/2026, also where a span of days begins with it."""
    cocok = _DUA.fullmatch(_hari_pertama(_polos(sel)))
    return (int(cocok[1]), int(cocok[2]), int(cocok[3])) if cocok else None


def _polos(teks: str) -> str:
    """The text without weekday and time, lower case, single blanks; '' for one that cannot be a day.

    Only dashes and quotes may be other than ASCII: digits of other scripts would pass as digits.
    """
    isi = " ".join(teks.replace("−", "-").lower().split())
    if len(isi) > _MAKS or not re.sub("[–—’]", "", isi).isascii():
        return ""
    return _HARI.sub("", _JAM.sub("", isi)).strip(" ,'")


def baca_hari(sel: Sel, urut: UrutTanggal = "", *, rentang: bool = False) -> Hari:
    """The day of a cell in a column of this order. ``rentang``: of "4–6 Agustus 2026" the first day."""
    if tanggal_kosong(sel):
        return Hari(None)
    if isinstance(sel, str):
        return _dari_teks(sel, urut, rentang)
    if isinstance(sel, date):
        return _wajar(sel)
    if isinstance(sel, SelGalat):
        return Hari(None, "masalah.sel_galat" if sel.teks else "masalah.rumus_hampa")
    return _dari_angka(sel or 0)


def sebuah_hari(sel: Sel, *, rentang: bool = False) -> bool:
    """Is this a day in one order or the other?"""
    return any(baca_hari(sel, urut, rentang=rentang).nilai for urut in _URUT)


def _dari_angka(sel: float) -> Hari:
    """A day as Excel counts it, or written together as 20261005."""
    if isinstance(sel, bool) or not math.isfinite(sel):
        return Hari(None, "masalah.hari_bukan")
    if sel == int(sel) and (cocok := _RAPAT.fullmatch(str(int(sel)))):
        return _susun(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    return Hari(_EXCEL_NOL + timedelta(int(sel))) if int(sel) in _EXCEL else Hari(None, "masalah.hari_bukan")


def _dari_teks(sel: str, urut: UrutTanggal, rentang: bool) -> Hari:
    teks = _polos(sel)
    if rentang:
        teks = _hari_pertama(teks)
    if re.fullmatch(r"[0-9]{5}|[0-9]{8}", teks):
        return _dari_angka(int(teks))
    if cocok := _ISO.fullmatch(teks):
        return _susun(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    if cocok := _KATA.fullmatch(teks):
        return _susun(int(cocok[3]), nomor_bulan(cocok[2]), int(cocok[1]))
    if cocok := _KATA_DEPAN.fullmatch(teks):
        return _susun(int(cocok[3]), nomor_bulan(cocok[1]), int(cocok[2]))
    if cocok := _DUA.fullmatch(teks):
        a, b, tahun = int(cocok[1]), int(cocok[2]), int(cocok[3])
        return _susun(tahun, a, b) if urut == "mdy" else _susun(tahun, b, a if urut == "dmy" or a == b else 0)
    return Hari(None, "masalah.hari_bukan")


def _hari_pertama(teks: str) -> str:
    """The first day of a span of days, as a text of its own."""
    if cocok := _HARI_HARI.fullmatch(teks):
        return f"{cocok[1]}{cocok[2]}"
    if cocok := _BULAN_BULAN.fullmatch(teks):
        return f"{cocok[1]} {cocok[2]}"
    if cocok := _UTUH_UTUH.fullmatch(teks):
        return _HARI.sub("", _JAM.sub("", cocok[1])).strip(" ,")
    return teks


def _susun(tahun: int, bulan: int, hari: int) -> Hari:
    try:
        return _wajar(date(tahun, bulan, hari))
    except ValueError:
        return Hari(None, "masalah.hari_bukan")


def _wajar(hari: date) -> Hari:
    return Hari(hari) if TAHUN_AWAL <= hari.year <= TAHUN_AKHIR else Hari(None, "masalah.hari_jauh")


class KolomHari:
    """A column of days at work: its order is settled at the start, every bad cell is noted where it stands."""

    def __init__(
        self,
        pembaca: PembacaPeta,
        kolom: KolomPeta,
        baris: Sequence[int],
        *,
        rentang: bool = False,
        bebas: bool = False,
        masa: Callable[[int], Periode | None] | None = None,
    ) -> None:
        self.pembaca, self.kolom, self.rentang = pembaca, kolom, rentang
        self.urut, self.jelas = kolom.tanggal or pembaca.konteks.opsi.tanggal, True
        if not self.urut:
            usul = self._usul(baris, bebas)
            if usul.alasan == "masalah.hari_ragu" and (urut := self._duga(baris, bebas, masa)):
                usul = UrutKolom(urut)
            self.urut, self.jelas = usul.urut, not usul.alasan
            if usul.alasan:
                di = next(n for n in baris if pembaca.sel(n, kolom) is usul.contoh)
                pembaca.catat(usul.alasan, di, kolom, contoh=ringkas(usul.contoh))

    def _duga(self, baris: Sequence[int], bebas: bool, masa: Callable[[int], Periode | None] | None) -> UrutTanggal:
        """The order by what else the file says, told once a sheet with an example; '' to ask. Registers only ask."""
        teks = {n: s for n in baris if isinstance(s := self.pembaca.sel(n, self.kolom), str)}
        isi = {
            n: (_polos(s), p) for n, s in teks.items() if (p := _pasangan(s)) and max(p[:2]) <= 12 and min(p[:2]) > 0
        }
        if self.pembaca.peta.bentuk == "register":
            return ""
        lampau = self.kolom.isi in ("tanggal", "lapor")
        dugaan = duga_urut(self.pembaca, isi, bebas=bebas, masa=masa, lampau=lampau)
        if dugaan.urut:
            di = next(n for n, (_, p) in isi.items() if p[0] != p[1])
            hasil, lembar = self.pembaca.konteks.hasil, self.pembaca.lembar.nama
            if not any((m.alasan, m.lembar) == (dugaan.alasan, lembar) for m in hasil.masalah):
                terbaca = hari_tiga(isi[di][1], dugaan.urut).strftime("%d-%m-%Y")
                bulan = f"{isi[di][1][2]}-{terbaca[3:5]}"
                args = {"contoh": ringkas(teks[di]), "bulan": bulan, **(dugaan.args or {})}
                self.pembaca.catat(dugaan.alasan, di, self.kolom, "peringatan", **args)
        return dugaan.urut

    def _usul(self, baris: Sequence[int], bebas: bool) -> UrutKolom:
        """What the column says of its order; of a column that cannot tell, what the other columns of days say.

        ``bebas``: its days may lie outside the period of the file (a deadline), so that the period decides nothing.
        """
        sel = self.pembaca.sel
        usul = tentukan_urut((sel(n, self.kolom) for n in baris), None if bebas else self.pembaca.konteks.opsi.periode)
        if usul.alasan != "masalah.hari_ragu":
            return usul
        hari = [k for k in self.pembaca.peta.kolom if k.isi in ("tanggal", "batas", "lapor", "tmt", "akhir")]
        semua = tentukan_urut(sel(n, k) for k in hari for n in baris)
        return usul if semua.alasan else semua

    def hari(self, nomor: int) -> date | None:
        """The day of this row; None for a blank, and for a bad cell with the problem noted."""
        hasil = baca_hari(self.pembaca.sel(nomor, self.kolom), self.urut, rentang=self.rentang)
        if hasil.alasan and self.jelas:
            self.pembaca.catat(hasil.alasan, nomor, self.kolom)
        return hasil.nilai if self.jelas else None

    @staticmethod
    def uji(pembaca: PembacaPeta, kolom: KolomPeta, *, rentang: bool = False) -> Callable[[int], bool]:
        """A test for rows: does their cell of this column hold a day, in whatever order?"""
        return lambda nomor: sebuah_hari(pembaca.sel(nomor, kolom), rentang=rentang)

    def dalam_pilihan(self, nomor: int, hari: date) -> bool:
        """Does the day lie in the period that was chosen for the file? If not, the problem is noted."""
        pilihan = self.pembaca.konteks.opsi.periode
        if pilihan is None or pilihan.dari <= hari.year * 100 + hari.month <= pilihan.sampai:
            return True
        self.pembaca.catat("masalah.hari_luar_periode", nomor, self.kolom, pilihan=pilihan.kode)
        return False
