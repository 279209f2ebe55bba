"""Completeness: units × months, who reported and who has not yet; shapes and words, calm colours, no order of merit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from kinerja.charts.kisi_bulan import UK, Kisi, baris_petak, layout_kisi, nama_di_atas
from kinerja.charts.susun import LEWATI, TAK_REDUP, hover, kosong, tulisan
from kinerja.charts.theme import Gambar, Tema
from kinerja.charts.tulis import aman, bulan
from kinerja.i18n import Bahasa, teks

KEADAAN = ("lapor", "sebagian", "belum", "bukan_bulanan", "tidak_berlaku")
SIMBOL = {
    "lapor": "circle",
    "sebagian": "circle-open-dot",
    "belum": "circle-open",
    "bukan_bulanan": "square-open",
    "tidak_berlaku": "line-ew-open",
}
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
        return kosong(bahasa, tema, UK)
    k = Kisi({s.unit: s.nama for s in isi}, sorted({s.bulan for s in isi}), bahasa, tema, sempit, tahunan)
    judul = [nama_di_atas(k)] if sempit else []
    return {"data": [_petak(isi, k), _tanda(isi, k), _kata(isi, k), *judul], "layout": layout_kisi(k)}


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


def _petak(isi: Sequence[Sel], k: Kisi) -> Gambar:
    z: list[list[float | None]] = [[None] * len(k.bulan) for _ in k.unit]
    for s in isi:
        z[list(k.unit).index(s.unit)][k.bulan.index(s.bulan)] = KEADAAN.index(s.keadaan)
    warna = (k.tema.pita, k.tema.netral, k.tema.kosong, k.tema.pita, k.tema.permukaan)
    skala = [[(i + j) / len(warna), w] for i, w in enumerate(warna) for j in (0, 1)]
    rupa = {"zmin": -0.5, "zmax": len(warna) - 0.5, "colorscale": skala, "showscale": False, "xgap": 3, "ygap": 3}
    return {"type": "heatmap", **baris_petak(z, k), **rupa, "hoverongaps": False, **LEWATI}


def _tanda(isi: Sequence[Sel], k: Kisi) -> Gambar:
    letak = [k.letak(s.unit, s.bulan) for s in isi]
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


def _masa(s: Sel, k: Kisi) -> str:
    return str(s.bulan // 100) if k.tahunan else bulan(s.bulan, k.bahasa)


def _kata(isi: Sequence[Sel], k: Kisi) -> Gambar:
    ada = [s for s in isi if tulisan_sel(s, k.bahasa)]
    letak = [k.letak(s.unit, s.bulan) for s in ada]
    kata = [tulisan_sel(s, k.bahasa) for s in ada]
    return tulisan(
        [x + _GESER[k.sempit][1] for x, _ in letak],
        [y for _, y in letak],
        kata,
        letak="middle center",
        ukuran=UK.kecil - 1,
        warna=k.tema.tinta,
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
