"""Rules about people: rows of a file held against the list of employees. Each problem names its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from kinerja.domain.fakta import KOLOM_TABEL, Masalah, kolom_masa
from kinerja.domain.periode import rentang
from kinerja.indikator.aturan_bahan import Aturan, Bahan
from kinerja.store.kepegawaian import Tugas

Baris = Mapping[str, object]


def _baris(aturan: Aturan, bahan: Bahan) -> Iterator[tuple[Baris, int, int, tuple[str, int | None], Sequence[Tugas]]]:
    """Rows about people of whom a list of employees says something: row, months, place in the file, what it says."""
    for tabel in aturan.isi["tabel"]:
        kolom, masa = KOLOM_TABEL[tabel], kolom_masa(tabel)
        letak = bahan.hasil.letak.get(tabel, ())
        for n, isi in enumerate(bahan.hasil.tabel.get(tabel, ())):
            baris = dict(zip(kolom, isi, strict=True))
            tugas = bahan.tugas.get(str(baris["pegawai"]), ())
            if masa and tugas:
                dari, sampai = (int(str(baris[k])) for k in masa)
                yield baris, dari, sampai, letak[n] if letak else ("", None), tugas


def _masa_dinas(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Rows of months in which the person was not in service anywhere."""
    for baris, dari, sampai, letak, tugas in _baris(aturan, bahan):
        if not _sejaman(tugas, dari, sampai):
            yield _masalah(aturan, bahan, baris, (dari, sampai), letak)


def _unit_pegawai(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Rows of another unit than the one where the person serves then."""
    for baris, dari, sampai, letak, tugas in _baris(aturan, bahan):
        unit = {t.unit for t in _sejaman(tugas, dari, sampai)}
        if unit and baris["unit"] not in unit:
            lain = ", ".join(sorted(map(bahan.nama, unit)))
            yield _masalah(aturan, bahan, baris, (dari, sampai), letak, lain=lain)


def _penilai_beda(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Ratings by somebody else than the rater of the list of employees."""
    for baris, dari, sampai, letak, tugas in _baris(aturan, bahan):
        resmi = {t.penilai for t in _sejaman(tugas, dari, sampai)} - {""}
        if baris.get("penilai") and resmi and baris["penilai"] not in resmi:
            yield _masalah(aturan, bahan, baris, (dari, sampai), letak)


def _sejaman(tugas: Sequence[Tugas], dari: int, sampai: int) -> list[Tugas]:
    return [t for t in tugas if t.dari <= sampai and dari <= t.sampai]


def _masalah(
    aturan: Aturan, bahan: Bahan, baris: Baris, masa: tuple[int, int], letak: tuple[str, int | None], **args: object
) -> Masalah:
    unit = bahan.nama(str(baris["unit"]))
    isi = {"unit": unit, "periode": rentang(*masa).kode, **args}
    return Masalah(aturan.teks, aturan.tingkat, letak[0], letak[1], nilai=unit, args=isi)


JENIS: Mapping[str, Callable[[Aturan, Bahan], Iterator[Masalah]]] = MappingProxyType(
    {"masa_dinas": _masa_dinas, "unit_pegawai": _unit_pegawai, "penilai_beda": _penilai_beda}
)
"""Kind of rule → what it asks; each needs the key ``tabel``, the tables it looks at."""
