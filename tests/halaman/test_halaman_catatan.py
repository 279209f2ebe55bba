"""What pages need of the people's notes: the last day to object, and one sentence where the notes are out of reach."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from kinerja.domain.akses import Akses
from kinerja.domain.periode import periode_dari_bulan
from kinerja.i18n import BAHASA, teks
from kinerja.ui import catat, sumber
from kinerja.ui.lingkup import Lingkup
from tests.alat import port_bebas
from tests.halaman.conftest import semua_teks

LURAH, STAF = "ASN-0220", "ASN-0222"
Jalankan = Callable[..., AppTest]


@pytest.fixture
def lk(folder_data: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Lingkup:
    """A viewer over a store whose calendar of working days ends with 2027."""
    monkeypatch.setenv("KINERJA_DATA", str(folder_data["satu_unit"]))
    st.cache_resource.clear()
    isi = sumber.buka()
    masa = periode_dari_bulan(202506, "bulan")
    return Lingkup(
        Akses("pegawai", unit="1011119", pegawai=STAF),
        "id",
        gelap=False,
        sempit=False,
        isi=isi,
        unit="1011119",
        dipilih=masa,
        banding="lalu",
        indikator="",
        slide=1,
    )


@pytest.mark.parametrize(
    ("dibuat", "harap"),
    [
        (datetime(2026, 11, 2, 3, tzinfo=UTC), date(2026, 11, 20)),  # weekends only
        (datetime(2026, 12, 11, 3, tzinfo=UTC), date(2027, 1, 6)),  # Natal with its cuti bersama, New Year, Isra Mikraj
        (datetime(2026, 12, 10, 17, 30, tzinfo=UTC), date(2027, 1, 6)),  # already the 11th in Padang
        (datetime(2026, 12, 10, 16, 30, tzinfo=UTC), date(2027, 1, 4)),
        (datetime(2027, 12, 13, 3, tzinfo=UTC), date(2027, 12, 31)),  # the last day the calendar knows
        (datetime(2027, 12, 14, 3, tzinfo=UTC), None),
        (datetime(2028, 2, 1, 3, tzinfo=UTC), None),
        (datetime(2021, 12, 31, 3, tzinfo=UTC), None),  # before the rule
    ],
)
def test_the_last_day_to_object_skips_holidays_and_is_not_guessed(
    lk: Lingkup, dibuat: datetime, harap: date | None
) -> None:
    assert catat.batas_keberatan(lk, dibuat) == harap


@pytest.fixture
def tak_terjangkau(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINERJA_CATATAN", f"postgresql://kinerja@127.0.0.1:{port_bebas()}/kinerja")


@pytest.mark.usefixtures("tak_terjangkau")
@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize(
    ("halaman", "tautan", "angka"),
    [
        ("umpan-balik", {"peran": "evaluator", "sebagai": LURAH, "orang": STAF}, "umpan_tulis.kolom_selisih"),
        ("umpan-balik", {"peran": "evaluator", "sebagai": LURAH}, "umpan_tulis.pilih_dahulu"),
        ("umpan-balik", {"peran": "kepegawaian", "orang": STAF}, "umpan_tulis.kolom_selisih"),
        ("kinerja-saya", {"peran": "pegawai", "sebagai": STAF}, "kinerja_saya.predikat_judul"),
    ],
)
def test_notes_out_of_reach_are_one_sentence_beside_the_figures(
    jalankan: Jalankan, halaman: str, tautan: dict[str, str], angka: str, bahasa: str
) -> None:
    at = jalankan(halaman, bahasa=bahasa, periode="2026-TW3", **tautan)
    assert not at.exception
    assert not at.error
    assert [w.value for w in at.warning] == [teks(bahasa, "galat.catatan_tak_terjangkau")]
    assert teks(bahasa, angka) in semua_teks(at)
    assert not [b for b in at.button if str(b.key).startswith(("umpan_", "baca_", "kirim_"))]
