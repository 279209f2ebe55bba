"""Stores as earlier versions of the program made them: the sample in the schema of that time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd

from kinerja import contoh
from kinerja.indikator import terbit
from kinerja.store import migrasi
from kinerja.store.lokasi import nama_snapshot, pasang_penunjuk
from kinerja.store.tulis import insert_frame


def _seperti_dulu(tabel: str, df: pd.DataFrame, versi: int) -> pd.DataFrame:
    """Whole numbers where decimals stand today; schema 1 had to say hours that nobody knew."""
    if tabel == "skp_butir":
        return df.assign(target=df["target_e4"] // 10_000, realisasi=df["realisasi_e4"] // 10_000)
    if tabel == "pelatihan" and versi == 1:
        return df.assign(jp=df["jp"].fillna(0))
    return df


def buat_toko(folder: Path, versi: int, frames: Mapping[str, pd.DataFrame] | None = None) -> Path:
    """A store in ``folder`` whose one snapshot has this schema and holds the sample, without tables unknown then."""
    koneksi = duckdb.connect(str(folder / nama_snapshot(1)))
    for nomor, sql in migrasi.daftar_migrasi():
        if nomor <= versi:
            koneksi.execute(sql)
    meta = {"skema": str(versi), "asal": "contoh", "dibuat": "2026-11-01T00:00:00+00:00"}
    koneksi.executemany("insert into meta values (?, ?)", [list(b) for b in meta.items()])
    for u in contoh.SATUAN_KERJA:
        isi = [u.kode, u.nama, u.jenis, u.induk, u.jalur, u.urutan, u.berlaku_dari, u.berlaku_sampai, 0]
        tanda = ", ".join("?" * len(isi))
        koneksi.execute(
            f"""insert into unit (kode, nama, jenis, induk, jalur, urutan, berlaku_dari, berlaku_sampai, muatan)
            values ({tanda})""",
            isi,
        )
    insert_frame(koneksi, "kalender", contoh.kalender(*terbit.KALENDER))
    insert_frame(koneksi, "ambang", contoh.ambang_peraturan())
    for tabel, df in (frames or contoh.bangun_contoh()).items():
        sql = "select column_name from duckdb_columns() where table_name = ?"
        kolom = {b[0] for b in koneksi.execute(sql, [tabel]).fetchall()}
        if kolom:
            dulu = _seperti_dulu(tabel, df, versi)
            insert_frame(koneksi, tabel, dulu[[k for k in dulu.columns if k in kolom]])
    koneksi.close()
    pasang_penunjuk(folder, 1)
    return folder
