"""Ratings of a group: the nine cells of hasil kerja × perilaku, the five predikat beside the organisation's pattern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from kinerja.charts.susun import LEWATI, TAK_REDUP, hover, kosong, tulisan
from kinerja.charts.theme import UKURAN, Gambar, Tema, campur, dasar, sumbu, tinta_di_atas, warna_predikat
from kinerja.charts.tulis import angka, persen
from kinerja.domain.predikat import EKSPEKTASI, PREDIKAT, Ekspektasi, Predikat, tentukan_predikat
from kinerja.i18n import Bahasa, teks

Sel = tuple[Ekspektasi, Ekspektasi]
"""Hasil kerja and perilaku."""
URUT: tuple[Ekspektasi, ...] = tuple(reversed(EKSPEKTASI))
"""Di bawah, sesuai, di atas: from left to right and from the bottom up."""
TINGGI_SEL, TINGGI_SEMPIT, TINGGI_KECIL, TINGGI_KECIL_SEMPIT = 108, 84, 46, 56
_PUDAR = {"sangat_baik": 0.58, "baik": 0.76, "butuh_perbaikan": 0.72, "kurang": 0.68, "sangat_kurang": 0.55}
_TITIK_POLA = 24
_U = UKURAN["layar"]


class _Konteks(NamedTuple):
    bahasa: Bahasa
    tema: Tema
    sempit: bool
    kecil: bool = False

    @property
    def tinggi(self) -> int:
        """Height of a cell."""
        if self.kecil:
            return TINGGI_KECIL_SEMPIT if self.sempit else TINGGI_KECIL
        return TINGGI_SEMPIT if self.sempit else TINGGI_SEL

    def predikat(self, p: Predikat) -> str:
        return teks(self.bahasa, f"penilaian.predikat.{p}")

    def ekspektasi(self, e: Ekspektasi) -> str:
        return teks(self.bahasa, f"penilaian.ekspektasi.{e}")


def warna_sel(tema: Tema, predikat: Predikat) -> str:
    """Ground of a cell: the predikat's colour, so light that the text on it reads well."""
    dasar_ = {"baik": tema.tercapai, "kurang": tema.belum}.get(predikat) or warna_predikat(tema, predikat)
    return campur(dasar_, tema.permukaan, _PUDAR[predikat])


def matrix_predikat(
    jumlah: Mapping[Sel, int], *, bahasa: Bahasa, tema: Tema, dipilih: Sel | None = None, sempit: bool = False
) -> Gambar:
    """A figure of the nine cells with the number of people in each and the predikat that follows.

    ``dipilih``: a cell with a frame round it. A click gives customdata [hasil kerja, perilaku].
    """
    k = _Konteks(bahasa, tema, sempit)
    if not sum(jumlah.values()):
        return kosong(bahasa, tema, _U)
    isi: list[Sel] = [(h, p) for h in URUT for p in URUT]
    return {"data": [_petak(k), _angka(isi, jumlah, k), *_kata(isi, k)], "layout": _layout_sel(dipilih, k)}


def matrix_saya(sel: Sel, *, bahasa: Bahasa, tema: Tema, sempit: bool = False) -> Gambar:
    """A small figure of the nine cells with the predikat of each; ``sel``, one's own, has a frame and the word for it.

    There are no numbers in it: of others nothing is told.
    """
    k = _Konteks(bahasa, tema, sempit, kecil=True)
    isi: list[Sel] = [(h, p) for h in URUT for p in URUT]
    return {"data": [_petak(k), *_kata([s for s in isi if s != sel], k), _anda(sel, k)], "layout": _layout_sel(sel, k)}


def _anda(s: Sel, k: _Konteks) -> Gambar:
    """The words of one's own cell: whose it is, and its predikat."""
    x, y = _letak(s)
    kata = f"<b>{teks(k.bahasa, 'penilaian.sel_anda')}</b><br>{_nama_sel(s, k)}"
    return tulisan(
        [x], [y], [kata], letak="middle center", ukuran=_U.kecil - (1 if k.sempit else 0), warna=[_tinta(s, k)]
    )


def _petak(k: _Konteks) -> Gambar:
    z = [[PREDIKAT.index(tentukan_predikat(h, p)) for p in URUT] for h in URUT]
    skala = [[(i + j) / len(PREDIKAT), w] for i, w in enumerate(warna_sel(k.tema, p) for p in PREDIKAT) for j in (0, 1)]
    rupa = {"zmin": -0.5, "zmax": len(PREDIKAT) - 0.5, "colorscale": skala, "showscale": False, "xgap": 4, "ygap": 4}
    return {"type": "heatmap", "z": z, "x0": 0, "dx": 1, "y0": 0, "dy": 1, **rupa, **LEWATI}


