"""The written matrix of pages (``tests/spesifikasi/akses.md``), run page by page: nobody out of reach, anywhere.

Looked at is everything that is sent: texts, tables, figures, choices, keys, the address, and the files of the exports.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from kinerja.catatan import mesin
from kinerja.domain.akses import Akses
from kinerja.i18n import teks
from kinerja.ui import catat, lingkup, unduh
from kinerja.ui.navigasi import HALAMAN
from tests.halaman.bahan_akses import (
    KODE,
    TIGA_ORANG,
    TW3,
    Orang,
    buat_nyata,
    buka_langsung,
    isi_berkas,
    kiriman,
    tabel_halaman,
    tampak,
)
from tests.pelihat import PELIHAT

MATRIKS = tabel_halaman()
BERORANG = ("penilaian-asn", "kalibrasi", "umpan-balik", "kinerja-saya", "pelatihan")
ALAMAT = {
    "semua unit": {"unit": "WIL"},
    "kelurahan lain": {"unit": "13.71.06.1009", "orang": "ASN-0200"},
    "poli": {"unit": "1011120-UMUM", "orang": "ASN-0365"},
    "tiga orang": {"unit": TIGA_ORANG, "orang": "ASN-0269"},
}
_SEKALI = ("tiga orang",)
"""Pages that name nobody are run for this only."""


@dataclass
class Nyata:
    """Two stores that differ in what three people did, and the folder pages now read."""

    folder: Path
    lain: Path
    orang: Orang
    berkas: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def nyata_dua(folder_data: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Nyata:
    dua = tmp_path_factory.mktemp("nyata"), tmp_path_factory.mktemp("nyata_lain")
    jalur = buat_nyata(folder_data["sampel"], dua[0])
    buat_nyata(folder_data["sampel"], dua[1], ubah=True)
    return Nyata(*dua, Orang(jalur))


Buka = Callable[..., AppTest]


class _Jam(datetime):
    """A clock that stands still, after the day by which the triwulan is to be rated."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> _Jam:
        return cls(2026, 11, 3, 4, tzinfo=UTC).astimezone(tz)


@pytest.fixture
def nyata(nyata_dua: Nyata, monkeypatch: pytest.MonkeyPatch) -> Iterator[Nyata]:
    """Files that a page would give for download are built at once and kept as text."""

    def simpan(_lk: object, _jenis: str, isi: Callable[[], bytes], nama: str, *_: object) -> None:
        nyata_dua.berkas.append(f"{nama}\n{isi_berkas(isi())}")

    monkeypatch.setattr(unduh, "_unduh", simpan)
    monkeypatch.setattr(unduh, "datetime", _Jam)
    monkeypatch.setattr(catat, "kini", lambda: _Jam.now(UTC))
    nyata_dua.berkas.clear()
    yield nyata_dua
    mesin.tutup()


@pytest.fixture
def buka(nyata: Nyata, monkeypatch: pytest.MonkeyPatch) -> Buka:
    """A page as this viewer gets it, as if they had signed in: the role is theirs, whatever the address says.

    Names are shown, as after the button that shows them; a test of masked pages passes ``{}``.
    """

    def langsung(
        halaman: str, siapa: str, keadaan: dict[str, Any] | None = None, folder: Path | None = None, **tautan: str
    ) -> AppTest:
        akses: Akses = PELIHAT[siapa]
        monkeypatch.setenv("KINERJA_DATA", str(folder or nyata.folder))
        monkeypatch.setattr(lingkup, "peran_kini", lambda: akses.peran)
        monkeypatch.setattr(lingkup, "akses_kini", lambda _isi: akses)
        if keadaan is None:
            keadaan = {"samaran_terbuka": (akses.peran, akses.pegawai)}
        at = buka_langsung(halaman, {"periode": TW3, **tautan}, keadaan)
        assert not at.exception
        return at

    return langsung


def _kasus() -> list[tuple[str, str, str]]:
    ada = [(h, s) for (h, s), isi in MATRIKS.items() if isi != "–"]
    return [(h, s, a) for h, s in ada for a in ALAMAT if h in BERORANG or a in _SEKALI]


def test_every_page_with_figures_stands_in_the_matrix() -> None:
    assert {h for h, _ in MATRIKS} == {h.kode for h in HALAMAN if not h.berkas.startswith("pengelola/")}


@pytest.mark.parametrize(("halaman", "siapa", "alamat"), _kasus())
def test_a_page_names_nobody_out_of_reach(nyata: Nyata, buka: Buka, halaman: str, siapa: str, alamat: str) -> None:
    at = buka(halaman, siapa, **ALAMAT[alamat])
    assert at.title[0].value == teks("id", f"halaman.{halaman}") or halaman == "paparan"
    boleh = nyata.orang.boleh(PELIHAT[siapa], MATRIKS[halaman, siapa])
    if halaman == "kinerja-saya":
        boleh |= nyata.orang.penilai(PELIHAT[siapa].pegawai)
    isi = "\n".join([tampak(at), *nyata.berkas])
    assert set(KODE.findall(isi)) - boleh == set()
    minta = {ALAMAT[alamat].get("orang", "")}
    assert set(KODE.findall(kiriman(at))) - boleh - minta == set()


def _dengan_orang() -> list[tuple[str, str]]:
    return [(h, s) for (h, s), isi in MATRIKS.items() if h in BERORANG and isi not in ("–", "kelompok")]


