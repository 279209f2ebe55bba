"""The columns of an exported table: one place for Excel and CSV, so that both say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from kinerja.charts.baris import Baris, baris
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import rentang
from kinerja.i18n import Bahasa, format, teks

Isi = str | int | float | None

KOLOM = (
    "unit",
    "kode",
    "indikator",
    "periode",
    "pembilang",
    "penyebut",
    "n",
    "realisasi",
    "target",
    "capaian",
    "bawah",
    "atas",
    "status",
    "keterangan",
)
"""Keys of the columns in their order; their words stand in the catalog under ``ekspor.kolom``."""


class Tabel(NamedTuple):
    """``isi`` holds the frame's own numbers, unrounded; None is an empty cell."""

    kepala: list[str]
    baris: list[Baris]
    isi: list[tuple[Isi, ...]]


def buat_tabel(frame: pd.DataFrame, indikator: Mapping[str, Indikator], bahasa: Bahasa) -> Tabel:
    """The rows of a frame of shape CAPAIAN as people read them. An unknown indikator raises ``KeyError``."""
    semua = baris(frame)
    kepala = [teks(bahasa, f"ekspor.kolom.{k}") for k in KOLOM]
    return Tabel(kepala, semua, [_isi(b, indikator[b.indikator], bahasa) for b in semua])


def _isi(b: Baris, ind: Indikator, bahasa: Bahasa) -> tuple[Isi, ...]:
    return (
        b.nama,
        b.unit,
        ind.nama.dalam(bahasa),
        format.periode(rentang(b.dari, b.sampai), bahasa),
        b.pembilang,
        b.penyebut,
        b.n,
        b.realisasi,
        b.target,
        b.capaian,
        b.bawah,
        b.atas,
        teks(bahasa, f"status.{b.status}"),
        keterangan(b, bahasa),
    )


def keterangan(b: Baris, bahasa: Bahasa) -> str:
    """Why there is no capaian, how many reports are missing, whether data were corrected; '' for nothing to say."""
    bagian = [teks(bahasa, b.alasan)] if b.alasan else []
    if 0 < b.ada < b.wajib:
        bagian.append(teks(bahasa, "ekspor.laporan", ada=b.ada, wajib=b.wajib))
    if b.dikoreksi:
        bagian.append(teks(bahasa, "dikoreksi.kata"))
    return "; ".join(bagian)


def dipakai(tabel: Sequence[Baris], indikator: Mapping[str, Indikator]) -> list[Indikator]:
    """The indikator that occur in the rows, in the order of the mapping."""
    ada = {b.indikator for b in tabel}
    return [ind for kode, ind in indikator.items() if kode in ada]
