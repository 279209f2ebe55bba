"""The rooms of the house: who may import whom, what a page may hold, how long things may be.

The table is that of the architecture, as an allow-list: what is not named here is forbidden. Deviations, and why:

* ``indikator`` may import ``metode`` (a figure and its interval are computed at once), ``contoh`` (reference data of a
  new store) and ``catatan`` (names of employees come and go with their batch). It may name duckdb, but only for the
  type of a connection; ``store`` is the only one to use it.
* ``contoh`` is a package of its own; it imports ``domain``.
* ``i18n`` imports ``domain``: it writes periods and rounds as the office does.
* ``metode`` holds numpy and scipy only; nothing needs statsmodels.
* ``charts`` builds plain dicts: it owns plotly, and so far does not even need it.
* ``server`` draws nothing but reads Streamlit's own settings and errors, so it may import streamlit.
* ``catatan`` holds what people write; only ``ui``, ``cli`` and ``indikator`` import it; only it imports sqlalchemy.

Every check is followed by the proof that it can fail.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]

BOLEH: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "i18n": frozenset({"domain"}),
    "metode": frozenset({"domain"}),
    "contoh": frozenset({"domain"}),
    "store": frozenset({"domain"}),
    "catatan": frozenset({"domain"}),
    "indikator": frozenset({"domain", "store", "metode", "contoh", "catatan"}),
    "ingest": frozenset({"domain", "store"}),
    "kalimat": frozenset({"domain", "metode", "i18n"}),
    "charts": frozenset({"domain", "i18n"}),
    "ekspor": frozenset({"domain", "i18n", "charts", "kalimat"}),
    "ui": frozenset(
        {"domain", "i18n", "metode", "contoh", "store", "catatan", "indikator", "ingest", "kalimat", "charts", "ekspor"}
    ),
    "server": frozenset({"domain", "i18n", "ui"}),
    "pages": frozenset({"ui", "charts", "kalimat"}),
    "app": frozenset({"server"}),
    "cli": frozenset({"store", "catatan", "indikator", "ingest", "ekspor", "domain", "i18n", "contoh"}),
    "__main__": frozenset({"cli", "store", "indikator", "ingest", "ekspor", "domain", "i18n", "contoh"}),
}
PIHAK_KETIGA: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "i18n": frozenset({"babel"}),
    "metode": frozenset({"numpy", "scipy"}),
    "contoh": frozenset({"numpy", "pandas"}),
    "store": frozenset({"duckdb", "pandas"}),
    "catatan": frozenset({"sqlalchemy"}),
    "indikator": frozenset({"duckdb", "numpy", "pandas"}),
    "ingest": frozenset({"openpyxl", "python_calamine"}),
    "kalimat": frozenset({"pandas"}),
    "charts": frozenset({"plotly", "numpy", "pandas"}),
    "ekspor": frozenset({"xlsxwriter", "pandas"}),
    "ui": frozenset({"streamlit", "pandas"}),
    "server": frozenset({"starlette", "streamlit"}),
    "pages": frozenset({"streamlit"}),
    "app": frozenset({"starlette", "streamlit"}),
    "cli": frozenset(),
    "__main__": frozenset(),
}
TANPA_PUSTAKA_STANDAR = frozenset({"pages"})
"""A page that needs ``datetime`` or ``json`` does something that belongs a layer down."""
MAKS_MODUL, MAKS_FUNGSI, MAKS_HALAMAN = 300, 40, 80


def berkas_program() -> list[Path]:
    return [AKAR / "app.py", *sorted((AKAR / "kinerja").rglob("*.py")), *sorted((AKAR / "pages").rglob("*.py"))]


def paket(jalur: Path) -> str:
    """Which row of the table a file belongs to."""
    bagian = jalur.relative_to(AKAR).parts
    if bagian[0] == "kinerja":
        return bagian[1].removesuffix(".py")
    return bagian[0].removesuffix(".py")


def modul_diimpor(pohon: ast.AST) -> Iterator[str]:
    """Dotted names of everything imported, wherever in the file; relative imports start with a dot."""
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Import):
            yield from (a.name for a in simpul.names)
        elif isinstance(simpul, ast.ImportFrom) and simpul.level:
            yield "." * simpul.level + (simpul.module or "")
        elif isinstance(simpul, ast.ImportFrom):
            dari = simpul.module or ""
            yield from (f"{dari}.{a.name}" for a in simpul.names) if dari == "kinerja" else [dari]
        elif isinstance(simpul, ast.Call) and _nama(simpul.func) in ("import_module", "__import__"):
            yield ".dinamis"


def _nama(simpul: ast.expr) -> str:
    if isinstance(simpul, ast.Name):
        return simpul.id
    return simpul.attr if isinstance(simpul, ast.Attribute) else ""


DINAMIS = "kinerja/server/daur.py"
"""Loads every module of the pages' layers at start, by name: see the test of its list below."""


