"""What an indicator is: two additive integer components, a direction, a way over months, a basis and an owner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Arah = Literal["naik", "turun"]
Agregasi = Literal["kumulatif", "rasio", "terakhir"]
Bentuk = Literal["jumlah", "rasio", "rerata_rasio"]
Selang = Literal["tidak_ada", "wilson", "rerata"]
Sebar = Literal["rata", "hari_kerja", "tetap"]


@dataclass(frozen=True)
class Teks:
    """One text in both languages."""

    id: str
    en: str

    def dalam(self, bahasa: str) -> str:
        return self.en if bahasa == "en" else self.id


@dataclass(frozen=True)
class Indikator:
    """One definition file. The meaning of every field stands in ``definisi/BACA.md``."""

    kode: str
    nama: Teks
    mengapa: Teks
    cara_baca: Teks
    kelompok: str
    sumber: str
    pembilang: str
    penyebut: str
    bentuk: Bentuk
    skala: int
    satuan: Teks
    arah: Arah
    agregasi: Agregasi
    desimal: int
    sebar: Sebar
    selang: Selang
    n_arti: Literal["tidak_ada", "responden", "pegawai", "sasaran"]
    n_minimum: int
    perorangan: bool
    batas: int | None
    dasar_hukum: Teks
    pemilik: str
    ditinjau: str
    tinjau_lagi: str
    rumus: Teks
    urutan: int
    dimensi: str = ""
    saring: str = ""
    laporan_bulanan: bool = True
    rerata_atas: tuple[str, ...] = field(default=())
    kata_kunci: tuple[str, ...] = field(default=())
