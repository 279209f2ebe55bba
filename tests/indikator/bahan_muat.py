"""Files of every kind for tests of storing: facts, targets, and rows of the tables as the readers deliver them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from kinerja.domain.fakta import BarisTabel, Fakta, HasilBaca, TargetBaru
from kinerja.indikator import terbit
from kinerja.store.koneksi import buka_aktif

LB, PG = "1011119", "1011120"
POLI = f"{LB}-UMUM"
PADA = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
RJ = "kunjungan_rawat_jalan"


def berkas(
    nama: str,
    fakta: Sequence[Fakta] = (),
    target: Sequence[TargetBaru] = (),
    jenis: str = "templat",
    **tabel: Sequence[BarisTabel],
) -> HasilBaca:
    """What reading a good file of this name gives."""
    isi = {n: tuple(b) for n, b in tabel.items()}
    return HasilBaca(
        jenis, nama, hashlib.sha256(nama.encode()).hexdigest(), ("Lembar1",), tuple(fakta), tuple(target), tabel=isi
    )


def simpan(folder: Path, hasil: HasilBaca, oleh: str = "penguji", pada: datetime = PADA, **cara: Any) -> int:
    return terbit.simpan(folder, hasil, oleh, pada=pada, **cara)


def hari(bulan: int, h: int) -> date:
    return date(bulan // 100, bulan % 100, h)


def register(
    unit: str, bulan: int, isi: Mapping[int, int], layanan: str = "rawat_jalan", poli: str = ""
) -> list[BarisTabel]:
    """Visits by day of one month."""
    return [
        (hari(bulan, h), bulan, bulan, unit, layanan, poli, "bpjs", "lama", "P", "", "dalam", n) for h, n in isi.items()
    ]


def survei(
    unit: str, dari: int, sampai: int, nilai: Sequence[int], tanggal: date | None = None, layanan: str = ""
) -> Any:
    """Respondents and their answers to one unsur, as keyword arguments of ``berkas``."""
    hari_ = tanggal or hari(dari, 1)
    responden = [(n, hari_, dari, sampai, unit, layanan, "P", "", v * 1000) for n, v in enumerate(nilai, 1)]
    jawaban = [(n, hari_, dari, sampai, unit, "prosedur", v) for n, v in enumerate(nilai, 1)]
    return {"responden": responden, "jawaban": jawaban}


def nilai_mart(folder: Path, kode: str, unit: str, dari: int, sampai: int | None = None) -> int | None:
    """The counted numerator of one figure; None when nothing counts."""
    sql = """select sum(pembilang) from mart
        where indikator = ? and unit = ? and dari = ? and sampai = ? and dimensi = ''"""
    nilai = tanya(folder, sql, [kode, unit, dari, sampai or dari])[0][0]
    return None if nilai is None else int(nilai)


def tanya(folder: Path, sql: str, nilai: Iterable[object] = ()) -> list[tuple[Any, ...]]:
    return buka_aktif(folder).kursor().execute(sql, list(nilai)).fetchall()


def isi_toko(folder: Path) -> dict[str, pd.DataFrame]:
    """All marts in a fixed order; nothing in them numbers the batches."""
    tabel = ("mart", "mart_target", "mart_kum", "unit_turunan")
    return {t: buka_aktif(folder).kursor().execute(f"select * from {t} order by all").df() for t in tabel}


def sama(satu: Mapping[str, pd.DataFrame], lain: Mapping[str, pd.DataFrame]) -> None:
    for tabel, isi in satu.items():
        pd.testing.assert_frame_equal(isi, lain[tabel], obj=tabel)
