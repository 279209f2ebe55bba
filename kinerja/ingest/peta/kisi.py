"""The grid of a sheet nobody described: its header rows, its first row of data, and how to know it again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kinerja.ingest.blok import Blok
from kinerja.ingest.kepala import Jalur, baris_nomor, berangka, judul_unit, rapikan, susun_jalur
from kinerja.ingest.peta.baris_kata import baris_total
from kinerja.ingest.saring import awal_penutup
from kinerja.ingest.tipe import Lembar, Sel, berisi, teks_sel

MAKS_JUDUL = 60
_MAKS_KEPALA = 5
_CONTOH = 200


@dataclass(frozen=True)
class Kepala:
    """A sheet with its header: rows as indexes into ``lembar.baris``, and the header path of every column."""

    lembar: Lembar
    kepala: tuple[int, ...]
    awal: int
    jalur: tuple[Jalur, ...]

    @property
    def judul(self) -> tuple[str, ...]:
        """The lines above the header, one text each."""
        atas = self.lembar.baris[: self.kepala[0] if self.kepala else self.awal]
        isi = (" ".join(" ".join(teks_sel(s).split()) for s in baris if berisi(s)) for baris in atas)
        return tuple(teks for teks in isi if teks)

    def teks(self, kolom: int) -> str:
        """The header of one column in one line, parts joined by ``>``."""
        return " > ".join(self.jalur[kolom]) if kolom < len(self.jalur) else ""

    def contoh(self, kolom: int, paling: int = _CONTOH) -> list[Sel]:
        """Filled cells of the column in the first rows of data: no totals, no repeated header, nothing below."""
        baris = self._data if paling == _CONTOH else self._baris_data(paling)
        return [s for n in baris if berisi(s := self.lembar.sel(n, kolom))]

    @cached_property
    def _data(self) -> list[int]:
        return self._baris_data(_CONTOH)

    def _baris_data(self, paling: int) -> list[int]:
        """The rows that may hold data among so many below the header."""
        lembar, akhir = self.lembar, awal_penutup(self.lembar, self.awal)
        unit = next((k for k, jalur in enumerate(self.jalur) if jalur and judul_unit(jalur[-1])), None)
        blok = Blok(lembar, self.jalur, self.awal, akhir, unit=unit)
        hasil: list[int] = []
        for nomor in range(self.awal, min(akhir, self.awal + paling)):
            judul = blok.kata_kepala(lembar.baris[nomor])
            if judul and hasil and not blok.ulang(judul):  # the header of another table
                break
            if not judul and not baris_total(lembar.baris[nomor], lambda _: False):
                hasil.append(nomor)
        return hasil


def susun_kepala(lembar: Lembar, kepala: Sequence[int], awal: int) -> Kepala:
    """The header as chosen: consecutive rows, or none."""
    jalur = susun_jalur(lembar, kepala[0], kepala[-1] + 1) if kepala else ()
    return Kepala(lembar, tuple(kepala), awal, jalur)


def temukan_kepala(lembar: Lembar) -> Kepala:
    """A proposal: the first row of several words over rows of data, with the rows of the same header below it.

    A sheet of figures without such a row has no header; its data begin at the first filled row.
    """
    for nomor in range(min(len(lembar.baris), MAKS_JUDUL)):
        if _mirip_kepala(lembar.baris[nomor]):
            akhir = _akhir(lembar, nomor)
            awal = akhir
            while awal < len(lembar.baris) and baris_nomor(lembar.baris[awal]):
                awal += 1
            return susun_kepala(lembar, range(nomor, akhir), awal)
    awal = next((n for n, baris in enumerate(lembar.baris) if any(map(berisi, baris))), 0)
    return Kepala(lembar, (), awal, ())


def _mirip_kepala(baris: Sequence[Sel]) -> bool:
    """Two cells or more, most of them words, nothing that is only a figure except years."""
    isi = [s for s in baris if berisi(s)]
    kata = [s for s in isi if isinstance(s, str) and not berangka(s)]
    tahun = [s for s in isi if _tahun(s)]
    return len(isi) >= 2 and len(kata) >= 1 and len(kata) + len(tahun) == len(isi)


def _tahun(sel: Sel) -> bool:
    """Is this a year? It heads a column as often as it stands in one."""
    return re.fullmatch(r"(?:19|20)[0-9]{2}", teks_sel(sel).strip()) is not None


def _akhir(lembar: Lembar, nomor: int) -> int:
    """Row after the header: further rows belong to it while they hold words only and columns still lack a name."""
    batas = min(len(lembar.baris), nomor + _MAKS_KEPALA)
    tinggi = max((b + 1 for a, _, b, _ in lembar.gabung if a == nomor), default=nomor + 1)
    akhir = nomor + 1
    while akhir < batas:
        baris = lembar.baris[akhir]
        if akhir >= tinggi and not _lanjutan(lembar.baris[nomor:akhir], baris):
            break
        if not any(map(berisi, baris)) or any(berangka(s) and not _tahun(s) for s in baris):
            break
        akhir += 1
    return akhir


def _lanjutan(atas: Sequence[Sequence[Sel]], baris: Sequence[Sel]) -> bool:
    """A further header row fills what all rows above leave open, and leaves open what the last one names.

    "I | PENYAKIT INFEKSI" under NO and NAMA PENYAKIT fills nothing new: it is the heading of a chapter.
    """
    isi = {k for k, sel in enumerate(baris) if berisi(sel)}
    penuh = {k for satu in atas for k, sel in enumerate(satu) if berisi(sel)}
    return bool(isi - penuh) and any(berisi(sel) and k not in isi for k, sel in enumerate(atas[-1]))


def sidik(jalur: Sequence[Sequence[str]]) -> str:
    """Fingerprint of a header or of row labels: words only, so that another year or month is the same layout."""
    polos = [re.sub(r"[^a-z]+", " ", " ".join(bagian).lower()).strip() for bagian in jalur]
    while polos and not polos[-1]:
        polos.pop()
    return hashlib.sha256("\n".join(polos).encode()).hexdigest()[:16]


TANPA_KATA = sidik(())
"""The fingerprint of a header without a word: years alone fit any sheet."""


def cari_sidik(lembar: Lembar, tinggi: int, dicari: str) -> int | None:
    """The row where a header of this height with this fingerprint begins, or None."""
    for nomor in range(min(len(lembar.baris) - tinggi + 1, MAKS_JUDUL)):
        if any(map(berisi, lembar.baris[nomor])) and sidik(susun_jalur(lembar, nomor, nomor + tinggi)) == dicari:
            return nomor
    return None


def rapat(sel: Sel) -> str:
    """A label for comparing: letters and digits of the words, without their numbering."""
    return re.sub(r"[^A-Z0-9]+", " ", re.sub(r"^\s*(?:[0-9]{1,2}|[A-Z])\s*[.)]\s*", "", rapikan(sel))).strip()
