"""The LB1 disease report: one row a disease, columns by age and sex; new cases of all diseases are added up.

Names of diseases only keep the rows apart while they are read; they are not stored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.judul_kolom import calon_kepala
from kinerja.ingest.bentuk.sinonim import PERSEN
from kinerja.ingest.kepala import Jalur, berangka, kata
from kinerja.ingest.kolom import Kolom
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala, susun_kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.tipe import berisi

KODE = "kasus_baru"
_PENYAKIT = re.compile(r"(?:(?:JENIS|NAMA|DAFTAR) )?(?:PENYAKIT|DIAGNOSA|DIAGNOSIS)(?: PENYAKIT)?")
_ICD = re.compile(r"(?:KODE )?(?:ICD(?: (?:X|10))?|PENYAKIT|DIAGNOSA)(?: KODE)?|KODE")
_NOMOR = re.compile(r"NO|NOMOR|NO URUT")
_UMUR = re.compile(r"\b(?:HARI|HR|BULAN|BLN|TH|THN|TAHUN|UMUR|USIA)\b|[<>]|^[0-9]+\s*-\s*[0-9]+|\bTH|[0-9](?:HR|TH|BL)")
_LAMA = re.compile(r"\bLAMA\b")
_BARU = re.compile(r"\bBARU\b")
_JUMLAH = re.compile(r"JUMLAH|JML|TOTAL|L ?\+ ?P")
_SEBAGIAN = re.compile(r"\bGIGI\b|\bP2P\b|\bPTM\b|\bISPA\b|\bDIARE\b|\bRUJUKAN\b|KEMATIAN", re.IGNORECASE)
_MAKS_ATAS = 3
Arti = Literal["umur", "baru", "jumlah", "lain"]


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of an LB1, or None. A report of one programme (teeth, P2P) is not all diseases."""
    if KODE not in konteks.rujukan.indikator:
        return None
    for judul in calon_kepala(kepala):
        peta = _susun(judul.kepala)
        if peta is None:
            continue
        nama = " ".join((*judul.kepala.judul, kepala.lembar.nama, PurePath(konteks.berkas).stem))
        if _SEBAGIAN.search(re.sub(r"[_-]", " ", nama)):
            return None
        if not any(_BARU.search(k.judul) for k in peta.semua("pembilang")):
            konteks.hasil.catat("masalah.lb1_kasus_baru", "info", kepala.lembar.nama)
        return peta
    return None


def _susun(kepala: Kepala) -> Peta | None:
    kunci = _kolom_kunci(kepala.jalur)
    if kunci is None:
        return None
    kepala = _ke_atas(kepala, max(kunci) + 1)
    penyakit = next(n for n in kunci if _cocok(kepala.jalur[n], _PENYAKIT))
    angka = _kolom_angka(kepala, max(kunci) + 1)
    if not angka:
        return None
    dimensi = [KolomPeta(n, "dimensi", kepala.teks(n)) for n in (*_nomor(kepala, penyakit), *kunci)]
    kolom = sorted([*dimensi, *angka], key=lambda k: k.kolom)
    return Peta("angka", kepala.awal, kepala.kepala, kolom=tuple(kolom))


def _kolom_kunci(jalur: Sequence[Jalur]) -> tuple[int, ...] | None:
    """Columns of the disease and of its ICD code, in their order; None unless there is one of each."""
    penyakit = [n for n, satu in enumerate(jalur) if _cocok(satu, _PENYAKIT)]
    icd = [n for n, satu in enumerate(jalur) if n not in penyakit and _cocok(satu, _ICD)]
    return tuple(sorted((penyakit[0], icd[0]))) if len(penyakit) == 1 and len(icd) == 1 else None


def _cocok(jalur: Jalur, pola: re.Pattern[str]) -> bool:
    return bool(jalur) and any(pola.fullmatch(kata(teks)) for teks in (jalur[-1], " ".join(jalur)))


def _nomor(kepala: Kepala, penyakit: int) -> list[int]:
    """The column of running numbers: "Lain-lain" stands in more than one chapter."""
    return [n for n, jalur in enumerate(kepala.jalur[:penyakit]) if _cocok(jalur, _NOMOR)][:1]


def _ke_atas(kepala: Kepala, kolom: int) -> Kepala:
    """The header with the rows above it that name groups of its columns: ages, KASUS BARU, KASUS LAMA."""
    lembar, awal = kepala.lembar, kepala.kepala[0]
    while awal > 0 and kepala.kepala[0] - awal < _MAKS_ATAS:
        kanan = [s for s in lembar.baris[awal - 1][kolom:] if berisi(s)]
        if not kanan or any(map(berangka, kanan)):
            break
        awal -= 1
    return susun_kepala(lembar, range(awal, kepala.kepala[-1] + 1), kepala.awal)


def _kolom_angka(kepala: Kepala, mulai: int) -> list[KolomPeta]:
    """Columns of new cases by age and sex to add up, and printed sums of them as a check; [] when in doubt."""
    arti = {n: _arti(kepala.jalur[n]) for n in range(mulai, len(kepala.jalur)) if kepala.jalur[n]}
    angka = {n: a for n, a in arti.items() if all(berangka(s) or sel_kosong(s) for s in kepala.contoh(n))}
    dijumlah = [n for n, a in angka.items() if a == "umur"] or [n for n, a in angka.items() if a == "baru"]
    jk = [Kolom(n, kepala.jalur[n]).jk for n in dijumlah]
    if len(dijumlah) < 2 or ("" in jk and any(jk)) or jk.count("L") != jk.count("P"):
        return []
    dasar = [KolomPeta(n, "pembilang", kepala.teks(n), KODE, j) for n, j in zip(dijumlah, jk, strict=True)]
    sisa = [n for n, a in angka.items() if a in ("baru", "jumlah") and n not in dijumlah]
    periksa = [
        KolomPeta(n, "pemeriksa", kepala.teks(n), KODE, Kolom(n, kepala.jalur[n]).jk)
        for n in sisa
        if _BARU.search(" ".join(kepala.jalur[n]))
    ]
    return [*dasar, *periksa]


def _arti(jalur: Jalur) -> Arti:
    """Is this a column by age, a sum of new cases, another sum, or none of them?"""
    teks = " ".join(jalur)
    if PERSEN.search(teks) or _LAMA.search(teks):
        return "lain"
    if _JUMLAH.fullmatch(kata(jalur[-1])) or any(kata(b).startswith("TOTAL") for b in jalur):
        return "jumlah"
    golongan = [b for b in jalur if "GOLONGAN" not in b and "MENURUT" not in b]
    if any(_UMUR.search(b) for b in golongan):
        return "umur"
    if _BARU.search(" ".join(golongan)):
        return "baru"
    return "umur" if Kolom(0, jalur).jk else "lain"
