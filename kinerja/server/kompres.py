"""Bundles go out gzipped: 9.2 MB of a first visit become about 2.9 MB.

Streamlit leaves ``/static`` uncompressed because Starlette would compress a file again for every visitor. Here each
file is compressed once and its bytes are kept in memory, by path and Streamlit's own entity tag (time and size).
"""

from __future__ import annotations

import asyncio
import gzip
import posixpath
from pathlib import PurePosixPath

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_AWALAN = ("/static/", "/app/static/")
_AKHIRAN = frozenset({".js", ".mjs", ".css", ".svg", ".json", ".wasm", ".txt"})
_TERKECIL = 500
_PALING_BANYAK = 2000
_TINGKAT = 6


def terima_gzip(diminta: Headers) -> bool:
    """Does Accept-Encoding allow gzip? A weight of zero forbids it."""
    for pilihan in diminta.get("accept-encoding", "").lower().split(","):
        nama, _, bobot = pilihan.partition(";")
        if nama.strip() == "gzip":
            return bobot.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _bundel(scope: Scope) -> bool:
    """Is this a whole compressible file? Paths that are not in normal form would fill the memory with duplicates."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    jalur: str = scope["path"]
    return jalur.startswith(_AWALAN) and PurePosixPath(jalur).suffix in _AKHIRAN and posixpath.normpath(jalur) == jalur


def _layak(status: int, header: MutableHeaders) -> bool:
    """Is this answer a whole file worth compressing? Streamlit answers a missing bundle with its HTML shell."""
    if status == 304:
        return True
    ukuran = int(header.get("content-length", "0"))
    return status == 200 and ukuran >= _TERKECIL and not header.get("content-type", "").startswith("text/html")


class Kompres:
    """ASGI middleware: whole static files gzipped for who accepts it; ranges and everything else untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._simpan: dict[tuple[str, str], bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _bundel(scope):
            await self.app(scope, receive, send)
        elif terima_gzip(Headers(scope=scope)):
            await self._kirim_padat(scope, receive, send)
        else:
            await self.app(scope, receive, _dengan_vary(send))

    async def _kirim_padat(self, scope: Scope, receive: Receive, send: Send) -> None:
        awal, _ = await self._tanya(scope, receive, "HEAD")
        header = MutableHeaders(raw=list(awal["headers"]))
        if not _layak(awal["status"], header):
            await self.app(scope, receive, _dengan_vary(send))
            return
        etag, status, isi = header["etag"], awal["status"], b""
        header["etag"] = f"W/{etag}"
        header.add_vary_header("Accept-Encoding")
        del header["accept-ranges"]
        if status == 304 or etag in Headers(scope=scope).get("if-none-match", ""):
            status = 304
            del header["content-length"], header["content-type"]
        else:
            isi = await self._padat(scope, receive, etag)
            header["content-encoding"] = "gzip"
            header["content-length"] = str(len(isi))
        await send({"type": "http.response.start", "status": status, "headers": header.raw})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else isi})

    async def _padat(self, scope: Scope, receive: Receive, etag: str) -> bytes:
        """The gzipped file. Compressing happens in a thread: it takes up to 0.2 s and must not hold up clicks."""
        kunci = (scope["path"], etag)
        if kunci not in self._simpan:
            _, isi = await self._tanya(scope, receive, "GET")
            padat = await asyncio.to_thread(gzip.compress, isi, _TINGKAT, mtime=0)
            if len(self._simpan) >= _PALING_BANYAK:
                self._simpan.clear()
            self._simpan[kunci] = padat
        return self._simpan[kunci]

    async def _tanya(self, scope: Scope, receive: Receive, metode: str) -> tuple[Message, bytes]:
        """What Streamlit would answer: start message and body."""
        awal: Message = {}
        potongan: list[bytes] = []

        async def tampung(pesan: Message) -> None:
            nonlocal awal
            if pesan["type"] == "http.response.start":
                awal = pesan
            else:
                potongan.append(pesan.get("body", b""))

        await self.app({**scope, "method": metode}, receive, tampung)
        return awal, b"".join(potongan)


def _dengan_vary(send: Send) -> Send:
    async def kirim(pesan: Message) -> None:
        if pesan["type"] == "http.response.start":
            MutableHeaders(scope=pesan).add_vary_header("Accept-Encoding")
        await send(pesan)

    return kirim
