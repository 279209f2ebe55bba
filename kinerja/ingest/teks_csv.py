"""Text files: encoding and separator found, quotes read strictly, every record kept with the line it starts on.

A short file is held whole. Of a long one (a register of visits may have a million rows) only the beginning is held,
by which its layout is recognised; the reader of the register then passes over all records, one at a time.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice

from kinerja.ingest.tipe import (
    MAKS_BARIS,
    MAKS_BARIS_REGISTER,
    MAKS_BERKAS,
    MAKS_KOLOM,
    MAKS_SEL,
    Lembar,
    Sel,
    huruf_kolom,
)
from kinerja.ingest.tolak import BerkasDitolakError

_PEMISAH = (";", ",", "\t")
_CONTOH = 200  # lines looked at to find the separator
_PANJANG_CONTOH = 20_000  # characters of each
_AWAL = 2_000  # records of a long file that are held
_POTONG = 1 << 20
_TANPA_BARIS = 4 << 20  # bytes without a line break that no table can have: 200 cells of 2,000 characters are fewer
_PETUNJUK = re.compile(r"\Asep=(.)\r?\n")
NAMA_LEMBAR = "csv"


def baca_csv(isi: bytes) -> Lembar:
    """The file as one sheet named ``csv``; a row is a record, as a spreadsheet program numbers them.

    Raises ``BerkasDitolakError`` with the line for an open quote or a huge field. Records of unequal length are kept
    as they are; ``lebar`` lets the layout say which rows of the *table* are ragged (titles often have one field).
    """
    aliran = AliranTeks(isi)
    panjang = len(isi) > MAKS_BERKAS
    rekaman = list(islice(aliran(), _AWAL if panjang else MAKS_BARIS + 1))
    if len(rekaman) > MAKS_BARIS:
        panjang = True
        del rekaman[_AWAL:]
    baris: list[list[Sel]] = [[sel or None for sel in isi_baris] for isi_baris in rekaman]
    lebar = tuple(len(isi_baris) for isi_baris in rekaman)
    return Lembar(NAMA_LEMBAR, baris, lebar=lebar, terus=aliran if panjang else None)


class AliranTeks:
    """The records of a text file, decoded while they are read. Blank fields are ''."""

    def __init__(self, isi: bytes) -> None:
        """Raises ``BerkasDitolakError`` for bytes that are no text."""
        self._isi = isi
        self._bita = io.BytesIO()
        self._sandi = _sandi(isi)
        with self._buka() as teks:
            awal = teks.read(16)
        petunjuk = _PETUNJUK.match(awal)
        self._lewat = 1 if petunjuk else 0
        self._pemisah = petunjuk[1] if petunjuk else self._cari_pemisah()

    @property
    def bagian(self) -> float:
        return 1.0 if self._bita.closed or not self._isi else self._bita.tell() / len(self._isi)

    def __call__(self) -> Iterator[list[str]]:
        teks = self._buka()
        self._bita = teks.buffer  # type: ignore[assignment]  # the BytesIO that _buka wrapped
        for _ in range(self._lewat):
            teks.readline()
        pembaca = csv.reader(teks, delimiter=self._pemisah, strict=True)
        for nomor in count(1):
            awal = pembaca.line_num
            try:
                isi = next(pembaca)
            except StopIteration:
                return
            except csv.Error:
                baris = str(self._lewat + awal + 1)
                raise BerkasDitolakError("masalah.kutip_terbuka", baris=baris, batas=MAKS_SEL) from None
            if nomor > MAKS_BARIS_REGISTER or len(isi) > MAKS_KOLOM or (isi and max(map(len, isi)) > MAKS_SEL):
                _tolak_ukuran(isi, nomor)
            yield isi

    def _buka(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(self._isi), encoding=self._sandi, newline="")

    def _cari_pemisah(self) -> str:
        """Semicolon, comma or tab: the one that cuts most lines into the same number (two or more) of fields."""
        with self._buka() as teks:
            contoh = [baris[:_PANJANG_CONTOH] for baris in islice(teks, _CONTOH)]

        def nilai(pemisah: str) -> tuple[int, int]:
            terbanyak, kali = max(_lebar(contoh, pemisah).items(), key=lambda p: (p[1], p[0]), default=(0, 0))
            return (kali, terbanyak)

        return max(_PEMISAH, key=nilai)


def _sandi(isi: bytes) -> str:
    """UTF-8, UTF-16 (with its mark) or else Windows-1252, tried on the whole file. Raises ``BerkasDitolakError``."""
    utf16 = isi.startswith((b"\xff\xfe", b"\xfe\xff"))
    for nama in ("utf-16",) if utf16 else ("utf-8-sig", "cp1252"):
        try:
            _uji_sandi(isi, nama)
        except UnicodeDecodeError:
            continue
        return nama
    raise BerkasDitolakError("masalah.sandi_teks")


def _uji_sandi(isi: bytes, nama: str) -> None:
    """Decode piece by piece. Raises ``UnicodeDecodeError``, or ``BerkasDitolakError`` for what is no table."""
    pengurai = codecs.getincrementaldecoder(nama)()
    baris, tanpa = 1, 0
    for letak in range(0, len(isi), _POTONG):
        potong = pengurai.decode(isi[letak : letak + _POTONG], letak + _POTONG >= len(isi))
        if "\x00" in potong:
            raise BerkasDitolakError("masalah.biner")
        ada = potong.count("\n") or potong.count("\r")
        baris, tanpa = baris + ada, 0 if ada else tanpa + _POTONG
        if tanpa >= _TANPA_BARIS:  # one endless line would be held whole, four bytes a character
            raise BerkasDitolakError("masalah.kutip_terbuka", baris=str(baris), batas=MAKS_SEL)


def _lebar(contoh: list[str], pemisah: str) -> Counter[int]:
    """Number of fields → lines. Not strict: a sample may be cut inside a quote; what cannot be read is not counted."""
    lebar: Counter[int] = Counter()
    try:
        lebar.update(len(isi) for isi in csv.reader(contoh, delimiter=pemisah) if len(isi) > 1)
    except csv.Error:
        return lebar
    return lebar


def _tolak_ukuran(isi: list[str], baris: int) -> None:
    """Raises ``BerkasDitolakError`` with what is too large."""
    if baris > MAKS_BARIS_REGISTER:
        raise BerkasDitolakError("masalah.terlalu_banyak_baris", batas=1_500_000)
    if len(isi) > MAKS_KOLOM:
        raise BerkasDitolakError("masalah.terlalu_banyak_kolom", baris=str(baris), batas=MAKS_KOLOM)
    kolom = next(k for k, sel in enumerate(isi) if len(sel) > MAKS_SEL)
    raise BerkasDitolakError("masalah.sel_panjang", sel=f"{huruf_kolom(kolom)}{baris}", batas=MAKS_SEL)
