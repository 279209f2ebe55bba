"""Survey sheets that say one thing and hold another: a scale turned round, means that look like respondents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bahan_ingest import baca
from bahan_orang import csv
from test_ingest_skm import KEPALA, NAMA_UNSUR, TW, berkas

from kinerja.domain.fakta import HasilBaca

SEMPIT = ("No", *NAMA_UNSUR)


def _satu(hasil: HasilBaca, alasan: str) -> Any:
    [masalah] = [m for m in hasil.masalah if m.alasan == f"masalah.{alasan}"]
    return masalah


@pytest.mark.parametrize(
    "baris",
    [
        ("1 = Sangat Baik, 2 = Baik, 3 = Kurang Baik, 4 = Tidak Baik",),
        ("Keterangan: 4 = Tidak Baik",),
        ("1: sangat puas; 4: tidak puas",),
        ("Keterangan", "1", "Sangat Baik"),
    ],
)
def test_a_legend_that_turns_the_scale_round_is_an_error(tmp_path: Path, baris: tuple[str, ...]) -> None:
    hasil = baca(tmp_path / "a.csv", csv(("HASIL SURVEI",), baris, ()) + berkas((3,) * 9, (4,) * 9), TW)
    masalah = _satu(hasil, "skm_terbalik")
    assert (masalah.baris, masalah.tingkat) == (2, "galat")
    assert not hasil.tabel


@pytest.mark.parametrize(
    "baris",
    ["1 = Tidak Baik, 2 = Kurang Baik, 3 = Baik, 4 = Sangat Baik", "1. Baik tidaknya layanan", "1 = Sangat Tidak Baik"],
)
def test_a_legend_as_the_rule_has_it_is_none(tmp_path: Path, baris: str) -> None:
    hasil = baca(tmp_path / "a.csv", csv((baris,), ()) + berkas((3,) * 9, (4,) * 9), TW)
    assert hasil.diterima
    assert len(hasil.tabel["responden"]) == 2


def test_a_row_of_means_without_label_or_number_is_no_respondent(tmp_path: Path) -> None:
    isi = [(n, *(3,) * 9) for n in (1, 2, 3)]
    hasil = baca(tmp_path / "a.csv", csv(SEMPIT, *isi, ("", *(3,) * 9)), TW)
    assert len(hasil.tabel["responden"]) == 3
    assert (_satu(hasil, "skm_tanpa_nomor").baris, _satu(hasil, "skm_tanpa_nomor").tingkat) == (5, "peringatan")


def test_means_with_one_decimal_are_no_respondent(tmp_path: Path) -> None:
    isi = [(1, *(3,) * 9), (2, *(3,) * 9), (3, *(4,) * 9)]
    hasil = baca(tmp_path / "a.csv", csv(SEMPIT, *isi, (4, *("3.3",) * 9)), TW)
    assert hasil.diterima
    assert len(hasil.tabel["responden"]) == 3
    assert ("5", "dibuang.rekap_skm") in [(d.letak, d.alasan) for d in hasil.dibuang]


def test_a_respondent_whose_number_was_forgotten_stays(tmp_path: Path) -> None:
    isi = [(n, "L", 30, "KTP", *(3,) * 9) for n in (1, 2, "", 4)]
    assert len(baca(tmp_path / "a.csv", csv(KEPALA, *isi), TW).tabel["responden"]) == 4


def test_a_respondents_number_that_stands_twice_is_told(tmp_path: Path) -> None:
    isi = [(n, *(3,) * 9) for n in (1, 2, 2, 3)]
    hasil = baca(tmp_path / "a.csv", csv(SEMPIT, *isi), TW)
    masalah = _satu(hasil, "skm_nomor_ganda")
    assert (masalah.baris, masalah.tingkat, masalah.args["jumlah"]) == (4, "peringatan", 1)
    assert len(hasil.tabel["responden"]) == 4


def test_a_recap_by_unit_is_not_read_as_respondents(tmp_path: Path) -> None:
    kepala = ("No", "Jenis Layanan", "Jumlah Responden", *NAMA_UNSUR)
    hasil = baca(tmp_path / "a.csv", csv(kepala, (1, "KTP", 40, *(3,) * 9), (2, "KK", 35, *("3.25",) * 9)), TW)
    masalah = _satu(hasil, "skm_rekap_unit")
    assert (masalah.baris, masalah.tingkat) == (2, "galat")
    assert not hasil.tabel
