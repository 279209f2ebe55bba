"""What a survey sheet says against itself: a legend turned round, a recap by unit, one respondent's number twice."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.jawaban_kata import baca_jawab
from kinerja.ingest.kepala import berangka, susun_jalur
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Sel, berisi, huruf_kolom, ringkas, teks_sel

_ARTI = re.compile(r"(?<![0-9.,])([1-4])\s*[=:.)\-–]+\s*([A-Z][A-Z ]*[A-Z])")
_JUMLAH = re.compile(
    r"(?:JUMLAH|JML\.?|TOTAL|BANYAK(?:NYA)?|N)\.? ?(?:RESPONDEN|RESP\.?)\b.*|RESPONDEN \(?(?:N|ORANG)\)?"
)
_NOMOR = re.compile(
    r"NO\.?|(?:NO(?:MOR|MER)?\.?|ID|KODE) ?(?:URUT )?(?:RESPONDEN|RESP\.?|KUESIONER|KUISIONER)|NOMOR(?: URUT)?"
)


def legenda_terbalik(pembaca: PembacaPeta, kolom: Sequence[KolomPeta]) -> bool:
    """Does a line above the answers, or a question, say that 1 is the best or 4 the worst? That is noted."""
    for nomor, teks in _di_atas(pembaca):
        if pasangan := _terbalik(teks, ""):
            pembaca.catat("masalah.skm_terbalik", nomor, tulis=pasangan)
            return True
    for satu in kolom:
        if pasangan := _terbalik(satu.judul, satu.kode):
            pembaca.catat("masalah.skm_terbalik", None, satu, tulis=pasangan)
            return True
    return False


def _di_atas(pembaca: PembacaPeta) -> Iterator[tuple[int, str]]:
    """Texts above the data; a number with its word in the next cell is one text."""
    for nomor, baris in enumerate(pembaca.lembar.baris[: pembaca.peta.awal]):
        isi = [teks_sel(s).strip() for s in baris if berisi(s)]
        yield from ((nomor, teks) for teks in isi)
        yield from ((nomor, f"{a} = {b}") for a, b in itertools.pairwise(isi) if re.fullmatch("[1-4]", a))


def _terbalik(teks: str, unsur: str) -> str:
    """The part of this text that turns the scale round, '' for none."""
    for angka, kata in _ARTI.findall(" ".join(teks.upper().split())):
        nilai = baca_jawab(kata, unsur, {}).nilai
        if nilai and ((angka == "1" and nilai >= 3) or (angka == "4" and nilai == 1)):
            return ringkas(f"{angka} = {kata.title()}", 40)
    return ""


def rekap_unit(pembaca: PembacaPeta, baris: Iterable[int]) -> bool:
    """Does a column count the respondents of each row? Then the rows are means, and no answers; that is noted."""
    letak = _cari(pembaca, _JUMLAH)
    if letak is None:
        return False
    isi = next((n for n in baris if _lebih_dari_satu(pembaca.lembar.sel(n, letak))), None)
    if isi is not None:
        judul = _jalur(pembaca)[letak][-1]
        pembaca.catat("masalah.skm_rekap_unit", isi, KolomPeta(letak, "abaikan", judul), judul=judul)
    return isi is not None


def _lebih_dari_satu(sel: Sel) -> bool:
    return berangka(sel) and re.fullmatch(r"0*1?|1[.,]0+", teks_sel(sel).strip()) is None


def _jalur(pembaca: PembacaPeta) -> Sequence[tuple[str, ...]]:
    peta = pembaca.peta
    return susun_jalur(pembaca.lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()


def _cari(pembaca: PembacaPeta, pola: re.Pattern[str]) -> int | None:
    return next((n for n, j in enumerate(_jalur(pembaca)) if j and pola.fullmatch(j[-1].strip(" .:"))), None)


class NomorResponden:
    """The column of respondents' numbers, if there is one."""

    def __init__(self, pembaca: PembacaPeta) -> None:
        self.pembaca, self._letak = pembaca, _cari(pembaca, _NOMOR)
        self._ada: dict[tuple[str, str], int] = {}
        self._kosong = self._ulang = 0
        self._pertama = -1

    def tanpa_nomor(self, nomor: int, unsur: Iterable[int]) -> bool:
        """Is this a row of answers only, without the number that every row above it has?"""
        if self._letak is None or self._kosong or len(self._ada) < 2:
            return False
        isi = self.pembaca.lembar.baris[nomor]
        return all(sel_kosong(s) for n, s in enumerate(isi) if n not in unsur)

    def tambah(self, nomor: int) -> None:
        if self._letak is None:
            return
        sel = self.pembaca.lembar.sel(nomor, self._letak)
        if sel_kosong(sel):
            self._kosong += 1
            return
        kunci = (teks_sel(self.pembaca.isi(nomor, "unit")), teks_sel(sel).strip().casefold())
        if kunci in self._ada:
            self._ulang += 1
            self._pertama = nomor if self._pertama < 0 else self._pertama
        self._ada[kunci] = nomor

    def laporkan(self) -> None:
        if self._ulang and self._letak is not None:
            kolom = huruf_kolom(self._letak)
            self.pembaca.catat(
                "masalah.skm_nomor_ganda", self._pertama, tingkat="peringatan", jumlah=self._ulang, kolom_nomor=kolom
            )
