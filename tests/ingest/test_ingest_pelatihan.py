"""Training: persons with their hours and events with their participants; a blank is never 0."""

from __future__ import annotations

import csv as csv_baku
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_ingest import alasan, baca, xlsx
from bahan_orang import GARAM, NAMA, NIP, ORANG, angka_tersimpan, coba_semua, csv, periksa_tanpa_orang, ubahan
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.pegawai import kode_pegawai
from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi
from kinerja.ingest.bentuk import pelatihan
from kinerja.ingest.bentuk.tanggal_sel import baca_hari, tentukan_urut
from kinerja.ingest.peta.toml import baca_peta, tulis_peta

CARPENTRIES = Path(__file__).resolve().parents[2] / "../shared/data/carpentries"
KEC = Opsi(unit="KEC")
PERORANG = ("No", "NIP", "Nama", "Unit Kerja", "Judul Pelatihan", "Tanggal Pelaksanaan", "JP")
ACARA = ("Tanggal", "Nama Kegiatan", "Jumlah Peserta", "JP")


def tabel(hasil: HasilBaca) -> tuple[tuple[object, ...], ...]:
    return hasil.tabel.get("pelatihan", ())


@pytest.mark.parametrize(
    ("nama", "kolom", "tanggal"),
    [
        ("num_attendees_by_session.csv", "num_attendees", "start_day_utc"),
        ("instructor_training_events.csv", "attendance", "start"),
    ],
)
def test_real_event_lists_are_read_to_the_last_participant(nama: str, kolom: str, tanggal: str, tmp_path: Path) -> None:
    if not CARPENTRIES.exists():
        pytest.skip("the shared data are not here")
    with (CARPENTRIES / nama).open(encoding="utf-8", newline="") as berkas:
        baris = list(csv_baku.DictReader(berkas))
    hasil = baca(tmp_path / nama, (CARPENTRIES / nama).read_bytes(), KEC, ORANG)
    assert (hasil.jenis, [m.alasan for m in hasil.masalah]) == ("pelatihan", [])
    terisi = [b for b in baris if b[kolom]]
    assert [b[6] for b in tabel(hasil)] == [int(b[kolom]) for b in terisi]
    assert {(b[0], b[1], b[7]) for b in tabel(hasil)} == {("", "KEC", None)}
    assert len([d for d in hasil.dibuang if d.alasan == "dibuang.tanpa_peserta"]) == len(baris) - len(terisi)
    for asli, baca_ in zip(terisi, tabel(hasil), strict=True):
        hari = baca_[2]
        assert isinstance(hari, date)
        assert asli[tanggal] in (hari.isoformat(), f"{hari.day} {hari:%B}, {hari.year}")
        assert baca_[3] == baca_[4] == hari.year * 100 + hari.month


def test_a_blank_number_of_participants_is_listed_and_is_not_zero(tmp_path: Path) -> None:
    isi = csv(
        ACARA, ("2026-10-05", "Diklat A", 20, 8), ("2026-10-06", "Diklat B", None, 8), ("2026-10-07", "Diklat C", 0, 4)
    )
    hasil = baca(tmp_path / "a.csv", isi, KEC, ORANG)
    assert alasan(hasil) == set()
    assert [(b[5], b[6], b[7]) for b in tabel(hasil)] == [("Diklat A", 20, 8), ("Diklat C", 0, 4)]
    assert [(d.letak, d.isi) for d in hasil.dibuang if d.alasan == "dibuang.tanpa_peserta"] == [("3", "")]


def test_stored_attendance_and_hours_are_sums_over_participants(tmp_path: Path) -> None:
    isi = csv(ACARA, ("2026-10-05", "A", 20, 8), ("2026-10-16", "B", 7, 16), ("2026-10-17", "C", 5, None))
    hasil = baca(tmp_path / "a.csv", isi, KEC, ORANG)
    assert angka_tersimpan(tmp_path / "x", hasil, "pelatihan_peserta", "KEC", "2026-10") == 32
    assert angka_tersimpan(tmp_path / "y", hasil, "pelatihan_jp", "KEC", "2026-10") == 20 * 8 + 7 * 16


