"""Regulation thresholds that ship with the product: facts only, each with its validity."""

from __future__ import annotations

import pandas as pd

SPM = (
    "spm_ibu_hamil",
    "spm_ibu_bersalin",
    "spm_bayi_baru_lahir",
    "spm_balita",
    "spm_pendidikan_dasar",
    "spm_usia_produktif",
    "spm_usia_lanjut",
    "spm_hipertensi",
    "spm_diabetes",
    "spm_odgj_berat",
    "spm_tb",
    "spm_hiv",
)
"""The 12 services in the order of Permenkes 4/2019."""

_PERKIRAAN = ("spm_hipertensi", "spm_diabetes")
_CATATAN_SPM = "Dilayani sesuai standar dibagi sasaran satu tahun."
_CATATAN_PERKIRAAN = "Sasaran adalah perkiraan dari prevalensi, sehingga capaian dapat melebihi 100 %."
_CATATAN_KONTAK = "Sekurang-kurangnya 150 per mil; setiap peserta dihitung sekali sebulan."


def ambang_peraturan() -> pd.DataFrame:
    """Rows for table ``ambang``: the 12 SPM services at 100 % and angka kontak at 150 per mil.

    Columns: aturan (equal to indikator: one rule each); indikator; nilai_e4 (value in the indikator's own unit
    × 10,000); berlaku_dari, berlaku_sampai (YYYYMM); peraturan; catatan.
    Sources: Permenkes 4/2019 (list and denominators of the SPM); Peraturan BPJS Kesehatan 7/2019.
    """
    baris = [
        (kode, kode, 100 * 10_000, "Permenkes 4/2019", _CATATAN_PERKIRAAN if kode in _PERKIRAAN else _CATATAN_SPM)
        for kode in SPM
    ]
    baris.append(("angka_kontak", "angka_kontak", 150 * 10_000, "Peraturan BPJS Kesehatan 7/2019", _CATATAN_KONTAK))
    return pd.DataFrame(
        {
            "aturan": pd.Series([b[0] for b in baris], dtype="str"),
            "indikator": pd.Series([b[1] for b in baris], dtype="str"),
            "nilai_e4": pd.Series([b[2] for b in baris], dtype="int64"),
            "berlaku_dari": pd.Series([201901] * len(baris), dtype="int64"),
            "berlaku_sampai": pd.Series([999912] * len(baris), dtype="int64"),
            "peraturan": pd.Series([b[3] for b in baris], dtype="str"),
            "catatan": pd.Series([b[4] for b in baris], dtype="str"),
        }
    )
