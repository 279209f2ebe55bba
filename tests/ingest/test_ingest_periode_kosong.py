"""A pivot table writes a repeated period only once: the blank rows below are asked for, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from bahan_ingest import baca

from kinerja.ingest import Opsi

BULAN = "Bulan;Puskesmas;Kunjungan rawat jalan\nJanuari 2026;Lubuk Begalung;100\n;Pegambiran;200\n"
TAHUN = "Tahun;Bulan;Puskesmas;Kunjungan rawat jalan\n2026;Januari;Lubuk Begalung;100\n;Februari;Pegambiran;200\n"


@pytest.mark.parametrize(("isi", "kolom"), [(BULAN, "A (BULAN)"), (TAHUN, "A (TAHUN)")])
def test_a_blank_period_below_a_written_one_is_named_with_its_column(tmp_path: Path, isi: str, kolom: str) -> None:
    hasil = baca(tmp_path / "a.csv", isi, Opsi())
    salah = [(m.alasan, m.baris, m.kolom) for m in hasil.masalah if m.tingkat == "galat"]
    assert salah == [("masalah.periode_baris_kosong", 3, kolom)]
