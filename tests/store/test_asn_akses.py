"""The written access matrix (``tests/spesifikasi/akses.md``) is executed against the sample, function by function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pandas import DataFrame

from kinerja.domain.akses import FUNGSI, Akses, boleh
from kinerja.domain.errors import AksesError
from kinerja.domain.periode import parse_periode
from kinerja.domain.unit import turunan
from kinerja.indikator.hitung import fetch_pohon
from kinerja.store import asn
from kinerja.store.asn_dasar import Kursor
from kinerja.store.koneksi import buka_aktif
from tests.pelihat import MATRIKS
from tests.pelihat import PELIHAT as LAIN

TW3 = parse_periode("2026-TW3")
PELIHAT = LAIN | {"tamu": Akses("tamu", "KEC", "ASN-0001")}  # type: ignore[arg-type]
ORANG = {
    "staf Kelurahan Batung Taba": "ASN-0222",
    "lurah Batung Taba": "ASN-0220",
    "camat": "ASN-0001",
    "rekan di Poli Umum Pegambiran": "ASN-0368",
    "kepala Puskesmas Pegambiran": "ASN-0350",
    "kode yang tidak ada": "ASN-9999",
}


def tabel(judul: str) -> Iterator[tuple[str, str, bool]]:
    """(row, viewer, allowed) of every cell below a heading."""
    bagian = MATRIKS.read_text(encoding="utf-8").split(f"\n## {judul}")[1].split("\n## ")[0]
    baris = [[s.strip() for s in b.strip("|").split("|")] for b in bagian.splitlines() if b.startswith("|")]
    for nama, *sel in baris[2:]:
        for siapa, tanda in zip(baris[0][1:], sel, strict=True):
            assert tanda in ("ya", "–")
            yield nama, siapa, tanda == "ya"


@pytest.fixture
def kursor(sampel: Path) -> Callable[[], Kursor]:
    return buka_aktif(sampel).kursor


def _kode(siapa: str, nama: str, kursor: Kursor) -> str:
    if nama == "diri sendiri":
        return PELIHAT[siapa].pegawai or "ASN-0220" if siapa != "kepegawaian" else ""
    if nama == "staf Kelurahan Banuaran":
        (kode,) = kursor.execute("select max(pegawai) from pegawai where unit = '13.71.06.1009'").fetchall()
        return str(kode[0])
    return ORANG[nama]


def bacaan(akses: Akses, kursor: Callable[[], Kursor], kode: str) -> dict[str, bool]:
    """Every way to rows of one person → did it give any?"""
    semua = list(fetch_pohon(kursor()).units)

    def ada(df: DataFrame) -> bool:
        return bool((df["pegawai"] == kode).any())

    (judul,) = kursor().execute("select min(judul) from gelombang").fetchall()
    return {
        "terlihat": kode in asn.fetch_terlihat(akses, kursor()),
        "boleh_lihat": asn.boleh_lihat(akses, kursor(), kode),
        "nilai": ada(asn.fetch_nilai(akses, kursor(), semua, TW3)),
        "nilai setahun": ada(asn.fetch_nilai(akses, kursor(), semua, parse_periode("2026"))),
        "garis": ada(asn.fetch_garis(akses, kursor(), [kode], 202609)),
        "butir": len(asn.fetch_butir(akses, kursor(), kode, 202601, 202610)) > 0,
        "perilaku": len(asn.fetch_perilaku(akses, kursor(), kode, TW3)) > 0,
        "laporan": ada(asn.fetch_laporan(akses, kursor(), [kode], 202601, 202610)),
        "pelatihan": ada(asn.fetch_pelatihan_orang(akses, kursor(), semua, 2026)),
        "gelombang": ada(asn.fetch_gelombang(akses, kursor(), str(judul[0]))),
    }


BERSYARAT = frozenset({"perilaku", "gelombang"})
"""Not everybody has rows there: forbidden rows must be absent, allowed ones need not be present."""


@pytest.mark.parametrize(("fungsi", "siapa", "ya"), list(tabel("Functions")))
def test_functions(fungsi: str, siapa: str, ya: bool) -> None:
    assert boleh(PELIHAT[siapa], fungsi) is ya


def test_every_function_of_the_program_stands_in_the_matrix() -> None:
    assert {f for f, _, _ in tabel("Functions")} - {"menghapus_semua"} == FUNGSI.keys()


@pytest.mark.parametrize(("nama", "siapa", "ya"), list(tabel("Individual rows")))
def test_individual_rows(kursor: Callable[[], Kursor], nama: str, siapa: str, ya: bool) -> None:
    hasil = bacaan(PELIHAT[siapa], kursor, _kode(siapa, nama, kursor()))
    salah = {f: b for f, b in hasil.items() if b is not ya and not (ya and f in BERSYARAT)}
    assert salah == {}


@pytest.mark.parametrize(("nama", "siapa", "ya"), list(tabel("Written to")))
def test_written_to(kursor: Callable[[], Kursor], nama: str, siapa: str, ya: bool) -> None:
    kode = _kode(siapa, nama, kursor())
    assert (kode in asn.fetch_dinilai(PELIHAT[siapa], kursor())) is ya


@pytest.mark.parametrize(("nama", "siapa", "ya"), list(tabel("Groups")))
def test_groups(kursor: Callable[[], Kursor], nama: str, siapa: str, ya: bool) -> None:
    pohon, akses = fetch_pohon(kursor()), PELIHAT[siapa]
    taba, jua = "13.71.06.1011", "13.71.06.1015"
    semua = turunan("WIL", pohon.anak)
    isi = {
        "semua unit": semua,
        "Kelurahan Batung Taba": [taba],
        "Kelurahan Kampung Jua": [jua],
        "camat saja": ["KEC"],
        "Batung Taba dan Kampung Jua": [taba, jua],
        "semua unit kecuali Kampung Jua": [u for u in semua if u != jua],
    }[nama]
    kel = {"x": isi}
    sebaran = asn.fetch_sebaran(akses, kursor(), kel, TW3)
    kepatuhan = asn.fetch_kepatuhan(akses, kursor(), kel, 202605, 202605)
    jp = asn.fetch_jp_sebaran(akses, kursor(), kel, 2026, 202610).query("status == 'PNS'")
    assert [bool((~df["disembunyikan"]).any()) for df in (sebaran, kepatuhan, jp)] == [ya] * 3
    if not ya:
        assert sebaran["n"].sum() == 0
        assert kepatuhan["tepat"].isna().all()
        assert jp.loc[jp["disembunyikan"], "jp"].isna().all()


@pytest.mark.parametrize("siapa", [s for s in PELIHAT if s != "kepegawaian"])
def test_the_comparison_of_raters_is_refused_to_all_but_moderators(kursor: Callable[[], Kursor], siapa: str) -> None:
    with pytest.raises(AksesError, match="tak_berhak"):
        asn.fetch_kalibrasi(PELIHAT[siapa], kursor(), TW3)


def test_moderators_compare_raters(kursor: Callable[[], Kursor]) -> None:
    df = asn.fetch_kalibrasi(PELIHAT["kepegawaian"], kursor(), TW3)
    nilai = asn.fetch_nilai(PELIHAT["kepegawaian"], kursor(), list(fetch_pohon(kursor()).units), TW3)
    assert df["n"].sum() == (nilai["hasil_kerja"] != "").sum() > 300


def test_the_camat_sees_no_puskesmas_staff_and_the_head_of_a_puskesmas_nobody_of_the_kecamatan(
    kursor: Callable[[], Kursor],
) -> None:
    semua = list(fetch_pohon(kursor()).units)
    for akses, awalan in (
        (PELIHAT["pimpinan"], ("KEC", "13.71")),
        (Akses("pimpinan", "1011120", "ASN-0350"), ("1011120",)),
    ):
        df = asn.fetch_nilai(akses, kursor(), semua, TW3)
        assert len(df) > 50
        assert df["unit"].str.startswith(awalan).all()


def test_a_head_of_the_whole_area_reaches_no_line_by_it(kursor: Callable[[], Kursor]) -> None:
    assert asn.fetch_terlihat(Akses("pimpinan", "WIL"), kursor()) == frozenset()
