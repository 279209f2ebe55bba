"""The log of support: one row a sosialisasi or pendampingan of a unit and day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kinerja.domain.judul import polos_judul
from kinerja.ingest.angka import Angka
from kinerja.ingest.bentuk.judul_kolom import berhuruf, calon_kepala, isi_baris
from kinerja.ingest.bentuk.orang import teks_aman
from kinerja.ingest.bentuk.tanggal_sel import KolomHari, sebuah_hari, tanggal_kosong
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, Sel, teks_sel

JENIS = ("sosialisasi", "pendampingan")
_JENIS = {
    "sosialisasi": re.compile(r"\b(?:sosialisasi|penyuluhan|pengarahan)\b"),
    "pendampingan": re.compile(r"\b(?:pendampingan|asistensi|coaching|mentoring|bimbingan|klinik)\b"),
}
_KOLOM_JENIS = re.compile(r"(?:JENIS|BENTUK)(?: KEGIATAN)?|KEGIATAN")
_TANGGAL = re.compile(r"(?:TANGGAL|TGL|WAKTU|HARI TANGGAL)(?: (?:PELAKSANAAN|KEGIATAN))?")
_TOPIK = (
    re.compile(r"TOPIK|MATERI|TEMA|POKOK BAHASAN|PERIHAL"),
    re.compile(r"(?:NAMA |URAIAN |JUDUL )?KEGIATAN|URAIAN|JUDUL"),
)
_PESERTA = re.compile(r"(?:JUMLAH |JML |BANYAK )?(?:PESERTA|HADIR|KEHADIRAN)(?: HADIR)?")
_UNIT = re.compile(r"(?:UNIT(?: KERJA)?|SATUAN KERJA) (?:SASARAN|YANG DIDAMPINGI|PESERTA)|SASARAN|TEMPAT|LOKASI")
KOLOM: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType(
    {"jenis": (_KOLOM_JENIS,), "tanggal": (_TANGGAL,), "topik": _TOPIK, "peserta": (_PESERTA,)}
)
"""Meaning → header words, for a rough proposal."""
_PANJANG = 200


def jenis_kegiatan(teks: str) -> str:
    """The one kind a text names; '' for none or both."""
    ada = [kode for kode, pola in _JENIS.items() if pola.search(teks.lower())]
    return ada[0] if len(ada) == 1 else ""


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:  # noqa: ARG001 - every layout is asked with both
    """The mapping of a sheet with days and a column that says nothing but kinds of support."""
    for judul in calon_kepala(kepala):
        jenis = judul.ambil("jenis", _KOLOM_JENIS, uji=_semua_jenis)
        tanggal = judul.ambil("tanggal", _TANGGAL, uji=lambda c: any(sebuah_hari(s, rentang=True) for s in c))
        topik = judul.ambil("topik", *_TOPIK, uji=lambda contoh: any(map(berhuruf, contoh)))
        if not (jenis and tanggal and topik):
            continue
        unit = judul.unit()
        if not unit and (sasaran := judul.ambil("unit", _UNIT, uji=lambda contoh: any(map(berhuruf, contoh)))):
            unit = (sasaran,)
        kolom = tuple(k for k in (tanggal, jenis, *unit, topik, judul.ambil("peserta", _PESERTA)) if k)
        return Peta("kegiatan", judul.kepala.awal, judul.kepala.kepala, kolom=kolom)
    return None


def _semua_jenis(contoh: Sequence[Sel]) -> bool:
    return bool(contoh) and all(jenis_kegiatan(teks_sel(s)) for s in contoh)


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read the log."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    tanggal, jenis = peta.satu("tanggal"), peta.satu("jenis")
    if tanggal is None or jenis is None:
        pembaca.catat("masalah.kegiatan_tanpa_kolom")
        return
    uji = KolomHari.uji(pembaca, tanggal, rentang=True)
    baris = [n for n in pembaca.baris(uji) if not _bawah_tabel(pembaca, n, uji(n))]
    _Baca(pembaca, tanggal, jenis, baris).semua()


def _bawah_tabel(pembaca: PembacaPeta, nomor: int, berhari: bool) -> bool:
    if berhari or isi_baris(pembaca.lembar, nomor) > 2:
        return False
    lembar = pembaca.lembar
    pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", "dibuang.bawah_tabel")
    return True


class _Baca:
    """The events of one sheet."""

    def __init__(self, pembaca: PembacaPeta, tanggal: KolomPeta, jenis: KolomPeta, baris: Sequence[int]) -> None:
        self.pembaca, self.jenis, self.baris = pembaca, jenis, baris
        self.hari = KolomHari(pembaca, tanggal, baris, rentang=True)
        kolom = pembaca.peta.satu("peserta")
        angka = pembaca.angka(kolom, baris, "cacah") if kolom else [Angka(None)] * len(baris)
        self.peserta = dict(zip(baris, angka, strict=True))
        self.tabel = pembaca.konteks.hasil.tabel.setdefault("kegiatan", [])
        self.ada = {(b[0], b[3], b[4], polos_judul(str(b[5]))) for b in self.tabel}
        self.tampak: list[tuple[int, tuple[str, ...]]] = []

    def semua(self) -> None:
        for nomor in self.baris:
            self._satu(nomor)
        self.pembaca.pratinjau([n for n, _ in self.tampak], [t for _, t in self.tampak])

    def _satu(self, nomor: int) -> None:
        pembaca = self.pembaca
        if tanggal_kosong(pembaca.sel(nomor, self.hari.kolom)):
            pembaca.catat("masalah.hari_kosong", nomor, self.hari.kolom)
        hari, unit, jenis = self.hari.hari(nomor), pembaca.unit(nomor), self._jenis(nomor)
        topik = teks_aman(pembaca.isi(nomor, "topik"), _PANJANG)
        peserta = self.peserta[nomor]
        if peserta.alasan:
            pembaca.catat(peserta.alasan, nomor, pembaca.peta.satu("peserta"))
        if not (hari and unit and jenis) or peserta.alasan or not self.hari.dalam_pilihan(nomor, hari):
            return
        kunci = (hari, unit, jenis, polos_judul(topik))
        if kunci in self.ada:
            pembaca.catat("masalah.kegiatan_ganda", nomor)
            return
        self.ada.add(kunci)
        banyak = None if peserta.nilai is None else int(peserta.nilai)
        bulan = hari.year * 100 + hari.month
        self.tabel.append((hari, bulan, bulan, unit, jenis, topik, banyak))
        lembar = pembaca.lembar
        pembaca.konteks.hasil.letak.setdefault("kegiatan", []).append((lembar.nama, lembar.nomor(nomor)))
        arti = {"tanggal": hari.isoformat(), "unit": unit, "jenis": jenis, "topik": topik}
        arti["peserta"] = "" if banyak is None else str(banyak)
        self.tampak.append((nomor, tuple(arti.get(k.isi, "") for k in pembaca.peta.kolom if k.isi != "abaikan")))

    def _jenis(self, nomor: int) -> str:
        teks = teks_sel(self.pembaca.sel(nomor, self.jenis)).strip()
        arti = {k.strip().lower(): v for k, v in self.jenis.arti.items()}
        jenis = arti.get(teks.lower()) or jenis_kegiatan(teks)
        if jenis not in JENIS:
            self.pembaca.catat("masalah.kegiatan_jenis", nomor, self.jenis, daftar=", ".join(JENIS))
            return ""
        return jenis
