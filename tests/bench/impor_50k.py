"""Seconds and peak memory of importing 50,000 template rows as .csv and as .xlsx, each in a fresh process.

Run: ``python tests/bench/impor_50k.py``. Not a test: it prints, it does not judge. Promised: csv 5 s, xlsx 20 s,
500 MB in all processes together.
"""

from __future__ import annotations

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
BARIS = 50_000


def siapkan(folder: Path) -> None:
    """Two files with the same 50,000 rows: 100 months × 500 units."""
    import openpyxl

    acak = random.Random(20261124)  # noqa: S311
    kepala = ["periode", "unit", "indikator", "pembilang", "penyebut", "target", "catatan"]
    baris = []
    for nomor in range(BARIS):
        bulan, unit = divmod(nomor, 500)
        sasaran = acak.randint(5_000, 9_000)
        dilayani = acak.randint(0, sasaran)
        periode = f"{2018 + bulan // 12}-{bulan % 12 + 1:02d}"
        baris.append(
            [periode, f"Puskesmas Contoh {unit}", "spm_hipertensi", dilayani, sasaran, 100, f"catatan {nomor}"]
        )
    with (folder / "impor.csv").open("w", newline="", encoding="utf-8") as berkas:
        csv.writer(berkas, delimiter=";").writerows([kepala, *baris])
    buku = openpyxl.Workbook(write_only=True)
    lembar = buku.create_sheet("Data")
    for isi in (kepala, *baris):
        lembar.append(isi)
    buku.save(folder / "impor.xlsx")


def ukur(jalur: Path) -> None:
    """One import: seconds, and the peak of this process plus the peak of its child."""
    from kinerja.domain.unit import Unit
    from kinerja.indikator.registry import registri
    from kinerja.ingest import Opsi, Rujukan, baca_berkas

    units = tuple(Unit(f"U{i}", f"Puskesmas Contoh {i}", "puskesmas", None, "dinkes", i) for i in range(500))
    mulai, mulai_cpu = time.perf_counter(), _cpu()
    hasil = baca_berkas(jalur, jalur.name, Rujukan(units, {}, registri(), "DINKES"), Opsi())
    detik, cpu = time.perf_counter() - mulai, _cpu() - mulai_cpu
    sendiri, anak = (
        resource.getrusage(siapa).ru_maxrss / 1024 for siapa in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{jalur.name}: {len(hasil.fakta)} facts, {len(hasil.target)} targets, {len(hasil.masalah)} problems, "
        f"{detik:.1f} s ({cpu:.1f} s of processor), peak {sendiri:.0f} MB + child {anak:.0f} MB"
    )


def _cpu() -> float:
    """Processor seconds of this process and its children: comparable on a busy machine, unlike the clock."""
    semua = (resource.getrusage(siapa) for siapa in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(satu.ru_utime + satu.ru_stime for satu in semua)


def main() -> None:
    if len(sys.argv) > 1:
        ukur(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        siapkan(Path(folder))
        for nama in ("impor.csv", "impor.xlsx"):
            perintah = [sys.executable, __file__, str(Path(folder) / nama)]
            subprocess.run(perintah, check=True, env={"PYTHONPATH": str(AKAR), "PATH": "/usr/bin:/bin"})


if __name__ == "__main__":
    main()
