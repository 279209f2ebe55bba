"""For the whole suite: nothing of DuckDB may outlive the interpreter, or its list of leaks hides the summary."""

from __future__ import annotations

import gc

from kinerja.store.koneksi import tutup_semua


def pytest_unconfigure() -> None:
    tutup_semua()
    gc.unfreeze()
    gc.collect()
