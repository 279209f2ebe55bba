"""Seconds and peak memory of counting a register of one million visits (.csv), and of storing it; prints JSON.

Run: ``python tests/bench/impor_sejuta.py``. Not a test: it prints, it does not judge. Promised: 60 s and 1 GB for
reading. Each measurement runs in a process of its own, so that the peaks are its own; the same bytes read by
``csv.reader`` and forgotten are the measure of this machine, so that other machines can be compared.
"""

from __future__ import annotations

import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parents[2]
BARIS, HARI, UNIT = 1_000_000, 3 * 365, 23
HARI_INI = date(2026, 11, 24)
KEPALA = ["tanggal_kunjungan", "no_rm", "nama", "puskesmas", "poli", "jenis_kelamin", "umur", "pembiayaan", "kunjungan"]
POLI = ["Umum", "Gigi", "KIA/KB", "Anak", "Lansia", "UGD", "Gizi", "Laboratorium"]


def siapkan(jalur: Path) -> None:
    """One million seeded visits of three years in 23 puskesmas, with names and record numbers that must be dropped."""
    acak = random.Random(20261124)  # noqa: S311
    awal = date(2023, 11, 1)
    hari = [(awal + timedelta(n)).strftime("%d/%m/%Y") for n in range(HARI)]
    unit = [f"Puskesmas Contoh {n}" for n in range(UNIT)]
    with jalur.open("w", newline="", encoding="utf-8") as berkas:
        penulis = csv.writer(berkas, delimiter=";")
        penulis.writerow(KEPALA)
        for nomor in range(BARIS):
            umur = f"{acak.randint(0, 89)} Thn {acak.randint(0, 11)} Bln"
            jk, bayar = acak.choice(["L", "P"]), acak.choice(["BPJS", "BPJS", "BPJS", "Umum", "Jamkesda"])
            isi = [hari[nomor * HARI // BARIS], f"RM{acak.randint(1, 99_999):06d}", "Siti Contoh", acak.choice(unit)]
            penulis.writerow([*isi, acak.choice(POLI), jk, umur, bayar, acak.choice(["Baru", "Lama"])])


def _puncak() -> float:
    """Largest memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _cpu() -> float:
    """Processor seconds of this process and its ended children: comparable on a busy machine, unlike the clock."""
    semua = (resource.getrusage(siapa) for siapa in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(satu.ru_utime + satu.ru_stime for satu in semua)


def _rujukan() -> Any:
    """The shipped units; those of the file are new ones."""
    from kinerja import contoh
    from kinerja.indikator.registry import registri
    from kinerja.ingest import Rujukan

    return Rujukan(tuple(contoh.SATUAN_KERJA), {}, registri(), "DINKES")


def ukur_mentah(jalur: Path) -> dict[str, Any]:
    mulai = time.perf_counter()
    with jalur.open(newline="", encoding="utf-8") as berkas:
        baris = sum(1 for _ in csv.reader(berkas, delimiter=";"))
    return {"detik": time.perf_counter() - mulai, "baris": baris}


def ukur_baca(jalur: Path) -> dict[str, Any]:
    from kinerja.ingest import Opsi, baca_berkas

    rujukan, opsi = _rujukan(), Opsi(hari_ini=HARI_INI, unit_baru="tambahkan")
    mulai = time.perf_counter()
    hasil = baca_berkas(jalur, jalur.name, rujukan, opsi)
    detik = time.perf_counter() - mulai
    sel = hasil.tabel["kunjungan"]
    return {
        "detik": detik,
        "puncak_mb": _puncak(),
        "kunjungan": sum(int(str(b[-1])) for b in sel),
        "sel": len(sel),
        "masalah": len(hasil.masalah),
    }


def ukur_kerja(jalur: Path) -> dict[str, Any]:
    """The same through the worker: the waiting process, and the largest of its children."""
    from kinerja.ingest import Opsi, kerja

    mulai = time.perf_counter()
    with kerja.mulai(jalur, jalur.name, _rujukan(), Opsi(hari_ini=HARI_INI, unit_baru="tambahkan")) as tugas:
        hasil = tugas.hasil()
    anak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "detik": time.perf_counter() - mulai,
        "puncak_mb": _puncak(),
        "puncak_anak_mb": anak,
        "kunjungan": sum(int(str(b[-1])) for b in hasil.tabel["kunjungan"]),
    }


def ukur_simpan(jalur: Path) -> dict[str, Any]:
    from kinerja.indikator import terbit
    from kinerja.ingest import Opsi, baca_berkas

    hasil = baca_berkas(jalur, jalur.name, _rujukan(), Opsi(hari_ini=HARI_INI, unit_baru="tambahkan"))
    with tempfile.TemporaryDirectory() as folder:
        mulai = time.perf_counter()
        terbit.simpan(Path(folder), hasil, "ukur")
        detik = time.perf_counter() - mulai
        besar = sum(b.stat().st_size for b in Path(folder).rglob("*") if b.is_file())
    return {"detik": detik, "puncak_mb": _puncak(), "berkas_mb": besar / 1024**2}


UKURAN = {"mentah": ukur_mentah, "baca": ukur_baca, "kerja": ukur_kerja, "simpan": ukur_simpan}


def main() -> None:
    if len(sys.argv) > 2:
        print(json.dumps(UKURAN[sys.argv[1]](Path(sys.argv[2])) | {"cpu_seluruhnya": _cpu()}))
        return
    hasil: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        jalur = Path(folder) / "register.csv"
        siapkan(jalur)
        hasil["berkas_mb"] = jalur.stat().st_size / 1024**2
        for nama in UKURAN:
            perintah = [sys.executable, __file__, nama, str(jalur)]
            lingkungan = {"PYTHONPATH": str(AKAR), "PATH": "/usr/bin:/bin"}
            keluar = subprocess.run(perintah, check=True, capture_output=True, env=lingkungan).stdout
            hasil[nama] = json.loads(keluar)
    for nama in ("baca", "kerja", "simpan"):
        hasil[nama]["kali_mentah"] = hasil[nama]["detik"] / hasil["mentah"]["detik"]
    print(json.dumps(hasil, indent=2))


if __name__ == "__main__":
    main()
