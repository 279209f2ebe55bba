"""Stores that pages are run against: sample, empty, one unit, years only. Each is built once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from kinerja.domain.fakta import Fakta, HasilBaca, TargetBaru
from kinerja.indikator import terbit
from kinerja.ui.navigasi import HALAMAN

ROUTER = Path(__file__).resolve().parents[2] / "kinerja" / "server" / "router.py"
SISTEM = ("sampel", "kosong", "satu_unit", "tahunan")


def _satu_unit(folder: Path) -> None:
    fakta = tuple(
        Fakta("kunjungan_rawat_jalan", "1011119", 202500 + b, 202500 + b, 3000 + 17 * b) for b in (1, 2, 3, 5, 6)
    )
    target = (TargetBaru("kunjungan_rawat_jalan", "1011119", 202501, 202512, 400_000_000),)
    terbit.simpan(folder, HasilBaca("templat", "satu.csv", "a" * 64, ("csv",), fakta, target), "uji")


def _kosong(folder: Path) -> None:
    fakta = (Fakta("spm_tb", "1011120", 202401, 202412, 0, 0),)
    nomor = terbit.simpan(folder, HasilBaca("templat", "k.csv", "b" * 64, ("csv",), fakta), "uji")
    terbit.batalkan(folder, nomor, "uji")


def _tahunan(folder: Path) -> None:
    fakta = tuple(
        Fakta("spm_hipertensi", u, 202301, 202312, p, q) for u, p, q in (("1011119", 880, 800), ("1011120", 300, 900))
    )
    terbit.simpan(folder, HasilBaca("templat", "t.csv", "c" * 64, ("csv",), fakta), "uji")


@pytest.fixture(scope="session")
def folder_data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    buat: dict[str, Callable[[Path], object]] = {
        "sampel": terbit.terbitkan_contoh,
        "kosong": _kosong,
        "satu_unit": _satu_unit,
        "tahunan": _tahunan,
    }
    hasil = {}
    for nama, isi in buat.items():
        hasil[nama] = tmp_path_factory.mktemp(nama)
        isi(hasil[nama])
    return hasil


@pytest.fixture
def jalankan(folder_data: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AppTest]]:
    """Runs one page through the router: ``jalankan("tren", data="sampel", bahasa="en")``."""

    def buka(halaman: str = "ringkasan", data: str | Path = "sampel", **tautan: str) -> AppTest:
        monkeypatch.setenv("KINERJA_DATA", str(folder_data[data] if isinstance(data, str) else data))
        st.cache_resource.clear()
        at = AppTest.from_file(str(ROUTER), default_timeout=30)
        for nama, nilai in tautan.items():
            at.query_params[nama] = nilai
        at.run()
        if halaman != "ringkasan":
            berkas = next(h.berkas for h in HALAMAN if h.kode == halaman)
            at.switch_page(f"../../pages/{berkas}").run()
        return at

    yield buka
    st.cache_resource.clear()


def buka_nama(at: AppTest) -> AppTest:
    """The page after the deliberate act that shows names and codes."""
    return at.button(key="tampilkan_nama").click().run()


def semua_teks(at: AppTest) -> str:
    """Every text a reader sees on the page, and every text in its figures."""
    jenis = (at.title, at.header, at.subheader, at.markdown, at.caption, at.error, at.warning, at.info)
    teks = [str(e.value) for daftar in jenis for e in daftar]
    teks += [str(b.label) for b in at.button]
    teks += [f"{m.label} {m.value} {m.delta}" for m in at.metric]
    teks += [df.value.to_csv() for df in at.dataframe]
    teks += [g.proto.spec for g in at.get("plotly_chart")]
    return "\n".join(teks)
