"""The sample store, shared with the tests of the store."""

from tests.indikator.bahan_sampel import sampel

__all__ = ["sampel"]
