"""Satisfaction surveys: unsur by name, four steps, missing answers, the recap below, nobody to be told apart."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from bahan_ingest import RUJUKAN, alasan, baca, xlsx
from bahan_orang import NAMA, angka_tersimpan, coba_semua, csv, periksa_tanpa_orang, ubahan
from hypothesis import given, settings

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.periode import parse_periode
from kinerja.indikator.registry import registri
from kinerja.ingest import Opsi
from kinerja.ingest.bentuk import skm
from kinerja.ingest.bentuk.jawaban_kata import baca_jawab
from kinerja.ingest.bentuk.unsur import UNSUR, unsur_dari_judul
from kinerja.ingest.peta.toml import baca_peta, tulis_peta

TEMPLAT = Path(__file__).resolve().parents[2] / "../shared/data/skm-template.xlsx"
NAMA_UNSUR = (
    *("Persyaratan", "Sistem, Mekanisme, dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif"),
    *("Produk Spesifikasi Jenis Pelayanan", "Kompetensi Pelaksana", "Perilaku Pelaksana"),
    *("Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana"),
)
TW = Opsi(unit="KEC", periode=parse_periode("2026-TW3"))
KEPALA = ("No", "Jenis Kelamin", "Usia", "Jenis Layanan", *NAMA_UNSUR)


def berkas(*jawaban: tuple[Any, ...], kepala: tuple[Any, ...] = KEPALA) -> str:
    baris = [(n, "L" if n % 2 else "P", 20 + n, "KTP", *isi) for n, isi in enumerate(jawaban, 1)]
    return csv(kepala, *baris)


def jumlah_unsur(hasil: HasilBaca) -> dict[str, tuple[int, int]]:
    """Unsur → sum and count of its answers."""
    isi: dict[str, tuple[int, int]] = {}
    for baris in hasil.tabel.get("jawaban", ()):
        unsur, nilai = str(baris[5]), baris[6]
        assert isinstance(nilai, int)
        lama = isi.get(unsur, (0, 0))
        isi[unsur] = (lama[0] + nilai, lama[1] + 1)
    return isi


def dengan_unsur(hasil: HasilBaca, kode: dict[str, str]) -> Opsi:
    """The options with the mapping that was used, the unsur of the named columns (by letter of the header) filled."""
    peta = baca_peta(hasil.peta)
    kolom = tuple(
        replace(k, isi="unsur" if isi != "abaikan" else "abaikan", kode="" if isi == "abaikan" else isi)
        if (isi := kode.get(k.judul.split(" > ")[-1], ""))
        else k
        for k in peta.kolom
    )
    return replace(TW, peta=tulis_peta(replace(peta, kolom=kolom)))


def test_the_unsur_are_those_of_the_indicator() -> None:
    assert registri()["ikm"].rerata_atas == UNSUR


def test_names_of_unsur_are_found_wherever_they_stand_and_sums_are_exact(tmp_path: Path) -> None:
    acak = random.Random(1)  # noqa: S311
    urut = list(range(9))
    acak.shuffle(urut)
    jawaban = [tuple(acak.randint(1, 4) for _ in urut) for _ in range(25)]
    kepala = (*KEPALA[:4], *(NAMA_UNSUR[u] for u in urut))
    hasil = baca(tmp_path / "a.csv", berkas(*jawaban, kepala=kepala), TW)
    assert hasil.jenis == "skm"
    assert alasan(hasil) == set()
    for letak, u in enumerate(urut):
        assert jumlah_unsur(hasil)[UNSUR[u]] == (sum(j[letak] for j in jawaban), 25)
    for baris, isi in zip(hasil.tabel["responden"], jawaban, strict=True):
        assert baris[8] == int(Fraction(sum(isi) * 1000, 9) + Fraction(1, 2))
        assert baris[1:5] == (date(2026, 7, 1), 202607, 202609, "KEC")


def test_the_stored_index_is_the_mean_of_the_nine_ratios(tmp_path: Path) -> None:
    acak = random.Random(3)  # noqa: S311
    jawaban = [tuple(acak.choice((None, 1, 2, 3, 4)) for _ in UNSUR) for _ in range(40)]
    hasil = baca(tmp_path / "a.csv", berkas(*jawaban), TW)
    nrr = [[j[n] for j in jawaban if j[n] is not None] for n in range(9)]
    harap = 25 * sum(sum(isi) / len(isi) for isi in nrr) / 9
    assert angka_tersimpan(tmp_path / "data", hasil, "ikm", "KEC", "2026-TW3") == pytest.approx(harap)


def test_a_missing_answer_leaves_the_sum_and_the_count_and_keeps_the_respondent(tmp_path: Path) -> None:
    isi = berkas((4,) * 9, (None, 0, "-", 2, 2, 2, 2, 2, 2), (None,) * 9)
    hasil = baca(tmp_path / "a.csv", isi, TW)
    (nol,) = hasil.masalah
    assert (nol.alasan, nol.tingkat, nol.baris, nol.args["jumlah"]) == ("masalah.skm_nol", "info", 3, 1)
    assert jumlah_unsur(hasil) == {u: (4, 1) if u in UNSUR[:3] else (6, 2) for u in UNSUR}
    assert [b[8] for b in hasil.tabel["responden"]] == [4000, 2000]
    assert [(d.isi, d.alasan) for d in hasil.dibuang if "jawaban" in d.alasan] == [("1", "dibuang.tanpa_jawaban")]


def test_u1_to_u7_have_one_meaning_and_u8_and_u9_are_asked(tmp_path: Path) -> None:
    kepala = (*KEPALA[:4], *(f"U{n}" for n in range(1, 10)))
    hasil = baca(tmp_path / "a.csv", berkas((3,) * 9, kepala=kepala), TW)
    assert [(m.alasan, m.kolom) for m in hasil.masalah] == [
        ("masalah.skm_kode_dua_arti", "L (U8)"),
        ("masalah.skm_kode_dua_arti", "M (U9)"),
    ]
    assert not hasil.tabel
    peta = dengan_unsur(hasil, {"U8": "sarana", "U9": "pengaduan"})
    hasil = baca(tmp_path / "a.csv", berkas((1, 1, 1, 1, 1, 1, 1, 2, 4), kepala=kepala), peta)
    assert alasan(hasil) == set()
    assert jumlah_unsur(hasil) == dict.fromkeys(UNSUR[:7], (1, 1)) | {"sarana": (2, 1), "pengaduan": (4, 1)}


def test_codes_up_to_fourteen_are_the_old_questionnaire_and_none_of_them_is_certain(tmp_path: Path) -> None:
    kepala = (*KEPALA[:4], *(f"U{n}" for n in range(1, 15)))
    hasil = baca(tmp_path / "a.csv", berkas((3,) * 14, kepala=kepala), TW)
    assert hasil.jenis == "skm"
    assert len([m for m in hasil.masalah if m.tingkat == "galat"]) == 14
    assert not hasil.tabel


@pytest.mark.parametrize(
    ("u8", "u9"), [("U8 (Sarana dan Prasarana)", "U9 Penanganan Pengaduan"), ("U8. Pengaduan", "U9 - Sarana")]
)
def test_a_name_beside_the_code_decides(tmp_path: Path, u8: str, u9: str) -> None:
    kepala = (*KEPALA[:4], *(f"U{n}" for n in range(1, 8)), u8, u9)
    hasil = baca(tmp_path / "a.csv", berkas((1, 1, 1, 1, 1, 1, 1, 2, 4), kepala=kepala), TW)
    assert alasan(hasil) == set()
    sarana = 2 if "Sarana" in u8 else 4
    assert (jumlah_unsur(hasil)["sarana"], jumlah_unsur(hasil)["pengaduan"]) == ((sarana, 1), (6 - sarana, 1))


def test_google_forms_questions_and_timestamps_are_read_by_month(tmp_path: Path) -> None:
    tanya = (
        "1. Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
        "2. Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
        "3. Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
        "4. Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
        "5. Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar "
        "pelayanan dengan hasil yang diberikan?",
        "6. Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
        "7. Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?",
        "8. Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
        "9. Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
    )
    kata = [
        *("Sangat sesuai", "Mudah", "Kurang cepat", "Gratis", "Tidak sesuai"),
        *("Kompeten", "Sangat sopan dan ramah", "Buruk", "Berfungsi kurang maksimal"),
    ]
    isi = xlsx(
        {
            "Form Responses 1": [
                ["Timestamp", "Nama Lengkap", *tanya, "Kritik dan saran"],
                ["9/28/2026 9:30:12", NAMA[0], *kata, "Sudah baik, terima kasih Pak Camat"],
                ["10/2/2026 14:05:00", NAMA[1], *kata, None],
            ]
        }
    )
    hasil = baca(tmp_path / "a.xlsx", isi, Opsi(unit="KEC"))
    assert alasan(hasil) == set()
    assert [b[1:4] for b in hasil.tabel["responden"]] == [
        (date(2026, 9, 28), 202609, 202609),
        (date(2026, 10, 2), 202610, 202610),
    ]
    harap = {"persyaratan": 4, "prosedur": 3, "waktu": 2, "biaya": 4, "produk": 1, "kompetensi": 3, "perilaku": 4}
    harap |= {"sarana": 1, "pengaduan": 3}
    assert jumlah_unsur(hasil) == {u: (2 * n, 2) for u, n in harap.items()}
    periksa_tanpa_orang(hasil, tmp_path / "data", [*NAMA[:2], "terima kasih"])


@pytest.mark.parametrize("nilai", [5, "5", 10, 7.0, "6"])
def test_another_scale_is_refused_and_never_rescaled(tmp_path: Path, nilai: object) -> None:
    hasil = baca(tmp_path / "a.csv", berkas((4,) * 9, (4, 4, 4, 4, nilai, 4, 4, 4, 4)), TW)
    assert [(m.alasan, m.baris, m.kolom[0]) for m in hasil.masalah] == [("masalah.skm_skala", 3, "I")]
    assert not hasil.tabel


def test_a_header_that_names_another_scale_is_refused(tmp_path: Path) -> None:
    isi = "Survei kepuasan (skala 1-5)\n" + berkas((4,) * 9)
    assert alasan(baca(tmp_path / "a.csv", isi, TW)) == {"skm_skala_judul"}


@pytest.mark.parametrize("kata", [("Cukup sesuai", "Kurang sesuai"), ("Sangat tidak sesuai", "Sesuai")])
def test_words_of_five_steps_are_refused(tmp_path: Path, kata: tuple[str, str]) -> None:
    hasil = baca(tmp_path / "a.csv", berkas(*((k, *(3,) * 8) for k in kata)), TW)
    assert alasan(hasil) == {"skm_skala_kata"}
    assert not hasil.tabel


@pytest.mark.parametrize(
    ("unsur", "kata"),
    [
        ("persyaratan", ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai")),
        ("persyaratan", ("Tidak Mudah", "Kurang Mudah", "Mudah", "Sangat Mudah")),
        ("waktu", ("tdk cepat", "krg cepat", "CEPAT", "sgt  cepat")),
        ("biaya", ("Sangat mahal", "Cukup mahal", "Murah", "Gratis")),
        ("biaya", ("Mahal", "Cukup Mahal", "Murah", "Gratis")),
        ("kompetensi", ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten")),
        ("perilaku", ("Tidak sopan dan ramah", "Kurang sopan & ramah", "Sopan dan ramah", "Sangat sopan dan ramah")),
        ("sarana", ("Buruk", "Cukup", "Baik", "Sangat Baik")),
        ("pengaduan", ("Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik")),
        ("produk", ("1. Tidak sesuai", "b. Kurang sesuai", "3) Sesuai", "Sangat sesuai (4)")),
        ("produk", ("1", "2.0", 3, 4.0)),
    ],
)
def test_the_words_of_a_question_go_from_one_to_four(unsur: str, kata: tuple[object, ...]) -> None:
    assert [baca_jawab(k, unsur, {}).nilai for k in kata] == [1, 2, 3, 4]  # type: ignore[arg-type]


@pytest.mark.parametrize("kata", ["lumayan", "Tidak ada", "sangat", "2. Sangat sesuai", "٣", "3,5", True, -1])
def test_a_word_that_is_not_known_is_asked_at_its_cell(tmp_path: Path, kata: object) -> None:
    hasil = baca(tmp_path / "a.csv", berkas((4,) * 9, (4, kata, *(4,) * 7)), TW)
    assert [(m.baris, m.kolom[0], m.tingkat) for m in hasil.masalah] == [(3, "F", "galat")]


def test_a_word_explained_in_the_mapping_is_read(tmp_path: Path) -> None:
    isi = berkas((4,) * 9, ("lumayan", *(4,) * 8), ("tidak tahu", *(4,) * 8))
    ditanya = baca(tmp_path / "a.csv", isi, TW)
    assert alasan(ditanya) == {"skm_kata"}
    peta = baca_peta(ditanya.peta)
    kolom = tuple(
        replace(k, arti={"Lumayan": "2", "tidak tahu": "0"}) if k.kode == "persyaratan" else k for k in peta.kolom
    )
    hasil = baca(tmp_path / "a.csv", isi, replace(TW, peta=tulis_peta(replace(peta, kolom=kolom))))
    assert alasan(hasil) == set()
    assert jumlah_unsur(hasil)["persyaratan"] == (6, 2)


REKAP = (
    ("Jumlah", None, None, None, *(9,) * 9),
    ("NRR / unsur", None, None, None, *("3,00",) * 9),
    ("NRR tertimbang", None, None, None, *("0,333",) * 9),
    ("IKM Unit Pelayanan", None, None, None, "75,00"),
    ("Mutu Pelayanan", None, None, None, "C"),
    ("Kinerja Unit", None, None, None, "Kurang Baik"),
    ("Σ Nilai / unsur", None, None, None, *(9,) * 9),
    (1, "Persyaratan", None, None, "3,00"),
    (*(None,) * 10, "Camat"),
    (*(None,) * 10, NAMA[2]),
)
REKAP = tuple((*b, *(None,) * (13 - len(b))) for b in REKAP)


@pytest.mark.parametrize("awal", range(7))
def test_a_recap_below_is_not_a_respondent(tmp_path: Path, awal: int) -> None:
    isi = berkas((2,) * 9, (3,) * 9, (4,) * 9) + csv(*REKAP[awal:])
    hasil = baca(tmp_path / "a.csv", isi, TW)
    assert alasan(hasil) == set()
    assert len(hasil.tabel["responden"]) == 3
    assert set(jumlah_unsur(hasil).values()) == {(9, 3)}
    assert NAMA[2] not in repr(hasil)


@pytest.mark.parametrize("nilai", [(7, 9), ("2,33", "3,00"), (0.2593, 0.3333)])
def test_a_row_of_sums_or_means_without_a_label_is_no_respondent(tmp_path: Path, nilai: tuple[object, object]) -> None:
    isi = berkas((2, *(3,) * 8), (2, *(3,) * 8), (3, *(3,) * 8))
    isi += csv((None, None, None, None, nilai[0], *(nilai[1],) * 8))
    hasil = baca(tmp_path / "a.csv", isi, TW)
    assert alasan(hasil) == set()
    assert len(hasil.tabel["responden"]) == 3


def test_a_respondent_below_the_recap_is_asked_not_lost(tmp_path: Path) -> None:
    isi = berkas((2,) * 9, (3,) * 9) + csv(REKAP[0], (3, "P", 30, "KK", *(4,) * 9))
    hasil = baca(tmp_path / "a.csv", isi, TW)
    assert [(m.alasan, m.baris) for m in hasil.masalah] == [("masalah.skm_di_bawah_rekap", 5)]


def test_a_recap_of_means_instead_of_answers_is_refused(tmp_path: Path) -> None:
    isi = csv(("Unit Layanan", *NAMA_UNSUR), ("KEC", *("3,21",) * 9), ("PKM-LB", *("3,45",) * 9))
    hasil = baca(tmp_path / "a.csv", isi, TW)
    assert (alasan(hasil), alasan(hasil, "peringatan")) == ({"tanpa_data"}, {"skm_pecahan"})


def test_a_sheet_of_means_beside_the_answers_does_not_stop_them(tmp_path: Path) -> None:
    isi = {"Jawaban": [list(NAMA_UNSUR), [3] * 9], "Rekap": [list(NAMA_UNSUR), [3.21] * 9]}
    hasil = baca(tmp_path / "a.xlsx", xlsx(isi), TW)
    assert (alasan(hasil), alasan(hasil, "peringatan")) == (set(), {"skm_pecahan"})
    assert len(hasil.tabel["responden"]) == 1


@pytest.mark.parametrize("urut", [(0, 1), (1, 0)])
def test_codes_and_names_in_two_rows_are_one_header(tmp_path: Path, urut: tuple[int, int]) -> None:
    kode = ["No", *(f"U{n}" for n in range(1, 10))]
    nama = [None, *NAMA_UNSUR[:7], "Sarana dan Prasarana", "Penanganan Pengaduan"]
    isi = [[kode, nama][n] for n in urut]
    isi[1] = [None, *isi[1][1:]]
    isi[0] = ["No", *isi[0][1:]]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"x": [*isi, [1, *(1,) * 7, 2, 4]]}), TW)
    assert alasan(hasil) == set()
    assert (jumlah_unsur(hasil)["sarana"], jumlah_unsur(hasil)["pengaduan"]) == ((2, 1), (4, 1))


def test_several_questions_may_share_an_unsur_and_each_is_an_answer(tmp_path: Path) -> None:
    kepala = (*KEPALA, "Bagaimana kelengkapan informasi persyaratan?", "Bagaimana suasana ruang tunggu?")
    isi = berkas((4, *(3,) * 8, 2, 1), (4, *(3,) * 8, None, 1), kepala=kepala)
    ditanya = baca(tmp_path / "a.csv", isi, TW)
    assert [m.kolom[0] for m in ditanya.masalah if m.alasan == "masalah.skm_pertanyaan"] == ["E", "N", "O"]
    kode = dict.fromkeys(("PERSYARATAN", "BAGAIMANA KELENGKAPAN INFORMASI PERSYARATAN?"), "persyaratan")
    hasil = baca(tmp_path / "a.csv", isi, dengan_unsur(ditanya, kode | {"BAGAIMANA SUASANA RUANG TUNGGU?": "abaikan"}))
    assert alasan(hasil) == set()
    assert jumlah_unsur(hasil)["persyaratan"] == (10, 3)
    assert [b[8] for b in hasil.tabel["responden"]] == [3000, 3111]


def test_an_unsur_nobody_was_asked_about_is_told(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", berkas((3,) * 8, kepala=KEPALA[:-1]), TW)
    assert [(m.alasan, m.tingkat, m.args["daftar"]) for m in hasil.masalah] == [
        ("masalah.skm_unsur_kurang", "peringatan", "sarana")
    ]


def test_days_without_one_reading_are_asked_unless_the_chosen_period_decides(tmp_path: Path) -> None:
    kepala = ("Tanggal", *NAMA_UNSUR)
    isi = csv(kepala, ("05/10/2026", *(3,) * 9), ("06/10/2026", *(3,) * 9))
    assert alasan(baca(tmp_path / "a.csv", isi, Opsi(unit="KEC"))) == {"hari_ragu"}
    for kode, bulan in (("2026-10", 202610), ("2026-TW2", None)):
        hasil = baca(tmp_path / "a.csv", isi, Opsi(unit="KEC", periode=parse_periode(kode)))
        assert [b[2] for b in hasil.tabel.get("responden", ())] == ([bulan] * 2 if bulan else [202605, 202606])
    hasil = baca(tmp_path / "a.csv", isi, Opsi(unit="KEC", periode=parse_periode("2026-01")))
    assert alasan(hasil) == {"hari_ragu"}


def test_a_day_outside_the_chosen_period_and_a_blank_day_are_asked(tmp_path: Path) -> None:
    isi = csv(("Tanggal", *NAMA_UNSUR), ("2026-10-05", *(3,) * 9), ("2026-11-05", *(3,) * 9), (None, *(3,) * 9))
    hasil = baca(tmp_path / "a.csv", isi, Opsi(unit="KEC", periode=parse_periode("2026-10")))
    assert [(m.alasan, m.baris) for m in hasil.masalah] == [
        ("masalah.hari_luar_periode", 3),
        ("masalah.hari_kosong", 4),
    ]


def test_the_period_may_stand_in_the_name_of_the_sheet_the_title_or_nowhere(tmp_path: Path) -> None:
    isi = [list(NAMA_UNSUR), [3] * 9]
    kec = Opsi(unit="KEC")
    lembar = baca(tmp_path / "a.xlsx", xlsx({"Okt 2026": isi}), kec)
    assert [b[1:4] for b in lembar.tabel["responden"]] == [(date(2026, 10, 1), 202610, 202610)]
    judul = baca(tmp_path / "b.xlsx", xlsx({"SKM": [["SKM SEMESTER I TAHUN 2026"], *isi]}), kec)
    assert [b[1:4] for b in judul.tabel["responden"]] == [(date(2026, 1, 1), 202601, 202606)]
    assert alasan(baca(tmp_path / "c.xlsx", xlsx({"SKM": isi}), kec)) == {"periode_tak_ada"}


def test_respondents_are_counted_on_over_the_sheets_of_a_file(tmp_path: Path) -> None:
    isi = [list(NAMA_UNSUR), [3] * 9, [4] * 9]
    hasil = baca(tmp_path / "a.xlsx", xlsx({"Sep 2026": isi, "Okt 2026": isi}), Opsi(unit="KEC"))
    assert [(b[0], b[2]) for b in hasil.tabel["responden"]] == [(1, 202609), (2, 202609), (3, 202610), (4, 202610)]
    assert len(hasil.tabel["jawaban"]) == 36


def test_sex_age_group_and_service_are_kept_as_groups_only(tmp_path: Path) -> None:
    isi = csv(
        KEPALA,
        (1, "Laki-laki", 36, "KTP-el", *(3,) * 9),
        (2, "pr", "46 Tahun", "ktp-EL", *(3,) * 9),
        (3, "", "20-44 tahun", "Surat 198001012005011001", *(3,) * 9),
        (4, "?", "17-25", "KK", *(3,) * 9),
    )
    hasil = baca(tmp_path / "a.csv", isi, TW)
    assert [b[5:8] for b in hasil.tabel["responden"]] == [
        ("KTP-el", "L", "20-44"),
        ("KTP-el", "P", "45-54"),
        ("", "", "20-44"),
        ("KK", "", ""),
    ]


def test_more_services_than_a_list_can_have_are_free_text_and_not_kept(tmp_path: Path) -> None:
    isi = csv(KEPALA, *((n, "L", 30, f"keperluan {n}", *(3,) * 9) for n in range(1, 63)))
    hasil = baca(tmp_path / "a.csv", isi, TW)
    assert alasan(hasil, "info") == {"skm_layanan_banyak"}
    assert {b[5] for b in hasil.tabel["responden"]} == {""}


def test_the_unit_may_stand_in_a_column(tmp_path: Path) -> None:
    isi = csv(
        ("Unit Layanan", *NAMA_UNSUR), ("Puskesmas Pegambiran", *(3,) * 9), ("Kecamatan Lubuk Begalung", *(2,) * 9)
    )
    hasil = baca(tmp_path / "a.csv", isi, Opsi(periode=parse_periode("2026")))
    assert [b[4] for b in hasil.tabel["responden"]] == ["PKM-PG", "KEC"]


def test_a_respondent_from_a_city_is_not_a_total_of_that_city(tmp_path: Path) -> None:
    isi = csv(("Alamat", *NAMA_UNSUR), ("Kabupaten Solok", *(3,) * 9), ("Kota Padang", *(2,) * 9))
    hasil = baca(tmp_path / "a.csv", isi, TW)
    assert len(hasil.tabel["responden"]) == 2


@pytest.mark.parametrize(
    ("judul", "unsur"),
    [("U8", ""), ("KRITIK DAN SARAN", ""), ("MAKLUMAT PELAYANAN", ""), ("PROSEDUR DAN PERSYARATAN", ""),
     ("U3 BIAYA", "biaya"), ("UNSUR 7", "perilaku"), ("U10", ""), ("KESOPANAN DAN KERAMAHAN PETUGAS", "perilaku"),
     ("KECEPATAN PENGADUAN", "pengaduan")],
)  # fmt: skip
def test_a_header_is_an_unsur_only_when_it_names_one(judul: str, unsur: str) -> None:
    assert unsur_dari_judul((judul,)) == unsur


def isi_templat(jalur: Path, acak: random.Random) -> tuple[list[dict[str, int | None]], Path]:
    """The real template filled with twelve respondents and the usual recap; also the answers by header."""
    buku = openpyxl.load_workbook(TEMPLAT)
    lembar = buku.active
    jawaban: list[dict[str, int | None]] = []
    for n in range(12):
        isi: dict[str, int | None] = {f"U{u}": acak.randint(1, 4) for u in range(1, 11)}
        if n in (3, 7):
            isi[f"U{n}"] = None
        jawaban.append(isi)
        profil = [n + 1, NAMA[n % 5], "P" if n % 3 else "L", 22 + n, "SMA", "Petani", "Surat pengantar"]
        for kolom, nilai in enumerate([*profil, *isi.values()], 1):
            lembar.cell(3 + n, kolom, nilai)
    rekap = [
        ("Jumlah", sum),
        ("NRR", lambda x: sum(x) / len(x)),
        ("NRR tertimbang", lambda x: sum(x) / len(x) / 9),
    ]
    for ke, (nama, rumus) in enumerate(rekap):
        lembar.cell(15 + ke, 1, nama)
        for u in range(1, 11):
            lembar.cell(15 + ke, 7 + u, rumus([j[f"U{u}"] for j in jawaban if j[f"U{u}"] is not None]))
    for ke, isi_rekap in enumerate((("IKM", 78.21), ("Mutu pelayanan", "B"), ("Kinerja unit", "Baik"))):
        lembar.cell(18 + ke, 1, isi_rekap[0])
        lembar.cell(18 + ke, 8, isi_rekap[1])
    buku.save(jalur)
    return jawaban, jalur


def test_the_real_template_is_asked_for_u8_to_u10_and_then_read_to_the_last_answer(tmp_path: Path) -> None:
    if not TEMPLAT.exists():
        pytest.skip("the shared data are not here")
    jawaban, jalur = isi_templat(tmp_path / "skm.xlsx", random.Random(7))  # noqa: S311
    ditanya = baca(jalur, opsi=TW)
    assert [(m.alasan.removeprefix("masalah."), m.kolom[0]) for m in ditanya.masalah] == [
        ("skm_kode_dua_arti", "O"),
        ("skm_kode_dua_arti", "P"),
        ("skm_pertanyaan", "Q"),
    ]
    hasil = baca(jalur, opsi=dengan_unsur(ditanya, {"U8": "sarana", "U9": "pengaduan", "U10": "abaikan"}))
    assert alasan(hasil) == set()
    unsur = dict(zip((f"U{u}" for u in range(1, 10)), (*UNSUR[:7], "sarana", "pengaduan"), strict=True))
    harap = {kode: [j[u] for j in jawaban if j[u] is not None] for u, kode in unsur.items()}
    assert jumlah_unsur(hasil) == {kode: (sum(filter(None, isi)), len(isi)) for kode, isi in harap.items()}
    for baris, isi in zip(hasil.tabel["responden"], jawaban, strict=True):
        terisi = [n for u, n in isi.items() if n is not None and u != "U10"]
        assert baris[8] == int(Fraction(sum(terisi) * 1000, len(terisi)) + Fraction(1, 2))
    assert {b[6] for b in hasil.tabel["responden"]} == {"L", "P"}
    periksa_tanpa_orang(hasil, tmp_path / "data", NAMA)


@settings(max_examples=250, deadline=None)
@given(ubahan)
def test_any_cell_may_hold_anything_and_nothing_is_raised_or_invented(ubah: list[Any]) -> None:
    baris = [["SKM OKTOBER 2026", None], list(KEPALA), *([n, "L", 30, "KTP", *(n % 4 + 1,) * 9] for n in range(1, 9))]
    konteks = coba_semua(skm.usul, "skm", [*baris, ["Jumlah", *(None,) * 3, *(20,) * 9]], ubah)
    for isi in konteks.hasil.tabel.get("jawaban", []):
        assert isi[5] in UNSUR
        assert isi[6] in (1, 2, 3, 4)
    for isi in konteks.hasil.tabel.get("responden", []):
        assert 1000 <= int(str(isi[8])) <= 4000


def test_reference_lists_without_a_secret_do_not_matter_to_a_survey(tmp_path: Path) -> None:
    assert RUJUKAN.garam == b""
    assert baca(tmp_path / "a.csv", berkas((3,) * 9), TW).diterima
