"""Publishing batches: sample data, an import, its undo. The same functions serve pages and the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict

from kinerja import contoh
from kinerja.catatan import mesin
from kinerja.catatan.nama import fetch_nama
from kinerja.domain.akses import Akses
from kinerja.domain.errors import KinerjaError, StoreError
from kinerja.domain.fakta import HasilBaca
from kinerja.domain.indikator import Indikator
from kinerja.domain.pegawai import sandi_nama
from kinerja.domain.periode import WIB, rentang
from kinerja.domain.unit import Unit
from kinerja.indikator import satuan
from kinerja.indikator.muat import Cara, alasan_koreksi, berpegawai, masukkan, total_fakta
from kinerja.indikator.orang import tolak_tanpa_dua_orang
from kinerja.indikator.registry import registri
from kinerja.indikator.toko import (
    CONTOH,
    INDUK_UNIT_BARU,
    KALENDER,
    NYATA,
    Koneksi,
    asal_data,
    bangun_mart,
    kini,
    mulai_kosong,
    tanam_rujukan,
    tersentuh,
    tolak_bila_didahului,
    ubah_nyata,
    verifikasi,
)
from kinerja.store import bentrok, ganti, kepegawaian, queries, rahasia, tulis
from kinerja.store.bentrok import Beda
from kinerja.store.kepegawaian import Tugas
from kinerja.store.koneksi import buka_aktif
from kinerja.store.snapshot import publish

__all__ = [
    "INDUK_UNIT_BARU",
    "KALENDER",
    "Beda",
    "IsiRujukan",
    "asal_data",
    "batalkan",
    "beda",
    "buka_periode",
    "mulai_kosong",
    "mutakhirkan",
    "rujukan",
    "rujukan_unit",
    "simpan",
    "terbitkan_contoh",
    "total_fakta",
    "tutup_periode",
]


class IsiRujukan(TypedDict):
    """The arguments of ``ingest.Rujukan``, which this layer may not import."""

    units: tuple[Unit, ...]
    alias: Mapping[str, str]
    indikator: Mapping[str, Indikator]
    induk_unit_baru: str
    tata_letak: Mapping[str, str]
    garam: bytes
    tugas: Mapping[str, Sequence[Tugas]]
    nama: Mapping[str, frozenset[str]]
    kabkota: Mapping[str, str]
    semua_kabkota: frozenset[str]


def terbitkan_contoh(folder: Path, pada: datetime | None = None) -> int:
    """Number of a new snapshot that holds the sample data and nothing else."""
    bingkai = contoh.bangun_contoh()

    def ubah(koneksi: Koneksi) -> None:
        tanam_rujukan(koneksi, CONTOH, kini(pada))
        for tabel, df in bingkai.items():
            tulis.insert_frame(koneksi, tabel, df)
        bangun_mart(koneksi, registri().values())

    return publish(folder, ubah, verifikasi(registri().values()), dari_kosong=True)


def simpan(
    folder: Path,
    hasil: HasilBaca,
    oleh: str,
    alias: Mapping[str, str] | None = None,
    pada: datetime | None = None,
    *,
    koreksi: str = "",
    disetujui: str = "",
    pembanding: bool = False,
    nama_peta: str = "",
) -> int:
    """Number of the stored batch. All or nothing; the first real file replaces the sample data.

    ``koreksi``: why older figures with the same keys are replaced; they are kept. ``pembanding``: all rows of the
    file are kept beside and never counted. ``disetujui``: the second person, needed where a locked month is touched.
    ``nama_peta``: remember the layout under this name. Raises ``KinerjaError`` when reading found errors or the same
    sheets of the same file are stored already, ``ImporError`` when figures would be counted twice.
    """
    if not hasil.diterima or not hasil.baris:
        raise KinerjaError("galat.impor_ada_masalah")
    if koreksi and pembanding:
        raise KinerjaError("galat.koreksi_atau_pembanding")
    sidik = rahasia.sidik_garam(folder) if berpegawai(hasil) else ""
    cara = Cara(oleh, kini(pada), alasan_koreksi(koreksi), disetujui, pembanding, nama_peta.strip(), sidik)
    return _terbitkan(folder, hasil, alias or {}, cara)


def _terbitkan(folder: Path, hasil: HasilBaca, alias: Mapping[str, str], cara: Cara) -> int:
    dari_kosong = asal_data(folder) != NYATA
    nomor = 0

    def ubah(koneksi: Koneksi) -> None:
        nonlocal nomor
        if dari_kosong:
            tolak_bila_didahului(folder)
            tanam_rujukan(koneksi, NYATA, cara.pada)
        nomor = masukkan(koneksi, hasil, alias, cara)
        bangun_mart(koneksi, tersentuh(koneksi, nomor))

    def periksa(koneksi: Koneksi) -> None:
        _periksa_jumlah(koneksi, nomor, hasil)
        verifikasi(tersentuh(koneksi, nomor))(koneksi)

    publish(folder, ubah, periksa, dari_kosong=dari_kosong)
    return nomor


def _periksa_jumlah(koneksi: Koneksi, nomor: int, hasil: HasilBaca) -> None:
    """Every row of the file must have arrived, and every answer must have its respondent."""
    isi = {"fakta": hasil.fakta, "target": hasil.target, **hasil.tabel}
    utuh = all(tulis.jumlah_baris(koneksi, tabel, nomor) == len(baris) for tabel, baris in isi.items())
    if not utuh or ganti.jawaban_tanpa_responden(koneksi, nomor):
        raise StoreError("galat.store_verifikasi")


def batalkan(folder: Path, muatan: int, oleh: str, pada: datetime | None = None, *, disetujui: str = "") -> int:
    """Number of a new snapshot without this batch; what it had corrected counts again, unless corrected once more.

    Raises ``KinerjaError`` when there is no such batch, or a locked month is touched without a second person.
    """
    sentuh: list[Indikator] = []

    def ubah(koneksi: Koneksi) -> None:
        sentuh.extend(tersentuh(koneksi, muatan))
        kedua = tolak_tanpa_dua_orang(ganti.terkunci_muatan(koneksi, muatan), oleh, disetujui)
        if not tulis.delete_muatan(koneksi, muatan, oleh, kini(pada), kedua):
            raise KinerjaError("galat.muatan_tak_ada", muatan=muatan)
        ganti.pulihkan(koneksi, muatan)
        bangun_mart(koneksi, sentuh)

    return publish(folder, ubah, verifikasi(sentuh))


def mutakhirkan(folder: Path) -> int:
    """Number of a new snapshot in this program's schema, all marts rebuilt; the older file stays."""

    def ubah(koneksi: Koneksi) -> None:
        bangun_mart(koneksi, registri().values())

    return publish(folder, ubah, verifikasi(registri().values()))


