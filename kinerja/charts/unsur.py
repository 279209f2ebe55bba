"""The elements of a survey as points: now solid, before hollow, one line for the limit of a grade."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from kinerja.charts.susun import LEWATI, TAK_REDUP, catatan, hover, kosong
from kinerja.charts.theme import PAPARAN_SEMPIT, SEMPIT, UKURAN, Gambar, NamaUkuran, Tema, Ukuran, dasar, sumbu
from kinerja.charts.tulis import aman, angka, lebar, pecah
from kinerja.i18n import Bahasa, teks

BARIS: dict[NamaUkuran, int] = {"layar": 38, "paparan": 55}
LEBAR_NAMA: dict[NamaUkuran, int] = {"layar": 146, "paparan": 260}
DESIMAL = 2  # offices write NRR with two


class Unsur(NamedTuple):
    """One element: mean score (NRR, 1-4) now and before, None without; ``n`` answers."""

    anggota: str
    nama: str
    nilai: float | None
    lalu: float | None
    n: int | None

    @property
    def turun(self) -> bool:
        return self.nilai is not None and self.lalu is not None and self.nilai < self.lalu


class _Konteks(NamedTuple):
    bahasa: Bahasa
    tema: Tema
    ukuran: NamaUkuran
    batas: float

    @property
    def u(self) -> Ukuran:
        return UKURAN[self.ukuran]


def baca_unsur(frame: pd.DataFrame) -> list[Unsur]:
    """Rows of ``frame`` in its order. Columns: anggota, nama (text), nilai, lalu (NRR 1-4, NaN: none), n."""
    kolom = ([None if pd.isna(v) else v for v in frame[k].tolist()] for k in Unsur._fields)
    return list(map(Unsur._make, zip(*kolom, strict=True)))


def dots_unsur(
    frame_unsur: pd.DataFrame,
    *,
    batas: float,
    nama_batas: str,
    bahasa: Bahasa,
    tema: Tema,
    ukuran: NamaUkuran = "layar",
) -> Gambar:
    """A figure with one row per element, first on top; columns see ``baca_unsur``.

    ``batas``: NRR where the grade begins, a dashed line labelled ``nama_batas`` and the figure ("batas mutu B 3,06").
    The figure of an element stands on the far side of where it was before. A click gives customdata [anggota].
    """
    isi, k = baca_unsur(frame_unsur), _Konteks(bahasa, tema, ukuran, batas)
    if not isi:
        return kosong(bahasa, tema, k.u)
    data = [_perubahan(isi, k), _lalu(isi, k), _kini(isi, k)]
    return {"data": data, "layout": _layout(isi, _rentang(isi, k), nama_batas, k)}


def _rentang(isi: Sequence[Unsur], k: _Konteks) -> tuple[float, float]:
    """Ends of the axis: all values and the limit, and px enough for the figures beside the outermost marks."""
    ada = [v for b in isi if b.nilai is not None for v in (b.nilai, b.lalu) if v is not None]
    bawah, atas = min([*ada, k.batas]), max([*ada, k.batas])
    tanda, angka_ = k.u.tanda * 1.5, lebar(f"{k.batas:.2f}", k.u.huruf) + k.u.tanda + 8
    kiri = angka_ if any(b.turun for b in isi) else tanda
    kanan = angka_ if any(not b.turun for b in isi) else tanda
    luas = (SEMPIT if k.ukuran == "layar" else PAPARAN_SEMPIT) - LEBAR_NAMA[k.ukuran] - 18
    per_px = max(atas - bawah, 0.05) / (luas - kiri - kanan)
    return round(bawah - kiri * per_px, 4), round(atas + kanan * per_px, 4)


def _warna(b: Unsur, k: _Konteks) -> str:
    return k.tema.belum if b.nilai is not None and b.nilai < k.batas else k.tema.tercapai


def _perubahan(isi: Sequence[Unsur], k: _Konteks) -> Gambar:
    ada = [(i, b.lalu, b.nilai) for i, b in enumerate(isi) if b.lalu is not None and b.nilai is not None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [v for _, lalu, nilai in ada for v in (lalu, nilai, None)],
        "y": [v for i, _, _ in ada for v in (i, i, None)],
        "line": {"color": k.tema.tak_pasti, "width": k.u.garis * 1.4},
        **LEWATI,
    }


def _lalu(isi: Sequence[Unsur], k: _Konteks) -> Gambar:
    ada = [(i, b.lalu) for i, b in enumerate(isi) if b.lalu is not None and b.nilai is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [v for _, v in ada],
        "y": [i for i, _ in ada],
        "marker": {
            "size": k.u.tanda * 1.2,
            "color": k.tema.permukaan,
            "opacity": 1,
            "line": {"color": k.tema.tak_pasti, "width": 2},
        },
        **TAK_REDUP,
        **LEWATI,
    }


def _kini(isi: Sequence[Unsur], k: _Konteks) -> Gambar:
    """Marks of now: below the limit red and pointing down, so that the colour is not the only sign."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [b.nilai for b in isi],
        "y": list(range(len(isi))),
        "marker": {
            "size": k.u.tanda * 1.4,
            "symbol": ["circle" if b.nilai is None or b.nilai >= k.batas else "triangle-down" for b in isi],
            "color": [_warna(b, k) for b in isi],
            "opacity": 1,
        },
        "customdata": [
            [
                b.anggota,
                pecah(b.nama, 260, 13),
                angka(b.nilai, DESIMAL, k.bahasa),
                angka(b.lalu, DESIMAL, k.bahasa),
                angka(b.n, 0, k.bahasa),
            ]
            for b in isi
        ],
        "hovertemplate": hover(k.bahasa, "unsur", "anggota", "nama", "nilai", "lalu", "n"),
        **TAK_REDUP,
    }


