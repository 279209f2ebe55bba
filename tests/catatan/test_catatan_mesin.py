"""Where the database is, how its tables come about, and what is said when something is wrong with it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from bahan_catatan import DINILAI, ISI, PADA, PEGAWAI, PENILAI, isi
from sqlalchemy import Connection, create_engine, delete, func, insert, inspect, select, text, update

from kinerja.catatan import mesin as mesin_catatan
from kinerja.catatan import migrasi
from kinerja.catatan.mesin import Mesin, alamat, buka
from kinerja.catatan.migrasi import MIGRASI, VERSI_CATATAN, mutakhirkan, versi_sekarang
from kinerja.catatan.tabel import HANYA_TAMBAH, METADATA, TANGGAPAN, UMPAN_BALIK
from kinerja.catatan.transaksi import baca, tulis
from kinerja.catatan.umpan_balik import fetch_umpan_balik, tulis_umpan_balik
from kinerja.domain.errors import CatatanError, KinerjaError
from kinerja.i18n import BAHASA
from kinerja.i18n.masalah import teks_galat

AKAR = Path(__file__).resolve().parents[2]
DUA = """
import sys
from datetime import timedelta
from pathlib import Path
sys.path.insert(0, 'tests/catatan')
from bahan_catatan import DINILAI, PADA, PENILAI, isi
from kinerja.catatan.mesin import buka
from kinerja.catatan.umpan_balik import tulis_umpan_balik
mesin = buka(Path(sys.argv[1]))
for n in range(20):
    tulis_umpan_balik(PENILAI, mesin, isi(fakta=f'{sys.argv[2]} {n}'), dinilai=DINILAI, pada=PADA + timedelta(hours=n))
