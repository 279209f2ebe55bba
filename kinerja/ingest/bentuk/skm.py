"""Satisfaction surveys (SKM): one row a respondent, answers by unsur, as 1 to 4 or in the words of the questionnaire.

A missing answer leaves sum and count of its unsur. Several questions may be mapped to one unsur; each is an answer of
its own. Answers on another scale are refused, never rescaled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kinerja.domain.periode import Periode, periode_dari_bulan
from kinerja.ingest.bentuk.jawaban_kata import SKALA, SKALA_KATA, Jawab, lima_langkah
from kinerja.ingest.bentuk.masa import Masa
from kinerja.ingest.bentuk.orang import catat_kolom, pratinjau_orang
from kinerja.ingest.bentuk.responden import baca_jk, baca_layanan, baca_umur
from kinerja.ingest.bentuk.skm_baris import Pemisah
from kinerja.ingest.bentuk.skm_kepala import usul
from kinerja.ingest.bentuk.skm_periksa import legenda_terbalik, rekap_unit
from kinerja.ingest.bentuk.tanggal_sel import KolomHari, tanggal_kosong
from kinerja.ingest.bentuk.unsur import UNSUR, kode_u
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, berisi, ringkas, teks_sel

__all__ = ["proses", "usul"]

_SKALA_LAIN = re.compile(
    r"\b(?:SKALA|SKOR|NILAI)\s*:?\s*\(?1\s*(?:-|–|S/?D|SAMPAI)\s*(?:5|6|7|10)\b|\(1\s*(?:-|–)\s*(?:5|6|7|10)\)"
)


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read respondents and their answers; ask for every question whose unsur is not said."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    kolom = peta.semua("unsur")
    if not _periksa_unsur(pembaca, kolom) or not _periksa_judul(pembaca, kolom):
        return
    pemisah = Pemisah(pembaca, kolom)
    if rekap_unit(pembaca, range(peta.awal, len(lembar.baris))):
        return
    baris = list(pemisah.responden())
    if _hanya_rerata(pembaca, pemisah, baris) or not _periksa_skala(pembaca, pemisah, baris):
        return
    catat_kolom(pembaca)
    _Baca(pembaca, pemisah, baris).semua()


def _periksa_unsur(pembaca: PembacaPeta, kolom: Sequence[KolomPeta]) -> bool:
    """Does every question say its unsur? Those that do not are asked; an unsur nobody was asked about is told."""
    if not kolom:
        pembaca.catat("masalah.skm_tanpa_unsur", daftar=", ".join(UNSUR))
        return False
    salah = [k for k in kolom if k.kode not in UNSUR]
    for satu in salah:
        if satu.kode:
            pembaca.catat("masalah.skm_unsur_salah", None, satu, kode=satu.kode, daftar=", ".join(UNSUR))
        elif kode_u((satu.judul.upper(),)) in (8, 9):
            pembaca.catat("masalah.skm_kode_dua_arti", None, satu)
        else:
            pembaca.catat("masalah.skm_pertanyaan", None, satu, daftar=", ".join(UNSUR))
    kurang = [u for u in UNSUR if u not in {k.kode for k in kolom}]
    if kurang and not salah:
        pembaca.catat("masalah.skm_unsur_kurang", tingkat="peringatan", daftar=", ".join(kurang))
    return not salah


def _periksa_judul(pembaca: PembacaPeta, kolom: Sequence[KolomPeta]) -> bool:
    """A scale that the header itself calls another one is refused."""
    atas = pembaca.lembar.baris[: pembaca.peta.awal]
    judul = [*(k.judul.upper() for k in kolom), *(ringkas(s, 200).upper() for b in atas for s in b if berisi(s))]
    lain = next((j for j in judul if _SKALA_LAIN.search(j)), None)
    if lain is not None:
        pembaca.catat("masalah.skm_skala_judul", judul=ringkas(lain))
    return lain is None and not legenda_terbalik(pembaca, kolom)


def _hanya_rerata(pembaca: PembacaPeta, pemisah: Pemisah, baris: Sequence[int]) -> bool:
    """Is this a sheet of means with the header of a survey? It is left out, and told: the answers may be beside it."""
    if any(pemisah.berjawab(n) for n in baris):
        return False
    for nomor in baris:
        for kolom in pemisah.kolom:
            if pemisah.jawab(nomor, kolom).alasan == "masalah.skm_pecahan":
                pembaca.catat("masalah.skm_pecahan", nomor, kolom, "peringatan")
                return True
    return False


def _periksa_skala(pembaca: PembacaPeta, pemisah: Pemisah, baris: Sequence[int]) -> bool:
    """False, with the problem noted at its first cell, where answers go beyond four steps."""
    for kolom in pemisah.kolom:
        isi = {n: pemisah.jawab(n, kolom) for n in baris}
        lima = lima_langkah(isi.values())
        for nomor, jawab in isi.items():
            if jawab.alasan in (SKALA, SKALA_KATA) or jawab is lima:
                pembaca.catat(jawab.alasan or SKALA_KATA, nomor, kolom)
                return False
    return True


class _Baca:
    """Respondents of one sheet on their way into the tables; they are counted on over the sheets of a file."""

    def __init__(self, pembaca: PembacaPeta, pemisah: Pemisah, baris: Sequence[int]) -> None:
        self.pembaca, self.pemisah, self.baris, self.peta = pembaca, pemisah, baris, pembaca.peta
        self.masa = Masa(pembaca)
        kolom = self.peta.satu("tanggal")
        dipakai = kolom is not None and self.peta.periode.dari == "kolom"
        self.hari = KolomHari(pembaca, kolom, baris) if kolom and dipakai else None
        self.layanan = baca_layanan(pembaca, self.peta.satu("layanan"), baris)
        tabel = pembaca.konteks.hasil.tabel
        self.responden, self.jawaban = tabel.setdefault("responden", []), tabel.setdefault("jawaban", [])
        self.dilapor: set[tuple[int, str]] = set()
        self.tampak: list[tuple[int, dict[int, str]]] = []

    def semua(self) -> None:
        for nomor in self.baris:
            self._satu(nomor)
        pratinjau_orang(self.pembaca, self.tampak)

    def _satu(self, nomor: int) -> None:
        jawab = [(k, self._jawab(nomor, k)) for k in self.pemisah.kolom]
        isi = [(k.kode, j.nilai) for k, j in jawab if j.nilai is not None]
        kapan, unit = self._kapan(nomor), self.pembaca.unit(nomor)
        if not isi or kapan is None or not unit or any(j.alasan for _, j in jawab):
            return
        tanggal, masa = kapan
        ke = len(self.responden) + 1
        jk, umur = self._jk(nomor), baca_umur(self.pembaca.isi(nomor, "umur"))
        layanan = self.layanan.get(nomor, "")
        jumlah, n = sum(nilai for _, nilai in isi), len(isi)
        skor = (2000 * jumlah + n) // (2 * n)  # half up
        self.responden.append((ke, tanggal, masa.dari, masa.sampai, unit, layanan, jk, umur, skor))
        self.jawaban += [(ke, tanggal, masa.dari, masa.sampai, unit, unsur, nilai) for unsur, nilai in isi]
        tampak = {"tanggal": tanggal.isoformat(), "unit": unit, "layanan": layanan, "jk": jk, "umur": umur}
        tampak |= dict.fromkeys(("periode", "bulan", "tahun", "triwulan"), masa.kode)
        nilai_kolom = {k.kolom: f"{k.kode} {j.nilai}" for k, j in jawab if j.nilai is not None}
        self.tampak.append((nomor, {k.kolom: tampak.get(k.isi, "") for k in self.peta.kolom} | nilai_kolom))

    def _jawab(self, nomor: int, kolom: KolomPeta) -> Jawab:
        """The answer; a bad one is noted once for each text of a column."""
        jawab = self.pemisah.jawab(nomor, kolom)
        kunci = (kolom.kolom, teks_sel(self.pembaca.sel(nomor, kolom)).strip().lower())
        if jawab.alasan and kunci not in self.dilapor:
            self.dilapor.add(kunci)
            self.pembaca.catat(jawab.alasan, nomor, kolom)
        return jawab

    def _kapan(self, nomor: int) -> tuple[date, Periode] | None:
        """Day and period of a respondent: from the row's day, else the period of the row or the file."""
        if self.hari is None:
            masa = self.masa.periode(nomor)
            return (date(masa.dari // 100, masa.dari % 100, 1), masa) if masa else None
        if tanggal_kosong(self.pembaca.sel(nomor, self.hari.kolom)):
            self.pembaca.catat("masalah.hari_kosong", nomor, self.hari.kolom)
            return None
        hari = self.hari.hari(nomor)
        if hari is None or not self.hari.dalam_pilihan(nomor, hari):
            return None
        return hari, periode_dari_bulan(hari.year * 100 + hari.month, "bulan")

    def _jk(self, nomor: int) -> str:
        kolom = self.peta.satu("jk")
        arti = {k.strip().lower(): v for k, v in kolom.arti.items()} if kolom else {}
        return baca_jk(self.pembaca.sel(nomor, kolom), arti)
