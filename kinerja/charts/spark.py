"""Values for the small line inside ``st.metric``."""

from __future__ import annotations

import math
from collections.abc import Iterable


def spark(values: Iterable[float | None]) -> list[float]:
    """The last unbroken run of finite values, rounded to four digits after the point.

    ``st.metric`` cannot draw a gap: values on both sides of a missing month would be joined as neighbours, so the
    line starts after the last gap. Fewer than two values give an empty list: a point is no trend.
    """
    hasil: list[float] = []
    for v in values:
        if v is None or not math.isfinite(v):
            hasil = []
        else:
            hasil.append(round(float(v), 4))
    return hasil if len(hasil) > 1 else []
