"""Completeness: units × months, who reported and who has not yet; shapes and words, calm colours, no order of merit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from kinerja.charts.susun import LEWATI, TAK_REDUP, hover, kosong, tulisan
from kinerja.charts.theme import SEMPIT, UKURAN, Gambar, Tema, dasar, sumbu
from kinerja.charts.tulis import aman, bulan, pecah
from kinerja.i18n import Bahasa, format, teks

KEADAAN = ("lapor", "sebagian", "belum", "bukan_bulanan", "tidak_berlaku")
BARIS, BARIS_SEMPIT, LEBAR_NAMA = 34, 54, 190
SIMBOL = {
    "lapor": "circle",
    "sebagian": "circle-open-dot",
    "belum": "circle-open",
    "bukan_bulanan": "square-open",
    "tidak_berlaku": "line-ew-open",
}
_U = UKURAN["layar"]
_GESER = {False: (0.33, 0.11), True: (0.36, 0.13)}  # of a column: a mark steps left, its word right; on a telephone


class Sel(NamedTuple):
    """One unit and month: which of the ``wajib`` indikator came in (``ada``), and when the first of them."""

    unit: str
    nama: str
    bulan: int
    keadaan: str
    ada: int
    wajib: int
    masuk: str


def baca_sel(frame: pd.DataFrame) -> list[Sel]:
    """The rows of a frame with the columns of ``Sel``, in its order."""
    return list(map(Sel._make, zip(*(frame[nama].tolist() for nama in Sel._fields), strict=True)))


def heatmap_kelengkapan(
    frame: pd.DataFrame, *, bahasa: Bahasa, tema: Tema, sempit: bool = False, tahunan: bool = False
) -> Gambar:
    """A figure of ``frame`` (columns of ``Sel``, a row for every unit and month), units in order of appearance.

    Filled circle: reported. Hollow circle and a word: not yet. Circle with a dot and "2/12": some indikator only.
    Square: not monthly. Dash: nothing is due from the unit then. A click gives customdata [kode of unit]. ``sempit``:
    for telephones, names stand above their cells. ``tahunan``: the columns are years, named by their last month.
    """
    isi = baca_sel(frame)
    if not isi:
        return kosong(bahasa, tema, _U)
    k = _Konteks({s.unit: s.nama for s in isi}, sorted({s.bulan for s in isi}), bahasa, tema, sempit, tahunan)
    judul = [_nama(k)] if sempit else []
    return {"data": [_petak(isi, k), _tanda(isi, k), _kata(isi, k), *judul], "layout": _layout(k)}


class _Konteks(NamedTuple):
    unit: dict[str, str]  # kode → nama, top to bottom
    bulan: list[int]  # left to right
    bahasa: Bahasa
    tema: Tema
    sempit: bool
    tahunan: bool

    @property
    def kepala(self) -> float:
        """Part of a row that the unit's name takes above its cells."""
        return _U.baris * 1.25 / BARIS_SEMPIT if self.sempit else 0.0

    def letak(self, s: Sel) -> tuple[int, float]:
        """Middle of a cell."""
        return self.bulan.index(s.bulan), round(list(self.unit).index(s.unit) + self.kepala / 2, 3)


def tulisan_sel(s: Sel, bahasa: Bahasa) -> str:
    """What stands beside the mark: nothing for an ordinary report, so that the gaps are seen."""
    if s.keadaan == "belum":
        return teks(bahasa, "kelengkapan.belum")
    return f"{s.ada}/{s.wajib}" if s.keadaan == "sebagian" else ""


def kata_sel(s: Sel, bahasa: Bahasa) -> str:
    """The state of a cell in words, for the hover text and for the table."""
    kata = teks(bahasa, f"kelengkapan.{s.keadaan}")
    if s.keadaan == "sebagian":
        kata = teks(bahasa, "kelengkapan.sebagian_dari", ada=s.ada, wajib=s.wajib)
    return f"{kata} ({s.masuk})" if s.masuk else kata


def _petak(isi: Sequence[Sel], k: _Konteks) -> Gambar:
    z: list[list[int | None]] = [[None] * len(k.bulan) for _ in k.unit]
    for s in isi:
        z[list(k.unit).index(s.unit)][k.bulan.index(s.bulan)] = KEADAAN.index(s.keadaan)
    letak: dict[str, Any] = {"y0": 0, "dy": 1}
    if k.sempit:  # an empty band above every row of cells holds the name
        tanpa: list[int | None] = [None] * len(k.bulan)
        tepi = [round(i + t, 3) for i in range(len(z)) for t in (-0.5, k.kepala - 0.5)] + [len(z) - 0.5]
        z, letak = [b for baris in z for b in (tanpa, baris)], {"y": tepi}
    warna = (k.tema.pita, k.tema.netral, k.tema.kosong, k.tema.pita, k.tema.permukaan)
    skala = [[(i + j) / len(warna), w] for i, w in enumerate(warna) for j in (0, 1)]
    rupa = {"zmin": -0.5, "zmax": len(warna) - 0.5, "colorscale": skala, "showscale": False, "xgap": 3, "ygap": 3}
    return {"type": "heatmap", "z": z, **letak, **rupa, "hoverongaps": False, **LEWATI}


