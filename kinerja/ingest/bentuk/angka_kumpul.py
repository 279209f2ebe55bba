"""Figures of rows added up to one fact a key: over groups by age or kind, never twice, never with their own total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kinerja.domain.fakta import Fakta
from kinerja.ingest.bentuk.angka_rincian import periksa_rincian
from kinerja.ingest.bentuk.sinonim import total_penuh, total_rincian
from kinerja.ingest.kunci import KunciFakta
from kinerja.ingest.peta.terap import PembacaPeta

Anggota = tuple[str, ...]
"""Members of the dimensions of one row, in capitals; () without a dimension."""
_Pola = tuple[bool, ...]


@dataclass(frozen=True)
class Kunci:
    indikator: str
    unit: str
    dari: int
    sampai: int
    jk: str


@dataclass(frozen=True)
class Bagian:
    """What one row gives to a fact; ``nomor``: the row, from 0."""

    nomor: int
    pembilang: int
    penyebut: int | None


@dataclass
class Kumpulan:
    """Facts of one sheet while its rows come in. ``dilewati``: rows that only state a sum of other rows."""

    pembaca: PembacaPeta
    dilewati: set[int] = field(default_factory=set)
    _isi: dict[Kunci, dict[Anggota, Bagian]] = field(default_factory=dict)

    def tambah(self, kunci: Kunci, anggota: Anggota, nomor: int, pembilang: int, penyebut: int | None) -> None:
        """Keep one row's figure; a second one of the same members names both rows."""
        bagian = self._isi.setdefault(kunci, {})
        if anggota in bagian:
            lembar = self.pembaca.lembar
            self.pembaca.catat(
                "masalah.kunci_ganda_dimensi" if anggota else "masalah.kunci_ganda",
                nomor,
                indikator=kunci.indikator,
                unit=kunci.unit,
                pertama=str(lembar.nomor(bagian[anggota].nomor)),
                ulang=str(lembar.nomor(nomor)),
            )
            return
        bagian[anggota] = Bagian(nomor, pembilang, penyebut)

    def simpan(self, kembar: KunciFakta) -> None:
        """Add every fact to the result, sexes mixed with their sum and overlapping months noted."""
        periksa_rincian(self.pembaca, self._isi)
        for kunci, bagian in self._isi.items():
            dipakai = self._pilih(kunci, bagian)
            if not dipakai:
                continue
            fakta = Fakta(kunci.indikator, kunci.unit, kunci.dari, kunci.sampai, *_jumlah(dipakai), jk=kunci.jk)
            if kembar.catat_fakta(fakta, self.pembaca.lembar.nomor(dipakai[0].nomor)):
                self.pembaca.konteks.hasil.fakta.append(fakta)

    def _pilih(self, kunci: Kunci, bagian: dict[Anggota, Bagian]) -> list[Bagian]:
        """The parts where there are parts, the total where there is only that; [] with the problem noted."""
        pola = {anggota: tuple(map(total_rincian, anggota)) for anggota in bagian}
        ada = Counter(pola.values())
        pakai: _Pola = next(iter(ada))
        if len(ada) > 1:
            rinci = [p for p in ada if not any(p)] or [p for p in ada if all(p)]
            if not rinci:
                return self._tanya(kunci, next(iter(bagian.values())))
            pakai = rinci[0]
        dipakai = [b for a, b in bagian.items() if pola[a] == pakai]
        penuh = [b for a, b in bagian.items() if a and all(map(total_penuh, a))]
        if not any(pakai):
            self._banding(dipakai, penuh)
        elif len(dipakai) > 1 and all(pakai):  # a total beside totals of its parts, or several of them
            if len(penuh) != 1:
                return self._tanya(kunci, dipakai[0])
            dipakai = penuh
            self._sebut(b for b in bagian.values() if b not in dipakai)
            return dipakai
        self._sebut([b for a, b in bagian.items() if pola[a] != pakai])
        return dipakai

    def _tanya(self, kunci: Kunci, pertama: Bagian) -> list[Bagian]:
        self.pembaca.catat("masalah.dimensi_jumlah", pertama.nomor, indikator=kunci.indikator, unit=kunci.unit)
        return []

    def _banding(self, rinci: list[Bagian], total: list[Bagian]) -> None:
        hitung = _jumlah(rinci)[0]
        for satu in total:
            if hitung != satu.pembilang:
                self.pembaca.catat(
                    "masalah.beda_jumlah",
                    satu.nomor,
                    tingkat="peringatan",
                    tercetak=satu.pembilang,
                    terhitung=hitung,
                    selisih=satu.pembilang - hitung,
                )

    def _sebut(self, dilewati: Iterable[Bagian]) -> None:
        lembar = self.pembaca.lembar
        for satu in dilewati:
            if satu.nomor in self.dilewati:
                continue
            self.dilewati.add(satu.nomor)
            letak = str(lembar.nomor(satu.nomor))
            self.pembaca.konteks.hasil.buang("baris", lembar.nama, letak, "", "dibuang.jumlah")


def _jumlah(bagian: Iterable[Bagian]) -> tuple[int, int | None]:
    daftar = list(bagian)
    penyebut = [b.penyebut for b in daftar if b.penyebut is not None]
    return sum(b.pembilang for b in daftar), sum(penyebut) if penyebut else None
