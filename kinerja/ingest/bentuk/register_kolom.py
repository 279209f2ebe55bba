"""The columns of a register at work: what each cell counts as, and the words in them that nobody can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from kinerja.ingest.bentuk.register_kata import BACA, KODE, baca_poli, gedung_poli, layanan_poli, legenda
from kinerja.ingest.bentuk.register_kunci import BURUK, Daftar, Kamus, kode_tutup
from kinerja.ingest.bentuk.register_umur import baca_umur
from kinerja.ingest.kepala import rapikan
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Sel, berisi, ringkas, sebut_kolom, teks_sel

MAKS_KATA = 20
"""More unknown words than a list of codes can have: then the column is the wrong one, and none of them is shown."""
_PANJANG = 40
_BULAN, _TAHUN = re.compile(r"\b(?:BULAN|BLN)\b"), re.compile(r"\b(?:TAHUN|THN|TH)\b")
_ALASAN: Mapping[str, str] = MappingProxyType(
    {
        "jk": "masalah.register_jk",
        "bayar": "masalah.register_bayar",
        "pasien": "masalah.register_pasien",
        "umur": "masalah.register_umur",
        "gedung": "masalah.register_gedung",
        "layanan": "masalah.register_layanan",
        "poli": "masalah.register_poli",
        "unit": "masalah.register_unit_kosong",
        "lahir": "masalah.register_lahir",
    }
)


@dataclass
class KolomKata:
    """One column: ``kamus`` counts its cells, ``buruk`` holds unknown words with their rows and the first of them."""

    kolom: KolomPeta
    kamus: Kamus
    buruk: dict[str, list[int]] = field(default_factory=dict)
    _lebih: int = 0

    def tolak(self, nomor: int, sel: Sel) -> None:
        """Remember a word that is no code. Days of birth are remembered without the day."""
        teks = "" if self.kolom.isi == "lahir" or isinstance(sel, date) else ringkas(sel, _PANJANG)
        if teks in self.buruk:
            self.buruk[teks][0] += 1
        elif len(self.buruk) <= MAKS_KATA:
            self.buruk[teks] = [1, nomor]
        else:
            self._lebih += 1

    def laporkan(self, pembaca: PembacaPeta) -> None:
        """One problem for each unknown word, with its number of rows; only one in all when there are too many."""
        hasil, lembar = pembaca.konteks.hasil, pembaca.lembar
        sebut = sebut_kolom(self.kolom.kolom, self.kolom.judul)
        if len(self.buruk) > MAKS_KATA:
            jumlah = sum(n for n, _ in self.buruk.values()) + self._lebih
            nomor = lembar.nomor(next(iter(self.buruk.values()))[1])
            hasil.catat("masalah.register_kata_banyak", "galat", lembar.nama, nomor, sebut, jumlah=jumlah)
            return
        for teks, (jumlah, nomor) in self.buruk.items():
            alasan = _ALASAN[self.kolom.isi]
            hasil.catat(alasan, "galat", lembar.nama, lembar.nomor(nomor), sebut, teks, jumlah=jumlah)


def kolom_tutup(pembaca: PembacaPeta, kolom: KolomPeta) -> KolomKata:
    """For a dimension with a closed list of codes; a wrong code in the mapping is noted."""
    baca = BACA[kolom.isi]
    if kolom.isi == "umur" and _BULAN.search(kolom.judul.upper()) and not _TAHUN.search(kolom.judul.upper()):
        baca = _umur_bulan
    arti = legenda(kolom.judul, baca) if kolom.isi != "umur" else {}
    for teks, kode in kolom.arti.items():
        if kode in (*KODE[kolom.isi], "-"):
            arti[_polos(teks)] = kode.strip("-") if kode == "-" else kode
        else:
            pembaca.catat(
                "masalah.register_arti", None, kolom, kata=teks, kode=kode, ada=", ".join(KODE[kolom.isi][1:])
            )

    def nilai(sel: Sel) -> int:
        kode = arti.get(_polos(sel))
        kode = baca(sel) if kode is None else kode
        return BURUK if kode is None else kode_tutup(kolom.isi, kode)

    return KolomKata(kolom, Kamus(nilai))


def _umur_bulan(sel: Sel) -> str | None:
    return baca_umur(sel, bulan=True)


def _polos(sel: Sel) -> str:
    return " ".join(teks_sel(sel).lower().split())


def kolom_poli(kolom: KolomPeta, daftar: Daftar) -> KolomKata:
    """The name of the poli, and what it says of place and kind of care."""
    arti = {_polos(teks): nama for teks, nama in kolom.arti.items()}

    def nilai(sel: Sel) -> int:
        nama = baca_poli(arti.get(_polos(sel), sel))
        if nama is None:
            return BURUK
        petunjuk = kode_tutup("gedung_poli", gedung_poli(nama)) | kode_tutup("layanan_poli", layanan_poli(nama))
        return daftar.kode(nama) | petunjuk

    return KolomKata(kolom, Kamus(nilai))


def kolom_unit(kolom: KolomPeta, daftar: Daftar, cocok: Callable[[str], str]) -> KolomKata:
    """The unit by its name; ``cocok`` asks about a name it does not know, once."""

    def nilai(sel: Sel) -> int:
        kode = cocok(" ".join(teks_sel(sel).split())) if berisi(sel) else ""
        return daftar.kode(kode) if kode else BURUK

    return KolomKata(kolom, Kamus(nilai))


def kolom_saring(kolom: KolomPeta) -> KolomKata:
    """Rows to keep: those whose cell is one of ``hanya``."""
    hanya = {rapikan(teks) for teks in kolom.hanya}
    return KolomKata(kolom, Kamus(lambda sel: 0 if not hanya or rapikan(sel) in hanya else BURUK))
