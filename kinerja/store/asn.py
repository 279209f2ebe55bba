"""Reading about single employees. Every query begins with the viewer's reach; there is no way around it.

Reach is read in the months of the row: who was responsible then sees it, who became so later sees what came later.
Readings of groups are in ``asn_kelompok``, and named here as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from pandas import DataFrame, Index
from pandas.api.extensions import take

from kinerja.domain import shapes
from kinerja.domain.akses import Akses, wajib
from kinerja.domain.periode import Periode, geser_bulan
from kinerja.store.asn_dasar import (
    Kelompok,
    Kursor,
    Putaran,
    boleh_lihat,
    bulan_kini,
    fetch_dinilai,
    fetch_putaran,
    fetch_terlihat,
    isi_putaran,
    jalankan,
    ronde,
)
from kinerja.store.asn_kalender import fetch_kalender
from kinerja.store.asn_kelompok import (
    LaporUnit,
    Tutup,
    fetch_kepatuhan,
    fetch_lapor_unit,
    fetch_sebaran,
    fetch_tutup,
)
from kinerja.store.asn_pelatihan import (
    fetch_jadwal,
    fetch_jam_unit,
    fetch_jp_sebaran,
    fetch_judul,
    fetch_judul_unit,
    fetch_peserta_nilai,
)
from kinerja.store.bingkai import conform, kosong
from kinerja.store.sql_dasar import fetch_satu

__all__ = [
    "Kelompok",
    "LaporUnit",
    "Putaran",
    "Tutup",
    "boleh_lihat",
    "fetch_butir",
    "fetch_dinilai",
    "fetch_garis",
    "fetch_gelombang",
    "fetch_jadwal",
    "fetch_jam_unit",
    "fetch_jp_sebaran",
    "fetch_judul",
    "fetch_judul_unit",
    "fetch_kalender",
    "fetch_kalibrasi",
    "fetch_kegiatan",
    "fetch_kepatuhan",
    "fetch_lapor_unit",
    "fetch_laporan",
    "fetch_masa_tugas",
    "fetch_nilai",
    "fetch_pelatihan_orang",
    "fetch_perilaku",
    "fetch_peserta_nilai",
    "fetch_predikat_organisasi",
    "fetch_putaran",
    "fetch_sebaran",
    "fetch_terlihat",
    "fetch_tutup",
    "ronde",
]


def fetch_nilai(
    akses: Akses, kursor: Kursor, unit: Sequence[str], periode: Periode, putaran: Putaran | None = None
) -> DataFrame:
    """One row a visible person of these units; columns see ``shapes.NILAI``.

    A period shows its last round of ratings (``fetch_putaran``, given where it is kept); items are counted over the
    whole period.
    """
    if not unit:
        return kosong(shapes.NILAI)
    putaran = putaran or fetch_putaran(kursor, periode)
    isi = {**isi_putaran(putaran, unit)}
    df = jalankan(akses, kursor, ["orang", "nilai"], isi).df()
    if df.empty:
        return kosong(shapes.NILAI)
    tempat = _lengkapi(kursor, df, periode)
    isi = {"dari": periode.dari, "sampai": periode.sampai, "kode": [*unit, *tempat], "orang": df["pegawai"].tolist()}
    hitung = jalankan(akses, kursor, ["hitung"], isi).df()
    letak = Index(hitung.pop("pegawai")).get_indexer(Index(df["pegawai"]))
    angka = {str(k): take(hitung[k].array, letak, allow_fill=True, fill_value=0) for k in hitung}
    return conform(df.assign(**angka), shapes.NILAI)


def _lengkapi(kursor: Kursor, df: DataFrame, periode: Periode) -> set[str]:
    """Other units in which people of ``df`` served within the period; fills jabatan and status missing there."""
    pindah = df.index[df["mulai"] > periode.dari]
    if not len(pindah):
        return set()
    baris = kursor.execute(
        """select pegawai, unit, jabatan, status from pegawai
        where digantikan = 0 and pegawai in (select unnest($orang))
        and berlaku_dari <= $sampai and $dari <= berlaku_sampai order by berlaku_dari""",
        {"orang": df.loc[pindah, "pegawai"].tolist(), "dari": periode.dari, "sampai": periode.sampai},
    ).fetchall()
    for kolom, letak in (("jabatan", 2), ("status", 3)):
        akhir = {b[0]: b[letak] for b in baris}
        df.loc[pindah, kolom] = [
            akhir.get(p, lama) for p, lama in df.loc[pindah, ["pegawai", kolom]].itertuples(index=False)
        ]
    return {b[1] for b in baris}


def fetch_masa_tugas(akses: Akses, kursor: Kursor, pegawai: str, dari: int, sampai: int) -> DataFrame:
    """Where one person served in these months, empty out of reach; columns see ``shapes.MASA_TUGAS``."""
    isi = {"dari": dari, "sampai": sampai, "orang": pegawai}
    return conform(jalankan(akses, kursor, ["masa_tugas"], isi).df(), shapes.MASA_TUGAS)


def fetch_garis(akses: Akses, kursor: Kursor, pegawai: Sequence[str], sampai: int, bulan: int = 12) -> DataFrame:
    """Items of visible people in the ``bulan`` months up to ``sampai``; columns see ``shapes.GARIS``."""
    if not pegawai:
        return kosong(shapes.GARIS)
    isi = {"dari": geser_bulan(sampai, 1 - bulan), "sampai": sampai, "orang": list(pegawai)}
    return conform(jalankan(akses, kursor, ["garis"], isi).df(), shapes.GARIS)


def fetch_butir(akses: Akses, kursor: Kursor, pegawai: str, dari: int, sampai: int) -> DataFrame:
    """SKP items of one person, empty out of reach; columns see ``shapes.BUTIR``."""
    isi = {"dari": dari, "sampai": sampai, "orang": pegawai}
    return conform(jalankan(akses, kursor, ["butir"], isi).df(), shapes.BUTIR)


def fetch_perilaku(akses: Akses, kursor: Kursor, pegawai: str, periode: Periode) -> DataFrame:
    """BerAKHLAK values of one person rated within the period; columns see ``shapes.PERILAKU``."""
    isi = {"dari": periode.dari, "sampai": periode.sampai, "orang": pegawai}
    return conform(jalankan(akses, kursor, ["perilaku"], isi).df(), shapes.PERILAKU)


def fetch_laporan(akses: Akses, kursor: Kursor, pegawai: Sequence[str], dari: int, sampai: int) -> DataFrame:
    """Reports due from visible people; columns see ``shapes.LAPORAN``."""
    if not pegawai:
        return kosong(shapes.LAPORAN)
    isi = {"dari": dari, "sampai": sampai, "orang": list(pegawai)}
    return conform(jalankan(akses, kursor, ["laporan"], isi).df(), shapes.LAPORAN)


def fetch_pelatihan_orang(akses: Akses, kursor: Kursor, unit: Sequence[str], tahun: int) -> DataFrame:
    """Trainings of visible people of these units in a year; columns see ``shapes.PELATIHAN``.

    The whole year of a person belongs to the last place in service: hours taken elsewhere before count there.
    """
    if not unit:
        return kosong(shapes.PELATIHAN)
    isi = {"dari": tahun * 100 + 1, "sampai": tahun * 100 + 12}
    hasil = jalankan(akses, kursor, ["tugas", "pelatihan"], {**isi, "kode": list(unit), "seluruh": False})
    return conform(hasil.df(), shapes.PELATIHAN)


def fetch_kegiatan(akses: Akses, kursor: Kursor, dari: int, sampai: int) -> DataFrame:
    """Support given in these months, oldest first; columns see ``shapes.KEGIATAN``. Nothing personal is in it."""
    if not akses.peran:
        return kosong(shapes.KEGIATAN)
    hasil = kursor.execute(
        """select tanggal, unit, jenis, topik, peserta from kegiatan
        where digantikan = 0 and dari >= $dari and sampai <= $sampai order by tanggal, unit, jenis, topik""",
        {"dari": dari, "sampai": sampai},
    )
    return conform(hasil.df(), shapes.KEGIATAN)


def fetch_predikat_organisasi(akses: Akses, kursor: Kursor, unit: str, periode: Periode) -> str:
    """The last predicate of this unit given for months within the period, the longest span of those; '' for none."""
    if not akses.peran:
        return ""
    baris = fetch_satu(
        kursor,
        """select predikat from predikat_organisasi where digantikan = 0 and unit = $unit and dari >= $dari
        and sampai <= $sampai order by sampai desc, dari limit 1""",
        {"unit": unit, "dari": periode.dari, "sampai": periode.sampai},
    )
    return str(baris[0]) if baris else ""


def fetch_kalibrasi(akses: Akses, kursor: Kursor, periode: Periode) -> DataFrame:
    """Ratings of each rater in each unit, in the round of the period; columns see ``shapes.KALIBRASI``.

    Raises ``AksesError('galat.tak_berhak')`` for everybody but the moderators.
    """
    wajib(akses, "lihat_kalibrasi")
    isi = {**isi_putaran(fetch_putaran(kursor, periode))}
    return conform(jalankan(akses, kursor, ["kalibrasi"], isi).df(), shapes.KALIBRASI)


def fetch_gelombang(akses: Akses, kursor: Kursor, judul: str) -> DataFrame:
    """Turns of visible people in one training; columns see ``shapes.GELOMBANG``."""
    isi = {"judul": judul, "bulan": bulan_kini(kursor)}
    return conform(jalankan(akses, kursor, ["gelombang"], isi).df(), shapes.GELOMBANG)
