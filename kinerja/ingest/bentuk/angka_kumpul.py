"""Figures of rows added up to one fact a key: over groups by age or kind, never twice, never with their own total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kinerja.domain.fakta import Fakta
from kinerja.ingest.bentuk.sinonim import JUMLAH, JUMLAH_SEBAGIAN
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
class _Bagian:
    nomor: int
    pembilang: int
    penyebut: int | None


@dataclass
class Kumpulan:
    """Facts of one sheet while its rows come in. ``dilewati``: rows that only state a sum of other rows."""

    pembaca: PembacaPeta
    dilewati: set[int] = field(default_factory=set)
    _isi: dict[Kunci, dict[Anggota, _Bagian]] = field(default_factory=dict)

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
        bagian[anggota] = _Bagian(nomor, pembilang, penyebut)

    def simpan(self, kembar: KunciFakta) -> None:
        """Add every fact to the result, sexes mixed with their sum and overlapping months noted."""
        for kunci, bagian in self._isi.items():
            dipakai = self._pilih(kunci, bagian)
            if not dipakai:
                continue
            fakta = Fakta(kunci.indikator, kunci.unit, kunci.dari, kunci.sampai, *_jumlah(dipakai), jk=kunci.jk)
            if kembar.catat_fakta(fakta, self.pembaca.lembar.nomor(dipakai[0].nomor)):
                self.pembaca.konteks.hasil.fakta.append(fakta)

    def _pilih(self, kunci: Kunci, bagian: dict[Anggota, _Bagian]) -> list[_Bagian]:
        """The parts where there are parts, the total where there is only that; [] with the problem noted."""
        pola = {anggota: tuple(_total(a) for a in anggota) for anggota in bagian}
        ada = Counter(pola.values())
        pakai: _Pola = next(iter(ada))
        if len(ada) > 1:
            rinci = [p for p in ada if not any(p)] or [p for p in ada if all(p)]
            if not rinci:
                pertama = next(iter(bagian.values()))
                self.pembaca.catat("masalah.dimensi_jumlah", pertama.nomor, indikator=kunci.indikator, unit=kunci.unit)
                return []
            pakai = rinci[0]
        dipakai = [b for a, b in bagian.items() if pola[a] == pakai]
        if not any(pakai):
            self._banding(dipakai, [b for a, b in bagian.items() if a and all(map(JUMLAH.fullmatch, a))])
        self._sebut([b for a, b in bagian.items() if pola[a] != pakai])
        return dipakai

    def _banding(self, rinci: list[_Bagian], total: list[_Bagian]) -> None:
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

    def _sebut(self, dilewati: Iterable[_Bagian]) -> None:
        lembar = self.pembaca.lembar
        for satu in dilewati:
            if satu.nomor in self.dilewati:
                continue
            self.dilewati.add(satu.nomor)
            letak = str(lembar.nomor(satu.nomor))
            self.pembaca.konteks.hasil.buang("baris", lembar.nama, letak, "", "dibuang.jumlah")


def _total(anggota: str) -> bool:
    return any(pola.fullmatch(anggota) for pola in (JUMLAH, JUMLAH_SEBAGIAN))


def _jumlah(bagian: Iterable[_Bagian]) -> tuple[int, int | None]:
    daftar = list(bagian)
    penyebut = [b.penyebut for b in daftar if b.penyebut is not None]
    return sum(b.pembilang for b in daftar), sum(penyebut) if penyebut else None
