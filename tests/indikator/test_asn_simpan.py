"""Files about employees on their way into the store: corrected, taken back, held against the list of employees."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

from kinerja import ingest
from kinerja.__main__ import main
from kinerja.cli.beda import beda_json
from kinerja.cli.laporan import Sebutan
from kinerja.domain.akses import Akses
from kinerja.domain.errors import ImporError, KinerjaError
from kinerja.domain.fakta import HasilBaca
from kinerja.domain.pegawai import kode_pegawai
from kinerja.i18n.masalah import teks_masalah
from kinerja.indikator import nama_pegawai, terbit
from kinerja.indikator.periksa import periksa
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import jalur_aktif

NIP = ("198001012005011001", "198503122010012002", "199012252015031003", "197505052000121004", "199907072022042005")
NAMA = ("Zulkarnaini Sikumbang", "Upik Rahmadani", "Buyuang Tanjuang", "Rosmaniar Koto", "Ajo Manih")
KEC, PEM = "Kecamatan Lubuk Begalung", "Seksi Pemerintahan"
PEGAWAI = ("NIP", "Nama", "Jabatan", "Unit Kerja", "Status", "Pejabat Penilai", "TMT")
BUTIR = ("NIP", "Unit Kerja", "Periode", "Aspek", "Indikator Kinerja", "Target", "Realisasi", "Bukti Dukung")
NILAI = ("NIP", "Unit Kerja", "Periode", "Rating Hasil Kerja", "Rating Perilaku", "NIP Penilai")
ORG = ("Unit Kerja", "Periode", "Predikat Kinerja Organisasi")
KEGIATAN = ("Tanggal", "Jenis Kegiatan", "Unit", "Topik", "Peserta")
GELOMBANG = ("NIP", "Unit Kerja", "Nama Pelatihan", "Gelombang", "Cara Penentuan")
MASTER = [
    (NIP[0], NAMA[0], "Camat", KEC, "PNS", "", ""),
    (NIP[1], NAMA[1], "Kepala Seksi", PEM, "PNS", NIP[0], ""),
    (NIP[2], NAMA[2], "Pelaksana", PEM, "PNS", NAMA[1], "Januari 2026"),
    (NIP[3], NAMA[3], "Pelaksana", PEM, "PPPK", NAMA[1], ""),
]


def baca(folder: Path, nama: str, kepala: Sequence[str], isi: Iterable[Sequence[Any]]) -> HasilBaca:
    """The file of these rows read against the store."""
    jalur = folder.parent / nama
    with jalur.open("w", encoding="utf-8", newline="") as berkas:
        csv.writer(berkas, delimiter=";").writerows([kepala, *isi])
    return ingest.baca_berkas(jalur, nama, ingest.Rujukan(**terbit.rujukan(folder)), ingest.Opsi())


def simpan(folder: Path, hasil: HasilBaca, **cara: str) -> int:
    assert hasil.diterima, hasil.masalah
    return terbit.simpan(folder, hasil, "penguji", **cara)


def tanya(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    return buka_aktif(folder).kursor().execute(sql).fetchall()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store that knows the employees."""
    folder = tmp_path / "data"
    folder.mkdir()
    simpan(folder, baca(folder, "pegawai.csv", PEGAWAI, MASTER))
    return folder


def kode(folder: Path, n: int) -> str:
    return kode_pegawai(terbit.rujukan(folder)["garam"], NIP[n])


def butir(n: int, target: int, realisasi: int, teks: str = "Surat", unit: str = PEM, masa: str = "2026-09") -> Any:
    return (NIP[n], unit, masa, "Kuantitas", teks, f"{target} surat", f"{realisasi} surat", "ada")


def rating(n: int, hasil: str = "sesuai", unit: str = PEM, masa: str = "2026-TW3", penilai: str = NIP[1]) -> Any:
    return (NIP[n], unit, masa, hasil, "sesuai", penilai)


def test_employees_are_stored_by_code_with_their_raters(folder: Path) -> None:
    isi = tanya(folder, "select pegawai, unit, status, penilai, berlaku_dari, digantikan from pegawai")
    p = [kode(folder, n) for n in range(4)]
    assert sorted(isi) == sorted(
        [
            (p[0], "KEC", "PNS", "", 190001, 0),
            (p[1], "KEC-PEM", "PNS", p[0], 190001, 0),
            (p[2], "KEC-PEM", "PNS", p[1], 202601, 0),
            (p[3], "KEC-PEM", "PPPK", p[1], 190001, 0),
        ]
    )


