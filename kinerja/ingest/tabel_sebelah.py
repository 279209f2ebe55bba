"""A second table beside the one that is read, in another order or beginning further down, or above it."""

from __future__ import annotations

from kinerja.ingest.blok import MAKS_JUDUL, Blok, kata_saja
from kinerja.ingest.kepala import berangka, judul_unit, rapikan
from kinerja.ingest.peta.baris_kata import baris_total
from kinerja.ingest.tipe import Lembar, berisi


def cari_sebelah(blok: Blok) -> int | None:
    """The first row in which a table beside this one speaks of another unit, or has its header; None for neither."""
    kolom = _kolom_kembar(blok)
    for nomor in blok.data:
        isi = blok.lembar.baris[nomor]
        if any(not _berjudul(blok, k) and judul_unit(rapikan(s)) for k, s in enumerate(isi)):
            return nomor
        if kolom is not None and not baris_total(isi, lambda _: False) and _unit_lain(blok, nomor, kolom):
            return nomor
    return None


def cari_di_atas(lembar: Lembar, kepala: int) -> int | None:
    """The header of another table above the one that was recognised: words over two rows or more with figures."""
    for nomor in range(kepala - 2):
        bawah = lembar.baris[nomor + 1 : nomor + 3]
        if len(kata_saja(lembar.baris[nomor])) > MAKS_JUDUL and all(
            sum(map(berisi, isi)) > MAKS_JUDUL and any(map(berangka, isi)) for isi in bawah
        ):
            return nomor
    return None


def _kolom_kembar(blok: Blok) -> int | None:
    """The column with the same header as that of the units, behind figures of theirs and before more figures."""
    if blok.unit is None or blok.unit >= len(blok.jalur) or not blok.jalur[blok.unit]:
        return None
    judul = blok.jalur[blok.unit][-1]
    for kolom in range(blok.unit + 1, len(blok.jalur)):
        sama = blok.jalur[kolom][-1:] == (judul,)
        if sama and any(blok.unit < k < kolom for k in blok.nilai) and any(k > kolom for k in blok.berisi_angka):
            return kolom
    return None


def _unit_lain(blok: Blok, nomor: int, kolom: int) -> bool:
    lembar = blok.lembar
    ada = any(berangka(s) for s in lembar.baris[nomor][kolom + 1 :])
    unit = lembar.sel(nomor, blok.unit or 0)
    return (ada or berisi(lembar.sel(nomor, kolom))) and rapikan(unit) != rapikan(lembar.sel(nomor, kolom))


def _berjudul(blok: Blok, kolom: int) -> bool:
    return kolom < len(blok.jalur) and bool(blok.jalur[kolom])
