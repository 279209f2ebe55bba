"""Rows of a CAPAIAN frame as plain Python, read once per figure."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

_BULAT = ("pembilang", "penyebut", "n")
_PECAHAN = ("realisasi", "target", "capaian", "bawah", "atas")


class Baris(NamedTuple):
    """One row of ``domain.shapes.CAPAIAN``; None where the frame has NaN or <NA>."""

    indikator: str
    unit: str
    nama: str
    periode: str
    dari: int
    sampai: int
    pembilang: int | None
    penyebut: int | None
    n: int | None
    realisasi: float | None
    target: float | None
    capaian: float | None
    bawah: float | None
    atas: float | None
    status: str
    alasan: str
    ada: int
    wajib: int
    dikoreksi: bool = False  # data behind the figure were corrected after they had been shown

    @property
    def setahun(self) -> bool:
        """Is this a figure of a whole calendar year?"""
        return self.dari == self.sampai - 11 and self.sampai % 100 == 12

    @property
    def lengkap(self) -> bool:
        """Have all months and reporting units that should have data reported?"""
        return self.ada >= self.wajib


def _kolom(frame: pd.DataFrame, nama: str) -> list[object]:
    if nama == "dikoreksi" and nama not in frame:  # pages add the mark; the engine's own frames do not have it
        return [False] * len(frame)
    isi: list[object] = frame[nama].tolist()
    if nama in _BULAT:
        return [None if v is pd.NA else v for v in isi]
    if nama in _PECAHAN:
        return [v if isinstance(v, float) and math.isfinite(v) else None for v in isi]
    return isi


def baris(frame: pd.DataFrame) -> list[Baris]:
    """The rows of a frame of shape CAPAIAN in its order. A missing column raises ``KeyError``."""
    return list(map(Baris._make, zip(*(_kolom(frame, nama) for nama in Baris._fields), strict=True)))
