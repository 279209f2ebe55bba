"""``periode``: months that are finished are locked; changing or opening one takes a second person."""

from __future__ import annotations

import argparse
from datetime import datetime

from kinerja.cli.laporan import Hasil
from kinerja.cli.pelaku import pelaku
from kinerja.domain.periode import bulan_antara, parse_periode, rentang
from kinerja.i18n import format as tulis
from kinerja.i18n import teks
from kinerja.indikator import terbit
from kinerja.store import riwayat
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import folder_data


def daftar(args: argparse.Namespace) -> Hasil:
    terkunci = riwayat.fetch_terkunci(buka_aktif(folder_data()).kursor())
    rows = [{"bulan": rentang(b, b).kode, "oleh": oleh, "pada": pada} for b, oleh, pada in terkunci]
    baris = [f"{r['bulan']}\t{tulis.waktu(datetime.fromisoformat(r['pada']), args.bahasa)}\t{r['oleh']}" for r in rows]
    return {"rows": rows}, "\n".join(baris) or teks(args.bahasa, "cli.periode_terbuka")


def tutup(args: argparse.Namespace) -> Hasil:
    nomor = terbit.tutup_periode(folder_data(), _bulan(args), pelaku(args.oleh))
    return {"status": "diterima", "snapshot": nomor}, teks(args.bahasa, "cli.periode_tutup", periode=_sebut(args))


def buka(args: argparse.Namespace) -> Hasil:
    nomor = terbit.buka_periode(folder_data(), _bulan(args), pelaku(args.oleh), disetujui=args.disetujui)
    return {"status": "diterima", "snapshot": nomor}, teks(args.bahasa, "cli.periode_buka", periode=_sebut(args))


def _bulan(args: argparse.Namespace) -> list[int]:
    """Every month of the periods that were typed: 2026-09, 2026-TW3 and 2026 are all understood."""
    semua = map(parse_periode, args.periode)
    return sorted({b for p in semua for b in bulan_antara(p.dari, p.sampai)})


def _sebut(args: argparse.Namespace) -> str:
    return ", ".join(args.periode)
