"""Reading: hardened against hostile SQL, safe for many threads, and able to find its own damage."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from kinerja.domain.errors import StoreError
from kinerja.domain.shapes import CAPAIAN, KOMPONEN
from kinerja.store.bingkai import conform, kosong
from kinerja.store.kesehatan import periksa
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import PENUNJUK, jalur_aktif
from kinerja.store.sql_dasar import fetch_satu

JAHAT = [
    "select * from read_text('/etc/hostname')",
    "select * from read_csv('/etc/passwd')",
    "select * from read_blob('/etc/passwd')",
    "select * from glob('/etc/*')",
    "select * from '/etc/passwd'",
    "select * from read_json('https://example.invalid/x.json')",
    "copy mart to '{keluar}'",
    "copy (select 1) to '{keluar}'",
    "export database '{keluar}'",
    "attach '{keluar}' as lain",
    "install httpfs",
    "load httpfs",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "set memory_limit = '100GB'",
    "set threads = 64",
    "reset memory_limit",
    "set temp_directory = '/tmp'",
    "delete from mart",
    "insert into meta values ('a', 'b')",
    "update unit set nama = 'x'",
    "drop table mart",
    "create table x (a integer)",
    "create or replace view mart as select 1",
    "alter table mart add column x integer",
    "truncate mart",
    "create persistent secret s (type s3)",
    "select getenv('HOME')",
]


@pytest.mark.parametrize("sql", JAHAT)
def test_hostile_sql_is_refused_and_leaves_no_trace(sampel: Path, tmp_path: Path, sql: str) -> None:
    keluar = tmp_path / "keluar"
    sebelum = jalur_aktif(sampel).stat()
    with pytest.raises(duckdb.Error):
        buka_aktif(sampel).kursor().execute(sql.format(keluar=keluar)).fetchall()
    assert list(tmp_path.iterdir()) == []
    sesudah = jalur_aktif(sampel).stat()
    assert (sesudah.st_size, sesudah.st_mtime_ns) == (sebelum.st_size, sebelum.st_mtime_ns)


def test_a_frame_of_the_callers_is_not_found_by_its_variable_name(sampel: Path) -> None:
    bingkai_rahasia = pd.DataFrame({"x": [1]})
    with pytest.raises(duckdb.Error):
        buka_aktif(sampel).kursor().execute("select * from bingkai_rahasia").fetchall()
    assert len(bingkai_rahasia) == 1


def test_parameters_are_values_and_never_sql(sampel: Path) -> None:
    jahat = "x' or '1'='1"
    assert buka_aktif(sampel).kursor().execute("select * from unit where kode = ?", [jahat]).fetchall() == []


def test_eight_threads_with_cursors_of_their_own_get_only_their_own_rows(sampel: Path) -> None:
    units = [b[0] for b in buka_aktif(sampel).kursor().execute("select distinct unit from mart order by 1").fetchall()]
    assert len(units) >= 8
    gerbang = threading.Barrier(8)
    salah: list[str] = []
    selesai: list[int] = []

    def kerja(ke: int) -> None:
        gerbang.wait(30)
        for putaran in range(60):
            unit = units[(ke + 8 * putaran) % len(units)]
            baris = buka_aktif(sampel).kursor().execute("select unit from mart where unit = ?", [unit]).fetchall()
            if not baris or {b[0] for b in baris} != {unit}:
                salah.append(f"{ke}: {unit}")
        selesai.append(ke)

    utas = [threading.Thread(target=kerja, args=(n,)) for n in range(8)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert sorted(selesai) == list(range(8))
    assert salah == []


def test_one_snapshot_is_opened_once_however_many_ask_at_the_same_time(sampel: Path) -> None:
    gerbang = threading.Barrier(6)
    dapat = []

    def kerja() -> None:
        gerbang.wait(30)
        dapat.append(buka_aktif(sampel))

    utas = [threading.Thread(target=kerja) for _ in range(6)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert len({id(p) for p in dapat}) == 1


def salin(sampel: Path, tujuan: Path) -> Path:
    for nama in (PENUNJUK, jalur_aktif(sampel).name):
        shutil.copy(sampel / nama, tujuan / nama)
    return jalur_aktif(tujuan)


def test_a_sound_store_is_called_sound(sampel: Path) -> None:
    hasil = periksa(sampel)
    assert hasil["status"] == "baik"
    assert hasil["ukuran"] == jalur_aktif(sampel).stat().st_size
    assert int(str(hasil["baris"])) > 10_000
    assert int(str(hasil["tabel"])) > 15


KEPALA, BLOK = 3 * 4096, 256 * 1024
"""DuckDB's file: three headers, then blocks."""


