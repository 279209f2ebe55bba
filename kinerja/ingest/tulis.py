"""The template as a workbook: empty to be filled in, or with rows as an export that can be read back unchanged."""

from __future__ import annotations

import io
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from kinerja.domain.indikator import Indikator
from kinerja.domain.unit import Unit
from kinerja.ingest.kepala_templat import KOLOM, KOLOM_TAMBAHAN
from kinerja.ingest.tipe import huruf_kolom

_LEBAR = {"periode": 14, "unit": 36, "indikator": 26, "pembilang": 14, "penyebut": 14, "target": 12, "catatan": 40}
_BARIS_ISIAN = 5_000  # rows that get drop-down lists
_TEKS = ("periode", "unit", "indikator", "jk", "catatan", "sk")
_KATALOG = Path(__file__).resolve().parents[1] / "i18n"


@dataclass(frozen=True)
class BarisTemplat:
    """One row: kode of the period, kode or name of the unit, kode of the indikator, and what is known of it."""

    periode: str
    unit: str
    indikator: str
    pembilang: int | None = None
    penyebut: int | None = None
    target: Decimal | None = None
    catatan: str = ""
    jk: str = ""
    sk: str = ""


def tulis_templat(
    indikator: Sequence[Indikator], units: Sequence[Unit], bahasa: str, baris: Sequence[BarisTemplat] = ()
) -> bytes:
    """An .xlsx with the sheets Data, Daftar (choices) and Petunjuk (how to fill it in, in ``bahasa``).

    Column names and sheet names stay Indonesian in both languages, so that a file works everywhere. Columns ``jk``
    and ``sk`` are added only where rows use them. Texts that begin with = are written as texts.
    """
    from openpyxl import Workbook

    buku = Workbook(write_only=True)
    pilihan_unit = _nama_unit(units)
    kolom = [*KOLOM, *(nama for nama in KOLOM_TAMBAHAN if any(getattr(b, nama) for b in baris))]
    _tulis_data(buku.create_sheet("Data"), kolom, baris, len(pilihan_unit), len(indikator), bahasa)
    _tulis_daftar(buku.create_sheet("Daftar"), pilihan_unit, units, indikator, bahasa)
    _tulis_petunjuk(buku.create_sheet("Petunjuk"), bahasa)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


@cache
def _katalog(bahasa: str) -> dict[str, Any]:
    """Texts of ``templat.toml``. Read as data: this layer does not import the catalogs' code."""
    nama = "en" if bahasa == "en" else "id"
    isi: dict[str, Any] = tomllib.loads((_KATALOG / nama / "templat.toml").read_text(encoding="utf-8"))["templat"]
    return isi


def _nama_unit(units: Sequence[Unit]) -> list[str]:
    """What the list of units offers: names, but the kode where two units share a name."""
    kali = Counter(unit.nama for unit in units)
    return [unit.nama if kali[unit.nama] == 1 else unit.kode for unit in units]


def _tulis_data(
    lembar: Any, kolom: list[str], baris: Sequence[BarisTemplat], n_unit: int, n_indikator: int, bahasa: str
) -> None:
    lembar.freeze_panes = "A2"
    for urut, nama in enumerate(kolom):
        lembar.column_dimensions[huruf_kolom(urut)].width = _LEBAR.get(nama, 10)
    akhir = max(_BARIS_ISIAN, len(baris) + 1)
    for satu in _validasi(kolom, n_unit, n_indikator, akhir, bahasa):
        lembar.data_validations.append(satu)
    lembar.append([_sel_kepala(lembar, nama) for nama in kolom])
    for isi in baris:
        lembar.append([_sel(lembar, getattr(isi, nama), nama) for nama in kolom])


def _validasi(kolom: list[str], n_unit: int, n_indikator: int, akhir: int, bahasa: str) -> list[Any]:
    """Drop-down lists and hints. Units only warn: a name that differs is asked on import, not refused here."""
    from openpyxl.worksheet.datavalidation import DataValidation

    petunjuk = _katalog(bahasa)["isian"]
    daftar = {
        "unit": DataValidation("list", formula1=f"Daftar!$B$2:$B${n_unit + 1}", errorStyle="warning", allow_blank=True),
        "indikator": DataValidation("list", formula1=f"Daftar!$D$2:$D${n_indikator + 1}", allow_blank=True),
        "periode": DataValidation(allow_blank=True),
        "jk": DataValidation("list", formula1='"L,P"', allow_blank=True),
    }
    for nama in ("pembilang", "penyebut"):
        daftar[nama] = DataValidation("whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    for nama, satu in daftar.items():
        satu.promptTitle, satu.prompt, satu.showInputMessage = nama, petunjuk[nama], True
        satu.errorTitle, satu.error, satu.showErrorMessage = nama, petunjuk[nama], True
        if nama in kolom:
            huruf = huruf_kolom(kolom.index(nama))
            satu.add(f"{huruf}2:{huruf}{akhir}")
    return [satu for nama, satu in daftar.items() if nama in kolom]


def _sel_kepala(lembar: Any, teks: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill

    sel = WriteOnlyCell(lembar, value=teks)
    sel.font = Font(bold=True, color="FFFFFF")
    sel.fill = PatternFill("solid", fgColor="1F4E5F")
    return sel


def _sel(lembar: Any, nilai: object, nama: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if nilai is None or nilai == "":
        return None
    if nama not in _TEKS:
        return nilai
    sel = WriteOnlyCell(lembar, value=ILLEGAL_CHARACTERS_RE.sub("", str(nilai)))
    sel.data_type = "s"  # else a text that begins with = becomes a formula
    sel.number_format = "@"
    return sel


def _tulis_daftar(
    lembar: Any, pilihan: list[str], units: Sequence[Unit], indikator: Sequence[Indikator], bahasa: str
) -> None:
    for huruf, lebar in zip("ABCDEF", (16, 36, 4, 26, 44, 14), strict=True):
        lembar.column_dimensions[huruf].width = lebar
    judul = _katalog(bahasa)["daftar"]
    kepala = (judul["kode_unit"], judul["unit"], None, judul["kode"], judul["nama"], judul["satuan"])
    lembar.append([_sel_kepala(lembar, teks) if teks else None for teks in kepala])
    for urut in range(max(len(units), len(indikator))):
        kiri = [units[urut].kode, pilihan[urut]] if urut < len(units) else [None, None]
        kanan: list[object] = [None, None, None]
        if urut < len(indikator):
            satu = indikator[urut]
            kanan = [satu.kode, satu.nama.dalam(bahasa), satu.satuan.dalam(bahasa)]
        lembar.append([_sel(lembar, nilai, "unit") for nilai in (*kiri, None, *kanan)])


def _tulis_petunjuk(lembar: Any, bahasa: str) -> None:
    lembar.column_dimensions["A"].width = 110
    katalog = _katalog(bahasa)
    lembar.append([_sel_kepala(lembar, katalog["judul"])])
    for nomor in sorted(katalog["petunjuk"]):
        lembar.append([_sel(lembar, katalog["petunjuk"][nomor], "catatan")])
