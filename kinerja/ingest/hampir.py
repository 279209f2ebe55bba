"""Sheets that are nearly a known layout: which one, and the column it lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kinerja.ingest.bentuk.judul_kolom import Judul
from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import temukan_kepala
from kinerja.ingest.tipe import Lembar

_RATING = re.compile(r"(?:RATING |NILAI |HASIL )?(?:HASIL KERJA|PERILAKU(?: KERJA)?)")
_PREDIKAT = re.compile(r"PREDIKAT(?: .+)?")
_JP = re.compile(r"(?:JUMLAH |TOTAL )?(?:JP|JPL|JAM PELAJARAN)")
_LATIH = re.compile(r"\b(?:PELATIHAN|DIKLAT|BIMTEK|BIMBINGAN TEKNIS|WORKSHOP|LOKAKARYA|SEMINAR|KURSUS)\b")
_TANGGAL = re.compile(r"(?:TANGGAL|TGL|WAKTU)\b.*")
_IKM = re.compile(r"(?:NILAI |NRR )?(?:IKM|INDEKS KEPUASAN(?: MASYARAKAT)?)(?: .+)?")
_LAPOR = re.compile(r"\b(?:PELAPORAN|LAPORAN|LAPOR)\b")
_SKP = re.compile(r"\bSKP\b")


def catat_hampir(konteks: Konteks, lembar: Lembar) -> None:
    """A warning that says what the sheet resembles and what is missing; nothing where it resembles nothing."""
    kepala = temukan_kepala(lembar)
    judul = " ".join((lembar.nama, *kepala.judul)).upper()
    if kepala.kepala and (alasan := _alasan(Judul(kepala), judul)):
        konteks.hasil.catat(alasan, "peringatan", lembar.nama, lembar.nomor(kepala.kepala[-1]))


def _alasan(calon: Judul, judul: str) -> str:
    kata = [satu for daftar in calon.kata for satu in daftar]
    orang = bool(calon.orang())
    if _ada(kata, _PREDIKAT) and not _ada(kata, _RATING):
        return "masalah.hampir_predikat"
    if _ada(kata, _IKM):
        return "masalah.hampir_ikm"
    if orang and (_ada(kata, _JP) or _LATIH.search(judul)) and not _ada(kata, _TANGGAL):
        return "masalah.hampir_latih"
    bulan = sum(nomor_bulan(jalur[-1]) > 0 and not jalur[-1].isdigit() for jalur in calon.kepala.jalur if jalur)
    if orang and bulan and _LAPOR.search(judul) and _SKP.search(judul):
        return "masalah.hampir_lapor"
    return ""


def _ada(kata: Sequence[str], pola: re.Pattern[str]) -> bool:
    return any(map(pola.fullmatch, kata))
