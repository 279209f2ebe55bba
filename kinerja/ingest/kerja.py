"""Reading a file beside the server: ``mulai`` starts a worker, a ``Tugas`` tells how far it is, and can be cancelled.

A million rows keep an interpreter busy for many seconds; in a process of its own they do not stop other people's pages.
Spreadsheets are still opened by the worker's own child under limits (``proses``): the worker must never be hurt by a
file, or it could not say what was wrong.

What passes between the two is JSON (``kemas``), not pickle: the file's own texts are in it. It goes through pipes; only
the file itself lies on the disk, in a private folder that the worker empties when it ends, and also when the server is
suddenly gone. So neither patients' data nor the store's secret stay behind.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO

from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import HasilBaca
from kinerja.ingest.baca import baca_berkas
from kinerja.ingest.kemas import baca_hasil, bongkar, kemas, tulis_hasil
from kinerja.ingest.proses import _lingkungan
from kinerja.ingest.tipe import Opsi, Rujukan

_BERKAS = "berkas"
_HASIL = "hasil"
"""The line after which the result follows; before it every line is progress."""
_SABAR = 0.05  # seconds between two looks at a child that has closed its pipe and is about to end
_LANGKAH = 0.005  # progress told in steps of half a percent: a full pipe would stop the worker


@dataclass
class _Keadaan:
    """What the thread that listens to the worker knows; it holds no ``Tugas``, so that a forgotten one can go."""

    proses: subprocess.Popen[bytes]
    folder: Path
    kemajuan: float | None = None
    hasil: HasilBaca | None = None
    batal: bool = False
    usai: threading.Event = field(default_factory=threading.Event)
    kunci: threading.RLock = field(default_factory=threading.RLock)


class Tugas:
    """One file being read. Forgetting the object, or the end of the server, ends the worker and empties its folder."""

    def __init__(self, keadaan: _Keadaan) -> None:
        self._keadaan = keadaan
        self._akhir = weakref.finalize(self, _bersihkan, keadaan)

    def kemajuan(self) -> float | None:
        """How much has been read, 0 to 1; None while that cannot be told."""
        return self._keadaan.kemajuan

    def selesai(self) -> bool:
        """Has the worker ended, one way or the other?"""
        return self._keadaan.usai.is_set()

    def tunggu(self, detik: float | None = None) -> bool:
        """Wait for the end, at most so long. True when it has come."""
        return self._keadaan.usai.wait(detik)

    def hasil(self) -> HasilBaca:
        """The result, once the worker has ended. Raises ``KinerjaError`` when it died or was cancelled."""
        self.tunggu()
        if self._keadaan.hasil is None:
            raise KinerjaError("galat.kerja_batal" if self._keadaan.batal else "galat.kerja_mati")
        return self._keadaan.hasil

    def batalkan(self) -> None:
        """End the worker and whatever it started, and delete what it had. Harmless when it has ended already."""
        self._keadaan.batal = True
        self._akhir()

    def __enter__(self) -> Tugas:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self.batalkan()


def mulai(jalur: Path, nama: str, rujukan: Rujukan, opsi: Opsi) -> Tugas:
    """Start reading the file; it is copied first, so the caller may delete its own.

    Raises ``KinerjaError`` when it cannot be copied or no process can be started.
    """
    folder = Path(tempfile.mkdtemp(prefix="kinerja-kerja-"))  # 0700
    try:
        shutil.copyfile(jalur, folder / _BERKAS)
        proses = subprocess.Popen(  # noqa: S603 - own interpreter, own module; the file is named, never run
            [sys.executable, "-P", "-B", "-m", "kinerja.ingest.kerja", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_lingkungan() | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder)),  # copies for its own child
            start_new_session=True,  # one group with its own child: both end together
        )
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise KinerjaError("galat.kerja_mati") from None
    keadaan = _Keadaan(proses, folder)
    masukan = json.dumps(kemas((nama, rujukan, opsi))).encode() + b"\n"
    threading.Thread(target=_dengarkan, args=(keadaan, masukan), daemon=True, name="kinerja-kerja").start()
    return Tugas(keadaan)


def _dengarkan(keadaan: _Keadaan, masukan: bytes) -> None:
    """Give the worker its orders, follow it to the end of its pipe, reap it and clear away what it had."""
    proses = keadaan.proses
    assert proses.stdin is not None and proses.stdout is not None  # noqa: S101 - PIPE was asked for
    try:
        proses.stdin.write(masukan)
        proses.stdin.flush()  # and left open: its end tells the worker that the server is gone
        _ikuti(keadaan, proses.stdout)
    except (OSError, ValueError):  # it died before it had read, or broke off
        pass
    finally:  # whatever happens: nobody may wait for ever
        _akhiri(keadaan, proses.stdin, proses.stdout)


def _akhiri(keadaan: _Keadaan, *pipa: IO[bytes]) -> None:
    proses = keadaan.proses
    if keadaan.hasil is None:
        _hentikan(keadaan)  # a worker that died may have left its own child behind
    while proses.returncode is None:
        with keadaan.kunci:
            try:
                proses.wait(_SABAR)
            except subprocess.TimeoutExpired:
                continue
    for satu in pipa:
        with contextlib.suppress(OSError):  # orders that the dead worker never read
            satu.close()
    shutil.rmtree(keadaan.folder, ignore_errors=True)
    keadaan.usai.set()


def _ikuti(keadaan: _Keadaan, aliran: IO[bytes]) -> None:
    """Progress line by line, then the result. Raises ``ValueError`` when it breaks off."""
    for baris in aliran:
        if baris.decode().strip() == _HASIL:
            keadaan.hasil = baca_hasil(aliran)
            return
        keadaan.kemajuan = float(baris)


def _hentikan(keadaan: _Keadaan) -> None:
    """Kill the whole group. Under the lock nobody reaps it, so its number cannot belong to another process yet."""
    with keadaan.kunci:
        if keadaan.proses.returncode is not None:
            return
        if hasattr(os, "killpg"):
            try:
                os.killpg(keadaan.proses.pid, signal.SIGKILL)
            except ProcessLookupError:
                return
        else:
            keadaan.proses.kill()


def _bersihkan(keadaan: _Keadaan) -> None:
    """End what still runs; the listener deletes the folder when nothing writes into it any more."""
    _hentikan(keadaan)
    keadaan.usai.wait(10)


def _jaga(folder: Path) -> None:
    """In the worker: wait until the server's end of the pipe closes, then leave nothing behind, not even a child."""
    while os.read(0, 1):
        continue
    shutil.rmtree(folder, ignore_errors=True)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _batasi() -> None:
    """The worker stands back behind the pages, and never leaves its memory in a core file."""
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _baris_masukan() -> bytes:
    """The first line of standard input, read without a buffer: the guard waits on the same pipe."""
    isi = b""
    while not isi.endswith(b"\n"):
        if not (potong := os.read(0, 1 << 16)):
            sys.exit(1)
        isi += potong
    return isi


def main(tempat: str) -> None:
    """The worker: read, tell progress, delete the file, tell the result. A fault breaks off, and is told as that."""
    folder, terakhir = Path(tempat), -1.0
    _batasi()
    nama, rujukan, opsi = bongkar(json.loads(_baris_masukan()))
    threading.Thread(target=_jaga, args=(folder,), daemon=True).start()

    def lapor(bagian: float) -> None:
        nonlocal terakhir
        if bagian - terakhir >= _LANGKAH:
            terakhir = bagian
            sys.stdout.write(f"{bagian:.4f}\n")
            sys.stdout.flush()

    try:
        hasil = baca_berkas(folder / _BERKAS, nama, rujukan, opsi, lapor)
    finally:  # also when nobody listens any more: then telling progress fails before the guard has cleared away
        shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.write(f"{_HASIL}\n")
    sys.stdout.writelines(tulis_hasil(hasil))
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
