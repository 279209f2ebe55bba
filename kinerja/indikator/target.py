"""Targets as decreed → one target per unit and month. The rules are stated on the page *Definisi indikator*.

A yearly target of a cumulative indikator is spread over its months, evenly or by working days, rounded so that
the months add up to the year exactly. Other targets hold unchanged in every month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import bulan_antara

E4 = 10_000
E8 = 100_000_000
PerBulan = dict[int, int]


def spread_target(total: int, bobot: Sequence[int], satuan: int = 1) -> list[int]:
    """``total`` in shares proportional to ``bobot``, multiples of ``satuan``, summing to ``total`` exactly.

    Cumulative rounding: share i is the difference of two rounded running totals, so no month drifts.
    """
    jumlah, langkah = sum(bobot), total // satuan
    batas = [0]
    berjalan = 0
    for b in bobot:
        berjalan += b
        batas.append((2 * langkah * berjalan + jumlah) // (2 * jumlah) * satuan)
    batas[-1] = total
    return [akhir - awal for awal, akhir in pairwise(batas)]


def per_bulan(ind: Indikator, dari: int, sampai: int, nilai_e4: int, hari_kerja: Mapping[int, int]) -> PerBulan:
    """One decreed target as month → nilai × 10^8, spread or repeated as the indikator says."""
    bulan = bulan_antara(dari, sampai)
    nilai = nilai_e4 * (E8 // E4)
    if ind.agregasi != "kumulatif":
        return dict.fromkeys(bulan, nilai)
    bobot = [hari_kerja.get(b, 1) if ind.sebar == "hari_kerja" else 1 for b in bulan]
    satuan = E8 if ind.bentuk == "jumlah" and nilai % E8 == 0 else 1
    return dict(zip(bulan, spread_target(nilai, bobot, satuan), strict=True))


def compute_target(
    ind: Indikator,
    sendiri: Iterable[tuple[str, int, int, int]],
    baku: Iterable[tuple[int, int, int]],
    induk: Mapping[str, str | None],
    berdata: Iterable[str],
    hari_kerja: Mapping[int, int],
    tahun: Sequence[int],
) -> list[tuple[str, int, int, str]]:
    """Rows (unit, bulan, nilai × 10^8, asal) for every unit that has or holds figures of ``ind``.

    ``sendiri``: decreed (unit, dari, sampai, nilai_e4), later ones override earlier. ``baku``: national
    (nilai_e4, valid from, valid to). Counts add up the tree (a parent without its own target gets the sum only
    when every reporting child has one); ratios come down the tree from the nearest unit above that has one.
    """
    milik: dict[str, PerBulan] = {}
    for unit, dari, sampai, nilai in sendiri:
        milik.setdefault(unit, {}).update(per_bulan(ind, dari, sampai, nilai, hari_kerja))
    urut = _akar_dulu(induk)
    pakai = set(berdata)
    if ind.bentuk == "jumlah":
        return _naik(milik, induk, urut, pakai)
    return _turun(milik, _baku_per_bulan(ind, baku, hari_kerja, tahun), induk, urut, pakai)


def _akar_dulu(induk: Mapping[str, str | None]) -> list[str]:
    def kedalaman(unit: str) -> int:
        atas = induk.get(unit)
        return 0 if atas is None else 1 + kedalaman(atas)

    return sorted(induk, key=kedalaman)


def _baku_per_bulan(
    ind: Indikator, baku: Iterable[tuple[int, int, int]], hari_kerja: Mapping[int, int], tahun: Sequence[int]
) -> PerBulan:
    hasil: PerBulan = {}
    for nilai, dari, sampai in baku:
        for t in tahun:
            bulan = per_bulan(ind, t * 100 + 1, t * 100 + 12, nilai, hari_kerja)
            hasil |= {b: n for b, n in bulan.items() if dari <= b <= sampai}
    return hasil


def _naik(
    milik: Mapping[str, PerBulan], induk: Mapping[str, str | None], urut: Sequence[str], pakai: set[str]
) -> list[tuple[str, int, int, str]]:
    hasil: dict[str, dict[int, tuple[int, str]]] = {}
    for unit in reversed(urut):
        if unit not in pakai:
            continue
        anak = [a for a, atas in induk.items() if atas == unit and a in pakai]
        bersama = set.intersection(*(set(hasil[a]) for a in anak)) if anak else set()
        hasil[unit] = {b: (sum(hasil[a][b][0] for a in anak), "jumlah") for b in bersama}
        hasil[unit] |= {b: (n, "sendiri") for b, n in milik.get(unit, {}).items()}
    return [(unit, b, n, asal) for unit, isi in hasil.items() for b, (n, asal) in sorted(isi.items())]


def _turun(
    milik: Mapping[str, PerBulan],
    baku: PerBulan,
    induk: Mapping[str, str | None],
    urut: Sequence[str],
    pakai: set[str],
) -> list[tuple[str, int, int, str]]:
    hasil: dict[str, dict[int, tuple[int, str]]] = {}
    for unit in urut:
        atas = induk.get(unit)
        warisan = hasil.get(atas, {}) if atas else {b: (n, "baku") for b, n in baku.items()}
        hasil[unit] = {b: (n, asal if asal == "baku" else "turun") for b, (n, asal) in warisan.items()}
        hasil[unit] |= {b: (n, "sendiri") for b, n in milik.get(unit, {}).items()}
    return [(u, b, n, asal) for u, isi in hasil.items() if u in pakai for b, (n, asal) in sorted(isi.items())]
