"""Error cells of an old .xls, read from its records: calamine leaves them empty, and an empty cell is another thing.

An .xls is a small file system (compound file: a FAT of sectors and a directory) that holds one stream of records
(type, length, data). Only what is needed to name error cells is understood. Layouts: [MS-CFB] 2.2-2.6 and [MS-XLS]
2.4.28 BoundSheet8, 2.4.24 BoolErr, 2.4.127 Formula, 2.5.10 BErr.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_AKHIR = 0xFFFFFFFC  # sector numbers from here on are marks, not sectors
_BOUNDSHEET, _EOF, _FORMULA, _BOOLERR, _ERROR = 0x85, 0x0A, 0x06, 0x205, 2
_NAMA_GALAT = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def galat_xls(jalur: str) -> dict[str, dict[int, dict[int, str]]]:
    """Sheet → row → column → text of the error; {} for a layout that is not BIFF8 in a compound file."""
    isi = Path(jalur).read_bytes()
    aliran = _aliran(isi, "Workbook")
    return {nama: _galat_lembar(aliran, letak) for nama, letak in _lembar(aliran)} if aliran else {}


def _aliran(isi: bytes, nama: str) -> bytes:
    """The stream called ``nama``. One below 4,096 bytes lies in the small-sector store and is not looked for."""
    ukuran = 1 << struct.unpack_from("<H", isi, 30)[0]
    (mulai_direktori,) = struct.unpack_from("<I", isi, 48)
    fat = _fat(isi, ukuran)
    direktori = _rangkai(isi, fat, mulai_direktori, ukuran)
    for letak in range(0, len(direktori) - 127, 128):
        (panjang_nama,) = struct.unpack_from("<H", direktori, letak + 64)
        if direktori[letak : letak + max(0, panjang_nama - 2)] == nama.encode("utf-16-le"):
            mulai, panjang = struct.unpack_from("<II", direktori, letak + 116)
            return _rangkai(isi, fat, mulai, ukuran)[:panjang] if panjang >= 4096 else b""
    return b""


def _fat(isi: bytes, ukuran: int) -> list[int]:
    """Sector → next sector. The header lists the first 109 sectors of the table: enough for files under 7 MB."""
    tabel: list[int] = []
    for sektor in struct.unpack_from("<109I", isi, 76):
        if sektor < _AKHIR:
            potong = _sektor(isi, sektor, ukuran)
            tabel.extend(struct.unpack(f"<{len(potong) // 4}I", potong[: len(potong) // 4 * 4]))
    return tabel


def _rangkai(isi: bytes, fat: list[int], mulai: int, ukuran: int) -> bytes:
    potong: list[bytes] = []
    sektor = mulai
    while sektor < len(fat) and len(potong) <= len(fat):  # a chain longer than its table runs in a circle
        potong.append(_sektor(isi, sektor, ukuran))
        sektor = fat[sektor]
    return b"".join(potong)


def _sektor(isi: bytes, nomor: int, ukuran: int) -> bytes:
    return isi[(nomor + 1) * ukuran : (nomor + 2) * ukuran]


def _rekaman(aliran: bytes, letak: int) -> Iterator[tuple[int, bytes]]:
    while letak + 4 <= len(aliran):
        jenis, panjang = struct.unpack_from("<HH", aliran, letak)
        yield jenis, aliran[letak + 4 : letak + 4 + panjang]
        if jenis == _EOF:
            return
        letak += 4 + panjang


def _lembar(aliran: bytes) -> Iterator[tuple[str, int]]:
    for jenis, data in _rekaman(aliran, 0):
        if jenis == _BOUNDSHEET and len(data) > 8:
            (letak,) = struct.unpack_from("<I", data)
            nama = data[8 : 8 + data[6] * (2 if data[7] & 1 else 1)]
            yield nama.decode("utf-16-le" if data[7] & 1 else "latin-1"), letak


def _galat_lembar(aliran: bytes, letak: int) -> dict[int, dict[int, str]]:
    hasil: dict[int, dict[int, str]] = {}
    for jenis, data in _rekaman(aliran, letak):
        kode = _kode_galat(jenis, data)
        if kode is not None:
            baris, kolom = struct.unpack_from("<HH", data)
            hasil.setdefault(baris, {})[kolom] = _NAMA_GALAT.get(kode, "#VALUE!")
    return hasil


def _kode_galat(jenis: int, data: bytes) -> int | None:
    if jenis == _BOOLERR and len(data) >= 8 and data[7] == 1:
        return data[6]
    if jenis == _FORMULA and len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == _ERROR:
        return data[8]
    return None
