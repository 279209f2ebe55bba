"""Workbooks whose values are odd: formulas never computed, errors, percentages, dates, numbers that are none."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from xml.sax.saxutils import quoteattr

import openpyxl
import xlsxwriter
from bahan_aneh import KEPALA, NAMA, Kasus, Masa, Terima, Tolak, buku_xml, lembar_xml, satu
from bahan_aneh_lembar import RUANG, Pembuat, d2, polos
from bahan_ingest import baris_xml, xlsx, xlsx_mentah

HAMPA, HAMPA_D2 = "rumus_hampa", Tolak("rumus_hampa", "D2")


def isi(*angka: object, kepala: tuple[str, ...] = KEPALA) -> Pembuat:
    return lambda masa: xlsx({"Data": [kepala, satu(masa, *angka)]})


def _format(sel: str, nilai: object, kode: str) -> Pembuat:
    def ubah(buku: openpyxl.Workbook) -> None:
        buku["Data"][sel] = nilai
        buku["Data"][sel].number_format = kode

    return polos(ubah)


def _gaya(nilai: str, kode: str) -> Pembuat:
    """The numerator as a raw number in a number format of the file's own."""
    kode = quoteattr(kode)
    gaya = f'<styleSheet xmlns="{RUANG[0]}"><numFmts><numFmt numFmtId="170" formatCode={kode}/></numFmts>'
    gaya += '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    rels += f'<Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
    rels += f'<Relationship Id="r2" Type="{rel}/styles" Target="styles.xml"/></Relationships>'
    sel = f'<c r="@" s="1"><v>{nilai}</v></c>'
    return lambda m: xlsx_mentah(
        lembar_xml(m, isi=(*satu(m)[:3], sel, 20)),
        {"xl/styles.xml": gaya.encode()},
        {"xl/_rels/workbook.xml.rels": rels},
    )


def _xlsxwriter(masa: Masa) -> bytes:
    """Every formula gets the value 0 and the note to calculate on opening."""
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True})
    lembar = buku.add_worksheet("Data")
    lembar.write_row(0, 0, KEPALA)
    lembar.write_row(1, 0, satu(masa, "=5+5", 20))
    buku.close()
    return wadah.getvalue()


