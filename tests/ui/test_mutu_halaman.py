"""*Mutu & riwayat* on screen: sentences with names, undoing by a second click, second persons, roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja.domain.fakta import Dibuang, Masalah, TargetBaru
from kinerja.i18n import teks
from kinerja.indikator import terbit
from kinerja.store import riwayat
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import nomor_aktif
from tests.ui.bahan_mutu import KUNJUNGAN, LB, PG, angka, buka, simpan, tekan, tertulis, waktu

HALAMAN = "mutu-riwayat"


@pytest.fixture
def dua_unit(tmp_path: Path) -> Path:
    """Two puskesmas; Pegambiran has not reported October yet."""
    simpan(tmp_path, [angka(u, b, 3000 + b % 100) for u in (LB, PG) for b in (202608, 202609)], waktu(202610, 2))
    simpan(tmp_path, [angka(LB, 202610, 3100)], waktu(202611, 9), nama="Oktober.xlsx")
    return tmp_path


def test_the_page_opens_with_who_has_reported_and_who_is_awaited(
    dua_unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = buka(monkeypatch, dua_unit, HALAMAN)
    assert tertulis(at).count("1 dari 2 unit sudah melapor Oktober 2026; belum: Puskesmas Pegambiran") == 1
    assert "1 dari 2 laporan Oktober 2026 masuk paling lambat 10 November 2026" in tertulis(at)
    tepat = next(df.value for df in at.dataframe if "Terhadap batas" in df.value.columns)
    assert tepat["Unit"].tolist() == ["Puskesmas Lubuk Begalung", "Puskesmas Pegambiran"]
    assert tepat["Masuk"].tolist() == ["9 November 2026", "–"]
    assert tepat["Terhadap batas"].tolist()[0] == "tepat waktu"


def test_the_table_says_in_words_what_the_picture_shows(dua_unit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tabel = next(df.value for df in buka(monkeypatch, dua_unit, HALAMAN).dataframe if "Okt 2026" in df.value.columns)
    assert tabel["Okt 2026"].tolist() == ["lapor (masuk 9 November 2026)", "belum"]


def test_all_reported_is_said_as_such_and_a_lone_unit_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simpan(tmp_path, [angka(LB, 202610, 9)], waktu(202611, 2))
    assert "Puskesmas Lubuk Begalung sudah melapor Oktober 2026" in tertulis(buka(monkeypatch, tmp_path, HALAMAN))
    simpan(tmp_path, [angka(PG, 202610, 9)], waktu(202611, 3))
    assert "Semua 2 unit sudah melapor Oktober 2026" in tertulis(buka(monkeypatch, tmp_path, HALAMAN))


def test_old_reports_brought_in_at_the_start_are_not_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simpan(tmp_path, [angka(LB, b, 9) for b in (202607, 202608)], waktu(202611, 20))
    isi = tertulis(buka(monkeypatch, tmp_path, HALAMAN))
    assert "Ketepatan waktu dinilai mulai laporan November 2026" in isi
    assert "hari setelah batas" not in isi


def test_sample_data_are_not_judged_and_cannot_be_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terbit.terbitkan_contoh(tmp_path)
    at = buka(monkeypatch, tmp_path, HALAMAN)
    assert teks("id", "mutu.tepat_contoh") in tertulis(at)
    assert teks("id", "riwayat.hanya_baca_contoh") in tertulis(at)
    assert not any(b.key and b.key.startswith("ya_") for b in at.button)
    assert "13 dari 14 unit sudah melapor Oktober 2026; belum: Pustu Banuaran" in tertulis(at)
    kelompok = at.radio(key="mutu_cakupan").set_value("semua").run()
    assert "Pustu Banuaran (" not in tertulis(kelompok)
    assert not kelompok.exception


def test_an_empty_store_has_words_in_every_part_and_keeps_the_trace_of_what_was_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terbit.batalkan(tmp_path, simpan(tmp_path, [angka(LB, 202610, 9)], waktu(202611, 2), nama="keliru.xlsx"), "Budi")
    at = buka(monkeypatch, tmp_path, HALAMAN)
    isi = tertulis(at)
    for kunci in ("kosong.judul", "mutu.tanpa_data", "mutu.tanpa_data_tepat", "riwayat.muatan_kosong"):
        assert teks("id", kunci) in isi
    for kunci in ("perbedaan.koreksi_kosong", "riwayat.pertanyaan_kosong", "riwayat.terkunci_kosong"):
        assert teks("id", kunci) in isi
    dibatalkan = next(df.value for df in at.dataframe if "Berkas" in df.value.columns)
    assert dibatalkan["Berkas"].tolist() == ["keliru.xlsx"]
    assert dibatalkan["Oleh"].tolist() == ["Budi"]


def test_a_batch_is_undone_only_by_the_second_click_and_with_a_name(
    dua_unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    semula = nomor_aktif(dua_unit)
    at = buka(monkeypatch, dua_unit, HALAMAN)
    assert "Muatan 2 (Oktober.xlsx, 1 baris) tidak dihitung lagi" in tertulis(at)
    tekan(at, "batal_2")
    assert teks("id", "konfirmasi.tanpa_nama") in tertulis(at)
    assert nomor_aktif(dua_unit) == semula
    tekan(at, "batal_2", nama="Budi 19800101 200501 1 001")
    assert nomor_aktif(dua_unit) == (semula or 0) + 1
    assert riwayat.fetch_pembatalan(buka_aktif(dua_unit).kursor())[0][:1] == (2,)
    assert riwayat.fetch_pembatalan(buka_aktif(dua_unit).kursor())[0][4] == "Budi"
    assert "1 muatan · 0 koreksi" in tertulis(at)


def test_undoing_in_a_closed_month_needs_another_person(dua_unit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terbit.tutup_periode(dua_unit, 202610, "Camat")
    semula = nomor_aktif(dua_unit)
    at = tekan(buka(monkeypatch, dua_unit, HALAMAN), "batal_2", nama="Budi")
    assert "perlu persetujuan orang kedua" in tertulis(at)
    tekan(at, "batal_2", nama="Budi", kedua="budi")
    assert nomor_aktif(dua_unit) == semula
    tekan(at, "batal_2", nama="Budi", kedua="Camat")
    assert riwayat.fetch_pembatalan(buka_aktif(dua_unit).kursor())[0][4:] == (
        "Budi",
        riwayat.fetch_pembatalan(buka_aktif(dua_unit).kursor())[0][5],
        "Camat",
    )


def test_months_are_closed_and_opened_again_with_a_name(dua_unit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = buka(monkeypatch, dua_unit, HALAMAN)
    at.multiselect(key="bulan_tutup_3").set_value([202608, 202609]).run()
    assert "Yang ditutup: Agustus 2026, September 2026." in tertulis(at)
    tekan(at, "tutup_periode", nama="Sri")
    assert [b[:2] for b in riwayat.fetch_terkunci(buka_aktif(dua_unit).kursor())] == [(202608, "Sri"), (202609, "Sri")]
    at.multiselect(key="bulan_buka_2").set_value([202609]).run()
    tekan(at, "buka_periode", nama="Sri", kedua="sri")
    assert "perlu persetujuan orang kedua" in tertulis(at)
    tekan(at, "buka_periode", nama="Sri", kedua="Camat")
    assert [b[0] for b in riwayat.fetch_terkunci(buka_aktif(dua_unit).kursor())] == [202608]
    jejak = next(df.value for df in at.dataframe if "Tindakan" in df.value.columns)
    assert jejak["Tindakan"].tolist() == ["buka bulan", "tutup bulan"]
    assert jejak["Yang diubah"].tolist() == ["September 2026", "Agustus 2026, September 2026"]
    assert "disetujui Camat" in jejak.to_csv()


def test_leadership_reads_everything_and_changes_nothing(dua_unit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = buka(monkeypatch, dua_unit, HALAMAN, peran="pimpinan")
    assert "Oktober.xlsx" in tertulis(at)
    assert teks("id", "riwayat.hanya_baca") in tertulis(at)
    assert not any(b.key and b.key.startswith("ya_") for b in at.button)
    assert not at.multiselect


def test_a_correction_is_shown_old_beside_new_with_reason_and_names(
    dua_unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = TargetBaru(KUNJUNGAN, LB, 202601, 202612, 400_000_000)
    simpan(dua_unit, [angka(PG, 202610, 9)], waktu(202611, 9), target=[target])
    terbit.tutup_periode(dua_unit, 202609, "Camat")
    baru = TargetBaru(KUNJUNGAN, LB, 202601, 202612, 410_000_000)
    simpan(
        dua_unit,
        [angka(PG, 202609, 3500)],
        waktu(202611, 12),
        koreksi="pustu menyusul",
        disetujui="Camat",
        target=[baru],
    )
    at = buka(monkeypatch, dua_unit, HALAMAN)
    isi = tertulis(at)
    assert "**pustu menyusul**" in isi
    assert "Sri · 12 Nov 2026 10.00 WIB" in isi
    assert "disetujui Camat" in isi
    tabel = next(df.value for df in at.dataframe if "Lama" in df.value.columns)
    assert tabel[["Indikator", "Periode", "Lama", "Baru", "Selisih"]].values.tolist() == [
        ["Kunjungan rawat jalan: target", "Tahun 2026", "40.000 kunjungan", "41.000 kunjungan", "+1.000"],
        ["Kunjungan rawat jalan", "September 2026", "3.009 kunjungan", "3.500 kunjungan", "+491"],
    ]


def test_an_undone_correction_is_called_so(dua_unit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nomor = simpan(dua_unit, [angka(PG, 202609, 3500)], waktu(202611, 12), koreksi="pustu menyusul")
    terbit.batalkan(dua_unit, nomor, "Budi")
    assert teks("id", "perbedaan.dibatalkan") in tertulis(buka(monkeypatch, dua_unit, HALAMAN))


def test_a_second_source_stands_beside_what_counts_with_the_difference(
    dua_unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = [angka(LB, 202609, 3009), angka(PG, 202609, 3000), angka(LB, 202611, 5)]
    simpan(dua_unit, isi, waktu(202611, 15), nama="Satu Data.xlsx", pembanding=True)
    at = buka(monkeypatch, dua_unit, HALAMAN)
    assert "1 dari 2 angka berbeda dari yang dihitung" in tertulis(at)
    assert "Disimpan sebagai pembanding, tidak dihitung" in tertulis(at)
    tabel = next(df.value for df in at.dataframe if "Sumber kedua" in df.value.columns)
    assert dict(zip(zip(tabel["Unit"], tabel["Periode"], strict=True), tabel["Selisih"], strict=True)) == {
        ("Puskesmas Lubuk Begalung", "September 2026"): "0",
        ("Puskesmas Pegambiran", "September 2026"): "−9",
        ("Puskesmas Lubuk Begalung", "November 2026"): "",
    }
    assert "tidak ada" in tabel["Dihitung"].tolist()


def test_warnings_and_what_was_left_out_stand_with_their_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    masalah = (
        Masalah("masalah.berulang", "peringatan", args={"indikator": "Kunjungan", "sama": 1234, "jumlah": 2000}),
        Masalah("masalah.dari_program_lain", "peringatan", lembar="Mei", baris=7, args={"x": "![a](http://b)"}),
    )
    dibuang = (Dibuang("kolom", "Mei", "C", "NIK", "dibuang.kolom_pribadi"),) * 2
    simpan(tmp_path, [angka(LB, 202610, 9)], waktu(202611, 2), nama="*tebal*.xlsx", masalah=masalah, dibuang=dibuang)
    at = buka(monkeypatch, tmp_path, HALAMAN)
    isi = tertulis(at)
    assert "1.234 dari 2.000 angka sama persis dengan tahun sebelumnya" in isi
    assert "**lembar Mei, baris 7**: Peringatan dari program versi lain: ![a](http://b)" in isi
    assert "Tidak ikut: kolom data pribadi; isinya tidak dibaca (2)" in isi
    assert "2 hal untuk diperiksa" in isi
    mentah = [str(e.value) for daftar in (at.markdown, at.caption) for e in daftar]
    assert not any("](http" in m or "*tebal*.xlsx" in m for m in mentah)


def test_long_lists_of_batches_are_turned_page_by_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for b in range(202601, 202612):
        simpan(tmp_path, [angka(LB, b, 9)], waktu(202612, 2), nama=f"bulan {b}.xlsx")
    isi = tertulis(buka(monkeypatch, tmp_path, HALAMAN))
    assert "bulan 202611.xlsx" in isi
    assert "bulan 202602.xlsx" in isi
    assert "bulan 202601.xlsx" not in isi
