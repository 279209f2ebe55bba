"""``python -m kinerja`` as an administrator runs it: sentences, JSON, exit codes. One folder, in the order of a day."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kinerja.domain.akses import Akses
from kinerja.domain.periode import parse_periode
from kinerja.i18n import format as tulis
from kinerja.indikator import hitung
from kinerja.indikator.registry import registri
from kinerja.store.koneksi import buka_aktif

AKAR = Path(__file__).resolve().parents[2]
CONTOH_CSV = AKAR / "data" / "contoh" / "kunjungan_contoh_2025.csv"


@dataclass(frozen=True)
class Hasil:
    kode: int
    keluar: str
    galat: str

    @property
    def json(self) -> Any:
        return json.loads(self.keluar)


def cli(folder: Path, *args: str | Path) -> Hasil:
    lingkungan = {**os.environ, "KINERJA_DATA": str(folder), "USER": "petugas-uji", "PYTHONPATH": str(AKAR)}
    p = subprocess.run(
        [sys.executable, "-m", "kinerja", *map(str, args)], cwd=folder, env=lingkungan, capture_output=True, text=True
    )
    assert "Traceback" not in p.stderr, p.stderr
    return Hasil(p.returncode, p.stdout, p.stderr)


def isi_folder(folder: Path) -> list[str]:
    """Without the key that makes codes of employees' numbers: it comes with the first reading, and holds no data."""
    return sorted(b.name for b in folder.iterdir() if b.name != "kunci-pegawai")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cli")


def test_before_any_data_a_sentence_says_what_to_do(folder: Path) -> None:
    h = cli(folder, "capaian")
    assert h.kode == 1
    assert h.keluar == ""
    assert "Belum ada data" in h.galat


def test_wrong_usage_is_exit_two(folder: Path) -> None:
    h = cli(folder, "tidak-ada")
    assert (h.kode, h.keluar) == (2, "")
    assert h.galat.startswith("pakai: python -m kinerja")
    assert "tidak ada pilihan 'tidak-ada'" in h.galat


def test_wrong_usage_is_one_json_object_for_who_asked_for_json(folder: Path) -> None:
    for args in (("impor", "--json"), ("muatan", "batal", "x", "--json"), ("--json",), ("capaian", "--json", "--aneh")):
        h = cli(folder, *args)
        assert h.kode == 2
        assert (h.json["status"], h.galat) == ("ditolak", "")
        assert h.json["galat"]
    assert cli(folder, "impor", "--json").json["galat"] == "masih kurang: BERKAS"
    en = cli(folder, "impor", "--json", "--bahasa", "en").json["galat"]
    assert en == "the following arguments are required: FILE"


BANTUAN = [(), *((p,) for p in ("contoh", "impor", "muatan", "periode", "unit", "capaian", "kelengkapan", "periksa"))]


@pytest.mark.parametrize("perintah", [*BANTUAN, ("unit", "gabung"), ("muatan", "batal"), ("periode", "tutup")])
def test_help_is_wholly_in_one_language(folder: Path, perintah: tuple[str, ...]) -> None:
    h = cli(folder, *perintah, "--help")
    assert (h.kode, h.galat) == (0, "")
    assert h.keluar.startswith("pakai: ")
    inggris = {
        "usage",
        "options",
        "positional",
        "arguments",
        "show",
        "this",
        "help",
        "message",
        "and",
        "exit",
        "default",
    }
    assert set(re.findall(r"(?<![-\w])[a-z]+(?!\w)", h.keluar)) & inggris == set()
    en = cli(folder, *perintah, "--help", "--bahasa", "en").keluar
    assert en.startswith("usage: ")
    assert set(re.findall(r"[a-z]+", en)) & {"pakai", "pilihan", "isian", "tampilkan", "berkas", "dan", "yang"} == set()


def test_a_fault_nobody_foresaw_is_still_one_json_object(tmp_path: Path) -> None:
    """The data folder is a file: the details go to who mends it, the object to who reads it."""
    bukan = tmp_path / "bukan-folder"
    bukan.write_text("x", encoding="utf-8")
    lingkungan = {**os.environ, "KINERJA_DATA": str(bukan), "PYTHONPATH": str(AKAR)}
    perintah = [sys.executable, "-m", "kinerja", "capaian", "--json"]
    p = subprocess.run(perintah, cwd=tmp_path, env=lingkungan, capture_output=True, text=True)
    assert p.returncode == 1
    assert json.loads(p.stdout)["status"] == "ditolak"
    assert "NotADirectoryError" in p.stderr


def test_sample_indicators_and_units(folder: Path) -> None:
    h = cli(folder, "contoh")
    assert (h.kode, h.galat) == (0, "")
    assert "sintetis" in h.keluar
    baris = cli(folder, "indikator", "--json", "--bahasa", "en").json["rows"]
    assert [b["kode"] for b in baris] == list(registri())
    assert baris[0]["nama"] == next(iter(registri().values())).nama.en
    units = {u["kode"]: u for u in cli(folder, "unit", "--json").json["rows"]}
    assert units["1011119"]["induk"] == "DINKES"
    assert [k for k, u in units.items() if u["induk"] is None] == ["WIL"]


