"""Which indikator the title lines of a table name, for headers that hold nothing but months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kinerja.domain.indikator import Indikator
from kinerja.domain.unit import Unit
from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.kepala import kata as kata_polos

_NETRAL = frozenset(
    re.findall(
        r"\w+",
        "LAPORAN LAP REKAPITULASI REKAP DATA TABEL DAFTAR FORMULIR BULANAN TAHUNAN BULAN TAHUN TRIWULAN "
        "SEMESTER PERIODE THN TH BLN TGL S D SD SAMPAI DENGAN HINGGA JUMLAH JML TOTAL BANYAKNYA ANGKA CAPAIAN "
        "DI PADA PER SE TIAP SETIAP MENURUT BERDASARKAN DAN UNTUK DARI KE UPT UPTD BLUD PUSKESMAS PKM DINAS "
        "KESEHATAN KOTA KABUPATEN KAB KECAMATAN KEC PROVINSI PADANG SUMATERA BARAT UNIT KERJA LAYANAN WILAYAH "
        "REPORT MONTHLY YEARLY OF IN BY THE FOR ",
    )
)
"""Words beside an indikator's name that leave its meaning as it is."""


def indikator_disebut(teks: str, indikator: Mapping[str, Indikator]) -> set[str]:
    """Kode of every plain count whose name stands in the text; a name within a longer one does not count."""
    return {kode for kode, _ in _nama_ada(kata_polos(teks), indikator)}


def indikator_judul(judul: Sequence[str], units: Iterable[Unit], indikator: Mapping[str, Indikator]) -> str:
    """The one plain count that the titles name; '' for none, for several, and when words below it may narrow it.

    "Kunjungan rawat jalan pasien lama" is not all visits: any word that is no period, place or unit leaves it open.
    """
    dikenal = _NETRAL | {kata for unit in units for kata in kata_polos(unit.nama).split()}
    baris = [kata_polos(teks) for teks in judul]
    ada = [(nomor, kode, nama) for nomor, teks in enumerate(baris) for kode, nama in _nama_ada(teks, indikator)]
    if len({kode for _, kode, _ in ada}) != 1:
        return ""
    for _, _, nama in ada:
        baris = [f" {teks} ".replace(f" {nama} ", " ").strip() for teks in baris]
    sisa = [kata for teks in baris[ada[0][0] :] for kata in teks.split()]  # above it stands the office's own name
    return ada[0][1] if all(_bebas(kata, dikenal) for kata in sisa) else ""


def _bebas(kata: str, dikenal: frozenset[str] | set[str]) -> bool:
    return kata in dikenal or kata.isdigit() or nomor_bulan(kata) > 0 or re.fullmatch(r"I{1,3}|IV", kata) is not None


def _nama_ada(teks: str, indikator: Mapping[str, Indikator]) -> list[tuple[str, str]]:
    nama = {
        (ind.kode, kata_polos(n))
        for ind in indikator.values()
        if ind.bentuk == "jumlah"
        for n in (ind.nama.id, ind.nama.en, ind.kode, *ind.kata_kunci)
    }
    ada = [(kode, n) for kode, n in sorted(nama) if n and f" {n} " in f" {teks} "]
    return [(kode, n) for kode, n in ada if not any(f" {n} " in f" {lain} " and n != lain for _, lain in ada)]
