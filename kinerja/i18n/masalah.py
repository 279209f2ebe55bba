"""A problem of a file as a sentence: numbers in it are quantities and are written as such; texts stand as they are."""

from __future__ import annotations

from datetime import date, datetime

from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import Masalah
from kinerja.i18n import format as tulis
from kinerja.i18n.katalog import Bahasa, teks


def teks_masalah(m: Masalah, bahasa: Bahasa) -> str:
    """Reason and what to do, in one sentence."""
    return teks(bahasa, m.alasan, **{nama: _tulis(isi, bahasa) for nama, isi in m.args.items()})


def teks_galat(galat: KinerjaError, bahasa: Bahasa) -> str:
    """The sentence of an expected failure; times in it are written as the office writes them."""
    return teks(bahasa, galat.kunci, **{nama: _tulis_waktu(isi, bahasa) for nama, isi in galat.args_kunci.items()})


def _tulis_waktu(isi: object, bahasa: Bahasa) -> object:
    if isinstance(isi, datetime):
        return tulis.waktu(isi, bahasa)
    return tulis.tanggal(isi, bahasa) if isinstance(isi, date) else isi


def _tulis(isi: object, bahasa: Bahasa) -> object:
    if isinstance(isi, float):
        return tulis.angka(isi, 2, bahasa)
    if isinstance(isi, int) and not isinstance(isi, bool):
        return tulis.angka(isi, 0, bahasa)
    return _tulis_waktu(isi, bahasa)
