"""Security headers, and a policy that lets run exactly what Streamlit wrote into its shell."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from kinerja.server.headers import sidik_skrip, tulis_kebijakan
from tests.alat import Peladen, minta


def _aturan(kebijakan: str) -> dict[str, str]:
    return dict(bagian.strip().split(" ", 1) for bagian in kebijakan.split(";"))


@pytest.mark.parametrize("jalur", ["/", "/tren", "/_stcore/health", "/_stcore/metrics", "/favicon.png", "/media/tiada"])
def test_every_answer_carries_the_headers(peladen: Peladen, jalur: str) -> None:
    header = minta(f"{peladen.url}{jalur}").header
    assert header["x-content-type-options"] == "nosniff"
    assert header["referrer-policy"] == "same-origin"
    assert header["x-frame-options"] == "SAMEORIGIN"
    assert header["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in header["permissions-policy"]
    assert "default-src 'self'" in header["content-security-policy"]


def test_the_policy_is_exactly_this(peladen: Peladen) -> None:
    jawaban = minta(f"{peladen.url}/")
    skrip = re.findall(r"<script>(.*?)</script>", jawaban.isi.decode(), flags=re.DOTALL)
    assert len(skrip) == 2  # Streamlit's own, and ours that says where the server is
    sidik = " ".join(
        sorted(f"'sha256-{base64.b64encode(hashlib.sha256(i.encode()).digest()).decode()}'" for i in skrip)
    )
    assert _aturan(jawaban.header["content-security-policy"]) == {
        "default-src": "'self'",
        "script-src": f"'self' 'wasm-unsafe-eval' blob: {sidik}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "media-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }


def test_only_scripts_written_in_the_page_are_fingerprinted() -> None:
    html = '<script src="a.js"></script><script type="module">satu</script><script>\n dua </script>'
    harapan = [hashlib.sha256(isi).digest() for isi in (b"satu", b"\n dua ")]
    assert sidik_skrip(html) == [f"'sha256-{base64.b64encode(isi).decode()}'" for isi in harapan]


def test_the_policy_allows_no_inline_script_without_fingerprint() -> None:
    skrip = _aturan(tulis_kebijakan(["<p>tanpa skrip</p>"]))["script-src"]
    assert skrip == "'self' 'wasm-unsafe-eval' blob:"


def test_our_own_static_files_may_be_kept_a_week(peladen: Peladen) -> None:
    huruf = minta(f"{peladen.url}/app/static/fonts/plus-jakarta-sans-latin-wght-normal.woff2")
    assert huruf.isi[:4] == b"wOF2"
    assert huruf.header["cache-control"] == "public, max-age=604800"
    assert "content-encoding" not in huruf.header
