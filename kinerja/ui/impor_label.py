"""Sheets whose rows carry the meaning (LB4): every label with its figures, and the indikator it stands for."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kinerja.ingest.peta.model import BarisPeta
from kinerja.ingest.tipe import berisi, huruf_kolom, ringkas
from kinerja.ui.aman import polos
from kinerja.ui.impor_kata import nama_kode, pilihan_kode
from kinerja.ui.impor_susunan import Susunan, atur_baris
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_SEHALAMAN = 12
PERAN = ("pembilang", "penyebut", "target")


def tampil(lk: Lingkup, s: Susunan) -> None:
    """The labels of the chosen column, those that mean something first; a field finds the others."""
    label, nilai = s.peta.satu("label"), [k.kolom for k in s.peta.semua("nilai")]
    if label is None or not nilai:
        st.caption(t(lk, "peta.label_dahulu"))
        return
    st.markdown(f"**{t(lk, 'peta.label_judul')}**")
    cari = st.text_input(t(lk, "peta.label_cari"), key=f"peta_cari_{s.kode}", icon=":material/search:") or ""
    baris = daftar_label(s, label.kolom, nilai)
    terpakai = {b.label for b in s.peta.baris}
    cocok = [n for n in baris if cari.casefold() in _teks(s, n, label.kolom).casefold()]
    urut = sorted(cocok, key=lambda n: _teks(s, n, label.kolom) not in terpakai)
    if not urut:
        st.caption(t(lk, "peta.label_kosong"))
    banyak = -(-len(urut) // _SEHALAMAN)
    ke = st.pagination(banyak, key=f"peta_label_{s.kode}") if banyak > 1 else 1
    for n in urut[(ke - 1) * _SEHALAMAN : ke * _SEHALAMAN]:
        _satu(lk, s, n, label.kolom, nilai)


def daftar_label(s: Susunan, label: int, nilai: Sequence[int]) -> list[int]:
    """Rows with a label and something in a column of values, each label once."""
    akhir = len(s.lembar.baris) if s.peta.akhir is None else min(s.peta.akhir + 1, len(s.lembar.baris))
    ada: dict[str, int] = {}
    for n in range(s.peta.awal, akhir):
        teks = _teks(s, n, label)
        if teks and any(berisi(s.lembar.sel(n, k)) for k in nilai):
            ada.setdefault(teks, n)
    return list(ada.values())


def _teks(s: Susunan, nomor: int, kolom: int) -> str:
    return " ".join(str(s.lembar.sel(nomor, kolom) or "").split())


def _satu(lk: Lingkup, s: Susunan, nomor: int, kolom: int, nilai: Sequence[int]) -> None:
    label = _teks(s, nomor, kolom)
    ada = next((b for b in s.peta.baris if b.label == label), BarisPeta(label, "", kolom=tuple(nilai)))
    with st.container(border=True, key=f"peta_label_{nomor}", gap="small"):
        kiri, kanan = st.columns([4, 3], vertical_alignment="center")
        with kiri:
            st.markdown(f"**{s.lembar.nomor(nomor)}** · {polos(ringkas(label, 100))}")
            isi = (f"{huruf_kolom(k)} {ringkas(s.lembar.sel(nomor, k), 16) or '–'}" for k in nilai)
            st.caption(polos(" · ".join(isi)))
        with kanan:
            _pilih(lk, s, nomor, ada)
        if ada.indikator:
            _rinci(lk, s, nomor, ada, nilai)


def _pilih(lk: Lingkup, s: Susunan, nomor: int, b: BarisPeta) -> None:
    pilihan = ["", *pilihan_kode("indikator", "pembilang")]
    st.selectbox(
        t(lk, "peta.label_arti", baris=s.lembar.nomor(nomor)),
        pilihan,
        index=pilihan.index(b.indikator) if b.indikator in pilihan else 0,
        format_func=lambda k: nama_kode(lk, "indikator", k) if k else t(lk, "peta.label_abaikan"),
        label_visibility="collapsed",
        key=s.kunci(f"label_{nomor}"),
        on_change=_ubah,
        args=(s, nomor, b),
    )


def _rinci(lk: Lingkup, s: Susunan, nomor: int, b: BarisPeta, nilai: Sequence[int]) -> None:
    """Which component the row is, and which columns are added up for it."""
    kiri, kanan = st.columns([4, 3])
    with kiri:
        st.multiselect(
            t(lk, "peta.label_kolom"),
            list(nilai),
            default=[k for k in b.kolom if k in nilai],
            format_func=lambda k: f"{huruf_kolom(k)} {s.kepala.teks(k)}".strip(),
            placeholder=t(lk, "peta.label_kolom_pilih"),
            key=s.kunci(f"label_kolom_{nomor}"),
            on_change=_ubah,
            args=(s, nomor, b),
        )
    with kanan:
        st.segmented_control(
            t(lk, "peta.label_peran"),
            PERAN,
            default=b.peran,
            required=True,
            format_func=lambda p: t(lk, f"peta.peran_label_{p}"),
            key=s.kunci(f"label_peran_{nomor}"),
            on_change=_ubah,
            args=(s, nomor, b),
        )


def _ubah(s: Susunan, nomor: int, b: BarisPeta) -> None:
    """Take what the three fields of a row now say; those not drawn say what they said."""
    isi = st.session_state
    sah, kode = s.jawaban(s.kunci(f"label_{nomor}"))
    if not sah:
        return
    peran = isi.get(s.kunci(f"label_peran_{nomor}")) or b.peran
    kolom = isi.get(s.kunci(f"label_kolom_{nomor}"), b.kolom)
    atur_baris(s, b.label, str(kode or ""), peran, tuple(kolom))
