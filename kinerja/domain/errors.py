"""One family of errors. A message says what, where and what to do; its text comes from the catalogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.domain.fakta import Masalah


class KinerjaError(Exception):
    """An expected failure that a user can act on.

    ``kunci`` is the key of the sentence in ``kinerja/i18n/{id,en}.toml``; ``args_kunci`` fills its
    placeholders. Nothing here is ever shown raw: a page or the command line translates it.
    """

    def __init__(self, kunci: str, **args_kunci: object) -> None:
        super().__init__(kunci, args_kunci)
        self.kunci = kunci
        self.args_kunci = args_kunci


class StoreError(KinerjaError):
    """The store cannot be opened or written (missing, locked, damaged, other version, disk full)."""


class CatatanError(KinerjaError):
    """What people write cannot be read or kept (database unreachable, busy, damaged, other version)."""


class ImporError(KinerjaError):
    """Rows that read well but contradict what is already stored; ``masalah`` lists them."""

    def __init__(self, masalah: tuple[Masalah, ...]) -> None:
        super().__init__("galat.impor_ditolak", jumlah=len(masalah))
        self.masalah = masalah


class AksesError(KinerjaError):
    """The viewer may not see this."""


class DefinisiError(KinerjaError):
    """An indicator's definition file is wrong."""
