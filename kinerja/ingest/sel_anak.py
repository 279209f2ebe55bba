"""Cells on their way out of the child process: JSON values, and the limits every sheet must keep."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

from kinerja.ingest.tipe import MAKS_BARIS, MAKS_KOLOM, MAKS_SEL, huruf_kolom

GALAT_EXCEL = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!")
)


class Tolak(Exception):  # noqa: N818 - a sheet refused, not a fault
    """The sheet is refused: catalog key and arguments."""

    def __init__(self, kunci: str, **args: object) -> None:
        super().__init__(kunci)
        self.kunci = kunci
        self.args_kunci = args


def pesan_tolak(tolak: Tolak, lembar: str) -> dict[str, Any]:
    return {"galat": tolak.kunci, "args": tolak.args_kunci, "lembar": lembar}


def periksa_letak(baris: int, kolom: int) -> None:
    """Raises ``Tolak`` for a cell (counted from 0) outside the limits."""
    if baris >= MAKS_BARIS or kolom >= MAKS_KOLOM:
        raise Tolak(
            "masalah.sel_jauh",
            sel=f"{huruf_kolom(kolom)}{baris + 1}",
            batas_baris=50_000,
            batas_kolom=MAKS_KOLOM,
        )


def keluar(nilai: object, baris: int, kolom: int) -> Any:
    """``nilai`` as JSON can carry it. Raises ``Tolak`` for a text too long."""
    match nilai:
        case None | bool() | int():
            return nilai
        case float():
            return nilai if math.isfinite(nilai) else {"g": "#NUM!"}
        case datetime():
            return {"d": nilai.date().isoformat()}
        case date():
            return {"d": nilai.isoformat()}
    teks = str(nilai)
    if len(teks) > MAKS_SEL:
        raise Tolak("masalah.sel_panjang", sel=f"{huruf_kolom(kolom)}{baris + 1}", batas=MAKS_SEL)
    return {"g": teks} if teks in GALAT_EXCEL else teks or None


def susun_baris(nomor: int, sel: list[Any]) -> list[Any] | None:
    """The row message without empty cells at its end; None for an empty row."""
    while sel and sel[-1] is None:
        sel.pop()
    return [nomor, *sel] if sel else None
