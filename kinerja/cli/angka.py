"""Commands that read: figures, completeness, indicators, health. And those that begin a store."""

from __future__ import annotations

import argparse
import json

from kinerja.cli.laporan import Hasil
from kinerja.cli.pelaku import pelaku
from kinerja.domain.akses import Akses
from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import bulan_antara, parse_periode, rentang
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.indikator import hitung, terbit
from kinerja.indikator.hitung import Pohon
from kinerja.indikator.registry import ambil, registri
from kinerja.store import kesehatan, queries
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import folder_data, nomor_aktif
from kinerja.store.riwayat import Kelengkapan, fetch_kelengkapan

_PENGELOLA = Akses("kepegawaian")
"""The command line runs as the administrator of the machine, who holds the files anyway: nothing is hidden."""

_KOLOM_CAPAIAN = (
    *("unit", "nama", "periode", "indikator", "pembilang", "penyebut", "n", "realisasi", "target", "capaian"),
    *("status", "alasan", "ada", "wajib"),
)


def contoh(args: argparse.Namespace) -> Hasil:
    nomor = terbit.terbitkan_contoh(folder_data())
    return {"status": "diterima", "snapshot": nomor}, teks(args.bahasa, "cli.contoh", nomor=nomor)


def kosong(args: argparse.Namespace) -> Hasil:
    nomor = terbit.mulai_kosong(folder_data(), pelaku())
    return {"status": "diterima", "snapshot": nomor}, teks(args.bahasa, "cli.kosong", nomor=nomor)


def capaian(args: argparse.Namespace) -> Hasil:
    kursor = buka_aktif(folder_data()).kursor()
    pohon = hitung.fetch_pohon(kursor)
    unit = _unit(args, pohon)
    dari, sampai = _kurun(args, queries.fetch_rentang(kursor))
    kode = [ambil(args.indikator).kode] if args.indikator else list(registri())
    units = [unit]
    periode = [rentang(dari, sampai)]
    if args.per == "unit":
        pelapor = {u for k in kode for u in hitung.unit_pelapor(kursor, pohon, k, unit)}
        units = [u for u in pohon.units if u in pelapor]
    elif args.per == "bulan":
        periode = hitung.per_bulan(dari, sampai)
    df = hitung.fetch_capaian(_PENGELOLA, kursor, pohon, kode, units, periode)
    kolom = list(_KOLOM_CAPAIAN)
    rows = json.loads(df[kolom].to_json(orient="records", double_precision=15))
    return {"rows": rows}, df[kolom[:10]].to_string(index=False)


def _unit(args: argparse.Namespace, pohon: Pohon) -> str:
    unit: str = args.unit or pohon.akar
    if unit not in pohon.units:
        raise KinerjaError("galat.unit_tak_dikenal", kode=unit)
    return unit


def _kurun(args: argparse.Namespace, data: tuple[int, int] | None) -> tuple[int, int]:
    """First and last month asked for, within the data; by default the last year with data, up to its last month."""
    if data is None:
        raise KinerjaError("galat.store_kosong")
    sampai = min(parse_periode(args.sampai).sampai if args.sampai else data[1], data[1])
    dari = parse_periode(args.dari).dari if args.dari else sampai // 100 * 100 + 1
    if dari > sampai or sampai < data[0]:
        raise KinerjaError("galat.rentang_kosong", dari=data[0], sampai=data[1])
    return max(dari, data[0]), sampai


def kelengkapan(args: argparse.Namespace) -> Hasil:
    """Who reported which month: of one indikator, or of all that are reported every month."""
    kursor = buka_aktif(folder_data()).kursor()
    pohon = hitung.fetch_pohon(kursor)
    unit = _unit(args, pohon)
    dari, sampai = _kurun(args, queries.fetch_rentang(kursor))
    pilihan = [ambil(args.indikator)] if args.indikator else [i for i in registri().values() if i.laporan_bulanan]
    sel: list[Kelengkapan] = []
    for ind in pilihan:
        pelapor = [pohon.units[u] for u in hitung.unit_pelapor(kursor, pohon, ind.kode, unit)]
        sel += fetch_kelengkapan(kursor, [ind], pelapor, bulan_antara(dari, sampai))
    rows = [
        {
            **s._asdict(),
            "bulan": rentang(s.bulan, s.bulan).kode,
            "nama": pohon.nama(s.unit),
            "nama_indikator": registri()[s.indikator].nama.dalam(args.bahasa),
            "masuk": s.masuk or None,
        }
        for s in sel
    ]
    return {"rows": rows}, _tabel(sel, pohon, args.bahasa) or teks(args.bahasa, "cli.kelengkapan_kosong")


def _tabel(sel: list[Kelengkapan], pohon: Pohon, bahasa: Bahasa) -> str:
    """Units down, months across; a cell says how many of the indikator that the unit reports came in."""
    bulan = sorted({s.bulan for s in sel})
    units = [u for u in pohon.units if any(s.unit == u for s in sel)]
    if not sel:
        return ""
    isi = [["", *(f"{tulis.nama_bulan(b % 100, bahasa)} {b // 100 % 100:02d}" for b in bulan)]]
    for u in units:
        baris = {b: [s.keadaan for s in sel if (s.unit, s.bulan) == (u, b)] for b in bulan}
        isi.append([pohon.nama(u), *(_sel(baris[b], bahasa) for b in bulan)])
    lebar = [max(len(b[n]) for b in isi) for n in range(len(bulan) + 1)]
    return "\n".join("  ".join(k.ljust(lebar[n]) for n, k in enumerate(b)).rstrip() for b in isi)


def _sel(keadaan: list[str], bahasa: Bahasa) -> str:
    wajib = [k for k in keadaan if k != "tidak_berlaku"]
    if not wajib:
        return "·"
    if len(keadaan) == 1:
        return teks(bahasa, f"cli.kelengkapan.{keadaan[0]}")
    return f"{wajib.count('lapor')}/{len(wajib)}"


def indikator(args: argparse.Namespace) -> Hasil:
    rows = [
        {
            "kode": i.kode,
            "nama": i.nama.dalam(args.bahasa),
            "satuan": i.satuan.dalam(args.bahasa),
            "arah": i.arah,
            "agregasi": i.agregasi,
            "bentuk": i.bentuk,
            "skala": i.skala,
        }
        for i in registri().values()
    ]
    return {"rows": rows}, "\n".join(f"{r['kode']}\t{r['nama']}\t{r['satuan']}" for r in rows)


def periksa(args: argparse.Namespace) -> Hasil:
    folder = folder_data()
    if args.mutakhirkan:
        terbit.mutakhirkan(folder)
    isi = kesehatan.periksa(folder)
    return {**isi, "snapshot": nomor_aktif(folder)}, teks(args.bahasa, "cli.periksa", **isi)
