"""Every test of this folder that takes ``mesin`` runs on SQLite and on a real PostgreSQL, each time in empty tables."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url
from sqlalchemy.schema import CreateSchema, DropSchema

from kinerja.catatan import mesin as mesin_catatan
from kinerja.catatan.mesin import Mesin

POSTGRES = "KINERJA_UJI_POSTGRES"


@pytest.fixture(params=["sqlite", "postgres"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder whose notes lie in the database under test."""
    if request.param == "sqlite":
        monkeypatch.delenv(mesin_catatan.VARIABEL, raising=False)
        yield tmp_path
        mesin_catatan.tutup()
        return
    if not os.environ.get(POSTGRES):
        pytest.skip(f"{POSTGRES} is not set")
    url, skema = make_url(os.environ[POSTGRES]), f"uji_{uuid.uuid4().hex}"
    pengurus = create_engine(url)
    with pengurus.begin() as koneksi:
        koneksi.execute(CreateSchema(skema))
    sendiri = url.update_query_dict({"options": f"-csearch_path={skema}"})
    monkeypatch.setenv(mesin_catatan.VARIABEL, sendiri.render_as_string(hide_password=False))
    yield tmp_path
    mesin_catatan.tutup()
    with pengurus.begin() as koneksi:
        koneksi.execute(DropSchema(skema, cascade=True))
    pengurus.dispose()


@pytest.fixture
def mesin(folder: Path) -> Mesin:
    return mesin_catatan.buka(folder)
