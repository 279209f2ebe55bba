"""Workbooks whose sheets are odd: far cells, too many of them, hidden parts, names and parts as others write them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import xlsxwriter
from bahan_aneh import KEPALA, NAMA, Kasus, Masa, Terima, Tolak, buku_xml, lembar_xml, satu
from bahan_ingest import xlsx, xlsx_mentah

Pembuat = Callable[[Masa], bytes]
RUANG = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")


def d2(sel: str, **lain: str) -> Pembuat:
    """The one row with this XML as its numerator."""
    return buku_xml(isi=lambda m: (*satu(m)[:3], sel, 20), **lain)


def polos(ubah: Callable[[openpyxl.Workbook], object]) -> Pembuat:
    """The one row written by openpyxl, and changed with it."""

    def buat(masa: Masa) -> bytes:
        buku = openpyxl.load_workbook(io.BytesIO(xlsx({"Data": [KEPALA, satu(masa)]})))
        ubah(buku)
        wadah = io.BytesIO()
        buku.save(wadah)
        return wadah.getvalue()

    return buat


def _ganti(lama: str, baru: str) -> Pembuat:
    return lambda m: xlsx_mentah(lembar_xml(m).replace(lama, baru))


def _ketat(masa: Masa) -> bytes:
    """The "Strict Open XML" kind that Excel offers when saving: other namespaces throughout."""
    rel = (
        "schemas.openxmlformats.org/officeDocument/2006/relationships",
        "purl.oclc.org/ooxml/officeDocument/relationships",
    )
    asli = xlsx_mentah(lembar_xml(masa))
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(asli)) as dari, zipfile.ZipFile(wadah, "w") as ke:
        for nama in dari.namelist():
            ke.writestr(nama, dari.read(nama).decode().replace(*RUANG).replace(*rel))
    return wadah.getvalue()


def _nama_bagian(masa: Masa) -> bytes:
    """Backslashes and capitals in the names of the parts, as some programs write them."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_mentah(lembar_xml(masa)))) as dari, zipfile.ZipFile(wadah, "w") as ke:
        for nama in dari.namelist():
            info = zipfile.ZipInfo("x")
            info.filename = info.orig_filename = nama.replace("xl/", "XL\\")
            ke.writestr(info, dari.read(nama))
    return wadah.getvalue()


def _hanya_grafik(_: Masa) -> bytes:
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True})
    grafik = buku.add_chart({"type": "column"})
    grafik.add_series({"values": "=Data!$A$1:$A$2"})
    buku.add_chartsheet("Grafik").set_chart(grafik)
    buku.close()
    return wadah.getvalue()


def _sembunyi(buku: openpyxl.Workbook) -> None:
    buku["Data"].row_dimensions[2].hidden = True


def _lembar_sembunyi(keadaan: str) -> Pembuat:
    """A second, hidden sheet with another figure of the same month."""

    def ubah(buku: openpyxl.Workbook) -> None:
        lain = buku.copy_worksheet(buku["Data"])
        lain.title, lain.sheet_state = "Lama", keadaan
        lain["D2"] = 19

    return polos(ubah)


def _panjang(_: Masa) -> bytes:
    return xlsx_mentah(
        "<sheetData>"
        + "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 60_001))
        + "</sheetData>"
    )


def _satu_teks(_: Masa) -> bytes:
    """A million cells that all say the same two thousand letters."""
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    rels += f'<Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
    rels += f'<Relationship Id="r2" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    baris = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    return xlsx_mentah(
        "<sheetData>" + baris * 10_000 + "</sheetData>",
        {"xl/sharedStrings.xml": f'<sst xmlns="{RUANG[0]}"><si><t>{"a" * 2000}</t></si></sst>'.encode()},
        {"xl/_rels/workbook.xml.rels": rels},
    )


def _nama_lembar(nama: str) -> Pembuat:
    return lambda m: xlsx({nama: [KEPALA, satu(m)]})


