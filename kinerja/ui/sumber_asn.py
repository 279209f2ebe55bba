"""Readings about employees for pages, kept in ``sumber``: the same as ``store.asn``, with the same rules of access.

Frames are shared between runs: never write into one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pandas import DataFrame

from kinerja.domain.akses import Akses
from kinerja.domain.hari_kerja import Kalender
from kinerja.domain.periode import Periode
from kinerja.store import asn as asn_toko
from kinerja.ui import sumber
from kinerja.ui.sumber import Isi

Kelompok = Mapping[str, Sequence[str]]


def _kelompok(kelompok: Kelompok) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((nama, tuple(units)) for nama, units in kelompok.items())


def _bingkai(akses: Akses, isi: Isi, nama: str, *kunci: object) -> DataFrame:
    df: DataFrame = sumber.asn(akses, isi, nama, *kunci)
    return df.copy(deep=False)


def terlihat(akses: Akses, isi: Isi) -> frozenset[str]:
    hasil: frozenset[str] = sumber.asn(akses, isi, "terlihat")
    return hasil


def dinilai(akses: Akses, isi: Isi) -> frozenset[str]:
    hasil: frozenset[str] = sumber.asn(akses, isi, "dinilai")
    return hasil


def boleh_lihat(akses: Akses, isi: Isi, pegawai: str) -> bool:
    return bool(sumber.asn(akses, isi, "boleh_lihat", pegawai))


def nilai(akses: Akses, isi: Isi, unit: Sequence[str], periode: Periode) -> DataFrame:
    """``shapes.NILAI``"""
    return _bingkai(akses, isi, "nilai", tuple(unit), periode)


def garis(akses: Akses, isi: Isi, pegawai: Sequence[str], sampai: int, bulan: int = 12) -> DataFrame:
    """``shapes.GARIS``"""
    return _bingkai(akses, isi, "garis", tuple(pegawai), sampai, bulan)


def butir(akses: Akses, isi: Isi, pegawai: str, dari: int, sampai: int) -> DataFrame:
    """``shapes.BUTIR``"""
    return _bingkai(akses, isi, "butir", pegawai, dari, sampai)


def masa_tugas(akses: Akses, isi: Isi, pegawai: str, dari: int, sampai: int) -> DataFrame:
    """``shapes.MASA_TUGAS``"""
    return _bingkai(akses, isi, "masa_tugas", pegawai, dari, sampai)


def perilaku(akses: Akses, isi: Isi, pegawai: str, periode: Periode) -> DataFrame:
    """``shapes.PERILAKU``"""
    return _bingkai(akses, isi, "perilaku", pegawai, periode)


def laporan(akses: Akses, isi: Isi, pegawai: Sequence[str], dari: int, sampai: int) -> DataFrame:
    """``shapes.LAPORAN``"""
    return _bingkai(akses, isi, "laporan", tuple(pegawai), dari, sampai)


def sebaran(akses: Akses, isi: Isi, kelompok: Kelompok, periode: Periode) -> DataFrame:
    """``shapes.SEBARAN``"""
    return _bingkai(akses, isi, "sebaran", _kelompok(kelompok), periode)


def pelatihan_orang(akses: Akses, isi: Isi, unit: Sequence[str], tahun: int) -> DataFrame:
    """``shapes.PELATIHAN``"""
    return _bingkai(akses, isi, "pelatihan_orang", tuple(unit), tahun)


def kepatuhan(akses: Akses, isi: Isi, kelompok: Kelompok, dari: int, sampai: int) -> DataFrame:
    """``shapes.KEPATUHAN``"""
    return _bingkai(akses, isi, "kepatuhan", _kelompok(kelompok), dari, sampai)


def kegiatan(akses: Akses, isi: Isi, dari: int, sampai: int) -> DataFrame:
    """``shapes.KEGIATAN``"""
    return _bingkai(akses, isi, "kegiatan", dari, sampai)


def predikat_organisasi(akses: Akses, isi: Isi, unit: str, periode: Periode) -> str:
    return str(sumber.asn(akses, isi, "predikat_organisasi", unit, periode))


def kalibrasi(akses: Akses, isi: Isi, periode: Periode) -> DataFrame:
    """``shapes.KALIBRASI``. Raises ``AksesError`` for everybody but the moderators."""
    return _bingkai(akses, isi, "kalibrasi", periode)


def gelombang(akses: Akses, isi: Isi, judul: str) -> DataFrame:
    """``shapes.GELOMBANG``"""
    return _bingkai(akses, isi, "gelombang", judul)


def jp_sebaran(akses: Akses, isi: Isi, kelompok: Kelompok, tahun: int, sampai: int) -> DataFrame:
    """``shapes.JP_SEBARAN``"""
    return _bingkai(akses, isi, "jp_sebaran", _kelompok(kelompok), tahun, sampai)


def judul(akses: Akses, isi: Isi, unit: Sequence[str], tahun: int, sampai: int) -> DataFrame:
    """``shapes.JUDUL``"""
    return _bingkai(akses, isi, "judul", tuple(unit), tahun, sampai)


def jadwal(akses: Akses, isi: Isi) -> DataFrame:
    """``shapes.JADWAL``"""
    return _bingkai(akses, isi, "jadwal")


def peserta_nilai(
    akses: Akses, isi: Isi, judul: str, tahun: int, masa: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
) -> DataFrame:
    """``shapes.PESERTA_NILAI``; ``masa``: two spans of months before the training and one after it."""
    return _bingkai(akses, isi, "peserta_nilai", judul, tahun, *masa)


def kalender(akses: Akses, isi: Isi) -> Kalender | None:
    """Working days as the store knows them."""
    hasil: Kalender | None = sumber.asn(akses, isi, "kalender")
    return hasil


def ronde(isi: Isi, unit: Sequence[str], periode: Periode) -> tuple[Periode, ...]:
    """The rounds of ratings that a period shows for these units, each once."""
    return asn_toko.ronde(sumber.putaran(isi.nomor, periode), unit)
