"""A target or a result as offices write it: "12 dokumen", "85,5 persen", "100%", or a sentence that counts nothing.

The way of writing numbers is settled once a column, as everywhere; a number is never guessed out of a sentence, and one
that is a ceiling ("maksimal 3 hari") is not taken for a floor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.ingest.angka import Angka, Gaya, baca_angka, sel_kosong, tentukan_gaya
from kinerja.ingest.bentuk.orang import teks_aman
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Sel, SelPersen, teks_sel

MAKS_E4 = 10**15
_PANJANG_SATUAN = 40
_POLA = re.compile(
    r"(?:(?:minimal|min|paling sedikit|sekurang kurangnya|≥|>=)\.?\s*)?(?P<rp>rp\.?\s*)?"
    r"(?P<angka>[+-]?[0-9][0-9.,]*)(?P<lain>\s*(?:%|\([a-z ]{1,30}\))?\s*[^0-9]{0,60})",
    re.IGNORECASE,
)
_LANGIT = re.compile(
    r"\b(?:maks(?:imal)?|paling (?:lambat|lama|banyak|tinggi)|kurang dari|di ?bawah)\b|[<≤]", re.IGNORECASE
)
_PERSEN = re.compile(r"%|persen|per ?cent", re.IGNORECASE)


@dataclass(frozen=True)
class Sasaran:
    """``nilai``: None for a blank (``teks`` '') and for what counts nothing. ``alasan``: why a cell cannot be read."""

    nilai: Decimal | None
    satuan: str = ""
    teks: str = ""
    alasan: str = ""

    @property
    def e4(self) -> int | None:
        return None if self.nilai is None else int((self.nilai * 10_000).to_integral_value())


def baca_kolom(pembaca: PembacaPeta, kolom: KolomPeta | None, baris: Sequence[int]) -> Mapping[int, Sasaran]:
    """Every cell of the column; where the way of writing cannot be told that is one problem and all are blank."""
    if kolom is None:
        return {}
    isi = {n: pembaca.sel(n, kolom) for n in baris}
    token = [_token(s) for s in isi.values()]
    gaya: Gaya | str = kolom.gaya
    if not gaya:
        usul = tentukan_gaya([t for t in token if t], "desimal")
        if usul.alasan:
            di = next(n for n, t in zip(isi, token, strict=True) if t.startswith(usul.contoh[0]))
            pembaca.catat(usul.alasan, di, kolom, contoh=usul.contoh[0], lain=usul.contoh[-1])
            return dict.fromkeys(baris, Sasaran(None))
        gaya = usul.gaya
    return {n: _baca(s, "en" if gaya == "en" else "id") for n, s in isi.items()}


def _token(sel: Sel) -> str:
    cocok = _cocok(sel)
    return cocok["angka"].rstrip(".,") if cocok else ""


def _cocok(sel: Sel) -> re.Match[str] | None:
    if not isinstance(sel, str) or _LANGIT.search(sel):
        return None
    return _POLA.fullmatch(" ".join(sel.split()))


def _baca(sel: Sel, gaya: Gaya) -> Sasaran:
    if sel_kosong(sel):
        return Sasaran(None)
    if not isinstance(sel, str):
        return _batasi(baca_angka(sel, "desimal", gaya), "%" if isinstance(sel, SelPersen) else "", teks_sel(sel))
    teks = teks_aman(sel, _PANJANG_SATUAN)
    cocok = _cocok(sel)
    if cocok is None:
        return Sasaran(None, teks=teks or "…")
    satuan = "rupiah" if cocok["rp"] else _satuan(cocok["lain"])
    return _batasi(baca_angka(cocok["angka"].rstrip(".,"), "desimal", gaya), satuan, teks)


def _satuan(teks: str) -> str:
    tanpa = re.sub(r"\([a-z ]+\)", " ", teks, flags=re.IGNORECASE)
    return "%" if _PERSEN.search(tanpa) else teks_aman(tanpa.strip(" .,;:"), _PANJANG_SATUAN)


def _batasi(angka: Angka, satuan: str, teks: str) -> Sasaran:
    if angka.alasan or angka.nilai is None:
        return Sasaran(None, satuan, teks, angka.alasan)
    if angka.nilai < 0:
        return Sasaran(None, satuan, teks, "masalah.angka_negatif")
    if angka.nilai * 10_000 > MAKS_E4:
        return Sasaran(None, satuan, teks, "masalah.angka_besar")
    return Sasaran(angka.nilai, satuan, teks)
