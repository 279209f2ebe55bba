"""Behaviours: the seven BerAKHLAK values of a person, one column each, or one row a value.

A word that is not known is refused with its cell; a blank is no rating.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kinerja.domain.perilaku import NILAI, baca_nilai
from kinerja.domain.periode import Periode
from kinerja.domain.predikat import Ekspektasi, baca_ekspektasi
from kinerja.ingest.bentuk.baris_orang import BarisOrang
from kinerja.ingest.bentuk.judul_kolom import Judul, asal_periode, calon_kepala
from kinerja.ingest.bentuk.orang import Ganda, catat_kolom
from kinerja.ingest.bentuk.satu_unit import SatuUnit
from kinerja.ingest.kepala import berangka
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, Sel, SelGalat, berisi, teks_sel

_NILAI = re.compile(
    r"(?:NILAI DASAR|NILAI(?: ASN)?|CORE VALUES?|ASPEK PERILAKU|PERILAKU(?: KERJA)?|BERAKHLAK)(?: BERAKHLAK)?"
)
_EKSPEKTASI = re.compile(r"(?:RATING|EKSPEKTASI|PENILAIAN|HASIL)(?: (?:PERILAKU|EKSPEKTASI|PENILAIAN))*")

KOLOM: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType({"jenis": (_NILAI,), "nilai": (_EKSPEKTASI,)})
"""Meaning → header words of a sheet with a row a value, for a rough proposal."""


_TERBANYAK = 5


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a sheet with a person a row and the values as columns, or as words of one column."""
    for judul in calon_kepala(kepala):
        nilai = kolom_nilai(judul) or _kolom_panjang(judul) or kolom_nilai(judul, salah=True)
        orang = judul.orang() if len(nilai) >= 2 else ()
        if not orang:
            continue
        asal, waktu = asal_periode(judul.kepala, konteks, judul.waktu())
        kolom = (*orang, *judul.unit(), *waktu, *nilai)
        return Peta("perilaku", judul.kepala.awal, judul.kepala.kepala, kolom=kolom, periode=asal)
    return None


def kolom_nilai(judul: Judul, *, salah: bool = False) -> tuple[KolomPeta, ...]:
    """One column for each value, as far as named by one header alone; none where no column holds a rating.

    ``salah``: most values have their column, and what stands there is to be named as no rating.

    A column of words that are no ratings is taken as well: they are refused one by one, not left out.
    """
    kode = {
        n: nilai
        for n, jalur in enumerate(judul.kepala.jalur)
        if n not in judul.diambil and (nilai := baca_nilai(" ".join(jalur[-1:]))) and judul.contoh(n)
    }
    jelas = len(kode) >= _TERBANYAK if salah else any(_berating(judul.contoh(n)) for n in kode)
    if len(set(kode.values())) < len(kode) or not jelas:
        return ()
    return tuple(judul.kolom(n, "nilai", nilai) for n, nilai in kode.items())


def _kolom_panjang(judul: Judul) -> tuple[KolomPeta, ...]:
    nilai = judul.ambil("jenis", _NILAI, uji=lambda contoh: any(baca_nilai(teks_sel(s)) for s in contoh))
    rating = judul.ambil("nilai", _EKSPEKTASI, uji=_berating) if nilai else None
    return (nilai, rating) if nilai and rating else ()


def _berating(contoh: Sequence[Sel]) -> bool:
    return any(isinstance(s, str) and baca_ekspektasi(s) for s in contoh)


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read every behaviour that was rated."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    baca = BacaPerilaku(pembaca)
    if not baca.orang.ada:
        pembaca.catat("masalah.orang_tak_ada")
        return
    if not baca.kolom or not baca.kolom_sah():
        return
    catat_kolom(pembaca)
    baris = list(pembaca.baris(lambda n: any(berisi(pembaca.sel(n, k)) for k in baca.kolom)))
    for nomor in baris if baca.semua_kata(baris) else ():
        baca.satu(nomor)
    baca.selesai()


