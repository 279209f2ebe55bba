"""The commands and their options, with help from the catalogs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kinerja import ingest
from kinerja.cli import angka, muatan, periode, unit
from kinerja.cli.impor import impor
from kinerja.cli.laporan import Hasil
from kinerja.cli.pengurai import Pengurai
from kinerja.i18n import Bahasa, teks

Jalankan = Callable[[argparse.Namespace], Hasil]


@dataclass
class _Susun:
    """Adds commands to one parser. ``dalam``: they stand below a command that has the common options itself."""

    sub: Any
    bahasa: Bahasa
    dalam: bool = False

    def perintah(self, nama: str, jalankan: Jalankan, bantuan: str) -> argparse.ArgumentParser:
        kalimat = teks(self.bahasa, f"cli.bantuan.{bantuan}")
        p: argparse.ArgumentParser = self.sub.add_parser(
            nama, help=kalimat, description=kalimat, parents=[_umum(self.bahasa, self.dalam)]
        )
        p.set_defaults(jalankan=jalankan)
        return p

    def opsi(self, p: argparse.ArgumentParser, *nama: str, bantuan: str, **isi: Any) -> None:
        p.add_argument(*nama, help=teks(self.bahasa, f"cli.bantuan.{bantuan}"), **isi)

    def bawah(self, p: argparse.ArgumentParser) -> _Susun:
        return _Susun(p.add_subparsers(metavar=teks(self.bahasa, "cli.bantuan.aksi")), self.bahasa, dalam=True)


def _umum(bahasa: Bahasa, dalam: bool) -> argparse.ArgumentParser:
    """Options of every command. Below another command they must not set back what was said before it."""
    baku: dict[str, Any] = {"default": argparse.SUPPRESS} if dalam else {}
    umum = argparse.ArgumentParser(add_help=False)
    bantuan = teks(bahasa, "cli.bantuan.bahasa")
    umum.add_argument("--bahasa", choices=("id", "en"), help=bantuan, **(baku or {"default": "id"}))
    umum.add_argument("--json", action="store_true", help=teks(bahasa, "cli.bantuan.json"), **baku)
    return umum


def susun(bahasa: Bahasa) -> Pengurai:
    """The whole parser. To be called within ``pengurai.berbahasa``."""
    parser = Pengurai(prog="python -m kinerja", description="Kinerja Lubuk Begalung")
    s = _Susun(parser.add_subparsers(required=True, metavar=teks(bahasa, "cli.bantuan.perintah")), bahasa)
    s.perintah("contoh", angka.contoh, "contoh")
    s.perintah("kosong", angka.kosong, "kosong")
    _impor(s)
    _muatan(s)
    _periode(s)
    _unit(s)
    _baca(s)
    return parser


def _impor(s: _Susun) -> None:
    p = s.perintah("impor", impor, "impor")
    s.opsi(p, "berkas", bantuan="berkas", type=Path, nargs="+", metavar=teks(s.bahasa, "cli.bantuan.berkas_meta"))
    s.opsi(p, "--sub", bantuan="sub", action="store_true")
    jenis = teks(s.bahasa, "cli.bantuan.jenis", pilihan=", ".join(ingest.JENIS))
    p.add_argument("--jenis", help=jenis, choices=ingest.JENIS, metavar="JENIS")
    s.opsi(p, "--lembar", bantuan="lembar", action="append", default=[])
    s.opsi(p, "--periode", bantuan="periode_berkas")
    s.opsi(p, "--unit", bantuan="unit_berkas", metavar="KODE")
    s.opsi(p, "--tanggal", bantuan="tanggal_berkas", choices=("dmy", "mdy"), default="")
    s.opsi(p, "--unit-baru", bantuan="unit_baru", choices=("tolak", "tambahkan"), default="tolak")
    s.opsi(
        p, "--alias", bantuan="alias", action="append", default=[], type=partial(_alias, s.bahasa), metavar="NAMA=KODE"
    )
    s.opsi(p, "--peta", bantuan="peta", type=Path, metavar="BERKAS.toml")
    s.opsi(p, "--peta-nama", bantuan="peta_nama", default="", metavar="NAMA")
    s.opsi(p, "--tulis-peta", bantuan="tulis_peta", type=Path, metavar="BERKAS.toml")
    cara = p.add_mutually_exclusive_group()
    cara.add_argument("--koreksi", help=teks(s.bahasa, "cli.bantuan.koreksi"), default="", metavar="ALASAN")
    cara.add_argument("--pembanding", help=teks(s.bahasa, "cli.bantuan.pembanding"), action="store_true")
    _orang(s, p)
    s.opsi(p, "--uji", bantuan="uji", action="store_true")


def _orang(s: _Susun, p: argparse.ArgumentParser, *, kedua: bool = True) -> None:
    """Who does it, and who agrees where a locked month is touched."""
    s.opsi(p, "--oleh", bantuan="oleh", default="", metavar="NAMA")
    if kedua:
        s.opsi(p, "--disetujui", bantuan="disetujui", default="", metavar="NAMA")


def _alias(bahasa: Bahasa, isi: str) -> tuple[str, str]:
    nama, _, kode = isi.rpartition("=")
    if not nama.strip() or not kode.strip():
        raise argparse.ArgumentTypeError(teks(bahasa, "cli.alias_salah"))
    return nama.strip(), kode.strip()


def _muatan(s: _Susun) -> None:
    b = s.bawah(s.perintah("muatan", muatan.daftar, "muatan"))
    b.perintah("daftar", muatan.daftar, "muatan_daftar")
    p = b.perintah("batal", muatan.batal, "muatan_batal")
    b.opsi(p, "nomor", bantuan="nomor", type=int, metavar="N")
    _orang(b, p)
    b.opsi(b.perintah("beda", muatan.beda, "muatan_beda"), "nomor", bantuan="nomor", type=int, metavar="N")


def _periode(s: _Susun) -> None:
    b = s.bawah(s.perintah("periode", periode.daftar, "periode"))
    b.perintah("daftar", periode.daftar, "periode_daftar")
    for nama, jalankan in (("tutup", periode.tutup), ("buka", periode.buka)):
        p = b.perintah(nama, jalankan, f"periode_{nama}")
        b.opsi(p, "periode", bantuan="periode_kode", nargs="+", metavar="PERIODE")
        _orang(b, p, kedua=nama == "buka")


def _unit(s: _Susun) -> None:
    b = s.bawah(s.perintah("unit", unit.daftar, "unit"))
    b.opsi(b.perintah("cari", unit.cari, "unit_cari"), "teks", bantuan="teks", nargs="+", metavar="TEKS")
    b.opsi(b.perintah("tambah", unit.tambah, "unit_tambah"), "kode_resmi", bantuan="kode_resmi", metavar="KODE_RESMI")
    p = b.perintah("nama", unit.nama, "unit_nama")
    b.opsi(p, "kode", bantuan="kode", metavar="KODE")
    b.opsi(p, "nama", bantuan="nama_baru", metavar="NAMA")
    p = b.perintah("gabung", unit.gabung, "unit_gabung")
    b.opsi(p, "kode", bantuan="kode", metavar="KODE")
    b.opsi(p, "ke", bantuan="kode_ke", metavar="KE")
    b.opsi(p, "--mulai", bantuan="mulai", required=True, metavar="YYYY-MM")
    p = b.perintah("tutup", unit.tutup, "unit_tutup")
    b.opsi(p, "kode", bantuan="kode", metavar="KODE")
    b.opsi(p, "--akhir", bantuan="akhir", required=True, metavar="YYYY-MM")
    b.opsi(b.perintah("buka", unit.buka, "unit_buka"), "kode", bantuan="kode", metavar="KODE")
    p = b.perintah("alias", unit.alias, "unit_alias")
    b.opsi(p, "nama", bantuan="nama_lain", metavar="NAMA")
    b.opsi(p, "kode", bantuan="kode", metavar="KODE")


def _baca(s: _Susun) -> None:
    for nama, jalankan in (("capaian", angka.capaian), ("kelengkapan", angka.kelengkapan)):
        p = s.perintah(nama, jalankan, nama)
        s.opsi(p, "--indikator", bantuan="indikator_kode", metavar="KODE")
        s.opsi(p, "--unit", bantuan="unit_kode", metavar="KODE")
        s.opsi(p, "--dari", bantuan="dari", metavar="PERIODE")
        s.opsi(p, "--sampai", bantuan="sampai", metavar="PERIODE")
        if nama == "capaian":
            s.opsi(p, "--per", bantuan="per", choices=("unit", "bulan", "indikator"))
    s.perintah("indikator", angka.indikator, "indikator")
    p = s.perintah("periksa", angka.periksa, "periksa")
    s.opsi(p, "--mutakhirkan", bantuan="mutakhirkan", action="store_true")
