"""Ratings beside results: material for moderation, never a ranking of raters.

When every employee has one rater, the rater and the team are the same thing, and no method separates a lenient rater
from a good team (``tersarang``). What can be said is whether a group's mean rating stands apart although its results
do not; that is what ``bandingkan_penilai`` looks for. Below 5 rated people a group is left out, below 3 groups nothing
is compared.

A group is asked about when its shrunken gap leaves 0 out at 99 % and it also lies outside what the spread of the
*other* groups makes likely. The second keeps one lenient rater, who widens the spread, from drawing attention to
honest ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kinerja.metode.susut import Susut, susutkan
from kinerja.metode.vonis import Biner, Bulat, Larik, Vonis, vonis_p

MIN_ORANG, MIN_KELOMPOK = 5, 3
P_JARAK = 0.01
"""A gap is mentioned only when its 99 % interval leaves 0 out."""
P_SEJALAN = 0.05
"""Results explain ratings already at 95 %: a good team must not be asked about because its proof is a little weak."""
SIMULASI, BENIH = 5000, 20230131
Alasan = Literal["", "kurang_kelompok", "tanpa_ragam"]
"""Why nothing was compared; '' when it was."""


@dataclass(frozen=True)
class BandingPenilai:
    """One entry a group in the order given; NaN and 'tak_dapat_dibedakan' where it was left out.

    ``rerata``: mean rating as it is; ``susut`` with ``bawah`` and ``atas``: shrunken, 99 % interval. ``jarak`` with
    its limits: shrunken deviation from the common mean ``mu``. ``hasil``: share of items reached; ``jarak_hasil``: its
    shrunken deviation; ``sejalan``: results stand apart on the same side, which explains the ratings.
    """

    mu: float
    faktor: Larik
    rerata: Larik
    susut: Larik
    bawah: Larik
    atas: Larik
    jarak: Larik
    jarak_bawah: Larik
    jarak_atas: Larik
    hasil: Larik
    jarak_hasil: Larik
    sejalan: Biner
    vonis: tuple[Vonis, ...]
    alasan: Alasan


@dataclass(frozen=True)
class BandingUnit:
    """Tests between units on the five ordered predikat. ``vonis`` is that of ``p_kruskal``, chosen beforehand because
    it knows the order; ``cramer_v`` (0 to 1) is the size in this table, ``v_terkoreksi`` without what chance gives.

    ``n``, ``unit``: people and units compared, those under 5 people left out. NaN where nothing was compared.
    """

    h: float
    derajat: int
    p_kruskal: float
    x2: float
    p_simulasi: float
    cramer_v: float
    v_terkoreksi: float
    n: int
    unit: int
    vonis: Vonis
    alasan: Alasan


def tersarang(pegawai: Sequence[str], penilai: Sequence[str]) -> bool:
    """Has every employee just one rater? Then leniency cannot be told from merit; pairs may be given repeatedly."""
    pasangan = set(zip(pegawai, penilai, strict=True))
    return len(pasangan) == len({p for p, _ in pasangan})


def ragam_rerata(n: Larik, jumlah: Larik, kuadrat: Larik) -> Larik:
    """Sampling variance of each group's mean, from the variance within groups that all of them share.

    A pooled variance, because five equal ratings do not mean that there is no chance in them.
    """
    dalam = float((kuadrat - jumlah**2 / n).sum() / (n - 1).sum())
    return np.full(len(n), max(0.0, dalam)) / n


def bandingkan_penilai(n: Bulat, skor: Bulat, kuadrat: Bulat, butir: Bulat, tercapai: Bulat) -> BandingPenilai:
    """Mean rating of each group beside its items reached.

    ``n``: rated people; ``skor``, ``kuadrat``: sums of their ratings as numbers, and of the squares; ``butir``,
    ``tercapai``: items with a target, and those reached. Groups without items are compared by rating only.

    Which rating is put in matters: take hasil kerja as 1 (di bawah) to 3 (di atas). In the predikat as 1 to 5 lenient
    hasil kerja all but disappears, because Sangat Baik needs both ratings, and a few misconducts in one unit look like
    a strict rater.
    """
    pakai = n >= MIN_ORANG
    nn, s, k = (a[pakai].astype(np.float64) for a in (n, skor, kuadrat))
    if len(nn) < MIN_KELOMPOK:
        return _kosong(n, skor, butir, tercapai, "kurang_kelompok")
    v = ragam_rerata(nn, s, k)
    if not v.max() > 1e-12:
        return _kosong(n, skor, butir, tercapai, "tanpa_ragam")
    susut = susutkan(s / nn, v)
    hasil = _bagi(tercapai, butir)
    jarak_hasil, p_hasil = _jarak_hasil(butir[pakai].astype(np.float64), tercapai[pakai].astype(np.float64))
    sejalan = (p_hasil < P_SEJALAN) & (jarak_hasil * susut.jarak > 0)
    p = np.maximum(_dua_sisi(_baku(susut)), _p_tanpa_diri(s / nn, v))
    return _isi(pakai, _bagi(skor, n), susut, hasil, jarak_hasil, sejalan, np.where(sejalan, 1.0, p))


def bandingkan_unit(tabel: Bulat, benih: int = BENIH) -> BandingUnit:
    """Do the distributions of units differ? ``tabel``: a row a unit, a column a predikat in order.

    Kruskal-Wallis with ties, and chi-square whose p comes from ``SIMULASI`` random tables with the same margins, as
    small offices have too few people for its usual distribution. The same seed gives the same p.
    """
    from scipy.stats import kruskal

    tabel = tabel[tabel.sum(axis=1) >= MIN_ORANG]
    tabel = tabel[:, tabel.sum(axis=0) > 0]
    n, unit = int(tabel.sum()), len(tabel)
    if unit < MIN_KELOMPOK or tabel.shape[1] < 2:
        alasan: Alasan = "kurang_kelompok" if unit < MIN_KELOMPOK else "tanpa_ragam"
        nan = float("nan")
        return BandingUnit(nan, max(0, unit - 1), nan, nan, nan, nan, nan, n, unit, "tak_dapat_dibedakan", alasan)
    tingkat = np.arange(tabel.shape[1])
    uji = kruskal(*(np.repeat(tingkat, baris) for baris in tabel))
    x2, p_simulasi = khi_kuadrat(tabel, benih)
    v = float(np.sqrt(x2 / (n * (min(tabel.shape) - 1))))
    p = float(uji.pvalue)
    return BandingUnit(
        float(uji.statistic), unit - 1, p, x2, p_simulasi, v, v_terkoreksi(tabel, x2), n, unit, vonis_p(p), ""
    )


def v_terkoreksi(tabel: Bulat, x2: float) -> float:
    """Cramér's V with its bias taken off (Bergsma 2013, J. Korean Stat. Soc. 42:323): about 0 for shuffled ratings.

    Many small units have a large V by chance alone: 38 units of 10 people about 0.3.
    """
    n, (baris, kolom) = int(tabel.sum()), tabel.shape
    lebih = max(0.0, x2 / n - (baris - 1) * (kolom - 1) / (n - 1))
    sisi = min(baris - (baris - 1) ** 2 / (n - 1), kolom - (kolom - 1) ** 2 / (n - 1))
    return float(np.sqrt(lebih / (sisi - 1))) if sisi > 1 else 0.0


def khi_kuadrat(tabel: Bulat, benih: int = BENIH, simulasi: int = SIMULASI) -> tuple[float, float]:
    """Pearson's chi-square of a table without empty rows or columns, and its Monte Carlo p.

    p = (1 + simulated tables at least as far off) / (1 + ``simulasi``); rows and columns keep their sums.
    """
    from scipy.stats import chi2_contingency, random_table

    baris, kolom = tabel.sum(axis=1), tabel.sum(axis=0)
    x2 = float(chi2_contingency(tabel, correction=False).statistic)
    harap = np.outer(baris, kolom) / tabel.sum()
    acak = random_table(baris, kolom, seed=benih).rvs(simulasi)
    semua = ((acak - harap) ** 2 / harap).sum(axis=(1, 2))
    sebesar = int((semua >= x2 * (1 - 1e-10)).sum())
    return x2, (1 + sebesar) / (1 + simulasi)


def _bagi(atas: Bulat, bawah: Bulat) -> Larik:
    hasil = np.full(len(bawah), np.nan)
    np.divide(atas, bawah, out=hasil, where=bawah > 0)
    return hasil


def _dua_sisi(z: Larik) -> Larik:
    from scipy.special import ndtr

    return np.asarray(2 * ndtr(-np.abs(z)), dtype=np.float64)


def _p_tanpa_diri(y: Larik, v: Larik) -> Larik:
    """p of each group against the mean and spread of all others."""
    z = np.empty(len(y))
    for i in range(len(y)):
        lain = susutkan(np.delete(y, i), np.delete(v, i))
        z[i] = (y[i] - lain.mu) / (lain.tau2 + v[i] + lain.galat_mu**2) ** 0.5
    return _dua_sisi(z)


def _jarak_hasil(butir: Larik, tercapai: Larik) -> tuple[Larik, Larik]:
    """Shrunken deviation of each group's share of items reached, and its p; NaN and 1 where there are no items."""
    jarak, p = np.full(len(butir), np.nan), np.ones(len(butir))
    ada = butir > 0
    semua = tercapai[ada].sum() / max(1.0, butir[ada].sum())
    if ada.sum() < MIN_KELOMPOK or not 0 < semua < 1:
        return jarak, p
    susut = susutkan(tercapai[ada] / butir[ada], semua * (1 - semua) / butir[ada])
    jarak[ada], p[ada] = susut.jarak, _dua_sisi(_baku(susut))
    return jarak, p


