"""For the whole suite: nothing of DuckDB may outlive the interpreter, or its list of leaks hides the summary."""

from __future__ import annotations

import gc

from hypothesis import settings

from kinerja.store.koneksi import tutup_semua

# The same examples in every run, and no limit of time: a red test is a changed program, never a busy machine.
settings.register_profile("tetap", derandomize=True, deadline=None)
settings.load_profile("tetap")


def pytest_unconfigure() -> None:
    tutup_semua()
    gc.unfreeze()
    gc.collect()
