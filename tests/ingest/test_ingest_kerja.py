"""The worker beside the server: the same result, its progress, its end, and nothing left behind."""

from __future__ import annotations

import gc
import os
import select
import signal
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from bahan_ingest import RUJUKAN, csv_templat, xlsx
from bahan_register import OPSI, satu, teks

from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import HasilBaca
from kinerja.domain.periode import parse_periode
from kinerja.i18n import BAHASA
from kinerja.i18n.masalah import teks_galat
from kinerja.ingest import Opsi, baca_berkas
from kinerja.ingest.kemas import baca_hasil, bongkar, kemas, tulis_hasil
from kinerja.ingest.kerja import Tugas, mulai
from kinerja.store.kepegawaian import Tugas as MasaTugas

AKAR = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits on processes by their descriptor")


def _panjang(folder: Path, banyak: int = 300_000) -> Path:
    """A register that keeps a worker busy for a second or more."""
    jalur = folder / "panjang.csv"
    jalur.write_text(teks(satu(no_rm=f"RM{n:06d}") for n in range(banyak)))
    return jalur


def _folder(tugas: Tugas) -> Path:
    return tugas._keadaan.folder


def _pid(tugas: Tugas) -> int:
    return tugas._keadaan.proses.pid


def _sampai_maju(tugas: Tugas) -> None:
    """Until the worker has told something; it must not have ended before."""
    while tugas.kemajuan() is None:
        assert not tugas.tunggu(0.01)


def _mati(fd: int, detik: float = 20) -> bool:
    """Wait on a process that may not be our child: has it ended?"""
    return bool(select.select([fd], [], [], detik)[0])


def _anak(pid: int) -> list[int]:
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


@pytest.mark.parametrize(
    ("nama", "isi", "opsi"),
    [
        ("a.csv", teks([satu(), satu(jenis_kelamin="P"), satu(pembiayaan="?")]), OPSI),
        (
            "a.csv",
            csv_templat("2026-10;PKM-PG;spm_hipertensi;10;20;85,5;", "2026-10;Entah;kunjungan_baru;x;;;"),
            Opsi(),
        ),
        ("a.csv", b"\x00", Opsi()),
        ("a.xlsx", xlsx({"Okt": [("tanggal", "poli", "jk", "umur"), (date(2026, 10, 13), "Umum", "L", 30)]}), OPSI),
    ],
)
def test_the_worker_gives_the_very_same_result(nama: str, isi: str | bytes, opsi: Opsi, tmp_path: Path) -> None:
    jalur = tmp_path / "unggahan"
    jalur.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    with mulai(jalur, nama, RUJUKAN, opsi) as tugas:
        hasil = tugas.hasil()
        assert hasil == baca_berkas(jalur, nama, RUJUKAN, opsi)
        assert tugas.selesai() and tugas.hasil() is hasil
    assert not _folder(tugas).exists()


def test_the_caller_may_delete_its_file_at_once(tmp_path: Path) -> None:
    jalur = _panjang(tmp_path, 1_000)
    tugas = mulai(jalur, "a.csv", RUJUKAN, OPSI)
    jalur.unlink()
    assert sum(int(str(b[-1])) for b in tugas.hasil().tabel["kunjungan"]) == 1_000


def test_progress_goes_forward_while_the_worker_reads(tmp_path: Path) -> None:
    with mulai(_panjang(tmp_path), "a.csv", RUJUKAN, OPSI) as tugas:
        _sampai_maju(tugas)
        dilihat = [tugas.kemajuan() or 0.0]
        while not tugas.tunggu(0.02):
            dilihat.append(tugas.kemajuan() or 0.0)
        assert dilihat == sorted(dilihat) and tugas.kemajuan() == 1.0
        assert any(0 < bagian < 1 for bagian in dilihat)
        assert tugas.hasil().diterima


@linux
def test_a_cancelled_worker_is_gone_at_once_with_its_folder(tmp_path: Path) -> None:
    tugas = mulai(_panjang(tmp_path), "a.csv", RUJUKAN, OPSI)
    _sampai_maju(tugas)
    folder, fd = _folder(tugas), os.pidfd_open(_pid(tugas))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700 and not tugas.selesai()
    tugas.batalkan()
    assert _mati(fd, 0) and tugas.selesai() and not folder.exists()
    with pytest.raises(ChildProcessError):  # reaped: no zombie stays with the server
        os.waitpid(_pid(tugas), 0)
    with pytest.raises(KinerjaError) as galat:
        tugas.hasil()
    assert galat.value.kunci == "galat.kerja_batal"
    tugas.batalkan()


@linux
def test_a_worker_that_is_done_has_deleted_its_file_before_anybody_asks(tmp_path: Path) -> None:
    tugas = mulai(_panjang(tmp_path, 500), "a.csv", RUJUKAN, OPSI)
    assert tugas.tunggu(60) and not _folder(tugas).exists()
    with pytest.raises(ChildProcessError):
        os.waitpid(_pid(tugas), 0)
    tugas.batalkan()
    assert tugas.hasil().diterima, "what has been read is not lost by a late cancel"


@linux
def test_cancelling_also_ends_the_child_that_opens_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx({"Okt": [["tanggal", "poli", "jk", "umur"]] + [[1, 2, 3, 4]] * 30_000}))
    tugas = mulai(tmp_path / "a.xlsx", "a.xlsx", RUJUKAN, OPSI)
    cucu: list[int] = []
    while not cucu:
        assert not tugas.tunggu(0.005)
        cucu = _anak(_pid(tugas))
    fd = os.pidfd_open(cucu[0])
    tugas.batalkan()
    assert _mati(fd) and not _folder(tugas).exists()