def test_no_number_and_no_name_is_in_any_file_of_the_store_but_the_notes(folder: Path) -> None:
    hasil = baca(folder, "pegawai2.csv", PEGAWAI, [(NIP[4], NAMA[4], "Pelaksana", KEC, "PNS", NAMA[4][:3], "")])
    nomor = simpan(folder, hasil)
    nama_pegawai.simpan_nama(Akses("kepegawaian"), folder, hasil, nomor, "penguji")
    simpan(folder, baca(folder, "butir.csv", BUTIR, [butir(2, 4, 4)]))
    simpan(folder, baca(folder, "nilai.csv", NILAI, [rating(2)]))
    berkas = [b for b in folder.rglob("*") if b.is_file() and not b.name.startswith("catatan")]
    dicari = [*NIP, *NAMA, "Sikumbang"]
    assert len(berkas) >= 4
    for b in berkas:
        isi = b.read_bytes().lower()
        assert not [d for d in dicari if d.lower().encode() in isi], b.name
    with duckdb.connect(str(jalur_aktif(folder)), read_only=True) as k:
        tabel = [b[0] for b in k.execute("select table_name from duckdb_tables()").fetchall()]
        teks = "\n".join(repr(k.execute(f'select * from "{t}"').fetchall()) for t in tabel).lower()
    assert not [d for d in dicari if d.lower() in teks]


def test_names_stand_in_the_notes_with_their_batch_and_go_with_it(folder: Path) -> None:
    hasil = baca(folder, "pegawai2.csv", PEGAWAI, [(NIP[4], NAMA[4], "Pelaksana", KEC, "PNS", "", "")])
    nomor = simpan(folder, hasil)
    nama_pegawai.simpan_nama(Akses("kepegawaian"), folder, hasil, nomor, "penguji")
    with sqlite3.connect(folder / "catatan.sqlite") as notes:
        assert notes.execute("select pegawai, muatan, nama, nip_akhir from nama_pegawai").fetchall() == [
            (kode(folder, 4), nomor, NAMA[4], "2005")
        ]
    nama_pegawai.batalkan(folder, nomor, "penguji")
    with sqlite3.connect(folder / "catatan.sqlite") as notes:
        assert notes.execute("select count(*) from nama_pegawai").fetchall() == [(0,)]
    assert len(tanya(folder, "select 1 from pegawai")) == 4


def test_names_that_cannot_be_kept_take_their_batch_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hasil = baca(folder, "pegawai2.csv", PEGAWAI, [(NIP[4], NAMA[4], "Pelaksana", KEC, "PNS", "", "")])
    nomor = simpan(folder, hasil)
    monkeypatch.setenv("KINERJA_CATATAN", "bukan alamat")
    with pytest.raises(KinerjaError):
        nama_pegawai.simpan_nama(Akses("kepegawaian"), folder, hasil, nomor, "penguji")
    assert len(tanya(folder, "select 1 from pegawai")) == 4


def test_a_newer_list_stands_for_all_that_was_said_of_its_people(folder: Path) -> None:
    baru = [
        (NIP[2], NAMA[2], "Pelaksana", PEM, "PNS", "", "Januari 2024"),
        (NIP[4], NAMA[4], "Staf", KEC, "PNS", "", ""),
    ]
    hasil = baca(folder, "baru.csv", PEGAWAI, baru)
    with pytest.raises(ImporError) as galat:
        simpan(folder, hasil)
    assert [m.alasan for m in galat.value.masalah] == ["galat.tabel_pegawai"]
    assert "{" not in teks_masalah(galat.value.masalah[0], "id")
    nomor = simpan(folder, hasil, koreksi="daftar terbaru")
    hitung = "select pegawai, berlaku_dari from pegawai where digantikan = 0 and unit = 'KEC-PEM' order by all"
    assert dict(tanya(folder, hitung))[kode(folder, 2)] == 202401
    assert len(tanya(folder, "select 1 from pegawai where digantikan = 0")) == 5
    terbit.batalkan(folder, nomor, "penguji")
    assert dict(tanya(folder, hitung))[kode(folder, 2)] == 202601
    assert len(tanya(folder, "select 1 from pegawai")) == 4


def test_a_locked_month_does_not_guard_what_is_said_of_people(folder: Path) -> None:
    terbit.tutup_periode(folder, 202609, "penguji")
    simpan(folder, baca(folder, "p.csv", PEGAWAI, [(NIP[4], NAMA[4], "Staf", KEC, "PNS", "", "")]))
    with pytest.raises(KinerjaError, match="terkunci"):
        simpan(folder, baca(folder, "butir.csv", BUTIR, [butir(2, 4, 4)]))


