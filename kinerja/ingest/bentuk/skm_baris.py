"""Which rows are respondents: the recap under them (sum, NRR, IKM, mutu) has figures in the same columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kinerja.ingest.bentuk.jawaban_kata import KOSONG, Jawab, baca_jawab
from kinerja.ingest.bentuk.skm_periksa import NomorResponden
from kinerja.ingest.kepala import berangka, rapikan
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Sel, teks_sel

_KUAT = re.compile(
    r"[*)\s]*(?:Σ|∑|SIGMA\b|(?:SUB ?)?TOTAL\b|JUMLAH\b|JML\b|SUM\b|NRR\b|RATA ?-?RATA\b|RERATA\b|AVERAGE\b|IKM\b|"
    r"INDEKS KEPUASAN|NILAI (?:PERSEPSI|PER|RATA|UNSUR|IKM|SKM|INDEKS|KONVERSI|INTERVAL|TERTIMBANG)\b|NIK\b|"
    r"MUTU (?:PELAYANAN|LAYANAN|UNIT)|KINERJA UNIT|BOBOT\b).*"
)
_LEMAH = re.compile(r"[*)\s]*(?:MUTU|KINERJA|KATEGORI|NILAI|INDEKS|SKM|KUALITAS|KONVERSI|PREDIKAT|KETERANGAN)\b.*")
_BOBOT = (1.0, 1 / 9, 0.111, 0.11)
_TOLERANSI, _SATU_DESIMAL = 0.006, 0.051


class Pemisah:
    """One sheet's rows on their way: respondents come out, the recap and rows without answers are listed."""

    def __init__(self, pembaca: PembacaPeta, kolom: Sequence[KolomPeta]) -> None:
        self.pembaca, self.kolom = pembaca, kolom
        self._unsur = {k.kolom for k in kolom}
        self._arti = {k.kolom: {a.strip().lower(): b for a, b in k.arti.items()} for k in kolom}
        self._jumlah = dict.fromkeys(self._unsur, 0)
        self._banyak = dict.fromkeys(self._unsur, 0)
        self._ingat: dict[tuple[int, type, Sel], Jawab] = {}
        self._rekap = False
        self._nomor = NomorResponden(pembaca)
        self._kosong = 0
        self._nol: list[int] = []  # rows, one for every answer 0

    def jawab(self, nomor: int, kolom: KolomPeta) -> Jawab:
        sel = self.pembaca.sel(nomor, kolom)
        kunci = (kolom.kolom, type(sel), sel)
        if kunci not in self._ingat:
            self._ingat[kunci] = baca_jawab(sel, kolom.kode, self._arti[kolom.kolom])
        return self._ingat[kunci]

    def responden(self) -> Iterator[int]:
        """Rows of respondents. One that looks like a respondent below the recap is a problem."""
        for nomor in self.pembaca.baris(self._pasti):
            self._rekap = self._rekap or bool(self.pembaca.total)
            if all(self.jawab(nomor, k) == KOSONG for k in self.kolom) and not self._kuat(nomor):
                self._kosong += 1
            elif self._baris_rekap(nomor) or self._tanpa_nomor(nomor):
                self._rekap = True
                self._buang(nomor)
            elif not self._rekap:
                self._tambah(nomor)
                self._nomor.tambah(nomor)
                yield nomor
            elif self.berjawab(nomor):
                self.pembaca.catat("masalah.skm_di_bawah_rekap", nomor)
            else:
                self._buang(nomor)
        self._nomor.laporkan()
        if self._kosong:
            lembar = self.pembaca.lembar.nama
            self.pembaca.konteks.hasil.buang("baris", lembar, "", str(self._kosong), "dibuang.tanpa_jawaban")
        if self._nol:
            self.pembaca.catat("masalah.skm_nol", self._nol[0], tingkat="info", jumlah=len(self._nol))

    def _tanpa_nomor(self, nomor: int) -> bool:
        ya = self._nomor.tanpa_nomor(nomor, self._unsur)
        if ya:
            self.pembaca.catat("masalah.skm_tanpa_nomor", nomor, tingkat="peringatan")
        return ya

    def _buang(self, nomor: int) -> None:
        lembar = self.pembaca.lembar
        label = self._label(nomor)
        isi = label if _KUAT.fullmatch(label) or _LEMAH.fullmatch(label) else ""
        self.pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), isi, "dibuang.rekap_skm")

    def _pasti(self, nomor: int) -> bool:
        return self.berjawab(nomor) and not self._kuat(nomor)

    def _label(self, nomor: int) -> str:
        """The first words of a row outside the questions."""
        isi = enumerate(self.pembaca.lembar.baris[nomor])
        return next((rapikan(s) for n, s in isi if n not in self._unsur and isinstance(s, str) and s.strip()), "")

    def _kuat(self, nomor: int) -> bool:
        return _KUAT.fullmatch(self._label(nomor)) is not None

    def berjawab(self, nomor: int) -> bool:
        """Half of the questions or more have a valid answer, and none has anything else."""
        return self._separuh(nomor) and not any(self.jawab(nomor, k).alasan for k in self.kolom)

    def _separuh(self, nomor: int) -> bool:
        return 2 * sum(self.jawab(nomor, k).nilai is not None for k in self.kolom) >= len(self.kolom)

    def _baris_rekap(self, nomor: int) -> bool:
        if self._kuat(nomor):
            return True
        if self.berjawab(nomor):
            return False
        lemah = _LEMAH.fullmatch(self._label(nomor)) is not None and not self._separuh(nomor)
        return lemah or self._hitungan_tanpa_label(nomor)

    def _hitungan_tanpa_label(self, nomor: int) -> bool:
        """A row of figures only that are the sums or the (weighted) means of the answers above it."""
        isi_baris = enumerate(self.pembaca.lembar.baris[nomor])
        if any(isinstance(s, str) and s.strip() and not berangka(s) for n, s in isi_baris if n not in self._unsur):
            return False
        angka = {n: _angka(self.pembaca.lembar.sel(nomor, n)) for n in self._unsur}
        isi = {n: a for n, a in angka.items() if a is not None and self._banyak[n]}
        if len(isi) < 2:
            return False
        if all(a == self._jumlah[n] for n, a in isi.items()):
            return True
        rata = {n: self._jumlah[n] / self._banyak[n] for n in isi}
        if any(all(abs(a - rata[n] * bobot) <= _TOLERANSI for n, a in isi.items()) for bobot in _BOBOT):
            return True
        return any(a % 1 for a in isi.values()) and all(abs(a - rata[n]) <= _SATU_DESIMAL for n, a in isi.items())

    def _tambah(self, nomor: int) -> None:
        for kolom in self.kolom:
            if nilai := self.jawab(nomor, kolom).nilai:
                self._jumlah[kolom.kolom] += nilai
                self._banyak[kolom.kolom] += 1
            elif "0" not in self._arti[kolom.kolom] and _angka(self.pembaca.sel(nomor, kolom)) == 0:
                self._nol.append(nomor)


def _angka(sel: Sel) -> float | None:
    """A figure as it stands, with either decimal sign."""
    if not berangka(sel):
        return None
    try:
        return float(teks_sel(sel).strip().replace(",", "."))
    except ValueError:
        return None
