"""The composer: a draft from the figures, edited by the evaluator, looked at once more, then sent.

What was typed stays when the language or a filter changes; a text nobody touched follows the figures and the language.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date, timedelta
from typing import Any

import streamlit as st

from kinerja.catatan.umpan_balik import tulis_umpan_balik
from kinerja.domain.errors import KinerjaError
from kinerja.domain.perilaku import NILAI, Nilai
from kinerja.domain.umpan_balik import BATAS_TEKS, IsiUmpanBalik
from kinerja.i18n import format as tulis
from kinerja.i18n.masalah import teks_galat
from kinerja.kalimat.umpan_balik import susun_draf
from kinerja.ui import catat, gambar, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.orang import FaktaOrang
from kinerja.ui.teks import t

_BIDANG = ("fakta", "saran", "langkah")
_SEMUA = (*_BIDANG, "butir", "perilaku", "tanggal", "pratinjau", "draf")


def tampil(lk: Lingkup, f: FaktaOrang) -> None:
    """The form, or its preview once asked for."""
    ekor = f"{f.pegawai}_{f.periode.kode}"
    with gambar.kartu("tulis", t(lk, "umpan_tulis.judul"), t(lk, "umpan_tulis.judul_baca")):
        _pilihan(lk, f, ekor)
        perbarui(st.session_state, ekor, _draf(lk, f, ekor))
        for bidang in _BIDANG:
            st.text_area(
                t(lk, f"umpan_tulis.{bidang}"),
                key=f"tulis_{bidang}_{ekor}",
                max_chars=BATAS_TEKS,
                height=130 if bidang != "langkah" else 80,
                persist_state="session",
            )
        st.session_state.setdefault(f"tulis_tanggal_{ekor}", catat.hari_ini() + timedelta(days=14))
        st.date_input(
            t(lk, "umpan_tulis.tanggal"), key=f"tulis_tanggal_{ekor}", format="DD/MM/YYYY", persist_state="session"
        )
        _kirim(lk, f, ekor)


def _pilihan(lk: Lingkup, f: FaktaOrang, ekor: str) -> None:
    kiri, kanan = st.columns(2, gap="small")
    with kiri:
        st.selectbox(
            t(lk, "umpan_tulis.butir"),
            ["", *(b.butir for b in f.butir)],
            format_func=lambda b: b or t(lk, "umpan_tulis.semua_butir"),
            key=f"tulis_butir_{ekor}",
            persist_state="session",
        )
    with kanan:
        st.selectbox(
            t(lk, "umpan_tulis.perilaku"),
            ["", *NILAI],
            format_func=lambda n: t(lk, f"umpan_balik.nilai.{n}") if n else t(lk, "umpan_tulis.tanpa_perilaku"),
            key=f"tulis_perilaku_{ekor}",
            persist_state="session",
        )


def _draf(lk: Lingkup, f: FaktaOrang, ekor: str) -> dict[str, str]:
    nilai: Nilai | None = next((n for n in NILAI if n == st.session_state.get(f"tulis_perilaku_{ekor}")), None)
    bahan = f.bahan(str(st.session_state.get(f"tulis_butir_{ekor}") or ""))
    d = susun_draf(bahan, lk.bahasa, perilaku=nilai, ekspektasi=f.ekspektasi(nilai) if nilai else None)
    return {"fakta": d.fakta, "saran": d.saran, "langkah": d.langkah}


def perbarui(keadaan: MutableMapping[Any, Any], ekor: str, draf: dict[str, str]) -> None:
    """Put a new draft into the fields that still hold the last one; what somebody wrote stays."""
    lama = keadaan.get(f"tulis_draf_{ekor}") or {}
    for bidang, isi in draf.items():
        kunci = f"tulis_{bidang}_{ekor}"
        if keadaan.get(kunci) is None or keadaan.get(kunci) == lama.get(bidang):
            keadaan[kunci] = isi
    keadaan[f"tulis_draf_{ekor}"] = draf


def _ulang(ekor: str) -> None:
    for bidang in _BIDANG:
        st.session_state[f"tulis_{bidang}_{ekor}"] = None


def _isi(f: FaktaOrang, ekor: str) -> IsiUmpanBalik:
    def ambil(bidang: str) -> str:
        return str(st.session_state.get(f"tulis_{bidang}_{ekor}") or "")

    hari = st.session_state.get(f"tulis_tanggal_{ekor}")
    return IsiUmpanBalik(
        f.pegawai,
        f.unit,
        f.periode.dari,
        f.periode.sampai,
        ambil("fakta"),
        ambil("saran"),
        indikator=ambil("butir"),
        perilaku=ambil("perilaku"),
        langkah=ambil("langkah"),
        tanggal_langkah=hari if isinstance(hari, date) and ambil("langkah").strip() else None,
    )


def _kirim(lk: Lingkup, f: FaktaOrang, ekor: str) -> None:
    """First click: the preview; second click: sent."""
    kunci = f"tulis_pratinjau_{ekor}"
    with st.container(horizontal=True):
        st.button(
            t(lk, "umpan_tulis.pratinjau"),
            key="umpan_pratinjau",
            icon=":material/visibility:",
            on_click=_atur,
            args=(kunci, True),
        )
        st.button(t(lk, "umpan_tulis.draf_ulang"), key="umpan_ulang", type="tertiary", on_click=_ulang, args=(ekor,))
    if not st.session_state.get(kunci):
        return
    isi = _isi(f, ekor)
    with st.container(border=True, key="pratinjau_umpan_balik"):
        st.caption(t(lk, "umpan_tulis.pratinjau_baca"))
        rangka(lk, isi)
        with st.container(horizontal=True):
            kirim = st.button(t(lk, "umpan_tulis.kirim"), type="primary", key="umpan_kirim", icon=":material/send:")
            st.button(t(lk, "umpan_tulis.batal"), key="umpan_batal", on_click=_atur, args=(kunci, False))
    if kirim:
        _simpan(lk, isi, ekor)


def _atur(kunci: str, nilai: bool) -> None:
    st.session_state[kunci] = nilai


def _simpan(lk: Lingkup, isi: IsiUmpanBalik, ekor: str) -> None:
    try:
        dinilai = sumber_asn.dinilai(lk.akses, lk.isi)
        tulis_umpan_balik(lk.akses, catat.mesin(lk), isi, dinilai=dinilai, pada=catat.kini())
    except KinerjaError as galat:
        st.error(teks_galat(galat, lk.bahasa))
        return
    catat.jejak(lk, "tulis", pegawai=isi.pegawai, unit=isi.unit, rincian="umpan-balik")
    for nama in _SEMUA:
        st.session_state.pop(f"tulis_{nama}_{ekor}", None)
    st.toast(t(lk, "umpan_tulis.terkirim"), icon=":material/check_circle:")
    st.rerun()


def rangka(lk: Lingkup, isi: IsiUmpanBalik) -> None:
    """The text of one feedback, part by part."""
    bagian = [("fakta", isi.fakta), ("saran", isi.saran)]
    if isi.perilaku:
        bagian.append(("perilaku", t(lk, f"umpan_balik.nilai.{isi.perilaku}")))
    if isi.langkah:
        hari = f" ({tulis.tanggal(isi.tanggal_langkah, lk.bahasa)})" if isi.tanggal_langkah else ""
        bagian.append(("langkah", isi.langkah + hari))
    for nama, tulisan in bagian:
        st.markdown(f"**{t(lk, f'umpan_tulis.{nama}')}**  \n{polos(tulisan)}")
