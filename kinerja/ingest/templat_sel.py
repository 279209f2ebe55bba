"""Cells of one template row: period, unit, indikator, sex and note, each with its own problem when it is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import LAMA, Periode
from kinerja.ingest.angka import Angka
from kinerja.ingest.kepala_templat import KepalaTemplat
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.kunci import KunciFakta
from kinerja.ingest.periode_teks import periode_dari_sel
from kinerja.ingest.tipe import DERET_DIGIT, Lembar, Sel, SelGalat, berisi, teks_sel

_JK = {
    **dict.fromkeys(("", "l+p", "lp", "-", "semua", "both", "all"), ""),
    **dict.fromkeys(("l", "lk", "laki-laki", "laki laki", "m", "male"), "L"),
    **dict.fromkeys(("p", "pr", "perempuan", "f", "female"), "P"),
}


@dataclass
class PembacaTemplat:
    """One template sheet while it is read; texts already judged are remembered, good or bad."""

    konteks: Konteks
    lembar: Lembar
    kepala: KepalaTemplat
    angka: dict[str, list[Angka]] = field(default_factory=dict)
    unit: dict[str, str] = field(default_factory=dict)
    periode: dict[Sel, Periode | None] = field(default_factory=dict)
    kunci: KunciFakta = field(init=False)
    indikator: dict[str, Indikator] = field(init=False)

    def __post_init__(self) -> None:
        self.kunci = KunciFakta(self.konteks.hasil, self.lembar.nama)
        self.indikator = {
            sebutan.casefold(): satu
            for satu in self.konteks.rujukan.indikator.values()
            for sebutan in (satu.nama.en, satu.nama.id, satu.kode)
        }

    def sel(self, nomor: int, nama: str) -> Sel:
        indeks = self.kepala.kolom.get(nama)
        return None if indeks is None else self.lembar.sel(nomor, indeks)

    def catat(self, alasan: str, nomor: int, isian: str, tingkat: str = "galat", **args: object) -> None:
        kolom = self.kepala.sebut(isian) if isian in self.kepala.kolom else ""
        self.konteks.hasil.catat(
            alasan,
            "galat" if tingkat == "galat" else "peringatan",
            self.lembar.nama,
            self.lembar.nomor(nomor),
            kolom,
            self.sel(nomor, isian),
            **args,
        )


def baca_periode(baca: PembacaTemplat, nomor: int) -> Periode | None:
    sel, diberi = baca.sel(nomor, "periode"), baca.konteks.opsi.periode
    if not berisi(sel):
        if diberi is None:
            baca.catat("masalah.periode_kosong", nomor, "periode")
        return diberi
    if sel not in baca.periode:
        baca.periode[sel] = periode_dari_sel(sel)
    periode = baca.periode[sel]
    if periode is None:
        baca.catat("masalah.periode_salah", nomor, "periode")
    elif diberi is not None and periode != diberi:
        baca.catat("masalah.periode_beda", nomor, "periode", berkas=periode.kode, pilihan=diberi.kode)
        return None
    elif periode.panjang not in LAMA:
        # Kept as it is, January to October would be in no month, no triwulan and not in the year either.
        baca.catat("masalah.periode_kumulatif", nomor, "periode")
        return None
    return periode


def baca_unit(baca: PembacaTemplat, nomor: int) -> str:
    nama = rapi(baca.sel(nomor, "unit"))
    if not nama or isinstance(baca.sel(nomor, "unit"), SelGalat):
        baca.catat("masalah.sel_galat" if nama else "masalah.unit_kosong", nomor, "unit")
        return ""
    if nama not in baca.unit:
        baca.unit[nama] = baca.konteks.pencocok.cocokkan(
            nama,
            baca.konteks.hasil,
            baca.lembar.nama,
            baca.lembar.nomor(nomor),
            baca.kepala.sebut("unit"),
            puskesmas=False,
        )
    return baca.unit[nama]


def baca_indikator(baca: PembacaTemplat, nomor: int) -> Indikator | None:
    nama = rapi(baca.sel(nomor, "indikator"))
    hasil = baca.indikator.get(nama.casefold())
    if hasil is None:
        baca.catat(
            "masalah.indikator_tak_dikenal" if nama else "masalah.indikator_kosong", nomor, "indikator", nama=nama
        )
    return hasil


def baca_jk(baca: PembacaTemplat, nomor: int) -> str | None:
    teks = rapi(baca.sel(nomor, "jk")).lower().replace(" + ", "+")
    if teks not in _JK:
        baca.catat("masalah.jk_salah", nomor, "jk")
    return _JK.get(teks)


def baca_catatan(baca: PembacaTemplat, nomor: int) -> str:
    """The note, unless it holds a number as long as a NIK or NIP: such a note is not kept."""
    catatan = rapi(baca.sel(nomor, "catatan"))
    if DERET_DIGIT.search(catatan):
        baca.konteks.hasil.catat(
            "masalah.catatan_pribadi",
            "peringatan",
            baca.lembar.nama,
            baca.lembar.nomor(nomor),
            baca.kepala.sebut("catatan"),
        )
        return ""
    return catatan


def rapi(sel: Sel) -> str:
    return " ".join(teks_sel(sel).split())