def _baku(susut: Susut) -> Larik:
    """Deviations in standard errors; 0 where nothing differs at all."""
    nol = np.zeros_like(susut.jarak)
    return np.divide(susut.jarak, susut.galat_jarak, out=nol, where=susut.galat_jarak > 0)


def _isi(
    pakai: Biner, rerata: Larik, susut: Susut, hasil: Larik, jarak_hasil: Larik, sejalan: Biner, p: Larik
) -> BandingPenilai:
    from scipy.special import ndtri

    z = float(ndtri(1 - P_JARAK / 2))
    tebar = iter([vonis_p(x, P_JARAK) for x in p.tolist()])
    galat, galat_jarak = z * susut.galat, z * susut.galat_jarak
    samakan = np.zeros(len(pakai), dtype=np.bool_)
    samakan[pakai] = sejalan
    return BandingPenilai(
        mu=susut.mu,
        faktor=_letak(pakai, susut.faktor),
        rerata=rerata,
        susut=_letak(pakai, susut.nilai),
        bawah=_letak(pakai, susut.nilai - galat),
        atas=_letak(pakai, susut.nilai + galat),
        jarak=_letak(pakai, susut.jarak),
        jarak_bawah=_letak(pakai, susut.jarak - galat_jarak),
        jarak_atas=_letak(pakai, susut.jarak + galat_jarak),
        hasil=hasil,
        jarak_hasil=_letak(pakai, jarak_hasil),
        sejalan=samakan,
        vonis=tuple(next(tebar) if ya else "tak_dapat_dibedakan" for ya in pakai.tolist()),
        alasan="",
    )


def _letak(pakai: Biner, isi: Larik) -> Larik:
    hasil = np.full(len(pakai), np.nan)
    hasil[pakai] = isi
    return hasil


def _kosong(n: Bulat, skor: Bulat, butir: Bulat, tercapai: Bulat, alasan: Alasan) -> BandingPenilai:
    nan = np.full(len(n), np.nan)
    return BandingPenilai(
        mu=float("nan"),
        faktor=nan,
        rerata=_bagi(skor, n),
        susut=nan,
        bawah=nan,
        atas=nan,
        jarak=nan,
        jarak_bawah=nan,
        jarak_atas=nan,
        hasil=_bagi(tercapai, butir),
        jarak_hasil=nan,
        sejalan=np.zeros(len(n), dtype=np.bool_),
        vonis=tuple(vonis_p(float("nan")) for _ in n),
        alasan=alasan,
    )
