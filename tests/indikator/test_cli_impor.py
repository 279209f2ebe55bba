"""Importing at the command line: mappings, folders, archives, corrections, locked months, units. Small real stores."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.__main__ import main
from kinerja.cli.kumpulan import kumpulkan
from kinerja.ingest.kenali import JENIS
from kinerja.ingest.peta.toml import baca_peta
from kinerja.store.koneksi import buka_aktif
from tests.indikator.bahan_toko import isi_mart

AKAR = Path(__file__).resolve().parents[2]
LUBEG, PEGAMBIRAN = "1011119", "1011120"
KEPALA = ("periode", "unit", "indikator", "pembilang", "penyebut", "target", "catatan")
Baris = Sequence[object]


@dataclass(frozen=True)
class Hasil:
    kode: int
    keluar: str
    galat: str

    @property
    def json(self) -> Any:
        (baris,) = self.keluar.splitlines()
        return json.loads(baris)


Jalankan = Callable[..., Hasil]


@pytest.fixture
def kinerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Runs a command on a store of its own; the working folder holds the files."""
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("USER", "petugas-uji")
    (tmp_path / "berkas").mkdir()
    monkeypatch.chdir(tmp_path / "berkas")

    def jalankan(*args: str | Path) -> Hasil:
        kode = main([str(a) for a in args])
        tertulis = capsys.readouterr()
        return Hasil(kode, tertulis.out, tertulis.err)

    return jalankan


def csv(nama: str, *baris: Baris) -> Path:
    jalur = Path(nama)
    jalur.parent.mkdir(exist_ok=True)
    isi = [KEPALA, *((*b, *[""] * (len(KEPALA) - len(b))) for b in baris)]
    jalur.write_text("".join(";".join(map(str, b)) + "\n" for b in isi), encoding="utf-8")
    return jalur


def hipertensi(nama: str, bulan: str, lubeg: int, pegambiran: int = 30) -> Path:
    return csv(
        nama,
        (bulan, "Puskesmas Lubuk Begalung", "spm_hipertensi", lubeg, 400),
        (bulan, "Puskesmas Pegambiran", "spm_hipertensi", pegambiran, 300),
    )


def pembilang(kinerja: Jalankan, unit: str, periode: str, indikator: str = "spm_hipertensi") -> Any:
    h = kinerja("capaian", "--json", "--unit", unit, "--indikator", indikator, "--dari", periode, "--sampai", periode)
    return [r["pembilang"] for r in h.json["rows"]]


# mapping

ANEH = """Rekap bulanan;;;;
wkt;tmpt;n1;n2;Nama Petugas
{bulan};PKM Lubeg;{satu};400;Budi Santoso
{bulan};Puskesmas Pegambiran;30;300;Ani
Jumlah;;{jumlah};700;
"""
PETA = """bentuk = "angka"
kepala = [2]
awal = 3

[[kolom]]
kolom = "A"
isi = "periode"

[[kolom]]
kolom = "B"
isi = "unit"

[[kolom]]
kolom = "C"
isi = "pembilang"
kode = "spm_hipertensi"

[[kolom]]
kolom = "D"
isi = "penyebut"
kode = "spm_hipertensi"
"""


def aneh(nama: str, bulan: str, satu: int) -> Path:
    jalur = Path(nama)
    jalur.write_text(ANEH.format(bulan=bulan, satu=satu, jumlah=satu + 30), encoding="utf-8")
    return jalur


