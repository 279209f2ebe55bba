"""Civil servants by internal code: place, jabatan, status and who rates them. No names, no NIP."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kinerja.contoh import kisah
from kinerja.contoh.dasar import pembangkit
from kinerja.contoh.satuan_kerja import SATUAN_KERJA
from kinerja.domain.unit import BULAN_AKHIR

PENILAI_LUAR = "LUAR"
"""The rater of the camat and of the two heads of puskesmas: above this area, so without a code here."""
MULAI = 202301
_MASUK, _KELUAR = 202406, 202506
"""PPPK of the new intake start here; the months of retirement fall a year later."""

_BANYAK_KELURAHAN = (11, 12, 10, 10, 16, 11, 12, 13, 12, 11, 12, 14, 11, 12, 3)
_BANYAK = {
    "KEC": 1,
    "KEC-SEK": 24,
    "KEC-PEM": 15,
    "KEC-TRB": 18,
    "KEC-PEL": 16,
    "KEC-SOS": 14,
    "KEC-PMB": 13,
    "1011119": 16,
    "1011119-UMUM": 15,
    "1011119-GIGI": 7,
    "1011119-KIA": 14,
    "1011119-LANSIA": 6,
    "1011119-UGD": 10,
    "1011119-P-KTB": 5,
    "1011119-P-KPB": 5,
    "1011120": 14,
    "1011120-UMUM": 13,
    "1011120-GIGI": 6,
    "1011120-KIA": 12,
    "1011120-LANSIA": 6,
    "1011120-UGD": 10,
    "1011120-P-BNR": 5,
    "1011120-P-TJA": 5,
}
_KANTOR = (
    "Penata Layanan Operasional",
    "Pengolah Data dan Informasi",
    "Pengadministrasi Perkantoran",
    "Penelaah Teknis Kebijakan",
    "Operator Layanan Operasional",
)
_JABATAN: dict[str, tuple[str, tuple[str, ...]]] = {
    "kecamatan": ("Camat", ()),
    "sekretariat": ("Sekretaris Kecamatan", ("Kepala Subbagian", "Bendahara", "Arsiparis Terampil", *_KANTOR)),
    "seksi": ("Kepala Seksi", _KANTOR),
    "kelurahan": ("Lurah", ("Sekretaris Kelurahan", "Kepala Seksi Kelurahan", *_KANTOR)),
    "puskesmas": (
        "Kepala Puskesmas",
        (
            "Kepala Tata Usaha",
            "Apoteker Ahli Pertama",
            "Pranata Laboratorium Kesehatan Terampil",
            "Nutrisionis Terampil",
            "Sanitarian Terampil",
            "Perekam Medis Terampil",
            "Penyuluh Kesehatan Masyarakat Ahli Pertama",
            "Epidemiolog Kesehatan Ahli Pertama",
            "Pengadministrasi Perkantoran",
        ),
    ),
    "UMUM": ("Dokter Ahli Muda", ("Dokter Ahli Pertama", "Perawat Mahir", "Perawat Terampil", "Perawat Ahli Pertama")),
    "GIGI": ("Dokter Gigi Ahli Muda", ("Dokter Gigi Ahli Pertama", "Terapis Gigi dan Mulut Terampil")),
    "KIA": ("Bidan Ahli Muda", ("Bidan Ahli Pertama", "Bidan Mahir", "Bidan Terampil")),
    "LANSIA": ("Dokter Ahli Pertama", ("Perawat Mahir", "Perawat Terampil")),
    "UGD": ("Dokter Ahli Muda", ("Perawat Ahli Pertama", "Perawat Terampil", "Bidan Terampil")),
    "pustu": ("Perawat Penyelia", ("Bidan Mahir", "Perawat Terampil", "Bidan Terampil")),
}


@dataclass(frozen=True)
class _Regu:
    """The staff of one unit: how many, which titles, and the unit whose head rates this unit's head."""

    unit: str
    n: int
    kepala: str
    anggota: tuple[str, ...]
    atasan: str | None
    puskesmas: bool


def _regu() -> list[_Regu]:
    kelurahan = [u.kode for u in SATUAN_KERJA if u.jenis == "kelurahan"]
    banyak = _BANYAK | dict(zip(kelurahan, _BANYAK_KELURAHAN, strict=True))
    hasil = []
    for u in SATUAN_KERJA:
        if u.kode in banyak:
            jenis = u.kode.rpartition("-")[2] if u.jenis == "poli" else u.jenis
            kepala, anggota = _JABATAN[jenis]
            atasan = u.induk if u.induk in banyak else None
            hasil.append(_Regu(u.kode, banyak[u.kode], kepala, anggota, atasan, u.jalur == "dinkes"))
    return hasil


def _baris(regu: list[_Regu]) -> pd.DataFrame:
    """One row a person, coded in order of the units; the first of each unit is its head and rates the rest."""
    awal = dict(zip([r.unit for r in regu], np.cumsum([1] + [r.n for r in regu]).tolist(), strict=False))
    baris = []
    for r in regu:
        kepala = f"ASN-{awal[r.unit]:04d}"
        penilai_kepala = f"ASN-{awal[r.atasan]:04d}" if r.atasan else PENILAI_LUAR
        for i in range(r.n):
            jabatan = r.kepala if i == 0 else r.anggota[(i - 1) % len(r.anggota)]
            penilai = penilai_kepala if i == 0 else kepala
            baris.append((f"ASN-{awal[r.unit] + i:04d}", r.unit, jabatan, penilai, i == 0, r.puskesmas))
    return pd.DataFrame(baris, columns=["pegawai", "unit", "jabatan", "penilai", "kepala", "puskesmas"])


def bangun_pegawai(benih: int) -> pd.DataFrame:
    """Frame for table ``pegawai`` without ``muatan``: one row a person, some later in, some earlier out."""
    rng = pembangkit(benih, "pegawai")
    orang = _baris(_regu())
    struktural = (orang["kepala"] | orang["jabatan"].str.startswith(("Kepala", "Sekretaris"))).to_numpy(dtype=bool)
    tetap = struktural | (orang["unit"] == kisah.UNIT_TIGA_ORANG).to_numpy()
    pppk = (rng.random(len(orang)) < np.where(orang["puskesmas"], 0.43, 0.34)) & ~struktural
    masuk = pppk & ~tetap & (rng.random(len(orang)) < 0.18)
    keluar = ~pppk & ~tetap & (rng.random(len(orang)) < 0.04)
    return pd.DataFrame(
        {
            "pegawai": orang["pegawai"].astype("str"),
            "unit": orang["unit"].astype("str"),
            "jabatan": orang["jabatan"].astype("str"),
            "status": pd.Series(np.where(pppk, "PPPK", "PNS"), dtype="str"),
            "penilai": orang["penilai"].astype("str"),
            "berlaku_dari": np.where(masuk, _MASUK, MULAI),
            "berlaku_sampai": np.where(keluar, _KELUAR + rng.integers(0, 6, len(orang)), BULAN_AKHIR),
        }
    )