def _tanda(isi: Sequence[Sel], k: _Konteks) -> Gambar:
    letak = [k.letak(s) for s in isi]
    warna = [k.tema.tercapai if s.keadaan == "lapor" else k.tema.redup for s in isi]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [
            x - (_GESER[k.sempit][0] if tulisan_sel(s, k.bahasa) else 0) for (x, _), s in zip(letak, isi, strict=True)
        ],
        "y": [y for _, y in letak],
        "marker": {
            "symbol": [SIMBOL[s.keadaan] for s in isi],
            "size": 8 if k.sempit else 9,
            "color": warna,
            "opacity": 1,
            "line": {"color": warna, "width": 1.5},
        },
        "customdata": [[s.unit, aman(s.nama), _masa(s, k), aman(kata_sel(s, k.bahasa))] for s in isi],
        "hovertemplate": hover(k.bahasa, "kelengkapan", "unit", "nama", "bulan", "keadaan"),
        **TAK_REDUP,
    }


def _masa(s: Sel, k: _Konteks) -> str:
    return str(s.bulan // 100) if k.tahunan else bulan(s.bulan, k.bahasa)


def _kata(isi: Sequence[Sel], k: _Konteks) -> Gambar:
    ada = [s for s in isi if tulisan_sel(s, k.bahasa)]
    letak = [k.letak(s) for s in ada]
    kata = [tulisan_sel(s, k.bahasa) for s in ada]
    return tulisan(
        [x + _GESER[k.sempit][1] for x, _ in letak],
        [y for _, y in letak],
        kata,
        letak="middle center",
        ukuran=_U.kecil - 1,
        warna=k.tema.tinta,
    )


def _nama(k: _Konteks) -> Gambar:
    """Names above their cells, from the left edge."""
    y = [round(i - 0.5 + k.kepala / 2, 3) for i in range(len(k.unit))]
    nama = [pecah(n, SEMPIT - 16, _U.huruf, 1) for n in k.unit.values()]
    return tulisan([-0.5] * len(y), y, nama, letak="middle right", ukuran=_U.huruf, warna=k.tema.tinta)


def _kolom(k: _Konteks) -> list[str]:
    """Month names; the year under the first and under every January."""
    if k.tahunan:
        return [str(b // 100) for b in k.bulan]
    return [
        format.nama_bulan(b % 100, k.bahasa) + (f"<br>{b // 100}" if i == 0 or b % 100 == 1 else "")
        for i, b in enumerate(k.bulan)
    ]


def _layout(k: _Konteks) -> dict[str, Any]:
    n, atas = len(k.unit), _U.baris * 2 + 8
    return dasar(
        k.tema,
        _U,
        k.bahasa,
        tinggi=(BARIS_SEMPIT if k.sempit else BARIS) * n + atas + 4,
        margin=(4 if k.sempit else LEBAR_NAMA + 10, 4, atas, 4),
        clickmode="event+select",
        hoverdistance=-1,
        xaxis=sumbu(
            k.tema,
            _U,
            side="top",
            range=[-0.5, len(k.bulan) - 0.5],
            tickvals=list(range(len(k.bulan))),
            ticktext=_kolom(k),
            tickangle=0,
            showgrid=False,
        ),
        yaxis=sumbu(
            k.tema,
            _U,
            range=[n - 0.5, -0.5],
            tickvals=list(range(n)),
            ticktext=[pecah(nama, LEBAR_NAMA, _U.kecil) for nama in k.unit.values()],
            tickfont={"size": _U.kecil, "color": k.tema.tinta},
            ticklabelstandoff=6,
            showticklabels=not k.sempit,
            showgrid=False,
        ),
    )


def alt_kelengkapan(frame: pd.DataFrame, *, bahasa: Bahasa, tahunan: bool = False) -> str:
    """Number of units, first and last column, and how many cells have which state."""
    isi = baca_sel(frame)
    if not isi:
        return teks(bahasa, "grafik.kosong")
    banyak = Counter(s.keadaan for s in isi)
    rinci = ", ".join(f"{banyak[s]} {teks(bahasa, f'kelengkapan.{s}')}" for s in KEADAAN if banyak[s])
    ujung = min(s.bulan for s in isi), max(s.bulan for s in isi)
    awal, akhir = (str(b // 100) if tahunan else bulan(b, bahasa) for b in ujung)
    unit = len({s.unit for s in isi})
    return teks(bahasa, "grafik.alt.kelengkapan", unit=unit, awal=awal, akhir=akhir, rinci=rinci)