def test_a_made_up_layout_is_read_by_a_mapping_that_is_remembered_for_the_next_month(kinerja: Jalankan) -> None:
    Path("peta.toml").write_text(PETA, encoding="utf-8")
    jan = aneh("jan.csv", "2026-01", 11)
    ditolak = kinerja("impor", jan)
    assert ditolak.kode == 1, "nobody can know what n1 means"
    assert "--tulis-peta" in ditolak.galat

    tanya = kinerja("impor", jan, "--peta", "peta.toml", "--json")
    assert (tanya.kode, tanya.json["unit_tanya"]) == (1, ["PKM Lubeg"])
    alias = ("--alias", f"PKM Lubeg={LUBEG}")
    h = kinerja("impor", jan, "--peta", "peta.toml", "--peta-nama", "Rekap Lubeg", *alias, "--json")
    assert (h.kode, h.json["jenis"], h.json["muatan"]) == (0, "angka", 1)
    assert h.json["total"] == {"spm_hipertensi": {"pembilang": 41, "penyebut": 700}}
    assert "Budi" not in h.keluar, "a column with names of persons is left out"

    feb = kinerja("impor", aneh("feb.csv", "2026-02", 13), "--json")
    assert (feb.kode, feb.json["muatan"], feb.json["masalah"]) == (0, 2, []), "layout and name are known now"
    assert pembilang(kinerja, LUBEG, "2026-02") == [13]

    assert kinerja("impor", "feb.csv", "--tulis-peta", "lagi.toml", "--json").json["lengkap"] is True
    assert 'nama = "Rekap Lubeg"' in Path("lagi.toml").read_text(encoding="utf-8")
    nomor = kinerja("muatan", "--json").json["rows"][0]["muatan"]
    assert nomor == 2, "writing a mapping stores no figure"


