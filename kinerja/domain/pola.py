"""The distribution pattern of SE MenPANRB 3/2023: which clause an organisation's employees miss, and by how many.

A guide and no quota: nothing here changes a rating. Counting is in whole people (at most 70 % of 9 is 6). The words
"sebagian besar" do not say whether more than half is demanded: that is a clause of its own, marked ``lunak``, and
never counts as a failure. In a small group the percentages can hardly be met at all (``kelompok_kecil``).

Source: SE MenPANRB 3/2023 of 31 January 2023, as quoted in the press; the official PDF was not read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from types import MappingProxyType
from typing import Literal, get_args

from kinerja.domain.ambang import cari_ambang, nilai_ambang
from kinerja.domain.predikat import PREDIKAT, Predikat
from kinerja.domain.unit import BULAN_AKHIR

PredikatOrganisasi = Literal["istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]
PREDIKAT_ORGANISASI: tuple[PredikatOrganisasi, ...] = get_args(PredikatOrganisasi)
JenisPasal = Literal["maks", "min", "ada", "tanpa", "sebagian_besar"]

LABEL_ORGANISASI: Mapping[PredikatOrganisasi, str] = MappingProxyType(
    {
        "istimewa": "Istimewa",
        "baik": "Baik",
        "butuh_perbaikan": "Butuh Perbaikan",
        "kurang": "Kurang",
        "sangat_kurang": "Sangat Kurang",
    }
)
"""The words of the circular; they are the same in every language of the program."""


@dataclass(frozen=True)
class Pasal:
    """One clause held against a distribution.

    ``predikat``: whose people it counts, together. ``ambang``: its number as written, percent for maks, min and
    sebagian_besar, people for ada and tanpa. ``batas``: the same in people of this group: at most that many for maks
    and tanpa, at least that many otherwise. ``ada``: how many there are. ``selisih``: how many people too many or too
    few; 0 when met. ``lunak``: a reading of the text, to be shown apart and not as a failure.
    """

    kode: str
    jenis: JenisPasal
    predikat: tuple[Predikat, ...]
    ambang: Decimal
    peraturan: str
    n: int
    ada: int
    batas: int
    selisih: int
    lunak: bool

    @property
    def terpenuhi(self) -> bool:
        return self.selisih == 0


_SB, _B, _BP, _K, _SK = PREDIKAT
_PASAL: Mapping[PredikatOrganisasi, tuple[tuple[str, JenisPasal, tuple[Predikat, ...]], ...]] = MappingProxyType(
    {
        "istimewa": (("sangat_baik_maks", "maks", (_SB,)), ("sangat_baik_sebagian_besar", "sebagian_besar", (_SB,))),
        "baik": (
            ("baik_maks", "maks", (_B,)),
            ("butuh_perbaikan_kurang_ada", "ada", (_BP, _K)),
            ("baik_sebagian_besar", "sebagian_besar", (_B,)),
        ),
        "butuh_perbaikan": (("butuh_perbaikan_min", "min", (_BP,)), ("sangat_baik_maks", "maks", (_SB,))),
        "kurang": (
            ("kurang_min", "min", (_K,)),
            ("butuh_perbaikan_min", "min", (_BP,)),
            ("sangat_baik_maks", "maks", (_SB,)),
        ),
        "sangat_kurang": (
            ("sangat_kurang_min", "min", (_SK,)),
            ("kurang_butuh_perbaikan_min", "min", (_K, _BP)),
            ("sangat_baik_tanpa", "tanpa", (_SB,)),
        ),
    }
)

_KURVA: Mapping[PredikatOrganisasi, tuple[int, int, int, int, int]] = MappingProxyType(
    {
        "istimewa": (13, 7, 3, 1, 0),
        "baik": (2, 11, 6, 3, 2),
        "butuh_perbaikan": (3, 4, 10, 4, 3),
        "kurang": (2, 3, 6, 11, 2),
        "sangat_kurang": (0, 1, 3, 7, 13),
    }
)
"""Points of the printed curve in the order of PREDIKAT; each set sums to 24."""


def periksa_pola(
    predikat_organisasi: PredikatOrganisasi, jumlah: Mapping[Predikat, int], bulan: int = BULAN_AKHIR
) -> list[Pasal]:
    """Every clause for this predikat of the organisation, met or not; empty without people or before the circular.

    ``jumlah``: people with each predikat, a missing one is 0. ``bulan``: the month whose rules apply.
    """
    n = sum(jumlah.get(p, 0) for p in PREDIKAT)
    hasil = []
    for nama, jenis, predikat in _PASAL[predikat_organisasi] if n else ():
        kode = f"pola.{predikat_organisasi}.{nama}"
        ambang = cari_ambang(kode, bulan)
        if ambang is None:
            continue
        ada, batas = sum(jumlah.get(p, 0) for p in predikat), _batas(jenis, ambang.nilai, n)
        lebih = ada - batas if jenis in ("maks", "tanpa") else batas - ada
        lunak = jenis == "sebagian_besar"
        hasil.append(Pasal(kode, jenis, predikat, ambang.nilai, ambang.peraturan, n, ada, batas, max(0, lebih), lunak))
    return hasil


def pasal_gagal(pasal: Sequence[Pasal]) -> list[Pasal]:
    """Those that are not met, without the soft ones."""
    return [p for p in pasal if not p.terpenuhi and not p.lunak]


def kelompok_kecil(n: int) -> bool:
    """Are there so few people that the check belongs one level up? False when there is nobody."""
    return 0 < n < nilai_ambang("pola.kelompok_kecil")


def pola_baku(predikat_organisasi: PredikatOrganisasi) -> dict[Predikat, int]:
    """Points of the curve to draw beside a distribution, best predikat first; they sum to 24.

    For the eye only: the points do not agree with the percentages of the circular. To lay them over n people, draw
    point × n / 24. Source: the print form of public programs in the manner of BKN's.
    """
    return dict(zip(PREDIKAT, _KURVA[predikat_organisasi], strict=True))


def _batas(jenis: JenisPasal, ambang: Decimal, n: int) -> int:
    """The clause's number in people of a group of ``n``."""
    bagian = ambang * n / 100
    match jenis:
        case "maks":
            return int(bagian.to_integral_value(ROUND_FLOOR))
        case "min":
            return int(bagian.to_integral_value(ROUND_CEILING))
        case "sebagian_besar":
            return int(bagian.to_integral_value(ROUND_FLOOR)) + 1
        case "ada" | "tanpa":
            return int(ambang)
