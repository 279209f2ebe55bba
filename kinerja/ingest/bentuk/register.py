"""register"""

from __future__ import annotations

from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import Peta
from kinerja.ingest.tipe import Lembar


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a sheet of this layout, or None."""
    return None


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read the rows."""
