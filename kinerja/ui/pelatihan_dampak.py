"""*Pelatihan*, second half: workshops on the line of an indikator, and what changed for the people of one training."""

from __future__ import annotations

from string import ascii_uppercase
from typing import NamedTuple

import pandas as pd
import streamlit as st

from kinerja.charts.tren import line_tren
from kinerja.domain.periode import rentang
from kinerja.domain.unit import turunan
from kinerja.i18n import format as tulis
from kinerja.indikator.dampak_asn import Masa, Perubahan, hitung_perubahan, susun_masa
from kinerja.kalimat.pelatihan import sentence_dampak, sentence_peserta, sentence_plasebo, sentence_tanpa_banding
from kinerja.ui import ambil, gambar, kelompok_asn, panel, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_BULAN, _BULAN_SEMPIT = 24, 15


def lokakarya(lk: Lingkup) -> list[tuple[int, str]]:
    """Workshops (month, title) of the chosen unit, of those below and above it, within the line that is drawn."""
    pohon, atas = lk.isi.pohon, lk.unit
    unit = set(turunan(lk.unit, pohon.anak))
    while (induk := pohon.units[atas].induk) is not None:
        unit.add(induk)
        atas = induk
    awal, akhir = kelompok_asn.masa(lk, _BULAN_SEMPIT if lk.sempit else _BULAN)
    return [
        (bulan, judul_en if lk.bahasa == "en" else judul_id)
        for bulan, jenis, u, judul_id, judul_en in lk.isi.peristiwa
        if jenis == "lokakarya" and u in unit and awal <= bulan <= akhir
    ]


def garis(lk: Lingkup) -> None:
    """The chosen indikator with the workshops on its line; no word about why it moves."""
    ind, acara = ambil.definisi(lk), lokakarya(lk)
    deret = ambil.deret(lk, [lk.indikator], [lk.unit], bulan=_BULAN_SEMPIT if lk.sempit else _BULAN)
    nama = ind.nama.dalam(lk.bahasa)
    judul = t(lk, "dukungan.garis" if acara else "dukungan.garis_tanpa", n=len(acara), indikator=nama)
    sebut = [
        t(lk, "dukungan.lokakarya", huruf=ascii_uppercase[n % 26] if len(acara) > 1 else "") for n in range(len(acara))
    ]
    tanda = [(b, s.strip()) for (b, _), s in zip(acara, sebut, strict=True)]
    with gambar.kartu("lokakarya", judul, panel.keterangan(lk, ind)):
        fig = line_tren(deret, ind=ind, bahasa=lk.bahasa, tema=gambar.tema(lk), peristiwa=tanda, sempit=lk.sempit)
        gambar.lukis("g_lokakarya", fig, lk, judul)
        if acara:
            isi = [
                f"- **{s}**, {tulis.bulan(b, lk.bahasa)}: {polos(apa)}"
                for (_, s), (b, apa) in zip(tanda, acara, strict=True)
            ]
            st.markdown("\n".join(isi))
        st.caption(t(lk, "dukungan.garis_baca"))


class _Judul(NamedTuple):
    """One training that can be chosen: months of its first and last session, of the next batch (0), batches or not."""

    judul: str
    mulai: int
    selesai: int
    lain: int
    bergilir: bool


def _bulan(hari: pd.Timestamp) -> int:
    return int(hari.year * 100 + hari.month)


def _pilihan(lk: Lingkup) -> list[_Judul]:
    """Trainings of the year that people of the unit attended; those with batches first."""
    p, akar = lk.periode, turunan(lk.isi.pohon.akar, lk.isi.pohon.anak)
    milik = sumber_asn.judul(lk.akses, lk.isi, kelompok_asn.semua_unit(lk), p.tahun, p.sampai)
    boleh = set(milik.loc[milik["selesai"] & ~milik["disembunyikan"], "judul"])
    semua = sumber_asn.judul(lk.akses, lk.isi, akar, p.tahun, p.sampai)
    jadwal = sumber_asn.jadwal(lk.akses, lk.isi)
    hasil = []
    tampak = semua[semua["selesai"] & ~semua["disembunyikan"] & semua["judul"].isin(boleh)]
    for nama, awal, akhir in zip(*(tampak[k].tolist() for k in ("judul", "mulai", "akhir")), strict=True):
        giliran = sorted(_bulan(h) for h in jadwal.loc[jadwal["judul"] == nama, "mulai"].dropna().tolist())
        mulai, selesai = (giliran[0], giliran[0]) if giliran else (_bulan(awal), _bulan(akhir))
        lain = next((g for g in giliran if g > mulai), 0)
        hasil.append(_Judul(nama, mulai, selesai, lain, bool((jadwal["judul"] == nama).any())))
    return sorted(hasil, key=lambda j: (not j.bergilir, j.judul))


def peserta(lk: Lingkup) -> None:
    """One training: the change of its participants, and the comparison where turns make one possible."""
    pilihan = {j.judul: j for j in _pilihan(lk)}
    with gambar.kartu("peserta", t(lk, "dukungan.peserta_judul"), t(lk, "dukungan.peserta_baca")):
        if not pilihan:
            st.markdown(t(lk, "dukungan.peserta_kosong", tahun=lk.periode.tahun))
            return
        dipilih = st.selectbox(t(lk, "dukungan.pilih_judul"), list(pilihan), key="pelatihan_judul")
        j = pilihan[dipilih or next(iter(pilihan))]
        masa = susun_masa(j.mulai, j.selesai, j.lain, lk.isi.akhir)
        if masa is None:
            st.markdown(t(lk, "dukungan.peserta_terlalu_baru", bulan=tulis.bulan(j.selesai, lk.bahasa)))
            return
        hasil = hitung_perubahan(sumber_asn.peserta_nilai(lk.akses, lk.isi, j.judul, lk.periode.tahun, masa))
        if hasil is None:
            st.markdown(t(lk, "dukungan.peserta_tanpa_nilai"))
            return
        _hasil(lk, masa, hasil)


def _hasil(lk: Lingkup, masa: Masa, hasil: Perubahan) -> None:
    b = lk.bahasa
    sebut = {k: tulis.periode(rentang(*getattr(masa, k)), b) for k in masa._fields}
    st.markdown(f"**{polos(sentence_peserta(hasil.peserta, b).dalam(b))}**")
    if hasil.dampak is None:
        st.markdown(polos(sentence_tanpa_banding(hasil.cara).dalam(b)))
    else:
        cara = t(lk, f"dukungan.cara_{hasil.cara}", n=hasil.n_tunggu)
        st.markdown(polos(f"{cara} {sentence_dampak(hasil.dampak, b).dalam(b)}"))
        st.markdown(polos(f"{sentence_plasebo(hasil.dampak, b).dalam(b)}"))
    st.caption(polos(t(lk, "dukungan.peserta_masa", **sebut)))
