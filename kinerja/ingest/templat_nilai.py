"""Numerator, denominator and target of one template row, judged by what the indikator is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja.domain.fakta import Fakta, TargetBaru
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode
from kinerja.ingest.templat_sel import PembacaTemplat, rapi
from kinerja.ingest.tipe import teks_sel

_BATAS = {100: 1, 1000: 1, 25: 4}
"""Scale of an indikator → how many the numerator may count for each of the denominator: shares 1, survey points 4."""
MAKS_TARGET = Decimal(10) ** 12
LEBIH_SERATUS = "masalah.lebih_seratus"


@dataclass(frozen=True)
class BarisTerbaca:
    """One template row whose cells could all be read; a missing figure is None."""

    nomor: int
    indikator: Indikator
    unit: str
    periode: Periode
    jk: str
    catatan: str
    nilai: Mapping[str, Decimal | None]


def simpan_fakta(baca: PembacaTemplat, baris: BarisTerbaca) -> None:
    """Add the row's fact, or the reason why it is none."""
    pembilang, penyebut = baris.nilai["pembilang"], baris.nilai["penyebut"]
    if pembilang is None and penyebut is None:
        return
    if pembilang is None:
        baca.catat("masalah.pembilang_kosong", baris.nomor, "pembilang")
        return
    if alasan := _periksa_pecahan(baca, baris, pembilang, penyebut):
        kolom = "penyebut" if "penyebut" in alasan else "pembilang"
        baca.catat(alasan, baris.nomor, kolom, indikator=baris.indikator.kode)
        return
    fakta = Fakta(
        baris.indikator.kode,
        baris.unit,
        baris.periode.dari,
        baris.periode.sampai,
        int(pembilang),
        None if penyebut is None else int(penyebut),
        baris.jk,
        baris.catatan,
    )
    if baca.kunci.catat_fakta(fakta, baca.lembar.nomor(baris.nomor)):
        baca.konteks.hasil.fakta.append(fakta)


def _periksa_pecahan(baca: PembacaTemplat, baris: BarisTerbaca, pembilang: Decimal, penyebut: Decimal | None) -> str:
    """The key of what is wrong with numerator over denominator, '' when nothing is."""
    alasan = alasan_pecahan(baris.indikator, pembilang, penyebut)
    if alasan != LEBIH_SERATUS or penyebut is None:
        return alasan
    unit = teks_sel(baca.sel(baris.nomor, "unit"))
    sebut = {"unit": unit, "jk": baris.jk or "L+P", "terlayani": int(pembilang), "sasaran": int(penyebut)}
    baca.catat(alasan, baris.nomor, "pembilang", "peringatan", **sebut)
    return ""


def alasan_pecahan(indikator: Indikator, pembilang: Decimal, penyebut: Decimal | None) -> str:
    """The key of what is wrong with numerator over denominator, '' when nothing is.

    ``LEBIH_SERATUS`` is no mistake: coverage of an estimated population is kept and flagged.
    """
    if indikator.bentuk == "jumlah":
        return "masalah.penyebut_tak_perlu" if penyebut is not None else ""
    if penyebut is None:
        return "masalah.penyebut_kosong"
    if penyebut == 0 and pembilang > 0:
        return "masalah.penyebut_nol"
    batas = _BATAS.get(indikator.skala)
    if batas is None or pembilang <= batas * penyebut:
        return ""
    return "masalah.pembilang_lebih" if indikator.agregasi != "kumulatif" else LEBIH_SERATUS


def simpan_target(baca: PembacaTemplat, baris: BarisTerbaca) -> None:
    """Add the row's target, or the reason why it is none.

    A row with a target alone has no figure to remark on: its note is what the target rests on (SK).
    """
    nilai = baris.nilai["target"]
    if nilai is None:
        return
    if alasan := _periksa_target(baca, baris, nilai):
        baca.catat(alasan, baris.nomor, "target", satuan=baris.indikator.satuan.id)
        return
    hanya_target = baris.nilai["pembilang"] is None and "sk" not in baca.kepala.kolom
    target = TargetBaru(
        baris.indikator.kode,
        baris.unit,
        baris.periode.dari,
        baris.periode.sampai,
        int(nilai * 10_000),
        baris.catatan if hanya_target else rapi(baca.sel(baris.nomor, "sk")),
    )
    if baca.kunci.catat_target(target, baca.lembar.nomor(baris.nomor)):
        baca.konteks.hasil.target.append(target)


def _periksa_target(baca: PembacaTemplat, baris: BarisTerbaca, nilai: Decimal) -> str:
    persen = "%" in teks_sel(baca.sel(baris.nomor, "target"))
    return alasan_target(baris.indikator, baris.periode, baris.jk, nilai, persen=persen)


def alasan_target(indikator: Indikator, periode: Periode, jk: str, nilai: Decimal, *, persen: bool) -> str:
    """The key of what is wrong with a target, '' when nothing is. ``persen``: it was written with a percent sign."""
    if jk:
        return "masalah.target_jk"
    if persen and indikator.satuan.id != "%":
        return "masalah.target_persen"
    if nilai < 0:
        return "masalah.target_negatif"
    bertahap = indikator.agregasi == "kumulatif" and indikator.bentuk != "jumlah"
    if bertahap and periode.panjang != 12:
        return "masalah.target_setahun"
    if nilai > MAKS_TARGET:
        return "masalah.angka_besar"
    return "" if nilai * 10_000 == (nilai * 10_000).to_integral_value() else "masalah.target_desimal"
