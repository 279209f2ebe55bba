"""What a person sees when something fails, and what the log keeps."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest

from kinerja.domain.errors import StoreError
from kinerja.server.halaman_galat import HalamanGalat, kalimat_galat
from tests.alat import Peladen, jalankan_sesi, panggil


def _sesi(peladen: Peladen, query: str) -> str:
    """What the page shows. Streamlit's own greeting message, which names the script's file, is not part of it."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    pesan = jalankan_sesi(peladen.url, query=query)
    isi = [satu for satu in pesan if ForwardMsg.FromString(satu).WhichOneof("type") == "delta"]
    return b"".join(isi).decode("utf-8", errors="replace")


def test_an_unknown_failure_shows_a_code_that_stands_in_the_log(peladen: Peladen) -> None:
    isi = _sesi(peladen, "mode=galat")
    temuan = re.search(r"sampaikan kode \*\*([0-9a-f]{8})\*\*", isi)
    assert temuan, isi
    log = peladen.log()
    assert f"ERROR kinerja galat {temuan[1]}\nTraceback" in log
    assert "select nip from pegawai" in log


def test_an_unknown_failure_shows_no_trace_no_path_no_query(peladen: Peladen) -> None:
    isi = _sesi(peladen, "mode=galat")
    for rahasia in ("rahasia", "select", "nip", "Traceback", "RuntimeError", "router.py", "uncaught app"):
        assert rahasia not in isi


def test_a_failure_is_told_once(peladen: Peladen) -> None:
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    for mode in ("galat", "dikenal"):
        pesan = [ForwardMsg.FromString(isi) for isi in jalankan_sesi(peladen.url, query=f"mode={mode}")]
        unsur = [isi.delta.new_element.WhichOneof("type") for isi in pesan if isi.WhichOneof("type") == "delta"]
        assert unsur == ["text", "alert"]


def test_an_unknown_failure_speaks_the_language_of_the_address(peladen: Peladen) -> None:
    isi = _sesi(peladen, "mode=galat&bahasa=en")
    assert "Please reload the page" in isi
    assert "sampaikan" not in isi


def test_a_known_failure_shows_its_own_sentence(peladen: Peladen) -> None:
    isi = _sesi(peladen, "mode=dikenal")
    assert "Aplikasi tidak dijalankan pada alamat" in isi
    assert "kode" not in isi


def test_a_file_name_in_a_sentence_stays_text(peladen: Peladen) -> None:
    assert "![x](" not in _sesi(peladen, "mode=dikenal")
    kalimat = kalimat_galat(StoreError("server.siap", alamat="<b>*a* [t](u) :red[x]"), "id")
    assert r"\<b\>\*a\* \[t\]\(u\) \:red\[x\]" in kalimat


def test_numbers_in_a_sentence_stay_numbers() -> None:
    assert "di 12." in kalimat_galat(StoreError("server.siap", alamat=12), "id")


def test_a_failure_without_a_sentence_is_an_unknown_one(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "kinerja"):
        kalimat = kalimat_galat(StoreError("server.tidak.ada"), "en")
    kode = re.search(r"\*\*([0-9a-f]{8})\*\*", kalimat)
    assert kode
    assert f"galat {kode[1]}" in caplog.text


async def _gagal(_scope: Any, _receive: Any, _send: Any) -> None:
    raise ValueError("/jalur/rahasia")


@pytest.mark.parametrize(
    ("query", "bahasa", "judul"), [("", "id", "Terjadi kesalahan"), ("bahasa=en", "en", "Something")]
)
def test_a_failure_of_the_server_is_a_page_with_a_code(
    query: str, bahasa: str, judul: str, caplog: pytest.LogCaptureFixture
) -> None:
    jawaban = panggil(HalamanGalat(_gagal), "/", query=query)
    isi = jawaban.isi.decode()
    assert jawaban.status == 500
    assert f'<html lang="{bahasa}">' in isi
    assert judul in isi
    assert "rahasia" not in isi
    kode = re.search(r"<strong>([0-9a-f]{8})</strong>", isi)
    assert kode
    assert f"galat {kode[1]}" in caplog.text


def test_half_an_answer_breaks_the_connection_instead_of_looking_whole(caplog: pytest.LogCaptureFixture) -> None:
    async def setengah(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ValueError("putus")

    with pytest.raises(ValueError, match="putus"):
        panggil(HalamanGalat(setengah), "/")
    assert "putus" in caplog.text
