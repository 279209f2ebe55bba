"""Table 5 of the Profil Kesehatan: visits by facility. Only the puskesmas are taken; the rest is named and left out."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from kinerja.domain.fakta import Fakta
from kinerja.domain.periode import Periode
from kinerja.ingest.kepala import Tabel, rapikan
from kinerja.ingest.kolom import Jk, kolom_nilai
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periksa_profil import jumlah_kolom, jumlah_mungkin, periksa_jumlah_jk, periksa_total
from kinerja.ingest.peta.baris_kata import LALU
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
from kinerja.ingest.tipe import huruf_kolom
from kinerja.ingest.unit_cocok import sebut_puskesmas

LAYANAN = (("kunjungan_rawat_jalan", r"RAWAT JALAN"), ("kunjungan_rawat_inap", r"RAWAT INAP"))
_BUKAN = r"JIWA|PENDUDUK|\bLAMA\b|CAKUPAN"
_BAGIAN_PUSKESMAS = re.compile(
    r"(?:[0-9A-Z]{1,3}[.)]\s*)?(?:UPTD? )?PUSKESMAS(?: (?:NON )?(?:RAWAT INAP|PERAWATAN))?"
    r"(?: (?:DAN|BESERTA) JARING.*)?\s*:?"
)
_BAGIAN_LAIN = re.compile(r"(?:[0-9A-Z]{1,3}[.)]\s*)?(?:FASILITAS|FASYANKES|SARANA|JARINGAN|JEJARING)\b")
_HURUF = re.compile(r"(?:[A-H]|[IVX]+)[.)]?")

Pilihan = dict[str, dict[Jk, int]]
_KATA_BIASA = frozenset(
    re.findall(
        r"\w+",
        "JUMLAH JML TOTAL BANYAKNYA KUNJUNGAN PASIEN RAWAT JALAN INAP DAN L P LK PR LAKI PEREMPUAN PRIA WANITA ORANG "
        "KALI DI KE PADA SARANA FASILITAS PELAYANAN KESEHATAN PUSKESMAS MENURUT JENIS KELAMIN TAHUN BARU LAMA N A",
    )
)
"""Words of a column of visits that leave it all visits; "baru dan lama" only as a pair."""


def pilih_kolom_kunjungan(tabel: Tabel, dikenal: Container[str]) -> Pilihan | None:
    """Indikator → sex → column; None when a service has two columns of one sex, or none has any."""
    hasil: Pilihan = {}
    for kode, pola in LAYANAN:
        cocok = [
            k for k in kolom_nilai(tabel) if not k.persen and re.search(pola, k.teks) and not re.search(_BUKAN, k.teks)
        ]
        peta: dict[Jk, int] = {k.jk: k.indeks for k in cocok}
        if len(peta) != len(cocok):
            return None
        if peta and kode in dikenal:
            hasil[kode] = peta
    return hasil or None


def periksa_judul_kolom(konteks: Konteks, tabel: Tabel, pilihan: Pilihan) -> bool:
    """False, with the problem noted, where a chosen column's header says something that may be a part of the visits."""
    tahun = {t for judul in tabel.judul for t in re.findall(r"\b(?:19|20)[0-9]{2}\b", judul)}
    for indeks in sorted({k for peta in pilihan.values() for k in peta.values()}):
        kata = re.findall(r"[A-Z]+|[0-9]+", " ".join(dict.fromkeys(tabel.jalur[indeks])).upper())
        asing = [k for k in kata if k not in _KATA_BIASA and not (k.isdigit() and (len(k) < 3 or k in tahun))]
        if asing or ("BARU" in kata) != ("LAMA" in kata):
            huruf, sebut = huruf_kolom(indeks), tabel.sebut(indeks)
            konteks.hasil.catat("masalah.kolom_sempit", "galat", tabel.lembar.nama, None, huruf, sebut)
            return False
    return True


@dataclass
class _Pilahan:
    """Rows of the table sorted by what they are; ``sub`` pairs a subtotal with the facilities above it."""

    milik: list[BarisTabel] = field(default_factory=list)
    semua: list[int] = field(default_factory=list)
    sub: list[tuple[int, list[int]]] = field(default_factory=list)
    total: list[BarisTabel] = field(default_factory=list)


def proses_kunjungan(konteks: Konteks, tabel: Tabel, pilihan: Pilihan) -> None:
    """Facts, warnings and all that is left out of one recognised sheet, into ``konteks.hasil``."""
    periode = konteks.periode_tabel(tabel.judul, tabel.lembar.nama)
    kolom = {indeks for peta in pilihan.values() for indeks in peta.values()}
    baris = baris_tabel(konteks, tabel)
    periksa_lebar(konteks, tabel, baris)
    angka = baca_angka_tabel(konteks, tabel, baris, kolom, ())
    pilahan = _pilah(konteks, tabel, baris)
    unit = cocokkan_unit(konteks, tabel, pilahan.milik)
    angka.lapor_tanpa_unit(pilahan.milik, unit, kolom)
    for satu in unit:
        for kode, peta in pilihan.items():
            _proses_baris(angka, kode, peta, satu, periode)
    _periksa_jumlah(angka, pilahan, sorted(kolom))
    gabungan = {peta[""] for peta in pilihan.values() if {"L", "P", ""} <= peta.keys()}
    catat_kolom(konteks, tabel, kolom - gabungan, gabungan)
    pratinjau_tabel(konteks, angka, unit, kolom)


