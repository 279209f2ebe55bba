"""Text of a page in the reader's language."""

from __future__ import annotations

from dataclasses import replace

from kinerja.domain.fakta import Masalah
from kinerja.i18n import teks
from kinerja.i18n.masalah import teks_masalah
from kinerja.indikator.registry import registri
from kinerja.ui.lingkup import Lingkup


def t(lk: Lingkup, kunci: str, **args: object) -> str:
    return teks(lk.bahasa, kunci, **args)


def kalimat_masalah(lk: Lingkup, m: Masalah) -> str:
    """A problem as its sentence, with the names of units and indikator in place of their codes."""
    args = dict(m.args)
    for nama in ("indikator", "indikator_lain"):
        if (ind := registri().get(str(args.get(nama, "")))) is not None:
            args[nama] = ind.nama.dalam(lk.bahasa)
    if (unit := lk.isi.pohon.units.get(str(args.get("unit", "")))) is not None:
        args["unit"] = unit.nama
    return teks_masalah(replace(m, args=args), lk.bahasa)
