"""Reasons, who looked, names, settings, and the synthetic feedback."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from bahan_catatan import (
    ANI,
    BUDI,
    DINILAI,
    ISI,
    KEPALA,
    KEPEGAWAIAN,
    PADA,
    PEGAWAI,
    PENGELOLA,
    PENILAI,
    PIMPINAN,
    TERLIHAT,
    TW3,
    isi,
)

from kinerja.catatan.alasan import fetch_alasan, simpan_alasan
from kinerja.catatan.contoh import BANYAK, Calon, hapus_contoh, isi_contoh
from kinerja.catatan.jejak import SEKALI_LIHAT, catat_akses, siapa_melihat
from kinerja.catatan.mesin import Mesin
from kinerja.catatan.nama import fetch_nama, hapus_nama, simpan_nama
from kinerja.catatan.setelan import fetch_setelan, simpan_setelan
from kinerja.catatan.tanggapan import jawab
from kinerja.catatan.umpan_balik import fetch_umpan_balik, tulis_umpan_balik
from kinerja.domain.akses import Akses
from kinerja.domain.errors import AksesError, KinerjaError
from kinerja.domain.periode import parse_periode
from kinerja.domain.umpan_balik import Nama

SATU, HARI = timedelta(seconds=1), timedelta(days=1)


def beri(mesin: Mesin, teks: str, akses: Akses = PENILAI, **lain: object) -> int:
    isian = {"pegawai": ANI, "periode": TW3, "jenis": "bukti_kosong", "pada": PADA} | lain
    return simpan_alasan(akses, mesin, alasan=teks, terlihat=TERLIHAT, **isian)  # type: ignore[arg-type]


def test_the_latest_reason_counts_and_the_older_ones_are_kept(mesin: Mesin) -> None:
    beri(mesin, "Sedang cuti.")
    beri(mesin, "Sudah diunggah.", KEPEGAWAIAN, pada=PADA + HARI)
    beri(mesin, "Lain jenis.", jenis="jatuh_tempo")
    beri(mesin, "Lain periode.", periode=parse_periode("2026-TW2"))
    hasil = fetch_alasan(PIMPINAN, mesin, [ANI, BUDI], TW3, terlihat=TERLIHAT)
    assert hasil.keys() == {(ANI, "bukti_kosong"), (ANI, "jatuh_tempo")}
    assert [(a.alasan, a.oleh) for a in hasil[ANI, "bukti_kosong"]] == [
        ("Sudah diunggah.", "kepegawaian"),
        ("Sedang cuti.", KEPALA),
    ]


def test_a_reason_sent_twice_is_one(mesin: Mesin) -> None:
    assert beri(mesin, "Cuti.") == beri(mesin, " Cuti.\x00", pada=PADA + SATU)
    assert len(fetch_alasan(PENILAI, mesin, [ANI], TW3, terlihat=TERLIHAT)[ANI, "bukti_kosong"]) == 1


def test_reasons_on_the_viewer_are_not_shown_to_the_viewer(mesin: Mesin) -> None:
    simpan_alasan(KEPEGAWAIAN, mesin, KEPALA, TW3, "belum_dinilai", "Menunggu.", terlihat=TERLIHAT, pada=PADA)
    assert fetch_alasan(PENILAI, mesin, [KEPALA], TW3, terlihat=TERLIHAT) == {}
    assert fetch_alasan(KEPEGAWAIAN, mesin, [KEPALA], TW3, terlihat=TERLIHAT)


@pytest.mark.parametrize(
    ("teks", "jenis", "kunci"),
    [
        ("", "bukti_kosong", "galat.teks_kosong"),
        ("198001012005011001", "bukti_kosong", "galat.teks_nomor"),
        ("a" * 2001, "bukti_kosong", "galat.teks_panjang"),
        ("Cuti.", "tak_dikenal", "galat.alasan_jenis"),
    ],
)
def test_a_reason_that_cannot_be_kept(mesin: Mesin, teks: str, jenis: str, kunci: str) -> None:
    with pytest.raises(KinerjaError) as galat:
        beri(mesin, teks, jenis=jenis)
    assert galat.value.kunci == kunci


def test_a_person_sees_who_looked_in_which_role_and_when(mesin: Mesin) -> None:
    catat_akses(PENILAI, mesin, "lihat", pegawai=ANI, rincian="2026-TW3", pada=PADA)
    catat_akses(KEPEGAWAIAN, mesin, "unduh", unit="K1", pada=PADA + SATU)
    catat_akses(PEGAWAI, mesin, "lihat", pegawai=ANI, pada=PADA)
    catat_akses(PENGELOLA, mesin, "ditolak", pegawai=ANI, pada=PADA)
    catat_akses(PENILAI, mesin, "lihat", pegawai=BUDI, unit="K1", pada=PADA)
    catat_akses(PENILAI, mesin, "lihat", unit="K2", pada=PADA)
    hasil = siapa_melihat(PEGAWAI, mesin, ANI, unit=["K1"])
    assert [(k.pelaku, k.peran, k.tindakan, k.unit, k.rincian, k.pada) for k in hasil] == [
        ("", "kepegawaian", "unduh", "K1", "", PADA + SATU),
        (KEPALA, "evaluator", "lihat", "", "2026-TW3", PADA),
    ]
    assert [k.tindakan for k in siapa_melihat(PEGAWAI, mesin, ANI)] == ["lihat"]


def test_one_look_is_noted_once_however_often_the_page_runs_but_every_download_is(mesin: Mesin) -> None:
    for pada in (PADA, PADA + SATU, PADA + SEKALI_LIHAT, PADA + SEKALI_LIHAT + SATU):
        catat_akses(PENILAI, mesin, "lihat", pegawai=ANI, pada=pada)
        catat_akses(PENILAI, mesin, "unduh", pegawai=ANI, pada=pada)
    tindakan = [k.tindakan for k in siapa_melihat(PEGAWAI, mesin, ANI)]
    assert (tindakan.count("lihat"), tindakan.count("unduh")) == (2, 4)


@pytest.mark.parametrize("isian", [{"tindakan": "hapus", "pegawai": ANI}, {"tindakan": "lihat"}])
def test_a_look_at_nothing_or_an_unknown_act_is_no_entry(mesin: Mesin, isian: dict[str, str]) -> None:
    with pytest.raises(AksesError):
        catat_akses(PENILAI, mesin, pada=PADA, **isian)  # type: ignore[arg-type]


def test_names_are_read_for_those_in_sight_only_from_the_newest_batch(mesin: Mesin) -> None:
    simpan_nama(KEPEGAWAIAN, mesin, {ANI: Nama("Ani Lama", "1001"), BUDI: Nama("Budi")}, muatan=1)
    simpan_nama(KEPEGAWAIAN, mesin, {ANI: Nama("  Ani\n Baru ", "1001")}, muatan=2)
    assert fetch_nama(PENILAI, mesin, frozenset({ANI})) == {ANI: Nama("Ani Baru", "1001")}
    assert fetch_nama(PENILAI, mesin, frozenset()) == {}
    assert hapus_nama(KEPEGAWAIAN, mesin, muatan=2) == 1
    assert fetch_nama(PENILAI, mesin, TERLIHAT) == {ANI: Nama("Ani Lama", "1001"), BUDI: Nama("Budi")}


def test_a_batch_may_write_its_names_anew_and_many_at_once(mesin: Mesin) -> None:
    banyak = {f"P-{n:05d}": Nama(f"Nama {n}") for n in range(1201)}
    assert simpan_nama(KEPEGAWAIAN, mesin, banyak, muatan=1) == 1201
    assert simpan_nama(KEPEGAWAIAN, mesin, banyak, muatan=1) == 1201
    assert fetch_nama(KEPEGAWAIAN, mesin, frozenset(banyak)) == banyak
    assert hapus_nama(KEPEGAWAIAN, mesin, muatan=1) == 1201


@pytest.mark.parametrize(
    "isi_nama",
    [{"": Nama("Ani")}, {ANI: Nama("  ")}, {ANI: Nama("Ani", "12345")}, {ANI: Nama("Ani 198001012005011001")}],
)
def test_a_name_with_a_whole_number_of_a_person_is_refused(mesin: Mesin, isi_nama: dict[str, Nama]) -> None:
    with pytest.raises(KinerjaError):
        simpan_nama(KEPEGAWAIAN, mesin, {BUDI: Nama("Budi")} | isi_nama, muatan=1)
    assert fetch_nama(KEPEGAWAIAN, mesin, TERLIHAT) == {}


def test_a_setting_counts_as_written_last(mesin: Mesin) -> None:
    for nilai in ("unit", "kecamatan", "puskesmas"):
        simpan_setelan(KEPEGAWAIAN, mesin, "pola.tingkat", nilai, pada=PADA)
    simpan_setelan(KEPEGAWAIAN, mesin, "lain", "", pada=PADA)
    assert fetch_setelan(PENILAI, mesin) == {"pola.tingkat": "puskesmas", "lain": ""}
    with pytest.raises(KinerjaError):
        simpan_setelan(KEPEGAWAIAN, mesin, "Pola Tingkat", "x", pada=PADA)


def calon() -> list[Calon]:
    return [
        Calon(
            isi(pegawai=f"P-{n:02d}", dari=dari, sampai=dari + 2, tanggal_langkah=date(tahun, bulan, 28)),
            KEPALA,
            date(tahun, bulan, 14),
            "Terima kasih.",
            "Bukti sudah ada.",
            "Sudah diperiksa.",
        )
        for n in range(30)
        for dari, tahun, bulan in ((202601, 2026, 4), (202604, 2026, 7), (202607, 2026, 10))
    ]


def sampel(mesin: Mesin) -> list[tuple[object, ...]]:
    semua = [
        u
        for c in sorted({c.isi.pegawai for c in calon()})
        for u in fetch_umpan_balik(KEPEGAWAIAN, mesin, c, terlihat={c})
    ]
    return [(u.isi, u.dibuat, u.dibaca, [(t.jenis, t.pada) for t in u.tanggapan]) for u in semua]


def test_the_sample_has_read_unread_and_answered_feedback_and_one_objection(mesin: Mesin) -> None:
    assert isi_contoh(mesin, calon()) == BANYAK
    orang = {c.isi.pegawai for c in calon()}
    semua = [u for p in orang for u in fetch_umpan_balik(KEPEGAWAIAN, mesin, p, terlihat=orang)]
    jenis = [t.jenis for u in semua for t in u.tanggapan]
    assert len(semua) == BANYAK
    assert all(u.contoh for u in semua)
    assert {u.isi.sampai for u in semua} == {202603, 202606, 202609}
    assert 5 <= sum(u.dibaca is None for u in semua) <= 12
    assert jenis.count("jawaban") >= 10
    assert (jenis.count("keberatan"), jenis.count("balasan")) == (1, 1)
    assert all(t.pada >= u.dibuat for u in semua for t in u.tanggapan)
    assert all(u.dibaca is not None for u in semua if u.tanggapan)


def test_the_sample_is_the_same_for_the_same_seed_whatever_the_order_of_rows(mesin: Mesin) -> None:
    isi_contoh(mesin, calon())
    satu = sampel(mesin)
    assert hapus_contoh(mesin) == BANYAK
    isi_contoh(mesin, calon()[::-1])
    assert sampel(mesin) == satu


def test_the_sample_is_sown_only_where_nothing_was_written_and_taken_away_alone(mesin: Mesin) -> None:
    assert isi_contoh(mesin, calon()) == BANYAK
    assert isi_contoh(mesin, calon()) == 0
    nomor = tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=PADA)
    jawab(PEGAWAI, mesin, nomor, "Baik.", pada=PADA)
    assert hapus_contoh(mesin) == BANYAK
    (sisa,) = fetch_umpan_balik(PEGAWAI, mesin, ANI)
    assert (sisa.id, len(sisa.tanggapan)) == (nomor, 1)
    assert isi_contoh(mesin, calon()) == 0


def test_few_rows_make_a_small_sample(mesin: Mesin) -> None:
    assert isi_contoh(mesin, [replace(calon()[0])]) == 1
    assert isi_contoh(mesin, []) == 0
