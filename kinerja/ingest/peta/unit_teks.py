"""The unit that a title or the name of a file or sheet speaks of."""

from __future__ import annotations

import re

from kinerja.ingest.konteks import Konteks
from kinerja.ingest.unit_cocok import kunci_nama


def unit_dalam_teks(konteks: Konteks, teks: str) -> str:
    """The one unit whose name stands in a title or a file name; the longest name wins, '' when none or two do."""
    polos = f" {re.sub(r'[^a-z0-9]+', ' ', teks.lower())} "
    cocok: dict[str, int] = {}
    for unit in konteks.rujukan.units:
        kunci = kunci_nama(unit.nama)
        if len(kunci) >= 4 and f" {kunci} " in polos:
            bobot = len(kunci) + (1 if unit.jenis == "puskesmas" and re.search(r"\b(?:puskesmas|pkm)\b", polos) else 0)
            cocok[unit.kode] = bobot
    for alias, kode in konteks.rujukan.alias.items():
        if len(alias) >= 4 and f" {alias} " in polos:
            cocok[kode] = max(cocok.get(kode, 0), len(alias))
    if not cocok:
        return ""
    terpanjang = max(cocok.values())
    pilihan = [k for k, n in cocok.items() if n == terpanjang]
    return pilihan[0] if len(pilihan) == 1 else ""
