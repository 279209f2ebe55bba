"""The nine unsur of PermenPANRB 14/2017 by their names, never by position: U8 and U9 change places between offices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from kinerja.ingest.kepala import Jalur, kata

UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
_KODE_PASTI = dict(enumerate(UNSUR[:7], 1))

_NAMA: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "persyaratan": re.compile(r"\bPERSYARATAN(?:NYA)?\b|\bSYARAT\b"),
        "prosedur": re.compile(r"\bPROSEDUR(?:NYA)?\b|\bMEKANISME\b|\bSISTEM\b"),
        "waktu": re.compile(r"\bWAKTU\b"),
        "biaya": re.compile(r"\bBIAYA\b|\bTARIF\b"),
        "produk": re.compile(r"\bPRODUK\b|\bSPESIFIKASI\b"),
        "kompetensi": re.compile(r"\bKOMPETENSI\b"),
        "perilaku": re.compile(r"\bPERILAKU\b"),
        "pengaduan": re.compile(r"\bPENGADUAN\b"),
        "sarana": re.compile(r"\b(?:PRA ?)?SARANA\b"),
    }
)
"""The official words. A header with words of two unsur is asked."""
_LEMAH: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "prosedur": re.compile(r"\bALUR\b"),
        "waktu": re.compile(r"\bKECEPATAN\b"),
        "kompetensi": re.compile(r"\bKEMAMPUAN\b|\bKEAHLIAN\b"),
        "perilaku": re.compile(r"\bKESOPANAN\b|\bKERAMAHAN\b|\bSIKAP\b"),
        "pengaduan": re.compile(r"\bADUAN\b"),
        "sarana": re.compile(r"\bFASILITAS\b"),
    }
)
"""Words that decide only where no official one stands."""
_KODE = re.compile(r"\b(?:U|UNSUR) ?([1-9][0-9]?)\b")
_TANYA = re.compile(r"\b(?:U|UNSUR|P|Q|PERTANYAAN|NO) ?[0-9]{1,2}\b|\b(?:BAGAIMANA|APAKAH|SEBERAPA|MENURUT)\b")


def kode_u(jalur: Jalur) -> int:
    """The number in a header like U8 or UNSUR 8; 0 for none."""
    cocok = _KODE.search(kata(jalur[-1])) if jalur else None
    return int(cocok[1]) if cocok else 0


def hanya_kode(jalur: Jalur) -> bool:
    """Is the header a code and no name?"""
    return _KODE.fullmatch(kata(jalur[-1])) is not None and not (len(jalur) > 1 and _disebut(kata(jalur[-2])))


def unsur_dari_judul(jalur: Jalur) -> str:
    """The unsur this header names, alone or beside a code; of codes alone only U1 to U7; '' when it is not certain.

    Over a bare code the name may stand in the row above.
    """
    if not jalur:
        return ""
    judul = kata(jalur[-1])
    if _KODE.fullmatch(judul) is None:
        ada = _disebut(judul)
        return ada[0] if len(ada) == 1 else ""
    ada = _disebut(kata(jalur[-2])) if len(jalur) > 1 else []
    return ada[0] if len(ada) == 1 else _KODE_PASTI.get(kode_u(jalur), "")


def _disebut(judul: str) -> list[str]:
    """Every unsur that these words name; weak words count where no official one stands."""
    pasti = [kode for kode, pola in _NAMA.items() if pola.search(judul)]
    return pasti or [kode for kode, pola in _LEMAH.items() if pola.search(judul)]


def mirip_pertanyaan(jalur: Jalur) -> bool:
    """Does the header read like one of the questions: a code, a question, or a place in the group of unsur?"""
    if not jalur:
        return False
    return (
        _TANYA.search(kata(jalur[-1])) is not None
        or "?" in jalur[-1]
        or any(re.search(r"\bUNSUR\b|\bPERTANYAAN\b", bagian) for bagian in jalur[:-1])
    )
