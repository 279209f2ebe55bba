"""Write all odd and hostile files to a folder: ``python tests/ingest/buat_aneh.py FOLDER``.

Nothing binary lies in the repository: every file is made here, always the same. ``HARAPAN.csv`` beside them says what
the reader is expected to make of each.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

KEPALA = ("berkas", "diterima", "baris", "pembilang", "penyebut", "target_e4", "tabel", "alasan", "letak")


def tulis(folder: Path) -> int:
    """Number of files written."""
    from bahan_aneh import Terima
    from bahan_aneh_semua import MASA, SEMUA

    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "HARAPAN.csv").open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.writer(berkas, delimiter=";")
        penulis.writerow(KEPALA)
        for kasus in SEMUA:
            (folder / kasus.nama).write_bytes(kasus.buat(MASA[kasus.nama]))
            h = kasus.harap
            if isinstance(h, Terima):
                penulis.writerow(
                    (kasus.nama, "ya", h.baris, h.pembilang, h.penyebut, h.target_e4, h.tabel, " ".join(h.catatan), "")
                )
            else:
                penulis.writerow((kasus.nama, "tidak", "", "", "", "", "", h.alasan, h.letak))
    return len(SEMUA)


if __name__ == "__main__":
    print(tulis(Path(sys.argv[1])), sys.argv[1])
