"""Rows of a quarter or half-year among rows of its months: they only add those up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.kepala import rapikan
from kinerja.ingest.periode_teks import periode_dari_sel
from kinerja.ingest.tipe import Sel, berisi, teks_sel

if TYPE_CHECKING:
    from kinerja.ingest.peta.terap import PembacaPeta

Bulan = tuple[int, int]
"""Months of a year, from 1 to 12, both included."""
_BAGIAN = re.compile(
    r"(?:(?:SUB ?-?)?(?:JUMLAH|JML\.?|TOTAL) )?"
    r"(?P<jenis>TRI ?WULAN|TRIBULAN|TW|KUARTAL|KWARTAL|SEMESTER|SMT)\.?\s*-?\s*"
    r"(?P<ke>IV|I{1,3}|[1-4])(?:\s+(?:TAHUN\s+)?(?:19|20)[0-9]{2})?"
)
_KE = {"I": 1, "II": 2, "III": 3, "IV": 4}
_KUNCI = ("unit", "tahun", "indikator", "jk")


def bagian_tahun(sel: Sel) -> Bulan | None:
    """The months of a quarter or half-year that the cell names; None for anything else."""
    cocok = _BAGIAN.fullmatch(rapikan(sel))
    if cocok is None:
        return None
    ke = _KE.get(cocok["ke"]) or int(cocok["ke"])
    lama = 6 if cocok["jenis"] in ("SEMESTER", "SMT") else 3
    return ((ke - 1) * lama + 1, ke * lama) if ke * lama <= 12 else None


def bulan_sel(sel: Sel) -> int:
    """The month a cell names, with or without its year; 0 for none."""
    masa = None if nomor_bulan(teks_sel(sel)) else periode_dari_sel(sel)
    return nomor_bulan(teks_sel(sel)) or (masa.dari % 100 if masa and masa.panjang == 1 else 0)


def kunci_baris(pembaca: PembacaPeta, nomor: int) -> tuple[str, ...]:
    """What a row is about beside its month."""
    dimensi = (rapikan(pembaca.sel(nomor, k)) for k in pembaca.peta.semua("dimensi"))
    return (*(rapikan(pembaca.isi(nomor, nama)) for nama in _KUNCI), *dimensi)


def cari_bagian(pembaca: PembacaPeta) -> Mapping[int, Bulan]:
    """Row → its months, for rows of a part of the year that has months of the same matter in rows of their own."""
    peta = pembaca.peta
    kolom = peta.satu("bulan") or peta.satu("periode")
    if kolom is None or peta.bentuk != "angka":
        return {}
    baris = range(peta.awal, len(pembaca.lembar.baris) if peta.akhir is None else peta.akhir + 1)
    isi = {n: s for n in baris if n < len(pembaca.lembar.baris) and berisi(s := pembaca.sel(n, kolom))}
    bagian = {n: b for n, s in isi.items() if (b := bagian_tahun(s))}
    if not bagian:
        return {}
    ada = {(kunci_baris(pembaca, n), bulan_sel(s)) for n, s in isi.items() if n not in bagian}
    return {
        n: (dari, sampai)
        for n, (dari, sampai) in bagian.items()
        if any((kunci_baris(pembaca, n), ke) in ada for ke in range(dari, sampai + 1))
    }
