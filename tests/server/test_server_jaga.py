"""Who may connect: this computer only, as long as there are no accounts."""

from __future__ import annotations

import asyncio
import socket
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kinerja.domain.errors import AksesError
from kinerja.server.jaga import Jaga, lokal, periksa_alamat
from tests.alat import AKAR, Peladen, lingkungan, minta, panggil, perintah_peladen, port_bebas

SEMUA = "0.0.0.0"  # noqa: S104


async def _dalam(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"isi"})


@pytest.mark.parametrize("alamat", ["127.0.0.1", "127.8.8.8", "localhost", "LOCALHOST", "::1", "::ffff:127.0.0.1"])
def test_this_computer_is_local(alamat: str) -> None:
    assert lokal(alamat)
    periksa_alamat(alamat)


@pytest.mark.parametrize(
    "alamat",
    [SEMUA, "::", "192.168.1.10", "10.0.0.1", "::ffff:10.0.0.1", "fe80::1", "kantor", "localhost.jahat", ""],
)
def test_every_other_address_is_the_network(alamat: str) -> None:
    assert not lokal(alamat)
    with pytest.raises(AksesError):
        periksa_alamat(alamat)


def test_no_address_means_every_address() -> None:
    with pytest.raises(AksesError) as galat:
        periksa_alamat(None)
    assert galat.value.args_kunci == {"alamat": SEMUA}


@pytest.mark.parametrize("alamat", [SEMUA, "::"])
def test_the_server_refuses_to_start_on_the_network(alamat: str, tmp_path: Path) -> None:
    hasil = subprocess.run(
        perintah_peladen(port_bebas(), f"--server.address={alamat}"),
        cwd=AKAR,
        env=lingkungan({"KINERJA_DATA": str(tmp_path)}),
        capture_output=True,
        text=True,
        timeout=90,
    )
    keluaran = hasil.stdout + hasil.stderr
    assert hasil.returncode != 0
    assert f"Aplikasi tidak dijalankan pada alamat {alamat}" in keluaran
    assert f"was not started on the address {alamat}" in keluaran
    assert "Traceback" not in keluaran
    assert "siap dibuka" not in keluaran
    assert list(tmp_path.iterdir()) == []


def test_nothing_in_the_environment_lifts_the_refusal(tmp_path: Path) -> None:
    env = {"KINERJA_DATA": str(tmp_path), "STREAMLIT_SERVER_ADDRESS": SEMUA, "KINERJA_IZINKAN_JARINGAN": "contoh"}
    perintah = perintah_peladen(port_bebas())
    hasil = subprocess.run(perintah, cwd=AKAR, env=lingkungan(env), capture_output=True, text=True, timeout=90)
    assert hasil.returncode != 0
    assert f"Aplikasi tidak dijalankan pada alamat {SEMUA}" in hasil.stdout + hasil.stderr


def test_a_connection_from_the_network_is_refused_however_the_server_was_started() -> None:
    jawaban = panggil(Jaga(_dalam), "/", server="192.168.1.10")
    assert jawaban.status == 403
    assert "192.168.1.10" in jawaban.isi.decode()
    assert panggil(Jaga(_dalam), "/", server="127.0.0.1").isi == b"isi"


def test_a_websocket_from_the_network_is_refused_before_it_opens() -> None:
    pesan: list[Any] = []

    async def kirim(isi: Any) -> None:
        pesan.append(isi)

    async def terima() -> Any:
        return {"type": "websocket.connect"}

    scope = {"type": "websocket", "path": "/_stcore/stream", "server": ("10.0.0.1", 8501)}
    asyncio.run(Jaga(_dalam)(scope, terima, kirim))
    assert pesan == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize(
    "jalur",
    [
        "/_stcore/metrics",
        "/tren/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/agent",
    ],
)
def test_what_nobody_needs_does_not_exist(peladen: Peladen, jalur: str) -> None:
    jawaban = minta(f"{peladen.url}{jalur}")
    assert (jawaban.status, jawaban.isi) == (404, b"")


@pytest.mark.parametrize("jalur", ["/_stcore/health", "/_stcore/host-config"])
def test_what_the_page_needs_stays(peladen: Peladen, jalur: str) -> None:
    assert minta(f"{peladen.url}{jalur}").status == 200


def test_a_foreign_host_name_opens_no_session(peladen: Peladen) -> None:
    from websockets.exceptions import InvalidStatus
    from websockets.sync.client import connect

    port = int(peladen.url.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port)) as soket, pytest.raises(InvalidStatus) as galat:
        connect(f"ws://jahat.example:{port}/_stcore/stream", sock=soket)
    assert galat.value.response.status_code == 403
