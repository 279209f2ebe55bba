"""*Penilaian ASN* and *Kalibrasi* through the router: who sees whom, planted stories, masking, reasons, settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from kinerja.catatan.mesin import buka, tutup
from kinerja.catatan.tabel import AKSES_LOG, ALASAN_ANTREAN
from kinerja.domain.akses import HALAMAN, PERAN, Akses
from kinerja.domain.hari_kerja import susun_kalender
from kinerja.domain.periode import parse_periode
from kinerja.i18n import teks
from kinerja.store import asn
from kinerja.store.koneksi import buka_aktif
from kinerja.ui import penilaian
from kinerja.ui.kalibrasi import kelompokkan, tabel_predikat
from kinerja.ui.penilaian_daftar import beda_predikat
from tests.halaman.conftest import buka_nama, semua_teks

Jalankan = Callable[..., AppTest]
KODE = re.compile(r"ASN-\d{4}")
TW3, LUNAK, DIAM, BIASA, TIGA_ORANG = "2026-TW3", "ASN-0145", "13.71.06.1014", "13.71.06.1011", "13.71.06.1015"
PUSKESMAS = ("1011119", "1011120")
TRIWULAN = ("2024-TW2", "2025-TW3", "2026-TW1", "2026-TW2", TW3)


@pytest.fixture
def catatan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Notes of one test's own."""
    monkeypatch.setenv("KINERJA_CATATAN", f"sqlite:///{tmp_path / 'catatan.sqlite'}")
    return tmp_path


@pytest.fixture(autouse=True)
def _tutup_catatan() -> Iterator[None]:
    yield
    tutup()


def kode_tampak(at: AppTest) -> set[str]:
    """Codes of people anywhere in the page: its texts, figures, tables and the choices of its filters."""
    pilihan = [o for s in at.selectbox if s.key not in ("pilih_sebagai",) for o in s.options]
    return set(KODE.findall("\n".join([semua_teks(at), *pilihan])))


def orang(folder: Path, akses: Akses, *awalan: str) -> set[str]:
    """Everybody of the units that begin so, as the store knows them."""
    kursor = buka_aktif(folder).kursor()
    units = [k for (k,) in kursor.execute("select kode from unit").fetchall() if k.startswith(awalan)]
    return set(asn.fetch_nilai(akses, buka_aktif(folder).kursor(), units, parse_periode(TW3))["pegawai"])


@pytest.mark.parametrize("peran", ["pengelola", "penyaji"])
@pytest.mark.parametrize("unit", ["WIL", "KEC", *PUSKESMAS, BIASA, DIAM, TIGA_ORANG, "1011120-LANSIA"])
def test_roles_without_people_see_no_code_of_anybody(jalankan: Jalankan, peran: str, unit: str) -> None:
    at = jalankan("penilaian-asn", peran=peran, unit=unit, periode=TW3)
    assert not at.exception
    assert kode_tampak(at) == set()
    assert not at.dataframe
    assert not at.tabs
    assert teks("id", "penilaian.hanya_sebaran") in semua_teks(at).replace("\\", "")


@pytest.mark.parametrize("peran", ["pengelola", "penyaji"])
def test_a_group_of_three_is_hidden_and_never_shown_as_zero(jalankan: Jalankan, peran: str) -> None:
    at = jalankan("penilaian-asn", peran=peran, unit=TIGA_ORANG, periode=TW3)
    isi = semua_teks(at).replace("\\", "")
    assert teks("id", "penilaian.matriks_sembunyi") in isi
    assert not at.get("plotly_chart")
    assert not re.search(r"\b0 dari\b", isi)


@pytest.mark.parametrize("unit", [*PUSKESMAS, "DINKES", "1011120-UMUM"])
def test_the_camat_sees_no_staff_of_a_puskesmas(jalankan: Jalankan, unit: str) -> None:
    at = jalankan("penilaian-asn", peran="pimpinan", unit=unit, periode=TW3)
    assert not at.exception
    assert kode_tampak(at) == set()
    assert not at.dataframe


