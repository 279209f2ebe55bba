"""Reading files that people have: what they are, what they say, what is wrong with them.

``baca_berkas`` reads one file, ``tulis_templat`` writes the workbook that it reads best. Nothing here stores.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.ingest.baca import baca_berkas
    from kinerja.ingest.kenali import JENIS
    from kinerja.ingest.tipe import Opsi, Rujukan
    from kinerja.ingest.tulis import BarisTemplat, tulis_templat

__all__ = ["JENIS", "BarisTemplat", "Opsi", "Rujukan", "baca_berkas", "tulis_templat"]


def __getattr__(nama: str) -> object:
    """Loaded when first asked for: the child process of every import needs none of it, and starts twice as fast."""
    if nama not in __all__:
        raise AttributeError(nama)
    from kinerja.ingest import baca, kenali, tipe, tulis

    globals().update(
        {
            satu: getattr(modul, satu)
            for modul in (baca, kenali, tipe, tulis)
            for satu in __all__
            if hasattr(modul, satu)
        }
    )
    return globals()[nama]
