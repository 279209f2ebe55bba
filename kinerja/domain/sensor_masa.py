"""Small cells over time: what of months, longer periods and years may be seen beside each other.

A cell is one unit's own figure of one reported span (a month, a triwulan, …). In every span the tree is closed by
``sensor.shown_groups``. A period is shown when everything inside it is, so it adds nothing. Only a whole year may also
be shown over hidden spans, and there exactness is needed: the years shown and the spans shown cut the cells in two
ways, each cell is an edge between one part of the first and one part of the second, and what can be computed are the
sums of edges that follow from the sums at the points (``graf.follows``; of one edge: when it is a bridge).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja.domain.graf import bridges, follows, neighbours
from kinerja.domain.sensor import Orang, shown_groups

Masa = tuple[int, int]
"""First and last month (``YYYYMM``) of a reported figure."""
Isi = frozenset[str]
"""Units whose own figures are summed in one shown figure."""
Anak = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class TutupMasa:
    """Units hidden in each reported span and in each calendar year as a whole."""

    masa: Mapping[Masa, frozenset[str]]
    tahun: Mapping[int, frozenset[str]]

    def periode(self, dari: int, sampai: int) -> frozenset[str]:
        """Units hidden in the months ``dari`` to ``sampai``."""
        dalam = [m for m in self.masa if dari <= m[0] and m[1] <= sampai]
        if len(dalam) == 1:
            return self.masa[dalam[0]]
        utuh = self.tahun.keys() - {_tahun(m) for m in self.masa.keys() - set(dalam)}
        bagian = [*(self.tahun[t] for t in utuh), *(self.masa[m] for m in dalam if _tahun(m) not in utuh)]
        return frozenset[str]().union(*bagian)


def gabung(bagian: Iterable[TutupMasa]) -> TutupMasa:
    """What is hidden in several years."""
    masa: dict[Masa, frozenset[str]] = {}
    tahun: dict[int, frozenset[str]] = {}
    for b in bagian:
        masa |= b.masa
        tahun |= b.tahun
    return TutupMasa(masa, tahun)


def _tahun(masa: Masa) -> int:
    """The calendar year a span lies in; 0 for one that crosses into the next."""
    return masa[0] // 100 if masa[0] // 100 == masa[1] // 100 else 0


def hidden_over_time(n: Mapping[Masa, Orang], anak: Anak, minimum: int, *, sama: bool) -> TutupMasa:
    """Units whose figure, with all below them, must be hidden in a span or year.

    ``n``: span → unit → people behind the unit's own figure, all spans of one calendar year or more. ``sama``: the same
    people stand behind one month and the next (staff). Two months together hold no more of them than one, and other
    pages show their months by the same rule: no year is shown over a hidden month.
    """
    ada = {m: {u: k for u, k in orang.items() if k > 0} for m, orang in sorted(n.items())}
    pohon = _Pohon.dari(anak, {u for orang in ada.values() for u in orang})
    lepas = [m for m in ada if sama or not _tahun(m)]
    masa = {m: pohon.tertutup(ada[m], tampil) for m, tampil in _per_masa(pohon, ada, minimum, lepas).items()}
    tahun: dict[int, frozenset[str]] = {}
    for t in sorted({_tahun(m) for m in ada.keys() - set(lepas)}):
        x = _Setahun(pohon, {m: ada[m] for m in ada if _tahun(m) == t}, minimum)
        masa |= {m: pohon.tertutup(x.ada[m], tampil) for m, tampil in x.tampil.items()}
        tahun[t] = pohon.tertutup(x.setahun, x.tampil_tahun())
    return TutupMasa(masa, tahun)


def _per_masa(
    pohon: _Pohon, ada: Mapping[Masa, Orang], minimum: int, masa: Iterable[Masa]
) -> dict[Masa, frozenset[Isi]]:
    """Figures shown in each span by itself; worked out once for spans with the same people everywhere."""
    kenal: dict[tuple[tuple[str, int], ...], frozenset[Isi]] = {}
    for m in masa:
        kunci = tuple(sorted(ada[m].items()))
        if kunci not in kenal:
            kenal[kunci] = pohon.tampil(ada[m], minimum)
    return {m: kenal[tuple(sorted(ada[m].items()))] for m in masa}


@dataclass(frozen=True)
class _Pohon:
    """Unit → itself and all below it that have figures of their own."""

    anak: Anak
    bawah: Mapping[str, Isi]

    @classmethod
    def dari(cls, anak: Anak, berdata: set[str]) -> _Pohon:
        bawah: dict[str, Isi] = {}

        def isi(unit: str) -> Isi:
            bawah[unit] = frozenset({unit} & berdata).union(*(isi(a) for a in anak.get(unit, ())))
            return bawah[unit]

        for akar in sorted({*anak, *berdata} - {a for daftar in anak.values() for a in daftar}):
            isi(akar)
        return cls(anak, {u: i for u, i in bawah.items() if i})

    def tertutup(self, ada: Orang, tampil: frozenset[Isi]) -> frozenset[str]:
        """Units with figures in ``ada`` whose figure is none of ``tampil``."""
        semua = frozenset(ada)
        return frozenset(u for u, isi in self.bawah.items() if (milik := isi & semua) and milik not in tampil)

    def tampil(self, ada: Orang, minimum: int, paksa: Iterable[Isi] = ()) -> frozenset[Isi]:
        """Figures of units with all below them that may be shown."""
        semua = frozenset(ada)
        return shown_groups(ada, self.anak, minimum, frozenset(paksa)) & {i & semua for i in self.bawah.values()}


class _Setahun:
    """One calendar year: the figures shown in each span, and those shown of the year as a whole."""

    def __init__(self, pohon: _Pohon, ada: Mapping[Masa, Orang], minimum: int) -> None:
        self.pohon, self.ada, self.minimum = pohon, ada, minimum
        self.setahun = {
            u: self._orang(frozenset({u}), ada) for u in sorted({u for orang in ada.values() for u in orang})
        }
        self.units = {m: frozenset(orang) for m, orang in ada.items()}
        self.paksa: dict[Masa, set[Isi]] = {m: set() for m in ada}
        self.tampil = {m: pohon.tampil(ada[m], minimum) for m in ada}
        while tambah := self._tambah():
            self.tampil |= {m: pohon.tampil(ada[m], minimum, self.paksa[m]) for m in tambah}

    def _orang(self, isi: Isi, masa: Iterable[Masa]) -> int:
        """People behind the figures of these units in these spans together."""
        return sum(self.ada[m].get(u, 0) for m in masa for u in isi)

    def _buka(self, isi: Isi) -> tuple[list[Masa], list[Masa]]:
        """Spans with figures of these units: hidden ones, and shown ones."""
        hasil: tuple[list[Masa], list[Masa]] = ([], [])
        for m, tampil in self.tampil.items():
            if milik := isi & self.units[m]:
                hasil[milik in tampil].append(m)
        return hasil

    def _calon(self) -> dict[Isi, tuple[list[Masa], list[Masa]]]:
        """Figures of the year that may be shown if the spans allow, each with its hidden and its shown spans."""
        cukup = self.pohon.tampil(self.setahun, self.minimum)
        semua = {i: self._buka(i) for i in set(self.pohon.bawah.values()) if not i.isdisjoint(self.setahun)}
        return {i: buka for i, buka in semua.items() if i in cukup or not buka[0]}

    def _tambah(self) -> set[Masa]:
        """Hide one more span where a single hidden one, or too few people, would be the year less the others."""
        tambah = set[Masa]()
        for isi, (tertutup, terbuka) in self._calon().items():
            if tertutup and terbuka and (len(tertutup) == 1 or self._orang(isi, tertutup) < self.minimum):
                m = min(terbuka, key=lambda m: (self._orang(isi, [m]), m))
                self.paksa[m].add(isi & self.units[m])
                tambah.add(m)
        return tambah

    def tampil_tahun(self) -> frozenset[Isi]:
        """Figures shown of the whole year: years that would give away a cell are taken out until none does."""
        calon = self._calon()
        utuh = {i for i, (tertutup, _) in calon.items() if not tertutup}
        if len(utuh) == len(calon):
            return frozenset(calon)
        while bocor := self._bocor(frozenset(calon)):
            buang = ({q for _, q in bocor} & calon.keys()) - utuh
            buang = buang or {i for i in calon.keys() - utuh if any(i & r for r, _ in bocor)} or calon.keys() - utuh
            if not buang:
                break
            for isi in buang:
                del calon[isi]
        return frozenset(calon)

    def _bocor(self, tahun: frozenset[Isi]) -> list[tuple[Isi, Isi]]:
        """Parts of spans and of the year, in pairs, that together give away a figure of too few people."""
        sel = self._sel(tahun)
        orang = Counter[_Sisi]()
        for (u, m), s in sel.items():
            orang[s] += self.ada[m][u]
        bocor = [s for s in bridges(orang) if orang[s] < self.minimum]
        tetangga = neighbours(orang)
        bocor = bocor or [s for isi in self._kecil(sel) if follows(tetangga, isi) for s in isi]
        return [(a[1], b[1]) for a, b in bocor]

    def _kecil(self, sel: Mapping[tuple[str, Masa], _Sisi]) -> Iterator[frozenset[_Sisi]]:
        """Figures of too few people, of any unit in any months, as the edges that make them up whole."""
        banyak = Counter(sel.values())
        for isi in {*self.pohon.bawah.values(), *(frozenset({u}) for u in self.setahun)}:
            per_masa = {m: k for m in self.ada if (k := self._orang(isi, [m]))}
            if min(per_masa.values(), default=self.minimum) >= self.minimum:
                continue
            for dari, sampai in {(a, b) for a, _ in per_masa for _, b in per_masa}:
                dalam = [m for m in per_masa if dari <= m[0] and m[1] <= sampai]
                if dalam and sum(per_masa[m] for m in dalam) < self.minimum:
                    isinya = [sel.get((u, m)) for m in dalam for u in isi & self.units[m]]
                    pilih = Counter(s for s in isinya if s is not None)
                    if None not in isinya and all(k == banyak[s] for s, k in pilih.items()):
                        yield frozenset(pilih)

    def _sel(self, tahun: frozenset[Isi]) -> dict[tuple[str, Masa], _Sisi]:
        """Cell → the part of a span and the part of the year it joins; none for a cell that no figure holds."""
        kanan, hasil = _bagian(tahun), dict[tuple[str, Masa], _Sisi]()
        for m, orang in self.ada.items():
            kiri = _bagian(self.tampil[m])
            for u in orang:
                a: _Titik = (m, kiri[u]) if u in kiri else _LUAR
                b: _Titik = (None, kanan[u]) if u in kanan else _LUAR
                if a != b:
                    hasil[u, m] = a, b
        return hasil


_Titik = tuple[Masa | None, Isi]
_Sisi = tuple[_Titik, _Titik]
_LUAR: _Titik = (None, frozenset())
"""What no shown figure holds: nothing is known of it, from either side."""


def _bagian(tampil: frozenset[Isi]) -> dict[str, Isi]:
    """Unit → the smallest shown figure that holds it."""
    return {u: isi for isi in sorted(tampil, key=len, reverse=True) for u in isi}
