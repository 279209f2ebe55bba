"""Training hours of groups: people as parts of a bar, in words as well as colours. A pace is no verdict on a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from kinerja.charts.susun import LEWATI, hover, kosong, tulisan
from kinerja.charts.theme import SEMPIT, UKURAN, Gambar, Tema, dasar, sumbu, tanpa_sumbu, tinta_di_atas
from kinerja.charts.tulis import aman, angka, pecah
from kinerja.i18n import Bahasa, teks

ARAH = ("tercapai", "sejalan", "tak_pasti", "tertinggal", "tidak_tercapai")
BARIS, BARIS_SEMPIT, LEBAR_NAMA, BATANG = 30, 46, 190, 0.62
_U = UKURAN["layar"]


class BarisJp(NamedTuple):
    """PNS of one group: how many stand where (``domain.jp.ArahJp``); ``n`` people, also where it is hidden."""

    unit: str
    nama: str
    n: int
    jumlah: tuple[int, ...]  # in the order of ARAH
    tertutup: bool


def bars_jp(
    isi: Sequence[BarisJp], *, bahasa: Bahasa, tema: Tema, sempit: bool = False, ringkas: bool = False
) -> Gambar:
    """A bar a group, percent of its PNS, in the order given. A click gives customdata [kode of unit].

    ``sempit``: for telephones and small cards; the name stands above its bar. ``ringkas``: without axis and legend.
    """
    if not isi:
        return kosong(bahasa, tema, _U)
    ada = [i for i in range(len(ARAH)) if any(b.jumlah[i] for b in isi if not b.tertutup)]
    geser = 0.18 if sempit else 0.0
    tertutup = [n for n, b in enumerate(isi) if b.tertutup]
    kata = _tulis(tertutup, geser, [teks(bahasa, "dukungan.tertutup")] * len(tertutup), _U.kecil, tema.redup)
    jejak = [_batang(isi, i, geser, bahasa, tema) for i in ada]
    if sempit:
        nama = [pecah(b.nama, SEMPIT - 40, _U.huruf, 1) for b in isi]
        jejak.append(_tulis(range(len(isi)), -0.26, nama, _U.huruf, tema.tinta))
    return {"data": [*jejak, kata], "layout": _layout(isi, len(ada), bahasa, tema, sempit, ringkas)}


def _tulis(baris: Iterable[int], geser: float, isi: Sequence[str], ukuran: int, warna: str) -> Gambar:
    y = [round(n + geser, 2) for n in baris]
    jejak = tulisan([0] * len(y), y, isi, letak="middle right", ukuran=ukuran, warna=warna)
    return jejak | {"showlegend": False}


def _batang(isi: Sequence[BarisJp], i: int, geser: float, bahasa: Bahasa, tema: Tema) -> Gambar:
    kata, warna = teks(bahasa, f"dukungan.arah_{ARAH[i]}"), warna_arah(tema, ARAH[i])
    tampak = [(n, b) for n, b in enumerate(isi) if not b.tertutup and b.n]
    bagian = [100 * b.jumlah[i] / b.n for _, b in tampak]
    pola = {"pattern": {"shape": "/", "size": 7, "solidity": 0.12, "fillmode": "overlay"}} if i > 2 else {}
    return {
        "type": "bar",
        "orientation": "h",
        "name": kata,
        "y": [round(n + geser, 2) for n, _ in tampak],
        "x": [round(v, 2) for v in bagian],
        "width": 0.42 if geser else BATANG,
        "marker": {"color": warna, "line": {"color": tema.permukaan, "width": 1}, **pola},
        "text": [angka(b.jumlah[i], 0, bahasa) if v >= 6 else "" for (_, b), v in zip(tampak, bagian, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": _U.kecil, "color": tinta_di_atas(warna, tema)},
        "customdata": [[b.unit, aman(b.nama), angka(b.jumlah[i], 0, bahasa), angka(b.n, 0, bahasa)] for _, b in tampak],
        "hovertemplate": hover(bahasa, "jp", "unit", "nama", "orang", "semua", arah=kata),
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def warna_arah(tema: Tema, arah: str) -> str:
    return {
        "tercapai": tema.tercapai,
        "sejalan": tema.divergen[3],
        "tak_pasti": tema.netral,
    }.get(arah, tema.mendekati)


def _layout(
    isi: Sequence[BarisJp], legenda: int, bahasa: Bahasa, tema: Tema, sempit: bool, ringkas: bool
) -> dict[str, Any]:
    n, baris = len(isi), BARIS_SEMPIT if sempit else BARIS
    atas = 2 if ringkas else round((legenda if sempit else 1) * _U.baris * 1.4) + 10
    tik = {"tickvals": [0, 25, 50, 75, 100], "ticktext": ["0%", "25%", "50%", "75%", "" if sempit else "100%"]}
    bawah = 2 if ringkas else 26
    return dasar(
        tema,
        _U,
        bahasa,
        tinggi=baris * n + atas + bawah,
        margin=(4 if sempit else LEBAR_NAMA + 10, 20, atas, bawah),
        barmode="stack",
        bargap=0,
        clickmode="event+select",
        showlegend=not ringkas,
        legend={
            "orientation": "v" if sempit else "h",
            "x": 0,
            "xanchor": "left",
            "y": 1 + 6 / (baris * n),
            "yanchor": "bottom",
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": _U.kecil},
        },
        xaxis=sumbu(tema, _U, range=[0, 100], automargin=False, showticklabels=not ringkas, **tik),
        yaxis=_sumbu_nama([b.nama for b in isi], tema) if not sempit else tanpa_sumbu(range=[n - 0.5, -0.5]),
    )


def _sumbu_nama(nama: Sequence[str], tema: Tema, luas: int = LEBAR_NAMA, baris: int = 2) -> dict[str, Any]:
    """Names left of their rows."""
    return sumbu(
        tema,
        _U,
        range=[len(nama) - 0.5, -0.5],
        tickvals=list(range(len(nama))),
        ticktext=[pecah(n, luas, _U.kecil, baris) for n in nama],
        tickfont={"size": _U.kecil, "color": tema.tinta},
        ticklabelstandoff=6,
        showgrid=False,
        automargin=False,
    )


def bars_jumlah(isi: Sequence[tuple[str, int, str]], *, bahasa: Bahasa, tema: Tema, sempit: bool = False) -> Gambar:
    """One plain bar each (name, people, what is said behind it): participants of a title."""
    if not isi:
        return kosong(bahasa, tema, _U)
    n, luas = len(isi), 330
    geser = 0.18 if sempit else 0.0
    letak = [i + geser for i in range(n)]
    rupa = {"width": 0.34 if sempit else BATANG, "marker": {"color": tema.biru}}
    jejak = [{"type": "bar", "orientation": "h", "y": letak, "x": [j for _, j, _ in isi], **rupa, **LEWATI}]
    kata = [f" {aman(k)}" for _, _, k in isi]
    jejak.append(tulisan([j for _, j, _ in isi], letak, kata, letak="middle right", ukuran=_U.kecil, warna=tema.redup))
    if sempit:
        nama = [pecah(judul, SEMPIT - 20, _U.kecil, 1) for judul, _, _ in isi]
        jejak.append(_tulis(range(n), -0.26, nama, _U.kecil, tema.tinta))
    paling = max((j for _, j, _ in isi), default=0) or 1
    return {
        "data": jejak,
        "layout": dasar(
            tema,
            _U,
            bahasa,
            tinggi=(42 if sempit else 25) * n + 8,
            margin=(4 if sempit else luas + 10, 4, 4, 4),
            xaxis=tanpa_sumbu(range=[0, paling * 1.5]),
            yaxis=tanpa_sumbu(range=[n - 0.5, -0.6]) if sempit else _sumbu_nama([j for j, _, _ in isi], tema, luas, 1),
        ),
    }
