"""Heat map unit × indikator: capaian around 100 % in colour, the figure itself as text, every cell a place to click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from kinerja.charts.baris import Baris, baris
from kinerja.charts.susun import LEWATI, hover, kosong, ringkas, tulisan
from kinerja.charts.theme import (
    PAPARAN_SEMPIT,
    SEMPIT,
    UKURAN,
    Gambar,
    NamaUkuran,
    Tema,
    Ukuran,
    dasar,
    sumbu,
    tinta_di_atas,
    warna_divergen,
)
from kinerja.charts.tulis import angka, keterangan, lebar, nilai, pecah, persen
from kinerja.domain.indikator import Indikator
from kinerja.i18n import Bahasa, teks
from kinerja.i18n.format import KOSONG

BARIS: dict[NamaUkuran, int] = {"layar": 36, "paparan": 64}
BARIS_SEMPIT: dict[NamaUkuran, int] = {"layar": 54, "paparan": 92}
LEBAR_NAMA: dict[NamaUkuran, int] = {"layar": 150, "paparan": 300}
LEBAR_PENUH: dict[NamaUkuran, int] = {"layar": 1000, "paparan": 1300}
BARIS_KEPALA = 4
# Plotly puts the tick's text there; False: units as rows, True: indikator as rows.
NAMA_SUMBU = {False: {"nama": "%{y}", "indikator": "%{x}"}, True: {"nama": "%{x}", "indikator": "%{y}"}}
_KOSONG, _NETRAL, _PUDAR = 0.0, 30.0, 56.0  # places on the colour axis below the scale of 60-140 %


def heatmap_capaian(
    frame: pd.DataFrame,
    *,
    indikator: Mapping[str, Indikator],
    bahasa: Bahasa,
    tema: Tema,
    ukuran: NamaUkuran = "layar",
    sempit: bool = False,
    tukar: bool = False,
) -> Gambar:
    """A figure of ``frame`` (shape CAPAIAN, one period, one row per unit and indikator).

    Units in order of appearance, indikator in the order of the mapping. Grey: no data (a dash), no target, or not
    certain (the figure stands there all the same). A click gives customdata [kode of unit, kode of indikator].
    ``sempit``: for telephones; the unit's name stands above its cells. ``tukar``: rows are indikator and columns are
    units, for few units with many indikator.
    """
    isi = [b for b in baris(frame) if b.indikator in indikator]
    if not isi:
        return kosong(bahasa, tema, UKURAN[ukuran])
    ada = {b.indikator for b in isi}
    k = _Konteks(
        {b.unit: b.nama for b in isi},
        {kode: i for kode, i in indikator.items() if kode in ada},
        bahasa,
        tema,
        ukuran,
        sempit,
        tukar,
    )
    sel = {(b.unit, b.indikator): b for b in isi}
    petak = [[sel.get(k.kunci(i, j)) for j in range(len(k.kolom))] for i in range(len(k.baris))]
    nama = [_nama_sempit(k)] if k.sempit else []
    return {"data": [_warna(petak, k), _tulisan(petak, k), *nama], "layout": _layout(k)}


class _Konteks(NamedTuple):
    unit: dict[str, str]  # kode → nama, top to bottom
    indikator: dict[str, Indikator]  # left to right
    bahasa: Bahasa
    tema: Tema
    ukuran: NamaUkuran
    sempit: bool
    tukar: bool

    @property
    def baris(self) -> list[str]:
        """Names of the rows, top to bottom."""
        return [i.nama.dalam(self.bahasa) for i in self.indikator.values()] if self.tukar else list(self.unit.values())

    @property
    def kolom(self) -> list[str]:
        """Names of the columns, left to right."""
        return list(self.unit.values()) if self.tukar else [i.nama.dalam(self.bahasa) for i in self.indikator.values()]

    def kunci(self, i: int, j: int) -> tuple[str, str]:
        """(unit, indikator) of the cell in row ``i`` and column ``j``."""
        u, n = (j, i) if self.tukar else (i, j)
        return list(self.unit)[u], list(self.indikator)[n]

    @property
    def u(self) -> Ukuran:
        return UKURAN[self.ukuran]

    @property
    def kepala(self) -> float:
        """Part of a row that the unit's name takes above its cells."""
        return self.u.baris * 1.25 / BARIS_SEMPIT[self.ukuran] if self.sempit else 0.0


