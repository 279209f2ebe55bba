"""Frames that cross a layer: made to fit a declared shape, whatever DuckDB calls the types of an empty result."""

from __future__ import annotations

import pandas as pd

from kinerja.domain.shapes import Shape


def conform(df: pd.DataFrame, shape: Shape) -> pd.DataFrame:
    """``df`` with exactly the columns and dtypes of ``shape``, in its order.

    DuckDB gives ``object`` for empty texts and ``float64`` for HUGEINT sums; both end here. A missing column
    raises ``KeyError``: a frame is never completed silently.
    """
    return df.loc[:, list(shape)].astype(shape)


def kosong(shape: Shape) -> pd.DataFrame:
    """An empty frame of this shape."""
    return pd.DataFrame({nama: pd.Series(dtype=dtype) for nama, dtype in shape.items()})
