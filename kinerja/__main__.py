"""The command line: ``python -m kinerja``. The same functions as the pages; exit 0 only on success."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from kinerja import ingest
from kinerja.domain.akses import Akses
from kinerja.domain.errors import ImporError, KinerjaError
from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.domain.periode import parse_periode, rentang
from kinerja.i18n import Bahasa, teks
from kinerja.i18n.masalah import teks_galat, teks_masalah
from kinerja.indikator import hitung, terbit
from kinerja.indikator.registry import ambil, registri
from kinerja.store import kesehatan, queries
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import folder_data, nomor_aktif

_PENGELOLA = Akses("kepegawaian")
"""The command line runs as the administrator of the machine, who holds the files anyway: nothing is hidden."""

_KOLOM_CAPAIAN = (
    *("unit", "nama", "periode", "indikator", "pembilang", "penyebut", "n", "realisasi", "target", "capaian"),
    *("status", "alasan", "ada", "wajib"),
)
Hasil = tuple[dict[str, object], str]


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0 done, 1 refused or failed with a sentence, 2 wrong usage (argparse)."""
    args = _parser().parse_args(argv)
    try:
        isi, kalimat = args.jalankan(args)
    except KinerjaError as galat:
        isi = {"status": "ditolak", "galat": teks_galat(galat, args.bahasa)}
        kalimat = str(isi["galat"])
        if isinstance(galat, ImporError):
            isi["masalah"] = [_masalah(m, args.bahasa) for m in galat.masalah]
            kalimat = "\n".join([kalimat, *(_baris_masalah(m, args.bahasa) for m in galat.masalah)])
    gagal = isi.get("status") in ("ditolak", "rusak")
    if args.json:
        print(json.dumps(isi, ensure_ascii=False))
    else:
        print(kalimat, file=sys.stderr if gagal else sys.stdout)
    return 1 if gagal else 0


def _parser() -> argparse.ArgumentParser:
    umum = argparse.ArgumentParser(add_help=False)
    umum.add_argument("--bahasa", choices=("id", "en"), default="id")
    umum.add_argument("--json", action="store_true", help="cetak satu objek JSON")
    parser = argparse.ArgumentParser(prog="python -m kinerja", description="Kinerja Lubuk Begalung")
    sub = parser.add_subparsers(required=True, metavar="PERINTAH")

    def perintah(nama: str, jalankan: object, bantuan: str) -> argparse.ArgumentParser:
        p = sub.add_parser(nama, help=bantuan, parents=[umum])
        p.set_defaults(jalankan=jalankan)
        return p

    perintah("contoh", _contoh, "buat ulang data contoh (sintetis)")
    impor = perintah("impor", _impor, "masukkan satu berkas")
    impor.add_argument("berkas", type=Path)
    impor.add_argument("--jenis", choices=ingest.JENIS)
    impor.add_argument("--lembar", action="append", default=[])
    impor.add_argument("--periode")
    impor.add_argument("--unit-baru", choices=("tolak", "tambahkan"), default="tolak")
    impor.add_argument("--uji", action="store_true", help="periksa saja, tidak menyimpan")
    muatan = perintah("muatan", _muatan, "riwayat muatan, atau batalkan satu")
    muatan.add_argument("aksi", nargs="?", choices=("daftar", "batal"), default="daftar")
    muatan.add_argument("nomor", nargs="?", type=int)
    capaian = perintah("capaian", _capaian, "angka dari mart")
    capaian.add_argument("--indikator")
    capaian.add_argument("--unit")
    capaian.add_argument("--dari")
    capaian.add_argument("--sampai")
    capaian.add_argument("--per", choices=("unit", "bulan", "indikator"))
    perintah("indikator", _indikator, "daftar indikator")
    perintah("unit", _unit, "daftar unit")
    periksa = perintah("periksa", _periksa, "kesehatan data")
    periksa.add_argument("--mutakhirkan", action="store_true", help="sesuaikan berkas data versi lama")
    return parser


def _contoh(args: argparse.Namespace) -> Hasil:
    nomor = terbit.terbitkan_contoh(folder_data())
    return {"status": "diterima", "snapshot": nomor}, teks(args.bahasa, "cli.contoh", nomor=nomor)


def _impor(args: argparse.Namespace) -> Hasil:
    berkas: Path = args.berkas
    if not berkas.is_file():
        raise KinerjaError("galat.berkas_tak_ada", berkas=str(berkas))
    folder = folder_data()
    units, alias = terbit.rujukan_unit(folder)
    hasil = ingest.baca_berkas(
        berkas,
        berkas.name,
        ingest.Rujukan(tuple(units), alias, registri(), terbit.INDUK_UNIT_BARU),
        ingest.Opsi(
            jenis=args.jenis,
            lembar=tuple(args.lembar),
            periode=parse_periode(args.periode) if args.periode else None,
            unit_baru=args.unit_baru,
            alias_baru={},
        ),
    )
    muatan = None
    diterima = hasil.diterima and bool(hasil.fakta or hasil.target)
    if diterima and not args.uji:
        muatan = terbit.simpan(folder, hasil, _pelaku())
    isi = _laporan(hasil, args.bahasa, diterima=diterima, muatan=muatan)
    kunci = "cli.impor_uji" if args.uji and diterima else "cli.impor_diterima" if diterima else "cli.impor_ditolak"
    kalimat = teks(args.bahasa, kunci, berkas=berkas.name, **{k: isi[k] for k in ("baris", "unit", "muatan")})
    rinci = [_baris_masalah(m, args.bahasa) for m in hasil.masalah]
    return isi, "\n".join([kalimat, *rinci])


