"""Feedback, answers, objection and reply: what is kept, what is refused, how it is read back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from bahan_catatan import (
    ANI,
    ATASAN,
    BUDI,
    CAMAT,
    DINILAI,
    ISI,
    KEPALA,
    KEPEGAWAIAN,
    LAIN,
    PADA,
    PEGAWAI,
    PENILAI,
    PIMPINAN,
    TERLIHAT,
    TW3,
    isi,
)
from sqlalchemy import event, func, select

from kinerja.catatan.mesin import Mesin
from kinerja.catatan.tabel import TANGGAPAN, UMPAN_BALIK
from kinerja.catatan.tanggapan import ajukan_keberatan, balas, jawab
from kinerja.catatan.transaksi import baca
from kinerja.catatan.umpan_balik import (
    fetch_umpan_balik,
    keadaan_umpan_balik,
    tandai_dibaca,
    tulis_umpan_balik,
)
from kinerja.domain.akses import Akses
from kinerja.domain.errors import AksesError, KinerjaError
from kinerja.domain.periode import parse_periode
from kinerja.domain.umpan_balik import BATAS_TEKS, IsiUmpanBalik
from kinerja.i18n import BAHASA
from kinerja.i18n.masalah import teks_galat

SATU = timedelta(seconds=1)
HARI = timedelta(days=1)
BATAS = date(2026, 10, 30)


def kirim(mesin: Mesin, isi_: IsiUmpanBalik = ISI, pada: datetime = PADA) -> int:
    return tulis_umpan_balik(PENILAI, mesin, isi_, dinilai=DINILAI, pada=pada)


def jumlah(mesin: Mesin, tabel=UMPAN_BALIK) -> int:  # type: ignore[no-untyped-def]
    with baca(mesin) as koneksi:
        return koneksi.scalar(select(func.count()).select_from(tabel)) or 0


def kunci_galat(lakukan) -> str:  # type: ignore[no-untyped-def]
    with pytest.raises(KinerjaError) as galat:
        lakukan()
    for bahasa in BAHASA:
        if galat.value.kunci != "galat.tak_berhak":
            assert "{" not in teks_galat(galat.value, bahasa)
    return galat.value.kunci


def test_what_the_evaluator_wrote_is_what_the_person_reads(mesin: Mesin) -> None:
    nomor = kirim(mesin)
    (satu,) = fetch_umpan_balik(PEGAWAI, mesin, ANI)
    assert (satu.id, satu.isi, satu.penilai, satu.oleh) == (nomor, ISI, KEPALA, KEPALA)
    assert (satu.dibuat, satu.dibaca, satu.contoh, satu.tanggapan) == (PADA, None, False, ())


def test_the_whole_conversation_reads_in_order_and_feedback_newest_first(mesin: Mesin) -> None:
    lama, baru = kirim(mesin), kirim(mesin, isi(fakta="Yang baru."), PADA + HARI)
    jawab(PEGAWAI, mesin, lama, "Terima kasih, saya lengkapi.", pada=PADA + HARI)
    ajukan_keberatan(PEGAWAI, mesin, lama, "Bukti sudah ada.", batas=BATAS, pada=PADA + 2 * HARI)
    balas(PENILAI, mesin, lama, "Sudah saya periksa.", dinilai=DINILAI, pada=PADA + 3 * HARI)
    semua = fetch_umpan_balik(PENILAI, mesin, ANI, terlihat=TERLIHAT)
    assert [u.id for u in semua] == [baru, lama]
    assert [(t.jenis, t.oleh) for t in semua[1].tanggapan] == [
        ("jawaban", ANI),
        ("keberatan", ANI),
        ("balasan", KEPALA),
    ]


def test_feedback_of_another_person_is_not_mixed_in(mesin: Mesin) -> None:
    nomor = kirim(mesin, isi(pegawai=BUDI))
    jawab(Akses("pegawai", "K1", BUDI), mesin, nomor, "Baik.", pada=PADA)
    assert fetch_umpan_balik(PEGAWAI, mesin, ANI) == []


def test_the_same_text_sent_twice_within_a_minute_is_one(mesin: Mesin) -> None:
    nomor = kirim(mesin)
    assert kirim(mesin, pada=PADA + timedelta(seconds=60)) == nomor
    assert kirim(mesin, pada=PADA + timedelta(seconds=61)) != nomor
    assert kirim(mesin, isi(saran="Lain."), PADA + SATU) not in (nomor, nomor + 1)
    assert jumlah(mesin) == 3


def test_without_a_date_of_the_step_a_second_sending_is_noticed_too(mesin: Mesin) -> None:
    tanpa = isi(langkah="", tanggal_langkah=None)
    assert kirim(mesin, tanpa) == kirim(mesin, tanpa, PADA + SATU)


def test_eight_hands_sending_the_same_at_once_leave_one_row(mesin: Mesin) -> None:
    with ThreadPoolExecutor(8) as kolam:
        assert len(set(kolam.map(lambda _: kirim(mesin), range(16)))) == 1
    assert jumlah(mesin) == 1


def test_an_answer_sent_twice_is_one_and_two_answers_are_two(mesin: Mesin) -> None:
    nomor = kirim(mesin)
    satu = jawab(PEGAWAI, mesin, nomor, "Baik.", pada=PADA)
    assert jawab(PEGAWAI, mesin, nomor, " Baik. ", pada=PADA + SATU) == satu
    assert jawab(PEGAWAI, mesin, nomor, "Tambahan.", pada=PADA + SATU) != satu
    assert jumlah(mesin, TANGGAPAN) == 2


def test_reading_is_noted_once_and_answering_is_reading(mesin: Mesin) -> None:
    satu, dua = kirim(mesin), kirim(mesin, isi(fakta="Lain."))
    tandai_dibaca(PEGAWAI, mesin, satu, pada=PADA + SATU)
    tandai_dibaca(PEGAWAI, mesin, satu, pada=PADA + HARI)
    jawab(PEGAWAI, mesin, dua, "Baik.", pada=PADA + HARI)
    assert {u.id: u.dibaca for u in fetch_umpan_balik(PEGAWAI, mesin, ANI)} == {satu: PADA + SATU, dua: PADA + HARI}


def test_an_objection_is_made_once(mesin: Mesin) -> None:
    nomor = kirim(mesin)
    satu = ajukan_keberatan(PEGAWAI, mesin, nomor, "Bukti sudah ada.", batas=BATAS, pada=PADA)
    assert ajukan_keberatan(PEGAWAI, mesin, nomor, "Bukti sudah ada.", batas=BATAS, pada=PADA + SATU) == satu
    for teks, pada in (("Lain.", PADA + SATU), ("Bukti sudah ada.", PADA + HARI)):
        kunci = kunci_galat(lambda t=teks, p=pada: ajukan_keberatan(PEGAWAI, mesin, nomor, t, batas=BATAS, pada=p))
        assert kunci == "galat.keberatan_sudah"
    assert jumlah(mesin, TANGGAPAN) == 1


def test_two_different_objections_at_once_leave_one(mesin: Mesin) -> None:
    nomor = kirim(mesin)

    def coba(n: int) -> bool:
        try:
            ajukan_keberatan(PEGAWAI, mesin, nomor, f"Keberatan {n}.", batas=BATAS, pada=PADA)
        except KinerjaError as galat:
            assert galat.kunci == "galat.keberatan_sudah"
            return False
        return True

    with ThreadPoolExecutor(6) as kolam:
        assert sum(kolam.map(coba, range(12))) == 1
    assert jumlah(mesin, TANGGAPAN) == 1


@pytest.mark.parametrize(
    ("pada", "boleh"),
    [
        (datetime(2026, 10, 30, 16, 59, 59, tzinfo=UTC), True),  # 23.59 in Padang on the last day
        (datetime(2026, 10, 30, 17, 0, 0, tzinfo=UTC), False),  # midnight there, although not yet in UTC
    ],
)
def test_the_last_day_of_objection_ends_at_midnight_in_padang(mesin: Mesin, pada: datetime, boleh: bool) -> None:
    nomor = kirim(mesin)
    if boleh:
        assert ajukan_keberatan(PEGAWAI, mesin, nomor, "Bukti ada.", batas=BATAS, pada=pada)
        return
    with pytest.raises(KinerjaError) as galat:
        ajukan_keberatan(PEGAWAI, mesin, nomor, "Bukti ada.", batas=BATAS, pada=pada)
    assert galat.value.kunci == "galat.keberatan_lewat"
    assert "30 Oktober 2026" in teks_galat(galat.value, "id")


def test_those_above_reply_only_once_there_is_an_objection(mesin: Mesin) -> None:
    nomor = kirim(mesin)

    def dari_atas() -> int:
        return balas(ATASAN, mesin, nomor, "Saya periksa.", dinilai={KEPALA}, terlihat=TERLIHAT, pada=PADA)

    assert kunci_galat(dari_atas) == "galat.tak_berhak"
    ajukan_keberatan(PEGAWAI, mesin, nomor, "Bukti ada.", batas=BATAS, pada=PADA)
    assert dari_atas()
    asing = Akses("evaluator", "K9", "P-asing")
    with pytest.raises(AksesError):
        balas(asing, mesin, nomor, "Saya juga.", dinilai={LAIN}, terlihat={LAIN}, pada=PADA)
    assert {t.oleh for t in fetch_umpan_balik(PEGAWAI, mesin, ANI)[0].tanggapan} == {ANI, CAMAT}


@pytest.mark.parametrize(
    ("ganti", "kunci"),
    [
        ({"fakta": "   "}, "galat.teks_kosong"),
        ({"fakta": "\x00\x07\u200b"}, "galat.teks_kosong"),
        ({"saran": ""}, "galat.teks_kosong"),
        ({"langkah": " "}, "galat.teks_kosong"),
        ({"fakta": "a" * (BATAS_TEKS + 1)}, "galat.teks_panjang"),
        ({"indikator": "a" * (BATAS_TEKS + 1)}, "galat.teks_panjang"),
        ({"saran": "NIP 19800101 200501 1 001"}, "galat.teks_nomor"),
        ({"fakta": "NIK 1371.0612.3456.7890"}, "galat.teks_nomor"),
        ({"fakta": "19800101_200501_1_001"}, "galat.teks_nomor"),
        ({"fakta": "19800101/200501/1/001"}, "galat.teks_nomor"),
        ({"fakta": "19800101,200501,1,001"}, "galat.teks_nomor"),
        ({"saran": "hubungi 0812-3456-7890"}, "galat.teks_nomor"),
        ({"saran": "WA +62 812 3456 7890"}, "galat.teks_nomor"),
        ({"saran": "628123456789"}, "galat.teks_nomor"),
        ({"langkah": "198001012005011001"}, "galat.teks_nomor"),
        ({"fakta": "1980\u200b0101\u200b200501\u200b1001"}, "galat.teks_nomor"),
        ({"perilaku": "baik_hati"}, "galat.umpan_balik_isi"),
        ({"unit": ""}, "galat.umpan_balik_isi"),
        ({"dari": 202610, "sampai": 202609}, "galat.umpan_balik_isi"),
        ({"dari": 0}, "galat.umpan_balik_isi"),
        ({"tanggal_langkah": date(2026, 10, 11)}, "galat.langkah_lampau"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(mesin: Mesin, ganti: dict[str, object], kunci: str) -> None:
    assert kunci_galat(lambda: kirim(mesin, isi(**ganti))) == kunci
    assert jumlah(mesin) == 0


@pytest.mark.parametrize(
    ("tulis", "terbaca"),
    [
        ("a" * BATAS_TEKS, "a" * BATAS_TEKS),
        ("  baris satu\r\nbaris dua\r\n\r\n\r\n\r\nakhir\x00 ", "baris satu\nbaris dua\n\nakhir"),
        ("Capaian 10, 12, 14, 15, 18, 20, 22.", "Capaian 10, 12, 14, 15, 18, 20, 22."),
        ("Anggaran 12.500.000.000 terserap", "Anggaran 12.500.000.000 terserap"),
        ("tanda \ud800 rusak", "tanda  rusak"),
        ("'; drop table umpan_balik; -- %s :x {y}", "'; drop table umpan_balik; -- %s :x {y}"),
        ("e\u0301 menjadi satu", "\u00e9 menjadi satu"),
    ],
)
def test_a_text_is_kept_clean_and_otherwise_as_written(mesin: Mesin, tulis: str, terbaca: str) -> None:
    kirim(mesin, isi(fakta=tulis))
    assert fetch_umpan_balik(PEGAWAI, mesin, ANI)[0].isi.fakta == terbaca


def test_the_step_may_be_today_in_padang_although_it_is_yesterday_in_utc(mesin: Mesin) -> None:
    malam = datetime(2026, 10, 11, 18, 0, tzinfo=UTC)
    assert kirim(mesin, isi(tanggal_langkah=date(2026, 10, 12)), malam)


def test_the_state_of_each_person_of_a_list(mesin: Mesin) -> None:
    kepala, orang = Akses("evaluator", "K1", KEPALA), [f"P-{n}" for n in range(5)]
    nomor = [tulis_umpan_balik(kepala, mesin, isi(pegawai=p), dinilai=set(orang), pada=PADA) for p in orang[1:]]
    diri = [Akses("pegawai", "K1", p) for p in orang]
    tandai_dibaca(diri[2], mesin, nomor[1], pada=PADA)
    jawab(diri[3], mesin, nomor[2], "Baik.", pada=PADA)
    jawab(diri[4], mesin, nomor[3], "Baik.", pada=PADA)
    ajukan_keberatan(diri[4], mesin, nomor[3], "Bukti ada.", batas=BATAS, pada=PADA)
    hasil = keadaan_umpan_balik(kepala, mesin, orang, TW3, terlihat=set(orang))
    assert list(hasil.values()) == ["belum", "terkirim", "dibaca", "dijawab", "keberatan"]


def test_the_newest_feedback_gives_the_state_and_an_objection_stays_seen(mesin: Mesin) -> None:
    lama = kirim(mesin)
    jawab(PEGAWAI, mesin, lama, "Baik.", pada=PADA)
    kirim(mesin, isi(fakta="Yang baru."), PADA + HARI)
    assert keadaan_umpan_balik(PEGAWAI, mesin, [ANI], TW3) == {ANI: "terkirim"}
    ajukan_keberatan(PEGAWAI, mesin, lama, "Bukti ada.", batas=BATAS, pada=PADA + HARI)
    assert keadaan_umpan_balik(PEGAWAI, mesin, [ANI], TW3) == {ANI: "keberatan"}


@pytest.mark.parametrize(
    ("kode", "keadaan"),
    [
        ("2026-09", "terkirim"),
        ("2026-S2", "terkirim"),
        ("2026", "terkirim"),
        ("2026-10", "belum"),
        ("2026-S1", "belum"),
    ],
)
def test_feedback_belongs_to_every_period_its_months_touch(mesin: Mesin, kode: str, keadaan: str) -> None:
    kirim(mesin)
    assert keadaan_umpan_balik(PEGAWAI, mesin, [ANI], parse_periode(kode)) == {ANI: keadaan}


@pytest.mark.parametrize("banyak", [0, 3, 500, 501, 5000])
def test_the_states_of_any_number_of_people_take_one_query(mesin: Mesin, banyak: int) -> None:
    kirim(mesin)
    kirim(mesin, isi(pegawai=BUDI))
    tanya: list[str] = []
    event.listen(mesin, "before_cursor_execute", lambda k, c, sql, *_: tanya.append(sql))
    orang = frozenset({ANI, *(f"P-{n}" for n in range(banyak))}) if banyak else frozenset()
    hasil = keadaan_umpan_balik(KEPEGAWAIAN, mesin, orang, TW3, terlihat=orang)
    assert len(hasil) == len(orang)
    assert [p for p, k in hasil.items() if k != "belum"] == ([ANI] if banyak else [])
    assert len([s for s in tanya if s.lower().startswith("select")]) == (1 if banyak else 0)


def test_a_pimpinan_writes_to_those_directly_rated(mesin: Mesin) -> None:
    assert tulis_umpan_balik(PIMPINAN, mesin, ISI, dinilai=DINILAI, pada=PADA)
