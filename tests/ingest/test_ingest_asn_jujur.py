"""Honest files of an office are taken: their own headers, their words, their days; what is no evidence is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_asn import KEC, KEPALA_BUTIR, alasan, baca_baris, butir, galat
from bahan_orang import NAMA, NIP

from kinerja.domain.fakta import HasilBaca
from kinerja.ingest import Opsi

HARI = Opsi(hari_ini=date(2026, 11, 24))


def baca(tmp_path: Path, kepala: tuple[str, ...], *isi: tuple[Any, ...], nama: str = "a.csv") -> HasilBaca:
    return baca_baris(tmp_path, kepala, *isi, opsi=HARI, nama=nama)


@pytest.mark.parametrize(
    "bukti",
    [
        *("menyusul", "Foto menyusul", "masih proses", "dalam proses", "akan dikirim", "belum", "belum ada filenya"),
        *("-", "–", "n/a", "N.A.", "nihil", "tdk ada", "(menyusul)", "segera dilengkapi", "proses", "..."),
    ],
)
def test_a_promise_of_evidence_is_no_evidence(tmp_path: Path, bukti: str) -> None:
    isi = [butir(n, "Surat", 4, 4, bukti=b) for n, b in enumerate((bukti, "foto.jpg"))]
    hasil = baca(tmp_path, KEPALA_BUTIR, *isi)
    assert [b[9] for b in hasil.tabel["skp_butir"]] == [0, 1]


@pytest.mark.parametrize("bukti", ["https://drive/belum", "Laporan proses pelayanan", "Notulen rapat", "1", "ada"])
def test_a_document_is_evidence_whatever_its_words(tmp_path: Path, bukti: str) -> None:
    hasil = baca(tmp_path, KEPALA_BUTIR, butir(0, "Surat", 4, 4, bukti=bukti))
    assert [b[9] for b in hasil.tabel["skp_butir"]] == [1]


def test_items_headed_indikator_beside_target_are_not_our_template(tmp_path: Path) -> None:
    kepala = (
        "NIP",
        "Nama",
        "Unit Kerja",
        "Bulan",
        "Tahun",
        "Aspek",
        "Indikator",
        "Target",
        "Realisasi",
        "Bukti Dukung",
    )
    isi = (NIP[0], NAMA[0], KEC, "Oktober", 2026, "Kuantitas", "Surat selesai", "12 surat", "13 surat", "ada")
    hasil = baca(tmp_path, kepala, isi)
    assert (hasil.jenis, galat(hasil)) == ("butir", [])
    assert [b[7:9] for b in hasil.tabel["skp_butir"]] == [(120_000, 130_000)]


def test_our_template_with_a_column_too_many_is_still_ours(tmp_path: Path) -> None:
    kepala = ("periode", "unit", "indikator", "target", "NIP petugas", "Nama petugas")
    hasil = baca(tmp_path, kepala, ("2027", "PKM-PG", "kunjungan_rawat_jalan", 900, NIP[0], NAMA[0]))
    assert (hasil.jenis, len(hasil.target), alasan(hasil)) == ("templat", 1, [])
