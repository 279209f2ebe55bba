"""Tables of figures by unit and period: tidy files, open data, recaps of months, tables of one row an indikator."""

from __future__ import annotations

from dataclasses import replace

from kinerja.domain.fakta import Pratinjau
from kinerja.domain.periode import rentang
from kinerja.ingest.bentuk.angka_baca import BacaAngka
from kinerja.ingest.bentuk.angka_kenal import usul
from kinerja.ingest.bentuk.angka_periksa import periksa_tercetak, periksa_total
from kinerja.ingest.bentuk.angka_rencana import susun_kelompok
from kinerja.ingest.bentuk.angka_satuan import periksa_satuan
from kinerja.ingest.bentuk.sinonim import JUMLAH, SAKIT, total_penuh
from kinerja.ingest.kepala import rapikan, susun_jalur
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.model import Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import BARIS_PRATINJAU, Lembar, berisi, huruf_kolom, ringkas, sebut_kolom

__all__ = ["proses", "usul"]
_KUNCI = ("unit", "periode", "tahun", "bulan", "triwulan", "indikator", "jk", "dimensi")


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read the rows of a table of figures into facts and targets."""
    lembar = isi_gabungan(lembar, peta)
    pembaca = PembacaPeta(konteks, lembar, peta)
    kelompok = susun_kelompok(pembaca)
    catat_kolom(pembaca)
    if not kelompok:
        return
    baca = BacaAngka(pembaca, kelompok)
    baca.semua(pembaca.baris(lambda nomor: _total_anggota(pembaca, nomor)))
    masa = [(t.kunci.dari, t.kunci.sampai) for isi in baca.terbaca.values() for t in isi]
    if masa and not any(peta.satu(nama) for nama in ("periode", "tahun", "bulan", "triwulan")):
        seluruh = rentang(min(dari for dari, _ in masa), max(sampai for _, sampai in masa))
        konteks.berkas_sejalan(seluruh, lembar.nama)
    periksa_satuan(baca)
    periksa_total(baca)
    periksa_tercetak(baca)
    _pratinjau(baca)


def isi_gabungan(lembar: Lembar, peta: Peta) -> Lembar:
    """The sheet with names that are merged over several rows written into each of them; figures stay as they are."""
    kolom = {k.kolom for k in peta.kolom if k.isi in _KUNCI}
    tegak = [g for g in lembar.gabung if g[1] == g[3] and g[1] in kolom and g[0] >= peta.awal and g[2] > g[0]]
    if not tegak:
        return lembar
    baris = [list(isi) for isi in lembar.baris]
    for atas, kiri, bawah, _ in tegak:
        isi = lembar.sel(atas, kiri) if atas < len(baris) else None
        for nomor in range(atas + 1, min(bawah + 1, len(baris))):
            if any(map(berisi, baris[nomor])):
                baris[nomor].extend([None] * (kiri + 1 - len(baris[nomor])))
                baris[nomor][kiri] = isi
    return replace(lembar, baris=baris)


def _total_anggota(pembaca: PembacaPeta, nomor: int) -> bool:
    """A total over the members of a dimension, of one unit: it is compared there, and taken where it stands alone."""
    nama = rapikan(pembaca.isi(nomor, "unit"))
    anggota = [rapikan(pembaca.sel(nomor, k)) for k in pembaca.peta.semua("dimensi")]
    return bool(nama) and not JUMLAH.fullmatch(nama) and any(map(total_penuh, anggota))


def catat_kolom(pembaca: PembacaPeta) -> None:
    """List the columns that give no figure: personal ones, those that only serve as a check, all others."""
    peta, lembar = pembaca.peta, pembaca.lembar
    isi = {k.kolom: k.isi for k in peta.kolom if k.isi != "abaikan"}
    jalur = susun_jalur(lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    for kolom, bagian in enumerate(jalur):
        if not bagian or (kolom in isi and isi[kolom] != "pemeriksa"):
            continue
        alasan = "dibuang.kolom_pemeriksa" if kolom in isi else "dibuang.kolom_lain"
        if kolom not in isi and kolom_pribadi(bagian[-1]):
            alasan = "dibuang.kolom_pribadi"
        pembaca.konteks.hasil.buang("kolom", lembar.nama, huruf_kolom(kolom), " > ".join(bagian), alasan)


def _pratinjau(baca: BacaAngka) -> None:
    """Raw beside parsed for the first rows, without columns about persons or their diseases."""
    pembaca = baca.pembaca
    sakit = any(SAKIT.search(k.judul) for k in pembaca.peta.semua("dimensi"))
    kolom = [
        k
        for k in pembaca.peta.kolom
        if k.isi != "abaikan" and not (sakit and k.isi == "dimensi") and not kolom_pribadi(k.judul.rsplit(" > ", 1)[-1])
    ]
    contoh = list(baca.terbaca)[:BARIS_PRATINJAU] or list(baca.nilai[baca.kolom[0].kolom])[:BARIS_PRATINJAU]
    pembaca.konteks.hasil.pratinjau.append(
        Pratinjau(
            pembaca.lembar.nama,
            tuple(sebut_kolom(k.kolom, k.judul) for k in kolom),
            tuple(tuple(ringkas(pembaca.sel(n, k)) for k in kolom) for n in contoh),
            tuple(tuple(ringkas(baca.tertulis(n, k)) for k in kolom) for n in contoh),
        )
    )
