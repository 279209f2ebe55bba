"""The printed percentage of a plan beside target and result: it tells which scale the result was meant in."""

from __future__ import annotations

import re
from decimal import Decimal

from kinerja.ingest.bentuk.iku_kata import CAPAIAN
from kinerja.ingest.bentuk.kolom_masa import tahun_judul
from kinerja.ingest.kepala import susun_jalur
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Sel, SelPersen, teks_sel

_ANGKA = re.compile(r"([0-9]{1,6})(?:[.,]([0-9]{1,4}))? ?%?")
_TERKECIL, _BESAR = 5, 10
"""A percentage below tells no scale; a result of ten targets and more is no share of one."""


def kolom_capaian(pembaca: PembacaPeta, pakai: set[int]) -> dict[int | None, KolomPeta]:
    """Year → the column of printed percentages, None for a header without a year."""
    peta = pembaca.peta
    jalur = susun_jalur(pembaca.lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    hasil: dict[int | None, KolomPeta] = {}
    for nomor, satu in enumerate(jalur):
        if nomor not in pakai and satu and CAPAIAN.search(" ".join(satu)):
            hasil.setdefault(tahun_judul(satu), KolomPeta(nomor, "abaikan", satu[-1]))
    return hasil


def skala_lain(target: Decimal | None, realisasi: Decimal | None, capaian: Sel) -> Decimal | None:
    """The result that the printed percentage was computed from, where it is a hundred times larger or smaller."""
    cetak = _angka(capaian)
    if not target or not realisasi or target < 0 or realisasi < 0 or cetak is None or cetak < _TERKECIL:
        return None
    bagian = realisasi / target
    if _dekat(cetak, bagian * 100):
        return None
    if _dekat(cetak, bagian * 10_000):
        return realisasi * 100
    return realisasi / 100 if bagian > _BESAR and _dekat(cetak, bagian) else None


def _dekat(cetak: Decimal, hitung: Decimal) -> bool:
    return abs(cetak - hitung) <= max(Decimal("0.6"), hitung / 100)


def _angka(sel: Sel) -> Decimal | None:
    cocok = _ANGKA.fullmatch(teks_sel(sel).strip())
    if cocok is None:
        return None
    nilai = Decimal(f"{cocok[1]}.{cocok[2] or 0}")
    return nilai * 100 if isinstance(sel, SelPersen) and "%" not in teks_sel(sel) else nilai
