"""The satisfaction survey: respondents and their answers, with the intended mean of every unsur."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kinerja.contoh import kisah
from kinerja.contoh.dasar import AKHIR, AWAL, UMUR, Biner, Bulat, Pecahan, pembangkit, pilih, teks_kode
from kinerja.contoh.hari import kalender
from kinerja.contoh.satuan_kerja import SATUAN_KERJA

UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
# How each unsur stands to the unit's own level; fees are praised because most services are free.
_UNSUR = (0.05, 0.0, -0.12, 0.22, 0.0, 0.06, 0.09, -0.06, -0.14)
_TINGKAT = {kisah.PUSKESMAS_LUBEG: 3.37, kisah.PUSKESMAS_PEGAMBIRAN: 3.36, "KEC-PEL": 3.52, kisah.UNIT_BIASA: 3.44}
_LAYANAN_PUSKESMAS = ("umum", "gigi", "kia", "lansia", "tindakan", "farmasi")
_LAYANAN_KANTOR = ("surat_keterangan", "kependudukan", "perizinan", "bantuan_sosial")
_LAYANAN = _LAYANAN_PUSKESMAS + _LAYANAN_KANTOR
_UMUR_RESPONDEN = (0, 0, 0, 0, 6, 52, 20, 9, 10, 3)
_ORANG, _JAWAB = 0.38, 0.48
"""Spread on the answer scale: between respondents, and between one respondent's answers."""
_KOSONG = 0.01


@dataclass(frozen=True)
class _Kelompok:
    """Respondents of one unit and month."""

    unit: str
    bulan: int
    n: int


def _kelurahan() -> list[str]:
    return [u.kode for u in SATUAN_KERJA if u.jenis == "kelurahan"]


def _banyak(rng: np.random.Generator, bulan: list[int]) -> list[_Kelompok]:
    """How many answered, per unit and month: 60-120 at a puskesmas, 18-32 at the counter, 5-10 at a kelurahan."""
    batas = [(kisah.PUSKESMAS_LUBEG, 78, 121), (kisah.PUSKESMAS_PEGAMBIRAN, 60, 101), ("KEC-PEL", 18, 33)]
    batas += [(unit, 5, 11) for unit in _kelurahan()]
    hasil = []
    for unit, sedikit, banyak in batas:
        for b, n in zip(bulan, rng.integers(sedikit, banyak, len(bulan)).tolist(), strict=True):
            tanam = kisah.SEDIKIT_RESPONDEN.get(b, n) if unit == kisah.UNIT_SEDIKIT_RESPONDEN else n
            hasil.append(_Kelompok(unit, b, tanam))
    return hasil


def _rata_waktu(kelompok: _Kelompok) -> float | None:
    """The planted mean of unsur waktu, None where none is planted."""
    if kelompok.unit == kisah.PUSKESMAS_LUBEG:
        return kisah.WAKTU_LUBEG
    if kelompok.unit == kisah.PUSKESMAS_PEGAMBIRAN:
        lama = kelompok.bulan < kisah.WAKTU_NAIK_MULAI
        return kisah.WAKTU_PEGAMBIRAN_LAMA if lama else kisah.WAKTU_PEGAMBIRAN_BARU
    return None


def _rata(rng: np.random.Generator, kelompok: list[_Kelompok]) -> Pecahan:
    """Intended mean answer, one row a unit and month, one column an unsur."""
    acak = dict(zip(_kelurahan(), rng.uniform(3.28, 3.66, len(_kelurahan())).tolist(), strict=True))
    tingkat = acak | _TINGKAT
    khas = {unit: rng.normal(0.0, 0.03, len(UNSUR)) for unit in sorted(tingkat)}
    suasana = rng.normal(0.0, 0.015, (len(kelompok), 1))
    rata = np.stack([tingkat[k.unit] + np.array(_UNSUR) + khas[k.unit] for k in kelompok]) + suasana
    for baris, k in zip(rata, kelompok, strict=True):
        waktu = _rata_waktu(k)
        if waktu is not None:
            baris[UNSUR.index("waktu")] = waktu
    return rata


