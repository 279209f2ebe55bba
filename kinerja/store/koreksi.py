"""What a correction changed: old value beside new, one row an indikator (or target), unit and span."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import duckdb

from kinerja.domain.indikator import Indikator
from kinerja.store.riwayat import sql_baris

Kursor = duckdb.DuckDBPyConnection


class NilaiKoreksi(NamedTuple):
    """``muatan`` corrects. Sums of the rows it replaced and of its own with the same unit and span; ``target``: both
    are targets × 10,000."""

    muatan: int
    indikator: str
    target: bool
    unit: str
    dari: int
    sampai: int
    lama: int
    lama_penyebut: int | None
    baru: int
    baru_penyebut: int | None


def fetch_nilai_koreksi(kursor: Kursor, indikator: Iterable[Indikator]) -> list[NilaiKoreksi]:
    """Every corrected figure, newest correction first; a correction that was taken back has none."""
    hasil = [NilaiKoreksi(*b) for b in kursor.execute(_TARGET).fetchall()]
    for ind in indikator:
        baris = kursor.execute(
            f"""with lama as (
                select {_sisi("lama")} from ({_rinci(ind, "digantikan", "s.digantikan > 0")}) r group by all
            ),
            baru as (
                select {_sisi("baru")} from ({_rinci(ind, "muatan", "s.muatan in (select muatan from koreksi)")}) r
                group by all
            )
            select l.m, $kode, false, l.unit, l.dari, l.sampai, l.lama_p, l.lama_q, b.baru_p, b.baru_q
            from lama l inner join baru b on b.m = l.m and b.unit = l.unit and b.dari = l.dari and b.sampai = l.sampai
            order by l.m, l.unit, l.dari, l.sampai""",
            {"kode": ind.kode},
        ).fetchall()
        hasil += [NilaiKoreksi(*b) for b in baris]
    return sorted(hasil, key=lambda n: -n.muatan)


def _sisi(nama: str) -> str:
    return f"m, unit, dari, sampai, cast(sum(p) as bigint) as {nama}_p, cast(sum(q) as bigint) as {nama}_q"


def _rinci(ind: Indikator, kolom: str, syarat: str) -> str:
    """Facts of one indikator with the batch that corrected them, or the one that brought them, as ``m``."""
    return sql_baris(ind, syarat).replace("select s.muatan", f"select s.{kolom} as m")


_TARGET = """select l.digantikan, l.indikator, true, l.unit, l.dari, l.sampai,
        max(l.nilai_e4), null, max(b.nilai_e4), null
    from target l inner join target b on b.muatan = l.digantikan and b.indikator = l.indikator and b.unit = l.unit
        and b.dari = l.dari and b.sampai = l.sampai
    where l.digantikan > 0
    group by l.digantikan, l.indikator, l.unit, l.dari, l.sampai
    order by all"""
