"""A first draft of feedback from numbers, which the evaluator edits: fact with gap and trend, suggestion, step.

It says what is there and asks; it never says why, never compares with other people, and has no word for a person.
A change is a plain number; a percentage stands beside it only where both counts are at least 20 (METODE, sentences).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import Literal

from kinerja.domain.capaian import bulatkan, compute_capaian
from kinerja.domain.indikator import Arah
from kinerja.domain.perilaku import Nilai
from kinerja.domain.periode import Periode, rentang
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.kalimat.kalimat import Kalimat

Ekspektasi = Literal["di_atas", "sesuai", "di_bawah"]
Keadaan = Literal["capai", "kurang", "tanpa_realisasi", "tanpa_target", "tanpa_bukti"]
_CUKUP = 20
_TIGA = 3


@dataclass(frozen=True)
class Bahan:
    """What is known of one person and period. Missing numbers are NaN.

    ``indikator`` '' speaks of all items together: ``butir`` with a target and a realisation,
    ``tercapai`` of them, ``tanpa_realisasi`` and ``tanpa_bukti``.
    ``lalu``: the same item in ``periode_lalu``, a period of the same length. ``garis``: (month, items, reached),
    oldest first, as far back as there are any. ``desimal`` 0 means a count.
    """

    periode: Periode
    indikator: str = ""
    satuan: str = ""
    realisasi: float = nan
    target: float = nan
    arah: Arah = "naik"
    desimal: int = 0
    lalu: float = nan
    periode_lalu: Periode | None = None
    butir: int = 0
    tercapai: int = 0
    tanpa_realisasi: int = 0
    tanpa_bukti: int = 0
    garis: Sequence[tuple[int, int, int]] = ()


@dataclass(frozen=True)
class Draf:
    """Texts to put into the form, all of them to be edited."""

    fakta: str
    saran: str
    langkah: str


def susun_draf(
    bahan: Bahan, bahasa: Bahasa, *, perilaku: Nilai | None = None, ekspektasi: Ekspektasi | None = None
) -> Draf:
    """The draft for these numbers, about one BerAKHLAK value when one is chosen (``ekspektasi``: as it was rated)."""
    keadaan = baca_keadaan(bahan)
    fakta = [k.dalam(bahasa) for k in list_fakta(bahan, bahasa)]
    saran = [teks(bahasa, f"umpan_balik.saran_{keadaan}")]
    if perilaku is not None:
        saran.append(teks(bahasa, f"umpan_balik.perilaku.{perilaku}"))
        if ekspektasi is not None:
            fakta.append(_perilaku(perilaku, ekspektasi, bahasa))
    return Draf(" ".join(fakta), " ".join(saran), teks(bahasa, f"umpan_balik.langkah_{keadaan}"))


def baca_keadaan(bahan: Bahan) -> Keadaan:
    """Which suggestion fits. Missing evidence comes first: without it nothing else is sure."""
    if bahan.tanpa_bukti:
        return "tanpa_bukti"
    if not bahan.indikator:
        if not bahan.butir:
            return "tanpa_realisasi" if bahan.tanpa_realisasi else "tanpa_target"
        return "capai" if bahan.tercapai >= bahan.butir else "kurang"
    if isnan(bahan.target) or (bahan.target <= 0 and bahan.arah == "naik"):
        return "tanpa_target"
    if isnan(bahan.realisasi):
        return "tanpa_realisasi"
    return "capai" if _sampai(bahan) else "kurang"


def list_fakta(bahan: Bahan, bahasa: Bahasa) -> list[Kalimat]:
    """The sentences of the fact, in order: the item and its change, the items together, the months."""
    hasil = []
    if bahan.indikator:
        hasil.append(_butir(bahan, bahasa))
        hasil += _tren(bahan, bahasa)
    masa = tulis.periode(bahan.periode, bahasa)
    if bahan.butir:
        isi: dict[str, object] = {"butir": bahan.butir, "tercapai": bahan.tercapai, "periode": masa}
        hasil.append(Kalimat("umpan_balik.fakta_butir", isi))
    elif not bahan.indikator and not bahan.tanpa_realisasi:
        hasil.append(Kalimat("umpan_balik.fakta_kosong", {"periode": masa}))
    if bahan.tanpa_realisasi:
        belum: dict[str, object] = {"jumlah": bahan.tanpa_realisasi, "periode": masa}
        hasil.append(Kalimat("umpan_balik.fakta_belum_realisasi", belum))
    if bahan.tanpa_bukti:
        hasil.append(Kalimat("umpan_balik.fakta_tanpa_bukti", {"jumlah": bahan.tanpa_bukti}))
    return hasil + _garis(bahan.garis, bahasa)


def tandai_contoh(isi: str, bahasa: Bahasa) -> str:
    """The text as it stands in synthetic feedback: said to be synthetic before anything else."""
    return teks(bahasa, "umpan_balik.tanda_contoh", teks=isi)


def tanggapan_contoh(bahasa: Bahasa) -> tuple[str, str, str]:
    """Answer, objection and reply of the synthetic feedback."""
    return (
        tandai_contoh(teks(bahasa, "umpan_balik.jawaban_contoh"), bahasa),
        tandai_contoh(teks(bahasa, "umpan_balik.keberatan_contoh"), bahasa),
        tandai_contoh(teks(bahasa, "umpan_balik.balasan_contoh"), bahasa),
    )


def _sampai(bahan: Bahan) -> bool:
    return bahan.realisasi >= bahan.target if bahan.arah == "naik" else bahan.realisasi <= bahan.target


def _angka(nilai: float, bahan: Bahan, bahasa: Bahasa, *, tanda: bool = False) -> str:
    """1.234 surat · +5,4%."""
    angka = tulis.angka(nilai, bahan.desimal, bahasa, tanda=tanda)
    return angka + (bahan.satuan if bahan.satuan in ("%", "‰") else f" {bahan.satuan}".rstrip())


def _selisih(kini: float, dulu: float, bahan: Bahan) -> float:
    """Difference of the two figures as they are shown, so that a reader who subtracts finds the same."""
    return bulatkan(kini, bahan.desimal) - bulatkan(dulu, bahan.desimal)


def _butir(bahan: Bahan, bahasa: Bahasa) -> Kalimat:
    isi: dict[str, object] = {"indikator": bahan.indikator, "periode": tulis.periode(bahan.periode, bahasa)}
    ada_target, ada_realisasi = not isnan(bahan.target), not isnan(bahan.realisasi)
    if ada_realisasi:
        isi["realisasi"] = _angka(bahan.realisasi, bahan, bahasa)
    if ada_target:
        isi["target"] = _angka(bahan.target, bahan, bahasa)
    if not (ada_target and ada_realisasi):
        kurang = "tanpa_realisasi" if ada_target else "tanpa_target" if ada_realisasi else "tanpa_angka"
        return Kalimat(f"umpan_balik.fakta_{kurang}", isi)
    isi["selisih"] = _angka(_selisih(bahan.realisasi, bahan.target, bahan), bahan, bahasa, tanda=True)
    capaian = compute_capaian(bahan.realisasi, bahan.target, bahan.arah).nilai
    if capaian is None:
        return Kalimat("umpan_balik.fakta_nol", isi)
    isi["capaian"] = tulis.persen(capaian, bahasa)
    return Kalimat("umpan_balik.fakta_capai" if _sampai(bahan) else "umpan_balik.fakta_kurang", isi)


def _tren(bahan: Bahan, bahasa: Bahasa) -> list[Kalimat]:
    if isnan(bahan.realisasi) or isnan(bahan.lalu) or bahan.periode_lalu is None:
        return []
    isi: dict[str, object] = {
        "periode": tulis.periode(bahan.periode_lalu, bahasa),
        "lalu": _angka(bahan.lalu, bahan, bahasa),
    }
    selisih = _selisih(bahan.realisasi, bahan.lalu, bahan)
    if selisih == 0:
        return [Kalimat("umpan_balik.tren_tetap", isi)]
    isi["selisih"] = _angka(selisih, bahan, bahasa, tanda=True)
    hitungan = bahan.desimal == 0 and bahan.satuan not in ("%", "‰")
    if hitungan and min(bahan.realisasi, bahan.lalu) >= _CUKUP:
        isi["persen"] = tulis.persen(100 * selisih / bahan.lalu, bahasa, tanda=True)
        return [Kalimat("umpan_balik.tren_persen", isi)]
    return [Kalimat("umpan_balik.tren_angka", isi)]


def _garis(garis: Sequence[tuple[int, int, int]], bahasa: Bahasa) -> list[Kalimat]:
    """The last three months that have items beside the three before; nothing when there are fewer than six."""
    isi = [baris for baris in garis if baris[1] > 0]
    if len(isi) < 2 * _TIGA:
        return []
    kini, dulu = isi[-_TIGA:], isi[-2 * _TIGA : -_TIGA]
    return [
        Kalimat(
            "umpan_balik.garis",
            {
                "kini": sum(b[2] for b in kini),
                "butir_kini": sum(b[1] for b in kini),
                "masa_kini": tulis.periode(rentang(kini[0][0], kini[-1][0]), bahasa),
                "dulu": sum(b[2] for b in dulu),
                "butir_dulu": sum(b[1] for b in dulu),
                "masa_dulu": tulis.periode(rentang(dulu[0][0], dulu[-1][0]), bahasa),
            },
        )
    ]


def _perilaku(perilaku: Nilai, ekspektasi: Ekspektasi, bahasa: Bahasa) -> str:
    isi = {
        "nilai": teks(bahasa, f"umpan_balik.nilai.{perilaku}"),
        "ekspektasi": teks(bahasa, f"umpan_balik.ekspektasi.{ekspektasi}"),
    }
    return teks(bahasa, "umpan_balik.perilaku_nilai", **isi)
