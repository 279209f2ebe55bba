"""Which columns of a mapping take over the indikator that was chosen for one of them."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.ingest.bentuk.kolom_masa import masa_kolom
from kinerja.ingest.kepala import Jalur
from kinerja.ingest.peta.model import KolomPeta, Peta

BERJK = ("pembilang", "penyebut", "kurang")
"""Meanings of columns that may be of one sex."""


def kolom_sebelah(peta: Peta, jalur: Sequence[Jalur], kolom: KolomPeta) -> set[int]:
    """Columns under the same group of the header with the same meaning and no code yet: L and P, or the months.

    Months without a group above them are of one indikator too.
    """
    if kolom.kolom >= len(jalur) or kolom.isi not in BERJK:
        return set()
    induk, bulan = jalur[kolom.kolom][:-1], masa_kolom(jalur[kolom.kolom])
    sama = (k for k in peta.kolom if k.isi == kolom.isi and not k.kode and k.kolom < len(jalur))
    return {
        k.kolom
        for k in sama
        if k.kolom != kolom.kolom
        and jalur[k.kolom][:-1] == induk
        and ((induk and k.jk != kolom.jk) or (bulan and masa_kolom(jalur[k.kolom])))
    }