def test_the_items_of_a_person_and_month_are_replaced_as_one_and_come_back_as_one(folder: Path) -> None:
    simpan(folder, baca(folder, "a.csv", BUTIR, [butir(2, 4, 4, "Surat"), butir(2, 5, 1, "Arsip"), butir(3, 2, 2)]))
    dihitung = "select pegawai, butir, realisasi_e4 from skp_butir where digantikan = 0 order by all"
    lama = tanya(folder, dihitung)
    hasil = baca(folder, "b.csv", BUTIR, [butir(2, 4, 3, "Surat")])
    with pytest.raises(ImporError) as galat:
        simpan(folder, hasil)
    assert [m.alasan for m in galat.value.masalah] == ["galat.tabel_skp_butir"]
    nomor = simpan(folder, hasil, koreksi="salah ketik realisasi")
    assert tanya(folder, dihitung) == sorted([(kode(folder, 2), "Surat", 30_000), (kode(folder, 3), "Surat", 20_000)])
    angka = "select pembilang, penyebut from mart where indikator = 'capaian_skp' and dimensi = '' and unit = 'KEC-PEM'"
    assert tanya(folder, angka) == [(1, 2)]
    terbit.batalkan(folder, nomor, "penguji")
    assert tanya(folder, dihitung) == lama
    assert tanya(folder, angka) == [(2, 3)]


def test_corrections_of_appraisals_still_work_and_keep_the_printed_predicate(folder: Path) -> None:
    simpan(folder, baca(folder, "a.csv", NILAI, [rating(2), rating(3)]))
    kepala = (*NILAI, "Predikat")
    hasil = baca(folder, "b.csv", kepala, [(*rating(2, "di atas"), "Sangat Baik")])
    assert [m.alasan for m in hasil.masalah] == ["masalah.predikat_beda"]
    nomor = simpan(folder, hasil, koreksi="rating tertukar")
    dihitung = "select pegawai, hasil_kerja, predikat from skp_penilaian where digantikan = 0 order by all"
    assert tanya(folder, dihitung) == sorted(
        [(kode(folder, 2), "di_atas", "sangat_baik"), (kode(folder, 3), "sesuai", "")]
    )
    terbit.batalkan(folder, nomor, "penguji")
    assert {b[1] for b in tanya(folder, dihitung)} == {"sesuai"}


@pytest.mark.parametrize(
    ("kepala", "lama", "baru", "tabel"),
    [
        (ORG, (PEM, "2026-TW3", "Baik"), (PEM, "2026-TW3", "Istimewa"), "predikat_organisasi"),
        (
            KEGIATAN,
            ("24-06-2025", "Sosialisasi", PEM, "Batas", 9),
            ("24-06-2025", "Sosialisasi", PEM, "BATAS", 8),
            "kegiatan",
        ),
        (GELOMBANG, (NIP[2], PEM, "Aksi", 1, "undian"), (NIP[2], PEM, "Aksi", 2, "undian"), "gelombang"),
        (
            ("NIP", "Unit Kerja", "Periode", "Loyal", "Adaptif"),
            (NIP[2], PEM, "2026-TW3", "sesuai", "sesuai"),
            (NIP[2], PEM, "2026-TW3", "di atas", "sesuai"),
            "skp_perilaku",
        ),
    ],
)
def test_the_other_tables_refuse_a_second_value_and_take_it_as_a_correction(
    folder: Path, kepala: Sequence[str], lama: Any, baru: Any, tabel: str
) -> None:
    simpan(folder, baca(folder, "a.csv", kepala, [lama]))
    satu = tanya(folder, f"select * from {tabel}")
    with pytest.raises(ImporError) as sama:
        simpan(folder, baca(folder, "b.csv", kepala, [lama, ()]))
    assert sama.value.kunci == "galat.isi_sudah_ada"
    hasil = baca(folder, "c.csv", kepala, [baru])
    with pytest.raises(ImporError) as beda:
        simpan(folder, hasil)
    assert [m.alasan for m in beda.value.masalah] == [f"galat.tabel_{tabel}"]
    assert all("{" not in teks_masalah(m, b) for m in beda.value.masalah for b in ("id", "en"))  # type: ignore[arg-type]
    nomor = simpan(folder, hasil, koreksi="yang baru benar")
    assert len(tanya(folder, f"select 1 from {tabel} where digantikan = 0")) == len(satu)
    terbit.batalkan(folder, nomor, "penguji")
    assert tanya(folder, f"select * from {tabel}") == satu


def test_rows_that_the_list_of_employees_contradicts_are_told_by_row(folder: Path) -> None:
    isi = [
        rating(2),
        rating(2, masa="2025-TW3"),
        rating(3, unit=KEC),
        rating(3, masa="2026-TW2", penilai=NIP[0]),
        rating(4, penilai=""),
    ]
    hasil = baca(folder, "nilai.csv", NILAI, isi)
    temuan = [(m.alasan, m.baris, m.tingkat) for m in periksa(folder, hasil)]
    assert temuan == [
        ("masalah.luar_masa_dinas", 3, "peringatan"),
        ("masalah.unit_pegawai_beda", 4, "peringatan"),
        ("masalah.penilai_bukan_atasan", 5, "peringatan"),
    ]
    for m in periksa(folder, hasil):
        assert all("{" not in teks_masalah(m, b) for b in ("id", "en"))  # type: ignore[arg-type]
    butir_lama = baca(folder, "butir.csv", BUTIR, [butir(2, 4, 4, masa="2025-12"), butir(2, 4, 4)])
    assert [(m.alasan, m.baris) for m in periksa(folder, butir_lama)] == [("masalah.luar_masa_dinas", 2)]


