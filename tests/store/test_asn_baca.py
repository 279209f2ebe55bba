"""Reading about employees: what is hidden cannot be found by subtraction; chains end; who moved is seen by whom."""

from __future__ import annotations

import random
from collections.abc import Iterable

import duckdb
import pytest

from kinerja.domain.akses import Akses
from kinerja.domain.periode import parse_periode
from kinerja.domain.sensor import shown_groups
from kinerja.domain.unit import turunan
from kinerja.store import asn, mart, migrasi
from kinerja.store.asn_dasar import Kursor

TW3, KEPEGAWAIAN, PENYAJI = parse_periode("2026-TW3"), Akses("kepegawaian"), Akses("penyaji")
MINIMUM = 5


def acak_pohon(benih: int) -> tuple[dict[str, int], dict[str, list[str]]]:
    """A random tree of up to four levels in which any unit has people of its own."""
    acak = random.Random(benih)  # noqa: S311
    sendiri: dict[str, int] = {}
    anak: dict[str, list[str]] = {}

    def tanam(kode: str, dalam: int) -> None:
        sendiri[kode] = acak.choice([0, 0, 1, 1, 2, 3, 4, 5, 6, 8, 20])
        if dalam and acak.random() < 0.8:
            anak[kode] = [f"{kode}.{i}" for i in range(acak.randint(1, 5))]
            for a in anak[kode]:
                tanam(a, dalam - 1)

    tanam("W", 3)
    return sendiri, anak


def isi(units: Iterable[str], sendiri: dict[str, int]) -> frozenset[str]:
    return frozenset(u for u in units if sendiri[u])


@pytest.mark.parametrize("benih", range(400))
def test_shown_figures_less_each_other_leave_nobody_or_enough_people(benih: int) -> None:
    sendiri, anak = acak_pohon(benih)
    tampil = shown_groups(sendiri, anak, MINIMUM)
    for besar in tampil:
        dalam = [k for k in tampil if k < besar]
        terbesar = [k for k in dalam if not any(k < m for m in dalam)]
        sisa = besar - frozenset[str]().union(*terbesar)
        n = sum(sendiri[u] for u in sisa)
        assert n == 0 or n >= MINIMUM, f"{sorted(besar)} less what is shown inside it leaves {n}"
        assert sum(sendiri[u] for u in besar) >= MINIMUM


@pytest.mark.parametrize("benih", range(400))
def test_no_table_of_units_has_exactly_one_hidden_cell(benih: int) -> None:
    sendiri, anak = acak_pohon(benih)
    tampil = shown_groups(sendiri, anak, MINIMUM)
    for induk, daftar in anak.items():
        if isi(turunan(induk, anak), sendiri) not in tampil:
            continue
        sel = [isi(turunan(a, anak), sendiri) for a in daftar] + [isi([induk], sendiri)]
        tertutup = [s for s in sel if s and s not in tampil]
        assert len(tertutup) != 1, f"{induk} less the shown parts gives the hidden one"


def test_shown_groups_do_not_depend_on_the_order_of_the_units() -> None:
    sendiri, anak = acak_pohon(7)
    terbalik = {k: list(reversed(v)) for k, v in anak.items()}
    assert shown_groups(sendiri, anak, MINIMUM) == shown_groups(dict(reversed(sendiri.items())), terbalik, MINIMUM)


UNIT = """insert into unit (kode, nama, jenis, induk, jalur, urutan, berlaku_dari, berlaku_sampai, muatan) values
('WIL', 'W', 'wilayah', null, 'wilayah', 1, 190001, 999912, 0),
('KEC', 'K', 'kecamatan', 'WIL', 'kecamatan', 2, 190001, 999912, 0),
('A', 'A', 'kelurahan', 'KEC', 'kecamatan', 3, 190001, 999912, 0),
('B', 'B', 'kelurahan', 'KEC', 'kecamatan', 4, 190001, 999912, 0)"""