def test_the_camat_sees_the_own_line_only(jalankan: Jalankan, folder_data: dict[str, Path]) -> None:
    at = buka_nama(jalankan("penilaian-asn", peran="pimpinan", unit="WIL", periode=TW3))
    terlihat = kode_tampak(at)
    assert terlihat
    assert not terlihat & orang(folder_data["sampel"], Akses("kepegawaian"), *PUSKESMAS)


def test_a_lurah_sees_the_own_people_and_no_others(jalankan: Jalankan, folder_data: dict[str, Path]) -> None:
    at = buka_nama(jalankan("penilaian-asn", peran="evaluator", unit=BIASA, periode=TW3))
    assert kode_tampak(at) == orang(folder_data["sampel"], Akses("kepegawaian"), BIASA)
    lain = jalankan("penilaian-asn", peran="evaluator", unit="13.71.06.1009", periode=TW3)
    assert kode_tampak(lain) == set()
    assert teks("id", "penilaian.tidak_terlihat") in semua_teks(lain)


@pytest.mark.parametrize("halaman", ["penilaian-asn", "kalibrasi"])
@pytest.mark.parametrize("peran", PERAN)
def test_a_page_exists_only_for_its_roles(jalankan: Jalankan, halaman: str, peran: str) -> None:
    if peran in HALAMAN[halaman]:
        assert not jalankan(halaman, peran=peran, periode=TW3).exception
    else:
        with pytest.raises(ValueError, match=halaman.replace("-", "_")):
            jalankan(halaman, peran=peran)


def test_over_data_without_accounts_nobody_is_shown_and_the_page_says_why(jalankan: Jalankan) -> None:
    at = jalankan("penilaian-asn", data="satu_unit", peran="kepegawaian")
    assert not at.exception
    assert teks("id", "penilaian.tanpa_akun") in semua_teks(at).replace("\\", "")


def test_a_month_shows_the_ratings_of_its_triwulan_and_says_which(jalankan: Jalankan) -> None:
    kini = semua_teks(jalankan("penilaian-asn", peran="penyaji", periode="2026-08"))
    assert "Penilaian Triwulan III 2026" in kini
    berjalan = semua_teks(jalankan("penilaian-asn", peran="penyaji", periode="2026-10")).replace("\\", "")
    assert "Penilaian Triwulan III 2026: Triwulan IV 2026 belum berakhir" in berjalan


@pytest.mark.parametrize("dipilih", ["2025", "2025-S2"])
def test_a_year_without_yearly_ratings_shows_its_last_quarter_and_says_so(jalankan: Jalankan, dipilih: str) -> None:
    """The pattern and the predicate of the organisation must be of the same quarter as the ratings beside them."""
    tahun = jalankan("penilaian-asn", peran="kepegawaian", unit="1011119", periode=dipilih)
    triwulan = jalankan("penilaian-asn", peran="kepegawaian", unit="1011119", periode="2025-TW4")
    assert "Penilaian Triwulan IV 2025, yang terakhir dalam" in semua_teks(tahun)
    pola = [re.findall(r"Sebaran predikat [^\n]+", semua_teks(at)) for at in (tahun, triwulan)]
    assert pola[0] == pola[1] and "organisasi 'Istimewa'" in pola[0][0]
    saya = jalankan("kinerja-saya", peran="pegawai", sebagai="ASN-0405", periode=dipilih)
    assert "Penilaian Triwulan IV 2025, yang terakhir dalam" in semua_teks(saya)


def test_whoever_left_before_the_round_ended_is_not_waiting_for_a_rating(jalankan: Jalankan) -> None:
    at = jalankan("penilaian-asn", peran="kepegawaian", unit="1011119", periode="2025-TW4")
    assert teks("id", "penilaian.buka_lengkap", n="77", periode="Triwulan IV 2025") in semua_teks(at)
    assert "ASN-0343" not in kode_tampak(at)


