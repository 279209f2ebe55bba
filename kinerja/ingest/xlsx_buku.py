"""The parts of an .xlsx beside its cells: list of sheets, shared texts, which styles show dates or percentages.

Read with the standard library's parser, in the child process only. Measured against openpyxl 3.1.5: that one finds no
sheet in the "Strict" kind of workbook, none in a file whose parts are named with backslashes, and loads four times
as long.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import unquote

from kinerja.ingest.format_sel import JenisFormat, jenis_format

_DATA = "xl/workbook.xml"
_LOLOS = re.compile(r"_x(000[9ADad]|005[Ff])_")


@dataclass(frozen=True)
class BagianLembar:
    """One sheet of the list: its name, the zip entry of its cells, whether it is hidden, whether it has cells."""

    nama: str
    bagian: str
    tersembunyi: bool
    bersel: bool


@dataclass(frozen=True)
class Buku:
    """What reading the cells needs. ``dihitung`` is False when the writer asks for formulas to be calculated first."""

    arsip: zipfile.ZipFile
    lembar: tuple[BagianLembar, ...]
    teks: list[str]
    gaya: list[JenisFormat]
    sejak_1904: bool
    dihitung: bool

    def buka(self, lembar: BagianLembar) -> IO[bytes]:
        return self.arsip.open(lembar.bagian)


def buka_buku(arsip: zipfile.ZipFile) -> Buku:
    """The workbook; any exception means that the file is damaged."""
    nama = {_rapikan(n): n for n in arsip.namelist()}
    letak = next((t for jenis, t in _hubungan(arsip, nama, "").values() if jenis == "officeDocument"), _DATA)
    akar = _urai(arsip, nama[letak.lower()])
    hubungan = _hubungan(arsip, nama, letak)
    bagian = {jenis: nama[t.lower()] for jenis, t in hubungan.values() if t.lower() in nama}
    sifat = {lokal(e.tag): e for e in akar}
    hitung = sifat.get("calcPr")
    return Buku(
        arsip,
        tuple(_lembar(sifat["sheets"], hubungan, nama)),
        list(_teks_bersama(arsip, bagian["sharedStrings"])) if "sharedStrings" in bagian else [],
        _gaya(_urai(arsip, bagian["styles"])) if "styles" in bagian else [],
        "workbookPr" in sifat and benar(sifat["workbookPr"].get("date1904")),
        hitung is None or not benar(hitung.get("fullCalcOnLoad")),
    )


def lokal(tag: str) -> str:
    """The element's name without its namespace: the "Strict" kind has another one."""
    return tag[tag.rfind("}") + 1 :]


def benar(nilai: str | None) -> bool:
    return nilai in ("1", "true", "on")


def teks_kaya(elemen: ET.Element) -> str:
    """Text of a shared or inline string: its ``t``, or those of its runs; reading aids (rPh) are not its text."""
    potong: list[str] = []
    for anak in elemen:
        nama = lokal(anak.tag)
        if nama == "t":
            potong.append(anak.text or "")
        elif nama == "r":
            potong.extend(t.text or "" for t in anak if lokal(t.tag) == "t")
    return tanpa_lolos("".join(potong))


def tanpa_lolos(teks: str) -> str:
    """Excel writes a carriage return as ``_x000D_``."""
    return _LOLOS.sub(lambda c: chr(int(c[1], 16)), teks) if "_x00" in teks else teks


def _rapikan(nama: str) -> str:
    """The name for looking up: parts of a package are named without regard to case; some writers use backslashes."""
    return nama.replace("\\", "/").lstrip("/").lower()


def _urai(arsip: zipfile.ZipFile, bagian: str) -> ET.Element:
    return ET.fromstring(arsip.read(bagian))  # noqa: S314 - DTD refused before, memory limited


def _hubungan(arsip: zipfile.ZipFile, nama: dict[str, str], dari: str) -> dict[str, tuple[str, str]]:
    """Relationship id → last word of its type and the entry it points to, of the part ``dari`` ('' is the package)."""
    folder, berkas = posixpath.split(dari)
    rels = _rapikan(posixpath.join(folder, "_rels", f"{berkas}.rels"))
    if rels not in nama:
        return {}
    hasil: dict[str, tuple[str, str]] = {}
    for satu in _urai(arsip, nama[rels]):
        if satu.get("TargetMode") != "External":
            tujuan = unquote(satu.get("Target", "")).replace("\\", "/")
            jenis = satu.get("Type", "").rsplit("/", 1)[-1]
            hasil[satu.get("Id", "")] = (jenis, posixpath.normpath(posixpath.join("/", folder, tujuan)).lstrip("/"))
    return hasil


def _lembar(daftar: ET.Element, hubungan: dict[str, tuple[str, str]], nama: dict[str, str]) -> Iterator[BagianLembar]:
    for satu in daftar:
        kunci = next((isi for atribut, isi in satu.items() if atribut.endswith("}id")), "")
        jenis, letak = hubungan[kunci]
        tersembunyi = satu.get("state", "visible") != "visible"
        yield BagianLembar(satu.get("name", ""), nama[letak.lower()], tersembunyi, jenis == "worksheet")


def _teks_bersama(arsip: zipfile.ZipFile, bagian: str) -> Iterator[str]:
    with arsip.open(bagian) as aliran:
        for elemen in elemen_akhir(aliran, ("si",)):
            yield teks_kaya(elemen)
            elemen.clear()


def elemen_akhir(aliran: IO[bytes], nama: tuple[str, ...]) -> Iterator[ET.Element]:
    """Every finished element of these names in the spreadsheet's own namespace (drawings also have a ``row``)."""
    cari = {f"{{{ruang}}}{satu}" for satu in nama for ruang in _RUANG}
    urutan: Iterator[tuple[str, Any]] = ET.iterparse(aliran)  # noqa: S314 - DTD refused before, memory limited
    for _, elemen in urutan:
        if elemen.tag in cari:
            yield elemen


_RUANG = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)


def _gaya(akar: ET.Element) -> list[JenisFormat]:
    """Style number of a cell → kind of its number format."""
    bagian = {lokal(e.tag): e for e in akar}
    kode = {f.get("numFmtId"): f.get("formatCode") for f in bagian.get("numFmts", ())}
    nomor = [xf.get("numFmtId", "0") for xf in bagian.get("cellXfs", ())]
    return [jenis_format(int(n), kode.get(n)) for n in nomor]