def toko(pegawai: Iterable[tuple[str, str, str, int, int]], nilai: Iterable[tuple[str, str, str, int]] = ()) -> Kursor:
    """A store in memory: (person, unit, rater, from, to) and ratings (person, unit, rater, last month of a quarter)."""
    k = duckdb.connect()
    migrasi.migrasikan(k)
    k.execute(UNIT)
    mart.rebuild_silsilah(k)
    for p in pegawai:
        k.execute("insert into pegawai values (1, ?, ?, 'Staf', 'PNS', ?, ?, ?, 0)", list(p))
    for orang, unit, penilai, sampai in nilai:
        k.execute(
            """insert into skp_penilaian
            (muatan, pegawai, unit, penilai, dari, sampai, hasil_kerja, perilaku, digantikan)
            values (1, ?, ?, ?, ?, ?, 'sesuai', 'sesuai', 0)""",
            [orang, unit, penilai, sampai - 2, sampai],
        )
        k.execute(
            "insert into mart values ('penilaian_tercatat', ?, ?, ?, '', '', 1, null, null)", [unit, sampai - 2, sampai]
        )
    return k


SELAMANYA = (202301, 999912)


@pytest.mark.parametrize(
    ("penilai", "terlihat"),
    [
        ({"a": "a"}, {"a"}),
        ({"a": "b", "b": "a"}, {"a", "b"}),
        ({"a": "b", "b": "c", "c": "a", "d": "c"}, {"a", "b", "c", "d"}),
        ({"a": "z", "b": "a", "c": "b", "d": "z"}, {"a", "b", "c"}),
    ],
)
def test_a_chain_that_returns_to_itself_ends(penilai: dict[str, str], terlihat: set[str]) -> None:
    k = toko([(p, "A", oleh, *SELAMANYA) for p, oleh in penilai.items()])
    assert asn.fetch_terlihat(Akses("evaluator", "A", "a"), k, 202609) == terlihat
    assert "a" not in asn.fetch_dinilai(Akses("evaluator", "A", "a"), k, 202609)


def test_an_evaluator_without_a_code_reaches_nobody_even_where_the_rater_is_blank() -> None:
    k = toko([("a", "A", "", *SELAMANYA)])
    assert asn.fetch_terlihat(Akses("evaluator", "A"), k, 202609) == frozenset()
    assert not asn.boleh_lihat(KEPEGAWAIAN, k, "", 202609)


def test_who_moved_is_seen_by_each_head_in_the_months_of_their_own() -> None:
    k = toko(
        [
            ("la", "A", "z", *SELAMANYA),
            ("lb", "B", "z", *SELAMANYA),
            ("p", "A", "la", 202301, 202606),
            ("p", "B", "lb", 202607, 999912),
        ],
        [("p", "A", "la", 202606), ("p", "B", "lb", 202609)],
    )
    for unit, kode, lihat, tidak in (("A", "la", 202606, 202609), ("B", "lb", 202609, 202606)):
        for akses in (Akses("evaluator", unit, kode), Akses("pimpinan", unit, kode)):
            for bulan, ya in ((lihat, True), (tidak, False)):
                p = parse_periode(f"2026-TW{bulan % 100 // 3}")
                assert asn.boleh_lihat(akses, k, "p", bulan) is ya
                assert ("p" in set(asn.fetch_nilai(akses, k, ["A", "B"], p)["pegawai"])) is ya
    semua = asn.fetch_nilai(KEPEGAWAIAN, k, ["A", "B"], parse_periode("2026"))
    assert semua[semua["pegawai"] == "p"][["unit", "dari", "sampai"]].to_numpy().tolist() == [["B", 202607, 202609]]


