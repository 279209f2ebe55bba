"""Pelatihan, Sosialisasi & kepatuhan, Satu halaman satu unit: planted stories are found, nobody is accused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from kinerja.contoh import kisah
from kinerja.domain.akses import PERAN
from kinerja.i18n import BAHASA, teks
from kinerja.ui import sumber_asn
from kinerja.ui.pelatihan import arah_pns
from tests.halaman.conftest import semua_teks

Buka = Callable[..., AppTest]
HALAMAN = ("pelatihan", "kepatuhan", "satu-unit")
GATES, KOTO_BARU = "Kelurahan Gates Nan XX", "Kelurahan Koto Baru Nan XX"
KODE = re.compile(r"ASN-\d{4}")


def judul(at: AppTest) -> list[str]:
    return [str(s.value).replace("\\", "") for s in at.subheader]


def kata(at: AppTest) -> str:
    return semua_teks(at).replace("\\", "")


@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize("halaman", HALAMAN)
def test_no_code_of_a_person_stands_there_for_those_who_see_nobody(jalankan: Buka, halaman: str, bahasa: str) -> None:
    for peran in ("pengelola", "penyaji"):
        at = jalankan(halaman, peran=peran, bahasa=bahasa, unit="13.71.06.1011")
        assert not at.exception
        assert not KODE.search(kata(at))


@pytest.mark.parametrize("halaman", HALAMAN)
def test_an_employee_sees_at_most_the_own_code(jalankan: Buka, halaman: str) -> None:
    at = jalankan(halaman, peran="pegawai", sebagai="ASN-0366")
    assert not at.exception
    assert set(KODE.findall(kata(at))) <= {"ASN-0366"}


def test_kepegawaian_sees_who_may_miss_the_minimum_by_code_only_after_asking(jalankan: Buka) -> None:
    at = jalankan("pelatihan", peran="kepegawaian", unit="KEC-PEL")
    assert not KODE.search(kata(at))
    at.button(key="tampilkan_nama").click().run()
    assert not at.exception
    assert KODE.search(kata(at))


def test_who_came_during_the_year_is_not_said_to_miss_the_minimum(
    jalankan: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = sumber_asn.pelatihan_orang
    monkeypatch.setattr(sumber_asn, "pelatihan_orang", lambda *a: asli(*a).assign(mulai=202607))
    at = jalankan("pelatihan", peran="pegawai", sebagai="ASN-0003")
    assert not at.exception
    assert KODE.search(kata(at)) is None
    assert teks("id", "dukungan.orang_kosong") in kata(at).replace("\\", "")
    hari = date(2026, 10, 31)
    assert [arah_pns(2, mulai, hari) for mulai in (0, 202607)] == ["tertinggal", "tak_pasti"]


def test_nobody_is_masked_from_oneself(jalankan: Buka) -> None:
    at = jalankan("pelatihan", peran="pegawai", sebagai="ASN-0003")
    assert set(KODE.findall(kata(at))) == {"ASN-0003"}
    assert "tampilkan_nama" not in {b.key for b in at.button}


@pytest.mark.parametrize("bahasa", BAHASA)
@pytest.mark.parametrize("peran", PERAN)
def test_the_unit_that_stopped_is_named_and_honest_ones_are_not(jalankan: Buka, peran: str, bahasa: str) -> None:
    at = jalankan("kepatuhan", peran=peran, bahasa=bahasa)
    assert not at.exception
    kisi = next(j for j in judul(at) if GATES in j)
    assert KOTO_BARU not in kisi
    perlu = [m.value.replace("\\", "") for m in at.markdown if m.value.startswith("- **")]
    if perlu:
        assert len(perlu) == 1
        assert perlu[0].startswith(f"- **{GATES}**")
        assert ("sejak Juli 2026 (4 bulan)" if bahasa == "id" else "since July 2026 (4 months)") in perlu[0]
        assert ("14 Oktober 2026" if bahasa == "id" else "14 October 2026") in perlu[0]
    assert bool(perlu) == (peran in ("kepegawaian", "evaluator", "pengelola", "pimpinan"))


def test_before_it_stopped_nobody_needs_support(jalankan: Buka) -> None:
    at = jalankan("kepatuhan", peran="kepegawaian", periode="2026-06")
    assert teks("id", "dukungan.perlu_kosong", bulan="Juni 2026") in judul(at)
    assert GATES not in " ".join(judul(at))


def test_its_own_page_says_that_nothing_came_and_no_zero(jalankan: Buka) -> None:
    at = jalankan("kepatuhan", unit=kisah.UNIT_BERHENTI_SKP)
    assert teks("id", "kalimat.adopsi_tanpa", periode="Oktober 2026") in judul(at)
    sel = next(g.proto.spec for g in at.get("plotly_chart") if "heatmap" in g.proto.spec)
    assert sel.count('"belum"') == 4
    assert '"0%"' not in sel


def test_people_to_support_are_for_mentors_only(jalankan: Buka) -> None:
    label = "Untuk pendamping"
    for peran, ya in (("kepegawaian", True), ("evaluator", True), ("pengelola", False), ("penyaji", False)):
        at = jalankan("kepatuhan", peran=peran)
        assert any(label in str(e.label) for e in at.expander) is ya, peran


@pytest.mark.parametrize(("bahasa", "isi"), [("id", "Lokakarya alur pelayanan"), ("en", "Workshop on service flow")])
def test_the_workshop_stands_at_its_month_on_the_line(jalankan: Buka, bahasa: str, isi: str) -> None:
    at = jalankan("pelatihan", unit=kisah.PUSKESMAS_PEGAMBIRAN, indikator="ikm", bahasa=bahasa)
    bulan = "Maret 2026" if bahasa == "id" else "March 2026"
    assert any(bulan in m.value and isi in m.value for m in at.markdown)
    garis = next(
        g.proto.spec
        for g in at.get("plotly_chart")
        if '"dash":"dot"' in g.proto.spec.replace(" ", "") and bulan in g.proto.spec
    )
    assert teks(bahasa, "dukungan.lokakarya", huruf="").strip() in garis


def test_a_unit_elsewhere_has_no_workshop_and_says_so(jalankan: Buka) -> None:
    at = jalankan("pelatihan", unit=kisah.PUSKESMAS_LUBEG, indikator="ikm")
    assert any(j.startswith("Tidak ada lokakarya tercatat") for j in judul(at))


@pytest.mark.parametrize("peran", PERAN)
def test_the_unfinished_course_is_told_without_names(jalankan: Buka, peran: str) -> None:
    isi = kata(jalankan("pelatihan", peran=peran))
    assert f"memulai “{kisah.JUDUL_BELUM_SELESAI}” (22 September 2026)" in isi


def test_the_drawn_course_changed_nothing_and_is_not_called_an_effect(jalankan: Buka) -> None:
    at = jalankan("pelatihan")
    assert at.selectbox(key="pelatihan_judul").value == kisah.JUDUL_UNDIAN
    isi = kata(at)
    assert "Giliran diundi" in isi
    assert "bukan dampak pelatihan" in isi
    assert "tidak dapat dibedakan: selisih" in isi
    assert "Uji plasebo" in isi
    assert "berdampak" not in isi


def test_the_participants_of_the_workshop_have_a_change_but_no_effect(jalankan: Buka) -> None:
    at = jalankan("pelatihan", unit=kisah.PUSKESMAS_PEGAMBIRAN)
    at.selectbox(key="pelatihan_judul").select("Lokakarya alur pelayanan dan waktu tunggu").run()
    assert not at.exception
    isi = kata(at)
    assert "bukan dampak pelatihan" in isi
    assert teks("id", "kalimat.tanpa_giliran") in isi


@pytest.mark.parametrize("bahasa", BAHASA)
def test_one_unit_on_one_page_says_that_it_is_association(jalankan: Buka, bahasa: str) -> None:
    for unit in (kisah.PUSKESMAS_PEGAMBIRAN, "13.71.06.1005", "KEC", kisah.UNIT_TIGA_ORANG):
        at = jalankan("satu-unit", unit=unit, bahasa=bahasa, periode="2026-TW3")
        assert not at.exception
        assert ("hubungan, bukan sebab" if bahasa == "id" else "association and not cause") in kata(at)


def test_a_unit_without_visits_says_what_is_missing(jalankan: Buka) -> None:
    at = jalankan("satu-unit", unit="13.71.06.1005")
    assert "Unit ini tidak melaporkan Kunjungan rawat jalan" in kata(at)
    assert "Capaian butir SKP" in [m.label for m in at.metric]


def test_a_unit_of_three_people_shows_no_distribution(jalankan: Buka) -> None:
    at = jalankan("satu-unit", unit=kisah.UNIT_TIGA_ORANG, periode="2026-TW3", peran="penyaji")
    isi = kata(at)
    assert teks("id", "dukungan.predikat_tertutup") in isi
    assert teks("id", "dukungan.tertutup_pns") in isi


@pytest.mark.parametrize("data", ["satu_unit", "tahunan"])
def test_stores_without_employees_say_so(jalankan: Buka, data: str) -> None:
    assert teks("id", "dukungan.tanpa_pegawai") in kata(jalankan("pelatihan", data=data))
    assert teks("id", "dukungan.tanpa_laporan") in kata(jalankan("kepatuhan", data=data))
    isi = kata(jalankan("satu-unit", data=data))
    assert teks("id", "dukungan.predikat_kosong") in isi
    assert "{" not in re.sub(r'\{"[^\n]*', "", isi)
