"""The little CSS of this page that the theme cannot say: targets for fingers, dense lines."""

from __future__ import annotations

import streamlit as st

_GAYA = """
[class*="st-key-peta_langkah_"] h4, .st-key-koreksi h4 { padding-top: 0; }
[class*="st-key-peta_baris_"], [class*="st-key-peta_label_"], [class*="st-key-berkas_"] { padding: 0.45rem 0.9rem; }
[class*="st-key-peta_baris_"] [data-testid="stCaptionContainer"], [class*="st-key-berkas_"]
  [data-testid="stCaptionContainer"] { margin-top: -0.75rem; }
[class*="st-key-peta_langkah_"] [data-testid="stHeaderActionElements"] { display: none; }
[class*="st-key-peta_langkah_"] [data-testid="stButtonGroup"] button[data-selected="true"] { color: inherit; }
[class*="st-key-peta_"][class*="_unggah"] [data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
.st-key-baca:not(:has([data-testid="stProgress"])) { display: none; }
@media (max-width: 640px), (pointer: coarse) {
  [data-testid="stMain"] [data-testid^="stBaseButton"] { min-height: 44px; min-width: 44px; }
  [data-testid="stMain"] [data-testid="stButtonGroup"] button { min-height: 44px; }
  [class*="st-key-peta_langkah_"] [data-testid="stElementToolbar"] { display: none; }
  [data-testid="stMain"] :is(.react-aria-ComboBox > [role="group"], [data-testid="stTextInputRootElement"],
    [data-testid="stNumberInputContainer"]) { height: 44px; }
  [data-testid="stMain"] :is(.react-aria-ComboBox, [data-testid="stNumberInputContainer"]) button { min-height: 42px; }
}
@media (max-width: 640px) {
  [data-testid="stColumn"]:not(:has([data-testid="stElementContainer"])) { display: none; }
  [class*="st-key-peta_langkah_"], [class*="st-key-peta_baris_"] { padding: 0.75rem; }
}
"""


def pasang() -> None:
    """Add the style to this run."""
    st.html(f"<style>{_GAYA}</style>")
