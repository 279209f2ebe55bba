"""The page *Impor data* on a store of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st

from kinerja.indikator import terbit
from tests.ui.bahan_impor import Layar


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with sample data, to be copied."""
    folder = tmp_path_factory.mktemp("contoh")
    terbit.terbitkan_contoh(folder)
    return folder


@pytest.fixture
def buka(contoh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Layar]]:
    """Opens the page on a store of its own, with sample data."""
    folder = Path(shutil.copytree(contoh, tmp_path / "data"))
    monkeypatch.setenv("KINERJA_DATA", str(folder))
    st.cache_resource.clear()
    yield lambda bahasa="id": Layar(folder, bahasa)
    st.cache_resource.clear()
