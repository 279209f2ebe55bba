"""The start of the server: an expected failure is a sentence, an unexpected one keeps its trace."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware

from kinerja.domain.errors import StoreError
from kinerja.server.daur import MulaiJelas
from tests.alat import AKAR, Peladen, jalankan_sesi


def _mulai(galat: Exception | None) -> list[dict[str, Any]]:
    """The lifespan messages of an application whose start raises ``galat``."""

    @asynccontextmanager
    async def daur(_app: Starlette) -> AsyncIterator[None]:
        if galat:
            raise galat
        yield

    pesan: list[dict[str, Any]] = []
    perintah = iter(({"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}))

    async def terima() -> dict[str, Any]:
        return next(perintah)

    async def kirim(isi: dict[str, Any]) -> None:
        pesan.append(isi)

    app = Starlette(lifespan=daur, middleware=[Middleware(MulaiJelas)])
    try:
        asyncio.run(app({"type": "lifespan", "state": {}}, terima, kirim))
    except Exception as dilempar:
        assert dilempar is galat
        pesan.append({"type": "raised"})
    return pesan


def test_an_expected_failure_is_told_in_both_languages_without_a_trace() -> None:
    (pesan,) = _mulai(StoreError("server.alamat_terlarang", alamat="X"))
    assert pesan["type"] == "lifespan.startup.failed"
    indonesia, inggris = pesan["message"].split("\n")
    assert indonesia.startswith("Aplikasi tidak dijalankan pada alamat X.")
    assert inggris.startswith("The application was not started on the address X.")


def test_an_unexpected_failure_keeps_its_trace() -> None:
    gagal, dilempar = _mulai(ValueError("rusak"))
    assert gagal["type"] == "lifespan.startup.failed"
    assert "Traceback" in gagal["message"]
    assert "rusak" in gagal["message"]
    assert dilempar == {"type": "raised"}


def test_a_good_start_and_end_pass_through() -> None:
    assert [pesan["type"] for pesan in _mulai(None)] == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def test_the_server_says_where_it_is_in_both_languages(peladen: Peladen) -> None:
    assert f"siap dibuka di {peladen.url}." in peladen.log()
    assert f"is ready at {peladen.url}." in peladen.log()


def test_streamlit_knows_every_setting(peladen: Peladen) -> None:
    assert "not a valid config option" not in peladen.log()
    assert "WARNING" not in peladen.log()


def test_the_imported_modules_are_frozen_for_the_garbage_collector(peladen: Peladen) -> None:
    beku = re.search(rb"BEKU=(\d+)", b"".join(jalankan_sesi(peladen.url)))
    assert beku
    assert int(beku[1]) > 50_000


def test_app_py_stays_small() -> None:
    assert len((AKAR / "app.py").read_text(encoding="utf-8").splitlines()) < 40
