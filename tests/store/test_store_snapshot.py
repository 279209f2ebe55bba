"""Publishing: whatever goes wrong before the flip, the old snapshot goes on serving."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from kinerja.domain.errors import KinerjaError, StoreError
from kinerja.i18n import teks
from kinerja.store import migrasi
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import PENUNJUK, daftar_snapshot, jalur_aktif, nama_snapshot, nomor_aktif, pasang_penunjuk
from kinerja.store.snapshot import SIMPAN, publish

AKAR = Path(__file__).resolve().parents[2]


def diam(_: duckdb.DuckDBPyConnection) -> None:
    """Changes nothing, refuses nothing."""


def tulis(nilai: str):
    def ubah(koneksi: duckdb.DuckDBPyConnection) -> None:
        koneksi.execute("insert or replace into meta values ('uji', ?)", [nilai])

    return ubah


def isi(folder: Path) -> str:
    return str(buka_aktif(folder).kursor().execute("select nilai from meta where kunci = 'uji'").fetchall()[0][0])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(tmp_path, tulis("pertama"), diam, dari_kosong=True)
    return tmp_path


def hanya_snapshot(folder: Path) -> bool:
    """Nothing half-done lies about."""
    boleh = {PENUNJUK, "impor.kunci", *(nama_snapshot(n) for n in daftar_snapshot(folder))}
    return {b.name for b in folder.iterdir()} == boleh


def test_a_publish_adds_a_file_flips_the_pointer_and_leaves_the_old_file_as_it_was(folder: Path) -> None:
    lama = jalur_aktif(folder).read_bytes()
    assert publish(folder, tulis("kedua"), diam) == 2
    assert (isi(folder), nomor_aktif(folder)) == ("kedua", 2)
    assert (folder / nama_snapshot(1)).read_bytes() == lama
    assert hanya_snapshot(folder)


def test_a_snapshot_is_readable_by_its_owner_only(folder: Path) -> None:
    assert jalur_aktif(folder).stat().st_mode & 0o077 == 0


def test_a_reader_of_the_old_snapshot_keeps_it_until_it_asks_again(folder: Path) -> None:
    pembaca = buka_aktif(folder)
    publish(folder, tulis("kedua"), diam)
    assert pembaca.kursor().execute("select nilai from meta where kunci = 'uji'").fetchall() == [("pertama",)]
    assert buka_aktif(folder).nomor == 2


def test_the_last_ten_are_kept(folder: Path) -> None:
    for n in range(2, SIMPAN + 4):
        publish(folder, tulis(str(n)), diam)
    assert SIMPAN == 10
    assert daftar_snapshot(folder) == list(range(4, SIMPAN + 4))
    assert isi(folder) == str(SIMPAN + 3)


def test_the_active_snapshot_is_never_pruned_even_when_an_old_one_was_made_active_again(folder: Path) -> None:
    for n in range(2, SIMPAN + 1):
        publish(folder, tulis(str(n)), diam)
    pasang_penunjuk(folder, 1)
    assert isi(folder) == "pertama"
    nomor = publish(folder, diam, diam)
    assert (nomor, isi(folder)) == (SIMPAN + 1, "pertama")


@pytest.mark.parametrize("galat", [RuntimeError("mati"), KinerjaError("galat.impor_lain"), KeyboardInterrupt()])
def test_a_crash_while_changing_leaves_the_old_one_active(folder: Path, galat: BaseException) -> None:
    def ubah(koneksi: duckdb.DuckDBPyConnection) -> None:
        tulis("separuh")(koneksi)
        raise galat

    with pytest.raises(type(galat)):
        publish(folder, ubah, diam)
    assert (nomor_aktif(folder), isi(folder), daftar_snapshot(folder)) == (1, "pertama", [1])
    assert hanya_snapshot(folder)


def test_a_failed_check_does_not_flip(folder: Path) -> None:
    def tolak(_: duckdb.DuckDBPyConnection) -> None:
        raise StoreError("galat.store_verifikasi")

    with pytest.raises(StoreError) as galat:
        publish(folder, tulis("keliru"), tolak)
    assert galat.value.kunci == "galat.store_verifikasi"
    assert (nomor_aktif(folder), isi(folder)) == (1, "pertama")
    assert hanya_snapshot(folder)


def test_wrong_sql_while_changing_ends_in_a_sentence(folder: Path) -> None:
    with pytest.raises(StoreError) as galat:
        publish(folder, lambda k: k.execute("insert into meta values ('uji', 'x')"), diam)
    assert galat.value.kunci == "galat.store_tulis"
    assert isi(folder) == "pertama"


def test_after_a_failure_the_next_publish_works(folder: Path) -> None:
    with pytest.raises(StoreError):
        publish(folder, lambda k: k.execute("select * from tidak_ada"), diam)
    assert publish(folder, tulis("kedua"), diam) == 2
    assert isi(folder) == "kedua"


def test_two_writers_at_once_are_refused_and_nothing_is_lost(folder: Path) -> None:
    terlihat: list[str] = []

    def ubah(koneksi: duckdb.DuckDBPyConnection) -> None:
        with pytest.raises(StoreError) as galat:
            publish(folder, tulis("penyusup"), diam)
        terlihat.append(galat.value.kunci)
        tulis("kedua")(koneksi)

    publish(folder, ubah, diam)
    assert terlihat == ["galat.impor_lain"]
    assert (nomor_aktif(folder), isi(folder)) == (2, "kedua")


_ANAK_SIAP = """
import sys
from pathlib import Path
from kinerja.store.snapshot import publish

