"""Row shapes: each module proposes a mapping for sheets it knows by their words, and reads rows by a mapping.

A new layout is one module here and one line in the two tables below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kinerja.ingest.bentuk import (
    angka,
    butir,
    gelombang,
    iku,
    kegiatan,
    label,
    lb1,
    organisasi,
    pegawai,
    pelaporan,
    pelatihan,
    penilaian,
    perilaku,
    register,
    skm,
)
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import Bentuk, Peta
from kinerja.ingest.tipe import Lembar

USUL: tuple[Callable[[Kepala, Konteks], Peta | None], ...] = (
    penilaian.usul,
    perilaku.usul,
    butir.usul,
    pelaporan.usul,
    kegiatan.usul,
    gelombang.usul,
    skm.usul,
    lb1.usul,
    register.usul,
    pelatihan.usul,
    pegawai.usul,
    organisasi.usul,
    iku.usul,
    label.usul,
    angka.usul,
)
"""Asked in this order, the most telling words first; each answers None unless every column it needs is certain."""

PROSES: Mapping[Bentuk, Callable[[Konteks, Lembar, Peta], None]] = MappingProxyType(
    {
        "angka": angka.proses,
        "label": label.proses,
        "register": register.proses,
        "skm": skm.proses,
        "penilaian": penilaian.proses,
        "perilaku": perilaku.proses,
        "pegawai": pegawai.proses,
        "butir": butir.proses,
        "organisasi": organisasi.proses,
        "kegiatan": kegiatan.proses,
        "gelombang": gelombang.proses,
        "pelatihan": pelatihan.proses,
        "pelaporan": pelaporan.proses,
        "iku": iku.proses,
    }
)
"""Reads the rows of a sheet by a mapping into ``konteks.hasil``; every problem is noted, nothing is raised."""
