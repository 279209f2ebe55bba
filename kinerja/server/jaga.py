"""The door: who may connect at all, and which addresses do not exist here.

As long as the product has no accounts everyone who reaches it holds every role, so it answers this computer only
(*mode contoh*). Nothing in the environment lifts that: a demonstration on the office network needs accounts.
"""

from __future__ import annotations

import ipaddress

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kinerja.domain.errors import AksesError
from kinerja.i18n import BAHASA, teks

_TERTUTUP = ("/_stcore/metrics", "/_stcore/agent/")


def lokal(alamat: str) -> bool:
    """Does ``alamat`` mean this computer only? Names other than localhost are not looked up: they count as network."""
    if alamat.lower() == "localhost":
        return True
    try:
        ip = ipaddress.ip_address(alamat)
    except ValueError:
        return False
    asli = getattr(ip, "ipv4_mapped", None) or ip
    return bool(asli.is_loopback)


def periksa_alamat(alamat: str | None) -> None:
    """Raises AksesError when the server is told to listen on ``alamat`` beyond this computer (None: everywhere)."""
    if not lokal(alamat or ""):
        raise AksesError("server.alamat_terlarang", alamat=alamat or "0.0.0.0")  # noqa: S104


class Jaga:
    """ASGI middleware: refuses connections that arrive from the network, and hides what nobody needs.

    It looks at the socket, because ``uvicorn app:app --host`` does not pass through ``server.address``.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        server = scope.get("server")
        if server and not lokal(server[0]):
            await _tolak(scope, receive, send, server[0])
        elif any(jalur in f"{scope['path']}/" for jalur in _TERTUTUP):
            await Response(status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


async def _tolak(scope: Scope, receive: Receive, send: Send, alamat: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    kalimat = "\n\n".join(teks(bahasa, "server.alamat_terlarang", alamat=alamat) for bahasa in BAHASA)
    await PlainTextResponse(kalimat, status_code=403)(scope, receive, send)
