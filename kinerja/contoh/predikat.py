"""Predicates of the sample: of the organisation, as printed for a person, and the seven behaviours of one quarter."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kinerja.contoh import kisah
from kinerja.contoh.dasar import AKHIR, AWAL, pembangkit, teks_kode
from kinerja.contoh.satuan_kerja import SATUAN_KERJA
from kinerja.domain.perilaku import NILAI
from kinerja.domain.predikat import EKSPEKTASI, Ekspektasi, tentukan_predikat
from kinerja.domain.unit import anak_langsung, turunan

_TEMPAT = ("kecamatan", "sekretariat", "seksi", "kelurahan", "puskesmas", "poli", "pustu")
_ORGANISASI = ("butuh_perbaikan", "baik", "istimewa")
_AMBANG_ORGANISASI = (0.72, 0.92)
_TAHUN_PENUH = (2024, 2025)
_SEPADAN = 0.72
"""Chance that one behaviour is rated as behaviour is as a whole; else it is one step beside."""


def cetak_predikat(penilaian: pd.DataFrame) -> pd.DataFrame:
    """The appraisals with the printed predicate: by the regulation's table, wrong for one person in some quarters."""
    pasang = penilaian[["hasil_kerja", "perilaku"]].itertuples(index=False)
    predikat = pd.Series([tentukan_predikat(*p) for p in pasang], index=penilaian.index, dtype="str")
    rawan = (penilaian["hasil_kerja"] == "di_atas") & (penilaian["perilaku"] == "sesuai")
    for awal in kisah.PREDIKAT_KELIRU:
        predikat.loc[penilaian.index[rawan & (penilaian["dari"] == awal)][:1]] = "sangat_baik"
    return penilaian.assign(predikat=predikat)


def bangun_predikat_organisasi(benih: int, butir: pd.DataFrame) -> pd.DataFrame:
    """Frame for table ``predikat_organisasi`` without ``muatan``: each place and full quarter, and full years.

    It follows the share of items reached below the place, with some leaning of those who judge. Where nobody reported
    there is none.
    """
    rng = pembangkit(benih, "predikat_organisasi")
    capai = _capaian_tempat(butir)
    condong = rng.normal(0.0, 0.02, len(capai))
    kelas = np.searchsorted(np.array(_AMBANG_ORGANISASI), capai["capai"].to_numpy() + condong)
    predikat = teks_kode(_ORGANISASI, kelas.astype(np.int64))
    return capai[["unit", "dari", "sampai"]].assign(predikat=predikat)


def _capaian_tempat(butir: pd.DataFrame) -> pd.DataFrame:
    """Share of items reached below each place, by full quarter and full year: unit, dari, sampai, capai."""
    isi = butir.loc[butir["realisasi_e4"].notna()]
    isi = isi.assign(capai=(isi["realisasi_e4"] >= isi["target_e4"]).astype("float64"))
    anak = anak_langsung(SATUAN_KERJA)
    tempat = [(u.kode, bawah) for u in SATUAN_KERJA if u.jenis in _TEMPAT for bawah in turunan(u.kode, anak)]
    pasangan = pd.DataFrame(tempat, columns=["tempat", "unit"])
    tahun = isi["bulan"] // 100
    awal = tahun * 100 + (isi["bulan"] % 100 - 1) // 3 * 3 + 1
    tw = isi.assign(dari=awal, sampai=awal + 2)
    th = isi.assign(dari=tahun * 100 + 1, sampai=tahun * 100 + 12)
    masa = pd.concat([tw.loc[(awal >= AWAL) & (awal + 2 <= AKHIR)], th.loc[tahun.isin(_TAHUN_PENUH)]])
    hasil = masa.merge(pasangan, on="unit").groupby(["tempat", "dari", "sampai"])["capai"].mean().reset_index()
    return hasil.rename(columns={"tempat": "unit"}).sort_values(["dari", "sampai", "unit"], ignore_index=True)


def bangun_perilaku(benih: int, penilaian: pd.DataFrame) -> pd.DataFrame:
    """Frame for table ``skp_perilaku`` without ``muatan``: seven behaviours of everybody rated in the one quarter."""
    rng = pembangkit(benih, "skp_perilaku")
    orang = penilaian.loc[penilaian["dari"] == kisah.TRIWULAN_PERILAKU]
    urut: dict[Ekspektasi, int] = {k: n for n, k in enumerate(EKSPEKTASI)}
    pokok = np.repeat(orang["perilaku"].map(urut).to_numpy(dtype=np.int64), len(NILAI))
    lain = pokok + rng.choice([-1, 1], len(pokok))
    kelas = np.where(rng.random(len(pokok)) < _SEPADAN, pokok, np.clip(lain, 0, len(EKSPEKTASI) - 1))
    baris = np.repeat(np.arange(len(orang)), len(NILAI))
    return pd.DataFrame(
        {
            **{k: orang[k].array.take(baris) for k in ("pegawai", "unit", "dari", "sampai")},
            "nilai": teks_kode(NILAI, np.tile(np.arange(len(NILAI)), len(orang)).astype(np.int64)),
            "ekspektasi": teks_kode(EKSPEKTASI, kelas.astype(np.int64)),
        }
    )