def test_the_mapping_in_the_readme_reads_the_sheet_it_describes(kinerja: Jalankan) -> None:
    (contoh,) = re.findall(r"```toml\n(.*?)```", (AKAR / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    Path("peta.toml").write_text(contoh, encoding="utf-8")
    isi = "Rekap dinas;;;\nBln;Faskes;Dilayani;Sasaran\n2026-01;Puskesmas Pegambiran;30;300\nFebruari 2026;{};31;300\n"
    Path("rekap.csv").write_text(isi.format("Puskesmas Pegambiran"), encoding="utf-8")
    h = kinerja("impor", "rekap.csv", "--peta", "peta.toml", "--json")
    assert (h.kode, h.json["total"]) == (0, {"spm_hipertensi": {"pembilang": 61, "penyebut": 600}}), h.keluar


def test_for_a_layout_nobody_knows_a_mapping_is_proposed_to_be_completed(kinerja: Jalankan, tmp_path: Path) -> None:
    h = kinerja("impor", aneh("jan.csv", "2026-01", 11), "--tulis-peta", "usulan.toml", "--json")
    assert (h.kode, h.json["status"], h.json["lengkap"]) == (0, "diterima", False)
    usulan = Path("usulan.toml").read_text(encoding="utf-8")
    assert baca_peta(usulan).kepala == (1,)
    assert "Budi" not in usulan
    assert not (tmp_path / "data").exists(), "nothing is stored, not even the folder"


def test_a_mapping_is_never_written_over_a_file_and_only_for_one(kinerja: Jalankan) -> None:
    Path("peta.toml").write_text(PETA, encoding="utf-8")
    alias = ("--alias", f"PKM Lubeg={LUBEG}")
    jan, feb = aneh("jan.csv", "2026-01", 11), aneh("feb.csv", "2026-02", 13)
    h = kinerja("impor", jan, "--peta", "peta.toml", *alias, "--tulis-peta", "peta.toml", "--json")
    assert (h.kode, h.json["status"]) == (1, "ditolak")
    assert Path("peta.toml").read_text(encoding="utf-8") == PETA
    assert kinerja("impor", jan, feb, "--peta", "peta.toml", "--tulis-peta", "dua.toml").kode == 1
    dikenal = kinerja("impor", hipertensi("biasa.csv", "2026-01", 1), "--tulis-peta", "biasa.toml")
    assert "templat" in dikenal.galat
    assert not Path("biasa.toml").exists()


@pytest.mark.parametrize("isi", [b"bentuk = ", b'bentuk = "entah"\n', b"\xff\xfe\x00", PETA.encode() + b"lebih = 1\n"])
def test_a_mapping_that_cannot_be_read_refuses_the_file_in_words(kinerja: Jalankan, isi: bytes) -> None:
    Path("peta.toml").write_bytes(isi)
    h = kinerja("impor", aneh("jan.csv", "2026-01", 11), "--peta", "peta.toml", "--json")
    assert (h.kode, h.json["status"]) == (1, "ditolak")
    kalimat = h.json.get("galat") or h.json["masalah"][0]["alasan"]
    assert "emetaan" in kalimat
    assert kinerja("impor", "jan.csv", "--peta", "tidak-ada.toml").kode == 1


def test_a_known_layout_needs_no_mapping_and_says_so(kinerja: Jalankan) -> None:
    h = kinerja("impor", hipertensi("jan.csv", "2026-01", 10), "--peta-nama", "Templat")
    assert h.kode == 0
    assert "tidak ada tata letak yang diingat" in h.keluar


@pytest.mark.parametrize("opsi", [("--unit", "TIDAK-ADA"), ("--alias", "PKM Lubeg=TIDAK-ADA")])
def test_an_unknown_unit_code_is_refused_before_anything_is_read(kinerja: Jalankan, opsi: tuple[str, str]) -> None:
    h = kinerja("impor", hipertensi("jan.csv", "2026-01", 10), *opsi, "--json")
    assert h.kode == 1
    assert "TIDAK-ADA" in h.json["galat"]


def test_the_unit_of_a_file_that_names_none_is_said_on_the_command_line(kinerja: Jalankan) -> None:
    Path("jan.csv").write_text("wkt;n1;n2\n2026-01;11;400\n", encoding="utf-8")
    peta = PETA.replace('kolom = "B"\nisi = "unit"', 'kolom = "Z"\nisi = "abaikan"')
    peta = peta.replace('"C"', '"B"').replace('"D"', '"C"').replace("kepala = [2]\nawal = 3", "kepala = [1]\nawal = 2")
    Path("peta.toml").write_text(peta, encoding="utf-8")
    assert "Unit" in kinerja("impor", "jan.csv", "--peta", "peta.toml").galat
    assert kinerja("impor", "jan.csv", "--peta", "peta.toml", "--unit", PEGAMBIRAN).kode == 0
    assert pembilang(kinerja, PEGAMBIRAN, "2026-01") == [11]


def test_what_is_no_name_and_code_is_wrong_usage(kinerja: Jalankan) -> None:
    h = kinerja("impor", "jan.csv", "--alias", "PKM Lubeg", "--json")
    assert (h.kode, "NAMA=KODE" in h.json["galat"]) == (2, True)


# several files


def bulanan(folder: str, banyak: int = 12) -> list[Path]:
    Path(folder).mkdir()
    jalur = []
    for bulan in range(1, banyak + 1):
        buku = openpyxl.Workbook()
        for baris in (
            KEPALA,
            (f"2025-{bulan:02d}", "Puskesmas Lubuk Begalung", "kunjungan_rawat_jalan", 1000 + bulan),
            (f"2025-{bulan:02d}", "Puskesmas Pegambiran", "kunjungan_rawat_jalan", 500),
        ):
            buku.active.append(list(baris))
        jalur.append(Path(folder) / f"laporan {bulan}.xlsx")
        buku.save(jalur[-1])
    return jalur


def test_a_folder_of_twelve_monthly_workbooks_is_one_command(kinerja: Jalankan) -> None:
    bulanan("2025")
    Path("2025/.sembunyi").write_text("x", encoding="utf-8")
    h = kinerja("impor", "2025", "--json")
    assert h.kode == 0
    isi = h.json
    assert (isi["status"], isi["baris"], len(isi["berkas"])) == ("diterima", 24, 12)
    assert [d["berkas"] for d in isi["dilewati"]] == [".sembunyi"]
    satu = isi["berkas"][0]
    assert [satu[k] for k in ("berkas", "status", "jenis", "baris")] == ["laporan 1.xlsx", "diterima", "templat", 2]
    assert satu["total"] == {"kunjungan_rawat_jalan": {"pembilang": 1501, "penyebut": None}}
    assert pembilang(kinerja, "WIL", "2025", "kunjungan_rawat_jalan") == [12 * 1500 + 78]
    assert len(kinerja("muatan", "--json").json["rows"]) == 12


def test_the_order_of_the_files_changes_nothing(
    kinerja: Jalankan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New units get their places in the order they are met, so this would show any order that is left."""
    berkas = bulanan("2025", 2)
    for n, nama in enumerate(("Satu", "Dua", "Tiga")):
        berkas.append(csv(f"2025/baru {n}.csv", ("2025-01", f"Puskesmas {nama}", "kunjungan_rawat_jalan", 7)))
    hasil = []
    for urutan in (berkas, berkas[::-1], [Path("2025")]):
        monkeypatch.setenv("KINERJA_DATA", str(tmp_path / f"data-{len(hasil)}"))
        h = kinerja("impor", *urutan, "--unit-baru", "tambahkan", "--json")
        assert h.kode == 0, h.keluar
        hasil.append((isi_mart(tmp_path / f"data-{len(hasil)}"), [b["berkas"] for b in h.json["berkas"]]))
    awal, nama = hasil[0]
    for mart, lain in hasil[1:]:
        assert lain == nama
        for tabel, isi in mart.items():
            assert isi.equals(awal[tabel]), tabel


def test_of_a_zip_the_good_files_go_in_and_the_bad_one_is_told(kinerja: Jalankan) -> None:
    hipertensi("jan.csv", "2026-01", 10)
    hipertensi("feb.csv", "2026-02", 12)
    Path("mar.csv").write_text("nama;harga\nkursi;10\n", encoding="utf-8")
    with zipfile.ZipFile("dalam.zip", "w") as arsip:
        arsip.write("jan.csv")
    with zipfile.ZipFile("kumpulan.zip", "w") as arsip:
        for nama in ("jan.csv", "feb.csv", "mar.csv", "dalam.zip"):
            arsip.write(nama)
        arsip.writestr("__MACOSX/._jan.csv", "x")
    h = kinerja("impor", "kumpulan.zip", "--json")
    isi = h.json
    assert (h.kode, isi["status"], isi["baris"]) == (1, "sebagian", 4)
    status = {b["berkas"]: b["status"] for b in isi["berkas"]}
    assert status == {"dalam.zip": "ditolak", "feb.csv": "diterima", "jan.csv": "diterima", "mar.csv": "ditolak"}
    assert {b["wadah"] for b in isi["berkas"]} == {"kumpulan.zip"}
    assert [d["berkas"] for d in isi["dilewati"]] == ["__MACOSX/._jan.csv"]
    assert sorted(r["berkas"] for r in kinerja("muatan", "--json").json["rows"]) == ["feb.csv", "jan.csv"]

    lagi = kinerja("impor", "kumpulan.zip")
    assert lagi.kode == 1
    assert "0 dari 4 berkas diterima" in lagi.galat
    assert "dalam.zip (kumpulan.zip): tidak ikut, arsip di dalam arsip" in lagi.galat


def test_a_terminal_sees_which_file_is_being_read_and_a_pipe_does_not(kinerja: Jalankan) -> None:
    berkas = [str(hipertensi("jan.csv", "2026-01", 10)), str(hipertensi("feb.csv", "2026-02", 10))]
    induk, anak = os.openpty()
    lingkungan = {**os.environ, "PYTHONPATH": str(AKAR)}
    perintah = [sys.executable, "-m", "kinerja", "impor", *berkas, "--uji"]
    p = subprocess.run(perintah, env=lingkungan, stdout=subprocess.PIPE, stderr=anak, text=True)
    os.close(anak)
    assert os.read(induk, 1000).decode().splitlines() == ["[1/2] feb.csv", "[2/2] jan.csv"]
    os.close(induk)
    assert "2 dari 2 berkas dapat diterima" in p.stdout
    assert kinerja("impor", *berkas, "--uji").galat == ""


def test_paths_that_are_no_files_and_archives_that_are_refused_do_not_hold_up_the_others(kinerja: Jalankan) -> None:
    jan = hipertensi("jan.csv", "2026-01", 10)
    Path("kosong").mkdir()
    h = kinerja("impor", jan, "tidak-ada.csv", "kosong", "--json")
    assert (h.kode, h.json["status"]) == (1, "sebagian")
    assert {b["berkas"]: b["status"] for b in h.json["berkas"]} == {
        "tidak-ada.csv": "ditolak",
        "kosong": "ditolak",
        "jan.csv": "diterima",
    }
    for satu in ("tidak-ada.csv", "kosong"):
        sendiri = kinerja("impor", satu, "--json")
        assert (sendiri.kode, set(sendiri.json)) == (1, {"status", "galat"})


def test_folders_in_a_folder_are_read_only_when_asked_for(kinerja: Jalankan) -> None:
    hipertensi("2026/jan.csv", "2026-01", 10)
    Path("2026/lama").mkdir()
    hipertensi("2026/lama/des.csv", "2025-12", 9)
    h = kinerja("impor", "2026", "--json")
    assert [b["berkas"] for b in h.json["berkas"]] == ["jan.csv"]
    assert [d["berkas"] for d in h.json["dilewati"]] == ["lama"]
    h = kinerja("impor", "2026", "--sub", "--json")
    assert {b["berkas"]: b["status"] for b in h.json["berkas"]} == {"jan.csv": "ditolak", "lama/des.csv": "diterima"}


def test_equal_files_are_read_once(kinerja: Jalankan, tmp_path: Path) -> None:
    jan = hipertensi("jan.csv", "2026-01", 10)
    Path("salinan.csv").write_bytes(jan.read_bytes())
    h = kinerja("impor", jan, "salinan.csv", jan, "--json")
    assert (h.kode, [b["berkas"] for b in h.json["berkas"]]) == (0, ["jan.csv"])
    assert sorted(d["berkas"] for d in h.json["dilewati"]) == ["jan.csv", "salinan.csv"]
    assert kumpulkan([jan], tmp_path, sub=False).tunggal
    assert not kumpulkan([jan, jan], tmp_path, sub=False).tunggal


# corrections


def test_a_correction_is_refused_then_made_with_a_reason_and_can_be_undone(kinerja: Jalankan) -> None:
    assert kinerja("impor", hipertensi("jan.csv", "2026-01", 10)).kode == 0
    baru = hipertensi("jan revisi.csv", "2026-01", 17)
    h = kinerja("impor", baru)
    assert h.kode == 1
    assert "muatan 1 (jan.csv" in h.galat
    assert "SPM" in h.galat
    assert "spm_hipertensi" not in h.galat, "people read names, not codes"
    assert "--koreksi" in h.galat
    assert kinerja("impor", baru, "--koreksi", "x").kode == 1, "a reason of one letter says nothing"
    assert pembilang(kinerja, LUBEG, "2026-01") == [10]

    h = kinerja("impor", baru, "--koreksi", "salah ketik di Lubuk Begalung", "--json")
    assert (h.kode, h.json["muatan"]) == (0, 2)
    assert pembilang(kinerja, LUBEG, "2026-01") == [17]
    isi = kinerja("muatan", "beda", "2", "--json").json
    assert (isi["koreksi"]["alasan"], isi["koreksi"]["oleh"]) == ("salah ketik di Lubuk Begalung", "CLI (petugas-uji)")
    ubah = {r["unit"]: (r["lama"], r["baru"]) for r in isi["rows"]}
    assert ubah[LUBEG] == (10, 17)
    kalimat = kinerja("muatan", "beda", "2").keluar
    assert "Puskesmas Lubuk Begalung, SPM penderita hipertensi, 2026-01: 10 / 400 menjadi 17 / 400" in kalimat
    assert "tidak mengoreksi" in kinerja("muatan", "beda", "1").keluar
    assert kinerja("muatan", "beda", "9").kode == 1

    assert kinerja("muatan", "batal", "2").kode == 0
    assert pembilang(kinerja, LUBEG, "2026-01") == [10]
    assert "sudah dibatalkan" in kinerja("muatan", "beda", "2").keluar


def test_trying_tells_conflicts_and_differences_and_changes_nothing(kinerja: Jalankan, tmp_path: Path) -> None:
    kinerja("impor", hipertensi("jan.csv", "2026-01", 10))
    sebelum = {b.name: b.read_bytes() for b in (tmp_path / "data").iterdir()}
    baru = hipertensi("jan revisi.csv", "2026-01", 17)
    h = kinerja("impor", baru, "--uji", "--json")
    assert (h.kode, h.json["status"], h.json["muatan"]) == (1, "ditolak", None)
    (beda,) = [b for b in h.json["beda"] if b["unit"] == LUBEG]
    assert (beda["lama"], beda["baru"], beda["lama_penyebut"], beda["muatan"]) == (10, 17, 400, 1)
    assert (beda["indikator"], beda["nama"], beda["nama_unit"]) == (
        "spm_hipertensi",
        "SPM penderita hipertensi",
        "Puskesmas Lubuk Begalung",
    )
    koreksi = kinerja("impor", baru, "--uji", "--koreksi", "salah ketik di Lubuk Begalung", "--json")
    assert (koreksi.kode, koreksi.json["status"], koreksi.json["muatan"]) == (0, "diterima", None)
    assert {m["tingkat"] for m in koreksi.json["masalah"]} <= {"peringatan", "info"}
    assert kinerja("impor", baru, "--uji", "--pembanding").kode == 0
    assert kinerja("impor", "jan.csv", "--uji").kode == 1, "the very same file"
    assert {b.name: b.read_bytes() for b in (tmp_path / "data").iterdir()} == sebelum


def test_trying_several_files_finds_what_they_have_against_each_other(kinerja: Jalankan, tmp_path: Path) -> None:
    satu, dua = hipertensi("satu.csv", "2026-01", 10), hipertensi("dua.csv", "2026-01", 17)
    h = kinerja("impor", satu, dua, "--uji", "--json")
    assert (h.kode, {b["berkas"]: b["status"] for b in h.json["berkas"]}) == (
        1,
        {"dua.csv": "diterima", "satu.csv": "ditolak"},
    )
    assert not (tmp_path / "data").exists(), "not even the folder of the store"


def test_two_files_of_one_command_cannot_correct_each_other(kinerja: Jalankan) -> None:
    kinerja("impor", hipertensi("jan.csv", "2026-01", 10))
    satu, dua = hipertensi("satu.csv", "2026-01", 11), hipertensi("dua.csv", "2026-01", 12)
    h = kinerja("impor", satu, dua, "--koreksi", "angka yang benar", "--json")
    assert (h.kode, h.json["status"]) == (1, "sebagian")
    ditolak = [b for b in h.json["berkas"] if b["status"] == "ditolak"]
    assert [(b["berkas"], "dua.csv" in b["galat"]) for b in ditolak] == [("satu.csv", True)]


def test_a_second_source_is_kept_beside_and_never_counted(kinerja: Jalankan) -> None:
    kinerja("impor", hipertensi("jan.csv", "2026-01", 10))
    h = kinerja("impor", hipertensi("dinas.csv", "2026-01", 12), "--pembanding", "--json")
    assert (h.kode, h.json["muatan"]) == (0, 2)
    assert pembilang(kinerja, LUBEG, "2026-01") == [10]
    assert kinerja("impor", "dinas.csv", "--pembanding", "--koreksi", "dua-duanya", "--json").kode == 2


def test_a_locked_month_takes_a_second_person(kinerja: Jalankan) -> None:
    kinerja("impor", hipertensi("jan.csv", "2026-01", 10))
    assert kinerja("periode", "tutup", "2026-TW1").kode == 0
    assert [r["bulan"] for r in kinerja("periode", "--json").json["rows"]] == ["2026-01", "2026-02", "2026-03"]
    assert kinerja("periode", "tutup", "2026-02").kode == 1, "it is locked already"
    ubah = ("impor", hipertensi("revisi.csv", "2026-01", 17), "--koreksi", "salah ketik di Lubuk Begalung")
    h = kinerja(*ubah)
    assert (h.kode, "2026-01" in h.galat) == (1, True)
    assert kinerja(*ubah, "--disetujui", "CLI (petugas-uji)").kode == 1, "the same person is no second one"
    assert pembilang(kinerja, LUBEG, "2026-01") == [10]
    h = kinerja(*ubah, "--disetujui", "Kepala Puskesmas")
    assert (h.kode, "--oleh" in h.galat) == (1, True), "an account is no person"
    for kedua in ("petugas-uji", "cli", "sri", "x", "..."):
        assert kinerja(*ubah, "--oleh", "Sri", "--disetujui", kedua).kode == 1, kedua
    assert pembilang(kinerja, LUBEG, "2026-01") == [10]
    assert kinerja(*ubah, "--oleh", "Sri", "--disetujui", "Kepala Puskesmas").kode == 0
    assert "Kepala Puskesmas" in kinerja("muatan", "beda", "2").keluar
    assert kinerja("muatan", "batal", "2").kode == 1
    assert kinerja("periode", "buka", "2026-01").kode == 1, "one person cannot open what takes two to change"
    assert kinerja("periode", "buka", "2026-01", "--oleh", "Sri", "--disetujui", "Sri").kode == 1
    h = kinerja("periode", "buka", "2026-01", "--oleh", "Sri", "--disetujui", "Kepala Puskesmas", "--json")
    assert h.json["status"] == "diterima"
    assert kinerja("muatan", "batal", "2").kode == 0
    assert "2026-02" in kinerja("periode", "daftar").keluar
    assert kinerja("periode", "tutup", "kemarin").kode == 1


# units


def test_a_puskesmas_is_found_in_the_national_register_and_added(kinerja: Jalankan) -> None:
    rows = kinerja("unit", "cari", "lubuk", "kilangan", "--json").json["rows"]
    assert [(r["kode_resmi"], r["nama"], r["unit"]) for r in rows] == [("1011118", "Puskesmas Lubuk Kilangan", None)]
    assert "Tidak ada puskesmas" in kinerja("unit", "cari", "xyzzy").keluar
    assert kinerja("unit", "tambah", "0000").kode == 1
    h = kinerja("unit", "tambah", "1011118", "--json")
    assert (h.kode, h.json["unit"]) == (0, "PKM-LUBUK-KILANGAN")
    assert "sudah ada" in kinerja("unit", "cari", "Lubuk Kilangan").keluar
    assert "Puskesmas Lubuk Kilangan" in {u["nama"] for u in kinerja("unit", "--json").json["rows"]}
    assert kinerja("unit", "tambah", "1011118").kode == 1, "it is here already"
    satu = csv("kilangan.csv", ("2026-01", "Pusk. Lubuk Kilangan", "kunjungan_rawat_jalan", 70))
    assert kinerja("impor", satu).kode == 0
    assert pembilang(kinerja, "PKM-LUBUK-KILANGAN", "2026-01", "kunjungan_rawat_jalan") == [70]


def test_units_are_renamed_merged_closed_and_given_other_names(kinerja: Jalankan) -> None:
    assert kinerja("kosong").kode == 0
    assert kinerja("unit", "nama", PEGAMBIRAN, "Puskesmas Pegambiran Baru").kode == 0
    assert kinerja("unit", "alias", "Rumah Sehat", PEGAMBIRAN).kode == 0
    lama, lain = ("2025-11", "Puskesmas Pegambiran"), ("2025-12", "Rumah Sehat")
    satu = csv("akhir.csv", (*lama, "kunjungan_rawat_jalan", 5), (*lain, "kunjungan_rawat_jalan", 6))
    assert kinerja("impor", satu).kode == 0
    assert pembilang(kinerja, PEGAMBIRAN, "2025", "kunjungan_rawat_jalan") == [11]

    assert kinerja("unit", "gabung", PEGAMBIRAN, LUBEG, "--mulai", "2025-12").kode == 1, "there is a figure of December"
    assert kinerja("unit", "gabung", PEGAMBIRAN, LUBEG, "--mulai", "2026").kode == 1, "a year is no month"
    h = kinerja("unit", "gabung", "1011120-P-TJA", "1011120-P-BNR", "--mulai", "2026-01", "--json")
    assert h.kode == 0, h.keluar
    units = {u["kode"]: u for u in kinerja("unit", "--json").json["rows"]}
    assert units["1011120-P-TJA"]["berlaku_sampai"] == 202512
    assert units["1011120-P-TJA"]["penerus"] == "1011120-P-BNR"
    assert kinerja("unit", "buka", "1011120-P-TJA").kode == 0
    assert kinerja("unit", "tutup", "1011120-P-TJA", "--akhir", "2025-06").kode == 0
    units = {u["kode"]: u for u in kinerja("unit", "--json").json["rows"]}
    assert (units["1011120-P-TJA"]["berlaku_sampai"], units["1011120-P-TJA"]["penerus"]) == (202506, "")
    h = kinerja("unit", "tutup", "TIDAK-ADA", "--akhir", "2025-06")
    assert (h.kode, "python -m kinerja unit" in h.galat) == (1, True)


def test_sample_data_are_not_quietly_replaced_by_a_change_of_units(kinerja: Jalankan) -> None:
    assert kinerja("contoh").kode == 0
    assert kinerja("unit", "tambah", "1011118").kode == 1
    assert kinerja("kosong").kode == 0
    assert kinerja("unit", "tambah", "1011118").kode == 0
    assert kinerja("kosong").kode == 1, "real data are never thrown away"


# reading


def test_completeness_is_a_table_of_units_and_months(kinerja: Jalankan) -> None:
    for n, bulan in enumerate((1, 2, 4)):
        kinerja("impor", hipertensi(f"{n}.csv", f"2026-{bulan:02d}", 10 * bulan))
    csv("kunjungan.csv", ("2026-02", "Puskesmas Pegambiran", "kunjungan_rawat_jalan", 90))
    kinerja("impor", "kunjungan.csv")
    rows = kinerja("kelengkapan", "--indikator", "spm_hipertensi", "--json").json["rows"]
    keadaan = {(r["unit"], r["bulan"]): r["keadaan"] for r in rows}
    assert [keadaan[LUBEG, f"2026-0{b}"] for b in (1, 2, 3, 4)] == ["lapor", "lapor", "belum", "lapor"]
    assert {r["masuk"] is None for r in rows if r["keadaan"] == "belum"} == {True}
    baris = kinerja("kelengkapan", "--indikator", "spm_hipertensi").keluar.splitlines()
    assert baris[0].split() == ["Jan", "26", "Feb", "26", "Mar", "26", "Apr", "26"]
    assert baris[1].split() == ["Puskesmas", "Lubuk", "Begalung", "lapor", "lapor", "belum", "lapor"]
    semua = kinerja("kelengkapan").keluar.splitlines()
    assert semua[2].split() == ["Puskesmas", "Pegambiran", "1/2", "2/2", "0/2", "1/2"]
    assert kinerja("kelengkapan", "--indikator", "tidak_ada").kode == 1
    assert "Tidak ada unit" in kinerja("kelengkapan", "--indikator", "ikm").keluar


def test_every_command_prints_one_object_and_leaves_argparse_as_it_was(kinerja: Jalankan, tmp_path: Path) -> None:
    asli = vars(argparse)["_"]
    kinerja("impor", hipertensi("jan.csv", "2026-01", 10))
    for args in ("muatan", "muatan daftar", "periode", "unit", "capaian", "kelengkapan", "indikator"):
        h = kinerja(*args.split(), "--json")
        assert (h.kode, h.galat, list(h.json)) == (0, "", ["rows"])
    assert kinerja("--json").json["status"] == "ditolak"
    assert kinerja("unit", "--json", "cari", "pauh").json["rows"], "an option said early holds for what follows"
    assert vars(argparse)["_"] is asli
    assert buka_aktif(tmp_path / "data").nomor == 1


def test_a_layout_can_be_named_by_every_kind_that_is_known(kinerja: Jalankan) -> None:
    jan = hipertensi("jan.csv", "2026-01", 10)
    hasil = {jenis: kinerja("impor", jan, "--jenis", jenis, "--uji", "--json").kode for jenis in JENIS}
    assert hasil["templat"] == 0
    assert set(hasil.values()) <= {0, 1}
    assert kinerja("impor", jan, "--jenis", "entah").kode == 2
