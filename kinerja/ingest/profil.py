"""What the tables of the Profil Kesehatan have in common: figures by column, rows of units, totals, preview."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.domain.fakta import Pratinjau, Tingkat
from kinerja.ingest.angka import KOSONG, Angka, Gaya, baca_angka, bahasa_pasti, tentukan_gaya
from kinerja.ingest.kepala import Tabel, rapikan
from kinerja.ingest.kolom import kolom_nilai, susun_kolom
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.saring import BarisTabel, baca_baris
from kinerja.ingest.tabel_kedua import akhir_tabel, blok_cetak
from kinerja.ingest.tipe import BARIS_PRATINJAU, Sel, huruf_kolom, ringkas, sebut_kolom, teks_sel

_BERANGKA = ("data", "jumlah", "sub_jumlah", "nihil")
_BUKAN_PUSKESMAS = re.compile(
    r"(?:RS(?:U|UD|IA|UP|K|J|AL|AD|AU|B)?|RUMAH SAKIT|KLINIK|POLIKLINIK|MEDICAL|BALAI PENGOBATAN|PRA[CK]T[IE]K|DOKTER|"
    r"BIDAN|BPM|PMB|LAPAS|RUTAN|DINAS KESEHATAN|DINKES|APOTE?K|LABKESDA|LABORATORIUM|PUSTU|POLINDES|POSKESDES|"
    r"(?:PUSKESMAS|PKM) (?:PEMBANTU|KELILING)|LAIN(?:NYA| LAIN)|LUAR (?:WILAYAH|KOTA|KABUPATEN))\b.*"
)


@dataclass(frozen=True)
class BarisUnit:
    """A row that belongs to a unit."""

    nomor: int
    nama: str
    kode: str


@dataclass
class AngkaTabel:
    """Figures of the chosen columns, by row and column; a blank cell is ``KOSONG``."""

    konteks: Konteks
    tabel: Tabel
    sel: dict[tuple[int, int], Angka] = field(default_factory=dict)
    ragu: set[int] = field(default_factory=set)
    """Columns whose way of writing numbers had to be asked; they hold no figure."""

    def nilai(self, baris: int, kolom: int | None) -> int | None:
        """A count, None for a blank or unreadable cell."""
        angka = self.angka(baris, kolom)
        return None if angka.nilai is None else int(angka.nilai)

    def angka(self, baris: int, kolom: int | None) -> Angka:
        return KOSONG if kolom is None else self.sel.get((baris, kolom), KOSONG)

    def lapor(self, baris: int, kolom: Iterable[int], tingkat: Tingkat = "galat") -> bool:
        """Note unreadable cells of these columns; is all of it readable?"""
        baik = True
        for satu in kolom:
            angka = self.angka(baris, satu)
            if angka.alasan:
                baik = False
                self.catat(angka.alasan, tingkat, baris, satu)
        return baik

    def lapor_tanpa_unit(self, baris: Iterable[BarisTabel], unit: Iterable[BarisUnit], kolom: Iterable[int]) -> None:
        """Note unreadable cells of rows whose unit is not known too: all that is wrong is told at once."""
        dikenal, daftar = {satu.nomor for satu in unit}, sorted(kolom)
        for satu in baris:
            if satu.nomor not in dikenal:
                self.lapor(satu.nomor, daftar)

    def catat(self, alasan: str, tingkat: Tingkat, baris: int, kolom: int, **args: object) -> None:
        lembar = self.tabel.lembar
        sebut = sebut_kolom(kolom, self.tabel.sebut(kolom))
        nilai = lembar.sel(baris, kolom)
        self.konteks.hasil.catat(alasan, tingkat, lembar.nama, lembar.nomor(baris), sebut, nilai, **args)


def baris_tabel(konteks: Konteks, tabel: Tabel) -> list[BarisTabel]:
    """All rows of the table below its header, classified; personal columns are not looked at."""
    kolom = [k.indeks for k in kolom_nilai(tabel) if not kolom_pribadi(k.jalur[-1])]
    akhir = akhir_tabel(konteks, blok_cetak(konteks, tabel, kolom))
    return [b for b in baca_baris(tabel, kolom, konteks.pencocok.dikenal) if b.nomor < akhir]


def baca_angka_tabel(
    konteks: Konteks, tabel: Tabel, baris: list[BarisTabel], cacah: Iterable[int], persen: Iterable[int]
) -> AngkaTabel:
    """Figures of all rows. A column whose way of writing numbers cannot be told is one problem, not one a cell."""
    nomor = [b.nomor for b in baris if b.jenis in _BERANGKA]
    jenis = {**dict.fromkeys(persen, "desimal"), **dict.fromkeys(cacah, "cacah")}
    isi = {kolom: [tabel.lembar.sel(n, kolom) for n in nomor] for kolom in jenis}
    pasti = {kolom: bahasa_pasti(sel) for kolom, sel in isi.items()}
    hasil = AngkaTabel(konteks, tabel)
    for kolom, satu in jenis.items():
        lain: frozenset[Gaya] = frozenset().union(*(p for k, p in pasti.items() if k != kolom))
        gaya = tentukan_gaya(isi[kolom], "cacah" if satu == "cacah" else "desimal", lain)
        if gaya.alasan:
            hasil.ragu.add(kolom)
            if satu == "cacah":
                _tanya_gaya(hasil, nomor, kolom, gaya.alasan, gaya.contoh)
            continue
        for n, sel in zip(nomor, isi[kolom], strict=True):
            hasil.sel[n, kolom] = baca_angka(sel, "cacah" if satu == "cacah" else "desimal", gaya.gaya)
    return hasil


def _tanya_gaya(angka: AngkaTabel, nomor: list[int], kolom: int, alasan: str, contoh: tuple[str, ...]) -> None:
    calon = (n for n in nomor if teks_sel(angka.tabel.lembar.sel(n, kolom)).strip().startswith(contoh[0]))
    baris = next(calon, nomor[0])
    angka.catat(alasan, "galat", baris, kolom, contoh=contoh[0], lain=contoh[-1])


def bukan_puskesmas(konteks: Konteks, nama: str) -> bool:
    """Another kind of facility by its name, unless the office knows a puskesmas of that name."""
    polos = re.sub(r"[^A-Z0-9]+", " ", re.sub(r"^\s*\d+\s*[.)]\s*", "", rapikan(nama))).strip()
    return _BUKAN_PUSKESMAS.fullmatch(polos) is not None and not konteks.pencocok.dikenal(nama)


def cocokkan_unit(konteks: Konteks, tabel: Tabel, baris: Iterable[BarisTabel]) -> list[BarisUnit]:
    """Rows whose unit is known. Unknown names and units that appear twice are noted."""
    lembar = tabel.lembar
    pertama: dict[str, int] = {}
    hasil: list[BarisUnit] = []
    kolom = sebut_kolom(tabel.kolom_unit, tabel.sebut(tabel.kolom_unit))
    for satu in baris:
        nomor = lembar.nomor(satu.nomor)
        kode = konteks.pencocok.cocokkan(satu.nama, konteks.hasil, lembar.nama, nomor, kolom, puskesmas=True)
        if kode and kode in pertama:
            sebelum = str(pertama[kode])
            konteks.hasil.catat(
                "masalah.unit_ganda", "galat", lembar.nama, nomor, kolom, satu.nama, pertama=sebelum, ulang=str(nomor)
            )
        elif kode:
            pertama[kode] = nomor
            hasil.append(BarisUnit(satu.nomor, satu.nama, kode))
    return hasil


def periksa_lebar(konteks: Konteks, tabel: Tabel, baris: Iterable[BarisTabel]) -> None:
    """Ragged rows of a text file inside the table: a separator too many or too few moves figures to other columns."""
    lembar = tabel.lembar
    if not lembar.lebar:
        return
    lebar = lembar.lebar[tabel.kepala]
    for satu in baris:
        if satu.jenis in _BERANGKA:
            nomor, isi = satu.nomor, lembar.baris[satu.nomor]
            periksa_lebar_baris(konteks, lembar.nama, lembar.nomor(nomor), isi, lembar.lebar[nomor], lebar)


def periksa_lebar_baris(konteks: Konteks, lembar: str, nomor: int, isi: list[Sel], ada: int, lebar: int) -> bool:
    """Is the row as wide as the table? One field alone is a note; blank fields too many do no harm."""
    if ada == lebar or ada <= 1 or (ada > lebar and not any(isi[lebar:])):
        return True
    konteks.hasil.catat("masalah.baris_timpang", "galat", lembar, nomor, ada=ada, lebar=lebar)
    return False


def catat_kolom(konteks: Konteks, tabel: Tabel, dipakai: set[int], pemeriksa: set[int]) -> None:
    """List the columns that give no figure: personal ones, those that only serve as a check, all others."""
    for kolom in susun_kolom(tabel):
        if kolom.indeks in dipakai or kolom.indeks == tabel.kolom_unit or kolom.nomor or not kolom.jalur:
            continue
        alasan = "dibuang.kolom_lain"
        if kolom_pribadi(kolom.jalur[-1]):
            alasan = "dibuang.kolom_pribadi"
        elif kolom.indeks in pemeriksa:
            alasan = "dibuang.kolom_pemeriksa"
        isi = tabel.sebut(kolom.indeks)
        konteks.hasil.buang("kolom", tabel.lembar.nama, huruf_kolom(kolom.indeks), isi, alasan)


def pratinjau_tabel(konteks: Konteks, angka: AngkaTabel, unit: list[BarisUnit], kolom: Iterable[int]) -> None:
    """Raw beside parsed for the first rows of units."""
    tabel, daftar = angka.tabel, sorted(kolom)
    contoh = unit[:BARIS_PRATINJAU]
    nama = {satu.kode: u.nama for satu in contoh if (u := konteks.pencocok.unit(satu.kode))}
    konteks.hasil.pratinjau.append(
        Pratinjau(
            tabel.lembar.nama,
            tuple(sebut_kolom(k, tabel.sebut(k)) for k in (tabel.kolom_unit, *daftar)),
            tuple((satu.nama, *(ringkas(tabel.lembar.sel(satu.nomor, k)) for k in daftar)) for satu in contoh),
            tuple(
                (nama.get(satu.kode, satu.kode), *(_tulis(angka.angka(satu.nomor, k).nilai) for k in daftar))
                for satu in contoh
            ),
        )
    )


def _tulis(nilai: Decimal | None) -> str:
    return "" if nilai is None else f"{nilai:f}"
