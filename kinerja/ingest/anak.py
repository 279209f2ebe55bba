"""The child process that opens spreadsheets: ``python -m kinerja.ingest.anak KIND FILE [SHEET ...]``.

A crafted workbook can make a library allocate without end or abort the interpreter, so it may only do that here,
under limits of memory and time. What it reads leaves as JSON lines on standard output (never pickle):

    {"semua": [names]}                      every sheet of the workbook
    {"tersembunyi": name}                   a hidden sheet that was not asked for
    {"lembar": name}                        what follows belongs to it
    [row, cell, cell, ...]                  row counted from 0; null, text, number, true, {"d": ISO date}, {"g": error},
                                            {"p": number shown as percentage}
    {"gabung": [[r,c,r,c]]}                 merged ranges of the sheet
    {"peringatan": key, "args", "lembar"}   something to know about the sheet
    {"galat": key, "args": {...}, "lembar"} the sheet (or, without one, the file) is refused
    {"selesai": true}                       nothing is missing
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

from kinerja.ingest.sel_anak import MAKS_SEL_BERKAS, Tolak

MAKS_MEMORI = 1 << 30
MAKS_DETIK = 60
MAKS_HURUF_BERKAS = 48 << 20
_BEBAN_BARIS = 4  # a row costs the reader as much as four cells
Pesan = dict[str, Any] | list[Any]


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


def pembaca(jenis: str) -> Callable[[str, tuple[str, ...]], Iterator[Pesan]]:
    """The reader of this kind of file; the other readers' libraries are not loaded."""
    match jenis:
        case "xlsx":
            from kinerja.ingest.baca_xlsx import baca_xlsx as baca
        case "xls":
            from kinerja.ingest.baca_xls import baca_xls as baca
        case _:
            from kinerja.ingest.baca_ods import baca_ods as baca
    return baca


def tulisan(pesan: Iterator[Pesan]) -> Iterator[str]:
    """Each message as a line. Raises ``Tolak`` when all together say more than a table of any office holds.

    A cell repeated by a number, or one long text used by a million cells, grows only when it is written out.
    """
    sel = huruf = 0
    for satu in pesan:
        baris = json.dumps(satu, ensure_ascii=True, separators=(",", ":")) + "\n"
        sel += _BEBAN_BARIS + len(satu) - (satu.count(None) if isinstance(satu, list) else 0)
        huruf += len(baris)
        if sel > MAKS_SEL_BERKAS or huruf > MAKS_HURUF_BERKAS:
            raise Tolak("masalah.isi_besar")
        yield baris


def main(jenis: str, jalur: str, *lembar: str) -> None:
    """Write the messages. An unexpected fault leaves as a non-zero exit, which the parent reports."""
    batasi()
    try:
        for baris in tulisan(pembaca(jenis)(jalur, lembar)):
            sys.stdout.write(baris)
    except MemoryError:
        sys.stdout.write('{"galat":"masalah.anak_memori","args":{}}\n')
    except Tolak as tolak:
        sys.stdout.write(json.dumps({"galat": tolak.kunci, "args": tolak.args_kunci}) + "\n")
    sys.stdout.write('{"selesai":true}\n')


if __name__ == "__main__":
    main(*sys.argv[1:])
