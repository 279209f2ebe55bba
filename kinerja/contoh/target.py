"""Yearly targets of the sample: visits for every place, survey and SKP for the whole area."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kinerja.contoh import kisah
from kinerja.contoh.dasar import TAHUN
from kinerja.contoh.hari import kalender
from kinerja.contoh.kunjungan import TEMPAT, rata_harian

SK = "SK contoh 01/2026 (sintetis)"
# Expected visits of an ordinary year as a share of the target that the place was given.
_RASIO = {
    "1011119-UMUM": 0.985,
    "1011119-GIGI": 0.885,
    "1011119-KIA": 1.0,
    "1011119-LANSIA": 1.065,
    "1011119-UGD": 1.02,
    "1011119-P-KTB": 0.93,
    "1011119-P-KPB": 0.86,
    "1011120-UMUM": 1.07,
    "1011120-GIGI": 0.82,
    "1011120-KIA": 0.98,
    "1011120-LANSIA": 1.0,
    "1011120-UGD": 1.05,
    "1011120-P-BNR": 0.90,
    "1011120-P-TJA": 0.975,
}
_RASIO_INAP = 1.06
_NILAI = (
    ("ikm", "WIL", 85.0),
    ("ikm", kisah.PUSKESMAS_PEGAMBIRAN, 83.0),
    ("ketepatan_skp", "WIL", 95.0),
    ("capaian_skp", "WIL", 90.0),
)


def _harapan(tahun: int) -> list[float]:
    """Expected visits of a whole year for each of TEMPAT."""
    return [float(x) for x in rata_harian(kalender(tahun * 100 + 1, tahun * 100 + 12)).sum(axis=1)]


def _target_kunjungan(tahun: int) -> list[tuple[str, str, float]]:
    """(indikator, unit, visits) of one year: poli and pustu in tens; a puskesmas is the sum of its places."""
    hasil: list[tuple[str, str, float]] = []
    jumlah: dict[str, float] = {}
    for tempat, harapan in zip(TEMPAT, _harapan(tahun), strict=True):
        puskesmas = tempat.unit.split("-")[0]
        if tempat.jenis == "RANAP":
            hasil.append(("kunjungan_rawat_inap", puskesmas, float(np.rint(harapan / _RASIO_INAP / 10) * 10)))
            continue
        nilai = float(np.rint(harapan / _RASIO[tempat.unit] / 10) * 10)
        jumlah[puskesmas] = jumlah.get(puskesmas, 0.0) + nilai
        hasil.append(("kunjungan_rawat_jalan", tempat.unit, nilai))
    return hasil + [("kunjungan_rawat_jalan", puskesmas, nilai) for puskesmas, nilai in jumlah.items()]


def bangun_target() -> pd.DataFrame:
    """Frame for table ``target`` without ``muatan``: one row an indikator, unit and year, value × 10,000.

    kunjungan_baru has none on purpose. SPM and angka_kontak have none: their threshold stands in ``ambang``.
    """
    baris = [(t, *b) for t in TAHUN for b in (*_target_kunjungan(t), *_NILAI)]
    tahun = np.array([b[0] for b in baris], dtype=np.int64)
    return pd.DataFrame(
        {
            "indikator": pd.Series([b[1] for b in baris], dtype="str"),
            "unit": pd.Series([b[2] for b in baris], dtype="str"),
            "dari": tahun * 100 + 1,
            "sampai": tahun * 100 + 12,
            "nilai_e4": np.rint(np.array([b[3] for b in baris]) * 10_000).astype(np.int64),
            "sk": pd.Series([SK] * len(baris), dtype="str"),
        }
    )
