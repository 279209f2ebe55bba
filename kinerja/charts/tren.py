"""Months as a line: realisasi solid, target black and dashed, last year hollow, a missing month is a gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from kinerja.charts import skala
from kinerja.charts.baris import Baris, baris
from kinerja.charts.bidang import Bidang, Seri, buat_bidang, buat_seri, realisasi, target
from kinerja.charts.label_tren import LEBAR_NAMA, label_garis, nama_akhir, nama_target
from kinerja.charts.peristiwa import tanda_peristiwa
from kinerja.charts.susun import LEWATI, TAK_REDUP, hover, kosong, ringkas
from kinerja.charts.theme import SIMBOL, UKURAN, Gambar, NamaUkuran, Tema, warna_status
from kinerja.charts.tulis import aman, angka, isian_bulan, lebar, masa, nilai
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import geser_bulan
from kinerja.i18n import Bahasa


def line_tren(
    frame: pd.DataFrame,
    *,
    ind: Indikator,
    bahasa: Bahasa,
    tema: Tema,
    ukuran: NamaUkuran = "layar",
    banding: pd.DataFrame | None = None,
    peristiwa: Sequence[tuple[int, str]] = (),
    sorot: str | None = None,
    sempit: bool = False,
) -> Gambar:
    """A figure of 1-5 units by month; ``frame`` has shape CAPAIAN, one row per unit and month.

    ``banding``: the same unit a year earlier, drawn one year later; taken only with one unit.
    ``peristiwa``: (month YYYYMM, title). ``sorot``: kode of the unit that keeps its colour while others turn grey.
    ``sempit``: for telephones; the names of several units stand above instead of at the ends of their lines.
    """
    isi = baris(frame)
    if not isi:
        return kosong(bahasa, tema, UKURAN[ukuran])
    batas = min(b.sampai for b in isi), max(b.sampai for b in isi)
    seri = {u: buat_seri((b for b in isi if b.unit == u), batas) for u in dict.fromkeys(b.unit for b in isi)}
    lalu = _tahun_lalu(banding, batas) if len(seri) == 1 else []
    sasaran = _target_bersama(list(seri.values()))
    semua = [*realisasi(lalu), *sasaran, *(v for s in seri.values() for v in realisasi(s))]
    kanan, rentang = _margin_kanan(seri, sempit, ind, bahasa, ukuran), skala.rentang_garis(semua)
    setahun = isi[0].setahun
    bidang = buat_bidang(batas, rentang, kanan, ind=ind, bahasa=bahasa, tema=tema, ukuran=ukuran, tahunan=setahun)
    warna = _warna_unit(seri, sorot, tema)
    acara = tanda_peristiwa(bidang, peristiwa)
    tulis = list(acara.judul)
    if len(seri) == 1:
        tulis += label_garis(bidang, seri[isi[0].unit], sasaran, lalu, [g["x0"] for g in acara.garis])
    elif not sempit:
        tulis += nama_akhir(bidang, seri, sasaran, {b.unit: b.nama for b in isi}, warna, sorot)
    legenda, tambahan = _legenda(bidang, len(seri)) if len(seri) > 1 and sempit else ({}, 0)
    layout = bidang.layout(atas=acara.tinggi + tambahan, shapes=acara.garis, annotations=tulis, **legenda)
    garis = [_garis(bidang, s, nama_unit(s), warna[u], len(seri) == 1) for u, s in seri.items()]
    return {"data": [*_latar(bidang, sasaran, lalu), *garis, *acara.titik], "layout": layout}


def nama_unit(seri: Seri) -> str:
    """Name of the unit a series belongs to."""
    return next(b.nama for b in seri if b is not None)


def _tahun_lalu(banding: pd.DataFrame | None, batas: tuple[int, int]) -> Seri:
    """Rows of a year ago under the months they are compared with; months outside the drawing fall away."""
    if banding is None:
        return []
    geser = (b._replace(dari=geser_bulan(b.dari, 12), sampai=geser_bulan(b.sampai, 12)) for b in baris(banding))
    return buat_seri((b for b in geser if batas[0] <= b.sampai <= batas[1]), batas)


def _target_bersama(seri: Sequence[Seri]) -> list[float | None]:
    """Targets by month when all units share them; several units with own targets would be a tangle of lines."""
    return target(seri[0]) if all(target(s) == target(seri[0]) for s in seri) else []


def _margin_kanan(seri: Mapping[str, Seri], sempit: bool, ind: Indikator, bahasa: Bahasa, ukuran: NamaUkuran) -> float:
    if len(seri) > 1:
        return 8 if sempit else LEBAR_NAMA[ukuran] + 10
    ada = [v for v in realisasi(next(iter(seri.values()))) if v is not None]
    return lebar(angka(ada[-1], ind.desimal, bahasa), UKURAN[ukuran].huruf) + 12 if ada else 10


def _warna_unit(unit: Mapping[str, Seri], sorot: str | None, tema: Tema) -> dict[str, str]:
    if sorot in unit:
        return {u: tema.tercapai if u == sorot else tema.tak_pasti for u in unit}
    return {u: tema.kategori[i % len(tema.kategori)] for i, u in enumerate(unit)}


def _legenda(bidang: Bidang, unit: int) -> tuple[dict[str, Any], int]:
    """The names above the drawing, on a telephone one to a line, and the px that they and a target need."""
    isi = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom", "itemclick": False}
    return {"showlegend": True, "legend": isi | {"itemdoubleclick": False}}, round(
        (unit + 1) * bidang.ukuran.baris * 1.2
    )


def _latar(bidang: Bidang, sasaran: Sequence[float | None], lalu: Seri) -> list[Gambar]:
    hasil: list[Gambar] = []
    if any(v is not None for v in realisasi(lalu)):
        hasil.append(_garis_lalu(bidang, lalu))
    if any(v is not None for v in sasaran):
        hasil.append(
            {
                "type": "scatter",
                "mode": "lines",
                "y": list(sasaran),
                "line": {"color": bidang.tema.tinta, "width": 1.5, "dash": "dash", "shape": "hvh"},
                "name": nama_target(bidang, sasaran),
                **LEWATI,
            }
        )
    return hasil


def _garis_lalu(bidang: Bidang, lalu: Seri) -> Gambar:
    tema, ukuran = bidang.tema, bidang.ukuran
    isi = [None if b is None else _isian_lalu(b, bidang) for b in lalu]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "y": realisasi(lalu),
        "customdata": isi,
        "hovertemplate": hover(bidang.bahasa, "lalu", "bulan", "realisasi"),
        "line": {"color": tema.tak_pasti, "width": 1},
        "marker": {"size": ukuran.tanda - 2, "color": tema.permukaan, "line": {"color": tema.tak_pasti, "width": 1.2}},
        "showlegend": False,
    }


def _isian_lalu(b: Baris, bidang: Bidang) -> list[str]:
    asli = masa(geser_bulan(b.dari, -12), geser_bulan(b.sampai, -12), bidang.bahasa)
    return [asli, nilai(b.realisasi, bidang.ind, bidang.bahasa)]


def _garis(bidang: Bidang, seri: Seri, nama: str, warna: str, satu: bool) -> Gambar:
    """One unit: shape by status, colour by status (one unit) or by unit (several), hollow while data are incomplete."""
    tema, ukuran, bahasa, ind = bidang.tema, bidang.ukuran, bidang.bahasa, bidang.ind
    tepi = [_warna_tanda(b, warna, satu, tema) for b in seri]
    isi = [tema.permukaan if b is not None and not b.lengkap else t for b, t in zip(seri, tepi, strict=True)]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": aman(nama),
        "y": realisasi(seri),
        "customdata": [None if b is None else isian_bulan(b, ind, bahasa) for b in seri],
        "hovertemplate": f"<b>{aman(nama)}</b><br>"
        + hover(bahasa, "bulan", "bulan", "realisasi", "target", "capaian", "keterangan"),
        "line": {"color": warna, "width": ukuran.garis},
        "marker": {
            "size": ukuran.tanda,
            "symbol": ringkas(
                ["circle" if b is None or b.status == "tanpa_target" else SIMBOL[b.status] for b in seri]
            ),
            "color": ringkas(isi),
            "opacity": 1,
            "line": {"color": ringkas(tepi), "width": 1.5},
        },
        "cliponaxis": False,
        **TAK_REDUP,
    }


def _warna_tanda(b: Baris | None, warna: str, satu: bool, tema: Tema) -> str:
    if not satu or b is None or b.status == "tanpa_target":
        return warna
    return warna_status(tema, b.status)
