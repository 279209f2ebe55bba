"""What Plotly's own machinery may do in the browser: speak our language, send nothing anywhere, not zoom."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from kinerja.i18n import Bahasa, format, teks

_TAHUN = 2026  # any year; only the names of its months are taken


@cache
def _lokal(bahasa: Bahasa) -> dict[str, Any]:
    titik, koma = (".", ",") if bahasa == "id" else (",", ".")
    hari = teks(bahasa, "grafik.hari").split()
    return {
        "dictionary": {},
        "format": {
            "days": hari,
            "shortDays": [h[:3] for h in hari],
            "months": [format.bulan(_TAHUN * 100 + b, bahasa).split()[0] for b in range(1, 13)],
            "shortMonths": [format.nama_bulan(b, bahasa) for b in range(1, 13)],
            "date": "%d/%m/%Y",
            "time": "%H.%M.%S" if bahasa == "id" else "%H:%M:%S",
            "decimal": koma,
            "thousands": titik,
            "grouping": [3],
            "currency": ["Rp", ""],
        },
    }


def konfigurasi(bahasa: Bahasa) -> dict[str, Any]:
    """The ``config`` of ``st.plotly_chart``: locale inline (none is bundled), no mode bar, no sharing, no zoom."""
    return {
        "locale": bahasa,
        "locales": {bahasa: deepcopy(_lokal(bahasa))},
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "scrollZoom": False,
        "doubleClick": False,
        "responsive": True,
    }