TAK_PASTI: tuple[Kasus, ...] = (
    Kasus("baris_ganda.xlsx", buku_xml(baris_xml(2, "x")), Tolak("sel_berulang", "A2")),
    Kasus("baris_mundur.xlsx", buku_xml(baris_xml(5, "x"), baris_xml(4, "y")), Tolak("sel_berulang", "A4")),
    Kasus("sel_ganda.xlsx", d2('<c r="D2"><v>10</v></c><c r="D2"><v>11</v></c>'), Tolak("sel_berulang", "D2")),
    Kasus("sel_ganda_hampa.xlsx", d2('<c r="D2" s="1"/><c r="D2"><v>11</v></c>'), Tolak("sel_berulang", "D2")),
    Kasus("acuan_baris_lain.xlsx", d2('<c r="D3"><v>10</v></c>'), Tolak("sel_berulang", "D3")),
    Kasus("acuan_kecil.xlsx", d2('<c r="d2"><v>10</v></c>'), Tolak("sel_berulang", "d2")),
    Kasus(
        "sel_mundur.xlsx",
        lambda m: xlsx_mentah(lembar_xml(m, isi=(*satu(m)[:3], '<c r="E2"><v>20</v></c>', '<c r="D2"><v>10</v></c>'))),
        Terima(),
    ),
    Kasus("rumus_hampa.xlsx", d2('<c r="@"><f>A1+1</f></c>'), HAMPA_D2),
    Kasus("rumus_hampa_v.xlsx", d2('<c r="@"><f>A1+1</f><v></v></c>'), HAMPA_D2),
    Kasus("rumus_hampa_pendek.xlsx", d2('<c r="@"><f t="shared" si="0"/></c>'), HAMPA_D2),
    Kasus("rumus_hampa_kutip.xlsx", d2("<c r='D2'><f>A1+1</f></c>"), HAMPA_D2),
    Kasus("rumus_hampa_cdata.xlsx", d2('<c r="@"><f><![CDATA[A1<1]]></f></c>'), HAMPA_D2),
    Kasus("rumus_hampa_tanpa_acuan.xlsx", d2("<c><f>A1</f></c>"), HAMPA_D2),
    Kasus("rumus_hampa_teks.xlsx", d2('<c r="@" t="str"><f>A1</f></c>'), HAMPA_D2),
    Kasus("rumus_openpyxl.xlsx", isi("=5+5", 20), HAMPA_D2),
    Kasus("rumus_xlsxwriter.xlsx", _xlsxwriter, HAMPA_D2),
    Kasus("rumus_teks_kosong.xlsx", d2('<c r="@" t="str"><f>IF(1,"")</f><v></v></c>'), Tolak("pembilang_kosong", "D2")),
    Kasus("rumus_terhitung.xlsx", d2('<c r="@"><f>5+5</f><v>10</v></c>'), Terima()),
    Kasus("galat_bagi.xlsx", d2('<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>'), Tolak("sel_galat", "D2")),
    Kasus("galat_tiruan.xlsx", isi("#REF!", 20), Tolak("sel_galat", "D2")),
    Kasus("galat_baru.xlsx", d2('<c r="@" t="e"><v>#BUSY!</v></c>'), Tolak("sel_galat", "D2")),
    Kasus(
        "galat_unit.xlsx",
        buku_xml(isi=lambda m: (m.bulan, '<c r="@" t="e"><v>#N/A</v></c>', *satu(m)[2:])),
        Tolak("sel_galat", "B2"),
    ),
    Kasus("nan.xlsx", d2('<c r="@"><v>NaN</v></c>'), Tolak("sel_galat", "D2")),
    Kasus("tak_hingga.xlsx", d2('<c r="@"><v>-INF</v></c>'), Tolak("sel_galat", "D2")),
    Kasus("terlalu_besar_1e999.xlsx", d2('<c r="@"><v>1e999</v></c>'), Tolak("sel_galat", "D2")),
    Kasus("garis_bawah.xlsx", d2('<c r="@"><v>1_0</v></c>'), Tolak("sel_galat", "D2")),
    Kasus("angka_arab.xlsx", d2('<c r="@"><v>١٠</v></c>'), Tolak("sel_galat", "D2")),
    Kasus("digit_5000.xlsx", d2(f'<c r="@"><v>{"9" * 5000}</v></c>'), Tolak("sel_galat", "D2")),
    Kasus("angka_besar.xlsx", d2('<c r="@"><v>9e12</v></c>'), Tolak("angka_besar", "D2")),
    Kasus("eksponen.xlsx", d2('<c r="@"><v>1.0E1</v></c>'), Terima()),
    Kasus("pecahan.xlsx", isi(1.5, 20), Tolak("angka_pecahan", "D2")),
    Kasus("hampir_bulat.xlsx", isi(9.9999999999, 20), Terima()),
    Kasus("negatif.xlsx", isi(-1, 20), Tolak("angka_negatif", "D2")),
    Kasus("boolean.xlsx", isi(True, 20), Tolak("angka_bukan", "D2")),
    Kasus("tanggal_di_angka.xlsx", isi(date(2026, 1, 2), 20), Tolak("angka_tanggal", "D2")),
    Kasus("jam_di_angka.xlsx", isi(time(10, 30), 20), Tolak("angka_bukan", "D2")),
    Kasus("format_tanggal_jauh.xlsx", _gaya("9999999", "dd/mm/yyyy"), Tolak("sel_galat", "D2")),
    Kasus("format_tanggal_negatif.xlsx", _gaya("-5", "dd/mm/yyyy"), Tolak("sel_galat", "D2")),
    Kasus("format_lokal.xlsx", _gaya("45000", "[$-421]dd mmmm yyyy;@"), Tolak("angka_tanggal", "D2")),
    Kasus("format_durasi.xlsx", _gaya("10", "[h]:mm"), Tolak("angka_bukan", "D2")),
    Kasus("format_satuan.xlsx", _gaya("10", '#,##0 "hari"'), Terima()),
    Kasus("format_rupiah.xlsx", _gaya("10", "[$Rp-421]#,##0"), Terima()),
    Kasus("format_warna.xlsx", _gaya("10", "[Red]0\\ \\d\\a\\y\\s"), Terima()),
    Kasus("persen_di_cacah.xlsx", _format("D2", 1, "0%"), Tolak("angka_bukan", "D2")),
    Kasus("persen_harfiah.xlsx", _gaya("10", '0"%"'), Terima()),
)


def _target(nilai: object, kode: str) -> Pembuat:
    def buat(masa: Masa) -> bytes:
        buku = openpyxl.Workbook()
        lembar = buku.active
        lembar.append((*KEPALA, "target"))
        lembar.append((masa.tahun, NAMA, "spm_hipertensi", None, None, nilai))
        lembar["F2"].number_format = kode
        wadah = io.BytesIO()
        buku.save(wadah)
        return wadah.getvalue()

    return buat


def _tanggal_periode(masa: Masa) -> bytes:
    tahun, bulan = map(int, masa.bulan.split("-"))
    return xlsx({"Data": [KEPALA, (datetime(tahun, bulan, 28, 13, 5), *satu(masa)[1:])]})


def _tanggal_1904(masa: Masa) -> bytes:
    buku = openpyxl.load_workbook(io.BytesIO(_tanggal_periode(masa)))
    buku.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


FORMAT: tuple[Kasus, ...] = (
    Kasus("persen_target.xlsx", _target(0.85, "0%"), Terima(0, 0, 0, 850_000), tahunan=True),
    Kasus("persen_target_desimal.xlsx", _target(0.8525, "0.00%"), Terima(0, 0, 0, 852_500), tahunan=True),
    Kasus("target_angka.xlsx", _target(85, "General"), Terima(0, 0, 0, 850_000), tahunan=True),
    Kasus("tanggal_sebagai_periode.xlsx", _tanggal_periode, Terima()),
    Kasus("tanggal_1904.xlsx", _tanggal_1904, Terima()),
    Kasus("kode_unit_angka.xlsx", lambda m: xlsx({"Data": [KEPALA, (m.bulan, 1011120, *satu(m)[2:])]}), Terima()),
    Kasus("nol_depan.xlsx", lambda m: xlsx({"Data": [KEPALA, (*satu(m)[:3], "0010", "0020")]}), Terima()),
)
NILAI = (*TAK_PASTI, *FORMAT)
