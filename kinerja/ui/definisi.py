"""The page *Definisi indikator*: what the definition files say, in the reader's language, and the thresholds' rows."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import pandas as pd
import streamlit as st

from kinerja.domain.indikator import Indikator
from kinerja.i18n import format as tulis
from kinerja.indikator.registry import registri
from kinerja.ui import sumber
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_SELALU = 999900


def per_kelompok() -> list[tuple[str, list[Indikator]]]:
    """(group, its indikator) in display order."""
    return [(k, list(isi)) for k, isi in groupby(registri().values(), key=lambda i: i.kelompok)]


def judul(lk: Lingkup, kelompok: str) -> None:
    st.header(t(lk, f"kelompok.{kelompok}"), anchor=False)


def tampil(lk: Lingkup, ind: Indikator, *, berdata: bool) -> None:
    """One indikator, folded: meaning, formula, direction, months, target rule, interval, basis, owner, review."""
    b = lk.bahasa
    label = polos(ind.nama.dalam(b)) + ("" if berdata else f" · {t(lk, 'definisi.belum_berdata')}")
    with st.expander(label):
        st.markdown(f"**{polos(ind.mengapa.dalam(b))}**")
        isi = {
            "rumus": ind.rumus.dalam(b),
            "cara_baca": ind.cara_baca.dalam(b),
            "satuan": ind.satuan.dalam(b),
            "arah": t(lk, f"definisi.arah_{ind.arah}"),
            "agregasi": t(lk, f"definisi.agregasi_{ind.agregasi}"),
            "target": t(lk, f"definisi.sebar_{ind.sebar}"),
            "selang": t(lk, f"definisi.selang_{ind.selang}"),
            "dasar_hukum": ind.dasar_hukum.dalam(b),
            "pemilik": ind.pemilik,
            "ditinjau": t(lk, "definisi.tinjau", kini=_hari(ind.ditinjau, lk), lagi=_hari(ind.tinjau_lagi, lk)),
        }
        for kunci, kata in isi.items():
            nama, nilai = st.columns([1, 4])
            nama.caption(t(lk, f"definisi.{kunci}"))
            nilai.markdown(polos(kata))


def _hari(iso: str, lk: Lingkup) -> str:
    return tulis.tanggal(date.fromisoformat(iso), lk.bahasa)


def aturan(lk: Lingkup) -> None:
    """National thresholds in force, with the regulation and the months they hold for."""
    st.header(t(lk, "definisi.ambang"), anchor=False)
    st.caption(t(lk, "definisi.ambang_baca"))
    baris = []
    for _, kode, nilai, dari, sampai, peraturan in sumber.ambang(lk.isi):
        ind = registri()[kode]
        satuan = ind.satuan.dalam(lk.bahasa)
        akhir = t(lk, "definisi.sekarang") if sampai >= _SELALU else tulis.bulan(sampai, lk.bahasa)
        berlaku = f"{tulis.bulan(dari, lk.bahasa)} – {akhir}"
        baris.append(
            [ind.nama.dalam(lk.bahasa), f"{tulis.angka(nilai / 1e4, 0, lk.bahasa)}{satuan}", berlaku, peraturan]
        )
    kolom = [t(lk, f"definisi.kolom_{k}") for k in ("indikator", "nilai", "berlaku", "peraturan")]
    st.dataframe(pd.DataFrame(baris, columns=kolom), hide_index=True, height="content")
