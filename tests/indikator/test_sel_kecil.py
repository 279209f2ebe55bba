"""What leadership may not see cannot be computed from what it may: a rank test over all shown figures of a year."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from kinerja.domain.akses import Akses
from kinerja.domain.periode import JENIS_PERIODE, Periode, bulan_antara, daftar_periode, potong, rentang
from kinerja.domain.unit import turunan
from kinerja.indikator import hitung, terbit
from kinerja.store import queries
from kinerja.store.koneksi import buka_aktif

AKHIR = 202610


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tempat = tmp_path_factory.mktemp("kecil")
    terbit.terbitkan_contoh(tempat)
    return tempat


def _semua_periode() -> list[Periode]:
    semua = [potong(p, AKHIR) for j in JENIS_PERIODE for p in daftar_periode(202601, AKHIR, j)]
    return list({(p.dari, p.sampai): p for p in semua}.values())


@pytest.mark.parametrize(("kode", "paling_sedikit"), [("ikm", 100), ("ketepatan_skp", 10)])
def test_no_hidden_month_of_a_unit_can_be_solved_from_the_figures_shown(
    folder: Path, kode: str, paling_sedikit: int
) -> None:
    pembaca = buka_aktif(folder)
    pohon = hitung.fetch_pohon(pembaca.kursor())
    pelapor, bulan = queries.fetch_pelapor(pembaca.kursor(), kode), bulan_antara(202601, AKHIR)
    kolom = {sel: i for i, sel in enumerate(itertools.product(pelapor, bulan))}

    def ada(peran: str, unit: list[str], periode: list[Periode]) -> set[tuple[str, int, int]]:
        df = hitung.fetch_capaian(Akses(peran), pembaca.kursor(), pohon, [kode], unit, periode)
        tampak = df[df["pembilang"].notna()]
        return set(zip(tampak["unit"], tampak["dari"], tampak["sampai"], strict=True))

    tampak = ada("pimpinan", list(pohon.units), _semua_periode())
    benar = {(u, b) for u, b, _ in ada("kepegawaian", pelapor, [rentang(b, b) for b in bulan])}
    tersembunyi = benar - {(u, dari) for u, dari, sampai in tampak if dari == sampai}
    assert len(tersembunyi) >= paling_sedikit  # else there would be nothing to protect here
    persamaan = np.zeros((len(tampak), len(kolom)))
    for baris, (unit, dari, sampai) in enumerate(tampak):
        for sel in itertools.product(turunan(unit, pohon.anak), bulan_antara(dari, sampai)):
            if sel in kolom:
                persamaan[baris, kolom[sel]] = 1
    _, nilai, arah = np.linalg.svd(persamaan, full_matrices=False)
    ruang = (arah[nilai > 1e-9] ** 2).sum(axis=0)
    assert [sel for sel in tersembunyi if ruang[kolom[sel]] > 1 - 1e-7] == []
