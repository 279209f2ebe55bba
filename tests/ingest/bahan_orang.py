"""Sheets about people made by hand, the checks that nobody can be told from what is kept, and cells of every kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from bahan_ingest import RUJUKAN
from hypothesis import strategies as st

from kinerja.domain.akses import Akses
from kinerja.domain.fakta import HasilBaca
from kinerja.domain.periode import parse_periode
from kinerja.indikator import hitung, terbit
from kinerja.ingest import Opsi
from kinerja.ingest.bentuk import PROSES
from kinerja.ingest.kenali import kenali
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import temukan_kepala
from kinerja.ingest.peta.model import Peta
from kinerja.ingest.tipe import Lembar, Sel, SelGalat
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import jalur_aktif

GARAM = b"garam uji, bukan rahasia"
ORANG = replace(RUJUKAN, garam=GARAM)
NIP = ("198001012005011001", "19850312 201001 2 002", "199012252015031003", "197505052000121004", "199907072022042005")
NAMA = ("Zulkarnaini Sikumbang", "dr. Upik Rahmadani, M.Kes", "H. Buyuang Tanjuang", "Rosmaniar Koto", "Ajo Manih")

ANEH: list[Sel] = [
    None,
    "",
    "-",
    "NULL",
    "JUMLAH",
    "NO",
    1,
    2,
    0,
    -1,
    3.5,
    1e300,
    1.98e17,
    10**17,
    "1.234",
    "05/10/2026",
]
ANEH += [SelGalat("#REF!"), SelGalat(""), True, date(2026, 1, 1), date(1900, 1, 1), "31/31/2026", "Feb", "2026-10"]
ANEH += [
    "NIP. 198001012005011001",
    "x" * 300,
    "٣",
    "Selesai",
    "Sangat sesuai",
    "di atas",
    "U8",
    "99/99/9999",
    "Σ",
    "4.",
]
ANEH += [
    "1e309",
    "0000",
    "2026-13",
    "TW 5",
    "(",
    "[",
    "\\",
    "*",
    "Kepala",
    "NRR",
    "IKM 88,31",
    "a" * 79 + "1",
    "1 - 2 - 3",
]
ubahan = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 14), st.one_of(st.sampled_from(ANEH), st.text(max_size=25)))
)


def coba_semua(
    usul: Callable[..., Peta | None], bentuk: str, baris: Sequence[Sequence[Sel]], ubah: list[tuple[int, int, Sel]]
) -> Konteks:
    """Run the layout over a changed sheet twice: as recognised now, and by the mapping of the sheet before."""
    asli = [list(b) for b in baris]
    peta = usul(temukan_kepala(Lembar("Okt", asli)), Konteks(ORANG, Opsi()))
    assert peta is not None
    rusak = [list(b) for b in baris]
    for nomor, kolom, isi in ubah:
        tujuan = rusak[nomor % len(rusak)]
        tujuan.extend([None] * (kolom + 1 - len(tujuan)))
        tujuan[kolom] = isi
    lembar = Lembar("Okt", rusak)
    if dikenal := kenali(Konteks(ORANG, Opsi()), lembar):
        dikenal.proses(Konteks(ORANG, Opsi()))
    konteks = Konteks(ORANG, Opsi())
    PROSES[bentuk](konteks, lembar, peta)  # type: ignore[index]
    return konteks


def periksa_tanpa_orang(hasil: HasilBaca, folder: Path, rahasia: Sequence[str]) -> None:
    """Nothing of ``rahasia`` (names, numbers; every number also without blanks) in the result or in a store of it."""
    dicari = {r for satu in rahasia for r in (satu, satu.replace(" ", ""))}
    teks = repr(hasil)
    assert not [r for r in dicari if r.lower() in teks.lower()]
    assert hasil.diterima, hasil.masalah
    terbit.simpan(folder, hasil, "uji")
    isi = b"".join(b.read_bytes() for b in folder.rglob("*") if b.is_file()).lower()
    assert not [r for r in dicari if r.lower().encode() in isi]
    tersimpan = _semua_teks(jalur_aktif(folder)).lower()
    assert not [r for r in dicari if r.lower() in tersimpan]


def _semua_teks(jalur: Path) -> str:
    """Every row of every table of the store as one text: the file itself may be compressed."""
    with duckdb.connect(str(jalur), read_only=True) as koneksi:
        tabel = [b[0] for b in koneksi.execute("select table_name from duckdb_tables()").fetchall()]
        return "\n".join(repr(koneksi.execute(f'select * from "{t}"').fetchall()) for t in tabel)


def angka_tersimpan(folder: Path, hasil: HasilBaca, kode: str, unit: str, periode: str) -> float:
    """The figure the engine shows of one indicator after this result was stored."""
    terbit.simpan(folder, hasil, "uji")
    kursor = buka_aktif(folder).kursor()
    df = hitung.fetch_capaian(
        Akses("kepegawaian"), kursor, hitung.fetch_pohon(kursor), [kode], [unit], [parse_periode(periode)]
    )
    return float(df["realisasi"].iloc[0])


def csv(*baris: Sequence[Any]) -> str:
    return "\n".join(";".join("" if s is None else str(s) for s in b) for b in baris) + "\n"
