"""Rows of a register that may be no visit of their own: cancelled ones, trials of the program, one visit typed twice.

Of patients' numbers only hashes are kept, which differ with every run, and only while the file is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.register_kenal import RM
from kinerja.ingest.bentuk.register_kolom import KolomKata
from kinerja.ingest.bentuk.register_kunci import BURUK, Kamus
from kinerja.ingest.kepala import kata as kata_polos
from kinerja.ingest.kepala import rapikan, susun_jalur
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import Sel

MAKS_KATA = 60
"""More different words than a column of states has: it is free text, or a number of something."""
_BATAL = re.compile(
    r"(?:PASIEN |KUNJUNGAN |STATUS )?(?:(?:DI ?|PEM)?BATAL(?:KAN|AN)?|(?:TIDAK|TDK|TAK) (?:JADI|HADIR|DATANG)|"
    r"NO ?-?SHOW|CANCEL(?:L?ED|LATION)?)"
    r"(?: (?:BEROBAT|PERIKSA|DAFTAR|DATANG|HADIR|KUNJUNGAN|PASIEN|DILAYANI|ANTRI|ANTREAN|OLEH .{1,30}|KARENA .{1,30}))?"
)
_STATUS = re.compile(r"\b(?:STATUS|KET|KETERANGAN|KEHADIRAN|HADIR|CATATAN|HASIL|BATAL|TINDAK LANJUT|REMARKS?|NOTES?)\b")
_COBA = re.compile(
    r"(?:(?:PASIEN|NAMA) )?(?:TES|TEST|TESTING|UJI ?-?COBA|COBA ?-?COBA|DUMMY|PERCOBAAN)(?: PASIEN)?[ ._0-9-]*"
)
_HURUF_COBA = frozenset("tTuUcCdDpPnN ")
_NAMA = re.compile(r"NAMA(?: (?:PASIEN|LENGKAP|LENGKAP PASIEN))?|(?:PATIENT |FULL )?NAME")
_ORANG = (
    RM,
    re.compile(r"(?:NO|NOMOR|ID) (?:PASIEN|PX)"),
    re.compile(r"(?:NO |NOMOR )?(?:NIK|KTP)"),
    re.compile(r"(?:NO |NOMOR )(?:KARTU )?(?:BPJS|JKN|KARTU)(?: (?:BPJS|JKN))?"),
)
_JAM = re.compile(r"(?:JAM|WAKTU|PUKUL)\b.*")


def jalur_kolom(pembaca: PembacaPeta) -> dict[int, tuple[str, ...]]:
    """Column → its header path; what the mapping says of a column when the sheet has no header."""
    peta = pembaca.peta
    jalur = susun_jalur(pembaca.lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    return {k.kolom: (k.judul,) for k in peta.kolom if k.judul} | {n: j for n, j in enumerate(jalur) if j}


def batal(sel: Sel) -> bool:
    """Does this cell say that the patient did not come after all?"""
    return isinstance(sel, str) and _BATAL.fullmatch(rapikan(sel).strip(" .!()")) is not None


def kolom_batal(pembaca: PembacaPeta) -> list[KolomKata]:
    """Columns nothing else is read from that hold states; a row whose cell says "Batal" is no visit."""
    dipakai = {k.kolom for k in pembaca.peta.kolom if k.isi != "abaikan"}
    hasil = []
    for nomor, jalur in jalur_kolom(pembaca).items():
        if nomor not in dipakai and not kolom_pribadi(jalur[-1]) and _berstatus(pembaca, nomor, " ".join(jalur)):
            hasil.append(KolomKata(KolomPeta(nomor, "saring", jalur[-1]), Kamus(lambda s: BURUK if batal(s) else 0)))
    return hasil


def _berstatus(pembaca: PembacaPeta, nomor: int, judul: str) -> bool:
    isi = {s for b in pembaca.lembar.baris[pembaca.peta.awal :] if nomor < len(b) and isinstance(s := b[nomor], str)}
    kata = {s for s in isi if any(map(str.isalpha, s))}
    return bool(_STATUS.search(kata_polos(judul))) or 0 < len(kata) <= MAKS_KATA or any(map(batal, kata))


class Jaga:
    """Sees every row twice: ``simak`` while days are settled, ``ulang`` while visits are counted."""

    def __init__(self, pembaca: PembacaPeta, tanggal: KolomPeta) -> None:
        self.pembaca = pembaca
        self._judul = {n: kata_polos(jalur[-1]) for n, jalur in jalur_kolom(pembaca).items()}
        self._orang = next((n for pola in _ORANG for n in self._cari(pola)), -1)
        lain = [k.kolom for isi in ("poli", "unit") for k in pembaca.peta.semua(isi)] + self._cari(_JAM)
        letak = dict.fromkeys((tanggal.kolom, self._orang, *lain))
        self.ambil: Callable[[Sequence[Sel]], object] | None = itemgetter(*letak) if self._orang >= 0 else None
        self._nama = next(iter(self._cari(_NAMA)), -1)
        self.ganda: set[int] = set()
        """Hashes of what stands more than once."""
        self._temu: dict[int, int] = {}
        self._utuh: set[int] = set()
        self._coba: list[int] = []
        self._sama: list[int] = []
        self._mirip: list[tuple[int, int]] = []
        self._batal: list[int] = []

    def _cari(self, pola: re.Pattern[str]) -> list[int]:
        return [n for n, teks in self._judul.items() if pola.fullmatch(teks)]

    def simak(self, baris: Iterable[tuple[int, Sequence[Sel]]]) -> Iterator[tuple[int, Sequence[Sel]]]:
        """The rows as they are, while trials are noted and what stands twice is found."""
        ada: set[int] = set()
        ambil, letak, ganda = self.ambil, self._nama, self.ganda
        for nomor, isi in baris:
            try:
                if ambil:
                    kunci = hash(ambil(isi))
                    if kunci in ada:
                        ganda.add(kunci)
                    else:
                        ada.add(kunci)
                if letak >= 0 and (nama := isi[letak]) and isinstance(nama, str) and nama[0] in _HURUF_COBA:
                    self._periksa_nama(nomor, nama)
            except IndexError:  # a row that ends before its last columns
                pass
            yield nomor, isi

    def _periksa_nama(self, nomor: int, nama: str) -> None:
        if len(nama) <= 30 and _COBA.fullmatch(rapikan(nama)):
            self._coba.append(nomor)

    def ulang(self, nomor: int, isi: Sequence[Sel]) -> bool:
        """Is this visit, met before, equal in every cell? Then it is not counted again."""
        sel = isi[self._orang]
        if self.ambil is None or sel_kosong(sel) or not any(map(str.isdigit, str(sel))):
            return False
        kunci, utuh = hash(self.ambil(isi)), hash(tuple(isi))
        if kunci not in self._temu:
            self._temu[kunci] = nomor
        elif utuh in self._utuh:
            self._sama.append(nomor)
            return True
        else:
            self._mirip.append((self._temu[kunci], nomor))
        self._utuh.add(utuh)
        return False

    def batal(self, nomor: int) -> None:
        self._batal.append(nomor)

    def laporkan(self) -> None:
        """Warnings with the number of rows and where the first of them stand."""
        letak = self.pembaca.lembar.nomor
        semua = (
            ("masalah.register_batal", self._batal),
            ("masalah.register_coba", self._coba),
            ("masalah.register_sama", self._sama),
        )
        for alasan, isi in semua:
            if isi:
                self.pembaca.catat(alasan, isi[0], tingkat="peringatan", jumlah=len(isi))
        if self._mirip:
            contoh = ", ".join(f"{letak(a)} & {letak(b)}" for a, b in self._mirip[:3])
            nomor = self._mirip[0][1]
            self.pembaca.catat(
                "masalah.register_mirip", nomor, tingkat="peringatan", jumlah=len(self._mirip), contoh=contoh
            )
