"""Rows of the template → facts and targets: one row is one indikator of one unit in one period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.domain.fakta import Pratinjau
from kinerja.ingest.angka import KOSONG, Gaya, Jenis, baca_angka, bahasa_pasti, tentukan_gaya
from kinerja.ingest.kepala_templat import KepalaTemplat, catat_kolom_templat
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.profil import periksa_lebar_baris
from kinerja.ingest.templat_nilai import BarisTerbaca, simpan_fakta, simpan_target
from kinerja.ingest.templat_sel import (
    PembacaTemplat,
    baca_catatan,
    baca_indikator,
    baca_jk,
    baca_periode,
    baca_unit,
    rapi,
)
from kinerja.ingest.tipe import BARIS_PRATINJAU, Lembar, berisi, ringkas, teks_sel

_ANGKA: dict[str, Jenis] = {"pembilang": "cacah", "penyebut": "cacah", "target": "desimal"}
_JUMLAH = re.compile(r"(?:sub ?|grand )?(?:jumlah|total|rata-rata)\b.*", re.IGNORECASE)


def proses_templat(konteks: Konteks, lembar: Lembar, kepala: KepalaTemplat) -> None:
    """Facts, targets, problems and what is left out of one template sheet, into ``konteks.hasil``."""
    catat_kolom_templat(konteks, lembar, kepala)
    baca = PembacaTemplat(konteks, lembar, kepala)
    if "periode" not in kepala.kolom and konteks.opsi.periode is None:
        konteks.hasil.catat("masalah.periode_tak_ada", lembar=lembar.nama)
        return
    baris = list(_baris_isi(baca))
    _baca_kolom_angka(baca, baris)
    for urut, nomor in enumerate(baris):
        _proses_baris(baca, urut, nomor)
    baca.kunci.periksa_tumpang_tindih()
    _pratinjau(baca, baris)


def _baris_isi(baca: PembacaTemplat) -> Iterator[int]:
    """Rows that hold an entry; totals, blank and untouched rows are left out by name, ragged ones are a problem."""
    lembar, awal = baca.lembar, baca.kepala.baris
    kolom = tuple(baca.kepala.kolom.values())
    buang = baca.konteks.hasil.buang
    kosong = 0
    for nomor in range(awal + 1, len(lembar.baris)):
        isi = lembar.baris[nomor]
        if lembar.lebar and not periksa_lebar_baris(
            baca.konteks, lembar.nama, lembar.nomor(nomor), isi, lembar.lebar[nomor], lembar.lebar[awal]
        ):
            continue
        if not any(berisi(lembar.sel(nomor, k)) for k in kolom):
            kosong += 1
        elif _JUMLAH.fullmatch(teks_sel(baca.sel(nomor, "unit")).strip()):
            buang("baris", lembar.nama, str(lembar.nomor(nomor)), teks_sel(baca.sel(nomor, "unit")), "dibuang.jumlah")
        elif not any(berisi(baca.sel(nomor, nama)) for nama in _ANGKA):
            isi_baris = " ".join(teks_sel(baca.sel(nomor, nama)) for nama in ("periode", "unit", "indikator"))
            buang("baris", lembar.nama, str(lembar.nomor(nomor)), isi_baris, "dibuang.tanpa_angka")
        else:
            yield nomor
    if kosong:
        buang("baris", lembar.nama, "", str(kosong), "dibuang.kosong")


def _baca_kolom_angka(baca: PembacaTemplat, baris: list[int]) -> None:
    isi = {nama: [baca.sel(nomor, nama) for nomor in baris] for nama in _ANGKA if nama in baca.kepala.kolom}
    pasti = {nama: bahasa_pasti(sel) for nama, sel in isi.items()}
    for nama, sel in isi.items():
        lain: frozenset[Gaya] = frozenset().union(*(p for n, p in pasti.items() if n != nama))
        gaya = tentukan_gaya(sel, _ANGKA[nama], lain)
        if gaya.alasan:
            cocok = (n for n, satu in zip(baris, sel, strict=True) if teks_sel(satu).strip().startswith(gaya.contoh[0]))
            baca.catat(gaya.alasan, next(cocok, baris[0]), nama, contoh=gaya.contoh[0], lain=gaya.contoh[-1])
            continue
        baca.angka[nama] = [baca_angka(satu, _ANGKA[nama], gaya.gaya) for satu in sel]


def _proses_baris(baca: PembacaTemplat, urut: int, nomor: int) -> None:
    """Judge every cell of the row before giving up, so that all of its problems are named at once."""
    periode = baca_periode(baca, nomor)
    unit = baca_unit(baca, nomor)
    indikator = baca_indikator(baca, nomor)
    jk = baca_jk(baca, nomor)
    angka = {nama: baca.angka[nama][urut] if nama in baca.angka else KOSONG for nama in _ANGKA}
    ragu = any(
        nama in baca.kepala.kolom and nama not in baca.angka and berisi(baca.sel(nomor, nama)) for nama in _ANGKA
    )
    rusak = [nama for nama, satu in angka.items() if satu.alasan]
    for nama in rusak:
        baca.catat(angka[nama].alasan, nomor, nama)
    if rusak or ragu or periode is None or indikator is None or jk is None or not unit:
        return
    nilai = {nama: satu.nilai for nama, satu in angka.items()}
    baris = BarisTerbaca(nomor, indikator, unit, periode, jk, baca_catatan(baca, nomor), nilai)
    simpan_fakta(baca, baris)
    simpan_target(baca, baris)


def _pratinjau(baca: PembacaTemplat, baris: list[int]) -> None:
    contoh = baris[:BARIS_PRATINJAU]
    kolom = list(baca.kepala.kolom)

    def terbaca(urut: int, nomor: int, nama: str) -> str:
        if nama in _ANGKA:
            nilai = baca.angka[nama][urut].nilai if nama in baca.angka else None
            return "" if nilai is None else f"{nilai:f}"
        if nama == "periode" and (periode := baca.periode.get(baca.sel(nomor, nama))):
            return periode.kode
        if nama == "unit" and (unit := baca.konteks.pencocok.unit(baca.unit.get(rapi(baca.sel(nomor, nama)), ""))):
            return unit.nama
        return ringkas(baca.sel(nomor, nama)) if nama != "periode" else ""

    baca.konteks.hasil.pratinjau.append(
        Pratinjau(
            baca.lembar.nama,
            tuple(baca.kepala.sebut(nama) for nama in kolom),
            tuple(tuple(ringkas(baca.sel(nomor, nama)) for nama in kolom) for nomor in contoh),
            tuple(tuple(terbaca(urut, nomor, nama) for nama in kolom) for urut, nomor in enumerate(contoh)),
        )
    )
