"""The list of employees: NIP, name, unit, jabatan, status, who rates them and since when.

The NIP becomes an internal code at once. Names leave apart from the rows (``HasilBaca.nama``), never with them. What a
newer file says of a person stands for everything an older one said of the same person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from kinerja.domain.pegawai import polos_nama
from kinerja.domain.umpan_balik import Nama
from kinerja.domain.unit import BULAN_AKHIR, BULAN_AWAL
from kinerja.ingest.bentuk.baris_orang import BarisOrang, Penilai
from kinerja.ingest.bentuk.judul_kolom import Judul, berhuruf, calon_kepala, isi_baris
from kinerja.ingest.bentuk.orang import catat_kolom, nip_dalam, teks_aman
from kinerja.ingest.bentuk.tanggal_sel import KolomHari, tanggal_kosong
from kinerja.ingest.kepala import kata
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periode_teks import periode_dari_sel
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, Sel, teks_sel

_JABATAN = (
    re.compile(r"(?:NAMA )?JABATAN(?: (?:PEGAWAI|ASN|SAAT INI|TERAKHIR|DEFINITIF))?"),
    re.compile(r"(?:NAMA )?JABATAN (?:FUNGSIONAL|STRUKTURAL|PELAKSANA)(?: .{1,20})?"),
)
_STATUS = re.compile(r"(?:STATUS|JENIS)(?: (?:KEPEGAWAIAN|PEGAWAI|ASN))?|PNS PPPK|STATUS PNS PPPK")
_KATA_PENILAI = r"(?:PEJABAT (?:PENILAI|YANG MENILAI)|PENILAI|ATASAN(?: LANGSUNG)?)(?: KINERJA)?"
PENILAI = (re.compile(rf"NIP {_KATA_PENILAI}|{_KATA_PENILAI} NIP"), re.compile(rf"(?:NAMA )?{_KATA_PENILAI}(?: NAMA)?"))
_TMT = re.compile(
    r"TMT(?: (?:JABATAN|UNIT|UNIT KERJA|MULAI|PENEMPATAN|TUGAS|SPMT))?|(?:BERLAKU|BERTUGAS) (?:DARI|SEJAK|MULAI)"
)
_AKHIR = re.compile(
    r"(?:BERLAKU|BERTUGAS) (?:SAMPAI|HINGGA)|TMT (?:PENSIUN|AKHIR|PINDAH|BERHENTI)|TANGGAL (?:AKHIR|BERHENTI|PENSIUN)"
)
KOLOM: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType(
    {"jabatan": _JABATAN, "status": (_STATUS,), "tmt": (_TMT,), "akhir": (_AKHIR,)}
)
"""Meaning → header words, for a rough proposal; raters see ``kolom_penilai``."""
_PNS = re.compile(r"(?:PNS|CPNS|CALON PNS|PEGAWAI NEGERI SIPIL)(?: .{1,20})?")
_PPPK = re.compile(r"(?:PPPK|P3K|P 3 K|PEGAWAI PEMERINTAH DENGAN PERJANJIAN KERJA)(?: .{1,30})?")
_BUKAN_ASN = re.compile(
    r"(?:TENAGA )?(?:HONORER|HONOR|NON ASN|THL|PTT|KONTRAK|SUKARELA|MAGANG|OUTSOURCING|BLUD NON ASN)(?: .{1,30})?"
)
_NIP_PPPK = re.compile(r"[0-9]{12}2[0-9].*")
_ABAD_LALU = re.compile(r"(?<![0-9])19[0-9]{2}(?![0-9])")
_TANGGAL_SATU = re.compile(r"\s*0?1[-/. ]")
_PANJANG_JABATAN, _PANJANG_NAMA = 120, 200


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:  # noqa: ARG001 - every layout is asked with both
    """The mapping of a sheet with a person and a jabatan a row, and a status or a rater."""
    for judul in calon_kepala(kepala):
        penilai = kolom_penilai(judul)
        orang = judul.orang()
        jabatan = judul.ambil("jabatan", *_JABATAN, sendiri=True)
        status = judul.ambil("status", _STATUS, uji=lambda contoh: any(baca_status(teks_sel(s)) for s in contoh))
        if not (any(k.isi == "nip" for k in orang) and jabatan and (status or penilai)):
            continue
        waktu = (judul.ambil("tmt", _TMT, uji=_ada_masa), judul.ambil("akhir", _AKHIR, uji=_ada_masa))
        kolom = tuple(k for k in (*orang, *judul.unit(), jabatan, status, *penilai, *waktu) if k)
        return Peta("pegawai", judul.kepala.awal, judul.kepala.kepala, kolom=kolom)
    return None


def kolom_penilai(judul: Judul) -> tuple[KolomPeta, ...]:
    """Columns with number and name of the rater."""
    return tuple(k for pola in PENILAI if (k := judul.ambil("penilai", pola)))


def _ada_masa(contoh: Sequence[Sel]) -> bool:
    return any(not tanggal_kosong(s) for s in contoh)


def baca_status(teks: str) -> str:
    """PNS or PPPK, 'bukan' for people who are no civil servants, '' for an unknown word."""
    polos = kata(teks)
    for kode, pola in (("PNS", _PNS), ("PPPK", _PPPK), ("bukan", _BUKAN_ASN)):
        if pola.fullmatch(polos):
            return kode
    return ""


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read every employee, then find raters by name, then look for people in two places at once."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    baca = _Baca(pembaca)
    if not baca.orang.ada:
        pembaca.catat("masalah.orang_tak_ada")
        return
    catat_kolom(pembaca)
    baca.semua(list(pembaca.baris(lambda n: nip_dalam(teks_sel(pembaca.isi(n, "nip"))) != "")))


class _Baca(BarisOrang):
    """The employees of one sheet."""

    def __init__(self, pembaca: PembacaPeta) -> None:
        super().__init__(pembaca, "pegawai")
        self.penilai = Penilai(pembaca)
        self.masa_kolom: dict[str, KolomHari] = {}
        self.menunggu: list[tuple[int, int, str]] = []
        """Raters known by name so far: position of the row in the table, row of the sheet, name for matching."""
        self.dari_nip = 0

    def semua(self, baris: Sequence[int]) -> None:
        isi = [n for n in baris if not self._bawah_tabel(n)]
        for nama in ("tmt", "akhir"):
            if kolom := self.pembaca.peta.satu(nama):
                hari = [n for n in isi if periode_dari_sel(self.pembaca.sel(n, kolom)) is None]
                self.masa_kolom[nama] = KolomHari(self.pembaca, self._berurut(kolom, hari), hari, bebas=True)
        awal = len(self.tabel)
        for nomor in isi:
            self._satu(nomor)
        if self.dari_nip:
            self.pembaca.catat("masalah.status_dari_nip", tingkat="info", jumlah=self.dari_nip)
        self._cari_penilai()
        self._periksa_tempat(awal)
        self.selesai()

    def _berurut(self, kolom: KolomPeta, baris: Sequence[int]) -> KolomPeta:
        """Service begins on the first of a month: where every day begins with 1, the day stands first."""
        teks = [s for n in baris if isinstance(s := self.pembaca.sel(n, kolom), str)]
        satu = bool(teks) and all(_TANGGAL_SATU.match(t) for t in teks if not tanggal_kosong(t))
        return replace(kolom, tanggal="dmy") if satu and not kolom.tanggal else kolom

    def _bawah_tabel(self, nomor: int) -> bool:
        if self.orang.terisi(nomor) and isi_baris(self.pembaca.lembar, nomor) > 2:
            return False
        self.buang(nomor, "dibuang.bawah_tabel")
        return True

    def _satu(self, nomor: int) -> None:
        status = self._status(nomor)
        if status == "bukan":
            self.buang(nomor, "dibuang.bukan_asn")
            return
        pegawai, unit = self.siapa(nomor)
        dari, sampai = self._bulan(nomor, "tmt", BULAN_AWAL), self._bulan(nomor, "akhir", BULAN_AKHIR)
        if dari and sampai and dari > sampai:
            self.pembaca.catat("masalah.masa_terbalik", nomor, self.pembaca.peta.satu("akhir"))
            return
        penilai = self.penilai.kode(nomor)
        if not (pegawai and unit and status and dari and sampai) or self.penilai.sendiri(nomor, pegawai, penilai):
            return
        if not penilai and (nama := polos_nama(self.penilai.nama(nomor))):
            self.menunggu.append((len(self.tabel), nomor, nama))
        jabatan = teks_aman(self.pembaca.isi(nomor, "jabatan"), _PANJANG_JABATAN)
        self.tambah(nomor, (pegawai, unit, jabatan, status, penilai, dari, sampai))
        self._ingat_nama(nomor, pegawai)
        masa = {"tmt": _tulis(dari, BULAN_AWAL), "akhir": _tulis(sampai, BULAN_AKHIR)}
        self.tampilkan(nomor, pegawai, unit, None, {"jabatan": jabatan, "status": status, "penilai": penilai, **masa})

    def _ingat_nama(self, nomor: int, pegawai: str) -> None:
        nama = teks_aman(self.pembaca.isi(nomor, "nama"), _PANJANG_NAMA)
        digit = nip_dalam(teks_sel(self.pembaca.isi(nomor, "nip")))
        if berhuruf(nama):
            self.pembaca.konteks.hasil.nama[pegawai] = Nama(nama, digit[-4:])

    def _status(self, nomor: int) -> str:
        """PNS, PPPK or 'bukan'; where nothing is said what the NIP says; '' with the problem noted."""
        kolom = self.pembaca.peta.satu("status")
        teks = teks_sel(self.pembaca.sel(nomor, kolom)).strip(" -–")
        if teks:
            arti = {k.strip().lower(): v for k, v in kolom.arti.items()} if kolom else {}
            status = baca_status(arti.get(teks.lower(), teks))
            if not status:
                self.pembaca.catat("masalah.status_tak_dikenal", nomor, kolom)
            return status
        digit = nip_dalam(teks_sel(self.pembaca.isi(nomor, "nip")))
        self.dari_nip += bool(digit)
        if not digit:
            self.pembaca.catat("masalah.status_kosong", nomor, kolom)
            return ""
        return "PPPK" if _NIP_PPPK.fullmatch(digit) else "PNS"

    def _bulan(self, nomor: int, isi: str, tanpa: int) -> int:
        """The month of a day or a month in words; ``tanpa`` for a blank, 0 for a bad cell with the problem noted."""
        kolom = self.masa_kolom.get(isi)
        if kolom is None:
            return tanpa
        sel = self.pembaca.sel(nomor, kolom.kolom)
        if tanggal_kosong(sel):
            return tanpa
        if masa := periode_dari_sel(sel):
            return masa.dari if isi == "tmt" else masa.sampai
        if (isinstance(sel, date) and sel.year < 2000) or (isinstance(sel, str) and _ABAD_LALU.search(sel)):
            return BULAN_AWAL  # before everything that is stored
        hari = kolom.hari(nomor)
        return hari.year * 100 + hari.month if hari else 0

    def _cari_penilai(self) -> None:
        """Raters given by name: the one person of the file with that name. Others are told and left open."""
        kode: dict[str, set[str]] = {}
        for pegawai, dikenal in self.pembaca.konteks.hasil.nama.items():
            kode.setdefault(polos_nama(dikenal.nama), set()).add(pegawai)
        for letak, nomor, nama in self.menunggu:
            ada = sorted(kode.get(nama, ()))
            baris = self.tabel[letak]
            if len(ada) == 1 and not self.penilai.sendiri(nomor, str(baris[0]), ada[0]):
                self.tabel[letak] = (*baris[:4], ada[0], *baris[5:])
            elif len(ada) != 1:
                kolom = self.penilai.kolom[-1]
                self.orang.catat("masalah.penilai_tak_dikenal", nomor, kolom, "peringatan", jumlah=len(ada))

    def _periksa_tempat(self, awal: int) -> None:
        """One person has one place at a time."""
        letak = self.pembaca.konteks.hasil.letak["pegawai"]
        dulu: dict[str, list[int]] = {}
        for n, baris in enumerate(self.tabel):
            for lain in dulu.setdefault(str(baris[0]), []):
                if n >= awal and _beririsan(baris, self.tabel[lain]):
                    self._dua_tempat(letak[lain], letak[n], str(self.tabel[lain][1]), str(baris[1]))
            dulu[str(baris[0])].append(n)

    def _dua_tempat(self, pertama: tuple[str, int], ulang: tuple[str, int], lain: str, unit: str) -> None:
        pencocok, hasil = self.pembaca.konteks.pencocok, self.pembaca.konteks.hasil
        nama = [u.nama if (u := pencocok.unit(k)) else k for k in (lain, unit)]
        alasan = "masalah.pegawai_ganda" if lain == unit else "masalah.pegawai_dua_unit"
        sebut = {"pertama": str(pertama[1]), "ulang": str(ulang[1]), "lain": nama[0], "unit": nama[1]}
        hasil.catat(alasan, "galat", ulang[0], ulang[1], **sebut)


def _beririsan(a: tuple[object, ...], b: tuple[object, ...]) -> bool:
    (a_dari, a_sampai), (b_dari, b_sampai) = ((int(str(x[5])), int(str(x[6]))) for x in (a, b))
    return a_dari <= b_sampai and b_dari <= a_sampai


def _tulis(bulan: int, tanpa: int) -> str:
    return "" if bulan == tanpa else f"{bulan // 100}-{bulan % 100:02d}"
