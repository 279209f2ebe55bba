"""The distribution pattern of SE MenPANRB 3/2023, counted in people."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja.domain.ambang import AMBANG, cari_ambang, nilai_ambang
from kinerja.domain.errors import KinerjaError
from kinerja.domain.pola import (
    PREDIKAT_ORGANISASI,
    Pasal,
    PredikatOrganisasi,
    kelompok_kecil,
    pasal_gagal,
    periksa_pola,
    pola_baku,
)
from kinerja.domain.predikat import PREDIKAT, Predikat

RUJUKAN = Path(__file__).resolve().parents[2] / "../shared/metode/predikat_distribution_cases.json"
SINGKAT: dict[str, Predikat] = dict(zip(("SB", "B", "BP", "K", "SK"), PREDIKAT, strict=True))
KODE_RUJUKAN = {
    "B_gt_70": "pola.baik.baik_maks",
    "SB_gt_70": "pola.istimewa.sangat_baik_maks",
    "SB_gt_10": "sangat_baik_maks",
    "SB_not_allowed": "pola.sangat_kurang.sangat_baik_tanpa",
}


def gagal(organisasi: str, jumlah: str) -> dict[str, int]:
    """Failed clause → people off, for a distribution written like ``6 B 2 SB``."""
    kata = jumlah.split()
    isi = {SINGKAT[p]: int(n) for n, p in zip(kata[::2], kata[1::2], strict=True)}
    return {p.kode: p.selisih for p in pasal_gagal(periksa_pola(organisasi, isi))}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("organisasi", "jumlah", "harap"),
    [
        ("baik", "9 B", {"pola.baik.baik_maks": 3, "pola.baik.butuh_perbaikan_kurang_ada": 1}),
        ("baik", "6 B 3 SB", {"pola.baik.butuh_perbaikan_kurang_ada": 1}),
        ("baik", "6 B 2 SB 1 BP", {}),
        ("baik", "6 B 2 SB 1 K", {}),
        ("baik", "6 B 2 SB 1 SK", {"pola.baik.butuh_perbaikan_kurang_ada": 1}),
        ("baik", "3 B", {"pola.baik.baik_maks": 1, "pola.baik.butuh_perbaikan_kurang_ada": 1}),
        ("baik", "5 B", {"pola.baik.baik_maks": 2, "pola.baik.butuh_perbaikan_kurang_ada": 1}),
        ("baik", "7 B 3 BP", {}),
        ("baik", "8 B 2 BP", {"pola.baik.baik_maks": 1}),
        ("istimewa", "7 SB 3 B", {}),
        ("istimewa", "8 SB 2 B", {"pola.istimewa.sangat_baik_maks": 1}),
        ("istimewa", "10 B", {}),
        ("butuh_perbaikan", "6 BP 3 B 1 SB", {}),
        (
            "butuh_perbaikan",
            "5 BP 3 B 2 SB",
            {"pola.butuh_perbaikan.butuh_perbaikan_min": 1, "pola.butuh_perbaikan.sangat_baik_maks": 1},
        ),
        ("butuh_perbaikan", "6 BP 5 B", {"pola.butuh_perbaikan.butuh_perbaikan_min": 1}),  # 60 % of 11 is 6.6: seven
        ("kurang", "6 K 1 BP 3 B", {}),
        ("kurang", "6 K 4 B", {"pola.kurang.butuh_perbaikan_min": 1}),
        ("kurang", "6 K 1 BP 1 B 2 SB", {"pola.kurang.sangat_baik_maks": 1}),
        ("sangat_kurang", "6 SK 1 K 3 B", {}),
        ("sangat_kurang", "6 SK 1 BP 3 B", {}),
        ("sangat_kurang", "6 SK 4 B", {"pola.sangat_kurang.kurang_butuh_perbaikan_min": 1}),
        ("sangat_kurang", "6 SK 1 K 1 B 2 SB", {"pola.sangat_kurang.sangat_baik_tanpa": 2}),
    ],
)
def test_a_distribution_fails_the_clauses_of_the_circular_by_so_many_people(
    organisasi: str, jumlah: str, harap: dict[str, int]
) -> None:
    assert gagal(organisasi, jumlah) == harap


def test_the_shared_cases_have_the_failures_written_beside_them() -> None:
    if not RUJUKAN.is_file():
        pytest.skip("the reference files are not here")
    diperiksa = 0
    for kasus in json.loads(RUJUKAN.read_text(encoding="utf-8"))["cases"]:
        if kasus["ambiguous"]:
            continue
        organisasi = kasus["org"].lower().replace(" ", "_")
        didapat = list(gagal(organisasi, " ".join(f"{n} {p}" for p, n in kasus["counts"].items())))
        assert len(didapat) == len(kasus["violations"]), kasus
        for kode, nama in zip(didapat, kasus["violations"], strict=True):
            assert kode.endswith(KODE_RUJUKAN[nama])
        assert kelompok_kecil(kasus["n"]) == kasus["small_n"]
        diperiksa += 1
    assert diperiksa == 9


def test_most_is_a_soft_clause_of_its_own_and_never_a_failure() -> None:
    pasal = periksa_pola("baik", {"baik": 5, "sangat_baik": 4, "butuh_perbaikan": 1})
    lunak = [p for p in pasal if p.lunak]
    assert [(p.kode, p.batas, p.selisih) for p in lunak] == [("pola.baik.baik_sebagian_besar", 6, 1)]
    assert pasal_gagal(pasal) == []


def test_a_clause_carries_what_its_sentence_needs() -> None:
    maks = periksa_pola("baik", {"baik": 9})[0]
    assert maks == Pasal(
        "pola.baik.baik_maks", "maks", ("baik",), Decimal(70), "SE MenPANRB 3/2023", 9, 9, 6, 3, lunak=False
    )
    assert not maks.terpenuhi


@pytest.mark.parametrize("organisasi", PREDIKAT_ORGANISASI)
def test_without_people_and_before_the_circular_there_is_nothing_to_check(organisasi: PredikatOrganisasi) -> None:
    assert periksa_pola(organisasi, {}) == []
    assert periksa_pola(organisasi, {"baik": 0}) == []
    assert periksa_pola(organisasi, {"baik": 9}, bulan=202212) == []
    assert periksa_pola(organisasi, {"baik": 9}, bulan=202301) == periksa_pola(organisasi, {"baik": 9})


@pytest.mark.parametrize(("n", "kecil"), [(0, False), (1, True), (9, True), (10, False)])
def test_under_ten_people_the_check_belongs_one_level_up(n: int, kecil: bool) -> None:
    assert kelompok_kecil(n) is kecil


@pytest.mark.parametrize("organisasi", PREDIKAT_ORGANISASI)
def test_the_points_of_the_curve_sum_to_24_and_peak_at_the_wanted_predikat(organisasi: PredikatOrganisasi) -> None:
    kurva = pola_baku(organisasi)
    assert list(kurva) == list(PREDIKAT)
    assert sum(kurva.values()) == 24
    puncak = "sangat_baik" if organisasi == "istimewa" else organisasi
    assert max(kurva, key=lambda p: kurva[p]) == puncak


def test_the_curve_is_that_of_the_print_form() -> None:
    assert list(reversed(pola_baku("baik").values())) == [2, 3, 6, 11, 2]
    assert list(reversed(pola_baku("sangat_kurang").values())) == [13, 7, 3, 1, 0]


sebaran = st.lists(st.integers(0, 40), min_size=5, max_size=5).map(lambda n: dict(zip(PREDIKAT, n, strict=True)))
organisasi_apa_pun = st.sampled_from(PREDIKAT_ORGANISASI)


def pindahkan(jumlah: dict[Predikat, int], pasal: Pasal, orang: int) -> dict[Predikat, int]:
    """``orang`` people moved out of the clause's predikat, or into it, one by one from wherever there are any."""
    hasil = Counter(jumlah)
    luar = [p for p in PREDIKAT if p not in pasal.predikat]
    asal, tujuan = (pasal.predikat, luar) if pasal.jenis in ("maks", "tanpa") else (luar, pasal.predikat)
    for _ in range(orang):
        dari = next(p for p in asal if hasil[p] > 0)
        hasil[dari] -= 1
        hasil[tujuan[0]] += 1
    return dict(hasil)


