"""Intervals that say how far a figure could be off by chance alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Larik = NDArray[np.float64]
Z95 = 1.959963984540054


def interval_wilson(x: Larik, n: Larik, z: float = Z95) -> tuple[Larik, Larik]:
    """Lower and upper limit of a share x/n, as shares; NaN where n is 0 or x is over n (then it is no share).

    Wilson (1927) without continuity correction, as in PHEindicatormethods' phe_proportion.
    """
    sah = (n > 0) & (x <= n) & (x >= 0)
    nn = np.where(sah, n, np.nan)
    p = x / nn
    tengah = 2 * x + z * z
    lebar = z * np.sqrt(z * z + 4 * x * (1 - p))
    return (tengah - lebar) / (2 * (nn + z * z)), (tengah + lebar) / (2 * (nn + z * z))


def interval_rerata(
    tengah: Larik, n: Larik, jumlah: Larik, kuadrat: Larik, *, skala: Larik | float
) -> tuple[Larik, Larik]:
    """``tengah`` ± t(n-1) · sd/√n from sums of scores and of their squares; NaN below two respondents.

    ``skala`` turns a score into the unit of ``tengah``. Linear index, so this is the delta method (METODE: IKM).
    """
    from scipy.special import stdtrit

    sah = n >= 2
    nn = np.where(sah, n, np.nan)
    ragam = np.maximum(kuadrat - jumlah * jumlah / nn, 0.0) / (nn - 1)
    lebar = stdtrit(nn - 1, 0.975) * np.sqrt(ragam / nn) * skala
    return tengah - lebar, tengah + lebar
