"""Long numbers in names: an NIP, NIK or telephone number is somebody's, and is neither kept nor made a unit."""

from __future__ import annotations

import re

GANTI = "…"
_MINIMUM = 10
_DERET = re.compile(r"[0-9](?:[ ._-]?[0-9]){9,}")
_HARI = (
    r"(?:(?:19|20)[0-9]{2}[ ._-]?(?:0[1-9]|1[0-2])(?:[ ._-]?(?:0[1-9]|[12][0-9]|3[01]))?"
    r"|(?:0[1-9]|[12][0-9]|3[01])[ ._-]?(?:0[1-9]|1[0-2])[ ._-]?(?:19|20)[0-9]{2})"
)
_WAKTU = rf"(?:{_HARI}|(?:19|20)[0-9]{{2}}|[0-2][0-9][.:_-]?[0-5][0-9](?:[.:_-]?[0-5][0-9])?)"
_HANYA_WAKTU = re.compile(rf"{_WAKTU}(?:[ ._-]{_WAKTU})*")
_TEPI = re.compile(rf"{_HARI}[ ._-](?P<ekor>.*)|(?P<kepala>.*)[ ._-]{_HARI}")
_KODE_LAMA = re.compile(r"(?<![A-Za-z0-9])[Pp]\Z")


def bernomor_panjang(teks: str) -> bool:
    """Does the text hold ten digits or more in a row, blanks, dots, dashes and underscores between them allowed?

    Days and times (2026-10-05 14.30) and the old code of a puskesmas (P1371010201) are no person's number.
    """
    return any(_milik_orang(cocok) for cocok in _DERET.finditer(teks))


def samarkan(teks: str) -> str:
    """The text without such numbers. None of their digits is left: four of them would be read as a year."""
    return _DERET.sub(lambda cocok: GANTI if _milik_orang(cocok) else cocok[0], teks)


def _milik_orang(cocok: re.Match[str]) -> bool:
    deret = cocok[0]
    if _HANYA_WAKTU.fullmatch(deret):
        return False
    if len(deret) == _MINIMUM and _KODE_LAMA.search(cocok.string[: cocok.start()]):
        return False
    tepi = _TEPI.fullmatch(deret)
    sisa = (tepi["ekor"] or tepi["kepala"] or "") if tepi else deret  # "2026-10 1011119": a month and a code
    return sum(map(str.isdigit, sisa)) >= _MINIMUM
