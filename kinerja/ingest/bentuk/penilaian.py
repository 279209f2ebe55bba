"""Appraisals: one row a person and period with the two ratings as they were given; the predicate is recomputed.

The printed predicate is kept beside them, and the behaviours where they have columns of their own.
Sheets per month, or a column of months. A mean of scores is no rating, and a word that is not known is refused with
its cell, never replaced by a default.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.domain.periode import Periode
from kinerja.domain.predikat import LABEL, Ekspektasi, baca_ekspektasi, baca_predikat, tentukan_predikat
from kinerja.ingest.bentuk.baris_orang import BarisOrang, Penilai
from kinerja.ingest.bentuk.judul_kolom import Judul, asal_periode, calon_kepala, isi_baris
from kinerja.ingest.bentuk.orang import Ganda, catat_kolom
from kinerja.ingest.bentuk.pegawai import kolom_penilai
from kinerja.ingest.bentuk.perilaku import BacaPerilaku, kolom_nilai
from kinerja.ingest.bentuk.satu_unit import SatuUnit
from kinerja.ingest.kepala import berangka
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, Sel, SelGalat, berisi, teks_sel

_AWAL = r"(?:(?:RATING|PREDIKAT|PENILAIAN|EVALUASI|HASIL PENILAIAN|HASIL EVALUASI) )?"
_RERATA = r"(?:(?:RATA RATA|RERATA|NILAI(?: RATA RATA)?|SKOR) )"
_HASIL = (re.compile(_AWAL + r"HASIL KERJA(?: PEGAWAI)?"), re.compile(_RERATA + r"HASIL KERJA.*"))
_PERILAKU = (re.compile(_AWAL + r"PERILAKU(?: KERJA)?(?: PEGAWAI)?"), re.compile(_RERATA + r"PERILAKU.*"))
_MIRIP = re.compile(r"\b(?:sesu?ai|di ?atas|di ?bawah)\b|\be[a-z]{0,2}[ps][a-z]{0,4}tasi\b", re.IGNORECASE)
_PREDIKAT = re.compile(r"PREDIKAT(?: KINERJA)?(?: (?:PEGAWAI|AKHIR|PERIODIK|TAHUNAN))*")


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a sheet with two columns of ratings (or of their means, to be refused) and a person a row."""
    for judul in calon_kepala(kepala):
        hasil = _kolom_rating(judul, "hasil_kerja", _HASIL)
        perilaku = _kolom_rating(judul, "perilaku", _PERILAKU)
        orang = judul.orang()
        if not (hasil and perilaku and orang):
            continue
        predikat = judul.ambil("predikat", _PREDIKAT)
        penilai, nilai = kolom_penilai(judul), kolom_nilai(judul)
        asal, waktu = asal_periode(judul.kepala, konteks, judul.waktu())
        kolom = (*orang, *judul.unit(), *waktu, hasil, perilaku, *([predikat] if predikat else []), *penilai, *nilai)
        return Peta("penilaian", judul.kepala.awal, judul.kepala.kepala, kolom=kolom, periode=asal)
    return None


def _kolom_rating(judul: Judul, isi: str, pola: Sequence[re.Pattern[str]]) -> KolomPeta | None:
    """The column of ratings in words; without one the column of their means."""
    if kata := judul.ambil(isi, *pola, uji=lambda contoh: any(map(_rating, contoh))):
        return kata
    if mirip := judul.ambil(isi, *pola, uji=lambda contoh: any(map(_mirip_rating, contoh))):
        return mirip  # nothing but typing errors: each is named
    return judul.ambil(isi, *reversed(pola), uji=lambda contoh: any(map(berangka, contoh)))


def _mirip_rating(sel: Sel) -> bool:
    return isinstance(sel, str) and _MIRIP.search(sel) is not None


def _rating(sel: Sel) -> Ekspektasi | None:
    return baca_ekspektasi(sel) if isinstance(sel, str) else None


@dataclass(frozen=True)
class _Kolom:
    hasil_kerja: KolomPeta
    perilaku: KolomPeta
    predikat: KolomPeta | None


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read the ratings of every row; notes what a printed predicate says differently."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    hasil, perilaku = peta.satu("hasil_kerja"), peta.satu("perilaku")
    if hasil is None or perilaku is None:
        pembaca.catat("masalah.rating_tanpa_kolom")
        return
    kolom = _Kolom(hasil, perilaku, peta.satu("predikat"))
    baris = list(pembaca.baris(lambda n: _rating(pembaca.sel(n, hasil)) is not None))
    baca = _Baca(pembaca, kolom)
    if not baca.orang.ada:
        pembaca.catat("masalah.orang_tak_ada")
        return
    if not _semua_kata(pembaca, kolom, baris):
        return
    catat_kolom(pembaca)
    baca.semua(baris)


def _semua_kata(pembaca: PembacaPeta, kolom: _Kolom, baris: Sequence[int]) -> bool:
    """False, with the problem noted once, where a column holds scores instead of ratings."""
    for satu in (kolom.hasil_kerja, kolom.perilaku):
        di = next((n for n in baris if berangka(pembaca.sel(n, satu))), None)
        if di is not None:
            pembaca.catat("masalah.rating_angka", di, satu)
            return False
    return True


