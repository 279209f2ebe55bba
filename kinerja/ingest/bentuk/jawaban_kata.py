"""One answer of a questionnaire: 1 to 4, or one of the four words of its question. A scale of five or ten is refused.

"Sangat X" is 4, "X" 3, "kurang X" or "cukup X" 2, "tidak X" 1; fees, facilities and complaints have words of their own.
A word that is not known is asked, and so is a column that says both "kurang" and "cukup": then it has five steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.tipe import Sel, SelGalat, teks_sel

_SIFAT = frozenset(
    (
        *("sesuai", "mudah", "cepat", "kompeten", "mampu", "sopan", "ramah", "sopan dan ramah", "ramah dan sopan"),
        *("sopan ramah", "ramah sopan", "baik", "puas", "memuaskan", "jelas", "tepat", "tepat waktu", "wajar"),
        *("terjangkau", "nyaman", "bersih", "lengkap", "memadai", "setuju", "disiplin", "bertanggung jawab", "adil"),
        *("aman", "tanggap", "berkualitas", "terampil", "cakap", "paham", "responsif", "maksimal"),
    )
)
_DERAJAT: Mapping[str, int] = MappingProxyType({"sangat": 4, "": 3, "kurang": 2, "cukup": 2, "tidak": 1})
_UMUM: Mapping[str, int] = MappingProxyType({"buruk": 1, "cukup": 2})
_KHUSUS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "biaya": {"gratis": 4, "murah": 3, "cukup mahal": 2, "mahal": 1, "sangat mahal": 1},
        "pengaduan": {
            "tidak ada": 1,
            **dict.fromkeys(("ada tetapi tidak berfungsi", "ada tapi tidak berfungsi"), 2),
            **dict.fromkeys(("berfungsi kurang maksimal", "berfungsi tetapi kurang maksimal"), 3),
            **dict.fromkeys(("dikelola dengan baik", "berfungsi dan dikelola dengan baik"), 4),
        },
    }
)
_SINGKAT = {"tdk": "tidak", "sgt": "sangat", "krg": "kurang"}
_ANGKA = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,4}))?")
_BERNOMOR = re.compile(r"\(?([0-9]{1,2})\s*[.)\-:=]+\s*([^\W\d].*)|([^\W\d].*?)\s*[(\[=:\-]\s*([0-9]{1,2})\s*[)\]]?")
_BERHURUF = re.compile(r"\(?[a-e]\s*[.)]\s*(?=[^\W\d])", re.IGNORECASE)
SKALA, SKALA_KATA = "masalah.skm_skala", "masalah.skm_skala_kata"


@dataclass(frozen=True)
class Jawab:
    """1 to 4, or None with the catalog key of the reason; None without one is a missing answer.

    ``cara``: the degree by which a word was read ("kurang"), to find columns with five steps.
    """

    nilai: int | None
    alasan: str = ""
    cara: str = ""


KOSONG = Jawab(None)


def baca_jawab(sel: Sel, unsur: str, arti: Mapping[str, str]) -> Jawab:
    """The answer in this cell. ``arti``: words the person explained, in lower case → '1' to '4', or '0' for none."""
    if isinstance(sel, SelGalat):
        return Jawab(None, "masalah.sel_galat" if sel.teks else "masalah.rumus_hampa")
    teks = " ".join(teks_sel(sel).split())
    if teks.lower() in arti:
        return _dari_angka(arti[teks.lower()])
    if sel_kosong(sel):
        return KOSONG
    if isinstance(sel, bool):
        return Jawab(None, "masalah.skm_kata")
    if isinstance(sel, int | float) or _ANGKA.fullmatch(teks):
        return _dari_angka(teks)
    return _dari_teks(teks, unsur)


def _dari_angka(teks: str) -> Jawab:
    cocok = _ANGKA.fullmatch(teks.strip())
    if cocok is None:
        return Jawab(None, "masalah.skm_kata")
    nilai = int(cocok[1])
    if nilai > 4:
        return Jawab(None, SKALA)
    if (cocok[2] or "").strip("0"):
        return Jawab(None, "masalah.skm_pecahan")
    return Jawab(nilai) if nilai else KOSONG


def _dari_teks(teks: str, unsur: str) -> Jawab:
    """A word, perhaps with its number before or behind; the two must agree."""
    nomor = 0
    if cocok := _BERNOMOR.fullmatch(teks):
        nomor, teks = int(cocok[1] or cocok[4]), cocok[2] or cocok[3]
    hasil = _dari_kata(_BERHURUF.sub("", teks, count=1), unsur)
    if nomor > 4:
        return Jawab(None, SKALA)
    if nomor and hasil.nilai not in (None, nomor):
        return Jawab(None, "masalah.skm_angka_kata")
    return hasil


def _dari_kata(teks: str, unsur: str) -> Jawab:
    kata = [_SINGKAT.get(k, k) for k in re.findall(r"[^\W\d_]+", teks.lower())]
    penuh = " ".join(kata)
    khusus = _KHUSUS.get(unsur, {})
    if penuh in khusus:
        return Jawab(khusus[penuh], cara=penuh)
    if kata[:2] in (["sangat", "tidak"], ["sangat", "kurang"], ["agak", "tidak"]):
        return Jawab(None, SKALA_KATA)
    if penuh in _UMUM:
        return Jawab(_UMUM[penuh], cara=penuh)
    derajat = kata[0] if kata and kata[0] in _DERAJAT else ""
    sifat = " ".join(kata[1:] if derajat else kata)
    return Jawab(_DERAJAT[derajat], cara=derajat or "=") if sifat in _SIFAT else Jawab(None, "masalah.skm_kata")


def lima_langkah(jawab: Iterable[Jawab]) -> Jawab | None:
    """The first answer by which a column says the same step in two ways ("kurang" and "cukup"), or None."""
    cara: dict[int, str] = {}
    for satu in jawab:
        if satu.nilai and satu.cara and cara.setdefault(satu.nilai, satu.cara) != satu.cara:
            return satu
    return None
