"""Small parts that several figures share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kinerja.charts.theme import Gambar, Tema, Ukuran, dasar, tanpa_sumbu
from kinerja.i18n import Bahasa, teks

EKSTRA = "<extra></extra>"
SELA = "\u2002"
"""En space before a text that starts at a mark: a trace that only writes cannot be shifted by px."""
LEWATI: dict[str, Any] = {"hoverinfo": "skip"}
TAK_REDUP: dict[str, Any] = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
"""A click chooses, it must not fade the rest of the figure."""


def ringkas(isi: Sequence[Any]) -> Any:
    """The one value when all are equal, else a list: keeps figures small."""
    return isi[0] if isi and all(v == isi[0] for v in isi) else list(isi)


def hover(bahasa: Bahasa, kunci: str, *isian: str, **lain: str) -> str:
    """The hover text ``grafik.hover.kunci``; placeholders ``isian`` are filled from customdata in this order."""
    data = {nama: f"%{{customdata[{i}]}}" for i, nama in enumerate(isian)}
    return teks(bahasa, f"grafik.hover.{kunci}", **data, **lain) + EKSTRA


def tulisan(x: Sequence[Any], y: Sequence[Any], isi: Sequence[str], *, letak: Any, ukuran: int, warna: Any) -> Gambar:
    """A trace that only writes; never hovered, never clicked, never clipped."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(x),
        "y": list(y),
        "text": list(isi),
        "textposition": letak,
        "textfont": {"size": ukuran, "color": warna},
        "cliponaxis": False,
        **LEWATI,
    }


def catatan(isi: str, x: float, y: float, *, ukuran: int, warna: str, **lain: object) -> dict[str, Any]:
    """An annotation without arrow."""
    return {"text": isi, "x": x, "y": y, "showarrow": False, "font": {"size": ukuran, "color": warna}, **lain}


def kosong(bahasa: Bahasa, tema: Tema, ukuran: Ukuran) -> Gambar:
    """The figure for no rows at all: it says so. It has a trace, because Streamlit refuses a figure without one."""
    isi = catatan(
        teks(bahasa, "grafik.kosong"), 0.5, 0.5, ukuran=ukuran.huruf, warna=tema.redup, xref="paper", yref="paper"
    )
    return {
        "data": [{"type": "scatter", "x": [], "y": []}],
        "layout": dasar(
            tema,
            ukuran,
            bahasa,
            tinggi=ukuran.baris * 7,
            margin=(8, 8, 8, 8),
            xaxis=tanpa_sumbu(),
            yaxis=tanpa_sumbu(),
            annotations=[isi],
        ),
    }
