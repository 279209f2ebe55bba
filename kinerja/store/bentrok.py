"""What a file brings that is there already: the same keys, other spans, units above or below. Found before storing.

The rows of the file are put into temporary tables beside the store's own, which works on a read-only snapshot as well,
so a page can tell before anybody confirms exactly what storing would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import duckdb

from kinerja.domain.fakta import KOLOM_TABEL, HasilBaca
from kinerja.domain.indikator import Indikator
from kinerja.domain.unit import Unit
from kinerja.store import migrasi, tulis
from kinerja.store.mart import SUMBER
from kinerja.store.sql_dasar import fetch_satu

Koneksi = duckdb.DuckDBPyConnection
TABEL = (
    *("fakta", "target", "kunjungan", "responden", "pegawai", "skp_butir", "skp_penilaian", "skp_perilaku"),
    *("laporan_skp", "predikat_organisasi", "pelatihan", "gelombang", "kegiatan", "iku"),
)
"""Tables with keys of their own. Answers (``jawaban``) go with their respondents."""
_SQL = Path(__file__).parent / "sql" / "bentrok"
_REGISTER = "register"
_BULAN = {"laporan_skp": "s.bulan", "skp_butir": "s.bulan"}
_TANPA_BULAN = ("pegawai", "gelombang")
"""Tables of persons without months; in the keys they stand for all months."""


@dataclass(frozen=True)
class Bentrok:
    """Figures of the file that something already counted stands against.

    ``jenis``: the same key with equal values (sama) or other ones (beda); tumpang: other spans, days or units that
    hold the same months; berkas: two figures of the file itself (``muatan`` 0). ``isi`` is the indikator, '' for rows
    of a table. ``jumlah`` counts keys: days, respondents, persons.
    """

    jenis: Literal["sama", "beda", "tumpang", "berkas"]
    tabel: str
    isi: str
    unit: str
    dari: int
    sampai: int
    lain_tabel: str
    lain_unit: str
    lain_dari: int
    lain_sampai: int
    muatan: int
    jumlah: int


@dataclass(frozen=True)
class Beda:
    """One figure that a correction would change. ``isi``: the indikator, or the name of the table.

    ``lama``/``baru``: numerator (target × 10,000; visits, respondents, persons, participants of a table; realisasi ×
    10,000 of an IKU), ``..._penyebut`` what stands under it. ``rinci``: service, IKU or training. ``muatan`` brought
    the old one.
    """

    tabel: str
    isi: str
    unit: str
    dari: int
    sampai: int
    jk: str
    rinci: str
    lama: int | None
    lama_penyebut: int | None
    baru: int | None
    baru_penyebut: int | None
    muatan: int


@cache
def _sql(nama: str) -> str:
    return (_SQL / f"{nama}.sql").read_text(encoding="utf-8")


def buka_kosong() -> Koneksi:
    """A store in memory without anything in it, for files read before there is one."""
    koneksi = duckdb.connect(":memory:")
    migrasi.migrasikan(koneksi)
    return koneksi


def tampung(koneksi: Koneksi, hasil: HasilBaca, indikator: Iterable[Indikator]) -> None:
    """Put the file's rows, and what is already counted in the same months, side by side into temporary tables."""
    for nama in (*TABEL, "jawaban"):
        koneksi.execute(
            f"create or replace temp table baru_{nama} as select * exclude (muatan, digantikan) from {nama} limit 0"
        )
    for nama, df in tulis.bingkai_isi(hasil):
        tulis.insert_frame(koneksi, f"baru_{nama}", df)
    _silsilah(koneksi, hasil.unit_baru)
    _kunci(koneksi, register=hasil.jenis == _REGISTER)
    _angka(koneksi, indikator, {nama for nama, isi in hasil.tabel.items() if isi}, {f.indikator for f in hasil.fakta})


def _silsilah(koneksi: Koneksi, unit_baru: Iterable[Unit]) -> None:
    """The unit tree with the units that the file brings, whether they are stored yet or not."""
    koneksi.execute("create or replace temp table silsilah as select leluhur, turunan from unit_turunan")
    for u in unit_baru:
        koneksi.execute(
            """insert into silsilah select leluhur, ? from silsilah where turunan = ? union select ?, ?
            except select leluhur, turunan from silsilah""",
            [u.kode, u.induk or "", u.kode, u.kode],
        )


def _kunci(koneksi: Koneksi, *, register: bool) -> None:
    harian = "true" if register else "false"
    baru = {t: f"(select 0 as muatan, t.*, {harian} as harian from baru_{t} t)" for t in (*TABEL, "jawaban")}
    koneksi.execute("create or replace temp table kunci_baru as " + _gabung(baru))
    masa = fetch_satu(
        koneksi,
        f"""select coalesce(min(dari), 0), coalesce(max(sampai), 0) from kunci_baru
        where tabel not in {_TANPA_BULAN!r}""",
    ) or (0, 0)
    lama = {t: _sumber_lama(t, int(masa[0]), int(masa[1])) for t in (*TABEL, "jawaban")}
    koneksi.execute("create or replace temp table kunci_lama as " + _gabung(lama))