def test_without_a_list_of_employees_nothing_is_held_against_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    assert periksa(folder, baca(folder, "nilai.csv", NILAI, [rating(2, masa="2025-TW3")])) == ()


def test_the_command_line_keeps_names_in_the_notes_and_a_trial_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, berkas = tmp_path / "data", tmp_path / "pegawai.csv"
    monkeypatch.setenv("KINERJA_DATA", str(folder))
    with berkas.open("w", encoding="utf-8", newline="") as isi:
        csv.writer(isi, delimiter=";").writerows([PEGAWAI, *MASTER])
    assert main(["impor", str(berkas), "--uji"]) == 0
    assert not (folder / "catatan.sqlite").exists()
    assert main(["impor", str(berkas)]) == 0
    with sqlite3.connect(folder / "catatan.sqlite") as notes:
        assert sorted(notes.execute("select nama, nip_akhir from nama_pegawai").fetchall()) == sorted(
            zip(NAMA[:4], [n[-4:] for n in NIP[:4]], strict=True)
        )
    assert main(["muatan", "batal", "1"]) == 0
    with sqlite3.connect(folder / "catatan.sqlite") as notes:
        assert notes.execute("select count(*) from nama_pegawai").fetchall() == [(0,)]
    keluar = capsys.readouterr()
    assert not [n for n in (*NIP, *NAMA) if n in keluar.out + keluar.err]


def test_a_correction_of_people_names_no_months(folder: Path) -> None:
    hasil = baca(folder, "baru.csv", PEGAWAI, [(NIP[2], NAMA[2], "Lurah", PEM, "PNS", "", "")])
    (beda,) = terbit.beda(folder, hasil)
    assert (beda.tabel, beda.lama, beda.baru) == ("pegawai", 1, 1)
    assert beda_json(beda, Sebutan("id"))["periode"] == ""


def test_a_number_beside_the_name_of_somebody_else_is_told_from_the_stored_list(folder: Path) -> None:
    hasil = baca(folder, "pegawai2.csv", PEGAWAI, [(NIP[4], NAMA[4], "Pelaksana", KEC, "PNS", "", "")])
    nomor = simpan(folder, hasil)
    nama_pegawai.simpan_nama(Akses("kepegawaian"), folder, hasil, nomor, "penguji")
    kepala = (*NILAI[:1], "Nama", *NILAI[1:])
    isi = [(NIP[4], satu, KEC, "2026-TW3", "sesuai", "sesuai", "") for satu in ("Rabiah Chaniago", "ajo manih, S.E.")]
    temuan = [[m.alasan for m in baca(folder, "n.csv", kepala, [satu]).masalah] for satu in isi]
    assert temuan == [["masalah.nama_orang_lain"], []]


def test_one_attendance_in_another_spelling_of_a_later_file_is_a_conflict(folder: Path) -> None:
    kepala = ("NIP", "Unit Kerja", "Judul Pelatihan", "Tanggal", "JP")
    simpan(folder, baca(folder, "a.csv", kepala, [(NIP[2], PEM, "Pelayanan Prima", "20-10-2026", 8)]))
    hasil = baca(folder, "b.csv", kepala, [(NIP[2], PEM, "pelayanan  PRIMA.", "20-10-2026", 8)])
    with pytest.raises(KinerjaError):
        simpan(folder, hasil)


@pytest.mark.parametrize(("urut", "bulan"), [("dmy", 202610), ("mdy", 202605)])
def test_the_order_of_days_may_be_said_on_the_command_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, urut: str, bulan: int
) -> None:
    berkas = folder.parent / "latih.csv"
    kepala = ("NIP", "Unit Kerja", "Judul Pelatihan", "Tanggal", "JP")
    with berkas.open("w", encoding="utf-8", newline="") as isi:
        csv.writer(isi, delimiter=";").writerows([kepala, (NIP[2], PEM, "Prima", "05/10/2026", 8)])
    monkeypatch.setenv("KINERJA_DATA", str(folder))
    assert main(["impor", str(berkas)]) != 0
    assert main(["impor", str(berkas), "--tanggal", urut]) == 0
    assert tanya(folder, "select dari from pelatihan") == [(bulan,)]
