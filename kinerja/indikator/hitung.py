"""Reading figures for a viewer: components from the mart, small cells hidden, figures computed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pandas as pd

from kinerja.domain.akses import Akses, boleh_sel_kecil
from kinerja.domain.errors import KinerjaError
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode, bulan_antara, rentang
from kinerja.domain.sensor import hidden_months, hidden_period, hidden_units
from kinerja.domain.unit import Unit, anak_langsung, turunan
from kinerja.indikator.engine import compute_figures
from kinerja.indikator.registry import ambil_semua, registri
from kinerja.store import queries

WADAH = ("kecamatan", "dinas")
"""Kinds of unit that mainly hold others; side by side one compares what they hold."""


@dataclass(frozen=True)
class Pohon:
    """The unit tree of one snapshot, with what pages ask of it all the time."""

    units: Mapping[str, Unit]
    anak: Mapping[str, list[str]]
    berdata: Mapping[str, list[str]]  # indikator → units, any level, with figures

    @property
    def akar(self) -> str:
        return next(k for k, u in self.units.items() if u.induk is None)

    def nama(self, kode: str) -> str:
        return self.units[kode].nama


def fetch_pohon(kursor: duckdb.DuckDBPyConnection) -> Pohon:
    units = queries.fetch_unit(kursor)
    return Pohon({u.kode: u for u in units}, anak_langsung(units), queries.fetch_unit_berdata(kursor))


def fetch_capaian(
    akses: Akses,
    kursor: duckdb.DuckDBPyConnection,
    pohon: Pohon,
    indikator: Sequence[str],
    unit: Sequence[str],
    periode: Sequence[Periode],
) -> pd.DataFrame:
    """Figures of every indikator × unit × period that this viewer may see; columns see ``shapes.CAPAIAN``.

    Rows come in the order asked: indikator, then unit, then period. Pairs without any data ever are left out.
    """
    daftar = ambil_semua(indikator)
    _tolak_lintas_tahun(daftar, periode)
    komponen = queries.fetch_komponen(kursor, daftar, unit, periode)
    tersembunyi = _tersembunyi(akses, kursor, pohon, daftar, periode)
    df = compute_figures(
        komponen,
        {i.kode: i for i in daftar},
        {k: u.nama for k, u in pohon.units.items()},
        {p.kode: p for p in periode},
        tersembunyi,
    )
    return _urutkan(df, indikator, unit)


def _tolak_lintas_tahun(daftar: Sequence[Indikator], periode: Sequence[Periode]) -> None:
    """A yearly sasaran cannot stand under services of two years."""
    for p in periode:
        if p.dari // 100 != p.sampai // 100:
            for ind in daftar:
                if ind.agregasi == "kumulatif" and ind.bentuk != "jumlah":
                    raise KinerjaError("galat.lintas_tahun", periode=p.kode, indikator=ind.kode)


def _urutkan(df: pd.DataFrame, indikator: Sequence[str], unit: Sequence[str]) -> pd.DataFrame:
    letak_i = {k: n for n, k in enumerate(indikator)}
    letak_u = {k: n for n, k in enumerate(unit)}
    kunci = [df["sampai"].to_numpy(), [letak_u[u] for u in df["unit"]], [letak_i[i] for i in df["indikator"]]]
    return df.take(np.lexsort([np.asarray(k) for k in kunci])).reset_index(drop=True)


def _tersembunyi(
    akses: Akses,
    kursor: duckdb.DuckDBPyConnection,
    pohon: Pohon,
    daftar: Sequence[Indikator],
    periode: Sequence[Periode],
) -> frozenset[tuple[str, str, str]]:
    """(indikator, unit, period) with too few people for this viewer, complementary cells included."""
    jaga = [i for i in daftar if i.n_minimum > 0 and not boleh_sel_kecil(akses, i.n_arti)]
    if not jaga:
        return frozenset()
    return frozenset(
        (ind.kode, unit, p.kode)
        for ind in jaga
        for p, units in _tersembunyi_per_periode(kursor, pohon, ind, periode).items()
        for unit in units
    )


def _tersembunyi_per_periode(
    kursor: duckdb.DuckDBPyConnection, pohon: Pohon, ind: Indikator, periode: Sequence[Periode]
) -> dict[Periode, frozenset[str]]:
    """Period → units hidden in it for one indikator; every month of the years it touches is looked at."""
    tahun = sorted({t for p in periode for t in range(p.dari // 100, p.sampai // 100 + 1)})
    bulan = [rentang(t * 100 + b, t * 100 + b) for t in tahun for b in range(1, 13)]
    n: dict[str, dict[str, int]] = {}
    for _, unit, kp, orang in queries.fetch_n(kursor, [ind], list({p.kode: p for p in [*bulan, *periode]}.values())):
        n.setdefault(kp, {})[unit] = orang
    ada = [p for p in bulan if p.kode in n]
    per_bulan_: dict[int, frozenset[str]] = {}
    for t in tahun:
        setahun = {p.dari: n[p.kode] for p in ada if p.tahun == t}
        per_bulan_ |= hidden_months(setahun, pohon.anak, ind.n_minimum)
    hasil: dict[Periode, frozenset[str]] = {}
    for p in periode:
        milik = [b for b in per_bulan_ if p.dari // 100 <= b // 100 <= p.sampai // 100]
        if p.dari == p.sampai:
            hasil[p] = per_bulan_.get(p.dari, frozenset())
        elif all(p.dari <= b <= p.sampai for b in milik):
            hasil[p] = hidden_units(n.get(p.kode, {}), pohon.anak, ind.n_minimum)
        else:
            hasil[p] = hidden_period(n.get(p.kode, {}), pohon.anak, ind.n_minimum, [per_bulan_[b] for b in milik])
    return hasil


def fetch_unsur(
    akses: Akses, kursor: duckdb.DuckDBPyConnection, pohon: Pohon, unit: str, periode: Periode, pembanding: Periode
) -> pd.DataFrame:
    """NRR of every unsur of the IKM of one unit, in the order of the regulation.

    Columns: anggota (unsur), nilai and lalu (NRR 1-4 in the period and the comparison period, NaN without answers),
    n (answers). Empty where the viewer may not see the unit's IKM.
    """
    ikm = registri()["ikm"]
    tersembunyi = _tersembunyi(akses, kursor, pohon, [ikm], [periode, pembanding])
    nrr: dict[str, dict[str, tuple[float, int]]] = {periode.kode: {}, pembanding.kode: {}}
    for anggota, kp, pembilang, penyebut in queries.fetch_unsur(kursor, ikm.kode, unit, [periode, pembanding]):
        if penyebut and (ikm.kode, unit, kp) not in tersembunyi:
            nrr[kp][anggota] = (pembilang / penyebut, int(penyebut))
    kosong = (float("nan"), 0)
    baris = [
        (u, nrr[periode.kode][u][0], nrr[pembanding.kode].get(u, kosong)[0], nrr[periode.kode][u][1])
        for u in ikm.rerata_atas
        if u in nrr[periode.kode]
    ]
    return pd.DataFrame(baris, columns=["anggota", "nilai", "lalu", "n"])


def per_bulan(dari: int, sampai: int) -> list[Periode]:
    """Every month of a span as a period of its own."""
    return [rentang(b, b) for b in bulan_antara(dari, sampai)]


def unit_pelapor(kursor: duckdb.DuckDBPyConnection, pohon: Pohon, indikator: str, unit: str) -> list[str]:
    """Units at or below ``unit`` that report figures of ``indikator`` themselves, in official order."""
    pelapor = set(queries.fetch_pelapor(kursor, indikator))
    return [u for u in turunan(unit, pohon.anak) if u in pelapor]


def unit_banding(pohon: Pohon, unit: str, indikator: str) -> list[str]:
    """Units to lay side by side below ``unit``: its children with figures, offices that only hold others opened up.

    A unit without anything below it stands alone.
    """
    punya = set(pohon.berdata.get(indikator, ()))
    hasil: list[str] = []
    for anak in pohon.anak.get(unit, ()):
        if pohon.units[anak].jenis in WADAH:
            hasil += [u for u in pohon.anak.get(anak, ()) if u in punya]
        elif anak in punya:
            hasil.append(anak)
    return hasil or ([unit] if unit in punya else [])
