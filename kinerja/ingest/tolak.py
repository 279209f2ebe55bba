"""A file refused as a whole: raised anywhere in this package, turned into one ``Masalah`` by ``baca_berkas``."""

from __future__ import annotations

from kinerja.domain.errors import KinerjaError


class BerkasDitolakError(KinerjaError):
    """The file is not read further; the catalog key says why and what to do."""
