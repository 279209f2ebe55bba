"""Reading what happened: who reported what and when, corrections, second sources, locked months, open questions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import duckdb

from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import bulan_antara
from kinerja.domain.unit import Unit
from kinerja.store.mart import SUMBER

Kursor = duckdb.DuckDBPyConnection
_BULAN = ("laporan_skp", "skp_butir")


class Kelengkapan(NamedTuple):
    """One indikator, unit and month. ``keadaan``: lapor, belum, tidak_berlaku; ``masuk``: first arrival (ISO, UTC)."""

    indikator: str
    unit: str
    bulan: int
    keadaan: str
    masuk: str


class Koreksi(NamedTuple):
    """One correction: who, why, who agreed, how many rows it replaced; and whether it was taken back."""

    muatan: int
    berkas: str
    alasan: str
    oleh: str
    disetujui: str
    pada: str
    baris: int
    dibatalkan: bool


class Pembanding(NamedTuple):
    """A figure of a second source beside the one that counts (``lain_...``, None: nothing counted there)."""

    muatan: int
    berkas: str
    indikator: str
    unit: str
    dari: int
    sampai: int
    pembilang: int
    penyebut: int | None
    lain_pembilang: int | None
    lain_penyebut: int | None


class Pertanyaan(NamedTuple):
    """A warning that a batch was stored with: catalog key, place, and what fills its sentence."""

    muatan: int
    berkas: str
    pada: str
    kunci: str
    lembar: str
    baris: int | None
    args: dict[str, int | float | str]


def fetch_riwayat(kursor: Kursor, kode: str) -> dict[tuple[str, int, int], tuple[int, int | None]]:
    """Every counted figure of one indikator: (unit, dari, sampai) → (pembilang, penyebut)."""
    baris = kursor.execute(
        "select unit, dari, sampai, pembilang, penyebut from mart where indikator = ? and dimensi = ''", [kode]
    ).fetchall()
    return {(unit, dari, sampai): (p, q) for unit, dari, sampai, p, q in baris}


def fetch_kelengkapan(
    kursor: Kursor, indikator: Sequence[Indikator], units: Sequence[Unit], bulan: Sequence[int]
) -> list[Kelengkapan]:
    """A row for every indikator × unit × month, in the order asked.

    A unit has reported when it or a unit below it has a counted figure that holds the month. A correction does not
    make a punctual report late: what it replaced arrived first.
    """
    hasil: list[Kelengkapan] = []
    for ind in indikator:
        masuk: dict[tuple[str, int], str] = {}
        for unit, dari, sampai, pada in _kedatangan(kursor, ind, [u.kode for u in units]):
            for b in bulan_antara(dari, sampai):
                masuk[unit, b] = min(pada, masuk.get((unit, b), pada))
        for u in units:
            for b in bulan:
                ada = masuk.get((u.kode, b), "")
                kosong = "belum" if u.berlaku_dari <= b <= u.berlaku_sampai else "tidak_berlaku"
                hasil.append(Kelengkapan(ind.kode, u.kode, b, "lapor" if ada else kosong, ada))
    return hasil


def _kedatangan(kursor: Kursor, ind: Indikator, unit: Sequence[str]) -> list[tuple[str, int, int, str]]:
    return kursor.execute(
        f"""select t.leluhur, r.dari, r.sampai, min(m.pada)
        from ({sql_baris(ind, "s.digantikan >= 0")}) r
        inner join muatan m on m.muatan = r.muatan
        inner join unit_turunan t on t.turunan = r.unit
        where list_contains($unit, t.leluhur)
        group by t.leluhur, r.dari, r.sampai""",
        {"kode": ind.kode, "unit": list(unit)},
    ).fetchall()


def sql_baris(ind: Indikator, syarat: str) -> str:
    """SQL of the facts of one indikator, reported or counted: batch, unit, span, components, what replaced it."""
    bagian = [
        "select s.muatan, s.unit, s.dari, s.sampai, s.pembilang as p, s.penyebut as q, s.digantikan from fakta s"
        f" where s.indikator = $kode and {syarat}"
    ]
    if ind.sumber in SUMBER:
        dari, sampai = ("s.bulan", "s.bulan") if ind.sumber in _BULAN else ("s.dari", "s.sampai")
        saring = f" and ({ind.saring})" if ind.saring else ""
        bagian.append(
            f"select s.muatan, s.unit, {dari}, {sampai}, {ind.pembilang}, {ind.penyebut or 'null'}, s.digantikan"
            f" from {ind.sumber} s where {syarat}{saring}"
        )
    return " union all ".join(bagian)


def fetch_koreksi(kursor: Kursor) -> list[Koreksi]:
    """Corrections, newest batch first. The order is that of the batches, whatever the clock said."""
    baris = kursor.execute(
        """select k.muatan, coalesce(m.berkas, b.berkas, ''), k.alasan, k.oleh, k.disetujui, k.pada, k.baris,
            m.muatan is null
        from koreksi k left join muatan m on m.muatan = k.muatan left join pembatalan b on b.muatan = k.muatan
        order by k.muatan desc"""
    ).fetchall()
    return [Koreksi(*b) for b in baris]


def fetch_dikoreksi(kursor: Kursor, indikator: Iterable[Indikator]) -> set[tuple[str, str, int, int]]:
    """(indikator, unit, dari, sampai) of figures that a correction changed, not of those it only repeated."""
    hasil: set[tuple[str, str, int, int]] = set()
    for ind in indikator:
        baris = kursor.execute(
            f"""with isi as ({sql_baris(ind, "s.digantikan >= 0")}),
            lama as (
                select digantikan as oleh, unit, dari, sampai, sum(p) as p, sum(q) as q from isi
                where digantikan > 0 group by digantikan, unit, dari, sampai
            ),
            baru as (select muatan, unit, dari, sampai, sum(p) as p, sum(q) as q from isi group by all)
            select distinct l.unit, l.dari, l.sampai from lama l
            left join baru b on b.muatan = l.oleh and b.unit = l.unit and b.dari = l.dari and b.sampai = l.sampai
            where (b.p, b.q) is distinct from (l.p, l.q)""",
            {"kode": ind.kode},
        ).fetchall()
        hasil |= {(ind.kode, *b) for b in baris}
    return hasil


def fetch_pembanding(kursor: Kursor, indikator: Iterable[Indikator]) -> list[Pembanding]:
    """Figures of second sources beside what counts, newest batch first.

    Where nothing counts for just this unit and span, what counts inside it is added up; denominators are not.
    """
    hasil: list[Pembanding] = []
    for ind in indikator:
        baris = kursor.execute(
            f"""with dua as (
                select muatan, unit, dari, sampai, cast(sum(p) as bigint) as p, cast(sum(q) as bigint) as q
                from ({sql_baris(ind, "s.digantikan = -1")}) r group by muatan, unit, dari, sampai
            ),
            dalam as (
                select d.muatan, d.unit, d.dari, d.sampai, cast(sum(m.pembilang) as bigint) as p
                from dua d inner join unit_turunan t on t.leluhur = d.unit
                inner join mart m on m.indikator = $kode and m.dimensi = '' and m.unit = t.turunan
                    and m.dari >= d.dari and m.sampai <= d.sampai
                group by d.muatan, d.unit, d.dari, d.sampai
            )
            select d.muatan, b.berkas, $kode, d.unit, d.dari, d.sampai, d.p, d.q,
                coalesce(m.pembilang, i.p), m.penyebut
            from dua d inner join muatan b on b.muatan = d.muatan
            left join mart m on m.indikator = $kode and m.dimensi = '' and m.unit = d.unit and m.dari = d.dari
                and m.sampai = d.sampai
            left join dalam i on i.muatan = d.muatan and i.unit = d.unit and i.dari = d.dari and i.sampai = d.sampai
            order by d.unit, d.dari, d.sampai""",
            {"kode": ind.kode},
        ).fetchall()
        hasil += [Pembanding(*b) for b in baris]
    return sorted(hasil, key=lambda p: -p.muatan)


def fetch_terkunci(kursor: Kursor) -> list[tuple[int, str, str]]:
    """Locked months, oldest first: month, who, when."""
    return kursor.execute("select bulan, oleh, pada from periode_terkunci order by bulan").fetchall()


def fetch_pertanyaan(kursor: Kursor) -> list[Pertanyaan]:
    """Warnings of the stored batches, newest batch first."""
    hasil: list[Pertanyaan] = []
    for muatan, berkas, pada, ringkasan in kursor.execute(
        "select muatan, berkas, pada, ringkasan from muatan order by muatan desc"
    ).fetchall():
        for p in json.loads(ringkasan).get("peringatan", []):
            hasil.append(Pertanyaan(muatan, berkas, pada, p["kunci"], p["lembar"], p["baris"], p["args"]))
    return hasil


def fetch_jejak(kursor: Kursor) -> list[tuple[int, str, str, str, str, str]]:
    """What people changed outside batches, newest first: number, action, object, details, who, when."""
    return kursor.execute("select urut, tindakan, objek, rincian, oleh, pada from jejak order by urut desc").fetchall()


def fetch_pembatalan(kursor: Kursor) -> list[tuple[int, str, str, int, str, str, str]]:
    """Batches that were taken back, newest first: number, jenis, file, rows, who, when, second person."""
    return kursor.execute(
        "select muatan, jenis, berkas, baris, oleh, pada, disetujui from pembatalan order by muatan desc"
    ).fetchall()
