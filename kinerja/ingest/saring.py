"""What a row of a printed table is: a unit's figures, a total, a heading, a note, a signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from kinerja.ingest.kepala import Tabel, baris_nomor, berangka, rapikan
from kinerja.ingest.peta.baris_kata import POLA_PINDAHAN
from kinerja.ingest.tipe import Lembar, Sel, Tampung, berisi

JenisBaris = Literal[
    "data",
    "kosong",
    "nomor",
    "kepala",
    "jumlah",
    "sub_jumlah",
    "ringkasan",
    "bagian",
    "catatan",
    "tanda_tangan",
    "nihil",
]
JENIS_DIBUANG: tuple[JenisBaris, ...] = tuple(jenis for jenis in get_args(JenisBaris) if jenis != "data")
"""Kinds of rows that hold no unit's figures; each has a sentence ``dibuang.<kind>``."""

_NIHIL = re.compile(r"\(?\s*NIHIL\s*\)?")
_SUB = re.compile(r"SUB\s*[-.]?\s*(?:JUMLAH|TOTAL)\b.*|JUMLAH\s+KEC(?:AMATAN|\.)?\b.*")
_LAIN = (
    r"(?:PENDUDUK|SASARAN|ORANG|ESTIMASI|PERKIRAAN|KASUS|DESA|KELURAHAN|KK|KEMATIAN|LAHIR|TERDUGA|TARGET|RUMAH|SEKOLAH)"
)
_JUMLAH = re.compile(rf"(?:GRAND\s+)?(?:JUMLAH|JML\.?|TOTAL)(?!\w)(?!\s*{_LAIN}\b).*|{POLA_PINDAHAN}")
_RINGKASAN = re.compile(
    r"(?:RATA\s*-?\s*RATA|RERATA|CAKUPAN|PERSEN(?:TASE)?|PRESENTASE|%|ANGKA|RASIO|PREVALENSI|INSIDEN|TARGET|PROPORSI|"
    r"TREATMENT|PERKIRAAN|JUMLAH|TOTAL|CASE|CNR|CDR|STANDAR|NASIONAL)(?!\w).*"
)
_WILAYAH = re.compile(r"(?:SE\s*-?\s*)?(?:KABUPATEN|KAB\.?|KOTA|PROVINSI|KAB\.?\s*/\s*KOTA)(?!\w).*")
_RENGGANG = re.compile(r"\b[A-Z](?: [A-Z]\b){2,}")
_CATATAN = re.compile(r"\(?\s*(?:SUMBER|SOURCE|KETERANGAN|KET|CATATAN|NOTE|NB|N\.B)\s*\.?\s*:?(?!\w).*|\*.*|\(\*+\).*")
_TANDA_TANGAN = re.compile(
    r".*\b(?:MENGETAHUI|NIP|KEPALA (?:DINAS|PUSKESMAS|BIDANG|SEKSI|UPTD?)|PENGELOLA PROGRAM|PEMBINA|PENATA|"
    r"DIBUAT OLEH|DISETUJUI|PENANGGUNG JAWAB|TTD)\b.*|[A-Z .]+,\s*[0-9]{1,2}\s+[A-Z]+\s+(?:19|20)[0-9]{2}"
)


def baris_penutup(isi: Sequence[Sel]) -> bool:
    """Is this a note or a part of the signature block below a table: few words, no figure?"""
    teks = [rapikan(sel) for sel in isi if berisi(sel)]
    tutup = any(_CATATAN.fullmatch(satu) or _TANDA_TANGAN.fullmatch(satu) for satu in teks)
    return len(teks) <= 2 and tutup and not any(map(berangka, isi))


def baris_tanda_tangan(isi: Sequence[Sel]) -> bool:
    """Does a signature block begin here ("Mengetahui", "Padang, 5 Maret 2026"): words only, some of them of one?"""
    return not any(map(berangka, isi)) and any(_TANDA_TANGAN.fullmatch(rapikan(sel)) for sel in isi if berisi(sel))


def awal_penutup(lembar: Lembar, awal: int) -> int:
    """The row where notes and signatures begin below the last row with a figure or several cells; else the end."""
    baris = lembar.baris
    penuh = (
        n for n in range(len(baris) - 1, awal - 1, -1) if sum(map(berisi, baris[n])) > 2 or any(map(berangka, baris[n]))
    )
    bawah = range(next(penuh, len(baris)) + 1, len(baris))
    return next((n for n in bawah if baris_penutup(baris[n])), len(baris))


