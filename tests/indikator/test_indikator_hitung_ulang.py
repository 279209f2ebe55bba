"""Every figure of the sample computed twice: by the product from its marts, and by pandas from the raw frames."""

from __future__ import annotations

from math import isnan
from pathlib import Path

import pandas as pd
import pytest

from kinerja.domain.akses import Akses
from kinerja.domain.capaian import compute_status
from kinerja.domain.periode import Periode, parse_periode, potong
from kinerja.indikator import hitung
from kinerja.indikator.registry import registri
from kinerja.store.koneksi import buka_aktif
from tests.indikator.bahan_hitung_ulang import HitungUlang

PETUGAS = Akses("kepegawaian")
UNIT = {
    "akar": "WIL",
    "dinas": "DINKES",
    "kecamatan": "KEC",
    "puskesmas": "1011119",
    "puskesmas lain": "1011120",
    "poli": "1011119-KIA",
    "pustu yang berhenti": "1011120-P-BNR",
    "kelurahan": "13.71.06.1011",
    "kelurahan dengan sedikit responden": "13.71.06.1004",
    "kelurahan yang berhenti": "13.71.06.1014",
    "kelurahan dengan bulan hilang": "13.71.06.1008",
}
PERIODE = [
    "2023-11", "2024-04", "2024-08", "2024-12", "2025-02", "2026-09", "2026-10",
    "2023-TW4", "2024-TW2", "2024-TW4", "2025-TW1", "2026-TW3",
    "2024-S2", "2025-S1", "2026-S1",
    "2024", "2025",
    "2024-09-kum", "2025-12-kum", "2026-10-kum", "2026-01-kum",
]  # fmt: skip
TANPA_CONTOH = {"pelayanan_tepat_waktu", "iku_tercapai", "kasus_baru"}  # only ever imported
BERCONTOH = [kode for kode in registri() if kode not in TANPA_CONTOH]
TERPOTONG = [potong(parse_periode(k), 202610) for k in ("2026", "2026-S2", "2026-TW4")]
KOLOM = ("pembilang", "penyebut", "n", "realisasi", "target", "capaian", "ada")


@pytest.fixture(scope="module")
def ulang() -> HitungUlang:
    return HitungUlang()


@pytest.fixture(scope="module")
def mesin(sampel: Path) -> pd.DataFrame:
    """What the product says about all of them, read in one go."""
    kursor = buka_aktif(sampel).kursor()
    periode = [*(parse_periode(k) for k in PERIODE), *TERPOTONG]
    return hitung.fetch_capaian(
        PETUGAS, kursor, hitung.fetch_pohon(kursor), list(registri()), list(UNIT.values()), periode
    )


def _sama(a: object, b: object) -> bool:
    kosong_a, kosong_b = a is None or pd.isna(a), b is None or pd.isna(b)
    if kosong_a or kosong_b:
        return bool(kosong_a and kosong_b)
    return abs(float(str(a)) - float(str(b))) <= 1e-9 * max(1.0, abs(float(str(b))))


@pytest.mark.parametrize("kode", BERCONTOH)
def test_the_engine_agrees_with_a_recomputation_from_the_raw_frames(
    mesin: pd.DataFrame, ulang: HitungUlang, kode: str
) -> None:
    tabel: dict[tuple[str, int, int], list[dict[str, object]]] = {}
    for baris in mesin[mesin["indikator"] == kode].to_dict("records"):
        tabel.setdefault((baris["unit"], baris["dari"], baris["sampai"]), []).append(baris)
    beda, dibanding = [], 0
    for p in {(p.dari, p.sampai) for p in [*(parse_periode(k) for k in PERIODE), *TERPOTONG]}:
        for unit in UNIT.values():
            harap = ulang.angka(kode, unit, *p)
            dapat = tabel.get((unit, *p), [])
            if harap is None:
                assert not any(b["ada"] for b in dapat)
                continue
            assert dapat, f"{unit} {p}: the engine has no row"
            for baris in dapat:
                dibanding += 1
                beda += [f"{unit} {p} {k}: {baris[k]} / {harap[k]}" for k in KOLOM if not _sama(baris[k], harap[k])]
    assert dibanding >= 20
    assert beda == []


def test_the_comparison_holds_numbers_and_gaps_of_every_kind(mesin: pd.DataFrame) -> None:
    """Not an agreement of nothing with nothing: every indikator has figures, some rows have none, with reasons."""
    berangka = mesin[mesin["realisasi"].notna()]
    assert set(berangka["indikator"]) == set(BERCONTOH)
    assert set(mesin["alasan"]) == {"", "alasan.tanpa_data", "alasan.tanpa_target"}
    assert {"tercapai", "mendekati", "belum", "tak_pasti", "tanpa_target", "tanpa_data"} == set(mesin["status"])


def test_the_status_is_the_word_of_the_domain_for_that_capaian(mesin: pd.DataFrame) -> None:
    for b in mesin.itertuples():
        mencakup = b.bawah <= b.target <= b.atas
        kurang = b.ada < b.wajib and registri()[b.indikator].agregasi == "kumulatif"
        capaian = None if isnan(b.capaian) else b.capaian
        assert b.status == compute_status(capaian, b.alasan, pasti=not (mencakup or kurang)), b


def test_an_interval_holds_its_figure_and_stands_only_where_the_definition_has_one(mesin: pd.DataFrame) -> None:
    punya = mesin["indikator"].map({k: i.selang != "tidak_ada" for k, i in registri().items()})
    assert mesin.loc[~punya, ["bawah", "atas"]].isna().all(axis=None)
    isi = mesin[mesin["bawah"].notna()]
    assert len(isi) > 200
    assert ((isi["bawah"] <= isi["realisasi"] + 1e-9) & (isi["realisasi"] <= isi["atas"] + 1e-9)).all()


def test_the_comparison_can_fail() -> None:
    assert not _sama(1.0, 1.0 + 1e-6)
    assert not _sama(None, 0)
    assert not _sama(float("nan"), 0.0)
    assert _sama(pd.NA, None)


def test_rows_come_in_the_order_asked(sampel: Path) -> None:
    kursor = buka_aktif(sampel).kursor()
    kode, unit = ["spm_tb", "angka_kontak"], ["1011120", "WIL", "1011119"]
    bulan = [Periode(b, b, "bulan") for b in (202601, 202602)]
    df = hitung.fetch_capaian(PETUGAS, kursor, hitung.fetch_pohon(kursor), kode, unit, bulan)
    harap = [(k, u, p.sampai) for k in kode for u in unit for p in bulan]
    assert list(zip(df["indikator"], df["unit"], df["sampai"], strict=True)) == harap
