"""What the columns of a printed table mean: sex, percentage, and the part of the header that names the matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kinerja.ingest.kepala import Jalur, Tabel

Jk = Literal["", "L", "P"]

_JK: dict[str, Jk] = {
    **dict.fromkeys(("L", "LAKI", "LAKILAKI", "LK", "PRIA"), "L"),
    **dict.fromkeys(("P", "PEREMPUAN", "PR", "WANITA"), "P"),
    **dict.fromkeys(("L+P", "LAKILAKI+PEREMPUAN", "LAKI+PEREMPUAN", "LK+PR", "P+L", "LP", "LAKILAKIPEREMPUAN"), ""),
}
_NOMOR = re.compile(r"NO(?:MOR|\.? ?URUT)?\.?")


@dataclass(frozen=True)
class Kolom:
    """One column: its place, its header path, and the sex it is about ('' for both or not said)."""

    indeks: int
    jalur: Jalur

    @cached_property
    def teks(self) -> str:
        return " > ".join(self.jalur)

    @cached_property
    def jk(self) -> Jk:
        """The last part of the path that is a sex decides: groups by age may stand below it."""
        for bagian in reversed(self.jalur):
            polos = re.sub(r"[^A-Z+]", "", bagian.replace("DAN", "+").replace("&", "+"))
            if polos in _JK:
                return _JK[polos]
        return ""

    @cached_property
    def persen(self) -> bool:
        return bool(self.jalur) and ("%" in self.jalur[-1] or re.search(r"\bP(?:ER|RE)SEN", self.jalur[-1]) is not None)

    @cached_property
    def nomor(self) -> bool:
        return len(self.jalur) == 1 and _NOMOR.fullmatch(self.jalur[0]) is not None


def susun_kolom(tabel: Tabel) -> list[Kolom]:
    return [Kolom(indeks, jalur) for indeks, jalur in enumerate(tabel.jalur)]


def kolom_nilai(tabel: Tabel) -> list[Kolom]:
    """Columns right of the unit that have a header."""
    return [kolom for kolom in susun_kolom(tabel) if kolom.indeks > tabel.kolom_unit and kolom.jalur]


def persen_kanan(kolom: list[Kolom], indeks: int) -> int | None:
    """The percentage printed just right of a count, or None."""
    kanan = next((k for k in kolom if k.indeks == indeks + 1), None)
    return kanan.indeks if kanan and kanan.persen else None
