"""Plans recognised without help: a column of indicators, and results with their year or beside their target."""

from __future__ import annotations

import re
from pathlib import PurePath

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.iku_kata import (
    ARAH,
    BUKAN,
    CAPAIAN,
    NAMA,
    PEMBEDA,
    REALISASI,
    RENCANA,
    SATUAN,
    TARGET,
    UKURAN,
    nyaris_angka,
)
from kinerja.ingest.bentuk.judul_kolom import berhuruf
from kinerja.ingest.bentuk.kolom_masa import masa_kolom, tahun_judul
from kinerja.ingest.bentuk.sinonim import PEMBILANG, UNIT
from kinerja.ingest.kepala import Jalur, berangka, kata
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.tipe import Sel, teks_sel

_TAHUN = re.compile(r"(?:TAHUN )?((?:19|20)[0-9]{2})")


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a plan, or None when its columns or years are not certain."""
    nama = _nama(kepala)
    if nama is None or any(jalur and PEMBILANG.fullmatch(kata(jalur[-1])) for jalur in kepala.jalur):
        return None
    angka = _kolom_angka(kepala, konteks, nama)
    if not any(k.isi == "realisasi" for k in angka) or not _jelas(kepala, konteks, angka):
        return None
    pakai = {nama, *(k.kolom for k in angka)}
    lain = [
        k
        for isi, pola in (("satuan", SATUAN), ("arah", ARAH), ("pembeda", PEMBEDA))
        for k in _satu(kepala, isi, pola, pakai)
    ]
    unit = [KolomPeta(n, "unit", kepala.teks(n)) for n in _unit(kepala, pakai)]
    kolom = sorted([KolomPeta(nama, "nama", kepala.teks(nama)), *angka, *lain, *unit], key=lambda k: k.kolom)
    return Peta("iku", kepala.awal, kepala.kepala, kolom=tuple(kolom))


def _nama(kepala: Kepala) -> int | None:
    """The column of the indicators' names; where the plan has levels, the last of them that holds words."""
    ada = [
        n
        for n, jalur in enumerate(kepala.jalur)
        if jalur
        and NAMA.fullmatch(kata(jalur[-1]))
        and not BUKAN.search(jalur[-1])
        and not PEMBEDA.fullmatch(kata(jalur[-1]))
        and not SATUAN.fullmatch(kata(jalur[-1]))
        and any(map(berhuruf, kepala.contoh(n)))
    ]
    return ada[0] if len(ada) == 1 else None


def _kolom_angka(kepala: Kepala, konteks: Konteks, nama: int) -> list[KolomPeta]:
    """Targets and results with their years; [] when two columns would be the same."""
    jalur = [(n, j) for n, j in enumerate(kepala.jalur) if j and n != nama and not BUKAN.search(" ".join(j))]
    teks = {n: kata(" ".join(j)) for n, j in jalur}
    ada_realisasi = any(REALISASI.search(t) for t in teks.values())
    judul = " ".join((*kepala.judul, kepala.lembar.nama, PurePath(konteks.berkas).stem)).upper()
    hasil: list[KolomPeta] = []
    for nomor, satu in jalur:
        isi = _isi(teks[nomor], satu, ada_realisasi=ada_realisasi, judul=judul)
        if not isi or not any(berangka(s) or nyaris_angka(s) for s in kepala.contoh(nomor)):
            continue
        masa, tahun = masa_kolom(satu), tahun_judul(satu)
        if masa and (masa.dari, masa.sampai) != (1, 12):
            return []
        hasil.append(KolomPeta(nomor, isi, kepala.teks(nomor), str(tahun or "")))
    kunci = [(k.isi, k.kode) for k in hasil]
    return hasil if len(set(kunci)) == len(kunci) else []


def _isi(teks: str, jalur: Jalur, *, ada_realisasi: bool, judul: str) -> str:
    if REALISASI.search(teks):
        return "realisasi"
    if TARGET.search(teks):
        return "target"
    if CAPAIAN.search(teks):
        return "" if ada_realisasi else "realisasi"
    bertahun = _TAHUN.fullmatch(jalur[-1]) is not None and len(jalur) == 1
    return "realisasi" if bertahun and re.search(r"\b(?:REALISASI|CAPAIAN)\b", judul) else ""


def _jelas(kepala: Kepala, konteks: Konteks, angka: list[KolomPeta]) -> bool:
    """Result beside target, results by year, or a title that says it is a plan."""
    if any(k.isi == "target" for k in angka) or all(k.kode for k in angka):
        return True
    judul = " ".join((*kepala.judul, kepala.lembar.nama, PurePath(konteks.berkas).stem))
    return RENCANA.search(re.sub(r"[_-]", " ", judul).upper()) is not None


def _satu(kepala: Kepala, isi: str, pola: re.Pattern[str], pakai: set[int]) -> list[KolomPeta]:
    ada = [n for n, j in enumerate(kepala.jalur) if j and n not in pakai and pola.fullmatch(kata(j[-1]))]
    return [KolomPeta(ada[0], isi, kepala.teks(ada[0]))] if len(ada) == 1 else []


def _unit(kepala: Kepala, pakai: set[int]) -> list[int]:
    """The column of units, when its header is one and its cells are names."""
    for pola in UNIT:
        for nomor, jalur in enumerate(kepala.jalur):
            isi = kepala.contoh(nomor)
            bernama = bool(isi) and all(berhuruf(s) or sel_kosong(s) for s in isi)
            boleh = nomor not in pakai and jalur and not SATUAN.fullmatch(kata(jalur[-1]))
            if boleh and pola.fullmatch(kata(jalur[-1])) and bernama and not all(map(_ukuran, isi)):
                return [nomor]
    return []


def _ukuran(sel: Sel) -> bool:
    return sel_kosong(sel) or UKURAN.fullmatch(kata(teks_sel(sel))) is not None
