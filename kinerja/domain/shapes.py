"""Shapes of the frames that cross a layer: column → pandas dtype. ``store.bingkai.conform`` makes a frame fit."""

from __future__ import annotations

Shape = dict[str, str]

KOMPONEN: Shape = {
    "indikator": "str",
    "unit": "str",
    "periode": "str",
    "pembilang": "int64",  # sums over the period
    "penyebut": "int64",
    "n": "int64",
    "ada": "int64",  # months × reporting units with data
    "wajib": "int64",  # months × reporting units that should have data
    "berat": "float64",  # target × penyebut summed over the reporting units, × 10^8
    "berpenyebut": "int64",  # penyebut of the units that have a target
    "stok_pembilang": "Int64",  # last value of the year so far, summed over units
    "stok_penyebut": "Int64",
    "stok_n": "Int64",
    "rerata": "float64",  # mean of the members' ratios; NaN where the indikator is no average
    "anggota": "int64",  # members behind that mean
    "jumlah": "float64",  # sum of the respondents' scores and of their squares; NaN without
    "kuadrat": "float64",
    "nilai_e8": "Int64",  # target in force at the end of the period × 10^8; <NA> without
    "kum_e8": "Int64",  # targets of the period's months summed × 10^8
    "hitung": "Int64",  # months of the period that have a target
}
"""Components of indikator × unit × periode, straight from the mart."""

CAPAIAN: Shape = {
    "indikator": "str",
    "unit": "str",
    "nama": "str",  # official name of the unit
    "periode": "str",  # kode of the period, see domain.periode
    "dari": "int64",  # YYYYMM
    "sampai": "int64",
    "pembilang": "Int64",
    "penyebut": "Int64",
    "n": "Int64",
    "realisasi": "float64",  # NaN: no data, or hidden because of few people (alasan says which)
    "target": "float64",  # NaN: none
    "capaian": "float64",  # percent of target; NaN with alasan
    "bawah": "float64",  # 95 % interval of realisasi; NaN where the indikator has none
    "atas": "float64",
    "status": "str",  # domain.capaian.Status
    "alasan": "str",  # catalog key, '' when there is a capaian
    "ada": "int64",  # months × reporting units with data
    "wajib": "int64",  # months × reporting units that should have data; ada < wajib is incomplete
}
"""One figure of one indikator, unit and period, computed once; every page, slide and export reads this."""
