"""Names from files are data: shown as they are written, never read as Markdown."""

from __future__ import annotations

import re

_TANDA = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:])")


def polos(teks: str) -> str:
    """``teks`` with every character that Markdown or Streamlit would interpret made literal."""
    return _TANDA.sub(r"\\\1", teks)
