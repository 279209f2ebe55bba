"""The kabupaten or kota of a title, beside where the units of its figures lie: names of units recur elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from kinerja.domain.fakta import Fakta
from kinerja.ingest.konteks import Konteks

_SEBUT = re.compile(r"\b(KABUPATEN|KAB|KOTA)\b\.?\s+([A-Z][A-Z ]{2,60})")


def kabkota_disebut(judul: Iterable[str], semua: Collection[str]) -> set[str]:
    """Every kabupaten or kota named in full ("KOTA PADANG PANJANG" is not "KOTA PADANG")."""
    hasil = set()
    for baris in judul:
        teks = re.sub(r"[^A-Z. ]+", " ", re.sub(r"KABUPATEN\s*/\s*KOTA", "KOTA", baris.upper()))
        for cocok in _SEBUT.finditer(teks):
            jenis = "KOTA" if cocok[1] == "KOTA" else "KABUPATEN"
            kata = cocok[2].split()
            for banyak in range(len(kata), 0, -1):
                if (nama := f"{jenis} {' '.join(kata[:banyak])}") in semua:
                    hasil.add(nama)
                    break
    return hasil


def catat_tempat(konteks: Konteks, lembar: str, judul: Sequence[str], fakta: Iterable[Fakta]) -> None:
    """A problem where the title names another kabupaten or kota than that of every unit it gave figures to."""
    milik = {n for u in {f.unit for f in fakta} if (n := konteks.rujukan.kabkota.get(u))}
    disebut = kabkota_disebut(judul, konteks.rujukan.semua_kabkota)
    if milik and disebut and not milik & disebut:
        nama, tempat = (", ".join(sorted(isi)).title() for isi in (disebut, milik))
        konteks.hasil.catat("masalah.tempat_beda", "galat", lembar, nama=nama, tempat=tempat)
