"""Which mapping a sheet has: one that was confirmed before, one given by the person, or a layout known by its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.domain.samar import bernomor_panjang
from kinerja.ingest.bentuk import USUL
from kinerja.ingest.kepala import Jalur, susun_jalur
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import cari_sidik, rapat, sidik, temukan_kepala
from kinerja.ingest.peta.model import ABAIKAN, ISI_ORANG, KolomPeta, Peta
from kinerja.ingest.peta.toml import baca_peta
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import Lembar


def peta_tersimpan(konteks: Konteks, lembar: Lembar) -> Peta | None:
    """A remembered mapping whose header, or whose row labels, stand in this sheet; moved to where they stand."""
    for nama, teks in konteks.rujukan.tata_letak.items():
        peta = baca_peta(teks)
        if letak := pasang(peta, lembar):
            return replace(letak, nama=nama, lembar=lembar.nama)
    return None


def pasang(peta: Peta, lembar: Lembar) -> Peta | None:
    """The mapping shifted to the row where its header stands in this sheet; None when it does not fit."""
    if peta.kepala and peta.sidik:
        di = cari_sidik(lembar, len(peta.kepala), peta.sidik)
        if di is None:
            return None
        geser = di - peta.kepala[0]
        # The number of rows differs from month to month: what ended at a row before ends at the notes now.
        return replace(peta, kepala=tuple(n + geser for n in peta.kepala), awal=peta.awal + geser, akhir=None)
    if peta.bentuk == "label" and peta.baris:
        kolom = peta.satu("label")
        ada = {rapat(lembar.sel(n, kolom.kolom if kolom else 0)) for n in range(len(lembar.baris))}
        return replace(peta, awal=0, akhir=None) if all(rapat(b.label) in ada for b in peta.baris) else None
    return None


def peta_dikenal(konteks: Konteks, lembar: Lembar) -> Peta | None:
    """The mapping of a layout that is recognised without help, or None."""
    kepala = temukan_kepala(lembar)
    for usul in USUL:
        if peta := usul(kepala, konteks):
            return lengkapi_sidik(peta, lembar)
    return None


def lengkapi_sidik(peta: Peta, lembar: Lembar) -> Peta:
    """The mapping with the fingerprint of the header it has in this sheet, and the header words of the columns it uses.

    What is thought to be the header may be the first patient, and a mapping is kept: no other word is written down.
    """
    jalur = susun_jalur(lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    kolom = tuple(replace(k, judul=_kata_kepala(peta, k, jalur)) for k in peta.kolom)
    return replace(peta, sidik=sidik(jalur), kolom=kolom) if peta.kepala else replace(peta, kolom=kolom)


def _kata_kepala(peta: Peta, kolom: KolomPeta, jalur: Sequence[Jalur]) -> str:
    """The header of a column as it may be kept; '' for a column that is not used, and for what may be a person's."""
    di_lembar = " > ".join(jalur[kolom.kolom]) if kolom.kolom < len(jalur) else ""
    judul = kolom.judul or di_lembar
    if kolom.isi == ABAIKAN.nama or bernomor_panjang(judul):
        return ""
    orang = kolom.isi in ISI_ORANG and peta.bentuk != "iku"
    return judul if not orang or kolom_pribadi(judul.rsplit(" > ", 1)[-1]) else ""


def senama(peta: Peta, lembar: Lembar) -> bool:
    """Do the header words of the mapping stand at its own rows of this sheet?"""
    if not peta.sidik or not peta.kepala or peta.kepala[-1] >= len(lembar.baris):
        return False
    return sidik(susun_jalur(lembar, peta.kepala[0], peta.kepala[-1] + 1)) == peta.sidik
