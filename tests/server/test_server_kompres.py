"""Bundles: gzipped once, byte for byte the same, and with honest HTTP around them."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from kinerja.server.indeks import ASLI
from kinerja.server.kompres import Kompres, terima_gzip
from tests.alat import Peladen, minta, panggil

STATIS = ASLI.parent / "static"


def _bundel(pola: str) -> Path:
    return next(STATIS.glob(pola))


def _alamat(peladen: Peladen, berkas: Path) -> str:
    return f"{peladen.url}/static/{berkas.relative_to(STATIS).as_posix()}"


@pytest.mark.parametrize("pola", ["js/PlotlyChart.*.js", "js/index.*.js", "css/index.*.css"])
def test_a_bundle_is_the_same_after_unpacking(peladen: Peladen, pola: str) -> None:
    berkas = _bundel(pola)
    for _ in ("compressed now", "from memory"):
        jawaban = minta(_alamat(peladen, berkas), accept_encoding="gzip, deflate, br")
        assert jawaban.status == 200
        assert jawaban.header["content-encoding"] == "gzip"
        assert jawaban.header["vary"] == "Accept-Encoding"
        assert jawaban.header["cache-control"] == "public, immutable, max-age=31536000"
        assert int(jawaban.header["content-length"]) == len(jawaban.isi) < berkas.stat().st_size / 2
        assert gzip.decompress(jawaban.isi) == berkas.read_bytes()


@pytest.mark.parametrize("terima", ["identity", "br", "gzip;q=0", "gzip; q=0.0, br"])
def test_who_cannot_unpack_gets_the_file_as_it_is(peladen: Peladen, terima: str) -> None:
    berkas = _bundel("js/index.*.js")
    jawaban = minta(_alamat(peladen, berkas), accept_encoding=terima)
    assert "content-encoding" not in jawaban.header
    assert jawaban.header["vary"] == "Accept-Encoding"
    assert jawaban.isi == berkas.read_bytes()


@pytest.mark.parametrize(
    ("terima", "boleh"), [("GZIP", True), ("br;q=1, gzip;q=0.5", True), ("", False), ("x-gz", False)]
)
def test_accept_encoding_is_read_as_the_standard_says(terima: str, boleh: bool) -> None:
    from starlette.datastructures import Headers

    assert terima_gzip(Headers({"accept-encoding": terima})) is boleh


def test_an_unchanged_bundle_is_not_sent_again(peladen: Peladen) -> None:
    alamat = _alamat(peladen, _bundel("js/index.*.js"))
    etag = minta(alamat, accept_encoding="gzip").header["etag"]
    lagi = minta(alamat, accept_encoding="gzip", if_none_match=etag)
    assert (lagi.status, lagi.isi, lagi.header["etag"]) == (304, b"", etag)
    assert lagi.header["vary"] == "Accept-Encoding"
    assert minta(alamat, accept_encoding="gzip", if_none_match='"lama"').status == 200


def test_our_icon_is_not_sent_again_either(peladen: Peladen) -> None:
    alamat = f"{peladen.url}/app/static/fonts/PlusJakartaSans-OFL.txt"
    awal = minta(alamat, accept_encoding="gzip")
    assert awal.header["content-encoding"] == "gzip"
    assert minta(alamat, accept_encoding="gzip", if_none_match=awal.header["etag"]).status == 304


def test_head_tells_the_length_of_what_get_sends(peladen: Peladen) -> None:
    alamat = _alamat(peladen, _bundel("css/index.*.css"))
    kepala = minta(alamat, metode="HEAD", accept_encoding="gzip")
    isi = minta(alamat, accept_encoding="gzip")
    assert kepala.isi == b""
    assert kepala.header["content-length"] == isi.header["content-length"]
    assert kepala.header["content-encoding"] == "gzip"


def test_a_range_is_of_the_file_itself(peladen: Peladen) -> None:
    berkas = _bundel("js/PlotlyChart.*.js")
    jawaban = minta(_alamat(peladen, berkas), accept_encoding="gzip", range="bytes=1000-1099")
    assert jawaban.status == 206
    assert jawaban.isi == berkas.read_bytes()[1000:1100]
    assert "content-encoding" not in jawaban.header


def test_fonts_are_left_alone(peladen: Peladen) -> None:
    berkas = _bundel("media/MaterialSymbols-Rounded.*.woff2")
    jawaban = minta(_alamat(peladen, berkas), accept_encoding="gzip")
    assert "content-encoding" not in jawaban.header
    assert jawaban.isi == berkas.read_bytes()


def test_a_missing_bundle_is_answered_whole(peladen: Peladen) -> None:
    jawaban = minta(f"{peladen.url}/static/js/tiada.js", accept_encoding="gzip")
    assert jawaban.header["content-type"].startswith("text/html")
    assert b"<noscript>" in gzip.decompress(jawaban.isi)
    assert minta(f"{peladen.url}/app/static/tiada.svg", accept_encoding="gzip").status == 404


class _Dalam:
    """An application with one file, which counts how often it was read."""

    def __init__(self) -> None:
        self.etag = '"satu"'
        self.isi = b"a" * 5000
        self.dibaca = 0

    async def __call__(self, scope: Any, _receive: Any, send: Any) -> None:
        header = [
            (b"content-type", b"text/javascript"),
            (b"etag", self.etag.encode()),
            (b"content-length", str(len(self.isi)).encode()),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": header})
        penuh = scope["method"] == "GET"
        self.dibaca += penuh
        await send({"type": "http.response.body", "body": self.isi if penuh else b""})


def test_a_file_is_read_and_compressed_once() -> None:
    dalam = _Dalam()
    app = Kompres(dalam)
    for _ in range(3):
        assert gzip.decompress(panggil(app, "/static/a.js", accept_encoding="gzip").isi) == dalam.isi
    assert dalam.dibaca == 1


def test_a_changed_file_is_compressed_again() -> None:
    dalam = _Dalam()
    app = Kompres(dalam)
    panggil(app, "/static/a.js", accept_encoding="gzip")
    dalam.isi, dalam.etag = b"b" * 6000, '"dua"'
    assert gzip.decompress(panggil(app, "/static/a.js", accept_encoding="gzip").isi) == b"b" * 6000


@pytest.mark.parametrize("jalur", ["/static//a.js", "/static/./a.js", "/static/js/../a.js", "/media/a.js", "/a.js"])
def test_other_spellings_of_a_path_do_not_fill_the_memory(jalur: str) -> None:
    dalam = _Dalam()
    jawaban = panggil(Kompres(dalam), jalur, accept_encoding="gzip")
    assert jawaban.isi == dalam.isi
    assert "content-encoding" not in jawaban.header


def test_a_small_file_is_not_worth_it() -> None:
    dalam = _Dalam()
    dalam.isi = b"a" * 499
    assert panggil(Kompres(dalam), "/static/a.js", accept_encoding="gzip").isi == dalam.isi