def ubah(koneksi):
    koneksi.execute("insert or replace into meta values ('uji', 'separuh')")
    koneksi.execute("create table besar as select range as x from range(200000)")
    {berhenti}

def verifikasi(koneksi):
    {berhenti_akhir}

publish(Path(sys.argv[1]), ubah, verifikasi)
"""
_BERHENTI = "print('siap', flush=True); sys.stdin.read()"


@pytest.mark.parametrize("tahap", ["ubah", "verifikasi"])
def test_kill_minus_nine_in_the_middle_leaves_the_old_snapshot_and_the_next_import_works(
    folder: Path, tahap: str
) -> None:
    """Twice: killed inside the transaction, and killed on the finished copy before the flip."""
    berhenti = (_BERHENTI, "pass") if tahap == "ubah" else ("pass", _BERHENTI)
    naskah = _ANAK_SIAP.format(berhenti=berhenti[0], berhenti_akhir=berhenti[1])
    anak = subprocess.Popen(
        [sys.executable, "-c", naskah, str(folder)], cwd=AKAR, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert anak.stdout is not None
        assert anak.stdout.readline() == b"siap\n"
        with pytest.raises(StoreError) as galat:
            publish(folder, tulis("bersamaan"), diam)
        assert galat.value.kunci == "galat.impor_lain", "another process holds the lock"
    finally:
        os.kill(anak.pid, signal.SIGKILL)
        anak.communicate()
    assert anak.returncode == -signal.SIGKILL
    assert (nomor_aktif(folder), isi(folder)) == (1, "pertama")
    assert publish(folder, tulis("kedua"), diam) == 2
    assert isi(folder) == "kedua"
    assert hanya_snapshot(folder), "the torn copy of the killed process is swept away"


_ANAK_PENUH = """
import resource, sys
from pathlib import Path
from kinerja.domain.errors import StoreError
from kinerja.store.snapshot import publish

batas = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (batas, batas))
try:
    publish(Path(sys.argv[1]), lambda k: k.execute(
        "create table besar as select range as x, hash(range) as y from range(2000000)"), lambda k: None)
except StoreError as galat:
    print(galat.kunci)
