"""Numbers, percentages, dates and periods. Babel for what CLDR knows, the office's own words where it differs.

Government writes Triwulan I-IV and Semester I/II, not CLDR's "Kuartal ke-1".
"""

from __future__ import annotations

from datetime import date, datetime
from math import isnan

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from kinerja.domain.capaian import bulatkan
from kinerja.domain.periode import WIB, Periode
from kinerja.i18n.katalog import Bahasa, teks

KOSONG = "–"
_LOKAL: dict[Bahasa, str] = {"id": "id_ID", "en": "en_GB"}
_ROMAWI = ("I", "II", "III", "IV")


def angka(nilai: float | None, desimal: int, bahasa: Bahasa, *, tanda: bool = False) -> str:
    """``nilai`` half up with exactly ``desimal`` decimals: 1.234,5 or 1,234.5; a dash for None.

    ``tanda`` writes the sign of a change: +5,4 or −2,0 (a true minus sign).
    """
    if nilai is None or isnan(nilai):
        return KOSONG
    bulat = bulatkan(nilai, desimal)
    pola = "#,##0" + ("." + "0" * desimal if desimal else "")
    tulis: str = format_decimal(abs(bulat), format=pola, locale=_LOKAL[bahasa])
    if bulat < 0:
        return f"−{tulis}"
    return f"+{tulis}" if tanda and bulat > 0 else tulis


def persen(nilai: float | None, bahasa: Bahasa, desimal: int = 1, *, tanda: bool = False) -> str:
    """Percent already in percent: 94.3 → 94,3%."""
    isi = angka(nilai, desimal, bahasa, tanda=tanda)
    return isi if isi == KOSONG else f"{isi}%"


def bulan(yyyymm: int, bahasa: Bahasa, *, pendek: bool = False) -> str:
    """Oktober 2026, or Okt 2026."""
    hari = date(yyyymm // 100, yyyymm % 100, 1)
    hasil: str = format_date(hari, "MMM yyyy" if pendek else "MMMM yyyy", locale=_LOKAL[bahasa])
    return hasil


def nama_bulan(urut: int, bahasa: Bahasa) -> str:
    """Short name of month 1-12: Jan ... Agu ... Des."""
    hasil: str = format_date(date(2026, urut, 1), "MMM", locale=_LOKAL[bahasa])
    return hasil


def tanggal(hari: date, bahasa: Bahasa, *, pendek: bool = False) -> str:
    """24 November 2026; short 24 Nov 2026."""
    hasil: str = format_date(hari, "d MMM yyyy" if pendek else "d MMMM yyyy", locale=_LOKAL[bahasa])
    return hasil


def waktu(pada: datetime, bahasa: Bahasa) -> str:
    """24 Nov 2026 14.30 WIB. ``pada`` must be aware; stored times are UTC."""
    pola = "d MMM yyyy HH.mm" if bahasa == "id" else "d MMM yyyy HH:mm"
    return f"{format_datetime(pada.astimezone(WIB), pola, locale=_LOKAL[bahasa])} WIB"


def periode(isi: Periode, bahasa: Bahasa, *, pendek: bool = False) -> str:
    """Oktober 2026 · Triwulan III 2026 · Semester II 2026 · Tahun 2026 · Januari–Oktober 2026."""
    tahun, akhir = divmod(isi.sampai, 100)
    match isi.jenis:
        case "bulan":
            return bulan(isi.sampai, bahasa, pendek=pendek)
        case "triwulan":
            return teks(
                bahasa,
                "periode.triwulan_pendek" if pendek else "periode.triwulan",
                urut=_ROMAWI[(akhir - 1) // 3],
                tahun=tahun,
            )
        case "semester":
            return teks(bahasa, "periode.semester", urut=_ROMAWI[(akhir - 1) // 6], tahun=tahun)
        case "tahun":
            return teks(bahasa, "periode.tahun", tahun=tahun)
        case "rentang":
            return f"{bulan(isi.dari, bahasa, pendek=True)} – {bulan(isi.sampai, bahasa, pendek=True)}"
        case "kumulatif":
            pola = "MMM" if pendek else "MMMM"
            awal = format_date(date(tahun, isi.dari % 100, 1), pola, locale=_LOKAL[bahasa])
            return (
                f"{awal}–{bulan(isi.sampai, bahasa, pendek=pendek)}"
                if isi.dari != isi.sampai
                else bulan(isi.sampai, bahasa, pendek=pendek)
            )
