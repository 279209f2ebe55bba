"""Training hours of each person, and the events that charts are annotated with."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kinerja.contoh import kisah
from kinerja.contoh.dasar import AKHIR, AWAL, TAHUN, Bulat, baca_daftar, pembangkit, teks_kode
from kinerja.contoh.hari import kalender

LOKAKARYA_JP = 8
_PESERTA_LOKAKARYA = 24
_RERATA = {"PNS": 1.9, "PPPK": 1.3}
"""Courses a person takes in a full year."""


def _hari_kerja() -> pd.DataFrame:
    hari = kalender(AWAL, AKHIR)
    return hari.loc[hari["hari_kerja"] == 1].reset_index(drop=True)


def _jadwal(rng: np.random.Generator, banyak: int) -> Bulat:
    """Two sessions a year for every course, as positions among the working days: course × year × session."""
    tahun = _hari_kerja()["tahun"].to_numpy()
    sesi = [rng.choice(np.nonzero(tahun == t)[0], size=(banyak, 2)) for t in TAHUN]
    return np.stack(sesi, axis=1).astype(np.int64)


def _peserta(rng: np.random.Generator, pegawai: pd.DataFrame) -> tuple[Bulat, Bulat]:
    """Who takes a course in which year: positions of the person and of the year, once for every course."""
    bagian = np.bincount(_hari_kerja()["tahun"].to_numpy() - TAHUN[0]) / 246.0
    rata = pegawai["status"].map(_RERATA).to_numpy(dtype=np.float64)[:, None] * bagian
    tahun = np.array(TAHUN)
    ada = (pegawai["berlaku_dari"].to_numpy()[:, None] <= tahun * 100 + 1) & (
        pegawai["berlaku_sampai"].to_numpy()[:, None] >= tahun * 100 + 12
    )
    n = rng.poisson(rata * ada)
    orang, ke = np.indices(n.shape)
    return np.repeat(orang.ravel(), n.ravel()), np.repeat(ke.ravel(), n.ravel())


def _pilih_judul(rng: np.random.Generator, pegawai: pd.DataFrame, orang: Bulat, daftar: pd.DataFrame) -> Bulat:
    """A course that fits the person's office, or one for everybody, as position in ``daftar``."""
    untuk = {k: np.nonzero(daftar["kelompok"].isin([k, "semua"]).to_numpy())[0] for k in ("kantor", "puskesmas")}
    puskesmas = pegawai["unit"].str.startswith("1011").to_numpy(dtype=bool)[orang]
    kantor = rng.choice(untuk["kantor"], len(orang))
    return np.asarray(np.where(puskesmas, rng.choice(untuk["puskesmas"], len(orang)), kantor), dtype=np.int64)


def _lokakarya(pegawai: pd.DataFrame) -> pd.DataFrame:
    """Attendance of the planted workshop: the first 24 people of the puskesmas and its poli umum."""
    pu = kisah.PUSKESMAS_PEGAMBIRAN
    aktif = pegawai["berlaku_sampai"] >= kisah.LOKAKARYA.year * 100 + kisah.LOKAKARYA.month
    hadir = pegawai.loc[pegawai["unit"].isin([pu, f"{pu}-UMUM"]) & aktif].head(_PESERTA_LOKAKARYA)
    judul = baca_daftar("peristiwa").set_index(["tanggal", "unit"])["judul_id"][kisah.LOKAKARYA.isoformat(), pu]
    return pd.DataFrame(
        {
            "pegawai": hadir["pegawai"],
            "unit": hadir["unit"],
            "tanggal": pd.Timestamp(kisah.LOKAKARYA).as_unit("s"),
            "judul": pd.Series(str(judul), index=hadir.index, dtype="str"),
            "peserta": 1,
            "jp": LOKAKARYA_JP,
        }
    )


def _undian(gelombang: pd.DataFrame) -> pd.DataFrame:
    """Attendance of the training whose two batches were drawn by lot, each on its own day."""
    hari = pd.Series(np.array(kisah.UNDIAN, dtype="datetime64[s]"))
    return gelombang[["pegawai", "unit", "judul"]].assign(
        tanggal=hari.take(gelombang["gelombang"].to_numpy() - 1).array, peserta=1, jp=kisah.UNDIAN_JP
    )


def _belum_selesai(pegawai: pd.DataFrame, lain: pd.DataFrame) -> pd.DataFrame:
    """People who began the planted course and got no hours recorded: with its 20 JP they would have passed."""
    tahun = kisah.BELUM_SELESAI.year
    jp = lain.loc[lain["tanggal"].dt.year == tahun].groupby("pegawai")["jp"].sum()
    aktif = pegawai["berlaku_sampai"] >= tahun * 100 + 12
    pilih = pegawai["unit"].isin(kisah.BELUM_SELESAI_UNIT) & (pegawai["status"] == "PNS") & aktif
    kurang = pegawai["pegawai"].map(jp).fillna(0) < kisah.BELUM_SELESAI_JP
    return pegawai.loc[pilih & kurang, ["pegawai", "unit"]].assign(
        tanggal=pd.Timestamp(kisah.BELUM_SELESAI).as_unit("s"),
        judul=kisah.JUDUL_BELUM_SELESAI,
        peserta=1,
        jp=pd.array([pd.NA], dtype="Int64").repeat(int((pilih & kurang).sum())),
    )


def bangun_pelatihan(benih: int, pegawai: pd.DataFrame, gelombang: pd.DataFrame) -> pd.DataFrame:
    """Frame for table ``pelatihan`` without ``muatan``: one row a person and course, by day; jp <NA>: none yet."""
    rng = pembangkit(benih, "pelatihan")
    daftar = baca_daftar("pelatihan")
    orang, tahun = _peserta(rng, pegawai)
    judul = _pilih_judul(rng, pegawai, orang, daftar)
    sesi = _jadwal(rng, len(daftar))[judul, tahun, rng.integers(0, 2, len(orang))]
    biasa = pd.DataFrame(
        {
            "pegawai": pegawai["pegawai"].array.take(orang),
            "unit": pegawai["unit"].array.take(orang),
            "tanggal": _hari_kerja()["tanggal"].to_numpy()[sesi],
            "judul": teks_kode(daftar["judul"].tolist(), judul),
            "peserta": np.ones(len(judul), dtype=np.int64),
            "jp": daftar["jp"].astype("int64").to_numpy()[judul],
        }
    )
    biasa = biasa.drop_duplicates(["pegawai", "tanggal"])
    ada = pd.concat([biasa, _lokakarya(pegawai), _undian(gelombang)]).astype({"jp": "Int64"})
    semua = pd.concat([ada, _belum_selesai(pegawai, ada)])
    return semua.sort_values(["tanggal", "pegawai", "judul"], ignore_index=True)


def bangun_peristiwa() -> pd.DataFrame:
    """Frame for table ``peristiwa`` without ``muatan``: policies, briefings and workshops, in both languages."""
    daftar = baca_daftar("peristiwa")
    return daftar.assign(tanggal=pd.to_datetime(daftar["tanggal"]).astype("datetime64[s]"))