def tutup_periode(folder: Path, bulan: int | Iterable[int], oleh: str, pada: datetime | None = None) -> int:
    """Number of a new snapshot where these months (YYYYMM) are locked: changing them needs a second person.

    Raises ``KinerjaError`` for a month that is not over yet: its reports are still to come.
    """
    daftar = _daftar_bulan(bulan)
    kini_bulan = (pada or datetime.now(UTC)).astimezone(WIB).strftime("%Y%m")
    if belum := [b for b in daftar if b >= int(kini_bulan)]:
        raise KinerjaError("galat.bulan_belum_lewat", bulan=_sebut(belum))

    def ubah(koneksi: Koneksi) -> None:
        baru = ganti.kunci_bulan(koneksi, daftar, oleh, kini(pada))
        _jejak_periode(koneksi, "tutup_periode", baru, "", oleh, pada)

    return ubah_nyata(folder, ubah, pada)


def buka_periode(
    folder: Path, bulan: int | Iterable[int], oleh: str, pada: datetime | None = None, *, disetujui: str = ""
) -> int:
    """Number of a new snapshot where these months are open again. It takes a second person, who stands in the trail:
    whoever could open a month alone could also change it alone."""
    daftar = _daftar_bulan(bulan)

    def ubah(koneksi: Koneksi) -> None:
        ada = ganti.buka_bulan(koneksi, daftar)
        kedua = tolak_tanpa_dua_orang(ada, oleh, disetujui)
        _jejak_periode(koneksi, "buka_periode", ada, kedua, oleh, pada)

    return ubah_nyata(folder, ubah, pada)


