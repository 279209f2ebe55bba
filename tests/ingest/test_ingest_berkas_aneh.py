"""Odd and hostile files: each has one expected outcome, and none of them raises."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from bahan_aneh import DITERIMA, DITOLAK, ISI, KEPALA, SATU, data, jauh, zip_bom_bertingkat
from bahan_ingest import (
    RUJUKAN,
    alasan,
    baca,
    csv_templat,
    jumlah,
    ods,
    ods_tabel,
    xls,
    xlsx,
    xlsx_mentah,
)

from kinerja.ingest import Opsi, baca_berkas
from kinerja.ingest.container import _periksa_bongkaran
from kinerja.ingest.proses import _lingkungan, _sebab, baca_di_anak
from kinerja.ingest.tolak import BerkasDitolakError


@pytest.mark.parametrize("nama", DITOLAK)
def test_an_odd_file_is_refused_with_its_own_sentence(nama: str, tmp_path: Path) -> None:
    isi, harap = DITOLAK[nama]
    hasil = baca(tmp_path / nama, isi() if callable(isi) else isi)
    assert alasan(hasil) == {harap}
    assert not hasil.diterima and hasil.berkas == nama


@pytest.mark.parametrize("nama", DITERIMA)
def test_an_unusual_but_sound_file_gives_its_one_figure(nama: str, tmp_path: Path) -> None:
    isi = DITERIMA[nama]
    hasil = baca(tmp_path / nama, isi() if callable(isi) else isi)
    assert hasil.diterima, hasil.masalah
    assert jumlah(hasil, "spm_hipertensi") == (10, 20) and len(hasil.fakta) == 1
    assert ("ekstensi_keliru" in alasan(hasil, "info")) == nama.startswith("salah_nama")


def test_a_sparse_bomb_is_refused_in_well_under_a_second(tmp_path: Path) -> None:
    isi = jauh("XFD1048576")
    assert len(isi) < 2_000
    mulai = time.perf_counter()
    hasil = baca(tmp_path / "bom.xlsx", isi)
    assert time.perf_counter() - mulai < 1.0
    assert hasil.masalah[0].args["sel"] == "XFD1048576" and hasil.masalah[0].lembar == "Data"


def test_an_open_quote_is_named_by_the_line_it_starts_on(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", csv_templat(SATU, '2026-11;"PKM-PG;spm_hipertensi;1;2;;', SATU))
    assert hasil.masalah[0].baris == 3


def test_a_ragged_row_is_named_and_the_others_are_still_judged(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", csv_templat("2026-10;PKM-PG;x", "2026-10;PKM-PG;spm_hipertensi;-5;2;;"))
    assert [(m.baris, m.alasan) for m in hasil.masalah] == [(2, "masalah.baris_timpang"), (3, "masalah.angka_negatif")]


def test_the_name_of_an_upload_is_shown_and_never_a_path(tmp_path: Path) -> None:
    (tmp_path / "unggah").write_text(csv_templat(SATU))
    hasil = baca_berkas(tmp_path / "unggah", "C:\\rahasia\\..\\x\x07.csv", RUJUKAN, Opsi())
    assert hasil.berkas == "x.csv"


def test_unpacked_bytes_are_counted_even_when_the_directory_was_not() -> None:
    with zipfile.ZipFile(io.BytesIO(zip_bom_bertingkat())) as arsip, pytest.raises(BerkasDitolakError) as galat:
        _periksa_bongkaran(arsip)
    assert galat.value.kunci == "masalah.zip_mengembang"


def test_a_missing_file_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    assert alasan(baca(tmp_path / "tidak_ada.xlsx")) == {"tak_terbaca"}
    assert alasan(baca(tmp_path)) == {"tak_terbaca"}


def test_a_child_that_takes_too_long_is_stopped_and_told() -> None:
    with pytest.raises(BerkasDitolakError) as galat:
        baca_di_anak(xlsx({"Data": [KEPALA, ISI]}), "xlsx", (), batas=0.001)
    assert galat.value.kunci == "masalah.anak_waktu"


def test_a_child_that_fails_is_told_as_a_damaged_file() -> None:
    with pytest.raises(BerkasDitolakError) as galat:
        baca_di_anak(b"bukan zip", "xlsx", ())
    assert galat.value.kunci == "masalah.rusak"


def test_the_child_gets_no_secret_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUNCI_RAHASIA", "abc")
    assert "KUNCI_RAHASIA" not in _lingkungan() and "HOME" not in _lingkungan()


def test_a_hidden_sheet_is_read_only_when_asked_for(tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(xlsx({"Depan": [("halo",)], "Data": [KEPALA, ISI]})))
    buku["Data"].sheet_state = "hidden"
    buku.save(tmp_path / "a.xlsx")
    tanpa = baca(tmp_path / "a.xlsx")
    assert not tanpa.fakta and [d.alasan for d in tanpa.dibuang if d.lembar == "Data"] == ["dibuang.lembar_tersembunyi"]
    assert len(baca(tmp_path / "a.xlsx", opsi=Opsi(lembar=("Data",))).fakta) == 1


def test_sheets_are_chosen_by_name_and_a_wrong_name_lists_those_there_are(tmp_path: Path) -> None:
    isi = xlsx({"Depan": [("halo",)], "Data": [KEPALA, ISI]})
    hasil = baca(tmp_path / "a.xlsx", isi, Opsi(lembar=("Dta",)))
    assert alasan(hasil) == {"lembar_tak_ada"} and hasil.masalah[0].args["ada"] == "Depan, Data"
    assert alasan(baca(tmp_path / "a.xlsx", opsi=Opsi(lembar=("Depan",)))) == {"lembar_tak_dikenali"}
    semua = baca(tmp_path / "a.xlsx")
    assert semua.lembar == ("Data",) and [d.letak for d in semua.dibuang if d.jenis == "lembar"] == ["Depan"]


def test_problems_are_all_named_and_capped_at_two_hundred_with_the_count(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", csv_templat(*[f"2026-10;PKM-PG;spm_hipertensi;x{i};2;;" for i in range(250)]))
    assert len(hasil.masalah) == 201
    assert hasil.masalah[-1].alasan == "masalah.terlalu_banyak"
    assert hasil.masalah[-1].args == {"jumlah": 50, "semua": 250}
    assert [m.baris for m in hasil.masalah[:3]] == [2, 3, 4]


def test_cells_read_by_every_container_are_the_same(tmp_path: Path) -> None:
    isi = {
        "a.xlsx": xlsx({"Data": [KEPALA, ISI]}),
        "a.xls": xls([KEPALA, ISI]),
        "a.ods": ods(ods_tabel("Data", [KEPALA, ISI])),
        "a.csv": csv_templat(SATU).encode(),
    }
    fakta = {nama: baca(tmp_path / nama, data).fakta for nama, data in isi.items()}
    assert len(set(fakta.values())) == 1


def test_zip_entries_are_never_written_to_disk(tmp_path: Path) -> None:
    assert baca(tmp_path / "a.xlsx", xlsx_mentah(data(), {"../../jahat.txt": b"x"})).diterima
    assert not list(tmp_path.parent.parent.glob("**/jahat.txt"))


@pytest.mark.parametrize(
    ("habis", "kode", "kunci"),
    [
        (True, -9, "masalah.anak_waktu"),
        (False, -24, "masalah.anak_waktu"),
        (False, -6, "masalah.anak_memori"),
        (False, -9, "masalah.anak_memori"),
        (False, -11, "masalah.anak_mati"),
        (False, 1, "masalah.rusak"),
    ],
)
def test_the_way_a_child_ended_has_its_own_sentence(habis: bool, kode: int, kunci: str) -> None:
    assert _sebab(habis, kode) == kunci
