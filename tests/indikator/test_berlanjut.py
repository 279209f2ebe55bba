"""Recaps that grow: January to March, later January to April. What is there with equal values is no conflict."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from bahan_muat import LB, PADA, RJ, berkas, isi_toko, nilai_mart, register, simpan, tanya

from kinerja.domain.errors import ImporError, KinerjaError
from kinerja.domain.fakta import Fakta, HasilBaca, TargetBaru
from kinerja.indikator import terbit
from kinerja.indikator.periksa import periksa


def rekap(sampai: int, **lain: int) -> HasilBaca:
    """January to ``sampai``; ``lain``: other values of some months ("b2": 7)."""
    isi = [Fakta(RJ, LB, 202600 + b, 202600 + b, lain.get(f"b{b}", 100 + b)) for b in range(1, sampai + 1)]
    return berkas(f"rekap {sampai} {lain}.csv", isi, [TargetBaru(RJ, LB, 202601, 202612, 12_000_000)])


def sama(satu: Path, lain: Path) -> None:
    for nama, isi in isi_toko(satu).items():
        assert isi.equals(isi_toko(lain)[nama]), nama


def test_the_longer_recap_adds_its_new_months_without_a_reason(tmp_path: Path) -> None:
    simpan(tmp_path, rekap(3))
    (catatan,) = periksa(tmp_path, rekap(4))
    assert (catatan.alasan, catatan.tingkat) == ("masalah.berlanjut", "info")
    assert catatan.args == {"jumlah": 3, "muatan": "1"}
    assert simpan(tmp_path, rekap(4)) == 2
    assert [nilai_mart(tmp_path, RJ, LB, 202600 + b) for b in range(1, 6)] == [101, 102, 103, 104, None]
    assert tanya(tmp_path, "select count(*) from koreksi") == [(0,)]
    assert tanya(tmp_path, "select count(*) from fakta where digantikan = 0") == [(4,)]


@pytest.mark.parametrize("keluar", [1, 2])
def test_either_may_be_taken_back_and_the_other_counts_alone(tmp_path: Path, keluar: int) -> None:
    dua, satu = tmp_path / "dua", tmp_path / "satu"
    for folder in (dua, satu):
        folder.mkdir()
    simpan(dua, rekap(3))
    simpan(dua, rekap(4))
    terbit.batalkan(dua, keluar, "penguji", PADA)
    simpan(satu, rekap(4 if keluar == 1 else 3))
    sama(dua, satu)


def test_the_order_changes_nothing(tmp_path: Path) -> None:
    folder = []
    for urutan in permutations((2, 3, 5)):
        folder.append(tmp_path / "-".join(map(str, urutan)))
        folder[-1].mkdir()
        for sampai in urutan:
            try:
                simpan(folder[-1], rekap(sampai))
            except KinerjaError as galat:  # a shorter recap behind a longer one brings nothing
                assert galat.kunci == "galat.isi_sudah_ada"
    for lain in folder[1:]:
        sama(folder[0], lain)


def test_one_other_value_in_the_repeated_months_is_a_correction(tmp_path: Path) -> None:
    simpan(tmp_path, rekap(3))
    with pytest.raises(ImporError) as galat:
        simpan(tmp_path, rekap(4, b2=7))
    assert galat.value.kunci == "galat.perlu_koreksi"
    assert galat.value.args_kunci == {"jumlah": 1}
    for daftar in (galat.value.masalah, periksa(tmp_path, rekap(4, b2=7))):  # only what was changed is an error
        assert [(m.alasan, m.args["periode"]) for m in daftar if m.tingkat == "galat"] == [
            ("galat.beda_angka", "2026-02")
        ]
        assert [m.args for m in daftar if m.alasan == "masalah.angka_sama"] == [{"jumlah": 2, "muatan": "1"}]
    simpan(tmp_path, rekap(4, b2=7), koreksi="salah ketik di Februari")
    assert [nilai_mart(tmp_path, RJ, LB, 202600 + b) for b in range(1, 5)] == [101, 7, 103, 104]


def test_closed_months_that_are_only_repeated_need_no_second_person(tmp_path: Path) -> None:
    simpan(tmp_path, rekap(3))
    terbit.tutup_periode(tmp_path, [202601, 202602, 202603], "penguji", PADA)
    assert {m.alasan for m in periksa(tmp_path, rekap(4))} == {"masalah.berlanjut"}
    assert simpan(tmp_path, rekap(4)) == 2
    with pytest.raises(KinerjaError) as galat:
        simpan(tmp_path, rekap(5, b3=1), koreksi="angka Maret diperbaiki")
    assert galat.value.kunci == "galat.periode_terkunci"
    assert galat.value.args_kunci["bulan"] == "2026-03"


def test_a_register_that_grows_by_days_is_counted_once(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("r1.csv", jenis="register", kunjungan=register(LB, 202602, {2: 5, 3: 7})))
    panjang = berkas("r2.csv", jenis="register", kunjungan=register(LB, 202602, {2: 5, 3: 7, 4: 1}))
    simpan(tmp_path, panjang)
    assert nilai_mart(tmp_path, RJ, LB, 202602) == 13
