"""The little CSS that the theme cannot say: hidden link fields, the attention banner, slides without chrome."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from kinerja.i18n import Bahasa, teks

IKON = Path(__file__).resolve().parents[1] / "server" / "static" / "favicon.svg"

_UMUM = """
.st-key-kolom_tautan { display: none; }
[data-testid="stMainBlockContainer"] { padding-top: 2.75rem; padding-bottom: 3rem; }
.st-key-kepala h1 { padding-bottom: 0; line-height: 1.2; overflow-wrap: normal; }
.st-key-perhatian { border-left: 4px solid #c2472b; background: rgba(194, 71, 43, 0.08); border-radius: 8px;
  padding: 0.75rem 1rem; }
.st-key-tenang { border-left: 4px solid #0b6e69; background: rgba(11, 110, 105, 0.08); border-radius: 8px;
  padding: 0.75rem 1rem; }
.st-key-perhatian button { text-align: left; justify-content: flex-start; min-height: 1.6rem; padding: 0; }
.st-key-perhatian button p { white-space: normal; }
[data-testid="InputInstructions"] { display: none; }
[data-testid="stMain"] [role="tab"][aria-selected="true"] { color: inherit; font-weight: 650; }
[class*="st-key-kartu_"] h3 { padding-bottom: 0; line-height: 1.3; }
@media (max-width: 640px) {
  .st-key-kepala h1 { font-size: 1.5rem; }
  .st-key-tindakan { justify-content: flex-start; }
}
"""

_PAPARAN = """
[data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stExpandSidebarButton"] { display: none; }
[data-testid="stMainBlockContainer"] { padding: 2rem 3.5rem 1rem; max-width: none; }
.st-key-lembar_slide h1 { font-size: 2.6rem; line-height: 1.15; padding: 0 0 0.5rem; }
.st-key-lembar_slide [data-testid="stMetricValue"] { font-size: 5.5rem; font-weight: 800; }
.st-key-lembar_slide p, .st-key-lembar_slide li, .st-key-lembar_slide label p { font-size: 1.35rem; }
.st-key-lembar_slide li { margin-bottom: 0.9rem; }
.st-key-lembar_slide [data-testid="stMetricValue"] * { font-size: inherit; font-weight: inherit; line-height: 1.1; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 1rem; }
  .st-key-lembar_slide h1 { font-size: 1.5rem; }
  .st-key-lembar_slide [data-testid="stMetricValue"] { font-size: 3rem; }
  .st-key-lembar_slide p, .st-key-lembar_slide li, .st-key-lembar_slide label p { font-size: 1rem; }
}
"""


# Streamlit's uploader speaks English only: its own words are hidden and ours stand in their place.
_UNGGAH = """
[data-testid="stFileUploaderDropzone"] button p, [data-testid="stFileUploaderDropzoneInstructions"] {{ font-size: 0; }}
[data-testid="stFileUploaderDropzone"] button p::after {{ content: "{tombol}"; font-size: 0.875rem; }}
[data-testid="stFileUploaderDropzoneInstructions"]::after {{ content: "{batas}"; font-size: 0.875rem; }}
[data-testid="stFileUploaderDropzoneInstructions"] * {{ font-size: 0; }}
"""


def pasang(bahasa: Bahasa, *, layar_penuh: bool) -> None:
    """Add the style of this run; ``layar_penuh`` takes the chrome away for a slide."""
    unggah = _UNGGAH.format(tombol=teks(bahasa, "produk.unggah"), batas=teks(bahasa, "produk.unggah_batas"))
    st.html(f"<style>{_UMUM}{unggah}{_PAPARAN if layar_penuh else ''}</style>")
