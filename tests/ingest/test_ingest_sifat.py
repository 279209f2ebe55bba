"""Properties: any text in any cell never raises, and what is accepted is exactly what was written."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path

from bahan_ingest import INDIKATOR_UJI, RUJUKAN, TAMBAH, UNITS, baca
from hypothesis import given, settings
from hypothesis import strategies as st
from test_ingest_profil_sintetis import hipertensi

from kinerja.ingest import BarisTemplat, Opsi, tulis_templat
from kinerja.ingest.kenali import kenali
from kinerja.ingest.kepala import pecah_tabel
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.tipe import Lembar, Sel, SelGalat

NAMA = ("periode", "unit", "indikator", "pembilang", "penyebut", "target", "jk", "catatan")
BAIK = ("2026", "PKM-PG", "spm_hipertensi", "10", "20", "85", "", "")
teks = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00"), max_size=30)
angka_aneh = st.from_regex(r"[-+]?[0-9.,_eE%]{0,12}", fullmatch=True)
sel = st.one_of(teks, angka_aneh, st.sampled_from(["-", "NULL", "1.234", "1,234", "9.375", "=1+1", '"', ";", "\r\n"]))


def _tulis(baris: list[list[str]]) -> bytes:
    wadah = io.StringIO()
    csv.writer(wadah, delimiter=";", lineterminator="\n").writerows([NAMA, *baris])
    return wadah.getvalue().encode()


def _baca(isi: bytes, nama: str = "a.csv"):  # type: ignore[no-untyped-def]
    with tempfile.TemporaryDirectory() as folder:
        return baca(Path(folder) / nama, isi)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(NAMA) - 1), sel), min_size=1, max_size=4))
def test_any_text_in_any_cell_never_raises_and_is_read_back_equal(ubah: list[tuple[int, str]]) -> None:
    baris = list(BAIK)
    for kolom, isi in ubah:
        baris[kolom] = isi
    hasil = _baca(_tulis([baris]))
    for fakta in hasil.fakta:
        polos = [re.sub(r"[.,](?=[0-9]{3}(?:[.,]|$))", "", b.strip().lstrip("+")) for b in baris[3:5]]
        assert Decimal(polos[0].replace(",", ".")) == fakta.pembilang
        assert fakta.penyebut is not None and Decimal(polos[1].replace(",", ".")) == fakta.penyebut
        assert fakta.pembilang >= 0 and fakta.penyebut >= 0 and fakta.jk in ("", "L", "P")
    for target in hasil.target:
        assert target.nilai_e4 >= 0


ANEH: list[Sel] = [None, "", "-", "NULL", "JUMLAH", "SUB JUMLAH", "Puskesmas", "NO", 1, 2, 0, -1, 3.5, 1e300, "1.234"]
ANEH += ["1,234", "43,36", SelGalat("#REF!"), SelGalat(""), True, date(2026, 1, 1), "Tabel 5", "%", "L", "P", "L+P"]
ANEH += ["Sumber: x", "RS X", "(Nihil)", "x" * 500, "NIP 1", "K4", "RAWAT JALAN", "TAHUN 2023"]
perubahan = st.tuples(st.sampled_from("GHSB"), st.integers(0, 25), st.integers(0, 12), st.sampled_from(ANEH))


@settings(max_examples=200, deadline=None)
@given(st.lists(perubahan, max_size=30), st.booleans(), st.sampled_from([Opsi(), TAMBAH]))
def test_a_printed_table_with_anything_in_it_never_raises(
    ubah: list[tuple[str, int, int, Sel]], gabung: bool, opsi: Opsi
) -> None:
    """G: put into a cell, H: delete a row, S: double a row, B: insert one."""
    baris: list[list[Sel]] = [list(b) for b in hipertensi()]
    for cara, b, k, isi in ubah:
        if cara == "G" and k < len(baris[b % len(baris)]):
            baris[b % len(baris)][k] = isi
        elif cara == "H" and len(baris) > 4:
            del baris[b % len(baris)]
        elif cara == "S":
            baris.insert(b, list(baris[b % len(baris)]))
        elif cara == "B":
            baris.insert(b, [isi] * (k + 1))
    konteks = Konteks(RUJUKAN, opsi)
    for bagian in pecah_tabel(Lembar("x", baris, ((5, 3, 6, 5), (5, 6, 5, 11)) if gabung else ())):
        if dikenal := kenali(konteks, bagian):
            dikenal.proses(konteks)
    for fakta in konteks.hasil.fakta:
        assert fakta.pembilang >= 0 and (fakta.penyebut is None or fakta.penyebut >= 0)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all_never_raise(isi: bytes) -> None:
    assert not _baca(isi).fakta


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2026-01", "2026-TW2", "2025-S1", "2024", "2023-01-kum"]),
            st.sampled_from([u.kode for u in UNITS]),
            st.integers(0, 10**9),
            st.decimals(0, 10**6, places=4),
            st.text(
                st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters="\ufffe\uffff"),
                max_size=9,
            ),
        ),
        min_size=1,
        max_size=6,
        unique_by=lambda b: b[:2],
    )
)
def test_whatever_is_exported_comes_back_the_same(isi: list[tuple[str, str, int, Decimal, str]]) -> None:
    baris = [BarisTemplat(p, u, "kunjungan_baru", n, None, t, c, sk="SK") for p, u, n, t, c in isi]
    hasil = _baca(tulis_templat(INDIKATOR_UJI, UNITS, "id", baris), "a.xlsx")
    assert [(f.unit, f.pembilang, f.catatan) for f in hasil.fakta] == [(u, n, c) for _, u, n, _, c in isi]
    assert [(t.unit, t.nilai_e4) for t in hasil.target] == [(u, int(t * 10_000)) for _, u, _, t, _ in isi]
