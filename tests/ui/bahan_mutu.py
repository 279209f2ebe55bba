"""Stores with a history, a scope without a browser, and pages run through the router."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from kinerja.domain.akses import Akses, Peran
from kinerja.domain.fakta import Fakta, HasilBaca, TargetBaru
from kinerja.domain.periode import parse_periode
from kinerja.indikator import terbit
from kinerja.ui import sumber
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.navigasi import HALAMAN

LB, PG = "1011119", "1011120"
KUNJUNGAN = "kunjungan_rawat_jalan"
ROUTER = Path(__file__).resolve().parents[2] / "kinerja" / "server" / "router.py"
_URUT = count(1)


def waktu(bulan: int, hari: int, jam: int = 3) -> datetime:
    """A time in UTC: ``waktu(202611, 10)``."""
    return datetime(bulan // 100, bulan % 100, hari, jam, tzinfo=UTC)


def angka(unit: str, bulan: int, jumlah: int, indikator: str = KUNJUNGAN, penyebut: int | None = None) -> Fakta:
    return Fakta(indikator, unit, bulan, bulan, jumlah, penyebut)


def berkas(
    fakta: Iterable[Fakta], nama: str = "laporan.xlsx", target: Iterable[TargetBaru] = (), **isi: Any
) -> HasilBaca:
    """A file as it was read; each has a content of its own."""
    return HasilBaca("templat", nama, f"{next(_URUT):064d}", ("csv",), tuple(fakta), tuple(target), **isi)


def simpan(folder: Path, fakta: Iterable[Fakta], pada: datetime, nama: str = "laporan.xlsx", **lain: Any) -> int:
    """Number of the stored batch. ``koreksi``, ``pembanding``, ``disetujui`` say how, the rest is of the file."""
    cara = {k: lain.pop(k) for k in ("koreksi", "pembanding", "disetujui") if k in lain}
    return terbit.simpan(folder, berkas(fakta, nama, **lain), "Sri", pada=pada, **cara)


def lingkup(monkeypatch: pytest.MonkeyPatch, folder: Path, periode: str, **lain: Any) -> Lingkup:
    """The scope of a page on this store, as the router would make it."""
    monkeypatch.setenv("KINERJA_DATA", str(folder))
    st.cache_resource.clear()
    peran: Peran = lain.pop("peran", "pengelola")
    dasar: dict[str, Any] = {
        "bahasa": "id",
        "gelap": False,
        "sempit": False,
        "isi": sumber.buka(),
        "unit": "WIL",
        "dipilih": parse_periode(periode),
        "banding": "lalu",
        "indikator": KUNJUNGAN,
        "slide": 1,
    }
    return Lingkup(Akses(peran), **(dasar | lain))


def buka(monkeypatch: pytest.MonkeyPatch, folder: Path, halaman: str, **tautan: str) -> AppTest:
    """One page through the router."""
    monkeypatch.setenv("KINERJA_DATA", str(folder))
    st.cache_resource.clear()
    at = AppTest.from_file(str(ROUTER), default_timeout=30)
    for nama, nilai in tautan.items():
        at.query_params[nama] = nilai
    at.run()
    jalur = next(h.berkas for h in HALAMAN if h.kode == halaman)
    at.switch_page(f"../../pages/{jalur}").run()
    assert not at.exception
    return at


def tekan(at: AppTest, kunci: str, nama: str = "", kedua: str = "") -> AppTest:
    """The second click of a confirmation, with the names typed before it."""
    if nama:
        at.text_input(key=f"nama_{kunci}").set_value(nama)
    if kedua:
        at.text_input(key=f"kedua_{kunci}").set_value(kedua)
    at.button(key=f"ya_{kunci}").click().run()
    assert not at.exception
    return at


def tertulis(at: AppTest) -> str:
    """Every word on the page outside its figures."""
    jenis = (at.title, at.subheader, at.markdown, at.caption, at.error, at.warning, at.info)
    isi = [str(e.value) for daftar in jenis for e in daftar] + [df.value.to_csv() for df in at.dataframe]
    return "\n".join(isi).replace("\\", "")