def _sumber_lama(tabel: str, awal: int, akhir: int) -> str:
    """Rows that count, of the months the file is about."""
    masa = "" if tabel in _TANPA_BULAN else _masa_lama(tabel, awal, akhir)
    return (
        f"(select t.*, m.jenis = '{_REGISTER}' as harian from {tabel} t inner join muatan m on m.muatan = t.muatan"
        f" where t.digantikan = 0{masa})"
    )


def _masa_lama(tabel: str, awal: int, akhir: int) -> str:
    dari, sampai = ("bulan", "bulan") if tabel in _BULAN else ("dari", "sampai")
    return f" and t.{dari} <= {akhir} and t.{sampai} >= {awal}"


def _gabung(sumber: dict[str, str]) -> str:
    isi = (_sql(t).replace("{sumber}", sumber[t]).replace("{jawaban}", sumber["jawaban"]) for t in TABEL)
    return " union all ".join(f"(select * from ({teks}\n))" for teks in isi)


def _angka(koneksi: Koneksi, indikator: Iterable[Indikator], tabel: set[str], dilaporkan: set[str]) -> None:
    """Figures by indikator, unit and span, whether reported as sums or counted from a table; new and old."""
    for sisi in ("baru", "lama"):
        koneksi.execute(
            f"create or replace temp table angka_{sisi} as select tabel, isi, unit, dari, sampai, muatan"
            f" from kunci_{sisi} where tabel = 'fakta' group by all"
        )
    for ind in indikator:
        if ind.sumber in SUMBER and (ind.sumber in tabel or ind.kode in dilaporkan):
            if ind.sumber in tabel:
                baru = f"(select 0 as muatan, 0 as digantikan, t.* from baru_{ind.sumber} t)"
                koneksi.execute(_dari_tabel(ind, baru, "baru"))
            koneksi.execute(_dari_tabel(ind, ind.sumber, "lama"))


def _dari_tabel(ind: Indikator, sumber: str, sisi: str) -> str:
    dari, sampai = (_BULAN.get(ind.sumber, f"s.{k}") for k in ("dari", "sampai"))
    saring = f" and ({ind.saring})" if ind.saring else ""
    return (
        f"insert into angka_{sisi} select distinct '{ind.sumber}', '{ind.kode}', s.unit, {dari}, {sampai}, s.muatan"
        f" from {sumber} s where s.digantikan = 0{saring}"
    )


def cari(koneksi: Koneksi) -> list[Bentrok]:
    """Everything of the file that stands against something else, after ``tampung``.

    A target that is there with the same value is no conflict: targets are not added up.
    """
    koneksi.execute(_sql("sama"))
    kunci = koneksi.execute(
        """select case when sama then 'sama' else 'beda' end, tabel, isi, unit, dari, sampai, tabel, l_unit,
            min(l_dari), max(l_sampai), l_muatan, count(distinct (kunci, hari, bebas))
        from pasangan where not (tabel = 'target' and sama)
        group by sama, tabel, isi, unit, dari, sampai, l_unit, l_muatan order by all"""
    ).fetchall()
    tumpang = koneksi.execute(_sql("tumpang")).fetchall()
    return [
        *(Bentrok(*b) for b in kunci),
        *(Bentrok("tumpang" if b[9] else "berkas", *b) for b in tumpang),
    ]


def semua_sama(koneksi: Koneksi) -> bool:
    """Is every row of the file there with the very same values? To be asked after ``cari``."""
    baris = fetch_satu(
        koneksi,
        """select
            (select count(*) from kunci_baru b where not exists (
                select 1 from pasangan p where p.sama and p.tabel = b.tabel and p.kunci = b.kunci and p.unit = b.unit
                    and p.dari = b.dari and p.sampai = b.sampai and p.hari is not distinct from b.hari
                    and p.bebas = b.bebas))
            + (select count(*) from baru_target b where not exists (
                select 1 from target t where t.digantikan = 0 and t.indikator = b.indikator and t.unit = b.unit
                    and t.dari = b.dari and t.sampai = b.sampai and t.nilai_e4 = b.nilai_e4 and t.sk = b.sk)),
            (select count(*) from kunci_baru)""",
    )
    return baris is not None and baris[0] == 0 and baris[1] > 0


def berlanjut(temuan: Sequence[Bentrok]) -> bool:
    """Does the file only repeat what is there with equal values, beside what is new? So grow the recaps of a year."""
    return bool(temuan) and all(b.jenis == "sama" for b in temuan)


