"""The month a register is named by, beside the days in it: a form copied from last month, days and months exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from kinerja.domain.fakta import BarisTabel, Tingkat
from kinerja.domain.periode import Periode
from kinerja.ingest.periode_judul import baca_judul
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.peta.waktu import periode_dari_nama


def masa_disebut(pembaca: PembacaPeta) -> Periode | None:
    """The month or quarter that the title, the sheet's or the file's name says; None for none."""
    judul = baca_judul(pembaca.judul).periode
    nama = (pembaca.lembar.nama, PurePath(pembaca.konteks.berkas).stem)
    semua = (judul, *(periode_dari_nama(n, pembaca.judul, judul) for n in nama))
    return next((p for p in semua if p and p.panjang <= 3 and p.jenis != "kumulatif"), None)


def periksa_masa(pembaca: PembacaPeta, baris: Sequence[BarisTabel]) -> None:
    """Visits outside the period the register is named by: some are told, most of them stop the file."""
    masa = None if pembaca.konteks.opsi.periode else masa_disebut(pembaca) or baca_judul(pembaca.judul).periode
    if masa is None:
        return
    luar = [b for b in baris if not masa.dari <= int(str(b[1])) <= masa.sampai]
    jumlah, semua = (sum(int(str(b[-1])) for b in isi) for isi in (luar, baris))
    if luar:
        tingkat: Tingkat = "galat" if 2 * jumlah > semua else "peringatan"
        hari = str(min(str(b[0]) for b in luar))
        pembaca.catat(
            "masalah.register_luar_masa", None, None, tingkat, jumlah=jumlah, semua=semua, masa=masa.kode, hari=hari
        )
