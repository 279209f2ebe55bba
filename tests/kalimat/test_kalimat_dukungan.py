"""Training and compliance: which sentence for which numbers, and whom support is offered to."""

from __future__ import annotations

import re

import numpy as np
import pytest

from kinerja.domain.jp import periksa_jp
from kinerja.i18n import BAHASA, daftar_kunci
from kinerja.kalimat.kepatuhan import Bulanan, cari_perlu, sentence_adopsi, sentence_kisi
from kinerja.kalimat.pelatihan import (
    sentence_dampak,
    sentence_jp,
    sentence_peserta,
    sentence_plasebo,
    sentence_tanpa_banding,
)
from kinerja.metode.dampak import dampak_pelatihan
from kinerja.metode.taksiran import susun_taksiran


def bulanan(bulan: int, masuk: int = 40, wajib: int = 40, *, tertutup: bool = False) -> Bulanan:
    return Bulanan(bulan, wajib, masuk, masuk, masuk // 4, wajib // 4, masuk // 4, wajib // 4, tertutup)


def larik(n: int, tambah: float, benih: int = 7) -> np.ndarray:
    return 80 + tambah + np.random.default_rng(benih).normal(0, 2, n)


KENA = np.array([True] * 25 + [False] * 25)


def hasil(efek: float, cara: str = "undian", dulu: float = 0.0, n: int = 50):  # type: ignore[no-untyped-def]
    sebelum, sesudah = larik(n, 0, 1), larik(n, 0, 2)
    sesudah[:25] += efek
    lebih_dulu = larik(n, 0, 3)
    lebih_dulu[:25] -= dulu
    return dampak_pelatihan(sebelum[:n], sesudah[:n], KENA[:n], cara, lebih_dulu[:n])


def test_participants_changes_are_called_changes_and_never_an_effect() -> None:
    naik = sentence_peserta(susun_taksiran(4.0, 1.0, 23, 24), "id")
    ragu = sentence_peserta(susun_taksiran(1.0, 1.0, 23, 24), "id")
    assert naik.kunci == "kalimat.peserta_ubah"
    assert ragu.kunci == "kalimat.peserta_ragu"
    for k in (naik, ragu):
        assert "perubahan peserta, bukan dampak pelatihan" in k.dalam("id")
        assert "n = 24" in k.dalam("id")
    assert "+4,0" in naik.dalam("id")
    assert "+4.0" in sentence_peserta(susun_taksiran(4.0, 1.0, 23, 24), "en").dalam("en")
    assert sentence_peserta(susun_taksiran(9.0, 0.1, 2, 3), "id").kunci == "kalimat.peserta_sedikit"


@pytest.mark.parametrize(
    ("efek", "dulu", "cara", "kunci"),
    [
        (0.0, 0.0, "undian", "kalimat.dampak_tak_dapat_dibedakan"),
        (6.0, 0.0, "undian", "kalimat.dampak_berbeda"),
        (6.0, 0.0, "daftar_tunggu", "kalimat.dampak_berbeda"),
        (6.0, 8.0, "undian", "kalimat.dampak_dicek"),
        (6.0, 0.0, "penunjukan", "kalimat.dampak_dicek"),
    ],
)
def test_an_effect_is_named_only_for_drawn_turns_with_a_clean_placebo(
    efek: float, dulu: float, cara: str, kunci: str
) -> None:
    kalimat = sentence_dampak(hasil(efek, cara, dulu), "id")
    assert kalimat.kunci == kunci
    assert "selang 95%" in kalimat.dalam("id")
    assert "n = 50" in kalimat.dalam("id")


def test_few_people_are_a_reason_against_an_effect() -> None:
    kalimat = sentence_dampak(hasil(9.0, n=40), "id")
    assert "kurang dari 20 orang" in kalimat.dalam("id")
    assert "fewer than 20 people" in sentence_dampak(hasil(9.0, n=40), "en").dalam("en")


def test_the_placebo_says_what_it_found() -> None:
    assert sentence_plasebo(hasil(0.0), "id").kunci == "kalimat.plasebo_bersih"
    assert sentence_plasebo(hasil(0.0, dulu=8.0), "id").kunci == "kalimat.plasebo_menolak"
    tanpa = dampak_pelatihan(larik(50, 0, 1), larik(50, 0, 2), KENA, "undian", None)
    assert sentence_plasebo(tanpa, "id").kunci == "kalimat.plasebo_tidak_ada"


def test_appointed_participants_get_only_the_reason_why_nothing_can_be_told() -> None:
    assert sentence_tanpa_banding("penunjukan").kunci == "kalimat.penunjukan"
    assert sentence_tanpa_banding("").kunci == "kalimat.tanpa_giliran"
    assert "tidak dapat disimpulkan" in sentence_tanpa_banding("penunjukan").dalam("id")


def test_hours_are_told_for_pns_and_hidden_where_few() -> None:
    isi = {"tercapai": 121, "sejalan": 10, "tak_pasti": 47, "tertinggal": 107, "tidak_tercapai": 0}
    kata = sentence_jp(isi, "31 Oktober 2026", False, "id").dalam("id")
    assert "121 dari 285 PNS" in kata
    assert "107 kemungkinan belum" in kata
    assert sentence_jp({**isi, "tertinggal": 0}, "x", False, "id").kunci == "kalimat.jp_sejalan"
    assert sentence_jp({"tercapai": 4, "tidak_tercapai": 3}, "x", False, "id").kunci == "kalimat.jp_selesai"
    assert "0" not in sentence_jp({}, "x", True, "id").dalam("id")
    assert sentence_jp({}, "x", False, "id").kunci == "kalimat.jp_kosong"


def test_nothing_about_pppk_speaks_of_a_shortfall() -> None:
    from datetime import date

    assert periksa_jp("PPPK", 0, date(2026, 12, 31)).kurang == 0
    for bahasa, kata in (("id", r"kurang\b(?! dari 5)|belum"), ("en", r"short of|behind")):
        isi = {k: v for k, v in daftar_kunci(bahasa).items() if k.startswith(("dukungan.pppk", "kolom.pppk"))}
        assert isi
        assert not [k for k, v in isi.items() if re.search(kata, v)]


def test_a_unit_that_stopped_is_offered_support_since_when_and_honest_ones_are_not() -> None:
    isi = {
        "A": {b: bulanan(b) for b in (202605, 202606, 202607, 202608)},
        "B": {b: bulanan(b) for b in (202605, 202606)},
        "C": {b: bulanan(b, 28) for b in (202606, 202607, 202608)},
        "D": {b: bulanan(b, 33) for b in (202606, 202607, 202608)},
        "E": {b: bulanan(b, 0, tertutup=True) for b in (202606, 202607, 202608)},
        "F": {},
    }
    perlu = cari_perlu(isi, 202608)
    assert [(p.unit, p.sejak) for p in perlu] == [("B", 202607), ("C", 0)]
    assert perlu[1].masuk == pytest.approx(70)


def test_a_stop_in_december_begins_in_january() -> None:
    assert cari_perlu({"A": {202512: bulanan(202512)}}, 202602)[0].sejak == 202601


@pytest.mark.parametrize("bahasa", BAHASA)
def test_no_reports_are_no_zero(bahasa: str) -> None:
    isi = {202606: bulanan(202606)}
    assert sentence_adopsi(isi, 202607, "Juli 2026", bahasa).kunci == "kalimat.adopsi_tanpa"  # type: ignore[arg-type]
    assert "0%" not in sentence_adopsi(isi, 202607, "Juli", bahasa).dalam(bahasa)  # type: ignore[arg-type]
    assert sentence_adopsi({}, 202607, "Juli", bahasa).kunci == "kalimat.adopsi_kosong"  # type: ignore[arg-type]
    tutup = {202607: bulanan(202607, 0, tertutup=True)}
    assert sentence_adopsi(tutup, 202607, "Juli", bahasa).kunci == "kalimat.adopsi_tertutup"  # type: ignore[arg-type]
    assert bulanan(202607, 0, tertutup=True).persen("tepat") is None


def test_the_head_of_the_heat_map_names_the_gaps() -> None:
    assert "Kelurahan X" in sentence_kisi(3, 4, ["Kelurahan X"], "Juli 2026").dalam("id")
    assert sentence_kisi(4, 4, [], "Juli 2026").kunci == "kalimat.kisi_lengkap"
    assert sentence_kisi(0, 1, ["Kelurahan X"], "Juli 2026").kunci == "kalimat.kisi_satu_belum"
    assert sentence_kisi(0, 0, [], "Juli 2026").kunci == "kalimat.kisi_kosong"


_MALU = re.compile(
    r"\b(?:malas|lalai|buruk(?!\.)|terburuk|terbaik|peringkat \d|gagal|melanggar|sanksi|lazy|negligent|failed|worst"
    r"|best|penalt\w*|menyebabkan|disebabkan|akibat|berkat|terbukti|signifikan|significant\w*|because|caused)\b"
)


@pytest.mark.parametrize("bahasa", BAHASA)
def test_no_word_of_these_pages_shames_or_names_a_cause(bahasa: str) -> None:
    isi = {k: v for k, v in daftar_kunci(bahasa).items() if k.startswith("dukungan.")}
    assert len(isi) > 60
    boleh = {"dukungan.perlu_baca"}  # says that a missing report is no bad result
    assert [k for k, v in isi.items() if _MALU.search(v.lower()) and k not in boleh] == []
