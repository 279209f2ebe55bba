"""Ratings beside results: shrunken means with intervals, and what the same people reached. Never an order of merit."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import Any, NamedTuple

from kinerja.charts.susun import LEWATI, TAK_REDUP, catatan, hover, kosong
from kinerja.charts.theme import UKURAN, Gambar, Tema, dasar, sumbu
from kinerja.charts.tulis import angka, pecah, persen
from kinerja.i18n import Bahasa, teks

BARIS_PX, LEBAR_NAMA, LEBAR_SEMPIT = 30, 250, 112
SIMBOL = {"tak_dapat_dibedakan": "circle", "perlu_dicek": "diamond", "berbeda": "triangle-up"}
_SELA, _PANEL = 0.05, 0.6
_U = UKURAN["layar"]


class Titik(NamedTuple):
    """One rater or unit: shrunken mean rating (1-3) with its interval, items reached (%); NaN: not compared."""

    kode: str
    nama: str
    n: int
    rerata: float
    susut: float
    bawah: float
    atas: float
    hasil: float
    vonis: str


class _Konteks(NamedTuple):
    bahasa: Bahasa
    tema: Tema
    sempit: bool

    def warna(self, vonis: str) -> str:
        """Blue for what stands apart; grey for what cannot be told. Neither is good or bad."""
        return self.tema.tak_pasti if vonis == "tak_dapat_dibedakan" else self.tema.biru


def dots_kalibrasi(isi: Sequence[Titik], mu: float, *, bahasa: Bahasa, tema: Tema, sempit: bool = False) -> Gambar:
    """A figure with one row per ``Titik`` in the order given; ``mu`` is the common mean, a line.

    Left: rating with its interval; right: items reached by the same people. Rows that were too small say so.
    """
    k = _Konteks(bahasa, tema, sempit)
    if not isi:
        return kosong(bahasa, tema, _U)
    return {"data": [_selang(isi, k), _mentah(isi, k), _tanda(isi, k), _hasil(isi, k)], "layout": _layout(isi, mu, k)}


def _selang(isi: Sequence[Titik], k: _Konteks) -> Gambar:
    ada = [(i, t) for i, t in enumerate(isi) if not isnan(t.susut)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [v for _, t in ada for v in (round(t.bawah, 4), round(t.atas, 4), None)],
        "y": [v for i, _ in ada for v in (i, i, None)],
        "line": {"color": k.tema.tak_pasti, "width": _U.garis},
        **LEWATI,
    }


def _mentah(isi: Sequence[Titik], k: _Konteks) -> Gambar:
    """The mean as it is, hollow: how far it was drawn in can be seen."""
    ada = [(i, t) for i, t in enumerate(isi) if not isnan(t.susut)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(t.rerata, 4) for _, t in ada],
        "y": [i for i, _ in ada],
        "marker": {"size": 6, "color": k.tema.permukaan, "opacity": 1, "line": {"color": k.tema.redup, "width": 1}},
        **TAK_REDUP,
        **LEWATI,
    }


def _isian(t: Titik, k: _Konteks) -> list[str]:
    return [
        pecah(t.nama, 260, 13),
        angka(t.n, 0, k.bahasa),
        angka(t.susut, 2, k.bahasa),
        angka(t.bawah, 2, k.bahasa),
        angka(t.atas, 2, k.bahasa),
        persen(None if isnan(t.hasil) else t.hasil, k.bahasa),
        teks(k.bahasa, f"kalibrasi.vonis.{t.vonis}"),
    ]


def _tanda(isi: Sequence[Titik], k: _Konteks) -> Gambar:
    ada = [(i, t) for i, t in enumerate(isi) if not isnan(t.susut)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(t.susut, 4) for _, t in ada],
        "y": [i for i, _ in ada],
        "marker": {
            "symbol": [SIMBOL[t.vonis] for _, t in ada],
            "size": [9 if t.vonis == "tak_dapat_dibedakan" else 12 for _, t in ada],
            "color": [k.warna(t.vonis) for _, t in ada],
            "opacity": 1,
        },
        "customdata": [_isian(t, k) for _, t in ada],
        "hovertemplate": hover(k.bahasa, "kalibrasi", "nama", "n", "susut", "bawah", "atas", "hasil", "vonis"),
        **TAK_REDUP,
    }


def _hasil(isi: Sequence[Titik], k: _Konteks) -> Gambar:
    ada = [(i, t) for i, t in enumerate(isi) if not isnan(t.hasil)]
    return {
        "type": "scatter",
        "mode": "markers",
        "xaxis": "x2",
        "x": [round(t.hasil, 2) for _, t in ada],
        "y": [i for i, _ in ada],
        "marker": {"symbol": "square", "size": 8, "color": k.tema.tercapai, "opacity": 1},
        "customdata": [_isian(t, k) for _, t in ada],
        "hovertemplate": hover(k.bahasa, "kalibrasi_hasil", "nama", "n", "susut", "bawah", "atas", "hasil", "vonis"),
        **TAK_REDUP,
    }


def _rentang(isi: Sequence[Titik]) -> tuple[float, float]:
    semua = [v for t in isi for v in (t.bawah, t.atas, t.rerata) if not isnan(v)] or [1.0, 3.0]
    return max(1.0, min(semua) - 0.05), min(3.0, max(semua) + 0.05)


def _rentang_hasil(isi: Sequence[Titik]) -> tuple[float, float]:
    semua = [t.hasil for t in isi if not isnan(t.hasil)] or [0.0]
    return max(0.0, min(semua) // 10 * 10 - 5), 104.0


def _layout(isi: Sequence[Titik], mu: float, k: _Konteks) -> dict[str, Any]:
    lebar = LEBAR_SEMPIT if k.sempit else LEBAR_NAMA
    return dasar(
        k.tema,
        _U,
        k.bahasa,
        tinggi=BARIS_PX * len(isi) + _U.baris * 5,
        margin=(lebar + 10, 12, _U.baris * 2 + 6, _U.baris * 2),
        hoverdistance=12,
        shapes=[_rata(mu, k)] if not isnan(mu) else [],
        annotations=[*_judul(k), *_kecil(isi, _rentang(isi)[0], k)],
        **_sumbu_x(isi, k),
        yaxis=sumbu(
            k.tema,
            _U,
            range=[len(isi) - 0.5, -0.5],
            tickvals=list(range(len(isi))),
            ticktext=[pecah(t.nama, lebar, _U.kecil - 1) for t in isi],
            tickfont={"size": _U.kecil - 1, "color": k.tema.tinta},
            ticklabelstandoff=6,
        ),
    )


def _sumbu_x(isi: Sequence[Titik], k: _Konteks) -> dict[str, Any]:
    """Axis of the rating and, to its right, that of the items reached."""
    (bawah, atas), kiri = _rentang(isi), _rentang_hasil(isi)
    tik = [v / 10 for v in range(10, 31, 5 if k.sempit else 2) if bawah <= v / 10 <= atas]
    tik2 = [v for v in range(0, 101, 25 if k.sempit else 10) if kiri[0] <= v]
    rating = {"domain": [0, _PANEL], "range": [bawah, atas], "tickvals": tik}
    hasil = {"domain": [_PANEL + _SELA, 1], "range": list(kiri), "tickvals": tik2, "anchor": "y"}
    return {
        "xaxis": sumbu(k.tema, _U, **rating, ticktext=[angka(v, 1, k.bahasa) for v in tik], tickangle=0),
        "xaxis2": sumbu(k.tema, _U, **hasil, ticktext=[f"{v}%" for v in tik2], tickangle=0),
    }


def _rata(mu: float, k: _Konteks) -> dict[str, Any]:
    tempat = {"x0": mu, "x1": mu, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
    return {"type": "line", "line": {"color": k.tema.tinta, "width": 1.2, "dash": "dot"}, **tempat}


def _judul(k: _Konteks) -> list[dict[str, Any]]:
    return [
        catatan(
            teks(k.bahasa, f"kalibrasi.panel_{nama}{'_sempit' if k.sempit else ''}"),
            x,
            1,
            ukuran=_U.kecil,
            warna=k.tema.redup,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            yshift=4,
            align="left",
        )
        for nama, x in (("rating", 0), ("hasil", _PANEL + _SELA))
    ]


def _kecil(isi: Sequence[Titik], kiri: float, k: _Konteks) -> list[dict[str, Any]]:
    """Why a row has no point."""
    return [
        catatan(
            teks(k.bahasa, "kalibrasi.sedikit"),
            kiri,
            i,
            ukuran=_U.kecil - 1,
            warna=k.tema.redup,
            xanchor="left",
            yanchor="middle",
            xshift=4,
        )
        for i, t in enumerate(isi)
        if isnan(t.susut)
    ]


def alt_dots_kalibrasi(isi: Sequence[Titik], *, bahasa: Bahasa) -> str:
    """How many rows were compared, and the verdicts counted."""
    banding = [t for t in isi if not isnan(t.susut)]
    vonis = {v: sum(t.vonis == v for t in banding) for v in SIMBOL}
    isi_ = ", ".join(f"{n} {teks(bahasa, f'kalibrasi.vonis.{v}')}" for v, n in vonis.items() if n)
    return teks(bahasa, "kalibrasi.alt", n=len(banding), isi=isi_)
