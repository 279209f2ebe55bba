"""The sample's lenient rater is found in every period; none of the other raters is asked about."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from kinerja.contoh import bangun_contoh
from kinerja.metode.kalibrasi import bandingkan_penilai, tersarang

LUNAK = "ASN-0145"
SKOR = {"di_bawah": 1, "sesuai": 2, "di_atas": 3}
TRIWULAN = [t * 100 + b for t in (2024, 2025, 2026) for b in (1, 4, 7, 10) if t * 100 + b < 202610]


@pytest.fixture(scope="module")
def contoh() -> dict[str, pd.DataFrame]:
    return bangun_contoh()


def jumlahkan(contoh: dict[str, pd.DataFrame], dari: int, sampai: int) -> pd.DataFrame:
    """One row a rater: n, sums of hasil kerja as 1 to 3 and of its squares, items, items reached."""
    nilai = contoh["skp_penilaian"].query("dari >= @dari and sampai <= @sampai")
    skor = nilai["hasil_kerja"].map(SKOR).astype(np.int64)
    per = nilai.assign(n=1, skor=skor, kuadrat=skor**2).groupby("penilai")[["n", "skor", "kuadrat"]].sum()
    butir = contoh["skp_butir"].query("bulan >= @dari and bulan <= @sampai")
    capai = (butir["realisasi_e4"] >= butir["target_e4"]).fillna(False).astype(np.int64)
    pasangan = nilai[["pegawai", "penilai"]].drop_duplicates()
    hasil = butir.assign(butir=1, tercapai=capai).merge(pasangan, on="pegawai").groupby("penilai")
    return per.join(hasil[["butir", "tercapai"]].sum()).fillna(0).astype(np.int64)


@pytest.mark.parametrize("dari", TRIWULAN)
def test_the_lenient_rater_is_found_in_each_quarter_and_nobody_else(contoh: dict[str, pd.DataFrame], dari: int) -> None:
    per = jumlahkan(contoh, dari, dari + 2)
    hasil = bandingkan_penilai(*(per[k].to_numpy() for k in ("n", "skor", "kuadrat", "butir", "tercapai")))
    ditanya = [p for p, v in zip(per.index, hasil.vonis, strict=True) if v != "tak_dapat_dibedakan"]
    assert ditanya == [LUNAK]
    assert hasil.jarak[per.index.get_loc(LUNAK)] > 0


def test_every_employee_of_the_sample_has_one_rater_a_quarter(contoh: dict[str, pd.DataFrame]) -> None:
    nilai = contoh["skp_penilaian"].query("dari == 202604")
    assert tersarang(nilai["pegawai"].tolist(), nilai["penilai"].tolist())
