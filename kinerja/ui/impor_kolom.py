"""The columns of a sheet, a line each: header and samples, what it means, and the code beside it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kinerja.ingest.peta.model import ABAIKAN, ISI, KolomPeta, isi_kolom
from kinerja.ingest.tipe import huruf_kolom, ringkas
from kinerja.ui import impor_rinci, impor_susunan
from kinerja.ui.aman import polos
from kinerja.ui.impor_contoh import Contoh, Lihat
from kinerja.ui.impor_kata import nama_isi, nama_kode, pilihan_kode
from kinerja.ui.impor_kisi import TUTUP
from kinerja.ui.impor_susunan import Susunan, atur_kolom
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_SEHALAMAN, _CONTOH, _TAHUN = 15, 3, range(2015, 2036)


def tampil(lk: Lingkup, s: Susunan, lihat: Lihat) -> None:
    """Step three."""
    berisi = [n for n in range(s.lebar) if s.kepala.teks(n) or s.kepala.contoh(n)]
    if not berisi:
        st.markdown(t(lk, "peta.tanpa_kolom"))
        return
    tutup = [n for n in berisi if s.tertutup(n)]
    if tutup:
        sebut = ", ".join(f"{huruf_kolom(n)} ({s.kepala.teks(n) or '–'})" for n in tutup)
        st.caption(f":material/lock: {polos(t(lk, 'peta.pribadi', kolom=sebut))}")
    kurang = [i.nama for i in ISI[s.peta.bentuk] if i.wajib and not s.peta.semua(i.nama)]
    if kurang:
        isi = ", ".join(nama_isi(lk, s.peta.bentuk, n) for n in kurang)
        st.warning(t(lk, "peta.wajib_kurang", isi=isi), icon=":material/arrow_downward:")
    for n in _halaman(s, berisi):
        _satu(lk, s, lihat, n)


def _halaman(s: Susunan, kolom: Sequence[int]) -> Sequence[int]:
    banyak = -(-len(kolom) // _SEHALAMAN)
    ke = st.pagination(banyak, key=f"peta_kolom_{s.kode}") if banyak > 1 else 1
    return kolom[(ke - 1) * _SEHALAMAN : ke * _SEHALAMAN]


def _satu(lk: Lingkup, s: Susunan, lihat: Lihat, nomor: int) -> None:
    kolom = s.kolom(nomor)
    contoh, tanya = ([], []) if s.tertutup(nomor) or kolom.isi == ABAIKAN.nama else lihat.kolom(kolom)
    with st.container(border=True, key=f"peta_baris_{nomor}", gap="small"):
        kiri, arti, kode, rinci = st.columns([8, 6, 6, 2], vertical_alignment="center", gap="small")
        with kiri:
            _kepala(lk, s, lihat, kolom, contoh)
        with arti:
            _arti(lk, s, kolom)
        with kode:
            _kode(lk, s, kolom)
        with rinci:
            terbuka = _tombol_rinci(lk, s, kolom, perlu=bool(tanya))
        for m in tanya:
            st.warning(polos(impor_rinci.pertanyaan(lk, m, kolom)), icon=":material/help:")
        if terbuka:
            impor_rinci.tampil(lk, s, lihat, kolom, contoh, ragu=bool(tanya))


def _kepala(lk: Lingkup, s: Susunan, lihat: Lihat, kolom: KolomPeta, contoh: Sequence[Contoh]) -> None:
    """Letter, header words, three samples; for figures and days also how they are read."""
    nomor = kolom.kolom
    judul = s.kepala.teks(nomor).replace(" > ", " › ") or t(lk, "peta.tanpa_judul_kolom")
    st.markdown(f"**{huruf_kolom(nomor)}** · {polos(ringkas(judul, 90))}")
    if s.tertutup(nomor):
        st.caption(f"{TUTUP} · {t(lk, 'peta.tak_dibaca')}")
        return
    mentah = lihat.mentah(nomor, _CONTOH)
    baca = [c for c in contoh if c.terbaca and c.mentah != c.terbaca][:_CONTOH]
    teks = " · ".join(polos(x) for x in mentah)
    if impor_susunan.tanpa_kode(s, kolom):
        teks += f"  \n:orange[:material/arrow_forward: {t(lk, f'peta.pilih_{_jenis_kode(s, kolom)}')}]"
    salah = sum(1 for c in contoh if c.alasan)
    if salah:
        teks += f"  \n:orange[:material/help: {t(lk, 'peta.sel_tanya', jumlah=salah)}]"
    elif baca:
        isi = " · ".join(polos(t(lk, "peta.jadi", mentah=c.mentah, terbaca=c.terbaca)) for c in baca[:2])
        teks += f"  \n{t(lk, 'peta.terbaca_jadi', isi=isi)}"
    st.caption(teks or t(lk, "peta.kolom_kosong"))


def _arti(lk: Lingkup, s: Susunan, kolom: KolomPeta) -> None:
    pilihan = [ABAIKAN.nama, *(i.nama for i in ISI[s.peta.bentuk])]
    kunci = s.kunci(f"isi_{kolom.kolom}")
    st.selectbox(
        t(lk, "peta.arti_kolom", huruf=huruf_kolom(kolom.kolom)),
        pilihan,
        index=pilihan.index(kolom.isi) if kolom.isi in pilihan else 0,
        format_func=lambda n: nama_isi(lk, s.peta.bentuk, n),
        label_visibility="collapsed",
        key=kunci,
        on_change=_ubah,
        args=(s, kolom.kolom, "isi", kunci),
    )


def _jenis_kode(s: Susunan, kolom: KolomPeta) -> str:
    """What is chosen beside the meaning; '' for nothing."""
    if s.peta.bentuk == "iku" and kolom.isi in ("target", "realisasi"):
        return "tahun"
    isi = isi_kolom(s.peta.bentuk, kolom.isi)
    bebas = isi is None or (isi.kode == "indikator" and s.peta.satu("indikator") is not None)
    return "" if bebas or isi is None else isi.kode


def _kode(lk: Lingkup, s: Susunan, kolom: KolomPeta) -> None:
    """The indikator, unsur or kind of report; of a plan's figures the year of the column."""
    jenis = _jenis_kode(s, kolom)
    if not jenis:
        return
    kunci = s.kunci(f"kode_{kolom.kolom}")
    pilihan = [str(n) for n in _TAHUN] if jenis == "tahun" else pilihan_kode(jenis, kolom.isi)
    st.selectbox(
        t(lk, f"peta.kode_{jenis}", huruf=huruf_kolom(kolom.kolom)),
        pilihan,
        index=pilihan.index(kolom.kode) if kolom.kode in pilihan else None,
        format_func=lambda k: nama_kode(lk, jenis, k),
        placeholder=t(lk, f"peta.pilih_{jenis}"),
        label_visibility="collapsed",
        key=kunci,
        on_change=_ubah,
        args=(s, kolom.kolom, "kode", kunci),
    )


def _tombol_rinci(lk: Lingkup, s: Susunan, kolom: KolomPeta, *, perlu: bool) -> bool:
    """A button that opens how one column is read; open by itself where something is asked."""
    if s.tertutup(kolom.kolom) or not impor_rinci.ada(s, kolom):
        return False
    kini = st.session_state.get("peta_rinci")
    terbuka = kini == kolom.kolom or (perlu and kini != -1 - kolom.kolom)
    st.button(
        t(lk, "peta.rinci"),
        icon=":material/expand_less:" if terbuka else ":material/tune:",
        key=f"peta_rinci_{kolom.kolom}",
        type="tertiary",
        on_click=_buka_rinci,
        args=(-1 - kolom.kolom if terbuka else kolom.kolom,),
    )
    return terbuka


def _buka_rinci(nomor: int) -> None:
    st.session_state["peta_rinci"] = nomor


def _ubah(s: Susunan, nomor: int, nama: str, kunci: str) -> None:
    sah, isi = s.jawaban(kunci)
    if sah:
        atur_kolom(s, nomor, **{nama: isi or ""})
