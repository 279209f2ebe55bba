"""Texts in Indonesian and English, numbers, dates and periods as the office writes them."""

from kinerja.i18n.katalog import BAHASA, Bahasa, daftar_kunci, teks

__all__ = ["BAHASA", "Bahasa", "daftar_kunci", "teks"]
