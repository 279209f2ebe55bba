"""Cells of an .ods with the standard library's parser, in the child process only.

calamine reads .ods too, but an error cell comes out empty, merged ranges are not told, and a blank between two tags
makes it give up (measured with 0.9.1); and a repeat count is the whole attack surface of this format.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kinerja.ingest.sel_anak import Tolak, keluar, periksa_letak, pesan_tolak, susun_baris
from kinerja.ingest.tipe import Rentang

_T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_X = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_EXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_BIASA = (f"{_T}table-cell", f"{_T}covered-table-cell")


@dataclass
class _Lembaran:
    nama: str
    nomor: int = 0
    gabung: list[Rentang] = field(default_factory=list)
    baris: list[list[Any]] = field(default_factory=list)
    tolak: Tolak | None = None


def baca_ods(jalur: str, lembar: tuple[str, ...]) -> Iterator[dict[str, Any] | list[Any]]:
    """Messages of ``anak``; merged ranges are known only after the last row, so a sheet is gathered first.

    Each row is freed once it is read: the tree of a whole sheet takes ten times its size.
    """
    semua: list[str] = []
    kini = _Lembaran("")
    with zipfile.ZipFile(jalur) as arsip, arsip.open("content.xml") as aliran:
        for kejadian, elemen in ET.iterparse(aliran, ("start", "end")):  # noqa: S314 - DTD refused, memory limited
            if kejadian == "start" and elemen.tag == f"{_T}table":
                kini = _Lembaran(elemen.get(f"{_T}name", ""))
                semua.append(kini.nama)
            elif kejadian == "end" and elemen.tag == f"{_T}table-row":
                if not lembar or kini.nama in lembar:
                    _tambah(kini, elemen)
                elemen.clear()
            elif kejadian == "end" and elemen.tag == f"{_T}table" and (not lembar or kini.nama in lembar):
                yield from _pesan(kini)
    yield {"semua": semua}


def _pesan(lembaran: _Lembaran) -> Iterator[dict[str, Any] | list[Any]]:
    if lembaran.tolak:
        yield pesan_tolak(lembaran.tolak, lembaran.nama)
        return
    yield {"lembar": lembaran.nama, "gabung": lembaran.gabung}
    yield from lembaran.baris


def _tambah(lembaran: _Lembaran, baris: ET.Element) -> None:
    """Add the row, as often as it says it is repeated; the first row that breaks a limit ends the sheet."""
    if lembaran.tolak:
        return
    try:
        ulang = _bilangan(baris, "number-rows-repeated")
        sel = _baca_baris(lembaran, baris)
        if any(isi is not None for isi in sel):
            periksa_letak(lembaran.nomor + ulang - 1, len(sel) - 1)
            pesan = (susun_baris(lembaran.nomor + urut, list(sel)) for urut in range(ulang))
            lembaran.baris.extend(satu for satu in pesan if satu)
        lembaran.nomor += ulang
    except Tolak as tolak:
        lembaran.tolak = tolak


def _baca_baris(lembaran: _Lembaran, baris: ET.Element) -> list[Any]:
    """Cells of one row; a repeated cell is written out only where it holds something."""
    sel: list[Any] = []
    hampa = 0
    for elemen in baris:
        if elemen.tag not in _BIASA:
            continue
        ulang = _bilangan(elemen, "number-columns-repeated")
        kolom = len(sel) + hampa
        _catat_gabung(lembaran, elemen, kolom)
        isi = _isi(elemen, lembaran.nomor, kolom)
        if isi is None:
            hampa += ulang
            continue
        periksa_letak(lembaran.nomor, kolom + ulang - 1)
        sel.extend([None] * hampa)
        hampa = 0
        sel.extend([isi] * ulang)
    return sel


def _catat_gabung(lembaran: _Lembaran, elemen: ET.Element, kolom: int) -> None:
    lebar, tinggi = _bilangan(elemen, "number-columns-spanned"), _bilangan(elemen, "number-rows-spanned")
    if lebar > 1 or tinggi > 1:
        lembaran.gabung.append((lembaran.nomor, kolom, lembaran.nomor + tinggi - 1, kolom + lebar - 1))


def _isi(elemen: ET.Element, baris: int, kolom: int) -> Any:
    jenis = elemen.get(f"{_O}value-type")
    if jenis in ("float", "percentage", "currency"):
        return keluar(float(elemen.get(f"{_O}value", "nan")), baris, kolom)
    if jenis == "date":
        return keluar(date.fromisoformat(elemen.get(f"{_O}date-value", "")[:10]), baris, kolom)
    if jenis == "boolean":
        return elemen.get(f"{_O}boolean-value") == "true"
    teks = "\n".join(_teks(p) for p in elemen.findall(f"{_X}p"))
    if elemen.get(f"{_EXT}value-type") == "error":
        return {"g": teks or "#VALUE!"}
    if jenis is None and elemen.get(f"{_T}formula") and not teks:
        return {"g": ""}
    return keluar(teks, baris, kolom)


def _teks(paragraf: ET.Element) -> str:
    """Text of a paragraph; runs of blanks are elements in this format."""
    potong = [paragraf.text or ""]
    for anak in paragraf:
        if anak.tag == f"{_X}s":
            potong.append(" " * min(int(anak.get(f"{_X}c", "1")), 100))
        elif anak.tag in (f"{_X}tab", f"{_X}line-break"):
            potong.append(" ")
        else:
            potong.append("".join(anak.itertext()))
        potong.append(anak.tail or "")
    return "".join(potong)


def _bilangan(elemen: ET.Element, nama: str) -> int:
    return max(1, int(elemen.get(f"{_T}{nama}", "1")))