def langgar_impor(siapa: str, sumber: str, *, dinamis: bool = False) -> list[str]:
    """Imports that the table does not allow to this package."""
    salah = []
    for nama in modul_diimpor(ast.parse(sumber)):
        if dinamis and nama == ".dinamis":
            continue
        akar, *sisa = nama.split(".")
        if akar == "kinerja":
            boleh = sisa[:1] == [siapa] or (sisa and sisa[0] in BOLEH[siapa])
        elif akar in sys.stdlib_module_names:
            boleh = siapa not in TANPA_PUSTAKA_STANDAR or akar == "__future__"
        else:
            boleh = akar in PIHAK_KETIGA[siapa]
        if not boleh:
            salah.append(nama)
    return salah


def langgar_duckdb(sumber: str) -> list[str]:
    """Uses of duckdb beyond the type of a connection."""
    return [
        s.attr
        for s in ast.walk(ast.parse(sumber))
        if isinstance(s, ast.Attribute) and _nama(s.value) == "duckdb" and s.attr != "DuckDBPyConnection"
    ] + [s.module for s in ast.walk(ast.parse(sumber)) if isinstance(s, ast.ImportFrom) and s.module == "duckdb"]


def fungsi_panjang(sumber: str) -> list[str]:
    return [
        f"{s.name} {s.end_lineno - s.lineno + 1}"
        for s in ast.walk(ast.parse(sumber))
        if isinstance(s, ast.FunctionDef | ast.AsyncFunctionDef)
        and s.end_lineno is not None
        and s.end_lineno - s.lineno + 1 > MAKS_FUNGSI
    ]


def nama_dipakai(sumber: str) -> set[str]:
    """Every identifier of a file: names, attributes, keywords, imported modules. Strings and comments are not."""
    hasil: set[str] = set()
    for s in ast.walk(ast.parse(sumber)):
        if isinstance(s, ast.Name):
            hasil.add(s.id)
        elif isinstance(s, ast.Attribute):
            hasil.add(s.attr)
        elif isinstance(s, ast.keyword) and s.arg:
            hasil.add(s.arg)
        elif isinstance(s, ast.alias):
            hasil |= set(s.name.split("."))
        elif isinstance(s, ast.ImportFrom) and s.module:
            hasil |= set(s.module.split("."))
    return hasil


TERLARANG_HALAMAN = re.compile(r"session_state|query_params|cache_\w*|cache")
TERLARANG = frozenset({"unsafe_allow_html", "eval", "exec", "pickle", "cPickle", "marshal", "shelve", "dill"})
CACHE_STREAMLIT = frozenset({"cache_data", "cache_resource", "experimental_memo", "experimental_singleton"})
WARNA = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
SQL = re.compile(
    r"^\s*(?:select\s|insert\s+(?:or\s+\w+\s+)?into\s|update\s+\S*\s*set\s|delete\s+from\b|create\s+(?:or\s|table|view)"
    r"|drop\s+(?:table|view)|alter\s+table|copy\s|attach\s|with\s+(?:recursive\s+)?\w+\s+as\b)",
    re.IGNORECASE,
)


def string_halaman(sumber: str) -> list[str]:
    return [s.value for s in ast.walk(ast.parse(sumber)) if isinstance(s, ast.Constant) and isinstance(s.value, str)]


def warna_hex(sumber: str) -> list[str]:
    return [w for teks in string_halaman(sumber) for w in WARNA.findall(teks)]


def sql_rakitan(sumber: str) -> list[str]:
    """SQL put together at run time: an f-string, a ``%``, a ``+`` or a ``.format`` that starts like a statement."""
    hasil = []
    for s in ast.walk(ast.parse(sumber)):
        awal: ast.AST | None = None
        if isinstance(s, ast.JoinedStr) and any(isinstance(v, ast.FormattedValue) for v in s.values):
            awal = s.values[0]
        elif isinstance(s, ast.BinOp) and isinstance(s.op, ast.Add | ast.Mod):
            awal = s.left
        elif isinstance(s, ast.Call) and isinstance(s.func, ast.Attribute) and s.func.attr == "format":
            awal = s.func.value
        if isinstance(awal, ast.Constant) and isinstance(awal.value, str) and SQL.match(awal.value):
            hasil.append(awal.value)
    return hasil


