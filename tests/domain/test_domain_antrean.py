"""The work queue: what is left to do, the questions about a rating, and silence about everybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.antrean import JENIS_ANTREAN, PERTANYAAN, Nilai, jenis_antrean, susun_antrean

AKHIR, TENGGAT, HARI_INI = date(2026, 9, 30), date(2026, 10, 14), date(2026, 11, 20)
BIASA = Nilai(
    pegawai="ASN-0002",
    unit="KEC",
    jabatan="Arsiparis Terampil",
    status="PNS",
    penilai="ASN-0001",
    dari=202607,
    sampai=202609,
    hasil_kerja="sesuai",
    perilaku="sesuai",
    predikat_berkas="baik",
    butir=9,
    tercapai=8,
    tanpa_realisasi=0,
    tanpa_bukti=1,
    tanpa_target=0,
)
BELUM = replace(BIASA, dari=0, sampai=0, hasil_kerja="", perilaku="", predikat_berkas="")


def jenis(n: Nilai, hari_ini: date = HARI_INI) -> list[str]:
    return [a.jenis for a in susun_antrean([n], AKHIR, TENGGAT, hari_ini)]


@pytest.mark.parametrize(
    ("ubah", "harap"),
    [
        ({}, []),
        ({"tanpa_bukti": 4}, []),  # under half of nine
        ({"tanpa_bukti": 5}, ["bukti_kosong"]),
        ({"tanpa_bukti": 5, "tanpa_target": 2}, []),  # of eleven
        ({"tanpa_bukti": 9, "hasil_kerja": "di_atas"}, ["bukti_kosong_tapi_di_atas"]),
        ({"tanpa_bukti": 0, "hasil_kerja": "di_atas", "tercapai": 2}, []),
        ({"tercapai": 9, "hasil_kerja": "di_bawah"}, ["semua_tercapai_tapi_di_bawah"]),
        ({"tercapai": 9, "hasil_kerja": "di_bawah", "perilaku": "di_bawah"}, ["semua_tercapai_tapi_di_bawah"]),
        ({"tercapai": 9, "perilaku": "di_bawah"}, []),  # conduct has nothing to do with targets
        ({"tercapai": 8, "hasil_kerja": "di_bawah"}, []),
        ({"butir": 0, "tercapai": 0, "tanpa_bukti": 0, "hasil_kerja": "di_bawah"}, []),
        ({"butir": 0, "tercapai": 0, "tanpa_bukti": 0, "hasil_kerja": "di_atas"}, []),
        (
            {"tercapai": 9, "tanpa_bukti": 9, "hasil_kerja": "di_bawah"},
            ["semua_tercapai_tapi_di_bawah", "bukti_kosong"],
        ),
    ],
)
def test_a_rated_person_is_asked_about_only_where_rating_and_items_disagree(
    ubah: dict[str, object], harap: list[str]
) -> None:
    assert jenis(replace(BIASA, **ubah)) == harap  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hari_ini", "harap"),
    [
        (AKHIR, []),
        (AKHIR + timedelta(days=1), [("belum_dinilai", 13)]),
        (TENGGAT, [("belum_dinilai", 0)]),
        (TENGGAT + timedelta(days=1), [("jatuh_tempo", 1)]),
        (HARI_INI, [("jatuh_tempo", 37)]),
    ],
)
def test_a_missing_rating_is_due_after_the_period_and_late_after_the_due_date(
    hari_ini: date, harap: list[tuple[str, int]]
) -> None:
    antrean = susun_antrean([BELUM], AKHIR, TENGGAT, hari_ini)
    assert [(a.jenis, a.hari) for a in antrean] == harap


def test_half_a_rating_is_no_rating() -> None:
    assert jenis(replace(BIASA, perilaku="")) == ["jatuh_tempo"]


def test_an_entry_has_the_numbers_of_its_sentence() -> None:
    (satu,) = susun_antrean([replace(BIASA, tanpa_bukti=6, hasil_kerja="di_atas")], AKHIR, TENGGAT, HARI_INI)
    assert (satu.jenis, satu.pegawai, satu.penilai, satu.unit) == (
        "bukti_kosong_tapi_di_atas",
        "ASN-0002",
        "ASN-0001",
        "KEC",
    )
    assert (satu.tanpa_bukti, satu.semua_butir, satu.tercapai, satu.butir, satu.hari) == (6, 9, 8, 9, 0)
    assert satu.jenis in PERTANYAAN


def test_the_order_is_that_of_the_people_given() -> None:
    orang = [replace(BELUM, pegawai=f"ASN-{i:04d}") for i in (3, 1, 2)]
    assert [a.pegawai for a in susun_antrean(orang, AKHIR, TENGGAT, HARI_INI)] == ["ASN-0003", "ASN-0001", "ASN-0002"]


jujur = st.builds(
    lambda butir, gagal, kosong, hasil: replace(
        BIASA, butir=butir, tercapai=max(0, butir - gagal), tanpa_bukti=min(kosong, (butir - 1) // 2), hasil_kerja=hasil
    ),
    st.integers(1, 40),
    st.integers(1, 40),
    st.integers(0, 20),
    st.sampled_from(["di_atas", "sesuai", "di_bawah"]),
)


@given(st.lists(jujur, max_size=20), st.dates(date(2026, 10, 1), date(2027, 3, 1)))
def test_people_rated_with_evidence_and_targets_that_fit_are_left_alone(orang: list[Nilai], hari_ini: date) -> None:
    assert susun_antrean(orang, AKHIR, TENGGAT, hari_ini) == []


@given(
    st.builds(
        Nilai,
        pegawai=st.just("a"),
        unit=st.just("u"),
        jabatan=st.just(""),
        status=st.just("PNS"),
        penilai=st.just("b"),
        dari=st.just(0),
        sampai=st.sampled_from([0, 202609]),
        hasil_kerja=st.sampled_from(["", "di_atas", "sesuai", "di_bawah"]),
        perilaku=st.sampled_from(["", "di_atas", "sesuai", "di_bawah"]),
        predikat_berkas=st.just(""),
        butir=st.integers(0, 9),
        tercapai=st.integers(0, 9),
        tanpa_realisasi=st.integers(0, 9),
        tanpa_bukti=st.integers(0, 9),
        tanpa_target=st.integers(0, 9),
    ),
    st.booleans(),
)
def test_the_kinds_exclude_each_other_where_they_must(n: Nilai, lewat: bool) -> None:
    hasil = jenis_antrean(n, lewat=lewat)
    assert len(hasil) == len(set(hasil))
    assert set(hasil) <= set(JENIS_ANTREAN)
    assert not {"belum_dinilai", "jatuh_tempo"} <= set(hasil)
    assert not {"bukti_kosong", "bukti_kosong_tapi_di_atas"} <= set(hasil)
    assert n.dinilai != bool({"belum_dinilai", "jatuh_tempo"} & set(hasil))
