"""Keys within one file: the same figure twice, sexes mixed with their sum, spans of months that overlap."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kinerja.domain.fakta import Fakta, TargetBaru
from kinerja.ingest.tipe import Tampung

_Rentang = tuple[int, int]


@dataclass
class KunciFakta:
    """Remembers where each key was first seen. Every count would be added twice, silently, if a key came twice."""

    hasil: Tampung
    lembar: str
    _fakta: dict[tuple[str, str, int, int, str], int] = field(default_factory=dict)
    _jk: dict[tuple[str, str, int, int], dict[bool, int]] = field(default_factory=dict)
    _target: dict[tuple[str, str, int, int], int] = field(default_factory=dict)
    _rentang: dict[tuple[str, str], dict[_Rentang, int]] = field(default_factory=lambda: defaultdict(dict))

    def catat_fakta(self, fakta: Fakta, baris: int) -> bool:
        """Is the key new? Otherwise the problem names both rows."""
        kunci = (fakta.indikator, fakta.unit, fakta.dari, fakta.sampai)
        if (*kunci, fakta.jk) in self._fakta:
            return self._ganda("masalah.kunci_ganda", baris, self._fakta[*kunci, fakta.jk], fakta.indikator, fakta.unit)
        terpilah = self._jk.setdefault(kunci, {})
        if (not fakta.jk) in terpilah:
            return self._ganda("masalah.jk_campur", baris, terpilah[not fakta.jk], fakta.indikator, fakta.unit)
        self._fakta[*kunci, fakta.jk] = baris
        terpilah.setdefault(bool(fakta.jk), baris)
        self._rentang[fakta.indikator, fakta.unit].setdefault((fakta.dari, fakta.sampai), baris)
        return True

    def catat_target(self, target: TargetBaru, baris: int) -> bool:
        kunci = (target.indikator, target.unit, target.dari, target.sampai)
        if kunci in self._target:
            return self._ganda("masalah.target_ganda", baris, self._target[kunci], target.indikator, target.unit)
        self._target[kunci] = baris
        return True

    def _ganda(self, alasan: str, baris: int, pertama: int, indikator: str, unit: str) -> bool:
        self.hasil.catat(
            alasan,
            "galat",
            self.lembar,
            baris,
            pertama=str(pertama),
            ulang=str(baris),
            indikator=indikator,
            unit=unit,
        )
        return False

    def periksa_tumpang_tindih(self) -> None:
        """Months that two figures of one unit both cover, such as 2026 beside 2026-10, would be counted twice."""
        for (indikator, unit), rentang in self._rentang.items():
            urut = sorted(rentang.items())
            terjauh, baris_terjauh = 0, 0
            for (dari, sampai), baris in urut:
                if dari <= terjauh:
                    self.hasil.catat(
                        "masalah.periode_tumpang_tindih",
                        "galat",
                        self.lembar,
                        baris,
                        pertama=str(baris_terjauh),
                        ulang=str(baris),
                        indikator=indikator,
                        unit=unit,
                    )
                if sampai > terjauh:
                    terjauh, baris_terjauh = sampai, baris
