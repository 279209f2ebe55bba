"""What changed around a training: months laid down before looking, and estimates from values without codes."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from kinerja.domain.periode import geser_bulan
from kinerja.metode.dampak import CARA_ADIL, DampakPelatihan, dampak_pelatihan, sebelum_sesudah
from kinerja.metode.taksiran import Taksiran

_PANJANG, _MAKS = 3, 6


class Masa(NamedTuple):
    """Spans of months (first, last) that are compared; those before the training do not touch its month."""

    lebih_dulu: tuple[int, int]
    sebelum: tuple[int, int]
    sesudah: tuple[int, int]


class Perubahan(NamedTuple):
    """``peserta``: change of those trained, never an effect. ``dampak``: beside others, None without batches in turn.

    ``cara``: how the turns came about; '' where there were none.
    """

    peserta: Taksiran
    dampak: DampakPelatihan | None
    cara: str
    n_tunggu: int


def susun_masa(mulai: int, selesai: int, giliran_lain: int, akhir: int) -> Masa | None:
    """Three months before and three before those; after: up to six months, ending before others were trained too.

    ``mulai``, ``selesai``: months of the first and the last session. ``giliran_lain``: month of the next batch, 0 for
    none. ``akhir``: last month to look at. None while there is no month afterwards.
    """
    batas = min(geser_bulan(selesai, _MAKS), akhir)
    if giliran_lain > selesai:
        batas = min(batas, geser_bulan(giliran_lain, -1))
    awal = geser_bulan(selesai, 1)
    if batas < awal:
        return None
    dulu = geser_bulan(mulai, -2 * _PANJANG), geser_bulan(mulai, -_PANJANG - 1)
    return Masa(dulu, (geser_bulan(mulai, -_PANJANG), geser_bulan(mulai, -1)), (awal, batas))


def hitung_perubahan(df: pd.DataFrame) -> Perubahan | None:
    """Estimates of one training (``shapes.PESERTA_NILAI``); None without anybody who has both values."""
    kolom = ["lebih_dulu", "sebelum", "sesudah"]
    dulu, sebelum, sesudah = (df[k].to_numpy(dtype="float64") for k in kolom)
    pertama = int(df["gelombang"].min()) if len(df) else 0
    kena = df["gelombang"].to_numpy() == pertama
    peserta = sebelum_sesudah(sebelum[kena], sesudah[kena])
    if peserta.n < 1:
        return None
    cara = "" if pertama == 0 else _cara(df)
    if pertama == 0 or kena.all() or cara not in CARA_ADIL:
        return Perubahan(peserta, None, cara, int((~kena).sum()))
    return Perubahan(peserta, dampak_pelatihan(sebelum, sesudah, kena, cara, dulu), cara, int((~kena).sum()))


def _cara(df: pd.DataFrame) -> str:
    """How the turns came about: the least fair of those written down."""
    cara = [str(c) for c in df["cara"].unique()]
    return next((c for c in cara if c not in CARA_ADIL), cara[0])
