"""What reading rows about people shares: who, where and when a row is about, and where each stored row came from."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.domain.fakta import BarisTabel
from kinerja.domain.pegawai import kode_pegawai
from kinerja.domain.periode import Periode
from kinerja.ingest.bentuk.masa import Masa
from kinerja.ingest.bentuk.orang import Orang, nip_dalam, pratinjau_orang
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import berisi, sebut_kolom, teks_sel


class BarisOrang:
    """The rows of one sheet on their way into one table, and their place in the file."""

    def __init__(self, pembaca: PembacaPeta, tabel: str) -> None:
        self.pembaca, self.nama_tabel = pembaca, tabel
        self.orang, self.masa = Orang(pembaca), Masa(pembaca)
        self.tabel = pembaca.konteks.hasil.tabel.setdefault(tabel, [])
        self._letak = pembaca.konteks.hasil.letak.setdefault(tabel, [])
        self.tampak: list[tuple[int, dict[int, str]]] = []

    def siapa(self, nomor: int) -> tuple[str, str]:
        """Code of the person and of the unit; '' for what cannot be told, with the problem noted."""
        unit = self.pembaca.unit(nomor)
        return (self.orang.kode(nomor, unit) if unit or self.orang.nip else ""), unit

    def tambah(self, nomor: int, *baris: BarisTabel) -> None:
        lembar = self.pembaca.lembar
        for satu in baris:
            self.tabel.append(satu)
            self._letak.append((lembar.nama, lembar.nomor(nomor)))

    def tampilkan(self, nomor: int, pegawai: str, unit: str, masa: Periode | None, lain: Mapping[str, str]) -> None:
        """How the row was read, by meaning of column."""
        arti = {**dict.fromkeys(("nip", "nama"), pegawai), "unit": unit, **lain}
        arti |= dict.fromkeys(("periode", "bulan", "tahun", "triwulan"), masa.kode if masa else "")
        self.tampak.append((nomor, {k.kolom: arti.get(k.isi, "") for k in self.pembaca.peta.kolom}))

    def selesai(self) -> None:
        pratinjau_orang(self.pembaca, self.tampak)

    def buang(self, nomor: int, alasan: str) -> None:
        lembar = self.pembaca.lembar
        self.pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", alasan)


class Penilai:
    """Who rates the person of a row: by NIP, or by a name that is found with a NIP in the same file."""

    def __init__(self, pembaca: PembacaPeta) -> None:
        self.pembaca, self.kolom = pembaca, pembaca.peta.semua("penilai")
        self._garam = pembaca.konteks.rujukan.garam

    def kode(self, nomor: int) -> str:
        """The internal code by NIP, '' without one."""
        for kolom in self.kolom:
            digit = nip_dalam(teks_sel(self.pembaca.sel(nomor, kolom)))
            if digit and self._garam:
                return kode_pegawai(self._garam, digit)
        return ""

    def nama(self, nomor: int) -> str:
        """The first text that is there, for finding the person by name."""
        return next((t for k in self.kolom if (t := teks_sel(self.pembaca.sel(nomor, k)).strip(" -–"))), "")

    def sendiri(self, nomor: int, pegawai: str, penilai: str) -> bool:
        """Is the rater the person itself? Then the problem is noted."""
        if not pegawai or pegawai != penilai:
            return False
        kolom = next((k for k in self.kolom if berisi(self.pembaca.sel(nomor, k))), None)
        lembar = self.pembaca.lembar
        sebut = "" if kolom is None else sebut_kolom(kolom.kolom, kolom.judul)
        self.pembaca.konteks.hasil.catat("masalah.penilai_sendiri", "galat", lembar.nama, lembar.nomor(nomor), sebut)
        return True
