"""Conflicts with what is stored, as problems that say what is there, since when, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import duckdb

from kinerja.domain.errors import ImporError
from kinerja.domain.fakta import Masalah
from kinerja.domain.periode import rentang
from kinerja.domain.unit import selalu
from kinerja.indikator.registry import registri
from kinerja.store import queries
from kinerja.store.bentrok import Bentrok

MAKS = 200
ULANGAN = "masalah.angka_sama"


class SudahAdaError(ImporError):
    """Every row of the file is there with the very same values: nothing to correct, nothing to compare."""

    def __init__(self, masalah: Sequence[Masalah], muatan: str) -> None:
        super().__init__(tuple(masalah))
        self.kunci = "galat.isi_sudah_ada"
        self.args_kunci = {"muatan": muatan}


def tolak(masalah: Sequence[Masalah], ulangan: Sequence[Masalah] = ()) -> ImporError:
    """The refusal that lists the first problems and counts them all; says so when a correction would settle it.

    ``ulangan``: what is only repeated, told beside them.
    """
    galat = ImporError((*masalah[:MAKS], *ulangan))
    if all(m.args["jenis"] in ("sama", "beda") for m in masalah):
        galat.kunci = "galat.perlu_koreksi"
    galat.args_kunci = {"jumlah": len(masalah)}
    return galat


def pisah_ulangan(temuan: Sequence[Bentrok]) -> tuple[list[Bentrok], list[Masalah]]:
    """What stands against storing, and one note on all figures that the file only repeats with equal values.

    A recap that grows repeats most of its figures: beside the one that was changed they are nothing to look at.
    """
    lawan = [b for b in temuan if b.jenis != "sama"]
    sama = [b for b in temuan if b.jenis == "sama"]
    if not lawan or not sama:
        return list(temuan), []
    args: dict[str, object] = {"jumlah": sum(b.jumlah for b in sama), "muatan": sebut_muatan(sama)}
    return lawan, [Masalah(ULANGAN, "info", args=args)]


def sebut_muatan(temuan: Sequence[Bentrok]) -> str:
    """The batches that hold what was found: "3, 7"."""
    return ", ".join(str(n) for n in sorted({b.muatan for b in temuan if b.muatan}))


def masalah_bentrok(
    koneksi: duckdb.DuckDBPyConnection, temuan: Sequence[Bentrok], nama_baru: Mapping[str, str]
) -> list[Masalah]:
    """One problem for each conflict; ``args['jenis']`` is its kind for programs: sama, beda, tumpang, berkas.

    ``nama_baru``: names of units that the file itself brings.
    """
    nama = {u.kode: u.nama for u in queries.fetch_unit(koneksi)} | dict(nama_baru)
    asal = {b[0]: (b[2], datetime.fromisoformat(b[6])) for b in queries.fetch_muatan(koneksi)}
    return [_masalah(b, nama, asal) for b in temuan]


def _masalah(b: Bentrok, nama: Mapping[str, str], asal: Mapping[int, tuple[str, datetime]]) -> Masalah:
    unit = nama.get(b.unit, b.unit)
    args: dict[str, object] = {
        "jenis": b.jenis,
        "unit": unit,
        "periode": _periode(b.dari, b.sampai),
        "lain": nama.get(b.lain_unit, b.lain_unit),
        "lain_periode": _periode(b.lain_dari, b.lain_sampai),
        "jumlah": b.jumlah,
    }
    if b.muatan:
        berkas, pada = asal[b.muatan]
        args |= {"muatan": str(b.muatan), "berkas": berkas, "pada": pada}
    if not b.isi:
        return Masalah(_alasan_tabel(b), nilai=unit, args=args)
    args["indikator"] = registri()[b.isi].nama.id if b.isi in registri() else b.isi
    return Masalah(_alasan_angka(b), nilai=unit, args=args)


def _periode(dari: int, sampai: int) -> str:
    """The span as people write it; '' for what is said whatever the month."""
    return "" if selalu(dari, sampai) else rentang(dari, sampai).kode


def _alasan_angka(b: Bentrok) -> str:
    if b.jenis == "berkas":
        return "galat.ganda_dalam_berkas"
    if b.jenis == "beda":
        return "galat.beda_target" if b.tabel == "target" else "galat.beda_angka"
    return "galat.sudah_ada"


def _alasan_tabel(b: Bentrok) -> str:
    return "galat.tabel_tumpang" if b.jenis in ("tumpang", "berkas") else f"galat.tabel_{b.tabel}"