def _letak(s: Sel) -> tuple[int, int]:
    """Column and row of a cell."""
    return URUT.index(s[1]), URUT.index(s[0])


def _tinta(s: Sel, k: _Konteks) -> str:
    return tinta_di_atas(warna_sel(k.tema, tentukan_predikat(*s)), k.tema)


def _angka(isi: list[Sel], jumlah: Mapping[Sel, int], k: _Konteks) -> Gambar:
    """The figures, on marks that nobody sees but that are as large as the cell: what a click meets."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [_letak(s)[0] for s in isi],
        "y": [_letak(s)[1] for s in isi],
        "text": [f"<b>{angka(jumlah.get(s, 0), 0, k.bahasa)}</b><br> " for s in isi],
        "textposition": "middle center",
        "textfont": {"size": 24, "color": [_tinta(s, k) for s in isi]},
        "marker": {"symbol": "square", "size": k.tinggi - 8, "opacity": 0},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}, "textfont": {"color": k.tema.tinta}},
        "customdata": [
            [*s, k.ekspektasi(s[0]), k.ekspektasi(s[1]), k.predikat(tentukan_predikat(*s)), jumlah.get(s, 0)]
            for s in isi
        ],
        "hovertemplate": hover(k.bahasa, "sel_predikat", "h", "p", "hasil", "perilaku", "predikat", "n"),
    }


def _nama_sel(s: Sel, k: _Konteks) -> str:
    return k.predikat(tentukan_predikat(*s)).replace(" ", "<br>" if k.sempit else " ")


def _kata(isi: list[Sel], k: _Konteks) -> list[Gambar]:
    kata = [_nama_sel(s, k) for s in isi]
    letak = [_letak(s) for s in isi]
    huruf, turun = (_U.kecil - 1 if k.sempit else _U.kecil), (0.0 if k.kecil else 0.22)
    tinta = [_tinta(s, k) for s in isi]
    y = [y - turun for _, y in letak]
    return [tulisan([x for x, _ in letak], y, kata, letak="middle center", ukuran=huruf, warna=tinta)]


def _layout_sel(dipilih: Sel | None, k: _Konteks) -> dict[str, Any]:
    label = [k.ekspektasi(e) for e in URUT]
    letak = {"tickvals": [0, 1, 2], "showgrid": False, "range": [-0.5, 2.5], "tickfont": {"color": k.tema.tinta}}
    judul = {n: {"text": teks(k.bahasa, f"penilaian.sumbu_{n}"), "font": {"size": _U.kecil}} for n in ("h", "p")}
    bawah = _U.baris * 3
    return dasar(
        k.tema,
        _U,
        k.bahasa,
        tinggi=k.tinggi * 3 + bawah + 6,
        margin=(64 if k.sempit else 84, 4, 4, bawah),
        clickmode="event+select",
        hoverdistance=-1,
        shapes=[_bingkai(dipilih, k)] if dipilih else [],
        xaxis=sumbu(k.tema, _U, **letak, ticktext=label, title={**judul["p"], "standoff": 6}),
        yaxis=sumbu(k.tema, _U, **letak, ticktext=label, title={**judul["h"], "standoff": 6}, ticklabelstandoff=4),
    )


def _bingkai(s: Sel, k: _Konteks) -> dict[str, Any]:
    x, y = _letak(s)
    tepi = {"x0": x - 0.47, "x1": x + 0.47, "y0": y - 0.46, "y1": y + 0.46}
    return {"type": "rect", **tepi, "line": {"color": k.tema.tinta, "width": 2.5}}


def bars_predikat(
    jumlah: Mapping[Predikat, int],
    pola: Mapping[Predikat, int] | None = None,
    *,
    bahasa: Bahasa,
    tema: Tema,
    sempit: bool = False,
) -> Gambar:
    """A figure of the share of each predikat, Sangat Kurang on the left; the counts stand under the names.

    ``pola``: points of the organisation's pattern (``domain.pola.pola_baku``), drawn as a dashed line.
    """
    k, n = _Konteks(bahasa, tema, sempit), sum(jumlah.values())
    if not n:
        return kosong(bahasa, tema, _U)
    urut = tuple(reversed(PREDIKAT))
    bagian = [100 * jumlah.get(p, 0) / n for p in urut]
    garis = [100 * pola[p] / _TITIK_POLA for p in urut] if pola else []
    batang = [_batang(urut, bagian, jumlah, k)]
    return {
        "data": batang + ([_pola(garis, k)] if garis else []),
        "layout": _layout_bar(urut, bagian, garis, jumlah, k),
    }


def _batang(urut: tuple[Predikat, ...], bagian: list[float], jumlah: Mapping[Predikat, int], k: _Konteks) -> Gambar:
    return {
        "type": "bar",
        "x": list(range(len(urut))),
        "y": [round(b, 3) for b in bagian],
        "width": 0.56,
        "marker": {"color": [warna_predikat(k.tema, p) for p in urut]},
        "customdata": [
            [k.predikat(p), angka(jumlah.get(p, 0), 0, k.bahasa), persen(b, k.bahasa)]
            for p, b in zip(urut, bagian, strict=True)
        ],
        "hovertemplate": hover(k.bahasa, "predikat", "predikat", "n", "persen"),
        **TAK_REDUP,
    }


def _pola(garis: list[float], k: _Konteks) -> Gambar:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(range(len(garis))),
        "y": [round(g, 3) for g in garis],
        "line": {"color": k.tema.tinta, "width": 1.5, "dash": "dash", "shape": "spline", "smoothing": 0.6},
        "marker": {"size": 7, "color": k.tema.permukaan, "line": {"color": k.tema.tinta, "width": 1.5}},
        "customdata": [[persen(g, k.bahasa)] for g in garis],
        "hovertemplate": hover(k.bahasa, "pola", "persen"),
        "cliponaxis": False,
    }


def _layout_bar(
    urut: tuple[Predikat, ...],
    bagian: list[float],
    garis: list[float],
    jumlah: Mapping[Predikat, int],
    k: _Konteks,
) -> dict[str, Any]:
    atas = max([*bagian, *garis])
    langkah = next(s for s in (5, 10, 20, 25) if atas / s <= 5)
    tik = [langkah * i for i in range(int(atas // langkah) + 2)]
    nama = [
        f"{k.predikat(p).replace(' ', '<br>')}<br><b>{angka(jumlah.get(p, 0), 0, k.bahasa)}</b> ({persen(b, k.bahasa)})"
        for p, b in zip(urut, bagian, strict=True)
    ]
    if k.sempit:
        nama = [n.replace(" (", "<br>(") for n in nama]
    bawah = _U.baris * (5 if k.sempit else 4)
    return dasar(
        k.tema,
        _U,
        k.bahasa,
        tinggi=k.tinggi * 3 + _U.baris * 3 + 6,
        margin=(42, 6, 10, bawah),
        bargap=0.3,
        xaxis=sumbu(
            k.tema,
            _U,
            range=[-0.5, len(urut) - 0.5],
            tickvals=list(range(len(urut))),
            ticktext=nama,
            tickangle=0,
            showgrid=False,
            tickfont={"size": _U.kecil - (2 if k.sempit else 0), "color": k.tema.tinta},
        ),
        yaxis=sumbu(k.tema, _U, range=[0, tik[-1]], tickvals=tik, ticktext=[f"{t}%" for t in tik]),
    )


def alt_matrix_predikat(jumlah: Mapping[Sel, int], *, bahasa: Bahasa) -> str:
    """Every cell that has somebody, in words."""
    k = _Konteks(bahasa, None, sempit=False)  # type: ignore[arg-type]
    isi = [
        teks(bahasa, "penilaian.alt_sel", hasil=k.ekspektasi(h), perilaku=k.ekspektasi(p), n=angka(n, 0, bahasa))
        for (h, p), n in jumlah.items()
        if n
    ]
    return "; ".join(isi) if isi else teks(bahasa, "grafik.kosong")


def alt_matrix_saya(sel: Sel, *, bahasa: Bahasa) -> str:
    """One's own cell in words."""
    k = _Konteks(bahasa, None, sempit=True)  # type: ignore[arg-type]
    isi = {"hasil": k.ekspektasi(sel[0]).lower(), "perilaku": k.ekspektasi(sel[1]).lower()}
    return teks(bahasa, "penilaian.alt_sel_anda", predikat=k.predikat(tentukan_predikat(*sel)), **isi)


def alt_bars_predikat(jumlah: Mapping[Predikat, int], *, bahasa: Bahasa) -> str:
    """Every predikat with its number of people."""
    return ", ".join(
        f"{teks(bahasa, f'penilaian.predikat.{p}')}: {angka(jumlah.get(p, 0), 0, bahasa)}" for p in reversed(PREDIKAT)
    )
