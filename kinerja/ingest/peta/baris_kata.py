"""Rows that their words give away: a printed total, a note, a signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kinerja.ingest.kepala import rapikan
from kinerja.ingest.tipe import Sel, berisi

POLA_PINDAHAN = r"(?:(?:JUMLAH|JML\.?|TOTAL) )?(?:YANG )?(?:DI ?)?PINDAH(?:AN|KAN)\b.*"
"""What a page carries over to the next, and what the next begins with."""
HALAMAN = re.compile(POLA_PINDAHAN + r"|(?:(?:SUB ?)?(?:JUMLAH|JML\.?|TOTAL)) (?:HALAMAN|HAL\.?|LEMBAR)\b.*")
LALU = re.compile(r"(?:JUMLAH|JML\.?|TOTAL)\b.*\b(?:LALU|SEBELUM(?:NYA)?)\b.*")
"""The total of another time, beside that of this one: nothing to compare with."""
_TOTAL = re.compile(
    rf"{HALAMAN.pattern}|{LALU.pattern}|"
    r"(?:JUMLAH|JML\.?) (?:TRI ?WULAN|TRIBULAN|TW|KUARTAL|KWARTAL|SEMESTER|SMT)\b.*|"
    r"(?:GRAND )?(?:JUMLAH|JML|TOTAL|SUB ?-?(?:JUMLAH|TOTAL)|RATA ?-?RATA|RERATA|NRR.*|IKM.*|"
    r"NILAI (?:RATA|UNSUR|IKM).*|"
    r"JUMLAH (?:NILAI|RESPONDEN|TOTAL|SELURUH|SEMUA|KESELURUHAN|KAB|KOTA|KEC).*|TOTAL .*)[ .:]*"
)
_CATATAN = re.compile(r"\(?\s*(?:SUMBER|SOURCE|KETERANGAN|KET|CATATAN|NOTE|NB|MENGETAHUI|KEPALA|NIP)\b.*|\*.*")


def _dua_kata(isi: Sequence[Sel]) -> list[str]:
    return [rapikan(s) for s in isi if isinstance(s, str) and s.strip()][:2]


def baris_total(isi: Sequence[Sel], kenal: Callable[[str], bool]) -> bool:
    """Do the first words of a row say that it adds up others? ``kenal`` saves a unit whose name looks like it."""
    return any(_TOTAL.fullmatch(kata) and not kenal(kata) for kata in _dua_kata(isi))


def baris_catatan(isi: Sequence[Sel]) -> bool:
    """Is this a note or a signature: one or two cells, the first of them a word that begins such lines?"""
    kata = _dua_kata(isi)
    return bool(kata) and _CATATAN.fullmatch(kata[0]) is not None and sum(map(berisi, isi)) <= 2