def _laporan(hasil: HasilBaca, bahasa: Bahasa, *, diterima: bool, muatan: int | None) -> dict[str, object]:
    return {
        "status": "diterima" if diterima else "ditolak",
        "jenis": hasil.jenis,
        "muatan": muatan,
        "baris": len(hasil.fakta) + len(hasil.target) if diterima else 0,
        "unit": len({f.unit for f in hasil.fakta} | {t.unit for t in hasil.target}) if diterima else 0,
        "total": terbit.total_fakta(hasil) if diterima else {},
        "unit_tanya": list(hasil.unit_tanya),
        "dibuang": [{**asdict(d), "alasan": teks(bahasa, d.alasan)} for d in hasil.dibuang],
        "masalah": [_masalah(m, bahasa) for m in hasil.masalah],
    }


def _masalah(m: Masalah, bahasa: Bahasa) -> dict[str, object]:
    return {
        "lembar": m.lembar,
        "baris": m.baris,
        "kolom": m.kolom,
        "nilai": m.nilai,
        "alasan": teks_masalah(m, bahasa),
        "tingkat": m.tingkat,
    }


def _baris_masalah(m: Masalah, bahasa: Bahasa) -> str:
    letak = ", ".join(
        teks(bahasa, f"cli.{k}", isi=v) for k, v in (("lembar", m.lembar), ("baris", m.baris), ("kolom", m.kolom)) if v
    )
    awal = f"[{teks(bahasa, f'cli.tingkat_{m.tingkat}')}] "
    return awal + (f"{letak}: " if letak else "") + teks_masalah(m, bahasa)


def _pelaku() -> str:
    return f"CLI ({os.environ.get('USER') or os.environ.get('LOGNAME') or 'pengelola'})"


def _muatan(args: argparse.Namespace) -> Hasil:
    if args.aksi == "batal":
        if args.nomor is None:
            raise KinerjaError("galat.muatan_tak_ada", muatan="–")
        nomor = terbit.batalkan(folder_data(), args.nomor, _pelaku())
        return {"status": "diterima", "snapshot": nomor}, teks(args.bahasa, "cli.batal", muatan=args.nomor)
    kolom = ("muatan", "jenis", "berkas", "sha256", "lembar", "oleh", "pada", "baris")
    rows = [dict(zip(kolom, b, strict=True)) for b in queries.fetch_muatan(buka_aktif(folder_data()).kursor())]
    return {"rows": rows}, "\n".join("{muatan}\t{pada}\t{oleh}\t{jenis}\t{berkas}\t{baris}".format(**r) for r in rows)


def _capaian(args: argparse.Namespace) -> Hasil:
    kursor = buka_aktif(folder_data()).kursor()
    pohon = hitung.fetch_pohon(kursor)
    unit = args.unit or pohon.akar
    if unit not in pohon.units:
        raise KinerjaError("galat.unit_tak_dikenal", kode=unit)
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


def _kurun(args: argparse.Namespace, data: tuple[int, int] | None) -> tuple[int, int]:
    """First and last month asked for, within the data; by default the last year with data, up to its last month."""
    if data is None:
        raise KinerjaError("galat.store_kosong")
    sampai = min(parse_periode(args.sampai).sampai if args.sampai else data[1], data[1])
    dari = parse_periode(args.dari).dari if args.dari else sampai // 100 * 100 + 1
    if dari > sampai or sampai < data[0]:
        raise KinerjaError("galat.rentang_kosong", dari=data[0], sampai=data[1])
    return max(dari, data[0]), sampai


def _indikator(args: argparse.Namespace) -> Hasil:
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


def _unit(_args: argparse.Namespace) -> Hasil:
    units, _ = terbit.rujukan_unit(folder_data())
    rows = [asdict(u) for u in units]
    return {"rows": rows}, "\n".join(f"{u.kode}\t{u.nama}\t{u.induk or ''}" for u in units)


def _periksa(args: argparse.Namespace) -> Hasil:
    folder = folder_data()
    if args.mutakhirkan:
        terbit.mutakhirkan(folder)
    isi = kesehatan.periksa(folder)
    return {**isi, "snapshot": nomor_aktif(folder)}, teks(args.bahasa, "cli.periksa", **isi)


if __name__ == "__main__":
    sys.exit(main())
