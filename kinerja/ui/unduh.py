"""Downloads of exactly what is filtered, built on click from the frame on the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from kinerja.domain.periode import WIB
from kinerja.ekspor.buku import buku_capaian, csv_capaian, nama_berkas
from kinerja.i18n import format as tulis
from kinerja.i18n import teks
from kinerja.indikator.registry import registri
from kinerja.ui.lingkup import Lingkup

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def tombol(lk: Lingkup, halaman: str, df: pd.DataFrame) -> None:
    """Excel and CSV of ``df``; nothing is built before the click."""
    hari = datetime.now(WIB).date()
    unit = lk.isi.pohon.nama(lk.unit)

    def nama(jenis: str) -> str:
        return nama_berkas(jenis, unit, lk.periode.kode, hari)

    with st.container(horizontal=True):
        _unduh(lk, "excel", _isi_excel(lk, halaman, df), f"{nama(halaman)}", _XLSX, halaman)
        _unduh(lk, "csv", _isi_csv(lk, df), nama(halaman).removesuffix(".xlsx") + ".csv", "text/csv", halaman)


def _unduh(lk: Lingkup, jenis: str, isi: Callable[[], bytes], nama: str, mime: str, halaman: str) -> None:
    st.download_button(
        teks(lk.bahasa, f"unduh.{jenis}"),
        data=isi,
        file_name=nama,
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=f"unduh_{jenis}_{halaman}",
    )


def _isi_excel(lk: Lingkup, halaman: str, df: pd.DataFrame) -> Callable[[], bytes]:
    return lambda: buku_capaian(
        df,
        judul=teks(lk.bahasa, f"halaman.{halaman}"),
        keterangan=keterangan(lk),
        indikator=dict(registri()),
        bahasa=lk.bahasa,
        contoh=lk.isi.contoh,
    )


def _isi_csv(lk: Lingkup, df: pd.DataFrame) -> Callable[[], bytes]:
    return lambda: csv_capaian(df, indikator=dict(registri()), bahasa=lk.bahasa)


def keterangan(lk: Lingkup) -> list[tuple[str, str]]:
    """What was filtered, and from which snapshot: stands in every file."""
    b = lk.bahasa
    return [
        (teks(b, "saringan.unit"), lk.isi.pohon.nama(lk.unit)),
        (teks(b, "saringan.periode"), tulis.periode(lk.periode, b)),
        (teks(b, "saringan.indikator"), registri()[lk.indikator].nama.dalam(b)),
        (teks(b, "unduh.catatan"), teks(b, "panel.peta_baca_spm_ekspor")),
        (teks(b, "unduh.data_per"), tulis.bulan(lk.isi.akhir, b)),
        (teks(b, "unduh.snapshot"), str(lk.isi.nomor)),
        (teks(b, "unduh.dibuat"), tulis.waktu(datetime.now(UTC), b)),
    ]
