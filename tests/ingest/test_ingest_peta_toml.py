"""A mapping as text: it comes back equal, and a text that is none is refused with the key that is wrong."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from bahan_angka import RAJAL, alasan_peta, kolom, masalah
from bahan_ingest import alasan, baca
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.ingest import Opsi
from kinerja.ingest.peta.model import BENTUK, DARI, ISI, Asal, BarisPeta, KolomPeta, Peta
from kinerja.ingest.peta.toml import baca_peta, indeks_kolom, tulis_peta
from kinerja.ingest.tipe import huruf_kolom

teks = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20)
kolom_acak = st.builds(
    KolomPeta,
    kolom=st.integers(0, 199),
    isi=st.just("abaikan"),
    judul=teks,
    kode=teks,
    jk=st.sampled_from(["", "L", "P"]),
    gaya=st.sampled_from(["", "id", "en"]),
    tanggal=st.sampled_from(["", "dmy", "mdy", "ymd"]),
    nol=st.sampled_from(["nihil", "kosong"]),
    hanya=st.lists(teks, max_size=3).map(tuple),
    arti=st.dictionaries(teks, teks, max_size=3),
)
baris_acak = st.builds(
    BarisPeta,
    label=teks,
    indikator=teks,
    peran=st.sampled_from(["pembilang", "penyebut", "target"]),
    kolom=st.lists(st.integers(0, 199), max_size=3).map(tuple),
)
asal_acak = st.builds(Asal, dari=st.sampled_from(DARI), nilai=teks)


@st.composite
def peta_acak(draw: st.DrawFn) -> Peta:
    """Any mapping: meanings that may stand once do so."""
    bentuk = draw(st.sampled_from(BENTUK))
    ada: set[str] = set()
    semua: list[KolomPeta] = []
    for satu in draw(st.lists(kolom_acak, max_size=6)):
        isi = draw(st.sampled_from(ISI[bentuk]))
        if isi.ganda or isi.nama not in ada:
            ada.add(isi.nama)
            semua.append(replace(satu, isi=isi.nama))
    return Peta(
        bentuk,
        draw(st.integers(0, 30)),
        tuple(draw(st.lists(st.integers(0, 30), max_size=3))),
        draw(st.none() | st.integers(0, 60)),
        tuple(semua),
        tuple(draw(st.lists(baris_acak, max_size=3))),
        draw(asal_acak),
        draw(asal_acak),
        *(draw(teks) for _ in range(3)),
        tuple(draw(st.lists(teks, max_size=2))),
    )


@settings(max_examples=300, deadline=None)
@given(peta_acak())
def test_a_mapping_written_and_read_is_the_same(peta: Peta) -> None:
    assert baca_peta(tulis_peta(peta)) == peta


@settings(max_examples=100, deadline=None)
@given(peta_acak(), st.lists(st.lists(teks.map(lambda t: t.replace("\x00", "")), max_size=4), max_size=5))
def test_any_mapping_on_any_sheet_ends_in_sentences(peta: Peta, isi: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        jalur = Path(folder) / "a.csv"
        with jalur.open("w", encoding="utf-8", newline="") as berkas:
            csv.writer(berkas).writerows([["a", "b"], *isi])
        hasil = baca(jalur, None, Opsi(peta=tulis_peta(replace(peta, lembar="", sidik=""))))
    assert hasil.diterima in (True, False)


@pytest.mark.parametrize("kolom", [0, 25, 26, 51, 52, 199, 701, 702])
def test_columns_have_the_letters_of_the_spreadsheet(kolom: int) -> None:
    assert indeks_kolom(huruf_kolom(kolom)) == kolom
    assert indeks_kolom(kolom + 1) == kolom


def test_the_text_counts_rows_from_one_and_names_columns_by_letters() -> None:
    tulisan = tulis_peta(Peta("angka", 2, (0, 1), 9, kolom("unit", f"pembilang:{RAJAL}")))
    assert "kepala = [1, 2]\nawal = 3\nakhir = 10\n" in tulisan
    assert 'kolom = "B"\nisi = "pembilang"\nkode = "kunjungan_rawat_jalan"\n' in tulisan


BAIK = 'bentuk = "angka"\nawal = 2\nkepala = [1]\n'


@pytest.mark.parametrize(
    ("tulisan", "alasan_", "nama"),
    [
        ("bukan toml", "peta_toml", ""),
        ("", "peta_isian", "bentuk"),
        ('bentuk = "tabel"', "peta_isian", "bentuk"),
        (BAIK + "kepalla = [1]", "peta_isian", "kepalla"),
        ('bentuk = "angka"\nawal = 0', "peta_isian", "awal"),
        ('bentuk = "angka"\nawal = "dua"', "peta_toml", ""),
        ('bentuk = "angka"\nawal = inf', "peta_toml", ""),
        ('bentuk = "angka"\nkepala = 1', "peta_toml", ""),
        ('bentuk = "angka"\nkepala = [0]', "peta_isian", "awal"),
        (BAIK + 'periode = { dari = "langit" }', "peta_isian", "dari"),
        (BAIK + "periode = 3", "peta_toml", ""),
        (BAIK + 'unit = { dri = "judul" }', "peta_isian", "dri"),
        (BAIK + '[[kolom]]\nkolom = "A"\nisi = "poli"', "peta_isian", "isi"),
        (BAIK + '[[kolom]]\nkolom = "A"', "peta_toml", ""),
        (BAIK + '[[kolom]]\nisi = "unit"', "peta_toml", ""),
        (BAIK + '[[kolom]]\nkolom = "A1"\nisi = "unit"', "peta_toml", ""),
        (BAIK + '[[kolom]]\nkolom = ""\nisi = "unit"', "peta_toml", ""),
        (BAIK + '[[kolom]]\nkolom = 0\nisi = "unit"', "peta_toml", ""),
        (BAIK + '[[kolom]]\nkolom = true\nisi = "unit"', "peta_toml", ""),
        (BAIK + '[[kolom]]\nkolom = "Ä"\nisi = "unit"', "peta_toml", ""),
        (BAIK + '[[kolom]]\nkolom = "A"\nisi = "unit"\njk = "X"', "peta_isian", "jk"),
        (BAIK + '[[kolom]]\nkolom = "A"\nisi = "unit"\ngaya = "us"', "peta_isian", "gaya"),
        (BAIK + '[[kolom]]\nkolom = "A"\nisi = "unit"\nhanya = 3', "peta_toml", ""),
        (BAIK + '[[kolom]]\nkolom = "A"\nisi = "unit"\narti = ["a"]', "peta_toml", ""),
        (BAIK + '[[kolom]]\nkolom = "A"\nisi = "unit"\n[[kolom]]\nkolom = "B"\nisi = "unit"', "peta_ganda", ""),
        (BAIK + '[[baris]]\nlabel = "x"', "peta_toml", ""),
        (BAIK + '[[baris]]\nlabel = "x"\nindikator = "y"\nperan = "apa"', "peta_isian", "peran"),
        (BAIK + "kolom = 5", "peta_toml", ""),
    ],
)
def test_a_text_that_is_no_mapping_is_refused_by_name(tmp_path: Path, tulisan: str, alasan_: str, nama: str) -> None:
    assert alasan_peta(tulisan) == (f"masalah.{alasan_}", nama)
    hasil = baca(tmp_path / "a.csv", "a;b\n1;2\n", Opsi(peta=tulisan or "\n"))
    assert alasan(hasil) == {alasan_}
    assert not hasil.fakta


def test_rows_beyond_the_sheet_are_a_mapping_for_another_one(tmp_path: Path) -> None:
    for peta in (Peta("angka", 50, (49,)), Peta("angka", 3, (0, 40)), Peta("iku", 99)):
        hasil = baca(tmp_path / "a.csv", "a;b\n1;2\n", Opsi(peta=tulis_peta(peta)))
        assert masalah(hasil, "peta_tak_cocok")


def test_a_mapping_that_begins_below_the_last_row_finds_nothing(tmp_path: Path) -> None:
    jalur = tmp_path / "a.csv"
    jalur.write_text("a,b\n", encoding="utf-8")
    peta = Peta("pelaporan", 1, (), None, ())
    assert not baca(jalur, None, Opsi(peta=tulis_peta(peta))).diterima
