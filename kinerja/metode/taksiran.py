"""An estimate with its error, interval and p-value; least squares whose errors do not assume equal variances."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinerja.metode.vonis import Larik, Vonis, vonis_p


@dataclass(frozen=True)
class Taksiran:
    """``galat``: standard error; ``bawah``, ``atas``: 95 % interval with t of ``derajat``; ``n``: rows behind it."""

    nilai: float
    galat: float
    bawah: float
    atas: float
    p: float
    derajat: float
    n: int

    @property
    def vonis(self) -> Vonis:
        return vonis_p(self.p)


def susun_taksiran(nilai: float, galat: float, derajat: float, n: int) -> Taksiran:
    """The estimate with its interval; NaN limits where there is no degree of freedom."""
    from scipy.special import stdtr, stdtrit

    if derajat < 1 or not np.isfinite(galat):
        nan = float("nan")
        return Taksiran(nilai, nan, nan, nan, nan, derajat, n)
    lebar = float(stdtrit(derajat, 0.975)) * galat
    p = 2 * float(stdtr(derajat, -abs(nilai) / galat)) if galat > 0 else float(nilai == 0)
    return Taksiran(nilai, galat, nilai - lebar, nilai + lebar, p, derajat, n)


def regresi_hc2(y: Larik, x: Larik, kolom: int) -> Taksiran:
    """Coefficient of one column of ``x`` with its HC2 error (MacKinnon and White 1985), as in R's sandwich.

    NaN where the columns do not determine it, e.g. a group without anybody.
    """
    n, k = x.shape
    if n <= k or np.linalg.matrix_rank(x) < k:
        return susun_taksiran(float("nan"), float("nan"), n - k, n)
    q, r = np.linalg.qr(x)
    balik = np.linalg.inv(r)
    b = balik @ (q.T @ y)
    tuas = np.minimum((q**2).sum(axis=1), 1 - 1e-12)
    sisa2 = (y - x @ b) ** 2 / (1 - tuas)
    arah = q @ balik[kolom]
    return susun_taksiran(float(b[kolom]), float(arah**2 @ sisa2) ** 0.5, n - k, n)