def test_nobody_stands_twice_whatever_the_service_says() -> None:
    k = toko(
        [
            ("p", "A", "z", 202301, 202608),
            ("p", "B", "z", 202609, 999912),
            ("q", "A", "z", *SELAMANYA),
            ("q", "B", "z", *SELAMANYA),
        ],
        [("p", "A", "z", 202609)],
    )
    df = asn.fetch_nilai(KEPEGAWAIAN, k, ["A", "B"], TW3)
    assert sorted(df["pegawai"]) == ["p", "q"]
    assert df.set_index("pegawai").loc["p", "unit"] == "A"
    sebaran = asn.fetch_sebaran(KEPEGAWAIAN, k, {"x": ["A", "B"]}, TW3)
    assert sebaran[["n", "pegawai"]].to_numpy().tolist() == [[1, 2]]


def test_a_longer_period_never_differs_from_a_shorter_one_by_single_people() -> None:
    orang = [f"p{i}" for i in range(8)]
    k = toko(
        [(p, "A", "z", *SELAMANYA) for p in orang], [(p, "A", "z", 202606) for p in orang] + [("p0", "A", "z", 202609)]
    )
    k.execute("update skp_penilaian set hasil_kerja = 'di_bawah' where pegawai < 'p4'")
    pendek = asn.fetch_sebaran(PENYAJI, k, {"A": ["A"]}, parse_periode("2026-TW2"))
    panjang = asn.fetch_sebaran(PENYAJI, k, {"A": ["A"]}, parse_periode("2026"))
    assert pendek["n"].tolist() == [4, 4]
    assert (panjang["n"].tolist(), panjang["disembunyikan"].tolist()) == ([0], [True])


def _terlihat(k: Kursor, akses: Akses) -> dict[str, list[int]]:
    kelompok = {"A": ["A"], "B": ["B"], "semua": ["WIL", "KEC", "A", "B"]}
    df = asn.fetch_sebaran(akses, k, kelompok, parse_periode("2026-TW2"))
    return {str(nama): bagian["n"].tolist() for nama, bagian in df.groupby("kelompok", sort=False)}


def test_a_group_in_which_all_are_alike_is_hidden_and_does_not_follow_from_the_others() -> None:
    """Ten of ten "Baik" tells the predikat of each of them; so would the whole less the other unit."""
    orang = [f"{u}{i}" for u in "AB" for i in range(10)]
    k = toko([(p, p[0], "z", *SELAMANYA) for p in orang], [(p, p[0], "z", 202606) for p in orang])
    k.execute("update skp_penilaian set hasil_kerja = 'di_bawah' where pegawai in ('B0', 'B1')")
    assert _terlihat(k, PENYAJI) == {"A": [0], "B": [0], "semua": [2, 18]}
    assert _terlihat(k, Akses("kepegawaian")) == {"A": [10], "B": [2, 8], "semua": [2, 18]}
    k.execute("update skp_penilaian set hasil_kerja = 'di_bawah' where pegawai in ('A0', 'A1')")
    assert _terlihat(k, PENYAJI) == {"A": [2, 8], "B": [2, 8], "semua": [4, 16]}


def test_all_alike_everywhere_is_hidden_at_every_level() -> None:
    orang = [f"{u}{i}" for u in "AB" for i in range(10)]
    k = toko([(p, p[0], "z", *SELAMANYA) for p in orang], [(p, p[0], "z", 202606) for p in orang])
    assert _terlihat(k, PENYAJI) == {"A": [0], "B": [0], "semua": [0]}


def test_the_viewer_takes_oneself_away_before_asking_whether_the_others_are_alike() -> None:
    orang = [f"A{i}" for i in range(10)]
    k = toko([(p, "A", "z", *SELAMANYA) for p in orang], [(p, "A", "z", 202606) for p in orang])
    k.execute("update skp_penilaian set hasil_kerja = 'di_bawah' where pegawai = 'A0'")
    assert _terlihat(k, Akses("pegawai", "A", "A0"))["A"] == [0]
    assert _terlihat(k, Akses("pegawai", "A", "A1"))["A"] == [1, 9]
