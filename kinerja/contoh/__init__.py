"""Synthetic sample data, seeded and labelled, and the reference data every store begins with."""

from kinerja.contoh.berkas import tulis_berkas_contoh
from kinerja.contoh.dasar import BENIH
from kinerja.contoh.hari import kalender
from kinerja.contoh.peraturan import ambang_peraturan
from kinerja.contoh.satuan_kerja import ALIAS, SATUAN_KERJA
from kinerja.contoh.susun import bangun_contoh

__all__ = [
    "ALIAS",
    "BENIH",
    "SATUAN_KERJA",
    "ambang_peraturan",
    "bangun_contoh",
    "kalender",
    "tulis_berkas_contoh",
]
