"""Figures that a puskesmas reports as sums: angka kontak and the 12 SPM services, month by month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kinerja.contoh import kisah
from kinerja.contoh.dasar import AKHIR, AWAL, TAHUN, Bulat, Pecahan, bulan_lalu, pembangkit
from kinerja.contoh.peraturan import SPM
from kinerja.domain.periode import bulan_antara

UNIT = (kisah.PUSKESMAS_LUBEG, kisah.PUSKESMAS_PEGAMBIRAN)

_RATA = (1.0,) * 12
_SEKOLAH = (0.3, 0.3, 0.4, 0.4, 0.4, 0.2, 0.8, 2.8, 3.0, 2.0, 0.9, 0.5)
_BALITA = (0.7, 2.2, 0.7, 0.7, 0.7, 0.7, 0.7, 2.2, 0.8, 0.9, 0.9, 0.8)
_SKRINING = (0.7, 0.8, 0.9, 0.9, 1.0, 1.0, 1.1, 1.1, 1.1, 1.2, 1.2, 1.0)


@dataclass(frozen=True)
class _Layanan:
    """One SPM service: sasaran of 2023 and share served in an ordinary year, per puskesmas; spread over months."""

    sasaran: tuple[int, int]
    capai: tuple[float, float]
    pola: tuple[float, ...] = _RATA


_SPM: dict[str, _Layanan] = {
    "spm_ibu_hamil": _Layanan((822, 694), (0.885, 0.86)),
    "spm_ibu_bersalin": _Layanan((781, 657), (0.90, 0.965)),
    "spm_bayi_baru_lahir": _Layanan((764, 641), (0.955, 0.905)),
    "spm_balita": _Layanan((3452, 2911), (0.80, 0.765), _BALITA),
    "spm_pendidikan_dasar": _Layanan((1724, 1483), (0.935, 0.92), _SEKOLAH),
    "spm_usia_produktif": _Layanan((31480, 26810), (0.79, 0.775), _SKRINING),
    "spm_usia_lanjut": _Layanan((4310, 3712), (0.91, 0.87), _SKRINING),
    "spm_hipertensi": _Layanan((7920, 5240), (0.77, 0.86)),
    "spm_diabetes": _Layanan((1183, 968), (0.86, 0.895)),
    "spm_odgj_berat": _Layanan((94, 78), (0.86, 0.84)),
    "spm_tb": _Layanan((1052, 884), (0.73, 0.79)),
    "spm_hiv": _Layanan((946, 793), (0.84, 0.80)),
}
_SASARAN_RENDAH = 0.76
"""Part of the true number of people with hypertension that one year's estimate found: see kisah.HIPERTENSI_UNIT."""

_TERDAFTAR = (15860, 13740)
_KONTAK = (0.1485, 0.1385)
_KONTAK_MUSIM = (1.02, 1.0, 0.97, 0.97, 0.99, 0.99, 1.01, 1.0, 1.0, 1.02, 1.02, 1.01)
_BULAN_PUASA = (202403, 202503, 202603)


def _sasaran(layanan: _Layanan, ke: int) -> Bulat:
    """Sasaran of each year of TAHUN, set anew every year."""
    return np.asarray(np.rint(layanan.sasaran[ke] * 1.012 ** np.arange(len(TAHUN))), dtype=np.int64)


def _spm(rng: np.random.Generator, kode: str, ke: int, bulan: Bulat) -> pd.DataFrame:
    """Served this month over the sasaran of the year, for one service and puskesmas."""
    layanan, tahun = _SPM[kode], bulan // 100 - TAHUN[0]
    benar = _sasaran(layanan, ke)
    sasaran = benar.copy()
    if kode == "spm_hipertensi" and UNIT[ke] == kisah.HIPERTENSI_UNIT:
        rendah = TAHUN.index(kisah.HIPERTENSI_TAHUN)
        sasaran[rendah] = round(benar[rendah] * _SASARAN_RENDAH)
    capai = layanan.capai[ke] + rng.normal(0.0, 0.015, len(TAHUN))
    porsi = np.array(layanan.pola)[bulan % 100 - 1] / sum(layanan.pola)
    rata: Pecahan = benar[tahun] * capai[tahun] * porsi * rng.gamma(300, 1 / 300, len(bulan))
    dilayani = np.rint(rng.normal(rata, 0.5 * np.sqrt(rata))).clip(0).astype(np.int64)
    return _baris(kode, ke, bulan, _sekali_setahun(dilayani, tahun, benar), sasaran[tahun])


def _sekali_setahun(dilayani: Bulat, tahun: Bulat, benar: Bulat) -> Bulat:
    """``dilayani`` cut so that no year serves more people than there truly are: everyone counts once a year."""
    hasil = np.zeros_like(dilayani)
    for t, batas in enumerate(benar.tolist()):
        jumlah = np.minimum(np.cumsum(dilayani[tahun == t]), batas)
        hasil[tahun == t] = np.diff(jumlah, prepend=0)
    return hasil


def _kontak(rng: np.random.Generator, ke: int, bulan: Bulat) -> pd.DataFrame:
    """BPJS participants with a contact this month over those registered."""
    lewat = bulan_lalu(bulan) - bulan_lalu(AWAL)
    terdaftar = np.rint(_TERDAFTAR[ke] * 1.015 ** (lewat / 12)).astype(np.int64)
    puasa = np.where(np.isin(bulan, _BULAN_PUASA), 0.94, 1.0)
    peluang = _KONTAK[ke] * np.array(_KONTAK_MUSIM)[bulan % 100 - 1] * puasa * 1.008 ** (lewat / 12)
    mantap = peluang * rng.gamma(1600, 1 / 1600, len(bulan))
    return _baris("angka_kontak", ke, bulan, rng.binomial(terdaftar, mantap), terdaftar)


def _baris(kode: str, ke: int, bulan: Bulat, pembilang: Bulat, penyebut: Bulat) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "indikator": pd.Series([kode] * len(bulan), dtype="str"),
            "unit": pd.Series([UNIT[ke]] * len(bulan), dtype="str"),
            "dari": bulan,
            "sampai": bulan,
            "jk": pd.Series([""] * len(bulan), dtype="str"),
            "pembilang": pembilang,
            "penyebut": pd.Series(penyebut, dtype="Int64"),
            "catatan": pd.Series([""] * len(bulan), dtype="str"),
        }
    )


def bangun_fakta(benih: int) -> pd.DataFrame:
    """Frame for table ``fakta`` without ``muatan``: one row an indikator, puskesmas and month; gaps are missing rows.

    SPM: pembilang = served in the month, penyebut = sasaran of the whole year. angka_kontak: participants with a
    contact over participants registered.
    """
    rng = pembangkit(benih, "fakta")
    bulan = np.array(bulan_antara(AWAL, AKHIR), dtype=np.int64)
    bagian = [_kontak(rng, ke, bulan) for ke in range(len(UNIT))]
    bagian += [_spm(rng, kode, ke, bulan) for kode in SPM for ke in range(len(UNIT))]
    semua = pd.concat(bagian, ignore_index=True)
    kunci = pd.MultiIndex.from_frame(semua[["indikator", "unit", "dari"]])
    return semua.loc[~kunci.isin(list(kisah.FAKTA_HILANG))].reset_index(drop=True)
