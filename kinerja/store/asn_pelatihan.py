"""Reading about trainings as groups: hours, titles, batches, and values for estimates. Few people are hidden.

What may be shown follows the same rule as in ``asn_kelompok``, for every status and every title by itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from pandas import DataFrame, Series

from kinerja.domain import shapes
from kinerja.domain.akses import Akses, jangkauan
from kinerja.domain.sensor import shown_groups
from kinerja.store.asn_dasar import Kelompok, Kursor, anak_unit, jalankan
from kinerja.store.asn_kelompok import MINIMUM, Tutup
from kinerja.store.bingkai import conform

BATAS_JP = 24
"""Hours are told up to the right of a PPPK; what is more does not matter to anybody's duty or right."""
Masa = tuple[int, int]


class _Unit(NamedTuple):
    """One title in one unit; ``tak_kenal``: people the viewer does not see one by one."""

    unit: str
    pegawai: int
    tak_kenal: int
    mulai: datetime
    akhir: datetime


class JamStatus(NamedTuple):
    """Hours of the people of one status: unit → (JP, first month, people), and what of it one viewer may see."""

    status: str
    per_unit: Mapping[str, Sequence[tuple[int, int, int]]]
    tutup: Tutup


class JudulUnit(NamedTuple):
    """One title in every unit it was attended from, and what of it one viewer may see."""

    judul: str
    selesai: bool
    unit: Sequence[_Unit]
    tutup: Tutup


def fetch_jam_unit(akses: Akses, kursor: Kursor, tahun: int, sampai: int) -> tuple[JamStatus, ...]:
    """What ``fetch_jp_sebaran`` folds into groups. Reads all units, as what is hidden follows from all: keep it."""
    isi = {"dari": tahun * 100 + 1, "sampai": sampai, "batas": BATAS_JP, "kode": [], "seluruh": True}
    baris = jalankan(akses, kursor, ["tugas", "jp_sebaran"], isi).fetchall()
    anak, hasil = anak_unit(kursor), list[JamStatus]()
    for status in sorted({b[1] for b in baris}):
        per_unit, orang = defaultdict[str, list[tuple[int, int, int]]](list), dict[str, tuple[int, int]]()
        for unit, milik, jp, mulai, n, asing in baris:
            if milik == status:
                per_unit[unit].append((jp, mulai, n))
                lama = orang.get(unit, (0, 0))
                orang[unit] = (lama[0] + n, lama[1] + asing)
        hasil.append(JamStatus(status, per_unit, _tutup(akses, orang, anak)))
    return tuple(hasil)


def fetch_jp_sebaran(
    akses: Akses,
    kursor: Kursor,
    kelompok: Kelompok | Iterable[tuple[str, Sequence[str]]],
    tahun: int,
    sampai: int,
    jam: Sequence[JamStatus] | None = None,
) -> DataFrame:
    """How many people of each group and status have how many hours; columns see ``shapes.JP_SEBARAN``.

    A hidden group of a status is one row with jp <NA>. ``jam``: what ``fetch_jam_unit`` gave, where it is kept.
    """
    pilih = dict(kelompok)
    jam = fetch_jam_unit(akses, kursor, tahun, sampai) if jam is None else jam
    hasil = [b for j in jam for nama, units in pilih.items() for b in _jp(nama, j.status, j.per_unit, j.tutup, units)]
    return conform(DataFrame(hasil, columns=list(shapes.JP_SEBARAN)), shapes.JP_SEBARAN)


_BarisJp = tuple[str, str, int | None, int, int, bool]


def _jp(
    nama: str, status: str, per_unit: Mapping[str, Sequence[tuple[int, int, int]]], tutup: Tutup, units: Sequence[str]
) -> list[_BarisJp]:
    """Rows of one group; none without anybody of this status."""
    jumlah: Counter[tuple[int, int]] = Counter()
    for unit in dict.fromkeys(units):
        for jp, mulai, n in per_unit.get(unit, ()):
            jumlah[jp, mulai] += n
    if not jumlah:
        return []
    if tutup.tertutup(units):
        return [(nama, status, None, 0, jumlah.total(), True)]
    return [(nama, status, jp, mulai, n, False) for (jp, mulai), n in sorted(jumlah.items())]


