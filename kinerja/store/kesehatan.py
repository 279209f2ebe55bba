"""Health of the store: every block read, every mart compared with its facts."""

from __future__ import annotations

from pathlib import Path

import duckdb

from kinerja.domain.errors import StoreError
from kinerja.store.koneksi import buka_aktif, terjemahkan
from kinerja.store.lokasi import jalur_aktif
from kinerja.store.sql_dasar import fetch_satu


def periksa(folder: Path) -> dict[str, object]:
    """``status`` 'baik', file name, size in bytes, tables and rows read. Raises ``StoreError`` when not well.

    Damage shows only when a block is read, so every column of every table is hashed.
    """
    jalur = jalur_aktif(folder)
    kursor = buka_aktif(folder).kursor()
    baris = 0
    try:
        tabel = [t for (t,) in kursor.execute("select table_name from duckdb_tables() order by 1").fetchall()]
        for nama in tabel:
            isi = fetch_satu(kursor, f"select count(*), bit_xor(hash(t)) from {nama} t")
            baris += int(isi[0]) if isi else 0
    except duckdb.Error as galat:
        raise terjemahkan(galat, jalur) from galat
    _periksa_mart(kursor)
    return {
        "status": "baik",
        "berkas": jalur.name,
        "ukuran": jalur.stat().st_size,
        "tabel": len(tabel),
        "baris": baris,
    }


def _periksa_mart(kursor: duckdb.DuckDBPyConnection) -> None:
    """The running sums must end at the sums of the monthly mart, for every indikator."""
    beda = fetch_satu(
        kursor,
        """with bulanan as (
            select indikator, sum(pembilang) as p from mart where dimensi = '' group by indikator
        ),
        berjalan as (
            select k.indikator, sum(k.pembilang) as p
            from mart_kum k inner join unit u on u.kode = k.unit and u.induk is null
            where k.anggota <> '*' and k.bulan = (select max(sampai) from mart)
            group by k.indikator
        )
        select count(*) from bulanan b full outer join berjalan j on j.indikator = b.indikator
        where b.p is distinct from j.p""",
    )
    if beda and beda[0]:
        raise StoreError("galat.store_verifikasi")
