"""Where a second table begins below the first on one sheet: its header or its title says something else.

Read on under the first header its figures would count for another indikator or month, so reading ends there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from kinerja.domain.periode import Periode
from kinerja.ingest.judul_indikator import indikator_disebut
from kinerja.ingest.kepala import Jalur, Tabel, berangka, judul_nomor, judul_unit, rapikan, susun_jalur
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periode_teks import periode_dari_judul
from kinerja.ingest.peta.baris_kata import baris_catatan
from kinerja.ingest.peta.model import Peta, isi_kolom
from kinerja.ingest.tipe import Lembar, Sel, berisi, ringkas

_TAHUN = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_WAKTU = ("periode", "tahun", "bulan", "triwulan", "tanggal")
_BERMASA = ("angka", "label", "skm", "penilaian")
"""Shapes whose rows count for the period of the table where they have none of their own."""
_MAKS_JUDUL = 2
"""A line of a title fills one cell or two, "Bulan : | Februari 2026"."""


@dataclass(frozen=True)
class Blok:
    """The first table. ``nilai``: its columns of figures, () where whole rows count as data. ``masa``: its period,
    None where each row has its own. ``lain``: does a line name another matter than this table's?"""

    lembar: Lembar
    jalur: Sequence[Jalur]
    awal: int
    akhir: int
    nilai: Collection[int] = ()
    unit: int | None = None
    masa: Periode | None = None
    lain: Callable[[str], bool] = lambda _: False

    def berdata(self, nomor: int) -> bool:
        """Is this a row of the table's body, a total included?"""
        isi = self.lembar.baris[nomor]
        if self.nilai:
            return any(berangka(self.lembar.sel(nomor, k)) for k in self.nilai)
        return sum(map(berisi, isi)) > _MAKS_JUDUL and not self.kata_kepala(isi)

    def kata_kepala(self, isi: Sequence[Sel]) -> dict[int, str]:
        """The words of a row that looks like this table's header, or like any other's; {} for other rows."""
        teks = {k: rapikan(s) for k, s in enumerate(isi) if berisi(s)}
        if len(teks) < 2 or any(not isinstance(isi[k], str) or berangka(isi[k]) for k in teks):
            return {}
        if self.unit is not None and max(teks) <= self.unit:  # "A. | PUSKESMAS" heads a section
            return {}
        sama = any(self._sama(k, t) for k, t in teks.items())
        bernomor = any(map(judul_nomor, teks.values())) and any(map(judul_unit, teks.values()))
        berunit = self.unit is not None and judul_unit(teks.get(self.unit, ""))
        return teks if sama or bernomor or berunit else {}

    def _sama(self, kolom: int, teks: str) -> bool:
        return kolom < len(self.jalur) and teks in self.jalur[kolom]

    def ulang(self, teks: dict[int, str]) -> bool:
        """Is this header the table's own, printed again on the next page?"""
        return all(self._sama(k, t) for k, t in teks.items())


def cari_tabel_kedua(blok: Blok) -> int | None:
    """The row where a second table begins: a header of other words, or a title of another period, with rows below."""
    baris = blok.lembar.baris
    isi = [n for n in range(blok.awal, blok.akhir) if blok.berdata(n)]
    if not isi:
        return None
    judul: int | None = None  # a line that may be the title of the next table
    for nomor in range(isi[0] + 1, blok.akhir):
        if not any(map(berisi, baris[nomor])):
            continue
        if blok.berdata(nomor):
            judul = None
        elif teks := blok.kata_kepala(baris[nomor]):
            if not blok.ulang(teks) and _berangka_di_bawah(blok, nomor):
                return nomor
            if judul is not None and blok.ulang(teks) and nomor < isi[-1]:
                return judul
        elif sum(map(berisi, baris[nomor])) <= _MAKS_JUDUL and not baris_catatan(baris[nomor]):
            tulis = " ".join(rapikan(s) for s in baris[nomor] if berisi(s))
            if nomor < isi[-1] and _masa_lain(tulis, blok.masa):
                return nomor
            judul = nomor if blok.lain(tulis) else judul
    return None


def _berangka_di_bawah(blok: Blok, nomor: int) -> bool:
    """Is there a figure below, in whatever column? Tables of words only are met by their filled rows."""
    bawah = range(nomor + 1, blok.akhir)
    if not blok.nilai:
        return any(blok.berdata(n) for n in bawah)
    return any(berangka(s) for n in bawah for s in blok.lembar.baris[n])


def _masa_lain(teks: str, masa: Periode | None) -> bool:
    """Does the line name a period that does not hold the table's? A month without a year is of the table's year."""
    if masa is None:
        return False
    bertahun = _TAHUN.search(teks) is not None
    lain = periode_dari_judul((teks if bertahun else f"{teks} tahun {masa.tahun}",))
    return lain is not None and not (lain.dari <= masa.dari and masa.sampai <= lain.sampai)


def blok_peta(konteks: Konteks, lembar: Lembar, peta: Peta, masa: Callable[[], Periode | None]) -> Blok:
    """The table of a mapping; ``masa`` gives its period from outside its rows."""
    akhir = len(lembar.baris) if peta.akhir is None else min(peta.akhir + 1, len(lembar.baris))
    jalur = susun_jalur(lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    berangka_saja = [k for k in peta.kolom if (isi := isi_kolom(peta.bentuk, k.isi)) and isi.angka]
    kode = {k.kode for k in berangka_saja if k.kode}
    sendiri = peta.bentuk not in _BERMASA or any(k.isi in _WAKTU for k in peta.kolom)
    unit = peta.satu("unit")

    def lain(teks: str) -> bool:
        return bool(kode) and bool(indikator_disebut(teks, konteks.rujukan.indikator) - kode)

    return Blok(
        lembar,
        jalur,
        peta.awal,
        akhir,
        {k.kolom for k in berangka_saja if k.isi != "pemeriksa"} if peta.bentuk in ("angka", "label", "iku") else (),
        unit.kolom if unit else None,
        None if sendiri else masa(),
        lain,
    )


def blok_cetak(konteks: Konteks, tabel: Tabel, nilai: Collection[int]) -> Blok:
    """A printed table of the Profil Kesehatan."""
    masa = periode_dari_judul(tabel.judul) or konteks.opsi.periode
    sendiri = indikator_disebut(tabel.teks_judul, konteks.rujukan.indikator)

    def lain(teks: str) -> bool:
        return bool(indikator_disebut(teks, konteks.rujukan.indikator) - sendiri)

    akhir = len(tabel.lembar.baris)
    return Blok(tabel.lembar, tabel.jalur, tabel.awal, akhir, nilai, tabel.kolom_unit, masa, lain)


def akhir_tabel(konteks: Konteks, blok: Blok) -> int:
    """Row after the last of the first table; a second one below is noted, as nothing of the file may be stored then."""
    kedua = cari_tabel_kedua(blok)
    if kedua is None:
        return blok.akhir
    isi = ringkas(" · ".join(rapikan(s) for s in blok.lembar.baris[kedua] if berisi(s)), 60)
    nomor = blok.lembar.nomor(kedua)
    konteks.hasil.catat("masalah.tabel_kedua", "galat", blok.lembar.nama, nomor, isi=isi, awal=str(nomor))
    return kedua
