"""The HTML shell: language, name, icon, font, and honest HTTP around it."""

from __future__ import annotations

import gzip
import re

import pytest

from kinerja.i18n import teks
from kinerja.server.indeks import ASLI, tulis_indeks
from tests.alat import Peladen, minta


def test_the_page_is_indonesian_by_default(peladen: Peladen) -> None:
    isi = minta(f"{peladen.url}/").isi.decode()
    assert '<html lang="id">' in isi
    assert "<title>Kinerja Lubuk Begalung</title>" in isi
    assert "Mohon aktifkan JavaScript" in isi


@pytest.mark.parametrize("alamat", ["/?bahasa=en", "/unit-vs-target?unit=B&bahasa=EN", "/tren?bahasa=id&bahasa=en"])
def test_the_page_is_english_when_the_address_says_so(peladen: Peladen, alamat: str) -> None:
    isi = minta(f"{peladen.url}{alamat}").isi.decode()
    assert '<html lang="en">' in isi
    assert "switch JavaScript on" in isi


def test_an_address_that_does_not_exist_leads_to_the_first_page_with_its_filters(peladen: Peladen) -> None:
    jawab = minta(f"{peladen.url}/tidak-ada?unit=KEC&bahasa=en")
    assert (jawab.status, jawab.header["location"]) == (302, "/?unit=KEC&bahasa=en")


def test_an_unknown_language_is_indonesian(peladen: Peladen) -> None:
    assert b'<html lang="id">' in minta(f"{peladen.url}/tren?bahasa=%22%3E%3Cscript%3E").isi


def test_nothing_of_streamlit_shows_in_the_shell(peladen: Peladen) -> None:
    isi = minta(f"{peladen.url}/").isi.decode()
    terlihat = re.sub(r"<!--.*?-->|<script.*?</script>|<[^>]+>", "", isi, flags=re.DOTALL)
    assert terlihat.split() == [*["Kinerja", "Lubuk", "Begalung"], *teks("id", "server.tanpa_skrip").split()]
    assert "_stcore/agent" not in isi


def test_everything_the_shell_points_to_exists(peladen: Peladen) -> None:
    isi = minta(f"{peladen.url}/").isi.decode()
    tujuan = re.findall(r'(?:src|href)="\./([^"]+)"', isi)
    assert len(tujuan) > 50
    gagal = [alamat for alamat in tujuan if minta(f"{peladen.url}/{alamat}", metode="HEAD").status != 200]
    assert gagal == []


def test_the_gzipped_shell_is_the_same_shell(peladen: Peladen) -> None:
    for alamat in ("/", "/tren"):
        polos = minta(f"{peladen.url}{alamat}")
        padat = minta(f"{peladen.url}{alamat}", accept_encoding="gzip, br")
        assert padat.header["content-encoding"] == "gzip"
        assert int(padat.header["content-length"]) == len(padat.isi)
        assert int(polos.header["content-length"]) == len(polos.isi)
        assert gzip.decompress(padat.isi) == polos.isi
        assert "last-modified" not in polos.header  # it would be that of Streamlit's file, in any language
        assert padat.header["vary"] == polos.header["vary"] == "Accept-Encoding"


def test_an_unchanged_shell_is_not_sent_again(peladen: Peladen) -> None:
    etag = minta(f"{peladen.url}/").header["etag"]
    lagi = minta(f"{peladen.url}/", if_none_match=etag)
    assert (lagi.status, lagi.isi, lagi.header["etag"]) == (304, b"", etag)
    lain = minta(f"{peladen.url}/?bahasa=en", if_none_match=etag)
    assert lain.status == 200
    assert b'lang="en"' in lain.isi


def test_head_of_the_shell_tells_its_length_without_it(peladen: Peladen) -> None:
    kepala = minta(f"{peladen.url}/", metode="HEAD")
    assert kepala.isi == b""
    assert kepala.header["content-length"] == minta(f"{peladen.url}/").header["content-length"]


def test_the_shell_is_always_asked_for_again(peladen: Peladen) -> None:
    assert minta(f"{peladen.url}/").header["cache-control"] == "no-cache"


def test_streamlits_typeface_leads_to_ours(peladen: Peladen) -> None:
    nama = next((ASLI.parent / "static" / "media").glob("SourceSansVF-Upright.*")).name
    alih = minta(f"{peladen.url}/static/media/{nama}")
    assert alih.status == 302
    assert alih.header["location"] == "../../app/static/fonts/plus-jakarta-sans-latin-wght-normal.woff2"


def test_another_version_of_streamlit_stops_the_start() -> None:
    asli = ASLI.read_text(encoding="utf-8")
    with pytest.raises(RuntimeError, match="not the pinned one"):
        tulis_indeks(asli.replace("<noscript>", "<p>").replace("</noscript>", "</p>"), "id")


def test_a_path_that_climbs_is_still_refused(peladen: Peladen) -> None:
    assert minta(f"{peladen.url}/..%2f..%2fetc/passwd").status == 400