def test_the_unit_that_stopped_reporting_is_not_reported_and_not_bad(jalankan: Jalankan) -> None:
    at = jalankan("penilaian-asn", peran="kepegawaian", unit=DIAM, periode=TW3)
    isi = semua_teks(at).replace("\\", "")
    assert "Kelurahan Gates Nan XX: belum dilaporkan. Itu bukan hasil buruk" in isi
    assert set(at.dataframe[0].value[teks("id", "penilaian.kolom.predikat")]) == {"belum dilaporkan"}
    assert "12 hal untuk ditindaklanjuti" in isi
    assert "0 dari" not in isi


@pytest.mark.parametrize("unit", [BIASA, "1011120-LANSIA"])
@pytest.mark.parametrize("periode", TRIWULAN)
def test_honest_units_are_asked_nothing(jalankan: Jalankan, unit: str, periode: str) -> None:
    at = jalankan("penilaian-asn", peran="kepegawaian", unit=unit, periode=periode)
    isi = semua_teks(at)
    assert teks("id", "penilaian.antrean_kosong") in isi
    assert teks("id", "penilaian.buka_tenang") in isi
    assert not at.text_area


def test_only_people_of_the_chosen_cell_are_listed(jalankan: Jalankan) -> None:
    at = jalankan("penilaian-asn", peran="evaluator", unit=BIASA, periode=TW3)
    assert len(at.dataframe[0].value) == 11
    at.selectbox(key="pilih_sel_asn").set_value("di_bawah|sesuai").run()
    isi = at.dataframe[0].value
    assert len(isi) == 2
    assert set(isi[teks("id", "penilaian.kolom.predikat")]) == {"Butuh Perbaikan"}
    assert "2 orang: hasil kerja di bawah, perilaku sesuai" in semua_teks(at).replace("\\", "")


def test_filters_for_jabatan_and_status_change_what_is_counted(jalankan: Jalankan) -> None:
    at = jalankan("penilaian-asn", peran="evaluator", unit=BIASA, periode=TW3)
    at.multiselect(key=f"jabatan_asn_{BIASA}").set_value(["Lurah"]).run()
    assert len(at.dataframe[0].value) == 1
    assert "1 dari 1 ASN" in semua_teks(at)
    at.selectbox(key="status_asn_2").set_value("PPPK").run()
    assert not at.exception
    isi = semua_teks(at).replace("\\", "")
    assert "Tersaring: 0 ASN" in isi
    assert teks("id", "penilaian.daftar_kosong") in isi
    assert teks("id", "penilaian.matriks_kosong") in isi


def pembukaan(catatan: Path) -> list[tuple[str, ...]]:
    """Who had names shown: of which unit, on which page, in the order of the log."""
    a = AKSES_LOG.c
    with buka(catatan).connect() as koneksi:
        tanya = select(a.pelaku, a.unit, a.rincian).where(a.tindakan == "buka_samaran").order_by(a.id)
        return [tuple(b) for b in koneksi.execute(tanya)]


def test_a_session_starts_masked_and_showing_names_is_noted_once(jalankan: Jalankan, catatan: Path) -> None:
    at = jalankan("penilaian-asn", peran="evaluator", unit=BIASA, periode=TW3)
    assert kode_tampak(at) == set()
    assert teks("id", "penilaian.kolom.jabatan") not in at.dataframe[0].value
    assert teks("id", "penilaian.tampilkan_nama_baca") in semua_teks(at).replace("\\", "")
    assert pembukaan(catatan) == []
    buka_nama(at)
    assert len(kode_tampak(at)) == 11
    assert "Lurah" in set(at.dataframe[0].value[teks("id", "penilaian.kolom.jabatan")])
    at.selectbox(key="pilih_sel_asn").set_value("sesuai|sesuai").run()
    assert pembukaan(catatan) == [("ASN-0220", BIASA, "penilaian-asn")]
    at.button(key="samarkan_lagi").click().run()
    assert kode_tampak(at) == set()
    buka_nama(at)
    assert len(pembukaan(catatan)) == 2


