"""Slides: one message, one figure, one number; arrow keys; made from the same frames and sentences as the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from kinerja.charts.capaian import bars_capaian
from kinerja.charts.theme import Gambar
from kinerja.charts.tren import line_tren
from kinerja.charts.unsur import dots_unsur
from kinerja.domain.indikator import Indikator
from kinerja.i18n import format as tulis
from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import nilai_satuan, nilai_tanda, sentence_perhatian, sentence_target, sentence_units
from kinerja.ui import ambil, gambar, lingkup, perhatian
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.navigasi import pergi
from kinerja.ui.sumber import Dua
from kinerja.ui.teks import t

_BARIS = 6  # rows that fit on a projector
_BATAS_B = 3.0644  # NRR where mutu B begins: 76.61 / 25


@dataclass(frozen=True)
class Slide:
    """``angka`` holds label, number and what stands under it; ``butir`` a short list instead of a figure."""

    pesan: str
    gambar: Gambar | None = None
    angka: tuple[str, str, str] | None = None
    butir: tuple[str, ...] = ()


def susun(lk: Lingkup, dua: Dua) -> list[Slide]:
    """The deck of an evaluation meeting for the chosen unit, period and indikator; slides without data are left out."""
    pembuat: list[Callable[[Lingkup, Dua], Slide | None]] = [_pembuka, _tren, _unit, _ikm, _spm, _penutup]
    return [s for s in (buat(lk, dua) for buat in pembuat) if s is not None]


def tampil(lk: Lingkup, daftar: list[Slide]) -> None:
    """Draw the chosen slide with its controls."""
    nomor = min(max(lk.slide, 1), len(daftar))
    s = daftar[nomor - 1]
    with st.container(key="lembar_slide"):
        contoh = f"**{t(lk, 'kepala.contoh')}** · " if lk.isi.contoh else ""
        tempat = polos(f"{lk.isi.pohon.nama(lk.unit)} · {tulis.periode(lk.periode, lk.bahasa)}")
        sampai = t(lk, "paparan.data_per", bulan=tulis.bulan(lk.isi.akhir, lk.bahasa), nomor=lk.isi.nomor)
        st.caption(f"{contoh}{tempat} · {sampai}")
        st.title(polos(s.pesan), anchor=False)
        _isi(lk, s)
    _kendali(lk, nomor, len(daftar))


def _isi(lk: Lingkup, s: Slide) -> None:
    if s.butir:
        st.markdown("\n".join(f"- {polos(b)}" for b in s.butir))
    if s.gambar is None:
        return
    kiri, kanan = st.columns([2, 1], gap="large", vertical_alignment="center") if s.angka else (st.container(), None)
    with kiri:
        gambar.lukis("g_slide", s.gambar, lk, s.pesan)
    if s.angka and kanan is not None:
        label, nilai, bawah = s.angka
        with kanan:
            st.metric(label, nilai)
            st.markdown(polos(bawah))


def _kendali(lk: Lingkup, nomor: int, jumlah: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="kendali"):
        st.button(
            t(lk, "paparan.sebelum"),
            icon=":material/arrow_back:",
            shortcut="Left",
            disabled=nomor <= 1,
            on_click=lingkup.atur,
            kwargs={"slide": str(nomor - 1)},
            key="sebelum",
        )
        st.button(
            t(lk, "paparan.berikut"),
            icon=":material/arrow_forward:",
            shortcut="Right",
            disabled=nomor >= jumlah,
            on_click=lingkup.atur,
            kwargs={"slide": str(nomor + 1)},
            key="berikut",
        )
        st.button(
            t(lk, "paparan.keluar"),
            icon=":material/close:",
            shortcut="Escape",
            type="tertiary",
            on_click=pergi,
            args=("ringkasan",),
            kwargs={"slide": ""},
            key="keluar",
        )
        st.caption(t(lk, "paparan.letak", nomor=nomor, jumlah=jumlah))


def _angka(lk: Lingkup, ind: Indikator, df: pd.DataFrame) -> tuple[str, str, str] | None:
    if df.empty or pd.isna(df["realisasi"].iloc[0]):
        return None
    b = df.iloc[0]
    target = (
        t(lk, "alasan.tanpa_target")
        if pd.isna(b["target"])
        else t(
            lk,
            "kartu.target",
            target=nilai_satuan(float(b["target"]), ind, lk.bahasa),
            capaian=tulis.persen(float(b["capaian"]), lk.bahasa),
        )
    )
    nilai = nilai_tanda(float(b["realisasi"]), ind, lk.bahasa)
    return ind.nama.dalam(lk.bahasa), nilai, target


def _pembuka(lk: Lingkup, dua: Dua) -> Slide:
    daftar = perhatian.temuan(dua, lk)
    pesan = sentence_perhatian(daftar, dua.baris_kini, dua.baris_dulu).dalam(lk.bahasa)
    return Slide(pesan, butir=tuple(p.kalimat.dalam(lk.bahasa) for p in daftar[:5]) or (t(lk, "paparan.lanjut"),))


def _tren(lk: Lingkup, dua: Dua) -> Slide:
    ind, kini = ambil.definisi(lk), ambil.utama(lk, dua)
    deret = ambil.deret(lk, [lk.indikator], [lk.unit])
    fig = line_tren(
        deret, ind=ind, bahasa=lk.bahasa, tema=gambar.tema(lk), ukuran="paparan", peristiwa=ambil.kejadian(lk, deret)
    )
    return Slide(
        sentence_target(kini, ind, lk.periode_untuk(ind), lk.bahasa).dalam(lk.bahasa), fig, _angka(lk, ind, kini)
    )


def _unit(lk: Lingkup, dua: Dua) -> Slide | None:
    ind, df = ambil.definisi(lk), ambil.urut_capaian(ambil.per_unit(lk, dua, lk.indikator)[0])
    if len(df) < 2:
        return None
    fig = bars_capaian(df.head(_BARIS), ind=ind, bahasa=lk.bahasa, tema=gambar.tema(lk), ukuran="paparan")
    return Slide(sentence_units(df, ind, lk.bahasa).dalam(lk.bahasa), fig)


def _ikm(lk: Lingkup, dua: Dua) -> Slide | None:
    ind, kini = registri()["ikm"], ambil.satu(dua.kini, "ikm", lk.unit)
    unsur = ambil.unsur(lk)
    if kini.empty or pd.isna(kini["realisasi"].iloc[0]) or unsur.empty:
        return None
    fig = dots_unsur(
        unsur,
        batas=_BATAS_B,
        nama_batas=t(lk, "paparan.batas_b"),
        bahasa=lk.bahasa,
        tema=gambar.tema(lk),
        ukuran="paparan",
    )
    return Slide(
        sentence_target(kini, ind, lk.periode_untuk(ind), lk.bahasa).dalam(lk.bahasa), fig, _angka(lk, ind, kini)
    )


def _spm(lk: Lingkup, dua: Dua) -> Slide | None:
    spm = [k for k, i in registri().items() if i.kelompok == "spm"]
    df = dua.kini[dua.kini["indikator"].isin(spm) & (dua.kini["unit"] == lk.unit)]
    if df["capaian"].notna().sum() < 2:
        return None
    bernama = df.assign(nama=[registri()[k].nama.dalam(lk.bahasa) for k in df["indikator"]])
    fig = bars_capaian(
        bernama.sort_values("capaian", kind="stable").head(_BARIS),
        ind=registri()[spm[0]],
        bahasa=lk.bahasa,
        tema=gambar.tema(lk),
        ukuran="paparan",
    )
    capai = int((df["capaian"] >= 100).sum())
    return Slide(t(lk, "paparan.spm", capai=capai, jumlah=int(df["capaian"].notna().sum())), fig)


def _penutup(lk: Lingkup, _dua: Dua) -> Slide:
    return Slide(t(lk, "paparan.penutup"), butir=tuple(t(lk, f"paparan.tanya_{n}") for n in range(1, 4)))
