"""Publishing batches: sample data, an import, its undo. The same functions serve pages and the command line."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from kinerja import contoh
from kinerja.domain.errors import ImporError, KinerjaError, StoreError
from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import LAMA, rentang, selisih_bulan
from kinerja.domain.unit import Unit
from kinerja.indikator.registry import registri
from kinerja.indikator.target import compute_target
from kinerja.store import mart, queries, tulis
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import nomor_aktif
from kinerja.store.snapshot import publish
from kinerja.store.sql_dasar import fetch_satu

KALENDER = (202201, 202712)
INDUK_UNIT_BARU = "DINKES"
"""Where a puskesmas that a file brings is hung into the tree."""
_ASAL_CONTOH, _ASAL_NYATA = "contoh", "nyata"


def terbitkan_contoh(folder: Path, pada: datetime | None = None) -> int:
    """Number of a new snapshot that holds the sample data and nothing else."""
    bingkai = contoh.bangun_contoh()

    def ubah(koneksi: duckdb.DuckDBPyConnection) -> None:
        _tanam_rujukan(koneksi, _ASAL_CONTOH, _kini(pada))
        for tabel, df in bingkai.items():
            tulis.insert_frame(koneksi, tabel, df)
        _bangun_mart(koneksi, registri().values())

    return publish(folder, ubah, _verifikasi(registri().values()), dari_kosong=True)


def simpan(
    folder: Path, hasil: HasilBaca, oleh: str, alias: Mapping[str, str] | None = None, pada: datetime | None = None
) -> int:
    """Number of the stored batch. All or nothing.

    The first real file replaces the sample data. Raises ``KinerjaError`` when the reading itself found errors or
    the same sheets of the same file are stored already, ``ImporError`` when figures would be counted twice.
    """
    if not hasil.diterima or not (hasil.fakta or hasil.target):
        raise KinerjaError("galat.impor_ada_masalah")
    nomor = 0

    def ubah(koneksi: duckdb.DuckDBPyConnection) -> None:
        nonlocal nomor
        if queries.fetch_meta(koneksi).get("asal") is None:
            _tanam_rujukan(koneksi, _ASAL_NYATA, _kini(pada))
        nomor = _masukkan(koneksi, hasil, oleh, alias or {}, _kini(pada))
        _bangun_mart(koneksi, _tersentuh(koneksi, nomor))

    def verifikasi(koneksi: duckdb.DuckDBPyConnection) -> None:
        baris = fetch_satu(koneksi, "select count(*) from fakta where muatan = ?", [nomor])
        if not baris or int(baris[0]) != len(hasil.fakta):
            raise StoreError("galat.store_verifikasi")
        _verifikasi(_tersentuh(koneksi, nomor))(koneksi)

    publish(folder, ubah, verifikasi, dari_kosong=asal_data(folder) != _ASAL_NYATA)
    return nomor


def batalkan(folder: Path, muatan: int, oleh: str, pada: datetime | None = None) -> int:
    """Number of a new snapshot without this batch. Raises ``KinerjaError`` when there is no such batch."""
    sentuh: list[Indikator] = []

    def ubah(koneksi: duckdb.DuckDBPyConnection) -> None:
        sentuh.extend(_tersentuh(koneksi, muatan))
        if not tulis.delete_muatan(koneksi, muatan, oleh, _kini(pada)):
            raise KinerjaError("galat.muatan_tak_ada", muatan=muatan)
        _bangun_mart(koneksi, sentuh)

    return publish(folder, ubah, _verifikasi(sentuh))


def mutakhirkan(folder: Path) -> int:
    """Number of a new snapshot in this program's schema, all marts rebuilt; the older file stays."""

    def ubah(koneksi: duckdb.DuckDBPyConnection) -> None:
        _bangun_mart(koneksi, registri().values())

    return publish(folder, ubah, _verifikasi(registri().values()))


def asal_data(folder: Path) -> str | None:
    """'contoh', 'nyata', or None when nothing was ever published."""
    if nomor_aktif(folder) is None:
        return None
    return queries.fetch_meta(buka_aktif(folder).kursor()).get("asal")


def rujukan_unit(folder: Path) -> tuple[list[Unit], dict[str, str]]:
    """Units and aliases a file is read against: the store's own, or the shipped master while there is only sample."""
    if asal_data(folder) != _ASAL_NYATA:
        return list(contoh.SATUAN_KERJA), dict(contoh.ALIAS)
    kursor = buka_aktif(folder).kursor()
    return queries.fetch_unit(kursor), queries.fetch_alias(kursor)


