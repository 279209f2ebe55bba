"""Umpan balik and Kinerja saya: whose they open for, and one feedback from the writer to the reader and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kinerja.catatan import mesin
from kinerja.i18n import teks
from kinerja.indikator import terbit
from kinerja.ui.umpan_tulis import perbarui
from tests.halaman.conftest import buka_nama, semua_teks

LURAH, STAF, ORANG_LAIN = "ASN-0220", "ASN-0222", "ASN-0290"
Jalankan = Callable[..., AppTest]


@pytest.mark.parametrize("peran", ["pengelola", "penyaji"])
@pytest.mark.parametrize("halaman", ["umpan-balik", "kinerja-saya"])
def test_roles_that_reach_nobody_do_not_have_the_pages(jalankan: Jalankan, halaman: str, peran: str) -> None:
    with pytest.raises(ValueError, match=halaman.replace("-", "_")):
        jalankan(halaman, peran=peran)


@pytest.mark.parametrize("kode", [ORANG_LAIN, "ASN-9999", "' or 1=1"])
def test_an_evaluator_cannot_open_somebody_out_of_reach_by_the_address(jalankan: Jalankan, kode: str) -> None:
    at = jalankan("umpan-balik", peran="evaluator", sebagai=LURAH, orang=kode, periode="2026-TW3")
    assert not at.exception
    isi = semua_teks(at)
    assert teks("id", "umpan_tulis.pilih_dahulu") in isi
    assert kode not in isi.replace(teks("id", "umpan_tulis.pilih_dahulu"), "")


def test_kinerja_saya_shows_the_viewer_whatever_person_the_address_names(jalankan: Jalankan) -> None:
    sendiri = semua_teks(jalankan("kinerja-saya", peran="pegawai", sebagai=STAF, periode="2026-TW3"))
    lain = semua_teks(jalankan("kinerja-saya", peran="pegawai", sebagai=STAF, orang=ORANG_LAIN, periode="2026-TW3"))
    assert ORANG_LAIN not in lain
    assert teks("id", "kinerja_saya.predikat_judul") in lain
    assert teks("id", "kinerja_saya.predikat_judul") in sendiri


def test_kepegawaian_reads_but_has_no_composer(jalankan: Jalankan) -> None:
    at = jalankan("umpan-balik", peran="kepegawaian", orang=STAF, periode="2026-TW3")
    assert teks("id", "umpan_tulis.hanya_baca") in semua_teks(at)
    assert not [b for b in at.button if b.key == "umpan_pratinjau"]


def test_neither_the_person_nor_the_writer_is_named_before_names_are_shown(jalankan: Jalankan) -> None:
    at = jalankan("umpan-balik", peran="evaluator", sebagai=LURAH, orang=STAF, periode="2026-TW3")
    isi = semua_teks(at)
    assert not at.exception
    assert teks("id", "umpan_tulis.penulis_tersamar") in isi.replace("\\", "")
    assert STAF not in isi and LURAH not in isi
    assert teks("id", "umpan_tulis.dari_siapa", penilai=LURAH) in semua_teks(buka_nama(at))


def tulis_umpan(jalankan: Jalankan, folder: Path) -> None:
    """Feedback of the head to one of the staff, in a store of its own."""
    terbit.terbitkan_contoh(folder)
    menulis = jalankan("umpan-balik", data=folder, peran="evaluator", sebagai=LURAH, orang=STAF, periode="2026-TW3")
    menulis.text_area(f"tulis_saran_{STAF}_2026-TW3").set_value("Saran yang ditulis sendiri.").run()
    menulis.button("umpan_pratinjau").click().run()
    menulis.button("umpan_kirim").click().run()
    assert not menulis.exception


def test_feedback_is_written_read_answered_and_objected_to(jalankan: Jalankan, tmp_path: Path) -> None:
    tulis_umpan(jalankan, tmp_path)
    membaca = jalankan("kinerja-saya", data=tmp_path, peran="pegawai", sebagai=STAF, periode="2026-TW3")
    assert "Saran yang ditulis sendiri." not in semua_teks(membaca)
    nomor = max(int(str(b.key).removeprefix("baca_")) for b in membaca.button if str(b.key).startswith("baca_"))
    membaca.button(f"baca_{nomor}").click().run()
    assert "Saran yang ditulis sendiri." in semua_teks(membaca)
    for jenis, isi in (("jawaban", "Terima kasih, akan saya kerjakan."), ("keberatan", "Mohon diperiksa lagi.")):
        membaca.text_area(f"isi_{jenis}_{nomor}").set_value(isi).run()
        membaca.button(f"kirim_{jenis}_{nomor}").click().run()
        assert not membaca.exception
    kembali = jalankan("umpan-balik", data=tmp_path, peran="evaluator", sebagai=LURAH, orang=STAF, periode="2026-TW3")
    for isi in ("Terima kasih, akan saya kerjakan.", "Mohon diperiksa lagi."):
        assert isi in semua_teks(kembali)
    mesin.tutup()


def test_a_text_somebody_wrote_survives_a_new_draft_and_an_untouched_one_follows_it() -> None:
    keadaan: dict[str, object] = {}
    perbarui(keadaan, "x", {"fakta": "lama", "saran": "lama"})
    keadaan["tulis_saran_x"] = "tulisan sendiri"
    perbarui(keadaan, "x", {"fakta": "baru", "saran": "baru"})
    assert (keadaan["tulis_fakta_x"], keadaan["tulis_saran_x"]) == ("baru", "tulisan sendiri")


def test_an_objection_written_in_a_second_window_is_not_lost_unsaid(jalankan: Jalankan, tmp_path: Path) -> None:
    tulis_umpan(jalankan, tmp_path)
    satu = jalankan("kinerja-saya", data=tmp_path, peran="pegawai", sebagai=STAF, periode="2026-TW3")
    nomor = max(int(str(b.key).removeprefix("baca_")) for b in satu.button if str(b.key).startswith("baca_"))
    satu.button(f"baca_{nomor}").click().run()
    dua = jalankan("kinerja-saya", data=tmp_path, peran="pegawai", sebagai=STAF, periode="2026-TW3")
    for at, isi in ((satu, "Keberatan dari jendela satu."), (dua, "Keberatan dari jendela dua.")):
        at.text_area(f"isi_keberatan_{nomor}").set_value(isi).run()
    for at in (satu, dua):
        at.button(f"kirim_keberatan_{nomor}").click().run()
        assert not at.exception
    assert "Keberatan dari jendela dua." not in semua_teks(satu)
    (peringatan,) = [str(w.value) for w in dua.warning if "jendela lain" in str(w.value)]
    assert "Keberatan dari jendela dua." in peringatan
    mesin.tutup()


def test_kinerja_saya_marks_the_own_cell(jalankan: Jalankan) -> None:
    at = jalankan("kinerja-saya", peran="pegawai", sebagai=STAF, periode="2026-TW3")
    (matriks,) = [json.loads(g.proto.spec) for g in at.get("plotly_chart") if "heatmap" in g.proto.spec]
    (anda,) = [d for d in matriks["data"] if d["type"] == "scatter" and len(d["text"]) == 1]
    assert anda["text"] == [f"<b>{teks('id', 'penilaian.sel_anda')}</b><br>Butuh Perbaikan"]


def test_credit_points_of_part_of_a_year_count_its_months(jalankan: Jalankan) -> None:
    baru = jalankan("kinerja-saya", peran="pegawai", sebagai="ASN-0297", periode="2024-TW4")
    assert not baru.exception
    isi = semua_teks(baru).replace("\\", "")
    assert "tahun 2024" in isi and "untuk 7 dari 12 bulan" in isi and ": 7/12 × " in isi
    assert teks("id", "kinerja_saya.jp_sebagian", tanggal="1 Juni 2024") in isi
    penuh = semua_teks(jalankan("kinerja-saya", peran="pegawai", sebagai="ASN-0297", periode="2026-TW3"))
    assert "12/12 × " in penuh and "dari 12 bulan:" not in penuh
    assert "Bertugas sejak" not in penuh


@pytest.mark.parametrize(("bahasa", "ada"), [("id", False), ("en", True)])
def test_sample_texts_are_said_to_be_indonesian_in_the_english_interface(
    jalankan: Jalankan, bahasa: str, ada: bool
) -> None:
    at = jalankan("umpan-balik", peran="evaluator", sebagai=LURAH, orang=STAF, periode="2026-TW3", bahasa=bahasa)
    assert (teks(bahasa, "umpan_tulis.bahasa_asli") in semua_teks(at).replace("\\", "")) is ada
