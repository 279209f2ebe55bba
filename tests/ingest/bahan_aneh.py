"""The odd and hostile files themselves: name → bytes (made when asked for) and the expected outcome."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from datetime import date

from bahan_ingest import baris_xml, csv_templat, ods, ods_tabel, ole, xls, xlsx, xlsx_mentah, zip_dari

KEPALA = ("periode", "unit", "indikator", "pembilang", "penyebut")
SATU = "2026-10;Puskesmas Pegambiran;spm_hipertensi;10;20;;"
ISI = ("2026-10", "Puskesmas Pegambiran", "spm_hipertensi", 10, 20)
DOKTIP = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


def data(*tambahan: str, isi: tuple[object, ...] = ISI) -> str:
    return f"<sheetData>{baris_xml(1, *KEPALA)}{baris_xml(2, *isi)}{''.join(tambahan)}</sheetData>"


def jauh(letak: str) -> bytes:
    baris = "".join(h for h in letak if h.isdigit())
    return xlsx_mentah(data(f'<row r="{baris}"><c r="{letak}"><v>1</v></c></row>'))


def _berawalan() -> str:
    """The sheet with every element in a prefixed namespace, as some libraries write it."""
    isi = re.sub(r"<(/?)(\w)", r"<\1x:\2", data())
    return f'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{isi}</x:worksheet>'


def _dimensi(rentang: str) -> bytes:
    return xlsx_mentah(f'<dimension ref="{rentang}"/>' + data())


def _zip_berbohong() -> bytes:
    """An entry that says it unpacks to 10 bytes and gives 70 MB."""
    isi = bytearray(zip_dari({"[Content_Types].xml": "<Types/>", "xl/worksheets/sheet1.xml": b" " * (70 << 20)}))
    for tanda, geser in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        letak = isi.rfind(tanda)
        struct.pack_into("<I", isi, letak + geser, 10)
    return bytes(isi)


def _zip_sandi() -> bytes:
    isi = bytearray(xlsx_mentah(data()))
    for tanda, geser in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        struct.pack_into("<H", isi, isi.rfind(tanda) + geser, 1)
    return bytes(isi)


def zip_bom_bertingkat() -> bytes:
    return zip_dari({"[Content_Types].xml": "<Types/>", "xl/worksheets/sheet1.xml": b"0" * (61 << 20)})


def _entri_banyak() -> bytes:
    return zip_dari({"[Content_Types].xml": "x", "xl/worksheets/sheet1.xml": "x", **{f"a/{i}": "" for i in range(300)}})


def _ods_ulang(atribut_baris: str, atribut_sel: str) -> bytes:
    sel = f'<table:table-cell {atribut_sel} office:value-type="float" office:value="1"/>'
    return ods(f'<table:table table:name="A"><table:table-row {atribut_baris}>{sel}</table:table-row></table:table>')


DITOLAK: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "kosong.csv": (b"", "berkas_kosong"),
    "hanya_spasi.csv": (b"\xef\xbb\xbf \r\n\t\n", "berkas_kosong"),
    "terlalu_besar.csv": (lambda: b"a;b;c\n" * (11 << 20 >> 2), "terlalu_besar"),
    "web.xls": (b"<html><table><tr><td>periode</td></tr></table></html>", "halaman_web"),
    "web_bom.xls": (b"\xef\xbb\xbf\n  <TABLE><tr></tr></TABLE>", "halaman_web"),
    "xml2003.xls": (b'<?xml version="1.0"?><Workbook></Workbook>', "halaman_web"),
    "mhtml.xls": (b"MIME-Version: 1.0\nContent-Type: multipart/related", "halaman_web"),
    "surat.pdf.csv": (b"%PDF-1.7\n...", "bukan_tabel"),
    "foto.xlsx": (b"\x89PNG\r\n\x1a\n\0\0", "bukan_tabel"),
    "foto2.csv": (b"\xff\xd8\xff\xe0\0\x10JFIF", "bukan_tabel"),
    "arsip.rar": (b"Rar!\x1a\x07\0", "bukan_tabel"),
    "data.csv.gz": (b"\x1f\x8b\x08\0\0", "bukan_tabel"),
    "data.parquet": (b"PAR1\x15\x04", "bukan_tabel"),
    "biner.csv": (b"periode;unit\n2026\x00;x", "biner"),
    "utf16_bernol.csv": ("periode;unit\x00".encode("utf-16"), "biner"),
    "huruf_aneh.csv": (b"periode;unit\n\x81\x8d;x\n", "sandi_teks"),
    "arsip.xlsx": (zip_dari({"catatan.txt": "halo"}), "zip_lain"),
    "kosong.zip": (b"PK\x05\x06" + b"\0" * 18, "zip_lain"),
    "dokumen.docx": (zip_dari({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "zip_lain"),
    "biner.xlsb": (zip_dari({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b"\0"}), "bukan_tabel"),
    "terpotong.xlsx": (lambda: xlsx_mentah(data())[:400], "rusak"),
    "tanpa_buku.xlsx": (zip_dari({"[Content_Types].xml": "<Types/>", "xl/worksheets/sheet1.xml": "<a/>"}), "rusak"),
    "xml_rusak.xlsx": (lambda: xlsx_mentah("<sheetData><row></sheetData>"), "rusak"),
    "makro.xlsx": (lambda: xlsx_mentah(data(), {"xl/vbaProject.bin": b"x"}), "makro"),
    "makro.xlsm": (
        lambda: xlsx_mentah(
            data(), ganti={"[Content_Types].xml": '<Types a="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'}
        ),
        "makro",
    ),
    "makro.xls": (lambda: ole({"Workbook": b"\0" * 4096, "_VBA_PROJECT_CUR": b"\0" * 4096}), "makro"),
    "sandi.xlsx": (lambda: ole({"EncryptedPackage": b"\0" * 4096}), "bersandi"),
    "sandi_zip.xlsx": (_zip_sandi, "bersandi"),
    "surat.doc": (lambda: ole({"WordDocument": b"\0" * 4096}), "bukan_tabel"),
    "rusak.xls": (lambda: ole({"Workbook": b"\x01\x02" * 4096}), "rusak"),
    "entri_banyak.xlsx": (_entri_banyak, "zip_entri"),
    "bom.xlsx": (zip_bom_bertingkat, "zip_mengembang"),
    "bom_berbohong.xlsx": (_zip_berbohong, "rusak"),
    "doctype.xlsx": (lambda: xlsx_mentah(data(), ganti={"xl/workbook.xml": DOKTIP + "<workbook/>"}), "xml_berbahaya"),
    "entitas.xlsx": (lambda: xlsx_mentah(data(), {"xl/sharedStrings.xml": f"<sst>{DOKTIP}</sst>"}), "xml_berbahaya"),
    "utf16.xlsx": (
        lambda: xlsx_mentah(data(), {"xl/sharedStrings.xml": (DOKTIP + "<sst/>").encode("utf-16")}),
        "xml_berbahaya",
    ),
    "sandi_lain.xlsx": (
        lambda: xlsx_mentah(data(), {"xl/theme.xml": b'<?xml version="1.0" encoding="cp037"?><a/>'}),
        "xml_berbahaya",
    ),
    "jauh_kolom.xlsx": (lambda: jauh("XFD1048576"), "sel_jauh"),
    "jauh_baris.xlsx": (lambda: jauh("A900000"), "sel_jauh"),
    "jauh_kolom_saja.xlsx": (lambda: jauh("ZZ3"), "sel_jauh"),
    "dimensi.xlsx": (lambda: _dimensi("A1:XFD1048576"), "sel_jauh"),
    "jauh.ods": (lambda: _ods_ulang('table:number-rows-repeated="1048576"', ""), "sel_jauh"),
    "lebar.ods": (lambda: _ods_ulang("", 'table:number-columns-repeated="16384"'), "sel_jauh"),
    "sel_panjang.xlsx": (lambda: xlsx_mentah(data(isi=("a" * 2001, *ISI[1:]))), "sel_panjang"),
    "sel_panjang.csv": (csv_templat(f"2026-10;PKM-PG;spm_hipertensi;1;2;;{'x' * 2001}").encode(), "sel_panjang"),
    "banyak_kolom.csv": (b";".join([b"a"] * 201), "terlalu_banyak_kolom"),
    "banyak_baris.csv": (
        lambda: csv_templat(*["2026-10;PKM-PG;spm_hipertensi;1;2;;"] * 50_200).encode(),
        "terlalu_banyak_baris",
    ),
    "kutip.csv": (csv_templat('2026-10;PKM-PG;spm_hipertensi;1;2;;"tak ditutup', SATU).encode(), "kutip_terbuka"),
    "kutip_nyasar.csv": (csv_templat('2026-10;"PKM"-PG;spm_hipertensi;1;2;;').encode(), "kutip_terbuka"),
    "timpang.csv": (csv_templat("2026-10;PKM-PG;spm_hipertensi;1;2;;;9").encode(), "baris_timpang"),
    "kurang.csv": (csv_templat("2026-10;PKM-PG;spm_hipertensi").encode(), "baris_timpang"),
    "acak.csv": (b"halo dunia\nini bukan tabel\n", "tata_letak_tak_dikenali"),
    "templat_kosong.csv": (csv_templat().encode(), "tanpa_data"),
    "kolom_ganda.csv": (
        b"periode;unit;unit;indikator;pembilang\n2026-10;PKM-PG;PKM-PG;kunjungan_baru;1\n",
        "kolom_ganda",
    ),
    "rumus_hampa.xlsx": (lambda: xlsx_mentah(data(isi=(*ISI[:3], '<c r="@"><f>A1+1</f></c>', 20))), "rumus_hampa"),
    "galat_sel.xlsx": (
        lambda: xlsx_mentah(data(isi=(*ISI[:4], '<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))),
        "sel_galat",
    ),
    "galat.ods": (
        lambda: ods(
            ods_tabel(
                "A",
                [
                    KEPALA,
                    (
                        *ISI[:4],
                        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
                        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
                    ),
                ],
            )
        ),
        "sel_galat",
    ),
    "galat.xls": (lambda: xls([KEPALA, ISI], {(1, 4): 0x07}), "sel_galat"),
    "tanggal_di_angka.xlsx": (lambda: xlsx({"Data": [KEPALA, (*ISI[:4], date(2026, 1, 2))]}), "angka_tanggal"),
    "boolean.xlsx": (lambda: xlsx({"Data": [KEPALA, (*ISI[:4], True)]}), "angka_bukan"),
    "arab.csv": (csv_templat("2026-10;PKM-PG;spm_hipertensi;١٠;20;;").encode(), "angka_bukan"),
    "nan.csv": (csv_templat("2026-10;PKM-PG;spm_hipertensi;nan;20;;").encode(), "angka_bukan"),
    "eksponen.csv": (csv_templat("2026-10;PKM-PG;spm_hipertensi;1e3;2000;;").encode(), "angka_bukan"),
    "garis_bawah.csv": (csv_templat("2026-10;PKM-PG;spm_hipertensi;1_000;2000;;").encode(), "angka_bukan"),
    "heksa.csv": (csv_templat("2026-10;PKM-PG;spm_hipertensi;0x10;2000;;").encode(), "angka_bukan"),
    "negatif.csv": (csv_templat("2026-10;PKM-PG;spm_hipertensi;-1;20;;").encode(), "angka_negatif"),
    "pecahan.csv": (csv_templat("2026-10;PKM-PG;spm_hipertensi;1,5;20;;").encode(), "angka_pecahan"),
    "tak_hingga.ods": (lambda: ods(ods_tabel("A", [KEPALA, (*ISI[:4], "inf")])), "angka_bukan"),
    "dua_kali.csv": (csv_templat(SATU, SATU).encode(), "kunci_ganda"),
}


DITERIMA: dict[str, bytes | Callable[[], bytes]] = {
    "bom.csv": b"\xef\xbb\xbf" + csv_templat(SATU).encode(),
    "utf16.csv": csv_templat(SATU).encode("utf-16"),
    "cp1252.csv": csv_templat(SATU + "café").encode("cp1252"),
    "crlf.csv": csv_templat(SATU).replace("\n", "\r\n").encode(),
    "koma.csv": csv_templat(SATU).replace(";", ",").encode(),
    "tab.txt": csv_templat(SATU).replace(";", "\t").encode(),
    "petunjuk.csv": ("sep=;\n" + csv_templat(SATU)).encode(),
    "kutip.csv": csv_templat('"2026-10";"Puskesmas Pegambiran";spm_hipertensi;"10";20;;"kata; ""kutip"""').encode(),
    "awalan_PK.csv": ("PKM;" + csv_templat(SATU).replace("\n", "\nx;", 1)).encode(),
    "kolom_lebih_kosong.csv": (csv_templat(SATU + ";;;")).encode(),
    "berpindah_baris.csv": csv_templat(SATU.removesuffix(";") + ';"dua\nbaris"').encode(),
    "buku.xlsx": lambda: xlsx({"Data": [KEPALA, ISI]}),
    "salah_nama.csv": lambda: xlsx({"Data": [KEPALA, ISI]}),
    "salah_nama.xls": lambda: ods(ods_tabel("A", [KEPALA, ISI])),
    "lembar.ods": lambda: ods(ods_tabel("A", [KEPALA, ISI])),
    "lama.xls": lambda: xls([KEPALA, ISI]),
    "nama_ruang.xlsx": lambda: xlsx_mentah("", ganti={"xl/worksheets/sheet1.xml": _berawalan()}),
    "dimensi_keliru.xlsx": lambda: _dimensi("A1:A1"),
    "rumus_terhitung.xlsx": lambda: xlsx_mentah(data(isi=(*ISI[:3], '<c r="@"><f>5+5</f><v>10</v></c>', 20))),
    "rumus_teks_kosong.xlsx": lambda: xlsx_mentah(
        data(baris_xml(3, '<c r="@" t="str"><f>""</f><v></v></c>', None, None))
    ),
}