def test_figures_of_the_command_line_are_those_of_the_engine(folder: Path) -> None:
    h = cli(folder, "capaian", "--json", "--dari", "2026-07", "--sampai", "2026-09", "--unit", "1011119")
    assert h.kode == 0
    kursor = buka_aktif(folder).kursor()
    df = hitung.fetch_capaian(
        Akses("kepegawaian"),
        kursor,
        hitung.fetch_pohon(kursor),
        list(registri()),
        ["1011119"],
        [parse_periode("2026-TW3")],
    )
    kolom = list(h.json["rows"][0])
    assert {"realisasi", "target", "capaian", "status", "ada", "wajib"} <= set(kolom)
    assert h.json["rows"] == json.loads(df[kolom].to_json(orient="records", double_precision=15))
    assert len(df) > 10


def test_per_month_gives_every_month_and_an_unknown_code_a_sentence(folder: Path) -> None:
    args = ("--indikator", "kunjungan_rawat_jalan", "--unit", "1011120-P-TJA", "--per", "bulan")
    rows = cli(folder, "capaian", "--json", *args, "--dari", "2024-03", "--sampai", "2024-05").json["rows"]
    assert [r["periode"] for r in rows] == ["2024-03", "2024-04", "2024-05"]
    assert [r["realisasi"] is None for r in rows] == [False, True, False], "the report of April never came"
    h = cli(folder, "capaian", "--unit", "TIDAK-ADA")
    assert (h.kode, "TIDAK-ADA" in h.galat) == (1, True)


def test_a_reader_that_has_seen_enough_is_no_error(folder: Path) -> None:
    """80 kB of rows do not fit into the pipe of a reader that takes 20 bytes of them."""
    perintah = [sys.executable, "-m", "kinerja", "capaian", "--per", "unit", "--json"]
    lingkungan = {**os.environ, "KINERJA_DATA": str(folder), "PYTHONPATH": str(AKAR)}
    pipa = subprocess.PIPE
    with subprocess.Popen(perintah, cwd=folder, env=lingkungan, stdout=pipa, stderr=pipa) as p:
        assert p.stdout is not None
        assert p.stderr is not None
        assert p.stdout.read(20).startswith(b'{"rows": [')
        p.stdout.close()
        assert p.stderr.read() == b""
        assert p.wait() == 0


def test_a_refused_file_exits_one_with_a_sentence_and_stores_nothing(folder: Path, tmp_path: Path) -> None:
    buruk = tmp_path / "daftar.csv"
    buruk.write_text("nama;harga\nkursi;10\n", encoding="utf-8")
    sebelum = isi_folder(folder)
    h = cli(folder, "impor", buruk)
    assert h.kode == 1
    assert "daftar.csv: ditolak" in h.galat
    assert "[salah]" in h.galat
    en = cli(folder, "impor", buruk, "--json", "--bahasa", "en")
    assert (en.kode, en.json["status"], en.json["muatan"]) == (1, "ditolak", None)
    assert en.json["masalah"][0]["tingkat"] == "galat"
    assert isi_folder(folder) == sebelum
    assert "tidak-ada.csv" in cli(folder, "impor", tmp_path / "tidak-ada.csv").galat


def test_an_import_is_accepted_once_listed_taken_back_and_accepted_again(folder: Path) -> None:
    uji = cli(folder, "impor", CONTOH_CSV, "--json", "--uji").json
    assert (uji["status"], uji["muatan"]) == ("diterima", None)
    h = cli(folder, "impor", CONTOH_CSV, "--json")
    assert h.kode == 0, h.keluar
    isi = h.json
    assert (isi["status"], isi["muatan"]) == ("diterima", 1)
    assert isi["baris"] == uji["baris"] > 0
    assert isi["total"] == uji["total"]
    rows = cli(folder, "capaian", "--json", "--dari", "2025-01", "--sampai", "2025-12").json["rows"]
    dibaca = {r["indikator"]: r["pembilang"] for r in rows}
    assert dibaca == {k: v["pembilang"] for k, v in isi["total"].items()}, "the sample is gone, only the file counts"
    assert {v["penyebut"] for v in isi["total"].values()} == {None}, "a count has no denominator; 0 would be one"

    dua = cli(folder, "impor", CONTOH_CSV)
    assert dua.kode == 1
    assert "CLI (petugas-uji)" in dua.galat
    assert "muatan 1" in dua.galat

    (muatan,) = cli(folder, "muatan", "daftar", "--json").json["rows"]
    assert (muatan["muatan"], muatan["berkas"], muatan["oleh"]) == (1, CONTOH_CSV.name, "CLI (petugas-uji)")
    assert tulis.waktu(datetime.fromisoformat(muatan["pada"]), "id") in dua.galat
    assert cli(folder, "muatan", "batal", "7").kode == 1
    batal = cli(folder, "muatan", "batal", "1", "--bahasa", "en")
    assert batal.kode == 0
    assert cli(folder, "muatan", "--json").json["rows"] == []
    assert cli(folder, "impor", CONTOH_CSV, "--json").json["muatan"] == 2


def test_health_is_told_in_both_languages_and_damage_is_exit_one(folder: Path) -> None:
    assert "baik" in cli(folder, "periksa").keluar
    isi = cli(folder, "periksa", "--json").json
    assert isi["status"] == "baik"
    id_, en = cli(folder, "capaian", "--unit", "X").galat, cli(folder, "capaian", "--unit", "X", "--bahasa", "en").galat
    assert id_ != en
    assert "does not exist" in en or "no unit" in en.lower() or "not" in en
    jalur = folder / str(isi["berkas"])
    jalur.write_bytes(jalur.read_bytes()[: int(isi["ukuran"]) // 2])
    h = cli(folder, "periksa")
    assert h.kode == 1
    assert "rusak" in h.galat
