"""From additive components to figures: one division, one comparison with the target, one word. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kinerja.domain.capaian import BATAS_MENDEKATI
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode
from kinerja.domain.shapes import CAPAIAN
from kinerja.metode.interval import interval_rerata, interval_wilson
from kinerja.store.bingkai import conform, kosong

Larik = NDArray[np.float64]
_KUNCI = ["indikator", "unit", "periode"]
SKOR = 1000  # a respondent's score is the mean answer × 1000


def compute_figures(
    komponen: pd.DataFrame,
    indikator: Mapping[str, Indikator],
    nama: Mapping[str, str],
    periode: Mapping[str, Periode],
    tersembunyi: frozenset[tuple[str, str, str]] = frozenset(),
) -> pd.DataFrame:
    """Figures with target, capaian, interval and status; columns see ``domain.shapes.CAPAIAN``.

    ``tersembunyi``: (indikator, unit, kode of period) whose figures this viewer must not see; they come back
    without any number. A ratio is computed from sums, never as a mean of ratios; the IKM is the mean of its nine
    unsur, each a ratio of sums, as PermenPANRB 14/2017 has it.
    """
    komponen = komponen.assign(panjang=komponen["periode"].map({k: p.panjang for k, p in periode.items()}))
    bagian = [
        _figures_of(isi, indikator[str(kode)], tersembunyi) for kode, isi in komponen.groupby("indikator", sort=False)
    ]
    if not bagian:
        return kosong(CAPAIAN)
    df = pd.concat(bagian, ignore_index=True)
    df["nama"] = df["unit"].map(nama)
    df["dari"] = df["periode"].map({k: p.dari for k, p in periode.items()})
    df["sampai"] = df["periode"].map({k: p.sampai for k, p in periode.items()})
    return conform(df, CAPAIAN)


def _figures_of(isi: pd.DataFrame, ind: Indikator, tersembunyi: frozenset[tuple[str, str, str]]) -> pd.DataFrame:
    df = _fold_members(isi, ind) if ind.bentuk == "rerata_rasio" else isi.reset_index(drop=True)
    ada = df["ada"].to_numpy() > 0
    pembilang = _pilih(df, "pembilang", stok=ind.agregasi == "terakhir")
    penyebut = _pilih(df, "penyebut", stok=ind.agregasi != "rasio")
    n = penyebut if ind.n_arti == "sasaran" else _pilih(df, "n", stok=ind.n_arti == "pegawai")
    realisasi = np.where(ada, _realisasi(df, pembilang, penyebut, ind), np.nan)
    target = _target(df, ind)
    bawah, atas = _interval(df, pembilang, penyebut, realisasi, ind)
    tutup = np.array([k in tersembunyi for k in zip(df["indikator"], df["unit"], df["periode"], strict=True)], bool)
    tampak = ada & ~tutup
    hasil = df[[*_KUNCI, "ada", "wajib"]].assign(
        pembilang=_bulat(pembilang, tampak),
        penyebut=_bulat(penyebut, tampak & (ind.bentuk != "jumlah")),
        n=_bulat(n, tampak & (ind.n_arti != "tidak_ada")),
        realisasi=np.where(tutup, np.nan, realisasi),
        target=target,
        capaian=np.where(tutup, np.nan, _capaian(realisasi, target, ind)),
        bawah=np.where(tampak, bawah, np.nan),
        atas=np.where(tampak, atas, np.nan),
    )
    hasil["alasan"] = _alasan(realisasi, target, tutup, ind)
    hasil["status"] = _status(hasil, ind)
    return hasil


def _pilih(df: pd.DataFrame, kolom: str, *, stok: bool) -> Larik:
    """The sum over the period, or the last value of the year so far."""
    return df[f"stok_{kolom}" if stok else kolom].to_numpy(dtype=float, na_value=np.nan)


def _bulat(nilai: Larik, tampak: NDArray[np.bool_]) -> pd.api.extensions.ExtensionArray:
    """Integers, <NA> where nothing may or can be shown."""
    sah = tampak & ~np.isnan(nilai)
    return pd.arrays.IntegerArray(np.where(sah, nilai, 0).astype(np.int64), ~sah)


def _fold_members(isi: pd.DataFrame, ind: Indikator) -> pd.DataFrame:
    """One row per key: sums over all members, the mean of their ratios, and the moments of the scores.

    An index of nine unsur is no index while one of them has no answer at all: its mean is NaN then.
    """
    momen = isi[isi["anggota"] == "*"].set_index(_KUNCI)
    unsur = isi[isi["anggota"] != "*"]
    p, q = unsur["pembilang"].to_numpy(float), unsur["penyebut"].to_numpy(float)
    nisbah = np.divide(p, q, out=np.full_like(p, np.nan), where=q > 0)
    kelompok = unsur.assign(nisbah=nisbah).groupby(_KUNCI, sort=False)
    df = kelompok[["ada", "wajib", "panjang", "nilai_e8", "kum_e8", "hitung"]].max()
    df[["pembilang", "penyebut"]] = kelompok[["pembilang", "penyebut"]].sum()
    df["berat"], df["berpenyebut"] = kelompok["berat"].sum(), kelompok["berpenyebut"].sum()
    df["rerata"] = kelompok["nisbah"].mean().where(kelompok["nisbah"].count() == len(ind.rerata_atas))
    df["n"] = momen["n"].reindex(df.index).fillna(0)
    df["jumlah"], df["kuadrat"] = momen["pembilang"].reindex(df.index), momen["penyebut"].reindex(df.index)
    return df.reset_index()


def _realisasi(df: pd.DataFrame, pembilang: Larik, penyebut: Larik, ind: Indikator) -> Larik:
    if ind.bentuk == "jumlah":
        return pembilang
    if ind.bentuk == "rerata_rasio":
        return ind.skala * df["rerata"].to_numpy(dtype=float)
    return ind.skala * np.divide(pembilang, penyebut, out=np.full_like(penyebut, np.nan), where=penyebut > 0)


def _target(df: pd.DataFrame, ind: Indikator) -> Larik:
    """The unit's target: of the period's months summed, or in force at its end.

    A unit without one of its own shows the mix of the units below it, weighted by penyebut, if all have one.
    """
    if ind.agregasi == "kumulatif":
        genap = df["hitung"].to_numpy(dtype=float, na_value=0.0) == df["panjang"].to_numpy(dtype=float)
        return np.where(genap, df["kum_e8"].to_numpy(dtype=float, na_value=np.nan), np.nan) / 1e8
    q, berq = df["penyebut"].to_numpy(float), df["berpenyebut"].to_numpy(float)
    campur = np.divide(df["berat"].to_numpy(float), q, out=np.full_like(q, np.nan), where=(q > 0) & (q == berq))
    sendiri = df["nilai_e8"].to_numpy(dtype=float, na_value=np.nan)
    return np.where(np.isnan(sendiri), campur, sendiri) / 1e8


def _interval(
    df: pd.DataFrame, pembilang: Larik, penyebut: Larik, realisasi: Larik, ind: Indikator
) -> tuple[Larik, Larik]:
    if ind.selang == "wilson":
        bawah, atas = interval_wilson(pembilang, penyebut)
        return ind.skala * bawah, ind.skala * atas
    if ind.selang == "rerata":
        n, jumlah, kuadrat = (df[k].to_numpy(float) for k in ("n", "jumlah", "kuadrat"))
        return interval_rerata(realisasi, n, jumlah, kuadrat, skala=ind.skala / SKOR)
    tanpa = np.full_like(realisasi, np.nan)
    return tanpa, tanpa


def _capaian(realisasi: Larik, target: Larik, ind: Indikator) -> Larik:
    """Vector twin of ``domain.capaian.compute_capaian``; a test holds them equal."""
    ada = np.where(target > 0, target, np.nan)
    if ind.arah == "naik":
        return 100.0 * realisasi / ada
    return np.maximum(0.0, 100.0 * (2 * ada - realisasi) / ada)


def _alasan(realisasi: Larik, target: Larik, tutup: NDArray[np.bool_], ind: Indikator) -> NDArray[np.str_]:
    kecil = "alasan.sedikit_responden" if ind.n_arti == "responden" else "alasan.sedikit_orang"
    return np.select(
        [tutup, np.isnan(realisasi), np.isnan(target), target <= 0],
        [kecil, "alasan.tanpa_data", "alasan.tanpa_target", "alasan.target_nol"],
        default="",
    )


def _status(df: pd.DataFrame, ind: Indikator) -> NDArray[np.str_]:
    capaian, alasan = df["capaian"].to_numpy(), df["alasan"].to_numpy()
    mencakup = (df["bawah"] <= df["target"]) & (df["target"] <= df["atas"])
    ragu = ((df["ada"] < df["wajib"]) & (ind.agregasi == "kumulatif")) | mencakup
    return np.select(
        [
            np.isin(alasan, ["alasan.tanpa_target", "alasan.target_nol"]),
            np.isnan(capaian),
            ragu.to_numpy(dtype=bool),
            capaian >= 100.0,
            capaian >= BATAS_MENDEKATI,
        ],
        ["tanpa_target", "tanpa_data", "tak_pasti", "tercapai", "mendekati"],
        default="belum",
    )
