"""The HTML shell that carries the application: Streamlit's own, in the office's language and under its name.

Streamlit ships ``lang="en"``, the title "Streamlit", a font that this design does not use and an advertisement for
an interface that is switched off here. The shell is rebuilt once per language and swapped in where Streamlit serves it.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from kinerja.domain.akses import HALAMAN
from kinerja.i18n import Bahasa, teks
from kinerja.server.bahasa import bahasa_permintaan
from kinerja.server.kompres import terima_gzip

ASLI = Path(streamlit.__file__).parent / "static" / "index.html"
HURUF = "app/static/fonts/plus-jakarta-sans-latin-wght-normal.woff2"
LAMBANG = "app/static/favicon.svg"
_HURUF_STREAMLIT = "/static/media/SourceSansVF-Upright."
_SEMINGGU = {"cache-control": "public, max-age=604800"}
_BUKAN_SHELL = ("/_stcore/", "/app/static/", "/component/", "/media/")


@dataclass(frozen=True)
class Indeks:
    """One language of the shell, ready to send."""

    isi: bytes
    padat: bytes
    etag: str


def _ganti(isi: str, pola: str, baru: str) -> str:
    hasil, kali = re.subn(pola, lambda _: baru, isi, flags=re.DOTALL)
    if kali != 1:
        raise RuntimeError(f"{ASLI}: {pola!r} found {kali} times; this version of Streamlit is not the pinned one")
    return hasil


def _pangkalan() -> str:
    """Script that tells the client where the server is.

    Left to itself it asks ``/tren/_stcore/health`` first on a deep link, and the console shows two errors.
    """
    return f'<script>window.__streamlit = {{ BACKEND_BASE_URL: window.location.origin + "/{_dasar()}" }}</script>'


def tulis_indeks(asli: str, bahasa: Bahasa) -> str:
    """Streamlit's shell ``asli`` with our language, title, icon, font and no-script sentence.

    Raises RuntimeError when a piece is not there exactly once: a silent miss would ship an English page.
    """
    muat_huruf = f'<link rel="preload" href="./{HURUF}" as="font" type="font/woff2" crossorigin />'
    tanpa_skrip = html.escape(teks(bahasa, "server.tanpa_skrip"))
    isi = _ganti(asli, r'<html lang="en">', f'<html lang="{bahasa}">')
    judul = f"<title>{html.escape(teks(bahasa, 'server.judul'))}</title>{_pangkalan()}"
    isi = _ganti(isi, r"<title>.*?</title>", judul)
    isi = _ganti(
        isi, r'<link rel="shortcut icon"[^>]*>', f'<link rel="icon" type="image/svg+xml" href="./{LAMBANG}" />'
    )
    isi = _ganti(isi, r'<link\s+rel="preload"[^>]*SourceSans[^>]*>', muat_huruf)
    isi = _ganti(isi, r'<!--(?:(?!-->).)*RFC 8631.*?-->\s*<link rel="service-desc"[^>]*>', "")
    return _ganti(isi, r"<noscript>.*?</noscript>", f"<noscript><p>{tanpa_skrip}</p></noscript>")


@cache
def indeks(bahasa: Bahasa) -> Indeks:
    """The shell in ``bahasa`` as bytes, plain and gzipped, with its entity tag."""
    isi = tulis_indeks(ASLI.read_text(encoding="utf-8"), bahasa).encode()
    return Indeks(isi, gzip.compress(isi, 9, mtime=0), f'W/"{hashlib.sha256(isi).hexdigest()[:32]}"')


def _balasan(asli: Message, scope: Scope) -> tuple[Message, bytes]:
    """Start message and body that replace Streamlit's own shell."""
    diminta = Headers(scope=scope)
    halaman = indeks(bahasa_permintaan(scope["query_string"]))
    isi = halaman.padat if terima_gzip(diminta) else halaman.isi
    header = MutableHeaders(raw=list(asli["headers"]))
    for nama in ("content-encoding", "last-modified", "accept-ranges"):
        del header[nama]
    header["etag"] = halaman.etag
    header["vary"] = "Accept-Encoding"
    if halaman.etag in diminta.get("if-none-match", ""):
        del header["content-length"], header["content-type"]
        return {"type": "http.response.start", "status": 304, "headers": header.raw}, b""
    if isi is halaman.padat:
        header["content-encoding"] = "gzip"
    header["content-length"] = str(len(isi))
    body = b"" if scope["method"] == "HEAD" else isi
    return {"type": "http.response.start", "status": 200, "headers": header.raw}, body


class SajikanIndeks:
    """ASGI middleware: wherever Streamlit answers with its shell, ours goes out instead.

    Streamlit decides which addresses get the shell (every unknown one), so its path checks and redirects stay in force.
    Its own typeface, which it asks for before it knows the theme, leads to ours: 171 kB less on a first visit.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(_BUKAN_SHELL):
            await self.app(scope, receive, send)
            return
        if scope["path"].startswith(_HURUF_STREAMLIT):
            await RedirectResponse(f"../../{HURUF}", 302, _SEMINGGU)(scope, receive, send)
            return
        diganti = False

        async def kirim(pesan: Message) -> None:
            nonlocal diganti
            if pesan["type"] == "http.response.start" and _shell(pesan) and not _dikenal(scope["path"]):
                diganti = True
                await RedirectResponse(_awal(scope), 302)(scope, receive, send)
            elif pesan["type"] == "http.response.start" and _shell(pesan):
                diganti = True
                awal, isi = _balasan(pesan, scope)
                await send(awal)
                await send({"type": "http.response.body", "body": isi})
            elif not diganti:
                await send(pesan)

        await self.app(scope, receive, kirim)


def _dikenal(jalur: str) -> bool:
    """Is this the first page, one that exists, or a file? Streamlit answers others with a dialog in English."""
    akhir = jalur.removeprefix(f"/{_dasar()}").strip("/")
    return not akhir or akhir in HALAMAN or "." in akhir or "/" in akhir


def _dasar() -> str:
    return str(config.get_option("server.baseUrlPath") or "").strip("/")


def _awal(scope: Scope) -> str:
    """Address of the first page with the same filters."""
    dasar, isi = _dasar(), scope["query_string"].decode("latin-1")
    return (f"/{dasar}/" if dasar else "/") + (f"?{isi}" if isi else "")


def _shell(pesan: Message) -> bool:
    jenis = Headers(raw=pesan["headers"]).get("content-type", "")
    return bool(pesan["status"] == 200) and jenis.startswith("text/html")