def _daftar_bulan(bulan: int | Iterable[int]) -> list[int]:
    daftar = sorted({bulan} if isinstance(bulan, int) else set(bulan))
    for b in daftar:
        if not 1 <= b % 100 <= 12 or not 1900 <= b // 100 <= 9999:
            raise KinerjaError("galat.bulan", nilai=str(b))
    return daftar


def _sebut(bulan: Iterable[int]) -> str:
    return ", ".join(rentang(b, b).kode for b in bulan)


def _jejak_periode(
    koneksi: Koneksi, tindakan: str, bulan: list[int], kedua: str, oleh: str, pada: datetime | None
) -> None:
    """Raises ``KinerjaError`` when nothing changed: the page showed something that is no longer so."""
    if not bulan:
        raise KinerjaError("galat.periode_tak_berubah")
    ganti.insert_jejak(koneksi, tindakan, _sebut(bulan), kedua, oleh, kini(pada))


def beda(folder: Path, hasil: HasilBaca) -> tuple[Beda, ...]:
    """Figures of the file whose key is stored with other values, old beside new; () for a store without real data."""
    if asal_data(folder) != NYATA:
        return ()
    kursor = buka_aktif(folder).kursor()
    try:
        bentrok.tampung(kursor, hasil, registri().values())
        bentrok.cari(kursor)
        return tuple(bentrok.cari_beda(kursor))
    finally:
        kursor.close()


def rujukan(folder: Path) -> IsiRujukan:
    """Everything a file is read against: ``ingest.Rujukan(**rujukan(folder))``."""
    units, alias = rujukan_unit(folder)
    kursor = buka_aktif(folder).kursor() if asal_data(folder) == NYATA else None
    tugas = kepegawaian.fetch_semua(kursor) if kursor else {}
    return {
        "units": tuple(units),
        "alias": alias,
        "indikator": registri(),
        "induk_unit_baru": INDUK_UNIT_BARU,
        "tata_letak": queries.fetch_tata_letak(kursor) if kursor else {},
        "garam": rahasia.garam(folder),
        "tugas": tugas,
        "nama": _nama_tersandi(folder, tugas),
        "kabkota": satuan.kabkota_unit(units),
        "semua_kabkota": frozenset(satuan.kabkota().values()),
    }


def _nama_tersandi(folder: Path, pegawai: Collection[str]) -> dict[str, frozenset[str]]:
    """Code → coded words of the name, as far as the notes are there and know it."""
    if not pegawai:
        return {}
    try:
        nama = fetch_nama(Akses("kepegawaian"), mesin.buka(folder), pegawai)
    except KinerjaError:  # the notes are elsewhere or unreachable: the file is read without them
        return {}
    garam = rahasia.garam(folder)
    return {kode: sandi_nama(garam, isi.nama) for kode, isi in nama.items()}


def rujukan_unit(folder: Path) -> tuple[list[Unit], dict[str, str]]:
    """Units and aliases a file is read against: the store's own, or the shipped master while there is only sample."""
    if asal_data(folder) != NYATA:
        return list(contoh.SATUAN_KERJA), dict(contoh.ALIAS)
    kursor = buka_aktif(folder).kursor()
    return queries.fetch_unit(kursor), queries.fetch_alias(kursor)
