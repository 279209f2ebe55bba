"""Traps by name: the ways in which dashboards show a wrong number without an error."""

from __future__ import annotations

import dataclasses
import shutil
from math import isnan
from pathlib import Path

import pandas as pd
import pytest

from kinerja.domain.akses import Akses
from kinerja.domain.capaian import compute_capaian
from kinerja.domain.errors import ImporError, KinerjaError
from kinerja.domain.fakta import Fakta, HasilBaca, Masalah, TargetBaru
from kinerja.domain.periode import Periode, parse_periode, rentang
from kinerja.domain.shapes import KOMPONEN
from kinerja.domain.unit import Unit
from kinerja.i18n import teks
from kinerja.indikator import hitung, terbit
from kinerja.indikator.engine import compute_figures
from kinerja.indikator.registry import registri
from kinerja.store import queries
from kinerja.store.kesehatan import periksa
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import nomor_aktif
from tests.indikator.bahan_toko import (
    LUBEG,
    PADA,
    PEGAMBIRAN,
    PETUGAS,
    baca,
    berkas,
    bulanan,
    isi_mart,
    satu,
    simpan,
)


def test_mean_of_ratios_is_never_taken(tmp_path: Path) -> None:
    """10 of 100 and 900 of 1.000 are 910 of 1.100, not fifty percent."""
    simpan(
        tmp_path,
        "a.csv",
        [
            *bulanan("angka_kontak", LUBEG, {202601: (10, 100)}),
            *bulanan("angka_kontak", PEGAMBIRAN, {202601: (900, 1000)}),
        ],
    )
    b = satu(tmp_path, "angka_kontak", "WIL", "2026-01")
    assert (b["pembilang"], b["penyebut"]) == (910, 1100)
    assert b["realisasi"] == pytest.approx(1000 * 910 / 1100, abs=1e-9)


