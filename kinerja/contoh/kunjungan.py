"""Visits: expected number a day for every poli and pustu, then counted cells drawn around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kinerja.contoh import kisah
from kinerja.contoh.dasar import AKHIR, AWAL, UMUR, Bulat, Pecahan, pembangkit, pilih, teks_kode
from kinerja.contoh.hari import kalender, tabel_libur

BAYAR, PASIEN, JK, GEDUNG = ("bpjs", "umum", "lain"), ("baru", "lama"), ("L", "P"), ("dalam", "luar")
JENIS = ("UMUM", "GIGI", "KIA", "LANSIA", "UGD", "PUSTU", "RANAP")
LAYANAN = ("rawat_jalan", "rawat_inap")
TUMBUH = 1.04
KEKAR, KEKAR_BIASA = 30.0, 400.0
"""Shape of the gamma that spreads the days (negative binomial, variance m + m²/30); the ordinary place is steady."""


@dataclass(frozen=True)
class Tempat:
    """A place that counts visits: unit, kind, expected visits on an ordinary working day of November 2023."""

    unit: str
    jenis: str
    dasar: float


TEMPAT = (
    Tempat("1011119-UMUM", "UMUM", 51),
    Tempat("1011119-GIGI", "GIGI", 14),
    Tempat("1011119-KIA", "KIA", 24),
    Tempat("1011119-LANSIA", "LANSIA", 13),
    Tempat("1011119-UGD", "UGD", 9),
    Tempat("1011119-P-KTB", "PUSTU", 8),
    Tempat("1011119-P-KPB", "PUSTU", 7),
    Tempat("1011120-UMUM", "UMUM", 42),
    Tempat("1011120-GIGI", "GIGI", 11),
    Tempat("1011120-KIA", "KIA", 19),
    Tempat("1011120-LANSIA", "LANSIA", 12),
    Tempat("1011120-UGD", "UGD", 8),
    Tempat("1011120-P-BNR", "PUSTU", 6),
    Tempat("1011120-P-TJA", "PUSTU", 5),
    Tempat("1011120-UGD", "RANAP", 0.95),
)
"""Inpatients are counted where they are admitted: UGD/Tindakan of Puskesmas Pegambiran."""

# January ... December: rain and flu in November to January and in March and April.
_MUSIM: dict[str, tuple[float, ...]] = {
    "UMUM": (1.08, 1.00, 1.04, 1.03, 0.97, 0.94, 0.94, 0.95, 0.97, 1.02, 1.07, 1.06),
    "GIGI": (1.00, 1.00, 0.99, 1.00, 1.00, 1.03, 1.03, 0.99, 0.99, 1.00, 0.99, 0.98),
    "KIA": (1.01, 1.03, 1.00, 0.99, 1.00, 0.99, 0.99, 1.03, 1.00, 1.00, 0.99, 0.98),
    "LANSIA": (1.01, 1.00, 1.00, 1.00, 0.99, 0.99, 1.00, 1.00, 1.00, 1.00, 1.01, 1.00),
    "UGD": (1.05, 1.00, 1.02, 1.01, 0.98, 0.98, 0.99, 0.97, 0.98, 1.00, 1.02, 1.03),
    "PUSTU": (1.05, 1.00, 1.03, 1.02, 0.98, 0.95, 0.96, 0.97, 0.98, 1.01, 1.04, 1.02),
    "RANAP": (1.06, 1.02, 1.02, 1.00, 0.97, 0.96, 0.98, 0.97, 0.98, 1.00, 1.02, 1.03),
}
_HARI = (1.24, 1.06, 1.02, 0.96, 0.72, 0.0, 0.0)
_HARI_UGD = (1.08, 1.0, 1.0, 1.0, 0.98, 0.75, 0.65)
# Columns in the order of UMUR.
_UMUR: dict[str, tuple[int, ...]] = {
    "UMUM": (1, 7, 8, 6, 7, 32, 16, 8, 10, 5),
    "GIGI": (0, 3, 16, 10, 8, 38, 13, 5, 5, 2),
    "KIA": (14, 26, 0, 0, 3, 55, 2, 0, 0, 0),
    "LANSIA": (0, 0, 0, 0, 0, 0, 0, 6, 58, 36),
    "UGD": (2, 9, 10, 8, 10, 34, 11, 5, 7, 4),
    "PUSTU": (2, 9, 8, 5, 5, 30, 16, 8, 11, 6),
    "RANAP": (0, 10, 9, 6, 8, 38, 10, 5, 9, 5),
}
_PEREMPUAN = {"UMUM": 0.60, "GIGI": 0.57, "KIA": 0.985, "LANSIA": 0.61, "UGD": 0.45, "PUSTU": 0.63, "RANAP": 0.58}
_BPJS = {"UMUM": 0.79, "GIGI": 0.71, "KIA": 0.82, "LANSIA": 0.92, "UGD": 0.67, "PUSTU": 0.75, "RANAP": 0.88}
_BARU = {"UMUM": 1.0, "GIGI": 1.35, "KIA": 0.85, "LANSIA": 0.55, "UGD": 1.2, "PUSTU": 0.9, "RANAP": 1.3}
_LUAR = {"UMUM": 0.08, "GIGI": 0.06, "KIA": 0.32, "LANSIA": 0.35, "UGD": 0.0, "PUSTU": 0.15, "RANAP": 0.0}


def _faktor_puasa(hari: pd.DataFrame) -> Pecahan:
    """Fewer visits in the 30 days before Idul Fitri, some of them made up for in the two weeks after."""
    libur = tabel_libur()
    lebaran = libur.loc[libur["nama"] == "Idul Fitri"].groupby(libur["tanggal"].dt.year)["tanggal"].min()
    jarak = (hari["tanggal"] - hari["tahun"].map(lebaran)).dt.days.to_numpy()
    masa = [(jarak >= -30) & (jarak < 0), (jarak > 2) & (jarak <= 17)]
    return np.asarray(np.select(masa, [0.83, 1.10], 1.0), dtype=np.float64)


def _faktor_sekolah(hari: pd.DataFrame) -> Pecahan:
    """Fewer visits in the school holidays: mid June to mid July, and the end of December."""
    urut = hari["bulan"].to_numpy() % 100 * 100 + hari["tanggal"].dt.day.to_numpy()
    return np.asarray(np.where(((urut >= 620) & (urut <= 712)) | (urut >= 1221), 0.91, 1.0), dtype=np.float64)


def rata_harian(hari: pd.DataFrame) -> Pecahan:
    """Expected visits, one row a place of TEMPAT, one column a day of ``hari`` (a frame of ``kalender``).

    What an ordinary year brings: growth, season, weekday, holidays. No story, no noise.
    """
    tahun = (hari["tanggal"] - pd.Timestamp(2023, 11, 1)).dt.days.to_numpy() / 365.25
    bulan, hari_ke = hari["bulan"].to_numpy() % 100 - 1, hari["hari_ke"].to_numpy() - 1
    buka = hari["hari_kerja"].to_numpy()
    umum = TUMBUH**tahun * _faktor_puasa(hari)
    biasa = umum * np.array(_HARI)[hari_ke] * buka * _faktor_sekolah(hari)
    darurat = umum * np.array(_HARI_UGD)[hari_ke] * np.where(buka == 1, 1.0, 0.9)
    return np.stack(
        [
            t.dasar * np.array(_MUSIM[t.jenis])[bulan] * (darurat if t.jenis in ("UGD", "RANAP") else biasa)
            for t in TEMPAT
        ]
    )


def _dengan_kisah(rata: Pecahan, bulan: Bulat) -> Pecahan:
    for i, tempat in enumerate(TEMPAT):
        if tempat.unit == kisah.KIA_TURUN_UNIT:
            rata[i, bulan >= kisah.KIA_TURUN_MULAI] *= kisah.KIA_TURUN_FAKTOR
        if tempat.unit == kisah.PUSTU_BERHENTI:
            rata[i, bulan >= kisah.PUSTU_BERHENTI_MULAI] = 0.0
        for unit, hilang in kisah.KUNJUNGAN_HILANG:
            if tempat.unit == unit:
                rata[i, bulan == hilang] = 0.0
    return rata


def _hitung(rng: np.random.Generator, hari: pd.DataFrame) -> Bulat:
    """Visits per place and day: Poisson around a gamma, with a mood of each place that lasts a month."""
    bulan = hari["bulan"].to_numpy()
    urut = np.searchsorted(np.unique(bulan), bulan)
    biasa = np.array([t.unit == kisah.POLI_BIASA for t in TEMPAT])[:, None]
    suasana = rng.normal(0.0, 0.025, (len(TEMPAT), int(urut.max()) + 1)) * ~biasa
    rata = _dengan_kisah(rata_harian(hari), bulan) * np.exp(suasana)[:, urut]
    kekar = np.where(biasa, KEKAR_BIASA, KEKAR)
    return np.asarray(rng.poisson(rata * rng.gamma(kekar, 1 / kekar, rata.shape)), dtype=np.int64)


def _peluang(nilai: dict[str, float], jenis: Bulat) -> Pecahan:
    return np.array([nilai[j] for j in JENIS])[jenis]


def _perempuan(jenis: Bulat, umur: Bulat) -> Pecahan:
    """Chance of a female visitor; the small children of the KIA poli are half boys."""
    anak = (jenis == JENIS.index("KIA")) & (umur < UMUR.index("15-19"))
    return np.asarray(np.where(anak, 0.49, _peluang(_PEREMPUAN, jenis)), dtype=np.float64)


def _luar_gedung(hari: pd.DataFrame, di_hari: Bulat, jenis: Bulat) -> Pecahan:
    """Chance of a visit outside the building: only on posyandu and puskesmas keliling days (Tuesday, Thursday)."""
    keluar = hari["hari_ke"].isin([2, 4]).to_numpy() & hari["tanggal"].dt.day.between(5, 25).to_numpy()
    return np.asarray(np.where(keluar[di_hari], _peluang(_LUAR, jenis), 0.0), dtype=np.float64)


def _orang(
    rng: np.random.Generator, hari: pd.DataFrame, tempat: Bulat, di_hari: Bulat
) -> tuple[Bulat, Bulat, Bulat, Bulat, Bulat]:
    """Codes of bayar, pasien, jk, umur, gedung for every single visit (they are counted, never kept)."""
    jenis = np.array([JENIS.index(t.jenis) for t in TEMPAT])[tempat]
    bulan = hari["bulan"].to_numpy()[di_hari]
    umur = pilih(rng, np.array([_UMUR[j] for j in JENIS], dtype=np.float64)[jenis])
    bpjs = np.minimum(0.97, _peluang(_BPJS, jenis) + 0.01 * (bulan // 100 - 2023))
    bayar = pilih(rng, np.stack([bpjs, 0.8 * (1 - bpjs), 0.2 * (1 - bpjs)], axis=1))
    # A patient is new once a calendar year, so the share falls from January on.
    baru = _peluang(_BARU, jenis) * (0.36 - 0.02 * (bulan % 100 - 1))
    lama = rng.random(len(jenis)) >= baru
    perempuan = rng.random(len(jenis)) < _perempuan(jenis, umur)
    luar = rng.random(len(jenis)) < _luar_gedung(hari, di_hari, jenis)
    return bayar, lama.astype(np.int64), perempuan.astype(np.int64), umur, luar.astype(np.int64)


def bangun_kunjungan(benih: int) -> pd.DataFrame:
    """Cells of counted visits for table ``kunjungan`` without ``muatan``: one row a cell, in order of the day."""
    rng = pembangkit(benih, "kunjungan")
    hari = kalender(AWAL, AKHIR)
    n = _hitung(rng, hari)
    tempat, di_hari = (np.repeat(i.ravel(), n.ravel()) for i in np.indices(n.shape))
    ukuran = (n.shape[1], n.shape[0], len(BAYAR), len(PASIEN), len(JK), len(UMUR), len(GEDUNG))
    sel = np.ravel_multi_index((di_hari, tempat, *_orang(rng, hari, tempat, di_hari)), ukuran)
    kunci, jumlah = np.unique(sel, return_counts=True)
    hari_ke, unit, bayar, pasien, jk, umur, gedung = np.unravel_index(kunci, ukuran)
    inap = np.array([t.jenis == "RANAP" for t in TEMPAT], dtype=np.int64)
    return pd.DataFrame(
        {
            "tanggal": hari["tanggal"].to_numpy()[hari_ke],
            "unit": teks_kode([t.unit for t in TEMPAT], unit),
            "layanan": teks_kode(LAYANAN, inap[unit]),
            "poli": teks_kode(("",), np.zeros(len(unit), dtype=np.int64)),  # here every poli is a unit of its own
            "bayar": teks_kode(BAYAR, bayar),
            "pasien": teks_kode(PASIEN, pasien),
            "jk": teks_kode(JK, jk),
            "umur": teks_kode(UMUR, umur),
            "gedung": teks_kode(GEDUNG, gedung),
            "jumlah": jumlah.astype(np.int64),
        }
    )
