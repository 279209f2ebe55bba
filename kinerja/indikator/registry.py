"""Reads the definition files. A new indikator is one new file; an unknown or missing key is an error."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kinerja.domain.errors import DefinisiError, KinerjaError
from kinerja.domain.indikator import Indikator, Teks
from kinerja.store.mart import SUMBER

FOLDER = Path(__file__).parent / "definisi"
_TEKS = ("nama", "satuan", "rumus", "mengapa", "cara_baca", "dasar_hukum")
_LARIK = ("rerata_atas", "kata_kunci")
_PILIHAN = {
    "bentuk": ("jumlah", "rasio", "rerata_rasio"),
    "arah": ("naik", "turun"),
    "agregasi": ("kumulatif", "rasio", "terakhir"),
    "sebar": ("rata", "hari_kerja", "tetap"),
    "selang": ("tidak_ada", "wilson", "rerata"),
    "n_arti": ("tidak_ada", "responden", "pegawai", "sasaran"),
    "sumber": (*SUMBER, "fakta"),
}


def parse_definisi(kode: str, isi: dict[str, Any]) -> Indikator:
    """One definition. Raises ``DefinisiError`` naming the file and the key that is missing, unknown or wrong."""
    wajib = {f.name for f in fields(Indikator)} - {"kode"}
    for kunci in sorted(wajib ^ isi.keys()):
        raise DefinisiError("galat.definisi_kunci", berkas=f"{kode}.toml", nama=kunci)
    for kunci, pilihan in _PILIHAN.items():
        if isi[kunci] not in pilihan:
            raise DefinisiError("galat.definisi_nilai", berkas=f"{kode}.toml", nama=kunci, nilai=isi[kunci])
    teks = {kunci: Teks(**isi[kunci]) for kunci in _TEKS}
    larik = {kunci: tuple(isi[kunci]) for kunci in _LARIK}
    date.fromisoformat(isi["ditinjau"]), date.fromisoformat(isi["tinjau_lagi"])
    return Indikator(**{**isi, **teks, **larik, "kode": kode, "batas": isi["batas"] or None})


def muat(folder: Path = FOLDER) -> dict[str, Indikator]:
    """All definitions of a folder, kode → Indikator, in display order."""
    semua = [parse_definisi(b.stem, tomllib.loads(b.read_text(encoding="utf-8"))) for b in folder.glob("*.toml")]
    return {ind.kode: ind for ind in sorted(semua, key=lambda i: (i.urutan, i.kode))}


@cache
def registri() -> MappingProxyType[str, Indikator]:
    """The definitions shipped with the program; read once."""
    return MappingProxyType(muat())


def ambil(kode: str) -> Indikator:
    """The definition of ``kode``. Raises ``KinerjaError('galat.indikator_tak_dikenal')``."""
    try:
        return registri()[kode]
    except KeyError:
        raise KinerjaError("galat.indikator_tak_dikenal", kode=kode) from None


def ambil_semua(kode: Iterable[str]) -> list[Indikator]:
    return [ambil(k) for k in kode]