def test_persons_are_stored_by_code_with_their_hours(tmp_path: Path) -> None:
    isi = csv(
        PERORANG,
        (1, NIP[0], NAMA[0], "KEC", "Pelayanan Prima", "4 Agustus 2026", 8),
        (2, NIP[1], NAMA[1], "Puskesmas Pegambiran", "PPGD", "4-6 Agustus 2026", "24"),
        (3, NIP[2], NAMA[2], "KEC", "Total Quality Management", "30 Juli s.d. 2 Agustus 2026", None),
        ("Jumlah", None, None, None, None, None, 32),
    )
    hasil = baca(tmp_path / "a.csv", isi, Opsi(), ORANG)
    assert alasan(hasil) == set()
    kode = [kode_pegawai(GARAM, n) for n in NIP]
    assert tabel(hasil) == (
        (kode[0], "KEC", date(2026, 8, 4), 202608, 202608, "Pelayanan Prima", 1, 8),
        (kode[1], "PKM-PG", date(2026, 8, 4), 202608, 202608, "PPGD", 1, 24),
        (kode[2], "KEC", date(2026, 7, 30), 202607, 202607, "Total Quality Management", 1, None),
    )


def test_neither_name_nor_number_is_in_the_result_or_in_the_store(tmp_path: Path) -> None:
    isi = [(n, NIP[n], NAMA[n], "KEC", f"Diklat {n}", f"{n + 13}/08/2026", 8) for n in range(4)]
    isi += [(5, NIP[4], NAMA[4], "KEC", f"Diklat a.n. NIP {NIP[4]}", "20/08/2026", 8)]
    hasil = baca(
        tmp_path / "a.csv", csv(PERORANG, *isi, (None, None, None, None, None, None, "Mengetahui")), KEC, ORANG
    )
    assert len(tabel(hasil)) == 5
    assert alasan(hasil, "info") == {"judul_bernomor"}
    periksa_tanpa_orang(hasil, tmp_path / "data", [*NIP, *NAMA])


def test_the_same_person_and_course_twice_is_a_problem(tmp_path: Path) -> None:
    satu = (1, NIP[0], NAMA[0], "KEC", "Diklat", "2026-08-04", 8)
    hasil = baca(tmp_path / "a.csv", csv(PERORANG, satu, satu), KEC, ORANG)
    assert [(m.alasan, m.args["pertama"], m.args["ulang"]) for m in hasil.masalah] == [
        ("masalah.orang_ganda", "2", "3")
    ]


def test_without_a_number_the_name_is_the_key_and_no_name_is_kept(tmp_path: Path) -> None:
    kepala = ("Nama Peserta", "Pelatihan yang diikuti", "Tanggal")
    hasil = baca(tmp_path / "a.csv", csv(kepala, (NAMA[0], "PPGD", "2026-08-04")), KEC, ORANG)
    assert alasan(hasil, "info") == {"kunci_nama"}
    assert len(tabel(hasil)) == 1
    periksa_tanpa_orang(hasil, tmp_path / "data", NAMA)


@pytest.mark.parametrize(
    ("nilai", "galat"), [("7,5", "angka_pecahan"), ("delapan", "angka_bukan"), (-1, "angka_negatif")]
)
def test_hours_that_are_no_count_are_asked(tmp_path: Path, nilai: object, galat: str) -> None:
    hasil = baca(tmp_path / "a.csv", csv(ACARA, ("2026-10-05", "Diklat", 20, nilai)), KEC, ORANG)
    assert alasan(hasil) == {galat}


def test_a_missing_day_and_a_bad_day_are_asked_at_their_cell(tmp_path: Path) -> None:
    isi = csv(
        ACARA, ("2026-10-05", "A", 20, 8), (None, "B", 20, 8), ("31/02/2026", "C", 5, 8), ("5/10/1826", "D", 5, 8)
    )
    hasil = baca(tmp_path / "a.csv", isi, KEC, ORANG)
    assert [(m.alasan.removeprefix("masalah."), m.baris) for m in hasil.masalah] == [
        ("hari_kosong", 3),
        ("hari_bukan", 4),
        ("hari_jauh", 5),
    ]


def test_excel_dates_that_may_be_swapped_are_asked_until_the_person_decides(tmp_path: Path) -> None:
    """5/10 became the tenth of May, 13/10 stayed a text: the trap of a spreadsheet with American settings."""
    isi = xlsx({"Data": [list(ACARA), [date(2026, 5, 10), "A", 3, 8], ["13/10/2026", "B", 4, 8]]})
    hasil = baca(tmp_path / "a.xlsx", isi, KEC, ORANG)
    assert [(m.alasan, m.baris) for m in hasil.masalah] == [("masalah.hari_tertukar", 2)]
    peta = baca_peta(hasil.peta)
    kolom = tuple(replace(k, tanggal="dmy") if k.isi == "tanggal" else k for k in peta.kolom)
    hasil = baca(tmp_path / "a.xlsx", isi, replace(KEC, peta=tulis_peta(replace(peta, kolom=kolom))), ORANG)
    assert [b[2] for b in tabel(hasil)] == [date(2026, 5, 10), date(2026, 10, 13)]


