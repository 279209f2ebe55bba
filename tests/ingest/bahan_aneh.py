"""What an odd or hostile file is in these tests: how its bytes are made, and the one outcome that is expected of it.

Every file is made for a month (or a year) of its own, so that all accepted ones can be stored together and each be
found again by its period.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bahan_ingest import UNITS, baris_xml, xlsx_mentah

from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.domain.unit import Unit
from kinerja.indikator.registry import registri
from kinerja.ingest import Opsi, Rujukan, baca_berkas

LUBEG, PEGAMBIRAN = "1011119", "1011120"
NAMA = "Puskesmas Pegambiran"
BIJI = 20261124
KEPALA = ("periode", "unit", "indikator", "pembilang", "penyebut")
DOKTIP = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
TAWA = "<!DOCTYPE lolz [{}]>".format(
    "".join(f'<!ENTITY lol{i} "{f"&lol{i - 1};" * 10 if i else "lol"}">' for i in range(10))
)


@dataclass(frozen=True)
class Masa:
    """The period a file is about, as its cells write it."""

    bulan: str
    tahun: str


@dataclass(frozen=True)
class Terima:
    """Accepted: figures to be stored, the sums of their numerators and denominators, and of the targets (x 10,000)."""

    baris: int = 1
    pembilang: int = 10
    penyebut: int = 20
    target_e4: int = 0
    tabel: int = 0
    """Visits counted, and rows of the other fact tables."""
    catatan: tuple[str, ...] = ()
    """Warnings and infos that must be told."""


@dataclass(frozen=True)
class Tolak:
    """Refused: the reason, and the cell (``D2``), the row (``2``) or the part of the zip where it lies; '' the file."""

    alasan: str
    letak: str = ""


@dataclass(frozen=True)
class Kasus:
    nama: str
    isi: Callable[[Masa], bytes] | bytes
    harap: Terima | Tolak
    opsi: Opsi = field(default_factory=Opsi)
    tahunan: bool = False
    """Does it hold figures of a whole year?"""
    simpan: bool = True
    """Does it go into the common store? Not if its period is fixed or would fill the store with empty years."""

    def buat(self, masa: Masa) -> bytes:
        return self.isi if isinstance(self.isi, bytes) else self.isi(masa)


def rujukan(units: tuple[Unit, ...] = UNITS, alias: Mapping[str, str] | None = None) -> Rujukan:
    return Rujukan(units, alias or {}, registri(), "DINKES", garam=b"garam uji")


def baca_kasus(kasus: Kasus, masa: Masa, folder: Path, acuan: Rujukan) -> HasilBaca:
    jalur = folder / kasus.nama
    jalur.write_bytes(kasus.buat(masa))
    try:
        return baca_berkas(jalur, kasus.nama, acuan, kasus.opsi)
    finally:
        jalur.unlink()


def letak(masalah: Masalah) -> str:
    """Where a problem says it is, in one word."""
    if "sel" in masalah.args:
        return str(masalah.args["sel"])
    if masalah.baris is not None:
        return f"{masalah.kolom.split(' ')[0]}{masalah.baris}"
    return str(masalah.args.get("bagian", ""))


def hasil_sebagai(hasil: HasilBaca, harap: Terima | Tolak) -> Terima | Tolak:
    """What came out, in the words of the expectation."""
    galat = [m for m in hasil.masalah if m.tingkat == "galat"]
    if galat:
        return Tolak(galat[0].alasan.removeprefix("masalah."), letak(galat[0]))
    ada = {m.alasan.removeprefix("masalah.") for m in hasil.masalah}
    dicari = harap.catatan if isinstance(harap, Terima) else ()
    return Terima(
        len(hasil.fakta),
        sum(f.pembilang for f in hasil.fakta),
        sum(f.penyebut or 0 for f in hasil.fakta),
        sum(t.nilai_e4 for t in hasil.target),
        _jumlah_tabel(hasil),
        tuple(c for c in dicari if c in ada) if dicari else tuple(sorted(ada)),
    )


def _jumlah_tabel(hasil: HasilBaca) -> int:
    kunjungan = (baris[-1] for baris in hasil.tabel.get("kunjungan", ()))
    lain = sum(len(isi) for nama, isi in hasil.tabel.items() if nama != "kunjungan")
    return sum(n for n in kunjungan if isinstance(n, int)) + lain


def satu(masa: Masa, *angka: object) -> tuple[object, ...]:
    """The one row that most files hold: 10 of 20, unless told otherwise."""
    return (masa.bulan, NAMA, "spm_hipertensi", *(angka or (10, 20)))


def csv_satu(masa: Masa, *lain: str, angka: str = "10;20") -> str:
    """A text file of one row, and rows after it."""
    return "\n".join([";".join(KEPALA), f"{masa.bulan};{NAMA};spm_hipertensi;{angka}", *lain]) + "\n"


def lembar_xml(masa: Masa, *tambahan: str, isi: tuple[object, ...] | None = None) -> str:
    baris = baris_xml(2, *(isi or satu(masa)))
    return f"<sheetData>{baris_xml(1, *KEPALA)}{baris}{''.join(tambahan)}</sheetData>"


def buku_xml(*tambahan: str, isi: Callable[[Masa], tuple[object, ...]] = satu, akhir: str = "") -> Callable[..., bytes]:
    """A workbook of the one row, more rows in XML, and elements after them."""
    return lambda masa: xlsx_mentah(lembar_xml(masa, *tambahan, isi=isi(masa)) + akhir)
