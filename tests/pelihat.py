"""The viewers of the written matrix of access, as it names them."""

from __future__ import annotations

from pathlib import Path

from kinerja.domain.akses import Akses

MATRIKS = Path(__file__).resolve().parent / "spesifikasi" / "akses.md"
PELIHAT = {
    "pengelola": Akses("pengelola"),
    "pimpinan": Akses("pimpinan", "KEC", "ASN-0001"),
    "evaluator": Akses("evaluator", "13.71.06.1011", "ASN-0220"),
    "kepegawaian": Akses("kepegawaian"),
    "penyaji": Akses("penyaji"),
    "pegawai": Akses("pegawai", "1011120-UMUM", "ASN-0366"),
    "tanpa-akun": Akses("kepegawaian", dikenal=False),
}
