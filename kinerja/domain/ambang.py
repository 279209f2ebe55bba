"""Thresholds of the civil service's rules, as rows: code, value, where it is written, from when it holds.

Nothing else in ``domain`` holds such a number. A regulation that changes a value gets a new row with its own first
month; the old row ends the month before. ``bukti`` says how sure the row is, and a page that prints it should say so:
``teks`` the words of the regulation were read, ``penerapan`` several public programs agree but the text was not seen,
``kebiasaan`` a choice of this program and no rule at all (``peraturan`` is then empty).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from kinerja.domain.errors import KinerjaError
from kinerja.domain.unit import BULAN_AKHIR

Satuan = Literal["persen", "orang", "angka_kredit", "jp", "hari"]
Bukti = Literal["teks", "penerapan", "kebiasaan"]


@dataclass(frozen=True)
class Ambang:
    """One threshold; ``berlaku_dari`` and ``berlaku_sampai`` are months (YYYYMM), both included."""

    kode: str
    nilai: Decimal
    satuan: Satuan
    peraturan: str
    bukti: Bukti
    berlaku_dari: int
    berlaku_sampai: int = BULAN_AKHIR


def _baris(
    peraturan: str, bukti: Bukti, dari: int, satuan: Satuan, awalan: str, nilai: dict[str, str]
) -> tuple[Ambang, ...]:
    return tuple(Ambang(f"{awalan}.{k}", Decimal(v), satuan, peraturan, bukti, dari) for k, v in nilai.items())


_SE, _BKN = "SE MenPANRB 3/2023", "Peraturan BKN 3/2023"
_POLA_PERSEN = {
    "istimewa.sangat_baik_maks": "70",
    "baik.baik_maks": "70",
    "butuh_perbaikan.butuh_perbaikan_min": "60",
    "butuh_perbaikan.sangat_baik_maks": "10",
    "kurang.kurang_min": "60",
    "kurang.butuh_perbaikan_min": "10",
    "kurang.sangat_baik_maks": "10",
    "sangat_kurang.sangat_kurang_min": "60",
    "sangat_kurang.kurang_butuh_perbaikan_min": "10",
}
_POLA_ORANG = {"baik.butuh_perbaikan_kurang_ada": "1", "sangat_kurang.sangat_baik_tanpa": "0"}
_POLA_LUNAK = {"istimewa.sangat_baik_sebagian_besar": "50", "baik.baik_sebagian_besar": "50"}
_AK_PERSEN = {"sangat_baik": "150", "baik": "100", "butuh_perbaikan": "75", "kurang": "50", "sangat_kurang": "25"}
_AK_KOEFISIEN = {
    "pemula": "3.75",
    "terampil": "5",
    "mahir": "12.5",
    "penyelia": "25",
    "ahli_pertama": "12.5",
    "ahli_muda": "25",
    "ahli_madya": "37.5",
    "ahli_utama": "50",
}

AMBANG: tuple[Ambang, ...] = (
    *_baris(_SE, "teks", 202301, "persen", "pola", _POLA_PERSEN),
    *_baris(_SE, "teks", 202301, "orang", "pola", _POLA_ORANG),
    # "sebagian besar" is in the text, that it means more than half is a reading of it
    *_baris(_SE, "kebiasaan", 202301, "persen", "pola", _POLA_LUNAK),
    Ambang("pola.kelompok_kecil", Decimal(10), "orang", "", "kebiasaan", 202301),
    # the first month is that of the office's introduction; the closing article was not seen
    *_baris(_BKN, "teks", 202307, "persen", "angka_kredit.persen", _AK_PERSEN),
    *_baris(_BKN, "penerapan", 202307, "angka_kredit", "angka_kredit.koefisien", _AK_KOEFISIEN),
    Ambang("jp.pns_minimum", Decimal(20), "jp", "PP 11/2017 jo. PP 17/2020", "penerapan", 201704),
    Ambang("jp.pppk_hak", Decimal(24), "jp", "PP 49/2018", "teks", 201811),
    Ambang("jp.kursus_sehari", Decimal(8), "jp", "", "kebiasaan", 201704),
    Ambang("jp.hari_minimum", Decimal(120), "hari", "", "kebiasaan", 201704),
    Ambang("evaluasi.dokumen", Decimal(14), "hari", "PermenPANRB 6/2022", "penerapan", 202201),
    Ambang("antrean.bukti_kosong", Decimal(50), "persen", "", "kebiasaan", 202201),
)


@cache
def cari_ambang(kode: str, bulan: int = BULAN_AKHIR) -> Ambang | None:
    """The row in force in ``bulan`` (by default the one that has no end); None when there is none."""
    return next((a for a in AMBANG if a.kode == kode and a.berlaku_dari <= bulan <= a.berlaku_sampai), None)


def nilai_ambang(kode: str, bulan: int = BULAN_AKHIR) -> Decimal:
    """Its value. Raises ``KinerjaError('galat.ambang_tak_berlaku')`` when no row is in force."""
    ambang = cari_ambang(kode, bulan)
    if ambang is None:
        raise KinerjaError("galat.ambang_tak_berlaku", kode=kode, bulan=bulan)
    return ambang.nilai
