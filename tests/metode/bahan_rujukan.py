"""Reference files made by other people's programs; tests that need them skip where they are not."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "../shared/metode"


def berkas(nama: str) -> Path:
    if not (FOLDER / nama).is_file():
        pytest.skip("the reference files are not here")
    return FOLDER / nama


def muat_json(nama: str) -> Any:
    return json.loads(berkas(nama).read_text(encoding="utf-8"))


def muat_csv(nama: str) -> list[dict[str, str]]:
    with berkas(nama).open(encoding="utf-8", newline="") as isi:
        return list(csv.DictReader(isi))


def kodekan(kata: list[str]) -> tuple[np.ndarray, list[str]]:
    """Codes 0, 1, … in order of the words, and the words."""
    nama = sorted(set(kata))
    urut = {k: i for i, k in enumerate(nama)}
    return np.array([urut[k] for k in kata]), nama


def kelompokkan(baris: list[dict[str, str]], kunci: str, nilai: str) -> dict[str, np.ndarray]:
    hasil: dict[str, list[float]] = defaultdict(list)
    for b in baris:
        hasil[b[kunci]].append(float(b[nilai]))
    return {k: np.array(v) for k, v in hasil.items()}


def matriks(isi: list[dict[str, str]], baris: str, kolom: str, nilai: str) -> tuple[np.ndarray, list[str]]:
    """A full table and the names of its rows."""
    i, nama = kodekan([b[baris] for b in isi])
    j, lajur = kodekan([b[kolom] for b in isi])
    hasil = np.full((len(nama), len(lajur)), np.nan)
    hasil[i, j] = [float(b[nilai]) for b in isi]
    return hasil, nama
