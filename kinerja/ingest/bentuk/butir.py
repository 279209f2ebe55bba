"""SKP items: one row an item with its target and result. What cannot be counted is kept and told, never made a number.

A person named in the first of several rows is the person of the rows below. An item reported for a quarter or a longer
period stands at its last month.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kinerja.domain.arah_butir import ArahButir, arah_butir
from kinerja.domain.fakta import Tingkat
from kinerja.domain.periode import Periode
from kinerja.ingest.bentuk.baris_orang import BarisOrang
from kinerja.ingest.bentuk.judul_kolom import asal_periode, berhuruf, calon_kepala, isi_baris
from kinerja.ingest.bentuk.orang import Ganda, catat_kolom, teks_aman
from kinerja.ingest.bentuk.sasaran import Sasaran, baca_kolom
from kinerja.ingest.bentuk.satu_unit import SatuUnit
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, SelGalat, teks_sel

ASPEK = ("kuantitas", "kualitas", "waktu", "biaya")
_RENCANA = re.compile(
    r"RENCANA (?:HASIL )?(?:KERJA|KINERJA)(?: (?:PEGAWAI|INDIVIDU))?|RHK|(?:URAIAN )?(?:KEGIATAN )?TUGAS JABATAN"
)
_BUTIR = (
    re.compile(r"INDIKATOR(?: (?:KINERJA|INDIVIDU|IKI|KEBERHASILAN))*|IKI|BUTIR(?: SKP)?"),
    re.compile(r"URAIAN(?: .{1,20})?|KEGIATAN"),
)
_ASPEK = re.compile(r"ASPEK(?: (?:KINERJA|INDIKATOR))?")
_TARGET = re.compile(r"TARGET(?: (?:KINERJA|TAHUNAN|BULANAN|BULAN INI|TRIWULAN.*|KUANTITAS))*")
_REALISASI = re.compile(r"(?:REALISASI|CAPAIAN|HASIL)(?: (?:KINERJA|BULAN INI|TRIWULAN.*|BERDASARKAN BUKTI DUKUNG))*")
_SATUAN = re.compile(r"SATUAN(?: (?:TARGET|UKURAN))?")
_BUKTI = re.compile(
    r"(?:TAUTAN |LINK |FILE |URL )?(?:BUKTI(?: DUKUNG)?|DATA DUKUNG|EVIDEN(?:CE)?)(?: .{1,20})?|TAUTAN|LINK"
)
KOLOM: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType(
    {
        "bukti": (_BUKTI,),
        "target": (_TARGET,),
        "realisasi": (_REALISASI,),
        "rencana": (_RENCANA,),
        "butir": _BUTIR,
        "aspek": (_ASPEK,),
        "satuan": (_SATUAN,),
    }
)
"""Meaning → header words, for a rough proposal."""
_TANPA_BUKTI = re.compile(
    r"[-–—.?]*|0|x|(?:belum|tidak|tdk|tak|blm)\b.*|kosong|nihil|n[/.]?a|null|false|✗|.*\bmenyusul\b.*|nanti\b.*|pending|"
    r"(?:(?:masih|sedang|dalam|sdg|dlm)(?: \w+)? )?proses|(?:akan|segera)\b.*|on ?(?:going|progress|process)|tba|tbd",
    re.IGNORECASE,
)
_TAUTAN = re.compile(r"https?://|www\.", re.IGNORECASE)
_KATA_ASPEK = {"kuantitas": r"KUANTI\w*|JUMLAH|OUTPUT", "kualitas": r"KUALI\w*|MUTU", "waktu": r"WAKTU|KETEPATAN WAKTU"}
_KATA_ASPEK |= {"biaya": r"BIAYA|ANGGARAN"}
_PANJANG = 300
_ARAH = {
    ArahButir("turun", "biaya"): "masalah.arah_biaya_turun",
    ArahButir("", "biaya"): "masalah.arah_biaya_ragu",
    ArahButir("turun", "lama"): "masalah.arah_lama_turun",
    ArahButir("naik", "lama"): "masalah.arah_lama_naik",
    ArahButir("", "lama"): "masalah.arah_lama_ragu",
}


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a sheet with persons, what they promised, a target and a result."""
    for judul in calon_kepala(kepala):
        bukti = judul.ambil("bukti", _BUKTI)
        target, realisasi = judul.ambil("target", _TARGET), judul.ambil("realisasi", _REALISASI)
        rencana = judul.ambil("rencana", _RENCANA)
        butir = judul.ambil("butir", *_BUTIR, uji=lambda contoh: any(map(berhuruf, contoh)))
        if butir is None and rencana is not None:
            butir, rencana = KolomPeta(rencana.kolom, "butir", rencana.judul), None
        orang = judul.orang() if target and realisasi and butir else ()
        if not orang:
            continue
        lain = (rencana, butir, judul.ambil("aspek", _ASPEK), judul.ambil("satuan", _SATUAN), target, realisasi, bukti)
        asal, waktu = asal_periode(judul.kepala, konteks, judul.waktu())
        kolom = (*orang, *judul.unit(), *waktu, *(k for k in lain if k))
        return Peta("butir", judul.kepala.awal, judul.kepala.kepala, kolom=kolom, periode=asal)
    return None


