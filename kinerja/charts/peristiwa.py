"""Events on a month chart: a dotted line where something began, its title above the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from kinerja.charts import letak
from kinerja.charts.bidang import Bidang
from kinerja.charts.susun import EKSTRA, catatan
from kinerja.charts.theme import Gambar
from kinerja.charts.tulis import aman, bulan, lebar, pecah
from kinerja.domain.periode import geser_bulan, selisih_bulan

TINGKAT = 3  # rows of titles above the drawing
PANJANG = 17.0  # a title is cut at this many letter heights; the hover has it whole


class Acara(NamedTuple):
    """Parts for the figure; ``tinggi``: px that the titles need above the drawing."""

    garis: list[dict[str, Any]]
    judul: list[dict[str, Any]]
    titik: list[Gambar]
    tinggi: int


def tanda_peristiwa(bidang: Bidang, peristiwa: Sequence[tuple[int, str]]) -> Acara:
    """Events (month, title) that lie within the drawing. Titles are staggered; one without room keeps its line only."""
    dalam = [(i, judul) for b, judul in sorted(peristiwa) if 0 <= (i := selisih_bulan(bidang.dari, b)) < bidang.banyak]
    if not dalam:
        return Acara([], [], [], 0)
    huruf = bidang.ukuran.kecil
    tulis = [pecah(judul, PANJANG * huruf, huruf, 1) for _, judul in dalam]
    bendera = [letak.Bendera(bidang.x_px(i), lebar(t, huruf) + huruf) for (i, _), t in zip(dalam, tulis, strict=True)]
    kibar = letak.kibarkan(bendera, TINGKAT, (-bidang.margin[0], bidang.lebar + bidang.margin[1]))
    bagian = list(zip(dalam, tulis, kibar, strict=True))
    garis = [_garis(bidang, i, k) for (i, _), _, k in bagian]
    judul = [_judul(bidang, i, isi, k) for (i, _), isi, k in bagian if k is not None]
    atas = 1 + max((k.tingkat for k in kibar if k is not None), default=0)
    return Acara(garis, judul, [_titik(bidang, dalam, [k is None for k in kibar])], atas * bidang.ukuran.baris)


def _judul(bidang: Bidang, bulan_ke: int, isi: str, kibar: letak.Kibar) -> dict[str, Any]:
    return catatan(
        isi,
        bulan_ke,
        1,
        ukuran=bidang.ukuran.kecil,
        warna=bidang.tema.redup,
        yref="paper",
        yanchor="bottom",
        xanchor="left" if kibar.kanan else "right",
        xshift=3 if kibar.kanan else -3,
        yshift=kibar.tingkat * bidang.ukuran.baris,
    )


def _garis(bidang: Bidang, bulan_ke: int, kibar: letak.Kibar | None) -> dict[str, Any]:
    """The pole: through the drawing and up beside its title."""
    garis = {"color": bidang.tema.redup, "width": 1.2, "dash": "dot"}
    atas = 0 if kibar is None else (kibar.tingkat + 0.9) * bidang.ukuran.baris / bidang.tinggi
    return {
        "type": "line",
        "yref": "paper",
        "x0": bulan_ke,
        "x1": bulan_ke,
        "y0": 0,
        "y1": round(1 + atas, 3),
        "line": garis,
    }


def _titik(bidang: Bidang, dalam: Sequence[tuple[int, str]], tampak: Sequence[bool]) -> Gambar:
    """What the mouse meets at the top of every line: the whole title. Seen only where the title had no room."""
    bulan_ke = [i for i, _ in dalam]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": bulan_ke,
        "y": [bidang.rentang[1]] * len(dalam),
        "marker": {
            "symbol": "triangle-down",
            "size": bidang.ukuran.tanda,
            "color": bidang.tema.redup,
            "opacity": [int(t) for t in tampak],
        },
        "customdata": [[bulan(geser_bulan(bidang.dari, i), bidang.bahasa), aman(judul)] for i, judul in dalam],
        "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}" + EKSTRA,
        "cliponaxis": False,
        "showlegend": False,
    }
