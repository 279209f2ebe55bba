"""Files about employees made by hand, and how a printed table is read by plain ``csv`` for comparison."""

from __future__ import annotations

import csv as baca_csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bahan_ingest import baca
from bahan_orang import GARAM, NAMA, NIP, ORANG, csv

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.pegawai import kode_pegawai
from kinerja.ingest import Opsi

KODE = tuple(kode_pegawai(GARAM, n) for n in NIP)
KEC, SEK = "Kecamatan Lubuk Begalung", "Sekretariat Kecamatan"
KEPALA_PEGAWAI = ("No", "NIP", "Nama Pegawai", "Jabatan", "Unit Kerja", "Status", "Pejabat Penilai", "TMT")
KEPALA_BUTIR = (
    *("NIP", "Nama", "Unit Kerja", "Periode", "Rencana Hasil Kerja", "Aspek", "Indikator Kinerja Individu"),
    *("Target", "Realisasi", "Bukti Dukung"),
)
NILAI = (*("Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif"),)


def baca_baris(
    tmp_path: Path, kepala: Sequence[Any], *isi: Sequence[Any], opsi: Opsi | None = None, nama: str = "a.csv"
) -> HasilBaca:
    """The file of these rows as the reader sees it."""
    return baca(tmp_path / nama, csv(kepala, *isi), opsi or Opsi(), ORANG)


def alasan(hasil: HasilBaca) -> list[tuple[str, str, int | None]]:
    """What is wrong: key without its room, level, row."""
    return [(m.alasan.removeprefix("masalah."), m.tingkat, m.baris) for m in hasil.masalah]


def galat(hasil: HasilBaca) -> list[tuple[str, int | None]]:
    return [(a, b) for a, tingkat, b in alasan(hasil) if tingkat == "galat"]


def pegawai(
    n: int, unit: str = KEC, status: str = "PNS", penilai: str = "", tmt: str = "", nip: int = -1
) -> tuple[Any, ...]:
    """One row of the list of employees; ``nip``: another person's number."""
    return (n + 1, NIP[nip if nip >= 0 else n], NAMA[n], "Pelaksana", unit, status, penilai, tmt)


def butir(n: int, teks: str, target: Any, realisasi: Any, aspek: str = "Kuantitas", **lain: str) -> tuple[Any, ...]:
    """One item of one person."""
    unit, masa = lain.get("unit", KEC), lain.get("masa", "Oktober 2026")
    return (
        NIP[n],
        NAMA[n],
        unit,
        masa,
        lain.get("rencana", "Pelayanan tertib"),
        aspek,
        teks,
        target,
        realisasi,
        lain.get("bukti", "ada"),
    )


def tabel_csv(jalur: Path) -> list[dict[str, str]]:
    """The rows of a file as ``csv`` reads them."""
    with jalur.open(encoding="utf-8", newline="") as berkas:
        return list(baca_csv.DictReader(berkas, delimiter=";"))
