"""What a person sees when something fails: a sentence and a code, never a trace, a path or a query.

The code stands in the server's log beside the whole trace.
"""

from __future__ import annotations

import html
import logging
import secrets

import streamlit as st
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kinerja.domain.errors import KinerjaError
from kinerja.i18n import Bahasa, teks
from kinerja.i18n.katalog import daftar_kunci
from kinerja.server.bahasa import bahasa_permintaan, pilih_bahasa
from kinerja.ui.aman import polos

_LOG = logging.getLogger("kinerja")


def catat_galat(galat: BaseException) -> str:
    """A new code of 8 hexadecimal digits, under which the trace now stands in the log."""
    kode = secrets.token_hex(4)
    _LOG.error("galat %s", kode, exc_info=galat)
    return kode


def kalimat_galat(galat: Exception, bahasa: Bahasa) -> str:
    """The sentence (Markdown) for ``galat``: its own when it is one of the family, else the general one with a code."""
    if isinstance(galat, KinerjaError) and galat.kunci in daftar_kunci(bahasa):
        args = {nama: polos(isi) if isinstance(isi, str) else isi for nama, isi in galat.args_kunci.items()}
        return teks(bahasa, galat.kunci, **args)
    return teks(bahasa, "server.galat.halaman", kode=catat_galat(galat))


def tampilkan_galat(galat: Exception) -> bool:
    """True: the page shows our own sentence, so Streamlit must not show its own."""
    st.error(kalimat_galat(galat, pilih_bahasa(st.query_params.get("bahasa"))), icon=":material/error:")
    return True


def halaman_galat(bahasa: Bahasa, kode: str) -> str:
    """A whole HTML page that needs nothing else from the server."""
    judul, isi, kembali = (html.escape(teks(bahasa, f"server.galat.{kunci}")) for kunci in ("judul", "isi", "kembali"))
    aplikasi = html.escape(teks(bahasa, "server.judul"))
    return (
        f'<!DOCTYPE html><html lang="{bahasa}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{judul} · {aplikasi}</title></head>'
        f'<body style="font:1rem/1.5 sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem">'
        f"<h1>{judul}</h1><p>{isi} <strong>{kode}</strong></p>"
        f'<p><a href="/">{kembali}</a></p></body></html>'
    )


class HalamanGalat:
    """ASGI middleware: a failure of the server itself becomes a plain page with a code, once, at the outer edge."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        dimulai = False

        async def kirim(pesan: Message) -> None:
            nonlocal dimulai
            dimulai = True
            await send(pesan)

        try:
            await self.app(scope, receive, kirim)
        except Exception as galat:
            kode = catat_galat(galat)
            if dimulai:  # half an answer is out: only breaking the connection tells the browser so
                raise
            isi = halaman_galat(bahasa_permintaan(scope["query_string"]), kode)
            await HTMLResponse(isi, status_code=500)(scope, receive, send)
