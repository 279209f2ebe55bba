"""Words of a title, a sheet's or a file's name that make its counts a part of all visits, or no counts at all.

"KUNJUNGAN PASIEN BPJS" over a column of months is not every visit, and a sheet called "Target" holds wishes. The
columns alone do not tell: whoever loads such a table is asked, and says so by a mapping (``Peta.sempit``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator
from kinerja.domain.unit import Unit
from kinerja.ingest.kepala import kata as kata_polos
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.model import Peta

_BAYAR = r"BPJS|JKN|KIS|(?:NON )?PBI|JAMKES[A-Z]+|ASKES|ASURANSI|GAKIN|SKTM"
_SIAPA = (
    r"LANSIA|USILA|LANJUT USIA|BALITA|BAYI|REMAJA|BUMIL|BULIN|BUFAS|IBU (?:HAMIL|BERSALIN|NIFAS|DAN ANAK)|"
    r"ANAK SEKOLAH|DISABILITAS"
)
_MANA = (
    r"IGD|UGD|GAWAT DARURAT|GIGI|KIA|MTBS|LABORATORIUM|FARMASI|APOTEK|(?:POLI|POLIKLINIK|KLASTER) [A-Z0-9]+|"
    r"RUJUKAN|PUSTU|PUSLING|POSYANDU|POSBINDU|PROLANIS|(?:LUAR|DALAM) (?:GEDUNG|WILAYAH)"
)
_BUKAN_CACAH = (
    r"(?:DALAM )?(?:RIBUAN|JUTAAN)|PREDIKSI|PROYEKSI|PERKIRAAN|ESTIMASI|RAMALAN|RATA RATA|RERATA|PERSEN|PERSENTASE|"
    r"PROSENTASE|TARGET"
)
_SELAIN = r"(?:HANYA|KHUSUS|KECUALI|SELAIN|TANPA|TIDAK TERMASUK)(?: [A-Z0-9]+)?"
_KUAT = re.compile(rf"\b(?:{_BAYAR}|{_SIAPA}|{_MANA}|{_BUKAN_CACAH}|{_SELAIN})\b")
_KUAT_LAYANAN = re.compile(
    rf"\b(?:{_BAYAR}|{_SELAIN}|PREDIKSI|PROYEKSI|RAMALAN|TARGET|TERKENDALI|DIRUJUK|RUJUKAN|JEMAAH|JAMAAH|HAJI|"
    r"GIZI (?:BURUK|KURANG)|RISIKO TINGGI|RESTI|KOMPLIKASI|MENINGGAL|TERDUGA (?:TUBERKULOSIS|TBC?) ANAK)\b"
)
"""The same for services with a sasaran, whose own names are of ages and diseases."""
_LEMAH = r"BARU|LAMA|UMUM|ANAK|DEWASA|MANDIRI|SEHAT|SAKIT|LAKI LAKI|PEREMPUAN|PRIA|WANITA|TUNAI|GRATIS|SASARAN|RENCANA"
"""Words that are parts of names too: they count behind a word for patients, before visits, or standing alone."""
_DIANTAR = re.compile(
    rf"\b(?:PASIEN|PESERTA|PENDERITA|KUNJUNGAN|ORANG|BAYAR)\s+(?:{_LEMAH})\b|\b(?:SASARAN|RENCANA) KUNJUNGAN\b"
)
_SENDIRI = re.compile(rf"(?:(?:DATA|PASIEN|REKAP) )?(?:{_LEMAH})(?: (?:19|20)[0-9]{{2}})?")
_PASANGAN = (
    (r"BARU", r"LAMA"),
    (r"LAKI LAKI|PRIA", r"PEREMPUAN|WANITA"),
    (r"LUAR (?:GEDUNG|WILAYAH)", r"DALAM (?:GEDUNG|WILAYAH)"),
    (r"SEHAT", r"SAKIT"),
    (_BAYAR, r"UMUM|MANDIRI|TUNAI"),
    (r"ANAK|BAYI|BALITA", r"DEWASA|LANSIA"),
    (r"TARGET|SASARAN|RENCANA", r"REALISASI|CAPAIAN|HASIL|PENCAPAIAN"),
    (r"PERSEN[A-Z]*|PROSENTASE|RATA RATA|RERATA", r"JUMLAH|ANGKA|BANYAKNYA"),
)
"""Two words that make a whole together, "pasien baru dan lama"."""
_TERMASUK = re.compile(
    r"(?:\b(?:MENURUT|BERDASARKAN|TERMASUK|BESERTA|PER|SEMUA|SELURUH|TIAP|SETIAP|RAMAH|LAYAK)|\bDAN)$"
)


BAKU = re.compile(r"\bKUNJUNGAN PASIEN BARU(?= RAWAT JALAN RAWAT INAP\b)")
"""The printed form of the Profil Kesehatan says so in some years, over the visits of everybody."""


def kata_sempit(judul: Iterable[str], nama: Iterable[str], units: Iterable[Unit], milik: Sequence[Indikator]) -> str:
    """The words in question, '' for none. ``nama``: names of sheet and file; ``milik``: whose counts these are."""
    layanan = all(i.bentuk != "jumlah" for i in milik)
    bebas = [kata_polos(n) for i in milik for n in (i.nama.id, i.nama.en, i.kode, *i.kata_kunci)] + [
        kata_polos(unit.nama) for unit in units
    ]
    teks = [_tanpa(BAKU.sub("KUNJUNGAN", kata_polos(satu)), bebas) for satu in (*judul, *nama)]
    semua = " . ".join(teks)
    for satu in teks:
        if not layanan and _SENDIRI.fullmatch(satu):
            return satu
        kuat = _KUAT_LAYANAN.finditer(satu) if layanan else (*_KUAT.finditer(satu), *_DIANTAR.finditer(satu))
        for cocok in kuat:
            if not _TERMASUK.search(satu[: cocok.start()].rstrip()) and not _berpasangan(cocok[0], semua):
                return cocok[0]
    return ""


def _berpasangan(kata: str, semua: str) -> bool:
    for satu, lain in (*_PASANGAN, *((b, a) for a, b in _PASANGAN)):
        if re.search(rf"\b(?:{satu})\b", kata) and re.search(rf"\b(?:{lain})\b", semua):
            return True
    return False


def _tanpa(teks: str, bebas: Sequence[str]) -> str:
    """The text without names of units and of the indikator itself, the longest first."""
    for nama in sorted(bebas, key=len, reverse=True):
        if nama:
            teks = f" {teks} ".replace(f" {nama} ", " . ").strip()
    return teks


def catat_sempit(konteks: Konteks, lembar: str, judul: Sequence[str], fakta: Iterable[Fakta], peta: Peta | None) -> str:
    """Note the words in question above these counts, and return them.

    They stop a sheet that was recognised by its columns alone; a person who maps the sheet is told, and a layout that
    was confirmed with the same words needs no further question.
    """
    dikenal = konteks.rujukan.indikator
    kode = dict.fromkeys(f.indikator for f in fakta)
    milik = [dikenal[k] for k in kode if k in dikenal]
    milik = [i for i in milik if i.bentuk == "jumlah"] or milik
    if not milik or (peta is not None and peta.bentuk == "iku"):
        return ""
    if milik[0].bentuk == "jumlah" and any(BAKU.search(kata_polos(satu)) for satu in judul):
        konteks.hasil.catat("masalah.judul_pasien_baru", "peringatan", lembar, indikator=milik[0].kode)
    kata = kata_sempit(judul, (lembar, PurePath(konteks.berkas).stem), konteks.rujukan.units, milik)
    if kata and not (peta and kata in peta.sempit):
        dipetakan = bool(konteks.opsi.peta)
        konteks.hasil.catat(
            "masalah.judul_sempit_peta" if dipetakan else "masalah.judul_sempit",
            "peringatan" if dipetakan else "galat",
            lembar,
            nilai=kata,
            indikator=milik[0].kode,
        )
    return kata
