"""``unit``: the list of units, the national register of puskesmas, and what changes over the years."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from kinerja.cli.laporan import Hasil
from kinerja.cli.pelaku import pelaku
from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import parse_periode
from kinerja.domain.unit import Unit
from kinerja.i18n import Bahasa, teks
from kinerja.indikator import satuan, terbit
from kinerja.store.lokasi import folder_data


def daftar(_args: argparse.Namespace) -> Hasil:
    units, _ = terbit.rujukan_unit(folder_data())
    rows = [asdict(u) for u in units]
    return {"rows": rows}, "\n".join(f"{u.kode}\t{u.nama}\t{u.induk or ''}" for u in units)


def cari(args: argparse.Namespace) -> Hasil:
    """Puskesmas of the national register whose name or code holds the words, and which of them are here already."""
    dicari = " ".join(args.teks)
    sini = {kode: u.kode for u in terbit.rujukan_unit(folder_data())[0] for kode in (u.kode, u.kode_resmi) if kode}
    rows = [
        {"kode_resmi": p.kode, "nama": p.nama, "kode_kab": p.kode_kab, "unit": sini.get(p.kode)}
        for p in satuan.cari(dicari)
    ]
    ada = teks(args.bahasa, "cli.unit_sudah_ada")
    baris = [f"{r['kode_resmi']}\t{r['nama']}\t{r['kode_kab']}" + (f"\t{ada}" if r["unit"] else "") for r in rows]
    return {"rows": rows}, "\n".join(baris) or teks(args.bahasa, "cli.unit_tak_ketemu", teks=dicari)


def tambah(args: argparse.Namespace) -> Hasil:
    kode = satuan.tambah(folder_data(), args.kode_resmi, pelaku())
    nama = _unit(kode).nama
    return {"status": "diterima", "unit": kode}, teks(args.bahasa, "cli.unit_tambah", nama=nama, kode=kode)


def nama(args: argparse.Namespace) -> Hasil:
    lama = _unit(args.kode).nama
    nomor = satuan.ganti_nama(folder_data(), args.kode, args.nama, pelaku())
    return _diterima(nomor, args.kode, args.bahasa, "cli.unit_nama", lama=lama, baru=_unit(args.kode).nama)


def gabung(args: argparse.Namespace) -> Hasil:
    lama, ke = _unit(args.kode), _unit(args.ke)
    nomor = satuan.gabung(folder_data(), args.kode, args.ke, _bulan(args.mulai), pelaku())
    isi = {"lama": lama.nama, "ke": ke.nama, "mulai": args.mulai}
    return _diterima(nomor, args.kode, args.bahasa, "cli.unit_gabung", **isi)


def tutup(args: argparse.Namespace) -> Hasil:
    unit = _unit(args.kode)
    nomor = satuan.tutup(folder_data(), args.kode, _bulan(args.akhir), pelaku())
    return _diterima(nomor, args.kode, args.bahasa, "cli.unit_tutup", nama=unit.nama, akhir=args.akhir)


def buka(args: argparse.Namespace) -> Hasil:
    unit = _unit(args.kode)
    nomor = satuan.buka_kembali(folder_data(), args.kode, pelaku())
    return _diterima(nomor, args.kode, args.bahasa, "cli.unit_buka", nama=unit.nama)


def alias(args: argparse.Namespace) -> Hasil:
    unit = _unit(args.kode)
    nomor = satuan.jawab_alias(folder_data(), args.nama, args.kode, pelaku())
    return _diterima(nomor, args.kode, args.bahasa, "cli.unit_alias", lain=args.nama, nama=unit.nama)


def _diterima(nomor: int, kode: str, bahasa: Bahasa, kunci: str, **isi: str) -> Hasil:
    return {"status": "diterima", "unit": kode, "snapshot": nomor}, teks(bahasa, kunci, **isi)


def _unit(kode: str) -> Unit:
    """Raises ``KinerjaError`` that says where the list is, at the command line and not on a page."""
    for u in terbit.rujukan_unit(folder_data())[0]:
        if u.kode == kode:
            return u
    raise KinerjaError("galat.unit_tak_dikenal", kode=kode)


def _bulan(kode: str) -> int:
    periode = parse_periode(kode)
    if periode.jenis != "bulan":
        raise KinerjaError("galat.bukan_bulan", nilai=kode)
    return periode.dari
