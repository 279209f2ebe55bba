"""Checks of what a printed table says about itself: totals, L+P, percentages. They warn, they never correct."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.ingest.peta.baris_kata import HALAMAN
from kinerja.ingest.profil import AngkaTabel, BarisUnit
from kinerja.ingest.saring import BarisTabel

_TOLERANSI = 0.06  # percentage points


def periksa_total(
    angka: AngkaTabel, baris_total: int, kolom: Iterable[int], jumlah: Iterable[Mapping[int, int]]
) -> None:
    """Compare a printed total with sums of rows; a warning when it equals none of the given sums."""
    daftar = list(jumlah)
    for satu in kolom:
        cetak = angka.nilai(baris_total, satu)
        angka.lapor(baris_total, (satu,), "peringatan")
        if cetak is not None and all(cetak != hitung.get(satu, 0) for hitung in daftar):
            hitung = daftar[0].get(satu, 0)
            angka.catat(
                "masalah.beda_jumlah",
                "peringatan",
                baris_total,
                satu,
                tercetak=cetak,
                terhitung=hitung,
                selisih=cetak - hitung,
            )


def jumlah_mungkin(
    angka: AngkaTabel, total: Sequence[BarisTabel], satu: BarisTabel, baris: Sequence[int], kolom: Sequence[int]
) -> list[dict[int, int]]:
    """What a printed total may stand for: all rows; that of a page, or above the last total, also the rows above it
    or since the total before."""
    hasil = [baris]
    if satu != total[-1] or HALAMAN.search(satu.label):
        sebelum = max((t.nomor for t in total if t.nomor < satu.nomor), default=-1)
        hasil += [[b for b in baris if b < satu.nomor], [b for b in baris if sebelum < b < satu.nomor]]
    return [jumlah_kolom(angka, daftar, kolom) for daftar in hasil]


def jumlah_kolom(angka: AngkaTabel, baris: Iterable[int], kolom: Iterable[int]) -> dict[int, int]:
    """Sum by column; blanks add nothing."""
    daftar = list(baris)
    return {k: sum(angka.nilai(b, k) or 0 for b in daftar) for k in kolom}


def periksa_jumlah_jk(
    angka: AngkaTabel, unit: BarisUnit, laki: int | None, perempuan: int | None, dua: int | None
) -> None:
    """Warn where the printed L+P is not L plus P."""
    nilai_l, nilai_p, nilai = (angka.nilai(unit.nomor, k) for k in (laki, perempuan, dua))
    if dua is not None and nilai_l is not None and nilai_p is not None and nilai not in (None, nilai_l + nilai_p):
        angka.catat(
            "masalah.beda_jk",
            "peringatan",
            unit.nomor,
            dua,
            unit=unit.nama,
            tercetak=nilai,
            terhitung=nilai_l + nilai_p,
        )


@dataclass(frozen=True)
class CaraPersen:
    """How each column of percentages may be meant (times 1, or 100 for shares), and how far rounding may take it."""

    skala: Mapping[int, tuple[int, ...]]
    toleransi: Mapping[int, float]

    def cocok(self, kolom: int, tercetak: float, hitung: float) -> bool:
        batas = self.toleransi[kolom]
        return any(abs(hitung - tercetak * s) <= max(_TOLERANSI, batas * s) for s in self.skala[kolom])


def cara_persen(angka: AngkaTabel, kolom: set[int]) -> CaraPersen:
    return CaraPersen({k: _skala(angka, k) for k in kolom}, {k: _setengah(angka, k) for k in kolom})


def _skala(angka: AngkaTabel, kolom: int) -> tuple[int, ...]:
    """Real numbers all below 3 may be shares (0,8526 shown as 85,26%) as well as very small percentages."""
    nilai = _nilai_kolom(angka, kolom)
    berupa_angka = all(not isinstance(angka.tabel.lembar.sel(b, k), str) for (b, k) in angka.sel if k == kolom)
    return (1, 100) if berupa_angka and nilai and max(nilai) < 3 else (1,)


def _setengah(angka: AngkaTabel, kolom: int) -> float:
    """Half of the last printed digit of the column: whole percents may differ by 0.5 and still be right."""
    eksponen = [satu.normalize().as_tuple().exponent for satu in _nilai_kolom(angka, kolom)]
    desimal = max((-e for e in eksponen if isinstance(e, int)), default=0)
    return 0.501 * 10.0 ** -max(desimal, 0)


def _nilai_kolom(angka: AngkaTabel, kolom: int) -> list[Decimal]:
    return [a.nilai for (_, k), a in angka.sel.items() if k == kolom and a.nilai is not None]
