"""Frames that several pages need, named by what they are for."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode, bulan_antara, geser_bulan, rentang
from kinerja.domain.unit import turunan
from kinerja.i18n import teks
from kinerja.indikator import hitung
from kinerja.indikator.registry import registri
from kinerja.ui import lingkup, sumber
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.sumber import Dua

KARTU = ("kunjungan_rawat_jalan", "ikm", "capaian_skp")


def definisi(lk: Lingkup) -> Indikator:
    return registri()[lk.indikator]


def unit_banding(lk: Lingkup, indikator: str) -> list[str]:
    """The units to lay side by side below the chosen one."""
    return hitung.unit_banding(lk.isi.pohon, lk.unit, indikator)


def semua(lk: Lingkup) -> Dua:
    """Every indikator of the chosen unit and of the units compared below it, in both periods."""
    kode = lingkup.indikator_berdata(lk.isi)
    units = list(dict.fromkeys([lk.unit, *(u for k in kode for u in unit_banding(lk, k))]))
    kelompok: dict[tuple[Periode, Periode], list[str]] = {}
    for k in kode:
        kelompok.setdefault((lk.periode_untuk(registri()[k]), lk.pembanding_untuk(registri()[k])), []).append(k)
    return sumber.dua(lk.akses, lk.isi, units, [(tuple(d), kini_, dulu) for (kini_, dulu), d in kelompok.items()])


def per_unit(lk: Lingkup, dua: Dua, indikator: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The units to compare, now and then, in official order."""
    pilih = unit_banding(lk, indikator)
    return _susun(dua.kini, indikator, pilih), _susun(dua.dulu, indikator, pilih)


def utama(lk: Lingkup, dua: Dua) -> pd.DataFrame:
    """The chosen indikator of the chosen unit: one row, or none."""
    return satu(dua.kini, lk.indikator, lk.unit)


def _susun(df: pd.DataFrame, indikator: str, units: list[str]) -> pd.DataFrame:
    pilih = (df["indikator"].to_numpy() == indikator) & df["unit"].isin(units).to_numpy()
    hasil: pd.DataFrame = df[pilih].reset_index(drop=True)
    return hasil


def deret(lk: Lingkup, indikator: list[str], unit: list[str], bulan: int = 24) -> pd.DataFrame:
    """Months (or years, where only years are reported) up to the end of the period.

    All months are read at once, so another period is another slice of what is there already.
    """
    kode = list(dict.fromkeys(indikator))
    df = sumber.capaian(lk.akses, lk.isi, kode, unit, langkah(lk))
    awal = geser_bulan(lk.periode.sampai, 1 - bulan) if lk.isi.bulanan else 0
    akhir = df["sampai"].to_numpy()
    hasil: pd.DataFrame = df[(akhir <= lk.periode.sampai) & (akhir >= awal)].reset_index(drop=True)
    return hasil


