"""Where labels go so that they touch neither each other nor the marks. Pure geometry in px."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Titik = tuple[float, float]


def dorong(pusat: Sequence[float], tinggi: Sequence[float], atas: float) -> list[float]:
    """Centres of labels ``tinggi`` high pushed apart, moved as little as needed, within 0..``atas`` when they fit.

    Labels that would overlap form a block centred on the mean of its wishes (least squares: pool adjacent violators).
    """
    urut = sorted(range(len(pusat)), key=lambda i: pusat[i])
    alas = [0.0]  # distance of every centre from the first when all labels touch
    for a, b in pairwise(urut):
        alas.append(alas[-1] + (tinggi[a] + tinggi[b]) / 2)
    blok: list[tuple[float, int]] = []  # (mean wish for the first centre, members)
    for k, i in enumerate(urut):
        rata, n = pusat[i] - alas[k], 1
        while blok and blok[-1][0] > rata:
            r, m = blok.pop()
            rata, n = (r * m + rata * n) / (m + n), m + n
        blok.append((rata, n))
    if not urut:
        return []
    awal, akhir = tinggi[urut[0]] / 2, atas - tinggi[urut[-1]] / 2 - alas[-1]
    if awal <= akhir:
        blok = [(min(max(r, awal), akhir), n) for r, n in blok]
    tempat = [r + a for r, a in zip((r for r, n in blok for _ in range(n)), alas, strict=True)]
    return [t for _, t in sorted(zip(urut, tempat, strict=True))]


class Bendera(NamedTuple):
    """A title ``lebar`` px wide that hangs left or right of a pole at ``tiang``."""

    tiang: float
    lebar: float


class Kibar(NamedTuple):
    """Where a title hangs: its level above the drawing, and on which side of its pole."""

    tingkat: int
    kanan: bool


def kibarkan(bendera: Sequence[Bendera], banyak: int, batas: tuple[float, float]) -> list[Kibar | None]:
    """Places for titles on at most ``banyak`` levels between ``batas`` (left, right px); None: no room.

    No title meets another title or the pole of another, which reaches from the drawing up to its own title.
    """
    maju = list(range(len(bendera)))
    return min(
        (
            _kibarkan(bendera, banyak, batas, urut, s)
            for s in ((True, False), (False, True))
            for urut in (maju, maju[::-1])
        ),
        key=lambda hasil: (hasil.count(None), max((k.tingkat for k in hasil if k), default=0)),
    )


def _kibarkan(
    bendera: Sequence[Bendera], banyak: int, batas: tuple[float, float], urut: Sequence[int], sisi: Sequence[bool]
) -> list[Kibar | None]:
    isi: list[list[tuple[float, float]]] = [[] for _ in range(banyak)]
    hasil: list[Kibar | None] = [None] * len(bendera)
    for i in urut:
        x, luas = bendera[i]
        for t, kanan in ((t, kanan) for t in range(banyak) for kanan in sisi):
            kotak = (x, x + luas) if kanan else (x - luas, x)
            muat = batas[0] <= kotak[0] and kotak[1] <= batas[1]
            bebas = all(kotak[1] <= awal or akhir <= kotak[0] for awal, akhir in isi[t])
            if muat and bebas and all(x <= awal or akhir <= x for bawah in isi[:t] for awal, akhir in bawah):
                hasil[i] = Kibar(t, kanan)
                isi[t].append(kotak)
                for bawah in isi[:t]:
                    bawah.append((x, x))
                break
    return hasil


def _hadang(kiri: float, kanan: float, x: Sequence[float], garis: Sequence[Titik]) -> list[tuple[float, float]]:
    """What a line (points by rising ``x``) covers between ``kiri`` and ``kanan``: y from, to per piece."""
    if x[-1] < kiri or x[0] > kanan:
        return []
    titik = garis[max(bisect_left(x, kiri) - 1, 0) : bisect_right(x, kanan) + 1]
    hasil = []
    for (x0, y0), (x1, y1) in pairwise(titik) if len(titik) > 1 else [(titik[0], titik[0])]:
        miring = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
        a = y0 + miring * (kiri - x0) if x0 < kiri else y0
        b = y1 - miring * (x1 - kanan) if x1 > kanan else y1
        hasil.append((a, b) if a < b else (b, a))
    return hasil


CALON = 8
"""Places tried along a line; more cost time and gain nothing to the eye."""


def _jeda(y: float, hadang: Sequence[tuple[float, float]]) -> float:
    """Distance from ``y`` to the nearest of the ranges; 0 inside one."""
    return min((max(bawah - y, y - atas, 0.0) for bawah, atas in hadang), default=float("inf"))


def tempat(
    sendiri: Sequence[Titik], lain: Sequence[Sequence[Titik]], lebar: float, jarak: float, luas: tuple[float, float]
) -> Titik:
    """Centre for a label ``jarak`` above or below the line ``sendiri``, where everything else is farthest.

    ``luas``: width and height of the drawing; the box of ``lebar`` stays within. Leftmost wins a tie.
    """
    jalur = [([t[0] for t in garis], garis) for garis in lain]
    x_sendiri = [t[0] for t in sendiri]
    terbaik, letak = -1.0, sendiri[0]
    for x, y in sendiri[:: max(1, len(sendiri) // CALON)]:
        tengah = min(max(x, lebar / 2), luas[0] - lebar / 2)
        kiri, kanan = tengah - lebar / 2, tengah + lebar / 2
        hadang = [p for xs, garis in jalur for p in _hadang(kiri, kanan, xs, garis)]
        tangga = _hadang(kiri, kanan, x_sendiri, sendiri)  # its own line may step into the label
        for calon in (y + jarak, y - jarak):
            dekat = _jeda(calon, tangga)
            jeda = min(2.5 * jarak, _jeda(calon, hadang), dekat if dekat < 0.9 * jarak else float("inf"))
            if not 0.7 * jarak <= calon <= luas[1] - 0.7 * jarak:
                jeda = 0.0  # would run into the words on the axis or above the drawing
            if jeda > terbaik + 0.5:
                terbaik, letak = jeda, (tengah, calon)
    return letak
