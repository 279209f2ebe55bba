"""What the readers hand to each other: cells, sheets, the reference lists, the options, and one growing result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from kinerja.domain.fakta import BarisTabel, Dibuang, Fakta, Masalah, Pratinjau, TargetBaru, Tingkat
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import WIB, Periode
from kinerja.domain.umpan_balik import Nama
from kinerja.domain.unit import Unit
from kinerja.store.kepegawaian import Tugas

MAKS_BERKAS = 10 * 1024 * 1024
MAKS_TEKS = 120 * 1024 * 1024  # a register of visits as text; it is counted line by line and never held
MAKS_BONGKAR = 60 * 1024 * 1024
MAKS_ENTRI = 2_000  # a full Profil Kesehatan has over 80 sheets, each with three or four parts
MAKS_BARIS = 50_100  # 50,000 rows of data and room for titles and notes
MAKS_BARIS_REGISTER = 1_500_100
MAKS_KOLOM = 200
MAKS_SEL = 2_000  # characters
MAKS_MASALAH = 200
BARIS_PRATINJAU = 12
DERET_DIGIT = re.compile(r"[0-9](?:[ .-]?[0-9]){14,}")


@dataclass(frozen=True, slots=True)
class SelGalat:
    """A cell that holds no value: ``#DIV/0!`` and its kin, or '' for a formula that was never computed."""

    teks: str


class SelPersen(float):
    """A number that the spreadsheet shows with a percent sign: 85.0 for the cell that holds 0.85 and reads 85%."""

    __slots__ = ()


Sel = str | int | float | bool | date | SelGalat | None
Rentang = tuple[int, int, int, int]
"""First row, first column, last row, last column; counted from 0, both ends included."""


class Aliran(Protocol):
    """All records of a text file too long to be held, from the first on; each call begins anew."""

    def __call__(self) -> Iterator[Sequence[Sel]]:
        """Raises ``BerkasDitolakError`` at a record that cannot be read."""

    @property
    def bagian(self) -> float:
        """How much of the file the latest pass has read, 0 to 1."""


@dataclass(frozen=True)
class Lembar:
    """One sheet, or the part of it that holds one table. ``mulai`` is the file's row (from 0) of ``baris[0]``.

    ``lebar`` is the number of fields each line of a text file had; () for spreadsheets. With ``terus`` set, ``baris``
    is only the beginning, by which the layout is recognised.
    """

    nama: str
    baris: list[list[Sel]]
    gabung: tuple[Rentang, ...] = ()
    mulai: int = 0
    lebar: tuple[int, ...] = ()
    terus: Aliran | None = None

    def sel(self, baris: int, kolom: int) -> Sel:
        isi = self.baris[baris]
        return isi[kolom] if kolom < len(isi) else None

    def nomor(self, baris: int) -> int:
        """The row number as the spreadsheet program shows it."""
        return self.mulai + baris + 1


@dataclass(frozen=True)
class Rujukan:
    """What names are matched against. ``alias``: normalised name → kode of the unit.

    ``tata_letak``: name → TOML of layouts that were confirmed before; ``garam``: the store's secret by which numbers
    of employees become internal codes; ``tugas``: code → where the stored list of employees says that person serves;
    ``nama``: code → the coded words of that person's name (``domain.pegawai.sandi_nama``). ``kabkota``: unit → the
    kabupaten or kota it lies in, as "KOTA PADANG", where that is known; ``semua_kabkota``: all there are.
    """

    units: tuple[Unit, ...]
    alias: Mapping[str, str]
    indikator: Mapping[str, Indikator]
    induk_unit_baru: str
    tata_letak: Mapping[str, str] = field(default_factory=dict)
    garam: bytes = b""
    tugas: Mapping[str, Sequence[Tugas]] = field(default_factory=dict)
    nama: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kabkota: Mapping[str, str] = field(default_factory=dict)
    semua_kabkota: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Opsi:
    """What the person chose on the page or the command line. Empty ``lembar``: every sheet that is recognised.

    ``peta``: TOML of the layout to read by, instead of recognising one. ``unit``: kode of the unit the whole file is
    about, for files that do not say. ``hari_ini``: the day of the import, None for the real today.
    ``tanggal``: how days that can be read two ways are written, for columns whose mapping does not say.
    """

    jenis: str | None = None
    lembar: tuple[str, ...] = ()
    periode: Periode | None = None
    unit_baru: Literal["tolak", "tambahkan"] = "tolak"
    alias_baru: Mapping[str, str] = field(default_factory=dict)
    peta: str = ""
    unit: str = ""
    hari_ini: date | None = None
    tanggal: Literal["", "dmy", "mdy"] = ""

    @property
    def hari(self) -> date:
        """The day this import is made."""
        return self.hari_ini or datetime.now(WIB).date()


@dataclass
class Tampung:
    """The result while it grows; every module adds to it, none reads back."""

    fakta: list[Fakta] = field(default_factory=list)
    target: list[TargetBaru] = field(default_factory=list)
    tabel: dict[str, list[BarisTabel]] = field(default_factory=dict)
    letak: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    nama: dict[str, Nama] = field(default_factory=dict, repr=False)
    dibuang: list[Dibuang] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)
    pratinjau: list[Pratinjau] = field(default_factory=list)
    peta: str = ""
    usulan: str = ""

    def catat(
        self,
        alasan: str,
        tingkat: Tingkat = "galat",
        lembar: str = "",
        baris: int | None = None,
        kolom: str = "",
        nilai: object = "",
        **args: object,
    ) -> None:
        """Add a problem. In ``args`` a number is a quantity (to be written 1.234), a text is printed as it stands."""
        teks = ringkas(nilai)
        self.masalah.append(Masalah(alasan, tingkat, lembar, baris, kolom, teks, {"nilai": teks, **args}))

    def buang(self, jenis: Literal["baris", "kolom", "lembar"], lembar: str, letak: str, isi: str, alasan: str) -> None:
        self.dibuang.append(Dibuang(jenis, lembar, letak, ringkas(isi), alasan))


def berisi(sel: Sel) -> bool:
    """Is there anything in this cell? White space is nothing."""
    return sel is not None and not (isinstance(sel, str) and not sel.strip())


def ringkas(nilai: object, panjang: int = 80) -> str:
    """``nilai`` as one short line of text; of a number as long as a NIK or NIP only the beginning is shown."""
    teks = DERET_DIGIT.sub(lambda cocok: f"{cocok[0][:4]}…", " ".join(teks_sel(nilai).split()))
    return teks if len(teks) <= panjang else f"{teks[: panjang - 1]}…"


def teks_sel(nilai: object) -> str:
    """A cell as text: '' for nothing, 15878 for 15878.0, the error's own text for an error cell."""
    match nilai:
        case None:
            return ""
        case SelGalat(teks):
            return teks or "="
        case SelPersen():
            return f"{nilai:.10g}%"
        case float() if nilai.is_integer():
            return str(int(nilai))
        case _:
            return str(nilai)


def huruf_kolom(kolom: int) -> str:
    """The letters of a column counted from 0: 0 → A, 26 → AA."""
    huruf = ""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def sebut_kolom(kolom: int, judul: str = "") -> str:
    """Letter and header words of a column: ``E (RAWAT JALAN L+P)``."""
    return f"{huruf_kolom(kolom)} ({ringkas(judul, 110)})" if judul else huruf_kolom(kolom)
