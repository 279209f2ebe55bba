"""Drawing: a card with its message as the title, the figure, its sentence for screen readers, its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd
import streamlit as st

from kinerja.charts.config import konfigurasi
from kinerja.charts.siap import Siap
from kinerja.charts.theme import GELAP, TERANG, Tema
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import rentang
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import nilai_satuan
from kinerja.ui import unduh
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup

Gambar = dict[str, Any]


def tema(lk: Lingkup) -> Tema:
    return GELAP if lk.gelap else TERANG


@contextmanager
def kartu(kunci: str, judul: str, keterangan: str = "") -> Iterator[None]:
    """A bordered card: the message as heading, the name of what is shown as caption."""
    with st.container(border=True, key=f"kartu_{kunci}", height="stretch"):
        st.subheader(polos(judul), anchor=False)
        if keterangan:
            st.caption(polos(keterangan))
        yield


def lukis(kunci: str, gambar: Gambar, lk: Lingkup, alt: str, pilih: Callable[[list[Any]], None] | None = None) -> None:
    """Draw a figure. ``pilih`` gets the customdata of a clicked point, in a callback."""

    def klik() -> None:
        titik = st.session_state[kunci].selection.points
        if titik and pilih is not None:
            pilih(list(titik[0]["customdata"]))

    st.plotly_chart(
        Siap(gambar),
        key=kunci,
        theme=None,
        config=konfigurasi(lk.bahasa),
        on_select=klik if pilih is not None else "ignore",
        selection_mode="points",
        height=gambar["layout"].get("height", "content"),
        alt=alt,
    )


def tabel_capaian(df: pd.DataFrame, lk: Lingkup, *, dengan_periode: bool = False) -> None:
    """The figures behind a chart as a table, written in the language of the page. Empty columns are left out."""
    b = lk.bahasa
    ind = [registri()[k] for k in df["indikator"]]
    satuan = {i.satuan.dalam(b) for i in ind}
    ekor = f" ({satuan.pop()})" if len(satuan) == 1 else ""
    kolom: dict[str, list[str]] = {teks(b, "tabel.unit"): df["nama"].tolist()}
    if len({i.kode for i in ind}) > 1:
        kolom[teks(b, "tabel.indikator")] = [i.nama.dalam(b) for i in ind]
    if dengan_periode:
        kolom[teks(b, "tabel.periode")] = [
            tulis.periode(rentang(*p), b) for p in zip(df["dari"], df["sampai"], strict=True)
        ]
    for nama in ("realisasi", "target"):
        kolom[teks(b, f"tabel.{nama}") + ekor] = [
            _angka(v, i, b, polos=bool(ekor)) for v, i in zip(df[nama], ind, strict=True)
        ]
    kolom[teks(b, "tabel.capaian")] = [tulis.persen(v, b) for v in df["capaian"]]
    kolom[teks(b, "tabel.n")] = ["" if pd.isna(v) else tulis.angka(int(v), 0, b) for v in df["n"]]
    kolom[teks(b, "tabel.selang")] = [
        "" if pd.isna(lo) else f"{tulis.angka(lo, i.desimal, b)}–{tulis.angka(hi, i.desimal, b)}"
        for lo, hi, i in zip(df["bawah"], df["atas"], ind, strict=True)
    ]
    keadaan = zip(df["status"], df["alasan"], df["ada"], df["wajib"], strict=True)
    kolom[teks(b, "tabel.status")] = [_status(*k, lk) for k in keadaan]
    kolom[teks(b, "dikoreksi.kolom")] = [teks(b, "dikoreksi.kata") if v else "" for v in _dikoreksi(df)]
    tampil = pd.DataFrame({nama: isi for nama, isi in kolom.items() if any(isi)})
    kata = {teks(b, f"tabel.{k}") for k in ("unit", "indikator", "periode", "status")}
    atur = {n: st.column_config.TextColumn(n, alignment="right") for n in tampil.columns if n not in kata}
    catatan = teks(b, "dikoreksi.kolom")
    if catatan in tampil:
        atur[catatan] = st.column_config.TextColumn(catatan, help=teks(b, "dikoreksi.arti"))
    st.dataframe(tampil, hide_index=True, height="content", column_config=atur)
    if catatan in tampil:
        st.caption(f"{teks(b, 'dikoreksi.kata').capitalize()}: {teks(b, 'dikoreksi.arti')}")


def _dikoreksi(df: pd.DataFrame) -> list[bool]:
    """Which figures rest on corrected data; see ``sumber.tandai``."""
    return [bool(v) for v in df["dikoreksi"]] if "dikoreksi" in df else [False] * len(df)


def _angka(nilai: float, ind: Indikator, b: Bahasa, *, polos: bool) -> str:
    if pd.isna(nilai):
        return tulis.KOSONG
    return tulis.angka(nilai, ind.desimal, b) if polos else nilai_satuan(nilai, ind, b)


def _status(status: str, alasan: str, ada: int, wajib: int, lk: Lingkup) -> str:
    kata = teks(lk.bahasa, alasan) if alasan else teks(lk.bahasa, f"status.{status}")
    kurang = teks(lk.bahasa, "tabel.laporan", ada=ada, wajib=wajib) if 0 < ada < wajib else ""
    return f"{kata} {kurang}".strip()


def rincian(lk: Lingkup, nama: str, df: pd.DataFrame, *, dengan_periode: bool = False) -> None:
    """The table under the charts, folded, with its download."""
    with st.expander(teks(lk.bahasa, "tabel.rincian"), icon=":material/table_rows:", key=f"rincian_{nama}"):
        tabel_capaian(df, lk, dengan_periode=dengan_periode)
        unduh.tombol(lk, nama, df)
