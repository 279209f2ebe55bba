"""How the mapping reads the first rows of a sheet: raw beside parsed, what cannot be decided, periods and units met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from kinerja.domain.fakta import Masalah
from kinerja.domain.periode import Periode
from kinerja.ingest.angka import Jenis, sel_kosong
from kinerja.ingest.bentuk.sasaran import baca_kolom
from kinerja.ingest.bentuk.tanggal_sel import KolomHari, tanggal_kosong
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.model import KolomPeta, Peta, isi_kolom
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, Opsi, Rujukan, berisi, ringkas

HARI = frozenset({"tanggal", "batas", "lapor", "tmt", "akhir"})
_WAKTU = ("periode", "tahun", "bulan", "triwulan")
_MAKS_BARIS = 500


@dataclass(frozen=True)
class Contoh:
    """One cell: the row as the spreadsheet numbers it, as it stands, as it is read ('' for a blank), what is wrong."""

    baris: int
    mentah: str
    terbaca: str
    alasan: str = ""


@dataclass
class Lihat:
    """One sheet seen through a mapping. Nothing here is stored; the worker reads the file anew."""

    lembar: Lembar
    peta: Peta
    rujukan: Rujukan
    opsi: Opsi
    berkas: str
    pembaca: PembacaPeta = field(init=False)
    baris: list[int] = field(init=False)

    def __post_init__(self) -> None:
        konteks = Konteks(self.rujukan, self.opsi, self.berkas)
        self.pembaca = PembacaPeta(konteks, self.lembar, self.peta)
        self.baris = list(self.pembaca.baris())

    @property
    def dibuang(self) -> dict[int, str]:
        """Row as the spreadsheet numbers it → catalog key of why it is no data."""
        buang = self.pembaca.konteks.hasil.dibuang
        return {int(d.letak): d.alasan for d in buang if d.jenis == "baris" and d.letak.isdecimal()}

    def mentah(self, kolom: int, paling: int) -> list[str]:
        """The first filled cells of any column, as they stand in rows of data."""
        isi = (ringkas(s, 24) for n in self.baris if berisi(s := self.lembar.sel(n, kolom)))
        return list(islice(isi, paling))

    def kolom(self, kolom: KolomPeta) -> tuple[list[Contoh], list[Masalah]]:
        """Filled cells of one column raw and read, and what cannot be decided about the column as a whole."""
        isi = isi_kolom(self.peta.bentuk, kolom.isi)
        if kolom.isi in HARI and self.peta.bentuk != "angka":
            return self._hari(kolom)
        if self.peta.bentuk == "butir" and isi and isi.angka:
            return self._sasaran(kolom)
        return self._angka(kolom) if isi and isi.angka else (self._teks(kolom), [])

    def _sasaran(self, kolom: KolomPeta) -> tuple[list[Contoh], list[Masalah]]:
        """Targets and results with their unit of measure; a sentence stays one."""
        hasil = self.pembaca.konteks.hasil
        awal = len(hasil.masalah)
        isi = baca_kolom(self.pembaca, kolom, self.baris) if self.baris else {}
        tanya = hasil.masalah[awal:]
        del hasil.masalah[awal:]
        terbaca = {n: "" if s.nilai is None else format(s.nilai.normalize(), "f") for n, s in isi.items()}
        contoh = [
            self._contoh(n, kolom, f"{terbaca[n]} {s.satuan}".strip() or s.teks, s.alasan)
            for n, s in isi.items()
            if not sel_kosong(self.pembaca.sel(n, kolom))
        ]
        return contoh, tanya

    def _angka(self, kolom: KolomPeta) -> tuple[list[Contoh], list[Masalah]]:
        hasil = self.pembaca.konteks.hasil
        awal = len(hasil.masalah)
        lain = [k for k in self.peta.kolom if (i := isi_kolom(self.peta.bentuk, k.isi)) and i.angka]
        jenis: Jenis = "desimal" if kolom.isi in ("target", "realisasi") else "cacah"
        angka = self.pembaca.angka(kolom, self.baris, jenis, lain) if self.baris else []
        contoh = [
            self._contoh(n, kolom, "" if a.nilai is None else format(a.nilai.normalize(), "f"), a.alasan)
            for n, a in zip(self.baris, angka, strict=True)
            if not sel_kosong(self.pembaca.sel(n, kolom))
        ]
        tanya = hasil.masalah[awal:]
        del hasil.masalah[awal:]
        return contoh, tanya

    def _hari(self, kolom: KolomPeta) -> tuple[list[Contoh], list[Masalah]]:
        hasil = self.pembaca.konteks.hasil
        awal = len(hasil.masalah)
        pakai = [n for n in self.baris if not tanggal_kosong(self.pembaca.sel(n, kolom))]
        hari = KolomHari(self.pembaca, kolom, pakai, rentang=self.peta.bentuk == "pelatihan")
        tanya = hasil.masalah[awal:]
        contoh = []
        for n in pakai:
            sebelum = len(hasil.masalah)
            tanggal = hari.hari(n)
            alasan = hasil.masalah[-1].alasan if len(hasil.masalah) > sebelum else ""
            contoh.append(self._contoh(n, kolom, tanggal.isoformat() if tanggal else "", alasan))
        del hasil.masalah[awal:]
        return contoh, tanya

    def _teks(self, kolom: KolomPeta) -> list[Contoh]:
        isi = ((n, self.pembaca.sel(n, kolom)) for n in self.baris)
        return [self._contoh(n, kolom, ringkas(s)) for n, s in isi if berisi(s)]

    def _contoh(self, nomor: int, kolom: KolomPeta, terbaca: str, alasan: str = "") -> Contoh:
        return Contoh(self.lembar.nomor(nomor), ringkas(self.pembaca.sel(nomor, kolom)), terbaca, alasan)

    def kata(self, kolom: KolomPeta, paling: int) -> list[str]:
        """Different texts of a column in the order met, at most one more than ``paling``."""
        ada: dict[str, None] = {}
        for n in self.baris:
            if teks := ringkas(self.pembaca.sel(n, kolom)):
                ada[teks] = None
            if len(ada) > paling:
                break
        return list(ada)

    def periode(self) -> tuple[list[Periode], list[Masalah]]:
        """Periods of the first rows, oldest first, and why some could not be read."""
        hasil = self.pembaca.konteks.hasil
        awal = len(hasil.masalah)
        baris = self.baris[:_MAKS_BARIS] or [self.peta.awal]
        if self.peta.bentuk == "label" or not any(self.peta.satu(n) for n in _WAKTU):
            baris = baris[:1]
        masa = {p for n in baris if n < len(self.lembar.baris) and (p := self.pembaca.periode(n))}
        tanya = hasil.masalah[awal:]
        del hasil.masalah[awal:]
        return sorted(masa), tanya

    def unit(self) -> tuple[list[str], list[str], list[Masalah]]:
        """Kode of the units met, names that match none, and why there is none."""
        hasil, pencocok = self.pembaca.konteks.hasil, self.pembaca.konteks.pencocok
        awal = len(hasil.masalah)
        baris: Sequence[int] = self.baris[:_MAKS_BARIS] or [self.peta.awal]
        if self.peta.bentuk == "label" or self.peta.satu("unit") is None:
            baris = baris[:1]
        ada = dict.fromkeys(u for n in baris if n < len(self.lembar.baris) and (u := self.pembaca.unit(n)))
        tanya = hasil.masalah[awal:]
        del hasil.masalah[awal:]
        return list(ada), list(pencocok.tanya.values()), tanya
