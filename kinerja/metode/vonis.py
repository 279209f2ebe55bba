"""The three answers a comparison may have, and the confidence behind them. Words for them are written elsewhere."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Larik = NDArray[np.float64]
Bulat = NDArray[np.int64]
Biner = NDArray[np.bool_]
Vonis = Literal["berbeda", "perlu_dicek", "tak_dapat_dibedakan"]

P_BERBEDA = 0.002
"""Outside 99.8 %: said to differ. The outer limit of a funnel."""
P_DICEK = 0.05
"""Outside 95 %: worth a look, no more."""


def vonis_p(p: float, dicek: float = P_DICEK) -> Vonis:
    """The answer for a p-value; NaN cannot tell."""
    if p < P_BERBEDA:
        return "berbeda"
    return "perlu_dicek" if p < dicek else "tak_dapat_dibedakan"
