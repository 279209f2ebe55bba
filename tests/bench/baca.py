"""Ratios of page reads to bare DuckDB, and server CPU of a filter change on Ringkasan. Prints, never asserts.

    python -m tests.bench.baca [FOLDER]

Ratios are taken in one run, in turn, so a machine that slows down slows both sides.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from kinerja.domain.akses import Akses
from kinerja.domain.periode import parse_periode
from kinerja.indikator import hitung, terbit
from kinerja.indikator.registry import registri
from kinerja.store import queries
from kinerja.store.koneksi import buka_aktif

KALI = 40
POLOS = """select indikator, unit, sum(pembilang) as p, sum(penyebut) as q from mart
where dimensi = '' and dari >= 202610 and sampai <= 202610 group by indikator, unit"""


def cpu(kerja: Callable[[], object], kali: int = KALI) -> list[float]:
    """CPU milliseconds of each call, all threads of the process."""
    kerja()
    hasil = []
    for _ in range(kali):
        awal = time.process_time()
        kerja()
        hasil.append(1000 * (time.process_time() - awal))
    return hasil


def tulis(nama: str, hasil: list[float]) -> float:
    tengah = statistics.median(hasil)
    print(f"{nama:58s} {tengah:8.2f} ms CPU (min {min(hasil):.2f}, max {max(hasil):.2f})")
    return tengah


def main(folder: Path) -> None:
    if not (folder / "AKTIF").exists():
        terbit.terbitkan_contoh(folder)
    os.environ["KINERJA_DATA"] = str(folder)
    pembaca = buka_aktif(folder)
    pohon = hitung.fetch_pohon(pembaca.kursor())
    semua, units = list(registri().values()), list(pohon.units)
    p = [parse_periode("2026-10")]
    polos = tulis("bare DuckDB: one month, all indikator and units", cpu(lambda: pembaca.kursor().execute(POLOS).df()))
    waktu = {"t_periode": ["2026-10"], "t_sampai": [202610], "t_sebelum": [202609]}
    sql = {**queries._irisan(p), **waktu, "indikator": [i.kode for i in semua], "unit": units}
    mentah = tulis(
        "bare DuckDB: the mart query of a page",
        cpu(lambda: pembaca.kursor().execute(queries._sql("komponen"), sql).df()),
    )
    baca = tulis(
        "page read: components of all indikator and units",
        cpu(lambda: queries.fetch_komponen(pembaca.kursor(), semua, units, p)),
    )
    angka = tulis(
        "page read with figures, intervals, hidden cells",
        cpu(lambda: hitung.fetch_capaian(Akses("pimpinan"), pembaca.kursor(), pohon, list(registri()), units, p)),
    )
    print(
        f"ratio read / bare: {baca / mentah:.2f}; with figures: {angka / mentah:.2f} "
        f"(a plain sum over one month costs {polos:.2f} ms)"
    )
    ganti_saringan()


def ganti_saringan() -> None:
    """A whole rerun of Ringkasan per changed filter, without a browser: script, SQL, figures, messages."""
    at = AppTest.from_file(str(Path(__file__).parents[2] / "kinerja" / "server" / "router.py"), default_timeout=60)
    at.run()
    periode = [f"{t}-{b:02d}" for t in (2026, 2025) for b in range(10, 0, -1)]
    baru, lama = [], []
    for kode in periode * 2:
        at.session_state["periode"] = kode
        awal = time.process_time()
        at.run()
        (baru if len(baru) < len(periode) else lama).append(1000 * (time.process_time() - awal))
    tulis("filter change on Ringkasan, period never seen before", baru[1:])
    tulis("filter change on Ringkasan, period seen before", lama)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as sementara:
            main(Path(sementara))
