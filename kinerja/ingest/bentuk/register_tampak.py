"""What is shown of a register: the columns left out, and its first rows with everything about birth covered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kinerja.domain.fakta import Pratinjau
from kinerja.ingest.bentuk.orang import TUTUP
from kinerja.ingest.bentuk.register_baca import Pencacah
from kinerja.ingest.bentuk.register_jaga import jalur_kolom
from kinerja.ingest.bentuk.register_kata import KODE
from kinerja.ingest.bentuk.register_kunci import BURUK, angka_bagian, hari_kunci
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import BARIS_PRATINJAU, Sel, berisi, huruf_kolom, ringkas, sebut_kolom

_UMUR = re.compile(r"\b(?:UMUR|USIA|AGE)\b")


def kolom_orang(pembaca: PembacaPeta) -> bool:
    """Is a column about persons mapped as something to be counted? Each is a problem: its words would be shown."""
    judul = jalur_kolom(pembaca)
    salah = [k for k in pembaca.peta.kolom if k.isi not in ("abaikan", "lahir", "saring") and _pribadi(k, judul)]
    for kolom in salah:
        pembaca.catat("masalah.register_kolom_pribadi", None, kolom, isi=kolom.isi)
    return bool(salah)


def _pribadi(kolom: KolomPeta, judul: dict[int, tuple[str, ...]]) -> bool:
    jalur = judul.get(kolom.kolom, ())
    berumur = kolom.isi == "umur" and any(_UMUR.search(bagian) for bagian in jalur)
    return bool(jalur) and kolom_pribadi(jalur[-1]) and not berumur


def catat_kolom(pembaca: PembacaPeta) -> None:
    """List the columns that give nothing, and the day of birth, which only gives an age."""
    dipakai = {k.kolom: k.isi for k in pembaca.peta.kolom if k.isi != "abaikan"}
    for kolom, jalur in sorted(jalur_kolom(pembaca).items()):
        isi = dipakai.get(kolom, "")
        if isi and isi != "lahir":
            continue
        alasan = "dibuang.kolom_lahir" if isi else "dibuang.kolom_lain"
        if not isi and kolom_pribadi(jalur[-1]):
            alasan = "dibuang.kolom_pribadi"
        pembaca.konteks.hasil.buang("kolom", pembaca.lembar.nama, huruf_kolom(kolom), " > ".join(jalur), alasan)


def pratinjau(pencacah: Pencacah, poli: Sequence[str], unit: Sequence[str]) -> None:
    """Raw beside parsed for the first rows that are plainly visits."""
    pembaca = pencacah.pembaca
    kolom = [k for k in pembaca.peta.kolom if k.isi not in ("abaikan", "saring")]
    mentah: list[tuple[str, ...]] = []
    terbaca: list[tuple[str, ...]] = []
    for isi in pembaca.lembar.baris[pembaca.peta.awal :]:
        if len(mentah) == BARIS_PRATINJAU:
            break
        if (kunci := pencacah.kunci(isi)) < BURUK:
            mentah.append(tuple(_mentah(isi, k) for k in kolom))
            terbaca.append(tuple(_terbaca(kunci, k, poli, unit) for k in kolom))
    judul = tuple(sebut_kolom(k.kolom, k.judul) for k in kolom)
    pembaca.konteks.hasil.pratinjau.append(Pratinjau(pembaca.lembar.nama, judul, tuple(mentah), tuple(terbaca)))


def _mentah(isi: Sequence[Sel], kolom: KolomPeta) -> str:
    sel = isi[kolom.kolom] if kolom.kolom < len(isi) else None
    return TUTUP if kolom.isi == "lahir" and berisi(sel) else ringkas(sel)


def _terbaca(kunci: int, kolom: KolomPeta, poli: Sequence[str], unit: Sequence[str]) -> str:
    match kolom.isi:
        case "tanggal":
            return hari_kunci(kunci).isoformat()
        case "poli":
            return poli[angka_bagian(kunci, "poli")]
        case "unit":
            return unit[angka_bagian(kunci, "unit")]
        case "lahir":
            return KODE["umur"][angka_bagian(kunci, "umur")]
        case isi:
            return KODE[isi][angka_bagian(kunci, isi)]
