"""Files made by hand for the import tests (text, .xlsx, .ods, .xls), and the reference lists they are read with."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.unit import Unit
from kinerja.i18n import BAHASA, teks
from kinerja.indikator.registry import registri
from kinerja.ingest import Opsi, Rujukan, baca_berkas

UNITS = (
    Unit("WIL", "Wilayah Lubuk Begalung", "wilayah", None, "wilayah", 1),
    Unit("KEC", "Kecamatan Lubuk Begalung", "kecamatan", "WIL", "kecamatan", 2),
    Unit("DINKES", "Dinas Kesehatan", "dinas", "WIL", "dinkes", 3),
    Unit("PKM-LB", "Puskesmas Lubuk Begalung", "puskesmas", "DINKES", "dinkes", 4),
    Unit("PKM-PG", "Puskesmas Pegambiran", "puskesmas", "DINKES", "dinkes", 5),
    Unit("KEL-LB", "Kelurahan Lubuk Begalung", "kelurahan", "KEC", "kecamatan", 6),
)
RUJUKAN = Rujukan(UNITS, {"pagambiran": "PKM-PG", "manggar lama": "PKM-LB"}, registri(), "DINKES")
INDIKATOR_UJI = tuple(registri().values())
TAMBAH = Opsi(unit_baru="tambahkan")
SHARED = Path(__file__).resolve().parents[2] / "../shared/data/profil-kesehatan-2023"

KEPALA = "periode;unit;indikator;pembilang;penyebut;target;catatan"


def baca(
    jalur: Path, isi: bytes | str | None = None, opsi: Opsi | None = None, rujukan: Rujukan = RUJUKAN
) -> HasilBaca:
    """The result of importing the file; every sentence of it is rendered in both languages on the way."""
    if isi is not None:
        jalur.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    hasil = baca_berkas(jalur, jalur.name, rujukan, opsi or Opsi())
    for bahasa in BAHASA:
        for masalah in hasil.masalah:
            kalimat = teks(bahasa, masalah.alasan, **masalah.args)
            assert "{" not in kalimat or "{" in masalah.nilai, kalimat
        for dibuang in hasil.dibuang:
            teks(bahasa, dibuang.alasan)
    return hasil


def alasan(hasil: HasilBaca, tingkat: str = "galat") -> set[str]:
    return {m.alasan.removeprefix("masalah.") for m in hasil.masalah if m.tingkat == tingkat}


def jumlah(hasil: HasilBaca, indikator: str, jk: str | None = None) -> tuple[int, int]:
    """Sum of numerators and of denominators of one indikator."""
    fakta = [f for f in hasil.fakta if f.indikator == indikator and jk in (None, f.jk)]
    return sum(f.pembilang for f in fakta), sum(f.penyebut or 0 for f in fakta)


def csv_templat(*baris: str) -> str:
    return "\n".join([KEPALA, *baris]) + "\n"


def xlsx(lembar: dict[str, Sequence[Sequence[Any]]], gabung: dict[str, Sequence[str]] | None = None) -> bytes:
    """A workbook written by openpyxl."""
    buku = openpyxl.Workbook()
    buku.remove(buku.active)
    for nama, baris in lembar.items():
        lembaran = buku.create_sheet(nama)
        for isi in baris:
            lembaran.append(list(isi))
        for rentang in (gabung or {}).get(nama, ()):
            lembaran.merge_cells(rentang)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def xlsx_mentah(
    isi_lembar: str, tambahan: dict[str, bytes] | None = None, ganti: dict[str, str] | None = None
) -> bytes:
    """A minimal workbook whose only sheet is this raw XML inside ``<worksheet>``."""
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    paket = "http://schemas.openxmlformats.org/package/2006"
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    bagian: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{paket}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{jenis}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{jenis}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{paket}/relationships">'
        f'<Relationship Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{ns}" xmlns:r="{rel}"><sheets>'
        '<sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{paket}/relationships">'
        f'<Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{ns}">{isi_lembar}</worksheet>',
    }
    return zip_dari({**bagian, **(ganti or {}), **(tambahan or {})})


def zip_dari(bagian: dict[str, Any]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return wadah.getvalue()


def baris_xml(nomor: int, *isi: object) -> str:
    """One row of cells: numbers as numbers, texts inline; a ready ``<c`` element is kept."""
    sel = []
    for kolom, nilai in enumerate(isi):
        letak = f"{chr(65 + kolom)}{nomor}"
        if isinstance(nilai, str) and nilai.startswith("<c"):
            sel.append(nilai.replace("@", letak))
        elif isinstance(nilai, str):
            sel.append(f'<c r="{letak}" t="inlineStr"><is><t>{nilai}</t></is></c>')
        elif nilai is not None:
            sel.append(f'<c r="{letak}"><v>{nilai}</v></c>')
    return f'<row r="{nomor}">{"".join(sel)}</row>'


def ods(tabel: str) -> bytes:
    """An OpenDocument spreadsheet around ready ``<table:table>`` elements."""
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    ruang = " ".join(f'xmlns:{n}="{urn}:{n}:1.0"' for n in ("office", "table", "text"))
    ext = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    jenis = "application/vnd.oasis.opendocument.spreadsheet"
    return zip_dari(
        {
            "mimetype": jenis,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{urn}:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{jenis}"/></manifest:manifest>',
            "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ruang} {ext}>'
            f"<office:body><office:spreadsheet>{tabel}</office:spreadsheet></office:body></office:document-content>",
        }
    )


def ods_tabel(nama: str, baris: Sequence[Sequence[Any]]) -> str:
    def sel(isi: Any) -> str:
        if isi is None:
            return "<table:table-cell/>"
        if isinstance(isi, str) and isi.startswith("<table:"):
            return isi
        if isinstance(isi, str):
            return f'<table:table-cell office:value-type="string"><text:p>{isi}</text:p></table:table-cell>'
        nilai = f'office:value-type="float" office:value="{isi}"'
        return f"<table:table-cell {nilai}><text:p>{isi}</text:p></table:table-cell>"

    isi = "".join(f"<table:table-row>{''.join(map(sel, b))}</table:table-row>\n" for b in baris)
    return f'<table:table table:name="{nama}">{isi}</table:table>'


def _rekaman(jenis: int, data: bytes) -> bytes:
    return struct.pack("<HH", jenis, len(data)) + data


def xls(baris: Sequence[Sequence[Any]], galat: dict[tuple[int, int], int] | None = None) -> bytes:
    """An Excel 97 file: BIFF8 records in a compound file, one sheet "Data"; ``galat``: cell → error code."""
    sel = b""
    for nomor, isi in enumerate(baris):
        for kolom, nilai in enumerate(isi):
            kepala = struct.pack("<HHH", nomor, kolom, 0)
            if (nomor, kolom) in (galat or {}):
                sel += _rekaman(0x205, kepala + bytes(((galat or {})[nomor, kolom], 1)))
            elif isinstance(nilai, str):
                sel += _rekaman(0x204, kepala + struct.pack("<HB", len(nilai), 1) + nilai.encode("utf-16-le"))
            elif nilai is not None:
                sel += _rekaman(0x203, kepala + struct.pack("<d", nilai))
    bof = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)
    nama = b"\x04\x00Data"
    letak = len(_rekaman(0x809, bof)) + len(_rekaman(0x85, b"\0" * 6 + nama)) + 4
    aliran = _rekaman(0x809, bof) + _rekaman(0x85, struct.pack("<IH", letak, 0) + nama) + _rekaman(0x0A, b"")
    dimensi = struct.pack("<IIHHH", 0, len(baris), 0, max(map(len, baris)), 0)
    bof_lembar = struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6)
    aliran += _rekaman(0x809, bof_lembar) + _rekaman(0x200, dimensi) + sel + _rekaman(0x0A, b"")
    return ole({"Workbook": aliran.ljust(4096, b"\0")})


def ole(aliran: dict[str, bytes]) -> bytes:
    """A compound file with these streams (each of 4,096 bytes or more), sectors of 512 bytes."""
    sektor: list[bytes] = []
    rantai: list[int] = []
    masukan = [_direktori("Root Entry", 5, 0xFFFFFFFE, 0, anak=1)]
    for urut, (nama, isi) in enumerate(aliran.items(), 1):
        awal = 2 + len(sektor)
        potong = [isi[i : i + 512].ljust(512, b"\0") for i in range(0, len(isi), 512)]
        rantai += [*range(awal + 1, awal + len(potong)), 0xFFFFFFFE]
        sektor += potong
        masukan.append(_direktori(nama, 2, awal, len(isi), kanan=urut + 1 if urut < len(aliran) else 0xFFFFFFFF))
    fat = struct.pack(f"<{2 + len(rantai)}I", 0xFFFFFFFD, 0xFFFFFFFE, *rantai).ljust(512, b"\xff")
    assert len(fat) == 512, "one FAT sector only"
    kepala = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    kepala += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    kepala += struct.pack("<I", 0) + b"\xff" * 432
    return kepala + fat + b"".join(masukan).ljust(512, b"\0") + b"".join(sektor)


def _direktori(
    nama: str, jenis: int, awal: int, panjang: int, anak: int = 0xFFFFFFFF, kanan: int = 0xFFFFFFFF
) -> bytes:
    teks_nama = (nama + "\0").encode("utf-16-le")
    return (
        teks_nama.ljust(64, b"\0")
        + struct.pack("<HBB", len(teks_nama), jenis, 1)
        + struct.pack("<III", 0xFFFFFFFF, kanan, anak)
        + b"\0" * 36
        + struct.pack("<IQ", awal, panjang)
    )
