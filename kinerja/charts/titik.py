"""Units as points against their own target, with the 95 % interval: what can be told apart, and what cannot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from kinerja.charts import skala
from kinerja.charts.baris import Baris, baris
from kinerja.charts.susun import LEWATI, SELA, TAK_REDUP, hover, kosong, ringkas, tulisan
from kinerja.charts.theme import (
    PANJANG_TIK,
    PAPARAN_SEMPIT,
    SEMPIT,
    SIMBOL,
    UKURAN,
    Gambar,
    NamaUkuran,
    Tema,
    Ukuran,
    dasar,
    sumbu,
    warna_status,
)
from kinerja.charts.tulis import alasan, angka, keterangan, nilai, pecah, persen, selang
from kinerja.domain.capaian import compute_capaian
from kinerja.domain.indikator import Indikator
from kinerja.i18n import Bahasa

BARIS: dict[NamaUkuran, int] = {"layar": 42, "paparan": 68}
"""Height of one unit in px: two lines of name, or the figure above its mark."""
LEBAR_NAMA: dict[NamaUkuran, int] = {"layar": 150, "paparan": 300}


class Titik(NamedTuple):
    """One unit on the value axis; None where there is nothing to draw."""

    nilai: float | None
    target: float | None
    bawah: float | None
    atas: float | None


def ke_titik(b: Baris, ind: Indikator, relatif: bool) -> Titik:
    """A row in its own unit, or all of it in percent of its target. For "lower is better" the interval turns round."""
    if not relatif:
        return Titik(b.realisasi, b.target, b.bawah, b.atas)
    if b.capaian is None:
        return Titik(None, None, None, None)
    ujung = [compute_capaian(v, b.target, ind.arah).nilai for v in (b.bawah, b.atas) if v is not None]
    ada = sorted(v for v in ujung if v is not None)
    return Titik(b.capaian, 100.0, *((ada[0], ada[1]) if len(ada) == 2 else (None, None)))


def points_target(
    frame: pd.DataFrame,
    *,
    ind: Indikator,
    bahasa: Bahasa,
    tema: Tema,
    ukuran: NamaUkuran = "layar",
    relatif: bool = False,
) -> Gambar:
    """A figure with one row per unit of ``frame`` (shape CAPAIAN, one period), first row on top; grows with the rows.

    Points show realisasi in the unit of the indikator, or capaian in percent with ``relatif``. Grey: the interval
    covers the target, or data are incomplete (hollow). A click on a point or name gives customdata [kode].
    """
    isi, k = baris(frame), _Konteks(ind, bahasa, tema, ukuran, relatif)
    if not isi:
        return kosong(bahasa, tema, k.u)
    titik = [ke_titik(b, ind, relatif) for b in isi]
    rentang = _rentang(titik)
    return {
        "data": [
            _selang(titik, k),
            _target(titik, k),
            _tanda(isi, titik, k),
            _angka(titik, k),
            _alasan(isi, titik, rentang[0], k),
        ],
        "layout": _layout(isi, rentang, k),
    }


class _Konteks(NamedTuple):
    ind: Indikator
    bahasa: Bahasa
    tema: Tema
    ukuran: NamaUkuran
    relatif: bool

    @property
    def u(self) -> Ukuran:
        return UKURAN[self.ukuran]

    def tulis(self, v: float | None) -> str:
        return persen(v, self.bahasa) if self.relatif else angka(v, self.ind.desimal, self.bahasa)


def _rentang(titik: Sequence[Titik]) -> tuple[float, float]:
    """Ends of the value axis with room for figures at both sides; never below 0 when no value is."""
    bawah, atas = skala.rentang_garis(v for t in titik for v in t)
    tepi = (atas - bawah) * 0.06
    return (max(0.0, bawah - tepi) if bawah >= 0 else bawah - tepi), atas + tepi


def _selang(titik: Sequence[Titik], k: _Konteks) -> Gambar:
    ada = [(i, t.bawah, t.atas) for i, t in enumerate(titik) if t.bawah is not None and t.atas is not None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [v for _, bawah, atas in ada for v in (bawah, atas, None)],
        "y": [v for i, _, _ in ada for v in (i, i, None)],
        "line": {"color": k.tema.tak_pasti, "width": k.u.garis},
        **LEWATI,
    }


def _target(titik: Sequence[Titik], k: _Konteks) -> Gambar:
    """Black ticks; none in a row that says why it has no figure."""
    ada = [(i, t.target) for i, t in enumerate(titik) if t.target is not None and t.nilai is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [v for _, v in ada],
        "y": [i for i, _ in ada],
        "marker": {
            "symbol": "line-ns",
            "size": round((k.u.baris + 2) / PANJANG_TIK, 1),
            "opacity": 1,
            "line": {"color": k.tema.tinta, "width": k.u.garis},
        },
        "cliponaxis": False,
        **TAK_REDUP,
        **LEWATI,
    }


def _tanda(isi: Sequence[Baris], titik: Sequence[Titik], k: _Konteks) -> Gambar:
    tepi = [warna_status(k.tema, b.status) for b in isi]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [t.nilai for t in titik],
        "y": list(range(len(isi))),
        "marker": {
            "symbol": ringkas([SIMBOL[b.status] for b in isi]),
            "size": round(k.u.tanda * 1.6),
            "color": [w if b.lengkap else k.tema.permukaan for w, b in zip(tepi, isi, strict=True)],
            "opacity": 1,
            "line": {"color": tepi, "width": 2},
        },
        "customdata": [_isian(b, k) for b in isi],
        "hovertemplate": hover(
            k.bahasa, "titik", "unit", "nama", "realisasi", "selang", "target", "capaian", "keterangan"
        ),
        "cliponaxis": False,
        **TAK_REDUP,
    }


def _isian(b: Baris, k: _Konteks) -> list[str]:
    return [
        b.unit,
        pecah(b.nama, 260, 13),
        nilai(b.realisasi, k.ind, k.bahasa),
        selang(b, k.ind, k.bahasa),
        angka(b.target, k.ind.desimal, k.bahasa),
        persen(b.capaian, k.bahasa),
        keterangan(b, k.ind, k.bahasa),
    ]


def _angka(titik: Sequence[Titik], k: _Konteks) -> Gambar:
    """Figures above their marks, clear of the target tick beside them."""
    ada = [(i, t.nilai) for i, t in enumerate(titik) if t.nilai is not None]
    naik = (k.u.baris * 1.05) / BARIS[k.ukuran]
    return tulisan(
        [v for _, v in ada],
        [round(i - naik, 3) for i, _ in ada],
        [k.tulis(v) for _, v in ada],
        letak="middle center",
        ukuran=k.u.kecil,
        warna=k.tema.tinta,
    )


def _alasan(isi: Sequence[Baris], titik: Sequence[Titik], kiri: float, k: _Konteks) -> Gambar:
    """Why a unit has no point, in its row."""
    tanpa = [
        (i, alasan(b, k.ind, k.bahasa)) for i, (b, t) in enumerate(zip(isi, titik, strict=True)) if t.nilai is None
    ]
    return tulisan(
        [kiri] * len(tanpa),
        [i for i, _ in tanpa],
        [SELA + pecah(a, LEBAR_NAMA[k.ukuran] - 20, k.u.kecil).replace("<br>", f"<br>{SELA}") for _, a in tanpa],
        letak="middle right",
        ukuran=k.u.kecil,
        warna=k.tema.redup,
    )


def _layout(isi: Sequence[Baris], rentang: tuple[float, float], k: _Konteks) -> dict[str, Any]:
    kiri, kanan = LEBAR_NAMA[k.ukuran] + 10, 14
    luas = (SEMPIT if k.ukuran == "layar" else PAPARAN_SEMPIT) - kiri - kanan
    tik, tulis = skala.tik_muat(rentang, luas, k.u.kecil, 0 if k.relatif else k.ind.desimal, k.bahasa)
    nama = [pecah(b.nama, LEBAR_NAMA[k.ukuran], k.u.kecil) for b in isi]
    return dasar(
        k.tema,
        k.u,
        k.bahasa,
        tinggi=BARIS[k.ukuran] * len(isi) + k.u.baris * 2 + 8,
        margin=(kiri, kanan, 8, k.u.baris + 10),
        clickmode="event+select",
        xaxis=sumbu(
            k.tema,
            k.u,
            range=list(rentang),
            tickvals=tik,
            ticktext=[f"{t}%" for t in tulis] if k.relatif else tulis,
            tickangle=0,
        ),
        yaxis=sumbu(
            k.tema,
            k.u,
            range=[len(isi) - 0.5, -0.5],
            tickvals=list(range(len(isi))),
            ticktext=nama,
            ticklabelstandoff=6,
            tickfont={"size": k.u.kecil, "color": k.tema.tinta},
            showgrid=False,
        ),
    )