@dataclass(frozen=True)
class BarisTabel:
    """One row below the header: index, kind, its words left of the figures, and the name in the unit column."""

    nomor: int
    jenis: JenisBaris
    label: str
    nama: str


def baca_baris(tabel: Tabel, kolom_nilai: Iterable[int], dikenal: Callable[[str], bool]) -> Iterator[BarisTabel]:
    """Every row below the header, classified. ``dikenal`` saves a unit whose name looks like a total."""
    kolom = tuple(kolom_nilai)
    tanda_tangan = False
    for nomor in range(tabel.awal, len(tabel.lembar.baris)):
        isi = tabel.lembar.baris[nomor]
        label = [rapikan(sel) for sel in isi[: tabel.kolom_unit + 1] if berisi(sel)]
        nama = " ".join(str(tabel.lembar.sel(nomor, tabel.kolom_unit) or "").split())
        angka = any(_nilai(tabel.lembar.sel(nomor, k)) for k in kolom)
        jenis = _jenis(tabel, isi, label, nama, angka, bool(nama) and dikenal(nama))
        tanda_tangan = tanda_tangan or jenis == "tanda_tangan"
        if tanda_tangan and not angka and jenis != "kosong":
            jenis = "tanda_tangan"
        yield BarisTabel(nomor, jenis, " ".join(label), nama)


def _nilai(sel: Sel) -> bool:
    """A figure, or a cell that should be one (an error, a word in a column of figures is judged later)."""
    return berisi(sel) and (not isinstance(sel, str) or berangka(sel))


def _jenis(tabel: Tabel, isi: list[Sel], label: list[str], nama: str, angka: bool, dikenal: bool) -> JenisBaris:
    if not any(map(berisi, isi)):
        return "kosong"
    if baris_nomor(isi):
        return "nomor"
    if nama and rapikan(nama) in tabel.jalur[tabel.kolom_unit]:
        return "kepala"
    kata = label[-1] if label else next(rapikan(sel) for sel in isi if berisi(sel))
    awal = label[0] if label else kata
    if not dikenal and (jenis := _kata_kunci(awal, kata, angka)):
        return jenis
    if _NIHIL.fullmatch(kata):
        return "nihil"
    return "data" if angka or (dikenal and nama) else "bagian"


def _kata_kunci(awal: str, kata: str, angka: bool) -> JenisBaris | None:
    """The kind that the first or the last word left of the figures gives away."""
    for tertulis in (awal, kata):
        teks = _RENGGANG.sub(lambda m: m[0].replace(" ", ""), tertulis)  # J U M L A H
        if _SUB.fullmatch(teks):
            return "sub_jumlah"
        if _JUMLAH.fullmatch(teks) or (angka and _WILAYAH.fullmatch(teks)):
            return "jumlah"
        if _RINGKASAN.fullmatch(teks):
            return "ringkasan"
        if not angka and _CATATAN.fullmatch(teks):  # with figures "Sumber" is a place
            return "catatan"
        if not angka and _TANDA_TANGAN.fullmatch(teks):
            return "tanda_tangan"
    return None


def catat_dibuang(hasil: Tampung, tabel: Tabel, baris: Iterable[BarisTabel]) -> None:
    """List rows left out. Blank rows are one entry for each run; words of a signature block are not repeated."""
    lembar = tabel.lembar
    kosong: list[int] = []
    for satu in baris:
        if satu.jenis == "kosong":
            kosong.append(satu.nomor)
            continue
        _tutup_kosong(hasil, lembar, kosong)
        isi = "" if satu.jenis == "tanda_tangan" else satu.label or satu.nama
        jenis = "sub_jumlah" if satu.jenis == "data" else satu.jenis  # figures beside a section's heading
        hasil.buang("baris", lembar.nama, str(lembar.nomor(satu.nomor)), isi, f"dibuang.{jenis}")
    _tutup_kosong(hasil, lembar, kosong)


def _tutup_kosong(hasil: Tampung, lembar: Lembar, kosong: list[int]) -> None:
    if kosong:
        awal, akhir = lembar.nomor(kosong[0]), lembar.nomor(kosong[-1])
        letak = str(awal) if awal == akhir else f"{awal}–{akhir}"
        hasil.buang("baris", lembar.nama, letak, "", "dibuang.kosong")
        kosong.clear()
