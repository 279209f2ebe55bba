"""Agreement of raters, for data in which several people rate the same employee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from kinerja.metode.vonis import Bulat, Larik

JenisIcc = Literal["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"]


@dataclass(frozen=True)
class Icc:
    """Intraclass correlation with its F test and confidence limits."""

    nilai: float
    f: float
    derajat1: float
    derajat2: float
    p: float
    bawah: float
    atas: float


@dataclass(frozen=True)
class _Kuadrat:
    """Mean squares of a complete table: between rows, within rows, between columns, residual."""

    n: int
    k: int
    baris: float
    dalam: float
    kolom: float
    sisa: float


@dataclass(frozen=True)
class Campuran:
    """``intersep``; ``ragam``: variance of each factor; ``sisa``: residual variance. ``efek``, ``galat``: for each
    factor the predicted effect of every level and its conditional standard deviation, in the order of its codes.
    """

    intersep: float
    ragam: tuple[float, ...]
    sisa: float
    efek: tuple[Larik, ...]
    galat: tuple[Larik, ...]


def hitung_icc(tabel: Larik, yakin: float = 0.95) -> dict[JenisIcc, Icc]:
    """The six coefficients of Shrout and Fleiss (1979). ``tabel``: a row an employee, a column a rater, all full.

    ICC1: each employee by other raters; ICC2: by the same raters, drawn from many; ICC3: by these raters only. With k:
    of the mean of all raters. Limits as in psych's ICC.
    """
    ms = _kuadrat(tabel)
    n, k = ms.n, ms.k
    satu = (ms.baris - ms.dalam) / (ms.baris + (k - 1) * ms.dalam)
    dua = (ms.baris - ms.sisa) / (ms.baris + (k - 1) * ms.sisa + k * (ms.kolom - ms.sisa) / n)
    tiga = (ms.baris - ms.sisa) / (ms.baris + (k - 1) * ms.sisa)
    dua_k = (ms.baris - ms.sisa) / (ms.baris + (ms.kolom - ms.sisa) / n)
    batas1 = _batas_f(ms.baris / ms.dalam, n - 1, n * (k - 1), yakin)
    batas3 = _batas_f(ms.baris / ms.sisa, n - 1, (n - 1) * (k - 1), yakin)
    batas2 = _batas_dua(ms, dua, yakin)
    uji1 = _uji(ms.baris / ms.dalam, n - 1, n * (k - 1))
    uji3 = _uji(ms.baris / ms.sisa, n - 1, (n - 1) * (k - 1))
    tunggal1 = tuple((f - 1) / (f + k - 1) for f in batas1)
    tunggal3 = tuple((f - 1) / (f + k - 1) for f in batas3)
    return {
        "ICC1": Icc(satu, *uji1, *tunggal1),
        "ICC2": Icc(dua, *uji3, *batas2),
        "ICC3": Icc(tiga, *uji3, *tunggal3),
        "ICC1k": Icc(1 - ms.dalam / ms.baris, *uji1, *(1 - 1 / f for f in batas1)),
        "ICC2k": Icc(dua_k, *uji3, *(b * k / (1 + b * (k - 1)) for b in batas2)),
        "ICC3k": Icc(1 - ms.sisa / ms.baris, *uji3, *(1 - 1 / f for f in batas3)),
    }


def pisahkan(nilai: Larik, faktor: Sequence[Bulat]) -> Campuran:
    """How much of ``nilai`` belongs to each of several crossed factors, e.g. rater and employee.

    ``faktor``: for each factor the code 0, 1, … of every value. Linear mixed model with one random intercept a factor,
    restricted maximum likelihood (the profiled criterion of lme4's lmer). Needs crossed data: with one rater an
    employee the split is arbitrary.
    """
    from scipy.optimize import minimize

    tengah = float(nilai.mean())
    y = nilai - tengah
    banyak = [int(f.max()) + 1 for f in faktor]
    z = np.concatenate([np.eye(b)[f] for b, f in zip(banyak, faktor, strict=True)], axis=1)
    zz, zx, zy = z.T @ z, z.sum(axis=0), z.T @ y
    ukuran = (len(y), float(y.sum()), float(y @ y))
    mulai = np.full(len(faktor), 0.5)
    cari = minimize(
        lambda t: _selesaikan(np.repeat(t, banyak), zz, zx, zy, ukuran)[0],
        mulai,
        method="Nelder-Mead",
        bounds=[(0, None)] * len(faktor),
        options={"xatol": 1e-9, "fatol": 1e-11, "maxiter": 4000},
    )
    skala = np.repeat(cari.x, banyak)
    _, b, s2, efek, ragam = _selesaikan(skala, zz, zx, zy, ukuran)
    potong = np.cumsum(banyak)[:-1]
    return Campuran(
        intersep=tengah + b,
        ragam=tuple(float(s2 * t * t) for t in cari.x),
        sisa=s2,
        efek=tuple(np.split(efek, potong)),
        galat=tuple(np.split(np.sqrt(s2 * ragam), potong)),
    )


def rerata_kukuh(y: Larik, k: float = 1.5) -> float:
    """Huber's mean: values beyond ``k`` robust deviations count as if they lay there; the median if most are equal."""
    mu = float(np.median(y))
    s = 1.4826 * float(np.median(np.abs(y - mu)))
    while s > 0:
        baru = float(np.clip(y, mu - k * s, mu + k * s).mean())
        if abs(mu - baru) < 1e-9 * s:
            return baru
        mu = baru
    return mu


def _kuadrat(tabel: Larik) -> _Kuadrat:
    n, k = tabel.shape
    semua = tabel.mean()
    baris = k * float(((tabel.mean(axis=1) - semua) ** 2).sum())
    kolom = n * float(((tabel.mean(axis=0) - semua) ** 2).sum())
    total = float(((tabel - semua) ** 2).sum())
    return _Kuadrat(
        n,
        k,
        baris / (n - 1),
        (total - baris) / (n * (k - 1)),
        kolom / (k - 1),
        (total - baris - kolom) / ((n - 1) * (k - 1)),
    )


def _uji(f: float, d1: float, d2: float) -> tuple[float, float, float, float]:
    from scipy.special import fdtrc

    return f, d1, d2, float(fdtrc(d1, d2, f))


def _batas_f(f: float, d1: float, d2: float, yakin: float) -> tuple[float, float]:
    """F divided by its upper quantile and multiplied by that of the turned degrees."""
    from scipy.special import fdtri

    p = (1 + yakin) / 2
    return f / float(fdtri(d1, d2, p)), f * float(fdtri(d2, d1, p))


def _batas_dua(ms: _Kuadrat, icc: float, yakin: float) -> tuple[float, float]:
    """Limits of ICC2: Shrout and Fleiss' approximate degrees of freedom."""
    from scipy.special import fdtri

    n, k, fj = ms.n, ms.k, ms.kolom / ms.sisa
    bersama = n * (1 + (k - 1) * icc) - k * icc
    v = (k - 1) * (n - 1) * (k * icc * fj + bersama) ** 2 / ((n - 1) * k**2 * icc**2 * fj**2 + bersama**2)
    atas, bawah = float(fdtri(n - 1, v, (1 + yakin) / 2)), float(fdtri(v, n - 1, (1 + yakin) / 2))
    lain = k * ms.kolom + (k * n - k - n) * ms.sisa
    return (
        n * (ms.baris - atas * ms.sisa) / (atas * lain + n * ms.baris),
        n * (bawah * ms.baris - ms.sisa) / (lain + n * bawah * ms.baris),
    )


def _selesaikan(
    skala: Larik, zz: Larik, zx: Larik, zy: Larik, ukuran: tuple[int, float, float]
) -> tuple[float, float, float, Larik, NDArray[np.float64]]:
    """Profiled REML criterion at these relative deviations, with mean, residual variance, effects and their variance
    relative to it.
    """
    n, jumlah, kuadrat = ukuran
    akar = np.linalg.cholesky(skala[:, None] * zz * skala + np.eye(len(skala)))
    cu, cx = np.linalg.solve(akar, skala * zy), np.linalg.solve(akar, skala * zx)
    rx2 = n - cx @ cx
    b = float((jumlah - cx @ cu) / rx2)
    s2 = float(kuadrat - cu @ cu - rx2 * b * b) / (n - 1)
    kriteria = float(2 * np.log(np.diag(akar)).sum() + np.log(rx2) + (n - 1) * (1 + np.log(2 * np.pi * s2)))
    balik = np.linalg.inv(akar)
    efek = skala * (balik.T @ (cu - b * cx))
    return kriteria, b, s2, efek, skala**2 * (balik**2).sum(axis=0)