def _z(b: Baris | None) -> float:
    """Place of a cell on the colour axis: capaian clipped to 60-140, or one of two greys."""
    if b is None or b.realisasi is None:
        return _KOSONG
    if b.capaian is None or b.status == "tak_pasti":
        return _NETRAL
    return round(min(max(b.capaian, 60.0), 140.0), 1)


@cache
def _skala_warna(tema: Tema) -> list[list[Any]]:
    """Two flat greys, then the diverging scale from 60 to 140."""
    grey = [[0, tema.kosong], [0.1, tema.kosong], [0.1, tema.netral], [_PUDAR / 140, tema.netral]]
    awal = [[_PUDAR / 140, tema.divergen[0]]]
    return grey + awal + [[(60 + 20 * i) / 140, w] for i, w in enumerate(tema.divergen)]


def _warna(petak: Sequence[Sequence[Baris | None]], k: _Konteks) -> Gambar:
    z: list[list[float | None]] = [[_z(b) for b in baris_] for baris_ in petak]
    letak: dict[str, Any] = {"y0": 0, "dy": 1}
    tanpa: list[float | None] = [None] * len(k.kolom)
    if k.sempit:  # an empty band above every row of cells holds the name
        z = [isi for baris_ in z for isi in (tanpa, baris_)]
        letak = {"y": [round(i + t, 3) for i in range(len(petak)) for t in (-0.5, k.kepala - 0.5)] + [len(petak) - 0.5]}
    return {
        "type": "heatmap",
        "z": z,
        **letak,
        "zmin": 0,
        "zmax": 140,
        "colorscale": _skala_warna(k.tema),
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "hoverongaps": False,
        **LEWATI,
    }


def _tinta(b: Baris | None, tema: Tema) -> str:
    z = _z(b)
    if z == _KOSONG:
        return tema.redup
    return tinta_di_atas(tema.netral if z == _NETRAL else warna_divergen(z, tema), tema)


def tulisan_sel(b: Baris | None, ind: Indikator, bahasa: Bahasa, *, sempit: bool = False) -> str:
    """Capaian in percent (no sign when ``sempit``); without target the figure itself; a dash without data."""
    if b is None or b.realisasi is None:
        return KOSONG
    if b.capaian is None:
        return angka(b.realisasi, ind.desimal, bahasa)
    return angka(b.capaian, 1, bahasa) if sempit else persen(b.capaian, bahasa)


def _tulisan(petak: Sequence[Sequence[Baris | None]], k: _Konteks) -> Gambar:
    """Figures, and what a click or the mouse meets: Plotly selects points, never cells of a heat map.

    ``hoverdistance`` is without limit, so the nearest point answers, and in a regular grid that is the cell's own.
    """
    semua = [(i, j, b) for i, baris_ in enumerate(petak) for j, b in enumerate(baris_)]
    kunci = [k.kunci(i, j) for i, j, _ in semua]
    tanda = {"marker": {"opacity": 0}}
    warna = [_tinta(b, k.tema) for _, _, b in semua]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [j for _, j, _ in semua],
        "y": [_y(i, k) for i, _, _ in semua],
        "text": [
            tulisan_sel(b, k.indikator[kode], k.bahasa, sempit=k.sempit)
            for (_, kode), (_, _, b) in zip(kunci, semua, strict=True)
        ],
        "textfont": {"size": 11 if k.sempit and k.ukuran == "layar" else k.u.kecil, "color": ringkas(warna)},
        "marker": {"symbol": "square", "size": BARIS[k.ukuran] - 6, "opacity": 0},
        "selected": tanda,
        "unselected": tanda,
        "customdata": [
            [unit, kode, *_isian(b, k.indikator[kode], k.bahasa)]
            for (unit, kode), (_, _, b) in zip(kunci, semua, strict=True)
        ],
        "hovertemplate": hover(
            k.bahasa, "sel", "unit", "kode", "realisasi", "target", "keterangan", **NAMA_SUMBU[k.tukar]
        ),
    }


