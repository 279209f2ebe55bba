"""A visit as one whole number: its codes side by side, so that a million rows are counted in one small dictionary.

Every distinct text of a column is judged once (``Kamus``); a row that is plainly a visit costs a few look-ups and an
addition. A text that is no code adds ``BURUK``, and a sum with it is looked at more closely.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from kinerja.domain.fakta import BarisTabel
from kinerja.ingest.bentuk.register_kata import KODE
from kinerja.ingest.tipe import Sel

BURUK = 1 << 62
MAKS_KAMUS = 100_000
"""Distinct texts remembered of one column; beyond, they are judged again."""
_TEMPAT: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "umur": (0, 0xF),
        "jk": (4, 3),
        "pasien": (6, 3),
        "bayar": (8, 3),
        "gedung": (10, 3),
        "layanan": (12, 3),
        "gedung_poli": (14, 3),
        "layanan_poli": (16, 3),
        "poli": (18, 0xFF),
        "unit": (26, 0x3FFF),
        "hari": (40, 0xFFFFF),
    }
)
"""Part of the number → where it begins, and its mask. ``_poli``: what the name of the poli says of the same thing."""
_ISI = (1 << _TEMPAT["unit"][0]) - 1
_KOLOM_DAN_POLI = sum(_TEMPAT[n][1] << _TEMPAT[n][0] for n in ("gedung", "layanan", "gedung_poli", "layanan_poli"))


class Kamus(dict[Sel, int]):
    """Cell → its code in its place, or ``BURUK``; a cell met for the first time is judged by ``nilai``."""

    def __init__(self, nilai: Callable[[Sel], int]) -> None:
        super().__init__()
        self._nilai = nilai

    def __missing__(self, sel: Sel) -> int:
        kode = self._nilai(sel)
        if len(self) < MAKS_KAMUS:
            self[sel] = kode
        return kode


@dataclass
class Daftar:
    """Names in the order they were met, '' first."""

    bagian: str
    nama: list[str] = field(default_factory=lambda: [""])
    penuh: bool = False
    _urut: dict[str, int] = field(default_factory=lambda: {"": 0})

    def kode(self, nama: str) -> int:
        """The name's number in its place; ``BURUK`` when there are more names than can be."""
        if nama not in self._urut:
            if len(self.nama) > _TEMPAT[self.bagian][1]:
                self.penuh = True
                return BURUK
            self._urut[nama] = len(self.nama)
            self.nama.append(nama)
        return self._urut[nama] << _TEMPAT[self.bagian][0]


def kode_tutup(bagian: str, kode: str) -> int:
    """A code of a closed list in its place; ``bagian`` may end in ``_poli``."""
    return KODE[bagian.removesuffix("_poli")].index(kode) << _TEMPAT[bagian][0]


def kode_hari(hari: date) -> int:
    return hari.toordinal() << _TEMPAT["hari"][0]


def angka_bagian(kunci: int, bagian: str) -> int:
    """The number that one part of a visit's number holds."""
    geser, topeng = _TEMPAT[bagian]
    return (kunci >> geser) & topeng


def hari_kunci(kunci: int) -> date:
    return date.fromordinal(angka_bagian(kunci, "hari"))


def hampa(kunci: int) -> bool:
    """Does the row say nothing but a day and a unit?"""
    return not kunci & _ISI


def satukan(jumlah: Mapping[int, int], layanan: str) -> dict[int, int]:
    """Counts with one answer for place and kind of care: of its column, else of the poli, else ``layanan``."""
    hasil: dict[int, int] = {}
    ganti: dict[int, int] = {}
    for kunci, n in jumlah.items():
        lama = kunci & _KOLOM_DAN_POLI
        if lama not in ganti:
            ganti[lama] = _satu_jawaban(lama, layanan)
        baru = kunci - lama + ganti[lama]
        hasil[baru] = hasil.get(baru, 0) + n
    return hasil


def _satu_jawaban(kunci: int, layanan: str) -> int:
    gedung = angka_bagian(kunci, "gedung") or angka_bagian(kunci, "gedung_poli")
    jenis = angka_bagian(kunci, "layanan") or angka_bagian(kunci, "layanan_poli")
    return kode_tutup("gedung", KODE["gedung"][gedung]) | kode_tutup("layanan", KODE["layanan"][jenis] or layanan)


def jumlah_kosong(jumlah: Mapping[int, int], bagian: str) -> int:
    """Visits that say nothing in this part."""
    geser, topeng = _TEMPAT[bagian]
    topeng <<= geser
    return sum(n for kunci, n in jumlah.items() if not kunci & topeng)


def baris_tabel(jumlah: Mapping[int, int], unit: Sequence[str], poli: Sequence[str]) -> list[BarisTabel]:
    """Rows of table *kunjungan* by day, unit and poli, values in the order of ``KOLOM_TABEL``.

    Most of a row is the same as in many others; what is built once is shared, in time and in memory.
    """
    hari: dict[int, tuple[date, int, int]] = {}
    isi: dict[int, tuple[tuple[str], tuple[str, ...]]] = {}
    geser_hari, geser_unit, geser_poli = (_TEMPAT[n][0] for n in ("hari", "unit", "poli"))
    topeng_unit, topeng_poli, topeng_isi = _TEMPAT["unit"][1], _TEMPAT["poli"][1], (1 << geser_poli) - 1
    hasil: list[BarisTabel] = []
    for kunci in sorted(jumlah):
        depan, ekor = kunci >> geser_hari, kunci & topeng_isi
        if depan not in hari:
            hari[depan] = _hari_bulan(kunci)
        if ekor not in isi:
            isi[ekor] = _isi(ekor)
        layanan, lain = isi[ekor]
        tempat = unit[(kunci >> geser_unit) & topeng_unit]
        hasil.append((*hari[depan], tempat, *layanan, poli[(kunci >> geser_poli) & topeng_poli], *lain, jumlah[kunci]))
    return hasil


def _hari_bulan(kunci: int) -> tuple[date, int, int]:
    hari = hari_kunci(kunci)
    bulan = hari.year * 100 + hari.month
    return hari, bulan, bulan


def _isi(kunci: int) -> tuple[tuple[str], tuple[str, ...]]:
    isi = {bagian: kode[angka_bagian(kunci, bagian)] for bagian, kode in KODE.items()}
    return (isi["layanan"],), tuple(isi[n] for n in ("bayar", "pasien", "jk", "umur", "gedung"))