JAUH: tuple[Kasus, ...] = (
    Kasus(
        "jauh.xlsx", buku_xml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), Tolak("sel_jauh", "XFD1048576")
    ),
    Kasus(
        "jauh_baris.xlsx", buku_xml('<row r="900000"><c r="A900000"><v>1</v></c></row>'), Tolak("sel_jauh", "A900000")
    ),
    Kasus("jauh_kolom.xlsx", buku_xml('<row r="3"><c r="ZZ3"><v>1</v></c></row>'), Tolak("sel_jauh", "ZZ3")),
    Kasus(
        "jauh_teks.xlsx",
        buku_xml('<row r="3"><c r="XFD3" t="inlineStr"><is><t>x</t></is></c></row>'),
        Tolak("sel_jauh", "XFD3"),
    ),
    Kasus("jauh_rumus.xlsx", buku_xml('<row r="3"><c r="XFD3"><f>1+1</f></c></row>'), Tolak("sel_jauh", "XFD3")),
    Kasus(
        "jauh_kutip_tunggal.xlsx",
        buku_xml("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"),
        Tolak("sel_jauh", "XFD1048576"),
    ),
    Kasus("jauh_tanpa_acuan.xlsx", buku_xml("<row>" + "<c><v>1</v></c>" * 300 + "</row>"), Tolak("sel_jauh", "KN3")),
    Kasus("jauh_dimensi.xlsx", lambda m: xlsx_mentah('<dimension ref="A1:XFD1048576"/>' + lembar_xml(m)), Terima()),
    Kasus("jauh_dimensi_kurang.xlsx", lambda m: xlsx_mentah('<dimension ref="A1:A1"/>' + lembar_xml(m)), Terima()),
    Kasus("jauh_baris_saja.xlsx", buku_xml('<row r="1048576" hidden="1" ht="15"/>'), Terima()),
    Kasus("jauh_gaya_saja.xlsx", buku_xml('<row r="1048576"><c r="XFD1048576" s="1"/></row>'), Terima()),
    Kasus(
        "jauh_gaya_banyak.xlsx",
        buku_xml("".join(f'<row r="{n}"><c r="XFD{n}" s="1"/></row>' for n in range(3, 60_003))),
        Terima(),
    ),
    Kasus("jauh_teks_kosong.xlsx", buku_xml('<row r="3"><c r="XFD3" t="str"><f>""</f><v></v></c></row>'), Terima()),
    Kasus("jauh_gabung.xlsx", buku_xml(akhir='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), Terima()),
    Kasus(
        "gabung_satu_sel.xlsx", buku_xml(akhir='<mergeCells><mergeCell ref="A1"/><mergeCell/></mergeCells>'), Terima()
    ),
    Kasus(
        "gabung_banyak.xlsx",
        buku_xml(akhir="<mergeCells>" + '<mergeCell ref="A9:B9"/>' * 20_001 + "</mergeCells>"),
        Tolak("gabung_banyak"),
    ),
    Kasus(
        "jauh_rumus_bersama.xlsx",
        d2('<c r="@"><f t="shared" ref="D2:XFD1048576" si="0">5+5</f><v>10</v></c>'),
        Terima(),
    ),
    Kasus("jauh_rumus_larik.xlsx", d2('<c r="@"><f t="array" ref="A1:XFD1048576">5+5</f><v>10</v></c>'), Terima()),
    Kasus(
        "jauh_kolom_gaya.xlsx",
        lambda m: xlsx_mentah('<cols><col min="1" max="16384" width="9"/></cols>' + lembar_xml(m)),
        Terima(),
    ),
    Kasus(
        "kontrol_berbaris.xlsx", buku_xml(akhir='<controls><xdr:row xmlns:xdr="urn:x">5</xdr:row></controls>'), Terima()
    ),
    Kasus("kolom_250.xlsx", lambda m: xlsx({"Data": [[*KEPALA, *["x"] * 245], satu(m)]}), Tolak("sel_jauh", "IP1")),
    Kasus("baris_60000.xlsx", _panjang, Tolak("terlalu_banyak_baris")),
    Kasus("satu_teks_sejuta_sel.xlsx", _satu_teks, Tolak("isi_besar")),
    Kasus(
        "sel_1_mb.xlsx", lambda m: xlsx({"Data": [KEPALA, satu(m, "a" * (1 << 20), 20)]}), Tolak("sel_panjang", "D2")
    ),
)

BENTUK: tuple[Kasus, ...] = (
    Kasus("ketat.xlsx", _ketat, Terima()),
    Kasus("nama_bagian.xlsx", _nama_bagian, Terima()),
    Kasus(
        "awalan_ruang_nama.xlsx", lambda m: xlsx_mentah("", ganti={"xl/worksheets/sheet1.xml": _berawalan(m)}), Terima()
    ),
    Kasus(
        "teks_kaya.xlsx",
        _ganti(f"<t>{NAMA}</t>", "<r><t>Puskesmas </t></r><r><rPr/><t>Pegambiran</t></r><rPh><t>x</t></rPh>"),
        Terima(),
    ),
    Kasus("teks_x000D.xlsx", _ganti(f"<t>{NAMA}</t>", "<t>Puskesmas_x000D_\nPegambiran</t>"), Terima()),
    Kasus("baris_tersembunyi.xlsx", polos(_sembunyi), Terima(catatan=("baris_tersembunyi",))),
    Kasus("lembar_tersembunyi.xlsx", _lembar_sembunyi("hidden"), Terima()),
    Kasus("lembar_sangat_tersembunyi.xlsx", _lembar_sembunyi("veryHidden"), Terima()),
    Kasus("hanya_grafik.xlsx", _hanya_grafik, Tolak("tanpa_isi")),
    Kasus("buku_kosong.xlsx", lambda _: xlsx({"Sheet1": [], "Sheet2": []}), Tolak("tanpa_isi")),
    Kasus("nama_lembar_aneh.xlsx", _nama_lembar("A&B <x> \"q\" 'y' ✓"), Terima()),
    Kasus("nama_lembar_kanan.xlsx", _nama_lembar("\u202egnorob\u200b"), Terima()),
    Kasus("nama_lembar_rumus.xlsx", _nama_lembar("=CMD|' -C calc'!A0"), Terima()),
)


def _berawalan(masa: Masa) -> str:
    xml = re.sub(r"<(/?)(\w)", r"<\1x:\2", lembar_xml(masa))
    return f'<x:worksheet xmlns:x="{RUANG[0]}">{xml}</x:worksheet>'


LEMBAR = (*JAUH, *BENTUK)
