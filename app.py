"""The server. Start it with ``streamlit run app.py``.

The script that draws the pages is ``kinerja/server/router.py``, which has no ``pages/`` folder beside it: with one
there, Streamlit would run a page without the router for whoever asks first after a start.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from kinerja.server.daur import MulaiJelas, daur
from kinerja.server.halaman_galat import HalamanGalat, tampilkan_galat
from kinerja.server.headers import HeaderAman
from kinerja.server.indeks import SajikanIndeks
from kinerja.server.jaga import Jaga
from kinerja.server.kompres import Kompres

app = st.App(
    Path(__file__).resolve().parent / "kinerja" / "server" / "router.py",
    middleware=[  # from the outside in
        Middleware(MulaiJelas),
        Middleware(HeaderAman),
        Middleware(HalamanGalat),
        Middleware(Jaga),
        Middleware(Kompres),
        Middleware(SajikanIndeks),
    ],
    lifespan=daur,
    on_script_error=tampilkan_galat,
)
