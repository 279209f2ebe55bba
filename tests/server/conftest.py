"""One server for this folder: the product's own app.py around a small router that shows every kind of element."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.alat import Peladen, jalankan_peladen, salin_aplikasi

ROUTER = """
import gc

import pandas as pd
import streamlit as st

from kinerja.domain.errors import StoreError

st.set_page_config(page_title="Uji")
st.text(f"BEKU={gc.get_freeze_count()}")
match st.query_params.get("mode"):
    case "galat":
        raise RuntimeError("/rahasia/kinerja.duckdb: select nip from pegawai")
    case "dikenal":
        raise StoreError("server.alamat_terlarang", alamat="![x](http://jahat.example/a.png)")
    case "unsur":
        st.title("Kinerja")
        st.html("<style>.st-key-kotak { outline: 3px solid rgb(1, 2, 3); }</style>")
        with st.container(key="kotak"):
            st.caption("keterangan")
        st.metric("Kunjungan", "5.482", 5.4, chart_data=[1, 3, 2])
        st.plotly_chart({"data": [{"type": "bar", "x": ["a", "b"], "y": [1, 2]}], "layout": {}}, theme=None)
        st.dataframe(pd.DataFrame({"Unit": ["A", "B"], "Capaian": [90, 101]}))
        st.file_uploader("Berkas", type=["csv"])
        st.button("Ikon", icon=":material/link:")
        st.components.v2.component(
            "layar",
            html="<span id='penanda'></span>",
            js="export default c => { c.parentElement.querySelector('#penanda').textContent = 'SKRIP JALAN' }",
        )(key="layar")
        st.html("<img src='http://jahat.example/b.png'>")
"""


@pytest.fixture(scope="session")
def peladen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peladen]:
    folder = salin_aplikasi(tmp_path_factory.mktemp("aplikasi"), ROUTER, {})
    with jalankan_peladen({"KINERJA_DATA": str(tmp_path_factory.mktemp("data"))}, folder=folder) as jalan:
        yield jalan
