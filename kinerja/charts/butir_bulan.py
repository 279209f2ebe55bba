"""Items of one person month by month: reached in solid, all with a target as outline; a month without any is a gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja.charts.susun import TAK_REDUP, hover, kosong, tulisan
from kinerja.charts.theme import UKURAN, Gambar, Tema, dasar, sumbu
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis

_U = UKURAN["layar"]


def bars_butir(
    garis: Mapping[int, tuple[int, int]], bulan: Sequence[int], *, bahasa: Bahasa, tema: Tema, sempit: bool = False
) -> Gambar:
    """A figure of ``garis`` (month → items, reached) over these months; months that are not in it are named as gaps."""
    isi = [(i, b, *garis[b]) for i, b in enumerate(bulan) if garis.get(b, (0, 0))[0]]
    if not isi:
        return kosong(bahasa, tema, _U)
    x = [i for i, *_ in isi]
    data = [[tulis.bulan(b, bahasa), str(n), str(k)] for _, b, n, k in isi]
    umum = {"type": "bar", "x": x, "customdata": data, "hovertemplate": hover(bahasa, "butir_bulan", "bulan", "n", "k")}
    tepi = {"color": tema.redup, "width": 1.5}
    semua = {**umum, "y": [n for *_, n, _ in isi], "width": 0.62, "marker": {"color": "rgba(0,0,0,0)", "line": tepi}}
    capai = {**umum, "y": [k for *_, k in isi], "width": 0.44, "marker": {"color": tema.tercapai}}
    hilang = [i for i, b in enumerate(bulan) if not garis.get(b, (0, 0))[0]]
    tanda = tulisan(
        hilang, [0.35] * len(hilang), ["–"] * len(hilang), letak="middle center", ukuran=_U.huruf, warna=tema.redup
    )
    return {
        "data": [semua | TAK_REDUP, capai | TAK_REDUP, tanda],
        "layout": _layout(bulan, max(n for *_, n, _ in isi), bahasa, tema, sempit=sempit),
    }


def _layout(bulan: Sequence[int], atas: int, bahasa: Bahasa, tema: Tema, *, sempit: bool) -> Gambar:
    tik = [i for i in range(len(bulan)) if not sempit or (len(bulan) - 1 - i) % 3 == 0]
    nama = [tulis.nama_bulan(bulan[i] % 100, bahasa) for i in tik]
    nama = [
        n if i and bulan[i] % 100 != 1 and i != tik[0] else f"{n}<br>{bulan[i] // 100}"
        for n, i in zip(nama, tik, strict=True)
    ]
    langkah = 1 if atas <= 5 else 5 if atas <= 25 else 10
    return dasar(
        tema,
        _U,
        bahasa,
        tinggi=230,
        margin=(30, 6, 8, _U.baris * 2 + 6),
        barmode="overlay",
        xaxis=sumbu(tema, _U, range=[-0.6, len(bulan) - 0.4], tickvals=tik, ticktext=nama, tickangle=0, showgrid=False),
        yaxis=sumbu(tema, _U, range=[0, atas * 1.1], dtick=langkah, rangemode="tozero"),
    )


def alt_butir(garis: Mapping[int, tuple[int, int]], bulan: Sequence[int], *, bahasa: Bahasa) -> str:
    """Every month in words, gaps named."""
    return "; ".join(
        f"{tulis.bulan(b, bahasa)}: "
        + (
            teks(bahasa, "kinerja_saya.dari", tercapai=garis[b][1], butir=garis[b][0])
            if garis.get(b, (0, 0))[0]
            else teks(bahasa, "kinerja_saya.celah")
        )
        for b in bulan
    )
