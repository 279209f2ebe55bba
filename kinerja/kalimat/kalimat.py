"""A sentence as data: the key of its text and what fills it. Which one may be said is decided from numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from kinerja.i18n import Bahasa, teks


@dataclass(frozen=True)
class Kalimat:
    """``kunci`` of the catalog and its arguments, already formatted in the language of the page."""

    kunci: str
    args: dict[str, object] = field(default_factory=dict)

    def dalam(self, bahasa: Bahasa) -> str:
        return teks(bahasa, self.kunci, **self.args)


@dataclass(frozen=True)
class Perhatian:
    """One matter that needs attention, with where its evidence is."""

    kalimat: Kalimat
    unit: str
    indikator: str
