"""The period of a row: from its own columns, or that of the whole table, which its title or a name says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from kinerja.domain.periode import Periode
from kinerja.ingest.periode_judul import baca_judul
from kinerja.ingest.periode_teks import periode_dari_sel
from kinerja.ingest.peta.waktu import periode_dari_bagian, periode_dari_nama
from kinerja.ingest.tipe import Sel, berisi

if TYPE_CHECKING:
    from kinerja.ingest.peta.terap import PembacaPeta


@dataclass(frozen=True)
class _Luar:
    """What stands outside the table about its period; ``ragu``: words of the title that leave it open."""

    periode: Periode | None
    ragu: str = ""
    dari_judul: bool = False


def cari_periode(pembaca: PembacaPeta, nomor: int, bagian: tuple[Sel, ...]) -> Periode | None:
    """The period of a row whose own cells (periode, tahun, bulan, triwulan) are these; None with the problem noted."""
    asal = pembaca.peta.periode
    if asal.dari != "kolom" or not any(map(berisi, bagian)):
        return _periode_tabel(pembaca, nomor)
    if berisi(bagian[0]):
        hasil = periode_dari_sel(bagian[0])
    else:
        hasil = periode_dari_bagian(bagian[1], bagian[2], bagian[3], _dari_luar(pembaca).periode)
    if hasil is None:
        _catat_salah(pembaca, nomor)
        return None
    return _sesuai_pilihan(pembaca, nomor, hasil)


def _catat_salah(pembaca: PembacaPeta, nomor: int) -> bool:
    """Note the cell of this row that gives no period, a blank one before others; False without such a column."""
    ada = [k for n in ("periode", "bulan", "tahun") if (k := pembaca.peta.satu(n))]
    if kosong := [k for k in ada if not berisi(pembaca.sel(nomor, k))]:
        pembaca.catat("masalah.periode_baris_kosong", nomor, kosong[0])
    elif ada:
        pembaca.catat("masalah.periode_salah", nomor, ada[0])
    return bool(ada)


def _periode_tabel(pembaca: PembacaPeta, nomor: int) -> Periode | None:
    """The period of the whole table, from outside it; None with the problem noted."""
    opsi, isian = pembaca.konteks.opsi.periode, pembaca.peta.periode.dari == "isian"
    tertulis = _dari_luar(pembaca)
    luar = tertulis.periode
    if luar is None:
        if not _catat_salah(pembaca, nomor):
            pembaca.konteks.catat_tanpa_periode(tertulis.ragu, pembaca.lembar.nama)
        return None
    if isian:
        return luar
    if opsi and luar.panjang == 12 and opsi.tahun == luar.tahun:  # a mere year may be chosen from
        return opsi
    if not opsi and tertulis.dari_judul and not pembaca.konteks.lembar_sejalan(luar, pembaca.lembar.nama):
        return None
    if not opsi and luar.panjang == 12:
        pembaca.konteks.ingat_tahun(luar, pembaca.lembar.nama)
    return _sesuai_pilihan(pembaca, nomor, luar)


def _sesuai_pilihan(pembaca: PembacaPeta, nomor: int, masa: Periode) -> Periode | None:
    """The period, unless the person chose one that does not hold it."""
    opsi = pembaca.konteks.opsi.periode
    if opsi and masa != opsi and not (opsi.dari <= masa.dari <= opsi.sampai):
        pembaca.catat("masalah.periode_beda", nomor, berkas=masa.kode, pilihan=opsi.kode)
        return None
    return masa


def periode_luar(pembaca: PembacaPeta) -> Periode | None:
    """The period that stands outside the table, judged by nothing else."""
    return _dari_luar(pembaca).periode


def _dari_luar(pembaca: PembacaPeta) -> _Luar:
    """Typed by the person, in the title, in the sheet's or the file's name: where the mapping says."""
    opsi, asal, judul = pembaca.konteks.opsi.periode, pembaca.peta.periode, pembaca.judul
    stem = PurePath(pembaca.konteks.berkas).stem
    match asal.dari:
        case "isian":
            return _Luar(opsi or periode_dari_sel(asal.nilai))
        case "lembar":
            return _Luar(periode_dari_nama(pembaca.lembar.nama, (*judul, stem), opsi))
        case "berkas":
            return _Luar(periode_dari_nama(stem, judul, opsi) or opsi)
    tertulis = baca_judul(judul)
    if pembaca.peta.bentuk == "label" and (bulan := _bulan_lembar(pembaca, tertulis.periode)):
        return _Luar(bulan)
    if tertulis.periode or opsi or tertulis.ragu:
        return _Luar(tertulis.periode or opsi, tertulis.ragu, tertulis.periode is not None)
    return _Luar(periode_dari_nama(stem, (), None))


def _bulan_lembar(pembaca: PembacaPeta, judul: Periode | None) -> Periode | None:
    """The month or quarter of a report by the name of its sheet, where its title says no more than the year."""
    opsi = pembaca.konteks.opsi.periode
    if any(p and p.panjang < 12 for p in (judul, opsi)):
        return None
    stem = PurePath(pembaca.konteks.berkas).stem
    bulan = periode_dari_nama(pembaca.lembar.nama, (*pembaca.judul, stem), judul or opsi)
    return bulan if bulan and bulan.panjang < 12 and (judul is None or bulan.tahun == judul.tahun) else None


def lembar_lawan_berkas(pembaca: PembacaPeta, masa: Periode) -> bool:
    """Does only the sheet's name say this period, and the file's name another one? That is noted."""
    lain = periode_dari_nama(PurePath(pembaca.konteks.berkas).stem, (), None)
    if not lain or lain.panjang >= 12 or _bulan_lembar(pembaca, baca_judul(pembaca.judul).periode) != masa:
        return False
    if lain.dari <= masa.dari and masa.sampai <= lain.sampai:
        return False
    pembaca.catat("masalah.lembar_berkas_beda", lembar_kata=masa.kode, berkas_kata=lain.kode)
    return True