def _angka(i: int, b: Unsur, k: _Konteks) -> dict[str, Any]:
    """The figure beside its mark, away from the hollow one; its ground covers the line of the limit behind it."""
    arah = -1 if b.turun else 1
    return catatan(
        f"<b>{angka(b.nilai, DESIMAL, k.bahasa)}</b>",
        b.nilai or 0.0,
        i,
        ukuran=k.u.huruf,
        warna=k.tema.tinta,
        xanchor="right" if b.turun else "left",
        yanchor="middle",
        xshift=arah * (k.u.tanda * 0.7 + 5),
        bgcolor=k.tema.permukaan,
        borderpad=1,
    )


def _tanpa(i: int, kiri: float, k: _Konteks) -> dict[str, Any]:
    """Why an element has no mark, in its row."""
    return catatan(
        teks(k.bahasa, "grafik.tanpa_jawaban"),
        kiri,
        i,
        ukuran=k.u.kecil,
        warna=k.tema.redup,
        xanchor="left",
        yanchor="middle",
        bgcolor=k.tema.permukaan,
    )


def _judul(rentang: tuple[float, float], nama_batas: str, k: _Konteks) -> dict[str, Any]:
    """Name and figure of the limit above its line, turned towards the wider side."""
    kanan = k.batas - rentang[0] < (rentang[1] - rentang[0]) / 2
    return catatan(
        f"{aman(nama_batas)} {angka(k.batas, DESIMAL, k.bahasa)}",
        k.batas,
        1,
        ukuran=k.u.kecil,
        warna=k.tema.tinta,
        yref="paper",
        yanchor="bottom",
        xanchor="left" if kanan else "right",
    )


def _garis_batas(k: _Konteks) -> dict[str, Any]:
    garis = {"color": k.tema.tinta, "width": 1.5, "dash": "dash"}
    tempat = {"x0": k.batas, "x1": k.batas, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
    return {"type": "line", "line": garis, **tempat}


def _layout(isi: Sequence[Unsur], rentang: tuple[float, float], nama_batas: str, k: _Konteks) -> dict[str, Any]:
    return dasar(
        k.tema,
        k.u,
        k.bahasa,
        tinggi=BARIS[k.ukuran] * len(isi) + k.u.baris + 12,
        margin=(LEBAR_NAMA[k.ukuran] + 10, 8, k.u.baris + 6, 6),
        clickmode="event+select",
        xaxis=sumbu(k.tema, k.u, range=list(rentang), showgrid=False, showticklabels=False),
        yaxis=sumbu(
            k.tema,
            k.u,
            range=[len(isi) - 0.5, -0.5],
            tickvals=list(range(len(isi))),
            ticktext=[pecah(b.nama, LEBAR_NAMA[k.ukuran], k.u.kecil) for b in isi],
            tickfont={"size": k.u.kecil, "color": k.tema.tinta},
            ticklabelstandoff=6,
        ),
        shapes=[_garis_batas(k)],
        annotations=[
            _judul(rentang, nama_batas, k),
            *(_tanpa(i, rentang[0], k) if b.nilai is None else _angka(i, b, k) for i, b in enumerate(isi)),
        ],
    )
