"""``muatan``: what was imported, by whom and when; take a batch back; what a batch corrected."""

from __future__ import annotations

import argparse

from kinerja.cli.beda import baris_koreksi, koreksi_json
from kinerja.cli.laporan import Hasil, Sebutan
from kinerja.cli.pelaku import pelaku
from kinerja.domain.errors import KinerjaError
from kinerja.i18n import teks
from kinerja.indikator import nama_pegawai
from kinerja.indikator.registry import registri
from kinerja.store import queries, riwayat
from kinerja.store.koneksi import buka_aktif
from kinerja.store.koreksi import fetch_nilai_koreksi
from kinerja.store.lokasi import folder_data

_KOLOM = ("muatan", "jenis", "berkas", "sha256", "lembar", "oleh", "pada", "baris")


def daftar(_args: argparse.Namespace) -> Hasil:
    rows = [dict(zip(_KOLOM, b, strict=True)) for b in queries.fetch_muatan(buka_aktif(folder_data()).kursor())]
    return {"rows": rows}, "\n".join("{muatan}\t{pada}\t{oleh}\t{jenis}\t{berkas}\t{baris}".format(**r) for r in rows)


def batal(args: argparse.Namespace) -> Hasil:
    """Take one batch back; what it had corrected counts again."""
    nomor = nama_pegawai.batalkan(folder_data(), args.nomor, pelaku(args.oleh), disetujui=args.disetujui)
    return {"status": "diterima", "snapshot": nomor}, teks(args.bahasa, "cli.batal", muatan=args.nomor)


def beda(args: argparse.Namespace) -> Hasil:
    """Old and new values of what one batch corrected, and why."""
    kursor = buka_aktif(folder_data()).kursor()
    koreksi = next((k for k in riwayat.fetch_koreksi(kursor) if k.muatan == args.nomor), None)
    if koreksi is None and args.nomor not in {b[0] for b in queries.fetch_muatan(kursor)}:
        raise KinerjaError("galat.muatan_tak_ada", muatan=args.nomor)
    if koreksi is None:
        return {"koreksi": None, "rows": []}, teks(args.bahasa, "cli.bukan_koreksi", muatan=args.nomor)
    sebutan = Sebutan(args.bahasa, {u.kode: u.nama for u in queries.fetch_unit(kursor)})
    nilai = [n for n in fetch_nilai_koreksi(kursor, registri().values()) if n.muatan == args.nomor]
    kunci = "cli.koreksi_batal" if koreksi.dibatalkan else "cli.koreksi"
    rinci = {k: getattr(koreksi, k) for k in ("muatan", "berkas", "alasan", "oleh")}
    baris = [teks(args.bahasa, kunci, **rinci, disetujui=koreksi.disetujui or "–")]
    baris += [baris_koreksi(n, sebutan) for n in nilai]
    return {"koreksi": koreksi._asdict(), "rows": [koreksi_json(n, sebutan) for n in nilai]}, "\n".join(baris)
