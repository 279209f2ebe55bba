"""One person serves in one unit at a time: rows of two units for the same months are an error, told once.

Where the list of employees (stored, or read before in this file) knows one of the two units, the other row is the wrong
one; without it both rows are named. Who moves in the middle of a period has months of its own in each unit.
"""

from __future__ import annotations

from kinerja.domain.fakta import KOLOM_TABEL, kolom_masa
from kinerja.domain.periode import Periode
from kinerja.ingest.peta.terap import PembacaPeta

Letak = tuple[str, int]
_Catatan = tuple[int, int, str, Letak]


class SatuUnit:
    """Where the people of one table were met so far: months, unit and place in the file."""

    def __init__(self, pembaca: PembacaPeta, tabel: str) -> None:
        self.pembaca = pembaca
        self._ada: dict[str, list[_Catatan]] = {}
        self._dilapor: set[tuple[str, int, int, str]] = set()
        self._ingat(tabel)

    def _ingat(self, tabel: str) -> None:
        """What other sheets of the file brought into this table."""
        kolom, hasil = KOLOM_TABEL[tabel], self.pembaca.konteks.hasil
        letak, masa = hasil.letak.get(tabel, ()), kolom_masa(tabel) or ("dari", "sampai")
        siapa, unit, dari, sampai = (kolom.index(k) for k in ("pegawai", "unit", *masa))
        for baris, di in zip(hasil.tabel.get(tabel, ()), letak, strict=False):
            satu = (int(str(baris[dari])), int(str(baris[sampai])), str(baris[unit]), di)
            self._ada.setdefault(str(baris[siapa]), []).append(satu)

    def periksa(self, nomor: int, pegawai: str, masa: Periode, unit: str) -> bool:
        """True when the row may be kept; False, with the problem noted once, beside a row of another unit."""
        letak = (self.pembaca.lembar.nama, self.pembaca.lembar.nomor(nomor))
        ada = self._ada.setdefault(pegawai, [])
        lain = next((c for c in ada if c[2] != unit and c[0] <= masa.sampai and masa.dari <= c[1]), None)
        if lain is None:
            if not any(c[:3] == (masa.dari, masa.sampai, unit) for c in ada):
                ada.append((masa.dari, masa.sampai, unit, letak))
            return True
        kunci = (pegawai, masa.dari, masa.sampai, unit)
        if kunci not in self._dilapor:
            self._dilapor.add(kunci)
            self._catat(pegawai, masa, lain, (masa.dari, masa.sampai, unit, letak))
        return False

    def _catat(self, pegawai: str, masa: Periode, dulu: _Catatan, kini: _Catatan) -> None:
        catat = self.pembaca.konteks.hasil.catat
        resmi = self._resmi(pegawai, masa) & {dulu[2], kini[2]}
        if len(resmi) == 1:
            benar, salah = (dulu, kini) if dulu[2] in resmi else (kini, dulu)
            nama = {"benar": self._nama(benar[2]), "unit": self._nama(salah[2])}
            di = salah[3]
            catat("masalah.orang_unit_lain", "galat", di[0], di[1], "", "", salah=str(di[1]), periode=masa.kode, **nama)
            return
        lembar, baris = kini[3]
        sebut = {"lain": self._nama(dulu[2]), "unit": self._nama(kini[2]), "ulang": str(baris)}
        pertama = str(dulu[3][1]) if dulu[3][0] == lembar else f"{dulu[3][0]} {dulu[3][1]}"
        catat("masalah.orang_dua_unit", "galat", lembar, baris, "", "", pertama=pertama, **sebut)

    def _resmi(self, pegawai: str, masa: Periode) -> set[str]:
        """Units of the person in these months, by the list of this file, else by the stored one."""
        konteks = self.pembaca.konteks
        berkas = [b for b in konteks.hasil.tabel.get("pegawai", ()) if b[0] == pegawai]
        if berkas:
            tugas = [(str(b[1]), int(str(b[5])), int(str(b[6]))) for b in berkas]
        else:
            tugas = [(t.unit, t.dari, t.sampai) for t in konteks.rujukan.tugas.get(pegawai, ())]
        return {unit for unit, dari, sampai in tugas if dari <= masa.sampai and masa.dari <= sampai}

    def _nama(self, kode: str) -> str:
        unit = self.pembaca.konteks.pencocok.unit(kode)
        return unit.nama if unit else kode
