"""The drawing area of a month chart: where a month and a value lie in px, so that labels can be placed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kinerja.charts import skala
from kinerja.charts.baris import Baris
from kinerja.charts.letak import Titik
from kinerja.charts.theme import PAPARAN_SEMPIT, SEMPIT, UKURAN, NamaUkuran, Tema, Ukuran, dasar, sumbu
from kinerja.charts.tulis import lebar
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import selisih_bulan
from kinerja.i18n import Bahasa

Seri = list[Baris | None]
"""One row per month; None where the month has no row."""
TINGGI: dict[NamaUkuran, int] = {"layar": 260, "paparan": 420}
"""Height of the drawing itself in px."""


@dataclass(frozen=True)
class Bidang:
    """What every part of one month chart needs to know. Months count from 0 at ``dari``."""

    ind: Indikator
    bahasa: Bahasa
    tema: Tema
    nama_ukuran: NamaUkuran
    dari: int
    banyak: int
    rentang: tuple[float, float]
    margin: tuple[int, int, int, int]  # l, r, t, b
    tahunan: bool = False  # figures of whole years, standing at their December

    @property
    def ukuran(self) -> Ukuran:
        return UKURAN[self.nama_ukuran]

    @property
    def tinggi(self) -> int:
        return TINGGI[self.nama_ukuran]

    @property
    def lebar(self) -> float:
        """Width of the drawing where it is narrowest: on a telephone, or beside a number on a slide."""
        luas = SEMPIT if self.nama_ukuran == "layar" else PAPARAN_SEMPIT
        return float(luas - self.margin[0] - self.margin[1])

    def x_px(self, bulan: float) -> float:
        return (bulan + 0.5) * self.lebar / self.banyak

    def titik(self, isi: Sequence[float | None]) -> list[Titik]:
        """Values by month as points in px; months without value left out."""
        bawah, atas = self.rentang
        return [(self.x_px(i), (v - bawah) / (atas - bawah) * self.tinggi) for i, v in enumerate(isi) if v is not None]

    def data(self, titik: Titik) -> Titik:
        """A point in px as (month, value)."""
        bawah, atas = self.rentang
        return round(titik[0] / self.lebar * self.banyak - 0.5, 2), bawah + titik[1] / self.tinggi * (atas - bawah)

    def layout(self, *, atas: int = 0, **isi: object) -> dict[str, Any]:
        """The layout with both axes; ``atas`` px more above the drawing."""
        kiri, kanan, tepi, bawah = self.margin
        letak, nama = skala.tik_bulan(self.dari, self.banyak, self.bahasa, tahunan=self.tahunan)
        nilai, tulis = skala.tik(*self.rentang, 5, self.ind.desimal, self.bahasa)
        return dasar(
            self.tema,
            self.ukuran,
            self.bahasa,
            tinggi=self.tinggi + tepi + bawah + atas,
            margin=(kiri, kanan, tepi + atas, bawah),
            xaxis=sumbu(
                self.tema,
                self.ukuran,
                range=[-0.5, self.banyak - 0.5],
                tickvals=letak,
                ticktext=nama,
                showgrid=False,
                tickangle=0,
            ),
            yaxis=sumbu(self.tema, self.ukuran, range=list(self.rentang), tickvals=nilai, ticktext=tulis),
            **isi,
        )


def buat_bidang(
    bulan: tuple[int, int],
    rentang: tuple[float, float],
    kanan: float,
    *,
    ind: Indikator,
    bahasa: Bahasa,
    tema: Tema,
    ukuran: NamaUkuran,
    tahunan: bool = False,
) -> Bidang:
    """The area for the months ``bulan`` (first, last) and the values ``rentang``, ``kanan`` px free at the right."""
    _, tulis = skala.tik(*rentang, 5, ind.desimal, bahasa)
    u = UKURAN[ukuran]
    kiri = max(lebar(t, u.kecil) for t in tulis) + 10 if tulis else 10
    banyak = selisih_bulan(*bulan) + 1
    margin = (round(kiri), round(kanan), u.baris, 2 * u.baris + 8)
    return Bidang(ind, bahasa, tema, ukuran, bulan[0], banyak, rentang, margin, tahunan)


def buat_seri(isi: Iterable[Baris], bulan: tuple[int, int]) -> Seri:
    """Rows of one unit laid over the months; a month without row stays None, it is never closed up.

    A row stands at the last month of its period: the month itself, or the month up to which it is added up.
    """
    seri: Seri = [None] * (selisih_bulan(*bulan) + 1)
    for baris in isi:
        seri[selisih_bulan(bulan[0], baris.sampai)] = baris
    return seri


def realisasi(seri: Seri) -> list[float | None]:
    """Values to draw, to six digits after the point: far finer than a pixel, and half the bytes."""
    return [None if b is None or b.realisasi is None else round(b.realisasi, 6) for b in seri]


def target(seri: Seri) -> list[float | None]:
    return [None if b is None or b.target is None else round(b.target, 6) for b in seri]
