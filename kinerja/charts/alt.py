"""One plain sentence for every figure, for people who hear it instead of seeing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from kinerja.charts.baris import Baris, baris
from kinerja.charts.tulis import masa_semua
from kinerja.charts.unsur import DESIMAL, baca_unsur
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import selisih_bulan
from kinerja.i18n import Bahasa, format, teks

_STATUS = ("tercapai", "mendekati", "belum", "tak_pasti", "tanpa_target", "tanpa_data")


def _nilai(v: float | None, ind: Indikator, bahasa: Bahasa) -> str:
    return f"{format.angka(v, ind.desimal, bahasa)} {ind.satuan.dalam(bahasa)}".replace(" %", "%").replace(" ‰", "‰")


def _hitung(isi: Sequence[Baris], bahasa: Bahasa) -> str:
    """'3 tercapai, 2 mendekati, 1 tidak ada data', in order of status."""
    banyak = Counter(b.status for b in isi)
    return ", ".join(f"{banyak[s]} {teks(bahasa, f'grafik.status.{s}')}" for s in _STATUS if banyak[s])


def alt_line_tren(frame: pd.DataFrame, *, ind: Indikator, bahasa: Bahasa) -> str:
    """Indikator, months, and for one unit first and last figure and target; for several their number."""
    isi = baris(frame)
    if not isi:
        return teks(bahasa, "grafik.kosong")
    kepala = {"nama": ind.nama.dalam(bahasa), "rentang": masa_semua(isi, bahasa)}
    unit = {b.unit: b.nama for b in isi}
    if len(unit) > 1:
        return teks(bahasa, "grafik.alt.tren_unit", **kepala, unit=", ".join(unit.values()))
    return teks(bahasa, "grafik.alt.tren", **kepala, unit=isi[0].nama, **_ujung(isi, ind, bahasa))


def alt_bars_bulan(frame: pd.DataFrame, *, ind: Indikator, bahasa: Bahasa) -> str:
    """As ``alt_line_tren`` for one unit, with the number of months that have no figure."""
    isi = baris(frame)
    if not isi:
        return teks(bahasa, "grafik.kosong")
    banyak = selisih_bulan(min(b.sampai for b in isi), max(b.sampai for b in isi)) + 1
    kosong = banyak - len({b.sampai for b in isi if b.realisasi is not None})
    inti = alt_line_tren(frame, ind=ind, bahasa=bahasa)
    return f"{inti} {teks(bahasa, 'grafik.alt.bulan_kosong', banyak=kosong)}" if kosong else inti


def _ujung(isi: Sequence[Baris], ind: Indikator, bahasa: Bahasa) -> dict[str, str]:
    ada = sorted((b for b in isi if b.realisasi is not None), key=lambda b: b.sampai)
    pertama, terakhir = (ada[0].realisasi, ada[-1].realisasi) if ada else (None, None)
    target = [b.target for b in sorted(isi, key=lambda b: b.sampai) if b.target is not None]
    sasaran = _nilai(target[-1], ind, bahasa) if target else teks(bahasa, "grafik.alt.tidak_ada")
    return {"awal": _nilai(pertama, ind, bahasa), "akhir": _nilai(terakhir, ind, bahasa), "target": sasaran}


def alt_bars_capaian(frame: pd.DataFrame, *, ind: Indikator, bahasa: Bahasa) -> str:
    """Indikator, period, and how many units have which status."""
    isi = baris(frame)
    if not isi:
        return teks(bahasa, "grafik.kosong")
    return teks(
        bahasa,
        "grafik.alt.capaian",
        nama=ind.nama.dalam(bahasa),
        rentang=masa_semua(isi, bahasa),
        banyak=len(isi),
        status=_hitung(isi, bahasa),
    )


def alt_points_target(frame: pd.DataFrame, *, ind: Indikator, bahasa: Bahasa) -> str:
    """As ``alt_bars_capaian``, with the number of units whose interval covers the target."""
    isi, inti = baris(frame), alt_bars_capaian(frame, ind=ind, bahasa=bahasa)
    ragu = sum(
        b.bawah is not None and b.atas is not None and b.target is not None and b.bawah <= b.target <= b.atas
        for b in isi
    )
    return f"{inti} {teks(bahasa, 'grafik.alt.ragu', banyak=ragu)}" if ragu else inti


def alt_heatmap_capaian(frame: pd.DataFrame, *, indikator: Mapping[str, Indikator], bahasa: Bahasa) -> str:
    """Period, size of the table, and how many cells have which status."""
    isi = [b for b in baris(frame) if b.indikator in indikator]
    if not isi:
        return teks(bahasa, "grafik.kosong")
    return teks(
        bahasa,
        "grafik.alt.peta",
        unit=len({b.unit for b in isi}),
        indikator=len({b.indikator for b in isi}),
        rentang=masa_semua(isi, bahasa),
        status=_hitung(isi, bahasa),
    )


def alt_dots_unsur(frame_unsur: pd.DataFrame, *, batas: float, nama_batas: str, bahasa: Bahasa) -> str:
    """Lowest and highest element, and which lie below the limit."""
    ada = [b for b in baca_unsur(frame_unsur) if b.nilai is not None]
    if not ada:
        return teks(bahasa, "grafik.kosong")
    urut = sorted(ada, key=lambda b: b.nilai or 0.0)
    di_bawah = [b.nama for b in urut if (b.nilai or 0.0) < batas]
    return teks(
        bahasa,
        "grafik.alt.unsur",
        terendah=urut[0].nama,
        rendah=format.angka(urut[0].nilai, DESIMAL, bahasa),
        tertinggi=urut[-1].nama,
        tinggi=format.angka(urut[-1].nilai, DESIMAL, bahasa),
        batas=f"{nama_batas} {format.angka(batas, DESIMAL, bahasa)}",
        di_bawah=", ".join(di_bawah) or teks(bahasa, "grafik.alt.tidak_ada"),
    )
