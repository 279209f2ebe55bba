"""A store made by schema 1 is brought to today's schema with every row, and gives the same figures."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from kinerja import contoh
from kinerja.domain.akses import Akses
from kinerja.domain.periode import parse_periode
from kinerja.indikator import hitung, terbit
from kinerja.store import migrasi
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import nama_snapshot, pasang_penunjuk
from kinerja.store.tulis import insert_frame

TABEL = (
    "kunjungan",
    "responden",
    "jawaban",
    "pelatihan",
    "fakta",
    "target",
    "skp_butir",
    "skp_penilaian",
    "laporan_skp",
)


@pytest.fixture(scope="module")
def toko_lama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as schema 1 held it: no spans on visits and answers, no poli, no participants."""
    folder = tmp_path_factory.mktemp("lama")
    koneksi = duckdb.connect(str(folder / nama_snapshot(1)))
    koneksi.execute(migrasi.daftar_migrasi()[0][1])
    koneksi.execute(
        "insert into meta values ('skema', '1'), ('asal', 'contoh'), ('dibuat', '2026-11-01T00:00:00+00:00')"
    )
    for u in contoh.SATUAN_KERJA:
        isi = [u.kode, u.nama, u.jenis, u.induk, u.jalur, u.urutan, u.berlaku_dari, u.berlaku_sampai, 0]
        koneksi.execute("insert into unit values (?, ?, ?, ?, ?, ?, ?, ?, ?)", isi)
    insert_frame(koneksi, "kalender", contoh.kalender(*terbit.KALENDER))
    insert_frame(koneksi, "ambang", contoh.ambang_peraturan())
    for tabel, df in contoh.bangun_contoh().items():
        kolom = {b[0] for b in koneksi.execute(f"describe {tabel}").fetchall()}
        insert_frame(koneksi, tabel, df[[k for k in df.columns if k in kolom]])
    koneksi.close()
    pasang_penunjuk(folder, 1)
    return folder


def test_every_row_arrives_and_every_figure_is_the_same(toko_lama: Path, tmp_path: Path) -> None:
    terbit.mutakhirkan(toko_lama)
    terbit.terbitkan_contoh(tmp_path)
    hasil = []
    for folder in (toko_lama, tmp_path):
        kursor = buka_aktif(folder).kursor()
        pohon = hitung.fetch_pohon(kursor)
        kode = sorted(pohon.berdata)
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
