"""Units of one name in two places: the kabupaten or kota of the title, and a code beside a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bahan_ingest import RUJUKAN, alasan, baca

from kinerja.domain.fakta import HasilBaca
from kinerja.indikator.satuan import kabkota, kabkota_unit
from kinerja.ingest import Opsi, Rujukan
from kinerja.ingest.judul_tempat import kabkota_disebut

OPSI = Opsi(hari_ini=date(2026, 11, 24))
SEMUA = frozenset(kabkota().values())
TEMPAT = replace(RUJUKAN, kabkota={u.kode: "KOTA PADANG" for u in RUJUKAN.units}, semua_kabkota=SEMUA)


@pytest.mark.parametrize(
    ("judul", "harap"),
    [
        ("DINAS KESEHATAN KOTA PADANG", {"KOTA PADANG"}),
        ("KOTA PADANG PANJANG TAHUN 2024", {"KOTA PADANG PANJANG"}),
        ("KABUPATEN/KOTA PADANG", {"KOTA PADANG"}),
        ("Kab. Sijunjung", {"KABUPATEN SIJUNJUNG"}),
        ("KABUPATEN LIMA PULUH KOTA", {"KABUPATEN LIMA PULUH KOTA"}),
        ("KECAMATAN KOTO TANGAH, KOTA TANGAH", set()),
        ("JUMLAH KAB/KOTA", set()),
    ],
)
def test_the_place_of_a_title(judul: str, harap: set[str]) -> None:
    assert kabkota_disebut((judul,), SEMUA) == harap


def test_every_unit_with_a_code_of_the_register_or_an_area_has_its_place() -> None:
    tempat = kabkota_unit(RUJUKAN.units)
    assert set(tempat.values()) <= {"KOTA PADANG"}
    assert len(kabkota()) == 514


def _rekap(folder: Path, judul: str, unit: str = "Puskesmas Lubuk Begalung") -> HasilBaca:
    isi = f"{judul};;\nLAPORAN KUNJUNGAN RAWAT JALAN TAHUN 2025;;\nNama Puskesmas;Januari;Februari\n{unit};100;90\n"
    return baca(folder / "rekap.csv", isi, OPSI, TEMPAT)


def _spm(folder: Path, judul: str) -> HasilBaca:
    isi = f"PELAYANAN KESEHATAN PENDERITA HIPERTENSI;;;;;\n{judul};;;;;\nTAHUN 2024;;;;;\n"
    isi += "NO;KECAMATAN;PUSKESMAS;JUMLAH ESTIMASI PENDERITA;MENDAPAT PELAYANAN KESEHATAN;%\n"
    return baca(folder / "spm.csv", isi + "1;x;Puskesmas Lubuk Begalung;100;80;80\n", OPSI, TEMPAT)


@pytest.mark.parametrize("bacaan", [_rekap, _spm])
def test_a_file_of_another_kabupaten_is_not_taken_for_units_of_the_same_name(tmp_path: Path, bacaan: object) -> None:
    assert callable(bacaan)
    assert bacaan(tmp_path, "KOTA PADANG").diterima
    assert alasan(bacaan(tmp_path, "KABUPATEN SIJUNJUNG")) == {"tempat_beda"}


RESMI = {"PKM-LB": "1011119", "PKM-PG": "1011120"}
BERKODE = replace(TEMPAT, units=tuple(replace(u, kode_resmi=RESMI.get(u.kode, "")) for u in RUJUKAN.units))


@pytest.mark.parametrize(
    ("rujukan", "harap"),
    [
        (BERKODE, "unit_ganda_arti"),
        (replace(BERKODE, alias={"1011119 pegambiran": "PKM-PG"}), "unit_ganda_arti"),
    ],
)
def test_a_code_beside_another_units_name_is_asked(tmp_path: Path, rujukan: Rujukan, harap: str) -> None:
    isi = "Kunjungan rawat jalan 2025;;\nNama Puskesmas;Januari;Februari\n{};100;90\n"
    salah = baca(tmp_path / "a.csv", isi.format("1011119 Pegambiran"), OPSI, rujukan)
    assert alasan(salah) == {harap}
    benar = baca(tmp_path / "b.csv", isi.format("1011120"), OPSI, rujukan)
    assert {f.unit for f in benar.fakta} == {"PKM-PG"}
