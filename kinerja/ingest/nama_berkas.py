"""Names of files about one person: the number is masked, and the name that stands beside it."""

from __future__ import annotations

import re

from kinerja.domain.samar import GANTI
from kinerja.ingest.bulan_kata import URUT_BULAN

_AKHIRAN = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_TEMPAT = "puskesmas|pustu|pkm|kelurahan|kel|kecamatan|kec|seksi|dinas"
_KATA = frozenset(
    (
        *URUT_BULAN,
        *("skp", "penilaian", "kinerja", "perilaku", "evaluasi", "rekap", "laporan", "lapor", "register", "pelatihan"),
        *("diklat", "daftar", "data", "hadir", "absen", "kunjungan", "pegawai", "asn", "pns", "pppk", "butir", "bukti"),
        *("triwulan", "tw", "semester", "tahun", "bulan", "periode", "i", "ii", "iii", "iv", "rencana", "realisasi"),
        *("template", "templat", "format", "nip", "nik", "lb", "skm", "ikm", "lubuk", "begalung", *_TEMPAT.split("|")),
    )
)
_SATU = re.compile(rf"(?i)(?P<tempat>\b(?:{_TEMPAT})[ ._-]+[^\W\d_]+)|(?P<kata>[^\W\d_]+)")


def tanpa_nama(nama: str) -> str:
    """The name of a file in which a number was masked, without any other word than those of offices and of time.

    >>> tanpa_nama("SKP Oktober 2026 … Andi Saputra.xlsx")
    'SKP Oktober 2026 ….xlsx'
    """
    akhir = _AKHIRAN.search(nama)
    batang, ekor = (nama[: akhir.start()], akhir[0]) if akhir else (nama, "")
    samar = _SATU.sub(_ganti, batang.replace("_", " "))
    return re.sub(rf"\s*{GANTI}(?:[\s.,_-]*{GANTI})*", f" {GANTI}", samar).strip(" ,-_") + ekor


def _ganti(cocok: re.Match[str]) -> str:
    kata = cocok["kata"]
    return cocok[0] if kata is None or kata.lower() in _KATA else GANTI
