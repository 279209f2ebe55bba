"""Reading about groups of employees: distributions, training hours, reports. Figures of few people are hidden.

What may be shown is fixed by the whole unit tree, the round or month, and whom the viewer sees one by one anyway:
a group is shown when it is a unit with all below it, or a unit alone, that ``domain.sensor.shown_groups`` lets pass.
Any other set of units is shown only to those who see everybody in it, so no filter can be laid over another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
from pandas import DataFrame

from kinerja.domain import shapes
from kinerja.domain.akses import Akses, jangkauan
from kinerja.domain.periode import Periode
from kinerja.domain.predikat import tentukan_predikat
from kinerja.domain.sensor import shown_groups
from kinerja.store.asn_dasar import (
    Kelompok,
    Kursor,
    Putaran,
    anak_unit,
    fetch_putaran,
    isi_putaran,
    jalankan,
)
from kinerja.store.bingkai import conform, kosong

MINIMUM = 5
"""People behind a figure that may be shown to those who do not see them one by one."""
_BERAT = 10_000
"""Weight of one person in the rule of distributions; parts of it are needed for people who are all alike."""


Pasangan = Sequence[tuple[str, str, int]]
"""Pairs of ratings of one unit, '' for those not rated, and how many people have them."""


@dataclass(frozen=True)
class Tutup:
    """What one viewer may see of groups: weight of the people of each unit who are unknown to the viewer, and sets
    that pass.

    ``pasangan``: for distributions, the pairs of ratings of each unit before anything is hidden.
    """

    asing: Mapping[str, int]
    boleh: frozenset[frozenset[str]]
    putaran: Putaran
    pasangan: Mapping[str, Pasangan] = field(default_factory=dict, repr=False)

    def tertutup(self, unit: Iterable[str]) -> bool:
        """Must the figure of these units together be hidden?"""
        isi = frozenset(u for u in unit if self.asing.get(u, 0) > 0)
        return bool(isi) and isi not in self.boleh


def _tutup(asing: Mapping[str, int], anak: Mapping[str, Sequence[str]]) -> Tutup:
    return Tutup(asing, shown_groups(asing, anak, MINIMUM), {})


def _kenal_orang(akses: Akses) -> bool:
    """Does the viewer see others one by one? Oneself alone is not taken away from a figure."""
    return jangkauan(akses) in ("rantai", "unit")


def fetch_tutup(akses: Akses, kursor: Kursor, periode: Periode) -> Tutup:
    """What this viewer may see of the distributions of a period. Reads the whole round: keep it for a snapshot."""
    putaran = fetch_putaran(kursor, periode)
    baris = jalankan(akses, kursor, ["orang", "sebaran"], {**isi_putaran(putaran)}).fetchall()
    pasangan: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    lain: dict[str, list[tuple[str, str, int]]] = defaultdict(list)  # those the viewer does not see
    for unit, hasil, perilaku, n, kenal in baris:
        pasangan[unit].append((hasil, perilaku, n))
        lain[unit].append((hasil, perilaku, n - kenal))
    if jangkauan(akses) == "semua":
        return Tutup({}, frozenset(), putaran, pasangan)
    sumber = lain if _kenal_orang(akses) else pasangan
    asing = {u: _BERAT * sum(n for h, _, n in isi if h) for u, isi in sumber.items()}
    asing |= _berat_seragam({u: p for u, isi in lain.items() if asing[u] and (p := _seragam(isi))})
    return Tutup(asing, shown_groups(asing, anak_unit(kursor), _BERAT * MINIMUM), putaran, pasangan)


def _seragam(isi: Pasangan) -> str:
    """The one predikat that all these people have, '' when they differ: told of all, it is told of each."""
    ada = {tentukan_predikat(h, p) if h else "" for h, p, n in isi if n}  # type: ignore[arg-type]
    return ada.pop() if len(ada) == 1 else ""


def _berat_seragam(predikat: Mapping[str, str]) -> dict[str, int]:
    """Units whose people all have one predikat count for so little that even all of one predikat stay too few."""
    banyak = Counter(predikat.values())
    return {unit: max(1, _BERAT * (MINIMUM - 1) // banyak[p]) for unit, p in predikat.items()}


def fetch_sebaran(
    akses: Akses, kursor: Kursor, kelompok: Kelompok, periode: Periode, tutup: Tutup | None = None
) -> DataFrame:
    """Pairs of ratings of each group in the period's last round; columns see ``shapes.SEBARAN``.

    ``tutup``: what ``fetch_tutup`` gave for the same viewer and period, where it is kept. Groups without anybody in
    service have no row; the others stand in the order asked. Hidden is what few people are behind, what tells the same
    predikat of everybody, and what either would follow from.
    """
    if tutup is None:
        tutup = fetch_tutup(akses, kursor, periode)
    baris = [b for k, units in kelompok.items() for b in _sebaran(k, units, tutup.pasangan, tutup)]
    return conform(DataFrame(baris, columns=list(shapes.SEBARAN)), shapes.SEBARAN)


def _sebaran(
    nama: str, units: Sequence[str], per_unit: Mapping[str, Pasangan], tutup: Tutup
) -> list[tuple[object, ...]]:
    """Rows of one group; none without anybody in service."""
    sel: Counter[tuple[str, str]] = Counter()
    for unit in dict.fromkeys(units):
        for hasil, perilaku, n in per_unit.get(unit, ()):
            sel[hasil, perilaku] += n
    pegawai, tertutup = sel.total(), tutup.tertutup(units)
    ada = [] if tertutup else [(nama, h, p, n, pegawai, False) for (h, p), n in sorted(sel.items()) if h]
    return [*ada] if ada else [(nama, "", "", 0, pegawai, tertutup)] if pegawai else []


@dataclass(frozen=True)
class LaporUnit:
    """Reports of every unit, month and kind as they are, and what of each month one viewer may see."""

    baris: DataFrame = field(repr=False)
    tutup: Mapping[int, Tutup]


def fetch_lapor_unit(akses: Akses, kursor: Kursor, dari: int, sampai: int) -> LaporUnit:
    """What ``fetch_kepatuhan`` folds into groups. Reads all units, as what is hidden follows from all: keep it."""
    df = jalankan(akses, kursor, ["kepatuhan"], {"dari": dari, "sampai": sampai}).df()
    orang = df.groupby(["bulan", "unit"], as_index=False)[["pegawai", "tak_kenal"]].max()
    return LaporUnit(df, _tutup_bulan(akses, orang, anak_unit(kursor)))


def fetch_kepatuhan(
    akses: Akses, kursor: Kursor, kelompok: Kelompok, dari: int, sampai: int, lapor: LaporUnit | None = None
) -> DataFrame:
    """Reports of each group, month and kind; columns see ``shapes.KEPATUHAN``. Months without reports have no row.

    ``lapor``: what ``fetch_lapor_unit`` gave for the same viewer and months, where it is kept.
    """
    if not kelompok:
        return kosong(shapes.KEPATUHAN)
    lapor = lapor or fetch_lapor_unit(akses, kursor, dari, sampai)
    return conform(_lipat(lapor.baris, kelompok, lapor.tutup), shapes.KEPATUHAN)


def _tutup_bulan(akses: Akses, orang: DataFrame, anak: Mapping[str, Sequence[str]]) -> dict[int, Tutup]:
    """What is hidden in each month; worked out once for months with the same people everywhere."""
    kenal: dict[tuple[tuple[str, int], ...], Tutup] = {}
    hasil = {}
    for bulan, milik in orang.groupby("bulan"):
        asing = _asing(akses, milik)
        kunci = tuple(asing.items())
        if kunci not in kenal:
            kenal[kunci] = _tutup(asing, anak)
        hasil[int(str(bulan))] = kenal[kunci]
    return hasil


def _lipat(df: DataFrame, kelompok: Kelompok, tutup: Mapping[int, Tutup]) -> DataFrame:
    """Reports of each group summed over its units, figures left out in the months that are hidden."""
    kolom, kunci = ["wajib", "tepat", "masuk", "pegawai"], ["urut", "bulan", "jenis"]
    anggota = [(n, unit) for n, units in enumerate(kelompok.values()) for unit in dict.fromkeys(units)]
    milik = DataFrame(anggota, columns=["urut", "unit"]).astype({"unit": "str"}).merge(df, on="unit")
    hasil = milik.groupby(kunci, as_index=False, sort=True)[kolom].sum().astype(dict.fromkeys(kolom, "Int64"))
    isi, bulan, urut = list(kelompok.items()), hasil["bulan"].tolist(), hasil["urut"].tolist()
    tertutup = {(n, b): tutup[b].tertutup(isi[n][1]) for n, b in set(zip(urut, bulan, strict=True))}
    hasil["disembunyikan"] = [tertutup[k] for k in zip(urut, bulan, strict=True)]
    hasil.loc[hasil["disembunyikan"].astype(bool), ["tepat", "masuk"]] = pd.NA
    return hasil.assign(kelompok=[isi[n][0] for n in urut])


def _asing(akses: Akses, df: DataFrame) -> dict[str, int]:
    """Unit → people behind its figure whom the viewer does not see one by one."""
    if jangkauan(akses) == "semua":
        return {}
    kolom = "tak_kenal" if _kenal_orang(akses) else "pegawai"
    return {str(u): int(n) for u, n in zip(df["unit"], df[kolom], strict=True)}
