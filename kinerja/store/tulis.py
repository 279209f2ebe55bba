"""Writing into a copy that is about to be published. Called only inside ``snapshot.publish``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import duckdb
import pandas as pd

from kinerja.domain.fakta import KOLOM_TABEL, BarisTabel, Fakta, HasilBaca, TargetBaru
from kinerja.domain.samar import samarkan
from kinerja.domain.unit import Unit, normalkan_nama
from kinerja.store.sql_dasar import fetch_satu

Koneksi = duckdb.DuckDBPyConnection

_SEKALI = 50_000
TABEL_MUATAN = (
    "fakta",
    "target",
    "kunjungan",
    "responden",
    "jawaban",
    "pegawai",
    "skp_butir",
    "skp_penilaian",
    "laporan_skp",
    "predikat_organisasi",
    "skp_perilaku",
    "iku",
    "pelatihan",
    "gelombang",
    "kegiatan",
    "peristiwa",
)
"""Fact tables whose rows belong to a batch."""


def insert_frame(koneksi: Koneksi, tabel: str, df: pd.DataFrame) -> None:
    """Append ``df`` by column name. Registered under a name of its own: a table of the same name would win."""
    kolom = ", ".join(df.columns)
    koneksi.register("bingkai_masuk", df)
    koneksi.execute(f"insert into {tabel} ({kolom}) select {kolom} from bingkai_masuk")
    koneksi.unregister("bingkai_masuk")


def insert_unit(koneksi: Koneksi, units: Iterable[Unit], muatan: int = 0) -> None:
    """Add units to the master, each findable by its own normalised name as well."""
    for u in units:
        koneksi.execute(
            """insert into unit
            (kode, nama, jenis, induk, jalur, urutan, berlaku_dari, berlaku_sampai, muatan, kode_resmi)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                u.kode,
                u.nama,
                u.jenis,
                u.induk,
                u.jalur,
                u.urutan,
                u.berlaku_dari,
                u.berlaku_sampai,
                muatan,
                u.kode_resmi,
            ],
        )


def insert_alias(koneksi: Koneksi, alias: Mapping[str, str], muatan: int = 0) -> None:
    """Remember other names; a name that is already known keeps its meaning."""
    for nama, unit in alias.items():
        koneksi.execute(
            "insert into unit_alias values (?, ?, ?) on conflict do nothing", [normalkan_nama(nama), unit, muatan]
        )


def bingkai_fakta(fakta: Sequence[Fakta]) -> pd.DataFrame:
    """Facts as a frame with the columns of the table, without the batch."""
    kolom = ["indikator", "unit", "dari", "sampai", "jk", "pembilang", "penyebut", "catatan"]
    df = pd.DataFrame([[getattr(f, k) for k in kolom] for f in fakta], columns=kolom)
    df["penyebut"] = df["penyebut"].astype("Int64")
    return df


def bingkai_target(target: Sequence[TargetBaru]) -> pd.DataFrame:
    """Targets as a frame with the columns of the table, without the batch."""
    kolom = ["indikator", "unit", "dari", "sampai", "nilai_e4", "sk"]
    return pd.DataFrame([[getattr(t, k) for k in kolom] for t in target], columns=kolom)


def bingkai_tabel(nama: str, baris: Sequence[BarisTabel]) -> pd.DataFrame:
    """Rows that go straight into a fact table; see ``KOLOM_TABEL``."""
    df = pd.DataFrame(list(baris), columns=list(KOLOM_TABEL[nama]))
    for kolom in ("target_e4", "realisasi_e4", "jp", "peserta"):
        if kolom in df:
            df[kolom] = df[kolom].astype("Int64")
    return df


def bingkai_isi(hasil: HasilBaca) -> Iterator[tuple[str, pd.DataFrame]]:
    """Table and frame of everything in a file, long tables in pieces: a register of a million visits fits in memory."""
    if hasil.fakta:
        yield "fakta", bingkai_fakta(hasil.fakta)
    if hasil.target:
        yield "target", bingkai_target(hasil.target)
    for nama, baris in hasil.tabel.items():
        for awal in range(0, len(baris), _SEKALI):
            yield nama, bingkai_tabel(nama, baris[awal : awal + _SEKALI])


def insert_isi(koneksi: Koneksi, muatan: int, hasil: HasilBaca, digantikan: int = 0) -> None:
    """All rows of a file under its batch. ``digantikan`` -1: a second source that is kept and never counted."""
    for nama, df in bingkai_isi(hasil):
        insert_frame(koneksi, nama, df.assign(muatan=muatan, digantikan=digantikan))


