"""The tables as the queries of this program see them: those of the newest version."""

from __future__ import annotations

from kinerja.catatan.versi_1 import (
    AKSES_LOG,
    ALASAN_ANTREAN,
    HANYA_TAMBAH,
    METADATA,
    NAMA_PEGAWAI,
    SETELAN,
    TANGGAPAN,
    UMPAN_BALIK,
)

__all__ = [
    "AKSES_LOG",
    "ALASAN_ANTREAN",
    "HANYA_TAMBAH",
    "METADATA",
    "NAMA_PEGAWAI",
    "SETELAN",
    "TANGGAPAN",
    "UMPAN_BALIK",
]
