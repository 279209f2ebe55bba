"""SPM tables of the Profil Kesehatan: served and sasaran of each puskesmas, by sex where both are given."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.domain.fakta import Fakta
from kinerja.domain.periode import Periode
from kinerja.ingest.aturan_spm import PilihanSpm
from kinerja.ingest.kepala import Tabel
from kinerja.ingest.kolom import Jk
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periksa_profil import CaraPersen, cara_persen, jumlah_kolom, periksa_jumlah_jk, periksa_total
from kinerja.ingest.peta.baris_kata import HALAMAN
from kinerja.ingest.profil import (
    AngkaTabel,
    BarisUnit,
    baca_angka_tabel,
    baris_tabel,
    bukan_puskesmas,
    catat_kolom,
    cocokkan_unit,
    periksa_lebar,
    pratinjau_tabel,
)
from kinerja.ingest.saring import BarisTabel, catat_dibuang

SEBUT_JK: dict[Jk, str] = {"": "L+P", "L": "L", "P": "P"}
_JK: tuple[Jk, ...] = ("L", "P", "")


def proses_spm(konteks: Konteks, tabel: Tabel, pilihan: list[PilihanSpm]) -> None:
    """Facts, warnings and all that is left out of one recognised sheet, into ``konteks.hasil``."""
    periode = konteks.periode_tabel(tabel.judul, tabel.lembar.nama)
    kolom = set().union(*(p.kolom for p in pilihan))
    persen = {indeks for p in pilihan for indeks in p.persen.values()}
    baris = baris_tabel(konteks, tabel)
    periksa_lebar(konteks, tabel, baris)
    angka = baca_angka_tabel(konteks, tabel, baris, kolom, persen)
    milik, lain, total = _pilah(konteks, angka, baris, kolom)
    unit = cocokkan_unit(konteks, tabel, milik)
    angka.lapor_tanpa_unit(milik, unit, kolom)
    cara = cara_persen(angka, persen)
    for satu in pilihan:
        for b in unit:
            _proses_baris(angka, satu, cara, b, periode)
    _periksa_jumlah(angka, kolom, milik, lain, total)
    gabungan = {indeks for p in pilihan for indeks in _pemeriksa(p)}
    catat_kolom(konteks, tabel, kolom - gabungan, persen | gabungan)
    pratinjau_tabel(konteks, angka, unit, kolom)


def _pemeriksa(pilihan: PilihanSpm) -> set[int]:
    """Columns of both sexes together, where each sex has its own."""
    if {"L", "P"} <= pilihan.sasaran.keys() & pilihan.terlayani.keys():
        return {k for peta in (pilihan.sasaran, pilihan.terlayani) if (k := peta.get("")) is not None}
    return set()


def _pilah(
    konteks: Konteks, angka: AngkaTabel, baris: list[BarisTabel], kolom: set[int]
) -> tuple[list[BarisTabel], list[BarisTabel], int | None]:
    """Rows of puskesmas, rows of other facilities, and the last printed total; the rest is listed as left out."""
    tabel, hasil = angka.tabel, konteks.hasil
    milik: list[BarisTabel] = []
    lain: list[BarisTabel] = []
    total: int | None = None
    terakhir = max((b.nomor for b in baris if b.jenis == "data"), default=-1)
    for satu in baris:
        if satu.jenis == "jumlah":
            total = total if HALAMAN.search(satu.label) else satu.nomor
        elif satu.jenis == "data" and not satu.nama:
            jumlah = satu.nomor == terakhir and _jumlah_tak_bernama(angka, satu, milik + lain, kolom)
            total = satu.nomor if jumlah else total
            _buang_tak_bernama(angka, satu, diam=jumlah, ringan=bool(satu.label) or total is not None)
        elif satu.jenis == "data" and bukan_puskesmas(konteks, satu.nama):
            lain.append(satu)
            nomor = str(tabel.lembar.nomor(satu.nomor))
            hasil.buang("baris", tabel.lembar.nama, nomor, satu.nama, "dibuang.bukan_puskesmas")
        elif satu.jenis == "data":
            milik.append(satu)
        elif satu.jenis == "bagian" and satu.nama and total is None and tabel.kolom_puskesmas:
            angka.catat("masalah.unit_tanpa_angka", "peringatan", satu.nomor, tabel.kolom_unit, unit=satu.nama)
    catat_dibuang(hasil, tabel, (b for b in baris if b.jenis != "data"))
    return milik, lain, total


def _buang_tak_bernama(angka: AngkaTabel, satu: BarisTabel, *, diam: bool, ringan: bool) -> None:
    """A row of figures without a puskesmas: ``diam`` for the total; a warning below one or beside a kecamatan."""
    tabel = angka.tabel
    if not diam:
        alasan = "masalah.baris_tanpa_puskesmas" if ringan else "masalah.unit_kosong"
        angka.catat(alasan, "peringatan" if ringan else "galat", satu.nomor, tabel.kolom_unit)
    nomor = str(tabel.lembar.nomor(satu.nomor))
    angka.konteks.hasil.buang("baris", tabel.lembar.nama, nomor, satu.label, "dibuang.tanpa_nama")


def _jumlah_tak_bernama(angka: AngkaTabel, satu: BarisTabel, di_atas: list[BarisTabel], kolom: set[int]) -> bool:
    """A row without a name whose figures all equal the sums above it is the total, printed without its word."""
    jumlah = jumlah_kolom(angka, (b.nomor for b in di_atas), kolom)
    return len(di_atas) > 1 and all(angka.nilai(satu.nomor, k) == n for k, n in jumlah.items())


def _proses_baris(
    angka: AngkaTabel, pilihan: PilihanSpm, cara: CaraPersen, unit: BarisUnit, periode: Periode | None
) -> None:
    ada: tuple[Jk, ...] = tuple(jk for jk in _JK if jk in pilihan.sasaran and jk in pilihan.terlayani)
    pasangan: dict[Jk, tuple[int, int]] = {}
    for jk in ada:
        if angka.lapor(unit.nomor, (pilihan.terlayani[jk], pilihan.sasaran[jk])):
            terlayani, sasaran = (angka.nilai(unit.nomor, peta[jk]) for peta in (pilihan.terlayani, pilihan.sasaran))
            if terlayani and sasaran == 0:
                angka.catat("masalah.sasaran_nol", "galat", unit.nomor, pilihan.sasaran[jk], terlayani=terlayani)
            elif terlayani is not None and sasaran is not None:
                pasangan[jk] = (terlayani, sasaran)
    for jk, (terlayani, sasaran) in pasangan.items():
        _periksa_persen(angka, pilihan, cara, unit, jk, terlayani, sasaran)
    _periksa_jk(angka, pilihan, unit)
    dipakai = _jk_dipakai(pasangan.keys())
    _catat_kosong(angka, pilihan, unit, ada, dipakai)
    if periode:
        angka.konteks.hasil.fakta.extend(
            Fakta(pilihan.kode, unit.kode, periode.dari, periode.sampai, *pasangan[jk], jk=jk) for jk in dipakai
        )


def _jk_dipakai(lengkap: Iterable[Jk]) -> tuple[Jk, ...]:
    """Both sexes where both are complete; else both together; else the one there is."""
    ada = set(lengkap)
    if {"L", "P"} <= ada:
        return ("L", "P")
    return ("",) if "" in ada else tuple(sorted(ada))


def _catat_kosong(
    angka: AngkaTabel, pilihan: PilihanSpm, unit: BarisUnit, ada: tuple[Jk, ...], dipakai: tuple[Jk, ...]
) -> None:
    """A unit without a complete pair is named: a blank is neither 0 nor nothing to say."""
    if angka.ragu & pilihan.kolom:
        return
    if not dipakai:
        kolom = pilihan.terlayani[ada[-1]]
        angka.catat("masalah.unit_tanpa_angka", "peringatan", unit.nomor, kolom, unit=unit.nama)
    elif dipakai[0] and len(dipakai) == 1 and len(ada) > 1:
        kolom = next(pilihan.terlayani[jk] for jk in ada if jk != dipakai[0])
        angka.catat("masalah.jk_kosong", "peringatan", unit.nomor, kolom, unit=unit.nama, jk=dipakai[0])


def _periksa_persen(
    angka: AngkaTabel, pilihan: PilihanSpm, cara: CaraPersen, unit: BarisUnit, jk: Jk, terlayani: int, sasaran: int
) -> None:
    sebut = {"unit": unit.nama, "jk": SEBUT_JK[jk], "terlayani": terlayani, "sasaran": sasaran}
    if terlayani > sasaran:
        angka.catat("masalah.lebih_seratus", "peringatan", unit.nomor, pilihan.terlayani[jk], **sebut)
    letak = pilihan.persen.get(jk)
    cetak = angka.angka(unit.nomor, letak).nilai
    if letak is None or cetak is None or sasaran == 0:
        return
    tercetak, hitung = float(cetak), 100 * terlayani / sasaran
    if not cara.cocok(letak, tercetak, hitung):
        angka.catat(
            "masalah.beda_persen",
            "peringatan",
            unit.nomor,
            letak,
            **sebut,
            tercetak=round(tercetak, 2),
            terhitung=round(hitung, 2),
        )


def _periksa_jk(angka: AngkaTabel, pilihan: PilihanSpm, unit: BarisUnit) -> None:
    for peta in (pilihan.sasaran, pilihan.terlayani):
        periksa_jumlah_jk(angka, unit, peta.get("L"), peta.get("P"), peta.get(""))


def _periksa_jumlah(
    angka: AngkaTabel, kolom: set[int], milik: list[BarisTabel], lain: list[BarisTabel], total: int | None
) -> None:
    """The printed total is a checksum of the rows read, with or without those of other facilities."""
    if total is None:
        return
    sendiri = jumlah_kolom(angka, (b.nomor for b in milik), kolom)
    semua = jumlah_kolom(angka, (b.nomor for b in milik + lain), kolom)
    periksa_total(angka, total, sorted(kolom), (sendiri, semua))
