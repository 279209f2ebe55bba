"""Export and import again gives the same store."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja import ingest
from kinerja.domain.fakta import Fakta, HasilBaca, TargetBaru
from kinerja.indikator import terbit
from kinerja.indikator.registry import registri
from kinerja.store import queries
from kinerja.store.koneksi import buka_aktif
from kinerja.ui import templat_isi

FAKTA = (
    Fakta("kunjungan_rawat_jalan", "1011119", 202401, 202401, 120, jk="L"),
    Fakta("kunjungan_rawat_jalan", "1011119", 202401, 202401, 140, jk="P", catatan="=bukan rumus"),
    Fakta("spm_tb", "1011120", 202301, 202312, 0, 77),
    Fakta("angka_kontak", "1011120", 202404, 202406, 4310, 30_000),
)
TARGET = (TargetBaru("ikm", "WIL", 202401, 202412, 852_500, "SK 7/2024"),)


def _isi(folder: Path) -> tuple[list[object], list[object]]:
    kursor = buka_aktif(folder).kursor()
    return list(queries.fetch_fakta_templat(kursor)), list(queries.fetch_target_templat(kursor))


def test_exported_data_read_again_give_the_same_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lama, baru, berkas = tmp_path / "lama", tmp_path / "baru", tmp_path / "isi.xlsx"
    terbit.simpan(lama, HasilBaca("templat", "a.csv", "1" * 64, ("csv",), FAKTA, TARGET), "uji")
    monkeypatch.setenv("KINERJA_DATA", str(lama))
    berkas.write_bytes(templat_isi.templat_berisi("id"))
    units, alias = terbit.rujukan_unit(baru)
    rujukan = ingest.Rujukan(tuple(units), alias, registri(), terbit.INDUK_UNIT_BARU)
    opsi = ingest.Opsi(jenis=None, lembar=(), periode=None, unit_baru="tolak", alias_baru={})
    hasil = ingest.baca_berkas(berkas, berkas.name, rujukan, opsi)
    assert [m for m in hasil.masalah if m.tingkat == "galat"] == []
    terbit.simpan(baru, hasil, "uji")
    assert _isi(baru) == _isi(lama)
