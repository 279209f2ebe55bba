"""Security headers on every HTTP answer.

The content security policy is the second line behind escaping: a unit name with markup in it can neither run a script
nor make a viewer's browser fetch a picture from elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kinerja.i18n import BAHASA
from kinerja.server.indeks import indeks

_TETAP = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
    "permissions-policy": "camera=(), display-capture=(self), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_HURUF_SEMINGGU = "public, max-age=604800"


def sidik_skrip(html: str) -> list[str]:
    """CSP sources ``'sha256-…'`` of the scripts written inside ``html``, in order."""
    dalam = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", html, flags=re.DOTALL)
    return [f"'sha256-{base64.b64encode(hashlib.sha256(isi.encode()).digest()).decode()}'" for isi in dalam]


def tulis_kebijakan(html: list[str]) -> str:
    """The content security policy that lets exactly the inline scripts of ``html`` run.

    ``blob:`` for scripts is how Streamlit loads a component whose script is written in Python; making such an
    address already takes a running script, so markup alone cannot use it.
    """
    sidik = sorted({sumber for isi in html for sumber in sidik_skrip(isi)})
    aturan = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", "blob:", *sidik]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "media-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{nama} {isi}" for nama, isi in aturan.items())


@cache
def _header() -> dict[str, str]:
    kebijakan = tulis_kebijakan([indeks(bahasa).isi.decode() for bahasa in BAHASA])
    return {**_TETAP, "content-security-policy": kebijakan}


class HeaderAman:
    """ASGI middleware that adds the headers, over whatever the inner application set."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def kirim(pesan: Message) -> None:
            if pesan["type"] == "http.response.start":
                header = MutableHeaders(scope=pesan)
                header.update(_header())
                if scope["path"].startswith("/app/static/") and pesan["status"] == 200:
                    header["cache-control"] = _HURUF_SEMINGGU
            await send(pesan)

        await self.app(scope, receive, kirim)
