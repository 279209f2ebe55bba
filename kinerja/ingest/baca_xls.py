"""Cells of an old .xls through calamine, in the child process only: crafted input can abort the interpreter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kinerja.ingest.biff import CatatanXls, catatan_xls
from kinerja.ingest.format_sel import persen
from kinerja.ingest.sel_anak import (
    Tolak,
    keluar,
    periksa_letak,
    pesan_sembunyi,
    pesan_tolak,
    susun_baris,
    susun_gabung,
)
from kinerja.ingest.tipe import SelGalat


def baca_xls(jalur: str, lembar: tuple[str, ...]) -> Iterator[dict[str, Any] | list[Any]]:
    """Messages of ``anak``. What calamine does not tell is looked up in the records, sheet by sheet in their order."""
    import python_calamine as kalamin

    catatan = catatan_xls(Path(jalur).read_bytes())
    try:
        buku = kalamin.load_workbook(jalur)
    except kalamin.PasswordError:
        raise Tolak("masalah.bersandi") from None
    yield {"semua": [_nama(meta) for meta in buku.sheets_metadata]}
    for urut, (meta, satu) in enumerate(zip(buku.sheets_metadata, catatan, strict=True)):
        nama = _nama(meta)
        if meta.typ != kalamin.SheetTypeEnum.WorkSheet or (lembar and nama not in lembar):
            continue
        if not lembar and meta.visible != kalamin.SheetVisibleEnum.Visible:
            yield {"tersembunyi": nama}
            continue
        yield {"lembar": nama}
        try:
            yield from _baca_lembar(buku.get_sheet_by_index(urut), satu, nama)
        except Tolak as tolak:
            yield pesan_tolak(tolak, nama)


def _nama(meta: Any) -> str:
    return str(meta.name).replace("\0", "")


def _baca_lembar(lembaran: Any, catatan: CatatanXls, nama: str) -> Iterator[dict[str, Any] | list[Any]]:
    terisi = 0
    sembunyi: list[int] = []
    kiri = [None] * lembaran.start[1] if lembaran.start else []
    for nomor, isi in enumerate(lembaran.iter_rows()):
        sel = [keluar(nilai, nomor, kolom) for kolom, nilai in enumerate(_isi([*kiri, *isi], nomor, catatan))]
        if pesan := susun_baris(nomor, sel):
            periksa_letak(nomor, len(pesan) - 2, terisi)
            terisi += 1
            yield pesan
            if nomor in catatan.sembunyi:
                sembunyi.append(nomor)
    yield from susun_gabung([(*awal, *akhir) for awal, akhir in lembaran.merged_cell_ranges or ()])
    yield from pesan_sembunyi(sembunyi, nama)


def _isi(isi: list[object], nomor: int, catatan: CatatanXls) -> list[object]:
    hasil = [
        persen(nilai) if isinstance(nilai, int | float) and (nomor, kolom) in catatan.persen else nilai
        for kolom, nilai in enumerate(isi)
    ]
    for kolom, teks in catatan.galat.get(nomor, {}).items():
        hasil.extend([None] * (kolom + 1 - len(hasil)))
        hasil[kolom] = SelGalat(teks)
    return hasil
