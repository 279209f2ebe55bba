"""Capaian: what was reached of a target, in percent, and how it is called."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from kinerja.domain.indikator import Arah

Status = Literal["tercapai", "mendekati", "belum", "tak_pasti", "tanpa_target", "tanpa_data"]
BATAS_MENDEKATI = 90.0


@dataclass(frozen=True)
class Capaian:
    """``nilai`` in percent of target, or None with the catalog key of the reason in ``alasan``."""

    nilai: float | None
    alasan: str = ""


def compute_capaian(realisasi: float | None, target: float | None, arah: Arah) -> Capaian:
    """Percent of target reached; never inf, never NaN, never capped.

    naik: R/T. turun (lower is better): (2T - R)/T, not below 0, so that R = T is 100 and R = 0 is 200.
    A target of 0 or none gives no value but a reason.
    """
    if realisasi is None:
        return Capaian(None, "alasan.tanpa_data")
    if target is None:
        return Capaian(None, "alasan.tanpa_target")
    if target <= 0:
        return Capaian(None, "alasan.target_nol")
    if arah == "naik":
        return Capaian(100.0 * realisasi / target)
    return Capaian(max(0.0, 100.0 * (2 * target - realisasi) / target))


def compute_status(capaian: float | None, alasan: str = "", *, pasti: bool = True) -> Status:
    """The word for a capaian. ``pasti=False``: data incomplete, or an interval that covers the target."""
    if capaian is None:
        return "tanpa_target" if alasan in ("alasan.tanpa_target", "alasan.target_nol") else "tanpa_data"
    if not pasti:
        return "tak_pasti"
    if capaian >= 100.0:
        return "tercapai"
    return "mendekati" if capaian >= BATAS_MENDEKATI else "belum"


def bulatkan(nilai: float, desimal: int) -> float:
    """``nilai`` rounded half up, as offices do: 76,605 → 76,61 although its double lies below.

    Twelve significant digits are taken as what was meant, then rounded once.
    """
    if nilai == 0:
        return 0.0
    meant = Decimal(f"{nilai:.12g}")
    return float(meant.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP))
