"""The life of the server process: what happens before the first visitor and after the last one."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from kinerja.domain.errors import KinerjaError
from kinerja.i18n import BAHASA, teks
from kinerja.server.indeks import indeks
from kinerja.server.jaga import periksa_alamat

_LAPIS = ("kinerja.ui", "kinerja.charts", "kinerja.kalimat")


def _pasang_log() -> None:
    log = logging.getLogger("kinerja")
    if not log.handlers:
        tangan = logging.StreamHandler()
        tangan.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        log.addHandler(tangan)


def _muat_lapis() -> None:
    """Imports what the pages import: the first visitor does not wait for it, and a broken module shows now."""
    for lapis in _LAPIS:
        paket = importlib.import_module(lapis)
        for modul in pkgutil.iter_modules(paket.__path__, f"{lapis}."):
            importlib.import_module(modul.name)


def _siapkan() -> None:
    _muat_lapis()
    from kinerja.ui.awal import siapkan  # after Streamlit's runtime started: its caches bind to it

    siapkan()


def _sapa() -> None:
    host, port = config.get_option("server.address"), config.get_option("server.port")
    alamat = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    print("\n".join(teks(bahasa, "server.siap", alamat=alamat) for bahasa in BAHASA), flush=True)


@asynccontextmanager
async def daur(_app: object) -> AsyncIterator[None]:
    """Startup and shutdown of the server. Raises KinerjaError when it may not, or cannot, serve.

    The garbage collector is frozen after the imports: Streamlit collects after every script run, and walking the
    modules' objects each time cost most of the time of a click. It thaws at the end, or DuckDB reports leaks.
    """
    _pasang_log()
    periksa_alamat(config.get_option("server.address"))
    for bahasa in BAHASA:
        indeks(bahasa)  # a Streamlit whose HTML shell changed must stop the start, not the first visitor
    await asyncio.to_thread(_siapkan)
    gc.collect()
    gc.freeze()
    _sapa()
    try:
        yield
    finally:
        gc.unfreeze()


class MulaiJelas:
    """ASGI middleware on the server's start: an expected failure is told in a sentence, any other with its trace."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await self.app(scope, receive, send)
            return
        gagal: Message | None = None

        async def kirim(pesan: Message) -> None:
            nonlocal gagal
            if pesan["type"] == "lifespan.startup.failed":
                gagal = pesan  # Starlette wrote the trace into it and raises the reason just after
            else:
                await send(pesan)

        try:
            await self.app(scope, receive, kirim)
        except BaseException as galat:
            if gagal is None:
                raise
            if not isinstance(galat, KinerjaError):
                await send(gagal)
                raise
            kalimat = "\n".join(teks(bahasa, galat.kunci, **galat.args_kunci) for bahasa in BAHASA)
            await send({**gagal, "message": kalimat})
