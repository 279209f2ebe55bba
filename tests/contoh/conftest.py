"""The sample, built once for all tests of this folder. Tests must not change the frames."""

from __future__ import annotations

import pandas as pd
import pytest

from kinerja.contoh import bangun_contoh

Contoh = dict[str, pd.DataFrame]


@pytest.fixture(scope="session")
def contoh() -> Contoh:
    return bangun_contoh()


@pytest.fixture(scope="session")
def kunjungan(contoh: Contoh) -> pd.DataFrame:
    """Outpatient and inpatient cells with their month."""
    df = contoh["kunjungan"]
    return df.assign(bulan=df["tanggal"].dt.year * 100 + df["tanggal"].dt.month)


@pytest.fixture(scope="session")
def jawaban(contoh: Contoh) -> pd.DataFrame:
    """Answers with their month."""
    df = contoh["jawaban"]
    return df.assign(bulan=df["tanggal"].dt.year * 100 + df["tanggal"].dt.month)
