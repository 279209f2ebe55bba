"""Headers of a sheet for recognising what its columns mean: their words in capitals with single blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath

from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.kepala import Jalur, kata
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala, temukan_kepala
from kinerja.ingest.peta.model import Asal, KolomPeta
from kinerja.ingest.peta.waktu import periode_dari_nama
from kinerja.ingest.tipe import Lembar, Sel, berisi, teks_sel

Uji = Callable[[list[Sel]], bool]
_MAKS_CALON, _MAKS_BARIS = 12, 60
_ATASAN = re.compile(r"\b(?:PENILAI|ATASAN|PIMPINAN|PEJABAT|VERIFIKATOR)\b")
_NIP = re.compile(
    r"(?:NO |NOMOR )?NIP(?: (?:BARU|PEGAWAI|ASN|PNS|NI ?PPPK|NIPPPK|NRP|NIK|PESERTA))*|NI ?PPPK|"
    r"NOMOR INDUK PEGAWAI(?: .{1,20})?|NAMA (?:PEGAWAI )?(?:DAN )?NIP(?: PEGAWAI)?|EMPLOYEE ID"
)
_NAMA = re.compile(
    r"NAMA(?: (?:PEGAWAI|LENGKAP|ASN|PNS|PPPK|PESERTA|DAN|GELAR|YANG DINILAI|KARYAWAN|STAF))*|"
    r"PEGAWAI(?: YANG DINILAI)?|(?:EMPLOYEE |FULL )?NAME"
)
_UNIT = (
    re.compile(r"(?:NAMA )?(?:UNIT(?: (?:KERJA|ORGANISASI|PELAYANAN|LAYANAN))?|SATUAN KERJA|SATKER)|KODE UNIT"),
    re.compile(r"(?:NAMA )?(?:PUSKESMAS|TEMPAT (?:TUGAS|PELAYANAN|LAYANAN))"),
    re.compile(r"(?:NAMA )?(?:SEKSI|SUB ?BAGIAN|BAGIAN|BIDANG)"),
)
_WAKTU = {
    "periode": re.compile(r"(?:PERIODE|MASA)(?: (?:PENILAIAN|SURVEI|LAPORAN|PELAPORAN|KINERJA))?|PERIOD"),
    "bulan": re.compile(r"(?:BULAN|BLN)(?: (?:PENILAIAN|LAPORAN|PELAPORAN|SURVEI))?|MONTH"),
    "triwulan": re.compile(r"TRIWULAN(?: KE)?|TRIBULAN|TW"),
    "tahun": re.compile(r"TAHUN|THN|YEAR"),
}


class Judul:
    """The columns of a header, found by their words; a column once taken is not offered again."""

    def __init__(self, kepala: Kepala) -> None:
        self.kepala = kepala
        self.kata = [_kata(jalur) for jalur in kepala.jalur]
        self.diambil: set[int] = set()

    def cocok(self, pola: re.Pattern[str], uji: Uji | None = None, *, sendiri: bool = False) -> list[int]:
        """Free columns whose header is just this, and whose filled cells pass the test.

        ``sendiri``: not what the header says of the appraiser or another superior.
        """
        return [
            n
            for n, kata in enumerate(self.kata)
            if n not in self.diambil
            and any(map(pola.fullmatch, kata))
            and (uji is None or uji(self.contoh(n)))
            and not (sendiri and self._atasan(n))
        ]

    def ambil(
        self, isi: str, *pola: re.Pattern[str], uji: Uji | None = None, sendiri: bool = False
    ) -> KolomPeta | None:
        """The column of the first pattern that exactly one free column has; None when it is not certain."""
        for satu in pola:
            ada = self.cocok(satu, uji, sendiri=sendiri)
            if len(ada) == 1:
                return self.kolom(ada[0], isi)
            if ada:
                return None
        return None

    def kolom(self, nomor: int, isi: str, kode: str = "") -> KolomPeta:
        self.diambil.add(nomor)
        return KolomPeta(nomor, isi, self.kepala.teks(nomor), kode)

    def contoh(self, nomor: int) -> list[Sel]:
        return self.kepala.contoh(nomor)

    def _atasan(self, nomor: int) -> bool:
        return any(_ATASAN.search(bagian) for bagian in self.kepala.jalur[nomor])

    def orang(self) -> tuple[KolomPeta, ...]:
        """NIP and name of the person a row is about, as far as there is one such column each."""
        nip = self.ambil("nip", _NIP, sendiri=True)
        nama = self.ambil("nama", _NAMA, uji=lambda isi: any(map(berhuruf, isi)), sendiri=True)
        return tuple(k for k in (nip, nama) if k)

    def unit(self) -> tuple[KolomPeta, ...]:
        kolom = self.ambil("unit", *_UNIT, sendiri=True)
        return (kolom,) if kolom else ()

    def waktu(self) -> tuple[KolomPeta, ...]:
        """Columns that hold the period or pieces of it."""
        hasil = [k for isi, pola in _WAKTU.items() if (k := self.ambil(isi, pola))]
        return tuple(self._bulan_saja(k) if k.isi == "periode" else k for k in hasil)

    def _bulan_saja(self, kolom: KolomPeta) -> KolomPeta:
        """A column headed PERIODE that only holds months without a year is a column of months."""
        isi = self.contoh(kolom.kolom)
        return replace(kolom, isi="bulan") if isi and all(nomor_bulan(teks_sel(s)) for s in isi) else kolom


def _kata(jalur: Jalur) -> tuple[str, ...]:
    """What a header may be known by: its last words, or a group's name with them in either order."""
    return tuple({kata(" ".join(bagian)) for bagian in (jalur[-1:], jalur, jalur[::-1])} - {""})


