"""From additive components to figures: one division, one comparison with the target, one word. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
Benar = NDArray[np.bool_]
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
    if komponen.empty:
        return kosong(CAPAIAN)
    x = _Sifat.dari([indikator[k] for k in komponen["indikator"]])
    p = [periode[k] for k in komponen["periode"]]
    kunci = zip(*(komponen[k] for k in _KUNCI), strict=True)
    tutup = np.fromiter((bool(tersembunyi) and k in tersembunyi for k in kunci), bool, len(komponen))
    hasil = pd.DataFrame(
        {
            **{k: komponen[k] for k in (*_KUNCI, "ada", "wajib")},
            "nama": [nama[u] for u in komponen["unit"]],
            "dari": [q.dari for q in p],
            "sampai": [q.sampai for q in p],
            **_figures(komponen, np.array([q.panjang for q in p]), tutup, x),
        }
    )
    hasil["status"] = _status(hasil, x)
    return conform(hasil, CAPAIAN)


def _figures(df: pd.DataFrame, panjang: NDArray[np.int64], tutup: Benar, x: _Sifat) -> dict[str, object]:
    """The columns that hold numbers, and the reason where there is none; nothing of what is ``tutup``."""
    ada = df["ada"].to_numpy() > 0
    pembilang = _pilih(df, "pembilang", x.terakhir)
    penyebut = _pilih(df, "penyebut", ~x.rasio)
    n = np.where(x.n_sasaran, penyebut, _pilih(df, "n", x.n_pegawai))
    realisasi = np.where(ada, _realisasi(df, pembilang, penyebut, x), np.nan)
    target = _target(df, panjang, x)
    bawah, atas = _interval(df, pembilang, penyebut, realisasi, x)
    tampak = ada & ~tutup
    return {
        "pembilang": _bulat(pembilang, tampak),
        "penyebut": _bulat(penyebut, tampak & ~x.jumlah),
        "n": _bulat(n, tampak & ~x.n_tidak_ada),
        "realisasi": np.where(tutup, np.nan, realisasi),
        "target": target,
        "capaian": np.where(tutup, np.nan, _capaian(realisasi, target, x)),
        "bawah": np.where(tampak, bawah, np.nan),
        "atas": np.where(tampak, atas, np.nan),
        "alasan": _alasan(realisasi, target, tutup, x),
    }


@dataclass(frozen=True)
class _Sifat:
    """What the definition says, per row: one array for each question the formulas ask."""

    skala: Larik
    anggota: Larik
    jumlah: Benar
    rerata: Benar
    rasio: Benar
    kumulatif: Benar
    terakhir: Benar
    turun: Benar
    wilson: Benar
    selang_rerata: Benar
    n_sasaran: Benar
    n_pegawai: Benar
    n_responden: Benar
    n_tidak_ada: Benar

    @classmethod
    def dari(cls, daftar: Sequence[Indikator]) -> _Sifat:
        def ya(isi: Iterable[bool]) -> Benar:
            return np.fromiter(isi, bool, len(daftar))

        return cls(
            skala=np.array([i.skala for i in daftar], float),
            anggota=np.array([len(i.rerata_atas) for i in daftar], float),
            jumlah=ya(i.bentuk == "jumlah" for i in daftar),
            rerata=ya(i.bentuk == "rerata_rasio" for i in daftar),
            rasio=ya(i.agregasi == "rasio" for i in daftar),
            kumulatif=ya(i.agregasi == "kumulatif" for i in daftar),
            terakhir=ya(i.agregasi == "terakhir" for i in daftar),
            turun=ya(i.arah == "turun" for i in daftar),
            wilson=ya(i.selang == "wilson" for i in daftar),
            selang_rerata=ya(i.selang == "rerata" for i in daftar),
            n_sasaran=ya(i.n_arti == "sasaran" for i in daftar),
            n_pegawai=ya(i.n_arti == "pegawai" for i in daftar),
            n_responden=ya(i.n_arti == "responden" for i in daftar),
            n_tidak_ada=ya(i.n_arti == "tidak_ada" for i in daftar),
        )


def _pilih(df: pd.DataFrame, kolom: str, stok: Benar) -> Larik:
    """The sum over the period, or the last value of the year so far."""
    return np.where(stok, _angka(df, f"stok_{kolom}"), _angka(df, kolom))


def _angka(df: pd.DataFrame, kolom: str) -> Larik:
    return df[kolom].to_numpy(dtype=float, na_value=np.nan)


def _bulat(nilai: Larik, tampak: Benar) -> pd.api.extensions.ExtensionArray:
    """Integers, <NA> where nothing may or can be shown."""
    sah = tampak & ~np.isnan(nilai)
    return pd.arrays.IntegerArray(np.where(sah, nilai, 0).astype(np.int64), ~sah)


def _realisasi(df: pd.DataFrame, pembilang: Larik, penyebut: Larik, x: _Sifat) -> Larik:
    nisbah = np.divide(pembilang, penyebut, out=np.full_like(penyebut, np.nan), where=penyebut > 0)
    # An index of nine unsur is no index while one of them has no answer at all.
    rerata = np.where(_angka(df, "anggota") == x.anggota, _angka(df, "rerata"), np.nan)
    return np.select([x.jumlah, x.rerata], [pembilang, x.skala * rerata], x.skala * nisbah)


def _target(df: pd.DataFrame, panjang: NDArray[np.int64], x: _Sifat) -> Larik:
    """The unit's target: of the period's months summed, or in force at its end.

    A unit without one of its own shows the mix of the units below it, weighted by penyebut, if all have one.
    """
    genap = _angka(df, "hitung") == panjang
    jumlah = np.where(genap, _angka(df, "kum_e8"), np.nan)
    q = _angka(df, "penyebut")
    semua = (q > 0) & (q == _angka(df, "berpenyebut"))
    campur = np.divide(_angka(df, "berat"), q, out=np.full_like(q, np.nan), where=semua)
    sendiri = _angka(df, "nilai_e8")
    return np.where(x.kumulatif, jumlah, np.where(np.isnan(sendiri), campur, sendiri)) / 1e8


def _interval(df: pd.DataFrame, pembilang: Larik, penyebut: Larik, realisasi: Larik, x: _Sifat) -> tuple[Larik, Larik]:
    bawah, atas = (np.where(x.wilson, x.skala * v, np.nan) for v in interval_wilson(pembilang, penyebut))
    r = x.selang_rerata
    if r.any():
        n, jumlah, kuadrat = (_angka(df, k)[r] for k in ("n", "jumlah", "kuadrat"))
        bawah[r], atas[r] = interval_rerata(realisasi[r], n, jumlah, kuadrat, skala=x.skala[r] / SKOR)
    return bawah, atas


def _capaian(realisasi: Larik, target: Larik, x: _Sifat) -> Larik:
    """Vector twin of ``domain.capaian.compute_capaian``; a test holds them equal."""
    ada = np.where(target > 0, target, np.nan)
    return np.where(x.turun, np.maximum(0.0, 100.0 * (2 * ada - realisasi) / ada), 100.0 * realisasi / ada)


def _alasan(realisasi: Larik, target: Larik, tutup: Benar, x: _Sifat) -> NDArray[np.str_]:
    return np.select(
        [tutup & x.n_responden, tutup, np.isnan(realisasi), np.isnan(target), target <= 0],
        [
            "alasan.sedikit_responden",
            "alasan.sedikit_orang",
            "alasan.tanpa_data",
            "alasan.tanpa_target",
            "alasan.target_nol",
        ],
        default="",
    )


def _status(df: pd.DataFrame, x: _Sifat) -> NDArray[np.str_]:
    capaian, alasan = df["capaian"].to_numpy(), df["alasan"].to_numpy()
    target = df["target"].to_numpy()
    mencakup = (df["bawah"].to_numpy() <= target) & (target <= df["atas"].to_numpy())
    kurang = (df["ada"].to_numpy() < df["wajib"].to_numpy()) & x.kumulatif
    return np.select(
        [
            (alasan == "alasan.tanpa_target") | (alasan == "alasan.target_nol"),
            np.isnan(capaian),
            kurang | mencakup,
            capaian >= 100.0,
            capaian >= BATAS_MENDEKATI,
        ],
        ["tanpa_target", "tanpa_data", "tak_pasti", "tercapai", "mendekati"],
        default="belum",
    )