def nomor_muatan_baru(koneksi: Koneksi) -> int:
    """The next batch number; a number that was taken back is never used again."""
    baris = fetch_satu(
        koneksi,
        """select 1 + max(m) from (
            select muatan as m from muatan union all select muatan from pembatalan union all select 0
        )""",
    )
    return int(baris[0]) if baris else 1


def insert_muatan(koneksi: Koneksi, baris: Mapping[str, object]) -> None:
    kolom = ("muatan", "jenis", "berkas", "sha256", "lembar", "oleh", "pada", "baris", "ringkasan")
    koneksi.execute(f"insert into muatan ({', '.join(kolom)}) values ({', '.join('?' * 9)})", [baris[k] for k in kolom])


def muatan_serupa(koneksi: Koneksi, sha256: str, lembar: Sequence[str]) -> tuple[int, str, str] | None:
    """(number, who, when) of a stored batch that took one of these sheets from the very same file."""
    for nomor, isi, oleh, pada in koneksi.execute(
        "select muatan, lembar, oleh, pada from muatan where sha256 = ? order by muatan", [sha256]
    ).fetchall():
        if {samarkan(satu) for satu in isi.split("\n")} & {samarkan(satu) for satu in lembar}:
            return int(nomor), str(oleh), str(pada)
    return None


def indikator_muatan(koneksi: Koneksi, muatan: int) -> set[str]:
    """Indikator named by the facts and targets of a batch."""
    baris = koneksi.execute(
        "select indikator from fakta where muatan = ? union select indikator from target where muatan = ?",
        [muatan, muatan],
    ).fetchall()
    return {b[0] for b in baris}


def sumber_muatan(koneksi: Koneksi, muatan: int) -> set[str]:
    """Fact tables that hold rows of a batch."""
    return {t for t in TABEL_MUATAN if jumlah_baris(koneksi, t, muatan)}


def jumlah_baris(koneksi: Koneksi, tabel: str, muatan: int) -> int:
    """Rows of a batch in one table, counted or not."""
    baris = fetch_satu(koneksi, f"select count(*) from {tabel} where muatan = ?", [muatan])
    return int(baris[0]) if baris else 0


def delete_muatan(koneksi: Koneksi, muatan: int, oleh: str, pada: str, disetujui: str = "") -> bool:
    """Take a batch out with its facts, targets, aliases and the units only it brought. False if unknown."""
    ada = fetch_satu(koneksi, "select jenis, berkas, baris from muatan where muatan = ?", [muatan])
    if ada is None:
        return False
    for tabel in (*TABEL_MUATAN, "unit_alias", "muatan"):
        koneksi.execute(f"delete from {tabel} where muatan = ?", [muatan])
    dipakai = " union ".join(f"select unit from {tabel}" for tabel in TABEL_MUATAN)
    koneksi.execute(
        f"""delete from unit where muatan = ? and kode not in (
            {dipakai} union select unit from unit_alias
            union select penerus from unit union select coalesce(induk, '') from unit)""",
        [muatan],
    )
    koneksi.execute("insert into pembatalan values (?, ?, ?, ?, ?, ?, ?)", [muatan, *ada, oleh, pada, disetujui])
    return True


def fetch_masukan_target(
    koneksi: Koneksi, indikator: str
) -> tuple[list[tuple[str, int, int, int]], list[tuple[int, int, int]], set[str]]:
    """What target resolution needs: decreed rows in order, national rows, units (any level) with figures.

    The order is that of the targets themselves, never of their arrival: the longest span first, so that a decree for
    some months holds over one for the whole year whichever was imported last.
    """
    sendiri = koneksi.execute(
        """select unit, dari, sampai, nilai_e4 from target where indikator = ? and digantikan = 0
        order by (sampai // 100 - dari // 100) * 12 + sampai % 100 - dari % 100 desc, dari, sampai, unit""",
        [indikator],
    ).fetchall()
    baku = koneksi.execute(
        "select nilai_e4, berlaku_dari, berlaku_sampai from ambang where indikator = ? order by 2", [indikator]
    ).fetchall()
    berdata = koneksi.execute(
        """select distinct t.leluhur from (select distinct unit from mart where indikator = ?) m
        inner join unit_turunan t on t.turunan = m.unit""",
        [indikator],
    ).fetchall()
    return sendiri, baku, {b[0] for b in berdata}


def fetch_hari_kerja(koneksi: Koneksi) -> dict[int, int]:
    """Working days of every month in the calendar table."""
    return dict(
        koneksi.execute("select bulan, cast(sum(hari_kerja) as integer) from kalender group by bulan").fetchall()
    )
