"""Who works at the command line, for the trail."""

from __future__ import annotations

import os


def pelaku() -> str:
    return f"CLI ({os.environ.get('USER') or os.environ.get('LOGNAME') or 'pengelola'})"
