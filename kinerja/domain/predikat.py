"""Ratings of an appraisal and the predicate that follows from them (PermenPANRB 6/2022, three by three).

The two ratings are what the appraiser gave; the predicate is always recomputed from them, because programs in the
wild disagree about some cells. A word that is not known is None, never a default.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

Ekspektasi = Literal["di_atas", "sesuai", "di_bawah"]
EKSPEKTASI: tuple[Ekspektasi, ...] = get_args(Ekspektasi)
Predikat = Literal["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]
PREDIKAT: tuple[Predikat, ...] = get_args(Predikat)

LABEL: Mapping[Predikat, str] = MappingProxyType(
    {
        "sangat_baik": "Sangat Baik",
        "baik": "Baik",
        "butuh_perbaikan": "Butuh Perbaikan",
        "kurang": "Kurang/misconduct",
        "sangat_kurang": "Sangat Kurang",
    }
)
"""The words of the regulation; they are the same in every language of the program."""

_MATRIKS: Mapping[tuple[Ekspektasi, Ekspektasi], Predikat] = MappingProxyType(
    {
        ("di_atas", "di_bawah"): "kurang",
        ("di_atas", "sesuai"): "baik",
        ("di_atas", "di_atas"): "sangat_baik",
        ("sesuai", "di_bawah"): "kurang",
        ("sesuai", "sesuai"): "baik",
        ("sesuai", "di_atas"): "baik",
        ("di_bawah", "di_bawah"): "sangat_kurang",
        ("di_bawah", "sesuai"): "butuh_perbaikan",
        ("di_bawah", "di_atas"): "butuh_perbaikan",
    }
)

_KATA_EKSPEKTASI: Mapping[str, Ekspektasi] = MappingProxyType(
    {
        **dict.fromkeys(("diatas", "melebihi", "melampaui"), "di_atas"),
        **dict.fromkeys(("sesuai", "memenuhi"), "sesuai"),
        **dict.fromkeys(("dibawah",), "di_bawah"),
    }
)
_KATA_PREDIKAT: Mapping[str, Predikat] = MappingProxyType(
    {
        "sangat baik": "sangat_baik",
        "baik": "baik",
        "butuh perbaikan": "butuh_perbaikan",
        "perlu perbaikan": "butuh_perbaikan",
        "cukup": "butuh_perbaikan",  # the wording of the credit points (Peraturan BKN 3/2023)
        "cukup butuh perbaikan": "butuh_perbaikan",
        "butuh perbaikan cukup": "butuh_perbaikan",
        "kurang": "kurang",
        "kurang misconduct": "kurang",
        "misconduct": "kurang",
        "sangat kurang": "sangat_kurang",
    }
)


def tentukan_predikat(hasil_kerja: Ekspektasi, perilaku: Ekspektasi) -> Predikat:
    """The predicate of these two ratings."""
    return _MATRIKS[hasil_kerja, perilaku]


def baca_ekspektasi(teks: str) -> Ekspektasi | None:
    """The rating a text names, whatever its case and blanks (``DIATAS EKSPEKTASI``, ``Memenuhi``); None if none."""
    kata = re.sub(r"\b(di) (?=atas|bawah)", r"\1", _polos(teks))
    return _KATA_EKSPEKTASI.get(re.sub(r" ?(?:ekspektasi|ekspetasi|harapan)$", "", kata))


def baca_predikat(teks: str) -> Predikat | None:
    """The predicate a text names in any known wording (``Butuh perbaikan``, ``Cukup``); None if none."""
    return _KATA_PREDIKAT.get(_polos(teks))


def _polos(teks: str) -> str:
    return re.sub(r"[^a-z]+", " ", teks.lower().replace("_", " ")).strip()
