"""The banner that opens Ringkasan: below target and worsening, and who stopped reporting. One click to the evidence."""

from __future__ import annotations

import streamlit as st

from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import list_berhenti, list_perhatian, sentence_perhatian
from kinerja.kalimat.kalimat import Perhatian
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.navigasi import pergi
from kinerja.ui.sumber import Dua
from kinerja.ui.teks import t

_TAMPIL = 3


def temuan(dua: Dua, lk: Lingkup) -> list[Perhatian]:
    """Everything that needs attention at or below the chosen unit, largest gap first."""
    return list_perhatian(dua.baris_kini, dua.baris_dulu, registri(), lk.bahasa)


def tampil(dua: Dua, lk: Lingkup) -> None:
    """Draw the banner; further matters and missing reports fold out."""
    daftar = temuan(dua, lk)
    berhenti = list_berhenti(dua.baris_kini, registri(), lk.bahasa)
    with st.container(key="perhatian" if daftar else "tenang", gap="small"):
        st.markdown(f"**{polos(sentence_perhatian(daftar, dua.baris_kini, dua.baris_dulu).dalam(lk.bahasa))}**")
        _tombol(daftar[:_TAMPIL], "utama", lk)
        if len(daftar) > _TAMPIL:
            with st.expander(t(lk, "ringkasan.perhatian_lain", jumlah=len(daftar) - _TAMPIL)):
                _tombol(daftar[_TAMPIL:], "lain", lk)
        if berhenti:
            with st.expander(t(lk, "ringkasan.berhenti", jumlah=len(berhenti)), icon=":material/pending_actions:"):
                _tombol(berhenti, "berhenti", lk)


def _tombol(daftar: list[Perhatian], kelompok: str, lk: Lingkup) -> None:
    for nomor, p in enumerate(daftar):
        st.button(
            polos(p.kalimat.dalam(lk.bahasa)),
            key=f"perhatian_{kelompok}_{nomor}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=pergi,
            args=("unit-vs-target",),
            kwargs={"unit": p.unit, "indikator": p.indikator},
        )
