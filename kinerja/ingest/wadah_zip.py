"""Which kind of workbook a zip is, and whether it is harmless enough to be opened: its directory, then its bytes.

Only what Excel and LibreOffice write is let through; nothing is parsed and nothing is written to disk.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

from kinerja.ingest.tipe import MAKS_BONGKAR, MAKS_ENTRI
from kinerja.ingest.tolak import BerkasDitolakError

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ODF = b"application/vnd.oasis.opendocument."
_LAIN = {"xl/workbook.bin": "XLSB", "word/document.xml": "Word", "ppt/presentation.xml": "PowerPoint"}
_SANDI_XML = re.compile(rb"\A<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_BERBAHAYA = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_AWAL_XML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<|\A\xff\xfe|\A\xfe\xff|\A\0<|\A<\0")
_MAKRO = re.compile(r"(?:.*/)?vbaproject\.bin|(?:basic|scripts|xl/macrosheets)/.*")
_POTONG = 1 << 16
_KEPALA = 30  # bytes of an entry's own header, without its name
_RUSAK = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, ValueError, RuntimeError, OverflowError, KeyError),
)


def kenali_zip(isi: bytes) -> Literal["xlsx", "ods"]:
    """The kind of workbook. Raises ``BerkasDitolakError``."""
    # A directory of 200,000 entries would take a hundred megabytes before it could be counted.
    tanda = isi.count(b"PK\x01\x02")
    if tanda > MAKS_ENTRI * 10:
        raise BerkasDitolakError("masalah.zip_entri", jumlah=tanda, batas=MAKS_ENTRI)
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            _periksa_daftar(arsip.infolist())
            jenis = _jenis(arsip)
            periksa_bongkaran(arsip)
    except _RUSAK:
        raise BerkasDitolakError("masalah.rusak") from None
    return jenis


def _periksa_daftar(daftar: list[zipfile.ZipInfo]) -> None:
    if len(daftar) > MAKS_ENTRI:
        raise BerkasDitolakError("masalah.zip_entri", jumlah=len(daftar), batas=MAKS_ENTRI)
    if any(entri.flag_bits & 0x1 for entri in daftar):
        raise BerkasDitolakError("masalah.bersandi")
    for entri in daftar:
        # The formats allow these two only; an LZMA entry may ask for four gigabytes before its first byte.
        if entri.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BerkasDitolakError("masalah.zip_cara", bagian=entri.filename[:80])
    if any(_MAKRO.fullmatch(_rapikan(entri.filename)) for entri in daftar):
        raise BerkasDitolakError("masalah.makro")
    if sum(entri.file_size for entri in daftar) > MAKS_BONGKAR:
        raise BerkasDitolakError("masalah.zip_mengembang", batas="60 MB")
    _periksa_kembar(daftar)
    if any(_tumpang(a, b) for a, b in pairwise(sorted(daftar, key=lambda e: e.header_offset)) if a is not b):
        raise BerkasDitolakError("masalah.rusak")


def _periksa_kembar(daftar: Iterable[zipfile.ZipInfo]) -> None:
    """Two parts of one name and different contents: another program may read the one that we do not."""
    pertama: dict[str, zipfile.ZipInfo] = {}
    for entri in daftar:
        satu = pertama.setdefault(_rapikan(entri.filename), entri)
        if (satu.CRC, satu.file_size) != (entri.CRC, entri.file_size):
            raise BerkasDitolakError("masalah.zip_ganda", bagian=entri.filename[:80])


def _tumpang(kini: zipfile.ZipInfo, berikut: zipfile.ZipInfo) -> bool:
    """Does the next entry begin inside this one? That is how a small file unpacks to very much."""
    return berikut.header_offset < kini.header_offset + _KEPALA + kini.compress_size


def _rapikan(nama: str) -> str:
    return nama.replace("\\", "/").lstrip("/").lower()


def _jenis(arsip: zipfile.ZipFile) -> Literal["xlsx", "ods"]:
    nama = {_rapikan(n): n for n in arsip.namelist()}
    if "mimetype" in nama and arsip.getinfo(nama["mimetype"]).file_size < 200:
        tertulis = arsip.read(nama["mimetype"]).strip()
        if tertulis in (_ODS, _ODS + b"-template"):
            return "ods"
        if tertulis.startswith(_ODF):
            raise BerkasDitolakError("masalah.bukan_tabel", jenis="OpenDocument")
    for bagian, jenis in _LAIN.items():
        if bagian in nama:
            raise BerkasDitolakError("masalah.bukan_tabel", jenis=jenis)
    if "[content_types].xml" in nama and any(n == "xl/workbook.xml" or n.startswith("xl/worksheets/") for n in nama):
        return "xlsx"
    raise BerkasDitolakError("masalah.zip_lain")


def periksa_bongkaran(arsip: zipfile.ZipFile) -> None:
    """Unpack everything once, counting real bytes: a directory may lie. XML parts must be plain and without DTD."""
    sisa = MAKS_BONGKAR
    for entri in arsip.infolist():
        nama = _rapikan(entri.filename)
        xml = nama.endswith((".xml", ".rels"))
        ekor = b""
        for urut, potong in enumerate(_potongan(arsip, entri)):
            sisa -= len(potong)
            if sisa < 0:
                raise BerkasDitolakError("masalah.zip_mengembang", batas="60 MB")
            # A relationship may point to a part of any name, so what begins like XML is looked at too.
            xml = xml or (urut == 0 and _AWAL_XML.match(potong) is not None)
            if xml:
                _periksa_xml(ekor + potong, urut == 0, nama)
                ekor = potong[-16:]


def _potongan(arsip: zipfile.ZipFile, entri: zipfile.ZipInfo) -> Iterator[bytes]:
    with arsip.open(entri) as aliran:
        while potong := aliran.read(_POTONG):
            yield potong


def _periksa_xml(isi: bytes, awal: bool, bagian: str) -> None:
    """A parser may follow an encoding we did not search in, so only ASCII-compatible ones pass.

    Except in customXml, where Power Query keeps UTF-16: there the zero bytes are only taken out for the search.
    """
    if bagian.startswith("customxml/"):
        isi = isi.replace(b"\0", b"")
    else:
        sandi = _SANDI_XML.match(isi.removeprefix(b"\xef\xbb\xbf")) if awal else None
        if b"\0" in isi or (sandi and sandi[1].lower() not in (b"utf-8", b"us-ascii", b"iso-8859-1")):
            raise BerkasDitolakError("masalah.xml_berbahaya", bagian=bagian)
    if _BERBAHAYA.search(isi):
        raise BerkasDitolakError("masalah.xml_berbahaya", bagian=bagian)
    if b"macroEnabled" in isi and bagian == "[content_types].xml":
        raise BerkasDitolakError("masalah.makro")
    if b"encryption-data" in isi and bagian == "meta-inf/manifest.xml":
        raise BerkasDitolakError("masalah.bersandi")