"""


def jumlah(mesin: Mesin) -> int:
    with baca(mesin) as koneksi:
        return koneksi.scalar(select(func.count()).select_from(UMPAN_BALIK)) or 0


def test_opening_makes_every_table_and_says_its_version(mesin: Mesin) -> None:
    with baca(mesin) as koneksi:
        assert set(inspect(koneksi).get_table_names()) == {*METADATA.tables, "versi_catatan"}
        assert versi_sekarang(koneksi) == MIGRASI[-1][0]


def test_the_tables_made_are_those_the_queries_expect(mesin: Mesin) -> None:
    with baca(mesin) as koneksi:
        for nama, tabel in METADATA.tables.items():
            ada = {k["name"]: k["nullable"] for k in inspect(koneksi).get_columns(nama)}
            assert ada == {k.name: k.nullable for k in tabel.columns}, nama


def test_one_engine_a_database_and_process_until_it_is_closed(folder: Path) -> None:
    satu = buka(folder)
    assert buka(folder) is satu
    mesin_catatan.tutup()
    assert buka(folder) is not satu


def test_migrating_twice_changes_nothing(mesin: Mesin) -> None:
    tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=PADA)
    assert mutakhirkan(mesin) == MIGRASI[-1][0]
    assert jumlah(mesin) == 1


def _versi_dua(koneksi: Connection) -> None:
    koneksi.execute(text("alter table umpan_balik add column arsip integer"))


def test_a_database_of_version_one_is_brought_forward_with_its_rows(mesin: Mesin) -> None:
    tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=PADA)
    assert mutakhirkan(mesin, (MIGRASI[0], (2, _versi_dua)), PADA) == 1
    with baca(mesin) as koneksi:
        assert versi_sekarang(koneksi) == 2
        assert "arsip" in {k["name"] for k in inspect(koneksi).get_columns("umpan_balik")}
        assert koneksi.scalar(select(VERSI_CATATAN.c.pada).where(VERSI_CATATAN.c.versi == 2)) == PADA
    assert fetch_umpan_balik(PEGAWAI, mesin, ISI.pegawai)[0].isi == ISI


def _versi_dua_gagal(koneksi: Connection) -> None:
    _versi_dua(koneksi)
    koneksi.execute(text("alter table tidak_ada add column x integer"))


def test_a_migration_that_fails_halfway_leaves_everything_as_it_was(mesin: Mesin) -> None:
    with pytest.raises(CatatanError):
        mutakhirkan(mesin, (MIGRASI[0], (2, _versi_dua_gagal)))
    with baca(mesin) as koneksi:
        assert versi_sekarang(koneksi) == 1
        assert "arsip" not in {k["name"] for k in inspect(koneksi).get_columns("umpan_balik")}


def test_a_database_of_a_newer_program_is_refused_and_left_alone(mesin: Mesin, folder: Path) -> None:
    with tulis(mesin) as koneksi:
        koneksi.execute(insert(VERSI_CATATAN).values(versi=99, pada=PADA))
    mesin_catatan.tutup()
    with pytest.raises(CatatanError) as galat:
        buka(folder)
    assert galat.value.kunci == "galat.catatan_lebih_baru"
    assert "99" in teks_galat(galat.value, "id")


def test_two_processes_that_start_at_once_on_nothing_both_write_everything(folder: Path) -> None:
    perintah = [sys.executable, "-c", DUA, str(folder)]
    proses = [subprocess.Popen([*perintah, nama], cwd=AKAR, stderr=subprocess.PIPE) for nama in "ab"]
    assert [(p.communicate(timeout=120)[1], p.returncode) for p in proses] == [(b"", 0), (b"", 0)]
    mesin = buka(folder)
    assert jumlah(mesin) == 40
    with baca(mesin) as koneksi:
        assert koneksi.scalars(select(VERSI_CATATAN.c.versi)).all() == [n for n, _ in MIGRASI]


def test_threads_write_side_by_side_and_nothing_is_lost(mesin: Mesin) -> None:
    def satu(n: int) -> int:
        return tulis_umpan_balik(PENILAI, mesin, isi(fakta=f"nomor {n}"), dinilai=DINILAI, pada=PADA)

    with ThreadPoolExecutor(8) as kolam:
        nomor = list(kolam.map(satu, range(40)))
    assert len(set(nomor)) == jumlah(mesin) == 40


def test_threads_that_open_at_once_get_the_same_engine(folder: Path) -> None:
    with ThreadPoolExecutor(8) as kolam:
        assert len({id(m) for m in kolam.map(lambda _: buka(folder), range(16))}) == 1


@pytest.mark.parametrize("tabel", HANYA_TAMBAH, ids=lambda t: t.name)
@pytest.mark.parametrize("ubah", [update, delete])
def test_the_database_itself_refuses_to_change_what_is_only_added_to(mesin: Mesin, tabel, ubah) -> None:  # type: ignore[no-untyped-def]
    nilai = {k.name: PADA if k.name == "pada" else 202607 if k.name in ("dari", "sampai") else "x" for k in tabel.c}
    del nilai["id"]
    with tulis(mesin) as koneksi:
        koneksi.execute(insert(tabel).values(nilai))
    perintah = update(tabel).values(oleh="y") if ubah is update and "oleh" in tabel.c else None
    perintah = (
        perintah if perintah is not None else update(tabel).values(pada=PADA) if ubah is update else delete(tabel)
    )
    with pytest.raises(CatatanError), tulis(mesin) as koneksi:
        koneksi.execute(perintah)
    with baca(mesin) as koneksi:
        assert koneksi.scalar(select(func.count()).select_from(tabel)) == 1


def test_an_answer_to_nothing_is_refused_by_the_database(mesin: Mesin) -> None:
    with pytest.raises(CatatanError) as galat, tulis(mesin) as koneksi:
        koneksi.execute(insert(TANGGAPAN).values(umpan_balik=12345, jenis="jawaban", isi="x", oleh="x", pada=PADA))
    assert galat.value.kunci == "galat.catatan_gagal"


def test_times_are_kept_as_utc_whatever_zone_they_come_in(mesin: Mesin) -> None:
    wit = datetime(2026, 10, 12, 23, 59, 59, 123456, tzinfo=timezone(timedelta(hours=9)))
    tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=wit)
    (satu,) = fetch_umpan_balik(PEGAWAI, mesin, ISI.pegawai)
    assert satu.dibuat == wit
    assert satu.dibuat.tzinfo is UTC
    assert satu.isi.tanggal_langkah == date(2026, 11, 5)


def test_a_time_without_a_zone_is_a_fault_of_the_program(mesin: Mesin) -> None:
    with pytest.raises((CatatanError, ValueError)):
        tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=datetime(2026, 10, 12, 3))
    assert jumlah(mesin) == 0


def test_the_zone_a_server_shows_does_not_move_a_time(mesin: Mesin, folder: Path) -> None:
    if mesin.dialect.name != "postgresql":
        pytest.skip("SQLite has no zones")
    tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=PADA)
    with mesin.connect() as koneksi:
        assert koneksi.scalar(text("show timezone")) == "UTC"
        koneksi.execute(text("set timezone to 'Asia/Jakarta'"))
        assert koneksi.scalar(text("select to_char(dibuat, 'HH24:MI') from umpan_balik")) == "10:00"
        assert koneksi.scalar(select(UMPAN_BALIK.c.dibuat)) == PADA
        koneksi.rollback()


def test_a_lock_held_by_another_is_told_as_busy(mesin: Mesin, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mesin_catatan, "TUNGGU", 0.2 if mesin.dialect.name == "sqlite" else 2)
    mesin_catatan.tutup()
    mesin = buka(folder)
    lain = create_engine(alamat(folder))
    with lain.connect() as pemegang:
        if mesin.dialect.name == "sqlite":
            pemegang.exec_driver_sql("begin immediate")
        else:
            pemegang.execute(text("lock table umpan_balik in access exclusive mode"))
        with pytest.raises(CatatanError) as galat:
            tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=PADA)
        pemegang.rollback()
    lain.dispose()
    assert galat.value.kunci == "galat.catatan_terkunci"
    assert tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=PADA)


def test_a_connection_the_server_cut_is_replaced(mesin: Mesin, folder: Path) -> None:
    if mesin.dialect.name != "postgresql":
        pytest.skip("SQLite has no server")
    with mesin.connect() as koneksi:
        nomor = koneksi.scalar(text("select pg_backend_pid()"))
    pengurus = create_engine(alamat(folder))
    with pengurus.connect() as koneksi:
        assert koneksi.scalar(text("select pg_terminate_backend(:nomor, 5000)"), {"nomor": nomor})
    pengurus.dispose()
    assert jumlah(mesin) == 0
    with mesin.connect() as koneksi:
        assert koneksi.scalar(text("select pg_backend_pid()")) != nomor


def _galat(folder: Path) -> CatatanError:
    with pytest.raises(CatatanError) as galat:
        buka(folder)
    assert galat.value.__cause__ is None
    assert galat.value.__context__ is None or galat.value.__suppress_context__
    return galat.value


def test_a_server_that_is_not_there_is_told_without_its_password(tmp_path, monkeypatch, caplog) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv(mesin_catatan.VARIABEL, "postgresql://kinerja:rahasia-sekali@127.0.0.1:9/x")
    galat = _galat(tmp_path)
    assert galat.kunci == "galat.catatan_tak_terjangkau"
    tulisan = " ".join([*(teks_galat(galat, b) for b in BAHASA), repr(galat), caplog.text])
    assert "rahasia-sekali" not in tulisan
    assert caplog.text, "the log says that something is wrong"


@pytest.mark.parametrize(
    "url", ["bukan alamat", "sqlite://", "sqlite:///:memory:", "sqlite:///file:x?uri=true", "tidakada://a:rahasia@b/c"]
)
def test_an_address_that_is_none_is_told_by_the_name_of_the_setting(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(mesin_catatan.VARIABEL, url)
    galat = _galat(tmp_path)
    assert galat.kunci == "galat.catatan_alamat"
    assert "KINERJA_CATATAN" in teks_galat(galat, "id")
    assert "rahasia" not in repr(galat)


@pytest.mark.parametrize("url", ["postgres://a@b/c", "postgresql://a@b/c"])
def test_the_usual_spellings_of_postgresql_use_the_driver_that_is_installed(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(mesin_catatan.VARIABEL, url)
    assert alamat(tmp_path).drivername == "postgresql+psycopg"


def test_without_a_setting_the_file_lies_in_the_data_folder_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(mesin_catatan.VARIABEL, raising=False)
    mesin = buka(tmp_path / "baru")
    berkas = tmp_path / "baru" / "catatan.sqlite"
    assert stat.S_IMODE(berkas.stat().st_mode) == 0o600
    with baca(mesin) as koneksi:
        assert koneksi.scalar(text("pragma journal_mode")) == "wal"
        assert koneksi.scalar(text("pragma foreign_keys")) == 1
        assert koneksi.scalar(text("pragma busy_timeout")) == 5000
    mesin_catatan.tutup()


def test_a_file_that_is_something_else_is_told_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(mesin_catatan.VARIABEL, raising=False)
    (tmp_path / "catatan.sqlite").write_bytes(b"bukan basis data " * 100)
    assert _galat(tmp_path).kunci == "galat.catatan_rusak"
    assert (tmp_path / "catatan.sqlite").read_bytes().startswith(b"bukan basis data")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(mesin_catatan.VARIABEL, raising=False)
    (tmp_path / "berkas").write_text("x")
    assert _galat(tmp_path / "berkas").kunci == "galat.catatan_tak_terjangkau"


def test_a_failure_to_open_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(mesin_catatan.VARIABEL, raising=False)
    (tmp_path / "catatan.sqlite").write_bytes(b"bukan basis data " * 100)
    _galat(tmp_path)
    (tmp_path / "catatan.sqlite").unlink()
    assert jumlah(buka(tmp_path)) == 0
    mesin_catatan.tutup()


def test_an_error_of_the_database_never_shows_the_texts_it_was_given(mesin: Mesin, caplog) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CatatanError) as galat, tulis(mesin) as koneksi:
        koneksi.execute(
            insert(TANGGAPAN).values(umpan_balik=1, jenis="x" * 8, isi="kalimat pribadi", oleh=None, pada=PADA)
        )
    assert "kalimat pribadi" not in repr(galat.value) + caplog.text


def test_an_own_error_passes_through_a_transaction_and_takes_its_rows_back(mesin: Mesin) -> None:
    with pytest.raises(KinerjaError), tulis(mesin) as koneksi:
        koneksi.execute(insert(TANGGAPAN.metadata.tables["setelan"]).values(kunci="a", nilai="b", oleh="c", pada=PADA))
        raise KinerjaError("galat.teks_kosong")
    with baca(mesin) as koneksi:
        assert koneksi.scalar(select(func.count()).select_from(METADATA.tables["setelan"])) == 0


def test_the_postgresql_of_the_checks_is_really_one() -> None:
    """Where its address is given, nothing may fall back to something else."""
    url = os.environ.get("KINERJA_UJI_POSTGRES")
    if not url:
        pytest.skip("KINERJA_UJI_POSTGRES is not set")
    mesin = create_engine(url)
    with mesin.connect() as koneksi:
        assert str(koneksi.scalar(text("select version()"))).startswith("PostgreSQL")
    mesin.dispose()


def test_every_migration_has_the_next_number() -> None:
    assert [n for n, _ in migrasi.MIGRASI] == list(range(1, len(migrasi.MIGRASI) + 1))
