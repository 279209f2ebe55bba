"""Long tables whose members may not be added up: plans, other indikator, totals, parts of parts, one member alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bahan_angka import LB, PG, RAJAL, baca_peta_csv, kolom, masalah, peta_angka
from bahan_ingest import alasan, baca

from kinerja.domain.fakta import HasilBaca

A, B = "Puskesmas Lubuk Begalung", "Puskesmas Pegambiran"
PETA = peta_angka("tahun", "bulan", "unit", "dimensi", f"pembilang:{RAJAL}")
UTUH = ("Baru 60", "Lama 41")


def _baris(isi: tuple[str, ...], unit: str = A, bulan: str = "Januari") -> list[str]:
    return ["2026;{};{};{};{}".format(bulan, unit, *satu.rsplit(" ", 1)) for satu in isi]


def _baca(folder: Path, judul: str, *baris: str) -> HasilBaca:
    teks = "\n".join((f"Tahun;Bulan;Puskesmas;{judul};Kunjungan rawat jalan", *baris))
    return baca(folder / "a.csv", teks + "\n")


def _petakan(folder: Path, judul: str, *baris: str) -> HasilBaca:
    return baca_peta_csv(folder, PETA, f"Tahun;Bulan;Puskesmas;{judul};Kunjungan rawat jalan", *baris)


@pytest.mark.parametrize(
    "nama",
    [
        *("Target", "Sasaran", "Rencana", "Proyeksi 2026", "Prediksi", "Realisasi", "Bulan lalu", "Tahun lalu"),
        *("Sementara", "Angka tetap", "Final", "Batal", "Revisi 2", "s.d. bulan ini"),
    ],
)
@pytest.mark.parametrize("cara", [_baca, _petakan])
def test_plans_other_times_and_versions_are_never_added_up(tmp_path: Path, nama: str, cara: object) -> None:
    for judul in ("Jenis", "Status"):
        hasil = cara(tmp_path, judul, *_baris((f"{nama} 100", "Lain 90")))  # type: ignore[operator]
        assert [(m.tingkat, m.args["nama"]) for m in masalah(hasil, "rincian_bukan_bagian")] == [("galat", nama)]


def test_a_member_that_names_another_indikator_is_not_added_to_this_one(tmp_path: Path) -> None:
    for cara, jalan in ((_baca, "Rawat jalan"), (_petakan, "Rawat jalan"), (_petakan, "Kunjungan rawat jalan")):
        hasil = cara(tmp_path, "Jenis kunjungan", *_baris((f"{jalan} 100", "Kunjungan rawat inap 10")))
        (satu,) = masalah(hasil, "rincian_indikator_lain")
        assert (satu.tingkat, satu.args["nama"], satu.args["indikator"]) == ("galat", "Kunjungan rawat inap", RAJAL)
        assert satu.args["indikator_lain"] == "kunjungan_rawat_inap"
    for isi in (("Kunjungan pasien baru 60", "Kunjungan pasien lama 41"), ("Rawat jalan 100", "Non rawat inap 1")):
        bagian = _baca(tmp_path, "Jenis kunjungan", *_baris(isi))
        assert [f.pembilang for f in bagian.fakta] == [101] and not alasan(bagian)
    for nama in ("Rawat inap", "Ranap", "Inpatient"):
        hasil = _baca(tmp_path, "Jenis kunjungan", *_baris(("Rawat jalan 100", f"{nama} 10")))
        assert alasan(hasil) == {"rincian_indikator_lain"}


@pytest.mark.parametrize("total", ["Jumlah", "Keseluruhan", "Rawat jalan total", "Pasien (jumlah)", "Umum semua umur"])
def test_totals_are_not_added_wherever_the_word_stands(tmp_path: Path, total: str) -> None:
    hasil = _baca(tmp_path, "Jenis pasien", *_baris((*UTUH, f"{total} 101")))
    assert [f.pembilang for f in hasil.fakta] == [101]
    assert not alasan(hasil) and not alasan(hasil, "peringatan")
    assert [d.alasan for d in hasil.dibuang if d.letak == "4"] == ["dibuang.jumlah"]


def test_a_partial_total_without_its_members_is_not_lost(tmp_path: Path) -> None:
    hasil = _baca(tmp_path, "Cara bayar", *_baris(("BPJS total 100", "Umum 20", "Lain 5")))
    assert [(m.tingkat, m.args["nama"]) for m in masalah(hasil, "rincian_sub_beda")] == [("galat", "BPJS total")]
    assert alasan(_baca(tmp_path, "Cara bayar", *_baris(("BPJS total 100", "Umum total 20")))) == {"dimensi_jumlah"}
    semua = _baca(tmp_path, "Cara bayar", *_baris(("Semua 120", "BPJS total 100", "Umum total 20")))
    assert [f.pembilang for f in semua.fakta] == [120]


@pytest.mark.parametrize(
    "bagian", ["- PBI 61|- Non PBI 39", "a. PBI 61|b. Non PBI 39", "di antaranya PBI 61", "Dari luar wilayah 9"]
)
def test_members_written_as_parts_of_another_are_named(tmp_path: Path, bagian: str) -> None:
    hasil = _baca(tmp_path, "Cara bayar", *_baris(("BPJS 100", *bagian.split("|"), "Umum 7")))
    (satu,) = masalah(hasil, "rincian_anak")
    assert satu.args["daftar"] == ", ".join(b.rsplit(" ", 1)[0] for b in bagian.split("|"))


def test_siblings_that_are_all_written_alike_are_no_parts(tmp_path: Path) -> None:
    for isi in (("a. Baru 60", "b. Lama 41"), ("- Baru 60", "- Lama 41"), ("0-5 60", "> 60 41")):
        hasil = _baca(tmp_path, "Jenis pasien", *_baris(isi))
        assert [f.pembilang for f in hasil.fakta] == [101] and not alasan(hasil)


def test_a_member_that_always_equals_the_sum_of_others_is_asked(tmp_path: Path) -> None:
    baris = _baris(("BPJS 100", "PBI 60", "Non PBI 40", "Umum 7"))
    lagi = _baris(("BPJS 50", "PBI 31", "Non PBI 19", "Umum 3"), B)
    (satu,) = masalah(_baca(tmp_path, "Cara bayar", *baris, *lagi), "rincian_induk")
    assert (satu.tingkat, satu.args["nama"], satu.args["daftar"]) == ("galat", "BPJS", "PBI, Non PBI")
    beda = _baris(("BPJS 50", "PBI 32", "Non PBI 20", "Umum 3"), B)
    assert not masalah(_baca(tmp_path, "Cara bayar", *baris, *beda), "rincian_induk")
    assert [m.tingkat for m in masalah(_petakan(tmp_path, "Cara bayar", *baris), "rincian_induk")] == ["peringatan"]


@pytest.mark.parametrize(
    ("judul", "nama"), [("Cara bayar", "BPJS"), ("Poli", "Gigi"), ("Jenis pasien", "Baru"), ("Kelompok umur", "0-5")]
)
def test_one_member_alone_is_asked_and_a_confirmed_mapping_answers(tmp_path: Path, judul: str, nama: str) -> None:
    baris = [*_baris((f"{nama} 60",)), *_baris((f"{nama} 41",), B)]
    (satu,) = masalah(_baca(tmp_path, judul, *baris), "rincian_tunggal")
    assert (satu.tingkat, satu.args["nama"], satu.args["judul"]) == ("galat", nama, judul.upper())
    hasil = _petakan(tmp_path, judul, *baris)
    assert hasil.diterima and alasan(hasil, "peringatan") == {"rincian_tunggal"}
    tersaring = replace(PETA, kolom=(*PETA.kolom, replace(kolom("saring")[0], kolom=3, hanya=(nama,))))
    kepala = f"Tahun;Bulan;Puskesmas;{judul};Kunjungan rawat jalan"
    assert not alasan(baca_peta_csv(tmp_path, tersaring, kepala, *baris), "peringatan")


@pytest.mark.parametrize("nama", ["Semua", "Jumlah", "Total", "Umum semua umur"])
def test_one_member_that_says_all_is_no_question(tmp_path: Path, nama: str) -> None:
    hasil = _baca(tmp_path, "Kelompok umur", *_baris((f"{nama} 60",)))
    assert [f.pembilang for f in hasil.fakta] == [60] and not hasil.masalah


def test_a_unit_or_month_with_one_member_where_others_have_several_is_asked(tmp_path: Path) -> None:
    for sendiri in (_baris(("Baru 5",), B), _baris(("Baru 5",), A, "Februari"), _baris(("Baru 5", "Jumlah 9"), B)):
        baris = [*_baris(UTUH), *sendiri]
        (satu,) = masalah(_baca(tmp_path, "Jenis pasien", *baris), "rincian_kurang")
        assert (satu.tingkat, satu.args["nama"], satu.args["jumlah"]) == ("galat", "Baru", 1)
        hasil = _petakan(tmp_path, "Jenis pasien", *baris)
        assert hasil.diterima and "rincian_kurang" in alasan(hasil, "peringatan")
    beda = [*_baris(("BPJS 5",)), *_baris(("Umum 5",), B)]
    assert alasan(_baca(tmp_path, "Cara bayar", *beda)) == {"rincian_kurang"}
    tipe = _baca(tmp_path, "Tipe puskesmas", *_baris(("Perkotaan 5",)), *_baris(("Perdesaan 6",), B))
    assert [(f.unit, f.pembilang) for f in tipe.fakta] == [(LB, 5), (PG, 6)] and not alasan(tipe)


def test_what_was_added_up_is_named(tmp_path: Path) -> None:
    for cara in (_baca, _petakan):
        hasil = cara(tmp_path, "Jenis pasien", *_baris(UTUH))
        assert [f.pembilang for f in hasil.fakta] == [101]
        (satu,) = masalah(hasil, "rincian_dijumlahkan")
        assert (satu.tingkat, satu.args["daftar"], satu.args["jumlah"]) == ("info", "Baru, Lama", 2)


@pytest.mark.parametrize("satuan", ["ribu", "Ribuan orang", "juta", "persen", "%", "x 1.000"])
def test_thousands_and_percentages_beside_counts_stop_the_file(tmp_path: Path, satuan: str) -> None:
    hasil = _baca(tmp_path, "Satuan", *_baris((f"{satuan} 60",)))
    assert alasan(hasil) == {"satuan_bukan_cacah"}
    assert not alasan(_baca(tmp_path, "Satuan", *_baris(("Orang 60",))))
