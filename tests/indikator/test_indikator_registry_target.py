"""Definition files are read strictly; decreed targets become one target a unit and month."""

from __future__ import annotations

import dataclasses
import shutil
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.errors import DefinisiError, KinerjaError
from kinerja.domain.indikator import Indikator
from kinerja.indikator.registry import FOLDER, ambil, ambil_semua, muat, parse_definisi, registri
from kinerja.indikator.target import E8, compute_target, per_bulan, spread_target

SPM = {
    "spm_ibu_hamil", "spm_ibu_bersalin", "spm_bayi_baru_lahir", "spm_balita", "spm_pendidikan_dasar",
    "spm_usia_produktif", "spm_usia_lanjut", "spm_hipertensi", "spm_diabetes", "spm_odgj_berat", "spm_tb", "spm_hiv",
}  # fmt: skip
LAIN = {
    "kunjungan_rawat_jalan", "kunjungan_baru", "kunjungan_rawat_inap", "angka_kontak", "ikm", "ketepatan_skp",
    "capaian_skp", "pelatihan_peserta", "pelatihan_jp", "penilaian_tercatat", "pelayanan_tepat_waktu", "iku_tercapai",
    "kasus_baru",
}  # fmt: skip


def isi_berkas(kode: str = "spm_tb") -> dict[str, object]:
    return tomllib.loads((FOLDER / f"{kode}.toml").read_text(encoding="utf-8"))


def test_all_definitions_load_in_display_order() -> None:
    assert set(registri()) == SPM | LAIN
    urutan = [i.urutan for i in registri().values()]
    assert urutan == sorted(urutan)
    assert len(set(urutan)) == len(urutan)


@pytest.mark.parametrize("kode", sorted(SPM | LAIN))
def test_every_definition_is_bilingual_has_an_owner_a_basis_and_a_date_to_look_again(kode: str) -> None:
    ind = registri()[kode]
    for nama in ("nama", "satuan", "rumus", "mengapa", "cara_baca", "dasar_hukum"):
        teks = getattr(ind, nama)
        assert teks.id.strip(), nama
        assert teks.en.strip(), nama
        assert teks.dalam("en") == teks.en
    assert ind.pemilik
    assert ind.ditinjau < ind.tinjau_lagi


@pytest.mark.parametrize("kode", sorted(SPM | LAIN))
def test_a_definition_does_not_contradict_itself(kode: str) -> None:
    ind = registri()[kode]
    assert (ind.bentuk == "jumlah") == (ind.penyebut == "")
    assert (ind.bentuk == "rerata_rasio") == bool(ind.rerata_atas)
    assert ind.n_minimum == 0 or ind.n_arti in ("responden", "pegawai") or ind.kelompok == "asn"  # else by the staff
    assert not ind.perorangan or ind.n_minimum >= 5
    if kode in SPM:
        assert (ind.agregasi, ind.n_arti, ind.skala) == ("kumulatif", "sasaran", 100)


@pytest.mark.parametrize("kunci", sorted(isi_berkas()))
def test_a_missing_key_is_an_error_that_names_file_and_key(kunci: str) -> None:
    isi = isi_berkas()
    del isi[kunci]
    with pytest.raises(DefinisiError) as galat:
        parse_definisi("spm_tb", isi)
    assert galat.value.kunci == "galat.definisi_kunci"
    assert galat.value.args_kunci == {"berkas": "spm_tb.toml", "nama": kunci}


def test_an_unknown_key_is_an_error_too() -> None:
    with pytest.raises(DefinisiError) as galat:
        parse_definisi("spm_tb", isi_berkas() | {"pembilangg": "x"})
    assert galat.value.args_kunci["nama"] == "pembilangg"


def test_a_definition_cannot_name_itself_otherwise_than_its_file() -> None:
    with pytest.raises(DefinisiError):
        parse_definisi("spm_tb", isi_berkas() | {"kode": "lain"})


@pytest.mark.parametrize(
    ("kunci", "nilai"),
    [("arah", "atas"), ("agregasi", "rata"), ("bentuk", "indeks"), ("sebar", "mingguan"), ("selang", "95"),
     ("n_arti", "orang"), ("sumber", "pasien")],
)  # fmt: skip
def test_a_value_outside_the_list_is_an_error(kunci: str, nilai: str) -> None:
    with pytest.raises(DefinisiError) as galat:
        parse_definisi("spm_tb", isi_berkas() | {kunci: nilai})
    assert galat.value.kunci == "galat.definisi_nilai"
    assert galat.value.args_kunci == {"berkas": "spm_tb.toml", "nama": kunci, "nilai": nilai}


