"""Validation of a file that read well: against itself, against the unit's own history, against what is stored.

The rules are data (``aturan_periksa.toml``); ``aturan`` holds what each kind of rule does. No figure is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.domain.periode import rentang
from kinerja.indikator.aturan import JENIS, baca_aturan
from kinerja.indikator.aturan_bahan import Bahan, susun_bahan
from kinerja.indikator.registry import registri
from kinerja.indikator.temuan import MAKS, masalah_bentrok, pisah_ulangan, sebut_muatan
from kinerja.indikator.toko import buka_kursor
from kinerja.store import bentrok, ganti, tulis


def periksa(folder: Path, hasil: HasilBaca) -> tuple[Masalah, ...]:
    """Everything to be told before a file is stored: errors, then warnings; () for a file with errors of its own.

    Conflicts with what is stored are errors whose ``args['jenis']`` says whether a correction can settle them (sama,
    beda) or not (tumpang, berkas). A locked month is a warning: it needs a second person. Sample data are no history.
    """
    if not hasil.diterima or not hasil.baris:
        return ()
    koneksi = buka_kursor(folder)
    try:
        return _periksa(koneksi, hasil)
    finally:
        koneksi.close()


def _periksa(koneksi: duckdb.DuckDBPyConnection, hasil: HasilBaca) -> tuple[Masalah, ...]:
    serupa = tulis.muatan_serupa(koneksi, hasil.sha256, hasil.lembar)
    if serupa:
        args = {"muatan": str(serupa[0]), "oleh": serupa[1], "pada": datetime.fromisoformat(serupa[2])}
        return (Masalah("galat.berkas_sudah_masuk", args=args),)
    bentrok.tampung(koneksi, hasil, registri().values())
    temuan = bentrok.cari(koneksi)
    semua = [*_masalah_isi(koneksi, hasil, temuan), *periksa_aturan(koneksi, hasil)]
    semua += [Masalah("galat.periode_terkunci", "peringatan", args={"bulan": _sebut(b)}) for b in _terkunci(koneksi)]
    return tuple(sorted(semua, key=lambda m: m.tingkat != "galat"))


def _masalah_isi(
    koneksi: duckdb.DuckDBPyConnection, hasil: HasilBaca, temuan: Sequence[bentrok.Bentrok]
) -> list[Masalah]:
    """Conflicts with the store. What the file says against itself has its own rules, but for plain doubles."""
    if bentrok.semua_sama(koneksi):
        return [Masalah("galat.isi_sudah_ada", args={"jenis": "sama", "muatan": sebut_muatan(temuan)})]
    if bentrok.berlanjut(temuan):
        args = {"jumlah": sum(b.jumlah for b in temuan), "muatan": sebut_muatan(temuan)}
        return [Masalah("masalah.berlanjut", "info", args=args)]
    nama = {u.kode: u.nama for u in hasil.unit_baru}
    luar = [b for b in temuan if b.jenis != "berkas" or (b.unit == b.lain_unit and b.lain_tabel == b.tabel)]
    lawan, ulangan = pisah_ulangan(luar)
    return [*masalah_bentrok(koneksi, lawan, nama)[:MAKS], *ulangan]


def periksa_aturan(koneksi: duckdb.DuckDBPyConnection, hasil: HasilBaca) -> list[Masalah]:
    """Problems that the rules find in the file, after ``bentrok.tampung`` and ``bentrok.cari``."""
    bahan: Bahan = susun_bahan(koneksi, hasil)
    return [masalah for aturan in baca_aturan() for masalah in JENIS[aturan.jenis](aturan, bahan)][:MAKS]


def _terkunci(koneksi: duckdb.DuckDBPyConnection) -> list[list[int]]:
    bulan = ganti.terkunci_baru(koneksi)
    return [bulan] if bulan else []


def _sebut(bulan: Sequence[int]) -> str:
    return ", ".join(rentang(b, b).kode for b in bulan)
