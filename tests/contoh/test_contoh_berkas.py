"""The file to try the import with: layout, totals, agreement with the sample, and the copy in the repository."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from kinerja.contoh import tulis_berkas_contoh

AKAR = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def baris(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    jalur = tulis_berkas_contoh(tmp_path_factory.mktemp("berkas"))
    with jalur.open(encoding="utf-8", newline="") as isi:
        return list(csv.reader(isi, delimiter=";"))


def _angka(sel: list[str]) -> list[int]:
    return [int(s.replace(".", "")) for s in sel]


def _nilai(baris: list[list[str]], awal: str) -> list[int]:
    cocok = [b for b in baris if awal in (b[0], b[1])]
    assert len(cocok) == 1, awal
    return _angka(cocok[0][2:])


def test_the_layout_is_that_of_table_five(baris: list[list[str]]) -> None:
    assert {len(b) for b in baris} == {11}
    assert [b[0] for b in baris[:5]] == [
        "Tabel 5",
        "JUMLAH KUNJUNGAN RAWAT JALAN, RAWAT INAP, DAN KUNJUNGAN GANGGUAN JIWA",
        "DI SARANA PELAYANAN KESEHATAN",
        "KOTA CONTOH",
        "TAHUN 2025",
    ]
    assert baris[8] == [str(n) for n in range(1, 12)]


def test_both_sexes_add_up_in_every_row(baris: list[list[str]]) -> None:
    angka = [_angka(b[2:]) for b in baris[9:] if b[2] and b[10]]
    assert len(angka) == 9
    for n in angka:
        assert n[0] + n[1] == n[2]
        assert n[3] + n[4] == n[5]
        assert n[6] + n[7] == n[8]


def test_the_total_row_is_the_sum_of_the_places(baris: list[list[str]]) -> None:
    tempat = [_angka(b[2:]) for b in baris if "Puskesmas " in b[1] or "Klinik Contoh" in b[1]]
    assert len(tempat) == 4
    jumlah = [sum(k) for k in zip(*tempat, strict=True)]
    for nama in ("JUMLAH", "JUMLAH KUNJUNGAN", "SUB JUMLAH I"):
        assert _nilai(baris, nama) == jumlah


def test_the_puskesmas_rows_are_the_visits_of_the_sample(baris: list[list[str]], kunjungan: pd.DataFrame) -> None:
    tahun = kunjungan.loc[kunjungan["bulan"].between(202501, 202512)]
    for nama, kode in (("1. Puskesmas Lubuk Begalung", "1011119"), ("2. Puskesmas Pegambiran", "1011120")):
        milik = tahun.loc[tahun["unit"].str.startswith(kode)]
        n = milik.groupby("layanan")["jumlah"].sum()
        isi = _nilai(baris, nama)
        assert isi[2] == n["rawat_jalan"]
        assert isi[5] == n.get("rawat_inap", 0)
        assert isi[0] == milik.query("jk == 'L' and layanan == 'rawat_jalan'")["jumlah"].sum()


def test_the_file_in_the_repository_is_the_one_the_function_writes(tmp_path: Path) -> None:
    jalur = tulis_berkas_contoh(tmp_path)
    assert (AKAR / "data" / "contoh" / jalur.name).read_bytes() == jalur.read_bytes()
