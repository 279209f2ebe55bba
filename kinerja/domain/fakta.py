"""What an import delivers: aggregated facts, targets, new units, what was left out, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

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


@dataclass(frozen=True)
class HasilBaca:
    """All that was read from one file. Nothing is stored when any ``masalah`` is a ``galat``.

    ``unit_tanya`` holds names that match no unit: they are asked, never added silently.
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

    @property
    def diterima(self) -> bool:
        return not any(m.tingkat == "galat" for m in self.masalah)