def test_a_rate_over_months_is_sum_over_sum_as_well(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", bulanan("angka_kontak", LUBEG, {202601: (10, 100), 202602: (900, 1000), 202603: (0, 50)}))
    b = satu(tmp_path, "angka_kontak", "WIL", "2026-TW1")
    assert (b["pembilang"], b["penyebut"]) == (910, 1150)
    assert b["capaian"] == pytest.approx(100 * 1000 * 910 / 1150 / 150, abs=1e-9)


def test_a_missing_month_is_a_gap_and_not_a_zero(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", bulanan("kunjungan_rawat_jalan", LUBEG, {202601: (100, None), 202603: (300, None)}))
    bulan = baca(tmp_path, "kunjungan_rawat_jalan", LUBEG, "2026-01", "2026-02", "2026-03").set_index("periode")
    assert bulan.loc["2026-01", "realisasi"] == 100
    assert isnan(bulan.loc["2026-02", "realisasi"])
    assert pd.isna(bulan.loc["2026-02", "pembilang"])
    assert (bulan.loc["2026-02", "alasan"], bulan.loc["2026-02", "status"]) == ("alasan.tanpa_data", "tanpa_data")
    assert list(bulan["ada"]) == [1, 0, 1]
    assert list(bulan["wajib"]) == [1, 1, 1]
    tw = satu(tmp_path, "kunjungan_rawat_jalan", LUBEG, "2026-TW1")
    assert (tw["realisasi"], tw["ada"], tw["wajib"]) == (400, 2, 3)


def test_a_reported_zero_is_a_zero_and_not_a_gap(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", bulanan("kunjungan_rawat_jalan", LUBEG, {202601: (0, None), 202602: (5, None)}))
    b = satu(tmp_path, "kunjungan_rawat_jalan", LUBEG, "2026-01")
    assert (b["realisasi"], b["pembilang"], b["ada"]) == (0, 0, 1)


def test_an_incomplete_sum_is_not_called_below_its_target(tmp_path: Path) -> None:
    fakta = bulanan("kunjungan_rawat_inap", LUBEG, {202601: (10, None), 202603: (10, None)})
    simpan(tmp_path, "a.csv", fakta, [TargetBaru("kunjungan_rawat_inap", LUBEG, 202601, 202612, 120 * 10_000)])
    b = satu(tmp_path, "kunjungan_rawat_inap", LUBEG, "2026-TW1")
    assert (b["target"], b["status"]) == (30.0, "tak_pasti")
    assert satu(tmp_path, "kunjungan_rawat_inap", LUBEG, "2026-01")["status"] == "tercapai"


def test_a_zero_denominator_gives_no_figure_and_never_infinity(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", bulanan("angka_kontak", LUBEG, {202601: (0, 0), 202602: (3, 20)}))
    b = satu(tmp_path, "angka_kontak", LUBEG, "2026-01")
    assert isnan(b["realisasi"])
    assert isnan(b["capaian"])
    assert b["status"] == "tanpa_data"
    assert satu(tmp_path, "angka_kontak", LUBEG, "2026-02-kum")["realisasi"] == pytest.approx(150.0)


def test_a_service_without_anybody_to_serve_does_not_divide_by_zero(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", bulanan("spm_hiv", LUBEG, {202601: (0, 0)}))
    b = satu(tmp_path, "spm_hiv", LUBEG, "2026-01-kum")
    assert isnan(b["realisasi"])
    assert isnan(b["bawah"])


def test_a_target_of_zero_gives_a_reason(tmp_path: Path) -> None:
    fakta = bulanan("kunjungan_rawat_inap", LUBEG, {202601: (10, None)})
    simpan(tmp_path, "a.csv", fakta, [TargetBaru("kunjungan_rawat_inap", LUBEG, 202601, 202612, 0)])
    b = satu(tmp_path, "kunjungan_rawat_inap", LUBEG, "2026-01")
    assert (b["realisasi"], b["alasan"], b["status"]) == (10, "alasan.target_nol", "tanpa_target")
    assert isnan(b["capaian"])


def test_a_stock_is_not_summed_over_months(tmp_path: Path) -> None:
    """The yearly sasaran of 1.200 stands in every monthly report; after three months it is still 1.200."""
    simpan(tmp_path, "a.csv", bulanan("spm_tb", LUBEG, {202601: (90, 1200), 202602: (100, 1200), 202603: (110, 1200)}))
    b = satu(tmp_path, "spm_tb", LUBEG, "2026-TW1")
    assert (b["pembilang"], b["penyebut"]) == (300, 1200)
    assert b["realisasi"] == pytest.approx(25.0)
    assert b["target"] == pytest.approx(25.0, abs=1e-6)


def test_a_sasaran_corrected_within_the_year_counts_as_last_reported_and_ends_with_the_year(tmp_path: Path) -> None:
    fakta = bulanan("spm_tb", LUBEG, {202511: (10, 900), 202601: (90, 1200), 202602: (100, 1000), 202604: (5, 1000)})
    simpan(tmp_path, "a.csv", fakta)
    assert satu(tmp_path, "spm_tb", LUBEG, "2026-01-kum")["penyebut"] == 1200
    assert satu(tmp_path, "spm_tb", LUBEG, "2026-03-kum")["penyebut"] == 1000
    assert satu(tmp_path, "spm_tb", LUBEG, "2025")["penyebut"] == 900


def test_the_sasaran_of_two_puskesmas_adds_up_once_each(tmp_path: Path) -> None:
    fakta = [
        *bulanan("spm_tb", LUBEG, {202601: (10, 100), 202602: (10, 100)}),
        *bulanan("spm_tb", PEGAMBIRAN, {202601: (30, 300)}),
    ]
    simpan(tmp_path, "a.csv", fakta)
    b = satu(tmp_path, "spm_tb", "WIL", "2026-02-kum")
    assert (b["pembilang"], b["penyebut"], b["ada"], b["wajib"]) == (50, 400, 3, 4)


def test_a_yearly_sasaran_cannot_stand_under_two_years(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", bulanan("spm_tb", LUBEG, {202512: (10, 100), 202601: (10, 100)}))
    with pytest.raises(KinerjaError) as galat:
        baca(tmp_path, "spm_tb", LUBEG, rentang(202512, 202601))
    assert galat.value.kunci == "galat.lintas_tahun"


def test_an_annual_figure_is_not_shown_in_december(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", [Fakta("kunjungan_rawat_jalan", LUBEG, 202301, 202312, 12_000)])
    assert satu(tmp_path, "kunjungan_rawat_jalan", LUBEG, "2023")["realisasi"] == 12_000
    assert satu(tmp_path, "kunjungan_rawat_jalan", LUBEG, "2023-12-kum")["realisasi"] == 12_000
    for kode in ("2023-12", "2023-TW4", "2023-S2", "2023-01"):
        df = baca(tmp_path, "kunjungan_rawat_jalan", LUBEG, kode)
        assert df["realisasi"].isna().all(), kode


@pytest.mark.parametrize(
    ("dari", "sampai", "tampak", "tidak"),
    [
        (202501, 202503, ["2025-TW1", "2025-S1", "2025", "2025-03-kum"], ["2025-03", "2025-TW2", "2025-02-kum"]),
        (202507, 202512, ["2025-S2", "2025"], ["2025-TW4", "2025-12", "2025-S1"]),
    ],
)
def test_a_figure_counts_only_where_all_its_months_lie_inside(
    tmp_path: Path, dari: int, sampai: int, tampak: list[str], tidak: list[str]
) -> None:
    simpan(tmp_path, "a.csv", [Fakta("kunjungan_rawat_jalan", LUBEG, dari, sampai, 700)])
    simpan(tmp_path, "b.csv", bulanan("kunjungan_rawat_jalan", PEGAMBIRAN, {202512: (1, None)}))
    for kode in tampak:
        assert satu(tmp_path, "kunjungan_rawat_jalan", LUBEG, kode)["realisasi"] == 700, kode
    for kode in tidak:
        assert baca(tmp_path, "kunjungan_rawat_jalan", LUBEG, kode)["realisasi"].isna().all(), kode


def test_a_figure_that_began_before_a_free_span_does_not_count_in_it(tmp_path: Path) -> None:
    """The first triwulan ends inside February to April, but a third of it lies before."""
    simpan(tmp_path, "a.csv", [Fakta("kunjungan_rawat_jalan", LUBEG, 202501, 202503, 700)])
    simpan(tmp_path, "b.csv", bulanan("kunjungan_rawat_jalan", PEGAMBIRAN, {202504: (20, None)}))
    assert satu(tmp_path, "kunjungan_rawat_jalan", "WIL", rentang(202502, 202504))["realisasi"] == 20
    assert satu(tmp_path, "kunjungan_rawat_jalan", "WIL", rentang(202501, 202504))["realisasi"] == 720


def test_months_of_one_unit_and_a_year_of_another_add_up_in_the_year_only(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", [Fakta("kunjungan_rawat_jalan", LUBEG, 202501, 202512, 1000)])
    isi = {202500 + b: (10, None) for b in range(1, 13)}
    simpan(tmp_path, "b.csv", bulanan("kunjungan_rawat_jalan", PEGAMBIRAN, isi))
    assert satu(tmp_path, "kunjungan_rawat_jalan", "WIL", "2025")["realisasi"] == 1120
    assert satu(tmp_path, "kunjungan_rawat_jalan", "WIL", "2025-06")["realisasi"] == 10


def test_both_sexes_of_one_month_are_one_figure(tmp_path: Path) -> None:
    fakta = [Fakta("kunjungan_rawat_jalan", LUBEG, 202601, 202601, n, jk=jk) for jk, n in (("L", 40), ("P", 60))]
    simpan(tmp_path, "a.csv", fakta)
    b = satu(tmp_path, "kunjungan_rawat_jalan", LUBEG, "2026-01")
    assert (b["realisasi"], b["ada"], b["wajib"]) == (100, 1, 1)


def test_capaian_above_a_hundred_is_kept(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", [Fakta("spm_diabetes", LUBEG, 202501, 202512, 1719, 1000)])
    b = satu(tmp_path, "spm_diabetes", LUBEG, "2025")
    assert b["capaian"] == pytest.approx(171.9)
    assert isnan(b["bawah"]), "more served than there are is no share, so it has no interval"


def test_a_parent_without_a_target_shows_the_mix_of_the_units_below_if_all_have_one(tmp_path: Path) -> None:
    fakta = [
        *bulanan("capaian_skp", LUBEG, {202601: (80, 100)}),
        *bulanan("capaian_skp", PEGAMBIRAN, {202601: (240, 300), 202602: (10, 300)}),
    ]
    target = [TargetBaru("capaian_skp", LUBEG, 202601, 202612, 90 * 10_000),
              TargetBaru("capaian_skp", PEGAMBIRAN, 202601, 202601, 70 * 10_000)]  # fmt: skip
    simpan(tmp_path, "a.csv", fakta, target)
    assert satu(tmp_path, "capaian_skp", "WIL", "2026-01")["target"] == pytest.approx((90 * 100 + 70 * 300) / 400)
    b = satu(tmp_path, "capaian_skp", "WIL", "2026-02")
    assert (b["alasan"], b["status"]) == ("alasan.tanpa_target", "tanpa_target")


# --- double loads --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def berisi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one month of one puskesmas; refused files leave it as it is."""
    folder = tmp_path_factory.mktemp("berisi")
    simpan(folder, "a.csv", bulanan("kunjungan_rawat_jalan", LUBEG, {202602: (50, None)}))
    return folder


def test_the_same_file_twice_is_refused_and_says_who_and_when(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", bulanan("spm_tb", LUBEG, {202601: (1, 10)}))
    with pytest.raises(KinerjaError) as galat:
        simpan(tmp_path, "a.csv", bulanan("spm_tb", LUBEG, {202601: (1, 10)}))
    assert galat.value.kunci == "galat.berkas_sudah_masuk"
    kalimat = teks("id", galat.value.kunci, **galat.value.args_kunci)
    assert "penguji" in kalimat
    assert "2026-11-24" in kalimat
    assert nomor_aktif(tmp_path) == 1


@pytest.mark.parametrize(
    ("unit", "dari", "sampai"),
    [
        (LUBEG, 202602, 202602),
        (LUBEG, 202601, 202612),
        (LUBEG, 202602, 202604),
        ("WIL", 202602, 202602),
        ("DINKES", 202601, 202612),
        (f"{LUBEG}-UMUM", 202602, 202602),
    ],
)
def test_a_double_load_under_another_name_is_refused_also_above_below_and_across(
    berisi: Path, unit: str, dari: int, sampai: int
) -> None:
    with pytest.raises(ImporError) as galat:
        simpan(berisi, "b.csv", [Fakta("kunjungan_rawat_jalan", unit, dari, sampai, 50)])
    (m,) = galat.value.masalah
    assert m.alasan == "galat.sudah_ada"
    assert "Puskesmas Lubuk Begalung" in teks("id", m.alasan, **m.args)
    assert satu(berisi, "kunjungan_rawat_jalan", "WIL", "2026-02")["realisasi"] == 50
    assert nomor_aktif(berisi) == 1


def test_a_month_and_its_year_in_one_file_are_refused_too(tmp_path: Path) -> None:
    fakta = [*bulanan("spm_tb", LUBEG, {202602: (1, 10)}), Fakta("spm_tb", LUBEG, 202601, 202612, 9, 10)]
    with pytest.raises(ImporError):
        simpan(tmp_path, "a.csv", fakta)
    assert nomor_aktif(tmp_path) is None


def test_what_does_not_overlap_is_accepted(berisi: Path, tmp_path: Path) -> None:
    """Another month, another indikator, another puskesmas, another year."""
    shutil.copytree(berisi, tmp_path, dirs_exist_ok=True)
    lain = [
        Fakta("kunjungan_rawat_jalan", LUBEG, 202603, 202603, 1),
        Fakta("kunjungan_rawat_inap", LUBEG, 202602, 202602, 1),
        Fakta("kunjungan_rawat_jalan", PEGAMBIRAN, 202602, 202602, 1),
        Fakta("kunjungan_rawat_jalan", LUBEG, 202501, 202512, 1),
    ]
    assert [simpan(tmp_path, f"b{n}.csv", [f]) for n, f in enumerate(lain)] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    "hasil",
    [
        berkas("kosong.csv"),
        HasilBaca("x", "x.csv", "0" * 64, ("csv",), (Fakta("spm_tb", LUBEG, 202601, 202601, 1, 2),),
                  masalah=(Masalah("masalah.rusak"),)),
    ],
)  # fmt: skip
def test_a_file_with_an_error_or_without_figures_is_never_stored(tmp_path: Path, hasil: HasilBaca) -> None:
    with pytest.raises(KinerjaError) as galat:
        terbit.simpan(tmp_path, hasil, "penguji")
    assert galat.value.kunci == "galat.impor_ada_masalah"
    assert nomor_aktif(tmp_path) is None


# --- order, undo, first real file ----------------------------------------------------------------------------------

MUATAN = {
    "a.csv": (bulanan("spm_tb", LUBEG, {202511: (5, 90), 202601: (10, 100), 202602: (20, 100)}), []),
    "b.csv": (
        [
            *bulanan("spm_tb", PEGAMBIRAN, {202601: (7, 70), 202604: (8, 70)}),
            Fakta("ketepatan_skp", LUBEG, 202601, 202601, 3, 4),
        ],
        [TargetBaru("capaian_skp", "WIL", 202601, 202612, 900_000)],
    ),
    "c.csv": (
        [
            Fakta("kunjungan_rawat_jalan", PEGAMBIRAN, 202401, 202412, 900),
            Fakta("capaian_skp", LUBEG, 202605, 202605, 8, 9),
        ],
        [TargetBaru("kunjungan_rawat_jalan", "DINKES", 202401, 202412, 1000 * 10_000)],
    ),
}  # fmt: skip


def test_the_order_of_imports_does_not_change_any_figure(tmp_path: Path) -> None:
    toko = []
    for urutan in (("a.csv", "b.csv", "c.csv"), ("c.csv", "b.csv", "a.csv"), ("b.csv", "c.csv", "a.csv")):
        folder = tmp_path / "".join(n[0] for n in urutan)
        for nama in urutan:
            simpan(folder, nama, *MUATAN[nama])
        toko.append(isi_mart(folder))
    for lain in toko[1:]:
        for tabel, isi in toko[0].items():
            pd.testing.assert_frame_equal(lain[tabel], isi, obj=tabel)
    assert len(toko[0]["mart"]) == 8


@pytest.mark.parametrize("nama", ["b.csv", "c.csv"])
def test_undo_gives_back_exactly_what_was_there_before(tmp_path: Path, nama: str) -> None:
    """``c.csv`` also brings the last and the first month of the store: all running sums move, and move back."""
    for lain, isi in MUATAN.items():
        if lain != nama:
            simpan(tmp_path, lain, *isi)
    sebelum = isi_mart(tmp_path)
    muatan = simpan(tmp_path, nama, *MUATAN[nama])
    assert not isi_mart(tmp_path)["mart"].equals(sebelum["mart"])
    terbit.batalkan(tmp_path, muatan, "penguji")
    for tabel, isi in isi_mart(tmp_path).items():
        pd.testing.assert_frame_equal(isi, sebelum[tabel], obj=tabel)
    assert periksa(tmp_path)["status"] == "baik"


def test_a_file_taken_back_may_come_again_under_a_new_number(tmp_path: Path) -> None:
    for nama, isi_berkas in MUATAN.items():
        simpan(tmp_path, nama, *isi_berkas)
    penuh = isi_mart(tmp_path)
    terbit.batalkan(tmp_path, 3, "penguji")
    assert simpan(tmp_path, "c.csv", *MUATAN["c.csv"]) == 4
    for tabel, isi in isi_mart(tmp_path).items():
        pd.testing.assert_frame_equal(isi, penuh[tabel], obj=tabel)


def test_undo_of_the_only_batch_leaves_an_empty_store_that_still_answers(tmp_path: Path) -> None:
    muatan = simpan(tmp_path, "a.csv", *MUATAN["a.csv"])
    terbit.batalkan(tmp_path, muatan, "penguji")
    kursor = buka_aktif(tmp_path).kursor()
    assert queries.fetch_rentang(kursor) is None
    assert baca(tmp_path, "spm_tb", LUBEG, "2026-01").empty
    assert queries.fetch_muatan(kursor) == []


def test_undo_of_a_batch_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", *MUATAN["a.csv"])
    with pytest.raises(KinerjaError) as galat:
        terbit.batalkan(tmp_path, 99, "penguji")
    assert (galat.value.kunci, galat.value.args_kunci) == ("galat.muatan_tak_ada", {"muatan": 99})
    assert nomor_aktif(tmp_path) == 1


def test_a_unit_that_a_file_brought_goes_with_it(tmp_path: Path) -> None:
    simpan(tmp_path, "a.csv", *MUATAN["a.csv"])
    sebelum = isi_mart(tmp_path)
    baru = Unit("1099999", "Puskesmas Uji", "puskesmas", terbit.INDUK_UNIT_BARU, "dinkes", 900)
    hasil = HasilBaca(
        "x", "d.csv", "d" * 64, ("csv",), (Fakta("spm_tb", baru.kode, 202601, 202601, 3, 30),), (), (baru,)
    )
    muatan = terbit.simpan(tmp_path, hasil, "penguji", {"Pusk. Uji Coba": baru.kode})
    assert satu(tmp_path, "spm_tb", "WIL", "2026-01")["penyebut"] == 130
    assert terbit.rujukan_unit(tmp_path)[1]["uji coba"] == baru.kode
    terbit.batalkan(tmp_path, muatan, "penguji")
    for tabel, isi in isi_mart(tmp_path).items():
        pd.testing.assert_frame_equal(isi, sebelum[tabel], obj=tabel)


def test_the_first_real_import_removes_the_sample_and_nothing_else_does(sampel: Path, tmp_path: Path) -> None:
    shutil.copytree(sampel, tmp_path, dirs_exist_ok=True)
    assert terbit.asal_data(tmp_path) == "contoh"
    assert len(queries.fetch_muatan(buka_aktif(tmp_path).kursor())) > 5
    simpan(tmp_path, "a.csv", *MUATAN["a.csv"])
    assert terbit.asal_data(tmp_path) == "nyata"
    kursor = buka_aktif(tmp_path).kursor()
    assert [(b[0], b[2], b[5], b[6]) for b in queries.fetch_muatan(kursor)] == [
        (1, "a.csv", "penguji", PADA.isoformat(timespec="seconds"))
    ]
    assert queries.fetch_rentang(kursor) == (202511, 202602)
    assert set(queries.fetch_unit_berdata(kursor)) == {"spm_tb"}
    assert satu(tmp_path, "spm_tb", "WIL", "2026-02-kum")["pembilang"] == 30
    simpan(tmp_path, "b.csv", *MUATAN["b.csv"])
    assert len(queries.fetch_muatan(buka_aktif(tmp_path).kursor())) == 2


def test_rebuilding_all_marts_changes_no_figure(tmp_path: Path) -> None:
    for nama, isi_berkas in MUATAN.items():
        simpan(tmp_path, nama, *isi_berkas)
    sebelum = isi_mart(tmp_path)
    terbit.mutakhirkan(tmp_path)
    for tabel, isi in isi_mart(tmp_path).items():
        pd.testing.assert_frame_equal(isi, sebelum[tabel], obj=tabel)


def test_an_ikm_reported_as_a_sum_is_either_refused_or_shown(tmp_path: Path) -> None:
    """The template lets an office fill in its IKM (sum of scores, number of answers): 3.300 of 1.000 is 82,5."""
    try:
        simpan(tmp_path, "a.csv", bulanan("ikm", LUBEG, {202601: (3300, 1000)}))
    except KinerjaError:
        return
    assert periksa(tmp_path)["status"] == "baik"
    assert satu(tmp_path, "ikm", LUBEG, "2026-01")["realisasi"] == pytest.approx(82.5)


# --- few people ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("peran", ["pengelola", "pimpinan", "evaluator", "penyaji", "pegawai"])
def test_a_kelurahan_of_three_people_is_hidden_with_its_reason_and_one_more_with_it(sampel: Path, peran: str) -> None:
    kursor = buka_aktif(sampel).kursor()
    pohon = hitung.fetch_pohon(kursor)
    kelurahan = [u for u in pohon.units if u.startswith("13.71.06.")]
    akses = Akses(peran)  # type: ignore[arg-type]
    df = hitung.fetch_capaian(akses, kursor, pohon, ["capaian_skp"], [*kelurahan, "KEC"], [parse_periode("2026-05")])
    tutup = df[df["alasan"] == "alasan.sedikit_orang"]
    assert "13.71.06.1015" in set(tutup["unit"])
    assert len(tutup) >= 2, "alone it would be the kecamatan less the others"
    angka = ["pembilang", "penyebut", "n", "realisasi", "capaian", "bawah", "atas"]
    assert tutup[angka].isna().all(axis=None)
    assert "KEC" not in set(tutup["unit"])


def test_those_who_see_every_individual_see_it(sampel: Path) -> None:
    b = satu(sampel, "capaian_skp", "13.71.06.1015", "2026-05", Akses("kepegawaian"))
    assert b["n"] == 3
    assert not isnan(b["realisasi"])


def test_the_unsur_of_a_hidden_ikm_are_hidden_too(sampel: Path) -> None:
    kursor = buka_aktif(sampel).kursor()
    pohon = hitung.fetch_pohon(kursor)
    bulan = [Periode(b, b, "bulan") for b in (202607, 202605)]
    assert hitung.fetch_unsur(Akses("pimpinan"), kursor, pohon, "13.71.06.1004", *bulan).empty
    assert len(hitung.fetch_unsur(PETUGAS, kursor, pohon, "13.71.06.1004", *bulan)) == 9


def test_what_is_hidden_does_not_depend_on_what_is_asked_together(sampel: Path) -> None:
    kursor = buka_aktif(sampel).kursor()
    pohon = hitung.fetch_pohon(kursor)
    pimpinan, p = Akses("pimpinan"), [parse_periode("2026-05")]
    semua = hitung.fetch_capaian(pimpinan, kursor, pohon, ["capaian_skp"], list(pohon.units), p).set_index("unit")
    for unit in ("WIL", "13.71.06.1015", "13.71.06.1011", *semua.index[semua["alasan"] == "alasan.sedikit_orang"]):
        sendiri = hitung.fetch_capaian(pimpinan, kursor, pohon, ["capaian_skp"], [unit], p).iloc[0]
        assert (sendiri["alasan"], sendiri["status"]) == (semua.loc[unit, "alasan"], semua.loc[unit, "status"]), unit


# --- the engine alone ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arah", ["naik", "turun"])
@pytest.mark.parametrize("realisasi", [0, 1, 50, 99, 100, 150, 200, 260])
@pytest.mark.parametrize("target", [None, 0, 1, 80, 100])
def test_the_engines_capaian_is_the_domains(arah: str, realisasi: int, target: int | None) -> None:
    ind = dataclasses.replace(registri()["kunjungan_rawat_inap"], arah=arah)
    kosong = {k: "" if dtype == "str" else 0 for k, dtype in KOMPONEN.items()}
    isi = kosong | {
        "indikator": ind.kode, "unit": "A", "periode": "2026-01", "pembilang": realisasi, "ada": 1, "wajib": 1,
        "hitung": 0 if target is None else 1, "kum_e8": 0 if target is None else target * 10**8,
    }  # fmt: skip
    df = pd.DataFrame([isi]).astype(KOMPONEN)
    b = compute_figures(df, {ind.kode: ind}, {"A": "A"}, {"2026-01": parse_periode("2026-01")}).iloc[0]
    harap = compute_capaian(float(realisasi), None if target is None else float(target), ind.arah)
    assert b["alasan"] == harap.alasan
    assert isnan(b["capaian"]) if harap.nilai is None else b["capaian"] == pytest.approx(harap.nilai, abs=1e-9)
