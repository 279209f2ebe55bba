"""Excel and CSV of what is on the page: real numbers, the method beside them, nothing that Excel could run."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pandas as pd
from xlsxwriter import Workbook

from kinerja.domain.indikator import Indikator
from kinerja.ekspor.lembar import Lembar, buat_gaya, tulis_capaian, tulis_metode
from kinerja.ekspor.tabel import Isi, Tabel, buat_tabel, dipakai
from kinerja.i18n import Bahasa, teks

_RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs with which a spreadsheet program takes a text for a formula."""
_BERSIH = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def buku_capaian(
    frame: pd.DataFrame,
    *,
    judul: str,
    keterangan: Sequence[tuple[str, str]],
    indikator: Mapping[str, Indikator],
    bahasa: Bahasa,
    contoh: bool,
) -> bytes:
    """An .xlsx workbook of ``frame`` (shape CAPAIAN): figures with a chart, and a sheet on method and filters.

    ``keterangan``: (label, text) of filters, source and snapshot. Every number is the frame's own, unrounded; only
    its format rounds. Texts stay texts whatever they begin with. ``contoh`` stamps both sheets as sample data.
    """
    tabel = buat_tabel(frame, indikator, bahasa)
    keluar = io.BytesIO()
    with Workbook(keluar, _BERSIH) as buku:
        buku.set_properties({"title": judul, "author": teks(bahasa, "ekspor.produk")})
        gaya = buat_gaya(buku)
        satu = buku.add_worksheet(teks(bahasa, "ekspor.lembar.capaian"), Lembar)
        tulis_capaian(buku, satu, gaya, tabel, judul, keterangan, indikator, bahasa, contoh=contoh)
        dua = buku.add_worksheet(teks(bahasa, "ekspor.lembar.metode"), Lembar)
        catatan = [*keterangan, *_dikoreksi(tabel, bahasa)]
        tulis_metode(dua, gaya, dipakai(tabel.baris, indikator), judul, catatan, bahasa, contoh=contoh)
    return keluar.getvalue()


def _dikoreksi(tabel: Tabel, bahasa: Bahasa) -> list[tuple[str, str]]:
    """What the mark in the table means, when any row has it."""
    if not any(b.dikoreksi for b in tabel.baris):
        return []
    return [(teks(bahasa, "dikoreksi.kata"), teks(bahasa, "dikoreksi.arti"))]


def csv_capaian(frame: pd.DataFrame, *, indikator: Mapping[str, Indikator], bahasa: Bahasa) -> bytes:
    """The table as CSV in UTF-8 with mark: ``;`` and decimal comma in Indonesian, ``,`` and point in English.

    Excel in either language opens it as it is. A text that begins like a formula gets an apostrophe before it.
    """
    tabel = buat_tabel(frame, indikator, bahasa)
    keluar = io.StringIO(newline="")
    tulis = csv.writer(keluar, delimiter=";" if bahasa == "id" else ",")
    tulis.writerow(tabel.kepala)
    tulis.writerows([_sel(v, bahasa) for v in baris] for baris in tabel.isi)
    return keluar.getvalue().encode("utf-8-sig")


def _sel(v: Isi, bahasa: Bahasa) -> str:
    if v is None:
        return ""
    if isinstance(v, str):
        return f"'{v}" if v.lstrip(" \u00a0").startswith(_RUMUS) else v
    tulis = f"{Decimal(repr(v)):f}".removesuffix(".0")  # never 1e-07
    return tulis.replace(".", ",") if bahasa == "id" else tulis


def nama_berkas(jenis: str, unit: str, periode: str, hari: date) -> str:
    """File name of safe characters: ``unit-vs-target_Puskesmas-Lubuk-Begalung_2026-10_2026-11-24.xlsx``."""
    return "_".join((*(_aman(b) for b in (jenis, unit, periode)), hari.isoformat())) + ".xlsx"


def _aman(bagian: str) -> str:
    """Letters, digits and hyphens only, at most 60 of them; 'data' when nothing is left."""
    ascii_ = unicodedata.normalize("NFKD", bagian).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", ascii_).strip("-")[:60].strip("-") or "data"
