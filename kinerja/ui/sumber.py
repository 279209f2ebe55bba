"""Where pages get their frames: the only caches. Keys are scalars; the snapshot number is in every one of them.

Results are shared between sessions, so callers get a shallow copy: pandas copies a column when someone writes to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from kinerja.domain.akses import Akses
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.indikator import hitung
from kinerja.indikator.hitung import Pohon
from kinerja.kalimat.capaian import Baris, baca_baris
from kinerja.store import queries
from kinerja.store.koneksi import Pembaca, buka_aktif
from kinerja.store.lokasi import folder_data

_Kunci = tuple[int, int, JenisPeriode]


@dataclass(frozen=True)
class Isi:
    """What one snapshot holds, read once."""

    nomor: int
    contoh: bool
    pohon: Pohon
    awal: int  # first and last month with data, YYYYMM; 0 in an empty store
    akhir: int
    bulanan: bool
    peristiwa: tuple[tuple[int, str, str, str, str], ...]

    @property
    def kosong(self) -> bool:
        return self.akhir == 0


def buka() -> Isi:
    """The active snapshot. Raises ``StoreError`` with its own sentence when it cannot be read."""
    return _isi(buka_aktif(folder_data()).nomor)


def _pembaca(nomor: int) -> Pembaca:
    pembaca = buka_aktif(folder_data())
    if pembaca.nomor != nomor:  # an import between two reads of one run: the next click shows it whole
        st.rerun()
    return pembaca


@st.cache_resource(max_entries=4, show_spinner=False)
def _isi(nomor: int) -> Isi:
    pembaca = _pembaca(nomor)
    rentang = queries.fetch_rentang(pembaca.kursor()) or (0, 0)
    return Isi(
        nomor=nomor,
        contoh=queries.fetch_meta(pembaca.kursor()).get("asal") == "contoh",
        pohon=hitung.fetch_pohon(pembaca.kursor()),
        awal=rentang[0],
        akhir=rentang[1],
        bulanan=queries.fetch_bulanan(pembaca.kursor()),
        peristiwa=tuple(queries.fetch_peristiwa(pembaca.kursor())),
    )


def capaian(
    akses: Akses, isi: Isi, indikator: Sequence[str], unit: Sequence[str], periode: Sequence[Periode]
) -> pd.DataFrame:
    """Figures this viewer may see; columns see ``domain.shapes.CAPAIAN``."""
    kunci = tuple((p.dari, p.sampai, p.jenis) for p in periode)
    siapa = (akses.peran, akses.unit, akses.pegawai)
    return _capaian(isi.nomor, siapa, tuple(indikator), tuple(unit), kunci).copy(deep=False)


@st.cache_resource(max_entries=600, show_spinner=False)
def _capaian(
    nomor: int,
    siapa: tuple[str, str, str],
    indikator: tuple[str, ...],
    unit: tuple[str, ...],
    periode: tuple[_Kunci, ...],
) -> pd.DataFrame:
    peran, pangkal, pegawai = siapa
    return hitung.fetch_capaian(
        Akses(peran, pangkal, pegawai),  # type: ignore[arg-type]  # came out of an Akses a moment ago
        _pembaca(nomor).kursor(),
        _isi(nomor).pohon,
        indikator,
        unit,
        [Periode(*p) for p in periode],
    )


@dataclass(frozen=True)
class Dua:
    """The same figures in the period and in the comparison period, as frames and as rows."""

    kini: pd.DataFrame
    dulu: pd.DataFrame
    baris_kini: tuple[Baris, ...]
    baris_dulu: tuple[Baris, ...]

    def satu(self, indikator: str, unit: str) -> tuple[Baris | None, Baris | None]:
        """One figure now and then; None where there is no row."""
        kunci = (indikator, unit)
        return tuple(  # type: ignore[return-value]
            next((b for b in baris if (b.indikator, b.unit) == kunci), None)
            for baris in (self.baris_kini, self.baris_dulu)
        )


Pasangan = tuple[tuple[str, ...], Periode, Periode]
"""Indikator that are read for the same period and comparison period."""


def dua(akses: Akses, isi: Isi, unit: Sequence[str], pasangan: Sequence[Pasangan]) -> Dua:
    """Figures of all ``pasangan`` for all units, in one read; shared, so treat the frames as read-only."""
    kunci = tuple((kode, _kunci(kini), _kunci(dulu)) for kode, kini, dulu in pasangan)
    return _dua(isi.nomor, (akses.peran, akses.unit, akses.pegawai), tuple(unit), kunci)


def _kunci(p: Periode) -> _Kunci:
    return p.dari, p.sampai, p.jenis


@st.cache_resource(max_entries=300, show_spinner=False)
def _dua(
    nomor: int,
    siapa: tuple[str, str, str],
    unit: tuple[str, ...],
    pasangan: tuple[tuple[tuple[str, ...], _Kunci, _Kunci], ...],
) -> Dua:
    kode = tuple(k for daftar, _, _ in pasangan for k in daftar)
    periode = tuple(dict.fromkeys(p for _, kini, dulu in pasangan for p in (kini, dulu)))
    df = _capaian(nomor, siapa, kode, unit, periode)
    milik = {k: (Periode(*kini).kode, Periode(*dulu).kode) for daftar, kini, dulu in pasangan for k in daftar}
    letak = [milik[k] for k in df["indikator"]]
    kini, dulu = (
        df[[p == dua_kode[n] for p, dua_kode in zip(df["periode"], letak, strict=True)]].reset_index(drop=True)
        for n in (0, 1)
    )
    return Dua(kini, dulu, tuple(baca_baris(kini)), tuple(baca_baris(dulu)))


def unsur(akses: Akses, isi: Isi, unit: str, periode: Periode, pembanding: Periode) -> pd.DataFrame:
    """The unsur of the IKM of one unit; columns see ``hitung.fetch_unsur``."""
    return hitung.fetch_unsur(akses, _pembaca(isi.nomor).kursor(), isi.pohon, unit, periode, pembanding)


def muatan(isi: Isi) -> list[tuple[int, str, str, str, str, str, str, int]]:
    """Batches of this snapshot, newest first; read fresh, it is one small query."""
    return queries.fetch_muatan(_pembaca(isi.nomor).kursor())


def ambang(isi: Isi) -> list[tuple[str, str, int, int, int, str]]:
    """Regulation thresholds: aturan, indikator, nilai × 10,000, valid from, valid to, regulation."""
    return queries.fetch_ambang(_pembaca(isi.nomor).kursor())
