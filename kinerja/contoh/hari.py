"""The calendar of working days: weekends, national holidays and cuti bersama of the SKB 3 Menteri."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

_BERKAS = Path(__file__).with_name("libur.csv")
LIBUR_DARI, LIBUR_SAMPAI = 202201, 202712


@cache
def _libur() -> pd.DataFrame:
    return pd.read_csv(_BERKAS, parse_dates=["tanggal"], dtype={"nama": "str", "jenis": "str", "perkiraan": "int64"})


def tabel_libur() -> pd.DataFrame:
    """Holidays, one row a day.

    Columns: tanggal datetime64; nama str; jenis str ('libur' national holiday, 'cuti' cuti bersama);
    perkiraan int64 (1: a moving date of a year whose decree was not seen).
    Source: SKB 3 Menteri of each year, 2024 also the presidential decrees on election days.
    """
    return _libur().copy()


def rentang_hari(dari: int, sampai: int) -> pd.DatetimeIndex:
    """Every day from the first of month ``dari`` to the last of month ``sampai`` (both YYYYMM)."""
    awal = date(dari // 100, dari % 100, 1)
    akhir = pd.Timestamp(date(sampai // 100, sampai % 100, 1)) + pd.offsets.MonthEnd(0)
    return pd.date_range(awal, akhir, freq="D", unit="s")


def kalender(dari: int, sampai: int) -> pd.DataFrame:
    """One row a day for table ``kalender``, months ``dari`` to ``sampai`` (YYYYMM, both included).

    Columns: tanggal datetime64[s]; bulan YYYYMM; triwulan YYYYQ; semester YYYYS; tahun; hari_ke 1 Senin ... 7 Minggu;
    hari_kerja 1 or 0; libur name or ''. Raises ``ValueError`` outside the years whose holidays are known
    (2022-2027): a day would silently count as a working day.
    """
    if not LIBUR_DARI <= dari <= sampai <= LIBUR_SAMPAI:
        raise ValueError(f"kalender {dari}-{sampai}: outside {LIBUR_DARI}-{LIBUR_SAMPAI}")
    hari = rentang_hari(dari, sampai)
    nama = _libur().groupby("tanggal")["nama"].agg(" / ".join).reindex(hari).fillna("").to_numpy(dtype=object)
    bulan, hari_ke = hari.month.to_numpy(), hari.day_of_week.to_numpy() + 1
    return pd.DataFrame(
        {
            "tanggal": hari,
            "bulan": hari.year * 100 + bulan,
            "triwulan": hari.year * 10 + (bulan + 2) // 3,
            "semester": hari.year * 10 + (bulan + 5) // 6,
            "tahun": hari.year,
            "hari_ke": hari_ke,
            "hari_kerja": ((hari_ke <= 5) & (nama == "")).astype(np.int64),
            "libur": pd.Series(nama, dtype="str"),
        }
    )