def _kini(pada: datetime | None) -> str:
    return (pada or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def _tanam_rujukan(koneksi: duckdb.DuckDBPyConnection, asal: str, pada: str) -> None:
    """Unit master, aliases, calendar and regulation thresholds of a new store."""
    koneksi.execute("insert or replace into meta values ('asal', ?), ('dibuat', ?)", [asal, pada])
    tulis.insert_unit(koneksi, contoh.SATUAN_KERJA)
    tulis.insert_alias(koneksi, contoh.ALIAS)
    tulis.insert_frame(koneksi, "kalender", contoh.kalender(*KALENDER))
    tulis.insert_frame(koneksi, "ambang", contoh.ambang_peraturan())
    mart.rebuild_silsilah(koneksi)


def _masukkan(
    koneksi: duckdb.DuckDBPyConnection, hasil: HasilBaca, oleh: str, alias: Mapping[str, str], pada: str
) -> int:
    serupa = tulis.muatan_serupa(koneksi, hasil.sha256, hasil.lembar)
    if serupa:
        raise KinerjaError(
            "galat.berkas_sudah_masuk", muatan=serupa[0], oleh=serupa[1], pada=datetime.fromisoformat(serupa[2])
        )
    _tolak_yang_tak_terbaca(hasil)
    nomor = tulis.nomor_muatan_baru(koneksi)
    tulis.insert_unit(koneksi, hasil.unit_baru, nomor)
    tulis.insert_alias(koneksi, alias, nomor)
    if hasil.unit_baru:
        mart.rebuild_silsilah(koneksi)
    if hasil.fakta:
        tulis.insert_fakta(koneksi, nomor, hasil.fakta)
    if hasil.target:
        tulis.insert_target(koneksi, nomor, hasil.target)
    bentrok = tulis.fakta_bentrok(koneksi, nomor)
    if bentrok:
        raise ImporError(tuple(_masalah_bentrok(koneksi, bentrok)))
    tulis.insert_muatan(
        koneksi,
        {
            "muatan": nomor,
            "jenis": hasil.jenis,
            "berkas": hasil.berkas,
            "sha256": hasil.sha256,
            "lembar": "\n".join(hasil.lembar),
            "oleh": oleh,
            "pada": pada,
            "baris": len(hasil.fakta) + len(hasil.target),
            "ringkasan": json.dumps(total_fakta(hasil), ensure_ascii=False),
        },
    )
    return nomor


def _tolak_yang_tak_terbaca(hasil: HasilBaca) -> None:
    """What the marts could never show must not be stored: averages given as sums, spans that are no period."""
    for f in hasil.fakta:
        if registri()[f.indikator].bentuk == "rerata_rasio":
            raise KinerjaError("galat.indikator_rerata", indikator=f.indikator)
        if selisih_bulan(f.dari, f.sampai) + 1 not in LAMA:
            raise KinerjaError("galat.lama_periode", indikator=f.indikator, periode=rentang(f.dari, f.sampai).kode)


def _masalah_bentrok(
    koneksi: duckdb.DuckDBPyConnection, bentrok: Iterable[tuple[str, str, int, int, str, int, int]]
) -> Iterable[Masalah]:
    nama = {u.kode: u.nama for u in queries.fetch_unit(koneksi)}
    for kode, unit, dari, sampai, lain, lain_dari, lain_sampai in bentrok:
        yield Masalah(
            "galat.sudah_ada",
            nilai=nama.get(unit, unit),
            args={
                "indikator": registri()[kode].nama.id if kode in registri() else kode,
                "unit": nama.get(unit, unit),
                "periode": rentang(dari, sampai).kode,
                "lain": nama.get(lain, lain),
                "lain_periode": rentang(lain_dari, lain_sampai).kode,
            },
        )


def total_fakta(hasil: HasilBaca) -> dict[str, dict[str, int]]:
    """Per indikator the sums of what the file brings: pembilang, penyebut."""
    total: dict[str, dict[str, int]] = {}
    for f in hasil.fakta:
        isi = total.setdefault(f.indikator, {"pembilang": 0, "penyebut": 0})
        isi["pembilang"] += f.pembilang
        isi["penyebut"] += f.penyebut or 0
    return total


def _tersentuh(koneksi: duckdb.DuckDBPyConnection, muatan: int) -> list[Indikator]:
    """Indikator whose marts a batch changes: those it names, and those counted from the tables it fills."""
    kode = tulis.indikator_muatan(koneksi, muatan)
    sumber = tulis.sumber_muatan(koneksi, muatan)
    return [i for i in registri().values() if i.kode in kode or (i.sumber in sumber and i.sumber != "fakta")]


def _bangun_mart(koneksi: duckdb.DuckDBPyConnection, indikator: Iterable[Indikator]) -> None:
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


def _verifikasi(indikator: Collection[Indikator]) -> mart.Verifikasi:
    """The check of a finished copy. ``indikator`` is read when it runs, after the batch said what it touches."""

    def periksa(koneksi: duckdb.DuckDBPyConnection) -> None:
        if not all(mart.equals_facts(koneksi, ind) for ind in indikator):
            raise StoreError("galat.store_verifikasi")

    return periksa