def blok_data(jalur: Path) -> list[int]:
    """Numbers of the blocks that hold rows of a table (others hold indexes and lists of blocks)."""
    koneksi = duckdb.connect(str(jalur), read_only=True)
    blok: set[int] = set()
    for (tabel,) in koneksi.execute("select table_name from duckdb_tables()").fetchall():
        info = "select block_id, additional_block_ids from pragma_storage_info(?)"
        for satu, lain in koneksi.execute(info, [tabel]).fetchall():
            blok |= {satu, *(lain or [])}
    koneksi.close()
    return sorted(b for b in blok if b >= 0)


def test_one_flipped_byte_is_found_in_whichever_block_of_data_it_is(sampel: Path, tmp_path: Path) -> None:
    asli = salin(sampel, tmp_path)
    utuh, nama = asli.read_bytes(), asli.name
    blok = blok_data(asli)
    assert len(blok) > 10
    for b in blok:
        folder = tmp_path / str(b)
        folder.mkdir()
        shutil.copy(tmp_path / PENUNJUK, folder)
        isi = bytearray(utuh)
        isi[KEPALA + b * BLOK + BLOK // 2] ^= 0x01
        (folder / nama).write_bytes(bytes(isi))
        with pytest.raises(StoreError) as galat:
            periksa(folder)
        assert galat.value.kunci == "galat.store_rusak", f"block {b}"
        shutil.rmtree(folder)


@pytest.mark.parametrize("bagian", [0.3, 0.7, 0.95])
def test_a_truncated_file_is_found(sampel: Path, tmp_path: Path, bagian: float) -> None:
    jalur = salin(sampel, tmp_path)
    isi = jalur.read_bytes()
    jalur.write_bytes(isi[: int(len(isi) * bagian)])
    with pytest.raises(StoreError) as galat:
        periksa(tmp_path)
    assert galat.value.kunci == "galat.store_rusak"


@pytest.mark.parametrize(
    "sql",
    [
        "update mart_kum set pembilang = pembilang + 1 where unit = 'WIL' and indikator = 'spm_tb'",
        "delete from mart_kum where indikator = 'spm_tb'",
        "update mart set pembilang = pembilang + 1 where indikator = 'ikm' and dimensi = ''",
        "delete from mart where indikator = 'kunjungan_baru'",
    ],
)
def test_marts_that_disagree_are_found_although_every_block_is_sound(sampel: Path, tmp_path: Path, sql: str) -> None:
    koneksi = duckdb.connect(str(salin(sampel, tmp_path)))
    koneksi.execute(sql)
    koneksi.close()
    with pytest.raises(StoreError) as galat:
        periksa(tmp_path)
    assert galat.value.kunci == "galat.store_verifikasi"


def test_a_frame_is_made_to_fit_or_refused_never_completed() -> None:
    bentuk = {"a": "int64", "b": "str"}
    hasil = conform(pd.DataFrame({"b": ["x"], "lebih": [1], "a": [3.0]}), bentuk)
    assert (list(hasil.columns), str(hasil["a"].dtype)) == (["a", "b"], "int64")
    with pytest.raises(KeyError):
        conform(pd.DataFrame({"a": [1]}), bentuk)
    with pytest.raises((ValueError, TypeError)):
        conform(pd.DataFrame({"a": [None], "b": ["x"]}), bentuk)


@pytest.mark.parametrize("bentuk", [KOMPONEN, CAPAIAN])
def test_an_empty_frame_has_the_same_types_as_a_full_one(bentuk: dict[str, str]) -> None:
    assert {k: str(t) for k, t in kosong(bentuk).dtypes.items()} == bentuk
    assert conform(kosong(bentuk), bentuk).empty


def test_reading_one_row_leaves_nothing_open(sampel: Path) -> None:
    kursor = buka_aktif(sampel).kursor()
    assert fetch_satu(kursor, "select 1 as x union all select 2 order by x") == (1,)
    assert fetch_satu(kursor, "select 1 where false") is None
