"""Small cells: figures of very few people are hidden, and with them what would give them away by subtraction.

Here over the tree of units, in one span of time: the only rule there is, for indikator and for distributions alike.
Over time see ``sensor_masa``. What is hidden depends on the whole data only, never on what a viewer happens to filter.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Orang = Mapping[str, int]
"""Unit → people behind its figure."""


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


def shown_groups(
    sendiri: Orang, anak: Mapping[str, Sequence[str]], minimum: int, paksa: Collection[frozenset[str]] = ()
) -> frozenset[frozenset[str]]:
    """Sets of units that may be shown as one figure, given the people of each unit itself, without those below.

    Candidates are every unit with all below it, and the own staff of every unit. A figure less all shown figures
    inside it leaves nobody or at least ``minimum`` people; as candidates are nested or apart, every figure that can
    be computed is a sum of such remainders. Units without people are left out of the sets. People the viewer knows
    one by one are not to be counted in ``sendiri``: they would be subtracted too. Sets of ``paksa`` are not shown
    however many people they have.
    """
    tampil: set[frozenset[str]] = set()
    punya_induk = {a for daftar in anak.values() for a in daftar}
    for akar in sorted({*sendiri, *anak} - punya_induk):
        _kumpulkan(_susun(akar, sendiri, anak, minimum, paksa), tampil)
    return frozenset(tampil)


def _susun(
    kode: str,
    sendiri: Orang,
    anak: Mapping[str, Sequence[str]],
    minimum: int,
    paksa: Collection[frozenset[str]],
) -> _Simpul:
    bagian = [_susun(a, sendiri, anak, minimum, paksa) for a in anak.get(kode, ())]
    punya = sendiri.get(kode, 0)
    isi = frozenset({kode}) if punya else frozenset[str]()
    diri = _Simpul(kode, punya, isi, [], punya >= minimum and isi not in paksa)
    if not bagian:
        return diri
    bagian = [b for b in (*bagian, diri) if b.n > 0]
    bawah = [x for b in bagian for x in ([b] if b.tampil else b.bawah)]
    simpul = _Simpul(
        kode, sum(b.n for b in bagian), frozenset[str]().union(*(b.isi for b in bagian)), bawah, tampil=False
    )
    simpul.tampil = simpul.n >= minimum and simpul.isi not in paksa
    while simpul.tampil and 0 < simpul.sisa < minimum:
        kecil = min(simpul.bawah, key=lambda b: (b.n, b.kode))
        simpul.bawah = [b for b in simpul.bawah if b is not kecil] + kecil.bawah
    return simpul


def _kumpulkan(simpul: _Simpul, tampil: set[frozenset[str]]) -> None:
    if simpul.tampil:
        tampil.add(simpul.isi)
    for b in simpul.bawah:
        _kumpulkan(b, tampil)
