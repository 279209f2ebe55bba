"""Training: one row a person and course (NIP or name, day, title, JP), or one row an event with its participants.

A blank number of participants is not 0: such an event is left out and listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kinerja.domain.judul import polos_judul
from kinerja.ingest.angka import Angka, sel_kosong
from kinerja.ingest.bentuk.judul_kolom import berhuruf, calon_kepala, isi_baris
from kinerja.ingest.bentuk.orang import Ganda, Orang, catat_kolom, pratinjau_orang, teks_aman
from kinerja.ingest.bentuk.tanggal_sel import KolomHari, sebuah_hari, tanggal_kosong
from kinerja.ingest.kepala import berangka
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, Sel, berisi, teks_sel

_LATIH = r"(?:PELATIHAN|DIKLAT|BIMTEK|BIMBINGAN TEKNIS|WORKSHOP|LOKAKARYA|SEMINAR|KURSUS|PENGEMBANGAN KOMPETENSI)"
_TANGGAL = (
    re.compile(rf"(?:TANGGAL|TGL|WAKTU)(?: (?:PELAKSANAAN|KEGIATAN|{_LATIH}))?|DATE"),
    re.compile(r"(?:TANGGAL|TGL) (?:MULAI|AWAL)(?: .{1,20})?|START(?: (?:DAY|DATE))?(?: UTC)?"),
)
_JUDUL = (
    re.compile(rf"(?:JUDUL|NAMA|TOPIK|JENIS|MATERI) (?:KEGIATAN )?{_LATIH}(?: .{{1,30}})?|{_LATIH}(?: YANG DIIKUTI)?"),
    re.compile(r"JUDUL|TOPIK|(?:NAMA )?KEGIATAN|SESSION NAME|COURSE(?: NAME)?|TITLE|EVENT(?: NAME)?|SLUG"),
)
_JP = re.compile(r"(?:JUMLAH |TOTAL |LAMA )?(?:JP|JPL|JAM PELAJARAN)(?: JP)?|DURASI JP|LAMA JP|JAM PELATIHAN")
_PESERTA = re.compile(
    r"(?:JUMLAH |JML |BANYAK )?(?:PESERTA|HADIR|KEHADIRAN)(?: HADIR)?|ATTENDANCE|"
    r"(?:(?:NUM|NUMBER OF) )?(?:ATTENDEES|PARTICIPANTS)"
)
PANJANG_JUDUL = 200
_JAM_SEHARI = 24
_JP_SEL = re.compile(r"([0-9]{1,3})\s*(?:jpl?|jam (?:pelajaran|pel\.?))\.?", re.IGNORECASE)


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:  # noqa: ARG001 - every layout is asked with both
    """The mapping of a sheet with a day and either participants in figures, or persons with a course."""
    for judul in calon_kepala(kepala):
        tanggal = judul.ambil("tanggal", *_TANGGAL, uji=_ada_hari)
        if tanggal is None:
            continue
        jp = judul.ambil("jp", _JP)
        peserta = judul.ambil("peserta", _PESERTA, uji=_angka_saja)
        nama = judul.ambil("judul", *_JUDUL, uji=lambda contoh: any(map(berhuruf, contoh)))
        orang = () if peserta else judul.orang()
        acara = peserta is not None and nama is not None
        perorang = bool(orang) and nama is not None and (jp is not None or _berlatih(nama))
        if acara or perorang:
            kolom = tuple(k for k in (tanggal, *orang, *judul.unit(), nama, peserta, jp) if k)
            return Peta("pelatihan", judul.kepala.awal, judul.kepala.kepala, kolom=kolom)
    return None


def _ada_hari(contoh: Sequence[Sel]) -> bool:
    return any(sebuah_hari(s, rentang=True) for s in contoh)


def _angka_saja(contoh: Sequence[Sel]) -> bool:
    return any(map(berangka, contoh)) and all(berangka(s) or sel_kosong(s) for s in contoh)


def _berlatih(kolom: KolomPeta) -> bool:
    return re.search(_LATIH, kolom.judul.upper()) is not None


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read attendance row by row."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    tanggal = peta.satu("tanggal")
    if tanggal is None:
        pembaca.catat("masalah.pelatihan_tanpa_tanggal")
        return
    if peta.satu("peserta") and (peta.satu("nip") or peta.satu("nama")):
        pembaca.catat("masalah.pelatihan_dua_cara")
        return
    if not any(peta.satu(isi) for isi in ("peserta", "nip", "nama")):
        pembaca.catat("masalah.pelatihan_tanpa_peserta")
        return
    uji = KolomHari.uji(pembaca, tanggal, rentang=True)
    baris = [n for n in pembaca.baris(uji) if not _bawah_tabel(pembaca, n, uji(n))]
    catat_kolom(pembaca)
    _Baca(pembaca, tanggal, baris).semua()


def _bawah_tabel(pembaca: PembacaPeta, nomor: int, berhari: bool) -> bool:
    """A signature or a note below the table: one or two cells, no day in the column of days."""
    if berhari or isi_baris(pembaca.lembar, nomor) > 2:
        return False
    lembar = pembaca.lembar
    pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", "dibuang.bawah_tabel")
    return True


class _Baca:
    """The rows of one sheet on their way into the table of training."""

    def __init__(self, pembaca: PembacaPeta, tanggal: KolomPeta, baris: Sequence[int]) -> None:
        self.pembaca, self.baris, self.peta = pembaca, baris, pembaca.peta
        self.orang = Orang(pembaca)
        self.hari = KolomHari(pembaca, tanggal, baris, rentang=True)
        self.peserta, self.jp = self._angka("peserta"), self._angka("jp")
        self.tabel = pembaca.konteks.hasil.tabel.setdefault("pelatihan", [])
        self.letak = pembaca.konteks.hasil.letak.setdefault("pelatihan", [])
        self.ganda = Ganda(pembaca, [((b[0], b[2], polos_judul(str(b[5]))), str(b[1])) for b in self.tabel if b[0]])
        self.awal = len(self.tabel)
        self.tampak: list[tuple[int, dict[int, str]]] = []

    def _angka(self, isi: str) -> dict[int, Angka]:
        kolom = self.peta.satu(isi)
        if kolom is None:
            return {}
        lain = [k for k in (self.peta.satu("peserta"), self.peta.satu("jp")) if k]
        teks = {n: _JP_SEL.fullmatch(teks_sel(self.pembaca.sel(n, kolom)).strip()) for n in self.baris}
        bersatuan = {n: Angka(Decimal(m[1])) for n, m in teks.items() if m and isi == "jp"}  # "8 JP"
        sisa = [n for n in self.baris if n not in bersatuan]
        return bersatuan | dict(zip(sisa, self.pembaca.angka(kolom, sisa, "cacah", lain), strict=True))

    def semua(self) -> None:
        for nomor in self.baris:
            self._satu(nomor)
        self._periksa_sehari()
        pratinjau_orang(self.pembaca, self.tampak)

    def _satu(self, nomor: int) -> None:
        if not self.orang.ada and sel_kosong(self.pembaca.isi(nomor, "peserta")):
            lembar = self.pembaca.lembar
            letak = str(lembar.nomor(nomor))
            self.pembaca.konteks.hasil.buang("baris", lembar.nama, letak, "", "dibuang.tanpa_peserta")
            return
        peserta, jp = self._nilai(nomor, "peserta", self.peserta), self._nilai(nomor, "jp", self.jp)
        if tanggal_kosong(self.pembaca.sel(nomor, self.hari.kolom)):
            self.pembaca.catat("masalah.hari_kosong", nomor, self.hari.kolom)
        hari, unit = self.hari.hari(nomor), self.pembaca.unit(nomor)
        pegawai = self.orang.kode(nomor, unit) if unit or self.orang.nip else ""
        if self.orang.ada:
            peserta = 1
        if hari is None or not unit or peserta is None or (self.orang.ada and not pegawai):
            return
        judul = self._judul(nomor)
        tunggal = not pegawai or self.ganda.periksa(nomor, (pegawai, hari, polos_judul(judul)), unit)
        if tunggal and self.hari.dalam_pilihan(nomor, hari):
            bulan = hari.year * 100 + hari.month
            self.tabel.append((pegawai, unit, hari, bulan, bulan, judul, peserta, jp))
            self.letak.append((self.pembaca.lembar.nama, self.pembaca.lembar.nomor(nomor)))
            arti = {"nip": pegawai, "nama": pegawai, "tanggal": hari.isoformat(), "unit": unit, "judul": judul}
            arti |= {"peserta": str(peserta), "jp": "" if jp is None else str(jp)}
            self.tampak.append((nomor, {k.kolom: arti.get(k.isi, "") for k in self.peta.kolom}))

    def _periksa_sehari(self) -> None:
        """Several courses of one person on one day that have more hours than a day: told at the last of them."""
        sehari: dict[tuple[object, object], list[int]] = {}
        for n, baris in enumerate(self.tabel):
            if baris[0] and baris[7] is not None:
                sehari.setdefault((baris[0], baris[2]), []).append(n)
        for (_, hari), di in sehari.items():
            jp = sum(int(str(self.tabel[n][7])) for n in di)
            if len(di) > 1 and jp > _JAM_SEHARI and di[-1] >= self.awal:
                lembar, baris_lembar = self.letak[di[-1]]
                args: dict[str, object] = {"tanggal": f"{hari:%d-%m-%Y}", "jumlah": len(di), "jp": jp}
                args["pertama"] = str(self.letak[di[0]][1])
                self.pembaca.konteks.hasil.catat(
                    "masalah.jp_sehari", "peringatan", lembar, baris_lembar, "", "", **args
                )

    def _nilai(self, nomor: int, isi: str, angka: dict[int, Angka]) -> int | None:
        """The figure; None for a blank, and for a bad cell with the problem noted."""
        satu = angka.get(nomor)
        if satu is None:
            return None
        if satu.alasan:
            self.pembaca.catat(satu.alasan, nomor, self.peta.satu(isi))
        return None if satu.nilai is None else int(satu.nilai)

    def _judul(self, nomor: int) -> str:
        """The title of the course; one that holds a long number is dropped, as it may be somebody's."""
        kolom = self.peta.satu("judul")
        sel = self.pembaca.sel(nomor, kolom)
        judul = teks_aman(sel, PANJANG_JUDUL)
        if kolom and berisi(sel) and not judul:
            self.orang.catat("masalah.judul_bernomor", nomor, kolom, "info")
        return judul
