"""What a file says about the order of day and month where a column of days cannot tell: never settled silently.

First the period the file or the row is about, then the habit of the country (with dashes or dots under Indonesian
headers the day stands first), then today: a report cannot be handed in next year. Slashes and English headers have no
habit; without evidence they are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.domain.periode import Periode, geser_bulan
from kinerja.ingest.bentuk.register_masa import masa_disebut
from kinerja.ingest.kepala import susun_jalur
from kinerja.ingest.peta.model import UrutTanggal
from kinerja.ingest.peta.terap import PembacaPeta

Tiga = tuple[int, int, int]
_SESUDAH = 6
_INGGRIS = re.compile(r"\b(?:DATE|DAY|START|END|DUE|NAME|TITLE|COURSE|EMPLOYEE|SESSION|EVENT|ATTENDANCE)\b")


@dataclass(frozen=True)
class Dugaan:
    """An order and why: the catalog key of the warning, and what it names."""

    urut: UrutTanggal
    alasan: str = ""
    args: Mapping[str, object] | None = None


def duga_urut(
    pembaca: PembacaPeta,
    isi: Mapping[int, tuple[str, Tiga]],
    *,
    bebas: bool = False,
    masa: Callable[[int], Periode | None] | None = None,
    lampau: bool = False,
) -> Dugaan:
    """The order of these days (row → text and its three numbers); '' where nothing tells.

    ``bebas``: days may lie outside the period of the file. ``masa``: the month a row reports on; its day lies from
    that month on. ``lampau``: the days are over.
    """
    tiga = [t for _, t in isi.values()]
    disebut = None if bebas or pembaca.konteks.opsi.periode else masa_disebut(pembaca)
    if disebut and (urut := _satu(lambda h: disebut.dari <= h.year * 100 + h.month <= disebut.sampai, tiga)):
        return Dugaan(urut, "masalah.hari_menurut_masa", {"periode": disebut.kode})
    if masa and (urut := _menurut_baris(isi, masa)):
        return Dugaan(urut, "masalah.hari_menurut_laporan")
    if all(re.search(r"[0-9]\s*[-.]\s*[0-9]", teks) for teks, _ in isi.values()) and not _berkepala_inggris(pembaca):
        return Dugaan("dmy", "masalah.hari_dahulu")
    hari = pembaca.konteks.opsi.hari
    if lampau and (urut := _satu(lambda h: h <= hari, tiga)):
        return Dugaan(urut, "masalah.hari_menurut_kini", {"hari": hari.strftime("%d-%m-%Y")})
    return Dugaan("")


def hari_tiga(tiga: Tiga, urut: UrutTanggal) -> date:
    """The day of two numbers, neither above twelve, and a year."""
    a, b, tahun = tiga
    return date(tahun, b, a) if urut == "dmy" else date(tahun, a, b)


def _satu(muat: Callable[[date], bool], tiga: Sequence[Tiga]) -> UrutTanggal:
    """The one order by which every day fits, or ''."""
    dmy, mdy = (all(muat(hari_tiga(t, urut)) for t in tiga) for urut in ("dmy", "mdy"))
    return "" if dmy == mdy else "dmy" if dmy else "mdy"


def _menurut_baris(isi: Mapping[int, tuple[str, Tiga]], masa: Callable[[int], Periode | None]) -> UrutTanggal:
    """The one order by which every day lies in the month its row reports on, or in the half-year after it."""
    muat = {"dmy": True, "mdy": True}
    for nomor, (_, tiga) in isi.items():
        if (bulan := masa(nomor)) is None:
            return ""
        hari = {"dmy": hari_tiga(tiga, "dmy"), "mdy": hari_tiga(tiga, "mdy")}
        for urut, satu in hari.items():
            muat[urut] &= bulan.dari <= satu.year * 100 + satu.month <= geser_bulan(bulan.sampai, _SESUDAH)
    return "" if muat["dmy"] == muat["mdy"] else "dmy" if muat["dmy"] else "mdy"


def _berkepala_inggris(pembaca: PembacaPeta) -> bool:
    kepala = pembaca.peta.kepala
    jalur = susun_jalur(pembaca.lembar, kepala[0], kepala[-1] + 1) if kepala else ()
    return any(_INGGRIS.search(bagian) for satu in jalur for bagian in satu)
