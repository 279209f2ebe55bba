"""Graphs: bridges (edges whose removal parts what they join), and sums of edges that follow from sums at points."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

S = TypeVar("S", bound=Hashable)


Tetangga = Mapping[S, Sequence[tuple[S, tuple[S, S]]]]
"""Point → the points it is joined with, each with the edge."""
_Langkah = tuple[S, tuple[S, S] | None, Iterator[tuple[S, tuple[S, S]]]]


def neighbours(sisi: Collection[tuple[S, S]]) -> Tetangga[S]:
    hasil: dict[S, list[tuple[S, tuple[S, S]]]] = {}
    for a, b in sisi:
        hasil.setdefault(a, []).append((b, (a, b)))
        hasil.setdefault(b, []).append((a, (a, b)))
    return hasil


def follows(tetangga: Tetangga[S], pilih: Collection[tuple[S, S]]) -> bool:
    """Does the sum over the edges ``pilih`` follow from the sums of all edges at each point?

    Edges lead from one side to the other. It does just when points can carry heights such that an edge of ``pilih``
    climbs by one from its first to its second point, and every other edge not at all.
    """
    tinggi: dict[S, int] = {}
    for akar, _ in pilih:
        if akar in tinggi:
            continue
        tinggi[akar], antre = 0, [akar]
        while antre:
            titik = antre.pop()
            for lain, lewat in tetangga[titik]:
                naik = (1 if lewat[0] == titik else -1) if lewat in pilih else 0
                if lain not in tinggi:
                    tinggi[lain] = tinggi[titik] + naik
                    antre.append(lain)
                elif tinggi[lain] != tinggi[titik] + naik:
                    return False
    return True


def bridges(sisi: Collection[tuple[S, S]]) -> frozenset[tuple[S, S]]:
    """Those of ``sisi`` (no edge twice, none from a point to itself) that lie on no cycle.

    Depth first, without recursion: an edge is a bridge when nothing below it reaches back above it.
    """
    tetangga = neighbours(sisi)
    urut: dict[S, int] = {}
    balik: dict[S, int] = {}
    hasil: list[tuple[S, S]] = []
    for akar in tetangga:
        if akar in urut:
            continue
        urut[akar] = balik[akar] = len(urut)
        jalan: list[_Langkah[S]] = [(akar, None, iter(tetangga[akar]))]
        while jalan:
            titik, datang, sisa = jalan[-1]
            for lain, lewat in sisa:
                if lewat == datang:
                    continue
                if lain in urut:
                    balik[titik] = min(balik[titik], urut[lain])
                else:
                    urut[lain] = balik[lain] = len(urut)
                    jalan.append((lain, lewat, iter(tetangga[lain])))
                    break
            else:
                jalan.pop()
                if jalan and datang is not None:
                    atas = jalan[-1][0]
                    balik[atas] = min(balik[atas], balik[titik])
                    if balik[titik] > urut[atas]:
                        hasil.append(datang)
    return frozenset(hasil)