def cari_sisa(koneksi: Koneksi) -> list[tuple[str, str, int, int, int, int]]:
    """Days a correction would leave in place: table, unit, dari, sampai, batch, days that the file does not bring."""
    return koneksi.execute(
        """select l.tabel, l.unit, l.dari, l.sampai, l.muatan, count(distinct l.hari) from kunci_lama l
        where l.hari is not null and l.tabel in ('kunjungan', 'responden')
            and exists (
                select 1 from pasangan p where p.tabel = l.tabel and p.l_unit = l.unit and p.kunci = l.kunci
                    and p.l_dari = l.dari and p.l_sampai = l.sampai and p.l_muatan = l.muatan)
            and not exists (
                select 1 from kunci_baru b where b.tabel = l.tabel and b.unit = l.unit and b.kunci = l.kunci
                    and b.hari = l.hari)
        group by l.tabel, l.unit, l.dari, l.sampai, l.muatan order by all"""
    ).fetchall()


def cari_jk_sebagian(koneksi: Koneksi) -> list[tuple[str, str, int, int, str, int]]:
    """Figures of both sexes that a correction would replace by one sex alone: isi, unit, dari, sampai, jk, old sum."""
    return koneksi.execute(
        """select isi, unit, dari, sampai, max(bebas), cast(max(l_ukuran) as bigint) from pasangan
        where tabel = 'fakta' and bebas <> '' and l_bebas = ''
        group by isi, unit, dari, sampai having count(distinct bebas) = 1 order by all"""
    ).fetchall()


def cari_beda(koneksi: Koneksi) -> list[Beda]:
    """Figures whose key is there with other values, old beside new, after ``cari``. Sexes or poli that one side
    tells apart and the other does not are compared as sums."""
    baris = koneksi.execute(
        """select tabel, isi, unit, dari, sampai,
            case when tabel in ('kunjungan', 'iku', 'pelatihan', 'kegiatan') then kunci else '' end as rinci,
            kunci, hari, bebas, n, ukuran, pembagi, l_unit, l_bebas, l_n, l_ukuran, l_pembagi, l_muatan
        from pasangan where not sama order by all"""
    ).fetchall()
    hasil: list[Beda] = []
    for kepala, isi in groupby(baris, key=lambda b: b[:6]):
        anggota = list(isi)
        terpilah = kepala[0] == "fakta" and all(b[8] == b[13] for b in anggota)
        for jk in sorted({b[8] for b in anggota}) if terpilah else [""]:
            hasil.append(_susun_beda(kepala, jk, [b for b in anggota if not terpilah or b[8] == jk]))
    return hasil


def _susun_beda(kepala: Sequence[Any], jk: str, baris: Sequence[tuple[Any, ...]]) -> Beda:
    tabel, isi, unit, dari, sampai, rinci = kepala
    baru = {(b[6], b[7], b[8]): (b[10], b[11]) for b in baris}
    lama = {(b[6], b[7], b[13], b[17]): (b[15], b[16]) for b in baris}
    dulu, kini = ([_jumlah(v[n] for v in sisi.values()) for n in (0, 1)] for sisi in (lama, baru))
    muatan = max(int(b[17]) for b in baris)
    return Beda(tabel, isi or tabel, unit, dari, sampai, jk, rinci, dulu[0], dulu[1], kini[0], kini[1], muatan)


def _jumlah(nilai: Iterable[int | None]) -> int | None:
    ada = [int(n) for n in nilai if n is not None]
    return sum(ada) if ada else None


def fetch_angka_baru(koneksi: Koneksi, ind: Indikator) -> list[tuple[str, int, int, int, int | None]]:
    """What the file says of one indikator, sexes together: unit, dari, sampai, pembilang, penyebut."""
    bagian = [
        "select unit, dari, sampai, sum(pembilang) as p, sum(penyebut) as q from baru_fakta where indikator = $kode"
    ]
    if ind.sumber in KOLOM_TABEL:
        dari, sampai = (_BULAN.get(ind.sumber, f"s.{k}") for k in ("dari", "sampai"))
        saring = f"where {ind.saring}" if ind.saring else ""
        penyebut = f"sum({ind.penyebut})" if ind.penyebut else "null"
        bagian.append(
            f"select s.unit, {dari}, {sampai}, sum({ind.pembilang}), {penyebut} from baru_{ind.sumber} s {saring}"
        )
    isi = " union all ".join(f"({teks} group by all)" for teks in bagian)
    return [
        (unit, dari, sampai, int(p), None if q is None else int(q))
        for unit, dari, sampai, p, q in koneksi.execute(f"{isi} order by all", {"kode": ind.kode}).fetchall()
    ]
