"""Numbers written as text: Indonesian 1.234,5 or English 1,234.5, decided once per column and never per cell.

The rule, in this order:
1. Tokens that have one reading only (``1.234.567``, ``43,36``, ``0.5``) decide. Both kinds in a column: ask.
2. In a column of counts a token such as ``15.878`` can only be fifteen thousand, as 15.878 would not be a count. Still
   a column of that alone is believed only when at least two such tokens agree, or another column of the same table
   speaks the same language (``43,36`` beside it); and never when a plain ``1964`` stands among them, because an
   office that groups digits writes 1.964, or when the other columns speak the other language. Failing that, the other
   columns of counts are asked in the same way, then the printed total (``gaya_dari_jumlah``). Else: ask.
3. In a column of decimals (targets, percentages) nothing of the kind is assumed: ask.
Real numbers of a spreadsheet are taken as they are and decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from kinerja.ingest.tipe import Sel, SelGalat, SelPersen

Gaya = Literal["id", "en"]
Jenis = Literal["cacah", "desimal"]

MAKS_CACAH = 10**12
_KOSONG = frozenset(("", "-", "--", "–", "—", "null", "na", "n/a", "nihil", "(nihil)"))
_ANGKA = re.compile(r"[+-]?[0-9]{1,15}")
_TEGAS = re.compile(r"[0-9]{1,3}(?:(?:\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,}|(?:\.[0-9]{3})+,[0-9]+|(?:,[0-9]{3})+\.[0-9]+)")
_POLA: dict[Gaya, re.Pattern[str]] = {
    "id": re.compile(r"[+-]?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5}|[0-9]{1,15})(?:,[0-9]{1,20})?"),
    "en": re.compile(r"[+-]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}|[0-9]{1,15})(?:\.[0-9]{1,20})?"),
}


@dataclass(frozen=True)
class Angka:
    """A value, or None with the catalog key of the reason; None without one is a blank, which is never 0."""

    nilai: Decimal | None
    alasan: str = ""


KOSONG = Angka(None)


@dataclass(frozen=True)
class GayaKolom:
    """The way a column writes numbers, or the key of the question and the tokens it is about."""

    gaya: Gaya
    alasan: str = ""
    contoh: tuple[str, ...] = ()


def sel_kosong(sel: Sel) -> bool:
    """Blank, or one of the signs offices write for "nothing to report"."""
    return sel is None or (isinstance(sel, str) and sel.strip().lower() in _KOSONG)


@lru_cache(maxsize=16_384)
def _bacaan(token: str) -> dict[Gaya, Decimal]:
    """Every way to read the token; {} when it is no number in either language."""
    hasil: dict[Gaya, Decimal] = {}
    for gaya, pola in _POLA.items():
        if pola.fullmatch(token):
            ribuan, koma = (".", ",") if gaya == "id" else (",", ".")
            hasil[gaya] = Decimal(token.replace(ribuan, "").replace(koma, "."))
    return hasil


def token_angka(sel: Sel) -> str:
    """The cell's text ready for the grammar: one kind of minus sign, no percent sign; '' for anything but text."""
    if not isinstance(sel, str):
        return ""
    if sel.isascii() and sel.isdigit():  # most cells: spare them the rest
        return sel
    if sel_kosong(sel):
        return ""
    return sel.strip().replace("−", "-").removesuffix("%").rstrip()


def bahasa_pasti(sel: Iterable[Sel]) -> frozenset[Gaya]:
    """The languages that some token of these cells can only be written in."""
    bacaan = (_bacaan(token) for token in map(token_angka, sel) if token)
    return frozenset(next(iter(b)) for b in bacaan if len(b) == 1)


def bahasa_tegas(sel: Iterable[Sel]) -> frozenset[Gaya]:
    """The languages of numbers that are nothing else in whatever column: 12.345.678 or 1.234,5."""
    return bahasa_pasti(s for s in sel if isinstance(s, str) and _TEGAS.fullmatch(s.strip()))


