"""What leadership may not see cannot be computed from what it may: a rank test over all shown figures of a year."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
import pytest

from kinerja.domain.akses import Akses
from kinerja.domain.periode import JENIS_PERIODE, Periode, bulan_antara, daftar_periode, potong
from kinerja.domain.unit import turunan
from kinerja.indikator import hitung, terbit
from kinerja.indikator.registry import registri
from kinerja.store import queries
from kinerja.store.koneksi import buka_aktif

AKHIR = 202610
KODE = sorted(k for k, i in registri().items() if i.n_minimum)


@pytest.fixture(scope="module")
def kursor(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """The sample, with Kampung Jua as large as others from July on: from then on only the camat stands alone."""
    tempat = tmp_path_factory.mktemp("kecil")
    terbit.terbitkan_contoh(tempat)
    k = duckdb.connect()
    k.execute(f"attach '{buka_aktif(tempat).jalur}' as asal (read_only); copy from database asal to memory")
    k.execute("detach asal")
    for tabel, kolom, bulan in (("mart", "n", "dari"), ("mart_kum", "stok_n", "bulan")):
        k.execute(
            f"update {tabel} set {kolom} = 6 where unit = '13.71.06.1015' and {bulan} >= 202607"
            " and indikator in ('capaian_skp', 'ketepatan_skp')"
        )
    return k


@dataclass(frozen=True)
class Sel:
    """Every unit's own figure of every month: how many people, and which column of the equations it is."""

    orang: dict[tuple[str, int], int]
    anak: dict[str, list[str]]

    def vektor(self, units: list[str], dari: int, sampai: int) -> np.ndarray:
        pilih = set(units)
        return np.array([float(u in pilih and dari <= b <= sampai) for u, b in self.orang])

    def banyak(self, units: list[str], dari: int, sampai: int, *, sama: bool) -> int:
        bulanan = [sum(self.orang.get((u, b), 0) for u in units) for b in bulan_antara(dari, sampai)]
        return max(bulanan) if sama else sum(bulanan)


def _orang(kursor: duckdb.DuckDBPyConnection, kode: str, tahun: int) -> dict[tuple[int, int], dict[str, int]]:
    return queries.fetch_orang(kursor, kode, tahun, staf=registri()[kode].n_arti == "tidak_ada")


def _periode(tahun: int) -> list[Periode]:
    batas = min(tahun * 100 + 12, AKHIR)
    semua = [potong(p, batas) for j in JENIS_PERIODE for p in daftar_periode(tahun * 100 + 1, batas, j)]
    return list({(p.dari, p.sampai): p for p in semua}.values())


@pytest.mark.parametrize("tahun", [2025, 2026])
@pytest.mark.parametrize("kode", KODE)
def test_no_figure_of_few_people_at_any_level_of_the_tree_follows_from_the_figures_shown(
    kursor: duckdb.DuckDBPyConnection, kode: str, tahun: int
) -> None:
    pohon, ind, periode = hitung.fetch_pohon(kursor), registri()[kode], _periode(tahun)
    n = {(u, m[0]): k for m, orang in _orang(kursor, kode, tahun).items() for u, k in orang.items()}
    sel = Sel(n, {k: list(v) for k, v in pohon.anak.items()})
    df = hitung.fetch_capaian(Akses("pimpinan"), kursor, pohon, [kode], list(pohon.units), periode)
    tampak = df[df["pembilang"].notna()]
    baris = [
        sel.vektor(turunan(u, sel.anak), dari, sampai)
        for u, dari, sampai in zip(tampak["unit"], tampak["dari"], tampak["sampai"], strict=True)
    ]
    _, nilai, arah = np.linalg.svd(np.unique(np.array(baris), axis=0), full_matrices=False)
    ruang, dijaga, bocor = arah[nilai > 1e-9], 0, []
    for units in [*([u] for u in pohon.units), *(turunan(u, sel.anak) for u in sel.anak)]:
        for p in periode:
            if 0 < sel.banyak(units, p.dari, p.sampai, sama=ind.n_arti != "responden") < ind.n_minimum:
                v, dijaga = sel.vektor(units, p.dari, p.sampai), dijaga + 1
                if np.linalg.norm(v - ruang.T @ (ruang @ v)) < 1e-7:
                    bocor.append((units[0], p.kode))
    assert dijaga >= 10  # else there would be nothing to protect here
    assert bocor == []


@pytest.mark.parametrize("kode", [k for k in KODE if k != "ikm"])
def test_few_small_units_take_few_figures_with_them(kursor: duckdb.DuckDBPyConnection, kode: str) -> None:
    pohon = hitung.fetch_pohon(kursor)
    df = hitung.fetch_capaian(Akses("pimpinan"), kursor, pohon, [kode], list(pohon.units), _periode(2025))
    ada = df[df["ada"] > 0]
    assert ada["pembilang"].notna().mean() > 0.9
