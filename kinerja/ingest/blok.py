"""The first table of a sheet as the search for a second one sees it: its rows, its header, figures that are not its."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from kinerja.domain.periode import Periode
from kinerja.ingest.kepala import Jalur, berangka, judul_nomor, judul_unit, rapikan
from kinerja.ingest.tipe import Lembar, Sel, berisi

MAKS_JUDUL = 2
"""A line of a title fills one cell or two, "Bulan : | Februari 2026"."""


@dataclass(frozen=True)
class Blok:
    """The first table. ``nilai``: its columns of figures, () where whole rows count as data. ``masa``: its period,
    None where each row has its own. ``judul``: the lines above it. ``lain``: does a line name another matter?"""

    lembar: Lembar
    jalur: Sequence[Jalur]
    awal: int
    akhir: int
    nilai: Collection[int] = ()
    unit: int | None = None
    masa: Periode | None = None
    lain: Callable[[str], bool] = lambda _: False
    judul: tuple[str, ...] = ()
    penutup: bool = True
    """Does a signature below end it? The rows of a printed table know theirs by themselves."""

    def berdata(self, nomor: int) -> bool:
        """Is this a row of the table's body, a total included?"""
        return nomor in self._nomor_data

    @cached_property
    def _nomor_data(self) -> frozenset[int]:
        return frozenset(self.data)

    def _berisi_data(self, nomor: int) -> bool:
        isi = self.lembar.baris[nomor]
        if self.nilai:
            return any(berangka(self.lembar.sel(nomor, k)) for k in self.nilai)
        return sum(map(berisi, isi)) > MAKS_JUDUL and not self.kata_kepala(isi)

    @cached_property
    def data(self) -> tuple[int, ...]:
        """All rows of the body."""
        return tuple(n for n in range(self.awal, self.akhir) if self._berisi_data(n))

    @cached_property
    def berisi_angka(self) -> frozenset[int]:
        """Columns that hold a figure in a row of the body, running numbers among them."""
        return frozenset(k for n in self.data for k, s in enumerate(self.lembar.baris[n]) if berangka(s))

    def kata_kepala(self, isi: Sequence[Sel]) -> dict[int, str]:
        """The words of a row that looks like this table's header, or like any other's; {} for other rows."""
        teks = kata_saja(isi)
        if len(teks) < 2:
            return {}
        unit = {k for k, t in teks.items() if judul_unit(t) and (self.nilai or k == self.unit)}
        pertama = judul_nomor(teks[min(teks)])
        if self.unit is not None and max(teks) <= self.unit and not unit - {self.unit}:  # "A. | PUSKESMAS" is a section
            return {}
        sama = any(self.sama(k, t) for k, t in teks.items())
        return teks if sama or unit or (pertama and len(teks) > 2) or self.geser(teks) else {}

    def geser(self, teks: dict[int, str]) -> bool:
        """Are these words of the table's header in other columns: the same table again, further left or right?"""
        akhir = {jalur[-1] for jalur in self.jalur if jalur}
        return sum(t in akhir and not self.sama(k, t) for k, t in teks.items()) >= 2

    def sama(self, kolom: int, teks: str) -> bool:
        return kolom < len(self.jalur) and teks in self.jalur[kolom]

    def ulang(self, teks: dict[int, str]) -> bool:
        """Is this header the table's own, printed again on the next page?"""
        return all(self.sama(k, t) for k, t in teks.items())

    def yatim(self, nomor: int, *, pasti: bool) -> bool:
        """Does the row hold a figure behind a word, and none in the table's own columns?

        ``pasti``: in a column that has no header either, or left of the names of its units.
        """
        isi = self.lembar.baris[nomor]
        if not self.nilai or self.berdata(nomor):
            return False
        kata = [k for k, s in enumerate(isi) if isinstance(s, str) and s.strip() and not berangka(s)]
        return bool(kata) and any(
            berangka(s) and k > kata[0] and self._luar(nomor, k, pasti) for k, s in enumerate(isi)
        )

    def _luar(self, nomor: int, kolom: int, pasti: bool) -> bool:
        """Is this column none in which the table has figures? Left of the units it may only number them."""
        if self.unit is not None and kolom <= self.unit:
            return kolom == self.unit or not berisi(self.lembar.sel(nomor, self.unit))
        berjudul = kolom < len(self.jalur) and bool(self.jalur[kolom])
        return kolom not in self.berisi_angka and not (pasti and berjudul)


def kata_saja(isi: Sequence[Sel]) -> dict[int, str]:
    """Column → word of a row of nothing but words; {} for a row with a figure or a day."""
    teks = {k: rapikan(s) for k, s in enumerate(isi) if berisi(s)}
    return {} if any(not isinstance(isi[k], str) or berangka(isi[k]) for k in teks) else teks
