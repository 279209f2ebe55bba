"""The one way to read a single row: fetched to the end, so the connection is free for what comes next."""

from __future__ import annotations

from typing import Any

import duckdb


def fetch_satu(koneksi: duckdb.DuckDBPyConnection, sql: str, nilai: object = None) -> tuple[Any, ...] | None:
    """First row of a query, None when it gives none.

    ``fetchone`` would leave the result open: DuckDB then refuses ``register``, and the next ``execute`` ends it
    without a word.
    """
    baris: list[tuple[Any, ...]] = koneksi.execute(sql, nilai).fetchall()
    return baris[0] if baris else None
