"""KPI cards: figure, target, change, sparkline; grey and a reason where there is no figure."""

from __future__ import annotations

from math import isnan
from typing import Literal

import pandas as pd
import streamlit as st

from kinerja.charts.spark import spark
from kinerja.domain.indikator import Indikator
from kinerja.i18n import format as tulis
from kinerja.i18n import teks
from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import Baris, nilai_tanda
from kinerja.ui import ambil
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.sumber import Dua


def baris(lk: Lingkup, dua: Dua, deret: pd.DataFrame, unit: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    """The row of cards: the policy's main indikator that have data, then units that reached the target."""
    isi = [(k, *dua.satu(k, lk.unit)) for k in ambil.KARTU]
    tampil = [(k, kini, dulu) for k, kini, dulu in isi if kini is not None]
    kolom = st.columns(len(tampil) + 1)
    for wadah, (kode, kini, dulu) in zip(kolom, tampil, strict=False):
        with wadah:
            kartu_indikator(lk, registri()[kode], kini, dulu, ambil.satu(deret, kode, lk.unit))
    with kolom[-1]:
        kartu_unit(lk, *unit)


def kartu_indikator(lk: Lingkup, ind: Indikator, kini: Baris, dulu: Baris | None, deret: pd.DataFrame) -> None:
    """One card: figure with target and capaian, change, the months as a line."""
    b = lk.bahasa
    if isnan(kini.realisasi):
        st.metric(
            ind.nama.dalam(b),
            tulis.KOSONG,
            teks(b, kini.alasan),
            delta_color="off",
            delta_arrow="off",
            border=True,
            height="stretch",
        )
        return
    lama = dulu.realisasi if dulu is not None else float("nan")
    st.metric(
        ind.nama.dalam(b),
        nilai_tanda(kini.realisasi, ind, b),
        _perubahan(ind, kini.realisasi, lama, lk),
        delta_color=_warna(ind, kini.realisasi, lama),
        delta_arrow=_panah(kini.realisasi, lama),
        delta_description=_target(ind, kini, lk),
        chart_data=spark(deret["realisasi"].tolist()) or None,
        chart_type="line",
        border=True,
        height="stretch",
        help=ind.cara_baca.dalam(b),
    )


def _perubahan(ind: Indikator, kini: float, lama: float, lk: Lingkup) -> str:
    """Change as counts in percent, as shares and indices in their own points."""
    if isnan(lama):
        return teks(lk.bahasa, "kartu.tanpa_banding")
    if ind.bentuk == "jumlah":
        return tulis.persen(100 * (kini - lama) / lama, lk.bahasa, tanda=True) if lama else tulis.KOSONG
    return tulis.angka(kini - lama, ind.desimal, lk.bahasa, tanda=True)


def _warna(ind: Indikator, kini: float, lama: float) -> Literal["green", "red", "off"]:
    """Said outright, as the arrow: Streamlit would take a true minus sign for a rise."""
    if isnan(lama) or kini == lama:
        return "off"
    return "green" if (kini > lama) == (ind.arah == "naik") else "red"


def _panah(kini: float, lama: float) -> Literal["up", "down", "off"]:
    """Said outright: Streamlit would read the direction off an ASCII minus sign, which no text here has."""
    if isnan(lama) or kini == lama:
        return "off"
    return "up" if kini > lama else "down"


def _target(ind: Indikator, kini: Baris, lk: Lingkup) -> str:
    if isnan(kini.target):
        return teks(lk.bahasa, "alasan.tanpa_target")
    target = tulis.angka(kini.target, ind.desimal, lk.bahasa)
    return teks(lk.bahasa, "kartu.target", target=target, capaian=tulis.persen(kini.capaian, lk.bahasa))


def kartu_unit(lk: Lingkup, kini: pd.DataFrame, dulu: pd.DataFrame) -> None:
    """How many of the compared units reached the target of the chosen indikator."""
    b = lk.bahasa
    ber, lama = (d[d["capaian"].notna()] for d in (kini, dulu))
    capai, capai_lama = (int((d["status"] == "tercapai").sum()) for d in (ber, lama))
    beda = capai - capai_lama
    st.metric(
        teks(b, "kartu.unit_mencapai"),
        teks(b, "kartu.dari", a=capai, b=len(ber)) if len(ber) else tulis.KOSONG,
        tulis.angka(beda, 0, b, tanda=True) if len(lama) else teks(b, "kartu.tanpa_banding"),
        delta_color=("green" if beda > 0 else "red") if len(lama) and beda else "off",
        delta_arrow=("up" if beda > 0 else "down") if len(lama) and beda else "off",
        delta_description=ambil.definisi(lk).nama.dalam(b),
        border=True,
        height="stretch",
    )