@pytest.mark.parametrize(("halaman", "siapa"), _dengan_orang())
def test_who_is_in_reach_is_shown(nyata: Nyata, buka: Buka, halaman: str, siapa: str) -> None:
    """Else the test above could be passed by an empty page."""
    boleh = nyata.orang.boleh(PELIHAT[siapa], MATRIKS[halaman, siapa])
    lain = sorted(boleh - {PELIHAT[siapa].pegawai})
    tautan = {"unit": PELIHAT[siapa].unit, **({"orang": lain[0]} if lain else {})}
    tanda = {"umpan-balik": f"Fakta {(lain or [''])[0]}.", "kinerja-saya": f"Fakta {PELIHAT[siapa].pegawai}."}
    isi = tampak(buka(halaman, siapa, **tautan))
    if halaman in tanda:
        assert tanda[halaman] in isi
    elif siapa != "pegawai":
        assert "Nama dari ASN-" in isi


@pytest.mark.parametrize(("halaman", "siapa"), [k for k, isi in MATRIKS.items() if isi == "–"])
def test_a_page_that_is_not_there_is_not_run_by_its_address(nyata: Nyata, buka: Buka, halaman: str, siapa: str) -> None:
    at = buka(halaman, siapa, unit="WIL", orang="ASN-0269")
    assert at.title[0].value == teks("id", "halaman.ringkasan")
    assert KODE.findall(tampak(at)) == []


@pytest.mark.parametrize(("halaman", "siapa"), _dengan_orang())
def test_until_names_are_shown_nobody_else_is_named(nyata: Nyata, buka: Buka, halaman: str, siapa: str) -> None:
    akses = PELIHAT[siapa]
    lain = sorted(nyata.orang.boleh(akses, MATRIKS[halaman, siapa]) - {akses.pegawai})
    tautan = {"unit": akses.unit, **({"orang": lain[0]} if lain else {})}
    isi = tampak(buka(halaman, siapa, {}, **tautan))
    isi = re.sub(r"(Fakta|Saran|Langkah|Jawaban|Alasan) ASN-\d{4}\.", "", isi)  # what people wrote stays as it stands
    diri = {akses.pegawai} | nyata.orang.penilai(akses.pegawai) if halaman == "kinerja-saya" else set()
    assert set(KODE.findall(isi)) - diri == set()


def _potret(nyata: Nyata, buka: Buka, folder: Path, kasus: list[tuple[str, str, str]]) -> dict[object, str]:
    """Everything that these pages send about the three people's unit, and the files they offer."""
    st.cache_resource.clear()
    hasil: dict[object, str] = {}
    for halaman, siapa, indikator in kasus:
        nyata.berkas.clear()
        at = buka(halaman, siapa, folder=folder, unit=TIGA_ORANG, indikator=indikator, orang="ASN-0269")
        hasil[halaman, siapa, indikator] = "\n".join([kiriman(at), *nyata.berkas])
    st.cache_resource.clear()
    return hasil


def test_what_three_people_did_changes_nothing_for_who_does_not_see_them(nyata: Nyata, buka: Buka) -> None:
    tidak = [(h, s) for (h, s), isi in MATRIKS.items() if isi != "–" and s in ("evaluator", "penyaji")]
    kasus = [(h, s, "ketepatan_skp") for h, s in tidak if h not in ("kinerja-saya", "definisi")]
    kasus += [(h, s, k) for h, s, _ in kasus if h == "unit-vs-target" for k in ("capaian_skp", "pelatihan_jp")]
    satu, lain = (_potret(nyata, buka, f, kasus) for f in (nyata.folder, nyata.lain))
    assert [k for k in satu if satu[k] != lain[k]] == []


def test_what_three_people_did_is_seen_by_who_sees_them(nyata: Nyata, buka: Buka) -> None:
    """Else the test above could be passed by two equal stores."""
    kasus = [(h, "kepegawaian", "ketepatan_skp") for h in ("penilaian-asn", "kepatuhan", "unit-vs-target", "satu-unit")]
    satu, lain = (_potret(nyata, buka, f, kasus) for f in (nyata.folder, nyata.lain))
    assert [k for k in satu if satu[k] == lain[k]] == []


@pytest.mark.parametrize("kode", ["asn-0269", "ASN-0269'--", "%", "ASN-0269,ASN-0222", ["ASN-0222", "ASN-0269"]])
@pytest.mark.parametrize("halaman", ["umpan-balik", "kinerja-saya"])
def test_a_forged_person_opens_nobody(nyata: Nyata, buka: Buka, halaman: str, kode: str) -> None:
    boleh = nyata.orang.boleh(PELIHAT["evaluator"], "rantai") | {"ASN-0001"}
    assert set(KODE.findall(tampak(buka(halaman, "evaluator", unit="WIL", orang=kode)))) <= boleh


@pytest.mark.parametrize(
    "tautan",
    [
        {"peran": "raja"},
        {"peran": "Kepegawaian"},
        {"peran": "KEPEGAWAIAN"},
        {"peran": " kepegawaian"},
        {"peran": ["penyaji", "kepegawaian"]},
        {"peran": ["kepegawaian", "penyaji"]},
        {"peran": "penyaji", "sebagai": "ASN-0001"},
        {"peran": "penyaji", "pilih_peran": "kepegawaian"},
        {"peran": "penyaji", "sel": "di_bawah|di_bawah", "pilih_sel_asn": "di_bawah|di_bawah"},
        {"peran": "penyaji", "samaran_terbuka": "true", "unduh": "excel"},
    ],
)
@pytest.mark.parametrize("halaman", ["penilaian-asn", "umpan-balik"])
def test_a_forged_role_names_nobody(
    nyata: Nyata,
    folder_data: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
    halaman: str,
    tautan: dict[str, Any],
) -> None:
    monkeypatch.setenv("KINERJA_DATA", str(folder_data["sampel"]))
    at = buka_langsung(halaman, {"periode": TW3, "unit": TIGA_ORANG, "orang": "ASN-0269", **tautan})
    assert not at.exception
    assert KODE.findall(tampak(at)) == []
