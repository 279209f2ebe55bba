"""Days of a register: how its columns write them is settled on all rows first, then each text is judged once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.domain.periode import Periode
from kinerja.ingest.bentuk.register_kunci import BURUK, MAKS_KAMUS, Kamus, kode_hari
from kinerja.ingest.bentuk.tanggal_sel import Hari, baca_hari, sebuah_hari, tanggal_kosong
from kinerja.ingest.peta.model import UrutTanggal
from kinerja.ingest.tipe import Sel

_SERI = re.compile(r"([0-9]{5})[.,][0-9]+")


def sebuah_tanggal(sel: Sel) -> bool:
    """Is this a day in one order or the other, with or without a time?"""
    return sebuah_hari(_tanpa_pecahan(sel))


def _tanpa_pecahan(sel: Sel) -> Sel:
    """Excel's count of days without the part of a day behind it, where a text file holds that."""
    cocok = _SERI.fullmatch(sel.strip()) if isinstance(sel, str) else None
    return cocok[1] if cocok else sel


def tanpa_jam(sel: Sel) -> Sel:
    """The cell without a time of the day behind it, so that a day is one text and not as many as it has seconds."""
    if isinstance(sel, str) and ":" in sel:
        depan = sel[: sel.index(":")]
        letak = max(depan.rfind(" "), depan.rfind("T"))
        return sel[:letak] if letak > 0 else sel
    return sel


def teks_hari(baris: Iterable[tuple[int, Sequence[Sel]]], kolom: Sequence[int]) -> list[dict[Sel, int]]:
    """For each of these columns its distinct days as written, and the first row each stands in."""
    hasil: list[dict[Sel, int]] = [{} for _ in kolom]
    pasangan = list(zip(kolom, hasil, strict=True))
    for nomor, isi in baris:
        for k, temu in pasangan:
            sel = isi[k] if k < len(isi) else None
            if sel not in temu:
                pendek = tanpa_jam(sel)
                if pendek not in temu and len(temu) < MAKS_KAMUS:
                    temu[pendek] = nomor
    return hasil


@dataclass(frozen=True)
class AturanHari:
    """What a day of this file may be. ``jelas`` False: the order of day and month was asked, no day is judged."""

    urut: UrutTanggal
    jelas: bool
    hari_ini: date
    periode: Periode | None

    def nilai(self, sel: Sel) -> Hari:
        """The day, or the key of what is wrong with it; a register has no row without a day."""
        if not self.jelas:
            return Hari(self.hari_ini) if sebuah_tanggal(sel) else Hari(None, "masalah.hari_bukan")
        if tanggal_kosong(sel):
            return Hari(None, "masalah.hari_kosong")
        hasil = baca_hari(_tanpa_pecahan(sel), self.urut)
        if hasil.nilai is None:
            return hasil
        if hasil.nilai > self.hari_ini:
            return Hari(None, "masalah.register_hari_depan")
        bulan = hasil.nilai.year * 100 + hasil.nilai.month
        if self.periode and not self.periode.dari <= bulan <= self.periode.sampai:
            return Hari(None, "masalah.hari_luar_periode")
        return hasil


class KamusHari(Kamus):
    """Cell → day in its place. Of texts with a time only the day is remembered."""

    def __init__(self, aturan: AturanHari) -> None:
        super().__init__(self._kode)
        self.aturan = aturan
        self._jam: dict[str, bool] = {}

    def _kode(self, sel: Sel) -> int:
        hari = self.aturan.nilai(sel).nilai
        return BURUK if hari is None else kode_hari(hari)

    def __missing__(self, sel: Sel) -> int:
        pendek = tanpa_jam(sel)
        if isinstance(sel, str) and isinstance(pendek, str) and pendek != sel and self._sebuah_jam(sel[len(pendek) :]):
            return self[pendek]
        return super().__missing__(sel)

    def _sebuah_jam(self, ekor: str) -> bool:
        if ekor not in self._jam:
            if len(self._jam) >= MAKS_KAMUS:
                self._jam.clear()
            self._jam[ekor] = baca_hari(f"2024-01-31{ekor}").nilai is not None
        return self._jam[ekor]
