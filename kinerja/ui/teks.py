"""Text of a page in the reader's language."""

from __future__ import annotations

from kinerja.i18n import teks
from kinerja.ui.lingkup import Lingkup


def t(lk: Lingkup, kunci: str, **args: object) -> str:
    return teks(lk.bahasa, kunci, **args)
