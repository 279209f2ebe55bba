"""A store made by an earlier schema is brought to today's with every row, and gives the same figures."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from kinerja.domain.akses import Akses
from kinerja.domain.periode import parse_periode
from kinerja.indikator import hitung, terbit
from kinerja.store.koneksi import buka_aktif
from tests.store.bahan_lama import buat_toko

TABEL = (
    "kunjungan",
    "responden",
    "jawaban",
    "pegawai",
    "pelatihan",
    "fakta",
    "target",
    "skp_butir",
    "skp_penilaian",
    "laporan_skp",
)
SKP = (
    "select pegawai, unit, bulan, butir, aspek, target_e4, realisasi_e4, bukti, digantikan from skp_butir order by all",
    "select pegawai, unit, penilai, dari, sampai, hasil_kerja, perilaku, digantikan from skp_penilaian order by all",
    "select pegawai, unit, tanggal, dari, sampai, judul, peserta, jp, digantikan from pelatihan order by all",
    "select * exclude (muatan) from pegawai order by all",
)


@pytest.fixture(scope="module")
def toko_baru(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("baru")
    terbit.terbitkan_contoh(folder)
    return folder


@pytest.mark.parametrize("versi", [1, 2])
def test_every_row_arrives_and_every_figure_is_the_same(versi: int, toko_baru: Path, tmp_path: Path) -> None:
    terbit.mutakhirkan(buat_toko(tmp_path, versi))
    hasil = []
    for folder in (tmp_path, toko_baru):
        kursor = buka_aktif(folder).kursor()
        pohon = hitung.fetch_pohon(kursor)
        kode = sorted(set(pohon.berdata) - ({"pelatihan_jp"} if versi == 1 else set()))  # hours nobody knew were 0 then
        periode = [parse_periode(p) for p in ("2026-10", "2026-TW3", "2025")]
        df = hitung.fetch_capaian(Akses("kepegawaian"), kursor, pohon, kode, list(pohon.units), periode)
        banyak = [buka_aktif(folder).kursor().execute(f"select count(*) from {t}").fetchall() for t in TABEL]
        hasil.append(
            (banyak, df[["unit", "indikator", "periode", "pembilang", "penyebut", "n", "realisasi", "target"]])
        )
    assert hasil[0][0] == hasil[1][0]
    urut = [h[1].sort_values(["indikator", "unit", "periode"], ignore_index=True) for h in hasil]
    pd.testing.assert_frame_equal(urut[0], urut[1])
    assert len(hasil[0][1]) > 500


def test_items_and_ratings_of_schema_2_keep_their_values(toko_baru: Path, tmp_path: Path) -> None:
    terbit.mutakhirkan(buat_toko(tmp_path, 2))
    for sql in SKP:
        lama, baru = (buka_aktif(f).kursor().execute(sql).fetchall() for f in (tmp_path, toko_baru))
        assert lama == baru
        assert len(lama) > 400
    kosong = buka_aktif(tmp_path).kursor().execute("select distinct rencana, satuan from skp_butir").fetchall()
    assert kosong == [("", "")], "schema 2 knew neither"
