"""Where two figures stand against each other: what a correction changed, and what a second source says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from kinerja.domain.akses import boleh_sel_kecil
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import rentang
from kinerja.i18n import format as tulis
from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import nilai_satuan
from kinerja.store.koreksi import NilaiKoreksi
from kinerja.store.riwayat import Koreksi, Pembanding
from kinerja.ui import tabel as tabel_
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.sumber import Riwayat
from kinerja.ui.teks import t

_MAKS = 500
Angka = tuple[int | None, int | None]
"""Numerator and denominator, or a count and None."""


def tampil(lk: Lingkup, r: Riwayat) -> None:
    """Corrections one by one, then second sources in one table."""
    st.markdown(f"**{t(lk, 'perbedaan.koreksi')}**")
    if not r.koreksi:
        st.caption(t(lk, "perbedaan.koreksi_kosong"))
    for k in r.koreksi:
        _koreksi(lk, k, [n for n in r.nilai if n.muatan == k.muatan])
    st.markdown(f"**{t(lk, 'perbedaan.pembanding')}**")
    _pembanding(lk, r.pembanding)


def tabel(lk: Lingkup, baris: Sequence[Sequence[str]], kolom: Sequence[str], kanan: Sequence[str] = ()) -> None:
    """Rows of texts with headings of the catalog; columns without any text are left out."""
    ada = [n for n in range(len(kolom)) if any(b[n] for b in baris)]
    nama = [t(lk, f"kolom.{kolom[n]}") for n in ada]
    isi = [[b[n] for n in ada] for b in baris]
    tabel_.tampil(lk, nama, isi, kanan=[t(lk, f"kolom.{k}") for k in kanan])


def _koreksi(lk: Lingkup, k: Koreksi, nilai: Sequence[NilaiKoreksi]) -> None:
    kapan = tulis.waktu(datetime.fromisoformat(k.pada), lk.bahasa)
    rinci = [k.oleh, kapan, t(lk, "perbedaan.baris_lama", jumlah=tulis.angka(k.baris, 0, lk.bahasa))]
    if k.disetujui:
        rinci.append(t(lk, "riwayat.disetujui", nama=k.disetujui))
    with st.container(border=True, key=f"koreksi_{k.muatan}"):
        st.markdown(f"{t(lk, 'riwayat.nomor', muatan=k.muatan)} · {polos(k.berkas)}: **{polos(k.alasan)}**")
        st.caption(polos(" · ".join(rinci)))
        if k.dibatalkan:
            st.markdown(t(lk, "perbedaan.dibatalkan"))
        elif nilai:
            baris = [_baris_koreksi(lk, n) for n in nilai[:_MAKS]]
            tabel(lk, baris, ("indikator", "unit", "periode", "lama", "baru", "selisih"), ("lama", "baru", "selisih"))


def _baris_koreksi(lk: Lingkup, n: NilaiKoreksi) -> list[str]:
    ind = registri()[n.indikator]
    nama = ind.nama.dalam(lk.bahasa)
    if n.target:
        nama = t(lk, "perbedaan.target", indikator=nama)
        isi = [nilai_satuan(v / 1e4, ind, lk.bahasa) for v in (n.lama, n.baru)]
        beda = tulis.angka((n.baru - n.lama) / 1e4, ind.desimal, lk.bahasa, tanda=True)
    else:
        isi, beda = _dua(lk, ind, (n.lama, n.lama_penyebut), (n.baru, n.baru_penyebut))
    return [nama, lk.isi.pohon.nama(n.unit), tulis.periode(rentang(n.dari, n.sampai), lk.bahasa), *isi, beda]


def _pembanding(lk: Lingkup, daftar: Sequence[Pembanding]) -> None:
    if not daftar:
        st.caption(t(lk, "perbedaan.pembanding_kosong"))
        return
    bersama = [p for p in daftar if p.lain_pembilang is not None]
    beda = sum(1 for p in bersama if not _sama(p))
    st.caption(t(lk, "perbedaan.pembanding_baca", beda=beda, jumlah=len(bersama)))
    baris = []
    for p in daftar[:_MAKS]:
        ind = registri()[p.indikator]
        isi, selisih = _dua(lk, ind, (p.lain_pembilang, p.lain_penyebut), (p.pembilang, p.penyebut))
        masa = tulis.periode(rentang(p.dari, p.sampai), lk.bahasa)
        sumber = t(lk, "perbedaan.sumber", muatan=p.muatan, berkas=p.berkas)
        baris.append([ind.nama.dalam(lk.bahasa), lk.isi.pohon.nama(p.unit), masa, *isi, selisih, sumber])
    kolom = ("indikator", "unit", "periode", "dihitung", "pembanding", "selisih", "sumber")
    tabel(lk, baris, kolom, ("dihitung", "pembanding", "selisih"))


def _sama(p: Pembanding) -> bool:
    """Equal figures; a denominator that only one side has makes no difference."""
    return p.pembilang == p.lain_pembilang and (None in (p.penyebut, p.lain_penyebut) or p.penyebut == p.lain_penyebut)


def _dua(lk: Lingkup, ind: Indikator, satu: Angka, dua: Angka) -> tuple[list[str], str]:
    """Both figures in words and the difference of the second from the first; hidden where few people stand behind."""
    if ind.n_minimum and not boleh_sel_kecil(lk.akses, ind.n_arti):
        return [t(lk, "perbedaan.disembunyikan")] * 2, ""
    return [_tulis(lk, ind, *a) for a in (satu, dua)], _selisih(lk, ind, satu, dua)


def _tulis(lk: Lingkup, ind: Indikator, pembilang: int | None, penyebut: int | None) -> str:
    if pembilang is None:
        return t(lk, "perbedaan.tidak_ada")
    if ind.bentuk == "jumlah":
        return nilai_satuan(pembilang, ind, lk.bahasa)
    if not penyebut:
        return tulis.angka(pembilang, 0, lk.bahasa)
    if ind.bentuk == "rerata_rasio":
        rata = tulis.angka(pembilang / penyebut, 2, lk.bahasa)
        return t(lk, "perbedaan.rata_jawaban", rata=rata, jumlah=tulis.angka(penyebut, 0, lk.bahasa))
    a, b = (tulis.angka(n, 0, lk.bahasa) for n in (pembilang, penyebut))
    return t(lk, "perbedaan.dari", a=a, b=b)


def _selisih(lk: Lingkup, ind: Indikator, satu: Angka, dua: Angka) -> str:
    """The change of the figure itself: a count, or points of the ratio; '' where one of them is missing."""
    angka = [_figur(ind, *a) for a in (satu, dua)]
    if angka[0] is None or angka[1] is None:
        return ""
    desimal = 2 if ind.bentuk == "rerata_rasio" else ind.desimal
    return tulis.angka(angka[1] - angka[0], desimal, lk.bahasa, tanda=True)


def _figur(ind: Indikator, pembilang: int | None, penyebut: int | None) -> float | None:
    if pembilang is None or (ind.bentuk != "jumlah" and not penyebut):
        return None
    if ind.bentuk == "jumlah" or not penyebut:
        return float(pembilang)
    return pembilang / penyebut * (1 if ind.bentuk == "rerata_rasio" else ind.skala)
