"""The seven core values of civil servants (BerAKHLAK): codes, and the words of files they are known by."""

from __future__ import annotations

import re
from typing import Literal, get_args

Nilai = Literal["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"]
NILAI: tuple[Nilai, ...] = get_args(Nilai)


def baca_nilai(teks: str) -> Nilai | None:
    """The one value a text names (``1. Berorientasi Pelayanan``, ``Perilaku Loyal``); None for none or several."""
    kata = re.sub(r"[^a-z]+", " ", teks.lower().replace("_", " "))
    ada = [n for n in NILAI if re.search(rf"\b{n.replace('_', ' ')}\b", kata)]
    return ada[0] if len(ada) == 1 else None
