"""Random-effects shrinkage: the mean of a small group is drawn towards the common mean, the more the smaller it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from kinerja.metode.vonis import Larik

CaraTau = Literal["DL", "REML"]
_LANGKAH, _CUKUP = 200, 1e-12


@dataclass(frozen=True)
class Susut:
    """``tau2``: variance between units; ``q``, ``i2``: Cochran's Q and the percentage of it beyond chance.

    ``faktor``: share of its own deviation a unit keeps (0 to 1). ``nilai``, ``galat``: shrunken values and their
    standard errors. ``jarak``, ``galat_jarak``: shrunken deviations from the common mean ``mu`` and theirs. All in the
    order given.
    """

    mu: float
    galat_mu: float
    tau2: float
    q: float
    i2: float
    faktor: Larik
    nilai: Larik
    galat: Larik
    jarak: Larik
    galat_jarak: Larik


def susutkan(y: Larik, v: Larik, cara: CaraTau = "DL") -> Susut:
    """Shrunken values of units with mean ``y`` and sampling variance ``v`` (> 0), at least two of them.

    DerSimonian and Laird (1986), or restricted maximum likelihood; BLUP as in metafor's rma.uni and blup. The errors
    hold the uncertainty of the common mean but not that of tau2: with few units they are a little too small.
    """
    w = 1 / v
    rata = float(w @ y / w.sum())
    q = float(w @ (y - rata) ** 2)
    c = float(w.sum() - w @ w / w.sum())
    tau2 = max(0.0, (q - (len(y) - 1)) / c)
    if cara == "REML":
        tau2 = _tau2_reml(y, v, tau2)
    ragam_khas = (len(y) - 1) * w.sum() / (w.sum() ** 2 - w @ w)
    bobot = 1 / (v + tau2)
    mu, ragam_mu = float(bobot @ y / bobot.sum()), float(1 / bobot.sum())
    faktor = tau2 / (tau2 + v)
    jarak = faktor * (y - mu)
    return Susut(
        mu=mu,
        galat_mu=ragam_mu**0.5,
        tau2=tau2,
        q=q,
        i2=float(100 * tau2 / (tau2 + ragam_khas)),
        faktor=faktor,
        nilai=mu + jarak,
        galat=np.sqrt(faktor * v + (1 - faktor) ** 2 * ragam_mu),
        jarak=jarak,
        galat_jarak=np.sqrt(faktor * v + faktor**2 * ragam_mu),
    )


def _tau2_reml(y: Larik, v: Larik, awal: float) -> float:
    """Fisher scoring for tau2, not below 0."""
    tau2 = awal
    for _ in range(_LANGKAH):
        w = 1 / (v + tau2)
        mu = w @ y / w.sum()
        nilai = w**2 @ ((y - mu) ** 2) - w.sum() + w @ w / w.sum()
        informasi = w @ w - 2 * w**3 @ np.ones_like(w) / w.sum() + (w @ w / w.sum()) ** 2
        baru = max(0.0, float(tau2 + nilai / informasi))
        if abs(baru - tau2) <= _CUKUP * (1 + tau2):
            return baru
        tau2 = baru
    return tau2
