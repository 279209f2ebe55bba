"""A column of units of measure beside counts: thousands or percentages would be taken for persons."""

from __future__ import annotations

import re

from kinerja.ingest.bentuk.angka_baca import BacaAngka
from kinerja.ingest.kepala import kata, rapikan, susun_jalur
from kinerja.ingest.peta.model import KolomPeta

_JUDUL = re.compile(r"SATUAN(?: (?:DATA|UKUR|UKURAN|NILAI))?|UNIT OF MEASURE(?:MENT)?|MEASURE UNIT|SKALA|SCALE")
_KALI = re.compile(
    r"\b(?:RATUS(?:AN)?|RIBU(?:AN)?|JUTA(?:AN)?|MILI?[AY]AR|HUNDREDS?|THOUSANDS?|MILLIONS?)\b|"
    r"(?:^|[X×/]\s*|PER\s*)1[.,]?0[0.,]*\b"
)
_BAGIAN = re.compile(r"%|‰|\b(?:PERSEN|PERSENTASE|PROSENTASE|PERCENT(?:AGE)?|PCT|PERMIL|PROMIL|RASIO|RATIO|RATE)\b")


def periksa_satuan(baca: BacaAngka) -> None:
    """One problem a column of units of measure: the first row that says its figure is no count of single ones."""
    peta, lembar = baca.pembaca.peta, baca.pembaca.lembar
    jalur = susun_jalur(lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    dipakai = {k.kolom for k in peta.kolom if k.isi == "unit"}
    for nomor, bagian in enumerate(jalur):
        if not bagian or nomor in dipakai or not _JUDUL.fullmatch(kata(bagian[-1])):
            continue
        kolom = KolomPeta(nomor, "abaikan", " > ".join(bagian))
        for baris, terbaca in baca.terbaca.items():
            teks = rapikan(baca.pembaca.sel(baris, kolom))
            cacah = any(t.penyebut is None for t in terbaca)
            if _KALI.search(teks) or (cacah and _BAGIAN.search(teks)):
                baca.pembaca.catat("masalah.satuan_bukan_cacah", baris, kolom, satuan=teks)
                break
