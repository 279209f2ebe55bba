"""Colours by meaning, sizes, and the layout every figure starts from. Only this file holds a chart colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from kinerja.i18n import Bahasa

Gambar = dict[str, Any]
"""A Plotly figure of JSON types: ``{"data": [...], "layout": {...}}``."""
NamaUkuran = Literal["layar", "paparan"]
HURUF = "Plus Jakarta Sans, Noto Sans, sans-serif"
SEMPIT = 326
"""Width in px of a card's inside on a 390 px telephone: every layout must be readable at it."""
PAPARAN_SEMPIT = 760
"""The narrowest chart on a slide: a little more than half of a 1366 px projector."""


@dataclass(frozen=True)
class Tema:
    """Colours by what they mean. Marks have at least 3 : 1 on ``permukaan``, texts 4.5 : 1 (a test computes it)."""

    tinta: str  # text and target
    redup: str  # captions, axes
    permukaan: str  # what a chart lies on; also the inside of hollow marks
    kisi: str
    pita: str
    bingkai: str
    tercapai: str
    mendekati: str
    belum: str
    tak_pasti: str  # not distinguishable, too few, no data
    biru: str
    kosong: str  # cell without data
    netral: str  # cell with a figure that may not be judged
    tinta_gelap: str  # the two text colours on coloured surfaces; so dark, because only then one of them reaches 4.5
    tinta_terang: str
    kategori: tuple[str, ...]
    divergen: tuple[str, ...]  # 60 %, 80 %, 100 %, 120 %, 140 % of target


TERANG = Tema(
    tinta="#16242b",
    redup="#5d6e75",
    permukaan="#ffffff",
    kisi="#e8eeec",
    pita="#e6efed",
    bingkai="#dde4e2",
    tercapai="#0b6e69",
    mendekati="#c4861d",
    belum="#c2472b",
    tak_pasti="#7d8f8e",
    biru="#3b6fb5",
    kosong="#f1f4f3",
    netral="#dfe6e4",
    tinta_gelap="#020608",
    tinta_terang="#ffffff",
    kategori=("#0b6e69", "#cc7a14", "#3b6fb5", "#8a5aa8", "#6f7f36"),
    divergen=("#c2472b", "#efb9a6", "#f7f4ea", "#a9d3cc", "#0b6e69"),
)
GELAP = Tema(
    tinta="#e6f0ee",
    redup="#a3b4b6",
    permukaan="#14262a",
    kisi="#24393d",
    pita="#1d3438",
    bingkai="#2c4448",
    tercapai="#4db6ac",
    mendekati="#e0a84a",
    belum="#e8775a",
    tak_pasti="#869898",
    biru="#86aeea",
    kosong="#1a2e32",
    netral="#33494d",
    tinta_gelap="#020608",
    tinta_terang="#ffffff",
    kategori=("#4db6ac", "#e59a3c", "#86aeea", "#b996d6", "#a9ba68"),
    divergen=("#d9603f", "#7d4335", "#3a4446", "#27605b", "#2f9d92"),
)


@dataclass(frozen=True)
class Ukuran:
    """Sizes in px for one reading distance."""

    huruf: int
    kecil: int
    tanda: int  # diameter of a mark
    garis: float
    baris: int  # height of one line of text


UKURAN: Mapping[NamaUkuran, Ukuran] = {
    "layar": Ukuran(huruf=13, kecil=12, tanda=7, garis=2.0, baris=16),
    "paparan": Ukuran(huruf=22, kecil=20, tanda=14, garis=3.5, baris=28),
}
PANJANG_TIK = 1.4
"""Plotly draws its mark "line-ns" 1.4 times as long as its size says."""
SIMBOL = {
    "tercapai": "circle",
    "mendekati": "diamond",
    "belum": "triangle-down",
    "tak_pasti": "circle",
    "tanpa_target": "square",
    "tanpa_data": "x-thin",
}
"""Shape that repeats a status; the second sign beside its colour."""


