"""Corrections that keep the old value, and what guards them: locked months, the trail, remembered layouts.

``digantikan`` of a row follows from the rows alone: it is the first later batch that brings the same key, 0 when there
is none. So whichever batch is taken out, and in whatever order, what remains counts exactly once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import duckdb

from kinerja.store.sql_dasar import fetch_satu
from kinerja.store.tulis import TABEL_MUATAN

Koneksi = duckdb.DuckDBPyConnection


def polos(kolom: str) -> str:
    """SQL for a title whatever its case, blanks and marks: letters and digits only (``domain.judul.polos_judul``)."""
    return f"trim(regexp_replace(lower({kolom}), '[^\\p{{L}}\\p{{N}}]+', ' ', 'g'))"


def _sejudul(kolom: str) -> str:
    return f"{polos(f'b.{kolom}')} = {polos(f'l.{kolom}')}"


_UNIT = "b.indikator = l.indikator and b.unit = l.unit and b.dari = l.dari and b.sampai = l.sampai"
KUNCI: Mapping[str, str] = MappingProxyType(
    {
        "fakta": f"{_UNIT} and (b.jk = l.jk or b.jk = '' or l.jk = '')",
        "target": f"{_UNIT} and b.nilai_e4 <> l.nilai_e4",  # equal targets stand side by side: they are not added up
        "kunjungan": "b.unit = l.unit and b.tanggal = l.tanggal and b.dari = l.dari and b.sampai = l.sampai"
        " and b.layanan = l.layanan and (b.poli = l.poli or b.poli = '' or l.poli = '')",
        "responden": "b.unit = l.unit and b.tanggal = l.tanggal and b.dari = l.dari and b.sampai = l.sampai"
        " and (b.layanan = l.layanan or b.layanan = '' or l.layanan = '')",
        "pegawai": "b.pegawai = l.pegawai",
        "skp_butir": "b.pegawai = l.pegawai and b.bulan = l.bulan",
        "skp_perilaku": "b.pegawai = l.pegawai and b.dari = l.dari and b.sampai = l.sampai",
        "predikat_organisasi": "b.unit = l.unit and b.dari = l.dari and b.sampai = l.sampai",
        "gelombang": f"b.pegawai = l.pegawai and {_sejudul('judul')}",
        "kegiatan": f"b.unit = l.unit and b.tanggal = l.tanggal and b.jenis = l.jenis and {_sejudul('topik')}",
        "skp_penilaian": "b.pegawai = l.pegawai and b.dari = l.dari and b.sampai = l.sampai",
        "laporan_skp": "b.pegawai = l.pegawai and b.bulan = l.bulan and b.jenis = l.jenis",
        "pelatihan": f"b.unit = l.unit and b.tanggal = l.tanggal and {_sejudul('judul')}"
        " and (b.pegawai = l.pegawai or b.pegawai = '' or l.pegawai = '')",
        "iku": "b.unit = l.unit and lower(b.nama) = lower(l.nama) and b.dari = l.dari and b.sampai = l.sampai",
    }
)
"""When a newer row ``b`` stands for an older row ``l``. A blank sex, poli, layanan or person stands for all of them.

