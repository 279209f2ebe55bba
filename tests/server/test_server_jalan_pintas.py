"""No way to a page past the router.

With a ``pages/`` folder beside its script Streamlit runs in its legacy mode until some session has called
``st.navigation``: after each start, whoever asks for a page gets it without the router, and so without the login.
The first test shows that the client here does see that leak; the others, with the same client, that we have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.util import calc_hash

from tests.alat import AKAR, Peladen, jalankan_peladen, jalankan_sesi, minta, salin_aplikasi

ROUTER = """
import streamlit as st

st.title("MASUK-DAHULU")
st.stop()
st.navigation([st.Page("rahasia.py")]).run()
"""
RAHASIA = 'import streamlit as st\n\nst.title("ISI-RAHASIA")\n'


def _permintaan(halaman: Path) -> list[dict[str, str]]:
    """Every way a client can name ``halaman``: by the hashes Streamlit may have given it, and by its address."""
    nama = [halaman.stem, f"{halaman.parent.name}/{halaman.stem}", f"pages/{halaman.parent.name}/{halaman.stem}"]
    nama.append(halaman.stem.replace("_", "-"))
    bahan = [*nama, str(halaman), halaman.name]
    return [{"hash_halaman": calc_hash(isi)} for isi in bahan] + [{"nama_halaman": isi} for isi in nama]


def _isi(url: str, permintaan: dict[str, str]) -> bytes:
    return b"".join(jalankan_sesi(url, **permintaan))


@pytest.fixture(scope="module")
def tata_letak_buruk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Peladen, Path]]:
    folder = tmp_path_factory.mktemp("buruk")
    (folder / "app.py").write_text('import streamlit as st\n\napp = st.App("router.py")\n', encoding="utf-8")
    (folder / "router.py").write_text(ROUTER, encoding="utf-8")
    halaman = folder / "pages" / "rahasia.py"
    halaman.parent.mkdir()
    halaman.write_text(RAHASIA, encoding="utf-8")
    with jalankan_peladen({"STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}, folder=folder) as peladen:
        yield peladen, halaman


@pytest.fixture(scope="module")
def tata_letak_kita(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Peladen, Path]]:
    halaman = {"pimpinan/rahasia.py": RAHASIA}
    folder = salin_aplikasi(tmp_path_factory.mktemp("kita"), ROUTER, halaman)
    with jalankan_peladen({"KINERJA_DATA": str(tmp_path_factory.mktemp("data"))}, folder=folder) as peladen:
        yield peladen, folder / "pages" / "pimpinan" / "rahasia.py"


def test_the_client_sees_the_leak_where_there_is_one(tata_letak_buruk: tuple[Peladen, Path]) -> None:
    peladen, halaman = tata_letak_buruk
    bocor = [isi for isi in (_isi(peladen.url, minta) for minta in _permintaan(halaman)) if b"ISI-RAHASIA" in isi]
    assert len(bocor) >= 2  # by hash and by name
    assert all(b"MASUK-DAHULU" not in isi for isi in bocor)


def test_no_request_reaches_a_page_past_the_router(tata_letak_kita: tuple[Peladen, Path]) -> None:
    peladen, halaman = tata_letak_kita
    for permintaan in _permintaan(halaman):
        isi = _isi(peladen.url, permintaan)
        assert b"ISI-RAHASIA" not in isi, permintaan
        assert b"MASUK-DAHULU" in isi, permintaan


def test_there_is_no_pages_folder_beside_the_router() -> None:
    assert (AKAR / "kinerja" / "server" / "router.py").is_file()
    assert not (AKAR / "kinerja" / "server" / "pages").exists()


def test_no_page_lies_where_streamlit_would_look_for_it() -> None:
    assert list((AKAR / "pages").glob("*.py")) == []
    assert sorted((AKAR / "pages").glob("*/*.py")), "no pages found: the tests of this file would prove nothing"


def test_the_product_itself_answers_the_first_request_through_its_router(tmp_path: Path) -> None:
    """The legacy menu lists the script itself, under its file name, as a page; the router never does."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    halaman = sorted((AKAR / "pages").glob("*/*.py"))
    with jalankan_peladen({"KINERJA_DATA": str(tmp_path)}) as peladen:
        for permintaan in (isi for berkas in halaman for isi in _permintaan(berkas)):
            pesan = [ForwardMsg.FromString(isi) for isi in jalankan_sesi(peladen.url, **permintaan)]
            menu = [isi.navigation for isi in pesan if isi.WhichOneof("type") == "navigation"]
            assert menu, permintaan
            assert all(isi.page_name.lower() != "router" for isi in menu[0].app_pages), permintaan
        assert minta(f"{peladen.url}/_stcore/health").status == 200
