"""*Sosialisasi & kepatuhan*, support: who may be offered help, what help there was, and for mentors also people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st

from kinerja.domain.akses import boleh
from kinerja.domain.periode import geser_bulan, selisih_bulan
from kinerja.domain.unit import turunan
from kinerja.i18n import format as tulis
from kinerja.kalimat.kepatuhan import Perlu
from kinerja.ui import catat, gambar, kelompok_asn, perbedaan, samaran, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.kelompok_asn import SEMUA
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_BULAN_ORANG, _MIN_HILANG, _MUAT = 3, 3, 60


class Kegiatan(NamedTuple):
    """One entry of the log of support; ``peserta`` None: not said."""

    tanggal: date
    unit: str
    jenis: str
    topik: str
    peserta: int | None

    @property
    def bulan(self) -> int:
        return self.tanggal.year * 100 + self.tanggal.month


def kegiatan(lk: Lingkup) -> list[Kegiatan]:
    """Support of the chosen unit, those below it and those that hold it, up to the end of the period, oldest first."""
    df = sumber_asn.kegiatan(lk.akses, lk.isi, lk.isi.awal, lk.isi.akhir)
    milik, atas = set(turunan(lk.unit, lk.isi.pohon.anak)), lk.unit
    while (induk := lk.isi.pohon.units[atas].induk) is not None:
        milik.add(induk)
        atas = induk
    hari = [h.date() for h in df["tanggal"].tolist()]
    peserta = [None if pd.isna(n) else int(n) for n in df["peserta"].tolist()]
    kolom = (df[k].tolist() for k in ("unit", "jenis", "topik"))
    semua = [Kegiatan(*b) for b in zip(hari, *kolom, peserta, strict=True)]
    return [k for k in semua if k.unit in milik and k.bulan <= lk.periode.sampai]


def perlu(lk: Lingkup, kel: Mapping[str, list[str]], isi: Sequence[Perlu], akhir: int) -> None:
    """Units that may be offered support, with the last support they had; in official order."""
    judul = t(lk, "dukungan.perlu" if isi else "dukungan.perlu_kosong", n=len(isi), bulan=tulis.bulan(akhir, lk.bahasa))
    with gambar.kartu("perlu", judul, t(lk, "dukungan.perlu_baca")):
        beri = kegiatan(lk)
        for p in isi:
            nama = kelompok_asn.nama(lk, p.unit, kel[p.unit])
            st.markdown(
                f"- **{polos(nama)}**: {polos(_kalimat(lk, p, akhir))} {polos(_bantuan(lk, kel[p.unit], beri))}"
            )
        if boleh(lk.akses, "lihat_pendukung"):
            _orang(lk, kel[SEMUA], akhir)


def _kalimat(lk: Lingkup, p: Perlu, akhir: int) -> str:
    if not p.sejak:
        return t(lk, "dukungan.perlu_sedikit", persen=tulis.angka(p.masuk, 0, lk.bahasa))
    lama = selisih_bulan(p.sejak, akhir) + 1
    return t(lk, "dukungan.perlu_sejak", bulan=tulis.bulan(p.sejak, lk.bahasa), lama=lama)


def _bantuan(lk: Lingkup, units: Sequence[str], beri: Sequence[Kegiatan]) -> str:
    milik = [k for k in beri if k.unit in units]
    if not milik:
        return t(lk, "dukungan.belum_didampingi")
    akhir = milik[-1]
    tanggal = tulis.tanggal(akhir.tanggal, lk.bahasa)
    return t(lk, f"dukungan.terakhir_{akhir.jenis}", n=len(milik), tanggal=tanggal, topik=akhir.topik)


def _orang(lk: Lingkup, units: Sequence[str], akhir: int) -> None:
    """For mentors: people in reach with several reports missing in the last months; by unit, then code."""
    awal = geser_bulan(akhir, 1 - _BULAN_ORANG)
    milik = _unit_orang(lk, units)
    df = sumber_asn.laporan(lk.akses, lk.isi, sorted(milik), awal, akhir)
    hilang = df.loc[df["lapor"].isna(), "pegawai"].value_counts()
    banyak = {str(p): int(n) for p, n in hilang.items() if n >= _MIN_HILANG}
    urut = {u: n for n, u in enumerate(lk.isi.pohon.units)}
    orang = sorted(banyak, key=lambda p: (urut.get(milik[p], 0), p))
    with st.expander(t(lk, "dukungan.orang_dampingi", n=len(orang)), icon=":material/support:", key="orang_dampingi"):
        st.caption(t(lk, "dukungan.orang_dampingi_baca", awal=tulis.bulan(awal, lk.bahasa), minimum=_MIN_HILANG))
        if not orang:
            st.markdown(t(lk, "dukungan.orang_dampingi_kosong"))
            return
        catat.jejak(lk, "lihat", unit=lk.unit, rincian="kepatuhan")
        tirai = samaran.pasang(lk, "kepatuhan", {p: milik[p] for p in orang})
        baris = [[tirai.orang(lk, p), lk.isi.pohon.nama(milik[p]), tulis.angka(banyak[p], 0, lk.bahasa)] for p in orang]
        perbedaan.tabel(lk, baris, ("asn_kode", "unit", "laporan_kurang"), ("laporan_kurang",))


def _unit_orang(lk: Lingkup, units: Sequence[str]) -> dict[str, str]:
    """Code → unit of the visible people of these units."""
    df = sumber_asn.pelatihan_orang(lk.akses, lk.isi, list(units), lk.periode.tahun)
    return dict(zip(df["pegawai"].tolist(), df["unit"].tolist(), strict=True))


def daftar(lk: Lingkup, kel: Mapping[str, list[str]]) -> None:
    """The log of support of these units, newest first."""
    milik = [k for k in reversed(kegiatan(lk)) if k.unit in set(kel[SEMUA])]
    jumlah = Counter(k.jenis for k in milik)
    args = {j: jumlah[j] for j in ("sosialisasi", "pendampingan")}
    judul = t(lk, "dukungan.log", **args) if milik else t(lk, "dukungan.log_kosong")
    with gambar.kartu("kegiatan", judul, t(lk, "dukungan.log_baca")):
        if not milik:
            return
        baris = [
            [
                tulis.tanggal(k.tanggal, lk.bahasa),
                t(lk, f"dukungan.jenis_{k.jenis}"),
                lk.isi.pohon.nama(k.unit),
                k.topik,
                "" if k.peserta is None else tulis.angka(k.peserta, 0, lk.bahasa),
            ]
            for k in milik[:_MUAT]
        ]
        kolom = ("asn_tanggal", "asn_jenis", "unit", "asn_topik", "asn_peserta")
        with st.expander(t(lk, "kalibrasi.tabel"), icon=":material/table_rows:", key="rincian_kegiatan"):
            perbedaan.tabel(lk, baris, kolom, kolom[-1:])
