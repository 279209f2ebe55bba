"""Tools for tests that need the real server: start it, and speak to it as a browser would."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

AKAR = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Peladen:
    """A running server: its address, its process, and what it has written so far."""

    url: str
    proses: subprocess.Popen[bytes]
    keluaran: IO[bytes]

    def log(self) -> str:
        self.keluaran.flush()
        return Path(self.keluaran.name).read_text(encoding="utf-8")


def salin_aplikasi(folder: Path, router: str, halaman: Mapping[str, str]) -> Path:
    """``folder`` with this product's own ``app.py``, settings and static files around another ``router``.

    ``halaman`` are files under ``pages/``. The package itself is imported from the repository.
    """
    (folder / "kinerja" / "server").mkdir(parents=True)
    shutil.copy(AKAR / "app.py", folder)
    shutil.copytree(AKAR / ".streamlit", folder / ".streamlit")
    shutil.copytree(AKAR / "kinerja" / "server" / "static", folder / "kinerja" / "server" / "static")
    (folder / "kinerja" / "server" / "router.py").write_text(router, encoding="utf-8")
    for nama, isi in halaman.items():
        berkas = folder / "pages" / nama
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_text(isi, encoding="utf-8")
    return folder


def port_bebas() -> int:
    """A port of this computer that nobody listens on now."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def perintah_peladen(port: int, *tambahan: str) -> list[str]:
    return [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", *tambahan]


def lingkungan(env: Mapping[str, str]) -> dict[str, str]:
    """This process's environment without Streamlit settings of whoever runs the tests, plus ``env``."""
    bersih = {nama: isi for nama, isi in os.environ.items() if not nama.startswith("STREAMLIT_")}
    return {**bersih, "PYTHONPATH": str(AKAR), "PYTHONUNBUFFERED": "1", **env}


def sehat(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as jawaban:
            return bool(jawaban.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


@contextmanager
def jalankan_peladen(
    env: Mapping[str, str],
    port: int | None = None,
    *,
    folder: Path = AKAR,
    tambahan: tuple[str, ...] = (),
    batas: float = 90,
) -> Iterator[Peladen]:
    """The server of ``folder`` (its ``app.py``), healthy, on ``port`` or a free one; stopped on leaving.

    ``env`` should hold KINERJA_DATA, a folder of the test's own. Raises AssertionError with what the server wrote
    when it ends early or is not healthy within ``batas`` seconds.
    """
    port = port or port_bebas()
    with tempfile.NamedTemporaryFile(suffix=".log") as keluaran:
        proses = subprocess.Popen(
            perintah_peladen(port, *tambahan), cwd=folder, env=lingkungan(env), stdout=keluaran, stderr=keluaran
        )
        peladen = Peladen(f"http://127.0.0.1:{port}", proses, keluaran)
        try:
            _tunggu_sehat(peladen, batas)
            yield peladen
        finally:
            proses.terminate()
            try:
                proses.wait(10)
            except subprocess.TimeoutExpired:
                proses.kill()
                proses.wait()


def _tunggu_sehat(peladen: Peladen, batas: float) -> None:
    akhir = time.monotonic() + batas
    while not sehat(peladen.url):
        try:
            kode = peladen.proses.wait(0.05)
        except subprocess.TimeoutExpired:
            assert time.monotonic() < akhir, f"not healthy after {batas} s:\n{peladen.log()}"
        else:
            raise AssertionError(f"the server ended with {kode}:\n{peladen.log()}")


@dataclass(frozen=True)
class Jawaban:
    """One HTTP answer; header names in lower case."""

    status: int
    header: dict[str, str]
    isi: bytes


class _TanpaAlih(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def minta(url: str, *, metode: str = "GET", **header: str) -> Jawaban:
    """The answer to one request, whatever its status; no redirect is followed. ``accept_encoding="gzip"``: a header."""
    permintaan = urllib.request.Request(
        url, method=metode, headers={nama.replace("_", "-"): isi for nama, isi in header.items()}
    )
    try:
        jawaban = urllib.request.build_opener(_TanpaAlih).open(permintaan, timeout=30)
    except urllib.error.HTTPError as galat:
        jawaban = galat
    with jawaban:
        return Jawaban(jawaban.status, {n.lower(): i for n, i in jawaban.headers.items()}, jawaban.read())


def jalankan_sesi(
    url: str, *, hash_halaman: str = "", nama_halaman: str = "", query: str = "", batas: float = 30
) -> list[bytes]:
    """Every message the server sends for one script run, asked for over a bare websocket: no browser, no cookie.

    ``hash_halaman`` and ``nama_halaman`` say which page the client wants; the server is free to believe it or not.
    """
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from websockets.sync.client import connect
    from websockets.typing import Subprotocol

    pesan = BackMsg()
    pesan.rerun_script.page_script_hash = hash_halaman
    pesan.rerun_script.page_name = nama_halaman
    pesan.rerun_script.query_string = query
    alamat = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    diterima: list[bytes] = []
    with connect(alamat, subprotocols=[Subprotocol("streamlit")], max_size=None, open_timeout=batas) as soket:
        soket.send(pesan.SerializeToString())
        while True:
            isi = soket.recv(timeout=batas)
            assert isinstance(isi, bytes)
            diterima.append(isi)
            if ForwardMsg.FromString(isi).WhichOneof("type") == "script_finished":
                return diterima


def panggil(
    app: Any, jalur: str, *, metode: str = "GET", query: str = "", server: str = "127.0.0.1", **header: str
) -> Jawaban:
    """What the ASGI application ``app`` answers in this process, without a server around it."""
    pesan: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "method": metode,
        "path": jalur,
        "query_string": query.encode(),
        "server": (server, 8501),
        "headers": [(nama.replace("_", "-").encode(), isi.encode()) for nama, isi in header.items()],
    }

    async def kirim(isi: dict[str, Any]) -> None:
        pesan.append(isi)

    async def terima() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    asyncio.run(app(scope, terima, kirim))
    awal = pesan[0]
    kepala = {nama.decode().lower(): isi.decode() for nama, isi in awal["headers"]}
    return Jawaban(awal["status"], kepala, b"".join(isi.get("body", b"") for isi in pesan[1:]))
