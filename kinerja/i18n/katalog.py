"""The catalogs: ``id/*.toml`` and ``en/*.toml``, nested tables flattened to dotted keys."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

Bahasa = Literal["id", "en"]
BAHASA: tuple[Bahasa, ...] = ("id", "en")
_FOLDER = Path(__file__).parent


def _flatten(tabel: dict[str, object], awalan: str = "") -> dict[str, str]:
    hasil: dict[str, str] = {}
    for nama, isi in tabel.items():
        kunci = f"{awalan}{nama}"
        if isinstance(isi, dict):
            hasil |= _flatten(isi, f"{kunci}.")
        else:
            hasil[kunci] = str(isi)
    return hasil


@cache
def _katalog(bahasa: Bahasa) -> dict[str, str]:
    hasil: dict[str, str] = {}
    for berkas in sorted((_FOLDER / bahasa).glob("*.toml")):
        isi = _flatten(tomllib.loads(berkas.read_text(encoding="utf-8")))
        ganda = hasil.keys() & isi.keys()
        if ganda:
            raise ValueError(f"{berkas}: keys defined twice: {sorted(ganda)}")
        hasil |= isi
    return hasil


def teks(bahasa: Bahasa, kunci: str, **args: object) -> str:
    """The text of ``kunci`` with ``{placeholders}`` filled. An unknown key raises ``KeyError``."""
    return _katalog(bahasa)[kunci].format(**args) if args else _katalog(bahasa)[kunci]


def daftar_kunci(bahasa: Bahasa) -> dict[str, str]:
    """Key → text as written, for tests and for the glossary."""
    return dict(_katalog(bahasa))
