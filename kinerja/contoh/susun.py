"""All sample tables together, with the batches (muatan) that brought them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pandas as pd

from kinerja.contoh.dasar import BENIH
from kinerja.contoh.dukungan import bangun_gelombang, bangun_kegiatan
from kinerja.contoh.fakta import bangun_fakta
from kinerja.contoh.kunjungan import bangun_kunjungan
from kinerja.contoh.pegawai import bangun_pegawai
from kinerja.contoh.pelatihan import bangun_pelatihan, bangun_peristiwa
from kinerja.contoh.predikat import bangun_perilaku, bangun_predikat_organisasi, cetak_predikat
from kinerja.contoh.skp import bangun_butir, bangun_laporan, bangun_penilaian
from kinerja.contoh.survei import bangun_survei
from kinerja.contoh.target import bangun_target

MUATAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("kunjungan", ("kunjungan",)),
    ("survei", ("responden", "jawaban")),
    ("pegawai", ("pegawai",)),
    ("skp", ("skp_butir", "skp_penilaian", "laporan_skp", "skp_perilaku")),
    ("pelatihan", ("pelatihan",)),
    ("peristiwa", ("peristiwa",)),
    ("fakta", ("fakta",)),
    ("target", ("target",)),
    ("predikat_organisasi", ("predikat_organisasi",)),
    ("kegiatan", ("kegiatan",)),
    ("gelombang", ("gelombang",)),
)
"""Batches in order of their number (from 1): jenis and the tables that come and go together."""

OLEH = "data contoh"
PADA = "2026-11-20T02:00:00+00:00"


def sidik(bingkai: Sequence[pd.DataFrame]) -> str:
    """SHA-256 over column names and contents of the frames, in their order."""
    hasil = hashlib.sha256()
    for df in bingkai:
        hasil.update("\n".join(df.columns).encode())
        hasil.update(pd.util.hash_pandas_object(df, index=False).to_numpy().tobytes())
    return hasil.hexdigest()


def _berbulan(df: pd.DataFrame) -> pd.DataFrame:
    """The frame with the month of each date as its span, right of the date."""
    bulan = (df["tanggal"].dt.year * 100 + df["tanggal"].dt.month).astype("int64")
    letak = list(df.columns).index("tanggal") + 1
    df.insert(letak, "dari", bulan)
    df.insert(letak + 1, "sampai", bulan)
    return df


def _tabel(benih: int) -> dict[str, pd.DataFrame]:
    pegawai = bangun_pegawai(benih)
    responden, jawaban = bangun_survei(benih)
    butir = bangun_butir(benih, pegawai)
    penilaian = cetak_predikat(bangun_penilaian(benih, pegawai, butir))
    gelombang = bangun_gelombang(benih, pegawai)
    return {
        "kunjungan": _berbulan(bangun_kunjungan(benih)),
        "responden": _berbulan(responden),
        "jawaban": _berbulan(jawaban),
        "pegawai": pegawai,
        "skp_butir": butir,
        "skp_penilaian": penilaian,
        "laporan_skp": bangun_laporan(benih, pegawai),
        "skp_perilaku": bangun_perilaku(benih, penilaian),
        "pelatihan": _berbulan(bangun_pelatihan(benih, pegawai, gelombang)),
        "peristiwa": bangun_peristiwa(),
        "fakta": bangun_fakta(benih),
        "target": bangun_target(),
        "predikat_organisasi": bangun_predikat_organisasi(benih, butir),
        "kegiatan": _berbulan(bangun_kegiatan()),
        "gelombang": gelombang,
    }


def _muatan(tabel: dict[str, pd.DataFrame]) -> pd.DataFrame:
    baris = [
        (
            nomor,
            jenis,
            f"contoh:{jenis}",
            sidik([tabel[t] for t in isi]),
            "",
            OLEH,
            PADA,
            sum(len(tabel[t]) for t in isi),
        )
        for nomor, (jenis, isi) in enumerate(MUATAN, 1)
    ]
    kolom = ["muatan", "jenis", "berkas", "sha256", "lembar", "oleh", "pada", "baris"]
    return pd.DataFrame(baris, columns=kolom).assign(ringkasan=pd.Series(["{}"] * len(baris), dtype="str"))


def bangun_contoh(benih: int = BENIH) -> dict[str, pd.DataFrame]:
    """Table name → frame with the columns of the schema, in its order, and ``muatan`` with the batches.

    ``digantikan`` is left to the schema's 0: nothing of the sample was ever corrected.
    Covers November 2023 to October 2026. The same ``benih`` gives identical frames. Dates are datetime64[s] at
    midnight, blank dates NaT, nullable counts Int64. All figures are invented; no row is a patient.
    """
    tabel = _tabel(benih)
    nomor = {t: n for n, (_, isi) in enumerate(MUATAN, 1) for t in isi}
    hasil = {"muatan": _muatan(tabel)}
    for nama, df in tabel.items():
        df.insert(0, "muatan", nomor[nama])
        hasil[nama] = df
    return hasil