def fetch_judul_unit(akses: Akses, kursor: Kursor, tahun: int, sampai: int) -> tuple[JudulUnit, ...]:
    """What ``fetch_judul`` picks from: all titles from January to ``sampai``, in order. Keep it as well."""
    isi = {"dari": tahun * 100 + 1, "sampai": sampai}
    per_judul = defaultdict[tuple[str, bool], list[_Unit]](list)
    for u, judul, selesai, *angka in jalankan(akses, kursor, ["judul"], isi).fetchall():
        per_judul[judul, selesai].append(_Unit(u, *angka))
    anak = anak_unit(kursor)
    return tuple(
        JudulUnit(*kunci, semua, _tutup(akses, {b.unit: (b.pegawai, b.tak_kenal) for b in semua}, anak))
        for kunci, semua in sorted(per_judul.items())
    )


def fetch_judul(
    akses: Akses,
    kursor: Kursor,
    unit: Sequence[str],
    tahun: int,
    sampai: int,
    judul_unit: Sequence[JudulUnit] | None = None,
) -> DataFrame:
    """Titles attended by people of these units from January to ``sampai``; columns see ``shapes.JUDUL``."""
    if judul_unit is None:
        judul_unit = fetch_judul_unit(akses, kursor, tahun, sampai)
    pilih, hasil = set(unit), list[tuple[object, ...]]()
    for satu in judul_unit:
        bagian = [b for b in satu.unit if b.unit in pilih]
        if not bagian:
            continue
        if satu.tutup.tertutup(unit):
            hasil.append((satu.judul, satu.selesai, 0, None, None, True))
        else:
            hari = min(b.mulai for b in bagian), max(b.akhir for b in bagian)
            hasil.append((satu.judul, satu.selesai, sum(b.pegawai for b in bagian), *hari, False))
    return conform(DataFrame(hasil, columns=list(shapes.JUDUL)), shapes.JUDUL)


def fetch_jadwal(akses: Akses, kursor: Kursor) -> DataFrame:
    """Batches of all trainings; columns see ``shapes.JADWAL``. Batches of few people are left out."""
    df = conform(jalankan(akses, kursor, ["jadwal"], {}).df(), shapes.JADWAL)
    return df if _semua(akses) else df[df["pegawai"] >= MINIMUM].reset_index(drop=True)


def fetch_peserta_nilai(
    akses: Akses, kursor: Kursor, judul: str, tahun: int, lebih_dulu: Masa, sebelum: Masa, sesudah: Masa
) -> DataFrame:
    """Values of participants without codes, for estimates of groups only; columns see ``shapes.PESERTA_NILAI``.

    A batch of fewer than ``MINIMUM`` people is left out whole for those who do not see everybody.
    """
    isi = {"judul": judul, "dari": tahun * 100 + 1, "sampai": tahun * 100 + 12}
    for huruf, (dari, sampai) in zip("abc", (lebih_dulu, sebelum, sesudah), strict=True):
        isi |= {f"{huruf}_dari": dari, f"{huruf}_sampai": sampai}
    df = conform(jalankan(akses, kursor, ["peserta_nilai"], isi).df(), shapes.PESERTA_NILAI)
    if _semua(akses) or df.empty:
        return df
    banyak: Series[int] = df.groupby(["gelombang", "cara"])["gelombang"].transform("size")
    return df[banyak >= MINIMUM].reset_index(drop=True)


def _semua(akses: Akses) -> bool:
    return jangkauan(akses) == "semua"


def _tutup(akses: Akses, orang: Mapping[str, tuple[int, int]], anak: Mapping[str, Sequence[str]]) -> Tutup:
    """What is hidden of one status or title. ``orang``: unit → its people, and those the viewer does not see one by
    one; all units of the store.
    """
    if _semua(akses):
        return Tutup({}, frozenset(), {})
    ke = 1 if jangkauan(akses) in ("rantai", "unit") else 0
    asing = {unit: n[ke] for unit, n in orang.items()}
    return Tutup(asing, shown_groups(asing, anak, MINIMUM), {})
