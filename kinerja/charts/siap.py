"""A finished figure for Streamlit: our own dict, not validated again per click (the tests validate every chart)."""

from __future__ import annotations

from typing import Any

from plotly.basedatatypes import BaseFigure

from kinerja.charts.theme import Gambar


class Siap(BaseFigure):  # type: ignore[misc]  # plotly has no type hints
    """Wraps a plain dict. Streamlit takes ``to_dict()`` of any BaseFigure as it is; a dict it would rebuild
    property by property first, which cost more than building the figure."""

    def __init__(self, isi: Gambar) -> None:
        self.__dict__["_isi"] = isi

    def to_dict(self) -> dict[str, Any]:
        return dict(self.__dict__["_isi"])
