"""What offices reported and decreed, written in the layout of our template: reading it again gives the same store."""

from __future__ import annotations

from decimal import Decimal

from kinerja import ingest
from kinerja.domain.periode import rentang
from kinerja.i18n import Bahasa
from kinerja.indikator import terbit
from kinerja.indikator.registry import registri
from kinerja.store import queries
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import folder_data

_E4 = Decimal(10_000)


def baris() -> list[ingest.BarisTemplat]:
    """Reported figures and targets of the active snapshot. Counted sources (daily visits, answers) are not in it."""
    pembaca = buka_aktif(folder_data())
    fakta = [
        ingest.BarisTemplat(rentang(dari, sampai).kode, unit, kode, pembilang=p, penyebut=q, jk=jk, catatan=catatan)
        for kode, unit, dari, sampai, jk, p, q, catatan in queries.fetch_fakta_templat(pembaca.kursor())
    ]
    target = [
        ingest.BarisTemplat(rentang(dari, sampai).kode, unit, kode, target=Decimal(nilai) / _E4, sk=sk)
        for kode, unit, dari, sampai, nilai, sk in queries.fetch_target_templat(pembaca.kursor())
    ]
    return fakta + target


def templat_kosong(bahasa: Bahasa) -> bytes:
    units, _ = terbit.rujukan_unit(folder_data())
    return ingest.tulis_templat(list(registri().values()), units, bahasa)


def templat_berisi(bahasa: Bahasa) -> bytes:
    units = queries.fetch_unit(buka_aktif(folder_data()).kursor())
    return ingest.tulis_templat(list(registri().values()), units, bahasa, baris())