@given(organisasi_apa_pun, sebaran)
def test_moving_so_many_people_repairs_a_clause_and_one_fewer_does_not(
    organisasi: PredikatOrganisasi, jumlah: dict[Predikat, int]
) -> None:
    for pasal in periksa_pola(organisasi, jumlah):

        def kini(orang: int, p: Pasal = pasal) -> Pasal:
            semua = periksa_pola(organisasi, pindahkan(jumlah, p, orang))
            return next(q for q in semua if q.kode == p.kode)

        assert kini(pasal.selisih).terpenuhi
        if pasal.selisih:
            assert kini(pasal.selisih - 1).selisih == 1


@given(organisasi_apa_pun, sebaran, st.integers(2, 5))
def test_a_unit_several_times_as_large_with_the_same_shares_fails_no_clause_that_was_met(
    organisasi: PredikatOrganisasi, jumlah: dict[Predikat, int], kali: int
) -> None:
    assume(sum(jumlah.values()) > 0)
    satu = {p.kode for p in periksa_pola(organisasi, jumlah) if p.terpenuhi}
    banyak = {p.kode for p in periksa_pola(organisasi, {k: v * kali for k, v in jumlah.items()}) if p.terpenuhi}
    assert satu <= banyak


def test_every_threshold_has_a_source_or_is_named_a_habit_and_one_row_a_month() -> None:
    for a in AMBANG:
        assert (a.peraturan == "") <= (a.bukti == "kebiasaan"), a.kode
        assert a.berlaku_dari <= a.berlaku_sampai
    for kode in {a.kode for a in AMBANG}:
        for bulan in (202212, 202307, 202611, 999912):
            assert sum(a.kode == kode and a.berlaku_dari <= bulan <= a.berlaku_sampai for a in AMBANG) <= 1
        assert cari_ambang(kode) is not None


def test_a_threshold_that_is_not_in_force_is_refused_with_its_name() -> None:
    with pytest.raises(KinerjaError) as galat:
        nilai_ambang("jp.pns_minimum", 201601)
    assert galat.value.kunci == "galat.ambang_tak_berlaku"
    assert galat.value.args_kunci == {"kode": "jp.pns_minimum", "bulan": 201601}
