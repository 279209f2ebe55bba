"""One unit month by month: columns for counts, a line for ratios, target as a black tick, a missing month hatched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from kinerja.charts import skala
from kinerja.charts.baris import Baris, baris
from kinerja.charts.bidang import Bidang, Seri, buat_bidang, buat_seri, realisasi, target
from kinerja.charts.label_tren import angka_akhir
from kinerja.charts.susun import LEWATI, TAK_REDUP, catatan, hover, kosong, ringkas
from kinerja.charts.theme import SIMBOL, UKURAN, Gambar, NamaUkuran, Tema, warna_status
from kinerja.charts.tulis import alasan, aman, angka, isian_bulan, lebar
from kinerja.domain.indikator import Indikator
from kinerja.i18n import Bahasa, teks

LEBAR = 0.62  # of a column, in months
_TIK = 0.42  # half of a target tick, in months


def bars_bulan(
    frame: pd.DataFrame,
    *,
    ind: Indikator,
    bahasa: Bahasa,
    tema: Tema,
    ukuran: NamaUkuran = "layar",
    bulan_dari_sampai: tuple[int, int] | None = None,
) -> Gambar:
    """A figure of one unit of ``frame`` (shape CAPAIAN, one row per month).

    Counts stand as columns on zero, ratios as a line. A month without row or without figure is hatched and says why.
    ``bulan_dari_sampai``: first and last month (YYYYMM) of the axis; without it those of the frame.
    """
    isi = baris(frame)
    if not isi:
        return kosong(bahasa, tema, UKURAN[ukuran])
    batas = bulan_dari_sampai or (min(b.sampai for b in isi), max(b.sampai for b in isi))
    seri = buat_seri((b for b in isi if batas[0] <= b.sampai <= batas[1]), batas)
    nilai_, sasaran = realisasi(seri), target(seri)
    jumlah = ind.bentuk == "jumlah"
    rentang = (skala.rentang_batang if jumlah else skala.rentang_garis)([*nilai_, *sasaran])
    ada = [v for v in nilai_ if v is not None]
    kanan = 8.0 if jumlah or not ada else lebar(angka(ada[-1], ind.desimal, bahasa), UKURAN[ukuran].huruf) + 12
    tahunan = all(b.setahun for b in isi)
    bidang = buat_bidang(batas, rentang, kanan, ind=ind, bahasa=bahasa, tema=tema, ukuran=ukuran, tahunan=tahunan)
    hilang = rentang_hilang(nilai_)
    data = [_hilang(bidang, hilang), (_kolom if jumlah else _garis)(bidang, seri), _target(bidang, sasaran)]
    catatan_ = _sebab(bidang, hilang, seri) + ([] if jumlah else angka_akhir(bidang, nilai_))
    layout = bidang.layout(annotations=catatan_, barmode="overlay")
    return {"data": data, "layout": layout}


def rentang_hilang(isi: Sequence[float | None]) -> list[tuple[int, int]]:
    """Runs of months without figure: (first, last), counted from 0."""
    hasil: list[tuple[int, int]] = []
    for i, v in enumerate(isi):
        if v is None:
            sambung = bool(hasil) and hasil[-1][1] == i - 1
            hasil.append((hasil.pop()[0], i) if sambung else (i, i))
    return hasil


def _hilang(bidang: Bidang, hilang: Sequence[tuple[int, int]]) -> Gambar:
    bawah, atas = bidang.rentang
    return {
        "type": "bar",
        "x": [(awal + akhir) / 2 for awal, akhir in hilang],
        "y": [atas - bawah] * len(hilang),
        "base": bawah,
        "width": [akhir - awal + LEBAR for awal, akhir in hilang],
        "marker": {
            "color": bidang.tema.kosong,
            "opacity": 1,
            "pattern": {"shape": "/", "size": 6, "solidity": 0.2, "fgcolor": bidang.tema.bingkai},
        },
        **TAK_REDUP,
        **LEWATI,
    }


def _sebab(bidang: Bidang, hilang: Sequence[tuple[int, int]], seri: Seri) -> list[dict[str, Any]]:
    """The reason, upright in each hatched run, once: nothing reported, or too few people to show."""
    return [
        catatan(
            _alasan(bidang, seri[awal]),
            (awal + akhir) / 2,
            0.04,
            ukuran=bidang.ukuran.kecil,
            warna=bidang.tema.redup,
            yref="paper",
            yanchor="bottom",
            textangle=-90,
        )
        for awal, akhir in hilang
    ]


def _alasan(bidang: Bidang, b: Baris | None) -> str:
    if b is None or not b.alasan:
        return teks(bidang.bahasa, "grafik.alasan.tanpa_data")
    return aman(alasan(b, bidang.ind, bidang.bahasa))


def _kolom(bidang: Bidang, seri: Seri) -> Gambar:
    warna = [warna_status(bidang.tema, b.status if b else "tanpa_data") for b in seri]
    isi = [bidang.tema.permukaan if b and not b.lengkap else w for b, w in zip(seri, warna, strict=True)]
    return {
        "type": "bar",
        "y": realisasi(seri),
        "width": LEBAR,
        "marker": {"color": ringkas(isi), "opacity": 1, "line": {"color": ringkas(warna), "width": 1.5}},
        **_sentuh(bidang, seri),
    }


def _garis(bidang: Bidang, seri: Seri) -> Gambar:
    warna = [warna_status(bidang.tema, b.status if b else "tanpa_data") for b in seri]
    isi = [bidang.tema.permukaan if b and not b.lengkap else w for b, w in zip(seri, warna, strict=True)]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "y": realisasi(seri),
        "line": {"color": bidang.tema.tercapai, "width": bidang.ukuran.garis},
        "marker": {
            "size": bidang.ukuran.tanda + 2,
            "symbol": ringkas([SIMBOL[b.status if b else "tanpa_data"] for b in seri]),
            "color": ringkas(isi),
            "opacity": 1,
            "line": {"color": ringkas(warna), "width": 1.5},
        },
        "cliponaxis": False,
        **_sentuh(bidang, seri),
    }


def _sentuh(bidang: Bidang, seri: Seri) -> dict[str, Any]:
    """What the mouse reads, the same for columns and line."""
    return {
        "customdata": [None if b is None else isian_bulan(b, bidang.ind, bidang.bahasa) for b in seri],
        "hovertemplate": hover(bidang.bahasa, "bulan", "bulan", "realisasi", "target", "capaian", "keterangan"),
        **TAK_REDUP,
    }


def _target(bidang: Bidang, sasaran: Sequence[float | None]) -> Gambar:
    ada = [(i, v) for i, v in enumerate(sasaran) if v is not None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [v for i, _ in ada for v in (i - _TIK, i + _TIK, None)],
        "y": [v for _, t in ada for v in (t, t, None)],
        "line": {"color": bidang.tema.tinta, "width": bidang.ukuran.garis},
        "cliponaxis": False,
        **LEWATI,
    }