def _pilah(konteks: Konteks, tabel: Tabel, baris: list[BarisTabel]) -> _Pilahan:
    """Walk down the sections. Without any section heading, a facility is a puskesmas by its column or its name."""
    hasil = _Pilahan()
    blok: list[int] = []  # facilities since the last subtotal
    bagian: bool | None = None
    for satu in baris:
        judul = _BAGIAN_PUSKESMAS.fullmatch(rapikan(satu.nama)) is not None
        if satu.jenis == "bagian" and not judul:
            bagian = False if _membuka_lain(konteks, tabel, satu) else bagian
        elif judul and satu.jenis in ("bagian", "data"):
            bagian = True
        elif satu.jenis == "data":
            blok.append(satu.nomor)
            hasil.semua.append(satu.nomor)
            _taruh(konteks, tabel, satu, hasil, bagian)
        elif satu.jenis == "sub_jumlah":
            hasil.sub.append((satu.nomor, blok))
            blok = []
        elif satu.jenis == "jumlah" and not LALU.search(satu.label):
            hasil.total.append(satu)
    dimiliki = {b.nomor for b in hasil.milik}
    luar = {*hasil.semua} - dimiliki
    catat_dibuang(konteks.hasil, tabel, (b for b in baris if b.nomor not in dimiliki | luar))
    return hasil


def _membuka_lain(konteks: Konteks, tabel: Tabel, satu: BarisTabel) -> bool:
    """Does this heading begin a section of other facilities? A name without figures does not, nor a kecamatan."""
    if bukan_puskesmas(konteks, satu.nama) or _BAGIAN_LAIN.match(rapikan(satu.nama)):
        return True
    return not tabel.kolom_puskesmas and _HURUF.fullmatch(satu.label.split(" ", 1)[0]) is not None


def _taruh(konteks: Konteks, tabel: Tabel, satu: BarisTabel, hasil: _Pilahan, bagian: bool | None) -> None:
    """Into the puskesmas, or left out with the reason."""
    lembar = tabel.lembar
    nomor = lembar.nomor(satu.nomor)
    if not satu.nama:
        konteks.hasil.catat("masalah.unit_kosong", "galat", lembar.nama, nomor)
        return
    menurut_nama = sebut_puskesmas(satu.nama) or konteks.pencocok.dikenal(satu.nama)
    di_bagian = tabel.kolom_puskesmas if bagian is None else bagian
    if (menurut_nama or di_bagian) and not bukan_puskesmas(konteks, satu.nama):
        hasil.milik.append(satu)
    else:
        konteks.hasil.buang("baris", lembar.nama, str(nomor), satu.nama, "dibuang.bukan_puskesmas")


def _proses_baris(
    angka: AngkaTabel, kode: str, peta: Mapping[Jk, int], unit: BarisUnit, periode: Periode | None
) -> None:
    if not angka.lapor(unit.nomor, peta.values()):
        return
    periksa_jumlah_jk(angka, unit, peta.get("L"), peta.get("P"), peta.get(""))
    nilai = {jk: n for jk, k in peta.items() if (n := angka.nilai(unit.nomor, k)) is not None}
    if not nilai and not angka.ragu.intersection(peta.values()):
        angka.catat("masalah.unit_tanpa_angka", "peringatan", unit.nomor, min(peta.values()), unit=unit.nama)
    lengkap = {"L", "P"} <= nilai.keys()
    dipakai: tuple[Jk, ...] = ("L", "P") if lengkap else (("",) if "" in nilai else tuple(nilai))
    if len(dipakai) == 1 and dipakai[0] and len(peta) > 1:
        kolom = next(k for jk, k in peta.items() if jk not in nilai)
        angka.catat("masalah.jk_kosong", "peringatan", unit.nomor, kolom, unit=unit.nama, jk=dipakai[0])
    if periode:
        angka.konteks.hasil.fakta.extend(
            Fakta(kode, unit.kode, periode.dari, periode.sampai, nilai[jk], jk=jk) for jk in dipakai
        )


def _periksa_jumlah(angka: AngkaTabel, pilahan: _Pilahan, kolom: list[int]) -> None:
    """A subtotal counts every facility above it, the grand total every facility, also those left out."""
    for nomor, blok in pilahan.sub:
        periksa_total(angka, nomor, kolom, (jumlah_kolom(angka, blok, kolom),))
    for satu in pilahan.total:
        periksa_total(angka, satu.nomor, kolom, jumlah_mungkin(angka, pilahan.total, satu, pilahan.semua, kolom))
