"""Names in a file that match no unit: asked, one by one or all as new puskesmas. Never added silently."""

from __future__ import annotations

from typing import cast

import streamlit as st

from kinerja.domain.fakta import HasilBaca
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t


def jawaban(berkas: str) -> dict[str, str]:
    """Name in the file → kode of the unit, as answered for this file."""
    if st.session_state.get("impor_alias_berkas") != berkas:
        st.session_state["impor_alias_berkas"] = berkas
        st.session_state["impor_alias"] = {}
        st.session_state["impor_tambah"] = False
    return dict(jawaban_tersimpan())


def jawaban_tersimpan() -> dict[str, str]:
    return cast("dict[str, str]", st.session_state.get("impor_alias", {}))


def tanya(lk: Lingkup, hasil: HasilBaca) -> None:
    """Draw the questions, while there are any."""
    if not hasil.unit_tanya and not st.session_state.get("impor_tambah"):
        return
    with st.container(border=True, key="tanya_unit"):
        if hasil.unit_tanya:
            st.markdown(f"**{t(lk, 'impor.unit_tanya', jumlah=len(hasil.unit_tanya))}**")
        st.checkbox(t(lk, "impor.unit_tambah"), key="impor_tambah")
        pilihan = ["", *lk.isi.pohon.units]
        for nama in hasil.unit_tanya[:20]:
            st.selectbox(
                nama,
                pilihan,
                format_func=lambda k: lk.isi.pohon.nama(k) if k else t(lk, "impor.unit_pilih"),
                key=f"unit_untuk_{nama}",
                on_change=_catat,
                args=(nama,),
            )


def _catat(nama: str) -> None:
    pilihan = str(st.session_state[f"unit_untuk_{nama}"])
    semua = {**jawaban_tersimpan(), nama: pilihan}
    st.session_state["impor_alias"] = {n: k for n, k in semua.items() if k}