@pytest.mark.parametrize(
    ("sel", "hari"),
    [
        ("4 August, 2022", date(2022, 8, 4)),
        ("August 4th, 2022", date(2022, 8, 4)),
        ("Kamis, 4 Agustus 2022", date(2022, 8, 4)),
        ("Jum'at, 5 Agt 2022", date(2022, 8, 5)),
        ("4-Agu-2022", date(2022, 8, 4)),
        ("2022-08-04", date(2022, 8, 4)),
        ("2022/08/04 9:30:12 AM GMT+7", date(2022, 8, 4)),
        ("2022-08-04T23:30:00+07:00", date(2022, 8, 4)),
        ("04.08.2022 09.30", date(2022, 8, 4)),
        ("04/08/2022 - 06/08/2022", date(2022, 8, 4)),
        ("4 s/d 6 Agustus 2022", date(2022, 8, 4)),
        ("4, 5 Agustus 2022", None),
        (date(2022, 8, 4), date(2022, 8, 4)),
        (44777, date(2022, 8, 4)),
        (20220804, date(2022, 8, 4)),
        ("04/08/22", None),
        ("Agustus 2022", None),
        ("٤/٨/٢٠٢٢", None),
        (12, None),
        (True, None),
        ("0", None),
    ],
)
def test_a_day_is_read_in_every_spelling_met(sel: Any, hari: date | None) -> None:
    assert baca_hari(sel, "dmy", rentang=True).nilai == hari


def test_the_order_of_day_and_month_is_decided_by_the_column_and_never_by_the_cell() -> None:
    assert tentukan_urut(["05/10/2026", "13/10/2026"]).urut == "dmy"
    assert tentukan_urut(["10/05/2026", "10/13/2026 9:30:00"]).urut == "mdy"
    assert tentukan_urut(["10/10/2026", "2026-10-05", "5 Oktober 2026"]).alasan == ""
    assert tentukan_urut(["05/10/2026"]).alasan == "masalah.hari_ragu"
    assert tentukan_urut(["05/10/2026 - 07/10/2026"]).alasan == "masalah.hari_ragu"
    assert tentukan_urut(["13/10/2026", "10/13/2026"]).alasan == "masalah.hari_campur"
    assert tentukan_urut(["05/10/2026"], parse_periode("2026-10")).urut == "dmy"
    assert tentukan_urut(["05/10/2026"], parse_periode("2026")).alasan == "masalah.hari_ragu"


@settings(max_examples=200, deadline=None)
@given(
    st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%-d.%-m.%Y"])
)
def test_a_written_day_is_read_back_the_same(hari: date, pola: str) -> None:
    assert baca_hari(hari.strftime(pola), "dmy").nilai == hari
    if pola == "%d/%m/%Y":
        assert baca_hari(hari.strftime("%m/%d/%Y"), "mdy").nilai == hari


def test_a_mapping_that_lacks_the_day_or_the_people_or_has_both_kinds_says_so(tmp_path: Path) -> None:
    isi = csv((*PERORANG, "Peserta"), (1, NIP[0], NAMA[0], "KEC", "Diklat", "2026-08-04", 8, 30))
    peta = baca_peta(baca(tmp_path / "a.csv", isi, KEC, ORANG).peta)
    assert peta.satu("peserta") is not None
    kolom = {k.isi: k for k in peta.kolom}
    nip = replace(kolom["jp"], kolom=1, isi="nip", judul="NIP")
    for pakai, galat in (
        ([k for k in peta.kolom if k.isi != "tanggal"], "pelatihan_tanpa_tanggal"),
        ([k for k in peta.kolom if k.isi != "peserta"], "pelatihan_tanpa_peserta"),
        ([*peta.kolom, nip], "pelatihan_dua_cara"),
    ):
        opsi = replace(KEC, peta=tulis_peta(replace(peta, kolom=tuple(pakai))))
        assert alasan(baca(tmp_path / "a.csv", isi, opsi, ORANG)) == {galat}


@settings(max_examples=250, deadline=None)
@given(ubahan, st.booleans())
def test_any_cell_may_hold_anything_and_nothing_is_raised_or_invented(ubah: list[Any], orang: bool) -> None:
    if orang:
        isi = [list(PERORANG), *([n, NIP[n], NAMA[n], "KEC", "Diklat", f"{n + 10}/08/2026", 8] for n in range(5))]
    else:
        isi = [["Rekap pelatihan"], list(ACARA), *([f"{n + 10}/08/2026", "Diklat", 20 + n, 8] for n in range(6))]
    konteks = coba_semua(pelatihan.usul, "pelatihan", isi, ubah)
    for satu in konteks.hasil.tabel.get("pelatihan", []):
        assert isinstance(satu[2], date)
        assert int(str(satu[6])) >= 0