def sql_apa_saja(sumber: str) -> list[str]:
    return [s for s in string_halaman(sumber) if SQL.match(s)]


semua = pytest.mark.parametrize("jalur", berkas_program(), ids=lambda p: str(p.relative_to(AKAR)))
halaman = pytest.mark.parametrize("jalur", sorted((AKAR / "pages").rglob("*.py")), ids=lambda p: p.name)


@semua
def test_a_file_imports_only_what_the_table_allows(jalur: Path) -> None:
    siapa = paket(jalur)
    if jalur == AKAR / "kinerja" / "__init__.py":
        assert not list(modul_diimpor(ast.parse(jalur.read_text(encoding="utf-8"))))
        return
    assert siapa in BOLEH, f"package {siapa} is not in the table"
    dinamis = jalur.relative_to(AKAR).as_posix() == DINAMIS
    assert langgar_impor(siapa, jalur.read_text(encoding="utf-8"), dinamis=dinamis) == []


def test_the_one_dynamic_import_names_only_layers_that_pages_or_ui_may_import() -> None:
    pohon = ast.parse((AKAR / DINAMIS).read_text(encoding="utf-8"))
    nama = [s.value for s in ast.walk(pohon) if isinstance(s, ast.Constant) and str(s.value).startswith("kinerja.")]
    assert nama
    assert {n.split(".")[1] for n in nama} <= BOLEH["ui"] | {"ui", "server"}


@pytest.mark.parametrize(
    ("siapa", "sumber"),
    [
        ("domain", "import pandas"),
        ("domain", "from kinerja.i18n import teks"),
        ("metode", "from kinerja.store import queries"),
        ("store", "from kinerja.indikator.registry import registri"),
        ("store", "from kinerja.i18n import teks"),
        ("indikator", "import streamlit as st"),
        ("charts", "import duckdb"),
        ("charts", "from kinerja.kalimat.kalimat import Kalimat"),
        ("ingest", "def f():\n    import duckdb"),
        ("kalimat", "from kinerja import store"),
        ("ui", "import plotly.graph_objects as go"),
        ("ui", "from kinerja.server import jaga"),
        ("ui", "import openpyxl"),
        ("server", "from kinerja.store import queries"),
        ("pages", "from kinerja.store import queries"),
        ("pages", "import pandas as pd"),
        ("pages", "import json"),
        ("pages", "from kinerja.catatan import umpan_balik"),
        ("catatan", "from kinerja.store import queries"),
        ("catatan", "from kinerja.i18n import teks"),
        ("store", "import sqlalchemy"),
        ("ui", "from sqlalchemy import select"),
        ("kalimat", "from kinerja.catatan import umpan_balik"),
        ("__main__", "from kinerja.ui import kepala"),
        ("cli", "from kinerja.ui import kepala"),
        ("cli", "import pandas as pd"),
        ("ui", "from kinerja.cli import laporan"),
        ("app", "from kinerja.ui import kepala"),
        ("i18n", "from ..store import queries"),
        ("domain", "import importlib\nimportlib.import_module('duckdb')"),
        ("ekspor", "from kinerja import indikator"),
    ],
)
def test_the_import_check_finds_a_forbidden_import(siapa: str, sumber: str) -> None:
    assert langgar_impor(siapa, sumber)


@pytest.mark.parametrize("jalur", sorted((AKAR / "kinerja" / "indikator").glob("*.py")), ids=lambda p: p.name)
def test_indikator_names_duckdb_only_as_a_type(jalur: Path) -> None:
    assert langgar_duckdb(jalur.read_text(encoding="utf-8")) == []


def test_the_duckdb_check_finds_a_connection_made_outside_the_store() -> None:
    assert langgar_duckdb("import duckdb\nk = duckdb.connect('x')") == ["connect"]
    assert langgar_duckdb("from duckdb import connect") == ["duckdb"]


@semua
def test_modules_and_functions_stay_short(jalur: Path) -> None:
    sumber = jalur.read_text(encoding="utf-8")
    assert len(sumber.splitlines()) <= MAKS_MODUL
    assert fungsi_panjang(sumber) == []


