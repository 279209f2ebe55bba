"""Rows of a register that are no visit of their own: cancelled, trials, typed twice; and days one cell decides."""

from __future__ import annotations

from pathlib import Path

import pytest
from bahan_register import BARIS, KEPALA, kunjungan, register, satu

from kinerja.domain.fakta import HasilBaca, Masalah

STATUS = (*KEPALA, "status")
NAMA = (*KEPALA, "nama")


def peringatan(hasil: HasilBaca, alasan: str) -> list[Masalah]:
    return [m for m in hasil.masalah if m.alasan == f"masalah.{alasan}" and m.tingkat == "peringatan"]


def lain(n: int) -> list[object]:
    return satu(no_rm=f"RM{n:06}")


@pytest.mark.parametrize("judul", ["status", "Keterangan", "kehadiran", "Hasil Akhir"])
@pytest.mark.parametrize("kata", ["Batal", "BATAL BEROBAT", "Tidak hadir", "Cancel", "dibatalkan"])
def test_a_cancelled_visit_is_not_counted_and_told(tmp_path: Path, judul: str, kata: str) -> None:
    baris = [[*lain(1), "Selesai"], [*lain(2), kata], [*lain(3), kata], [*lain(4), ""], [*lain(5), "Tidak batal puasa"]]
    hasil = register(tmp_path, *baris, kepala=(*KEPALA, judul))
    assert hasil.diterima
    assert kunjungan(hasil) == 3
    [batal] = peringatan(hasil, "register_batal")
    assert (batal.baris, batal.args["jumlah"]) == (3, 2)


@pytest.mark.parametrize("nama", ["TEST", "TES", "Uji Coba Pasien", "DUMMY", "tes 2", "Pasien Test"])
def test_a_trial_is_told_without_its_name(tmp_path: Path, nama: str) -> None:
    baris = [[*lain(1), "Testimoni Sari"], [*lain(2), "Dummi"], [*lain(3), nama]]
    hasil = register(tmp_path, *baris, kepala=NAMA)
    assert kunjungan(hasil) == 3
    [coba] = peringatan(hasil, "register_coba")
    assert (coba.baris, coba.args["jumlah"], coba.nilai) == (4, 1, "")


def test_rows_equal_in_every_cell_count_once(tmp_path: Path) -> None:
    hasil = register(tmp_path, lain(1), lain(2), lain(1), lain(1))
    assert kunjungan(hasil) == 2
    [sama] = peringatan(hasil, "register_sama")
    assert (sama.baris, sama.args["jumlah"]) == (4, 2)
    assert [d.alasan for d in hasil.dibuang if d.jenis == "baris"] == ["dibuang.sama"] * 2
    assert "RM0" not in repr(hasil.masalah)


def test_the_same_patient_day_and_poli_again_is_counted_and_told(tmp_path: Path) -> None:
    hasil = register(
        tmp_path, lain(1), lain(2), satu(no_rm="RM000001", pembiayaan="Umum"), satu(no_rm="RM000001", poli="Gigi")
    )
    assert kunjungan(hasil) == 4
    [mirip] = peringatan(hasil, "register_mirip")
    assert (mirip.baris, mirip.args["jumlah"], mirip.args["contoh"]) == (4, 1, "2 & 4")
    assert "RM0" not in repr(hasil.masalah)


def test_visits_without_a_number_or_at_another_time_are_not_the_same(tmp_path: Path) -> None:
    kosong, jam = satu(no_rm=""), (satu(tanggal_kunjungan=f"13/10/2026 0{n}:00") for n in (8, 9))
    hasil = register(tmp_path, kosong, kosong, satu(no_rm="-"), satu(no_rm="-"), *jam)
    assert kunjungan(hasil) == 6
    assert not peringatan(hasil, "register_sama") + peringatan(hasil, "register_mirip")


def test_one_cell_that_turns_a_column_month_first_is_named(tmp_path: Path) -> None:
    isi = [satu(tanggal_kunjungan=t, no_rm=f"RM{n}") for n, t in enumerate(("03/04/2026", "05/04/2026", "04/25/2026"))]
    [depan] = peringatan(register(tmp_path, *isi), "register_bulan_depan")
    assert (depan.baris, depan.args["contoh"]) == (4, "04/25/2026")
    assert not peringatan(register(tmp_path, *isi, tanggal="mdy"), "register_bulan_depan")
    assert not peringatan(register(tmp_path, BARIS), "register_bulan_depan")
