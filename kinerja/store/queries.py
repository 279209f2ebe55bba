"""Reading: every function takes a cursor of its own and gives plain tuples or a frame of a declared shape."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import LAMA, Periode, geser_bulan
from kinerja.domain.shapes import KOMPONEN
from kinerja.domain.unit import Unit
from kinerja.store.bingkai import conform, kosong
from kinerja.store.sql_dasar import fetch_satu

Kursor = duckdb.DuckDBPyConnection
_SQL = Path(__file__).parent / "sql" / "baca"


@cache
def _sql(nama: str) -> str:
    return (_SQL / f"{nama}.sql").read_text(encoding="utf-8")


def fetch_komponen(
    kursor: Kursor, indikator: Sequence[Indikator], unit: Sequence[str], periode: Sequence[Periode]
) -> pd.DataFrame:
    """Components of every indikator × unit × period.

    Columns: see ``domain.shapes.KOMPONEN``. Pairs of indikator and unit without data up to a period's end give no
    row; a period without data of its own gives ``ada`` 0, so a gap stays a gap. A period may not end after the
    store's last month.
    """
    if not (indikator and unit and periode):
        return kosong(KOMPONEN)
    hasil = kursor.execute(
        _sql("komponen"),
        {
            **_irisan(periode),
            "indikator": [i.kode for i in indikator],
            "unit": list(unit),
            "t_periode": [p.kode for p in periode],
            "t_sampai": [p.sampai for p in periode],
            "t_sebelum": [geser_bulan(p.dari, -1) for p in periode],
        },
    )
    return conform(hasil.df(), KOMPONEN)


def fetch_unsur(kursor: Kursor, kode: str, unit: str, periode: Sequence[Periode]) -> list[tuple[str, str, int, int]]:
    """Members of an averaged dimension of one unit: (anggota, kode of period, pembilang, penyebut)."""
    return kursor.execute(_sql("unsur"), {**_irisan(periode), "kode": kode, "unit": unit}).fetchall()


def fetch_orang(kursor: Kursor, kode: str, tahun: int, *, staf: bool = False) -> dict[tuple[int, int], dict[str, int]]:
    """Reported span → unit → people or respondents behind the unit's own figure, without those below it.

    All spans that touch the calendar year ``tahun``. ``staf``: employees in service, for what counts no people itself.
    """
    isi = {"kode": kode, "dari": tahun * 100 + 1, "sampai": tahun * 100 + 12}
    hasil: dict[tuple[int, int], dict[str, int]] = {}
    for dari, sampai, unit, n in kursor.execute(_sql("staf" if staf else "orang"), isi).fetchall():
        hasil.setdefault((dari, sampai), {})[unit] = int(n)
    return hasil


def _irisan(periode: Sequence[Periode]) -> dict[str, list[object]]:
    """The two months whose running sums bound each period, for every length of span that fits into it.

    A figure reported for L months counts in a period only when all its months lie inside: its last month is then
    at least L - 1 months after the period's first.
    """
    muat = [(p, lama) for p in periode for lama in LAMA if lama <= p.panjang]
    return {
        "periode": [p.kode for p, _ in muat],
        "lama": [lama for _, lama in muat],
        "sampai": [p.sampai for p, _ in muat],
        "sebelum": [geser_bulan(p.dari, lama - 2) for p, lama in muat],
    }


def fetch_unit(kursor: Kursor) -> list[Unit]:
    """The unit master in official order."""
    baris = kursor.execute(
        """select kode, nama, jenis, induk, jalur, urutan, berlaku_dari, berlaku_sampai, penerus, kode_resmi
        from unit order by urutan, kode"""
    ).fetchall()
    return [Unit(*b) for b in baris]


def fetch_alias(kursor: Kursor) -> dict[str, str]:
    """Normalised other name → kode of the unit."""
    return dict(kursor.execute("select alias, unit from unit_alias").fetchall())


def fetch_unit_berdata(kursor: Kursor) -> dict[str, list[str]]:
    """Indikator → units, at any level, that have figures of it."""
    baris = kursor.execute(
        """select m.indikator, list(distinct t.leluhur)
        from (select distinct indikator, unit from mart) m inner join unit_turunan t on t.turunan = m.unit
        group by m.indikator"""
    ).fetchall()
    return {kode: sorted(unit) for kode, unit in baris}


def fetch_pelapor(kursor: Kursor, indikator: str) -> list[str]:
    """Units with figures of their own, not only below them."""
    return [b[0] for b in kursor.execute("select distinct unit from mart where indikator = ?", [indikator]).fetchall()]


def fetch_rentang(kursor: Kursor) -> tuple[int, int] | None:
    """First and last month (YYYYMM) with any figure; None for an empty store."""
    baris = fetch_satu(kursor, "select min(dari), max(sampai) from mart")
    return (int(baris[0]), int(baris[1])) if baris and baris[0] is not None else None


def fetch_bulanan(kursor: Kursor) -> bool:
    """True when the last year with data holds monthly figures, False when only longer spans were reported."""
    baris = fetch_satu(
        kursor, "select count(*) from mart where dari = sampai and sampai > (select max(sampai) from mart) - 100"
    )
    return bool(baris and baris[0])


def fetch_meta(kursor: Kursor) -> dict[str, str]:
    return dict(kursor.execute("select kunci, nilai from meta").fetchall())


def fetch_peristiwa(kursor: Kursor) -> list[tuple[int, str, str, str, str]]:
    """Events as (bulan, jenis, unit, title in Indonesian, title in English), oldest first."""
    return kursor.execute(
        """select k.bulan, p.jenis, p.unit, p.judul_id, p.judul_en
        from peristiwa p inner join kalender k on k.tanggal = p.tanggal order by p.tanggal, p.judul_id"""
    ).fetchall()


def fetch_muatan(kursor: Kursor) -> list[tuple[int, str, str, str, str, str, str, int]]:
    """Batches, newest first: number, jenis, file, SHA-256, sheets, who, when (UTC, ISO), rows."""
    return kursor.execute(
        "select muatan, jenis, berkas, sha256, lembar, oleh, pada, baris from muatan order by muatan desc"
    ).fetchall()


def fetch_ringkasan_muatan(kursor: Kursor, muatan: int) -> str | None:
    """JSON summary written when the batch was stored; None when there is no such batch."""
    baris = fetch_satu(kursor, "select ringkasan from muatan where muatan = ?", [muatan])
    return str(baris[0]) if baris else None


def fetch_fakta_templat(kursor: Kursor) -> list[tuple[str, str, int, int, str, int, int | None, str]]:
    """Reported figures for export: indikator, unit, dari, sampai, jk, pembilang, penyebut, catatan."""
    return kursor.execute(
        """select indikator, unit, dari, sampai, jk, pembilang, penyebut, catatan from fakta
        where digantikan = 0 order by indikator, unit, dari, sampai, jk"""
    ).fetchall()


def fetch_target_templat(kursor: Kursor) -> list[tuple[str, str, int, int, int, str]]:
    """Targets as decreed: indikator, unit, dari, sampai, nilai × 10,000, decree. Each once, however often imported."""
    return kursor.execute(
        """select indikator, unit, dari, sampai, max(nilai_e4), max(sk) from target where digantikan = 0
        group by indikator, unit, dari, sampai order by indikator, unit, dari, sampai"""
    ).fetchall()


def fetch_ambang(kursor: Kursor) -> list[tuple[str, str, int, int, int, str]]:
    """Regulation thresholds: aturan, indikator, nilai × 10,000, valid from, valid to, regulation."""
    return kursor.execute(
        "select aturan, indikator, nilai_e4, berlaku_dari, berlaku_sampai, peraturan from ambang order by 1, 4"
    ).fetchall()


def fetch_tata_letak(kursor: Kursor) -> dict[str, str]:
    """Name → TOML of the layouts that were remembered, the newest first: it is tried first."""
    return dict(kursor.execute("select nama, isi from tata_letak order by pada desc, nama").fetchall())


def fetch_bulan_akhir_unit(kursor: Kursor, unit: str) -> int | None:
    """The last month that begins a span with a counted figure of this very unit; None without any.

    A yearly figure of the year in which a unit ends is no reason against ending it.
    """
    baris = fetch_satu(kursor, "select max(dari) from mart where unit = ?", [unit])
    return int(baris[0]) if baris and baris[0] is not None else None
