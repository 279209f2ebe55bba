"""Titles and names that tell of a part of the visits, or of no counts: asked before anything is taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bahan_ingest import RUJUKAN, TAMBAH, alasan, baca, xlsx
from test_ingest_profil_lain import KUNJUNGAN_DATAR, _tabel

from kinerja.domain.fakta import HasilBaca
from kinerja.ingest import Opsi
from kinerja.ingest.judul_sempit import kata_sempit
from kinerja.ingest.peta.toml import baca_peta

OPSI = Opsi(hari_ini=date(2026, 11, 24))
INDUK = "LAPORAN KUNJUNGAN RAWAT JALAN TAHUN 2026"
KEPALA = ["No", "Nama Puskesmas", "JANUARI", "PEB", "Maret"]
ISI = [[1, "Puskesmas Lubuk Begalung", 1000, 1001, 990], [2, "Puskesmas Pegambiran", 1050, 1051, 980]]
MILIK = (RUJUKAN.indikator["kunjungan_rawat_jalan"],)


def _kata(judul: str, nama: str = "Sheet1") -> str:
    return kata_sempit((judul,), (nama, "laporan 2026"), RUJUKAN.units, MILIK)


@pytest.mark.parametrize(
    ("judul", "kata"),
    [
        ("KUNJUNGAN RAWAT JALAN PASIEN BPJS TAHUN 2026", "BPJS"),
        ("KUNJUNGAN PASIEN UMUM TAHUN 2026", "PASIEN UMUM"),
        ("KUNJUNGAN LANSIA", "LANSIA"),
        ("TARGET KUNJUNGAN RAWAT JALAN 2026", "TARGET"),
        ("PREDIKSI KUNJUNGAN RAWAT JALAN 2026", "PREDIKSI"),
        ("KUNJUNGAN RAWAT JALAN POLI GIGI", "POLI GIGI"),
        ("KUNJUNGAN PASIEN LAMA", "PASIEN LAMA"),
        ("KUNJUNGAN PASIEN LAKI-LAKI", "PASIEN LAKI LAKI"),
        ("KUNJUNGAN LUAR GEDUNG", "LUAR GEDUNG"),
        ("PERSENTASE KUNJUNGAN RAWAT JALAN", "PERSENTASE"),
        ("KUNJUNGAN RAWAT JALAN TIDAK TERMASUK IGD", "TIDAK TERMASUK IGD"),
        ("RATA-RATA KUNJUNGAN PER HARI", "RATA RATA"),
        ("KUNJUNGAN PASIEN BARU DAN LAMA", ""),
        ("KUNJUNGAN PASIEN BPJS DAN UMUM", ""),
        ("TARGET DAN REALISASI KUNJUNGAN", ""),
        ("JUMLAH DAN PERSENTASE KUNJUNGAN", ""),
        ("KUNJUNGAN DALAM GEDUNG DAN LUAR GEDUNG", ""),
        ("KUNJUNGAN RAWAT JALAN PUSKESMAS BESERTA PUSTU", ""),
        ("PUSKESMAS RAMAH LANSIA / SUB BAGIAN UMUM DAN KEPEGAWAIAN", ""),
        ("PUSKESMAS LUBUK BEGALUNG, KELURAHAN KOTO BARU NAN XX, JALAN ANAK AIR", ""),
        ("KUNJUNGAN MENURUT JENIS KELAMIN LAKI-LAKI DAN PEREMPUAN", ""),
    ],
)
def test_the_words_of_a_title(judul: str, kata: str) -> None:
    assert _kata(judul) == kata


@pytest.mark.parametrize(("nama", "kata"), [("BPJS", "BPJS"), ("Umum", "UMUM"), ("Target", "TARGET"), ("Lama", "LAMA")])
def test_the_name_of_a_sheet(nama: str, kata: str) -> None:
    assert _kata(INDUK, nama) == kata


def test_a_word_of_the_indikator_itself_narrows_nothing() -> None:
    baru = RUJUKAN.indikator.get("kunjungan_baru") or replace(MILIK[0], kata_kunci=("PASIEN BARU",))
    assert kata_sempit(("KUNJUNGAN PASIEN BARU",), (), RUJUKAN.units, (baru,)) == ""


def _rekap(folder: Path, *judul: str, lembar: str = "2026", opsi: Opsi = OPSI, **lain: Any) -> HasilBaca:
    isi = xlsx({lembar: [*([j] for j in judul), KEPALA, *ISI]})
    return baca(folder / "laporan 2026.xlsx", isi, opsi, **lain)


@pytest.mark.parametrize("judul", [("PASIEN BPJS", INDUK), (INDUK, "PUSKESMAS SE-KECAMATAN", "POLI LANSIA")])
def test_a_recap_of_a_part_is_asked_wherever_the_line_stands(tmp_path: Path, judul: tuple[str, ...]) -> None:
    hasil = _rekap(tmp_path, *judul)
    assert alasan(hasil) & {"judul_sempit", "tata_letak_tak_dikenali"}
    assert not _rekap(tmp_path, INDUK).masalah


def test_a_sheet_of_targets_is_not_taken_as_visits(tmp_path: Path) -> None:
    assert alasan(_rekap(tmp_path, INDUK, lembar="Target")) == {"judul_sempit"}


@pytest.mark.parametrize(
    ("judul", "galat", "peringatan"),
    [
        (
            "JUMLAH KUNJUNGAN PASIEN BARU RAWAT JALAN, RAWAT INAP, DAN KUNJUNGAN GANGGUAN JIWA",
            set(),
            {"judul_pasien_baru"},
        ),
        ("JUMLAH KUNJUNGAN PASIEN BPJS RAWAT JALAN, RAWAT INAP, DAN KUNJUNGAN GANGGUAN JIWA", {"judul_sempit"}, set()),
    ],
)
def test_a_printed_table_is_asked_but_for_the_forms_own_words(
    tmp_path: Path, judul: str, galat: set[str], peringatan: set[str]
) -> None:
    baris = _tabel(judul, KUNJUNGAN_DATAR, [1, "A", "Batu Hampar", 100, 200, 300, 1, 2, 3, 5])
    hasil = baca(tmp_path / "a.xlsx", xlsx({"5": baris}), TAMBAH)
    assert (alasan(hasil), alasan(hasil, "peringatan")) == (galat, peringatan)
    assert bool(hasil.usulan) == bool(galat), "a sheet that is refused can be mapped by hand"


def test_a_confirmed_mapping_keeps_the_words_and_other_words_are_asked_again(tmp_path: Path) -> None:
    judul = (INDUK, "PASIEN BPJS")
    kenal = _rekap(tmp_path, INDUK)
    dipetakan = _rekap(tmp_path, *judul, opsi=replace(OPSI, peta=kenal.peta))
    assert alasan(dipetakan) == set()
    assert alasan(dipetakan, "peringatan") == {"judul_sempit_peta"}
    assert baca_peta(dipetakan.peta).sempit == ("BPJS",)
    ingat = replace(RUJUKAN, tata_letak={"rekap": dipetakan.peta})
    assert not _rekap(tmp_path, *judul, rujukan=ingat).masalah
    assert alasan(_rekap(tmp_path, INDUK, "PASIEN UMUM", rujukan=ingat)) == {"judul_sempit"}


def _tabel5(*ganti: tuple[str, str]) -> list[list[Any]]:
    """The printed table of visits with other words in its header."""
    kepala = [[_ganti(sel, ganti) for sel in baris] for baris in KUNJUNGAN_DATAR]
    judul = "JUMLAH KUNJUNGAN RAWAT JALAN, RAWAT INAP, DAN KUNJUNGAN GANGGUAN JIWA"
    return _tabel(judul, kepala, [1, "A", "Batu Hampar", 100, 200, 300, 1, 2, 3, 5])


def _ganti(sel: Any, ganti: tuple[tuple[str, str], ...]) -> Any:
    for lama, baru in ganti:
        sel = baru if isinstance(sel, str) and sel.upper() == lama else sel
    return sel


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("RAWAT INAP", "RAWAT INAP (HARI RAWAT)"),
        ("RAWAT JALAN", "RAWAT JALAN (target)"),
        ("RAWAT JALAN", "RAWAT JALAN (2019)"),
        ("RAWAT JALAN", "RAWAT JALAN TAHUN LALU"),
        ("RAWAT JALAN", "RAWAT JALAN GIGI"),
        ("RAWAT JALAN", "RAWAT JALAN BARU"),
        ("RAWAT INAP", "RAWAT INAP MENINGGAL"),
    ],
)
def test_a_column_of_a_part_of_the_visits_is_asked(tmp_path: Path, lama: str, baru: str) -> None:
    biasa = baca(tmp_path / "a.xlsx", xlsx({"5": _tabel5()}), TAMBAH)
    assert biasa.diterima and not biasa.masalah
    sempit = baca(tmp_path / "b.xlsx", xlsx({"5": _tabel5((lama, baru))}), TAMBAH)
    assert alasan(sempit) == {"kolom_sempit"}
    assert sempit.usulan, "it can be mapped by hand"


def test_a_column_of_new_and_repeat_visits_together_is_all_visits(tmp_path: Path) -> None:
    isi = _tabel5(("RAWAT JALAN", "RAWAT JALAN (BARU + LAMA)"))
    assert baca(tmp_path / "a.xlsx", xlsx({"5": isi}), TAMBAH).diterima


def _spm(folder: Path, judul: str, kolom: str = "MENDAPAT PELAYANAN KESEHATAN") -> HasilBaca:
    isi = f"{judul};;;;;\nTAHUN 2024;;;;;\nNO;KECAMATAN;PUSKESMAS;JUMLAH ESTIMASI PENDERITA;{kolom};%\n"
    return baca(folder / "spm.csv", isi + "1;x;Puskesmas Lubuk Begalung;100;80;80\n", OPSI)


@pytest.mark.parametrize(
    "kolom",
    [
        "TIDAK MENDAPAT PELAYANAN KESEHATAN",
        "MENDAPATKAN PELAYANAN KESEHATAN TIDAK SESUAI STANDAR",
        "TARGET MENDAPAT PELAYANAN KESEHATAN",
        "MENDAPAT PELAYANAN POSYANDU",
    ],
)
def test_a_column_of_those_not_served_is_never_that_of_the_served(tmp_path: Path, kolom: str) -> None:
    judul = "PELAYANAN KESEHATAN PENDERITA HIPERTENSI"
    assert [(f.pembilang, f.penyebut) for f in _spm(tmp_path, judul).fakta] == [(80, 100)]
    assert not _spm(tmp_path, judul, kolom).diterima


@pytest.mark.parametrize(
    "judul",
    [
        "PENDERITA HIPERTENSI TERKENDALI",
        "PELAYANAN KESEHATAN PENDERITA HIPERTENSI YANG DIRUJUK",
        "PELAYANAN KESEHATAN PENDERITA HIPERTENSI PESERTA JKN",
        "PREDIKSI PELAYANAN KESEHATAN PENDERITA HIPERTENSI",
        "PELAYANAN KESEHATAN PENDERITA HIPERTENSI USIA LANJUT",
        "PELAYANAN KESEHATAN ORANG DENGAN GANGGUAN JIWA RINGAN",
    ],
)
def test_a_service_of_a_part_or_of_two_is_asked(tmp_path: Path, judul: str) -> None:
    assert not _spm(tmp_path, judul).diterima