class _Baca(BarisOrang):
    """The rows of one sheet on their way into the table of appraisals."""

    def __init__(self, pembaca: PembacaPeta, kolom: _Kolom) -> None:
        super().__init__(pembaca, "skp_penilaian")
        self.kolom, self.penilai = kolom, Penilai(pembaca)
        self.perilaku = BacaPerilaku(pembaca) if pembaca.peta.semua("nilai") else None
        if self.perilaku and not self.perilaku.kolom_sah():
            self.perilaku = None
        self.ganda = Ganda(pembaca, [((b[0], b[3], b[4]), str(b[1])) for b in self.tabel])
        self.satu_unit = SatuUnit(pembaca, "skp_penilaian")
        self.masa_orang: dict[str, list[tuple[Periode, int]]] = {}

    def semua(self, baris: Sequence[int]) -> None:
        for nomor in baris:
            self._satu(nomor)
        self.selesai()

    def _satu(self, nomor: int) -> None:
        if alasan := self._bukan_penilaian(nomor):
            self.buang(nomor, alasan)
            return
        hasil, perilaku = (self._ekspektasi(nomor, k) for k in (self.kolom.hasil_kerja, self.kolom.perilaku))
        masa = self.masa.periode(nomor)
        pegawai, unit = self.siapa(nomor)
        penilai = self.penilai.kode(nomor)
        if not (hasil and perilaku and masa and unit and pegawai) or self.penilai.sendiri(nomor, pegawai, penilai):
            return
        if not self.satu_unit.periksa(nomor, pegawai, masa, unit):
            return
        tercetak = self._bandingkan(nomor, hasil, perilaku)
        if self.ganda.periksa(nomor, (pegawai, masa.dari, masa.sampai), unit) and self._tunggal(nomor, pegawai, masa):
            self.tambah(nomor, (pegawai, unit, penilai, masa.dari, masa.sampai, hasil, perilaku, tercetak))
            lain = {"penilai": penilai, "hasil_kerja": hasil, "perilaku": perilaku}
            self.tampilkan(nomor, pegawai, unit, masa, {**lain, "predikat": LABEL[tentukan_predikat(hasil, perilaku)]})
            if self.perilaku:
                self.perilaku.isi(nomor, pegawai, unit, masa)

    def _tunggal(self, nomor: int, pegawai: str, masa: Periode) -> bool:
        """False, with the problem noted, where another row of the sheet rates some of the same months."""
        sudah = self.masa_orang.setdefault(pegawai, [])
        for lain, di in sudah:
            if lain != masa and lain.dari <= masa.sampai and masa.dari <= lain.sampai:
                pertama = str(self.pembaca.lembar.nomor(di))
                self.pembaca.catat("masalah.rating_tumpang", nomor, periode=masa.kode, lain=lain.kode, pertama=pertama)
                return False
        sudah.append((masa, nomor))
        return True

    def _bukan_penilaian(self, nomor: int) -> str:
        """Catalog key of why this row is no appraisal: nobody rated yet, or a note below the table."""
        isi = [self.pembaca.sel(nomor, k) for k in (self.kolom.hasil_kerja, self.kolom.perilaku)]
        berpredikat = baca_predikat(teks_sel(self.pembaca.sel(nomor, self.kolom.predikat))) is not None
        if not any(map(berisi, isi)) and not berpredikat:
            return "dibuang.tanpa_nilai"
        if not any(map(_rating, isi)) and (isi_baris(self.pembaca.lembar, nomor) <= 2 or not self.orang.terisi(nomor)):
            return "dibuang.bawah_tabel"
        return ""

    def _ekspektasi(self, nomor: int, kolom: KolomPeta) -> Ekspektasi | None:
        sel = self.pembaca.sel(nomor, kolom)
        arti = {k.strip().lower(): v for k, v in kolom.arti.items()}
        teks = " ".join(teks_sel(sel).split())
        hasil = baca_ekspektasi(arti.get(teks.lower(), teks))
        if isinstance(sel, SelGalat):
            self.pembaca.catat("masalah.sel_galat" if sel.teks else "masalah.rumus_hampa", nomor, kolom)
            return None
        if hasil is None:
            self.pembaca.catat("masalah.rating_tak_dikenal" if teks else "masalah.rating_kosong", nomor, kolom)
        return hasil

    def _bandingkan(self, nomor: int, hasil: Ekspektasi, perilaku: Ekspektasi) -> str:
        """The printed predicate, '' without a known one; told when it is not that of the table in the regulation."""
        tercetak = " ".join(teks_sel(self.pembaca.sel(nomor, self.kolom.predikat)).split())
        if tercetak in ("", "-"):
            return ""
        terbaca, benar = baca_predikat(tercetak), tentukan_predikat(hasil, perilaku)
        if terbaca is None:
            self.pembaca.catat("masalah.predikat_tak_dikenal", nomor, self.kolom.predikat, "info", benar=LABEL[benar])
        elif terbaca != benar:
            self.pembaca.catat(
                "masalah.predikat_beda",
                nomor,
                self.kolom.predikat,
                "peringatan",
                tercetak=LABEL[terbaca],
                terhitung=LABEL[benar],
            )
        return terbaca or ""
