"""Cells of an .xlsx, in the child process only.

calamine gives nothing for ``#DIV/0!``, allocates without end for one cell at XFD1048576 and hides percentages;
openpyxl loses rows that are out of order. So cells are read here, each with its place, its format and its doubts.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

from kinerja.ingest.format_sel import berformat, bilangan
from kinerja.ingest.sel_anak import Tolak, keluar, nama_sel, periksa_letak, pesan_sembunyi, pesan_tolak, susun_gabung
from kinerja.ingest.tipe import Rentang, SelGalat
from kinerja.ingest.xlsx_buku import BagianLembar, Buku, benar, buka_buku, elemen_akhir, lokal, tanpa_lolos, teks_kaya

_ACUAN = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RENTANG = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})")


def baca_xlsx(jalur: str, lembar: tuple[str, ...]) -> Iterator[dict[str, Any] | list[Any]]:
    """Messages of ``anak``. Hidden sheets are read only when asked for by name."""
    with zipfile.ZipFile(jalur) as arsip:
        buku = buka_buku(arsip)
        yield {"semua": [satu.nama for satu in buku.lembar]}
        for satu in buku.lembar:
            if not satu.bersel or (lembar and satu.nama not in lembar):
                continue
            if not lembar and satu.tersembunyi:
                yield {"tersembunyi": satu.nama}
                continue
            yield {"lembar": satu.nama}
            try:
                yield from _baca_lembar(buku, satu)
            except Tolak as tolak:
                yield pesan_tolak(tolak, satu.nama)


def _baca_lembar(buku: Buku, lembar: BagianLembar) -> Iterator[dict[str, Any] | list[Any]]:
    gabung: list[Rentang] = []
    sembunyi: list[int] = []
    nomor, terisi = -1, 0
    with buku.buka(lembar) as aliran:
        for elemen in elemen_akhir(aliran, ("row", "mergeCell")):
            if lokal(elemen.tag) == "mergeCell":
                gabung.extend(_rentang(elemen.get("ref", "")))
                continue
            nomor = _nomor_baris(elemen, nomor)
            if sel := _baca_baris(buku, elemen, nomor):
                periksa_letak(nomor, max(sel), terisi)
                terisi += 1
                yield [nomor, *(sel.get(kolom) for kolom in range(max(sel) + 1))]
                if benar(elemen.get("hidden")):
                    sembunyi.append(nomor)
            elemen.clear()
    yield from susun_gabung(gabung)
    yield from pesan_sembunyi(sembunyi, lembar.nama)


def _rentang(acuan: str) -> list[Rentang]:
    cocok = _RENTANG.fullmatch(acuan)
    return [(int(cocok[2]) - 1, _kolom(cocok[1]), int(cocok[4]) - 1, _kolom(cocok[3]))] if cocok else []


def _nomor_baris(baris: ET.Element, sebelum: int) -> int:
    """The row's number from 0; without one it follows the row before. Raises ``Tolak`` when it does not come after."""
    tertulis = baris.get("r")
    nomor = int(tertulis) - 1 if tertulis else sebelum + 1
    if nomor <= sebelum:
        raise Tolak("masalah.sel_berulang", sel=nama_sel(nomor, 0))
    return nomor


def _baca_baris(buku: Buku, baris: ET.Element, nomor: int) -> dict[int, Any]:
    """Column → cell as JSON can carry it, filled ones only: a sheet may be formatted to its very end."""
    hasil: dict[int, Any] = {}
    dilihat: set[int] = set()
    kolom = -1
    for sel in baris:
        if lokal(sel.tag) != "c":
            continue
        kolom = _kolom_sel(sel, nomor, kolom)
        if kolom in dilihat:
            raise Tolak("masalah.sel_berulang", sel=nama_sel(nomor, kolom))
        dilihat.add(kolom)
        if len(sel) and (isi := keluar(_isi(buku, sel), nomor, kolom)) is not None:
            hasil[kolom] = isi
    return hasil


def _kolom_sel(sel: ET.Element, baris: int, sebelum: int) -> int:
    tertulis = sel.get("r")
    if tertulis is None:
        return sebelum + 1
    acuan = _ACUAN.fullmatch(tertulis)
    if acuan is None or int(acuan[2]) - 1 != baris:
        raise Tolak("masalah.sel_berulang", sel=tertulis[:12])
    return _kolom(acuan[1])


def _isi(buku: Buku, sel: ET.Element) -> object:
    """The cell's value; a formula without one is ``SelGalat("")``, an empty text of a formula is a value."""
    bagian = {lokal(anak.tag): anak for anak in sel}
    jenis = sel.get("t", "n")
    nilai = bagian["v"].text if "v" in bagian else None
    if jenis == "inlineStr":
        return teks_kaya(bagian["is"]) if "is" in bagian else None
    if jenis == "str":
        return tanpa_lolos(nilai or "") if "v" in bagian or "f" not in bagian else SelGalat("")
    if not nilai:
        return SelGalat("") if "f" in bagian else None
    hasil = _isi_bernilai(buku, jenis, nilai, sel.get("s"))
    # XlsxWriter and its kin write 0 for every formula and leave the calculation to the program that opens the file.
    return SelGalat("") if hasil == 0 and "f" in bagian and not buku.dihitung else hasil


def _isi_bernilai(buku: Buku, jenis: str, nilai: str, gaya: str | None) -> object:
    match jenis:
        case "s":
            return buku.teks[int(nilai)]
        case "b":
            return benar(nilai)
        case "e":
            return SelGalat(nilai)
        case "d":
            return _tanggal_iso(nilai)
    angka = bilangan(nilai)
    if isinstance(angka, SelGalat) or not gaya or int(gaya) >= len(buku.gaya):
        return angka
    return berformat(angka, buku.gaya[int(gaya)], buku.sejak_1904)


def _tanggal_iso(nilai: str) -> date | SelGalat:
    try:
        return date.fromisoformat(nilai[:10])
    except ValueError:
        return SelGalat("#VALUE!")


def _kolom(huruf: str) -> int:
    kolom = 0
    for satu in huruf:
        kolom = kolom * 26 + ord(satu) - 64
    return kolom - 1