def warna_status(tema: Tema, status: str) -> str:
    """Colour of a status; grey for everything that cannot be judged."""
    return {"tercapai": tema.tercapai, "mendekati": tema.mendekati, "belum": tema.belum}.get(status, tema.tak_pasti)


def campur(warna: str, ke: str, bagian: float) -> str:
    """``warna`` with ``bagian`` (0 to 1) of the colour ``ke`` mixed in."""
    return "#" + "".join(f"{round(a + (b - a) * bagian):02x}" for a, b in zip(_rgb(warna), _rgb(ke), strict=True))


def warna_predikat(tema: Tema, predikat: str) -> str:
    """Colour of a predikat as a mark; a word always stands beside it."""
    return {
        "sangat_baik": tema.tercapai,
        "baik": campur(tema.tercapai, tema.permukaan, 0.3),
        "butuh_perbaikan": tema.mendekati,
        "kurang": campur(tema.belum, tema.permukaan, 0.28),
        "sangat_kurang": tema.belum,
    }[predikat]


def dasar(
    tema: Tema, ukuran: Ukuran, bahasa: Bahasa, *, tinggi: int, margin: Sequence[int], **isi: object
) -> dict[str, Any]:
    """Layout shared by all figures: transparent ground, our font, no legend, no zoom. ``margin``: l, r, t, b in px.

    An empty ``template`` keeps Streamlit from adding its own 3 kB to every figure.
    """
    kiri, kanan, atas, bawah = margin
    return {
        "template": {},
        "height": tinggi,
        "margin": {"l": kiri, "r": kanan, "t": atas, "b": bawah, "pad": 0},
        "font": {"family": HURUF, "size": ukuran.huruf, "color": tema.tinta},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ",." if bahasa == "id" else ".,",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": tema.permukaan,
            "bordercolor": tema.bingkai,
            "font": {"family": HURUF, "size": ukuran.huruf, "color": tema.tinta},
            "align": "left",
        },
        **isi,
    }


def sumbu(tema: Tema, ukuran: Ukuran, **isi: object) -> dict[str, Any]:
    """An axis without decoration: light grid, muted labels, fixed range."""
    return {
        "automargin": True,
        "fixedrange": True,
        "zeroline": False,
        "ticks": "",
        "gridcolor": tema.kisi,
        "tickfont": {"size": ukuran.kecil, "color": tema.redup},
        **isi,
    }


def tanpa_sumbu(**isi: object) -> dict[str, Any]:
    """An axis that only places things."""
    return {"visible": False, "fixedrange": True, **isi}


def _linear(kanal: int) -> float:
    c = kanal / 255
    return c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4


def _rgb(warna: str) -> tuple[int, int, int]:
    return int(warna[1:3], 16), int(warna[3:5], 16), int(warna[5:7], 16)


@cache
def kontras(satu: str, dua: str) -> float:
    """Contrast of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    terang = sorted(
        0.2126 * _linear(r) + 0.7152 * _linear(g) + 0.0722 * _linear(b) for r, g, b in (_rgb(satu), _rgb(dua))
    )
    return (terang[1] + 0.05) / (terang[0] + 0.05)


def tinta_di_atas(warna: str, tema: Tema) -> str:
    """The text colour, dark or light, that reads best on ``warna``."""
    return max((tema.tinta_gelap, tema.tinta_terang), key=lambda tinta: kontras(tinta, warna))


def warna_divergen(capaian: float, tema: Tema) -> str:
    """Colour of ``capaian`` percent on the diverging scale, clipped to 60-140."""
    letak = (min(max(capaian, 60.0), 140.0) - 60.0) / 20.0
    bawah = min(int(letak), len(tema.divergen) - 2)
    awal, akhir = _rgb(tema.divergen[bawah]), _rgb(tema.divergen[bawah + 1])
    return "#" + "".join(f"{round(a + (b - a) * (letak - bawah)):02x}" for a, b in zip(awal, akhir, strict=True))
