"""A table of texts that is a list on a telephone, where the last columns, which matter most, would lie outside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup

MUAT_DAFTAR, _MUAT, _TINGGI = 60, 12, 460
"""Rows that are still a list on a telephone; rows shown without scrolling; height (px) of more."""


def tampil(
    lk: Lingkup,
    kolom: Sequence[str],
    baris: Sequence[Sequence[str]],
    *,
    kanan: Sequence[str] = (),
    atur: dict[str, Any] | None = None,
    tinggi_baris: int | None = None,
) -> None:
    """Rows under these headings; those in ``kanan`` are figures. ``atur``: how single columns are drawn instead."""
    if lk.sempit and len(baris) <= MUAT_DAFTAR:
        st.markdown("\n".join(_butir(kolom, b) for b in baris))
        return
    rupa: dict[str, Any] = {k: st.column_config.TextColumn(k, alignment="right") for k in kanan}
    st.dataframe(
        pd.DataFrame([list(b) for b in baris], columns=list(kolom)),
        hide_index=True,
        height="content" if len(baris) <= _MUAT else _TINGGI,
        column_config=rupa | (atur or {}),
        row_height=tinggi_baris,
    )


def _butir(kolom: Sequence[str], isi: Sequence[str]) -> str:
    """One row as an item of a list: its first text bold, the others after their headings."""
    sisa = [f"{polos(k)}: {polos(v)}" for k, v in zip(kolom[1:], isi[1:], strict=True) if v]
    return f"- **{polos(isi[0])}** · " + " · ".join(sisa)