def test_a_date_that_is_none_does_not_load() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        parse_definisi("spm_tb", isi_berkas() | {"ditinjau": "24 November"})


def test_a_new_indikator_is_one_new_file(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "spm_tb.toml", tmp_path / "spm_baru.toml")
    assert list(muat(tmp_path)) == ["spm_baru"]
    assert muat(tmp_path)["spm_baru"] == dataclasses.replace(registri()["spm_tb"], kode="spm_baru")


def test_an_unknown_indikator_is_refused_by_name() -> None:
    with pytest.raises(KinerjaError) as galat:
        ambil_semua(["spm_tb", "tidak_ada"])
    assert (galat.value.kunci, galat.value.args_kunci) == ("galat.indikator_tak_dikenal", {"kode": "tidak_ada"})
    assert ambil("spm_tb").kode == "spm_tb"


# --- targets -------------------------------------------------------------------------------------------------------

KUNJUNGAN, INAP, KONTAK, TB, IKM = (
    registri()[k] for k in ("kunjungan_rawat_jalan", "kunjungan_rawat_inap", "angka_kontak", "spm_tb", "ikm")
)
TAHUN = [202600 + b for b in range(1, 13)]
HARI = dict(zip(TAHUN, (20, 18, 17, 21, 16, 20, 23, 20, 22, 22, 21, 20), strict=True))
INDUK: dict[str, str | None] = {"W": None, "K": "W", "D": "W", "P1": "D", "P2": "D", "P1-A": "P1", "P1-B": "P1"}


@given(
    st.integers(0, 10**14),
    st.lists(st.integers(0, 31), min_size=1, max_size=12).filter(lambda b: sum(b) > 0),
    st.sampled_from([1, 7, 100, E8]),
)
@settings(max_examples=250, deadline=None, derandomize=True)
def test_the_months_of_a_spread_target_add_up_exactly(total: int, bobot: list[int], satuan: int) -> None:
    bagian = spread_target(total, bobot, satuan)
    assert sum(bagian) == total
    assert len(bagian) == len(bobot)
    for b, w in zip(bagian, bobot, strict=True):
        wajar = total * w / sum(bobot)  # the odd rest below one step goes to the last month
        longgar = 2 * satuan if total % satuan else satuan
        assert abs(b - wajar) <= longgar + total * 1e-12, "no month is further from its share than a rounding step"


def test_a_month_without_working_days_gets_no_visits() -> None:
    assert spread_target(120, [1, 0, 2]) == [40, 0, 80]


def test_a_target_of_visits_is_spread_by_working_days_in_whole_visits() -> None:
    isi = per_bulan(KUNJUNGAN, 202601, 202612, 24_001 * 10_000, HARI)
    assert list(isi) == TAHUN
    assert sum(isi.values()) == 24_001 * E8
    assert {n % E8 for n in isi.values()} == {0}
    assert isi[202607] > isi[202605], "July has 23 working days, May 16"
    assert isi[202601] == round(24_001 * 20 / 240) * E8


