"""Feedback and what belongs to it as plain records, and what may stand in its texts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from kinerja.domain.errors import KinerjaError

BATAS_TEKS = 2000
"""Most characters of one text field."""
JenisTanggapan = Literal["jawaban", "keberatan", "balasan"]
KeadaanUmpanBalik = Literal["belum", "terkirim", "dibaca", "dijawab", "keberatan"]
KEADAAN_UMPAN_BALIK: tuple[KeadaanUmpanBalik, ...] = ("belum", "terkirim", "dibaca", "dijawab", "keberatan")
_NOMOR_ORANG = re.compile(r"\d(?:(?:[\s.\-_/]*|,)\d){13,}")
_TELEPON = re.compile(r"(?:\+\s*62[\s.\-_/]*|(?<!\d)62[ -]?|(?<![\d.,])0)8[1-9](?:[\s.\-_/]?\d){7,10}(?!\d)")
_HARI = re.compile(r"(?<!\d)\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d{2}(?!\d)")
_BARIS_KOSONG = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Tanggapan:
    """An answer, an objection or a reply; ``oleh`` is the code of who wrote it, ``pada`` is UTC."""

    id: int
    jenis: JenisTanggapan
    isi: str
    oleh: str
    pada: datetime


@dataclass(frozen=True)
class IsiUmpanBalik:
    """What an evaluator writes on one person and period: ``fakta`` and ``saran`` are required, the rest may be ''.

    ``indikator`` is the text of the item spoken of, ``perilaku`` a BerAKHLAK code, ``langkah`` the step agreed on,
    ``tanggal_langkah`` its date.
    """

    pegawai: str
    unit: str
    dari: int
    sampai: int
    fakta: str
    saran: str
    indikator: str = ""
    perilaku: str = ""
    langkah: str = ""
    tanggal_langkah: date | None = None


@dataclass(frozen=True)
class UmpanBalik:
    """Feedback as kept. ``dibaca`` None: not read yet; ``contoh``: synthetic, of the sample data."""

    id: int
    isi: IsiUmpanBalik
    penilai: str
    oleh: str
    dibuat: datetime
    dibaca: datetime | None
    contoh: bool
    tanggapan: tuple[Tanggapan, ...] = ()


@dataclass(frozen=True)
class Alasan:
    """Why a matter of the work queue stands as it does, as somebody wrote it; the newest one counts."""

    pegawai: str
    jenis: str
    alasan: str
    oleh: str
    pada: datetime


@dataclass(frozen=True)
class Kunjung:
    """One look at somebody's data: by whom, in which role, what was done, when (UTC)."""

    pelaku: str
    peran: str
    tindakan: str
    pegawai: str
    unit: str
    rincian: str
    pada: datetime


@dataclass(frozen=True)
class Nama:
    """The name of an employee and the last four digits of the NIP ('' unknown): all that is kept of either."""

    nama: str
    nip_akhir: str = ""


def bersihkan(teks: str) -> str:
    """The text without control, invisible and surrogate characters; line ends as ``\\n``, no blanks around."""
    satu = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n"))
    bersih = "".join(c for c in satu if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return _BARIS_KOSONG.sub("\n\n", bersih).strip()


def periksa_teks(teks: str, *, wajib: bool = True, batas: int = BATAS_TEKS) -> str:
    """The cleaned text. Raises ``KinerjaError`` when blank, too long, or holding a NIP, a NIK or a mobile number.

    Trap: fourteen digits with nothing but blanks, dots, hyphens, strokes, slashes or bare commas between them are
    refused even if they are small numbers in a row; with a comma and a blank between them, and as days, they are not.
    """
    bersih = bersihkan(teks)
    if not bersih and wajib:
        raise KinerjaError("galat.teks_kosong")
    if len(bersih) > batas:
        raise KinerjaError("galat.teks_panjang", panjang=len(bersih), batas=batas)
    tanpa_hari = _HARI.sub("…", bersih)
    if _NOMOR_ORANG.search(tanpa_hari) or _TELEPON.search(tanpa_hari):
        raise KinerjaError("galat.teks_nomor")
    return bersih
