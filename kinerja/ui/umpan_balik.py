"""*Umpan balik*: choose a person, see the facts, write, and read what was said so far."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from kinerja.catatan.umpan_balik import fetch_umpan_balik, keadaan_umpan_balik
from kinerja.domain.akses import boleh
from kinerja.domain.errors import CatatanError
from kinerja.domain.periode import Periode
from kinerja.domain.umpan_balik import UmpanBalik
from kinerja.domain.unit import turunan
from kinerja.i18n import format as tulis
from kinerja.i18n.masalah import teks_galat
from kinerja.ui import (
    catat,
    fakta_orang,
    gambar,
    lingkup,
    orang,
    percakapan,
    samaran,
    saringan,
    sumber_asn,
    umpan_tulis,
)
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.penilaian import periode_nilai, sebut_masa
from kinerja.ui.samaran import Tirai
from kinerja.ui.teks import t

_TAMPIL = 12


def tampil(lk: Lingkup) -> None:
    """The whole page under its head."""
    if not lk.akses.dikenal:
        st.info(t(lk, "penilaian.tanpa_akun"))
        return
    periode, sebut = periode_nilai(lk)
    st.markdown(polos(sebut_masa(lk, periode, sebut)))
    nilai = orang.daftar(lk, turunan(lk.unit, lk.isi.pohon.anak), periode)
    if nilai.empty:
        st.info(t(lk, "umpan_tulis.tanpa_orang"))
        return
    tirai = samaran.pasang(lk, "umpan-balik", dict(zip(nilai["pegawai"], nilai["unit"], strict=True)))
    kode = _pilih(lk, nilai, tirai)
    riwayat = None
    try:
        _antrean(lk, nilai, periode, tirai)
        riwayat = fetch_umpan_balik(lk.akses, catat.mesin(lk), kode, terlihat={kode}) if kode else []
    except CatatanError as galat:
        st.warning(teks_galat(galat, lk.bahasa))
    if kode:
        _satu(lk, orang.baca(lk, kode, nilai, periode), riwayat, tirai)
    else:
        st.info(t(lk, "umpan_tulis.pilih_dahulu"))


def _pilih(lk: Lingkup, nilai: pd.DataFrame, tirai: Tirai) -> str:
    """The chosen person of these; '' for nobody, also when the address names somebody else."""
    isi = {b.pegawai: b for b in orang.baris(nilai)}
    kode = orang.kode_kini(lk)
    kode = kode if kode in isi else ""

    def tulisan(k: str) -> str:
        if not k:
            return t(lk, "umpan_tulis.pilih_orang")
        b = isi[k]
        jabatan = () if tirai.aktif else (b.jabatan,)  # it would tell who it is
        return " · ".join((tirai.orang(lk, k), *jabatan, lk.isi.pohon.nama(b.unit)))

    saringan.pilih("orang", t(lk, "umpan_tulis.orang"), ["", *isi], kode, tulisan)
    return kode


def _antrean(lk: Lingkup, nilai: pd.DataFrame, periode: Periode, tirai: Tirai) -> None:
    """People without feedback this period: those the viewer rates, or everybody for kepegawaian."""
    kode = nilai["pegawai"].tolist()
    if boleh(lk.akses, "tulis_umpan_balik"):
        dinilai = sumber_asn.dinilai(lk.akses, lk.isi)
        kode = [p for p in kode if p in dinilai]
    keadaan = keadaan_umpan_balik(lk.akses, catat.mesin(lk), kode, periode, terlihat=frozenset(kode))
    belum = [p for p in kode if keadaan[p] == "belum"]
    keberatan = [p for p in kode if keadaan[p] == "keberatan"]
    angka = {k: tulis.angka(v, 0, lk.bahasa) for k, v in (("n", len(belum)), ("semua", len(kode)))}
    judul = t(lk, "umpan_tulis.antrean" if belum else "umpan_tulis.antrean_habis", **angka)
    with st.expander(polos(judul), icon=":material/checklist:", key="antrean_umpan_balik"):
        st.caption(t(lk, "umpan_tulis.antrean_baca"))
        _tombol(lk, "belum", belum, tirai)
        if keberatan:
            st.markdown(t(lk, "umpan_tulis.antrean_keberatan", n=len(keberatan)))
            _tombol(lk, "keberatan", keberatan, tirai)


def _tombol(lk: Lingkup, kelompok: str, kode: list[str], tirai: Tirai) -> None:
    with st.container(horizontal=True):
        for p in kode[:_TAMPIL]:
            st.button(
                polos(tirai.orang(lk, p)),
                key=f"buka_{kelompok}_{p}",
                on_click=lingkup.atur,
                kwargs={"orang": p},
            )
    if len(kode) > _TAMPIL:
        st.caption(t(lk, "umpan_tulis.antrean_lain", n=tulis.angka(len(kode) - _TAMPIL, 0, lk.bahasa)))


def _satu(lk: Lingkup, f: orang.FaktaOrang, riwayat: Sequence[UmpanBalik] | None, tirai: Tirai) -> None:
    """One person; without the notes (None) the facts alone, for nothing could be sent."""
    catat.jejak(lk, "lihat", pegawai=f.pegawai, unit=f.unit, rincian="umpan-balik")
    menulis = boleh(lk.akses, "tulis_umpan_balik") and f.pegawai in sumber_asn.dinilai(lk.akses, lk.isi)
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        with gambar.kartu("fakta", t(lk, "umpan_tulis.fakta_judul", orang=tirai.orang(lk, f.pegawai))):
            fakta_orang.predikat(lk, f)
            fakta_orang.butir(lk, f)
        fakta_orang.bulanan(lk, f, "orang")
    if riwayat is None:
        return
    with kanan:
        if menulis:
            umpan_tulis.tampil(lk, f)
        else:
            st.caption(t(lk, "umpan_tulis.hanya_baca"))
    percakapan.daftar(lk, riwayat, tirai.orang(lk, f.pegawai), disamarkan=tirai.aktif)
