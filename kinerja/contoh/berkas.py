"""A file to try the import with: the layout of table 5 of the Profil Kesehatan, with invented figures."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pandas as pd

from kinerja.contoh.dasar import BENIH, pembangkit
from kinerja.contoh.kunjungan import bangun_kunjungan
from kinerja.contoh.satuan_kerja import SATUAN_KERJA

TAHUN = 2025
NAMA_BERKAS = f"kunjungan_contoh_{TAHUN}.csv"
_KOLOM = 11
_KLINIK = ("Klinik Contoh A", "Klinik Contoh B")
Hitung = tuple[int, int, int, int, int, int]
"""Rawat jalan L, P; rawat inap L, P; gangguan jiwa L, P."""


def _angka(nilai: int) -> str:
    """As the office prints it: 12.345."""
    return f"{nilai:,}".replace(",", ".")


def _isi(hitung: Hitung) -> list[str]:
    """L, P and L+P of each of the three kinds."""
    pasangan = zip(hitung[::2], hitung[1::2], strict=True)
    return [_angka(n) for laki, perempuan in pasangan for n in (laki, perempuan, laki + perempuan)]


def _jumlah(baris: list[Hitung]) -> Hitung:
    a, b, c, d, e, f = np.array(baris, dtype=np.int64).sum(axis=0).tolist()
    return a, b, c, d, e, f


def _puskesmas(kunjungan: pd.DataFrame, kode: str, jiwa: tuple[int, int]) -> Hitung:
    """The sample's own visits of one puskesmas in the year."""
    milik = kunjungan["unit"].str.startswith(kode) & (kunjungan["tanggal"].dt.year == TAHUN)
    n = kunjungan.loc[milik].groupby(["layanan", "jk"])["jumlah"].sum()
    jalan_l, jalan_p, inap_l, inap_p = (
        int(n.get((layanan, jk), 0)) for layanan in ("rawat_jalan", "rawat_inap") for jk in ("L", "P")
    )
    return jalan_l, jalan_p, inap_l, inap_p, *jiwa


def _klinik(rng: np.random.Generator) -> Hitung:
    laki, perempuan = rng.integers(900, 3600, 2).tolist()
    return laki, perempuan, 0, 0, 0, 0


def _baris(benih: int) -> list[list[str]]:
    rng = pembangkit(benih, "berkas")
    kunjungan = bangun_kunjungan(benih)
    jiwa: list[list[int]] = rng.integers(25, 90, (2, 2)).tolist()
    unit = [u for u in SATUAN_KERJA if u.jenis == "puskesmas"]
    milik = [_puskesmas(kunjungan, u.kode, (n[0], n[1])) for u, n in zip(unit, jiwa, strict=True)]
    klinik = [_klinik(rng) for _ in _KLINIK]
    jumlah = _jumlah(milik + klinik)
    penduduk = ("50.120", "49.880", "100.000")
    return [
        ["Tabel 5"],
        ["JUMLAH KUNJUNGAN RAWAT JALAN, RAWAT INAP, DAN KUNJUNGAN GANGGUAN JIWA"],
        ["DI SARANA PELAYANAN KESEHATAN"],
        ["KOTA CONTOH"],
        [f"TAHUN {TAHUN}"],
        ["NO", "SARANA PELAYANAN KESEHATAN", "JUMLAH KUNJUNGAN", *[""] * 5, "KUNJUNGAN GANGGUAN JIWA"],
        ["", "", "RAWAT JALAN", "", "", "RAWAT INAP", "", "", "JUMLAH"],
        ["", "", *("L", "P", "L+P") * 3],
        [str(n) for n in range(1, _KOLOM + 1)],
        ["JUMLAH KUNJUNGAN", "", *_isi(jumlah)],
        ["JUMLAH PENDUDUK", "", *penduduk, *penduduk],
        ["A", "Fasilitas Pelayanan Kesehatan Tingkat Pertama"],
        ["1", "Puskesmas"],
        *[["", f"{i}. {u.nama}", *_isi(n)] for i, (u, n) in enumerate(zip(unit, milik, strict=True), 1)],
        ["2", "Klinik Pratama"],
        *[["", f"{i}. {nama}", *_isi(n)] for i, (nama, n) in enumerate(zip(_KLINIK, klinik, strict=True), 1)],
        ["SUB JUMLAH I", "", *_isi(jumlah)],
        ["B", "Fasilitas Pelayanan Kesehatan Tingkat Lanjut"],
        ["1", "RS Umum"],
        ["", "(Nihil)", *["0"] * 9],
        ["SUB JUMLAH II", "", *["0"] * 9],
        ["JUMLAH", "", *_isi(jumlah)],
        ["Sumber: data contoh (sintetis), bukan angka sebenarnya"],
    ]


def tulis_berkas_contoh(folder: Path, benih: int = BENIH) -> Path:
    """The path of the written sample file: semicolons, decimal points for thousands, total rows, CRLF.

    The two puskesmas carry the visits of the sample itself in 2025, so an import can be compared with it; the
    clinics, gangguan jiwa and penduduk are invented. Raises ``OSError`` when ``folder`` cannot be written.
    """
    tulis = io.StringIO(newline="")
    penulis = csv.writer(tulis, delimiter=";", lineterminator="\r\n")
    penulis.writerows([*baris, *[""] * (_KOLOM - len(baris))] for baris in _baris(benih))
    jalur = folder / NAMA_BERKAS
    jalur.write_text(tulis.getvalue(), encoding="utf-8", newline="")
    return jalur
