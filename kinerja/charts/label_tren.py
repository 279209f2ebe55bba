"""The words on a month chart: placed by computation, so that they meet neither lines nor each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja.charts import letak
from kinerja.charts.bidang import Bidang, Seri, realisasi
from kinerja.charts.susun import catatan
from kinerja.charts.theme import NamaUkuran
from kinerja.charts.tulis import angka, lebar, pecah, singkat
from kinerja.i18n import teks

_TARGET = ""  # no unit has an empty kode
LEBAR_NAMA: dict[NamaUkuran, int] = {"layar": 112, "paparan": 220}
"""Room in px for the names of several units at the ends of their lines."""


def label_garis(
    bidang: Bidang, seri: Seri, sasaran: Sequence[float | None], lalu: Seri, acara: Sequence[int]
) -> list[Any]:
    """Labels of one unit: 'target 5.200' and 'tahun lalu' where there is most room, and the last figure in bold.

    ``acara``: months of events, whose upright lines are kept free as well.
    """
    target, tahun_lalu = bidang.titik(sasaran), bidang.titik(realisasi(lalu))
    rintang = [t for t in (target, tahun_lalu, bidang.titik(realisasi(seri))) if t]
    rintang += [[(bidang.x_px(i), 0.0), (bidang.x_px(i), float(bidang.tinggi))] for i in acara]
    hasil = angka_akhir(bidang, realisasi(seri))
    for isi, titik, warna in (
        (nama_target(bidang, sasaran), target, bidang.tema.tinta),
        (teks(bidang.bahasa, "grafik.tahun_lalu"), tahun_lalu, bidang.tema.redup),
    ):
        if titik:
            catat, kotak = _label(bidang, isi, titik, [r for r in rintang if r is not titik], warna)
            hasil.append(catat)
            rintang.append(kotak)
    return hasil


def nama_target(bidang: Bidang, sasaran: Sequence[float | None]) -> str:
    """'target 5.200', or 'target' alone when it changes over the months."""
    ada = {v for v in sasaran if v is not None}
    nama = teks(bidang.bahasa, "grafik.target")
    return f"{nama} {angka(ada.pop(), bidang.ind.desimal, bidang.bahasa)}" if len(ada) == 1 else nama


def _label(
    bidang: Bidang, isi: str, titik: Sequence[letak.Titik], lain: Sequence[Sequence[letak.Titik]], warna: str
) -> tuple[dict[str, Any], list[letak.Titik]]:
    """The annotation, and its middle line in px as an obstacle for the next label."""
    huruf = bidang.ukuran.kecil
    luas = lebar(isi, huruf)
    x, y = letak.tempat(titik, lain, luas, huruf * 0.85, (bidang.lebar, bidang.tinggi))
    bulan_ke, angka_ = bidang.data((x, y))
    return (
        catatan(isi, bulan_ke, angka_, ukuran=huruf, warna=warna),
        [(x - luas / 2, y), (x + luas / 2, y)],
    )


def angka_akhir(bidang: Bidang, isi: Sequence[float | None]) -> list[Any]:
    """The last figure in bold beside its mark."""
    ada = [(i, v) for i, v in enumerate(isi) if v is not None]
    if not ada:
        return []
    akhir, nilai = ada[-1]
    return [
        catatan(
            f"<b>{angka(nilai, bidang.ind.desimal, bidang.bahasa)}</b>",
            akhir,
            nilai,
            ukuran=bidang.ukuran.huruf,
            warna=bidang.tema.tinta,
            xanchor="left",
            yanchor="middle",
            xshift=bidang.ukuran.tanda / 2 + 3,
        )
    ]


def nama_akhir(
    bidang: Bidang,
    seri: Mapping[str, Seri],
    sasaran: Sequence[float | None],
    nama: Mapping[str, str],
    warna: Mapping[str, str],
    sorot: str | None,
) -> list[Any]:
    """Names of the units, and of a shared target, at the height of their last figure, pushed apart.

    A dot before the name repeats the colour of the line, a dash stands for the target.
    """
    titik = {u: t[-1] for u, s in seri.items() if (t := bidang.titik(realisasi(s)))}
    huruf, luas = bidang.ukuran.kecil, LEBAR_NAMA[bidang.nama_ukuran] - 14
    tulis = {u: _bernoda(pecah(singkat(nama[u]), luas, huruf, 3), warna[u], u == sorot) for u in titik}
    if akhir := bidang.titik(sasaran):
        titik[_TARGET], tulis[_TARGET] = akhir[-1], f"╌ {nama_target(bidang, sasaran)}"
    tinggi = [bidang.ukuran.baris * (t.count("<br>") + 1) for t in tulis.values()]
    tempat = letak.dorong([t[1] for t in titik.values()], tinggi, bidang.tinggi)
    return [
        catatan(
            tulis[u],
            1,
            y / bidang.tinggi,
            ukuran=huruf,
            warna=bidang.tema.tinta,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="middle",
            align="left",
            xshift=8,
        )
        for u, y in zip(titik, tempat, strict=True)
    ]


def _bernoda(tulis: str, warna: str, tebal: bool) -> str:
    return f'<span style="color:{warna}">●</span> ' + (f"<b>{tulis}</b>" if tebal else tulis)
