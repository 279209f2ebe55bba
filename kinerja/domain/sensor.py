"""Small cells: figures of very few people are hidden, and with them what would give them away by subtraction.

Two subtractions are closed: over the tree (parent less the other children) and over time (a longer period less the
months that can be seen). What is hidden depends on the whole data only, never on what a viewer happens to filter.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Orang = Mapping[str, int]
"""Unit → people behind its figure."""


def hidden_units(
    n: Orang, anak: Mapping[str, Sequence[str]], minimum: int, awal: Collection[str] = ()
) -> frozenset[str]:
    """Units whose figure of one period must be hidden, given the number of people behind each.

    A unit with 1 to ``minimum - 1`` people is hidden, and those of ``awal`` in any case. When exactly one child of a
    shown parent is hidden, its value would be parent minus the rest: the smallest other child is hidden too, or the
    parent when there is none.
    """
    sembunyi = {unit for unit, orang in n.items() if 0 < orang < minimum} | {u for u in awal if n.get(u, 0) > 0}
    berubah = minimum > 0
    while berubah:
        berubah = False
        for induk, daftar in anak.items():
            ada = [u for u in daftar if n.get(u, 0) > 0]
            tertutup = [u for u in ada if u in sembunyi]
            if induk in sembunyi or n.get(induk, 0) == 0 or len(tertutup) != 1:
                continue
            lain = sorted((u for u in ada if u not in sembunyi), key=lambda u: (n[u], u))
            sembunyi.add(lain[0] if lain else induk)
            berubah = True
    return frozenset(sembunyi)


def hidden_months(n: Mapping[int, Orang], anak: Mapping[str, Sequence[str]], minimum: int) -> dict[int, frozenset[str]]:
    """Month of one calendar year → units hidden in it.

    When just one month of a unit is hidden, it would be the year less the others: its smallest other month is hidden
    too. Both rules are repeated until neither finds anything.
    """
    sembunyi = {bulan: hidden_units(orang, anak, minimum) for bulan, orang in n.items()}
    while True:
        tambah: dict[int, set[str]] = {}
        for unit in {u for daftar in sembunyi.values() for u in daftar}:
            ada = [b for b, orang in n.items() if orang.get(unit, 0) > 0]
            tampak = [b for b in ada if unit not in sembunyi[b]]
            if len(ada) - len(tampak) == 1 and tampak:
                tambah.setdefault(min(tampak, key=lambda b: (n[b][unit], b)), set()).add(unit)
        if not tambah:
            return sembunyi
        for bulan, units in tambah.items():
            sembunyi[bulan] = hidden_units(n[bulan], anak, minimum, sembunyi[bulan] | units)


def hidden_period(
    n: Orang, anak: Mapping[str, Sequence[str]], minimum: int, bulan: Collection[frozenset[str]]
) -> frozenset[str]:
    """Units hidden in a period of several months that is not the whole year.

    A unit with a hidden month anywhere in the year shows its months and its year, but nothing in between: the
    difference of two such periods would be the month.
    """
    return hidden_units(n, anak, minimum, frozenset[str]().union(*bulan))


@dataclass
class _Simpul:
    """A unit with all below it, or its own staff alone: people in it, and what of it is shown below."""

    kode: str
    n: int
    isi: frozenset[str]
    bawah: list[_Simpul]  # the largest shown parts that lie inside it
    tampil: bool

    @property
    def sisa(self) -> int:
        """People of this figure who are in no shown part: what subtraction leaves."""
        return self.n - sum(b.n for b in self.bawah)


def shown_groups(sendiri: Orang, anak: Mapping[str, Sequence[str]], minimum: int) -> frozenset[frozenset[str]]:
    """Sets of units that may be shown as one figure, given the people of each unit itself, without those below.

    Candidates are every unit with all below it, and the own staff of every unit. A figure less all shown figures
    inside it leaves nobody or at least ``minimum`` people; as candidates are nested or apart, every figure that can
    be computed is a sum of such remainders. Units without people are left out of the sets. People the viewer knows
    one by one are not to be counted in ``sendiri``: they would be subtracted too.
    """
    tampil: set[frozenset[str]] = set()
    punya_induk = {a for daftar in anak.values() for a in daftar}
    for akar in sorted({*sendiri, *anak} - punya_induk):
        _kumpulkan(_susun(akar, sendiri, anak, minimum), tampil)
    return frozenset(tampil)


def _susun(kode: str, sendiri: Orang, anak: Mapping[str, Sequence[str]], minimum: int) -> _Simpul:
    bagian = [_susun(a, sendiri, anak, minimum) for a in anak.get(kode, ())]
    punya = sendiri.get(kode, 0)
    diri = _Simpul(kode, punya, frozenset({kode}) if punya else frozenset(), [], punya >= minimum)
    if not bagian:
        return diri
    bagian = [b for b in (*bagian, diri) if b.n > 0]
    bawah = [x for b in bagian for x in ([b] if b.tampil else b.bawah)]
    simpul = _Simpul(
        kode, sum(b.n for b in bagian), frozenset[str]().union(*(b.isi for b in bagian)), bawah, tampil=False
    )
    simpul.tampil = simpul.n >= minimum
    while simpul.tampil and 0 < simpul.sisa < minimum:
        kecil = min(simpul.bawah, key=lambda b: (b.n, b.kode))
        simpul.bawah = [b for b in simpul.bawah if b is not kecil] + kecil.bawah
    return simpul


def _kumpulkan(simpul: _Simpul, tampil: set[frozenset[str]]) -> None:
    if simpul.tampil:
        tampil.add(simpul.isi)
    for b in simpul.bawah:
        _kumpulkan(b, tampil)
