"""Building the marts from facts: plain SQL composed of an indikator's own expressions, in the small shared subset."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import duckdb

from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import bulan_antara
from kinerja.store.sql_dasar import fetch_satu

_SQL = Path(__file__).parent / "sql"
SUMBER = ("kunjungan", "jawaban", "skp_butir", "laporan_skp", "skp_penilaian", "pelatihan", "iku")
"""Fact tables an indikator may be counted from; ``fakta`` (figures reported as sums) feeds every indikator."""

Verifikasi = Callable[[duckdb.DuckDBPyConnection], None]
_ORANG = {"responden": "responden", "pegawai": "pegawai"}


def _sql(nama: str) -> str:
    return (_SQL / "mart" / f"{nama}.sql").read_text(encoding="utf-8")


def sql_sumber(ind: Indikator, dimensi: str = "") -> str:
    """The SELECT that counts ``ind`` from its fact table: grain unit × span × member of ``dimensi``."""
    sumber = (_SQL / "sumber" / f"{ind.sumber}.sql").read_text(encoding="utf-8")
    anggota = f"s.{dimensi}" if dimensi else "''"
    penyebut = f"cast(sum({ind.penyebut}) as bigint)" if ind.penyebut else "cast(null as bigint)"
    orang = _ORANG.get(ind.n_arti)
    n = f"cast(count(distinct s.{orang}) as bigint)" if orang else "cast(null as bigint)"
    saring = f"where {ind.saring}" if ind.saring else ""
    kelompok = ", ".join(["s.unit", "s.dari", "s.sampai", *([anggota] if dimensi else [])])
    return (
        f"select '{ind.kode}' as indikator, s.unit, s.dari, s.sampai, '{dimensi}' as dimensi, {anggota} as anggota, "
        f"cast(sum({ind.pembilang}) as bigint) as pembilang, {penyebut} as penyebut, {n} as n "
        f"from ({sumber}) s {saring} group by {kelompok}"
    )


def rebuild(koneksi: duckdb.DuckDBPyConnection, indikator: Iterable[Indikator]) -> None:
    """Replace the monthly mart rows of these indikator; the others stay as they are."""
    for ind in indikator:
        koneksi.execute("delete from mart where indikator = ?", [ind.kode])
        koneksi.execute(_sql("fakta"), [ind.kode])
        if ind.sumber in SUMBER:
            koneksi.execute(f"insert into mart {sql_sumber(ind)}")
            if ind.dimensi:
                koneksi.execute(f"insert into mart {sql_sumber(ind, ind.dimensi)}")
        if ind.selang == "rerata":
            koneksi.execute(_sql("sebaran"))


def rebuild_kumulatif(koneksi: duckdb.DuckDBPyConnection, indikator: Iterable[Indikator]) -> None:
    """Replace the running sums of these indikator. Targets must be in place; all end at the store's last month."""
    akhir = fetch_satu(koneksi, "select max(sampai // 100 * 12 + sampai % 100 - 1) from mart")
    for ind in indikator:
        koneksi.execute("delete from mart_kum where indikator = ?", [ind.kode])
        if akhir and akhir[0] is not None:
            dimensi = ind.dimensi if ind.bentuk == "rerata_rasio" else ""
            koneksi.execute(
                _sql("kumulatif"),
                {"kode": ind.kode, "dimensi": dimensi, "horizon": akhir[0], "bulanan": ind.laporan_bulanan},
            )


def rebuild_silsilah(koneksi: duckdb.DuckDBPyConnection) -> None:
    """Rebuild the closure of the unit tree: one row per unit and ancestor, itself included."""
    koneksi.execute("delete from unit_turunan")
    koneksi.execute(
        """insert into unit_turunan
        with recursive naik as (
            select kode as leluhur, kode as turunan, 0 as jarak, induk from unit
            union all
            select u.kode, n.turunan, n.jarak + 1, u.induk from naik n inner join unit u on u.kode = n.induk
        )
        select leluhur, turunan, jarak from naik"""
    )


def replace_target(koneksi: duckdb.DuckDBPyConnection, kode: str, baris: Sequence[tuple[str, int, int, str]]) -> None:
    """Replace the resolved monthly targets of one indikator: (unit, bulan, nilai × 10^8, asal), ordered by month.

    Months without a target inside a unit's span are filled with an empty row, so running sums never have a hole.
    """
    koneksi.execute("delete from mart_target where indikator = ?", [kode])
    if not baris:
        return
    isi: dict[str, dict[int, tuple[int, str]]] = {}
    for unit, bulan, nilai, asal in baris:
        isi.setdefault(unit, {})[bulan] = (nilai, asal)
    koneksi.executemany("insert into mart_target values (?, ?, ?, ?, ?, ?, ?)", [*_berjalan(kode, isi)])


def _berjalan(
    kode: str, isi: Mapping[str, Mapping[int, tuple[int, str]]]
) -> Iterable[tuple[str, str, int, int | None, str, int, int]]:
    for unit, bulanan in isi.items():
        kumulatif = hitung = 0
        for bulan in bulan_antara(min(bulanan), max(bulanan)):
            nilai, asal = bulanan.get(bulan, (None, ""))
            if nilai is not None:
                kumulatif, hitung = kumulatif + nilai, hitung + 1
            yield kode, unit, bulan, nilai, asal, kumulatif, hitung


def equals_facts(koneksi: duckdb.DuckDBPyConnection, ind: Indikator) -> bool:
    """Whether the mart of ``ind`` holds exactly the sums of its facts, counted by a query of its own."""
    sumber = "select 0 as p, 0 as q"
    if ind.sumber in SUMBER:
        teks = (_SQL / "sumber" / f"{ind.sumber}.sql").read_text(encoding="utf-8")
        saring = f"where {ind.saring}" if ind.saring else ""
        sumber = f"select sum({ind.pembilang}) as p, sum({ind.penyebut or 0}) as q from ({teks}) s {saring}"
    baris = fetch_satu(
        koneksi,
        f"""select coalesce(f.p, 0) + coalesce(s.p, 0) = coalesce(m.p, 0)
            and coalesce(f.q, 0) + coalesce(s.q, 0) = coalesce(m.q, 0)
        from (select sum(pembilang) as p, sum(penyebut) as q from fakta
            where indikator = $kode and digantikan = 0) f
        cross join ({sumber}) s
        cross join (
            select sum(pembilang) as p, sum(penyebut) as q from mart where indikator = $kode and dimensi = ''
        ) m""",
        {"kode": ind.kode},
    )
    return bool(baris and baris[0])
