"""Which member of a dimension is always the sum of others: a part of a part would count twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

Nilai = tuple[int, int]
"""Numerator and denominator (0 for plain counts)."""
_MAKS_BEBAS, _MAKS_DERET = 8, 40
_TEGAS = 3  # so many sums that agree are no chance among all choices of parts


def cari_bagian(nama: Sequence[str], isi: Sequence[Mapping[str, Nilai]]) -> tuple[str, tuple[str, ...]] | None:
    """The first member that equals the sum of the same two or more others wherever it stands, with those; or None.

    ``nama``: members in the order of the file; ``isi``: member → figure, one for each unit and month. Among few members
    or many sums every choice of parts is tried, otherwise the neighbours in the file and all others together.
    """
    if not 3 <= len(nama) <= _MAKS_DERET:
        return None
    for induk in nama:
        di = [satu for satu in isi if induk in satu]
        tegas = [s for s in di if s[induk] != (0, 0) and len(s) > 1]
        if not tegas:
            continue
        lain = [n for n in nama if n != induk]
        bebas = len(nama) <= 4 or (len(nama) <= _MAKS_BEBAS and len(tegas) >= _TEGAS)
        for anak in _pilihan(nama, induk, lain, bebas=bebas):
            isinya = any(sum(s.get(n, (0, 0)) != (0, 0) for n in anak) > 1 for s in tegas)
            if _sama(tegas[0], induk, anak) and isinya and all(_sama(s, induk, anak) for s in di):
                return induk, anak
    return None


def _pilihan(nama: Sequence[str], induk: str, lain: Sequence[str], *, bebas: bool) -> Iterable[tuple[str, ...]]:
    if bebas:
        for banyak in range(2, len(lain) + 1):
            yield from combinations(lain, banyak)
        return
    letak = nama.index(induk)
    for sampai in range(letak + 3, len(nama) + 1):
        yield tuple(nama[letak + 1 : sampai])
    for dari in range(letak - 2, -1, -1):
        yield tuple(nama[dari:letak])
    yield tuple(lain)


def _sama(satu: Mapping[str, Nilai], induk: str, anak: Sequence[str]) -> bool:
    return satu[induk] == _jumlah(satu.get(n, (0, 0)) for n in anak)


def _jumlah(nilai: Iterable[Nilai]) -> Nilai:
    daftar = list(nilai)
    return sum(a for a, _ in daftar), sum(b for _, b in daftar)


def jumlah_sebagian(nilai: Sequence[Nilai], total: Nilai) -> bool:
    """Is ``total`` the sum of some of these figures? Of long lists only neighbours are tried."""
    if len(nilai) <= 2 * _MAKS_BEBAS:
        ada: set[Nilai] = {(0, 0)}
        for a, b in nilai:
            ada |= {(x + a, y + b) for x, y in ada}
        return total in ada
    return any(
        _jumlah(nilai[dari:sampai]) == total for dari in range(len(nilai)) for sampai in range(dari + 1, len(nilai) + 1)
    )