@pytest.mark.parametrize("peran", ["pimpinan", "evaluator", "kepegawaian"])
@pytest.mark.parametrize("halaman", ["penilaian-asn", "umpan-balik", "kalibrasi", "pelatihan", "kepatuhan"])
def test_every_page_with_other_people_starts_masked(jalankan: Jalankan, halaman: str, peran: str) -> None:
    if peran not in HALAMAN[halaman]:
        return
    at = jalankan(halaman, peran=peran, periode=TW3)
    assert not at.exception
    assert kode_tampak(at) == set()


def test_shown_names_stay_shown_on_the_next_page_which_is_noted_too(jalankan: Jalankan, catatan: Path) -> None:
    at = buka_nama(jalankan("penilaian-asn", peran="evaluator", unit=BIASA, periode=TW3))
    at.switch_page("../../pages/evaluator/umpan_balik.py").run()
    assert len(kode_tampak(at)) == 10  # all but the viewer
    assert pembukaan(catatan) == [("ASN-0220", BIASA, h) for h in ("penilaian-asn", "umpan-balik")]


def test_each_unit_whose_names_are_shown_is_noted(jalankan: Jalankan, catatan: Path) -> None:
    buka_nama(jalankan("penilaian-asn", peran="kepegawaian", unit="1011120", periode=TW3))
    unit = [u for _, u, _ in pembukaan(catatan)]
    assert len(unit) == len(set(unit)) > 3
    assert "1011120-LANSIA" in unit


def test_another_viewer_in_the_same_session_begins_masked(jalankan: Jalankan, catatan: Path) -> None:
    at = buka_nama(jalankan("penilaian-asn", peran="evaluator", unit=BIASA, periode=TW3))
    at.selectbox(key="pilih_peran").set_value("kepegawaian").run()
    assert not at.exception
    assert kode_tampak(at) == set()
    assert len(pembukaan(catatan)) == 1


def test_a_reason_is_kept_with_its_history(jalankan: Jalankan, catatan: Path) -> None:
    at = jalankan("penilaian-asn", peran="kepegawaian", unit="13.71.06.1003", periode=TW3)
    kunci = "ASN-0127_semua_tercapai_tapi_di_bawah_2026-TW3"
    for isi in ("Target diubah pada bulan Agustus.", "Sudah dibahas dengan pegawai."):
        at.text_area(key=f"alasan_{kunci}").set_value(isi)
        at.button(key=f"simpan_{kunci}").click().run()
        assert not at.exception
    tampak = semua_teks(at)
    assert tampak.index("Sudah dibahas") < tampak.index("Target diubah")
    with buka(catatan).connect() as koneksi:
        assert len(koneksi.execute(select(ALASAN_ANTREAN)).all()) == 2


def test_the_level_of_the_pattern_is_set_by_kepegawaian_and_seen_by_all(jalankan: Jalankan, catatan: Path) -> None:
    at = jalankan("penilaian-asn", peran="kepegawaian", unit="1011120-UMUM", periode=TW3)
    assert "Poli Umum Pegambiran: 12 ASN dinilai" in semua_teks(at).replace("\\", "")
    at.selectbox(key="pilih_tingkat_pola").set_value("induk")
    at.button(key="simpan_pola").click().run()
    lain = jalankan("penilaian-asn", peran="penyaji", unit="1011120-UMUM", periode=TW3)
    isi = semua_teks(lain).replace("\\", "")
    assert "Puskesmas Pegambiran: 69 ASN dinilai" in isi
    assert "tingkat: puskesmas atau kecamatan" in isi
    assert "pilih_tingkat_pola" not in {s.key for s in lain.selectbox}
    assert (catatan / "catatan.sqlite").exists()


