"""A mapping at work: its rows without totals and notes, its cells by meaning, its period and its unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Literal

from kinerja.domain.fakta import Pratinjau, Tingkat
from kinerja.domain.periode import Periode
from kinerja.ingest.angka import (
    Angka,
    Gaya,
    Jenis,
    baca_angka,
    bahasa_pasti,
    bahasa_tegas,
    tentukan_gaya,
)
from kinerja.ingest.kepala import baris_nomor, berangka, rapikan, susun_jalur
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.bagian_tahun import Bulan, cari_bagian
from kinerja.ingest.peta.baris_kata import baris_catatan, baris_total
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.periode_baris import cari_periode, periode_luar
from kinerja.ingest.peta.unit_teks import unit_dalam_teks
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.profil import periksa_lebar_baris
from kinerja.ingest.saring import awal_penutup
from kinerja.ingest.tabel_kedua import akhir_tabel, blok_peta, catat_di_atas
from kinerja.ingest.tipe import (
    BARIS_PRATINJAU,
    DERET_DIGIT,
    Lembar,
    Sel,
    SelGalat,
    berisi,
    ringkas,
    sebut_kolom,
    teks_sel,
)
from kinerja.ingest.unit_cocok import sebut_puskesmas

__all__ = ["PembacaPeta", "unit_dalam_teks"]
_WILAYAH = re.compile(r"(?:KABUPATEN|KOTA|PROVINSI)\b.*")


@dataclass
class PembacaPeta:
    """One sheet while it is read by a mapping; periods and units already judged are remembered."""

    konteks: Konteks
    lembar: Lembar
    peta: Peta
    total: list[int] = field(default_factory=list)
    """Rows of printed totals: left out, but good as a check of the rows above them."""
    ragu: set[int] = field(default_factory=set)
    """Columns whose way of writing numbers had to be asked; they hold no figure, and no total says more."""
    _periode: dict[tuple[Sel, ...], Periode | None] = field(default_factory=dict)
    _unit: dict[str, str] = field(default_factory=dict)
    _kota: bool | None = None
    _pribadi: frozenset[int] | None = None

    def sel(self, nomor: int, kolom: KolomPeta | None) -> Sel:
        return None if kolom is None else self.lembar.sel(nomor, kolom.kolom)

    def isi(self, nomor: int, nama: str) -> Sel:
        """The cell of the one column with this meaning; None without such a column."""
        return self.sel(nomor, self.peta.satu(nama))

    def catat(
        self,
        alasan: str,
        nomor: int | None = None,
        kolom: KolomPeta | None = None,
        tingkat: Tingkat = "galat",
        **args: object,
    ) -> None:
        """A problem at one cell, row or the whole sheet."""
        baris = None if nomor is None else self.lembar.nomor(nomor)
        nilai = None if nomor is None else self.sel(nomor, kolom)
        sebut = "" if kolom is None else sebut_kolom(kolom.kolom, kolom.judul)
        self.konteks.hasil.catat(alasan, tingkat, self.lembar.nama, baris, sebut, nilai, **args)

    def baris(self, pasti: Callable[[int], bool] | None = None) -> Iterator[int]:
        """Rows of data. Blank rows, numbering, repeated headers, totals and notes are left out and listed.

        ``pasti``: rows that are data whatever words they hold ("Total Quality Management" is the title of a course).
        """
        catat_di_atas(self.konteks, self.lembar, self.peta)
        akhir = akhir_tabel(self.konteks, blok_peta(self.konteks, self.lembar, self.peta, lambda: periode_luar(self)))
        penutup = awal_penutup(self.lembar, self.peta.awal)
        lebar = self._lebar()
        kosong = 0
        for nomor in range(self.peta.awal, akhir):
            isi = self.lembar.baris[nomor]
            if not any(map(berisi, isi)):
                kosong += 1
                continue
            if nomor >= penutup and self.peta.bentuk == "angka":  # names of persons: nothing of it is shown
                self.konteks.hasil.buang(
                    "baris", self.lembar.nama, str(self.lembar.nomor(nomor)), "", "dibuang.bawah_tabel"
                )
                continue
            if alasan := self._bukan_data(nomor, isi, pasti):
                self.konteks.hasil.buang(
                    "baris", self.lembar.nama, str(self.lembar.nomor(nomor)), self._awalan(isi), alasan
                )
                continue
            if lebar and not periksa_lebar_baris(
                self.konteks, self.lembar.nama, self.lembar.nomor(nomor), isi, self.lembar.lebar[nomor], lebar
            ):
                continue
            yield nomor
        if kosong:
            self.konteks.hasil.buang("baris", self.lembar.nama, "", str(kosong), "dibuang.kosong")

    def _lebar(self) -> int:
        """Cells of the header row; 0 where the mapping names a row that this sheet does not have."""
        letak = self.peta.kepala[-1] if self.peta.kepala else self.peta.awal
        return self.lembar.lebar[letak] if letak < len(self.lembar.lebar) else 0

    def _bukan_data(self, nomor: int, isi: list[Sel], pasti: Callable[[int], bool] | None) -> str:
        """Catalog key of why this row is no data, '' when it is."""
        atas = nomor <= self.peta.awal + 1 or self._kepala_lagi(self.lembar.baris[nomor - 1])
        if atas and baris_nomor(isi):  # further down 1, 2, 3 are somebody's answers
            return "dibuang.nomor"
        if self._kepala_lagi(isi):
            return "dibuang.kepala"
        total = baris_total(isi, self.konteks.pencocok.dikenal) or self._wilayah_di_atas(nomor)
        if (total or nomor in self.bagian) and not (pasti and pasti(nomor)):
            self.total.append(nomor)
            return "dibuang.sub_jumlah" if nomor in self.bagian else "dibuang.jumlah"
        if baris_catatan(isi):
            return "dibuang.catatan"
        for saring in self.peta.semua("saring"):
            if saring.hanya and rapikan(self.sel(nomor, saring)) not in {rapikan(h) for h in saring.hanya}:
                return "dibuang.saring"
        return ""

    def _kepala_lagi(self, isi: list[Sel]) -> bool:
        """Is this a row of the header, on the next page?"""
        sama = (k for k in self._kata_kepala if k and len(k) == len(isi) and k[0] == rapikan(isi[0]))
        return any(k == [rapikan(s) for s in isi] for k in sama)

    @cached_property
    def _kata_kepala(self) -> list[list[str]]:
        return [[rapikan(s) for s in self.lembar.baris[n]] for n in self.peta.kepala]

    @cached_property
    def bagian(self) -> Mapping[int, Bulan]:
        """Rows of a quarter or half-year that add up the rows of its months."""
        return cari_bagian(self)

    def _wilayah_di_atas(self, nomor: int) -> bool:
        """Is this the city's own row under its puskesmas? Where most rows are cities, each is a unit."""
        kolom = self.peta.satu("unit")
        nama = rapikan(self.sel(nomor, kolom))
        if kolom is None or not _WILAYAH.fullmatch(nama) or self.konteks.pencocok.dikenal(nama):
            return False
        if self._kota is None:
            isi = [rapikan(self.lembar.sel(n, kolom.kolom)) for n in range(self.peta.awal, len(self.lembar.baris))]
            kota = sum(_WILAYAH.fullmatch(teks) is not None for teks in isi)
            self._kota = 2 * kota > sum(map(bool, isi))
        return not self._kota

    def _awalan(self, isi: list[Sel]) -> str:
        """What is shown of a row left out: the first cell outside columns about persons, and no long number."""
        if self._pribadi is None:
            judul = susun_jalur(self.lembar, self.peta.kepala[0], self.peta.kepala[-1] + 1) if self.peta.kepala else ()
            self._pribadi = frozenset(n for n, jalur in enumerate(judul) if jalur and kolom_pribadi(jalur[-1])) | {
                k.kolom for k in self.peta.kolom if k.isi in ("nip", "nama", "penilai") and self.peta.bentuk != "iku"
            }
        ada = [s for n, s in enumerate(isi) if n not in self._pribadi and berisi(s)]
        if self.peta.bentuk == "angka":  # "Triwulan I", not its running number
            ada = [s for s in ada if isinstance(s, str) and not berangka(s)] or ada
        teks = teks_sel(ada[0]) if ada else ""
        return "" if DERET_DIGIT.search(teks) else teks

    def periode(self, nomor: int) -> Periode | None:
        """The period of a row from where the mapping says; a problem is noted once for each text."""
        bagian = tuple(self.isi(nomor, n) for n in ("periode", "tahun", "bulan", "triwulan"))
        if bagian not in self._periode:
            self._periode[bagian] = cari_periode(self, nomor, bagian)
        return self._periode[bagian]

    @property
    def judul(self) -> tuple[str, ...]:
        """The lines above the header, each as one text."""
        kepala = self.peta.kepala[0] if self.peta.kepala else self.peta.awal
        return tuple(" ".join(teks_sel(s) for s in b if berisi(s)) for b in self.lembar.baris[:kepala])

    def unit(self, nomor: int) -> str:
        """The kode of a row's unit, '' with the problem noted."""
        kolom = self.peta.satu("unit")
        nama = " ".join(teks_sel(self.sel(nomor, kolom)).split())
        asal = self.peta.unit.dari
        if asal == "kolom" and kolom is not None:
            if not nama or isinstance(self.sel(nomor, kolom), SelGalat):
                self.catat("masalah.sel_galat" if nama else "masalah.unit_kosong", nomor, kolom)
                return ""
        else:
            nama = ""
        return self.unit_bernama(nama, nomor)

    def unit_bernama(self, nama: str, nomor: int) -> str:
        """The kode of the unit of this name, of the whole file for ''; '' with the problem noted once."""
        if nama not in self._unit:
            self._unit[nama] = self._cocok(nama, nomor) if nama else self._unit_luar()
        return self._unit[nama]

    def _cocok(self, nama: str, nomor: int) -> str:
        kolom = self.peta.satu("unit")
        sebut = sebut_kolom(kolom.kolom, kolom.judul) if kolom else ""
        cocok = self.konteks.pencocok
        # Under the header PUSKESMAS a kecamatan of the same name is not meant.
        puskesmas = kolom is not None and sebut_puskesmas(kolom.judul) and bool(cocok.calon(nama, puskesmas=True))
        return cocok.cocokkan(
            nama, self.konteks.hasil, self.lembar.nama, self.lembar.nomor(nomor), sebut, puskesmas=puskesmas, bebas=True
        )

    def _unit_luar(self) -> str:
        """The unit of the whole file: typed, in the title, in the sheet's or the file's name."""
        asal = self.peta.unit
        if kode := self.konteks.opsi.unit or (asal.nilai if asal.dari == "isian" else ""):
            if self.konteks.pencocok.unit(kode):
                return kode
            self.catat("masalah.alias_tak_dikenal", nama=kode, kode=kode)
            return ""
        judul = " ".join(self.judul)
        teks = {"lembar": self.lembar.nama, "berkas": PurePath(self.konteks.berkas).stem}.get(asal.dari, judul)
        kode, lain = (unit_dalam_teks(self.konteks, t) for t in (teks, PurePath(self.konteks.berkas).stem))
        if kode and lain and kode != lain:  # a report filed under the name of another unit
            nama = [unit.nama if (unit := self.konteks.pencocok.unit(k)) else k for k in (kode, lain)]
            self.catat("masalah.unit_dua_nama", isi=nama[0], berkas=nama[1])
            return ""
        if not (kode or lain):
            self.catat("masalah.unit_tak_disebut")
        return kode or lain

    def angka(
        self, kolom: KolomPeta, baris: Iterable[int], jenis: Jenis, pasti: Iterable[KolomPeta] = ()
    ) -> list[Angka]:
        """Figures of one column for these rows. A way of writing that cannot be told is one problem; then all are
        blank. ``pasti``: other columns of figures, whose unmistakable numbers help to decide."""
        nomor = list(baris)
        isi = [self.sel(n, kolom) for n in nomor]
        gaya = kolom.gaya or self._gaya(kolom, nomor, jenis, [k for k in pasti if k != kolom])
        if not gaya:
            return [Angka(None)] * len(nomor)
        hasil = [baca_angka(s, jenis, gaya) for s in isi]
        if kolom.nol == "kosong":
            hasil = [Angka(None) if a.nilai == 0 else a for a in hasil]
        return hasil

    def _gaya(self, kolom: KolomPeta, baris: list[int], jenis: Jenis, lain: list[KolomPeta]) -> Gaya | Literal[""]:
        """How the column writes numbers: by itself, by the other columns, by its printed total; '' when asked."""
        isi = [self.sel(n, kolom) for n in baris]
        sebelah = [self.sel(n, k) for n in baris for k in lain if k.isi != "target"]
        pasti = frozenset(g for k in lain for g in bahasa_pasti(self.sel(n, k) for n in baris)) or self._tegas
        usul = tentukan_gaya(isi, jenis, pasti, sebelah, [self.sel(n, kolom) for n in self.total])
        if not usul.alasan:
            return usul.gaya
        teks = {n: teks_sel(s).strip() for n, s in zip(baris, isi, strict=True)}
        di = next((n for n in baris if teks[n].startswith(usul.contoh[0])), baris[0])
        self.catat(usul.alasan, di, kolom, contoh=usul.contoh[0], lain=usul.contoh[-1])
        self.ragu.add(kolom.kolom)
        return ""

    @cached_property
    def _tegas(self) -> frozenset[Gaya]:
        return bahasa_tegas(s for isi in self.lembar.baris for s in isi)

    def pratinjau(self, baris: Iterable[int], terbaca: Iterable[tuple[str, ...]]) -> None:
        """Raw beside parsed: ``terbaca`` gives one text a column that is not left out, for the first rows."""
        kolom = [k for k in self.peta.kolom if k.isi != "abaikan"]
        contoh = list(baris)[:BARIS_PRATINJAU]
        self.konteks.hasil.pratinjau.append(
            Pratinjau(
                self.lembar.nama,
                tuple(sebut_kolom(k.kolom, k.judul) for k in kolom),
                tuple(tuple(ringkas(self.sel(n, k)) for k in kolom) for n in contoh),
                tuple(list(terbaca)[:BARIS_PRATINJAU]),
            )
        )
