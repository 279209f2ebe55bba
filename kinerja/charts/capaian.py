"""Capaian per unit as bars: the name above its bar, the figure at the bar's foot, the target a black tick at 100 %."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from kinerja.charts.baris import Baris, baris
from kinerja.charts.susun import LEWATI, SELA, TAK_REDUP, hover, kosong, ringkas, tulisan
from kinerja.charts.theme import (
    PANJANG_TIK,
    PAPARAN_SEMPIT,
    SEMPIT,
    UKURAN,
    Gambar,
    NamaUkuran,
    Tema,
    Ukuran,
    dasar,
    sumbu,
    tanpa_sumbu,
    tinta_di_atas,
    warna_status,
)
from kinerja.charts.tulis import alasan, aman, angka, keterangan, lebar, nilai, pecah, persen, status
from kinerja.domain.indikator import Indikator
from kinerja.i18n import Bahasa, teks

BARIS: dict[NamaUkuran, int] = {"layar": 46, "paparan": 76}
"""Height of one unit in px: a line for its name, a bar, air."""
BATANG = 0.42  # part of the row that the bar takes
_TENGAH, _NAMA = 0.18, -0.26  # centre of bar and of name, in rows from the row's middle


class Letak(NamedTuple):
    """Where the text of one bar starts (in percent) and whether it stands on the bar."""

    x: float
    di_dalam: bool


def letak_tulisan(capaian: float | None, luas: float, target: float = 100.0) -> Letak:
    """Place of a text ``luas`` percent wide: on the bar's foot when it fits, else behind its end.

    Behind the end it never lies over the target tick: where it would, it starts behind the tick.
    """
    if capaian is None:
        return Letak(0.0, False)
    if capaian >= luas:
        return Letak(0.0, True)
    return Letak(target if capaian <= target <= capaian + luas else capaian, False)


def bars_capaian(
    frame: pd.DataFrame,
    *,
    ind: Indikator,
    bahasa: Bahasa,
    tema: Tema,
    ukuran: NamaUkuran = "layar",
) -> Gambar:
    """A figure with one row per unit of ``frame`` (shape CAPAIAN, one period), first row on top; grows with the rows.

    A unit without capaian has no bar but the reason in grey. A click anywhere in a row gives customdata [kode].
    """
    isi, u = baris(frame), UKURAN[ukuran]
    if not isi:
        return kosong(bahasa, tema, u)
    tulis = [_tulisan(b, ind, bahasa) for b in isi]
    maksimum = max([100.0, *(b.capaian for b in isi if b.capaian is not None)]) * 1.05
    per_px = maksimum / ((SEMPIT if ukuran == "layar" else PAPARAN_SEMPIT) - 16)
    letak = [letak_tulisan(b.capaian, (lebar(t, u.kecil) + 12) * per_px) for b, t in zip(isi, tulis, strict=True)]
    return {
        "data": [
            _baris_klik(isi, maksimum, ind, bahasa),
            _batang(isi, tema),
            _target(isi, tema, ukuran),
            _nama(isi, tema, ukuran),
            _angka(isi, tulis, letak, tema, u),
        ],
        "layout": _layout(len(isi), maksimum, bahasa, tema, ukuran),
    }


def _tulisan(b: Baris, ind: Indikator, bahasa: Bahasa) -> str:
    """Capaian and status; without capaian the reason, with the figure itself when there is one."""
    if b.capaian is not None:
        return f"{persen(b.capaian, bahasa)} {status(b, bahasa)}"
    sebab = alasan(b, ind, bahasa)
    return (
        sebab
        if b.realisasi is None
        else f"{angka(b.realisasi, ind.desimal, bahasa)} {ind.satuan.dalam(bahasa)}, {sebab}"
    )


def _tebal(tulis: str, b: Baris) -> str:
    if b.capaian is None:
        return aman(tulis)
    depan, _, sisa = tulis.partition(" ")
    return f"<b>{depan}</b> {sisa}"


def _baris_klik(isi: Sequence[Baris], maksimum: float, ind: Indikator, bahasa: Bahasa) -> Gambar:
    """Invisible bars as wide as the figure: the whole row answers to the mouse, also where there is no bar."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": [round(maksimum, 2)] * len(isi),
        "y": list(range(len(isi))),
        "width": 1,
        "marker": {"opacity": 0},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "customdata": [
            [
                b.unit,
                pecah(b.nama, 260, 13),
                nilai(b.realisasi, ind, bahasa),
                angka(b.target, ind.desimal, bahasa),
                persen(b.capaian, bahasa),
                keterangan(b, ind, bahasa),
            ]
            for b in isi
        ],
        "hovertemplate": hover(bahasa, "unit", "unit", "nama", "realisasi", "target", "capaian", "keterangan"),
    }


