"""Who answered, as far as it is kept: sex, age group, kind of service. Never a name, never free text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kinerja.ingest.bentuk.orang import teks_aman
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Sel, teks_sel

_JK = {
    **dict.fromkeys(("l", "lk", "laki", "laki laki", "pria", "male", "m"), "L"),
    **dict.fromkeys(("p", "pr", "perempuan", "wanita", "female", "f"), "P"),
}
_KELOMPOK = (
    *((0, 0, "0"), (1, 4, "1-4"), (5, 9, "5-9"), (10, 14, "10-14"), (15, 19, "15-19"), (20, 44, "20-44")),
    *((45, 54, "45-54"), (55, 59, "55-59"), (60, 69, "60-69"), (70, 120, "70+")),
)
_UMUR = re.compile(r"([0-9]{1,3})(?: ?(?:thn|th|tahun|years?)\b.{0,20})?")
_RENTANG_UMUR = re.compile(r"([0-9]{1,3}) ?(?:-|–|s/?d|sampai) ?([0-9]{1,3})(?: ?(?:thn|th|tahun))?\.?")
MAKS_LAYANAN, PANJANG_LAYANAN = 60, 60


def baca_jk(sel: Sel, arti: Mapping[str, str]) -> str:
    """L, P, or '' for anything else."""
    teks = " ".join(teks_sel(sel).lower().split())
    kode = arti.get(teks, "")
    return kode if kode in ("L", "P") else _JK.get(re.sub(r"[^a-z]+", " ", teks).strip(), "")


def baca_umur(sel: Sel) -> str:
    """The age group of the SIMPUS report that this age, or this whole span of ages, lies in; '' where none does."""
    teks = " ".join(teks_sel(sel).lower().split())
    if not teks.isascii():
        return ""
    if cocok := _RENTANG_UMUR.fullmatch(teks):
        bawah, atas = int(cocok[1]), int(cocok[2])
    elif cocok := _UMUR.fullmatch(teks):
        bawah = atas = int(cocok[1])
    else:
        return ""
    return next((nama for awal, akhir, nama in _KELOMPOK if awal <= bawah <= atas <= akhir), "")


def baca_layanan(pembaca: PembacaPeta, kolom: KolomPeta | None, baris: Iterable[int]) -> dict[int, str]:
    """Row → kind of service. More kinds than a list of services can have are free text: then none is kept."""
    if kolom is None:
        return {}
    arti = {k.strip().lower(): v for k, v in kolom.arti.items()}
    hasil: dict[int, str] = {}
    ejaan: dict[str, str] = {}
    for nomor in baris:
        teks = teks_aman(pembaca.sel(nomor, kolom), PANJANG_LAYANAN + 1)
        teks = arti.get(teks.lower(), teks if len(teks) <= PANJANG_LAYANAN else "")
        hasil[nomor] = ejaan.setdefault(teks.lower(), teks)
    if len(ejaan) <= MAKS_LAYANAN:
        return hasil
    pembaca.catat("masalah.skm_layanan_banyak", None, kolom, "info", jumlah=len(ejaan))
    return {}
