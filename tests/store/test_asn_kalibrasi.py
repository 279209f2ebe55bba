"""Sums for calibration: recounted from the single rows, and enough to find the lenient rater in every quarter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja.domain.akses import Akses
from kinerja.domain.periode import parse_periode
from kinerja.indikator.hitung import fetch_pohon
from kinerja.metode.kalibrasi import bandingkan_penilai
from kinerja.store import asn
from kinerja.store.asn_dasar import Kursor
from kinerja.store.koneksi import buka_aktif

MODERATOR, LUNAK = Akses("kepegawaian"), "ASN-0145"
TRIWULAN = [f"{t}-TW{q}" for t in (2024, 2025, 2026) for q in (1, 2, 3, 4) if (t, q) != (2026, 4)]
ANGKA = {"di_bawah": 1, "sesuai": 2, "di_atas": 3}


@pytest.fixture
def kursor(sampel: Path) -> Callable[[], Kursor]:
    return buka_aktif(sampel).kursor


@pytest.mark.parametrize("kode", ["2024-TW1", "2026-TW3"])
def test_sums_are_those_of_the_single_ratings(kursor: Callable[[], Kursor], kode: str) -> None:
    periode = parse_periode(kode)
    df = asn.fetch_kalibrasi(MODERATOR, kursor(), periode).set_index(["penilai", "unit"])
    nilai = asn.fetch_nilai(MODERATOR, kursor(), list(fetch_pohon(kursor()).units), periode)
    nilai = nilai[nilai["hasil_kerja"] != ""]
    angka = nilai["hasil_kerja"].map(ANGKA).astype("int64")
    ulang = nilai.assign(n=1, hasil=angka, hasil_kuadrat=angka**2).groupby(["penilai", "unit"])
    kolom = ["n", "hasil", "hasil_kuadrat", "butir", "tercapai"]
    assert ulang[kolom].sum().sort_index().to_dict() == df[kolom].sort_index().to_dict()


@pytest.mark.parametrize("kode", TRIWULAN)
def test_the_lenient_rater_is_found_by_hasil_kerja_and_nobody_else_is(kursor: Callable[[], Kursor], kode: str) -> None:
    df = asn.fetch_kalibrasi(MODERATOR, kursor(), parse_periode(kode))
    per = df.groupby("penilai")[["n", "hasil", "hasil_kuadrat", "butir", "tercapai"]].sum()
    hasil = bandingkan_penilai(*(per[k].to_numpy() for k in per))
    ditanya = [p for p, v in zip(per.index, hasil.vonis, strict=True) if v != "tak_dapat_dibedakan"]
    assert ditanya == [LUNAK]
