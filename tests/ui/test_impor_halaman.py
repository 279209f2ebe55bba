"""The page *Impor data* from the file to the store: mapping, several files, corrections, names."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kinerja.indikator import terbit
from kinerja.store import queries
from kinerja.store.koneksi import buka_aktif
from tests.ui.bahan_impor import (
    AKAR,
    LB,
    NAMA,
    NOV,
    OKT,
    PETUGAS,
    PG,
    Layar,
    arsip,
    diharapkan,
    fakta,
    rekap,
    xlsx,
    xlsx_banyak,
)

RJ = "kunjungan_rawat_jalan"
KUNJUNGAN = AKAR / "data" / "contoh" / "kunjungan_contoh_2025.csv"


def _petakan(layar: Layar, bulan: str, angka: dict[str, tuple[int, int]]) -> Layar:
    """Map the made-up recap and store it."""
    layar.unggah({f"Rekap layanan {bulan} 2026.xlsx": rekap(bulan, angka)})
    return layar.pilih("kode_4", RJ).tekan("impor_simpan")


def _tata_letak(folder: Path) -> dict[str, str]:
    return dict(queries.fetch_tata_letak(buka_aktif(folder).kursor()))


def test_an_unknown_layout_is_mapped_stored_and_known_again_next_month(buka: Callable[..., Layar]) -> None:
    layar = buka()
    layar.unggah({"Rekap layanan Okt 2026.xlsx": rekap("Okt", OKT)})
    assert layar.tombol("impor_simpan").disabled
    assert [layar.nilai(f"isi_{n}") for n in range(1, 6)] == ["unit", "bulan", "tahun", "pembilang", "pembilang"]
    layar.pilih("kode_4", RJ)
    assert layar.nilai("kode_5") == RJ, "the column of women under the same header goes with it"
    assert layar.teks("impor.terbaca", jumlah=4, unit=2) in layar.isi()
    layar.tekan("impor_simpan")
    assert fakta(layar.folder) == diharapkan(202610, OKT)
    assert list(_tata_letak(layar.folder)) == ["Rekap layanan"]

    layar.unggah({"Rekap layanan Nov 2026.xlsx": rekap("Nov", NOV)})
    assert layar.teks("peta.dikenali_nama", nama="Rekap layanan") in layar.isi().replace("\\", "")
    assert not layar.ada("peta_jadikan_judul"), "no step is shown for a layout that is known"
    layar.tekan("impor_simpan")
    assert fakta(layar.folder) == diharapkan(202610, OKT) | diharapkan(202611, NOV)


def test_a_known_mapping_can_be_opened_and_changed(buka: Callable[..., Layar]) -> None:
    layar = _petakan(buka(), "Okt", dict(OKT))
    layar.unggah({"Rekap layanan Nov 2026.xlsx": rekap("Nov", NOV)}).tekan("peta_ubah")
    assert layar.nilai("kode_4") == RJ
    layar.pilih("isi_5", "abaikan").tekan("impor_simpan")
    perempuan = {f for f in diharapkan(202611, NOV) if f[4] == "P"}
    assert fakta(layar.folder) == diharapkan(202610, OKT) | (diharapkan(202611, NOV) - perempuan)


def test_names_of_persons_are_covered_and_their_column_is_named(buka: Callable[..., Layar]) -> None:
    layar = buka().unggah({"Rekap Okt.xlsx": rekap("Okt", OKT)})
    layar.pilih("kode_4", RJ)
    assert PETUGAS not in layar.isi()
    assert "•••" in layar.isi()
    assert "H (PETUGAS)" in layar.isi().replace("\\", "")


def test_a_typed_period_is_an_answer_for_this_file_and_never_part_of_the_layout(buka: Callable[..., Layar]) -> None:
    def isi(n: int) -> bytes:
        return xlsx("Data", [["Tempat", "Orang datang"], [NAMA[LB], 120 + n], [NAMA[PG], 90 + n]])

    layar = buka().unggah({"isian.xlsx": isi(0)})
    assert layar.nilai("dari_periode") == "isian"
    layar.pilih("kode_1", RJ)
    periode = next(w for w in layar.at.text_input if str(w.key).startswith("impor_periode_"))
    periode.set_value("Oktober 2026")
    layar.baca().tekan("impor_simpan")
    assert fakta(layar.folder) == {(RJ, LB, 202610, 202610, "", 120), (RJ, PG, 202610, 202610, "", 90)}
    (peta,) = _tata_letak(layar.folder).values()
    assert tomllib.loads(peta)["periode"] == {"dari": "isian"}

    layar.unggah({"isian lagi.xlsx": isi(5)})
    assert layar.tombol("impor_simpan").disabled
    assert layar.teks("impor.isian_perlu") in layar.isi()


def test_a_number_with_two_readings_is_asked_and_read_as_answered(buka: Callable[..., Layar]) -> None:
    isi = f"Tempat;Bulan;Tahun;Orang datang\n{NAMA[LB]};Januari;2026;9.375\n{NAMA[PG]};Januari;2026;812\n".encode()
    layar = buka().unggah({"ragu.csv": isi}).pilih("kode_3", RJ)
    assert layar.tombol("impor_simpan").disabled
    assert layar.teks("peta.ragu", contoh="9.375", huruf="D", id="9.375", en="9,375") in layar.isi().replace("\\", "")
    layar.pilih("gaya_3", "id", "button_group").tekan("impor_simpan")
    assert fakta(layar.folder) == {(RJ, LB, 202601, 202601, "", 9375), (RJ, PG, 202601, 202601, "", 812)}


def test_labelled_rows_are_mapped_one_by_one(buka: Callable[..., Layar]) -> None:
    baris = [["LAPORAN BULANAN"], [NAMA[LB]], ["Bulan Oktober 2026"], [], ["No", "Uraian", "Baru", "Lama"]]
    baris += [[1, "Orang datang berobat jalan", 820, 400], [2, "Orang dirawat menginap", 20, 3], [3, "Rapat", 4, None]]  # type: ignore[list-item]
    layar = buka().unggah({"laporan.xlsx": xlsx("Isi", baris)}).pilih("bentuk", "label")
    layar.pilih("label_5", RJ).pilih("label_6", "kunjungan_rawat_inap").tekan("impor_simpan")
    assert fakta(layar.folder) == {
        (RJ, LB, 202610, 202610, "", 1220),
        ("kunjungan_rawat_inap", LB, 202610, 202610, "", 23),
    }


def test_an_unknown_unit_is_asked_and_the_answer_is_used(buka: Callable[..., Layar]) -> None:
    nama = {**NAMA, PG: "Pustu Antah Berantah"}
    layar = buka().unggah({"Rekap Okt.xlsx": rekap("Okt", OKT, nama)})
    layar.pilih("isi_1", "unit").pilih("kode_4", RJ)
    assert layar.tombol("impor_simpan").disabled
    layar.pilih("Pustu Antah Berantah", PG).tekan("impor_simpan")
    assert fakta(layar.folder) == diharapkan(202610, OKT)


def test_several_files_are_stored_each_whole_and_the_others_wait_for_answers(buka: Callable[..., Layar]) -> None:
    layar = _petakan(buka(), "Okt", dict(OKT))
    isi = {
        "nov.xlsx": rekap("Nov", NOV),
        "okt lagi.xlsx": rekap("Okt", OKT),
        "des.xlsx": rekap("Des", NOV, {**NAMA, PG: "Pustu Antah"}),
        "rusak.csv": b'NO;SARANA\n1;"Puskesmas\n',
    }
    layar.unggah({"kiriman.zip": arsip(isi), KUNJUNGAN.name: KUNJUNGAN.read_bytes()})
    kata = layar.isi()
    for nama in ("siap", "tanya", "ditolak", "ada"):
        assert layar.teks(f"impor.keadaan_{nama}") in kata, nama
    ringkas = [("siap", 2), ("tanya", 1), ("ditolak", 1), ("ada", 1)]
    assert " · ".join(layar.teks(f"impor.hitung_{n}", jumlah=j) for n, j in ringkas) in kata
    layar.tekan("impor_simpan_semua")
    kini = fakta(layar.folder)
    assert diharapkan(202611, NOV) <= kini
    assert not {f for f in kini if f[2] == 202612}
    assert {f for f in kini if f[2] == 202501}, "the Profil Kesehatan of 2025"
    assert layar.teks("impor.hitung_tersimpan", jumlah=2) in layar.isi()


def test_a_file_of_several_is_opened_answered_and_stored(buka: Callable[..., Layar]) -> None:
    layar = buka().unggah({"okt.xlsx": rekap("Okt", OKT), "nov.xlsx": rekap("Nov", NOV)})
    (buka_okt, _) = [str(b.key) for b in layar.at.button if str(b.key).startswith("buka_")]
    layar.tekan(buka_okt).pilih("kode_4", RJ).tekan("impor_simpan")
    assert fakta(layar.folder) == diharapkan(202610, OKT)
    assert layar.teks("impor.hitung_siap", jumlah=1) in layar.isi(), "the other one is known by the layout now"
    layar.tekan("impor_simpan_semua")
    assert fakta(layar.folder) == diharapkan(202610, OKT) | diharapkan(202611, NOV)


def test_an_archive_that_cannot_be_opened_is_told(buka: Callable[..., Layar]) -> None:
    layar = buka().unggah({"kiriman.zip": arsip({"dalam.csv": b"a;b\n1;2\n" * 50})[:-40]})
    assert layar.at.error
    assert not layar.ada("impor_simpan") or layar.tombol("impor_simpan").disabled


def test_a_correction_needs_a_reason_and_a_name_and_keeps_the_old_figure(buka: Callable[..., Layar]) -> None:
    layar = _petakan(buka(), "Okt", dict(OKT))
    baru = {**OKT, PG: (2000, 1029)}
    layar.unggah({"revisi.xlsx": rekap("Okt", baru)})
    assert "2.364" in layar.isi() and "2.000" in layar.isi()
    layar.tekan("impor_simpan")
    assert layar.teks("impor.kurang_pilihan") in layar.isi()
    cara = next(w for w in layar.at.radio if str(w.key).startswith("impor_cara_"))
    cara.set_value("koreksi")
    layar.jalan().tekan("impor_simpan")
    assert layar.teks("impor.kurang_alasan") in layar.isi()
    _tulis(layar, "alasan", "salah ketik di Pegambiran")
    _tulis(layar, "nama", "Budi")
    layar.tekan("impor_simpan")
    assert fakta(layar.folder) == diharapkan(202610, baru)
    kursor = buka_aktif(layar.folder).kursor()
    assert kursor.execute("select alasan, oleh from koreksi").fetchall() == [("salah ketik di Pegambiran", "Budi")]
    lama = kursor.execute("select pembilang from fakta where digantikan > 0 and unit = ? and jk = 'L'", [PG])
    assert lama.fetchall() == [(2364,)]


def _tulis(layar: Layar, nama: str, isi: str) -> None:
    next(w for w in layar.at.text_input if str(w.key).startswith(f"impor_{nama}_")).set_value(isi)
    layar.jalan()


def test_a_second_source_is_kept_beside_and_never_counted(buka: Callable[..., Layar]) -> None:
    layar = _petakan(buka(), "Okt", dict(OKT))
    layar.unggah({"lain.xlsx": rekap("Okt", NOV)})
    next(w for w in layar.at.radio if str(w.key).startswith("impor_cara_")).set_value("pembanding")
    layar.jalan()
    _tulis(layar, "nama", "Budi")
    layar.tekan("impor_simpan")
    assert fakta(layar.folder) == diharapkan(202610, OKT)
    kursor = buka_aktif(layar.folder).kursor()
    assert kursor.execute("select count(*) from fakta where digantikan = -1").fetchall() == [(4,)]


def test_the_same_content_again_says_so_and_offers_no_button(buka: Callable[..., Layar]) -> None:
    layar = _petakan(buka(), "Okt", dict(OKT))
    layar.unggah({"nama lain.xlsx": rekap("Okt", {u: OKT[u] for u in (PG, LB)})})
    assert layar.teks("galat.isi_sudah_ada", muatan="1") in layar.isi()
    assert not layar.ada("impor_simpan")


def test_a_closed_month_needs_a_second_person_who_is_somebody_else(buka: Callable[..., Layar]) -> None:
    layar = _petakan(buka(), "Okt", dict(OKT))
    terbit.tutup_periode(layar.folder, 202611, "Budi", datetime(2026, 12, 2, tzinfo=UTC))
    layar.jalan().unggah({"nov.xlsx": rekap("Nov", NOV)})
    _tulis(layar, "nama", "Budi")
    for sama in ("budi", "B u d i", "...", "x1", "Budiman"):
        _tulis(layar, "kedua", sama)
        layar.tekan("impor_simpan")
        assert layar.teks("impor.kurang_kedua") in layar.isi()
        assert fakta(layar.folder) == diharapkan(202610, OKT)
    _tulis(layar, "kedua", "Rina")
    layar.tekan("impor_simpan")
    assert fakta(layar.folder) == diharapkan(202610, OKT) | diharapkan(202611, NOV)


def test_a_broken_file_gets_a_reason_and_no_steps(buka: Callable[..., Layar]) -> None:
    layar = buka().unggah({"daftar.xlsx": b"<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table>"})
    assert layar.tombol("impor_simpan").disabled
    assert not layar.ada("peta_jadikan_judul")
    assert layar.teks("masalah.halaman_web") in layar.isi().replace("\\", "")


def test_the_page_speaks_english_too(buka: Callable[..., Layar]) -> None:
    layar = buka("en").unggah({"Rekap Okt.xlsx": rekap("Okt", OKT)}).pilih("kode_4", RJ)
    isi = layar.isi()
    assert "4 figures of 2 units were read" in isi
    assert "October 2026" in isi
    assert "Periksa dan simpan" not in isi


def _dua_bulan(kedua: list[str], bulan: str = "Feb") -> bytes:
    """A sheet for January, one for another month: 12 and 15, then 21 and 25."""
    isi = {"Jan 2026": (["Tempat", "Orang datang"], 12, 15), f"{bulan} 2026": (kedua, 21, 25)}
    return xlsx_banyak({n: [k, [NAMA[LB], a], [NAMA[PG], b]] for n, (k, a, b) in isi.items()})


def _orang(bulan: int, a: int, b: int) -> set[tuple[str, str, int, int, str, int]]:
    return {(RJ, LB, bulan, bulan, "", a), (RJ, PG, bulan, bulan, "", b)}


def test_a_workbook_with_a_sheet_a_month_is_mapped_once_and_read_wholly(buka: Callable[..., Layar]) -> None:
    layar = buka().unggah({"Rekap.xlsx": _dua_bulan(["Tempat", "Orang datang"])})
    layar.pilih("kode_1", RJ).tekan("impor_simpan")
    assert fakta(layar.folder) == _orang(202601, 12, 15) | _orang(202602, 21, 25)
    (peta,) = _tata_letak(layar.folder).values()
    assert "2026" not in peta, "what the sheet was called is not kept"


def test_a_sheet_that_looks_alike_is_named_in_the_open_and_sheets_can_be_chosen(buka: Callable[..., Layar]) -> None:
    layar = buka().unggah({"Rekap.xlsx": _dua_bulan(["Tempat", "Orang datang dan pulang"])})
    layar.pilih("kode_1", RJ)
    kalimat = layar.teks("masalah.lembar_beda_kepala", peta="Jan 2026")
    terbuka = "\n".join(str(m.value) for m in layar.at.main.markdown if kalimat in str(m.value).replace("\\", ""))
    assert "Feb 2026" in terbuka
    assert not any(kalimat in str(m.value) for e in layar.at.expander for m in e.markdown)

    layar = buka().unggah({"Pilih.xlsx": _dua_bulan(["Tempat", "Orang datang"], "Mar")})
    layar.pilih("kode_1", RJ)
    (ikut,) = [w for w in layar.at.multiselect if str(w.key).startswith("impor_lembar_")]
    ikut.set_value(["Mar 2026"])
    layar.baca().tekan("impor_simpan")
    assert fakta(layar.folder) == _orang(202603, 21, 25)