def tentukan_gaya(
    sel: Sequence[Sel],
    jenis: Jenis,
    lain: frozenset[Gaya] = frozenset(),
    cacah: Iterable[Sel] = (),
    tercetak: Sequence[Sel] = (),
) -> GayaKolom:
    """How this column writes numbers. ``lain``: ``bahasa_pasti`` of the other columns of the table; ``cacah``: the
    cells of its other columns of counts, which agree or not where this column alone leaves a doubt; ``tercetak``: its
    printed totals."""
    token = [t for t in map(token_angka, sel) if t]
    pasti: dict[Gaya, list[str]] = {"id": [], "en": []}
    ragu: list[str] = []
    for satu in token:
        bacaan = _bacaan(satu)
        if len(bacaan) == 1:
            pasti[next(iter(bacaan))].append(satu)
        elif len(set(bacaan.values())) == 2:
            ragu.append(satu)
    if pasti["id"] and pasti["en"]:
        return GayaKolom("id", "masalah.angka_campur", (pasti["id"][0], pasti["en"][0]))
    if pasti["id"] or pasti["en"]:
        return GayaKolom("id" if pasti["id"] else "en")
    if not ragu:
        return GayaKolom("id")
    hasil = _putuskan_ragu(ragu, token, jenis, lain)
    if not hasil.alasan or jenis == "desimal":
        return hasil
    if gaya := gaya_dari_jumlah(sel, tercetak):
        return GayaKolom(gaya)
    semua = [*token, *(t for t in map(token_angka, cacah) if t)]
    bersama = _putuskan_ragu([t for t in semua if len(set(_bacaan(t).values())) == 2], semua, jenis, lain)
    return hasil if bersama.alasan else bersama


def gaya_dari_jumlah(sel: Sequence[Sel], tercetak: Iterable[Sel]) -> Gaya | None:
    """The one way of writing by which the cells add up to a printed total; None for none or both."""
    cocok: list[Gaya] = []
    jumlah = list(tercetak)
    for gaya in _POLA:
        isi, total = ([baca_angka(s, "desimal", gaya).nilai for s in daftar] for daftar in (sel, jumlah))
        if sum((n for n in isi if n is not None), Decimal(0)) in [n for n in total if n is not None]:
            cocok.append(gaya)
    return cocok[0] if len(cocok) == 1 else None


def _putuskan_ragu(ragu: list[str], token: list[str], jenis: Jenis, lain: frozenset[Gaya]) -> GayaKolom:
    """Rules 2 and 3 of the module."""
    tanda = {"." if "." in satu else "," for satu in ragu}
    polos = next((satu for satu in token if _ANGKA.fullmatch(satu) and len(satu.lstrip("+-")) > 3), None)
    gaya: Gaya = "id" if tanda == {"."} else "en"
    contoh = (ragu[0], polos) if polos else (ragu[0],)
    if jenis == "desimal" or len(tanda) == 2 or polos or lain - {gaya}:
        return GayaKolom(gaya, "masalah.angka_ragu", contoh)
    if len(ragu) >= 2 or gaya in lain:
        return GayaKolom(gaya)
    return GayaKolom(gaya, "masalah.angka_ragu", contoh)


def baca_angka(sel: Sel, jenis: Jenis, gaya: Gaya) -> Angka:
    """The cell's value in a column that writes numbers this way."""
    if not isinstance(sel, str):
        return _baca_bukan_teks(sel, jenis)
    token = token_angka(sel)
    if not token:
        return KOSONG if sel_kosong(sel) else Angka(None, "masalah.angka_bukan")
    bacaan = _bacaan(token)
    if not bacaan or (jenis == "cacah" and "%" in str(sel)):
        return Angka(None, "masalah.angka_bukan")
    # A token of the other language in a decided column is not read with a guess.
    return _batasi(bacaan[gaya], jenis) if gaya in bacaan else Angka(None, "masalah.angka_gaya_lain")


def _baca_bukan_teks(sel: Sel, jenis: Jenis) -> Angka:
    match sel:
        case bool():
            return Angka(None, "masalah.angka_bukan")
        case SelPersen() if jenis == "cacah":
            return Angka(None, "masalah.angka_bukan")
        case int() | float():
            return _batasi(Decimal(repr(sel)), jenis)
        case SelGalat(teks):
            return Angka(None, "masalah.sel_galat" if teks else "masalah.rumus_hampa")
        case date():
            return Angka(None, "masalah.angka_tanggal")
        case _:
            return KOSONG


def _batasi(nilai: Decimal, jenis: Jenis) -> Angka:
    if jenis == "desimal":
        return Angka(nilai)
    bulat = nilai.to_integral_value()
    if abs(nilai - bulat) > Decimal("1e-6"):  # a spreadsheet's sum of decimals may miss by a hair
        return Angka(None, "masalah.angka_pecahan")
    if bulat < 0:
        return Angka(None, "masalah.angka_negatif")
    return Angka(bulat) if bulat <= MAKS_CACAH else Angka(None, "masalah.angka_besar")
