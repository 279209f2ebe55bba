"""SKP items: numbers out of what offices write, and everything that cannot be counted told by its row."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from bahan_asn import KEC, KEPALA_BUTIR, KODE, alasan, baca_baris, butir, galat, tabel_csv
from bahan_orang import NAMA, NIP, angka_tersimpan, coba_semua, periksa_tanpa_orang, ubahan
from hypothesis import given, settings

from kinerja.domain.fakta import HasilBaca
from kinerja.ingest.bentuk import butir as bentuk
from kinerja.ingest.bentuk.butir import baca_aspek
from kinerja.ingest.peta.toml import baca_peta, tulis_peta
from kinerja.store import asn
from kinerja.store.koneksi import buka_aktif


def tabel(hasil: HasilBaca) -> tuple[tuple[object, ...], ...]:
    return hasil.tabel.get("skp_butir", ())


def baca_isi(tmp_path: Path, *isi: tuple[Any, ...]) -> HasilBaca:
    return baca_baris(tmp_path, KEPALA_BUTIR, *isi)


@pytest.mark.parametrize(
    ("target", "nilai", "satuan"),
    [
        ("12 dokumen", 12, "dokumen"),
        ("12", 12, ""),
        ("100%", 100, "%"),
        ("85,5 persen", Decimal("85.5"), "%"),
        ("1 (satu) laporan", 1, "laporan"),
        ("Minimal 90 %", 90, "%"),
        ("Rp 2.500.000,00", 2_500_000, "rupiah"),
        ("4 kali per bulan", 4, "kali per bulan"),
        ("12 Dokumen / tahun", 12, "Dokumen / tahun"),
    ],
)
def test_a_target_is_its_number_and_its_unit(tmp_path: Path, target: str, nilai: Any, satuan: str) -> None:
    hasil = baca_isi(tmp_path, butir(0, "Laporan", target, "1"))
    assert galat(hasil) == []
    assert [(b[6], b[7]) for b in tabel(hasil)] == [(satuan, int(nilai * 10_000))]


@pytest.mark.parametrize(
    ("target", "realisasi", "harap", "tersimpan"),
    [
        ("Terlaksananya pelayanan yang ramah", "10", ("target_kata", "info"), (None, 100_000)),
        ("maksimal 3 hari", "2 hari", ("target_kata", "info"), (None, 20_000)),
        ("≤ 5 keluhan", "1", ("target_kata", "info"), (None, 10_000)),
        ("90-100 %", "95%", ("target_kata", "info"), (None, 950_000)),
        ("", "5", ("target_kosong", "peringatan"), (None, 50_000)),
        ("0", "5", ("target_nol", "peringatan"), (0, 50_000)),
        ("12 dokumen", "", ("realisasi_kosong", "info"), (120_000, None)),
        ("12 dokumen", "sudah selesai", ("realisasi_kata", "peringatan"), (120_000, None)),
        ("100 %", "12 dokumen", ("satuan_beda", "peringatan"), (1_000_000, None)),
    ],
)
def test_what_cannot_be_held_against_a_target_is_told_by_row_and_never_made_up(
    tmp_path: Path, target: str, realisasi: str, harap: tuple[str, str], tersimpan: tuple[Any, Any]
) -> None:
    hasil = baca_isi(tmp_path, butir(1, "Laporan", "4 laporan", "4 laporan"), butir(0, "Surat", target, realisasi))
    assert alasan(hasil) == [(*harap, 3)]
    assert hasil.diterima
    assert tabel(hasil)[1][7:9] == tersimpan


@pytest.mark.parametrize(
    ("aspek", "teks", "target", "realisasi", "harap", "arah"),
    [
        ("Waktu", "Penyelesaian surat", "3 hari", "2 hari", ("arah_lama_turun", "info"), "turun"),
        ("Biaya", "Belanja rapat", "Rp 1.000.000,00", "Rp 1.500.000,00", ("arah_biaya_turun", "info"), "turun"),
        ("Kuantitas", "Surat selesai paling lambat", "3 hari", "5 hari", ("arah_lama_turun", "peringatan"), "turun"),
        ("Kualitas", "Waktu tunggu pasien", "60 menit", "75 menit", ("arah_lama_turun", "peringatan"), "turun"),
        ("Kuantitas", "Jumlah jam pelayanan", "40 jam", "45 jam", ("arah_lama_naik", "peringatan"), "naik"),
        ("Kuantitas", "Pelayanan surat", "3 hari", "5 hari", ("arah_lama_ragu", "peringatan"), None),
        ("Biaya", "Serapan anggaran", "95 %", "97 %", ("arah_biaya_ragu", "peringatan"), None),
        ("Biaya", "Penyerapan belanja", "95 juta", "97 juta", ("arah_biaya_ragu", "peringatan"), None),
    ],
)
def test_an_item_of_cost_or_time_is_counted_the_right_way_or_not_at_all(
    tmp_path: Path, aspek: str, teks: str, target: str, realisasi: str, harap: tuple[str, str], arah: str | None
) -> None:
    hasil = baca_isi(tmp_path, butir(0, teks, target, realisasi, aspek))
    assert alasan(hasil) == [(*harap, 2)]
    (baris,) = tabel(hasil)
    assert baris[10] == (arah or "naik")
    assert (baris[7] is None) == (arah is None)


def test_a_target_met_to_the_point_is_reached_whichever_way(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, butir(0, "Pelayanan surat", "3 hari", "3 hari"))
    assert alasan(hasil) == []
    assert tabel(hasil)[0][7:9] == (30_000, 30_000)


def test_a_cost_above_its_target_is_not_reached_in_any_reader(tmp_path: Path) -> None:
    uang = ("1.500.000", "900.000", "1.000.000")
    isi = [butir(n, "Belanja", "Rp 1.000.000,00", f"Rp {r},00", "Biaya") for n, r in enumerate(uang)]
    hasil = baca_isi(tmp_path, *isi)
    assert angka_tersimpan(tmp_path / "a", hasil, "capaian_skp", "KEC", "2026-10") == pytest.approx(200 / 3)
    kursor = buka_aktif(tmp_path / "a").kursor()
    sql = "select realisasi_e4 / 10000, butir_tercapai(arah, realisasi_e4, target_e4) from skp_butir order by 1"
    assert kursor.execute(sql).fetchall() == [(900_000, True), (1_000_000, True), (1_500_000, False)]
    for berkas in (Path(asn.__file__).parent / "sql/baca").glob("*.sql"):
        assert ">= b.target_e4" not in berkas.read_text(encoding="utf-8"), berkas.name


def test_a_number_that_can_be_read_two_ways_is_asked(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, butir(0, "Pasien", "1.500 pasien", "1"))
    assert galat(hasil) == [("angka_ragu", 2)]
    hasil = baca_isi(tmp_path, butir(0, "Pasien", "1.500 pasien", "1"), butir(1, "Serapan", "85,5 %", "1"))
    assert tabel(hasil)[0][7] == 15_000_000


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ([butir(0, "Surat", "1", "1"), butir(0, "surat", "2", "2")], [("butir_ganda", 3)]),
        ([butir(0, "Surat", "1", "1", "Semangat")], [("aspek_tak_dikenal", 2)]),
        ([butir(0, "Surat", "-4", "1")], [("angka_negatif", 2)]),
        ([butir(0, "Surat", "1", "1", masa="Bulan 13")], [("periode_salah", 2)]),
        ([butir(0, f"Surat {NIP[4]}", "1", "1")], [("butir_bernomor", 2)]),
        ([("", "", KEC, "Oktober 2026", "", "Waktu", "Surat", "1", "1", "")], [("orang_kosong", 2)]),
    ],
)
def test_what_is_wrong_is_refused_with_its_row(
    tmp_path: Path, baris: list[tuple[Any, ...]], harap: list[tuple[str, int]]
) -> None:
    assert galat(baca_isi(tmp_path, *baris)) == harap


def test_a_quarter_stands_at_its_last_month_and_is_told_once(tmp_path: Path) -> None:
    isi = [butir(n, "Surat", "3 surat", "4 surat", masa="Triwulan III 2026") for n in range(3)]
    hasil = baca_isi(tmp_path, *isi)
    assert [b[2] for b in tabel(hasil)] == [202609] * 3
    assert alasan(hasil) == [("butir_triwulan", "info", None)]


def test_rows_below_a_person_are_that_persons(tmp_path: Path) -> None:
    kosong = ("", "", "", "", "", "Kualitas", "Ketepatan", "100%", "85,5 persen", "-")
    hasil = baca_isi(tmp_path, butir(0, "Surat", "12 surat", "13 surat"), kosong, butir(1, "Arsip", "2", "2"))
    assert alasan(hasil) == [("orang_diteruskan", "info", None)]
    assert tabel(hasil) == (
        (KODE[0], "KEC", 202610, "Pelayanan tertib", "Surat", "kuantitas", "surat", 120_000, 130_000, 1, "naik"),
        (KODE[0], "KEC", 202610, "Pelayanan tertib", "Ketepatan", "kualitas", "%", 1_000_000, 855_000, 0, "naik"),
        (KODE[1], "KEC", 202610, "Pelayanan tertib", "Arsip", "kuantitas", "", 20_000, 20_000, 1, "naik"),
    )


def test_evidence_is_a_yes_or_no_and_its_address_is_not_kept(tmp_path: Path) -> None:
    bukti = ("https://contoh.test/zulkarnaini.pdf", "-", "belum ada", "", "tersedia")
    hasil = baca_isi(tmp_path, *(butir(0, f"Surat {n}", "1", "1", bukti=b) for n, b in enumerate(bukti)))
    assert [b[9] for b in tabel(hasil)] == [1, 0, 0, 0, 1]
    assert "contoh.test" not in repr(hasil.tabel)


def test_the_stored_share_is_that_of_the_file(tmp_path: Path) -> None:
    """Counted apart: items with a target and a result, and of them those that reach it."""
    isi = [butir(n % 5, f"Surat {n}", f"{10 + n} surat", f"{8 + 2 * n} surat" if n != 3 else "") for n in range(8)]
    isi += [butir(0, "Lain", "0", "1"), butir(1, "Kata", "Terlaksana baik", "1")]
    hasil = baca_isi(tmp_path, *isi)
    angka = [
        (int(b["Target"].split()[0]), int(b["Realisasi"].split()[0]))
        for b in tabel_csv(tmp_path / "a.csv")
        if b["Target"].split()[0].isdigit() and b["Target"] != "0" and b["Realisasi"]
    ]
    benar = 100 * sum(r >= t for t, r in angka) / len(angka)
    assert len(angka) == 7
    assert angka_tersimpan(tmp_path / "data", hasil, "capaian_skp", "KEC", "2026-10") == pytest.approx(benar)


def test_neither_name_nor_number_is_in_the_result_or_in_the_store(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, *(butir(n, "Surat", "1", "1", bukti=f"bukti {NAMA[n]}") for n in range(4)))
    periksa_tanpa_orang(hasil, tmp_path / "data", [*NIP, *NAMA, "Zulkarnaini"])


def test_the_mapping_survives_its_own_file(tmp_path: Path) -> None:
    hasil = baca_isi(tmp_path, butir(0, "Surat", "1", "1"))
    assert tulis_peta(baca_peta(hasil.peta)) == hasil.peta
    tanpa = [k for k in KEPALA_BUTIR if k not in ("Aspek", "Bukti Dukung")]
    hasil = baca_baris(tmp_path, tanpa, (NIP[0], NAMA[0], KEC, "2026-10", "Tertib", "Surat", "1", "1"))
    assert {a for a, _, _ in alasan(hasil)} == {"bukti_tanpa_kolom", "aspek_tanpa_kolom"}
    assert tabel(hasil)[0][5] == "kuantitas"


@pytest.mark.parametrize(
    ("kata", "harap"), [("Kuantitas", "kuantitas"), ("MUTU", "kualitas"), ("waktu", "waktu"), ("ya", "")]
)
def test_words_of_the_aspect(kata: str, harap: str) -> None:
    assert baca_aspek(kata) == harap


@settings(max_examples=60, deadline=None)
@given(ubahan)
def test_any_change_of_a_sheet_is_read_or_told_and_shows_nobody(ubah: list[Any]) -> None:
    baris = [list(KEPALA_BUTIR), *(list(butir(n, f"Surat {n}", "10 surat", "9 surat")) for n in range(5))]
    konteks = coba_semua(bentuk.usul, "butir", baris, ubah)
    teks = repr((konteks.hasil.tabel, konteks.hasil.pratinjau, konteks.hasil.dibuang))
    assert not [n for n in NIP if n.replace(" ", "") in teks]
    for satu in konteks.hasil.tabel.get("skp_butir", ()):
        assert all(x is None or (isinstance(x, int) and x >= 0) for x in satu[7:9])
