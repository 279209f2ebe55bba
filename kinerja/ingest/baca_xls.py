"""Cells of an old .xls through calamine, in the child process only: crafted input can abort the interpreter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kinerja.ingest.biff import galat_xls
from kinerja.ingest.sel_anak import Tolak, keluar, periksa_letak, pesan_tolak, susun_baris


def baca_xls(jalur: str, lembar: tuple[str, ...]) -> Iterator[dict[str, Any] | list[Any]]:
    """Messages of ``anak``. calamine gives error cells as empty, so those are looked up in the records themselves."""
    import python_calamine as kalamin

    try:
        buku = kalamin.load_workbook(jalur)
    except kalamin.PasswordError:
        yield {"galat": "masalah.bersandi", "args": {}}
        return
    yield {"semua": buku.sheet_names}
    galat = galat_xls(jalur)
    for meta in buku.sheets_metadata:
        if meta.typ != kalamin.SheetTypeEnum.WorkSheet or (lembar and meta.name not in lembar):
            continue
        if not lembar and meta.visible != kalamin.SheetVisibleEnum.Visible:
            yield {"tersembunyi": meta.name}
            continue
        try:
            yield from _baca_lembar(buku.get_sheet_by_name(meta.name), galat.get(meta.name, {}))
        except Tolak as tolak:
            yield pesan_tolak(tolak, meta.name)


def _baca_lembar(lembaran: Any, galat: dict[int, dict[int, str]]) -> Iterator[dict[str, Any] | list[Any]]:
    if lembaran.end:
        periksa_letak(*lembaran.end)
    gabung = [(*awal, *akhir) for awal, akhir in lembaran.merged_cell_ranges or ()]
    yield {"lembar": lembaran.name, "gabung": gabung}
    for nomor, isi in enumerate(lembaran.to_python(skip_empty_area=False)):
        sel = [keluar(nilai, nomor, kolom) for kolom, nilai in enumerate(isi)]
        for kolom, teks in galat.get(nomor, {}).items():
            sel.extend([None] * (kolom + 1 - len(sel)))
            sel[kolom] = {"g": teks}
        if pesan := susun_baris(nomor, sel):
            yield pesan
