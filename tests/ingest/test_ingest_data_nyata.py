"""Real files of other offices, read by a mapping and stored; the expected figures are counted here, from the text."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import pytest
from bahan_angka import TEPAT, kolom, masalah
from bahan_ingest import alasan

from kinerja import contoh
from kinerja.domain.akses import Akses
from kinerja.domain.fakta import HasilBaca
from kinerja.domain.periode import Periode, parse_periode, rentang
from kinerja.indikator import hitung, terbit
from kinerja.indikator.registry import registri
from kinerja.ingest import Opsi, Rujukan, baca_berkas
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.toml import tulis_peta
from kinerja.store.koneksi import buka_aktif

DATA = Path(__file__).resolve().parents[2] / "../shared/data"
NI, NHSR = "ni-ae/northern-ireland-ae-raw.csv", "nhsr/ae_attendances_from_rda.csv"
NYC, SPM = "nyc-mmr/tidy_indicator_level_data.csv", "profil-kesehatan-2023/spm_kabupaten_2023.csv"
PUSKESMAS = "satu-data/puskesmas.csv"
RUJUKAN = Rujukan(tuple(contoh.SATUAN_KERJA), contoh.ALIAS, registri(), terbit.INDUK_UNIT_BARU)


def berkas(nama: str) -> Path:
    if not (DATA / nama).is_file():
        pytest.skip("the shared files are not here")
    return DATA / nama


def baris(nama: str, pemisah: str = ",") -> list[dict[str, str]]:
    with berkas(nama).open(encoding="utf-8-sig", newline="") as isi:
        return list(csv.DictReader(isi, delimiter=pemisah))


def baca(nama: str, peta: Peta | None = None, **opsi: object) -> HasilBaca:
    jalur = berkas(nama)
    return baca_berkas(jalur, jalur.name, RUJUKAN, Opsi(peta=tulis_peta(peta) if peta else "", **opsi))  # type: ignore[arg-type]


def capaian(folder: Path, kode: str, unit: str, periode: Periode) -> pd.Series:
    kursor = buka_aktif(folder).kursor()
    df = hitung.fetch_capaian(Akses("kepegawaian"), kursor, hitung.fetch_pohon(kursor), [kode], [unit], [periode])
    assert len(df) == 1
    return df.iloc[0]


def ribuan(teks: str) -> int:
    return int(teks.replace(",", ""))


PETA_NI = Peta(
    "angka",
    1,
    (0,),
    kolom=kolom(
        "periode", "", "", "dimensi", "unit", "dimensi", f"pembilang:{TEPAT}", "", "", f"penyebut:{TEPAT}", "pemeriksa"
    ),
)
TAHUN_NI = rentang(201904, 202003)


@pytest.fixture(scope="module")
def ni() -> HasilBaca:
    return baca(NI, PETA_NI, unit_baru="tambahkan")


@pytest.fixture(scope="module")
def toko_ni(ni: HasilBaca, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ni")
    terbit.simpan(folder, ni, "penguji")
    return folder


def test_northern_ireland_every_row_is_one_fact(ni: HasilBaca) -> None:
    """English thousands, a percentage beside, the month three times, newest first."""
    isi = baris(NI)
    assert ni.diterima
    assert len(ni.fakta) == len(isi) == 3121
    assert {u.nama for u in ni.unit_baru} == {b["Dept"] for b in isi}
    assert len(ni.unit_baru) == 22
    assert sum(f.pembilang for f in ni.fakta) == sum(ribuan(b["Under 4 Hours"]) for b in isi)
    assert sum(f.penyebut or 0 for f in ni.fakta) == sum(ribuan(b["Total"]) for b in isi)
    assert not alasan(ni, "peringatan"), "all printed percentages agree with their figures"


def test_northern_ireland_the_share_is_weighted(ni: HasilBaca, toko_ni: Path) -> None:
    isi = [b for b in baris(NI) if b["Year"] == "2019/20"]
    tepat, semua = (sum(ribuan(b[k]) for b in isi) for k in ("Under 4 Hours", "Total"))
    rata = sum(float(b["Percent Under 4 Hours"].rstrip("%")) for b in isi) / len(isi)
    assert (semua, round(100 * tepat / semua, 2), round(rata, 2)) == (814_350, 65.09, 75.02)
    satu = capaian(toko_ni, TEPAT, "DINKES", TAHUN_NI)
    assert (satu["pembilang"], satu["penyebut"]) == (tepat, semua)
    assert round(satu["realisasi"], 2) == 65.09
    assert satu["bawah"] < 65.0866 < satu["atas"]


def test_northern_ireland_a_unit_and_a_month_of_it(ni: HasilBaca, toko_ni: Path) -> None:
    unit = next(u.kode for u in ni.unit_baru if u.nama == "Antrim Area")
    (satu,) = [b for b in baris(NI) if b["Dept"] == "Antrim Area" and b["Date"] == "2022-03-01"]
    angka = capaian(toko_ni, TEPAT, unit, parse_periode("2022-03"))
    assert (angka["pembilang"], angka["penyebut"]) == (ribuan(satu["Under 4 Hours"]), ribuan(satu["Total"]))


def test_northern_ireland_a_wrong_percentage_is_noticed(tmp_path: Path) -> None:
    teks = berkas(NI).read_text(encoding="utf-8-sig").replace('"47.8%"', '"74.8%"', 1)
    (tmp_path / "ni.csv").write_text(teks, encoding="utf-8")
    opsi = Opsi(peta=tulis_peta(PETA_NI), unit_baru="tambahkan")
    hasil = baca_berkas(tmp_path / "ni.csv", "ni.csv", RUJUKAN, opsi)
    (beda,) = masalah(hasil, "tercetak_beda")
    assert (beda.baris, beda.args["jumlah"], beda.args["tercetak"]) == (2, 1, 74.8)


def test_england_breaches_are_taken_from_attendances_and_kinds_added_up() -> None:
    peta = Peta("angka", 1, (0,), kolom=kolom("periode", "unit", "dimensi", f"penyebut:{TEPAT}", f"kurang:{TEPAT}"))
    hasil = baca(NHSR, peta, unit_baru="tambahkan")
    isi = baris(NHSR)
    assert hasil.diterima
    assert len(hasil.fakta) == len({(b["period"], b["org_code"]) for b in isi}) == 8298
    assert len(isi) == 12_765
    assert len(hasil.unit_baru) == len({b["org_code"] for b in isi})
    for awal, akhir in (("2016-04", "2019-03"), ("2017-04", "2018-03")):
        sebagian = [b for b in isi if awal <= b["period"][:7] <= akhir]
        dari, sampai = (int(b.replace("-", "")) for b in (awal, akhir))
        fakta = [f for f in hasil.fakta if dari <= f.dari <= sampai]
        assert sum(f.penyebut or 0 for f in fakta) == sum(int(b["attendances"]) for b in sebagian)
        tepat = sum(int(b["attendances"]) - int(b["breaches"]) for b in sebagian)
        assert sum(f.pembilang for f in fakta) == tepat


def test_england_each_unit_and_month_is_the_sum_of_its_kinds() -> None:
    peta = Peta("angka", 1, (0,), kolom=kolom("periode", "unit", "dimensi", f"penyebut:{TEPAT}", f"kurang:{TEPAT}"))
    hasil = baca(NHSR, peta, unit_baru="tambahkan")
    harap: dict[tuple[str, int], int] = defaultdict(int)
    for b in baris(NHSR):
        harap[b["org_code"], int(b["period"][:7].replace("-", ""))] += int(b["attendances"])
    nama = {u.kode: u.nama for u in hasil.unit_baru}
    assert {(nama[f.unit], f.dari): f.penyebut for f in hasil.fakta} == harap


PETA_NYC = Peta(
    "iku",
    1,
    (0,),
    kolom=(
        *(KolomPeta(n, isi) for n, isi in ((1, "pembeda"), (2, "arah"), (6, "unit"), (20, "nama"))),
        KolomPeta(10, "realisasi", kode="2023"),
        KolomPeta(21, "target", kode="2023"),
    ),
)


def _angka(teks: str) -> Decimal | None:
    """The figure to four decimals, as the store keeps it."""
    return None if teks == "NA" else Decimal(teks).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def test_new_york_counts_what_reached_its_target_by_direction(tmp_path: Path) -> None:
    """351 indicators have a target; 183 reached it (a tie has), 165 would without the direction."""
    hasil = baca(NYC, PETA_NYC, unit_baru="tambahkan")
    isi = baris(NYC)
    assert hasil.diterima
    assert not masalah(hasil, "iku_kata"), "NA is a blank, not a word"
    assert len(hasil.tabel["iku"]) == len(isi) == 1139
    berdua = [
        (b["Desired.Direction"], t, v, b["Success"])
        for b in isi
        if (t := _angka(b["Target.MMR"])) is not None and (v := _angka(b["2023"])) is not None
    ]
    capai = [v >= t if arah == "Up" else v <= t for arah, t, v, _ in berdua]
    assert (len(berdua), sum(capai), sum(v >= t for _, t, v, _ in berdua)) == (351, 183, 165)
    assert capai == [sukses == "Met_Goal" for _, _, _, sukses in berdua], "as the office itself counts"
    assert sum(t == v for _, t, v, _ in berdua) == 10
    terbit.simpan(tmp_path, hasil, "penguji")
    satu = capaian(tmp_path, "iku_tercapai", "WIL", parse_periode("2023"))
    assert (satu["pembilang"], satu["penyebut"]) == (183, 351)
    assert round(satu["realisasi"], 1) == 52.1


def test_new_york_indicators_of_one_name_are_told_apart_by_their_number() -> None:
    hasil = baca(NYC, PETA_NYC, unit_baru="tambahkan")
    kembar = Counter((b["Agency.Full.Name.y"], b["Indicator"]) for b in baris(NYC))
    harap = sum(n for n in kembar.values() if n > 1)
    assert sum("[" in str(b[1]) and str(b[1]).endswith("]") for b in hasil.tabel["iku"]) >= harap > 0
    assert masalah(hasil, "iku_pembeda")[0].args["jumlah"] == harap


def test_the_spm_recap_of_a_kabupaten_is_recognised_and_agrees_with_its_percentages() -> None:
    hasil = baca(SPM, unit="DINKES")
    isi = [b for b in baris(SPM, ";") if b["PEMBILANG"]]
    assert hasil.diterima
    assert not alasan(hasil, "peringatan")
    angka = [(int(b["PEMBILANG"].replace(".", "")), int(b["PENYEBUT"].replace(".", ""))) for b in isi]
    assert [(f.pembilang, f.penyebut) for f in hasil.fakta] == angka
    assert {f.indikator for f in hasil.fakta} == {k for k, i in registri().items() if i.kelompok == "spm"}
    assert {(f.dari, f.sampai) for f in hasil.fakta} == {(202301, 202312)}


def test_the_register_of_puskesmas_has_codes_as_text() -> None:
    kota = {b["kode_instansi"]: b["unit_kerja"] for b in baris(PUSKESMAS) if b["kode_kab"] == "1371"}
    assert len(kota) == 23
    assert kota["1011119"].endswith("LUBUK BEGALUNG")
    assert kota["1011120"].endswith("PAGAMBIRAN")
    assert all(len(kode) == 7 and kode.isdigit() for kode in kota)
    hasil = baca(PUSKESMAS)
    assert (hasil.jenis, hasil.fakta) == ("", ())