def berhuruf(sel: Sel) -> bool:
    return isinstance(sel, str) and re.search(r"[^\W\d_]", sel) is not None


def calon_kepala(kepala: Kepala) -> Iterator[Judul]:
    """The header that was found, then those that begin further down: title blocks of pairs look like headers too."""
    yield Judul(kepala)
    lembar = kepala.lembar
    awal = kepala.kepala[0] + 1 if kepala.kepala else 0
    calon = 0
    for nomor in range(awal, min(len(lembar.baris), _MAKS_BARIS)):
        if len([s for s in lembar.baris[nomor] if berhuruf(s)]) >= 3 and calon < _MAKS_CALON:
            calon += 1
            yield Judul(_geser(temukan_kepala(_potong(lembar, nomor)), lembar, nomor))


def _potong(lembar: Lembar, awal: int) -> Lembar:
    gabung = tuple((a - awal, b, c - awal, d) for a, b, c, d in lembar.gabung if a >= awal)
    return replace(lembar, baris=lembar.baris[awal:], gabung=gabung, mulai=lembar.mulai + awal)


def _geser(kepala: Kepala, lembar: Lembar, awal: int) -> Kepala:
    return replace(kepala, lembar=lembar, kepala=tuple(n + awal for n in kepala.kepala), awal=kepala.awal + awal)


def asal_periode(kepala: Kepala, konteks: Konteks, kolom: tuple[KolomPeta, ...]) -> tuple[Asal, tuple[KolomPeta, ...]]:
    """Where the period stands, and the columns of it that count.

    A sheet named by its month says the month where no column does; a column of years alone would say the whole year.
    """
    nama = kepala.lembar.nama
    lain = (*kepala.judul, PurePath(konteks.berkas).stem)
    dari_lembar = periode_dari_nama(nama, lain, konteks.opsi.periode)
    bulanan = any(k.isi in ("periode", "bulan", "triwulan") for k in kolom)
    bernama_bulan = dari_lembar is not None and dari_lembar.panjang < 12
    if bernama_bulan and not bulanan:
        return Asal("lembar"), tuple(k for k in kolom if k.isi != "tahun")
    return Asal(), kolom


def isi_baris(lembar: Lembar, nomor: int) -> int:
    """Number of filled cells in a row."""
    return sum(map(berisi, lembar.baris[nomor]))
