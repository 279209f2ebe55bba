"""The store as a whole: its reference lists, its marts, whether it holds sample or real data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from kinerja import contoh
from kinerja.domain.errors import KinerjaError, StoreError
from kinerja.domain.indikator import Indikator
from kinerja.indikator.registry import registri
from kinerja.indikator.target import compute_target
from kinerja.store import bentrok, ganti, mart, queries, tulis
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import nomor_aktif
from kinerja.store.snapshot import publish

KALENDER = (202201, 202712)
INDUK_UNIT_BARU = "DINKES"
"""Where a puskesmas that a file brings is hung into the tree."""
CONTOH, NYATA = "contoh", "nyata"
Koneksi = duckdb.DuckDBPyConnection
Ubah = Callable[[Koneksi], None]


def asal_data(folder: Path) -> str | None:
    """'contoh', 'nyata', or None when nothing was ever published."""
    if nomor_aktif(folder) is None:
        return None
    return queries.fetch_meta(buka_aktif(folder).kursor()).get("asal")


def kini(pada: datetime | None) -> str:
    """``pada``, or now, as the store writes times: ISO, UTC, to the second."""
    return (pada or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def mulai_kosong(folder: Path, oleh: str, pada: datetime | None = None) -> int:
    """Number of a new snapshot with the unit master and no figures, for an office that sets up its units first.

    Takes the place of sample data. Raises ``KinerjaError`` when real data are there.
    """
    if asal_data(folder) == NYATA:
        raise KinerjaError("galat.sudah_nyata")

    def ubah(koneksi: Koneksi) -> None:
        tolak_bila_didahului(folder)
        tanam_rujukan(koneksi, NYATA, kini(pada))
        ganti.insert_jejak(koneksi, "mulai_kosong", "", "", oleh, kini(pada))

    return publish(folder, ubah, verifikasi(()), dari_kosong=True)


def ubah_nyata(folder: Path, ubah: Ubah, pada: datetime | None = None) -> int:
    """Number of a new snapshot after ``ubah``; a store that was never begun is begun, sample data are refused.

    Sample data would vanish without a word under somebody who only adds a unit.
    """
    asal = asal_data(folder)
    if asal == CONTOH:
        raise KinerjaError("galat.masih_contoh")

    def semua(koneksi: Koneksi) -> None:
        if asal is None:
            tolak_bila_didahului(folder)
            tanam_rujukan(koneksi, NYATA, kini(pada))
        ubah(koneksi)

    return publish(folder, semua, verifikasi(registri().values()), dari_kosong=asal is None)


def tolak_bila_didahului(folder: Path) -> None:
    """Starting from an empty file was decided before the lock: somebody else's first import must not be replaced."""
    if asal_data(folder) == NYATA:
        raise StoreError("galat.impor_lain")


def tanam_rujukan(koneksi: Koneksi, asal: str, pada: str) -> None:
    """Unit master, aliases, calendar and regulation thresholds of a new store."""
    koneksi.execute("insert or replace into meta values ('asal', ?), ('dibuat', ?)", [asal, pada])
    tulis.insert_unit(koneksi, contoh.SATUAN_KERJA)
    tulis.insert_alias(koneksi, contoh.ALIAS)
    tulis.insert_frame(koneksi, "kalender", contoh.kalender(*KALENDER))
    tulis.insert_frame(koneksi, "ambang", contoh.ambang_peraturan())
    mart.rebuild_silsilah(koneksi)


def buka_kursor(folder: Path) -> Koneksi:
    """A cursor on the real store; while there is none, a store in memory as the first import would begin it."""
    if asal_data(folder) == NYATA:
        return buka_aktif(folder).kursor()
    koneksi = bentrok.buka_kosong()
    tulis.insert_unit(koneksi, contoh.SATUAN_KERJA)
    mart.rebuild_silsilah(koneksi)
    return koneksi


def tersentuh(koneksi: Koneksi, muatan: int) -> list[Indikator]:
    """Indikator whose marts a batch changes: those it names, and those counted from the tables it fills."""
    kode = tulis.indikator_muatan(koneksi, muatan)
    sumber = tulis.sumber_muatan(koneksi, muatan)
    return [i for i in registri().values() if i.kode in kode or (i.sumber in sumber and i.sumber != "fakta")]


def bangun_mart(koneksi: Koneksi, indikator: Iterable[Indikator]) -> None:
    """Monthly mart, targets and running sums of the touched indikator; of all when the last month moved."""
    mart.rebuild_silsilah(koneksi)
    sebelum = queries.fetch_rentang(koneksi)
    sentuh = list(indikator)
    mart.rebuild(koneksi, sentuh)
    rentang = queries.fetch_rentang(koneksi)
    induk = {u.kode: u.induk for u in queries.fetch_unit(koneksi)}
    hari_kerja = tulis.fetch_hari_kerja(koneksi)
    tahun = range(rentang[0] // 100, rentang[1] // 100 + 1) if rentang else range(0)
    for ind in sentuh if rentang == sebelum else registri().values():
        sendiri, baku, berdata = tulis.fetch_masukan_target(koneksi, ind.kode)
        baris = compute_target(ind, sendiri, baku, induk, berdata, hari_kerja, tahun)
        mart.replace_target(koneksi, ind.kode, baris)
        mart.rebuild_kumulatif(koneksi, [ind])


def verifikasi(indikator: Collection[Indikator]) -> mart.Verifikasi:
    """The check of a finished copy. ``indikator`` is read when it runs, after the batch said what it touches."""

    def periksa(koneksi: Koneksi) -> None:
        if not all(mart.equals_facts(koneksi, ind) for ind in indikator):
            raise StoreError("galat.store_verifikasi")

    return periksa