The items of a person and month, the behaviours of a person and period, and all that is said of an employee are each
one document: a newer one stands for the whole older one."""


_BULAN = ("laporan_skp", "skp_butir")
_TANPA_BULAN = ("pegawai", "gelombang")
"""What is said of a person, whatever the month: no locked month guards it."""


def tandai(koneksi: Koneksi, muatan: int) -> int:
    """Number of older rows that no longer count because this batch brings their key."""
    jumlah = 0
    for tabel, sama in KUNCI.items():
        baris = koneksi.execute(
            f"""update {tabel} as l set digantikan = $m where l.digantikan = 0 and l.muatan <> $m
                and exists (select 1 from {tabel} b where b.muatan = $m and {sama})""",
            {"m": muatan},
        ).fetchall()
        jumlah += int(baris[0][0])
    jawaban = koneksi.execute(
        """update jawaban as l set digantikan = $m where l.digantikan = 0 and exists (
            select 1 from responden r where r.muatan = l.muatan and r.responden = l.responden and r.digantikan = $m)""",
        {"m": muatan},
    ).fetchall()
    return jumlah + int(jawaban[0][0])


def pulihkan(koneksi: Koneksi, muatan: int) -> None:
    """Give back what a batch had replaced, once its own rows are gone: to the next correction, else to the count."""
    for tabel, sama in KUNCI.items():
        koneksi.execute(
            f"""update {tabel} as l set digantikan = coalesce((
                select min(b.muatan) from {tabel} b where b.muatan > l.muatan and b.digantikan <> -1 and {sama}), 0)
            where l.digantikan = $m""",
            {"m": muatan},
        )
    koneksi.execute(
        """update jawaban as l set digantikan = (
            select r.digantikan from responden r where r.muatan = l.muatan and r.responden = l.responden)
        where l.digantikan = $m""",
        {"m": muatan},
    )


def insert_koreksi(
    koneksi: Koneksi, muatan: int, alasan: str, oleh: str, disetujui: str, pada: str, baris: int
) -> None:
    koneksi.execute("insert into koreksi values (?, ?, ?, ?, ?, ?)", [muatan, alasan, oleh, disetujui, pada, baris])


def jawaban_tanpa_responden(koneksi: Koneksi, muatan: int) -> int:
    """Answers of a batch that belong to no respondent: there must be none, a survey is corrected by respondent."""
    baris = fetch_satu(
        koneksi,
        """select count(*) from jawaban j where j.muatan = ? and not exists (
            select 1 from responden r where r.muatan = j.muatan and r.responden = j.responden)""",
        [muatan],
    )
    return int(baris[0]) if baris else 0


def terkunci_baru(koneksi: Koneksi) -> list[int]:
    """Locked months in which a file would change something, after ``bentrok.cari``; equal values change nothing."""
    return _terkunci(
        koneksi,
        f"""select distinct b.dari, b.sampai from kunci_baru b where b.tabel not in {_TANPA_BULAN!r} and not exists (
            select 1 from pasangan p where p.sama and p.tabel = b.tabel and p.kunci = b.kunci and p.tempat = b.tempat
                and p.dari = b.dari and p.sampai = b.sampai and p.hari is not distinct from b.hari
                and p.bebas = b.bebas)""",
    )


def terkunci_muatan(koneksi: Koneksi, muatan: int) -> list[int]:
    """Locked months that the rows of a stored batch touch."""
    isi = " union ".join(
        f"select {'bulan, bulan' if t in _BULAN else 'dari, sampai'} from {t} where muatan = $m"
        for t in TABEL_MUATAN
        if t in KUNCI and t not in _TANPA_BULAN
    )
    return _terkunci(koneksi, f"select * from ({isi}) as r (dari, sampai)", {"m": muatan})


def _terkunci(koneksi: Koneksi, rentang: str, nilai: object = None) -> list[int]:
    baris = koneksi.execute(
        f"""select distinct k.bulan from periode_terkunci k
        inner join ({rentang}) r on k.bulan between r.dari and r.sampai order by 1""",
        nilai,
    ).fetchall()
    return [int(b[0]) for b in baris]


def kunci_bulan(koneksi: Koneksi, bulan: Iterable[int], oleh: str, pada: str) -> list[int]:
    """Lock these months; those that were not locked before."""
    baru = [b for b in bulan if not fetch_satu(koneksi, "select 1 from periode_terkunci where bulan = ?", [b])]
    for b in baru:
        koneksi.execute("insert into periode_terkunci values (?, ?, ?)", [b, oleh, pada])
    return baru


def buka_bulan(koneksi: Koneksi, bulan: Iterable[int]) -> list[int]:
    """Unlock these months; those that were locked."""
    ada = [b for b in bulan if fetch_satu(koneksi, "select 1 from periode_terkunci where bulan = ?", [b])]
    for b in ada:
        koneksi.execute("delete from periode_terkunci where bulan = ?", [b])
    return ada


def insert_jejak(koneksi: Koneksi, tindakan: str, objek: str, rincian: str, oleh: str, pada: str) -> None:
    """Write down what a person changed outside batches."""
    koneksi.execute(
        "insert into jejak select coalesce(max(urut), 0) + 1, ?, ?, ?, ?, ? from jejak",
        [tindakan, objek, rincian, oleh, pada],
    )


def simpan_tata_letak(koneksi: Koneksi, sidik: str, nama: str, isi: str, oleh: str, pada: str) -> str:
    """The name under which a layout is remembered; the same header replaces, another one of that name gets a number."""
    dipakai = {n for (n,) in koneksi.execute("select nama from tata_letak where sidik <> ?", [sidik]).fetchall()}
    unik, urut = nama, 2
    while unik in dipakai:
        unik, urut = f"{nama} ({urut})", urut + 1
    koneksi.execute("insert or replace into tata_letak values (?, ?, ?, ?, ?)", [sidik, unik, isi, oleh, pada])
    return unik
