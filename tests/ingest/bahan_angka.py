"""Mappings and small files for the tests of tables of figures, plans and labelled reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bahan_ingest import baca

from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.ingest import Opsi
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.toml import baca_peta, tulis_peta
from kinerja.ingest.tolak import BerkasDitolakError

LB, PG = "PKM-LB", "PKM-PG"
TEPAT = "pelayanan_tepat_waktu"
RAJAL = "kunjungan_rawat_jalan"


def kolom(*isi: str) -> tuple[KolomPeta, ...]:
    """Columns A, B, C … by 'isi' or 'isi:kode' or 'isi:kode:jk'; '' is a column left out."""
    hasil = []
    for nomor, satu in enumerate(isi):
        nama, kode, jk = (*satu.split(":"), "", "")[:3]
        if nama:
            hasil.append(KolomPeta(nomor, nama, kode=kode, jk=jk))  # type: ignore[arg-type]
    return tuple(hasil)


def peta_angka(*isi: str, **lain: Any) -> Peta:
    """A table of figures with its header in the first row."""
    return Peta("angka", **{"awal": 1, "kepala": (0,), **lain}, kolom=kolom(*isi))


def baca_peta_csv(folder: Path, peta: Peta, *baris: str, nama: str = "a.csv", **opsi: Any) -> HasilBaca:
    """A text file of these lines read by this mapping."""
    return baca(folder / nama, "\n".join(baris) + "\n", Opsi(peta=tulis_peta(peta), **opsi))


def masalah(hasil: HasilBaca, alasan: str) -> list[Masalah]:
    return [m for m in hasil.masalah if m.alasan == f"masalah.{alasan}"]


def ringkas_fakta(hasil: HasilBaca) -> list[tuple[object, ...]]:
    return [(f.indikator, f.unit, f.dari, f.sampai, f.jk, f.pembilang, f.penyebut) for f in hasil.fakta]


def alasan_peta(tulisan: str) -> tuple[str, str]:
    """Why a text is no mapping, and the key it names; ('', '') for one that is."""
    try:
        baca_peta(tulisan)
    except BerkasDitolakError as galat:
        return galat.kunci, str(galat.args_kunci.get("nama", ""))
    return "", ""
