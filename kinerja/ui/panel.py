"""Cards that several pages show: one message, one figure, one click further. Slides use the same with larger type."""

from __future__ import annotations

import pandas as pd

from kinerja.charts.bulan import bars_bulan
from kinerja.charts.capaian import bars_capaian
from kinerja.charts.peta import heatmap_capaian
from kinerja.charts.titik import points_target
from kinerja.charts.tren import line_tren
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode
from kinerja.kalimat.capaian import sentence_target, sentence_units
from kinerja.ui import ambil
from kinerja.ui.gambar import kartu, lukis, tema
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.navigasi import pergi
from kinerja.ui.sumber import Dua
from kinerja.ui.teks import t


def keterangan(lk: Lingkup, ind: Indikator) -> str:
    """Indikator, unit of measure and place: what stands under every message."""
    return t(
        lk,
        "panel.keterangan",
        indikator=ind.nama.dalam(lk.bahasa),
        satuan=ind.satuan.dalam(lk.bahasa),
        unit=lk.isi.pohon.nama(lk.unit),
    )


def tren(lk: Lingkup, kini: pd.DataFrame, deret: pd.DataFrame, *, lalu: pd.DataFrame | None = None) -> None:
    """The months of the chosen indikator and unit against its target."""
    ind = ambil.definisi(lk)
    judul = sentence_target(kini, ind, lk.periode_untuk(ind), lk.bahasa).dalam(lk.bahasa)
    fig = line_tren(deret, ind=ind, bahasa=lk.bahasa, tema=tema(lk), banding=lalu, peristiwa=ambil.kejadian(lk, deret))
    with kartu("tren", judul, keterangan(lk, ind)):
        lukis("g_tren", fig, lk, judul)


def unit(lk: Lingkup, df: pd.DataFrame) -> None:
    """Units side by side, percent of target; a click opens the unit."""
    ind = ambil.definisi(lk)
    judul = sentence_units(df, ind, lk.bahasa).dalam(lk.bahasa)
    fig = bars_capaian(df, ind=ind, bahasa=lk.bahasa, tema=tema(lk))
    with kartu("unit", judul, t(lk, "panel.capaian", indikator=ind.nama.dalam(lk.bahasa))):
        lukis("g_unit", fig, lk, judul, lambda c: pergi("unit-vs-target", unit=c[0]))


def titik(lk: Lingkup, df: pd.DataFrame) -> None:
    """Units as points against their targets, with the interval where the indikator has one."""
    ind = ambil.definisi(lk)
    judul = sentence_units(df, ind, lk.bahasa).dalam(lk.bahasa)
    fig = points_target(df, ind=ind, bahasa=lk.bahasa, tema=tema(lk), relatif=ind.bentuk == "jumlah")
    with kartu(
        "titik",
        judul,
        t(lk, f"panel.titik_{'selang' if ind.selang != 'tidak_ada' else 'tanpa'}", indikator=ind.nama.dalam(lk.bahasa)),
    ):
        lukis("g_titik", fig, lk, judul, lambda c: pergi("unit-vs-target", unit=c[0]))


def bulan(lk: Lingkup, kini: pd.DataFrame, deret: pd.DataFrame) -> None:
    """Drill-down: the chosen unit month by month against the target of each month."""
    ind = ambil.definisi(lk)
    judul = sentence_target(kini, ind, lk.periode_untuk(ind), lk.bahasa).dalam(lk.bahasa)
    gambar_ = bars_bulan if lk.isi.bulanan else line_tren  # between two yearly figures no month is missing
    fig = gambar_(deret, ind=ind, bahasa=lk.bahasa, tema=tema(lk))
    with kartu("bulan", judul, keterangan(lk, ind)):
        lukis("g_bulan", fig, lk, judul)


def peta(lk: Lingkup, dua: Dua) -> None:
    """Units × indikator in groups; a click opens that unit and that indikator."""
    for p in ambil.peta(lk, dua):
        judul = t(lk, f"panel.peta_{p.nama}")
        fig = heatmap_capaian(
            p.isi,
            indikator=p.indikator,
            bahasa=lk.bahasa,
            tema=tema(lk),
            tukar=p.tukar,
            sempit=lk.sempit and len(p.indikator) > 2 and not p.tukar,
        )
        with kartu(f"peta_{p.nama}", judul, t(lk, "panel.peta_baca_spm" if p.nama == "spm" else "panel.peta_baca")):
            lukis(f"g_peta_{p.nama}", fig, lk, judul, lambda c: pergi("unit-vs-target", unit=c[0], indikator=c[1]))


def beberapa(lk: Lingkup, deret: pd.DataFrame) -> None:
    """Several units on one scale; no unit is called best or worst."""
    ind = ambil.definisi(lk)
    judul = t(lk, "panel.beberapa", indikator=ind.nama.dalam(lk.bahasa), jumlah=deret["unit"].nunique())
    fig = line_tren(deret, ind=ind, bahasa=lk.bahasa, tema=tema(lk), sempit=lk.sempit)
    with kartu("tren", judul, t(lk, "panel.satuan", satuan=ind.satuan.dalam(lk.bahasa))):
        lukis("g_tren", fig, lk, judul)


def lintasan(lk: Lingkup, df: pd.DataFrame | None) -> None:
    """Added up from January against the path of the target; nothing where the indikator does not add up."""
    if df is None or df.empty:
        return
    ind, akhir = ambil.definisi(lk), df.tail(1)
    periode = Periode(int(akhir["dari"].iloc[0]), int(akhir["sampai"].iloc[0]), "kumulatif")
    judul = sentence_target(akhir, ind, periode, lk.bahasa).dalam(lk.bahasa)
    with kartu("lintasan", judul, t(lk, "panel.lintasan", indikator=ind.nama.dalam(lk.bahasa))):
        lukis(
            "g_lintasan", line_tren(df.assign(dari=df["sampai"]), ind=ind, bahasa=lk.bahasa, tema=tema(lk)), lk, judul
        )
