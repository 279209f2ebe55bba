"""Who works at the command line, for the trail."""

from __future__ import annotations

import os

from kinerja.domain.samar import samarkan


def pelaku(oleh: str = "") -> str:
    """The program and its account; behind the name of the person where one was given."""
    label = f"CLI ({os.environ.get('USER') or os.environ.get('LOGNAME') or 'pengelola'})"
    nama = " ".join(samarkan(oleh).split())
    return f"{nama} ({label.replace(' (', ' ', 1)}" if nama else label
