"""The sample store, shared with the tests of the indicators."""

from tests.indikator.bahan_sampel import sampel

__all__ = ["sampel"]