def _batang(isi: Sequence[Baris], tema: Tema) -> Gambar:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [b.capaian for b in isi],
        "y": [i + _TENGAH for i in range(len(isi))],
        "width": BATANG,
        "marker": {"color": [warna_status(tema, b.status) for b in isi], "opacity": 1},
        **TAK_REDUP,
        **LEWATI,
    }


def _target(isi: Sequence[Baris], tema: Tema, ukuran: NamaUkuran) -> Gambar:
    ada = [i + _TENGAH for i, b in enumerate(isi) if b.capaian is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [100] * len(ada),
        "y": ada,
        "marker": {
            "symbol": "line-ns",
            "size": round((BARIS[ukuran] * BATANG + 8) / PANJANG_TIK, 1),
            "opacity": 1,
            "line": {"color": tema.tinta, "width": UKURAN[ukuran].garis},
        },
        **TAK_REDUP,
        **LEWATI,
    }


def _nama(isi: Sequence[Baris], tema: Tema, ukuran: NamaUkuran) -> Gambar:
    u = UKURAN[ukuran]
    luas = (SEMPIT if ukuran == "layar" else PAPARAN_SEMPIT) - 16
    nama = [pecah(b.nama, luas, u.huruf, 1) for b in isi]
    y = [i + _NAMA for i in range(len(isi))]
    return tulisan([0] * len(isi), y, nama, letak="middle right", ukuran=u.huruf, warna=tema.tinta)


def _angka(isi: Sequence[Baris], tulis: Sequence[str], letak: Sequence[Letak], tema: Tema, u: Ukuran) -> Gambar:
    warna = [
        tinta_di_atas(warna_status(tema, b.status), tema)
        if t.di_dalam
        else tema.redup
        if b.capaian is None
        else tema.tinta
        for b, t in zip(isi, letak, strict=True)
    ]
    return tulisan(
        [round(t.x, 2) for t in letak],
        [i + _TENGAH for i in range(len(isi))],
        [("" if b.capaian is None else SELA) + _tebal(t, b) for t, b in zip(tulis, isi, strict=True)],
        letak="middle right",
        ukuran=u.kecil,
        warna=ringkas(warna),
    )


def _layout(banyak: int, maksimum: float, bahasa: Bahasa, tema: Tema, ukuran: NamaUkuran) -> dict[str, Any]:
    u = UKURAN[ukuran]
    return dasar(
        tema,
        u,
        bahasa,
        tinggi=BARIS[ukuran] * banyak + u.baris + 14,
        margin=(8, 8, u.baris + 8, 6),
        barmode="overlay",
        clickmode="event+select",
        xaxis=sumbu(
            tema,
            u,
            side="top",
            range=[0, round(maksimum, 2)],
            tickvals=[100],
            ticktext=[teks(bahasa, "grafik.target_persen")],
            tickfont={"size": u.kecil, "color": tema.tinta},
            showgrid=False,
            automargin=False,
        ),
        yaxis=tanpa_sumbu(range=[banyak - 0.5, -0.5]),
    )
