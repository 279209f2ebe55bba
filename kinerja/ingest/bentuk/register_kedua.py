"""A second list below or within a register: a header of other words, a title of another matter above the same header.

Its rows often have a day in the same column and would be counted as visits, so reading ends there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import PurePath

from kinerja.ingest.bentuk.register_hari import sebuah_tanggal
from kinerja.ingest.blok import MAKS_JUDUL, kata_saja
from kinerja.ingest.kata_judul import kalimat, kata_judul, kata_lain
from kinerja.ingest.kepala import judul_nomor, rapikan, susun_jalur
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Sel, berisi, ringkas

_RUANG = re.compile(
    r"\b(?:POLI\w*|RUANG(?:AN)?|KLASTER|LOKET|KLINIK|SENIN|SELASA|RABU|KAMIS|JUM ?.?AT|SABTU|AHAD|PAGI|SIANG|SORE|"
    r"SHIFT|LIBUR)\b"
)
_HAL_LAIN = re.compile(
    r"\b(?:RAWAT INAP|DIRAWAT|RUJUK\w*|DIRUJUK|MENINGGAL|KEMATIAN|KELAHIRAN|PERSALINAN|PEGAWAI|PETUGAS|OBAT|RESEP|"
    r"BATAL|LABORATORIUM|POSYANDU|IMUNISASI|SURAT|ANTREAN|ANTRIAN)\b"
)
_KEPALA = re.compile(
    r"(?:HARI ?/? ?)?(?:TANGGAL|TGL)\b.*|(?:NO(?:MOR)?\.? ?)(?:RM|MR|REKAM MEDI[SK]|NIK|KTP)|NAMA\b.*|NIK|NIP"
)


class DaftarLain:
    """Watches the rows that are no visits; ``selesai`` once a second list was noted."""

    def __init__(self, pembaca: PembacaPeta, tanggal: int) -> None:
        self.pembaca, self._tanggal = pembaca, tanggal
        self.selesai = False
        self.berjudul = False
        """Did a title stand above the next visit?"""
        self.bawah = sys.maxsize
        """The row from which on there is only a list of words, without a day."""
        kepala = pembaca.peta.kepala
        self._jalur = susun_jalur(pembaca.lembar, kepala[0], kepala[-1] + 1) if kepala else ()
        nama = (*pembaca.judul, pembaca.lembar.nama, PurePath(pembaca.konteks.berkas).stem)
        self._kata = kata_judul((*nama, *(teks for jalur in self._jalur for teks in jalur)))
        self._kiri = next((k for k, jalur in enumerate(self._jalur) if jalur), 0)
        """Titles begin here; further right a visit goes on in a second line."""
        self._judul = self._hal = -1

    def lihat(self, nomor: int, isi: Sequence[Sel], *, kepala: bool) -> bool:
        """Does a second list begin with this row? ``kepala``: it is the register's own header again."""
        if kepala:
            if self._judul >= 0:
                self.catat(self._judul)
            return self.selesai
        teks = kata_saja(isi)
        if not teks or any(map(sebuah_tanggal, teks.values())):
            return False
        tulis = " ".join(teks.values())
        if self._kepala_lain(teks):
            if self._bertanggal(nomor):
                self.catat(nomor)
            else:
                self.bawah = min(self.bawah, nomor)
        elif len(teks) <= MAKS_JUDUL and min(teks) <= self._kiri and not kalimat(tulis):
            self._periksa_judul(nomor, tulis)
        return self.selesai

    def kunjungan(self) -> bool:
        """A visit follows: may it be counted?"""
        if self._hal >= 0:
            self.catat(self._hal)
        self._judul, self.berjudul = -1, False
        return not self.selesai

    def _periksa_judul(self, nomor: int, tulis: str) -> None:
        lain = kata_lain(tulis, self._kata)
        hal = bool(lain) and lain <= kata_judul(_HAL_LAIN.findall(tulis))
        if lain and (hal or not _RUANG.search(tulis)):
            self._judul, self.berjudul = nomor, True
            self._hal = nomor if hal else self._hal

    def _kepala_lain(self, teks: dict[int, str]) -> bool:
        """A header that has a word of this one's in its place, or two words of any such list."""
        sama = sum(k < len(self._jalur) and t in self._jalur[k] for k, t in teks.items())
        kata = sum(_KEPALA.fullmatch(t) is not None or judul_nomor(t) for t in teks.values())
        return len(teks) >= 2 and (sama > 0 or kata >= 2 or (len(teks) > 2 and kata > 0))

    def _bertanggal(self, nomor: int) -> bool:
        """Has a row below a day where this register has them? Of a long file the rest is not seen: perhaps."""
        lembar = self.pembaca.lembar
        if lembar.terus:
            return True
        return any(sebuah_tanggal(lembar.sel(n, self._tanggal)) for n in range(nomor + 1, len(lembar.baris)))

    def catat(self, nomor: int) -> None:
        lembar = self.pembaca.lembar
        isi = lembar.baris[nomor] if nomor < len(lembar.baris) else []
        teks = (
            "…" if nomor == self._judul != self._hal else ringkas(" · ".join(rapikan(s) for s in isi if berisi(s)), 60)
        )  # perhaps a name
        letak = lembar.nomor(nomor)
        self.pembaca.konteks.hasil.catat("masalah.tabel_kedua", "galat", lembar.nama, letak, isi=teks, awal=str(letak))
        self.selesai = True
