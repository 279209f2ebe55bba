"""Where the data folder is and which snapshot is active. The pointer file is replaced atomically, never edited."""

from __future__ import annotations

import os
import re
from pathlib import Path

from kinerja.domain.errors import StoreError

PENUNJUK = "AKTIF"
_POLA = re.compile(r"kinerja-(\d{6})\.duckdb")
_BAWAAN = Path(__file__).resolve().parents[2] / "data"


def folder_data() -> Path:
    """The data folder: ``KINERJA_DATA`` or ``data/`` beside the program. Not created here."""
    return Path(os.environ.get("KINERJA_DATA") or _BAWAAN)


def nama_snapshot(nomor: int) -> str:
    return f"kinerja-{nomor:06d}.duckdb"


def daftar_snapshot(folder: Path) -> list[int]:
    """Numbers of all snapshot files, oldest first, whether active or not."""
    cocok = (_POLA.fullmatch(berkas.name) for berkas in folder.glob("kinerja-*.duckdb"))
    return sorted(int(m[1]) for m in cocok if m)


def nomor_aktif(folder: Path) -> int | None:
    """Number of the active snapshot; None when nothing was ever published here.

    Raises ``StoreError`` when the pointer says something else than a snapshot's name, or is lost
    although snapshots exist: a store is never silently started anew beside an old one.
    """
    try:
        isi = (folder / PENUNJUK).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        if daftar_snapshot(folder):
            raise StoreError("galat.store_penunjuk", folder=str(folder)) from None
        return None
    cocok = _POLA.fullmatch(isi)
    if cocok is None:
        raise StoreError("galat.store_penunjuk", folder=str(folder))
    return int(cocok[1])


def jalur_aktif(folder: Path) -> Path:
    """Path of the active snapshot. Raises ``StoreError`` when there is none or its file is gone."""
    nomor = nomor_aktif(folder)
    if nomor is None:
        raise StoreError("galat.store_kosong")
    jalur = folder / nama_snapshot(nomor)
    if not jalur.is_file():
        raise StoreError("galat.store_hilang", berkas=jalur.name)
    return jalur


def pasang_penunjuk(folder: Path, nomor: int) -> None:
    """Make snapshot ``nomor`` the active one: written beside, flushed to disk, then renamed over."""
    baru = folder / f"{PENUNJUK}.baru"
    with baru.open("w", encoding="utf-8") as berkas:
        berkas.write(nama_snapshot(nomor))
        berkas.flush()
        os.fsync(berkas.fileno())
    baru.replace(folder / PENUNJUK)
