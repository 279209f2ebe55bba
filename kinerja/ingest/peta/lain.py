"""The other sheets of a workbook whose one sheet was mapped: which are the same table, and which only look so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from kinerja.ingest.kepala import rapikan
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periode_teks import periode_dari_sel
from kinerja.ingest.peta.kenal import pasang, senama
from kinerja.ingest.peta.kisi import MAKS_JUDUL, TANPA_KATA, rapat
from kinerja.ingest.peta.model import Peta
from kinerja.ingest.peta.terap import unit_dalam_teks
from kinerja.ingest.peta.waktu import periode_dari_nama
from kinerja.ingest.tipe import Lembar, berisi


def letak_lain(konteks: Konteks, lembar: Lembar, peta: Peta) -> Peta | None:
    """The mapping for a sheet beside the one that was mapped, None when it is not the same table.

    One that looks like it, and one about another unit or period than was typed, is a warning that names it.
    """
    letak = replace(peta, akhir=None) if senama(peta, lembar) else pasang(peta, lembar)
    if letak is None or peta.sidik == TANPA_KATA or not _berlabel(peta, lembar):
        letak, alasan = None, "masalah.lembar_beda_kepala" if peta.sidik else "masalah.lembar_di_luar_peta"
    else:
        alasan = _beda_isian(konteks, lembar, peta)
    if not alasan and letak is not None:
        return replace(letak, lembar=lembar.nama)
    if _mirip(peta, lembar) and not any(m.lembar == lembar.nama for m in konteks.hasil.masalah):
        konteks.hasil.catat(alasan, "peringatan", lembar=lembar.nama, peta=peta.lembar)
    return None


def _berlabel(peta: Peta, lembar: Lembar) -> bool:
    """Where the meaning stands in the rows, all of them must be there: NO, URAIAN, L, P heads every such report."""
    kolom = peta.satu("label")
    if peta.bentuk != "label" or kolom is None:
        return True
    ada = {rapat(lembar.sel(n, kolom.kolom)) for n in range(len(lembar.baris))}
    return all(rapat(b.label) in ada for b in peta.baris)


def _beda_isian(konteks: Konteks, lembar: Lembar, peta: Peta) -> str:
    """Why what was typed, or what the file is called, does not hold for this sheet: its name says something else."""
    opsi, stem = konteks.opsi, PurePath(konteks.berkas).stem
    if peta.unit.dari in ("isian", "berkas") or (opsi.unit and peta.unit.dari != "kolom"):
        unit = opsi.unit or peta.unit.nilai or unit_dalam_teks(konteks, stem)
        if unit_dalam_teks(konteks, lembar.nama) not in ("", unit):
            return "masalah.lembar_beda_unit"
    if peta.periode.dari in ("isian", "berkas"):
        masa = opsi.periode or periode_dari_sel(peta.periode.nilai) or periode_dari_nama(stem, (), None)
        if masa and periode_dari_nama(lembar.nama, (), masa) not in (None, masa):
            return "masalah.lembar_beda_periode"
    return ""


def _mirip(peta: Peta, lembar: Lembar) -> bool:
    """Does the sheet hold a table with half of the words of the mapping's columns? Without words, any table."""
    if sum(sum(map(berisi, baris)) >= 2 for baris in lembar.baris) < 2:
        return False
    kata = {bagian for k in peta.kolom for bagian in k.judul.split(" > ") if bagian}
    ada = {rapikan(sel) for baris in lembar.baris[:MAKS_JUDUL] for sel in baris}
    return 2 * len(kata & ada) >= len(kata)
