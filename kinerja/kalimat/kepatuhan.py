"""Sentences of support: how far the way of working has come in, and where help would serve. Nobody is ranked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kinerja.domain.periode import geser_bulan, selisih_bulan
from kinerja.i18n import Bahasa
from kinerja.i18n import format as tulis
from kinerja.kalimat.kalimat import Kalimat

BAGIAN_MINIMUM = 80.0
"""Percent of reports handed in at all, over three months, under which a unit is offered support."""


class Bulanan(NamedTuple):
    """One group and month: reports due, on time, handed in; evidence filled and feedback given of those due."""

    bulan: int
    wajib: int
    tepat: int
    masuk: int
    bukti: int
    wajib_bukti: int
    umpan_balik: int
    wajib_umpan_balik: int
    tertutup: bool

    def persen(self, ukur: str) -> float | None:
        """Percent of one measure (tepat, bukti, umpan_balik); None where hidden or nothing was due."""
        atas, bawah = {
            "tepat": (self.tepat, self.wajib),
            "bukti": (self.bukti, self.wajib_bukti),
            "umpan_balik": (self.umpan_balik, self.wajib_umpan_balik),
        }[ukur]
        return None if self.tertutup or not bawah else 100 * atas / bawah


class Perlu(NamedTuple):
    """A unit that may be offered support. ``sejak``: first month without a report, 0 where reports come but few."""

    unit: str
    sejak: int
    masuk: float


def cari_perlu(isi: Mapping[str, Mapping[int, Bulanan]], akhir: int) -> list[Perlu]:
    """Units without any report in the last month although they reported before, or with few handed in, in given order.

    Hidden groups are left out: nothing is said of them. A unit that never reported is no gap.
    """
    hasil = []
    for unit, bulan in isi.items():
        ada = sorted(bulan)
        if not ada:
            continue
        if ada[-1] < akhir:
            hasil.append(Perlu(unit, geser_bulan(ada[-1], 1), 0.0))
            continue
        tiga = [b for b in bulan.values() if selisih_bulan(b.bulan, akhir) < 3 and not b.tertutup]
        wajib = sum(b.wajib for b in tiga)
        masuk = 100 * sum(b.masuk for b in tiga) / wajib if wajib else 100.0
        if masuk < BAGIAN_MINIMUM:
            hasil.append(Perlu(unit, 0, masuk))
    return hasil


def sentence_adopsi(isi: Mapping[int, Bulanan], akhir: int, periode: str, bahasa: Bahasa) -> Kalimat:
    """On time, evidence and feedback of the last month; or that nothing came, or that it is hidden."""
    kini = isi.get(akhir)
    if kini is None:
        return Kalimat("kalimat.adopsi_tanpa" if isi else "kalimat.adopsi_kosong", {"periode": periode})
    if kini.tertutup:
        return Kalimat("kalimat.adopsi_tertutup", {"periode": periode})
    bagian: dict[str, object] = {u: tulis.angka(kini.persen(u), 0, bahasa) for u in ("tepat", "bukti", "umpan_balik")}
    return Kalimat("kalimat.adopsi", bagian | {"periode": periode, "n": tulis.angka(kini.wajib, 0, bahasa)})


def sentence_kisi(unit_lapor: int, unit_semua: int, belum: Sequence[str], periode: str) -> Kalimat:
    """Who has reported: a gap is named as one, the names in official order."""
    isi = {"ada": unit_lapor, "semua": unit_semua, "periode": periode}
    if not unit_semua:
        return Kalimat("kalimat.kisi_kosong", {"periode": periode})
    if unit_semua == 1:
        return Kalimat(f"kalimat.kisi_satu_{'belum' if belum else 'lapor'}", isi)
    if belum:
        return Kalimat("kalimat.kisi_belum", isi | {"unit": ", ".join(belum)})
    return Kalimat("kalimat.kisi_lengkap", isi)
