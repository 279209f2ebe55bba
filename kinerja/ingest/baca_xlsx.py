"""Cells of an .xlsx through openpyxl, in the child process only.

openpyxl reports ``#DIV/0!`` (calamine gives nothing), but its reading mode knows neither merged ranges nor formulas
that were never computed, and it walks patiently to a cell at XFD1048576. So each sheet's XML is first searched as
bytes, which costs a tenth of a second for 350,000 cells.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from kinerja.ingest.sel_anak import Tolak, keluar, periksa_letak, pesan_tolak, susun_baris
from kinerja.ingest.tipe import MAKS_BARIS, Rentang

_ACUAN = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]{1,4})(\d{1,8})\"")
_BARIS = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=\"(\d{1,8})\"")
_DIMENSI = re.compile(rb"<(?:\w+:)?dimension\b[^>]*?\bref=\"(?:[A-Z]+\d+:)?([A-Z]{1,4})(\d{1,8})\"")
_GABUNG = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=\"([A-Z]{1,4})(\d{1,8}):([A-Z]{1,4})(\d{1,8})\"")
_RUMUS_HAMPA = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_LETAK = re.compile(rb"\br=\"([A-Z]{1,4})(\d{1,8})\"")


def baca_xlsx(jalur: str, lembar: tuple[str, ...]) -> Iterator[dict[str, Any] | list[Any]]:
    """Messages of ``anak``. Hidden sheets are read only when asked for by name."""
    import openpyxl

    buku = openpyxl.load_workbook(jalur, read_only=True, data_only=True, keep_links=False)
    yield {"semua": buku.sheetnames}
    with zipfile.ZipFile(jalur) as arsip:
        for lembaran in buku.worksheets:
            if lembar and lembaran.title not in lembar:
                continue
            if not lembar and lembaran.sheet_state != "visible":
                yield {"tersembunyi": lembaran.title}
                continue
            try:
                yield from _baca_lembar(lembaran, arsip.read(lembaran._worksheet_path))
            except Tolak as tolak:
                yield pesan_tolak(tolak, lembaran.title)


def _baca_lembar(lembaran: Any, xml: bytes) -> Iterator[dict[str, Any] | list[Any]]:
    periksa_sebaran(xml)
    hampa = rumus_hampa(xml)
    yield {"lembar": lembaran.title, "gabung": rentang_gabung(xml)}
    lembaran.reset_dimensions()  # a wrong dimension would cut columns off
    for nomor, isi in enumerate(lembaran.iter_rows(values_only=True)):
        periksa_letak(nomor, len(isi) - 1)
        sel = [keluar(nilai, nomor, kolom) for kolom, nilai in enumerate(isi)]
        for kolom in hampa.get(nomor, ()):
            sel.extend([None] * (kolom + 1 - len(sel)))
            sel[kolom] = {"g": ""}
        if pesan := susun_baris(nomor, sel):
            yield pesan


def periksa_sebaran(xml: bytes) -> None:
    """Raises ``Tolak`` when the sheet says it has, or has, cells beyond the limits."""
    jumlah = sum(1 for _ in _BARIS.finditer(xml))
    if jumlah > MAKS_BARIS:
        raise Tolak("masalah.terlalu_banyak_baris", batas=50_000)
    for pola in (_DIMENSI, _ACUAN):
        for cocok in pola.finditer(xml):
            periksa_letak(int(cocok[2]) - 1, _kolom(cocok[1]))
    for cocok in _BARIS.finditer(xml):
        periksa_letak(int(cocok[1]) - 1, 0)


def rentang_gabung(xml: bytes) -> list[Rentang]:
    return [(int(g[2]) - 1, _kolom(g[1]), int(g[4]) - 1, _kolom(g[3])) for g in _GABUNG.finditer(xml)]


def rumus_hampa(xml: bytes) -> dict[int, list[int]]:
    """Row → columns of formulas whose value was never stored. An empty text is a value (``t="str"``)."""
    hasil: dict[int, list[int]] = {}
    for cocok in _RUMUS_HAMPA.finditer(xml):
        letak = _LETAK.search(cocok[1])
        if letak and not (cocok[2] and b't="str"' in cocok[1]):
            hasil.setdefault(int(letak[2]) - 1, []).append(_kolom(letak[1]))
    return hasil


def _kolom(huruf: bytes) -> int:
    kolom = 0
    for satu in huruf:
        kolom = kolom * 26 + satu - 64
    return kolom - 1
