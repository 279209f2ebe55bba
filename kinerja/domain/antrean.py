"""The work queue of an appraiser: what is still to be done, and ratings that raise a question beside the evidence.

A question is no finding: the appraiser may well have a reason, and is asked to write it down. Nobody is asked before
the period is over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from kinerja.domain.ambang import nilai_ambang

JenisAntrean = Literal[
    "belum_dinilai",
    "jatuh_tempo",
    "bukti_kosong",
    "semua_tercapai_tapi_di_bawah",
    "bukti_kosong_tapi_di_atas",
]
JENIS_ANTREAN: tuple[JenisAntrean, ...] = get_args(JenisAntrean)
PERTANYAAN: frozenset[JenisAntrean] = frozenset({"semua_tercapai_tapi_di_bawah", "bukti_kosong_tapi_di_atas"})
"""Kinds that ask about a rating which was given."""


@dataclass(frozen=True)
class Nilai:
    """One person's ratings and items of a period.

    ``dari``, ``sampai``: span of the latest rating (YYYYMM), 0 without one. ``butir``: items with a target,
    ``tercapai``: of them reached. ``tanpa_realisasi``, ``tanpa_bukti``, ``tanpa_target``: items of all kinds that lack
    it. Ratings are '' when there is none.
    """

    pegawai: str
    unit: str
    jabatan: str
    status: str
    penilai: str
    dari: int
    sampai: int
    hasil_kerja: str
    perilaku: str
    predikat_berkas: str
    butir: int
    tercapai: int
    tanpa_realisasi: int
    tanpa_bukti: int
    tanpa_target: int

    @property
    def dinilai(self) -> bool:
        return self.sampai > 0 and self.hasil_kerja != "" and self.perilaku != ""

    @property
    def semua_butir(self) -> int:
        return self.butir + self.tanpa_target


@dataclass(frozen=True)
class Antrean:
    """One thing to do, with the numbers its sentence needs.

    ``hari``: days until the rating is due, or since it was (jatuh_tempo); 0 for the other kinds. The rest as in Nilai.
    """

    jenis: JenisAntrean
    pegawai: str
    unit: str
    penilai: str
    tenggat: date
    hari: int
    hasil_kerja: str
    butir: int
    tercapai: int
    tanpa_bukti: int
    semua_butir: int


def susun_antrean(nilai: Iterable[Nilai], akhir: date, tenggat: date, hari_ini: date) -> list[Antrean]:
    """What is to be done about a period that ends on ``akhir`` and is to be rated by ``tenggat``, in the given order.

    Empty until the period is over. ``tenggat`` itself is still in time. A person's kinds exclude each other, except
    that a low rating and empty evidence may both be asked about.
    """
    if hari_ini <= akhir:
        return []
    return [_tulis(jenis, n, tenggat, hari_ini) for n in nilai for jenis in jenis_antrean(n, lewat=hari_ini > tenggat)]


def jenis_antrean(n: Nilai, *, lewat: bool) -> list[JenisAntrean]:
    """The kinds that apply to one person. ``lewat``: the rating's due date has passed."""
    hasil: list[JenisAntrean] = []
    if not n.dinilai:
        hasil.append("jatuh_tempo" if lewat else "belum_dinilai")
    if n.hasil_kerja == "di_bawah" and 0 < n.butir == n.tercapai:
        hasil.append("semua_tercapai_tapi_di_bawah")
    if _bukti_kosong(n):
        hasil.append("bukti_kosong_tapi_di_atas" if n.hasil_kerja == "di_atas" else "bukti_kosong")
    return hasil


def _bukti_kosong(n: Nilai) -> bool:
    """Is evidence missing for half of the items or more? A single forgotten file is no matter for the queue."""
    return n.tanpa_bukti > 0 and 100 * n.tanpa_bukti >= nilai_ambang("antrean.bukti_kosong") * n.semua_butir


def _tulis(jenis: JenisAntrean, n: Nilai, tenggat: date, hari_ini: date) -> Antrean:
    hari = abs((tenggat - hari_ini).days) if jenis in ("belum_dinilai", "jatuh_tempo") else 0
    return Antrean(
        jenis,
        n.pegawai,
        n.unit,
        n.penilai,
        tenggat,
        hari,
        n.hasil_kerja,
        n.butir,
        n.tercapai,
        n.tanpa_bukti,
        n.semua_butir,
    )
