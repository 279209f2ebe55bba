"""The predicate of the organisation: one row a unit and period, in the words of SE MenPANRB 3/2023."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from kinerja.domain.pola import PREDIKAT_ORGANISASI
from kinerja.domain.predikat import baca_predikat
from kinerja.ingest.bentuk.judul_kolom import Judul, asal_periode, calon_kepala, isi_baris
from kinerja.ingest.bentuk.masa import Masa
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, SelGalat, teks_sel

_PREDIKAT = re.compile(
    r"(?:PREDIKAT|CAPAIAN|PENILAIAN)(?: (?:KINERJA|CAPAIAN|ORGANISASI|UNIT(?: (?:KERJA|ORGANISASI))?|PERANGKAT DAERAH|"
    r"OPD|PERIODIK|TAHUNAN))*"
)

KOLOM: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType({"predikat": (_PREDIKAT,)})
"""Meaning → header words, for a rough proposal."""


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a sheet with units and their predicates, and no persons."""
    for judul in calon_kepala(kepala):
        predikat = judul.ambil(
            "predikat", _PREDIKAT, uji=lambda contoh: all(map(_predikat_sel, contoh)) and bool(contoh)
        )
        unit = judul.unit() if predikat and not _tentang_orang(judul) else ()
        if not (predikat and unit):
            continue
        asal, waktu = asal_periode(judul.kepala, konteks, judul.waktu())
        kolom = (*unit, *waktu, predikat)
        return Peta("organisasi", judul.kepala.awal, judul.kepala.kepala, kolom=kolom, periode=asal)
    return None


def _tentang_orang(judul: Judul) -> bool:
    return any(re.search(r"\bNIP\b|\bPEGAWAI\b", kata) for satu in judul.kata for kata in satu)


def _predikat_sel(sel: object) -> str:
    return baca_predikat_organisasi(teks_sel(sel))


def baca_predikat_organisasi(teks: str) -> str:
    """The predicate a text names, '' for none. Sangat Baik is one of employees, not of organisations."""
    kata = re.sub(r"[^a-z]+", " ", teks.lower().replace("_", " ")).strip()
    if kata == "istimewa":
        return kata
    hasil = baca_predikat(teks) or ""
    return hasil if hasil in PREDIKAT_ORGANISASI and "cukup" not in kata else ""


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read the predicate of every unit."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    kolom = peta.satu("predikat")
    if kolom is None:
        pembaca.catat("masalah.organisasi_tanpa_kolom")
        return
    masa, tabel = Masa(pembaca), konteks.hasil.tabel.setdefault("predikat_organisasi", [])
    ada = {(b[0], b[1], b[2]) for b in tabel}
    tampak: list[tuple[int, tuple[str, ...]]] = []
    for nomor in pembaca.baris():
        if _bukan_isi(pembaca, kolom, nomor):
            continue
        predikat, waktu, unit = _predikat(pembaca, kolom, nomor), masa.periode(nomor), pembaca.unit(nomor)
        if not (predikat and waktu and unit):
            continue
        kunci = (unit, waktu.dari, waktu.sampai)
        if kunci in ada:
            pembaca.catat("masalah.organisasi_ganda", nomor, kolom)
            continue
        ada.add(kunci)
        tabel.append((*kunci, predikat))
        konteks.hasil.letak.setdefault("predikat_organisasi", []).append((lembar.nama, lembar.nomor(nomor)))
        arti = {
            "unit": unit,
            "predikat": predikat,
            **dict.fromkeys(("periode", "bulan", "triwulan", "tahun"), waktu.kode),
        }
        tampak.append((nomor, tuple(arti.get(k.isi, "") for k in peta.kolom if k.isi != "abaikan")))
    pembaca.pratinjau([n for n, _ in tampak], [t for _, t in tampak])


def _bukan_isi(pembaca: PembacaPeta, kolom: KolomPeta, nomor: int) -> bool:
    """A unit that nobody rated yet, or a note below the table."""
    teks = teks_sel(pembaca.sel(nomor, kolom)).strip(" -–")
    bawah = isi_baris(pembaca.lembar, nomor) <= 2 and not baca_predikat_organisasi(teks) and not kolom.arti
    if teks and not bawah:
        return False
    lembar, alasan = pembaca.lembar, "dibuang.bawah_tabel" if bawah else "dibuang.tanpa_predikat"
    pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", alasan)
    return True


def _predikat(pembaca: PembacaPeta, kolom: KolomPeta, nomor: int) -> str:
    sel = pembaca.sel(nomor, kolom)
    if isinstance(sel, SelGalat):
        pembaca.catat("masalah.sel_galat" if sel.teks else "masalah.rumus_hampa", nomor, kolom)
        return ""
    arti = {k.strip().lower(): v for k, v in kolom.arti.items()}
    teks = " ".join(teks_sel(sel).split())
    predikat = arti.get(teks.lower()) or baca_predikat_organisasi(teks)
    if predikat not in PREDIKAT_ORGANISASI:
        pembaca.catat("masalah.organisasi_tak_dikenal", nomor, kolom)
        return ""
    return predikat
