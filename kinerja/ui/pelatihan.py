"""*Pelatihan*, first half: hours against duty and right, who may miss the minimum, and the titles attended."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from functools import lru_cache

import pandas as pd
import streamlit as st

from kinerja.charts.jp import ARAH, BarisJp, bars_jp, bars_jumlah
from kinerja.domain.akses import boleh, jangkauan
from kinerja.domain.jp import hari_mulai, periksa_jp
from kinerja.i18n import format as tulis
from kinerja.kalimat.pelatihan import sentence_jp
from kinerja.ui import catat, gambar, kelompok_asn, perbedaan, samaran, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.kelompok_asn import SEMUA
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.navigasi import pergi
from kinerja.ui.teks import t

_MUAT, _MUAT_SEMPIT, _MINIMUM = 40, 24, 20


def tampil(lk: Lingkup) -> None:
    """Hours of PNS and PPPK, people in reach, titles."""
    kel = kelompok_asn.kelompok(lk)
    df = sumber_asn.jp_sebaran(lk.akses, lk.isi, kel, lk.periode.tahun, lk.periode.sampai)
    if df.empty:
        with gambar.kartu("jp", t(lk, "dukungan.jp_judul")):
            st.markdown(t(lk, "dukungan.tanpa_pegawai"))
        return
    _pns(lk, kel, df[df["status"] == "PNS"])
    _pppk(lk, kel, df[df["status"] == "PPPK"])
    _orang(lk, kel[SEMUA])


def hari_akhir(lk: Lingkup) -> date:
    """The last day of the period: hours up to then are judged."""
    tahun, bulan = divmod(lk.periode.sampai, 100)
    return date(tahun, bulan, monthrange(tahun, bulan)[1])


@lru_cache(maxsize=1024)
def arah_pns(jp: int, mulai: int, hari: date) -> str:
    """Where a PNS with these hours stands who came in month ``mulai`` (0: before the year)."""
    return periksa_jp("PNS", float(jp), hari, hari_mulai(mulai)).arah


def _baris(lk: Lingkup, df: pd.DataFrame, kel: dict[str, list[str]]) -> dict[str, BarisJp]:
    """Group → its PNS by where they stand; groups without any are left out."""
    hari = hari_akhir(lk)
    jumlah: dict[str, Counter[str]] = {}
    tertutup: dict[str, bool] = {}
    kolom = (df[k].tolist() for k in ("kelompok", "jp", "mulai", "pegawai", "disembunyikan"))
    for k, jp, mulai, n, tutup in zip(*kolom, strict=True):
        jumlah.setdefault(k, Counter())["" if tutup else arah_pns(jp, mulai, hari)] += n
        tertutup[k] = tutup
    return {
        k: BarisJp(
            lk.unit if k == SEMUA else k,
            kelompok_asn.nama(lk, k, kel[k]) if k != SEMUA else lk.isi.pohon.nama(lk.unit),
            c.total(),
            tuple(c[a] for a in ARAH),
            tertutup[k],
        )
        for k, c in jumlah.items()
    }


def _pns(lk: Lingkup, kel: dict[str, list[str]], df: pd.DataFrame) -> None:
    baris = _baris(lk, df, kel)
    semua = baris.get(SEMUA)
    masa = tulis.tanggal(hari_akhir(lk), lk.bahasa)
    jumlah = dict(zip(ARAH, semua.jumlah, strict=True)) if semua else {}
    judul = sentence_jp(jumlah, masa, bool(semua and semua.tertutup), lk.bahasa).dalam(lk.bahasa)
    with gambar.kartu("jp", judul, t(lk, "dukungan.jp_baca", unit=lk.isi.pohon.nama(lk.unit))):
        tampil_ = [b for k, b in baris.items() if k != SEMUA]
        batas = _MUAT_SEMPIT if lk.sempit else _MUAT
        fig = bars_jp(tampil_[:batas], bahasa=lk.bahasa, tema=gambar.tema(lk), sempit=lk.sempit)
        gambar.lukis("g_jp", fig, lk, judul, lambda c: pergi("pelatihan", unit=c[0]))
        if any(b.tertutup for b in tampil_):
            st.caption(t(lk, "dukungan.tertutup_baca"))
        with st.expander(t(lk, "kalibrasi.tabel"), icon=":material/table_rows:", key="rincian_jp"):
            _tabel_pns(lk, tampil_)


def _tabel_pns(lk: Lingkup, isi: list[BarisJp]) -> None:
    baris = [
        [b.nama, tulis.angka(b.n, 0, lk.bahasa), *(_sel(lk, b, n) for n in b.jumlah)]
        for b in isi
    ]  # fmt: skip
    kolom = ("unit", "jp_orang", *(f"jp_{a}" for a in ARAH))
    perbedaan.tabel(lk, baris, kolom, kolom[1:])


def _sel(lk: Lingkup, b: BarisJp, n: int) -> str:
    return t(lk, "dukungan.tertutup") if b.tertutup else tulis.angka(n, 0, lk.bahasa)


def _pppk(lk: Lingkup, kel: dict[str, list[str]], df: pd.DataFrame) -> None:
    """A right that may be used: people and mean hours, no shortfall and no colour of one."""
    if df.empty:
        return
    isi = df[df["jp"].notna()]
    jam = (isi["jp"] * isi["pegawai"]).groupby(isi["kelompok"]).sum()
    orang = df.groupby("kelompok")["pegawai"].sum()
    rata = {k: f"{tulis.angka(float(jam[k]) / int(orang[k]), 1, lk.bahasa)}" for k in jam.index}
    baris = [
        [
            kelompok_asn.nama(lk, k, kel[k]),
            tulis.angka(int(orang[k]), 0, lk.bahasa),
            rata.get(k, t(lk, "dukungan.tertutup")),
        ]
        for k in kel
        if k != SEMUA and k in orang.index
    ]
    judul = t(lk, "dukungan.pppk_tertutup")
    if SEMUA in rata:
        n = tulis.angka(int(orang[SEMUA]), 0, lk.bahasa)
        judul = t(lk, "dukungan.pppk", n=n, rata=rata[SEMUA], tanggal=tulis.tanggal(hari_akhir(lk), lk.bahasa))
    with gambar.kartu("pppk", judul, t(lk, "dukungan.pppk_baca")):
        perbedaan.tabel(lk, baris, ("unit", "pppk_orang", "pppk_rata"), ("pppk_orang", "pppk_rata"))


def _orang(lk: Lingkup, units: list[str]) -> None:
    """People in reach who will miss the minimum at the pace so far; by unit, then code."""
    if not boleh(lk.akses, "lihat_orang"):
        with gambar.kartu("jp_orang", t(lk, "dukungan.orang_judul")):
            kunci = "orang_tanpa_akun" if not lk.akses.dikenal else "orang_tanpa_hak"
            st.markdown(t(lk, f"dukungan.{kunci}"))
        return
    baris = _tertinggal(lk, units)
    diri = jangkauan(lk.akses) == "diri"
    with gambar.kartu("jp_orang", t(lk, "dukungan.orang_judul"), t(lk, f"dukungan.orang_{'diri' if diri else 'baca'}")):
        if not baris:
            st.markdown(t(lk, "dukungan.orang_kosong"))
            return
        if not diri:
            st.markdown(t(lk, "dukungan.orang_jumlah", n=tulis.angka(len(baris), 0, lk.bahasa)))
            catat.jejak(lk, "lihat", unit=lk.unit, rincian="pelatihan")
        tirai = samaran.pasang(lk, "pelatihan", {b[0]: b[1] for b in baris})
        isi = [[tirai.orang(lk, p), lk.isi.pohon.nama(u), _jp(lk, jp), _jp(lk, kurang)] for p, u, jp, kurang in baris]
        perbedaan.tabel(lk, isi, ("asn_kode", "unit", "jp_sampai", "jp_kurang"), ("jp_sampai", "jp_kurang"))


def _jp(lk: Lingkup, jp: float) -> str:
    return f"{tulis.angka(jp, 0, lk.bahasa)} JP"


def _tertinggal(lk: Lingkup, units: list[str]) -> list[tuple[str, str, float, float]]:
    """Code, unit, hours, hours still due."""
    df = sumber_asn.pelatihan_orang(lk.akses, lk.isi, units, lk.periode.tahun)
    pns = df[df["status"] == "PNS"]
    if pns.empty:
        return []
    hari = hari_akhir(lk)
    jam = pns["jp"].where(~(pns["tanggal"] > pd.Timestamp(hari)), 0)
    jumlah = pns.assign(jp=jam).groupby(["unit", "pegawai", "mulai"], as_index=False)["jp"].sum()
    kurang = jumlah[jumlah["jp"] < _MINIMUM]  # whoever has these hours is never behind
    urut = {u: n for n, u in enumerate(lk.isi.pohon.units)}
    hasil = list[tuple[str, str, float, float]]()
    for unit, pegawai, mulai, jp in zip(*(kurang[k].tolist() for k in ("unit", "pegawai", "mulai", "jp")), strict=True):
        keadaan = periksa_jp("PNS", float(jp), hari, hari_mulai(mulai))
        if keadaan.arah in ("tertinggal", "tidak_tercapai"):
            hasil.append((pegawai, unit, float(jp), keadaan.kurang))
    return sorted(hasil, key=lambda b: (urut[b[1]], b[0]))


def judul(lk: Lingkup) -> None:
    """What was attended, by title; begun courses without hours are said first."""
    df = sumber_asn.judul(
        lk.akses, lk.isi, kelompok_asn.semua_unit(lk), lk.periode.tahun, lk.periode.sampai
    )  # fmt: skip
    tampak = df[df["selesai"] & ~df["disembunyikan"]]
    tahun = str(lk.periode.tahun)
    kepala = t(lk, "dukungan.judul" if len(df) else "dukungan.judul_kosong", tahun=tahun, n=df["judul"].nunique())
    with gambar.kartu("judul", kepala, t(lk, "dukungan.judul_baca", unit=lk.isi.pohon.nama(lk.unit))):
        _belum_selesai(lk, df[~df["selesai"]])
        if len(tampak):
            pasang = zip(tampak["judul"].tolist(), tampak["peserta"].tolist(), strict=True)
            isi = [(nama, n, t(lk, "dukungan.peserta", n=n)) for nama, n in pasang]
            gambar.lukis(
                "g_judul", bars_jumlah(isi, bahasa=lk.bahasa, tema=gambar.tema(lk), sempit=lk.sempit), lk, kepala
            )
        sembunyi = df[df["selesai"] & df["disembunyikan"]]["judul"].nunique()
        if sembunyi:
            st.caption(t(lk, "dukungan.judul_tertutup", n=sembunyi))


def _belum_selesai(lk: Lingkup, df: pd.DataFrame) -> None:
    """Courses that were begun and from which no hours have come."""
    kolom = (df[k].tolist() for k in ("judul", "peserta", "mulai", "disembunyikan"))
    for nama, n, mulai, tertutup in zip(*kolom, strict=True):
        if tertutup:
            isi = t(lk, "dukungan.belum_selesai_tertutup", judul=nama)
        else:
            tanggal = tulis.tanggal(mulai.date(), lk.bahasa)
            isi = t(lk, "dukungan.belum_selesai", judul=nama, n=n, tanggal=tanggal)
        st.markdown(polos(isi))
