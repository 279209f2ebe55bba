"""Persons behind a change: who is a second one, and what of a name may be kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import rentang
from kinerja.domain.samar import bernomor_panjang, samarkan

_HURUF_NAMA = 3
_LABEL = re.compile(r"CLI\b.*", re.IGNORECASE | re.DOTALL)


def nama_orang(teks: str) -> bool:
    """May this be the name of a person: three letters at least, and no label of a program?"""
    return sum(map(str.isalpha, teks)) >= _HURUF_NAMA and not _LABEL.fullmatch(teks.strip())


def dua_orang(oleh: str, kedua: str) -> bool:
    """Are these the names of two persons? In letters and digits alone neither may be the other, or a part of it.

    ``oleh`` may name the program and the account behind the person: "Sri (CLI dinkes)". These agree to nothing either.
    """
    if not (nama_orang(oleh) and nama_orang(kedua)):
        return False
    lain = _inti(kedua)
    inti = [_inti(oleh), *(_inti(bagian) for bagian in re.split(r"[()]", oleh))]
    return not any(lain in satu or satu in lain for satu in inti if satu)


def _inti(nama: str) -> str:
    """Letters and digits, without case and accents."""
    return "".join(h for h in unicodedata.normalize("NFKD", nama).casefold() if h.isalnum())


def tolak_tanpa_dua_orang(terkunci: Collection[int], oleh: str, disetujui: str) -> str:
    """The second person where locked months are touched, '' where none is needed.

    Raises ``KinerjaError`` that names the months when nobody else agreed, or nobody says who works here.
    """
    if not terkunci:
        return ""
    bulan = ", ".join(rentang(b, b).kode for b in sorted(terkunci))
    if not nama_orang(oleh):
        raise KinerjaError("galat.periode_tanpa_pelaku", bulan=bulan)
    kedua = " ".join(samarkan(disetujui).split())
    if not dua_orang(oleh, kedua):
        raise KinerjaError("galat.periode_terkunci", bulan=bulan)
    return kedua


def tolak_bernomor(*nama: str) -> None:
    """Raises ``KinerjaError`` when a name of a unit holds a long number: it is somebody's, and no unit's."""
    for satu in nama:
        if bernomor_panjang(satu):
            raise KinerjaError("galat.nama_bernomor", nama=samarkan(satu))
