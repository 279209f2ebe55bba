"""Titles of courses and events for telling whether two of them are one."""

from __future__ import annotations

import re


def polos_judul(judul: str) -> str:
    """The title for matching: lower case, letters and digits only, single blanks. ``store.ganti.polos`` is its twin.

    >>> polos_judul('"Pelayanan  PRIMA".')
    'pelayanan prima'
    """
    return re.sub(r"[\W_]+", " ", judul.lower()).strip()