"""


@pytest.mark.parametrize("bagian", [0.5, 2.0])
def test_a_full_disk_is_said_in_a_sentence_and_the_old_data_are_still_served(folder: Path, bagian: float) -> None:
    """Full already while copying (half the size fits), and full while writing (twice the size fits)."""
    batas = int(jalur_aktif(folder).stat().st_size * bagian)
    anak = subprocess.run(
        [sys.executable, "-c", _ANAK_PENUH, str(folder), str(batas)], cwd=AKAR, capture_output=True, text=True
    )
    assert anak.returncode == 0, anak.stderr
    assert anak.stdout.strip() in ("galat.store_penuh", "galat.store_tulis")
    assert (nomor_aktif(folder), isi(folder)) == (1, "pertama")
    assert hanya_snapshot(folder)


def test_an_older_schema_is_named_and_a_new_snapshot_brings_it_up_to_date(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    lebih_baru = tmp_path_factory.mktemp("migrasi")
    for nomor, sql in migrasi.daftar_migrasi():
        (lebih_baru / f"{nomor:04d}_x.sql").write_text(sql, encoding="utf-8")
    (lebih_baru / "0099_baru.sql").write_text("create table tambahan (a integer);", encoding="utf-8")
    monkeypatch.setattr(migrasi, "_FOLDER", lebih_baru)
    with pytest.raises(StoreError) as galat:
        buka_aktif(folder)
    assert galat.value.kunci == "galat.store_lebih_lama"
    publish(folder, diam, diam)
    assert isi(folder) == "pertama"
    assert buka_aktif(folder).kursor().execute("select count(*) from tambahan").fetchall() == [(0,)]
    publish(folder, diam, diam)
    assert (folder / nama_snapshot(1)).is_file()


def _rusakkan(folder: Path, sql: str) -> None:
    koneksi = duckdb.connect(str(jalur_aktif(folder)))
    koneksi.execute(sql)
    koneksi.close()


def test_a_newer_schema_is_named(folder: Path) -> None:
    _rusakkan(folder, "update meta set nilai = '9999' where kunci = 'skema'")
    with pytest.raises(StoreError) as galat:
        buka_aktif(folder)
    assert galat.value.kunci == "galat.store_lebih_baru"


def test_a_publish_on_top_of_a_newer_schema_is_refused_too(folder: Path) -> None:
    """An old program must not write into what it does not understand."""
    _rusakkan(folder, "update meta set nilai = '9999' where kunci = 'skema'")
    with pytest.raises(StoreError) as galat:
        publish(folder, tulis("kedua"), diam)
    assert (galat.value.kunci, galat.value.args_kunci["berkas"]) == ("galat.store_lebih_baru", nama_snapshot(1))
    assert nomor_aktif(folder) == 1
    assert hanya_snapshot(folder)


def test_somebody_elses_duckdb_file_is_not_taken_for_ours(folder: Path) -> None:
    jalur_aktif(folder).unlink()
    koneksi = duckdb.connect(str(folder / nama_snapshot(1)))
    koneksi.execute("create table apa_saja as select 1 as x")
    koneksi.close()
    for buka in (buka_aktif, lambda f: publish(f, tulis("kedua"), diam)):
        with pytest.raises(StoreError) as galat:
            buka(folder)
        assert galat.value.kunci == "galat.store_asing"


@pytest.mark.parametrize("sampah", [b"ini bukan basis data\n" * 5000, b"", b"PK\x03\x04", bytes(300_000)])
def test_garbage_is_called_damaged_or_foreign_and_never_a_traceback(folder: Path, sampah: bytes) -> None:
    jalur_aktif(folder).write_bytes(sampah)
    with pytest.raises(StoreError) as galat:
        buka_aktif(folder)
    assert galat.value.kunci in ("galat.store_rusak", "galat.store_asing")
    assert nama_snapshot(1) in teks("id", galat.value.kunci, **galat.value.args_kunci)


def test_a_damaged_file_names_the_one_before_and_that_one_works(folder: Path) -> None:
    publish(folder, tulis("kedua"), diam)
    jalur_aktif(folder).write_bytes(b"x" * 100_000)
    with pytest.raises(StoreError) as galat:
        buka_aktif(folder)
    assert galat.value.args_kunci == {"berkas": nama_snapshot(2), "cadangan": "000001"}
    (folder / PENUNJUK).write_text(nama_snapshot(int(str(galat.value.args_kunci["cadangan"]))), encoding="utf-8")
    assert isi(folder) == "pertama"


def test_an_empty_folder_has_no_data_yet(tmp_path: Path) -> None:
    assert nomor_aktif(tmp_path) is None
    with pytest.raises(StoreError) as galat:
        buka_aktif(tmp_path)
    assert galat.value.kunci == "galat.store_kosong"


def test_a_lost_pointer_is_not_taken_for_an_empty_store(folder: Path) -> None:
    (folder / PENUNJUK).unlink()
    with pytest.raises(StoreError) as galat:
        nomor_aktif(folder)
    assert galat.value.kunci == "galat.store_penunjuk"


def test_a_lost_pointer_also_stops_a_fresh_start_over_old_data(folder: Path) -> None:
    (folder / PENUNJUK).unlink()
    with pytest.raises(StoreError):
        publish(folder, tulis("baru"), diam, dari_kosong=True)
    assert daftar_snapshot(folder) == [1]


@pytest.mark.parametrize("isi_penunjuk", ["", "kinerja-1.duckdb", "../../etc/passwd", "kinerja-000001.duckdb.wal"])
def test_a_pointer_that_says_something_else_is_refused(folder: Path, isi_penunjuk: str) -> None:
    (folder / PENUNJUK).write_text(isi_penunjuk, encoding="utf-8")
    with pytest.raises(StoreError) as galat:
        jalur_aktif(folder)
    assert galat.value.kunci == "galat.store_penunjuk"


def test_a_pointer_to_a_file_that_is_gone_names_it(folder: Path) -> None:
    jalur_aktif(folder).unlink()
    with pytest.raises(StoreError) as galat:
        buka_aktif(folder)
    assert (galat.value.kunci, galat.value.args_kunci) == ("galat.store_hilang", {"berkas": nama_snapshot(1)})


def test_every_store_error_used_here_is_a_sentence_in_both_languages(folder: Path) -> None:
    (folder / PENUNJUK).unlink()
    with pytest.raises(StoreError) as galat:
        nomor_aktif(folder)
    for bahasa in ("id", "en"):
        assert str(folder) in teks(bahasa, galat.value.kunci, **galat.value.args_kunci)
