"""*Kinerja saya*: training hours of the year, and the estimate of credit points of functional positions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import streamlit as st

from kinerja.domain.ambang import nilai_ambang
from kinerja.domain.angka_kredit import LABEL_JENJANG, Jenjang, bulan_jenjang, jumlah_angka_kredit, koefisien
from kinerja.domain.errors import KinerjaError
from kinerja.domain.jp import baca_status, hari_mulai, periksa_jp
from kinerja.domain.predikat import Predikat
from kinerja.i18n import format as tulis
from kinerja.kalimat.kinerja_saya import sentence_jp
from kinerja.ui import catat, gambar, orang, sumber_asn, tabel
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_SETAHUN = 12


def jp(lk: Lingkup, f: orang.FaktaOrang) -> None:
    """Hours of the year as a duty or a right, and the trainings behind them."""
    tahun, hari = f.periode.tahun, catat.hari_ini()
    semua = sumber_asn.pelatihan_orang(lk.akses, lk.isi, list(lk.isi.pohon.units), tahun)
    semua = semua[semua["pegawai"] == f.pegawai]
    df = semua[semua["judul"] != ""]
    mulai = hari_mulai(int(semua["mulai"].iloc[0])) if len(semua) else None
    try:
        status = baca_status(str(f.nilai.get("status", "")))
        akhir = hari if hari.year == tahun else date(tahun, 12, 31)
        judul = sentence_jp(periksa_jp(status, float(df["jp"].sum()), akhir, mulai), tahun, lk.bahasa).dalam(lk.bahasa)
    except KinerjaError:
        judul = t(lk, "kinerja_saya.jp_tanpa_status", jp=tulis.angka(int(df["jp"].sum()), 0, lk.bahasa), tahun=tahun)
    with gambar.kartu("jp_saya", judul, t(lk, "kinerja_saya.jp_baca")):
        if mulai is not None and mulai > date(tahun, 1, 1):
            st.caption(t(lk, "kinerja_saya.jp_sebagian", tanggal=tulis.tanggal(mulai, lk.bahasa)))
        if df.empty:
            st.caption(t(lk, "kinerja_saya.jp_kosong", tahun=tahun))
            return
        kolom = tuple(t(lk, f"kinerja_saya.kolom_{k}") for k in ("tanggal", "jp", "judul"))
        isi = [
            (tulis.tanggal(b.tanggal.date(), lk.bahasa, pendek=True), tulis.angka(b.jp, 0, lk.bahasa), b.judul)
            for b in orang.baris(df.sort_values("tanggal"))
        ]
        tabel.tampil(lk, kolom, isi, kanan=kolom[1:2])


def angka_kredit(lk: Lingkup, f: orang.FaktaOrang) -> None:
    """An estimate for functional positions, called so; for part of a year by its months."""
    tahun = f.periode.tahun
    df = sumber_asn.masa_tugas(lk.akses, lk.isi, f.pegawai, tahun * 100 + 1, tahun * 100 + 12)
    bagian = bulan_jenjang((b.jabatan, b.dari, b.sampai) for b in orang.baris(df))
    if not bagian or f.predikat is None:
        return
    try:
        isi = [(f.predikat, koefisien(j, f.periode.sampai), lama) for j, lama in bagian]
    except KinerjaError:
        return
    nilai, lama = jumlah_angka_kredit(isi), sum(n for _, n in bagian)
    kunci = "ak" if lama >= _SETAHUN else "ak_sebagian"
    judul = t(lk, f"kinerja_saya.{kunci}", nilai=_dua(lk, nilai), tahun=tahun, bulan=lama)
    with gambar.kartu(
        "ak_saya", judul, t(lk, "kinerja_saya.ak_baca", bagian=_bagian(lk, bagian, f.predikat, f.periode.sampai))
    ):
        st.caption(t(lk, "kinerja_saya.ak_bukti"))


def _bagian(lk: Lingkup, bagian: list[tuple[Jenjang, int]], predikat: Predikat, bulan: int) -> str:
    """Every level with its months, the percentage of the predikat and its points of a full year."""
    persen = tulis.persen(float(nilai_ambang(f"angka_kredit.persen.{predikat}", bulan)), lk.bahasa, 0)
    return "; ".join(
        t(
            lk,
            "kinerja_saya.ak_bagian",
            jenjang=LABEL_JENJANG[j],
            bulan=lama,
            persen=persen,
            koefisien=tulis.angka(float(koefisien(j, bulan)), 2, lk.bahasa),
        )
        for j, lama in bagian
    )


def _dua(lk: Lingkup, nilai: Decimal) -> str:
    return tulis.angka(float(nilai), 2, lk.bahasa)
