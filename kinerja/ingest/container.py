"""What a file really is, by its content, and whether it is harmless enough to be opened at all.

Nothing is parsed here: magic bytes, the directory of a zip, and a search through its unpacked bytes. Everything
that parses cells runs in a child process (``proses``), and only after this.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from kinerja.ingest.tipe import MAKS_BERKAS, MAKS_BONGKAR, MAKS_ENTRI
from kinerja.ingest.tolak import BerkasDitolakError

JenisWadah = Literal["xlsx", "xls", "ods", "csv"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_BUKAN_TABEL = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
)
_WEB = re.compile(rb"\A\s*(?:<|MIME-Version:)", re.IGNORECASE)
_SANDI_XML = re.compile(rb"\A<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_BERBAHAYA = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_POTONG = 1 << 16


@dataclass(frozen=True)
class Wadah:
    """A file that may be read: what it is, its name to show, its fingerprint and its bytes."""

    jenis: JenisWadah
    berkas: str
    sha256: str
    isi: bytes


def nama_aman(nama: str) -> str:
    """The last part of a name as uploaded, for showing only: never a path, no control characters."""
    dasar = re.split(r"[\\/]", nama)[-1]
    return "".join(h for h in dasar if h.isprintable())[:200] or "berkas"


def sidik(jalur: Path) -> str:
    """SHA-256 of the file, '' when it cannot be read."""
    try:
        with jalur.open("rb") as berkas:
            return hashlib.file_digest(berkas, "sha256").hexdigest()
    except OSError:
        return ""


def periksa_wadah(jalur: Path, nama: str) -> Wadah:
    """The recognised file. Raises ``BerkasDitolakError`` naming why it is refused."""
    try:
        if jalur.stat().st_size > MAKS_BERKAS:
            raise BerkasDitolakError("masalah.terlalu_besar", batas="10 MB")
        isi = jalur.read_bytes()
    except OSError:
        raise BerkasDitolakError("masalah.tak_terbaca") from None
    return Wadah(kenali_isi(isi), nama_aman(nama), hashlib.sha256(isi).hexdigest(), isi)


def kenali_isi(isi: bytes) -> JenisWadah:
    """The kind of content. Raises ``BerkasDitolakError``."""
    if not isi.strip(b"\xef\xbb\xbf \t\r\n"):
        raise BerkasDitolakError("masalah.berkas_kosong")
    if isi.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _kenali_zip(isi)
    if isi.startswith(_OLE):
        return _kenali_ole(isi)
    for awal, nama in _BUKAN_TABEL:
        if isi.startswith(awal):
            raise BerkasDitolakError("masalah.bukan_tabel", jenis=nama)
    return _kenali_teks(isi)


def ekstensi_cocok(jenis: JenisWadah, berkas: str) -> bool:
    """Does the name's ending fit the content? ``.txt`` and none at all fit text."""
    akhiran = PurePosixPath(berkas).suffix.lower()
    return akhiran == f".{jenis}" or (jenis == "csv" and akhiran in ("", ".txt", ".tsv"))


def _kenali_teks(isi: bytes) -> JenisWadah:
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "csv"
    if b"\x00" in isi:
        raise BerkasDitolakError("masalah.biner")
    if _WEB.match(isi.removeprefix(b"\xef\xbb\xbf")):
        raise BerkasDitolakError("masalah.halaman_web")
    return "csv"


def _kenali_ole(isi: bytes) -> JenisWadah:
    def ada(nama: str) -> bool:
        return nama.encode("utf-16-le") in isi

    if ada("EncryptedPackage"):
        raise BerkasDitolakError("masalah.bersandi")
    if ada("_VBA_PROJECT"):
        raise BerkasDitolakError("masalah.makro")
    if not (ada("Workbook") or ada("Book")):
        raise BerkasDitolakError("masalah.bukan_tabel", jenis="Office 97–2003")
    return "xls"


def _kenali_zip(isi: bytes) -> JenisWadah:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            _periksa_daftar(arsip)
            jenis = _jenis_zip(arsip)
            _periksa_bongkaran(arsip)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError):
        raise BerkasDitolakError("masalah.rusak") from None
    return jenis


def _periksa_daftar(arsip: zipfile.ZipFile) -> None:
    daftar = arsip.infolist()
    if len(daftar) > MAKS_ENTRI:
        raise BerkasDitolakError("masalah.zip_entri", jumlah=len(daftar), batas=MAKS_ENTRI)
    if sum(entri.file_size for entri in daftar) > MAKS_BONGKAR:
        raise BerkasDitolakError("masalah.zip_mengembang", batas="60 MB")
    if any(entri.flag_bits & 0x1 for entri in daftar):
        raise BerkasDitolakError("masalah.bersandi")
    if any(
        PurePosixPath(e.filename).name.lower() == "vbaproject.bin" or e.filename.startswith("Basic/") for e in daftar
    ):
        raise BerkasDitolakError("masalah.makro")


def _jenis_zip(arsip: zipfile.ZipFile) -> JenisWadah:
    nama = set(arsip.namelist())
    if "mimetype" in nama and arsip.getinfo("mimetype").file_size < 200 and arsip.read("mimetype").strip() == _ODS:
        return "ods"
    if "xl/workbook.bin" in nama:
        raise BerkasDitolakError("masalah.bukan_tabel", jenis="XLSB")
    if "[Content_Types].xml" in nama and any(n == "xl/workbook.xml" or n.startswith("xl/worksheets/") for n in nama):
        return "xlsx"
    raise BerkasDitolakError("masalah.zip_lain")


def _periksa_bongkaran(arsip: zipfile.ZipFile) -> None:
    """Unpack everything once, counting real bytes: a directory may lie. XML parts must be plain and without DTD."""
    sisa = MAKS_BONGKAR
    for entri in arsip.infolist():
        # customXml is never parsed, and Power Query keeps UTF-16 there.
        xml = entri.filename.lower().endswith((".xml", ".rels")) and not entri.filename.startswith("customXml/")
        ekor = b""
        for urut, potong in enumerate(_potongan(arsip, entri)):
            sisa -= len(potong)
            if sisa < 0:
                raise BerkasDitolakError("masalah.zip_mengembang", batas="60 MB")
            if xml:
                _periksa_xml(ekor + potong, urut == 0, entri.filename)
                ekor = potong[-16:]


def _potongan(arsip: zipfile.ZipFile, entri: zipfile.ZipInfo) -> Iterator[bytes]:
    with arsip.open(entri) as aliran:
        while potong := aliran.read(_POTONG):
            yield potong


def _periksa_xml(isi: bytes, awal: bool, bagian: str) -> None:
    """A parser may follow an encoding we did not search in, so only ASCII-compatible ones pass."""
    sandi = _SANDI_XML.match(isi.removeprefix(b"\xef\xbb\xbf")) if awal else None
    if b"\x00" in isi or (sandi and sandi[1].lower() not in (b"utf-8", b"us-ascii", b"iso-8859-1")):
        raise BerkasDitolakError("masalah.xml_berbahaya", bagian=bagian)
    if _BERBAHAYA.search(isi):
        raise BerkasDitolakError("masalah.xml_berbahaya", bagian=bagian)
    if b"macroEnabled" in isi and bagian == "[Content_Types].xml":
        raise BerkasDitolakError("masalah.makro")
    if b"encryption-data" in isi and bagian == "META-INF/manifest.xml":
        raise BerkasDitolakError("masalah.bersandi")
