"""What changed beside what would have changed anyway: difference-in-differences and its honest neighbours.

Before minus after of participants is their change and no effect; it is computed to be shown beside the comparison.
With one treated unit the error of the panel estimate is far too small: what counts is how often the same method finds
as much in units where nothing was done (``peringkat_plasebo``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from kinerja.metode.taksiran import Taksiran, regresi_hc2, susun_taksiran
from kinerja.metode.vonis import Biner, Larik, Vonis

MIN_ORANG = 20
"""People a group needs before a sentence about an effect may be said (METODE: DiD of a training)."""
CARA_ADIL = frozenset({"undian", "daftar_tunggu"})
Halangan = Literal["bukan_undian", "kurang_orang", "tanpa_plasebo", "plasebo_menolak", "beda_tanda"]
"""Not a lottery or waiting list; under 20 people in a group; no second period before; the groups drifted apart before
the training already; sensible estimates disagree in sign."""


@dataclass(frozen=True)
class Plasebo:
    """``semua``: the estimate with each unit in turn taken as the treated one. ``peringkat``: place of the treated
    unit's from the lowest (1); ``p``: share of units whose estimate is at least as far from 0, itself included.
    """

    nilai: float
    semua: Larik
    peringkat: int
    p: float


@dataclass(frozen=True)
class DampakPelatihan:
    """``beda``: difference-in-differences; ``ancova``: later value given the earlier one; ``selisih``: plain difference
    afterwards; ``peserta``: change of the participants alone, never an effect; ``plasebo``: ``beda`` between the two
    periods before, None without them.

    ``vonis`` is 'berbeda' only when nothing stands in ``halangan`` and the interval of ``beda`` leaves 0 out;
    'perlu_dicek' when it does but something stands there.
    """

    beda: Taksiran
    ancova: Taksiran
    selisih: Taksiran
    peserta: Taksiran
    plasebo: Taksiran | None
    halangan: tuple[Halangan, ...]
    vonis: Vonis


def sebelum_sesudah(sebelum: Larik, sesudah: Larik) -> Taksiran:
    """Mean change of the same people, paired t interval. Their change, not an effect."""
    ubah = _lengkap(sesudah - sebelum)
    n = len(ubah)
    galat = float(ubah.std(ddof=1)) / n**0.5 if n > 1 else float("nan")
    return susun_taksiran(float(ubah.mean()) if n else float("nan"), galat, n - 1, n)


def selisih_kelompok(nilai: Larik, kena: Biner) -> Taksiran:
    """Mean of the group with ``kena`` less that of the others, HC2 error; people without a value are left out."""
    ada = np.isfinite(nilai)
    return regresi_hc2(nilai[ada], _rancangan(kena[ada]), 1)


def beda_dalam_beda(sebelum: Larik, sesudah: Larik, kena: Biner) -> Taksiran:
    """Change of the group with ``kena`` less the change of the others, HC2 error, people with both values."""
    return selisih_kelompok(sesudah - sebelum, kena)


def ancova(sebelum: Larik, sesudah: Larik, kena: Biner) -> Taksiran:
    """Difference of the groups afterwards at equal earlier value, HC2 error."""
    ada = np.isfinite(sebelum) & np.isfinite(sesudah)
    return regresi_hc2(sesudah[ada], np.column_stack([_rancangan(kena[ada]), sebelum[ada]]), 1)


def beda_panel(y: Larik, kena: Biner, sesudah: Biner) -> Taksiran:
    """Difference-in-differences with effects of unit and time. ``y``: a row a unit, a column a time, nothing missing.

    Error clustered by unit with the HC1 correction, t with units - 1 degrees. Do not print the interval when only one
    unit is treated; take ``peringkat_plasebo``. A placebo date: give the columns before the change only.
    """
    unit, waktu = y.shape
    d = np.outer(kena - kena.mean(), sesudah - sesudah.mean())
    kuasa = float((d**2).sum())
    if kuasa == 0 or unit < 2:
        return susun_taksiran(float("nan"), float("nan"), unit - 1, y.size)
    dua_arah = y - y.mean(axis=1, keepdims=True) - y.mean(axis=0) + y.mean()
    b = float((d * y).sum()) / kuasa
    nilai_unit = (d * (dua_arah - b * d)).sum(axis=1)
    bebas = y.size - (unit + waktu)
    koreksi = unit / (unit - 1) * (y.size - 1) / bebas if bebas > 0 else float("nan")
    return susun_taksiran(b, float(nilai_unit @ nilai_unit * koreksi) ** 0.5 / kuasa, unit - 1, y.size)


def peringkat_plasebo(y: Larik, ke: int, sesudah: Biner) -> Plasebo:
    """The estimate for unit ``ke`` among those of all units, each in turn taken as the only treated one.

    ``y`` as in ``beda_panel``. With U units no p below 1/U is possible.
    """
    ubah = y[:, sesudah].mean(axis=1) - y[:, ~sesudah].mean(axis=1)
    unit = len(ubah)
    semua = (ubah - ubah.mean()) * unit / (unit - 1)
    nilai = float(semua[ke])
    hampir = 1e-9 * float(np.abs(semua).max())
    sejauh = int((np.abs(semua) >= abs(nilai) - hampir).sum())
    return Plasebo(nilai, semua, 1 + int((semua < nilai - hampir).sum()), sejauh / unit)


def dampak_pelatihan(
    sebelum: Larik, sesudah: Larik, kena: Biner, cara: str, lebih_dulu: Larik | None = None
) -> DampakPelatihan:
    """All comparisons of people trained first (``kena``) with those who were to follow, one value a person and period.

    ``cara``: how the order came about (undian, daftar_tunggu, penunjukan). ``lebih_dulu``: the period before
    ``sebelum``. The outcome must be measured alike in both groups and not rated by the trainer; that cannot be seen
    here.
    """
    beda, tengah = beda_dalam_beda(sebelum, sesudah, kena), ancova(sebelum, sesudah, kena)
    selisih = selisih_kelompok(sesudah, kena)
    plasebo = None if lebih_dulu is None else beda_dalam_beda(lebih_dulu, sebelum, kena)
    ada = np.isfinite(sebelum) & np.isfinite(sesudah)
    sedikit = min(int((ada & kena).sum()), int((ada & ~kena).sum()))
    halangan = _halangan(cara, sedikit, plasebo, (beda, tengah, selisih))
    vonis: Vonis = "tak_dapat_dibedakan"
    if beda.bawah > 0 or beda.atas < 0:
        vonis = "perlu_dicek" if halangan else "berbeda"
    peserta = sebelum_sesudah(sebelum[kena], sesudah[kena])
    return DampakPelatihan(beda, tengah, selisih, peserta, plasebo, halangan, vonis)


def _halangan(
    cara: str, sedikit: int, plasebo: Taksiran | None, taksiran: tuple[Taksiran, ...]
) -> tuple[Halangan, ...]:
    hasil: list[Halangan] = []
    if cara not in CARA_ADIL:
        hasil.append("bukan_undian")
    if sedikit < MIN_ORANG:
        hasil.append("kurang_orang")
    if plasebo is None or not np.isfinite(plasebo.galat):
        hasil.append("tanpa_plasebo")
    elif plasebo.bawah > 0 or plasebo.atas < 0:
        hasil.append("plasebo_menolak")
    if len({float(np.sign(t.nilai)) for t in taksiran if np.isfinite(t.nilai)} - {0.0}) > 1:
        hasil.append("beda_tanda")
    return tuple(hasil)


def _rancangan(kena: Biner) -> Larik:
    return np.column_stack([np.ones(len(kena)), kena.astype(np.float64)])


def _lengkap(nilai: Larik) -> Larik:
    return nilai[np.isfinite(nilai)]
