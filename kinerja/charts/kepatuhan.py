"""Compliance as units × months: a share where there are reports, a hatch of words where there are none, never 0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from kinerja.charts.kisi_bulan import UK, Kisi, baris_petak, layout_kisi, nama_di_atas
from kinerja.charts.susun import LEWATI, hover, kosong, tulisan
from kinerja.charts.theme import Gambar, Tema, campur, tinta_di_atas
from kinerja.charts.tulis import aman, angka, bulan
from kinerja.i18n import Bahasa, teks


class Sel(NamedTuple):
    """One unit and month. ``keadaan``: ada, belum (no report came), tertutup (few people), tidak_berlaku."""

    unit: str
    nama: str
    bulan: int
    keadaan: str
    persen: float  # 0 where keadaan is not 'ada'
    ada: int
    wajib: int


def heatmap_kepatuhan(isi: Sequence[Sel], *, bahasa: Bahasa, tema: Tema, sempit: bool = False) -> Gambar:
    """A figure of cells, units in order of appearance. A click gives customdata [kode of unit].

    The paler, the smaller the share; grey with "belum": no report came; "< 5": hidden; blank: nothing was due yet.
    """
    if not isi:
        return kosong(bahasa, tema, UK)
    k = Kisi({s.unit: s.nama for s in isi}, sorted({s.bulan for s in isi}), bahasa, tema, sempit)
    judul = [nama_di_atas(k)] if sempit else []
    arsir = [] if sempit else [_arsir(s, k) for s in isi if s.keadaan == "belum"]
    return {"data": [_petak(isi, k), _kata(isi, k), *judul], "layout": layout_kisi(k, shapes=arsir)}


def warna_bagian(persen: float, tema: Tema) -> str:
    """One hue, from pale to full over 0 to 100 percent: less is paler, not red."""
    return campur(tema.tercapai, tema.permukaan, 0.9 * (1 - min(max(persen, 0.0), 100.0) / 100) ** 0.8)


def kata_keadaan(s: Sel, bahasa: Bahasa) -> str:
    """The state of a cell in words, for hover text and table."""
    if s.keadaan == "ada":
        isi = {"persen": angka(s.persen, 0, bahasa), "ada": angka(s.ada, 0, bahasa), "wajib": angka(s.wajib, 0, bahasa)}
        return teks(bahasa, "dukungan.sel_ada", **isi)
    return teks(bahasa, f"dukungan.sel_{s.keadaan}")


def _petak(isi: Sequence[Sel], k: Kisi) -> Gambar:
    z: list[list[float | None]] = [[None] * len(k.bulan) for _ in k.unit]
    baris = {u: n for n, u in enumerate(k.unit)}
    for s in isi:
        if s.keadaan != "tidak_berlaku":
            z[baris[s.unit]][k.bulan.index(s.bulan)] = round(s.persen, 1) if s.keadaan == "ada" else -50
    skala = [[0, k.tema.netral], [0.33, k.tema.netral]]
    skala += [[round((50 + p) / 150, 4), warna_bagian(p, k.tema)] for p in (0, 20, 40, 60, 80, 90, 100)]
    rupa = {"zmin": -50, "zmax": 100, "colorscale": skala, "showscale": False, "xgap": 3, "ygap": 3}
    return {"type": "heatmap", **baris_petak(z, k), **rupa, "hoverongaps": False, **LEWATI}


def _kata(isi: Sequence[Sel], k: Kisi) -> Gambar:
    """The word of each cell; also what the mouse meets."""
    ada = [s for s in isi if s.keadaan != "tidak_berlaku"]
    letak = [k.letak(s.unit, s.bulan) for s in ada]
    warna = [tinta_di_atas(warna_bagian(s.persen, k.tema), k.tema) if s.keadaan == "ada" else k.tema.tinta for s in ada]
    jejak = tulisan(
        [x for x, _ in letak],
        [y for _, y in letak],
        [_tulis(s, k) for s in ada],
        letak="middle center",
        ukuran=UK.kecil - 1,
        warna=warna,
    )
    return jejak | {
        "customdata": [[s.unit, aman(s.nama), bulan(s.bulan, k.bahasa), kata_keadaan(s, k.bahasa)] for s in ada],
        "hovertemplate": hover(k.bahasa, "kepatuhan", "unit", "nama", "bulan", "keadaan"),
        "hoverinfo": "text",
    }


def _tulis(s: Sel, k: Kisi) -> str:
    if s.keadaan == "ada":
        return f"{angka(s.persen, 0, k.bahasa)}%"
    return "&lt; 5" if s.keadaan == "tertutup" else teks(k.bahasa, "kelengkapan.belum")


def _arsir(s: Sel, k: Kisi) -> dict[str, Any]:
    """A dashed frame round a gap: the second sign beside its word."""
    x, y = k.letak(s.unit, s.bulan)
    garis = {"color": k.tema.redup, "width": 1, "dash": "dot"}
    return {"type": "rect", "x0": x - 0.46, "x1": x + 0.46, "y0": y - 0.42, "y1": y + 0.42, "line": garis}


def alt_kepatuhan(isi: Sequence[Sel], *, bahasa: Bahasa) -> str:
    """Units, first and last month, how many cells have a share, are missing, are hidden."""
    if not isi:
        return teks(bahasa, "grafik.kosong")
    banyak = Counter(s.keadaan for s in isi)
    awal, akhir = (bulan(f(s.bulan for s in isi), bahasa) for f in (min, max))
    isian = {k: banyak[k] for k in ("ada", "belum", "tertutup")}
    return teks(bahasa, "grafik.alt.kepatuhan", unit=len({s.unit for s in isi}), awal=awal, akhir=akhir, **isian)
