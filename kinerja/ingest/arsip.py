"""Several files at once: a zip of files, or a folder. Which files are in it, and what was left out and why.

Nothing is ever unpacked to a path that the archive names: an entry is its bytes, and a name for showing.
"""

from __future__ import annotations

import hashlib
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kinerja.ingest.container import nama_aman
from kinerja.ingest.tipe import MAKS_BERKAS, MAKS_BONGKAR, MAKS_ENTRI, MAKS_TEKS
from kinerja.ingest.tolak import BerkasDitolakError

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOKUMEN = frozenset({"[Content_Types].xml", "mimetype"})
"""One of these stands in every Office and OpenDocument file: such a zip is one document, not several files."""
_SAMPAH = re.compile(r"\..*|~\$.*|__MACOSX|thumbs\.db|desktop\.ini", re.IGNORECASE)
_RUSAK = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError, OSError)
_POTONG = 1 << 16


@dataclass(frozen=True)
class Dilewati:
    """An entry that was not taken: its name, the catalog key of why, and whether it may have held figures."""

    nama: str
    alasan: str
    berisi: bool = False
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class IsiArsip:
    """The files of an archive as (name for showing, bytes), and what was left out."""

    berkas: tuple[tuple[str, bytes], ...]
    dilewati: tuple[Dilewati, ...]


def berupa_arsip(jalur: Path) -> bool:
    """Is this a zip of files? Told by its content; a workbook, which is a zip too, and a damaged zip are not."""
    try:
        if jalur.stat().st_size > MAKS_TEKS:  # larger than anything that is read: not even its directory
            return False
        with jalur.open("rb") as berkas:
            return berkas.read(4) in _ZIP and _kumpulan(jalur)
    except OSError:
        return False


def buka_arsip(jalur: Path, nama: str) -> IsiArsip:
    """The files of a zip and what was left out: directories, hidden entries, links, archives in it, twins.

    Raises ``BerkasDitolakError`` when it is no zip of files, is damaged, encrypted, empty, or larger than allowed.
    """
    sebut = nama_aman(nama)
    if not berupa_arsip(jalur):
        raise BerkasDitolakError("masalah.arsip_bukan", arsip=sebut)
    try:
        with zipfile.ZipFile(jalur) as arsip:
            _periksa_daftar(arsip, sebut)
            return _pilih(arsip, sebut)
    except _RUSAK:
        raise BerkasDitolakError("masalah.arsip_rusak", arsip=sebut) from None


def isi_folder(folder: Path, *, sub: bool = False) -> tuple[tuple[Path, ...], tuple[Dilewati, ...]]:
    """Files of a folder by name, and what was left out. Folders inside it are read only with ``sub``."""
    berkas: list[Path] = []
    dilewati: list[Dilewati] = []
    for jalur in sorted(folder.rglob("*") if sub else folder.iterdir()):
        letak = jalur.relative_to(folder)
        if any(_SAMPAH.fullmatch(b) for b in letak.parts):
            if not any(_SAMPAH.fullmatch(b) for b in letak.parts[:-1]):  # what is in a hidden folder is told with it
                dilewati.append(Dilewati(str(letak), "dibuang.arsip_tersembunyi"))
        elif jalur.is_file():
            berkas.append(jalur)
        elif not sub or not jalur.is_dir():
            dilewati.append(Dilewati(str(letak), "dibuang.folder_dalam"))
    return tuple(berkas), tuple(dilewati)


def _kumpulan(sumber: Path | io.BytesIO) -> bool:
    try:
        with zipfile.ZipFile(sumber) as arsip:
            return not _DOKUMEN & set(arsip.namelist())
    except _RUSAK:
        return False


def _periksa_daftar(arsip: zipfile.ZipFile, sebut: str) -> None:
    """What the directory says of itself, before anything is unpacked."""
    daftar = arsip.infolist()
    if len(daftar) > MAKS_ENTRI:
        raise BerkasDitolakError("masalah.arsip_entri", arsip=sebut, jumlah=len(daftar), batas=MAKS_ENTRI)
    if sum(entri.file_size for entri in daftar) > MAKS_BONGKAR:
        raise BerkasDitolakError("masalah.arsip_besar", arsip=sebut, batas="60 MB")
    for entri in daftar:
        if entri.flag_bits & 0x1:
            raise BerkasDitolakError("masalah.arsip_bersandi", arsip=sebut, berkas=_nama(entri))


def _pilih(arsip: zipfile.ZipFile, sebut: str) -> IsiArsip:
    berkas: list[tuple[str, bytes]] = []
    dilewati: list[Dilewati] = []
    kembar: dict[bytes, str] = {}
    sisa = MAKS_BONGKAR
    for entri in arsip.infolist():
        nama = _nama(entri)
        if alasan := _alasan_nama(entri):
            dilewati.append(Dilewati(nama, alasan))
            continue
        isi = _baca(arsip, entri, sisa, sebut)
        sisa -= len(isi)
        jejak = hashlib.sha256(isi).digest()
        if jejak in kembar:
            dilewati.append(Dilewati(nama, "dibuang.arsip_kembar", args={"lain": kembar[jejak]}))
        elif isi.startswith(_ZIP) and _kumpulan(io.BytesIO(isi)):
            dilewati.append(Dilewati(nama, "dibuang.arsip_dalam", berisi=True))
        else:
            kembar[jejak] = nama
            berkas.append((nama, isi))
    if not berkas and not any(d.berisi for d in dilewati):
        raise BerkasDitolakError("masalah.arsip_kosong", arsip=sebut)
    return IsiArsip(tuple(berkas), tuple(dilewati))


def _bagian(entri: zipfile.ZipInfo) -> list[str]:
    return [b for b in re.split(r"[\\/]", entri.filename) if b not in ("", ".", "..")]


def _nama(entri: zipfile.ZipInfo) -> str:
    """For showing, folders included since twelve of them may each hold a ``laporan.xlsx``; never a path to open."""
    return "/".join(map(nama_aman, _bagian(entri))) or "berkas"


def _alasan_nama(entri: zipfile.ZipInfo) -> str:
    """Why an entry is left out unread, '' when it is read."""
    if any(_SAMPAH.fullmatch(b) for b in _bagian(entri)):
        return "dibuang.arsip_tersembunyi"
    if entri.is_dir():
        return "dibuang.arsip_folder"
    return "dibuang.arsip_tautan" if stat.S_ISLNK(entri.external_attr >> 16) else ""


def _baca(arsip: zipfile.ZipFile, entri: zipfile.ZipInfo, sisa: int, sebut: str) -> bytes:
    """The bytes of one entry; stopped at what is left, whatever size the directory claims."""
    isi = bytearray()
    for potong in _potongan(arsip, entri):
        isi += potong
        if len(isi) > sisa:
            raise BerkasDitolakError("masalah.arsip_besar", arsip=sebut, batas="60 MB")
        if len(isi) > MAKS_BERKAS and isi.startswith((*_ZIP, _OLE)):
            raise BerkasDitolakError("masalah.arsip_berkas_besar", arsip=sebut, berkas=_nama(entri), batas="10 MB")
    return bytes(isi)


def _potongan(arsip: zipfile.ZipFile, entri: zipfile.ZipInfo) -> Iterator[bytes]:
    with arsip.open(entri) as aliran:
        while potong := aliran.read(_POTONG):
            yield potong
