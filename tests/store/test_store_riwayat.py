"""Reading what happened: completeness with first arrival, corrected figures, open questions, the trail."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kinerja.domain.fakta import Fakta
from kinerja.domain.unit import Unit
from kinerja.indikator import satuan, terbit
from kinerja.indikator.registry import ambil, registri
from kinerja.store import queries, riwayat
from kinerja.store.koneksi import buka_aktif
from tests.indikator.bahan_muat import LB, PADA, PG, POLI, RJ, berkas, register, simpan

NANTI = PADA + timedelta(days=9)
BULAN = (202601, 202602, 202603)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LB: a register by poli in January, a sum in February, later corrected; PG: a triwulan. One closed unit."""
    folder = tmp_path_factory.mktemp("riwayat")
    kode = satuan.tambah(folder, "1011124", "petugas")
    simpan(folder, berkas("reg.xlsx", jenis="register", kunjungan=register(POLI, 202601, {3: 4, 4: 5})))
    simpan(folder, berkas("a.csv", [Fakta(RJ, LB, 202602, 202602, 50), Fakta("spm_tb", LB, 202602, 202602, 5, 50)]))
    simpan(folder, berkas("tw.csv", [Fakta(RJ, PG, 202601, 202603, 90)]), pada=NANTI)
    baru = [Fakta(RJ, LB, 202602, 202602, 60), Fakta("spm_tb", LB, 202602, 202602, 5, 50)]
    simpan(folder, berkas("k.csv", baru), koreksi="salah ketik", pada=NANTI)
    simpan(folder, berkas("dua.csv", [Fakta(RJ, LB, 202603, 202603, 7)]), pembanding=True)
    satuan.tutup(folder, kode, 202601, "petugas")
    return folder


def lengkap(folder: Path, *kode: str) -> dict[tuple[str, str, int], tuple[str, str]]:
    kursor = buka_aktif(folder).kursor()
    units = [u for u in queries.fetch_unit(kursor) if u.jenis == "puskesmas"]
    baris = riwayat.fetch_kelengkapan(kursor, [ambil(k) for k in kode], units, BULAN)
    assert [(b.indikator, b.unit, b.bulan) for b in baris] == [
        (k, u.kode, b) for k in kode for u in units for b in BULAN
    ]
    return {(b.indikator, b.unit, b.bulan): (b.keadaan, b.masuk) for b in baris}


def test_a_unit_reported_when_it_or_a_unit_below_has_a_counted_figure(folder: Path) -> None:
    isi = lengkap(folder, RJ)
    tiba = PADA.isoformat()
    assert [isi[RJ, LB, b] for b in BULAN] == [("lapor", tiba), ("lapor", tiba), ("belum", "")]
    assert [isi[RJ, PG, b] for b in BULAN] == [("lapor", NANTI.isoformat())] * 3


def test_a_correction_does_not_make_a_punctual_report_late_and_a_second_source_is_no_report(folder: Path) -> None:
    isi = lengkap(folder, RJ, "spm_tb")
    assert isi[RJ, LB, 202602] == ("lapor", PADA.isoformat())
    assert isi[RJ, LB, 202603] == ("belum", "")
    assert isi["spm_tb", LB, 202602] == ("lapor", PADA.isoformat())
    assert isi["spm_tb", PG, 202602] == ("belum", "")


def test_a_unit_that_has_ended_is_not_called_late(folder: Path) -> None:
    isi = lengkap(folder, RJ)
    assert [isi[RJ, "PKM-ANDALAS", b][0] for b in BULAN] == ["belum", "tidak_berlaku", "tidak_berlaku"]


def test_only_figures_that_changed_are_called_corrected(folder: Path) -> None:
    kursor = buka_aktif(folder).kursor()
    assert riwayat.fetch_dikoreksi(kursor, registri().values()) == {(RJ, LB, 202602, 202602)}
    assert riwayat.fetch_koreksi(kursor)[0].baris == 2


def test_a_corrected_register_marks_the_indikator_counted_from_it(tmp_path: Path) -> None:
    simpan(tmp_path, berkas("1.xlsx", jenis="register", kunjungan=register(LB, 202601, {3: 4, 4: 5})))
    muatan = simpan(
        tmp_path, berkas("2.xlsx", jenis="register", kunjungan=register(LB, 202601, {3: 6})), koreksi="hari ketiga"
    )
    kursor = buka_aktif(tmp_path).kursor()
    assert riwayat.fetch_dikoreksi(kursor, registri().values()) == {(RJ, LB, 202601, 202601)}
    terbit.batalkan(tmp_path, muatan, "petugas")
    assert riwayat.fetch_dikoreksi(buka_aktif(tmp_path).kursor(), registri().values()) == set()


def test_the_second_source_is_listed_with_its_file(folder: Path) -> None:
    (p,) = riwayat.fetch_pembanding(buka_aktif(folder).kursor(), registri().values())
    assert (p.berkas, p.indikator, p.unit, p.dari, p.pembilang, p.lain_pembilang) == (
        "dua.csv",
        RJ,
        LB,
        202603,
        7,
        None,
    )


def test_every_reader_of_history_answers_on_sample_data_and_on_an_empty_store(sampel: Path, tmp_path: Path) -> None:
    terbit.mulai_kosong(tmp_path, "petugas")
    for isi in (sampel, tmp_path):
        kursor = buka_aktif(isi).kursor()
        units: list[Unit] = queries.fetch_unit(kursor)
        assert riwayat.fetch_koreksi(kursor) == []
        assert riwayat.fetch_dikoreksi(kursor, registri().values()) == set()
        assert riwayat.fetch_pembanding(kursor, registri().values()) == []
        assert riwayat.fetch_terkunci(kursor) == []
        assert riwayat.fetch_pertanyaan(kursor) == []
        assert riwayat.fetch_pembatalan(kursor) == []
        assert len(riwayat.fetch_kelengkapan(kursor, list(registri().values()), units, BULAN)) == len(registri()) * len(
            units
        ) * len(BULAN)


def test_the_history_of_a_figure_is_what_counts(folder: Path) -> None:
    dulu = riwayat.fetch_riwayat(buka_aktif(folder).kursor(), RJ)
    assert dulu == {
        (POLI, 202601, 202601): (9, None),
        (LB, 202602, 202602): (60, None),
        (PG, 202601, 202603): (90, None),
    }
