"""What calamine leaves out of an old .xls, read from its records: error cells, percentages, hidden rows.

An .xls is a small file system (compound file: sectors, a table of which follows which, a directory) that holds one
stream of records (type, length, data). Only what is needed is understood. Layouts: [MS-CFB] 2.2-2.6 and [MS-XLS]
2.4.21 BOF, 2.4.28 BoundSheet8, 2.4.24 BoolErr, 2.4.126 Format, 2.4.127 Formula, 2.4.175 MulRk, 2.4.220 RK,
2.4.221 Row, 2.4.353 XF, 2.5.10 BErr.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja.ingest.cfb import baca_aliran
from kinerja.ingest.format_sel import JenisFormat, jenis_format
from kinerja.ingest.sel_anak import Tolak, periksa_letak

_BOF, _EOF, _BOUNDSHEET, _FILEPASS, _FORMAT, _XF = 0x809, 0x0A, 0x85, 0x2F, 0x41E, 0xE0
_ROW, _FORMULA, _BOOLERR, _NUMBER, _RK, _MULRK, _LABEL, _LABELSST = 0x208, 0x06, 0x205, 0x203, 0x27E, 0xBD, 0x204, 0xFD
_BERSEL = frozenset((_FORMULA, _BOOLERR, _NUMBER, _RK, _MULRK, _LABEL, _LABELSST))
_ERROR, _TERSEMBUNYI = 2, 0x20
_MAKS_LUAS = 5_000_000
_NAMA_GALAT = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@dataclass
class CatatanXls:
    """Of one sheet: row → column → text of the error, cells shown as percentage, hidden rows."""

    galat: dict[int, dict[int, str]] = field(default_factory=dict)
    persen: set[tuple[int, int]] = field(default_factory=set)
    sembunyi: set[int] = field(default_factory=set)
    akhir: tuple[int, int] = (0, 0)
    """Last row and last column that hold a cell."""


def catatan_xls(isi: bytes) -> list[CatatanXls]:
    """One for each sheet in the order of the workbook. Raises for a file whose records cannot be found.

    Raises ``Tolak`` for a password, and for a stray cell: calamine keeps the whole rectangle up to it in memory.
    """
    aliran = baca_aliran(isi, "Workbook") or baca_aliran(isi, "Book")
    gaya, letak = _umum(aliran)
    hasil = [_lembar(aliran, satu, gaya) for satu in letak]
    for satu in hasil:
        if (satu.akhir[0] + 1) * (satu.akhir[1] + 1) > _MAKS_LUAS:
            periksa_letak(*satu.akhir)
    return hasil


def _rekaman(aliran: bytes, letak: int) -> Iterator[tuple[int, bytes]]:
    """Records up to the end of the substream. Charts within a sheet are substreams of their own."""
    if struct.unpack_from("<H", aliran, letak)[0] != _BOF:
        raise ValueError(letak)
    dalam = 0
    while letak + 4 <= len(aliran):
        jenis, panjang = struct.unpack_from("<HH", aliran, letak)
        dalam += (jenis == _BOF) - (jenis == _EOF)
        if dalam == 1:
            yield jenis, aliran[letak + 4 : letak + 4 + panjang]
        elif dalam == 0:
            return
        letak += 4 + panjang


def _umum(aliran: bytes) -> tuple[list[JenisFormat], list[int]]:
    """Style number → kind of number format; where each sheet begins."""
    letak: list[int] = []
    kode: dict[int, str] = {}
    nomor: list[int] = []
    biff8 = aliran[4:6] == b"\x00\x06"
    for jenis, data in _rekaman(aliran, 0):
        if jenis == _BOUNDSHEET and len(data) >= 6:
            letak.append(struct.unpack_from("<I", data)[0])
        elif jenis == _FILEPASS:
            raise Tolak("masalah.bersandi")
        elif jenis == _FORMAT and len(data) >= 3:
            kode[struct.unpack_from("<H", data)[0]] = _teks_format(data, biff8)
        elif jenis == _XF and len(data) >= 4:
            nomor.append(struct.unpack_from("<H", data, 2)[0])
    return [jenis_format(n, kode.get(n)) for n in nomor], letak


def _teks_format(data: bytes, biff8: bool) -> str:
    if not biff8:
        return data[3:].decode("latin-1")
    lebar = len(data) > 4 and data[4] & 1
    return data[5:].decode("utf-16-le" if lebar else "latin-1", "replace")


def _lembar(aliran: bytes, letak: int, gaya: list[JenisFormat]) -> CatatanXls:
    hasil = CatatanXls()
    for jenis, data in _rekaman(aliran, letak):
        if jenis == _ROW and len(data) >= 14:
            if data[12] & _TERSEMBUNYI:
                hasil.sembunyi.add(struct.unpack_from("<H", data)[0])
            continue
        if jenis in _BERSEL and len(data) >= 4:
            baris, kolom = struct.unpack_from("<HH", data)
            hasil.akhir = (max(hasil.akhir[0], baris), max(hasil.akhir[1], kolom))
        for baris, kolom, urut in _sel_angka(jenis, data):
            if urut < len(gaya) and gaya[urut] == "persen":
                hasil.persen.add((baris, kolom))
        kode = _kode_galat(jenis, data)
        if kode is not None:
            baris, kolom = struct.unpack_from("<HH", data)
            hasil.galat.setdefault(baris, {})[kolom] = _NAMA_GALAT.get(kode, "#VALUE!")
    return hasil


def _sel_angka(jenis: int, data: bytes) -> Iterator[tuple[int, int, int]]:
    """Row, column and style of every number in the record."""
    if jenis in (_NUMBER, _RK, _FORMULA) and len(data) >= 6:
        yield struct.unpack_from("<HHH", data)
    elif jenis == _MULRK and len(data) >= 6:
        baris, pertama = struct.unpack_from("<HH", data)
        for urut in range((len(data) - 6) // 6):
            yield baris, pertama + urut, struct.unpack_from("<H", data, 4 + urut * 6)[0]


def _kode_galat(jenis: int, data: bytes) -> int | None:
    if jenis == _BOOLERR and len(data) >= 8 and data[7] == 1:
        return data[6]
    if jenis == _FORMULA and len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == _ERROR:
        return data[8]
    return None
