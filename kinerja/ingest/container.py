"""What a file really is, by its content, and whether it is harmless enough to be opened at all.

Nothing is parsed here: magic bytes, and for a zip what ``wadah_zip`` looks at. Everything that parses cells runs in
a child process (``proses``), and only after this.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from kinerja.domain.samar import samarkan
from kinerja.ingest.nama_berkas import tanpa_nama
from kinerja.ingest.tipe import MAKS_BERKAS, MAKS_TEKS
from kinerja.ingest.tolak import BerkasDitolakError
from kinerja.ingest.wadah_zip import kenali_zip

JenisWadah = Literal["xlsx", "xls", "ods", "csv"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
_WEB = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<|MIME-Version:)", re.IGNORECASE)
_BERISI = re.compile(rb"[^\xef\xbb\xbf \t\r\n]")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


@dataclass(frozen=True)
class Wadah:
    """A file that may be read: what it is, its name to show, its fingerprint and its bytes."""

    jenis: JenisWadah
    berkas: str
    sha256: str
    isi: bytes


def nama_aman(nama: str) -> str:
    """The last part of a name as uploaded, for showing only: never a path, no control characters, no NIP or NIK.

    Beside such a number stands the name of its owner: only words of offices and of time are left there.
    """
    dasar = "".join(h for h in re.split(r"[\\/]", nama)[-1] if h.isprintable())
    samar = samarkan(dasar)
    return (samar if samar == dasar else tanpa_nama(samar))[:200] or "berkas"


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
        ukuran = jalur.stat().st_size
        if ukuran > MAKS_BERKAS and _berwadah(jalur):  # looked at before it is held: only text may be larger
            raise BerkasDitolakError("masalah.terlalu_besar", batas="10 MB")
        if ukuran > MAKS_TEKS:
            raise BerkasDitolakError("masalah.terlalu_besar", batas="120 MB")
        isi = jalur.read_bytes()
    except OSError:
        raise BerkasDitolakError("masalah.tak_terbaca") from None
    return Wadah(kenali_isi(isi), nama_aman(nama), hashlib.sha256(isi).hexdigest(), isi)


def _berwadah(jalur: Path) -> bool:
    """Does the file begin like a workbook?"""
    with jalur.open("rb") as berkas:
        return berkas.read(len(_OLE)).startswith((*_ZIP, _OLE))


def kenali_isi(isi: bytes) -> JenisWadah:
    """The kind of content. Raises ``BerkasDitolakError``."""
    if not _BERISI.search(isi):
        raise BerkasDitolakError("masalah.berkas_kosong")
    if isi.startswith(_ZIP):
        return kenali_zip(isi)
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
        if _WEB.match(isi[:400].decode("utf-16", "ignore").encode()):
            raise BerkasDitolakError("masalah.halaman_web")
        return "csv"
    if b"\x00" in isi:
        raise BerkasDitolakError("masalah.biner")
    if _WEB.match(isi):
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