class BacaPerilaku(BarisOrang):
    """The behaviours of one sheet."""

    def __init__(self, pembaca: PembacaPeta) -> None:
        super().__init__(pembaca, "skp_perilaku")
        self.kolom = pembaca.peta.semua("nilai")
        self.ganda = Ganda(pembaca, [((b[0], b[2], b[3], b[4]), str(b[1])) for b in self.tabel])
        self.satu_unit = SatuUnit(pembaca, "skp_perilaku")
        if not self.kolom and pembaca.peta.bentuk == "perilaku":
            pembaca.catat("masalah.perilaku_tanpa_kolom")

    def kolom_sah(self) -> bool:
        """Does every column of ratings say its value, or the row? The first that does not is noted."""
        for kolom in self.kolom:
            if kolom.kode not in NILAI and (kolom.kode or self.pembaca.peta.satu("jenis") is None):
                self.pembaca.catat(
                    "masalah.perilaku_nilai_salah", None, kolom, kode=kolom.kode, daftar=", ".join(NILAI)
                )
                return False
        return True

    def semua_kata(self, baris: Sequence[int]) -> bool:
        """False, with the problem noted once, where a column holds scores instead of ratings."""
        for kolom in self.kolom:
            di = next((n for n in baris if berangka(self.pembaca.sel(n, kolom))), None)
            if di is not None:
                self.pembaca.catat("masalah.rating_angka", di, kolom)
                return False
        return True

    def satu(self, nomor: int) -> None:
        """The behaviours of one row; a row without any rating is left out."""
        if not any(berisi(self.pembaca.sel(nomor, k)) for k in self.kolom):
            self.buang(nomor, "dibuang.tanpa_nilai")
            if self.orang.terisi(nomor) and len(self.kolom) > 1:
                self.pembaca.catat("masalah.perilaku_kosong", nomor, None, "peringatan")
            return
        if not self.orang.terisi(nomor) and not any(self._rating(nomor, k) for k in self.kolom):
            self.buang(nomor, "dibuang.bawah_tabel")
            return
        masa = self.masa.periode(nomor)
        pegawai, unit = self.siapa(nomor)
        if masa and pegawai and unit and not self.satu_unit.periksa(nomor, pegawai, masa, unit):
            return
        terbaca = self.isi(nomor, pegawai, unit, masa)
        self.tampilkan(nomor, pegawai, unit, masa, {"jenis": self._nilai(nomor, tanya=False)})
        self.tampak[-1][1].update(terbaca)

    def isi(self, nomor: int, pegawai: str, unit: str, masa: Periode | None) -> dict[int, str]:
        """The ratings of one row into the table; returns column → how it was read."""
        terbaca: dict[int, str] = {}
        for kolom in self.kolom:
            nilai, rating = kolom.kode or self._nilai(nomor), self._ekspektasi(nomor, kolom)
            if not (nilai and rating and masa and unit and pegawai):
                continue
            if self.ganda.periksa(nomor, (pegawai, masa.dari, masa.sampai, nilai), unit):
                self.tambah(nomor, (pegawai, unit, masa.dari, masa.sampai, nilai, rating))
                terbaca[kolom.kolom] = rating
        return terbaca

    def _nilai(self, nomor: int, *, tanya: bool = True) -> str:
        """The value a row is about, where a column says it; '' with the problem noted."""
        kolom = self.pembaca.peta.satu("jenis")
        teks = teks_sel(self.pembaca.sel(nomor, kolom)).strip()
        arti = {k.strip().lower(): v for k, v in kolom.arti.items()} if kolom else {}
        nilai = arti.get(teks.lower()) or baca_nilai(teks) or ""
        if nilai not in NILAI and tanya:
            self.pembaca.catat("masalah.perilaku_nilai", nomor, kolom, daftar=", ".join(NILAI))
        return nilai if nilai in NILAI else ""

    def _rating(self, nomor: int, kolom: KolomPeta) -> Ekspektasi | None:
        teks = " ".join(teks_sel(self.pembaca.sel(nomor, kolom)).split())
        arti = {k.strip().lower(): v for k, v in kolom.arti.items()}
        return baca_ekspektasi(arti.get(teks.lower(), teks))

    def _ekspektasi(self, nomor: int, kolom: KolomPeta) -> Ekspektasi | None:
        sel = self.pembaca.sel(nomor, kolom)
        if isinstance(sel, SelGalat):
            self.pembaca.catat("masalah.sel_galat" if sel.teks else "masalah.rumus_hampa", nomor, kolom)
            return None
        rating = self._rating(nomor, kolom)
        if rating is None and teks_sel(sel).strip(" -–"):
            self.pembaca.catat("masalah.rating_tak_dikenal", nomor, kolom)
        return rating
