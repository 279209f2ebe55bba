"""Which layout a sheet has: our template, one confirmed before, tables of the Profil Kesehatan, a known row shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kinerja.domain.fakta import Tingkat
from kinerja.ingest import bentuk
from kinerja.ingest.aturan_spm import AturanSpm, PilihanSpm, aturan_untuk, kolom_berebut, pilih_kolom
from kinerja.ingest.hampir import catat_hampir
from kinerja.ingest.judul_sempit import catat_sempit
from kinerja.ingest.judul_tempat import catat_tempat
from kinerja.ingest.kepala import Tabel, temukan_tabel, unit_bersusun
from kinerja.ingest.kepala_templat import temukan_kepala
from kinerja.ingest.kolom import kolom_nilai
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kenal import lengkapi_sidik, pasang, peta_dikenal, peta_tersimpan, senama
from kinerja.ingest.peta.kisi import susun_kepala
from kinerja.ingest.peta.lain import letak_lain
from kinerja.ingest.peta.model import BENTUK, Peta
from kinerja.ingest.peta.toml import baca_peta, tulis_peta
from kinerja.ingest.peta.usulan import usul_kasar
from kinerja.ingest.profil_kunjungan import Pilihan, periksa_judul_kolom, pilih_kolom_kunjungan, proses_kunjungan
from kinerja.ingest.profil_spm import proses_spm
from kinerja.ingest.templat import proses_templat
from kinerja.ingest.tipe import Lembar, huruf_kolom

TEMPLAT, KUNJUNGAN, SPM = "templat", "profil-kunjungan", "profil-spm"
REGISTER = "register"
JENIS = (TEMPLAT, KUNJUNGAN, SPM, *BENTUK)


@dataclass(frozen=True)
class Dikenal:
    """A recognised sheet: its layout, and what reads it into the run's result."""

    jenis: str
    proses: Callable[[Konteks], None]


def kenali(konteks: Konteks, lembar: Lembar) -> Dikenal | None:
    """The layout of this sheet, or None. ``opsi.jenis`` narrows what is looked for."""
    if konteks.opsi.peta:
        return _dengan_peta(konteks, lembar, baca_peta(konteks.opsi.peta))
    boleh = (konteks.opsi.jenis,) if konteks.opsi.jenis else JENIS
    if TEMPLAT in boleh and (kepala := temukan_kepala(lembar)):
        return Dikenal(TEMPLAT, partial(proses_templat, lembar=lembar, kepala=kepala))
    if (peta := peta_tersimpan(konteks, lembar)) and peta.bentuk in boleh:
        return _terapkan(peta, lembar)
    if profil := _kenali_profil(konteks, lembar, boleh):
        return profil
    peta = peta_dikenal(konteks, lembar)
    if peta is None and not lembar.terus:
        catat_hampir(konteks, lembar)
    return _terapkan(peta, lembar) if peta and peta.bentuk in boleh else None


def _dengan_peta(konteks: Konteks, lembar: Lembar, peta: Peta) -> Dikenal | None:
    """By the mapping the person gave: on the sheet it names, and on every other sheet with the same header."""
    if peta.lembar and peta.lembar != lembar.nama and lembar.nama not in konteks.opsi.lembar:
        letak = letak_lain(konteks, lembar, peta)
        return _terapkan(letak, lembar, utama=False) if letak else None
    if peta.sidik and not senama(peta, lembar):
        geser = pasang(peta, lembar)
        if geser is None and peta.kepala:
            konteks.hasil.catat("masalah.peta_tak_cocok", lembar=lembar.nama, nama=peta.nama or peta.bentuk)
            return None
        peta = geser or peta
    if max((*peta.kepala, peta.awal - 1)) >= len(lembar.baris):  # rows of another, longer sheet
        konteks.hasil.catat("masalah.peta_tak_cocok", lembar=lembar.nama, nama=peta.nama or peta.bentuk)
        return None
    return _terapkan(lengkapi_sidik(peta, lembar), lembar)


