"""Odd .ods files (repeats, copies of other sheets, hidden parts) and odd .xls files (records written by hand)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence

from bahan_aneh import KEPALA, Kasus, Masa, Terima, Tolak, satu
from bahan_ingest import ods, ods_tabel, ole

Pembuat = Callable[[Masa], bytes]
KOSONG_JAUH = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def satu_ods(sel: str = "", akhir: str = "", depan: str = "", sesudah: str = "") -> Pembuat:
    """The one row, its numerator as this cell; ``akhir``: more rows, ``depan`` and ``sesudah``: beside the table."""

    def buat(masa: Masa) -> bytes:
        baris = [KEPALA, (*satu(masa)[:3], sel or 10, 20)]
        return ods(depan + ods_tabel("A", baris).replace("</table:table>", akhir + "</table:table>") + sesudah)

    return buat


def _sel(atribut: str, teks: str = "") -> str:
    return f"<table:table-cell {atribut}>{f'<text:p>{teks}</text:p>' if teks else ''}</table:table-cell>"


def _ulang(baris: str, sel: str, teks: str = "1") -> bytes:
    isi = f'<table:table-cell {sel} office:value-type="string"><text:p>{teks}</text:p></table:table-cell>'
    return ods(f'<table:table table:name="A"><table:table-row {baris}>{isi}</table:table-row></table:table>')


def _kali(baris: int, kolom: int, teks: str = "1") -> bytes:
    return _ulang(f'table:number-rows-repeated="{baris}"', f'table:number-columns-repeated="{kolom}"', teks)


def _lain(masa: Masa) -> str:
    return ods_tabel("Salinan", [KEPALA, (*satu(masa)[:3], 19, 20)])


def _di_dalam(pembungkus: str) -> Pembuat:
    """A copy of the table with another figure, in a place that is no sheet."""
    return lambda m: satu_ods(depan=f"<table:{pembungkus}>{_lain(m)}</table:{pembungkus}>")(m)


def _tabel_dalam_sel(masa: Masa) -> bytes:
    sel = f'<table:table-cell office:value-type="float" office:value="10">{_lain(masa)}</table:table-cell>'
    return satu_ods(sel)(masa)


def _ods_sembunyi(masa: Masa) -> bytes:
    """A hidden sheet is hidden by its style, which stands before the sheets."""
    urn = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    gaya = f'<s:style xmlns:s="{urn}" s:name="ta2"><s:table-properties table:display="false"/></s:style>'
    lain = _lain(masa).replace("table:name=", 'table:style-name="ta2" table:name=')
    return satu_ods(depan=gaya + lain)(masa)


def _baris_sembunyi(masa: Masa) -> bytes:
    isi = ods_tabel("A", [KEPALA, satu(masa)])
    depan, akhir = isi.rsplit("<table:table-row>", 1)
    return ods(f'{depan}<table:table-row table:visibility="filter">{akhir}')


ODS: tuple[Kasus, ...] = (
    Kasus("ulang_baris.ods", lambda _: _kali(1_048_576, 1), Tolak("terlalu_banyak_baris")),
    Kasus("ulang_kolom.ods", lambda _: _kali(1, 16_384), Tolak("sel_jauh", "XFD1")),
    Kasus("ulang_semua.ods", lambda _: _kali(50_000, 200), Tolak("isi_besar")),
    Kasus("ulang_teks.ods", lambda _: _kali(20_000, 50, "a" * 2_000), Tolak("isi_besar")),
    Kasus(
        "ulang_digit.ods",
        lambda _: _ulang(f'table:number-rows-repeated="{"9" * 5000}"', ""),
        Tolak("terlalu_banyak_baris"),
    ),
    Kasus("ulang_bukan_angka.ods", satu_ods(akhir='<table:table-row table:number-rows-repeated="-1"/>'), Terima()),
    Kasus("ulang_kosong.ods", satu_ods(akhir=KOSONG_JAUH), Terima()),
    Kasus(
        "jauh.ods",
        satu_ods(
            akhir=KOSONG_JAUH
            + '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
        ),
        Tolak("sel_jauh", "A1048003"),
    ),
    Kasus(
        "galat.ods",
        satu_ods(_sel('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', "#DIV/0!")),
        Tolak("sel_galat", "D2"),
    ),
    Kasus(
        "galat_lama.ods",
        satu_ods(_sel('table:formula="of:=1/0" office:value-type="float" office:value="0"', "#DIV/0!")),
        Tolak("sel_galat", "D2"),
    ),
    Kasus(
        "galat_err.ods",
        satu_ods(_sel('table:formula="of:=1/0" office:value-type="float" office:value="0"', "Err:502")),
        Tolak("sel_galat", "D2"),
    ),
    Kasus("rumus_hampa.ods", satu_ods(_sel('table:formula="of:=1+1"')), Tolak("rumus_hampa", "D2")),
    Kasus(
        "nilai_bukan_angka.ods",
        satu_ods(_sel('office:value-type="float" office:value="1,5"', "1,5")),
        Tolak("sel_galat", "D2"),
    ),
    Kasus("nilai_tak_ada.ods", satu_ods(_sel('office:value-type="float"', "1.234")), Tolak("sel_galat", "D2")),
    Kasus(
        "tak_hingga.ods", satu_ods(_sel('office:value-type="float" office:value="inf"', "x")), Tolak("sel_galat", "D2")
    ),
    Kasus(
        "tanggal_rusak.ods",
        satu_ods(_sel('office:value-type="date" office:date-value="2026-02-30"', "30/02")),
        Tolak("sel_galat", "D2"),
    ),
    Kasus(
        "tanggal.ods",
        satu_ods(_sel('office:value-type="date" office:date-value="2026-02-28T10:00:00"', "x")),
        Tolak("angka_tanggal", "D2"),
    ),
    Kasus(
        "boolean.ods",
        satu_ods(_sel('office:value-type="boolean" office:boolean-value="true"', "TRUE")),
        Tolak("angka_bukan", "D2"),
    ),
    Kasus(
        "persen.ods",
        satu_ods(_sel('office:value-type="percentage" office:value="1"', "100%")),
        Tolak("angka_bukan", "D2"),
    ),
    Kasus(
        "nilai_di_atribut.ods",
        satu_ods('<table:table-cell office:value-type="string" office:string-value="10"/>'),
        Terima(),
    ),
    Kasus("tautan_dde.ods", _di_dalam("dde-links"), Terima()),
    Kasus("perubahan.ods", _di_dalam("tracked-changes"), Terima()),
    Kasus("tabel_dalam_sel.ods", _tabel_dalam_sel, Terima()),
    Kasus("lembar_tersembunyi.ods", _ods_sembunyi, Terima()),
    Kasus("baris_tersembunyi.ods", _baris_sembunyi, Terima(catatan=("baris_tersembunyi",))),
    Kasus("tanpa_lembar.ods", lambda _: ods(""), Tolak("tanpa_isi")),
)


def _rekaman(jenis: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", jenis, len(data)) + data


def _bof(jenis: int) -> bytes:
    return _rekaman(0x809, struct.pack("<HHHHII", 0x600, jenis, 0, 0, 0, 6))


def _teks(baris: int, kolom: int, isi: str) -> bytes:
    return _rekaman(0x204, struct.pack("<HHHHB", baris, kolom, 0, len(isi), 1) + isi.encode("utf-16-le"))


def _angka(baris: int, kolom: int, nilai: float, gaya: int = 0) -> bytes:
    return _rekaman(0x203, struct.pack("<HHHd", baris, kolom, gaya, nilai))


def _galat(baris: int, kolom: int, kode: int) -> bytes:
    return _rekaman(0x205, struct.pack("<HHHBB", baris, kolom, 0, kode, 1))


def _rumus_galat(baris: int, kolom: int, kode: int) -> bytes:
    isi = struct.pack("<HHH", baris, kolom, 0) + bytes((2, 0, kode, 0, 0, 0)) + b"\xff\xff"
    return _rekaman(0x06, isi + struct.pack("<HIH", 0, 0, 0))


def isi_xls(masa: Masa, d2: bytes = _angka(1, 3, 10)) -> bytes:
    sel = b"".join(_teks(0, k, teks) for k, teks in enumerate(KEPALA))
    sel += b"".join(_teks(1, k, str(teks)) for k, teks in enumerate(satu(masa)[:3]))
    return sel + d2 + _angka(1, 4, 20)


def berkas_xls(lembar: Sequence[tuple[bytes, int]], umum: bytes = b"", kecil: bool = False) -> bytes:
    """BIFF8 in a compound file: sheets as (records, hidden state), records of the workbook before them."""
    nama = [f"Lembar{urut}".encode() for urut in range(1, len(lembar) + 1)]
    kepala = _bof(5) + umum
    letak = len(kepala) + sum(4 + 8 + len(n) for n in nama) + 4
    daftar, badan = b"", b""
    for satu_nama, (isi, keadaan) in zip(nama, lembar, strict=True):
        daftar += _rekaman(0x85, struct.pack("<IBBBB", letak + len(badan), keadaan, 0, len(satu_nama), 0) + satu_nama)
        badan += _bof(0x10) + _rekaman(0x200, struct.pack("<IIHHH", 0, 2, 0, 5, 0)) + isi + _rekaman(0x0A)
    aliran = kepala + daftar + _rekaman(0x0A) + badan
    return _ole_kecil(aliran) if kecil else ole({"Workbook": aliran.ljust(4096, b"\0")})


def _ole_kecil(aliran: bytes) -> bytes:
    """A compound file that keeps its one stream, shorter than 4,096 bytes, in the store of small sectors."""
    assert len(aliran) < 4096
    potong = -(-len(aliran) // 64)
    wadah = aliran.ljust(-(-len(aliran) // 512) * 512, b"\0")
    mini = struct.pack(f"<{potong}I", *range(1, potong), 0xFFFFFFFE).ljust(512, b"\xff")
    banyak = len(wadah) // 512
    fat = (0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, *range(4, 3 + banyak), 0xFFFFFFFE)
    kepala = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    kepala += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 2, 1, 0xFFFFFFFE, 0)
    kepala += struct.pack("<I", 0) + b"\xff" * 432
    akar = _masukan("Root Entry", 5, 3, len(wadah), 1) + _masukan("Workbook", 2, 0, len(aliran), 0xFFFFFFFF)
    return kepala + struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff") + akar.ljust(512, b"\0") + mini + wadah


def _masukan(nama: str, jenis: int, awal: int, panjang: int, anak: int) -> bytes:
    teks = (nama + "\0").encode("utf-16-le")
    isi = teks.ljust(64, b"\0") + struct.pack("<HBBIII", len(teks), jenis, 1, 0xFFFFFFFF, 0xFFFFFFFF, anak)
    return isi + b"\0" * 36 + struct.pack("<IQ", awal, panjang)


def _xf(format_nomor: int) -> bytes:
    return _rekaman(0xE0, struct.pack("<HH", 0, format_nomor) + b"\0" * 16)


_PERSEN = _xf(0) + _xf(9) + _rekaman(0x41E, struct.pack("<HHB", 170, 7, 0) + b'0.0" %"') + _xf(170)
_PERSEN_SENDIRI = _xf(0) + _rekaman(0x41E, struct.pack("<HHB", 171, 5, 1) + "0.00%".encode("utf-16-le")) + _xf(171)
_BARIS_SEMBUNYI = _rekaman(0x208, struct.pack("<HHHHHHI", 1, 0, 5, 255, 0, 0, 0x120))


def xls(d2: bytes = _angka(1, 3, 10), umum: bytes = b"", **lain: bool) -> Pembuat:
    return lambda masa: berkas_xls([(isi_xls(masa, d2), 0)], umum, **lain)


XLS: tuple[Kasus, ...] = (
    Kasus("kecil.xls", xls(kecil=True), Terima()),
    Kasus("galat.xls", xls(_galat(1, 3, 0x07)), Tolak("sel_galat", "D2")),
    Kasus("galat_kecil.xls", xls(_galat(1, 3, 0x07), kecil=True), Tolak("sel_galat", "D2")),
    Kasus("galat_rumus.xls", xls(_rumus_galat(1, 3, 0x2A)), Tolak("sel_galat", "D2")),
    Kasus("persen.xls", xls(_angka(1, 3, 1, gaya=1), _PERSEN), Tolak("angka_bukan", "D2")),
    Kasus("persen_sendiri.xls", xls(_angka(1, 3, 1, gaya=1), _PERSEN_SENDIRI), Tolak("angka_bukan", "D2")),
    Kasus(
        "persen_mulrk.xls",
        xls(_rekaman(0xBD, struct.pack("<HHHiH", 1, 3, 1, (1 << 2) | 2, 3)), _PERSEN),
        Tolak("angka_bukan", "D2"),
    ),
    Kasus("persen_harfiah.xls", xls(_angka(1, 3, 10, gaya=2), _PERSEN), Terima()),
    Kasus("rk.xls", xls(_rekaman(0x27E, struct.pack("<HHHi", 1, 3, 0, (10 << 2) | 2))), Terima()),
    Kasus(
        "baris_tersembunyi.xls",
        lambda m: berkas_xls([(_BARIS_SEMBUNYI + isi_xls(m), 0)]),
        Terima(catatan=("baris_tersembunyi",)),
    ),
    Kasus(
        "lembar_tersembunyi.xls", lambda m: berkas_xls([(isi_xls(m, _angka(1, 3, 19)), 1), (isi_xls(m), 0)]), Terima()
    ),
    Kasus(
        "lembar_kedua_galat.xls",
        lambda m: berkas_xls([(b"", 0), (isi_xls(m, _galat(1, 3, 0)), 0)]),
        Tolak("sel_galat", "D2"),
    ),
    Kasus("jauh.xls", lambda m: berkas_xls([(isi_xls(m) + _angka(65_535, 255, 1), 0)]), Tolak("sel_jauh", "IV65536")),
    Kasus("sandi.xls", xls(umum=_rekaman(0x2F, struct.pack("<HHH", 1, 1, 1) + b"\0" * 48)), Tolak("bersandi")),
    Kasus("kosong.xls", lambda _: berkas_xls([(b"", 0)]), Tolak("tanpa_isi")),
)

LAMA = (*ODS, *XLS)
