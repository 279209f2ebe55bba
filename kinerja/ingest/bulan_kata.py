"""Names of months as people write them, Indonesian and English, short and long."""

from __future__ import annotations

from kinerja.domain.periode import Periode, periode_dari_bulan

_BULAN = (
    ("januari", "january", "jan"),
    ("februari", "february", "pebruari", "feb", "peb"),
    ("maret", "march", "mar", "mrt"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agust", "agu", "agt", "ags", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
URUT_BULAN = {nama: urut for urut, daftar in enumerate(_BULAN, 1) for nama in daftar}
"""Name in lower case → 1 to 12."""
BULAN_PANJANG = frozenset(
    n for n in URUT_BULAN if len(n) > 5 or n in ("april", "march", "maret", "mei", "juni", "juli")
)
"""Names that mean nothing but the month, wherever they stand."""
POLA_BULAN = "|".join(sorted(URUT_BULAN, key=len, reverse=True))


def nomor_bulan(teks: str) -> int:
    """1 to 12 for a month as a number or in words; 0 for anything else."""
    polos = teks.strip().lower().rstrip(".")
    if polos.isascii() and polos.isdigit() and len(polos) <= 2:
        return int(polos) if 1 <= int(polos) <= 12 else 0
    return URUT_BULAN.get(polos, 0)


_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def bulan_romawi(teks: str) -> int:
    """1 to 12 for a Roman numeral alone, as in a column of months; 0 for anything else."""
    polos = teks.strip().upper().rstrip(".")
    return _ROMAWI.index(polos) + 1 if polos in _ROMAWI else 0


def rentang_bulan(awal: int, bulan: list[int]) -> Periode | None:
    """Two months of the year ``awal`` (YYYY00): a quarter, a half-year or a year when they bound one, January to
    another cumulative; else None."""
    if len(bulan) != 2:
        return None
    dari, sampai = awal + bulan[0], awal + bulan[1]
    for jenis in ("triwulan", "semester", "tahun"):
        calon = periode_dari_bulan(dari, jenis)
        if (calon.dari, calon.sampai) == (dari, sampai):
            return calon
    return periode_dari_bulan(sampai, "kumulatif") if bulan[0] == 1 < bulan[1] else None
