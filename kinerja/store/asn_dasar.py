"""What every reading about employees shares: the viewer's reach put in front of the query, and who is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import duckdb

from kinerja.domain.akses import Akses, Jangkauan, jangkauan
from kinerja.domain.periode import Periode, rentang
from kinerja.store.sql_dasar import fetch_satu

Kursor = duckdb.DuckDBPyConnection
Kelompok = Mapping[str, Sequence[str]]
"""Name of a group → its units, all levels written out."""
_SQL = Path(__file__).parent / "sql" / "baca"


_TAMPAK = re.compile(r"\btampak\(([\w.$]+), ([\w.$]+), ([\w.$]+)\)")
_ISI = re.compile(r"\$(\w+)")
_SYARAT = {
    "semua": "true",
    "tidak_ada": "false",
    "": r"exists (select 1 from terlihat t where t.pegawai = \1 and t.dari <= \3 and \2 <= t.sampai)",
}
_ISIAN: Mapping[str, tuple[str, ...]] = {"rantai": ("pegawai",), "unit": ("unit", "pegawai"), "diri": ("pegawai",)}
"""Reach → parts of ``Akses`` that its SQL asks for."""


def sql(akses: Akses, *bagian: str) -> str:
    """One statement made of the files ``asn_<bagian>.sql``, the viewer's reach in front.

    ``tampak(person, first month, last month)`` in them is the condition that a row is in reach in any of its months.
    """
    return _sql(jangkauan(akses), bagian)


def jalankan(akses: Akses, kursor: Kursor, bagian: Sequence[str], isi: Mapping[str, object]) -> Kursor:
    """Run the statement of these parts for this viewer; DuckDB refuses parameters that a reach does not ask for."""
    teks = sql(akses, *bagian)
    semua = {**isi, **pelihat(akses)}
    return kursor.execute(teks, {k: semua[k] for k in set(_ISI.findall(teks))})


@cache
def _sql(sejauh: Jangkauan, bagian: tuple[str, ...]) -> str:
    isi = "\n".join((_SQL / f"asn_{b}.sql").read_text(encoding="utf-8") for b in (f"jangkauan_{sejauh}", *bagian))
    tanpa_catatan = re.sub(r"^--.*\n", "", isi, flags=re.MULTILINE)
    return _TAMPAK.sub(_SYARAT.get(sejauh, _SYARAT[""]), tanpa_catatan)


def pelihat(akses: Akses) -> dict[str, object]:
    """Parameters of the SQL of the viewer's reach."""
    return {nama: getattr(akses, nama) for nama in _ISIAN.get(jangkauan(akses), ())}


Putaran = Mapping[str, tuple[int, int, bool]]
"""Unit → first and last month of its round of ratings, and whether anybody of its line was rated in it."""


def fetch_putaran(kursor: Kursor, periode: Periode) -> Putaran:
    """The round of ratings that a period shows, for every unit; the period itself where nobody was rated."""
    teks = (_SQL / "asn_putaran.sql").read_text(encoding="utf-8")
    baris = kursor.execute(teks, {"dari": periode.dari, "sampai": periode.sampai}).fetchall()
    return {unit: (dari, sampai, ada) for unit, dari, sampai, ada in baris}


def ronde(putaran: Putaran, unit: Iterable[str]) -> tuple[Periode, ...]:
    """The rounds of these units, each once; several where reporting lines differ, () where nobody was rated."""
    return tuple(
        rentang(dari, sampai) for dari, sampai, ada in sorted({putaran[u] for u in unit if u in putaran}) if ada
    )


def isi_putaran(putaran: Putaran, unit: Iterable[str] | None = None) -> dict[str, object]:
    """Parameters for queries over the rounds of these units (default: all); outside their months nothing is read."""
    kode = list(putaran) if unit is None else [u for u in dict.fromkeys(unit) if u in putaran]
    dari, sampai = [putaran[u][0] for u in kode], [putaran[u][1] for u in kode]
    rentang = {"dari": min(dari, default=0), "sampai": max(sampai, default=0)}
    return {"kode": kode, "k_dari": dari, "k_sampai": sampai, **rentang}


def bulan_kini(kursor: Kursor) -> int:
    """The last month of the store, in which today's reach is read; 0 in an empty one."""
    baris = fetch_satu(kursor, "select max(sampai) from mart")
    return int(baris[0]) if baris and baris[0] is not None else 0


def fetch_terlihat(akses: Akses, kursor: Kursor, bulan: int | None = None) -> frozenset[str]:
    """Codes of everybody whose individual rows this viewer may read in ``bulan`` (default: the last month)."""
    isi = _isi_jangkauan(akses, kursor, bulan, "")
    return frozenset(b[0] for b in jalankan(akses, kursor, ["jangkauan"], isi).fetchall())


def boleh_lihat(akses: Akses, kursor: Kursor, pegawai: str, bulan: int | None = None) -> bool:
    """May this viewer read the individual rows of ``pegawai`` in ``bulan`` (default: the last month)?"""
    isi = _isi_jangkauan(akses, kursor, bulan, pegawai)
    return bool(pegawai) and bool(jalankan(akses, kursor, ["jangkauan"], isi).fetchall())


def _isi_jangkauan(akses: Akses, kursor: Kursor, bulan: int | None, pegawai: str) -> dict[str, object]:
    seluruh = jangkauan(akses) == "semua"
    return {"bulan": bulan or bulan_kini(kursor), "orang": pegawai, "seluruh": seluruh}


def fetch_dinilai(akses: Akses, kursor: Kursor, bulan: int | None = None) -> frozenset[str]:
    """Codes of those whom this viewer rates directly in ``bulan``, never oneself: to them feedback may be written."""
    if jangkauan(akses) not in ("rantai", "unit") or not akses.pegawai:
        return frozenset()
    baris = kursor.execute(
        """select distinct pegawai from pegawai where digantikan = 0 and penilai = $penilai and pegawai <> $penilai
        and $bulan between berlaku_dari and berlaku_sampai""",
        {"penilai": akses.pegawai, "bulan": bulan or bulan_kini(kursor)},
    ).fetchall()
    return frozenset(b[0] for b in baris)


def anak_unit(kursor: Kursor) -> dict[str, list[str]]:
    """Parent → its direct children, all units of the store."""
    hasil: dict[str, list[str]] = {}
    for kode, induk in kursor.execute("select kode, induk from unit order by urutan, kode").fetchall():
        if induk is not None:
            hasil.setdefault(induk, []).append(kode)
    return hasil
