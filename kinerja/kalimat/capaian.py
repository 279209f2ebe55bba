"""Sentences on figures against targets. They say what is there, never why; a running gap is named as such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from typing import NamedTuple

import pandas as pd

from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode, rentang
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.kalimat.kalimat import Kalimat, Perhatian


class Baris(NamedTuple):
    """One figure without its frame; see ``domain.shapes.CAPAIAN``. Missing numbers are NaN."""

    indikator: str
    unit: str
    nama: str
    periode: str
    realisasi: float
    target: float
    capaian: float
    status: str
    alasan: str
    ada: int
    wajib: int
    dari: int
    sampai: int


def baca_baris(df: pd.DataFrame) -> list[Baris]:
    """The rows of a frame of shape CAPAIAN as plain tuples: cheap to look up one by one."""
    return [Baris(*nilai) for nilai in zip(*(df[k].tolist() for k in Baris._fields), strict=True)]


def nilai_satuan(nilai: float, ind: Indikator, bahasa: Bahasa) -> str:
    """1.234 kunjungan · 94,3% · 82,61 poin."""
    satuan = ind.satuan.dalam(bahasa)
    angka = tulis.angka(nilai, ind.desimal, bahasa)
    return f"{angka}{satuan}" if satuan in ("%", "‰") else f"{angka} {satuan}"


def nilai_tanda(nilai: float, ind: Indikator, bahasa: Bahasa) -> str:
    """The figure with its sign but without a word of measure, where that word follows soon after."""
    satuan = ind.satuan.dalam(bahasa)
    return tulis.angka(nilai, ind.desimal, bahasa) + (satuan if satuan in ("%", "‰") else "")


def sentence_target(df: pd.DataFrame, ind: Indikator, periode: Periode, bahasa: Bahasa) -> Kalimat:
    """The message of one figure (first row of ``df``): above, near, below its target, or that it cannot be told."""
    nama, p = ind.nama.dalam(bahasa), tulis.periode(periode, bahasa)
    if df.empty:
        return Kalimat("kalimat.tanpa_data", {"indikator": nama, "periode": p})
    b = baca_baris(df.head(1))[0]
    if isnan(b.realisasi):
        return Kalimat("kalimat.tanpa_angka", {"indikator": nama, "periode": p, "alasan": teks(bahasa, b.alasan)})
    args: dict[str, object] = {"indikator": nama, "periode": p, "realisasi": nilai_satuan(b.realisasi, ind, bahasa)}
    if isnan(b.capaian):
        kurang = b.ada < b.wajib
        return Kalimat(
            "kalimat.tanpa_target_belum_lengkap" if kurang else "kalimat.tanpa_target",
            args | {"ada": b.ada, "wajib": b.wajib} if kurang else args,
        )
    args |= {
        "realisasi": nilai_tanda(b.realisasi, ind, bahasa),
        "target": nilai_satuan(b.target, ind, bahasa),
        "capaian": tulis.persen(b.capaian, bahasa),
    }
    if b.ada < b.wajib and b.status == "tak_pasti":
        return Kalimat("kalimat.belum_lengkap", args | {"ada": b.ada, "wajib": b.wajib})
    return Kalimat(f"kalimat.target_{b.status}", args)


def sentence_units(df: pd.DataFrame, ind: Indikator, bahasa: Bahasa) -> Kalimat:
    """The message of units side by side: how many reached the target, how many are under 90 percent."""
    ber = df[df["capaian"].notna()]
    nama = ind.nama.dalam(bahasa)
    if ber.empty:
        return Kalimat("kalimat.unit_tanpa_target", {"indikator": nama})
    hitung = ber["status"].value_counts()
    args: dict[str, object] = {
        "indikator": nama,
        "tercapai": int(hitung.get("tercapai", 0)),
        "belum": int(hitung.get("belum", 0)),
        "ragu": int(hitung.get("tak_pasti", 0)),
        "semua": len(ber),
    }
    if len(ber) == 1:
        return Kalimat(f"kalimat.satu_unit_{ber['status'].iloc[0]}", args)
    if args["belum"]:
        return Kalimat("kalimat.unit_sebagian", args)
    return Kalimat("kalimat.unit_ragu" if args["ragu"] else "kalimat.unit_baik", args)


def list_perhatian(
    kini: Sequence[Baris],
    dulu: Sequence[Baris],
    indikator: Mapping[str, Indikator],
    bahasa: Bahasa,
) -> list[Perhatian]:
    """Below target **and** worse than the comparison period, largest gap first.

    Where nothing at all can be compared (a first year), being below target is enough, and the sentence says less.

    A figure whose interval covers the target, that is incomplete or has no earlier figure is left out: it would be
    noise. Capaian already turns the direction, so a lower one is worse whatever the indikator.
    """
    dahulu = {(b.indikator, b.unit): b for b in dulu if not isnan(b.capaian)}
    temuan: list[tuple[float, Perhatian]] = []
    for b in kini:
        lama = dahulu.get((b.indikator, b.unit))
        turun = lama is not None and b.capaian < lama.capaian
        if b.status not in ("belum", "mendekati") or not (turun or not dahulu):
            continue
        ind = indikator[b.indikator]
        args: dict[str, object] = {
            "unit": b.nama,
            "indikator": ind.nama.dalam(bahasa),
            "capaian": tulis.persen(b.capaian, bahasa),
            "realisasi": nilai_tanda(b.realisasi, ind, bahasa),
            "target": nilai_satuan(b.target, ind, bahasa),
        }
        kunci = "kalimat.perhatian_baru"
        if lama is not None:
            kunci = "kalimat.perhatian"
            args["lalu"] = tulis.persen(lama.capaian, bahasa)
            args["pembanding"] = tulis.periode(rentang(lama.dari, lama.sampai), bahasa, pendek=True)
        temuan.append((b.capaian, Perhatian(Kalimat(kunci, args), b.unit, b.indikator)))
    return [p for _, p in sorted(temuan, key=lambda t: t[0])]


def sentence_perhatian(daftar: Sequence[Perhatian], kini: Sequence[Baris], dulu: Sequence[Baris]) -> Kalimat:
    """The head of the attention list; says so when there is no target, or no earlier period to compare with."""
    if all(isnan(b.capaian) for b in kini):
        return Kalimat("kalimat.perhatian_tanpa_target")
    banding = any(not isnan(b.capaian) for b in dulu)
    kunci = ("perhatian_ada" if daftar else "perhatian_kosong") + ("" if banding else "_baru")
    return Kalimat(f"kalimat.{kunci}", {"jumlah": len(daftar)})


def list_berhenti(kini: Sequence[Baris], indikator: Mapping[str, Indikator], bahasa: Bahasa) -> list[Perhatian]:
    """Units without a report in the period although they reported before: a gap, not a zero."""
    return [
        Perhatian(
            Kalimat("kalimat.berhenti", {"unit": b.nama, "indikator": indikator[b.indikator].nama.dalam(bahasa)}),
            b.unit,
            b.indikator,
        )
        for b in kini
        if b.ada == 0 and b.wajib > 0
    ]
