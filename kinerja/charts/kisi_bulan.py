"""The grid of units × months that several pictures share: where a cell stands, names, months, axes."""

from __future__ import annotations

from typing import Any, NamedTuple

from kinerja.charts.susun import tulisan
from kinerja.charts.theme import SEMPIT, UKURAN, Gambar, Tema, dasar, sumbu
from kinerja.charts.tulis import pecah
from kinerja.i18n import Bahasa, format

BARIS, BARIS_SEMPIT, LEBAR_NAMA = 34, 54, 190
UK = UKURAN["layar"]


class Kisi(NamedTuple):
    """``sempit``: for telephones, names stand above their cells. ``tahunan``: the columns are years."""

    unit: dict[str, str]  # kode → nama, top to bottom
    bulan: list[int]  # left to right
    bahasa: Bahasa
    tema: Tema
    sempit: bool
    tahunan: bool = False

    @property
    def kepala(self) -> float:
        """Part of a row that the unit's name takes above its cells."""
        return UK.baris * 1.25 / BARIS_SEMPIT if self.sempit else 0.0

    def letak(self, unit: str, bulan: int) -> tuple[int, float]:
        """Column and height of the middle of one cell."""
        return self.bulan.index(bulan), round(list(self.unit).index(unit) + self.kepala / 2, 3)


def baris_petak(z: list[list[float | None]], k: Kisi) -> dict[str, Any]:
    """``z`` and the heights of its rows; on a telephone an empty band above every row holds the name."""
    if not k.sempit:
        return {"z": z, "y0": 0, "dy": 1}
    tanpa: list[float | None] = [None] * len(k.bulan)
    tepi = [round(i + t, 3) for i in range(len(z)) for t in (-0.5, k.kepala - 0.5)] + [len(z) - 0.5]
    return {"z": [b for baris in z for b in (tanpa, baris)], "y": tepi}


def nama_di_atas(k: Kisi) -> Gambar:
    """Names above their cells, from the left edge."""
    y = [round(i - 0.5 + k.kepala / 2, 3) for i in range(len(k.unit))]
    nama = [pecah(n, SEMPIT - 16, UK.huruf, 1) for n in k.unit.values()]
    return tulisan([-0.5] * len(y), y, nama, letak="middle right", ukuran=UK.huruf, warna=k.tema.tinta)


def _kolom(k: Kisi) -> list[str]:
    """Month names; the year under the first and under every January."""
    if k.tahunan:
        return [str(b // 100) for b in k.bulan]
    return [
        format.nama_bulan(b % 100, k.bahasa) + (f"<br>{b // 100}" if i == 0 or b % 100 == 1 else "")
        for i, b in enumerate(k.bulan)
    ]


def layout_kisi(k: Kisi, **lain: Any) -> dict[str, Any]:
    """The layout of such a picture; ``lain`` is added to it."""
    n, atas = len(k.unit), UK.baris * 2 + 8
    x = {"side": "top", "range": [-0.5, len(k.bulan) - 0.5], "tickvals": list(range(len(k.bulan)))}
    return dasar(
        k.tema,
        UK,
        k.bahasa,
        tinggi=(BARIS_SEMPIT if k.sempit else BARIS) * n + atas + 4,
        margin=(4 if k.sempit else LEBAR_NAMA + 10, 4, atas, 4),
        clickmode="event+select",
        hoverdistance=-1,
        xaxis=sumbu(k.tema, UK, **x, ticktext=_kolom(k), tickangle=0, showgrid=False),
        yaxis=sumbu(
            k.tema,
            UK,
            range=[n - 0.5, -0.5],
            tickvals=list(range(n)),
            ticktext=[pecah(nama, LEBAR_NAMA, UK.kecil) for nama in k.unit.values()],
            tickfont={"size": UK.kecil, "color": k.tema.tinta},
            ticklabelstandoff=6,
            showticklabels=not k.sempit,
            showgrid=False,
        ),
        **lain,
    )
