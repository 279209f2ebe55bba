"""The header of our own tidy template: which columns it has, under the names people give them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.ingest.konteks import Konteks
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import Lembar, Sel, berisi, huruf_kolom, sebut_kolom, teks_sel

KOLOM = ("periode", "unit", "indikator", "pembilang", "penyebut", "target", "catatan")
KOLOM_TAMBAHAN = ("jk", "sk")
_SINONIM: dict[str, tuple[str, ...]] = {
    "periode": ("periode", "period", "bulan", "waktu"),
    "unit": ("unit", "unit kerja", "nama unit", "kode unit", "puskesmas", "nama puskesmas", "work unit", "unit name"),
    "indikator": ("indikator", "indicator", "kode indikator", "nama indikator", "indicator code"),
    "pembilang": ("pembilang", "numerator", "realisasi pembilang", "jumlah"),
    "penyebut": ("penyebut", "denominator", "sasaran", "realisasi penyebut"),
    "target": ("target", "nilai target", "target value"),
    "catatan": ("catatan", "keterangan", "note", "notes", "remark", "remarks"),
    "jk": ("jk", "jenis kelamin", "l p", "sex", "gender"),
    "sk": ("sk", "nomor sk", "no sk", "dasar target", "decree"),
}
_BAKU = {sebutan: nama for nama, daftar in _SINONIM.items() for sebutan in daftar}
_BARIS_DICARI = 30
_KOLOM_LAIN = re.compile(r"realisasi|capaian|hasil|aspek|rencana hasil kerja|rhk|bukti(?: dukung)?")


@dataclass(frozen=True)
class KepalaTemplat:
    """``kolom``: our name → index. ``judul``: the header as written, by index."""

    baris: int
    kolom: Mapping[str, int]
    judul: tuple[str, ...]

    def sebut(self, nama: str) -> str:
        indeks = self.kolom[nama]
        return sebut_kolom(indeks, self.judul[indeks])


def _baku(sel: Sel) -> str:
    return " ".join(re.sub(r"[^a-z]+", " ", re.sub(r"\(.*?\)", " ", teks_sel(sel).lower())).split())


def _bukan_kami(baris: Sequence[Sel]) -> bool:
    """Targets beside results or aspects: SKP items or a plan of the office, whose columns share names with ours."""
    return any(_KOLOM_LAIN.fullmatch(_baku(sel)) for sel in baris)


def temukan_kepala(lembar: Lembar) -> KepalaTemplat | None:
    """The header row: unit, indikator, and a figure or a target among the first thirty rows; else None."""
    for nomor, baris in enumerate(lembar.baris[:_BARIS_DICARI]):
        nama = [_BAKU.get(_baku(sel), "") for sel in baris]
        angka = "pembilang" in nama or ("target" in nama and not _bukan_kami(baris))
        if {"unit", "indikator"} <= set(nama) and angka:
            kolom = {satu: nama.index(satu) for satu in dict.fromkeys(nama) if satu}
            return KepalaTemplat(nomor, kolom, tuple(" ".join(teks_sel(sel).split()) for sel in baris))
    return None


def catat_kolom_templat(konteks: Konteks, lembar: Lembar, kepala: KepalaTemplat) -> None:
    """List columns that are not ours (personal ones as such); a name of ours used twice is a mistake."""
    dipakai = set(kepala.kolom.values())
    for indeks, sel in enumerate(lembar.baris[kepala.baris]):
        judul = kepala.judul[indeks]
        if indeks in dipakai or not berisi(sel):
            continue
        baku = _BAKU.get(_baku(sel))
        if baku:
            konteks.hasil.catat(
                "masalah.kolom_ganda",
                "galat",
                lembar.nama,
                lembar.nomor(kepala.baris),
                sebut_kolom(indeks, judul),
                judul,
                pertama=kepala.sebut(baku),
            )
            continue
        alasan = "dibuang.kolom_pribadi" if kolom_pribadi(judul) else "dibuang.kolom_lain"
        konteks.hasil.buang("kolom", lembar.nama, huruf_kolom(indeks), judul, alasan)
