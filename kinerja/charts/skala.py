"""Axes with round ticks and the office's own words on them."""

from __future__ import annotations

import math
from collections.abc import Iterable

from kinerja.charts.tulis import angka, lebar
from kinerja.domain.periode import geser_bulan
from kinerja.i18n import Bahasa, format


def langkah(rentang: float, banyak: int, desimal: int) -> float:
    """A round step (1, 2, 2.5, 5 × 10^k) giving about ``banyak`` ticks, never finer than ``desimal`` can show."""
    kasar = max(rentang / max(banyak, 1), 10.0**-desimal)
    pangkat = 10.0 ** math.floor(math.log10(kasar))
    pilihan = (1, 2, 5, 10) if pangkat <= 10.0**-desimal else (1, 2, 2.5, 5, 10)
    return next((p * pangkat for p in pilihan if p * pangkat >= kasar * 0.999), 10 * pangkat)


def tik(bawah: float, atas: float, banyak: int, desimal: int, bahasa: Bahasa) -> tuple[list[float], list[str]]:
    """Round values from ``bawah`` to ``atas`` and how they are written."""
    jarak = langkah(atas - bawah, banyak, desimal)
    pecahan = max(0, -math.floor(math.log10(jarak) + 1e-9) + (1 if _seperempat(jarak) else 0))
    awal, akhir = math.ceil(bawah / jarak - 1e-9), math.floor(atas / jarak + 1e-9)
    isi = [round(k * jarak, 10) for k in range(awal, akhir + 1)]
    return isi, [angka(v, pecahan, bahasa) for v in isi]


def tik_muat(
    rentang: tuple[float, float], luas: float, huruf: int, desimal: int, bahasa: Bahasa
) -> tuple[list[float], list[str]]:
    """As many round ticks, six at most, as stand side by side on ``luas`` px."""
    for banyak in range(6, 1, -1):
        letak, tulis = tik(*rentang, banyak, desimal, bahasa)
        if sum(lebar(t, huruf) + huruf for t in tulis) <= luas:
            return letak, tulis
    return tik(*rentang, 1, desimal, bahasa)


def _seperempat(jarak: float) -> bool:
    return abs(jarak / 10.0 ** math.floor(math.log10(jarak) + 1e-9) - 2.5) < 1e-6


def rentang_garis(isi: Iterable[float | None]) -> tuple[float, float]:
    """Ends of a value axis for lines: not forced to 0, yet at least ±10 % of the mean, so that noise stays small.

    Never below 0 when no value is.
    """
    ada = [v for v in isi if v is not None]
    if not ada:
        return 0.0, 1.0
    bawah, atas = min(ada), max(ada)
    tengah, rerata = (bawah + atas) / 2, abs(sum(ada) / len(ada))
    separuh = max((atas - bawah) / 2 * 1.16, 0.1 * rerata) or 0.5
    return (max(0.0, tengah - separuh) if bawah >= 0 else tengah - separuh), tengah + separuh


def rentang_batang(isi: Iterable[float | None]) -> tuple[float, float]:
    """Ends of a value axis for bars: from 0 with room above the highest."""
    return 0.0, max((v for v in isi if v is not None), default=1.0) * 1.12 or 1.0


def tik_bulan(dari: int, banyak: int, bahasa: Bahasa, *, tahunan: bool = False) -> tuple[list[int], list[str]]:
    """Positions (0 = ``dari``) and labels of ``banyak`` months: Okt, the year under the first label of every year.

    ``tahunan``: figures of whole years stand at their December, and only the year is written.
    """
    semua = [geser_bulan(dari, i) for i in range(banyak)]
    if tahunan:
        letak = [i for i, b in enumerate(semua) if b % 100 == 12]
        return letak, [str(semua[i] // 100) for i in letak]
    sela = next(s for s in (1, 2, 3, 6, 12) if len(semua) / s <= 9 or s == 12)
    letak = [i for i, b in enumerate(semua) if (b % 100 - 1) % sela == 0] or [0]
    tahun = {semua[i] // 100: i for i in reversed(letak)}  # first labelled position of each year
    if letak[1:2] and letak[1] in tahun.values():
        tahun[semua[letak[0]] // 100] = -1  # two years side by side would touch; January has the year
    return letak, [_bulan(semua[i], tahun[semua[i] // 100] == i, bahasa) for i in letak]


def _bulan(bulan: int, dengan_tahun: bool, bahasa: Bahasa) -> str:
    nama = format.nama_bulan(bulan % 100, bahasa)
    return f"{nama}<br>{bulan // 100}" if dengan_tahun else nama
