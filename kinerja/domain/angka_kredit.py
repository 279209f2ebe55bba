"""Credit points of functional positions from the yearly predikat (Peraturan BKN 3/2023); always an estimate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Literal, get_args

from kinerja.domain.ambang import nilai_ambang
from kinerja.domain.errors import KinerjaError
from kinerja.domain.predikat import Predikat
from kinerja.domain.unit import BULAN_AKHIR

Jenjang = Literal["pemula", "terampil", "mahir", "penyelia", "ahli_pertama", "ahli_muda", "ahli_madya", "ahli_utama"]
JENJANG: tuple[Jenjang, ...] = get_args(Jenjang)

LABEL_JENJANG: Mapping[Jenjang, str] = MappingProxyType({j: j.replace("_", " ").title() for j in JENJANG})
_PEMISAH = re.compile(r"\s[-–—]\s|[/,;:()]")
_JENJANG = re.compile(
    r"(?:^|.*\s)(pemula|terampil|mahir|penyelia|ahli[ _-]+(?:pertama|muda|madya|utama))|"
    r"(ahli[ _-]+(?:pertama|muda|madya|utama))\s.*"
)


def baca_jenjang(jabatan: str) -> Jenjang | None:
    """The one level that a part of the name of a functional position ends with, or an Ahli level it begins with
    (``Perawat Ahli Pertama``, ``Ahli Pertama - Dokter``, ``Perawat Terampil (JF)``); None for other positions."""
    bagian = (" ".join(b.split()) for b in _PEMISAH.split(jabatan.lower()))
    kata = {cocok[1] or cocok[2] for b in bagian if (cocok := _JENJANG.fullmatch(b))}
    ada = {re.sub(r"[ _-]+", "_", k) for k in kata}
    return next((j for j in JENJANG if ada == {j}), None)


def koefisien(jenjang: Jenjang, bulan: int = BULAN_AKHIR) -> Decimal:
    """Credit points of a year at this level with predikat Baik."""
    return nilai_ambang(f"angka_kredit.koefisien.{jenjang}", bulan)


def angka_kredit(predikat: Predikat, koefisien_tahun: Decimal, lama: int = 12, bulan: int = BULAN_AKHIR) -> Decimal:
    """Points earned in ``lama`` months with this predikat: lama/12 × percentage × coefficient, two decimals half up.

    ``bulan``: the month whose rules apply. Raises ``KinerjaError('galat.bulan_angka_kredit')`` unless ``lama`` is 1 to
    12. The product is divided once and rounded once, so 2/12 of 12,5 is 2,08.
    """
    if not 1 <= lama <= 12:
        raise KinerjaError("galat.bulan_angka_kredit", bulan=lama)
    persen = nilai_ambang(f"angka_kredit.persen.{predikat}", bulan)
    return (lama * persen * koefisien_tahun / 1200).quantize(Decimal("0.01"), ROUND_HALF_UP)


def bulan_jenjang(masa: Iterable[tuple[str, int, int]]) -> list[tuple[Jenjang, int]]:
    """Level → months in it, in the order of ``masa`` (jabatan, first and last month, both within one year).

    Months in other positions earn nothing and are left out; a month that two spans share counts once, for the later.
    """
    bulan: dict[int, Jenjang | None] = {}
    for jabatan, dari, sampai in masa:
        bulan |= dict.fromkeys(range(dari, sampai + 1), baca_jenjang(jabatan))
    urut = [j for _, j in sorted(bulan.items()) if j is not None]
    return [(j, urut.count(j)) for j in dict.fromkeys(urut)]


def jumlah_angka_kredit(bagian: Iterable[tuple[Predikat, Decimal, int]]) -> Decimal:
    """Sum over parts of a year (predikat, coefficient, months), each rounded first as on BKN's own sheets."""
    return sum((angka_kredit(p, k, lama) for p, k, lama in bagian), Decimal("0.00"))