def _terapkan(peta: Peta, lembar: Lembar, *, utama: bool = True) -> Dikenal:
    """``utama``: this is the sheet whose mapping is shown and remembered, before that of any other."""

    def proses(konteks: Konteks) -> None:
        tampil = utama or not konteks.hasil.peta
        if tampil:
            konteks.hasil.peta = tulis_peta(peta)
        judul = susun_kepala(lembar, peta.kepala, peta.awal).judul
        sempit = _baca(konteks, lembar, judul, lambda: bentuk.PROSES[peta.bentuk](konteks, lembar, peta), peta)
        if sempit and tampil and konteks.opsi.peta:  # a person has looked at the mapping with the question beside it
            konteks.hasil.peta = tulis_peta(replace(peta, sempit=(sempit,)))

    return Dikenal(peta.bentuk, proses)


def _kenali_profil(konteks: Konteks, lembar: Lembar, boleh: tuple[str, ...]) -> Dikenal | None:
    tabel = temukan_tabel(lembar)
    if tabel is None:
        return None
    dikenal = konteks.rujukan.indikator
    if unit_bersusun(tabel):  # several rows a unit: by age or kind, which other shapes add up
        return None
    if KUNJUNGAN in boleh and "KUNJUNGAN" in tabel.teks_judul and (pilihan := pilih_kolom_kunjungan(tabel, dikenal)):
        return Dikenal(KUNJUNGAN, partial(_kunjungan, tabel=tabel, pilihan=pilihan))
    return _kenali_spm(konteks, tabel) if SPM in boleh else None


def _kunjungan(konteks: Konteks, tabel: Tabel, pilihan: Pilihan) -> None:
    sempit = _baca(konteks, tabel.lembar, tabel.judul, lambda: proses_kunjungan(konteks, tabel, pilihan))
    if sempit or not periksa_judul_kolom(konteks, tabel, pilihan):
        usulkan(konteks, tabel.lembar)


def usulkan(konteks: Konteks, lembar: Lembar) -> None:
    """A rough mapping to begin with, of the first sheet that a person has to map."""
    if not konteks.hasil.usulan and len(lembar.baris) >= 2 and max(map(len, lembar.baris)) >= 2:
        konteks.hasil.usulan = tulis_peta(lengkapi_sidik(usul_kasar(lembar, konteks), lembar))


def _kenali_spm(konteks: Konteks, tabel: Tabel) -> Dikenal | None:
    """Services whose title words and columns are both there. A service of the title without columns is told."""
    kolom = kolom_nilai(tabel)
    pilihan: list[PilihanSpm] = []
    kurang: list[tuple[str, AturanSpm]] = []
    for aturan in aturan_untuk(tabel.teks_judul, konteks.rujukan.indikator):
        hasil = pilih_kolom(aturan, kolom)
        if hasil is None:
            kurang.append(("masalah.kolom_spm", aturan))
        elif aturan.kode not in konteks.rujukan.indikator:
            kurang.append(("masalah.indikator_tak_terdaftar", aturan))
        else:
            pilihan.append(hasil)
    for alasan, aturan in kurang:
        nomor = tabel.lembar.nomor(tabel.kepala)
        tingkat: Tingkat = "info" if pilihan else "peringatan"
        konteks.hasil.catat(alasan, tingkat, tabel.lembar.nama, nomor, indikator=aturan.kode)
    return Dikenal(SPM, partial(_spm, tabel=tabel, pilihan=pilihan)) if pilihan else None


def _spm(konteks: Konteks, tabel: Tabel, pilihan: list[PilihanSpm]) -> None:
    sempit = _baca(konteks, tabel.lembar, tabel.judul, lambda: proses_spm(konteks, tabel, pilihan))
    if dua := kolom_berebut(pilihan):
        kolom, isi = huruf_kolom(dua[0]), {"indikator": dua[1], "indikator_lain": dua[2]}
        konteks.hasil.catat("masalah.kolom_dua_layanan", "galat", tabel.lembar.nama, None, kolom, "", **isi)
    if sempit or dua:
        usulkan(konteks, tabel.lembar)


def _baca(
    konteks: Konteks, lembar: Lembar, judul: Sequence[str], proses: Callable[[], None], peta: Peta | None = None
) -> str:
    """Read one sheet, and judge its figures by what stands above them; the words that may narrow them, '' for none."""
    sebelum = len(konteks.hasil.fakta)
    proses()
    baru = konteks.hasil.fakta[sebelum:]
    catat_tempat(konteks, lembar.nama, judul, baru)
    return catat_sempit(konteks, lembar.nama, judul, baru, peta)
