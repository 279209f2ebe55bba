"""Streams of a compound file ([MS-CFB] 2.2-2.6), the small file system inside every old Office file."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

_AKHIR = 0xFFFFFFFA  # sector numbers from here on are marks, not sectors
_BATAS_MINI = 4096
_AKAR = 5


@dataclass(frozen=True)
class _Masukan:
    nama: str
    jenis: int
    mulai: int
    panjang: int


def baca_aliran(isi: bytes, nama: str) -> bytes:
    """The stream called ``nama``, b"" when there is none. Raises ``struct.error`` for a file cut off in its header."""
    ukuran = 1 << min(struct.unpack_from("<H", isi, 30)[0], 16)
    kecil = 1 << min(struct.unpack_from("<H", isi, 32)[0], 16)
    mulai_direktori, mulai_mini = (struct.unpack_from("<I", isi, letak)[0] for letak in (48, 60))
    fat = _fat(isi, ukuran)
    masukan = _direktori(_rangkai(isi, fat, mulai_direktori, ukuran, ukuran))
    satu = next((m for m in masukan if m.nama == nama), None)
    if satu is None:
        return b""
    if satu.panjang >= _BATAS_MINI:
        return _rangkai(isi, fat, satu.mulai, ukuran, ukuran)[: satu.panjang]
    akar = next(m for m in masukan if m.jenis == _AKAR)
    wadah = _rangkai(isi, fat, akar.mulai, ukuran, ukuran)
    mini = _bilangan(_rangkai(isi, fat, mulai_mini, ukuran, ukuran))
    return _rangkai(wadah, mini, satu.mulai, kecil, 0)[: satu.panjang]


def _direktori(isi: bytes) -> list[_Masukan]:
    hasil: list[_Masukan] = []
    for letak in range(0, len(isi) - 127, 128):
        (panjang_nama,) = struct.unpack_from("<H", isi, letak + 64)
        nama = isi[letak : letak + min(max(0, panjang_nama - 2), 64)].decode("utf-16-le", "replace")
        mulai, panjang = struct.unpack_from("<II", isi, letak + 116)
        hasil.append(_Masukan(nama, isi[letak + 66], mulai, panjang))
    return hasil


def _fat(isi: bytes, ukuran: int) -> Sequence[int]:
    """Sector → next sector. The header lists the first 109 sectors of this table, a chain of further lists the rest."""
    daftar = list(struct.unpack_from("<109I", isi, 76))
    (lanjut,) = struct.unpack_from("<I", isi, 68)
    dilihat: set[int] = set()
    while lanjut < _AKHIR and lanjut not in dilihat:
        dilihat.add(lanjut)
        *tambahan, lanjut = _bilangan(_sektor(isi, lanjut, ukuran, ukuran)) or (_AKHIR,)
        daftar.extend(tambahan)
    return _bilangan(b"".join(_sektor(isi, nomor, ukuran, ukuran) for nomor in daftar if nomor < _AKHIR))


def _bilangan(isi: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(isi) // 4}I", isi[: len(isi) // 4 * 4])


def _rangkai(isi: bytes, fat: Sequence[int], mulai: int, ukuran: int, kepala: int) -> bytes:
    potong: list[bytes] = []
    sektor = mulai
    while sektor < len(fat) and len(potong) <= len(fat):  # a chain longer than its table runs in a circle
        potong.append(_sektor(isi, sektor, ukuran, kepala))
        sektor = fat[sektor]
    return b"".join(potong)


def _sektor(isi: bytes, nomor: int, ukuran: int, kepala: int) -> bytes:
    """Sector ``nomor`` of a file that begins with ``kepala`` bytes of header."""
    return isi[kepala + nomor * ukuran : kepala + (nomor + 1) * ukuran]
