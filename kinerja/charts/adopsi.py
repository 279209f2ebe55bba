"""Adoption over months: shares as lines, and under them, on the same axis, the support that was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kinerja.charts import skala
from kinerja.charts.susun import EKSTRA, catatan, kosong, tulisan
from kinerja.charts.theme import UKURAN, Gambar, Tema, dasar, sumbu
from kinerja.charts.tulis import aman, angka, bulan, lebar
from kinerja.domain.periode import bulan_antara, selisih_bulan
from kinerja.i18n import Bahasa, teks

UKUR = ("tepat", "bukti", "umpan_balik")
JALUR = ("sosialisasi", "pendampingan")
_U = UKURAN["layar"]
_BENTUK = {"tepat": ("circle", "solid"), "bukti": ("square", "dash"), "umpan_balik": ("diamond", "dot")}
_JALUR = {"sosialisasi": 0.14, "pendampingan": 0.3}
"""How far below the drawing a lane lies, in parts of its height."""


class Dukung(NamedTuple):
    """Support in one month: what kind, how often, and in words what it was."""

    bulan: int
    jenis: str
    jumlah: int
    kata: str


def line_adopsi(
    bagian: Mapping[str, Mapping[int, float]],
    masa: tuple[int, int],
    *,
    bahasa: Bahasa,
    tema: Tema,
    dukungan: Sequence[Dukung] = (),
    kebijakan: Sequence[tuple[int, str]] = (),
    tinggi: int = 230,
    lajur: bool = True,
    sempit: bool = False,
) -> Gambar:
    """Lines of ``bagian`` (measure of UKUR → month → percent) over the months ``masa``; a missing month is a gap.

    ``kebijakan``: (month, title) as dotted lines. ``lajur``: two lanes below for sosialisasi and pendampingan.
    The axis begins at a round share below all of them, so that small changes are seen; its labels say where.
    """
    if not any(bagian.values()):
        return kosong(bahasa, tema, _U)
    bulan_ = bulan_antara(*masa)
    garis = [_garis(u, bagian.get(u, {}), bulan_, bahasa, tema, n) for n, u in enumerate(UKUR) if bagian.get(u)]
    dalam = [d for d in dukungan if masa[0] <= d.bulan <= masa[1]] if lajur else []
    dasar_ = _dasar([p for isi in bagian.values() for b, p in isi.items() if masa[0] <= b <= masa[1]])
    titik = [_titik(j, [d for d in dalam if d.jenis == j], masa, dasar_, bahasa, tema) for j in JALUR] if lajur else []
    acara = [(selisih_bulan(masa[0], b), judul) for b, judul in kebijakan if masa[0] <= b <= masa[1]]
    kisi = _Kisi(masa, len(bulan_), dasar_, tinggi, lajur, sempit)
    return {"data": [*garis, *titik], "layout": _layout(kisi, acara, bahasa, tema)}


class _Kisi(NamedTuple):
    masa: tuple[int, int]
    banyak: int
    dasar: int  # percent at the foot of the drawing
    tinggi: int
    lajur: bool
    sempit: bool


def _dasar(isi: Sequence[float]) -> int:
    return max(0, min(80, int((min(isi, default=0.0) - 8) // 20 * 20)))


def _letak(jenis: str, dasar_: int) -> float:
    return round(dasar_ - _JALUR[jenis] * (104 - dasar_), 1)


def _garis(ukur: str, isi: Mapping[int, float], bulan_: Sequence[int], bahasa: Bahasa, tema: Tema, n: int) -> Gambar:
    simbol, gaya = _BENTUK[ukur]
    nama = teks(bahasa, f"dukungan.ukur_{ukur}")
    warna = tema.kategori[n]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": nama,
        "y": [round(isi[b], 1) if b in isi else None for b in bulan_],
        "customdata": [[bulan(b, bahasa), angka(isi.get(b), 0, bahasa)] for b in bulan_],
        "hovertemplate": f"<b>{nama}</b><br>%{{customdata[0]}}: %{{customdata[1]}}%" + EKSTRA,
        "line": {"color": warna, "width": _U.garis, "dash": gaya},
        "marker": {"symbol": simbol, "size": _U.tanda - 1, "color": warna},
        "cliponaxis": False,
    }


def _titik(jenis: str, isi: Sequence[Dukung], masa: tuple[int, int], dasar_: int, bahasa: Bahasa, tema: Tema) -> Gambar:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [selisih_bulan(masa[0], d.bulan) for d in isi],
        "y": [_letak(jenis, dasar_)] * len(isi),
        "marker": {
            "symbol": "triangle-up" if jenis == "sosialisasi" else "star-diamond",
            "size": [9 + 2 * min(d.jumlah, 4) for d in isi],
            "color": tema.tinta,
        },
        "customdata": [[bulan(d.bulan, bahasa), aman(d.kata)] for d in isi],
        "hovertemplate": f"<b>{teks(bahasa, f'dukungan.jenis_{jenis}')}</b><br>%{{customdata[0]}}<br>%{{customdata[1]}}"
        + EKSTRA,
        "showlegend": False,
        "cliponaxis": False,
    }


def _layout(k: _Kisi, acara: Sequence[tuple[int, str]], bahasa: Bahasa, tema: Tema) -> dict[str, Any]:
    letak, nama = skala.tik_bulan(k.masa[0], k.banyak, bahasa)
    nilai: list[float] = list(range(k.dasar, 101, 20 if k.dasar else 50))
    tulis = [f"{int(v)}%" for v in nilai]
    if k.lajur:
        nilai = [*(_letak(j, k.dasar) for j in reversed(JALUR)), *nilai]
        tulis = [*(teks(bahasa, f"dukungan.lajur_{j}") for j in reversed(JALUR)), *tulis]
    kiri = round(max(lebar(t, _U.kecil) for t in tulis)) + 6
    sela = _U.baris if acara else 0
    atas = (len(UKUR) if k.sempit else 1) * round(_U.baris * 1.3) + sela + 6
    bawah = k.dasar - (0.42 if k.lajur else 0.12) * (104 - k.dasar)
    return dasar(
        tema,
        _U,
        bahasa,
        tinggi=k.tinggi + atas + 2 * _U.baris + 8,
        margin=(kiri, 10, atas, 2 * _U.baris + 8),
        showlegend=True,
        legend={
            "orientation": "v" if k.sempit else "h",
            "x": 0,
            "xanchor": "left",
            "y": 1 + (sela + 4) / k.tinggi,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": _U.kecil},
        },
        shapes=[_tegak(i, tema) for i, _ in acara],
        annotations=[_judul(i, judul, k.banyak, tema) for i, judul in acara],
        xaxis=sumbu(
            tema, _U, range=[-0.5, k.banyak - 0.5], tickvals=letak, ticktext=nama, showgrid=False, tickangle=0
        ),
        yaxis=sumbu(
            tema, _U, range=[bawah, 104], tickvals=nilai, ticktext=tulis, automargin=False, ticklabelstandoff=2
        ),
    )  # fmt: skip


def _tegak(i: int, tema: Tema) -> dict[str, Any]:
    garis = {"color": tema.redup, "width": 1.2, "dash": "dot"}
    return {"type": "line", "yref": "paper", "x0": i, "x1": i, "y0": 0, "y1": 1.02, "line": garis}


def _judul(i: int, judul: str, banyak: int, tema: Tema) -> dict[str, Any]:
    kanan = i < banyak / 2
    return catatan(
        aman(judul),
        i,
        1,
        ukuran=_U.kecil,
        warna=tema.redup,
        yref="paper",
        yanchor="bottom",
        xanchor="left" if kanan else "right",
        xshift=3 if kanan else -3,
        yshift=1,
    )


def bars_predikat(
    jumlah: Sequence[tuple[str, int, str]], *, bahasa: Bahasa, tema: Tema, warna: Sequence[str]
) -> Gambar:
    """Predikat in the order given (name, people, what is written behind the bar): small enough for a one-page sheet."""
    if not jumlah:
        return kosong(bahasa, tema, _U)
    n, paling = len(jumlah), max((j for _, j, _ in jumlah), default=0) or 1
    kiri = round(max(lebar(nama, _U.kecil) for nama, _, _ in jumlah)) + 10
    batang = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(n)),
        "x": [j for _, j, _ in jumlah],
        "width": 0.62,
        "marker": {"color": list(warna)},
        "customdata": [[aman(nama), kata] for nama, _, kata in jumlah],
        "hovertemplate": "%{customdata[0]}: %{customdata[1]}" + EKSTRA,
    }
    kata = tulisan(
        [j for _, j, _ in jumlah],
        list(range(n)),
        [f" {k}" for _, _, k in jumlah],
        letak="middle right",
        ukuran=_U.kecil,
        warna=tema.tinta,
    )
    layout = dasar(
        tema,
        _U,
        bahasa,
        tinggi=27 * n + 8,
        margin=(kiri, 4, 4, 4),
        xaxis={"visible": False, "fixedrange": True, "range": [0, paling * 1.5]},
        yaxis=sumbu(
            tema, _U, range=[n - 0.5, -0.5], tickvals=list(range(n)), ticktext=[aman(nama) for nama, _, _ in jumlah],
            tickfont={"size": _U.kecil, "color": tema.tinta}, showgrid=False, automargin=False, ticklabelstandoff=4,
        ),
    )  # fmt: skip
    return {"data": [batang, kata], "layout": layout}
