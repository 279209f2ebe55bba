"""The little CSS of this page that the theme cannot say: targets for fingers, dense lines."""

from __future__ import annotations

import streamlit as st

_GAYA = """
[class*="st-key-peta_langkah_"] h4, .st-key-koreksi h4 { padding-top: 0; }
[class*="st-key-peta_baris_"], [class*="st-key-peta_label_"], [class*="st-key-berkas_"] { padding: 0.45rem 0.9rem; }
[class*="st-key-peta_baris_"] [data-testid="stCaptionContainer"], [class*="st-key-berkas_"]
  [data-testid="stCaptionContainer"] { margin-top: -0.75rem; }
[class*="st-key-peta_langkah_"] [data-testid="stHeaderActionElements"] { display: none; }
.st-key-baca:not(:has([data-testid="stProgress"])) { display: none; }
@media (max-width: 640px), (pointer: coarse) {
  [data-testid="stMain"] button:not([role="tab"]), [data-testid="stMain"] [data-baseweb="select"] > div,
  [data-testid="stMain"] input:not([type="checkbox"]):not([type="radio"]):not([type="file"]) { min-height: 44px; }
}
"""


def pasang() -> None:
    """Add the style to this run."""
    st.html(f"<style>{_GAYA}</style>")
