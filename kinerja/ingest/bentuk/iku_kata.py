"""Words of plans (IKU, RKPD, LPPD): which way is good, and which column says what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from kinerja.ingest.kepala import kata
from kinerja.ingest.tipe import Sel, teks_sel

Arah = Literal["naik", "turun"]
_NAIK = re.compile(
    r"NAIK|UP|POSITI[FV]E?|MAKSIM(?:UM|AL|ASI)|MAXIM(?:UM|I[SZ]E)|MENINGKAT|TINGGI|INCREAS(?:E|ING)|HIGHER|"
    r"(?:SE)?MAKIN (?:TINGGI|BESAR|NAIK|BANYAK)(?: (?:SE)?MAKIN BAIK)?|HIGHER IS BETTER|BIGGER IS BETTER"
)
_TURUN = re.compile(
    r"TURUN|DOWN|NEGATI[FV]E?|MINIM(?:UM|AL|ASI)|MINIMI[SZ]E|MENURUN|RENDAH|DECREAS(?:E|ING)|LOWER|"
    r"(?:SE)?MAKIN (?:RENDAH|KECIL|TURUN|SEDIKIT)(?: (?:SE)?MAKIN BAIK)?|LOWER IS BETTER|SMALLER IS BETTER"
)
NAMA = re.compile(r"(?:NAMA |URAIAN )?INDIKATOR(?: .+)?|INDICATOR(?: NAME)?|MEASURE|PERFORMANCE INDICATOR")
SATUAN = re.compile(r"SATUAN(?! (?:KERJA|PELAYANAN|LAYANAN|ORGANISASI)\b)(?: .+)?|UNIT OF MEASURE|UOM")
UKURAN = re.compile(
    r"KASUS|MENIT|JAM|HARI|BULAN|TAHUN|KELUHAN|ORANG|JIWA|BAYI|IBU|BALITA|PASIEN|KUNJUNGAN|PERSEN(?:TASE)?|NILAI|SKOR|"
    r"POIN|INDEKS|ANGKA|RASIO|LEVEL|PREDIKAT|OPINI|KATEGORI|DOKUMEN|LAPORAN|KEGIATAN|PAKET|KALI|BUAH|UNIT|RUPIAH|"
    r"PER [0-9 ]+.*|KELURAHAN|DESA|LOKASI|INOVASI|KELOMPOK|SEKOLAH|PUSKESMAS"
)
"""What figures of plans are counted in; a column of such words is no column of units of work."""
_NYARIS = re.compile(
    r"(?:[<>≥≤=~±]+ ?)+[0-9].*|(?:MIN|MAKS|MAX)(?:IMAL)?\.? ?[0-9].*|AA|A|BB|B|CC|C|D|WTP|WDP|TMP|SANGAT BAIK|BAIK"
)
ARAH = re.compile(
    r"ARAH(?: .+)?|POLARITAS|POLARISASI|SIFAT(?: INDIKATOR)?|(?:DESIRED )?DIRECTION|TREN YANG DIHARAPKAN|POLARITY"
)
PEMBEDA = re.compile(r"ID|KODE(?: INDIKATOR)?|NOMOR INDIKATOR|INDICATOR (?:ID|CODE)")
TARGET = re.compile(r"\bTARGET\b")
REALISASI = re.compile(r"\b(?:REALISASI|ACTUALS?|RESULT)\b")
CAPAIAN = re.compile(r"\bCAPAIAN\b")
BUKAN = re.compile(r"%|\bPERSEN|\bRP\b|RUPIAH|\bPAGU\b|ANGGARAN|KEUANGAN|\bTINGKAT CAPAIAN\b")
"""Columns of a plan that are no target and no result: percentages of the target, money."""
RENCANA = re.compile(
    r"\b(?:IKU|IKK|LPPD|LKPJ|LKJIP|LAKIP|RKPD|RENSTRA|RENJA|RPJMD|INDIKATOR KINERJA|PERJANJIAN KINERJA)\b"
)
_NOMOR = re.compile(r"^(?:\(?[0-9]{1,3}\s*[.)]\s*|[a-zA-Z][.)]\s+)")


def nyaris_angka(sel: Sel) -> bool:
    """A bound ("≥ 85") or a grade ("BB") where plans have figures: the column is one, its cell is named later."""
    return isinstance(sel, str) and _NYARIS.fullmatch(" ".join(sel.upper().split())) is not None


def baca_arah(sel: Sel, arti: Mapping[str, str]) -> Arah | None:
    """Which way is good; None for a blank or a word that does not say. ``arti``: words of this column."""
    teks = " ".join(teks_sel(sel).split())
    lain = {k.casefold(): v for k, v in arti.items()}.get(teks.casefold())
    if lain is not None:
        return "naik" if lain == "naik" else "turun" if lain == "turun" else None
    if teks in ("↑", "▲"):
        return "naik"
    if teks in ("↓", "▼"):
        return "turun"
    polos = kata(teks)
    return "naik" if _NAIK.fullmatch(polos) else "turun" if _TURUN.fullmatch(polos) else None


def rapikan_nama(sel: Sel) -> str:
    """The name of an indicator in one line, without the number that lists print before it."""
    teks = " ".join(teks_sel(sel).split())
    return _NOMOR.sub("", teks) or teks