def test_the_length_check_finds_a_long_function() -> None:
    pas = "def f():\n" + "    x = 1\n" * (MAKS_FUNGSI - 1)
    assert fungsi_panjang(pas) == []
    assert fungsi_panjang(pas + "    x = 1\n") == [f"f {MAKS_FUNGSI + 1}"]


def test_pages_lie_one_folder_deep_because_streamlit_would_run_them_without_the_router() -> None:
    assert (AKAR / "pages").is_dir()
    assert list((AKAR / "pages").glob("*.py")) == []
    assert list((AKAR / "pages").glob("*/*.py")), "the glob must see the pages that are there"


def langgar_halaman(sumber: str) -> list[str]:
    salah = [n for n in nama_dipakai(sumber) if TERLARANG_HALAMAN.fullmatch(n)]
    salah += warna_hex(sumber) + sql_apa_saja(sumber)
    if len(sumber.splitlines()) > MAKS_HALAMAN:
        salah.append("panjang")
    return salah


@halaman
def test_a_page_is_short_and_holds_no_state_no_cache_no_colour_no_sql(jalur: Path) -> None:
    assert langgar_halaman(jalur.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "sumber",
    [
        "import streamlit as st\nst.session_state['x'] = 1",
        "import streamlit as st\nst.query_params['x'] = 1",
        "import streamlit as st\n@st.cache_data\ndef f(): ...",
        "from functools import cache",
        "warna = '#1f77b4'",
        "warna = 'background: #FFF;'",
        "q = 'select 1 from mart'",
        "x = 1\n" * (MAKS_HALAMAN + 1),
    ],
)
def test_the_page_check_finds_what_does_not_belong_on_a_page(sumber: str) -> None:
    assert langgar_halaman(sumber)


@semua
def test_no_file_uses_eval_pickle_or_raw_html(jalur: Path) -> None:
    assert nama_dipakai(jalur.read_text(encoding="utf-8")) & TERLARANG == set()


@pytest.mark.parametrize(
    "sumber",
    [
        "eval('1')",
        "import pickle",
        "from pickle import loads",
        "import streamlit as st\nst.markdown('<b>', unsafe_allow_html=True)",
    ],
)
def test_the_danger_check_finds_each_of_them(sumber: str) -> None:
    assert nama_dipakai(sumber) & TERLARANG


@semua
def test_streamlit_caches_stand_in_one_file_only(jalur: Path) -> None:
    if jalur.relative_to(AKAR).as_posix() != "kinerja/ui/sumber.py":
        assert nama_dipakai(jalur.read_text(encoding="utf-8")) & CACHE_STREAMLIT == set()


def test_the_cache_check_finds_a_cache_and_the_one_file_really_has_them() -> None:
    assert nama_dipakai("import streamlit as st\n@st.cache_resource\ndef f(): ...") & CACHE_STREAMLIT
    sumber = (AKAR / "kinerja" / "ui" / "sumber.py").read_text(encoding="utf-8")
    assert nama_dipakai(sumber) & CACHE_STREAMLIT


@semua
def test_sql_is_never_put_together_outside_the_store(jalur: Path) -> None:
    if paket(jalur) != "store":
        assert sql_rakitan(jalur.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "sumber",
    [
        "k.execute(f'select * from {tabel}')",
        "k.execute('delete from mart where unit = ' + unit)",
        "k.execute('insert into mart values (%s)' % nilai)",
        "k.execute('update unit set nama = {}'.format(nama))",
        'k.execute(f"""\n    with a as (select 1) select {x} from a""")',
    ],
)
def test_the_sql_check_finds_a_statement_put_together(sumber: str) -> None:
    assert sql_rakitan(sumber)


def test_the_sql_check_leaves_ordinary_sentences_alone() -> None:
    assert sql_rakitan("s = f'with {x} as a guest'; t = 'update ' + nama") == []


def test_the_repository_has_no_catalog_text_in_pages() -> None:
    """A page's strings are keys, codes and widget names: nothing with a blank in it except its docstring."""
    for jalur in sorted((AKAR / "pages").rglob("*.py")):
        pohon = ast.parse(jalur.read_text(encoding="utf-8"))
        kalimat = [s for s in string_halaman(jalur.read_text(encoding="utf-8")) if " " in s]
        assert kalimat == [d for d in [ast.get_docstring(pohon, clean=False)] if d], jalur.name