@linux
def test_a_worker_that_dies_is_told_in_a_sentence(tmp_path: Path) -> None:
    tugas = mulai(_panjang(tmp_path), "a.csv", RUJUKAN, OPSI)
    _sampai_maju(tugas)
    os.kill(_pid(tugas), signal.SIGKILL)
    with pytest.raises(KinerjaError) as galat:
        tugas.hasil()
    assert galat.value.kunci == "galat.kerja_mati" and not _folder(tugas).exists()
    assert all(len(teks_galat(galat.value, bahasa)) > 40 for bahasa in BAHASA)


def test_a_file_that_is_not_there_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(KinerjaError) as galat:
        mulai(tmp_path / "tidak-ada.csv", "a.csv", RUJUKAN, OPSI)
    assert galat.value.kunci == "galat.kerja_mati" and list(tmp_path.iterdir()) == []


@linux
def test_a_forgotten_task_ends_its_worker(tmp_path: Path) -> None:
    tugas = mulai(_panjang(tmp_path), "a.csv", RUJUKAN, OPSI)
    _sampai_maju(tugas)
    folder, fd = _folder(tugas), os.pidfd_open(_pid(tugas))
    del tugas
    gc.collect()
    assert _mati(fd) and not folder.exists()


SERVER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from bahan_ingest import RUJUKAN
from bahan_register import OPSI
from kinerja.ingest.kerja import mulai
tugas = mulai(Path(sys.argv[1]), "a.csv", RUJUKAN, OPSI)
while tugas.kemajuan() is None:
    tugas.tunggu(0.01)
print(tugas._keadaan.proses.pid, tugas._keadaan.folder, flush=True)
tugas.tunggu()
"""


@linux
@pytest.mark.parametrize("cara", [signal.SIGKILL, signal.SIGTERM])
def test_a_worker_ends_with_its_server_however_that_ends(cara: signal.Signals, tmp_path: Path) -> None:
    perintah = [sys.executable, "-c", SERVER, str(_panjang(tmp_path, 600_000)), str(Path(__file__).parent)]
    lingkungan = os.environ | {"PYTHONPATH": str(AKAR)}
    with subprocess.Popen(perintah, stdout=subprocess.PIPE, text=True, env=lingkungan) as server:
        assert server.stdout is not None
        pid, folder = server.stdout.readline().split()
        fd = os.pidfd_open(int(pid))
        server.send_signal(cara)
        server.wait(20)
        assert _mati(fd) and not Path(folder).exists()


def test_the_worker_gets_no_secret_of_the_server_and_the_store_s_secret_not_by_the_disk(tmp_path: Path) -> None:
    rujukan = replace(RUJUKAN, garam=b"rahasia toko")
    with mulai(_panjang(tmp_path, 200_000), "a.csv", rujukan, OPSI) as tugas:
        _sampai_maju(tugas)
        isi = {b.name: b.read_bytes() for b in _folder(tugas).iterdir() if b.is_file()}
        assert set(isi) == {"berkas"}
        assert not any(b"rahasia toko" in b or rujukan.garam.hex().encode() in b for b in isi.values())


# what passes between the two


def test_whatever_is_packed_comes_back_equal_and_of_the_same_kind() -> None:
    opsi = replace(OPSI, periode=parse_periode("2026-TW3"), alias_baru={"A": "B"}, lembar=("x", "y"))
    nilai = (
        None,
        True,
        1,
        1.5,
        "é\n",
        date(2026, 1, 2),
        Decimal("1.50"),
        b"\x00\xff",
        [1, ("a", [])],
        {"k": (1,)},
        opsi,
    )
    kembali = bongkar(kemas(nilai))
    assert kembali == nilai and [type(k) for k in kembali] == [type(n) for n in nilai]
    assert bongkar(kemas(RUJUKAN)) == RUJUKAN


def test_what_a_store_knows_of_its_employees_reaches_the_worker_as_it_is() -> None:
    """The list of employees is checked in the worker too: spans keep their names of fields, words their set."""
    tugas = {"a1": [MasaTugas("KEC", "b2", 202401, 999912)]}
    penuh = replace(
        RUJUKAN, garam=b"x", tugas=tugas, nama={"a1": frozenset({"s1", "s2"})}, semua_kabkota=frozenset({"KOTA PADANG"})
    )
    kembali = bongkar(kemas(penuh))
    assert kembali == penuh
    assert kembali.tugas["a1"][0].unit == "KEC"


def test_only_classes_on_the_list_are_packed_or_unpacked() -> None:
    with pytest.raises(TypeError):
        kemas(Path())
    with pytest.raises(TypeError):
        kemas({1})
    with pytest.raises(KeyError):
        bongkar({"kelas": "Popen", "isi": ["ls"]})


def test_a_result_without_its_last_line_is_no_result() -> None:
    hasil = HasilBaca(
        "register", "a.csv", "", (), tabel={"kunjungan": tuple((date(2026, 1, n % 28 + 1), n) for n in range(70_000))}
    )
    baris = list(tulis_hasil(hasil))
    assert baca_hasil(baris) == hasil and len(baris) == 3
    with pytest.raises(ValueError, match=r"^$"):
        baca_hasil(baris[:-1])