def test_a_target_of_inpatients_is_spread_evenly() -> None:
    isi = per_bulan(INAP, 202601, 202612, 1_205 * 10_000, HARI)
    assert {n // E8 for n in isi.values()} == {100, 101}
    assert sum(isi.values()) == 1_205 * E8


def test_a_rate_holds_unchanged_in_every_month() -> None:
    assert per_bulan(KONTAK, 202601, 202603, 150 * 10_000, HARI) == dict.fromkeys((202601, 202602, 202603), 150 * E8)


def test_a_yearly_hundred_percent_is_a_twelfth_more_each_month() -> None:
    isi = per_bulan(TB, 202601, 202612, 100 * 10_000, HARI)
    berjalan = [sum(list(isi.values())[:n]) / E8 for n in range(1, 13)]
    assert berjalan[9] == pytest.approx(1000 / 12, abs=1e-7)
    assert berjalan[11] == 100.0


def hasil(
    ind: Indikator, sendiri: list[tuple[str, int, int, int]], baku: list[tuple[int, int, int]], berdata: set[str]
) -> dict[tuple[str, int], tuple[float, str]]:
    baris = compute_target(ind, sendiri, baku, INDUK, berdata, HARI, [2026])
    assert len({(u, b) for u, b, _, _ in baris}) == len(baris)
    return {(u, b): (n / E8, asal) for u, b, n, asal in baris}


def test_counts_add_up_the_tree_over_units_with_data() -> None:
    sendiri = [("P1-A", 202601, 202601, 10 * 10_000), ("P1-B", 202601, 202601, 5 * 10_000),
               ("P2", 202601, 202601, 100 * 10_000)]  # fmt: skip
    isi = hasil(INAP, sendiri, [], {"P1-A", "P1-B", "P1", "P2", "D", "W"})
    assert isi["P1", 202601] == (15.0, "jumlah")
    assert isi["D", 202601] == (115.0, "jumlah")
    assert isi["W", 202601] == (115.0, "jumlah")
    assert ("K", 202601) not in isi, "the kecamatan reports no patients"


def test_a_parents_own_count_wins_over_the_sum_of_its_children() -> None:
    sendiri = [("P1-A", 202601, 202601, 10 * 10_000), ("P1-B", 202601, 202601, 5 * 10_000),
               ("P1", 202601, 202601, 20 * 10_000)]  # fmt: skip
    isi = hasil(INAP, sendiri, [], {"P1-A", "P1-B", "P1", "D", "W"})
    assert isi["P1", 202601] == (20.0, "sendiri")
    assert isi["D", 202601] == (20.0, "jumlah"), "not 35: a target is not counted twice up the tree"


def test_a_sum_with_a_child_without_target_is_no_target() -> None:
    isi = hasil(INAP, [("P1-A", 202601, 202601, 10 * 10_000)], [], {"P1-A", "P1-B", "P1", "D", "W"})
    assert ("P1", 202601) not in isi
    assert ("W", 202601) not in isi
    assert isi["P1-A", 202601] == (10.0, "sendiri")


def test_a_child_that_never_reports_does_not_stop_the_sum() -> None:
    isi = hasil(INAP, [("P1-A", 202601, 202601, 10 * 10_000)], [], {"P1-A", "P1", "D", "W"})
    assert isi["W", 202601] == (10.0, "jumlah")


def test_ratios_come_down_the_tree_from_the_nearest_unit_above() -> None:
    sendiri = [("W", 202601, 202612, 85 * 10_000), ("P2", 202601, 202606, 83 * 10_000)]
    isi = hasil(IKM, sendiri, [], set(INDUK))
    assert isi["W", 202603] == (85.0, "sendiri")
    assert isi["P1-A", 202603] == (85.0, "turun")
    assert isi["P2", 202603] == (83.0, "sendiri")
    assert isi["P2", 202607] == (85.0, "turun"), "its own target ended in June"


def test_the_national_threshold_holds_where_no_decree_does() -> None:
    baku = [(150 * 10_000, 201901, 999912)]
    isi = hasil(KONTAK, [("P2", 202604, 202612, 160 * 10_000)], baku, {"P1", "P2", "D", "W"})
    assert isi["W", 202601] == (150.0, "baku")
    assert isi["P1", 202612] == (150.0, "baku")
    assert isi["P2", 202603] == (150.0, "baku")
    assert isi["P2", 202604] == (160.0, "sendiri")


def test_a_threshold_that_changed_holds_from_its_month_on() -> None:
    baku = [(140 * 10_000, 201901, 202605), (150 * 10_000, 202606, 999912)]
    isi = hasil(KONTAK, [], baku, {"P1", "D", "W"})
    assert [isi["P1", b][0] for b in (202605, 202606)] == [140.0, 150.0]


def test_a_later_decree_overrides_an_earlier_one_in_its_months_only() -> None:
    sendiri = [("P1", 202601, 202612, 90 * 10_000), ("P1", 202607, 202609, 95 * 10_000)]
    isi = hasil(IKM, sendiri, [], {"P1", "D", "W"})
    assert [isi["P1", b][0] for b in (202606, 202607, 202609, 202610)] == [90.0, 95.0, 95.0, 90.0]


def test_without_any_decree_or_threshold_there_is_no_target_at_all() -> None:
    assert hasil(IKM, [], [], set(INDUK)) == {}
    assert hasil(INAP, [], [], set(INDUK)) == {}
