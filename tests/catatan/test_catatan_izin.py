"""The access matrix of what people write: role × function × own, rated, seen, other person. Deny by default."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from bahan_catatan import (
    ANI,
    ASING,
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
    PENGELOLA,
    PENILAI,
    PENYAJI,
    PIMPINAN,
    TERLIHAT,
    TW3,
    isi,
)

from kinerja.catatan import alasan, jejak, nama, setelan, tanggapan, umpan_balik
from kinerja.catatan.mesin import Mesin
from kinerja.domain.akses import Akses
from kinerja.domain.errors import AksesError
from kinerja.domain.umpan_balik import Nama

BATAS = date(2026, 12, 31)
KOSONG = frozenset[str]()
PERAN: dict[str, Akses] = {
    "pegawai": PEGAWAI,
    "evaluator": PENILAI,
    "pimpinan": PIMPINAN,
    "kepegawaian": KEPEGAWAIAN,
    "pengelola": PENGELOLA,
    "penyaji": PENYAJI,
    "asing": ASING,
    "pegawai tanpa kode": Akses("pegawai"),
    "evaluator tanpa kode": Akses("evaluator"),
    "pimpinan tanpa kode": Akses("pimpinan"),
}
Lakukan = Callable[[Akses, Mesin, str, frozenset[str]], object]
FUNGSI: dict[str, Lakukan] = {
    "tulis": lambda a, m, p, j: umpan_balik.tulis_umpan_balik(a, m, isi(pegawai=p), dinilai=j, pada=PADA),
    "baca": lambda a, m, p, j: umpan_balik.fetch_umpan_balik(a, m, p, terlihat=j),
    "keadaan": lambda a, m, p, j: umpan_balik.keadaan_umpan_balik(a, m, [p], TW3, terlihat=j),
    "alasan": lambda a, m, p, j: alasan.simpan_alasan(
        a, m, p, TW3, "bukti_kosong", "Sedang cuti.", terlihat=j, pada=PADA
    ),
    "baca_alasan": lambda a, m, p, j: alasan.fetch_alasan(a, m, [p], TW3, terlihat=j),
    "siapa_melihat": lambda a, m, p, _: jejak.siapa_melihat(a, m, p),
}
MELIHAT = {"evaluator", "pimpinan", "kepegawaian", "evaluator tanpa kode", "pimpinan tanpa kode"}
ORANG_LAIN: dict[str, set[str]] = {
    "tulis": {"evaluator", "pimpinan"},
    "baca": MELIHAT,
    "keadaan": MELIHAT,
    "alasan": {"evaluator", "evaluator tanpa kode", "kepegawaian"},
    "baca_alasan": MELIHAT,
    "siapa_melihat": set(),
}
"""Function → viewers who may use it on somebody the caller found within reach."""
DIRI = {
    "tulis": False,
    "baca": True,
    "keadaan": True,
    "alasan": False,
    "siapa_melihat": True,
}
"""Function → may an evaluator, pimpinan or pegawai use it on themself."""


def boleh(lakukan: Callable[[], object]) -> bool:
    try:
        lakukan()
    except AksesError as galat:
        assert galat.kunci == "galat.tak_berhak"
        return False
    return True


@pytest.mark.parametrize("fungsi", FUNGSI)
@pytest.mark.parametrize("peran", PERAN)
def test_somebody_within_reach(mesin: Mesin, peran: str, fungsi: str) -> None:
    lakukan = lambda: FUNGSI[fungsi](PERAN[peran], mesin, BUDI, frozenset({BUDI}))  # noqa: E731
    assert boleh(lakukan) == (peran in ORANG_LAIN[fungsi])


@pytest.mark.parametrize("fungsi", FUNGSI)
@pytest.mark.parametrize("peran", PERAN)
def test_somebody_out_of_reach(mesin: Mesin, peran: str, fungsi: str) -> None:
    for jangkauan in (KOSONG, DINILAI):
        assert not boleh(lambda j=jangkauan: FUNGSI[fungsi](PERAN[peran], mesin, LAIN, j))  # type: ignore[misc]


@pytest.mark.parametrize("fungsi", DIRI)
@pytest.mark.parametrize("peran", ["pegawai", "evaluator", "pimpinan"])
def test_the_own_data(mesin: Mesin, peran: str, fungsi: str) -> None:
    akses = PERAN[peran]
    for jangkauan in (KOSONG, frozenset({akses.pegawai})):
        assert boleh(lambda j=jangkauan: FUNGSI[fungsi](akses, mesin, akses.pegawai, j)) == DIRI[fungsi]  # type: ignore[misc]


@pytest.mark.parametrize("fungsi", FUNGSI)
@pytest.mark.parametrize("peran", PERAN)
def test_nobody_is_a_person_without_a_code(mesin: Mesin, peran: str, fungsi: str) -> None:
    assert not boleh(lambda: FUNGSI[fungsi](PERAN[peran], mesin, "", frozenset({""})))


MILIK: dict[str, Callable[[Akses, Mesin, int], object]] = {
    "tandai_dibaca": lambda a, m, n: umpan_balik.tandai_dibaca(a, m, n, pada=PADA),
    "jawab": lambda a, m, n: tanggapan.jawab(a, m, n, "Baik.", pada=PADA),
    "keberatan": lambda a, m, n: tanggapan.ajukan_keberatan(a, m, n, "Bukti ada.", batas=BATAS, pada=PADA),
}


@pytest.mark.parametrize("fungsi", MILIK)
@pytest.mark.parametrize("peran", PERAN)
def test_only_the_person_reads_answers_and_objects(mesin: Mesin, peran: str, fungsi: str) -> None:
    nomor = umpan_balik.tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=PADA)
    assert boleh(lambda: MILIK[fungsi](PERAN[peran], mesin, nomor)) == (peran == "pegawai")
    if peran != "pegawai":
        (satu,) = umpan_balik.fetch_umpan_balik(PEGAWAI, mesin, ANI)
        assert (satu.dibaca, satu.tanggapan) == (None, ())


@pytest.mark.parametrize("fungsi", MILIK)
def test_an_evaluator_answers_what_the_own_evaluator_wrote(mesin: Mesin, fungsi: str) -> None:
    nomor = umpan_balik.tulis_umpan_balik(ATASAN, mesin, isi(pegawai=KEPALA), dinilai={KEPALA}, pada=PADA)
    assert boleh(lambda: MILIK[fungsi](PENILAI, mesin, nomor))


@pytest.mark.parametrize("fungsi", MILIK)
def test_a_number_that_does_not_exist_is_refused_like_one_of_another(mesin: Mesin, fungsi: str) -> None:
    assert not boleh(lambda: MILIK[fungsi](PEGAWAI, mesin, 987654))


@pytest.mark.parametrize("peran", PERAN)
def test_only_those_who_rate_the_person_reply(mesin: Mesin, peran: str) -> None:
    nomor = umpan_balik.tulis_umpan_balik(PENILAI, mesin, ISI, dinilai=DINILAI, pada=PADA)
    akses = PERAN[peran]
    lakukan = lambda: tanggapan.balas(akses, mesin, nomor, "Baik.", dinilai=DINILAI, terlihat=TERLIHAT, pada=PADA)  # noqa: E731
    assert boleh(lakukan) == (peran in {"evaluator", "pimpinan"})
    assert not boleh(
        lambda: tanggapan.balas(akses, mesin, nomor, "Baik.", dinilai=KOSONG, terlihat=TERLIHAT, pada=PADA)
    )


def test_nobody_replies_to_an_objection_of_their_own(mesin: Mesin) -> None:
    nomor = umpan_balik.tulis_umpan_balik(ATASAN, mesin, isi(pegawai=KEPALA), dinilai={KEPALA}, pada=PADA)
    tanggapan.ajukan_keberatan(PENILAI, mesin, nomor, "Bukti ada.", batas=BATAS, pada=PADA)
    ikut = frozenset({KEPALA})
    assert not boleh(lambda: tanggapan.balas(PENILAI, mesin, nomor, "x", dinilai=ikut, terlihat=ikut, pada=PADA))
    assert boleh(lambda: tanggapan.balas(ATASAN, mesin, nomor, "x", dinilai={KEPALA}, terlihat=ikut, pada=PADA))
    assert ATASAN.pegawai == CAMAT


UMUM: dict[str, tuple[Callable[[Akses, Mesin], object], set[str]]] = {
    "simpan_nama": (lambda a, m: nama.simpan_nama(a, m, {ANI: Nama("Ani")}, muatan=1), {"kepegawaian"}),
    "hapus_nama": (lambda a, m: nama.hapus_nama(a, m, muatan=1), {"kepegawaian"}),
    "fetch_nama": (lambda a, m: nama.fetch_nama(a, m, TERLIHAT), MELIHAT | {"pegawai", "pegawai tanpa kode"}),
    "simpan_setelan": (lambda a, m: setelan.simpan_setelan(a, m, "pola.tingkat", "unit", pada=PADA), {"kepegawaian"}),
    "fetch_setelan": (setelan.fetch_setelan, set(PERAN) - {"asing"}),
    "catat_akses": (lambda a, m: jejak.catat_akses(a, m, "lihat", pegawai=ANI, pada=PADA), set(PERAN) - {"asing"}),
}


@pytest.mark.parametrize("fungsi", UMUM)
@pytest.mark.parametrize("peran", PERAN)
def test_functions_on_no_single_person(mesin: Mesin, peran: str, fungsi: str) -> None:
    lakukan, siapa = UMUM[fungsi]
    assert boleh(lambda: lakukan(PERAN[peran], mesin)) == (peran in siapa)


def test_a_list_with_one_person_out_of_reach_is_refused_as_a_whole(mesin: Mesin) -> None:
    for akses in (PENILAI, PIMPINAN, KEPEGAWAIAN):
        assert not boleh(
            lambda a=akses: umpan_balik.keadaan_umpan_balik(a, mesin, [ANI, LAIN], TW3, terlihat=TERLIHAT)  # type: ignore[misc]
        )
        assert not boleh(lambda a=akses: alasan.fetch_alasan(a, mesin, [ANI, LAIN], TW3, terlihat=TERLIHAT))  # type: ignore[misc]
