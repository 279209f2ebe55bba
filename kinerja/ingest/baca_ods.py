"""Cells of an .ods with the standard library's parser, in the child process only.

calamine reads .ods too, but an error cell comes out empty, merged ranges are not told, and a blank between two tags
makes it give up (measured with 0.9.1); and a repeat count is the whole attack surface of this format.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kinerja.ingest.format_sel import bilangan, persen
from kinerja.ingest.sel_anak import (
    GALAT_EXCEL,
    MAKS_SEL_BERKAS,
    Tolak,
    keluar,
    periksa_letak,
    pesan_sembunyi,
    pesan_tolak,
    susun_baris,
    susun_gabung,
)
from kinerja.ingest.tipe import Rentang, SelGalat

_T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_X = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_EXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_BIASA = (f"{_T}table-cell", f"{_T}covered-table-cell")
_LEMBAR = [f"{_T}table"]
_PEMBUNGKUS = frozenset(f"{_T}{nama}" for nama in ("table", "dde-links", "tracked-changes", "shapes"))
"""Inside the last three, and inside another sheet, a table is not a sheet: copies of other files, deleted cells."""
_GALAT_LAMA = re.compile(r"Err:[0-9]{3}")


@dataclass
class _Lembaran:
    nama: str
    nomor: int = 0
    terisi: int = 0
    gabung: list[Rentang] = field(default_factory=list)
    sembunyi: list[int] = field(default_factory=list)
    dibaca: bool = True


def baca_ods(jalur: str, lembar: tuple[str, ...]) -> Iterator[dict[str, Any] | list[Any]]:
    """Messages of ``anak``. Each row is freed once it is read: the tree of a sheet takes ten times its size."""
    semua: list[str] = []
    tersembunyi: set[str] = set()
    kini = _Lembaran("", dibaca=False)
    tumpuk: list[str] = []
    with zipfile.ZipFile(jalur) as arsip, arsip.open("content.xml") as aliran:
        for kejadian, elemen in ET.iterparse(aliran, ("start", "end")):  # noqa: S314 - DTD refused, memory limited
            if kejadian == "start":
                if elemen.tag in _PEMBUNGKUS:
                    tumpuk.append(elemen.tag)
                    if tumpuk == _LEMBAR:
                        kini = _Lembaran(elemen.get(f"{_T}name", ""))
                        semua.append(kini.nama)
                        yield from _mulai(kini, lembar, elemen.get(f"{_T}style-name") in tersembunyi)
            elif elemen.tag == f"{_T}table-row" and tumpuk == _LEMBAR:
                yield from _tambah(kini, elemen)
                elemen.clear()
            elif elemen.tag in _PEMBUNGKUS:
                if tumpuk == _LEMBAR:
                    yield from _tutup(kini)
                tumpuk.pop()
            elif elemen.tag == f"{_S}style" and _tak_tampil(elemen):
                tersembunyi.add(elemen.get(f"{_S}name", ""))
    yield {"semua": semua}


def _tak_tampil(gaya: ET.Element) -> bool:
    return any(sifat.get(f"{_T}display") == "false" for sifat in gaya.iter(f"{_S}table-properties"))


def _mulai(lembaran: _Lembaran, diminta: tuple[str, ...], tersembunyi: bool) -> Iterator[dict[str, Any]]:
    """Hidden sheets are read only when asked for by name."""
    lembaran.dibaca = lembaran.nama in diminta if diminta else not tersembunyi
    if lembaran.dibaca:
        yield {"lembar": lembaran.nama}
    elif not diminta:
        yield {"tersembunyi": lembaran.nama}


def _tutup(lembaran: _Lembaran) -> Iterator[dict[str, Any]]:
    if not lembaran.dibaca:
        return
    try:
        yield from susun_gabung(lembaran.gabung)
        yield from pesan_sembunyi(lembaran.sembunyi, lembaran.nama)
    except Tolak as tolak:
        yield pesan_tolak(tolak, lembaran.nama)


def _tambah(lembaran: _Lembaran, baris: ET.Element) -> Iterator[dict[str, Any] | list[Any]]:
    """The row, as often as it says it is repeated; the first row that breaks a limit ends the sheet."""
    if not lembaran.dibaca:
        return
    try:
        ulang = _bilangan(baris, "number-rows-repeated")
        sel = _baca_baris(lembaran, baris)
        if any(isi is not None for isi in sel):
            periksa_letak(lembaran.nomor + ulang - 1, len(sel) - 1, lembaran.terisi + ulang - 1)
            if ulang * len(sel) > MAKS_SEL_BERKAS:
                raise Tolak("masalah.isi_besar")
            lembaran.terisi += ulang
            for nomor in range(lembaran.nomor, lembaran.nomor + ulang):
                if baris.get(f"{_T}visibility", "visible") != "visible":
                    lembaran.sembunyi.append(nomor)
                yield susun_baris(nomor, list(sel)) or []
        lembaran.nomor += ulang
    except Tolak as tolak:
        lembaran.dibaca = False
        yield pesan_tolak(tolak, lembaran.nama)


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
        isi = keluar(_isi(elemen), lembaran.nomor, kolom)
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


def _isi(elemen: ET.Element) -> object:
    """The cell's value. Older programs write 0 for an error and say so in the text only."""
    teks = "\n".join(_teks(p) for p in elemen.findall(f"{_X}p"))
    galat = elemen.get(f"{_EXT}value-type") == "error"
    rumus = elemen.get(f"{_T}formula") is not None
    if galat or (rumus and (teks in GALAT_EXCEL or _GALAT_LAMA.fullmatch(teks))):
        return SelGalat(teks or "#VALUE!")
    jenis = elemen.get(f"{_O}value-type")
    if jenis is None and rumus and not teks:
        return SelGalat("")
    return _isi_berjenis(elemen, jenis, teks)


def _isi_berjenis(elemen: ET.Element, jenis: str | None, teks: str) -> object:
    match jenis:
        case "float" | "currency":
            return bilangan(elemen.get(f"{_O}value", ""))
        case "percentage":
            nilai = bilangan(elemen.get(f"{_O}value", ""))
            return nilai if isinstance(nilai, SelGalat) else persen(nilai)
        case "date":
            return _tanggal(elemen.get(f"{_O}date-value", ""))
        case "boolean":
            return elemen.get(f"{_O}boolean-value") == "true"
    return teks or elemen.get(f"{_O}string-value")


def _tanggal(nilai: str) -> date | SelGalat:
    try:
        return date.fromisoformat(nilai[:10])
    except ValueError:
        return SelGalat(nilai[:20] or "#VALUE!")


def _teks(paragraf: ET.Element) -> str:
    """Text of a paragraph; runs of blanks are elements in this format."""
    potong = [paragraf.text or ""]
    for anak in paragraf:
        if anak.tag == f"{_X}s":
            potong.append(" " * min(_cacah(anak.get(f"{_X}c", "1")), 100))
        elif anak.tag in (f"{_X}tab", f"{_X}line-break"):
            potong.append(" ")
        else:
            potong.append("".join(anak.itertext()))
        potong.append(anak.tail or "")
    return "".join(potong)


def _bilangan(elemen: ET.Element, nama: str) -> int:
    return max(1, _cacah(elemen.get(f"{_T}{nama}", "1")))


def _cacah(teks: str) -> int:
    """A repeat count; what is no number repeats once. Nine digits are far beyond every limit already."""
    return int(teks[:9]) if teks.isascii() and teks.isdigit() else 1
