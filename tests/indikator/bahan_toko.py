"""Small real stores for tests: a few facts stored as a file would store them, read back as pages read them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from kinerja.domain.akses import Akses
from kinerja.domain.fakta import Fakta, HasilBaca, TargetBaru
from kinerja.domain.periode import Periode, parse_periode
from kinerja.indikator import hitung, terbit
from kinerja.store.koneksi import buka_aktif

LUBEG, PEGAMBIRAN = "1011119", "1011120"
PETUGAS = Akses("kepegawaian")
PADA = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def berkas(nama: str, fakta: Sequence[Fakta] = (), target: Sequence[TargetBaru] = ()) -> HasilBaca:
    """What reading a good file of this name gives."""
    return HasilBaca(
        "templat", nama, hashlib.sha256(nama.encode()).hexdigest(), ("Lembar1",), tuple(fakta), tuple(target)
    )


def simpan(folder: Path, nama: str, fakta: Sequence[Fakta] = (), target: Sequence[TargetBaru] = ()) -> int:
    return terbit.simpan(folder, berkas(nama, fakta, target), "penguji", pada=PADA)


def baca(folder: Path, kode: str, unit: str, *periode: str | Periode, akses: Akses = PETUGAS) -> pd.DataFrame:
    """Figures of one indikator and unit, one row a period that has one."""
    kursor = buka_aktif(folder).kursor()
    daftar = [parse_periode(p) if isinstance(p, str) else p for p in periode]
    return hitung.fetch_capaian(akses, kursor, hitung.fetch_pohon(kursor), [kode], [unit], daftar)


def satu(folder: Path, kode: str, unit: str, periode: str | Periode, akses: Akses = PETUGAS) -> pd.Series:
    df = baca(folder, kode, unit, periode, akses=akses)
    assert len(df) == 1
    return df.iloc[0]


def bulanan(kode: str, unit: str, isi: dict[int, tuple[int, int | None]]) -> list[Fakta]:
    """Month → (pembilang, penyebut)."""
    return [Fakta(kode, unit, b, b, p, q) for b, (p, q) in isi.items()]


def isi_mart(folder: Path) -> dict[str, pd.DataFrame]:
    """All marts in a fixed order, without what numbers the batches."""
    kursor = buka_aktif(folder).kursor()
    return {
        t: kursor.execute(f"select * from {t} order by all").df()
        for t in ("mart", "mart_target", "mart_kum", "unit", "unit_alias", "unit_turunan")
    }
