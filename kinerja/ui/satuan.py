"""The page *Satuan kerja*: the unit master as a tree, what may be changed, and the other names of units."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import streamlit as st

from kinerja.domain.unit import BULAN_AKHIR, BULAN_AWAL, Unit, turunan
from kinerja.i18n import format as tulis
from kinerja.ui import gambar, perbedaan, satuan_ubah, sumber
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_LEKUK = "\u2003"
_TINGGI, _TINGGI_DAFTAR, _MAKS_DAFTAR = 15, 520, 100


def tampil(lk: Lingkup) -> None:
    """The list first, then what may be changed and by whom."""
    _daftar(lk)
    with gambar.kartu("ubah_satuan", t(lk, "satuan.ubah"), t(lk, "satuan.ubah_baca")):
        satuan_ubah.tampil(lk)
    with gambar.kartu("alias", t(lk, "satuan.alias"), t(lk, "satuan.alias_baca")):
        _alias(lk)


def _daftar(lk: Lingkup) -> None:
    pohon, kini = lk.isi.pohon, satuan_ubah.bulan_ini()
    semua = [pohon.units[u] for u in turunan(pohon.akar, pohon.anak)]
    banyak = Counter(u.jenis for u in semua if u.berlaku_dari <= kini <= u.berlaku_sampai)
    rinci = ", ".join(f"{n} {t(lk, f'jenis_unit.{j}')}" for j, n in banyak.items())
    with gambar.kartu("satuan", t(lk, "satuan.jumlah", jumlah=banyak.total()), rinci):
        cari = st.text_input(t(lk, "satuan.saring"), key="saring_satuan", placeholder=t(lk, "satuan.saring_petunjuk"))
        kata = (cari or "").casefold().split()
        tampak = [u for u in semua if all(k in f"{u.nama} {u.kode} {u.kode_resmi}".casefold() for k in kata)]
        if not tampak:
            st.caption(t(lk, "satuan.tidak_ketemu", cari=polos(cari or "")))
            return
        if lk.sempit and len(tampak) <= _MAKS_DAFTAR:
            with st.container(height=_TINGGI_DAFTAR, border=False):
                st.markdown("\n".join(_butir(lk, u, lekuk=not kata) for u in tampak))
            return
        tabel = pd.DataFrame([_baris(lk, u, lekuk=not kata) for u in tampak], columns=_kolom(lk))
        berisi = tabel.loc[:, [k for k in tabel.columns if tabel[k].astype(bool).any()]]
        st.dataframe(berisi, hide_index=True, height="content" if len(tampak) <= _TINGGI else _TINGGI_DAFTAR)


def _kolom(lk: Lingkup) -> list[str]:
    return [t(lk, f"kolom.{k}") for k in ("nama", "jenis_unit", "kode", "kode_resmi", "berlaku", "penerus")]


def _baris(lk: Lingkup, u: Unit, *, lekuk: bool) -> list[str]:
    dalam = _kedalaman(lk, u) if lekuk else 0
    penerus = lk.isi.pohon.nama(u.penerus) if u.penerus in lk.isi.pohon.units else u.penerus
    resmi = u.kode_resmi or (u.kode if u.jenis == "puskesmas" and u.kode.isdigit() else "")
    return [_LEKUK * dalam + u.nama, t(lk, f"jenis_unit.{u.jenis}"), u.kode, resmi, berlaku(lk, u), penerus]


def _butir(lk: Lingkup, u: Unit, *, lekuk: bool) -> str:
    """A unit as an item of a nested list: a telephone has no room for columns."""
    nama, *lain = _baris(lk, u, lekuk=False)
    return f"{'  ' * (_kedalaman(lk, u) if lekuk else 0)}- **{polos(nama)}** · " + polos(
        " · ".join(x for x in lain if x)
    )


def _kedalaman(lk: Lingkup, u: Unit) -> int:
    return 0 if u.induk is None else 1 + _kedalaman(lk, lk.isi.pohon.units[u.induk])


def berlaku(lk: Lingkup, u: Unit) -> str:
    """From when to when the unit exists, in words; '' for always."""
    dari, sampai = (tulis.bulan(b, lk.bahasa, pendek=True) for b in (u.berlaku_dari, u.berlaku_sampai))
    if u.berlaku_dari > BULAN_AWAL and u.berlaku_sampai < BULAN_AKHIR:
        return f"{dari} – {sampai}"
    if u.berlaku_sampai < BULAN_AKHIR:
        return t(lk, "satuan.sampai", bulan=sampai)
    return t(lk, "satuan.sejak", bulan=dari) if u.berlaku_dari > BULAN_AWAL else ""


def _alias(lk: Lingkup) -> None:
    """Other names, units in official order. They are kept as they are matched: lower case, without signs."""
    urut = {u: n for n, u in enumerate(turunan(lk.isi.pohon.akar, lk.isi.pohon.anak))}
    semua = sorted(sumber.alias(lk.isi).items(), key=lambda x: (urut[x[1]], x[0]))
    if not semua:
        st.markdown(t(lk, "satuan.alias_kosong"))
        return
    baris = [[lk.isi.pohon.nama(unit), nama] for nama, unit in semua]
    if lk.sempit:  # one item for each unit
        baris = [[u, ", ".join(n for v, n in baris if v == u)] for u in dict.fromkeys(u for u, _ in baris)]
    perbedaan.tabel(lk, baris, ("unit", "nama_lain"))
