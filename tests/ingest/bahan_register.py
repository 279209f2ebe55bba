"""Registers made by hand, and how a result is counted."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from bahan_ingest import RUJUKAN, baca, xlsx

from kinerja.domain.fakta import KOLOM_TABEL, HasilBaca
from kinerja.ingest import Opsi

HARI_INI = date(2026, 11, 24)
OPSI = Opsi(unit="PKM-LB", hari_ini=HARI_INI)
KEPALA = ("tanggal_kunjungan", "no_rm", "poli", "jenis_kelamin", "umur", "pembiayaan", "kunjungan")
BARIS = ("13/10/2026", "RM000123", "Umum", "L", "36 Thn 9 Bln 19 Hari", "BPJS", "Baru")
KOLOM = KOLOM_TABEL["kunjungan"]


def orang_lain(baris: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """The rows with a record number each, where they have the model's: equal rows would be one visit typed twice."""
    return [[f"RM{900_000 + n}" if n and s == BARIS[1] else s for s in isi] for n, isi in enumerate(baris)]


def teks(baris: Iterable[Sequence[object]], kepala: Sequence[str] = KEPALA) -> str:
    wadah = io.StringIO()
    csv.writer(wadah, delimiter=";", lineterminator="\n").writerows([kepala, *orang_lain(baris)])
    return wadah.getvalue()


def register(
    folder: Path,
    *baris: Sequence[Any],
    kepala: Sequence[str] = KEPALA,
    opsi: Opsi = OPSI,
    nama: str = "register.csv",
    **ubah: Any,
) -> HasilBaca:
    """The result of reading these rows as a text file, or as a workbook when the name says so."""
    isi = xlsx({"Sheet1": [kepala, *orang_lain(baris)]}) if nama.endswith(".xlsx") else teks(baris, kepala)
    return baca(folder / nama, isi, replace(opsi, **ubah), RUJUKAN)


def satu(**isi: Any) -> list[Any]:
    """The model row with some cells changed, by header."""
    return [isi.get(k, b) for k, b in zip(KEPALA, BARIS, strict=True)]


def sel(hasil: HasilBaca) -> list[dict[str, Any]]:
    """The counted cells by column name."""
    return [dict(zip(KOLOM, baris, strict=True)) for baris in hasil.tabel.get("kunjungan", ())]


def hitung(hasil: HasilBaca, *kolom: str) -> Counter[tuple[Any, ...]]:
    """Visits by these columns."""
    jumlah: Counter[tuple[Any, ...]] = Counter()
    for satu_sel in sel(hasil):
        jumlah[tuple(satu_sel[k] for k in kolom)] += satu_sel["jumlah"]
    return jumlah


def kunjungan(hasil: HasilBaca) -> int:
    return sum(s["jumlah"] for s in sel(hasil))
