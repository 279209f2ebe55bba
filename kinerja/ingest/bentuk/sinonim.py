"""Words of headers and cells, Indonesian and English, and what they mean in a table of figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from kinerja.domain.indikator import Indikator
from kinerja.ingest.aturan_spm import aturan_untuk
from kinerja.ingest.kepala import Jalur, kata, rapikan
from kinerja.ingest.tipe import Sel, teks_sel

_NAMA = r"(?:NAMA |NM )?"
_EKOR = r"(?: (?:NAMA|NAME|FULL NAME|CODE))?(?: [A-Z])?"
UNIT = tuple(
    re.compile(_NAMA + f"(?:{pola})" + _EKOR)
    for pola in (
        r"(?:UPTD? )?PUSKESMAS|PUSTU|POSYANDU|FASKES|FASYANKES|(?:SARANA|FASILITAS) (?:PELAYANAN )?KESEHATAN|"
        r"CLINIC|FACILITY|HEALTH CENT(?:ER|RE)",
        r"(?:UNIT|SATUAN)(?: (?:KERJA|LAYANAN|PELAYANAN|ORGANISASI))?|KODE UNIT|SATKER|DEPT|DEPARTMENT|WORK UNIT|"
        r"ORG(?:ANI[SZ]ATION)?|PROVIDER|HOSPITAL|SITE",
        r"OPD|SKPD|PERANGKAT DAERAH|AGENCY|TRUST",
        r"(?:DESA )?KELURAHAN(?: DESA)?|DESA|VILLAGE",
        r"KECAMATAN|(?:SUB )?DISTRICT",
        r"KAB(?:UPATEN)? KOTA|KABKOTA?|KOTA|KABUPATEN|CITY|REGENCY",
        r"PROVINSI|PROPINSI|PROVINCE",
    )
)
"""Headers of units, the smallest kind of unit first: a puskesmas is the unit where its city stands beside it."""
WAKTU: Mapping[str, re.Pattern[str]] = {
    "tahun": re.compile(r"TAHUN(?: DATA)?|THN|YEAR"),
    "bulan": re.compile(r"BULAN(?: KE)?|BLN|MONTH"),
    "triwulan": re.compile(r"TRIWULAN(?: KE)?|TRIBULAN|TW|QUARTER"),
    "periode": re.compile(r"PERIODE(?: (?:DATA|LAPORAN|UPDATE))?|PERIOD|TANGGAL|TGL|DATE|WAKTU"),
}
JUDUL_JK = re.compile(r"JK|JENIS KELAMIN|L P|SEX|GENDER")
TAK_DIPAKAI = re.compile(
    r"NO|NOMOR|NO URUT|(?:KODE|KD|ID)(?: .+)?|.+ (?:ID|KODE)|SATUAN(?: DATA)?|KETERANGAN|KET|CATATAN|"
    r"SUMBER(?: DATA)?|CREATED.*|UPDATED.*|LATITUDE|LONGITUDE"
)
DIMENSI = re.compile(
    r"(?:JENIS|KELOMPOK|KATEGORI|TIPE|TYPE|GOLONGAN|STATUS|TINGKAT|CARA|KLASIFIKASI|RENTANG)(?: .+)?|"
    r"(?:.+ )?(?:UMUR|USIA|AGE(?: GROUP)?)|PENDIDIKAN|PEMBIAYAAN|PENJAMIN|POLI|LAYANAN|GEDUNG|CATEGORY|GROUP"
)
INDIKATOR = re.compile(
    r"(?:NAMA |KODE |URAIAN )?INDIKATOR(?: KINERJA)?(?: (?:UTAMA|KUNCI|SASARAN|PROGRAM))?(?: IKU| IKK)?|"
    r"JENIS (?:PELAYANAN|LAYANAN)(?: DASAR)?|INDICATOR(?: NAME| CODE)?|MEASURE"
)
PEMBILANG = re.compile(
    r"PEMBILANG|NUMERATOR|TERLAYANI|(?:YANG )?(?:DILAYANI|MENDAPAT PELAYANAN)(?: SESUAI STANDAR)?|SESUAI STANDAR"
)
PENYEBUT = re.compile(r"PENYEBUT|DENOMINATOR|SASARAN|ESTIMASI")
PERSEN = re.compile(r"%|\bPERSEN|\bPERCENT|\bPCT\b", re.IGNORECASE)
SAKIT = re.compile(r"PENYAKIT|DIAGNOS|\bICD\b", re.IGNORECASE)
JUMLAH = re.compile(
    r"(?:GRAND |SUB ?)?(?:JUMLAH|JML|TOTAL)|SEMUA(?: .+)?|SELURUH(?:NYA)?|KESELURUHAN|ALL(?: .+)?|BOTH(?: .+)?|L ?\+ ?P"
)
"""Members of a dimension that stand for all its members together."""
JUMLAH_SEBAGIAN = re.compile(r"(?:GRAND |SUB ?)?(?:JUMLAH|JML|TOTAL)\b.+")
"""Members that stand for some of the others ("JUMLAH PENYAKIT KULIT"): never added to them."""
_PENUH = re.compile(
    r"SUBTOTAL|GRANDTOTAL|SEMUANYA|GABUNGAN|(?:JUMLAH|TOTAL) (?:SEMUA|SELURUH|SEMUANYA|SELURUHNYA|KESELURUHAN|TOTAL)|"
    r"SELURUH .+|(?:.+ )?(?:SEMUA|SELURUH|ALL) (?:UMUR|USIA|AGES?|GOLONGAN|KELOMPOK|KATEGORI|JENIS)(?: UMUR| USIA)?"
)
_SEBAGIAN_EKOR = re.compile(r".+ (?:SUB ?)?(?:TOTAL|JUMLAH|JML|KESELURUHAN|SEMUANYA|SELURUHNYA)")
_BUKAN_RINCIAN = re.compile(
    r".*\b(?:TARGET\w*|SASARAN|RENCANA|PERENCANAAN|PROYEKSI|PREDIKSI|PERKIRAAN|ESTIMASI|REALISASI|CAPAIAN|PLAN|PLANNED|"
    r"FORECAST|PROJECT(?:ED|ION)|ACTUAL|(?:BULAN|TAHUN|TRIWULAN|SEMESTER|PERIODE|MINGGU) (?:YANG )?(?:LALU|SEBELUMNYA|"
    r"LEWAT|INI|BERJALAN)|(?:LAST|PREVIOUS|THIS) (?:MONTH|QUARTER|YEAR)|KUMULATIF|DI ?BATALKAN|BATAL|REVISI\w*|REVISED|"
    r"CANCELL?ED|PROVISIONAL|PRELIMINARY|DIRALAT|RALAT)\b.*|"
    r"(?:(?:ANGKA|DATA|STATUS|LAPORAN) )?(?:SANGAT )?(?:SEMENTARA|TETAP|FINAL|DRAFT?)(?: \d+)?"
)
"""Members that are another kind of figure: plan beside outcome, another time, an earlier or withdrawn version."""
_SEBUTAN: Mapping[re.Pattern[str], str] = {
    re.compile(r"\b(?:NON|BUKAN|TANPA|SELAIN) (?:RAWAT )?(?:INAP|JALAN|RANAP|RAJAL)\b"): "",
    re.compile(r"\b(?:KUNJUNGAN )?(?:RAWAT INAP|RANAP|INAP|INPATIENTS?(?: VISITS)?)\b"): "KUNJUNGAN RAWAT INAP",
    re.compile(r"\b(?:KUNJUNGAN )?(?:RAWAT JALAN|RAJAL|OUTPATIENTS?(?: VISITS)?)\b"): "KUNJUNGAN RAWAT JALAN",
}
"""How members of a dimension shorten the names of indikator."""
_NETRAL = frozenset(
    ("JUMLAH", "JML", "TOTAL", "BANYAK", "BANYAKNYA", "ORANG", "DI", "PUSKESMAS", "NUMBER", "OF", "COUNT", "VALUE")
)
_JK: Mapping[str, str] = {
    **dict.fromkeys(("", "L+P", "LP", "-", "SEMUA", "BOTH", "ALL", "JUMLAH", "TOTAL"), ""),
    **dict.fromkeys(("L", "LK", "LAKI-LAKI", "LAKI LAKI", "LAKI", "PRIA", "M", "MALE"), "L"),
    **dict.fromkeys(("P", "PR", "PEREMPUAN", "WANITA", "F", "FEMALE"), "P"),
}


@dataclass(frozen=True)
class ArtiAngka:
    """What a header says of a column of figures: whose, and which component."""

    kode: str
    isi: str


def total_penuh(anggota: str) -> bool:
    """Does this member of a dimension stand for all its members?"""
    return JUMLAH.fullmatch(anggota) is not None or any(p.fullmatch(kata(anggota)) for p in (JUMLAH, _PENUH))


def total_rincian(anggota: str) -> bool:
    """Does this member of a dimension add up all or some of the others?"""
    sebagian = any(p.fullmatch(kata(anggota)) for p in (JUMLAH_SEBAGIAN, _SEBAGIAN_EKOR))
    return sebagian or JUMLAH_SEBAGIAN.fullmatch(anggota) is not None or total_penuh(anggota)


def bukan_rincian(anggota: str) -> bool:
    """Is this member of a dimension another kind of figure than its neighbours, never a part of their sum?"""
    return _BUKAN_RINCIAN.fullmatch(kata(anggota)) is not None


def nama_utuh(anggota: str) -> str:
    """A member of a dimension with the shortened names of indikator in it written out."""
    teks = kata(anggota)
    for pola, nama in _SEBUTAN.items():
        teks = pola.sub(nama, teks)
    return teks


def baca_jk(sel: Sel, arti: Mapping[str, str] | None = None) -> str | None:
    """L, P, '' for both; None for anything else. ``arti``: words of this column beyond those everybody knows."""
    teks = " ".join(teks_sel(sel).split())
    lain = {k.casefold(): v for k, v in (arti or {}).items()}
    if teks.casefold() in lain:
        return lain[teks.casefold()] if lain[teks.casefold()] in ("L", "P", "") else None
    return _JK.get(teks.upper().replace(" + ", "+"))


def kolom_unit(judul: Iterable[str]) -> int | None:
    """Index of the header that names the smallest kind of unit; of two of one kind the name wins over the code."""
    daftar = [kata(teks) for teks in judul]
    for pola in UNIT:
        cocok = [n for n, teks in enumerate(daftar) if pola.fullmatch(teks)]
        if cocok:
            bernama = [n for n in cocok if "NAMA" in daftar[n].split() or "NAME" in daftar[n].split()]
            return (bernama or cocok)[0]
    return None


def arti_angka(jalur: Jalur, indikator: Mapping[str, Indikator]) -> ArtiAngka | None:
    """Which registered indikator a header names beyond doubt; None when none, several, or words more than that.

    "Kunjungan rawat jalan" is one, "kunjungan rawat jalan baru" is not: what the word left over means is not known.
    """
    for teks in (jalur[-1:], jalur):
        cocok = {a for ind in indikator.values() for a in _arti(kata(" ".join(teks)), ind)}
        if len(cocok) == 1:
            return cocok.pop()
    return None


def _arti(teks: str, ind: Indikator) -> set[ArtiAngka]:
    if ind.bentuk == "rerata_rasio":
        return set()
    nama = {kata(ind.nama.id), kata(ind.nama.en)}
    if ind.bentuk == "jumlah":
        if teks == kata(ind.kode) or any(_sisa(teks, n) == "" for n in nama):
            return {ArtiAngka(ind.kode, "pembilang")}
        return {ArtiAngka(ind.kode, "target")} if any(_sisa(teks, n) == "TARGET" for n in nama) else set()
    sisa = {_sisa(teks, n) for n in chain(nama, map(kata, ind.kata_kunci), [kata(ind.kode)])} - {None}
    peran = {"pembilang": PEMBILANG, "penyebut": PENYEBUT}
    return {ArtiAngka(ind.kode, p) for p, pola in peran.items() if any(pola.fullmatch(s) for s in sisa if s)}


def _sisa(teks: str, nama: str) -> str | None:
    """The words beside the name that are not neutral; None when the name is not there."""
    if not nama or f" {nama} " not in f" {teks} ":
        return None
    tinggal = f" {teks} ".replace(f" {nama} ", " ", 1).split()
    return " ".join(k for k in tinggal if k not in _NETRAL)


def indikator_sel(sel: Sel, indikator: Mapping[str, Indikator], arti: Mapping[str, str] | None = None) -> str:
    """Kode of the indikator a cell names: its kode or name, or a service of the SPM in full words; '' for others."""
    teks = " ".join(teks_sel(sel).split())
    lain = {k.casefold(): v for k, v in (arti or {}).items()}
    if teks.casefold() in lain:
        return lain[teks.casefold()]
    for satu in indikator.values():
        if teks.casefold() in (satu.kode.casefold(), satu.nama.id.casefold(), satu.nama.en.casefold()):
            return satu.kode
    if not re.match(r"(?:[0-9]{1,2}[.)]?\s*)?PELAYANAN KESEHATAN\b", rapikan(sel)):
        return ""
    cocok = [a.kode for a in aturan_untuk(rapikan(sel), indikator) if a.kode in indikator]
    return cocok[0] if len(cocok) == 1 else ""
