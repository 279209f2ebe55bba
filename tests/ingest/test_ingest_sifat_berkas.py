"""Properties of whole files: no bytes make the reader raise, and what is accepted is what was written, in any form."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from bahan_aneh import KEPALA, Kasus, Masa, Terima, baca_kasus, rujukan, satu
from bahan_aneh_baris import JUMLAH, KEDUA, KEPALA_CETAK, PERTAMA
from bahan_aneh_lama import berkas_xls, isi_xls
from bahan_ingest import ods, ods_tabel, xlsx, xlsx_mentah
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.fakta import HasilBaca
from kinerja.i18n import BAHASA, teks

MASA = Masa("2026-10", "2026")
AKHIRAN = ("csv", "txt", "xlsx", "xls", "ods", "xlsm", "pdf", "", "CSV")
AWAL = (
    b"",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"\xfe\xff",
    b"sep=",
    b"\xef\xbb\xbf",
)
ASLI: dict[str, Callable[[], bytes]] = {
    "xlsx": lambda: xlsx({"Data": [KEPALA, satu(MASA)]}),
    "ods": lambda: ods(ods_tabel("A", [KEPALA, satu(MASA)])),
    "xls": lambda: berkas_xls([(isi_xls(MASA), 0)]),
}
huruf = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
kata = st.text(huruf, max_size=12)
angka = st.from_regex(r"[-+]?[0-9]{1,6}([.,][0-9]{1,3})?%?", fullmatch=True)
sel = st.one_of(kata, angka, st.sampled_from(["-", "NULL", "1.234", "1,234", "9.375", '"', "'", ";", " 10 ", "JUMLAH"]))


def _baca(nama: str, isi: bytes) -> HasilBaca:
    """The result; every sentence of it can be written in both languages."""
    with tempfile.TemporaryDirectory() as folder:
        hasil = baca_kasus(Kasus(nama, isi, Terima()), MASA, Path(folder), rujukan())
    for masalah in hasil.masalah:
        for bahasa in BAHASA:
            assert teks(bahasa, masalah.alasan, **masalah.args)
    return hasil


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(AWAL), st.binary(max_size=300), st.sampled_from(AKHIRAN))
def test_any_bytes_under_any_ending_never_raise_and_give_nothing(awal: bytes, isi: bytes, akhiran: str) -> None:
    hasil = _baca(f"berkas.{akhiran}", awal + isi)
    assert not hasil.diterima and not hasil.fakta and hasil.masalah


@pytest.mark.parametrize("jenis", ASLI)
@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=4)), min_size=1, max_size=6),
    st.floats(0.5, 1.5),
)
def test_a_damaged_workbook_never_raises_and_never_gives_another_figure(
    jenis: str, ubah: list[tuple[float, bytes]], potong: float
) -> None:
    """Damage that is not seen may only be in bytes that mean nothing, or in the words of a period or a note."""
    isi = bytearray(ASLI[jenis]())
    for letak, baru in ubah:
        awal = int(letak * len(isi))
        isi[awal : awal + len(baru)] = baru
    hasil = _baca(f"a.{jenis}", bytes(isi[: int(potong * len(isi))]))
    if jenis != "xls":  # an old workbook has no checksum: a changed figure is a figure
        assert all((f.pembilang, f.penyebut) == (10, 20) for f in hasil.fakta)


def _csv(baris: list[list[str]]) -> bytes:
    wadah = io.StringIO()
    csv.writer(wadah, delimiter=";", lineterminator="\n").writerows([KEPALA, *baris])
    return ("sep=;\n" + wadah.getvalue()).encode()


def _xlsx(baris: list[list[str]]) -> bytes:
    isi = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(s)}</t></is></c>' for s in b) + "</row>"
        for b in ([*KEPALA], *baris)
    )
    return xlsx_mentah(f"<sheetData>{isi}</sheetData>")


def _ods(baris: list[list[str]]) -> bytes:
    return ods(ods_tabel("A", [KEPALA, *([escape(s) or None for s in b] for b in baris)]))


def _polos(isi: str) -> Decimal | None:
    """The number a reader of the text would see, thousands grouped or not; None where there is none."""
    bersih = re.sub(r"[.,](?=[0-9]{3}(?:[.,]|$))", "", isi.strip().lstrip("+"))
    try:
        return Decimal(bersih.replace(",", "."))
    except InvalidOperation:
        return None


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.tuples(st.integers(0, 4), sel), max_size=3), min_size=1, max_size=8))
def test_the_same_texts_mean_the_same_in_every_container(ubah: list[list[tuple[int, str]]]) -> None:
    baris = [[f"2026-{n + 1:02d}", *map(str, satu(MASA)[1:])] for n in range(len(ubah))]
    for satu_baris, perubahan in zip(baris, ubah, strict=True):
        for kolom, isi in perubahan:
            satu_baris[kolom] = isi
    hasil = [_baca("a.csv", _csv(baris)), _baca("a.xlsx", _xlsx(baris)), _baca("a.ods", _ods(baris))]
    geser = [[(m.alasan, m.baris, m.kolom, m.nilai) for m in h.masalah] for h in hasil]
    assert hasil[0].fakta == hasil[1].fakta == hasil[2].fakta
    assert geser[0] == geser[1] == geser[2]
    tertulis = {(_polos(b[3]), _polos(b[4])) for b in baris}
    for fakta in hasil[0].fakta:
        assert (fakta.pembilang, fakta.penyebut) in tertulis


ubah_cetak = st.tuples(st.integers(0, 2), st.integers(2, 8), st.one_of(sel, st.integers(0, 99).map(str)))


@settings(max_examples=150, deadline=None)
@given(st.lists(ubah_cetak, max_size=5))
def test_any_text_in_a_printed_table_is_read_back_equal_or_refused(ubah: list[tuple[int, int, str]]) -> None:
    isi = [["" if s is None else str(s) for s in b] for b in (PERTAMA, KEDUA, JUMLAH)]
    for urut, kolom, baru in ubah:
        isi[urut][kolom] = baru
    judul = [["TABEL 68"], ["PELAYANAN KESEHATAN PENDERITA HIPERTENSI"], ["TAHUN", "2026"], []]
    kepala = [["" if s is None else str(s) for s in b] for b in KEPALA_CETAK]
    wadah = io.StringIO()
    csv.writer(wadah, delimiter=";", lineterminator="\n").writerows([*judul, *kepala, *isi])
    hasil = _baca("a.csv", wadah.getvalue().encode())
    if not hasil.diterima:
        return
    tertulis = {
        (jk, _polos(b[atas]), _polos(b[bawah]))
        for b in isi[:2]
        for jk, atas, bawah in (("L", 6, 3), ("P", 7, 4), ("", 8, 5))
    }
    for fakta in hasil.fakta:
        assert (fakta.jk, Decimal(fakta.pembilang), Decimal(fakta.penyebut or 0)) in tertulis
