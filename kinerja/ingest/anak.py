"""The child process that opens spreadsheets: ``python -m kinerja.ingest.anak KIND FILE [SHEET ...]``.

A crafted workbook can make a library allocate without end or abort the interpreter, so it may only do that here,
under limits of memory and time. What it reads leaves as JSON lines on standard output (never pickle):

    {"semua": [names]}                      every sheet of the workbook
    {"tersembunyi": name}                   a hidden sheet that was not asked for
    {"lembar": name, "gabung": [[r,c,r,c]]} the rows that follow belong to it
    [row, cell, cell, ...]                  row counted from 0; null, text, number, true, {"d": ISO date}, {"g": error}
    {"galat": key, "args": {...}, "lembar"} the sheet (or, without one, the file) is refused
    {"selesai": true}                       nothing is missing
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

from kinerja.ingest.baca_ods import baca_ods
from kinerja.ingest.baca_xls import baca_xls
from kinerja.ingest.baca_xlsx import baca_xlsx

MAKS_MEMORI = 1 << 30
MAKS_DETIK = 60
Pesan = dict[str, Any] | list[Any]
_PEMBACA: dict[str, Callable[[str, tuple[str, ...]], Iterator[Pesan]]] = {
    "xlsx": baca_xlsx,
    "xls": baca_xls,
    "ods": baca_ods,
}


def batasi() -> None:
    """Limits for this process. Windows has no ``resource``: there the parent's clock and the earlier checks remain."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAKS_MEMORI, MAKS_MEMORI))
    resource.setrlimit(resource.RLIMIT_CPU, (MAKS_DETIK, MAKS_DETIK))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def main(jenis: str, jalur: str, *lembar: str) -> None:
    """Write the messages. An unexpected fault leaves as a non-zero exit, which the parent reports."""
    batasi()
    # openpyxl imports numpy when it is there, and needs nothing of it: 70 ms and 12 MB less without.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        for pesan in _PEMBACA[jenis](jalur, lembar):
            sys.stdout.write(json.dumps(pesan, ensure_ascii=True, separators=(",", ":")) + "\n")
    except MemoryError:
        sys.stdout.write('\n{"galat":"masalah.anak_memori","args":{}}\n')
    sys.stdout.write('{"selesai":true}\n')


if __name__ == "__main__":
    main(*sys.argv[1:])
