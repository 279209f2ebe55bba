"""What an import delivers: aggregated facts, targets, new units, what was left out, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from kinerja.domain.umpan_balik import Nama
from kinerja.domain.unit import Unit

Tingkat = Literal["galat", "peringatan", "info"]


@dataclass(frozen=True)
class Fakta:
    """One additive figure of one unit and period, perhaps of one sex (``jk``: '' for both, else L or P).

    ``penyebut`` is None for plain counts. A blank cell is never a Fakta with 0.
    """

    indikator: str
    unit: str
    dari: int
    sampai: int
    pembilang: int
    penyebut: int | None = None
    jk: str = ""
    catatan: str = ""


@dataclass(frozen=True)
class TargetBaru:
    """A target as the decree gives it, in the indicator's own unit of measure × 10,000 (85,5 → 855000)."""

    indikator: str
    unit: str
    dari: int
    sampai: int
    nilai_e4: int
    sk: str = ""


@dataclass(frozen=True)
class Masalah:
    """One thing wrong with one cell, row or file. ``alasan`` is a catalog key; ``args`` fill its placeholders.

    ``tingkat``: a ``galat`` stops the whole import, a ``peringatan`` and an ``info`` do not.
    """

    alasan: str
    tingkat: Tingkat = "galat"
    lembar: str = ""
    baris: int | None = None
    kolom: str = ""
    nilai: str = ""
    args: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Dibuang:
    """A row or column left out on purpose, and the catalog key of why."""

    jenis: Literal["baris", "kolom", "lembar"]
    lembar: str
    letak: str
    isi: str
    alasan: str


@dataclass(frozen=True)
class Pratinjau:
    """Raw beside parsed for the preview: same shape, at most a few dozen rows of the recognised table."""

    lembar: str
    judul: tuple[str, ...]
    mentah: tuple[tuple[str, ...], ...]
    terbaca: tuple[tuple[str, ...], ...]


BarisTabel = tuple[object, ...]
"""One row for a fact table: values in the order of its ``KOLOM_TABEL``; dates are ``datetime.date``."""

KOLOM_TABEL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "kunjungan": (
            *("tanggal", "dari", "sampai", "unit", "layanan", "poli", "bayar", "pasien", "jk", "umur", "gedung"),
            "jumlah",
        ),
        "responden": ("responden", "tanggal", "dari", "sampai", "unit", "layanan", "jk", "umur", "skor"),
        "jawaban": ("responden", "tanggal", "dari", "sampai", "unit", "unsur", "nilai"),
        "pegawai": ("pegawai", "unit", "jabatan", "status", "penilai", "berlaku_dari", "berlaku_sampai"),
        "skp_butir": (
            *("pegawai", "unit", "bulan", "rencana", "butir", "aspek", "satuan", "target_e4", "realisasi_e4"),
            *("bukti", "arah"),
        ),
        "skp_penilaian": ("pegawai", "unit", "penilai", "dari", "sampai", "hasil_kerja", "perilaku", "predikat"),
        "skp_perilaku": ("pegawai", "unit", "dari", "sampai", "nilai", "ekspektasi"),
        "predikat_organisasi": ("unit", "dari", "sampai", "predikat"),
        "laporan_skp": ("pegawai", "unit", "bulan", "jenis", "batas", "lapor", "tepat"),
        "pelatihan": ("pegawai", "unit", "tanggal", "dari", "sampai", "judul", "peserta", "jp"),
        "gelombang": ("pegawai", "unit", "judul", "gelombang", "cara"),
        "kegiatan": ("tanggal", "dari", "sampai", "unit", "jenis", "topik", "peserta"),
        "iku": ("unit", "nama", "satuan", "arah", "dari", "sampai", "target_e4", "realisasi_e4"),
    }
)
"""Fact tables a file may fill directly, and their columns (without the batch)."""


def kolom_masa(tabel: str) -> tuple[str, str] | None:
    """Columns with the first and the last month a row of this table is about; None for tables without months."""
    kolom = KOLOM_TABEL[tabel]
    if "dari" in kolom:
        return "dari", "sampai"
    return ("bulan", "bulan") if "bulan" in kolom else None


@dataclass(frozen=True)
class HasilBaca:
    """All that was read from one file. Nothing is stored when any ``masalah`` is a ``galat``.

    ``unit_tanya`` holds names that match no unit: they are asked, never added silently. ``peta`` is the TOML of the
    layout that was used for a file without a built-in one, and ``usulan`` that of a proposal still to be completed.
    ``letak``: table → sheet and row each of its rows came from, as far as known. ``nama``: code of an employee → name,
    never stored with the facts and never shown in a representation: ``terbit.simpan`` does not look at it.
    """

    jenis: str
    berkas: str
    sha256: str
    lembar: tuple[str, ...]
    fakta: tuple[Fakta, ...] = ()
    target: tuple[TargetBaru, ...] = ()
    unit_baru: tuple[Unit, ...] = ()
    unit_tanya: tuple[str, ...] = ()
    dibuang: tuple[Dibuang, ...] = ()
    masalah: tuple[Masalah, ...] = ()
    pratinjau: tuple[Pratinjau, ...] = ()
    peta: str = ""
    usulan: str = ""
    tabel: Mapping[str, tuple[BarisTabel, ...]] = field(default_factory=dict)
    letak: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    nama: Mapping[str, Nama] = field(default_factory=dict, repr=False)

    @property
    def diterima(self) -> bool:
        return not any(m.tingkat == "galat" for m in self.masalah)

    @property
    def baris(self) -> int:
        """Rows to be stored."""
        return len(self.fakta) + len(self.target) + sum(map(len, self.tabel.values()))

    @property
    def masa(self) -> tuple[int, int] | None:
        """First and last month (YYYYMM) of what is to be stored, targets aside; None for nothing but targets."""
        semua = {(f.dari, f.sampai) for f in self.fakta}
        for nama, isi in self.tabel.items():
            bulan = kolom_masa(nama)
            if bulan is None:
                continue
            dari, sampai = (KOLOM_TABEL[nama].index(k) for k in bulan)
            semua |= {(int(str(b[dari])), int(str(b[sampai]))) for b in isi}
        return (min(d for d, _ in semua), max(s for _, s in semua)) if semua else None

    @property
    def unit(self) -> frozenset[str]:
        """Units that get a figure or a target."""
        letak = {nama: kolom.index("unit") for nama, kolom in KOLOM_TABEL.items()}
        tabel = {str(b[letak[nama]]) for nama, isi in self.tabel.items() for b in isi}
        return frozenset({f.unit for f in self.fakta} | {t.unit for t in self.target} | tabel)
