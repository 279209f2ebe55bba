"""Cells on their way out of the child process: JSON values, and the limits every sheet must keep."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kinerja.ingest.tipe import MAKS_BARIS, MAKS_KOLOM, MAKS_SEL, Rentang, SelGalat, SelPersen, huruf_kolom

GALAT_EXCEL = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!")
)
MAKS_GABUNG = 20_000
MAKS_SEL_BERKAS = 3_000_000
_MAKS_ANGKA = 1e300


class Tolak(Exception):  # noqa: N818 - a sheet refused, not a fault
    """The sheet is refused: catalog key and arguments."""

    def __init__(self, kunci: str, **args: object) -> None:
        super().__init__(kunci)
        self.kunci = kunci
        self.args_kunci = args


def pesan_tolak(tolak: Tolak, lembar: str) -> dict[str, Any]:
    return {"galat": tolak.kunci, "args": tolak.args_kunci, "lembar": lembar}


def nama_sel(baris: int, kolom: int) -> str:
    """The cell as the spreadsheet program names it: (0, 0) → A1."""
    return f"{huruf_kolom(kolom)}{baris + 1}"


def periksa_letak(baris: int, kolom: int, terisi: int = 0) -> None:
    """Raises ``Tolak`` for a cell (counted from 0) outside the limits. ``terisi``: filled rows before it.

    A sheet full of rows is too long; a nearly empty one has a stray cell, and another sentence.
    """
    if baris >= MAKS_BARIS and terisi >= MAKS_BARIS // 2:
        raise Tolak("masalah.terlalu_banyak_baris", batas=50_000)
    if baris >= MAKS_BARIS or kolom >= MAKS_KOLOM:
        raise Tolak("masalah.sel_jauh", sel=nama_sel(baris, kolom), batas_baris=50_000, batas_kolom=MAKS_KOLOM)


def keluar(nilai: object, baris: int, kolom: int) -> Any:
    """``nilai`` as JSON can carry it. Raises ``Tolak`` for a text too long."""
    match nilai:
        case None | bool():
            return nilai
        case int() | float():
            return _angka(nilai)
        case SelGalat(galat):
            return {"g": galat[:MAKS_SEL]}
        case date():  # a datetime is one too
            return {"d": nilai.isoformat()[:10]}
    teks = str(nilai)
    if len(teks) > MAKS_SEL:
        raise Tolak("masalah.sel_panjang", sel=nama_sel(baris, kolom), batas=MAKS_SEL)
    return {"g": teks} if teks in GALAT_EXCEL else teks or None


def _angka(nilai: float) -> Any:
    """A number, unless it is one that no cell shows."""
    if not math.isfinite(nilai) or abs(nilai) >= _MAKS_ANGKA:
        return {"g": "#NUM!"}
    return {"p": float(nilai)} if isinstance(nilai, SelPersen) else nilai


def susun_baris(nomor: int, sel: list[Any]) -> list[Any] | None:
    """The row message without empty cells at its end; None for an empty row."""
    while sel and sel[-1] is None:
        sel.pop()
    return [nomor, *sel] if sel else None


def susun_gabung(gabung: list[Rentang]) -> Iterator[dict[str, Any]]:
    """The message of merged ranges, those within the limits. Raises ``Tolak`` for more than any table has."""
    if len(gabung) > MAKS_GABUNG:
        raise Tolak("masalah.gabung_banyak", batas=MAKS_GABUNG)
    # A range may span the whole sheet: readers walk over its cells.
    isi = [(a, b, min(c, MAKS_BARIS), min(d, MAKS_KOLOM)) for a, b, c, d in gabung if a < MAKS_BARIS and b < MAKS_KOLOM]
    if isi:
        yield {"gabung": isi}


def pesan_sembunyi(baris: Iterable[int], lembar: str) -> Iterator[dict[str, Any]]:
    """A warning that hidden rows are read like all others: who sends a filtered table may not expect it."""
    daftar = sorted(baris)
    if daftar:
        args = {"jumlah": len(daftar), "pertama": str(daftar[0] + 1)}
        yield {"peringatan": "masalah.baris_tersembunyi", "args": args, "lembar": lembar}
