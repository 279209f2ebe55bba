"""Text files: encoding and separator found, quotes read strictly, every record kept with the line it starts on."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice

from kinerja.ingest.tipe import MAKS_BARIS, MAKS_KOLOM, MAKS_SEL, Lembar, Sel, huruf_kolom
from kinerja.ingest.tolak import BerkasDitolakError

_PEMISAH = (";", ",", "\t")
_CONTOH = 200  # lines looked at to find the separator
_PANJANG_CONTOH = 20_000  # characters of each
_PETUNJUK = re.compile(r"\Asep=(.)\r?\n")
NAMA_LEMBAR = "csv"


def baca_csv(isi: bytes) -> Lembar:
    """The file as one sheet named ``csv``; a row is a record, as a spreadsheet program numbers them.

    Raises ``BerkasDitolakError`` with the line for an open quote or a huge field. Records of unequal length are kept
    as they are; ``lebar`` lets the layout say which rows of the *table* are ragged (titles often have one field).
    """
    teks = _dekode(isi)
    lewat = 0
    if petunjuk := _PETUNJUK.match(teks):
        teks, lewat, pemisah = teks[petunjuk.end() :], 1, petunjuk[1]
    else:
        pemisah = cari_pemisah(teks)
    rekaman = list(_rekaman(teks, pemisah, lewat))
    baris: list[list[Sel]] = [[sel or None for sel in isi_baris] for isi_baris in rekaman]
    return Lembar(NAMA_LEMBAR, baris, lebar=tuple(len(isi_baris) for isi_baris in rekaman))


def _dekode(isi: bytes) -> str:
    """Text in UTF-8, UTF-16 (with its mark) or else Windows-1252. Raises ``BerkasDitolakError``."""
    utf16 = isi.startswith((b"\xff\xfe", b"\xfe\xff"))
    for nama in ("utf-16",) if utf16 else ("utf-8-sig", "cp1252"):
        try:
            teks = isi.decode(nama)
        except UnicodeDecodeError:
            continue
        if "\x00" in teks:
            raise BerkasDitolakError("masalah.biner")
        return teks
    raise BerkasDitolakError("masalah.sandi_teks")


def cari_pemisah(teks: str) -> str:
    """Semicolon, comma or tab: the one that cuts most lines into the same number (two or more) of fields."""
    contoh = [baris[:_PANJANG_CONTOH] for baris in islice(io.StringIO(teks, newline=""), _CONTOH)]

    def nilai(pemisah: str) -> tuple[int, int]:
        terbanyak, kali = max(_lebar(contoh, pemisah).items(), key=lambda p: (p[1], p[0]), default=(0, 0))
        return (kali, terbanyak)

    return max(_PEMISAH, key=nilai)


def _lebar(contoh: list[str], pemisah: str) -> Counter[int]:
    """Number of fields → lines. Not strict: a sample may be cut inside a quote; what cannot be read is not counted."""
    lebar: Counter[int] = Counter()
    try:
        lebar.update(len(isi) for isi in csv.reader(contoh, delimiter=pemisah) if len(isi) > 1)
    except csv.Error:
        return lebar
    return lebar


def _rekaman(teks: str, pemisah: str, lewat: int) -> Iterator[list[str]]:
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    for nomor in count(1):
        awal = pembaca.line_num
        try:
            isi = next(pembaca)
        except StopIteration:
            return
        except csv.Error:
            raise BerkasDitolakError("masalah.kutip_terbuka", baris=str(lewat + awal + 1), batas=MAKS_SEL) from None
        _periksa_ukuran(isi, nomor)
        yield isi


def _periksa_ukuran(isi: list[str], baris: int) -> None:
    if baris > MAKS_BARIS:
        raise BerkasDitolakError("masalah.terlalu_banyak_baris", batas=50_000)
    if len(isi) > MAKS_KOLOM:
        raise BerkasDitolakError("masalah.terlalu_banyak_kolom", baris=str(baris), batas=MAKS_KOLOM)
    for kolom, sel in enumerate(isi):
        if len(sel) > MAKS_SEL:
            raise BerkasDitolakError("masalah.sel_panjang", sel=f"{huruf_kolom(kolom)}{baris}", batas=MAKS_SEL)