def _pusat(rata: Pecahan) -> Pecahan:
    """Centre of a normal whose values, rounded and kept within 1 to 4, have the mean ``rata``."""
    sigma = math.hypot(_ORANG, _JAWAB)
    kisi = np.linspace(0.5, 5.5, 501)
    lewat = [[0.5 * math.erfc((b - m) / sigma / math.sqrt(2)) for b in (1.5, 2.5, 3.5)] for m in kisi.tolist()]
    return np.asarray(np.interp(rata, 1.0 + np.sum(lewat, axis=1), kisi), dtype=np.float64)


def _jawab(rng: np.random.Generator, pusat: Pecahan) -> tuple[Bulat, Biner]:
    """Answers 1-4 and whether each was given; one respondent's answers lean the same way."""
    n, unsur = pusat.shape
    kabur = rng.normal(0.0, _ORANG, (n, 1)) + rng.normal(0.0, _JAWAB, (n, unsur))
    nilai = np.clip(np.floor(pusat + kabur + 0.5), 1, 4).astype(np.int64)
    return nilai, rng.random((n, unsur)) >= _KOSONG


def _tanggal(rng: np.random.Generator, bulan: Bulat) -> Bulat:
    """A working day of each month, as days since 1970."""
    hari = kalender(AWAL, AKHIR)
    kerja = hari.loc[hari["hari_kerja"] == 1]
    angka = kerja["tanggal"].to_numpy().astype("datetime64[D]").astype(np.int64)
    awal = np.searchsorted(kerja["bulan"].to_numpy(), bulan, side="left")
    akhir = np.searchsorted(kerja["bulan"].to_numpy(), bulan, side="right")
    return np.asarray(angka[rng.integers(awal, akhir)], dtype=np.int64)


def _layanan(rng: np.random.Generator, puskesmas: Biner) -> pd.Series[str]:
    bobot = np.where(
        puskesmas[:, None],
        np.array((40, 12, 18, 12, 10, 8) + (0,) * 4, dtype=np.float64),
        np.array((0,) * 6 + (46, 30, 9, 15), dtype=np.float64),
    )
    return teks_kode(_LAYANAN, pilih(rng, bobot))


def bangun_survei(benih: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Frames for tables ``responden`` and ``jawaban`` without ``muatan``; a blank answer is a missing row."""
    rng = pembangkit(benih, "responden")
    bulan = sorted(set(kalender(AWAL, AKHIR)["bulan"].tolist()))
    kelompok = _banyak(rng, bulan)
    rata = _rata(rng, kelompok)
    ke = np.repeat(np.arange(len(kelompok)), [k.n for k in kelompok])
    hari = _tanggal(rng, np.array([k.bulan for k in kelompok])[ke])
    ke, hari = (x[np.lexsort((ke, hari))] for x in (ke, hari))
    nilai, isi = _jawab(pembangkit(benih, "jawaban"), _pusat(rata)[ke])
    unit = teks_kode([k.unit for k in kelompok], ke)
    puskesmas = unit.isin([kisah.PUSKESMAS_LUBEG, kisah.PUSKESMAS_PEGAMBIRAN]).to_numpy()
    perempuan = rng.random(len(ke)) < np.where(puskesmas, 0.63, 0.52)
    responden = pd.DataFrame(
        {
            "responden": np.arange(1, len(ke) + 1, dtype=np.int64),
            "tanggal": hari.astype("datetime64[D]").astype("datetime64[s]"),
            "unit": unit,
            "layanan": _layanan(rng, puskesmas),
            "jk": teks_kode(("L", "P"), perempuan.astype(np.int64)),
            "umur": teks_kode(UMUR, pilih(rng, np.tile(np.array(_UMUR_RESPONDEN, dtype=np.float64), (len(ke), 1)))),
            "skor": np.floor(1000 * (nilai * isi).sum(axis=1) / isi.sum(axis=1) + 0.5).astype(np.int64),
        }
    )
    baris, kolom = np.nonzero(isi)
    jawaban = responden.loc[baris, ["responden", "tanggal", "unit"]].reset_index(drop=True)
    return responden, jawaban.assign(unsur=teks_kode(UNSUR, kolom), nilai=nilai[baris, kolom])
