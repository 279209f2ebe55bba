"""What the validation rules look at: the figures of a file, their history, and what is known of its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from kinerja.domain.fakta import KOLOM_TABEL, HasilBaca, Tingkat
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import rentang, selisih_bulan
from kinerja.domain.unit import Unit
from kinerja.indikator.registry import registri
from kinerja.store import bentrok, kepegawaian, queries, riwayat
from kinerja.store.kepegawaian import Tugas


def nilai_angka(ind: Indikator, pembilang: int, penyebut: int | None) -> float | None:
    """The figure in the unit of its indikator; None with nothing to divide by."""
    if ind.bentuk == "jumlah":
        return float(pembilang)
    return ind.skala * pembilang / penyebut if penyebut else None


@dataclass(frozen=True)
class Aturan:
    """One rule. ``isi``: what this kind of rule needs besides, by name."""

    kode: str
    jenis: str
    tingkat: Tingkat
    teks: str
    isi: Mapping[str, Any]


@dataclass(frozen=True)
class Angka:
    """One figure of the file, sexes together; ``nilai`` in the unit of the indikator, None: nothing to divide by."""

    ind: Indikator
    unit: str
    dari: int
    sampai: int
    pembilang: int
    penyebut: int | None

    @property
    def nilai(self) -> float | None:
        return nilai_angka(self.ind, self.pembilang, self.penyebut)

    @property
    def lama(self) -> int:
        return selisih_bulan(self.dari, self.sampai) + 1


@dataclass(frozen=True)
class Bahan:
    """What the rules look at."""

    hasil: HasilBaca
    angka: tuple[Angka, ...]
    temuan: tuple[bentrok.Bentrok, ...]
    riwayat: Mapping[str, Mapping[tuple[str, int, int], tuple[int, int | None]]]
    sisa: tuple[tuple[str, str, int, int, int, int], ...]
    jk_sebagian: tuple[tuple[str, str, int, int, str, int], ...]
    units: Mapping[str, Unit]
    tugas: Mapping[str, Sequence[Tugas]]

    def nama(self, kode: str) -> str:
        return self.units[kode].nama if kode in self.units else kode

    def sebut(self, a: Angka, **args: object) -> dict[str, object]:
        """Placeholders that every sentence about a figure has."""
        periode = rentang(a.dari, a.sampai).kode
        return {"unit": self.nama(a.unit), "indikator": a.ind.nama.id, "periode": periode, **args}


def susun_bahan(koneksi: duckdb.DuckDBPyConnection, hasil: HasilBaca) -> Bahan:
    """Figures of the file and their history, after ``bentrok.tampung`` and ``bentrok.cari``."""
    angka = [Angka(ind, *b) for ind in registri().values() for b in bentrok.fetch_angka_baru(koneksi, ind)]
    units = {u.kode: u for u in [*queries.fetch_unit(koneksi), *hasil.unit_baru]}
    dulu = {kode: riwayat.fetch_riwayat(koneksi, kode) for kode in sorted({a.ind.kode for a in angka})}
    temuan = tuple(bentrok.cari(koneksi))
    sisa, sebagian = tuple(bentrok.cari_sisa(koneksi)), tuple(bentrok.cari_jk_sebagian(koneksi))
    return Bahan(hasil, tuple(angka), temuan, dulu, sisa, sebagian, units, _tugas(koneksi, hasil))


def _tugas(koneksi: duckdb.DuckDBPyConnection, hasil: HasilBaca) -> dict[str, list[Tugas]]:
    """Where the people of the file serve: as the file itself says, else as the stored list of employees."""
    letak = {t: kolom.index("pegawai") for t, kolom in KOLOM_TABEL.items() if "pegawai" in kolom and t != "pegawai"}
    orang = {str(b[letak[t]]) for t, isi in hasil.tabel.items() if t in letak for b in isi} - {""}
    tugas = kepegawaian.fetch_tugas(koneksi, orang)
    dari_berkas: dict[str, list[Tugas]] = {}
    for kode, unit, _, _, penilai, dari, sampai in hasil.tabel.get("pegawai", ()):
        isi = Tugas(str(unit), str(penilai), int(str(dari)), int(str(sampai)))
        dari_berkas.setdefault(str(kode), []).append(isi)
    return tugas | dari_berkas
