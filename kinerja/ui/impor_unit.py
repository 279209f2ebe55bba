"""Names in a file that match no unit: asked, one by one or all as new units. Never added silently."""

from __future__ import annotations

import streamlit as st

from kinerja.domain.fakta import HasilBaca
from kinerja.ui.aman import polos
from kinerja.ui.impor_isian import isian
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_TAMPIL = 20


def tanya(lk: Lingkup, kode: str, hasil: HasilBaca) -> None:
    """Draw the questions, while there are any; and the answers given, so that they can be taken back."""
    jawab = isian(kode)
    nama = list(dict.fromkeys([*hasil.unit_tanya, *jawab.alias]))
    if not nama and not jawab.tambah:
        return
    with st.container(border=True, key="tanya_unit"):
        kunci = "impor.unit_tanya" if hasil.unit_tanya else "impor.unit_terjawab"
        st.markdown(f"**{t(lk, kunci, jumlah=len(hasil.unit_tanya or nama))}**")
        tambah = f"impor_tambah_{kode}"
        st.checkbox(
            t(lk, "impor.unit_tambah"), value=jawab.tambah, key=tambah, on_change=_catat_tambah, args=(kode, tambah)
        )
        for ke in range(0, len(nama[:_TAMPIL]), 2):
            for wadah, satu in zip(st.columns(2), nama[ke : ke + 2], strict=False):
                with wadah:
                    _satu(lk, kode, satu)
        if len(nama) > _TAMPIL:
            st.caption(t(lk, "impor.unit_lagi", jumlah=len(nama) - _TAMPIL))


def _satu(lk: Lingkup, kode: str, nama: str) -> None:
    pilihan = ["", *lk.isi.pohon.units]
    kini = isian(kode).alias.get(nama, "")
    st.selectbox(
        polos(nama),
        pilihan,
        index=pilihan.index(kini) if kini in pilihan else 0,
        format_func=lambda k: lk.isi.pohon.nama(k) if k else t(lk, "impor.unit_pilih"),
        key=f"unit_untuk_{kode}_{nama}",
        on_change=_catat,
        args=(kode, nama),
    )


def _catat_tambah(kode: str, kunci: str) -> None:
    isian(kode).tambah = bool(st.session_state[kunci])


def _catat(kode: str, nama: str) -> None:
    pilihan = str(st.session_state[f"unit_untuk_{kode}_{nama}"])
    semua = {**isian(kode).alias, nama: pilihan}
    isian(kode).alias = {n: k for n, k in semua.items() if k}
