"""Texts inside figures: numbers as the office writes them, names made safe, lines broken to a width."""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import lru_cache

from kinerja.charts.baris import Baris
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import rentang
from kinerja.i18n import Bahasa, format, teks

# Pure functions of scalars, asked for the same few thousand numbers on every rerun; Babel needs 13 µs for one.
angka = lru_cache(maxsize=8192)(format.angka)
bulan = lru_cache(maxsize=1024)(format.bulan)

_SINGKATAN = {"Puskesmas": "Pusk.", "Kelurahan": "Kel.", "Kecamatan": "Kec."}
_SEMPIT = frozenset("ijlI|!'.,:;()[]{} ")
_LEBAR = frozenset("mwMWQOGC@%…")


def aman(tulisan: str) -> str:
    """Data as text: Plotly reads ``<``, ``>`` and ``&`` as markup."""
    return html.escape(tulisan, quote=False)


def lebar(tulisan: str, huruf: float) -> float:
    """Width of ``tulisan`` in px at font size ``huruf``; an estimate that errs on the wide side."""
    em = sum(0.3 if c in _SEMPIT else 0.86 if c in _LEBAR else 0.7 if c.isupper() else 0.58 for c in tulisan)
    return em * huruf


def singkat(nama: str) -> str:
    """A unit's name with its kind abbreviated as on forms (Pusk., Kel., Kec.), for places without room."""
    jenis, _, sisa = nama.partition(" ")
    return f"{_SINGKATAN[jenis]} {sisa}" if jenis in _SINGKATAN and sisa else nama


def _potong(tulisan: str, batas: float, huruf: float) -> str:
    if lebar(tulisan, huruf) <= batas:
        return tulisan
    while tulisan and lebar(f"{tulisan}…", huruf) > batas:
        tulisan = tulisan[:-1]
    return f"{tulisan.rstrip()}…"


def _bagi(kata: Sequence[str], banyak: int, huruf: float) -> list[str]:
    """Words on ``banyak`` lines so that the widest is as narrow as can be; the earlier break wins a tie."""
    if banyak == 1:
        return [" ".join(kata)]
    calon = [[" ".join(kata[:i]), *_bagi(kata[i:], banyak - 1, huruf)] for i in range(1, len(kata) - banyak + 2)]
    return min(calon, key=lambda baris_: max(lebar(b, huruf) for b in baris_))


@lru_cache(maxsize=2048)
def pecah(tulisan: str, batas: float, huruf: float, maksimum: int = 2) -> str:
    """``tulisan``, safe, on the fewest balanced lines of ``batas`` px, at most ``maksimum``, joined by ``<br>``.

    What does not fit even so is cut with "…".
    """
    kata = tulisan.split()
    for banyak in range(1, min(maksimum, len(kata)) + 1):
        hasil = _bagi(kata, banyak, huruf)
        if all(lebar(b, huruf) <= batas for b in hasil):
            break
    else:
        hasil = _isi_penuh(kata, batas, huruf, maksimum)
    return "<br>".join(aman(b) for b in hasil)


def _isi_penuh(kata: Sequence[str], batas: float, huruf: float, maksimum: int) -> list[str]:
    """Lines filled one after the other, each cut to ``batas``: as much of the text as there is room for."""
    hasil = [""]
    for k in kata:
        calon = f"{hasil[-1]} {k}".strip()
        if not hasil[-1] or lebar(calon, huruf) <= batas or len(hasil) == maksimum:
            hasil[-1] = calon
        else:
            hasil.append(k)
    return [_potong(b, batas, huruf) for b in hasil]


def nilai(angka_: float | None, ind: Indikator, bahasa: Bahasa) -> str:
    """A figure with its unit, safe: 5.482 kunjungan, 94,3%."""
    if angka_ is None:
        return format.KOSONG
    satuan = aman(ind.satuan.dalam(bahasa))
    isi = angka(angka_, ind.desimal, bahasa)
    return f"{isi}{satuan}" if satuan in ("%", "‰") else f"{isi} {satuan}"


def persen(angka_: float | None, bahasa: Bahasa) -> str:
    """Capaian with one decimal: 98,1%."""
    return format.KOSONG if angka_ is None else f"{angka(angka_, 1, bahasa)}%"


def alasan(baris: Baris, ind: Indikator, bahasa: Bahasa) -> str:
    """Why a row has no capaian, in two or three words; '' when it has one."""
    return teks(bahasa, f"grafik.{baris.alasan}", minimum=ind.n_minimum) if baris.alasan else ""


def status(baris: Baris, bahasa: Bahasa) -> str:
    """The word for a row's status; incomplete data are named as such."""
    kunci = "tidak_lengkap" if baris.status == "tak_pasti" and not baris.lengkap else baris.status
    return teks(bahasa, f"grafik.status.{kunci}")


def keterangan(baris: Baris, ind: Indikator, bahasa: Bahasa) -> str:
    """Status or reason of a row, safe, and how complete its data are when they are not."""
    isi = aman(alasan(baris, ind, bahasa)) or status(baris, bahasa)
    if baris.lengkap or not baris.ada:
        return isi
    return f"{isi}; {teks(bahasa, 'grafik.ada_dari', ada=baris.ada, wajib=baris.wajib)}"


def selang(baris: Baris, ind: Indikator, bahasa: Bahasa) -> str:
    """The 95 % interval and n of a row as a sentence part; '' when it has neither."""
    bagian = []
    if baris.bawah is not None and baris.atas is not None:
        bawah, atas = (angka(v, ind.desimal, bahasa) for v in (baris.bawah, baris.atas))
        bagian.append(teks(bahasa, "grafik.selang", bawah=bawah, atas=atas))
    if baris.n is not None and ind.n_arti != "tidak_ada":
        bagian.append(teks(bahasa, f"grafik.n.{ind.n_arti}", n=angka(baris.n, 0, bahasa)))
    return " ".join(bagian)


@lru_cache(maxsize=1024)
def masa(dari: int, sampai: int, bahasa: Bahasa) -> str:
    """The months from ``dari`` to ``sampai`` as people name them: Oktober 2026, Triwulan III 2026."""
    return format.periode(rentang(dari, sampai), bahasa)


def masa_semua(isi: Sequence[Baris], bahasa: Bahasa) -> str:
    """The period that rows cover together."""
    return masa(min(b.dari for b in isi), max(b.sampai for b in isi), bahasa)


def isian_bulan(b: Baris, ind: Indikator, bahasa: Bahasa) -> list[str]:
    """What ``grafik.hover.bulan`` needs for one mark of one unit."""
    return [
        masa(b.dari, b.sampai, bahasa),
        nilai(b.realisasi, ind, bahasa),
        angka(b.target, ind.desimal, bahasa),
        persen(b.capaian, bahasa),
        keterangan(b, ind, bahasa),
    ]