@pytest.mark.parametrize(
    ("periode", "siapa"), [("2026-TW1", "ASN-0012"), ("2026-TW2", "ASN-0064"), ("2026-TW3", "ASN-0007")]
)
def test_a_printed_predikat_that_does_not_follow_is_listed(
    folder_data: dict[str, Path], periode: str, siapa: str
) -> None:
    kursor = buka_aktif(folder_data["sampel"]).kursor()
    units = [k for (k,) in kursor.execute("select kode from unit").fetchall()]
    nilai = asn.fetch_nilai(
        Akses("kepegawaian"), buka_aktif(folder_data["sampel"]).kursor(), units, parse_periode(periode)
    )
    assert [b[:3] for b in beda_predikat(nilai)] == [(siapa, "sangat_baik", "baik")]


@pytest.mark.parametrize("periode", TRIWULAN)
def test_the_lenient_rater_is_talked_about_and_nobody_else(jalankan: Jalankan, periode: str) -> None:
    at = buka_nama(jalankan("kalibrasi", peran="kepegawaian", periode=periode))
    isi = [m.value for m in at.markdown if teks("id", "kalibrasi.bahas") in m.value]
    assert len(isi) == 1
    assert KODE.findall(isi[0]) == [LUNAK]
    semua = semua_teks(at).replace("\\", "")
    assert teks("id", "kalibrasi.tersarang") in semua
    assert "Cramér's V" in semua


def test_calibration_stands_in_the_order_of_units_and_can_be_masked(jalankan: Jalankan) -> None:
    at = buka_nama(jalankan("kalibrasi", peran="kepegawaian", periode=TW3))
    tabel = at.dataframe[0].value
    kode = [k for baris in tabel[teks("id", "kalibrasi.kolom.nama")] for k in KODE.findall(baris)]
    assert kode.index("ASN-0001") == 0
    assert kode == sorted(kode)  # codes were given in the order of the units
    at.button(key="samarkan_lagi").click().run()
    assert kode_tampak(at) == set()


def test_groups_of_calibration_are_sums_in_the_order_of_units() -> None:
    df = pd.DataFrame(
        [("P1", "B", 3, 6, 12, 9, 8), ("P1", "A", 1, 3, 9, 9, 7), ("P2", "A", 5, 10, 20, 9, 9)],
        columns=["penilai", "unit", "n", "hasil", "hasil_kuadrat", "butir", "tercapai"],
    )
    penilai = kelompokkan(df, "penilai", ["A", "B"], {})
    assert penilai[["kode", "tempat", "n", "hasil"]].to_numpy().tolist() == [["P2", "A", 5, 10], ["P1", "B", 4, 9]]
    assert kelompokkan(df, "penilai", ["A", "B"], {"P1": "A"})["tempat"].tolist() == ["A", "A"]
    assert kelompokkan(df, "unit", ["B", "A"], {})[["kode", "n"]].to_numpy().tolist() == [["B", 3], ["A", 6]]


def test_the_table_of_predikat_has_every_column() -> None:
    isi = [("A", "sesuai", "sesuai"), ("A", "di_atas", "di_atas"), ("B", "", "")]
    nilai = pd.DataFrame(isi, columns=["unit", "hasil_kerja", "perilaku"])
    assert tabel_predikat(nilai).to_numpy().tolist() == [[0, 0, 0, 1, 1]]


def test_ratings_are_due_14_working_days_after_the_period_and_not_guessed() -> None:
    kalender = susun_kalender([date(2026, 10, 5)], date(2026, 1, 1), date(2027, 12, 31))
    assert penilaian.tenggat_menilai(kalender, date(2026, 9, 30)) == date(2026, 10, 21)
    assert penilaian.tenggat_menilai(kalender, date(2027, 12, 31)) is None
    assert penilaian.tenggat_menilai(None, date(2026, 9, 30)) is None