def _isian(b: Baris | None, ind: Indikator, bahasa: Bahasa) -> list[str]:
    """Figures for the hover text; the names of unit and indikator come from the axes."""
    if b is None:
        return [KOSONG, KOSONG, teks(bahasa, "grafik.alasan.tanpa_data")]
    return [nilai(b.realisasi, ind, bahasa), angka(b.target, ind.desimal, bahasa), keterangan(b, ind, bahasa)]


def _kepala(k: _Konteks) -> tuple[list[str], int]:
    """Names of the indikator and the px they need above; on a telephone columns are narrow and names stand upright."""
    nama = k.kolom
    if k.sempit:
        tulis = [pecah(n, k.u.kecil * 11.0, k.u.kecil) for n in nama]
        return tulis, round(max(lebar(b, k.u.kecil) for t in tulis for b in t.split("<br>"))) + 10
    luas = (LEBAR_PENUH[k.ukuran] - LEBAR_NAMA[k.ukuran]) / len(nama) - 6
    luas = min(max(luas, k.u.kecil * 5.5), k.u.kecil * 9.0)
    tulis = [pecah(n, luas, k.u.kecil, BARIS_KEPALA) for n in nama]
    return tulis, k.u.baris * max(t.count("<br>") + 1 for t in tulis) + 10


def _layout(k: _Konteks) -> dict[str, Any]:
    n = len(k.baris)
    nama = [pecah(t, LEBAR_NAMA[k.ukuran], k.u.kecil) for t in k.baris]
    kepala, atas = _kepala(k)
    kolom = list(range(len(kepala)))
    return dasar(
        k.tema,
        k.u,
        k.bahasa,
        tinggi=(BARIS_SEMPIT if k.sempit else BARIS)[k.ukuran] * n + atas + 4,
        margin=(4 if k.sempit else LEBAR_NAMA[k.ukuran] + 10, 4, atas, 4),
        clickmode="event+select",
        hoverdistance=-1,
        xaxis=sumbu(
            k.tema,
            k.u,
            side="top",
            range=[-0.5, len(kepala) - 0.5],
            tickvals=kolom,
            ticktext=kepala,
            tickangle=-90 if k.sempit else 0,
            showgrid=False,
        ),
        yaxis=sumbu(
            k.tema,
            k.u,
            range=[n - 0.5, -0.5],
            tickvals=[_y(i, k) for i in range(n)],
            ticktext=nama,
            tickfont={"size": k.u.kecil, "color": k.tema.tinta},
            ticklabelstandoff=6,
            showticklabels=not k.sempit,
            showgrid=False,
        ),
    )


def _y(i: int, k: _Konteks) -> float:
    """Middle of the cells of row ``i``."""
    return round(i + k.kepala / 2, 3)


def _nama_sempit(k: _Konteks) -> Gambar:
    """Names above their cells, from the left edge."""
    y = [round(i - 0.5 + k.kepala / 2, 3) for i in range(len(k.baris))]
    luas = SEMPIT if k.ukuran == "layar" else PAPARAN_SEMPIT
    nama = [pecah(t, luas - 16, k.u.huruf, 1) for t in k.baris]
    return tulisan([-0.5] * len(y), y, nama, letak="middle right", ukuran=k.u.huruf, warna=k.tema.tinta)
