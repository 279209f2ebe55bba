"""Groups of employees below the chosen unit, as every page of the policy lays them side by side, in official order."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.domain.periode import Periode, geser_bulan, periode_dari_bulan
from kinerja.domain.unit import turunan
from kinerja.i18n import format as tulis
from kinerja.indikator.hitung import WADAH
from kinerja.ui import sumber_asn
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

SEMUA = "_semua"
"""Name of the group of the chosen unit with all below it."""


def semua_unit(lk: Lingkup) -> list[str]:
    return turunan(lk.unit, lk.isi.pohon.anak)


def kelompok(lk: Lingkup) -> dict[str, list[str]]:
    """The whole first, then its parts: children with all below them, and the unit's own staff by its own code."""
    pohon, anak = lk.isi.pohon, lk.isi.pohon.anak
    hasil = {SEMUA: semua_unit(lk)}
    bawah = [u for u in anak.get(lk.unit, ()) if pohon.units[u].jenis != "posyandu"]
    if not bawah:
        return hasil | {lk.unit: [lk.unit]}
    if pohon.units[lk.unit].jenis not in (*WADAH, "wilayah"):
        hasil[lk.unit] = [lk.unit]
    for a in bawah:
        rinci = anak.get(a, ()) if pohon.units[a].jenis in WADAH else [a]
        hasil |= {u: turunan(u, anak) for u in rinci}
    return hasil


def nama(lk: Lingkup, kode: str, units: Sequence[str]) -> str:
    """Name of a part; the own staff of a unit that has others below is named as that."""
    punya_bawah = [u for u in lk.isi.pohon.anak.get(kode, ()) if lk.isi.pohon.units[u].jenis != "posyandu"]
    if len(units) == 1 and punya_bawah:
        return t(lk, "dukungan.sendiri", unit=lk.isi.pohon.nama(kode))
    return lk.isi.pohon.nama(kode)


def putaran(lk: Lingkup) -> tuple[Periode, str]:
    """The period whose ratings are shown, and the sentence that says which.

    A month is too short for ratings: its triwulan is taken, and while nobody is rated there yet, the one before. A year
    without ratings for the year shows its last round, and is called that.
    """
    p = lk.periode
    if p.panjang < 3:
        p = periode_dari_bulan(p.sampai, "triwulan")
    for calon in (p, periode_dari_bulan(geser_bulan(p.dari, -1), "triwulan")):
        if not lk.isi.kosong and _ada(lk, calon):
            ada = sumber_asn.ronde(lk.isi, semua_unit(lk), calon)
            masa = ada[0] if len(ada) == 1 else calon
            kunci = "dukungan.penilaian" if masa == p else "dukungan.penilaian_terakhir"
            return masa, t(lk, kunci, periode=tulis.periode(masa, lk.bahasa))
    return p, t(lk, "dukungan.penilaian", periode=tulis.periode(p, lk.bahasa))


def _ada(lk: Lingkup, p: Periode) -> bool:
    df = sumber_asn.sebaran(lk.akses, lk.isi, {SEMUA: semua_unit(lk)}, p)
    return bool(len(df) and (df["disembunyikan"].any() or (df["n"] > 0).any()))


def masa(lk: Lingkup, bulan: int) -> tuple[int, int]:
    """The last ``bulan`` months up to the end of the period, not before the first data."""
    akhir = lk.periode.sampai
    return max(geser_bulan(akhir, 1 - bulan), lk.isi.awal), akhir
