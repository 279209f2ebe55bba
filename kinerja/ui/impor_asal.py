"""Where period and unit of a mapped sheet come from, and what is read from there, at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from kinerja.domain.fakta import Masalah
from kinerja.domain.periode import Periode, rentang
from kinerja.i18n import format as tulis
from kinerja.ingest.peta.model import DARI, ISI, Dari
from kinerja.ui import impor_isian
from kinerja.ui.aman import polos
from kinerja.ui.impor_contoh import Lihat
from kinerja.ui.impor_susunan import Susunan, atur_asal
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import kalimat_masalah, t

_SEBUT = 4


@dataclass(frozen=True)
class Terbaca:
    """What is read of periods and units: those met, names that match no unit, and why there is none."""

    masa: Sequence[Periode]
    masa_tanya: Sequence[Masalah]
    unit: Sequence[str]
    asing: Sequence[str]
    unit_tanya: Sequence[Masalah]
    bertanggal: bool

    @property
    def beres(self) -> bool:
        return bool(self.masa or self.bertanggal) and bool(self.unit) and not self.asing


def baca(s: Susunan, lihat: Lihat) -> Terbaca:
    hari = not berperiode(s) or (s.peta.periode.dari == "kolom" and s.peta.satu("tanggal") is not None)
    masa, tanya = ([], []) if hari else lihat.periode()
    unit, asing, unit_tanya = lihat.unit()
    return Terbaca(masa, tanya, unit, asing, unit_tanya, bertanggal=hari)


def tampil(lk: Lingkup, s: Susunan, lihat: Lihat, terbaca: Terbaca) -> None:
    """Step four: two halves."""
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        _periode(lk, s, terbaca)
    with kanan:
        _unit(lk, s, lihat, terbaca)


def berperiode(s: Susunan) -> bool:
    """Do rows of this content have a period of their own? Registers and attendance have days instead."""
    return any(i.nama == "periode" for i in ISI[s.peta.bentuk])


def _periode(lk: Lingkup, s: Susunan, terbaca: Terbaca) -> None:
    if not berperiode(s):
        st.markdown(f"**{t(lk, 'peta.periode')}**")
        st.caption(t(lk, "peta.periode_tanggal"))
        return
    _dari(lk, s, "periode", s.peta.periode.dari)
    if s.peta.periode.dari == "isian":
        impor_isian.tanya_periode(lk, s.kode)
    if terbaca.bertanggal:
        st.caption(t(lk, "peta.periode_tanggal"))
    elif not terbaca.masa:
        _belum(lk, "peta.periode_belum", terbaca.masa_tanya)
    elif s.peta.periode.dari != "isian":
        _terbaca(lk, kata_periode(lk, terbaca.masa))


def kata_periode(lk: Lingkup, masa: Sequence[Periode]) -> str:
    """One period, or how many and from when to when."""
    if len(masa) == 1:
        return tulis.periode(masa[0], lk.bahasa)
    semua = rentang(min(p.dari for p in masa), max(p.sampai for p in masa))
    return t(lk, "peta.banyak_periode", jumlah=len(masa), rentang=tulis.periode(semua, lk.bahasa))


def _unit(lk: Lingkup, s: Susunan, lihat: Lihat, terbaca: Terbaca) -> None:
    _dari(lk, s, "unit", s.peta.unit.dari)
    if s.peta.unit.dari == "isian":
        impor_isian.tanya_unit(lk, s.kode)
    if terbaca.unit:
        _terbaca(lk, _sebut(lk, [_nama(lihat, k) for k in terbaca.unit]))
    if asing := terbaca.asing:
        st.warning(polos(t(lk, "peta.unit_asing", jumlah=len(asing), nama=_sebut(lk, asing))), icon=":material/help:")
    elif not terbaca.unit:
        _belum(lk, "peta.unit_belum", terbaca.unit_tanya)


def _nama(lihat: Lihat, kode: str) -> str:
    unit = lihat.pembaca.konteks.pencocok.unit(kode)
    return unit.nama if unit else kode


def _sebut(lk: Lingkup, nama: Sequence[str]) -> str:
    """The first names, and how many more."""
    isi = ", ".join(nama[:_SEBUT])
    return t(lk, "peta.dan_lagi", isi=isi, jumlah=len(nama) - _SEBUT) if len(nama) > _SEBUT else isi


def _dari(lk: Lingkup, s: Susunan, nama: str, kini: Dari) -> None:
    kunci = s.kunci(f"dari_{nama}")
    st.selectbox(
        t(lk, f"peta.{nama}"),
        list(DARI),
        index=DARI.index(kini),
        format_func=lambda d: t(lk, f"peta.dari_{d}"),
        key=kunci,
        on_change=_ubah,
        args=(s, nama, kunci),
    )


def _terbaca(lk: Lingkup, isi: str) -> None:
    st.markdown(f":green[:material/check_circle:] {t(lk, 'peta.terbaca')} **{polos(isi)}**")


def _belum(lk: Lingkup, kunci: str, tanya: Sequence[Masalah]) -> None:
    """Not read yet, with the reader's own reason where it has one."""
    alasan = polos(kalimat_masalah(lk, tanya[0])) if tanya else t(lk, kunci)
    st.markdown(f":orange[:material/help:] {alasan}")


def _ubah(s: Susunan, nama: str, kunci: str) -> None:
    sah, dari = s.jawaban(kunci)
    if sah:
        atur_asal(s, nama, dari)