def baca_aspek(teks: str) -> str:
    """The one aspect a text names; '' for none or several."""
    kata = re.sub(r"[^A-Z]+", " ", teks.upper()).strip()
    ada = [kode for kode, pola in _KATA_ASPEK.items() if re.fullmatch(rf"(?:{pola})(?: \w+)?", kata)]
    return ada[0] if len(ada) == 1 else ""


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read every item."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    baca = _Baca(pembaca)
    if not baca.orang.ada:
        pembaca.catat("masalah.orang_tak_ada")
        return
    if not (peta.satu("butir") and peta.satu("target")):
        pembaca.catat("masalah.butir_tanpa_kolom")
        return
    catat_kolom(pembaca)
    baca.semua(list(pembaca.baris()))


class _Baca(BarisOrang):
    """The items of one sheet."""

    def __init__(self, pembaca: PembacaPeta) -> None:
        super().__init__(pembaca, "skp_butir")
        lama = [((b[0], b[2], str(b[3]).lower(), str(b[4]).lower(), b[5]), str(b[1])) for b in self.tabel]
        self.ganda = Ganda(pembaca, lama, "masalah.butir_ganda")
        self.satu_unit = SatuUnit(pembaca, "skp_butir")
        self.target: Mapping[int, Sasaran] = {}
        self.realisasi: Mapping[int, Sasaran] = {}
        self.terakhir = -1
        self.rencana = ""
        self.dilapor: set[str] = set()

    def semua(self, baris: Sequence[int]) -> None:
        isi = [n for n in baris if not self._bukan_butir(n)]
        self.target, self.realisasi = (
            baca_kolom(self.pembaca, self.pembaca.peta.satu(k), isi) for k in ("target", "realisasi")
        )
        if self.pembaca.peta.satu("bukti") is None:
            self._sekali("masalah.bukti_tanpa_kolom", "peringatan")
        if self.pembaca.peta.satu("aspek") is None:
            self._sekali("masalah.aspek_tanpa_kolom", "info")
        for nomor in isi:
            self._satu(nomor)
        self.selesai()

    def _bukan_butir(self, nomor: int) -> bool:
        """A heading of a block, a signature, a note: no item in words, or nothing beside it."""
        ada = berhuruf(self.pembaca.isi(nomor, "butir")) and isi_baris(self.pembaca.lembar, nomor) > 1
        if not ada:
            self.buang(nomor, "dibuang.bawah_tabel")
        return not ada

    def _satu(self, nomor: int) -> None:
        if self.orang.terisi(nomor):
            self.terakhir, self.rencana = nomor, ""
        elif self.terakhir < 0:
            self.pembaca.catat("masalah.orang_kosong", nomor, self.orang.nip or self.orang.nama)
            return
        else:
            self._sekali("masalah.orang_diteruskan", "info")
        pegawai, unit = self.siapa(self.terakhir)
        masa = self._masa(nomor)
        aspek = self._aspek(nomor)
        self.rencana = teks_aman(self.pembaca.isi(nomor, "rencana"), _PANJANG) or self.rencana
        butir = teks_aman(self.pembaca.isi(nomor, "butir"), _PANJANG)
        if not butir:
            self._bernomor(nomor)
        target, realisasi = self._angka(nomor, "target"), self._angka(nomor, "realisasi")
        if not (pegawai and unit and masa and aspek and butir):
            return
        kunci = (pegawai, masa.sampai, self.rencana.lower(), butir.lower(), aspek)
        if not (self.satu_unit.periksa(nomor, pegawai, masa, unit) and self.ganda.periksa(nomor, kunci, unit)):
            return
        satuan, t_e4, r_e4 = self._timbang(nomor, target, realisasi)
        arah, t_e4 = self._arah(nomor, arah_butir(aspek, satuan, butir), t_e4, r_e4, aspek)
        bukti = int(self._berbukti(nomor))
        self.tambah(nomor, (pegawai, unit, masa.sampai, self.rencana, butir, aspek, satuan, t_e4, r_e4, bukti, arah))
        terbaca = {"rencana": self.rencana, "butir": butir, "aspek": aspek, "satuan": satuan, "bukti": str(bukti)}
        terbaca |= {"target": _tulis(t_e4), "realisasi": _tulis(r_e4)}
        self.tampilkan(nomor, pegawai, unit, masa, terbaca)

    def _masa(self, nomor: int) -> Periode | None:
        """The period of the row; a row without one of its own has that of the person above."""
        punya = any(teks_sel(self.pembaca.isi(nomor, k)) for k in ("periode", "bulan", "triwulan"))
        masa = self.masa.periode(nomor if punya else self.terakhir)
        if masa and masa.panjang > 1:
            akhir = f"{masa.sampai // 100}-{masa.sampai % 100:02d}"
            self._sekali("masalah.butir_triwulan", "info", kunci=masa.kode, periode=masa.kode, bulan=akhir)
        return masa

    def _aspek(self, nomor: int) -> str:
        kolom = self._kolom("aspek")
        if kolom is None:
            return "kuantitas"
        teks = teks_sel(self.pembaca.sel(nomor, kolom)).strip()
        arti = {k.strip().lower(): v for k, v in kolom.arti.items()}
        aspek = arti.get(teks.lower()) or baca_aspek(teks)
        if aspek not in ASPEK:
            self.pembaca.catat("masalah.aspek_tak_dikenal", nomor, kolom, daftar=", ".join(ASPEK))
            return ""
        return aspek

    def _angka(self, nomor: int, isi: str) -> Sasaran:
        """Target or result of this row; an error cell or a number of the other language is a problem."""
        hasil = (self.target if isi == "target" else self.realisasi).get(nomor, Sasaran(None))
        if hasil.alasan:
            self.pembaca.catat(hasil.alasan, nomor, self._kolom(isi))
        return hasil

    def _timbang(self, nomor: int, target: Sasaran, realisasi: Sasaran) -> tuple[str, int | None, int | None]:
        """Unit of measure, target and result as they are stored; what cannot be compared is told."""
        satuan = teks_aman(self.pembaca.isi(nomor, "satuan"), 40) or target.satuan or realisasi.satuan
        t, r = target.e4, realisasi.e4
        if t is None and not target.alasan:
            alasan = "masalah.target_kata" if target.teks else "masalah.target_kosong"
            self.pembaca.catat(alasan, nomor, self._kolom("target"), "info" if target.teks else "peringatan")
        elif t == 0:
            self.pembaca.catat("masalah.target_nol", nomor, self._kolom("target"), "peringatan")
        if r is None and not realisasi.alasan and t is not None:
            alasan = "masalah.realisasi_kata" if realisasi.teks else "masalah.realisasi_kosong"
            self.pembaca.catat(alasan, nomor, self._kolom("realisasi"), "peringatan" if realisasi.teks else "info")
        if t and r is not None and _beda_satuan(satuan, target.satuan, realisasi.satuan):
            beda = {"target": target.satuan or satuan, "realisasi": realisasi.satuan}
            self.pembaca.catat("masalah.satuan_beda", nomor, self._kolom("realisasi"), "peringatan", **beda)
            r = None
        return satuan, t, r

    def _arah(self, nomor: int, hasil: ArahButir, t: int | None, r: int | None, aspek: str) -> tuple[str, int | None]:
        """The direction an item is counted by, and its target: None where nothing tells the direction."""
        if not t or not hasil.alasan or (not hasil.arah and r == t):  # target met to the point: reached either way
            return hasil.arah or "naik", t
        wajar = hasil.arah == "turun" and aspek in ("waktu", "biaya")
        self.pembaca.catat(_ARAH[hasil], nomor, self._kolom("target"), "info" if wajar else "peringatan")
        return hasil.arah or "naik", t if hasil.arah else None

    def _bernomor(self, nomor: int) -> None:
        if kolom := self._kolom("butir"):
            self.orang.catat("masalah.butir_bernomor", nomor, kolom)

    def _berbukti(self, nomor: int) -> bool:
        sel = self.pembaca.isi(nomor, "bukti")
        teks = " ".join(teks_sel(sel).split()).strip(" ()[].,;:!")
        ada = _TAUTAN.search(teks) is not None or not _TANPA_BUKTI.fullmatch(teks)
        return not isinstance(sel, SelGalat) and ada

    def _kolom(self, isi: str) -> KolomPeta | None:
        return self.pembaca.peta.satu(isi)

    def _sekali(self, alasan: str, tingkat: Tingkat, kunci: str = "", **args: object) -> None:
        if (alasan + kunci) not in self.dilapor:
            self.dilapor.add(alasan + kunci)
            self.pembaca.catat(alasan, None, None, tingkat, **args)


def _beda_satuan(umum: str, target: str, realisasi: str) -> bool:
    """Do both say what they count, and another thing?"""
    satu, dua = ((s or "").lower() for s in (target or umum, realisasi))
    return bool(satu and dua) and satu != dua


def _tulis(e4: int | None) -> str:
    return "" if e4 is None else f"{e4 / 10_000:g}".replace(".", ",")
