"""The order in which files arrive changes no figure: all six orders of three files, then a correction."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from kinerja.domain.fakta import Fakta, HasilBaca, TargetBaru
from kinerja.indikator import terbit
from tests.indikator.bahan_muat import LB, PADA, PG, RJ, berkas, isi_toko, register, sama, simpan, survei

TIGA = (
    berkas(
        "a.csv",
        [
            Fakta("spm_tb", LB, 202511, 202511, 5, 90),
            Fakta("spm_tb", LB, 202602, 202602, 20, 100),
            Fakta(RJ, PG, 202401, 202412, 900),
        ],
        [
            TargetBaru("ketepatan_skp", "WIL", 202601, 202612, 900_000, "SK 1"),
            TargetBaru(RJ, "DINKES", 202401, 202412, 10_000_000),
        ],
    ),
    berkas(
        "b.xlsx",
        [Fakta("spm_tb", PG, 202604, 202604, 8, 70), Fakta("ketepatan_skp", LB, 202608, 202608, 3, 4)],
        [
            TargetBaru("ketepatan_skp", "WIL", 202607, 202612, 950_000, "SK 2"),
            TargetBaru("ketepatan_skp", "WIL", 202601, 202612, 900_000, "SK 1, salinan"),
        ],
        jenis="register+templat",
        kunjungan=[*register(LB, 202602, {1: 3, 2: 4}), *register(PG, 202603, {7: 11})],
    ),
    berkas(
        "c.xlsx",
        jenis="register",
        kunjungan=[*register(LB, 202602, {5: 6, 6: 2}), *register(LB, 202602, {1: 1}, "rawat_inap")],
        **survei(LB, 202601, 202603, [4, 3, 4, 2, 1, 4, 4, 3, 3, 4]),
    ),
)
KOREKSI = berkas(
    "k.csv",
    [Fakta("spm_tb", LB, 202602, 202602, 25, 100), Fakta(RJ, PG, 202401, 202412, 950)],
    [TargetBaru("ketepatan_skp", "WIL", 202601, 202612, 800_000, "SK 3")],
    kunjungan=register(LB, 202602, {2: 9, 6: 1}),
)


@pytest.fixture(scope="module")
def acuan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The order as written, without and with the correction."""
    tanpa, dengan = tmp_path_factory.mktemp("tanpa"), tmp_path_factory.mktemp("dengan")
    for folder in (tanpa, dengan):
        for hasil in TIGA:
            simpan(folder, hasil)
    simpan(dengan, KOREKSI, koreksi="angka diperbaiki")
    return tanpa, dengan


@pytest.mark.parametrize("urutan", list(permutations(range(3)))[1:])
def test_every_order_of_three_files_and_a_correction_gives_the_same_marts(
    acuan: tuple[Path, Path], tmp_path: Path, urutan: tuple[int, ...]
) -> None:
    for n in urutan:
        simpan(tmp_path, TIGA[n])
    sama(isi_toko(tmp_path), isi_toko(acuan[0]))
    simpan(tmp_path, KOREKSI, koreksi="angka diperbaiki")
    sama(isi_toko(tmp_path), isi_toko(acuan[1]))


def test_the_correction_changed_something_and_its_undo_leaves_no_trace(
    acuan: tuple[Path, Path], tmp_path: Path
) -> None:
    tanpa, dengan = map(isi_toko, acuan)
    for tabel in ("mart", "mart_target", "mart_kum"):
        assert not tanpa[tabel].equals(dengan[tabel]), tabel
    for hasil in (TIGA[2], TIGA[0], TIGA[1]):
        simpan(tmp_path, hasil)
    terbit.batalkan(tmp_path, simpan(tmp_path, KOREKSI, koreksi="angka diperbaiki"), "penguji", PADA)
    sama(isi_toko(tmp_path), tanpa)


def test_a_file_taken_out_in_the_middle_and_brought_again_changes_nothing(
    acuan: tuple[Path, Path], tmp_path: Path
) -> None:
    nomor = [simpan(tmp_path, hasil) for hasil in TIGA]
    terbit.batalkan(tmp_path, nomor[1], "penguji", PADA)
    ulang: HasilBaca = TIGA[1]
    simpan(tmp_path, ulang)
    sama(isi_toko(tmp_path), isi_toko(acuan[0]))
