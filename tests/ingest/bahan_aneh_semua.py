"""All odd and hostile files with the period each is made for."""

from __future__ import annotations

from bahan_aneh import Kasus, Masa, Terima
from bahan_aneh_asn import ASN
from bahan_aneh_baris import BARIS_TABEL
from bahan_aneh_bentuk import BENTUK_BARIS
from bahan_aneh_isi import ISI
from bahan_aneh_lama import LAMA
from bahan_aneh_lembar import LEMBAR
from bahan_aneh_nilai import NILAI
from bahan_aneh_wadah import WADAH

SEMUA: tuple[Kasus, ...] = (*WADAH, *LEMBAR, *NILAI, *LAMA, *ISI, *BARIS_TABEL, *BENTUK_BARIS, *ASN)


def _masa() -> dict[str, Masa]:
    """File name → its period: months from 2000 on, whole years from 2009 on, so that none covers another."""
    hasil: dict[str, Masa] = {}
    bulan, tahun = 0, 0
    for kasus in SEMUA:
        hasil[kasus.nama] = Masa(f"{2000 + bulan // 12}-{bulan % 12 + 1:02d}", str(2009 + tahun))
        if isinstance(kasus.harap, Terima):
            bulan, tahun = bulan + (not kasus.tahunan), tahun + kasus.tahunan
    return hasil


MASA = _masa()
