"""The rows of a register, counted. What is not plainly a visit is left out and listed, or asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kinerja.ingest.bentuk.register_hari import KamusHari
from kinerja.ingest.bentuk.register_jaga import Jaga, batal
from kinerja.ingest.bentuk.register_kedua import DaftarLain
from kinerja.ingest.bentuk.register_kolom import KolomKata
from kinerja.ingest.bentuk.register_kunci import BURUK, MAKS_KAMUS, angka_bagian, hampa, hari_kunci, kode_tutup
from kinerja.ingest.bentuk.register_umur import baca_lahir, kelompok
from kinerja.ingest.kepala import baris_nomor, berangka, rapikan
from kinerja.ingest.peta.baris_kata import baris_catatan, baris_total
from kinerja.ingest.peta.model import KolomPeta, UrutTanggal
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Sel, berisi, sebut_kolom

MAKS_SEBUT = 100
"""Rows named one by one for each reason; of further ones only the number is told."""
_MAJU = 20_000  # rows between two reports of progress


def baris_peta(pembaca: PembacaPeta, dari: float, sampai: float) -> Iterator[tuple[int, Sequence[Sel]]]:
    """Number (from 0) and cells of the mapping's rows, also behind the part of a long file that is held.

    Meanwhile progress moves from ``dari`` to ``sampai``.
    """
    lembar, peta = pembaca.lembar, pembaca.peta
    isi: Iterable[Sequence[Sel]] = lembar.terus() if lembar.terus else lembar.baris
    for nomor, baris in enumerate(isi):
        if nomor < peta.awal:
            continue
        if peta.akhir is not None and nomor > peta.akhir:
            return
        if not nomor % _MAJU:
            bagian = lembar.terus.bagian if lembar.terus else nomor / len(lembar.baris)
            pembaca.konteks.maju(dari + (sampai - dari) * bagian)
        yield nomor, baris


@dataclass
class Terbatas:
    """Rows left out or refused: the first of each reason are named, the others counted."""

    pembaca: PembacaPeta
    jumlah: Counter[tuple[str, str]] = field(default_factory=Counter)

    def buang(self, nomor: int, alasan: str) -> None:
        self.jumlah["buang", alasan] += 1
        if self.jumlah["buang", alasan] <= MAKS_SEBUT:
            lembar = self.pembaca.lembar
            self.pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", alasan)

    def boleh(self, alasan: str, kolom: str) -> bool:
        """May one more row be named for this reason?"""
        self.jumlah[alasan, kolom] += 1
        return self.jumlah[alasan, kolom] <= MAKS_SEBUT

    def tutup(self) -> None:
        """Tell how many were not named."""
        hasil, lembar = self.pembaca.konteks.hasil, self.pembaca.lembar
        for (jenis, isi), jumlah in self.jumlah.items():
            lebih = jumlah - MAKS_SEBUT
            if lebih > 0 and jenis == "buang":
                hasil.buang("baris", lembar.nama, "", str(lebih), isi)
            elif lebih > 0:
                hasil.catat("masalah.register_baris_lain", "galat", lembar.nama, None, isi, jumlah=lebih)


class Lahir:
    """A column of days of birth. They give an age group on the day of the visit and go no further."""

    def __init__(self, kata: KolomKata, urut: UrutTanggal) -> None:
        self.kata, self._urut = kata, urut
        self._hari: dict[Sel, date | None] = {}

    def kode(self, sel: Sel, kunci: int) -> int:
        """Code of the age group in its place, 0 for a blank, ``BURUK`` for what is no day of birth."""
        if not berisi(sel):
            return 0
        if sel in self._hari:
            lahir = self._hari[sel]
        else:
            lahir = baca_lahir(sel, self._urut)
            if len(self._hari) < MAKS_KAMUS:
                self._hari[sel] = lahir
        if lahir is None:
            return BURUK
        hari = hari_kunci(kunci)
        umur = kelompok(hari.year - lahir.year - ((hari.month, hari.day) < (lahir.month, lahir.day)))
        return BURUK if umur is None else kode_tutup("umur", umur)


class Pencacah:
    """Counts the rows: ``jumlah`` maps the number of a visit to how often it occurs."""

    def __init__(self, pembaca: PembacaPeta, tanggal: KolomPeta, hari: KamusHari, jaga: Jaga) -> None:
        self.pembaca, self.tanggal, self.hari, self.jaga = pembaca, tanggal, hari, jaga
        self.kolom: list[KolomKata] = []
        self.lahir: Lahir | None = None
        self.tetap = 0
        """Code of the unit of a file without a column for it."""
        self.jumlah: dict[int, int] = {}
        self.nomor = pembaca.peta.awal
        """The row being read, for those that ask about one of its words."""
        self.batas = Terbatas(pembaca)
        self.lain = DaftarLain(pembaca, tanggal.kolom)
        lembar, peta = pembaca.lembar, pembaca.peta
        letak = peta.kepala[-1] if peta.kepala else peta.awal
        self._kepala = [rapikan(s) for b in lembar.baris[letak : letak + 1] for s in b] if peta.kepala else []
        self._lebar = next(iter(lembar.lebar[letak:]), 0)

    def semua(self, dari: float, sampai: float) -> None:
        """Count every row."""
        jumlah, lebar, tetap, lahir, lain = self.jumlah, self._lebar, self.tetap, self.lahir, self.lain
        pasangan = [(self.hari, self.tanggal.kolom), *((k.kamus, k.kolom.kolom) for k in self.kolom)]
        letak_lahir = lahir.kata.kolom.kolom if lahir else 0
        ganda, ambil = self.jaga.ganda, self.jaga.ambil
        for nomor, isi in baris_peta(self.pembaca, dari, sampai):
            self.nomor = nomor
            kunci = tetap if not lebar or len(isi) == lebar else BURUK
            try:
                for kamus, letak in pasangan:
                    kunci += kamus[isi[letak]]
                if lahir and kunci < BURUK and not angka_bagian(kunci, "umur"):
                    kunci += lahir.kode(isi[letak_lahir], kunci)
            except IndexError:  # a row that ends before its last columns
                kunci = BURUK
            if kunci >= BURUK or hampa(kunci):
                kunci = self._periksa(nomor, isi)
                if lain.selesai:
                    break
                if kunci < 0:
                    continue
            if lain.berjudul and not lain.kunjungan():
                break
            if ganda and ambil and hash(ambil(isi)) in ganda and self.jaga.ulang(nomor, isi):
                self.batas.buang(nomor, "dibuang.sama")
                continue
            jumlah[kunci] = jumlah.get(kunci, 0) + 1
        self._selesai()

    def kunci(self, isi: Sequence[Sel]) -> int:
        """The number of one row as it would be counted, ``BURUK`` or more when it is not plainly a visit."""
        kunci = self.tetap + self.hari[_sel(isi, self.tanggal)]
        kunci += sum(satu.kamus[_sel(isi, satu.kolom)] for satu in self.kolom)
        if self.lahir and kunci < BURUK and not angka_bagian(kunci, "umur"):
            kunci += self.lahir.kode(_sel(isi, self.lahir.kata.kolom), kunci)
        return kunci

    def _selesai(self) -> None:
        self.batas.tutup()
        self.jaga.laporkan()
        for satu in [*self.kolom, *([self.lahir.kata] if self.lahir else [])]:
            satu.laporkan(self.pembaca)

    def _periksa(self, nomor: int, isi: Sequence[Sel]) -> int:
        """The number of a row that needs a closer look; -1 when it is left out or refused, which is noted."""
        alasan = self._bukan_data(nomor, isi)
        if alasan in ("", "dibuang.kepala") and self.lain.lihat(nomor, isi, kepala=bool(alasan)):
            return -1
        alasan = alasan or ("dibuang.bawah_tabel" if nomor >= self.lain.bawah else "")
        if alasan:
            self.batas.buang(nomor, alasan)
            return -1
        if self._lebar and not self._selebar(nomor, isi):
            return -1
        kunci = self.hari[_sel(isi, self.tanggal)]
        terisi = sum(map(berisi, isi))
        if kunci >= BURUK:
            return self._tanpa_hari(nomor, isi, terisi)
        kunci = self._umur(nomor, isi, kunci + self.tetap + self._kata(nomor, isi))
        return -1 if kunci >= BURUK else self._berisi(nomor, isi, kunci)

    def _tanpa_hari(self, nomor: int, isi: Sequence[Sel], terisi: int) -> int:
        if terisi <= 2:  # a signature or a note below the table
            self.batas.buang(nomor, "dibuang.bawah_tabel")
            return -1
        sel = _sel(isi, self.tanggal)
        alasan, lembar = self.hari.aturan.nilai(sel).alasan, self.pembaca.lembar
        sebut = sebut_kolom(self.tanggal.kolom, self.tanggal.judul)
        if self.hari.aturan.jelas and self.batas.boleh(alasan, sebut):
            periode = self.pembaca.konteks.opsi.periode
            args = {"pilihan": periode.kode} if periode else {}
            self.pembaca.konteks.hasil.catat(alasan, "galat", lembar.nama, lembar.nomor(nomor), sebut, sel, **args)
        self._kata(nomor, isi)
        return -1

    def _kata(self, nomor: int, isi: Sequence[Sel]) -> int:
        """The words' codes added up; each unknown one is remembered, and the sum is ``BURUK`` then."""
        kunci = 0
        for satu in self.kolom:
            sel = _sel(isi, satu.kolom)
            kode = satu.kamus[sel]
            kunci += kode
            if kode >= BURUK and not _sudah_ditanya(satu, sel):
                satu.tolak(nomor, sel)
        return kunci

    def _umur(self, nomor: int, isi: Sequence[Sel], kunci: int) -> int:
        """The number with the age by the day of birth, where no age is written."""
        if self.lahir is None or kunci >= BURUK or angka_bagian(kunci, "umur"):
            return kunci
        sel = _sel(isi, self.lahir.kata.kolom)
        kode = self.lahir.kode(sel, kunci)
        if kode >= BURUK:
            self.lahir.kata.tolak(nomor, sel)
        return kunci + kode

    def _berisi(self, nomor: int, isi: Sequence[Sel], kunci: int) -> int:
        """A day alone, or with a running number, is a form that was not filled in."""
        unit = self.pembaca.peta.satu("unit")
        lain = [s for k, s in enumerate(isi) if berisi(s) and k not in (self.tanggal.kolom, unit.kolom if unit else -1)]
        if hampa(kunci) and not [s for s in lain if not berangka(s)] and len(lain) <= 1:
            self.batas.buang(nomor, "dibuang.hanya_tanggal")
            return -1
        return kunci

    def _bukan_data(self, nomor: int, isi: Sequence[Sel]) -> str:
        """Catalog key of why this row is no visit, '' when it may be one."""
        peta, kenal = self.pembaca.peta, self.pembaca.konteks.pencocok.dikenal
        urut: tuple[tuple[str, Callable[[], bool]], ...] = (
            ("dibuang.kosong", lambda: not any(map(berisi, isi))),
            ("dibuang.nomor", lambda: nomor <= peta.awal + 1 and baris_nomor(list(isi))),
            ("dibuang.kepala", lambda: bool(self._kepala) and [rapikan(s) for s in isi] == self._kepala),
            ("dibuang.jumlah", lambda: baris_total(isi, kenal)),
            ("dibuang.catatan", lambda: baris_catatan(isi)),
            ("dibuang.batal", lambda: self._batal(nomor, isi)),
            ("dibuang.saring", lambda: self._tersaring(isi)),
        )
        return next((alasan for alasan, ya in urut if ya()), "")

    def _batal(self, nomor: int, isi: Sequence[Sel]) -> bool:
        ya = self._tersaring(isi) and any(batal(_sel(isi, k.kolom)) for k in self.kolom if k.kolom.isi == "saring")
        if ya:
            self.jaga.batal(nomor)
        return ya

    def _tersaring(self, isi: Sequence[Sel]) -> bool:
        return any(k.kolom.isi == "saring" and k.kamus[_sel(isi, k.kolom)] >= BURUK for k in self.kolom)

    def _selebar(self, nomor: int, isi: Sequence[Sel]) -> bool:
        """Is the row as wide as the table? One field alone is a note; blank fields too many do no harm."""
        ada, lebar, lembar = len(isi), self._lebar, self.pembaca.lembar
        if ada == lebar or ada <= 1 or (ada > lebar and not any(isi[lebar:])):
            return True
        if self.batas.boleh("masalah.baris_timpang", ""):
            nomor = lembar.nomor(nomor)
            self.pembaca.konteks.hasil.catat("masalah.baris_timpang", "galat", lembar.nama, nomor, ada=ada, lebar=lebar)
        return False


def _sudah_ditanya(satu: KolomKata, sel: Sel) -> bool:
    """A unit's unknown name was asked about by whoever knows the units."""
    return satu.kolom.isi == "saring" or (satu.kolom.isi == "unit" and berisi(sel))


def _sel(isi: Sequence[Sel], kolom: KolomPeta) -> Sel:
    return isi[kolom.kolom] if kolom.kolom < len(isi) else None
