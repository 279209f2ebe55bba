"""Which columns of a table of figures make one figure together: by indikator, sex and the period in the header."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from kinerja.ingest.bentuk.kolom_masa import Masa, kumulatif, masa_kolom
from kinerja.ingest.kepala import susun_jalur
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import huruf_kolom

Jk = Literal["", "L", "P"]
BERANGKA = ("pembilang", "penyebut", "kurang", "target")
_WAKTU = ("periode", "bulan", "triwulan")
_Kunci = tuple[str, Jk, Masa | None]


@dataclass(frozen=True)
class Kelompok:
    """Columns of one figure. ``kode`` '': each row names its indikator; ``masa`` None: the period of the row.

    Several columns of one component are added up (groups by age).
    """

    kode: str
    jk: Jk = ""
    masa: Masa | None = None
    semua: tuple[KolomPeta, ...] = ()

    @property
    def pembilang(self) -> tuple[KolomPeta, ...]:
        return tuple(k for k in self.semua if k.isi == "pembilang")

    @property
    def penyebut(self) -> tuple[KolomPeta, ...]:
        return tuple(k for k in self.semua if k.isi == "penyebut")

    @property
    def kurang(self) -> tuple[KolomPeta, ...]:
        return tuple(k for k in self.semua if k.isi == "kurang")

    @property
    def target(self) -> tuple[KolomPeta, ...]:
        return tuple(k for k in self.semua if k.isi == "target")

    @property
    def berhitung(self) -> bool:
        """Is there a figure, or only a target?"""
        return bool(self.pembilang or self.penyebut or self.kurang)


def susun_kelompok(pembaca: PembacaPeta) -> list[Kelompok]:
    """The figures of each row; [] with every problem of the mapping noted."""
    peta = pembaca.peta
    kolom = [k for k in peta.kolom if k.isi in BERANGKA]
    if not any(k.isi in ("pembilang", "kurang", "target") for k in kolom):
        pembaca.catat("masalah.angka_tanpa_kolom")
        return []
    semua = _gabungkan(pembaca, kolom)
    kelompok = [k for k in (_sebar_sasaran(satu, semua, pembaca) for satu in semua) if k.semua]
    salah = [_periksa_kolom(pembaca, k) for k in kolom] + [_periksa_kelompok(pembaca, k) for k in kelompok]
    salah.append(_periksa_tanpa_indikator(pembaca, kolom))
    return [] if any(salah) else kelompok


def _periksa_tanpa_indikator(pembaca: PembacaPeta, kolom: list[KolomPeta]) -> bool:
    """Note columns that name no indikator, once for all of them: twelve months are one omission."""
    tanpa = [k for k in kolom if not k.kode and pembaca.peta.satu("indikator") is None]
    if len(tanpa) == 1:
        pembaca.catat("masalah.kolom_tanpa_indikator", kolom=tanpa[0])
    elif tanpa:
        huruf = ", ".join(huruf_kolom(k.kolom) for k in tanpa)
        pembaca.catat("masalah.kolom_banyak_tanpa_indikator", kolom=tanpa[0], jumlah=len(tanpa), daftar=huruf)
    return bool(tanpa)


def _gabungkan(pembaca: PembacaPeta, kolom: list[KolomPeta]) -> list[Kelompok]:
    peta = pembaca.peta
    jalur = susun_jalur(pembaca.lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    sendiri = any(peta.satu(nama) for nama in _WAKTU)
    hasil: dict[_Kunci, Kelompok] = {}
    for satu in kolom:
        judul = jalur[satu.kolom] if satu.kolom < len(jalur) else ()
        if kumulatif(judul):
            pembaca.catat("masalah.kolom_kumulatif", peta.kepala[-1], satu)
        kunci: _Kunci = (satu.kode, satu.jk, None if sendiri else masa_kolom(judul))
        lama = hasil.get(kunci) or Kelompok(*kunci)
        hasil[kunci] = replace(lama, semua=(*lama.semua, satu))
    return list(hasil.values())


def _sebar_sasaran(satu: Kelompok, semua: list[Kelompok], pembaca: PembacaPeta) -> Kelompok:
    """A yearly sasaran that stands once beside twelve months belongs to each of them, and to no other figure."""
    ind = pembaca.konteks.rujukan.indikator.get(satu.kode)
    if ind is None or ind.agregasi != "kumulatif" or ind.bentuk == "jumlah":
        return satu
    serupa = [k for k in semua if (k.kode, k.jk) == (satu.kode, satu.jk)]
    umum = next((k for k in serupa if k.masa is None and k.penyebut and not k.pembilang and not k.kurang), None)
    bermasa = [k for k in serupa if k.masa and (k.pembilang or k.kurang) and not k.penyebut]
    if umum is None or not bermasa:
        return satu
    if satu is umum:
        return replace(satu, semua=satu.target)
    return replace(satu, semua=(*satu.semua, *umum.penyebut)) if satu in bermasa else satu


def _periksa_kolom(pembaca: PembacaPeta, kolom: KolomPeta) -> bool:
    """Note what is wrong with one column's meaning; True when something is."""
    ind = pembaca.konteks.rujukan.indikator.get(kolom.kode)
    if kolom.kode and ind is None:
        pembaca.catat("masalah.indikator_tak_dikenal", kolom=kolom, nama=kolom.kode)
    elif kolom.jk and pembaca.peta.satu("jk"):
        pembaca.catat("masalah.jk_dua_cara", kolom=kolom)
    elif ind and ind.bentuk == "rerata_rasio" and kolom.isi != "target":
        pembaca.catat("masalah.angka_rerata", kolom=kolom, indikator=ind.kode)
    else:
        return False
    return True


def _periksa_kelompok(pembaca: PembacaPeta, satu: Kelompok) -> bool:
    """Note a figure that lacks a component; True when one is missing."""
    ind = pembaca.konteks.rujukan.indikator.get(satu.kode)
    if satu.pembilang and satu.kurang:
        pembaca.catat("masalah.kurang_dua_cara", kolom=satu.kurang[0])
    elif satu.kurang and not satu.penyebut:
        pembaca.catat("masalah.kolom_penyebut_tak_ada", kolom=satu.kurang[0], indikator=satu.kode)
    elif satu.penyebut and not (satu.pembilang or satu.kurang):
        pembaca.catat("masalah.kolom_pembilang_tak_ada", kolom=satu.penyebut[0], indikator=satu.kode)
    elif ind and ind.bentuk == "jumlah" and satu.penyebut:
        pembaca.catat("masalah.penyebut_tak_perlu", kolom=satu.penyebut[0], indikator=satu.kode)
    elif ind and ind.bentuk != "jumlah" and satu.pembilang and not satu.penyebut:
        pembaca.catat("masalah.kolom_penyebut_tak_ada", kolom=satu.pembilang[0], indikator=satu.kode)
    else:
        return False
    return True