def langkah(lk: Lingkup) -> list[Periode]:
    """The steps of the time axis over all data, oldest first."""
    if not lk.isi.bulanan:
        return [rentang(t * 100 + 1, t * 100 + 12) for t in range(lk.isi.awal // 100, lk.isi.akhir // 100 + 1)]
    return [rentang(b, b) for b in bulan_antara(lk.isi.awal, lk.isi.akhir)]


class Peta(NamedTuple):
    """One heat map. ``tukar``: few units with many indikator, so these are its rows."""

    nama: str
    isi: pd.DataFrame
    indikator: dict[str, Indikator]
    tukar: bool


def peta(lk: Lingkup, dua: Dua) -> list[Peta]:
    """Heat maps of units × indikator: puskesmas and their SPM, kecamatan. Apart, they have few empty cells."""
    pohon = lk.isi.pohon
    units = list(dict.fromkeys(u for k in lingkup.indikator_berdata(lk.isi) for u in unit_banding(lk, k)))
    ada = dua.kini[dua.kini["unit"].isin(units) & dua.kini["target"].notna()]
    dinkes = ada["unit"].isin([u for u in units if pohon.units[u].jalur == "dinkes"])
    spm = ada["indikator"].isin([k for k, i in registri().items() if i.kelompok == "spm"])
    bagian = {"dinkes": ada[dinkes & ~spm], "spm": ada[spm], "kecamatan": ada[~dinkes & ~spm]}
    return [_peta(nama, df, units) for nama, df in bagian.items() if len(df)]


def _peta(nama: str, df: pd.DataFrame, units: list[str]) -> Peta:
    urut = df.sort_values("unit", key=lambda s: s.map(units.index), kind="stable").reset_index(drop=True)
    kode = [k for k in registri() if k in set(df["indikator"])]
    return Peta(nama, urut, {k: registri()[k] for k in kode}, tukar=urut["unit"].nunique() < len(kode))


def satu(df: pd.DataFrame, indikator: str, unit: str) -> pd.DataFrame:
    pilih = (df["indikator"].to_numpy() == indikator) & (df["unit"].to_numpy() == unit)
    hasil: pd.DataFrame = df[pilih].reset_index(drop=True)
    return hasil


def urut_capaian(df: pd.DataFrame) -> pd.DataFrame:
    """Largest capaian on top, units without one last: easier to read, but without numbers of rank."""
    return df.sort_values("capaian", ascending=False, kind="stable", na_position="last").reset_index(drop=True)


def tahun_lalu(lk: Lingkup, unit: list[str]) -> pd.DataFrame:
    """The steps of the time axis one year earlier, as far as there are data."""
    df = sumber.capaian(lk.akses, lk.isi, [lk.indikator], unit, langkah(lk))
    hasil: pd.DataFrame = df[df["sampai"].to_numpy() <= geser_bulan(lk.periode.sampai, -12)].reset_index(drop=True)
    return hasil


def kini(lk: Lingkup, unit: list[str]) -> pd.DataFrame:
    """The chosen indikator in the chosen period."""
    return sumber.capaian(lk.akses, lk.isi, [lk.indikator], unit, [lk.periode_untuk(definisi(lk))])


def kumulatif(lk: Lingkup, unit: list[str]) -> pd.DataFrame | None:
    """January to each month of the chosen year; None where the indikator does not add up over months."""
    if definisi(lk).agregasi != "kumulatif" or not lk.isi.bulanan:
        return None
    awal = lk.periode.tahun * 100 + 1
    tahap = [Periode(awal, b, "kumulatif") for b in bulan_antara(max(awal, lk.isi.awal), lk.periode.sampai)]
    return sumber.capaian(lk.akses, lk.isi, [lk.indikator], unit, tahap)


def unsur(lk: Lingkup) -> pd.DataFrame:
    """The nine unsur of the chosen unit: anggota, nama, nilai (1-4), lalu (comparison period, NaN without), n."""
    df = sumber.unsur(
        lk.akses, lk.isi, lk.unit, lk.periode_untuk(registri()["ikm"]), lk.pembanding_untuk(registri()["ikm"])
    )
    return df.assign(nama=[teks(lk.bahasa, f"unsur.{u}") for u in df["anggota"]])


def kejadian(lk: Lingkup, df: pd.DataFrame) -> list[tuple[int, str]]:
    """Events of the chosen unit's line (month, title) for the time axis: the policy first of all."""
    atas = set(turunan(lk.unit, lk.isi.pohon.anak)) | {lk.isi.pohon.akar}
    awal = int(df["sampai"].min()) if len(df) else 0
    return [
        (bulan, judul_en if lk.bahasa == "en" else judul_id)
        for bulan, jenis, unit, judul_id, judul_en in lk.isi.peristiwa
        if awal <= bulan <= lk.periode.sampai and (jenis == "kebijakan" or (jenis == "lokakarya" and unit in atas))
    ]
