"""What every sample table shares: the span of time, one random generator a table, and texts from codes."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Bulat = npt.NDArray[np.int64]
Pecahan = npt.NDArray[np.float64]
Biner = npt.NDArray[np.bool_]

BENIH = 20261031
AWAL, AKHIR = 202311, 202610
TAHUN = (2023, 2024, 2025, 2026)
UMUR = ("0", "1-4", "5-9", "10-14", "15-19", "20-44", "45-54", "55-59", "60-69", "70+")
"""Age groups of the SIMPUS monthly report, youngest first."""


def pembangkit(benih: int, tabel: str) -> np.random.Generator:
    """The random generator of one table. It depends on the table's name, so tables do not disturb each other."""
    urutan = np.random.SeedSequence([benih, zlib.crc32(tabel.encode())])
    return np.random.Generator(np.random.PCG64(urutan))


def baca_daftar(nama: str) -> pd.DataFrame:
    """A small list that ships beside this module (``nama``.csv), every column as text, blank as ''."""
    berkas = Path(__file__).with_name(f"{nama}.csv")
    return pd.read_csv(berkas, dtype="str", keep_default_na=False)


def pilih(rng: np.random.Generator, peluang: Pecahan) -> Bulat:
    """One index a row, drawn with that row's weights (rows need not sum to one)."""
    tumpuk = np.cumsum(peluang, axis=1)
    lempar = rng.random(len(peluang)) * tumpuk[:, -1]
    return np.asarray((lempar[:, None] >= tumpuk).sum(axis=1), dtype=np.int64)


def teks_kode(daftar: Sequence[str], kode: Bulat) -> pd.Series[str]:
    """The texts of ``daftar`` at positions ``kode``."""
    isi: Any = pd.array(list(daftar), dtype="str")
    return pd.Series(isi.take(kode))


def sigmoid(x: Pecahan) -> Pecahan:
    """Logit → probability."""
    return np.asarray(1.0 / (1.0 + np.exp(-x)), dtype=np.float64)


def logit(p: float) -> float:
    """Probability → logit."""
    return float(np.log(p / (1.0 - p)))


def bulan_lalu(bulan: Bulat | int) -> Any:
    """Months since year 0, so that differences of YYYYMM can be taken."""
    return bulan // 100 * 12 + bulan % 100 - 1
