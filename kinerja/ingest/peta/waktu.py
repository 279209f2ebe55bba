"""Periods in pieces: a year here, a month there, the name of a sheet or of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.domain.periode import Periode, periode_dari_bulan
from kinerja.ingest.bulan_kata import POLA_BULAN, bulan_romawi, nomor_bulan
from kinerja.ingest.periode_teks import TAHUN_AKHIR, TAHUN_AWAL, periode_dari_judul, periode_dari_sel
from kinerja.ingest.tipe import Sel, berisi, teks_sel

_TAHUN = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_BULAN_ANGKA = re.compile(
    r"(?<![0-9])(20[0-9]{2})[-_. ]?(0[1-9]|1[0-2])(?![0-9])|(?<![0-9])(0[1-9]|1[0-2])[-_. ](20[0-9]{2})(?![0-9])"
)
_HARI = re.compile(
    r"(?<![0-9])(?:[0-9]{1,2}[-. ][0-9]{1,2}[-. ]20[0-9]{2}|20[0-9]{2}[-. ][0-9]{1,2}[-. ][0-9]{1,2})(?![0-9])"
)
_SUNTING = re.compile(
    rf"(?i)\b(?:revisi|rev|perbaikan|update|upd|(?:di)?kirim|(?:di)?terima|(?:di)?cetak)\b\.?\s+(?:bulan\s+)?(?:{POLA_BULAN})\b"
)
_HARI_KE_HARI = re.compile(r"(?<![0-9])[0-9]{1,2}\s*-\s*[0-9]{1,2}\s+[A-Za-z]")  # 1-7 Okt: not the month
_SAMPAI = re.compile(r"\b(?:s\s*[./]?\s*d|sampai|hingga)\b", re.IGNORECASE)
_TRIWULAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def periode_dari_bagian(tahun: Sel, bulan: Sel, triwulan: Sel, cadangan: Periode | None) -> Periode | None:
    """From a year and a month (or quarter) in columns of their own. A missing year comes from ``cadangan``."""
    angka = _tahun(tahun) if berisi(tahun) else (cadangan.tahun if cadangan else None)
    if angka is None:  # a column of months may hold them with their year
        utuh = None if berisi(tahun) else periode_dari_sel(bulan)
        return utuh if utuh and utuh.panjang < 12 else None
    if berisi(bulan):
        return _bulanan(angka, bulan)
    if berisi(triwulan):
        ke = _TRIWULAN.get(re.sub(r"(?i)^(?:triwulan|tribulan|tw|q)\.?\s*", "", teks_sel(triwulan).strip()).lower())
        return periode_dari_bulan(angka * 100 + ke * 3, "triwulan") if ke else None
    return periode_dari_bulan(angka * 100 + 12, "tahun") if berisi(tahun) else cadangan


def _tahun(sel: Sel) -> int | None:
    teks = teks_sel(sel).strip()
    cocok = re.fullmatch(r"((?:19|20)[0-9]{2})", teks)
    return int(cocok[1]) if cocok and TAHUN_AWAL <= int(cocok[1]) <= TAHUN_AKHIR else None


def _bulanan(tahun: int, sel: Sel) -> Periode | None:
    """A month as 1–12, by name, 'Tahunan' for the whole year, or a full period that agrees with the year."""
    teks = teks_sel(sel).strip()
    if re.fullmatch(r"(?i)(?:tahunan|setahun|annual)", teks):
        return periode_dari_bulan(tahun * 100 + 12, "tahun")
    ke = nomor_bulan(teks) or bulan_romawi(teks)
    if ke:
        return periode_dari_bulan(tahun * 100 + ke, "bulan")
    utuh = periode_dari_sel(sel)
    return utuh if utuh and utuh.tahun == tahun else None


def periode_dari_nama(nama: str, lain: Iterable[str], diberi: Periode | None) -> Periode | None:
    """From the name of a sheet or file: 'Okt 2026', '2026-10', 'Jan' with the year from ``lain`` or ``diberi``.

    A whole day in a name is that of printing or exporting, a month behind "revisi" that of editing, never the period.
    Words go before figures.
    """
    polos = _SUNTING.sub(" ", _HARI.sub(" ", re.sub(r"[_]+", " ", nama)))
    angka = _BULAN_ANGKA.findall(polos)
    kata = [b for k in re.findall(r"[A-Za-z]+", polos) if (b := nomor_bulan(k))]
    if angka and not kata:
        tahun, bulan = (angka[0][0], angka[0][1]) if angka[0][0] else (angka[0][3], angka[0][2])
        return periode_dari_bulan(int(tahun) * 100 + int(bulan), "bulan") if len(angka) == 1 else None
    tahun_ada = {int(t) for t in _TAHUN.findall(polos)}
    if not tahun_ada:
        tahun_ada = {int(t) for teks in lain for t in _TAHUN.findall(teks)}
    if not tahun_ada and diberi:
        tahun_ada = {diberi.tahun}
    if len(tahun_ada) != 1:
        return None
    tahun = tahun_ada.pop()
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        return None
    if len(set(kata)) == 1 and not _SAMPAI.search(polos) and not _HARI_KE_HARI.search(polos):
        return periode_dari_bulan(tahun * 100 + kata[0], "bulan")
    hasil = periode_dari_judul((f"{polos} tahun {tahun}",))
    if kata:
        return hasil
    ada_tahun = _TAHUN.search(polos) is not None
    return hasil if hasil and (ada_tahun or hasil.panjang != 12) else None
