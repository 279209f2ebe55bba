"""lb1"""

from __future__ import annotations

from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import Peta


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a sheet of this layout, or None."""
    return None
