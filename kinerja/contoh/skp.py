"""SKP month by month: items with target and realisasi, the four reports and when they came, quarterly ratings."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kinerja.contoh import kisah
from kinerja.contoh.dasar import (
    AKHIR,
    AWAL,
    Biner,
    Bulat,
    Pecahan,
    baca_daftar,
    logit,
    pembangkit,
    sigmoid,
    teks_kode,
)
from kinerja.contoh.satuan_kerja import SATUAN_KERJA
from kinerja.domain.periode import bulan_antara, geser_bulan

LAPORAN = ("rencana", "realisasi", "bukti", "umpan_balik")
RATING = ("di_bawah", "sesuai", "di_atas")
BATAS_HARI = 10
E4 = 10_000
SETOR_SAMPAI = np.datetime64("2026-11-19", "D")
"""The sample was taken the day after: a report not in by then is a report not handed in."""
_SULIT = (0.25, 0.05, -0.1, -0.3)
_BUTIR_SEBULAN, _BUTIR_SETAHUN = 3, 5
_TEPAT, _CAPAI = 0.865, 0.845
"""Ordinary chance that a report is on time, and that an item reaches its target, before the policy."""
_TARGET_BULANAN = (4, 6, 8, 10, 12, 20, 25, 30)
_AMBANG_RATING = (-1.45, 1.2)


def _orang_bulan(pegawai: pd.DataFrame) -> pd.DataFrame:
    """One row a person and month of service for which SKP reports exist: position of the person, unit, bulan."""
    bulan = np.array(bulan_antara(AWAL, AKHIR), dtype=np.int64)
    dari, sampai = pegawai["berlaku_dari"].to_numpy()[:, None], pegawai["berlaku_sampai"].to_numpy()[:, None]
    orang, ke = np.nonzero((dari <= bulan) & (bulan <= sampai))
    hasil = pd.DataFrame({"ke": orang, "bulan": bulan[ke]}).assign(
        pegawai=pegawai["pegawai"].array.take(orang), unit=pegawai["unit"].array.take(orang)
    )
    pasangan = hasil[["unit", "bulan"]].drop_duplicates()
    hilang = [(u, b) for u, b in pasangan.itertuples(index=False) if kisah.tidak_lapor_skp(u, b)]
    if not hilang:
        return hasil
    kunci = pd.MultiIndex.from_frame(hasil[["unit", "bulan"]])
    return hasil.loc[~kunci.isin(hilang)].reset_index(drop=True)


def _watak_unit(rng: np.random.Generator, unit: pd.Series[str], ragam: float) -> Pecahan:
    """A lasting difference of each unit on the logit scale, the same for all its people; none for ordinary units."""
    biasa = (kisah.UNIT_BIASA, kisah.POLI_BIASA, kisah.UNIT_PENILAI_LUNAK)
    acak = np.clip(rng.normal(0.0, ragam, len(SATUAN_KERJA)), -1.6 * ragam, 1.6 * ragam)
    watak = {u.kode: 0.0 if u.kode in biasa else a for u, a in zip(SATUAN_KERJA, acak.tolist(), strict=True)}
    return np.asarray(unit.map(watak).to_numpy(dtype=np.float64))


def _niat(rng: np.random.Generator, orang: pd.DataFrame, dasar: float, naik: float, ragam: float) -> Pecahan:
    """Logit of success for each person and month: unit, person, mood of the month, and the policy."""
    pribadi = rng.normal(0.0, 0.4, int(orang["ke"].max()) + 1)[orang["ke"].to_numpy()]
    bulan = orang["bulan"].to_numpy()
    _, urut = np.unique(bulan, return_inverse=True)
    suasana = rng.normal(0.0, 0.06, int(urut.max()) + 1)[urut]
    kebijakan = naik * kisah.kuat_kebijakan(bulan)
    hasil = logit(dasar) + _watak_unit(rng, orang["unit"], ragam) + pribadi + suasana + kebijakan
    return np.asarray(hasil, dtype=np.float64)


def _pilih_butir(orang: pd.DataFrame, daftar: pd.DataFrame) -> Bulat:
    """Which items a person works on this month: 3 of the 5 of the year, as positions in ``daftar``."""
    puskesmas = orang["unit"].str.startswith("1011").to_numpy(dtype=bool)
    banyak = int((daftar["kelompok"] == "kantor").sum())
    mulai = orang["ke"].to_numpy() + orang["bulan"].to_numpy() // 100
    giliran = orang["bulan"].to_numpy() % 100
    ke = (giliran[:, None] + np.arange(_BUTIR_SEBULAN)) % _BUTIR_SETAHUN
    return np.asarray((mulai[:, None] + ke) % banyak + np.where(puskesmas, banyak, 0)[:, None], dtype=np.int64)


def bangun_butir(benih: int, pegawai: pd.DataFrame) -> pd.DataFrame:
    """Frame for table ``skp_butir`` without ``muatan``: three items a person and month; realisasi_e4 <NA>: blank."""
    rng = pembangkit(benih, "skp_butir")
    orang, daftar = _orang_bulan(pegawai), baca_daftar("butir")
    peluang = sigmoid(_niat(rng, orang, _CAPAI, kisah.NAIK_CAPAIAN, 0.5))
    pilihan = _pilih_butir(orang, daftar).ravel()
    baris = np.repeat(np.arange(len(orang)), _BUTIR_SEBULAN)
    target = np.array(_TARGET_BULANAN)[rng.integers(0, len(_TARGET_BULANAN), len(baris))]
    sampai = rng.random(len(baris)) < peluang[baris]
    lebih = target + rng.poisson(0.04 * target)
    kurang = np.floor(target * rng.uniform(0.55, 0.98, len(baris))).astype(np.int64)
    kosong = rng.random(len(baris)) < 0.012
    return pd.DataFrame(
        {
            "pegawai": orang["pegawai"].array.take(baris),
            "unit": orang["unit"].array.take(baris),
            "bulan": orang["bulan"].to_numpy()[baris],
            **{k: teks_kode(daftar[k].tolist(), pilihan) for k in ("rencana", "butir", "aspek", "satuan")},
            "target_e4": target * E4,
            "realisasi_e4": pd.Series(np.where(sampai, lebih, kurang) * E4, dtype="Int64").mask(pd.Series(kosong)),
            "bukti": ((rng.random(len(baris)) < 0.955) & ~kosong).astype(np.int64),
            "arah": teks_kode(["naik"], np.zeros(len(baris), dtype=np.int64)),
        }
    )


def _tenggat(bulan: Bulat) -> Bulat:
    """The 10th of the next month, as days since 1970."""
    unik, balik = np.unique(bulan, return_inverse=True)
    berikut = [geser_bulan(b, 1) for b in unik.tolist()]
    hari = [f"{b // 100}-{b % 100:02d}-{BATAS_HARI}" for b in berikut]
    return np.asarray(np.array(hari, dtype="datetime64[D]").astype(np.int64)[balik], dtype=np.int64)


def _tanggal(hari: Bulat, isi: Biner) -> pd.Series[pd.Timestamp]:
    """Days since 1970 as dates, NaT where not ``isi``."""
    tanggal = pd.Series(hari.astype("datetime64[D]").astype("datetime64[s]"))
    return tanggal.where(pd.Series(isi))


def bangun_laporan(benih: int, pegawai: pd.DataFrame) -> pd.DataFrame:
    """Frame for table ``laporan_skp`` without ``muatan``: four reports a person and month; lapor NaT: never came."""
    rng = pembangkit(benih, "laporan_skp")
    orang = _orang_bulan(pegawai)
    niat = _niat(rng, orang, _TEPAT, kisah.NAIK_KETEPATAN, 0.48) + rng.normal(0.0, 0.5, len(orang))
    baris = np.repeat(np.arange(len(orang)), len(LAPORAN))
    jenis = np.tile(np.arange(len(LAPORAN)), len(orang))
    tepat = rng.random(len(baris)) < sigmoid(niat[baris] + np.array(_SULIT)[jenis])
    batas = _tenggat(orang["bulan"].to_numpy())[baris]
    lapor = batas + np.where(tepat, -rng.integers(0, BATAS_HARI, len(baris)), rng.geometric(0.18, len(baris)))
    masuk = tepat | ((rng.random(len(baris)) >= 0.22) & (lapor <= SETOR_SAMPAI.astype(np.int64)))
    return pd.DataFrame(
        {
            "pegawai": orang["pegawai"].array.take(baris),
            "unit": orang["unit"].array.take(baris),
            "bulan": orang["bulan"].to_numpy()[baris],
            "jenis": teks_kode(LAPORAN, jenis),
            "batas": _tanggal(batas, np.ones(len(baris), dtype=bool)),
            "lapor": _tanggal(lapor, masuk),
            "tepat": tepat.astype(np.int64),
        }
    )


def _rating(skor: Pecahan) -> pd.Series[str]:
    return teks_kode(RATING, np.searchsorted(np.array(_AMBANG_RATING), skor).astype(np.int64))


def _per_triwulan(butir: pd.DataFrame) -> pd.DataFrame:
    """Share of items reached, per person and full quarter (the first and the last quarter are incomplete)."""
    dengan_tw = butir.assign(
        awal=(butir["bulan"] // 100) * 100 + (butir["bulan"] % 100 - 1) // 3 * 3 + 1,
        sampai_target=(butir["realisasi_e4"] >= butir["target_e4"]).fillna(False).astype(np.int64),
    )
    penuh = dengan_tw.loc[(dengan_tw["awal"] >= AWAL) & (dengan_tw["awal"] + 2 <= AKHIR)]
    tw = penuh.groupby(["pegawai", "unit", "awal"], sort=True).agg(
        sampai=("sampai_target", "mean"), bulan=("bulan", "max"), n=("bulan", "nunique")
    )
    lengkap = tw.loc[(tw["bulan"] == tw.index.get_level_values("awal") + 2) & (tw["n"] >= 2)]
    return lengkap.reset_index()


def bangun_penilaian(benih: int, pegawai: pd.DataFrame, butir: pd.DataFrame) -> pd.DataFrame:
    """Frame for table ``skp_penilaian`` without ``muatan``: two ratings a person and full quarter, by the rater."""
    rng = pembangkit(benih, "skp_penilaian")
    tw = _per_triwulan(butir).merge(pegawai[["pegawai", "penilai"]], on="pegawai", validate="many_to_one")
    capai = tw["sampai"].to_numpy()
    baku = (capai - capai.mean()) / capai.std()
    kode, _ = pd.factorize(tw["pegawai"], sort=True)
    pribadi = rng.normal(0.0, 0.5, int(kode.max()) + 1)[kode]
    penilai, _ = pd.factorize(tw["penilai"], sort=True)
    condong = rng.normal(0.0, 0.15, int(penilai.max()) + 1)[penilai]
    kepala = pegawai.drop_duplicates("unit").set_index("unit")["pegawai"]
    lunak = np.where(tw["penilai"] == kepala[kisah.UNIT_PENILAI_LUNAK], kisah.LUNAK, 0.0)
    hasil = 0.5 * baku + pribadi + condong + lunak + rng.normal(0.0, 0.7, len(tw))
    perilaku = 0.3 * baku + pribadi + condong + rng.normal(0.15, 0.75, len(tw))
    return pd.DataFrame(
        {
            "pegawai": tw["pegawai"],
            "unit": tw["unit"],
            "penilai": tw["penilai"],
            "dari": tw["awal"],
            "sampai": tw["awal"] + 2,
            "hasil_kerja": _rating(hasil),
            "perilaku": _rating(perilaku),
        }
    )
