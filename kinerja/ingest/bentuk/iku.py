"""Indicators of a plan (IKU, RKPD, LPPD): one row each, targets and results with their years side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from kinerja.domain.fakta import Pratinjau
from kinerja.domain.periode import LAMA, Periode, periode_dari_bulan
from kinerja.ingest.angka import KOSONG, Angka, sel_kosong
from kinerja.ingest.bentuk.angka import catat_kolom
from kinerja.ingest.bentuk.iku_capaian import kolom_capaian, skala_lain
from kinerja.ingest.bentuk.iku_kata import Arah, baca_arah, rapikan_nama
from kinerja.ingest.bentuk.iku_kenal import usul
from kinerja.ingest.bentuk.kolom_masa import tahun_judul
from kinerja.ingest.kepala import susun_jalur
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import (
    BARIS_PRATINJAU,
    DERET_DIGIT,
    Lembar,
    SelGalat,
    berisi,
    ringkas,
    sebut_kolom,
    teks_sel,
)

__all__ = ["proses", "usul"]
MAKS_NILAI = Decimal(10) ** 14
_AKHIR = re.compile(r"(?:JUMLAH|TOTAL|RATA ?-?RATA|RERATA)(?: (?:CAPAIAN|REALISASI|NILAI|KINERJA)\b.*)?", re.IGNORECASE)


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read the rows of a plan into the table of its indicators."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    nama = peta.satu("nama")
    for isi in ("nama", "realisasi"):
        if not peta.semua(isi):
            pembaca.catat("masalah.iku_tanpa_kolom", isi=isi)
    tahun = _susun_tahun(pembaca)
    catat_kolom(pembaca)
    if nama is None or not tahun:
        return
    rencana = _Rencana(pembaca, nama, tahun)
    rencana.semua()


@dataclass(frozen=True)
class _Tahun:
    """Target and result of one year; ``masa`` None: the period of the row."""

    masa: Periode | None
    target: KolomPeta | None
    realisasi: KolomPeta | None

    @property
    def kolom(self) -> list[KolomPeta]:
        return [k for k in (self.target, self.realisasi) if k]


def _susun_tahun(pembaca: PembacaPeta) -> list[_Tahun]:
    """Columns by year; [] with the problem noted when two claim the same place, or there is no result."""
    hasil: dict[str, dict[str, KolomPeta]] = {}
    for isi in ("target", "realisasi"):
        for kolom in pembaca.peta.semua(isi):
            kode = _kode_tahun(pembaca, kolom)
            if kode is None:
                return []
            if isi in hasil.setdefault(kode, {}):
                pembaca.catat("masalah.iku_tahun_ganda", kolom=kolom, isi=isi, kode=kode or "-")
                return []
            hasil[kode][isi] = kolom
    sepasang = [k for k, isi in hasil.items() if "target" in isi], [k for k, isi in hasil.items() if "realisasi" in isi]
    if len(sepasang[0]) == len(sepasang[1]) == 1 and "" in hasil and len(hasil) == 2:
        kode = next(k for k in hasil if k)  # one target and one result: the year of the one is that of the other
        hasil = {kode: {**hasil[""], **hasil[kode]}}
    if not sepasang[1]:
        return []
    return [_Tahun(_setahun(kode), isi.get("target"), isi.get("realisasi")) for kode, isi in hasil.items()]


def _setahun(kode: str) -> Periode | None:
    return periode_dari_bulan(int(kode) * 100 + 12, "tahun") if kode else None


def _kode_tahun(pembaca: PembacaPeta, kolom: KolomPeta) -> str | None:
    """The year of a column, '' for that of the row; None with the problem noted.

    A mapping that is remembered still says last year; the header of this file says which year it is.
    """
    peta = pembaca.peta
    jalur = susun_jalur(pembaca.lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    judul = tahun_judul(jalur[kolom.kolom]) if kolom.kolom < len(jalur) else None
    if not kolom.kode:
        return ""
    if not re.fullmatch(r"20[0-9]{2}", kolom.kode):
        tempat = sebut_kolom(kolom.kolom, kolom.judul)
        pembaca.konteks.hasil.catat(
            "masalah.peta_isian", "galat", pembaca.lembar.nama, None, tempat, kolom.kode, nama="kode", ada="2000-2099"
        )
        return None
    if judul is None or str(judul) == kolom.kode:
        return kolom.kode
    if peta.nama:
        pembaca.catat("masalah.iku_tahun_judul", kolom=kolom, tingkat="peringatan", judul=str(judul), kode=kolom.kode)
        return str(judul)
    pembaca.catat("masalah.iku_tahun_beda", kolom=kolom, judul=str(judul), kode=kolom.kode)
    return None


@dataclass
class _Rencana:
    """One sheet while it is read. ``nilai``: column → row → figure."""

    pembaca: PembacaPeta
    nama: KolomPeta
    tahun: list[_Tahun]
    nilai: dict[int, dict[int, Angka]] = field(default_factory=dict)
    sebutan: dict[int, str] = field(default_factory=dict)
    _ada: dict[tuple[str, str], list[tuple[int, int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        tabel = self.pembaca.konteks.hasil.tabel.get("iku", ())
        self.capaian = kolom_capaian(self.pembaca, {k.kolom for k in self.kolom})
        self.lembar_lain = {(b[0], str(b[1]).casefold(), b[4], b[5]) for b in tabel}

    @property
    def kolom(self) -> list[KolomPeta]:
        return [k for satu in self.tahun for k in satu.kolom]

    def semua(self) -> None:
        baris = [n for n in self.pembaca.baris(self._indikator) if self._berangka(n)]
        for kolom in self.kolom:
            angka = self.pembaca.angka(kolom, baris, "desimal", self.kolom)
            self.nilai[kolom.kolom] = dict(zip(baris, angka, strict=True))
        self._beri_nama(baris)
        if self.pembaca.peta.satu("arah") is None and self.sebutan:
            self.pembaca.catat("masalah.iku_arah_baku", tingkat="info")
        for nomor in baris:
            self._baris(nomor)
        self._pratinjau(baris)

    def _indikator(self, nomor: int) -> bool:
        """A named row with figures is an indicator, also one called "Total Fertility Rate" or "IKM"."""
        nama = " ".join(teks_sel(self.pembaca.sel(nomor, self.nama)).split())
        return bool(nama) and not _AKHIR.fullmatch(nama) and self._terisi(nomor)

    def _terisi(self, nomor: int) -> bool:
        return any(not sel_kosong(self.pembaca.sel(nomor, k)) for k in self.kolom)

    def _berangka(self, nomor: int) -> bool:
        if self._terisi(nomor):
            return True
        lembar = self.pembaca.lembar
        self.pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", "dibuang.tanpa_angka")
        return False

    def _beri_nama(self, baris: list[int]) -> None:
        """The name of every row; names that stand twice in one unit get what the distinguishing column says."""
        for nomor in baris:
            sel = self.pembaca.sel(nomor, self.nama)
            nama = rapikan_nama(sel)
            if not nama or isinstance(sel, SelGalat):
                self.pembaca.catat("masalah.sel_galat" if nama else "masalah.iku_nama_kosong", nomor, self.nama)
            elif DERET_DIGIT.search(nama):
                self.pembaca.catat("masalah.iku_nama_pribadi", nomor, self.nama, "peringatan")
            else:
                self.sebutan[nomor] = nama
        pembeda = self.pembaca.peta.semua("pembeda")
        unit = self.pembaca.peta.satu("unit")
        kunci = {
            n: (" ".join(teks_sel(self.pembaca.sel(n, unit)).split()), s.casefold()) for n, s in self.sebutan.items()
        }
        banyak = Counter(kunci.values())
        ganda = [n for n in self.sebutan if banyak[kunci[n]] > 1 and pembeda]
        for nomor in ganda:
            isi = ", ".join(t for k in pembeda if (t := " ".join(teks_sel(self.pembaca.sel(nomor, k)).split())))
            if isi and not DERET_DIGIT.search(isi):
                self.sebutan[nomor] = f"{self.sebutan[nomor]} [{isi}]"
        if ganda:
            self.pembaca.catat("masalah.iku_pembeda", tingkat="info", jumlah=len(ganda))

    def _baris(self, nomor: int) -> None:
        unit, nama = self.pembaca.unit(nomor), self.sebutan.get(nomor, "")
        arah, satuan = self._arah(nomor), teks_sel(self.pembaca.isi(nomor, "satuan"))
        for satu in self.tahun:
            salah = [k for k in satu.kolom if not self._sah(nomor, k)]  # all are judged, so that all are named
            if not any(not sel_kosong(self.pembaca.sel(nomor, k)) for k in satu.kolom):
                continue
            masa = satu.masa or self._masa(nomor)
            if salah or not (masa and unit and nama and arah):
                continue
            if self._beda_skala(nomor, satu, masa):
                continue
            target, realisasi = (self._e4(nomor, k) for k in (satu.target, satu.realisasi))
            tunggal = self._tunggal(nomor, unit, nama, masa)
            if tunggal and (target is not None or realisasi is not None):
                baris = (unit, nama, " ".join(satuan.split()), arah, masa.dari, masa.sampai, target, realisasi)
                self.pembaca.konteks.hasil.tabel.setdefault("iku", []).append(baris)

    def _beda_skala(self, nomor: int, satu: _Tahun, masa: Periode) -> bool:
        """Was the printed percentage computed from a hundredth or the hundredfold of the result? That is noted."""
        kolom = self.capaian.get(masa.tahun) or (self.capaian.get(None) if len(self.tahun) == 1 else None)
        if kolom is None or satu.target is None or satu.realisasi is None:
            return False
        target, realisasi = (self.nilai[k.kolom].get(nomor, KOSONG).nilai for k in (satu.target, satu.realisasi))
        cetak = self.pembaca.sel(nomor, kolom)
        if (lain := skala_lain(target, realisasi, cetak)) is None:
            return False
        usulan = f"{lain.normalize():f}".replace(".", ",")
        self.pembaca.catat("masalah.iku_skala", nomor, satu.realisasi, capaian=ringkas(cetak), usulan=usulan)
        return True

    def _masa(self, nomor: int) -> Periode | None:
        masa = self.pembaca.periode(nomor)
        if masa and (masa.panjang not in LAMA or masa.jenis in ("kumulatif", "rentang")):
            self.pembaca.catat("masalah.periode_kumulatif", nomor)
            return None
        return masa

    def _arah(self, nomor: int) -> Arah | None:
        kolom = self.pembaca.peta.satu("arah")
        if kolom is None:
            return "naik"
        sel = self.pembaca.sel(nomor, kolom)
        arah = baca_arah(sel, kolom.arti)
        if arah is None:
            self.pembaca.catat("masalah.iku_arah_salah" if berisi(sel) else "masalah.iku_arah_kosong", nomor, kolom)
        return arah

    def _sah(self, nomor: int, kolom: KolomPeta) -> bool:
        """A word among the figures (WTP, 27-22-20) is named and left out; anything else wrong stops the import."""
        satu = self.nilai[kolom.kolom].get(nomor, KOSONG)
        if satu.alasan == "masalah.angka_bukan":
            self.pembaca.catat("masalah.iku_kata", nomor, kolom, "peringatan")
        elif satu.alasan:
            self.pembaca.catat(satu.alasan, nomor, kolom)
        elif satu.nilai is not None and abs(satu.nilai) > MAKS_NILAI:
            self.pembaca.catat("masalah.iku_besar", nomor, kolom)
        else:
            return True
        return False

    def _e4(self, nomor: int, kolom: KolomPeta | None) -> int | None:
        nilai = None if kolom is None else self.nilai[kolom.kolom].get(nomor, KOSONG).nilai
        return None if nilai is None else int((nilai * 10_000).quantize(Decimal(1), ROUND_HALF_UP))

    def _tunggal(self, nomor: int, unit: str, nama: str, masa: Periode) -> bool:
        """Is this the first figure of the indicator for these months? Otherwise both rows are named."""
        ada = self._ada.setdefault((unit, nama.casefold()), [])
        lain = next((n for n, dari, sampai in ada if dari <= masa.sampai and masa.dari <= sampai), None)
        if (unit, nama.casefold(), masa.dari, masa.sampai) in self.lembar_lain:
            self.pembaca.catat("masalah.kembar_antar_lembar", nomor, self.nama, indikator=ringkas(nama), unit=unit)
            return False
        if lain is None:
            ada.append((nomor, masa.dari, masa.sampai))
            return True
        lembar = self.pembaca.lembar
        pertama, ulang = str(lembar.nomor(lain)), str(lembar.nomor(nomor))
        self.pembaca.catat("masalah.iku_ganda", nomor, self.nama, nama=ringkas(nama), pertama=pertama, ulang=ulang)
        return False

    def _pratinjau(self, baris: list[int]) -> None:
        kolom = [
            k for k in self.pembaca.peta.kolom if k.isi != "abaikan" and (k is self.nama or not kolom_pribadi(k.judul))
        ]
        contoh = baris[:BARIS_PRATINJAU]
        self.pembaca.konteks.hasil.pratinjau.append(
            Pratinjau(
                self.pembaca.lembar.nama,
                tuple(sebut_kolom(k.kolom, k.judul) for k in kolom),
                tuple(tuple(ringkas(self.pembaca.sel(n, k)) for k in kolom) for n in contoh),
                tuple(tuple(self._tertulis(n, k) for k in kolom) for n in contoh),
            )
        )

    def _tertulis(self, nomor: int, kolom: KolomPeta) -> str:
        if kolom.kolom in self.nilai:
            nilai = self.nilai[kolom.kolom].get(nomor, KOSONG).nilai
            return "" if nilai is None else f"{nilai:f}"
        khusus: Mapping[str, str] = {"nama": ringkas(self.sebutan.get(nomor, ""))}
        if kolom.isi == "arah":
            return baca_arah(self.pembaca.sel(nomor, kolom), kolom.arti) or ""
        return khusus.get(kolom.isi, ringkas(self.pembaca.sel(nomor, kolom)))
