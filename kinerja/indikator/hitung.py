"""Reading figures for a viewer: components from the mart, small cells hidden, figures computed once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pandas as pd

from kinerja.domain.akses import Akses, boleh_sel_kecil
from kinerja.domain.errors import KinerjaError
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode, bulan_antara, rentang
from kinerja.domain.sensor_masa import TutupMasa, gabung, hidden_over_time
from kinerja.domain.unit import Unit, anak_langsung, turunan
from kinerja.indikator.engine import compute_figures
from kinerja.indikator.registry import ambil_semua, registri
from kinerja.store import queries

WADAH = ("kecamatan", "dinas")
"""Kinds of unit that mainly hold others; side by side one compares what they hold."""
BacaTutup = Callable[[str, int], TutupMasa]
"""(indikator, calendar year) → what is hidden of it."""


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
    tutup: BacaTutup | None = None,
) -> pd.DataFrame:
    """Figures of every indikator × unit × period that this viewer may see; columns see ``shapes.CAPAIAN``.

    Rows come in the order asked: indikator, then unit, then period. Pairs without any data ever are left out.
    ``tutup``: where ``fetch_tutup`` is kept.
    """
    daftar = ambil_semua(indikator)
    _tolak_lintas_tahun(daftar, periode)
    komponen = queries.fetch_komponen(kursor, daftar, unit, periode)
    tersembunyi = _tersembunyi(akses, kursor, pohon, daftar, periode, tutup)
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
    tutup: BacaTutup | None,
) -> frozenset[tuple[str, str, str]]:
    """(indikator, unit, period) with too few people for this viewer, complementary cells included."""
    jaga = [i for i in daftar if i.n_minimum > 0 and not boleh_sel_kecil(akses, i.n_arti)]
    if not (jaga and periode):
        return frozenset()
    baca = tutup or (lambda kode, tahun: fetch_tutup(kursor, pohon, kode, tahun))
    tahun = sorted({b // 100 for p in periode for b in (p.dari, p.sampai)})
    hasil = set[tuple[str, str, str]]()
    for kode in (i.kode for i in jaga):
        semua = gabung(baca(kode, t) for t in range(tahun[0], tahun[-1] + 1))
        hasil |= {(kode, unit, p.kode) for p in periode for unit in semua.periode(p.dari, p.sampai)}
    return frozenset(hasil)


def fetch_tutup(kursor: duckdb.DuckDBPyConnection, pohon: Pohon, indikator: str, tahun: int) -> TutupMasa:
    """What is hidden of one indikator in one calendar year; the same for all who may not see figures of few people.

    Reads the whole year: keep it for a snapshot.
    """
    ind = registri()[indikator]
    orang = queries.fetch_orang(kursor, indikator, tahun, staf=ind.n_arti == "tidak_ada")
    return hidden_over_time(orang, pohon.anak, ind.n_minimum, sama=ind.n_arti != "responden")


def fetch_unsur(
    akses: Akses,
    kursor: duckdb.DuckDBPyConnection,
    pohon: Pohon,
    unit: str,
    periode: Periode,
    pembanding: Periode,
    tutup: BacaTutup | None = None,
) -> pd.DataFrame:
    """NRR of every unsur of the IKM of one unit, in the order of the regulation.

    Columns: anggota (unsur), nilai and lalu (NRR 1-4 in the period and the comparison period, NaN without answers),
    n (answers). Empty where the viewer may not see the unit's IKM.
    """
    ikm = registri()["ikm"]
    tersembunyi = _tersembunyi(akses, kursor, pohon, [ikm], [periode, pembanding], tutup)
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
