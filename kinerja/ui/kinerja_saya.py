"""*Kinerja saya*: everything the program knows of the viewer, what is asked next, and who looked at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from kinerja.catatan.jejak import siapa_melihat
from kinerja.catatan.umpan_balik import fetch_umpan_balik
from kinerja.domain.akses import boleh
from kinerja.domain.angka_kredit import angka_kredit, baca_jenjang, koefisien
from kinerja.domain.errors import CatatanError, KinerjaError
from kinerja.domain.jp import baca_status, periksa_jp
from kinerja.domain.periode import geser_bulan
from kinerja.domain.predikat import PREDIKAT, Predikat, tentukan_predikat
from kinerja.domain.umpan_balik import UmpanBalik
from kinerja.i18n import format as tulis
from kinerja.i18n.masalah import teks_galat
from kinerja.kalimat.kinerja_saya import Kabar, Laporan, list_berikutnya, sentence_jp, sentence_pita
from kinerja.ui import catat, fakta_orang, gambar, orang, percakapan, samaran, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.penilaian import periode_nilai, sebut_masa
from kinerja.ui.teks import t


def tampil(lk: Lingkup) -> None:
    """The whole page under its head."""
    if not boleh(lk.akses, "siapa_melihat"):
        st.info(t(lk, "kinerja_saya.tanpa_akun"))
        return
    periode, mundur = periode_nilai(lk)
    st.markdown(polos(sebut_masa(lk, periode, mundur=mundur)))
    nilai = sumber_asn.nilai(lk.akses, lk.isi, list(lk.isi.pohon.units), periode)
    f = orang.baca(lk, lk.akses.pegawai, nilai, periode)
    kabar = _umpan_balik(lk)
    _berikutnya(lk, f, kabar or [])
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        with gambar.kartu("predikat_saya", t(lk, "kinerja_saya.predikat_judul")):
            fakta_orang.predikat(lk, f)
            st.caption(t(lk, "kinerja_saya.predikat_baca"))
            _pita(lk, f)
        _jp(lk, f)
    with kanan:
        fakta_orang.bulanan(lk, f, "saya")
        _angka_kredit(lk, f)
    judul = t(lk, "kinerja_saya.butir_judul", periode=tulis.periode(periode, lk.bahasa))
    with gambar.kartu("butir_saya", judul, t(lk, "kinerja_saya.butir_baca")):
        fakta_orang.butir(lk, f, lebar=True)
    if kabar is not None:
        percakapan.daftar(lk, kabar, t(lk, "kinerja_saya.saya"), disamarkan=samaran.tersamar())
        _dilihat(lk, f)


def _umpan_balik(lk: Lingkup) -> list[UmpanBalik] | None:
    """Feedback to the viewer; None, with its sentence on the page, where the notes cannot be read."""
    try:
        return fetch_umpan_balik(lk.akses, catat.mesin(lk), lk.akses.pegawai)
    except CatatanError as galat:
        st.warning(teks_galat(galat, lk.bahasa))
        return None


def _berikutnya(lk: Lingkup, f: orang.FaktaOrang, umpan: Sequence[UmpanBalik]) -> None:
    isi = list_berikutnya(
        _laporan(lk),
        f.hitung("tanpa_bukti"),
        f.hitung("tanpa_realisasi"),
        [_kabar(lk, u) for u in umpan],
        catat.hari_ini(),
        lk.bahasa,
    )
    with st.container(key="perhatian" if isi else "tenang", gap="small"):
        st.markdown(f"**{t(lk, 'kinerja_saya.berikut' if isi else 'kinerja_saya.berikut_tidak_ada')}**")
        if isi:
            st.markdown("\n".join(f"- {polos(k.dalam(lk.bahasa))}" for k in isi))


def _kabar(lk: Lingkup, u: UmpanBalik) -> Kabar:
    jenis = {x.jenis for x in u.tanggapan}
    return Kabar(
        dibaca=u.dibaca is not None,
        dijawab=bool(jenis & {"jawaban", "keberatan"}),
        batas=catat.batas_keberatan(lk, u.dibuat),
        langkah=u.isi.langkah,
        tanggal_langkah=u.isi.tanggal_langkah,
    )


def _laporan(lk: Lingkup) -> list[Laporan]:
    """Reports of the last year that were not handed in."""
    df = sumber_asn.laporan(lk.akses, lk.isi, [lk.akses.pegawai], geser_bulan(lk.isi.akhir, -11), lk.isi.akhir)
    df = df[df["lapor"].isna() & df["batas"].notna()]
    return [Laporan(b.bulan, b.jenis, b.batas.date()) for b in orang.baris(df)]


def _pita(lk: Lingkup, f: orang.FaktaOrang) -> None:
    """How the own unit is distributed, only where enough people are in it."""
    if not f.unit:
        return
    df = sumber_asn.sebaran(lk.akses, lk.isi, {"": [f.unit]}, f.periode)
    ada = df[(df["hasil_kerja"] != "") & ~df["disembunyikan"]]
    jumlah: dict[Predikat, int] = dict.fromkeys(PREDIKAT, 0)
    for b in orang.baris(ada):
        jumlah[tentukan_predikat(b.hasil_kerja, b.perilaku)] += b.n
    if sum(jumlah.values()) < 5:
        st.caption(t(lk, "kinerja_saya.pita_sembunyi"))
        return
    st.caption(polos(sentence_pita(list(jumlah.items()), lk.bahasa).dalam(lk.bahasa)))


def _jp(lk: Lingkup, f: orang.FaktaOrang) -> None:
    tahun, hari = f.periode.tahun, catat.hari_ini()
    df = sumber_asn.pelatihan_orang(lk.akses, lk.isi, list(lk.isi.pohon.units), tahun)
    df = df[(df["pegawai"] == f.pegawai) & (df["judul"] != "")]
    try:
        status = baca_status(str(f.nilai.get("status", "")))
        k = periksa_jp(status, float(df["jp"].sum()), hari if hari.year == tahun else date(tahun, 12, 31))
        judul = sentence_jp(k, tahun, lk.bahasa).dalam(lk.bahasa)
    except KinerjaError:
        judul = t(lk, "kinerja_saya.jp_tanpa_status", jp=tulis.angka(int(df["jp"].sum()), 0, lk.bahasa), tahun=tahun)
    with gambar.kartu("jp_saya", judul, t(lk, "kinerja_saya.jp_baca")):
        if df.empty:
            st.caption(t(lk, "kinerja_saya.jp_kosong", tahun=tahun))
            return
        kolom = [t(lk, f"kinerja_saya.kolom_{k}") for k in ("tanggal", "judul", "jp")]
        isi = [
            (tulis.tanggal(b.tanggal.date(), lk.bahasa), b.judul, tulis.angka(b.jp, 0, lk.bahasa))
            for b in orang.baris(df.sort_values("tanggal"))
        ]
        st.dataframe(pd.DataFrame(isi, columns=kolom), hide_index=True, height="content")


def _angka_kredit(lk: Lingkup, f: orang.FaktaOrang) -> None:
    """An estimate for functional positions, called so."""
    jenjang = baca_jenjang(f.jabatan)
    if jenjang is None or f.predikat is None:
        return
    try:
        nilai = angka_kredit(f.predikat, koefisien(jenjang, f.periode.sampai), bulan=f.periode.sampai)
    except KinerjaError:
        return
    judul = t(lk, "kinerja_saya.ak", nilai=tulis.angka(float(nilai), 2, lk.bahasa))
    with gambar.kartu("ak_saya", judul, t(lk, "kinerja_saya.ak_baca", jabatan=f.jabatan)):
        st.caption(t(lk, "kinerja_saya.ak_bukti"))


def _dilihat(lk: Lingkup, f: orang.FaktaOrang) -> None:
    try:
        isi = siapa_melihat(lk.akses, catat.mesin(lk), lk.akses.pegawai, unit=[f.unit] if f.unit else [])
    except CatatanError as galat:
        st.warning(teks_galat(galat, lk.bahasa))
        return
    with gambar.kartu("dilihat", t(lk, "kinerja_saya.dilihat"), t(lk, "kinerja_saya.dilihat_baca")):
        if not isi:
            st.caption(t(lk, "kinerja_saya.dilihat_kosong"))
            return
        kolom = [t(lk, f"kinerja_saya.kolom_{k}") for k in ("waktu", "siapa", "tindakan", "lingkup")]
        baris = [
            (
                tulis.waktu(k.pada, lk.bahasa),
                f"{t(lk, f'peran.{k.peran}')} {'' if samaran.tersamar() else k.pelaku}".strip(),
                t(lk, f"tindakan.{k.tindakan}"),
                t(lk, "kinerja_saya.data_saya") if k.pegawai else lk.isi.pohon.nama(k.unit),
            )
            for k in isi
        ]
        st.dataframe(pd.DataFrame(baris, columns=kolom), hide_index=True, height="content" if len(baris) < 12 else 420)
