"""Members of the columns that are summed over: may they be added up to one figure? Doubt is asked, the sum is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kinerja.domain.fakta import Tingkat
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import rentang
from kinerja.ingest.bentuk.angka_bagian import cari_bagian, jumlah_sebagian
from kinerja.ingest.bentuk.sinonim import (
    DIMENSI,
    SAKIT,
    bukan_rincian,
    nama_utuh,
    total_penuh,
    total_rincian,
)
from kinerja.ingest.judul_indikator import indikator_disebut
from kinerja.ingest.kepala import kata, susun_jalur
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import huruf_kolom, ringkas, teks_sel

if TYPE_CHECKING:
    from kinerja.ingest.bentuk.angka_kumpul import Anggota, Bagian, Kunci
    from kinerja.ingest.peta.terap import PembacaPeta

_SEBUT = 10
_MILIK_UNIT = re.compile(r"(?:JENIS|TIPE|TYPE|KATEGORI|STATUS|KLASIFIKASI|KELOMPOK) (?:PUSKESMAS|UNIT|FASKES|PKM)\b.*")
"""Columns that tell what a unit is: one word for each unit is all there can be."""
_TURUNAN = re.compile(r"(?:[-–—•*·+]+ ?[^\W\d]|DI ?ANTARANYA\b|TERMASUK\b|DARI\b|OF WHICH\b|INCLUDING\b).+")
_HURUF = re.compile(r"[A-Z][.)] ?.+")


@dataclass(frozen=True)
class _Baris:
    kunci: Kunci
    anggota: Anggota
    nama: str
    bagian: Bagian

    @property
    def total(self) -> bool:
        return total_rincian(self.nama)

    @property
    def tempat(self) -> tuple[str, int, int]:
        return self.kunci.unit, self.kunci.dari, self.kunci.sampai

    @property
    def nilai(self) -> tuple[int, int]:
        return self.bagian.pembilang, self.bagian.penyebut or 0


@dataclass(frozen=True)
class _Kolom:
    """One dimension of the rows of one indikator."""

    pembaca: PembacaPeta
    kolom: KolomPeta
    kode: str
    baris: Sequence[_Baris]

    @cached_property
    def judul(self) -> str:
        """The header of the column, from the file: mappings need not repeat it."""
        peta = self.pembaca.peta
        jalur = susun_jalur(self.pembaca.lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
        atas = jalur[self.kolom.kolom] if self.kolom.kolom < len(jalur) else ()
        return atas[-1] if atas else self.kolom.judul.rsplit(" > ", 1)[-1]

    @property
    def milik_unit(self) -> bool:
        return _MILIK_UNIT.fullmatch(kata(self.judul)) is not None

    @property
    def tanya(self) -> Tingkat:
        """A person who confirmed the mapping with the question beside it has answered."""
        return "peringatan" if self.pembaca.konteks.opsi.peta else "galat"

    def sebut(self, nama: str) -> str:
        """A member as the file writes it."""
        nomor = next(b.bagian.nomor for b in self.baris if b.nama == nama)
        return ringkas(teks_sel(self.pembaca.sel(nomor, self.kolom))) or "–"

    def daftar(self, nama: Sequence[str]) -> str:
        return ", ".join([*(self.sebut(n) for n in nama[:_SEBUT]), *(["…"] if len(nama) > _SEBUT else [])])

    def catat(self, alasan: str, nomor: int | None, tingkat: Tingkat, **args: object) -> None:
        judul = self.judul or huruf_kolom(self.kolom.kolom)
        self.pembaca.catat(alasan, nomor, self.kolom, tingkat, judul=ringkas(judul), indikator=self.kode, **args)


def periksa_rincian(pembaca: PembacaPeta, isi: Mapping[Kunci, Mapping[Anggota, Bagian]]) -> None:
    """Judge every dimension, and name what is added up. Lists of diseases have their own form and are only named."""
    dimensi = pembaca.peta.semua("dimensi")
    sakit = any(SAKIT.search(k.judul) for k in dimensi)
    for urut, kolom in enumerate(dimensi):
        if sakit and not SAKIT.search(kolom.judul):
            continue
        per_kode: dict[str, list[_Baris]] = defaultdict(list)
        for kunci, bagian in isi.items():
            per_kode[kunci.indikator].extend(_Baris(kunci, a, a[urut], b) for a, b in bagian.items())
        for kode, baris in per_kode.items():
            satu = _Kolom(pembaca, kolom, kode, baris)
            if not sakit and not _periksa_kata(satu):
                _periksa_tunggal(satu)
                _periksa_bagian(satu)
                _periksa_sub(satu)
            _sebut(satu, tersembunyi=sakit or bool(SAKIT.search(satu.judul)) or kolom_pribadi(satu.judul))


def _rinci(satu: _Kolom) -> list[str]:
    """Members that are no total, in the order of the file."""
    return list(dict.fromkeys(b.nama for b in satu.baris if not b.total))


def _periksa_kata(satu: _Kolom) -> bool:
    """Members that are plans, other times, versions or another indikator: never a part of this figure."""
    indikator = satu.pembaca.konteks.rujukan.indikator
    ada = False
    for nama in dict.fromkeys(b.nama for b in satu.baris):
        nomor = next(b.bagian.nomor for b in satu.baris if b.nama == nama)
        disebut = () if satu.milik_unit else indikator_disebut(nama_utuh(nama), indikator)
        lain = sorted(kode for kode in disebut if not _termasuk(indikator[kode], indikator[satu.kode]))
        if bukan_rincian(nama):
            satu.catat("masalah.rincian_bukan_bagian", nomor, "galat", nama=satu.sebut(nama))
        elif lain:
            satu.catat("masalah.rincian_indikator_lain", nomor, "galat", nama=satu.sebut(nama), indikator_lain=lain[0])
        else:
            continue
        ada = True
    return ada


def _termasuk(bagian: Indikator, semua: Indikator) -> bool:
    """Is every case of the one indikator a case of the other? Visits of new patients are outpatient visits."""
    if bagian.kode == semua.kode:
        return True
    return bagian.sumber == semua.sumber and bagian.saring.startswith(f"{semua.saring} and")


def _periksa_tunggal(satu: _Kolom) -> None:
    """One member alone in the file, or in a unit or month while others have several: the rest may be missing."""
    if any(s.kolom == satu.kolom.kolom for s in satu.pembaca.peta.semua("saring")):
        return
    tempat: dict[tuple[str, int, int], list[_Baris]] = defaultdict(list)
    for baris in satu.baris:
        tempat[baris.tempat].append(baris)
    kurang = [isi for isi in tempat.values() if _sendiri(isi)]
    if not kurang:
        return
    terbanyak = max(len({b.nama for b in isi if not b.total}) for isi in tempat.values())
    baris, nama = kurang[0][0], _rinci(satu)
    if terbanyak <= 1 and (satu.milik_unit or (len(nama) > 1 and satu.pembaca.konteks.opsi.peta)):
        return  # a word about the unit, not a part of its figure
    sebut = next(b.nama for b in kurang[0] if not b.total)
    if len(nama) == 1:
        satu.catat("masalah.rincian_tunggal", baris.bagian.nomor, satu.tanya, nama=satu.sebut(sebut))
        return
    unit = satu.pembaca.konteks.pencocok.unit(baris.kunci.unit)
    satu.catat(
        "masalah.rincian_kurang",
        baris.bagian.nomor,
        satu.tanya,
        nama=satu.sebut(sebut),
        unit=unit.nama if unit else baris.kunci.unit,
        periode=rentang(baris.kunci.dari, baris.kunci.sampai).kode,
        jumlah=len(kurang),
    )


def _sendiri(isi: Sequence[_Baris]) -> bool:
    """Only one member, and no total that says the same."""
    rinci = [b for b in isi if not b.total]
    if len({b.nama for b in rinci}) != 1:
        return False
    total = [b.nilai for b in isi if total_penuh(b.nama)]
    jumlah = (sum(b.nilai[0] for b in rinci), sum(b.nilai[1] for b in rinci))
    return jumlah not in (*total, tuple(map(sum, zip(*total, strict=True))))


def _nilai(satu: _Kolom) -> Iterator[tuple[Mapping[str, tuple[int, int]], Mapping[str, _Baris]]]:
    """Of each unit, month, sex and members of the other dimensions: member → figure; partial total → row."""
    per: dict[tuple[Kunci, Anggota], list[_Baris]] = defaultdict(list)
    urut = satu.pembaca.peta.semua("dimensi").index(satu.kolom)
    for b in satu.baris:
        per[b.kunci, (*b.anggota[:urut], *b.anggota[urut + 1 :])].append(b)
    for isi in per.values():
        yield (
            {b.nama: b.nilai for b in isi if not b.total},
            {b.nama: b for b in isi if b.total and not total_penuh(b.nama)},
        )


def _periksa_bagian(satu: _Kolom) -> None:
    """Members that are parts of another member, by how they are written or because they always add up to it."""
    nama = _rinci(satu)
    for pola in (_TURUNAN, _HURUF):
        bagian = [n for n in nama if pola.fullmatch(n)]
        if bagian and len(bagian) < len(nama):
            nomor = next(b.bagian.nomor for b in satu.baris if b.nama == bagian[0])
            satu.catat("masalah.rincian_anak", nomor, "galat", daftar=satu.daftar(bagian))
            return
    ada = cari_bagian(nama, [nilai for nilai, _ in _nilai(satu)])
    if ada:
        induk, anak = ada
        nomor = next(b.bagian.nomor for b in satu.baris if b.nama == induk)
        satu.catat("masalah.rincian_induk", nomor, satu.tanya, nama=satu.sebut(induk), daftar=satu.daftar(anak))


def _periksa_sub(satu: _Kolom) -> None:
    """A total of some members that equals no sum of members beside it would be left out with nothing in its place."""
    for nilai, sebagian in _nilai(satu):
        for nama, baris in sebagian.items() if nilai else ():
            if not jumlah_sebagian(list(nilai.values()), baris.nilai):
                satu.catat("masalah.rincian_sub_beda", baris.bagian.nomor, satu.tanya, nama=satu.sebut(nama))
                return


def _sebut(satu: _Kolom, *, tersembunyi: bool) -> None:
    """Name the column and the members that were added up; diseases and words about persons only by their number."""
    nama = _rinci(satu)
    if not nama:
        return
    if tersembunyi or (len(nama) > 3 * _SEBUT and not DIMENSI.fullmatch(kata(satu.judul))):
        satu.catat("masalah.rincian_dijumlahkan_banyak", None, "info", jumlah=len(nama))
    else:
        satu.catat("masalah.rincian_dijumlahkan", None, "info", daftar=satu.daftar(nama), jumlah=len(nama))
