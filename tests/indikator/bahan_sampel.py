"""The sample store, built once for all folders of tests that read it. Nobody may write into it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kinerja.indikator.terbit import terbitkan_contoh


@cache
def _sekali(dasar: Path) -> Path:
    folder = dasar / "toko_sampel"
    terbitkan_contoh(folder)
    return folder


@pytest.fixture(scope="session")
def sampel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a store that holds the sample data."""
    return _sekali(tmp_path_factory.getbasetemp())
