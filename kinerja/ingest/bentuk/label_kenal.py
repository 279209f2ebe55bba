"""The LB4 form recognised by the words of its rows: visits new and old, by sex or not, and inpatients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.kepala import berangka, kata, susun_jalur
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala, rapat
from kinerja.ingest.peta.model import BarisPeta, KolomPeta, Peta
from kinerja.ingest.tipe import Lembar, Sel, SelGalat, berisi, teks_sel

_JALAN = r"(?:JUMLAH )?KUNJUNGAN (?:PASIEN )?RAWAT JALAN"
_UMUM = r"(?:JUMLAH )?KUNJUNGAN (?:PASIEN )?PUSKESMAS"
_DUA = r"(?: BARU (?:DAN |& )?LAMA)"
_INAP = re.compile(
    r"(?:JUMLAH )?(?:(?:KUNJUNGAN|PENDERITA|PASIEN)(?: (?:YANG )?(?:DI ?)?RAWAT INAP)|KUNJUNGAN PASIEN RAWAT INAP)"
)
_POLA = {
    nama: re.compile(pola)
    for nama, pola in (
        ("jalan_baru", _JALAN + " BARU"),
        ("jalan_lama", _JALAN + " LAMA"),
        ("jalan", _JALAN + _DUA + "?"),
        ("umum_baru", _UMUM + " BARU"),
        ("umum_lama", _UMUM + " LAMA"),
        ("umum", _UMUM + _DUA + "?"),
    )
}
TOTAL = re.compile(rf"(?:{_JALAN}|{_UMUM}){_DUA}?|(?:JUMLAH )?KUNJUNGAN{_DUA}")
"""Rows that state new and old visits together; beside rows of either they are only a check."""
_KEGIATAN = re.compile(r"(?:JENIS )?(?:KEGIATAN|URAIAN|VARIABEL|INDIKATOR|PELAYANAN|DATA|LAPORAN)")
MIRIP = re.compile(_JALAN + r" (?:GIGI|LUAR GEDUNG|KIA|KB|UGD|IGD|GAWAT DARURAT)(?: .*)?")
"""Rows of visits that some offices count within the others and some beside them."""
_KOLOM = {"BARU": "BARU", "LAMA": "LAMA", "L": "L", "LAKI LAKI": "L", "P": "P", "PEREMPUAN": "P"} | dict.fromkeys(
    ("JUMLAH", "TOTAL", "JML", "L P", "NILAI"), "JUMLAH"
)
_Pakai = list[tuple[int, str]]


@dataclass(frozen=True)
class _Letak:
    """The column of the labels, the row of each one that was found, and the label as it stands there."""

    kolom: int
    baris: dict[str, int]
    teks: dict[str, str]


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of an LB4, or None when its rows or its columns leave a doubt."""
    lembar = kepala.lembar
    letak = max((_cari(lembar, kolom) for kolom in range(5)), key=lambda satu: len(satu.baris))
    if not any(n in letak.baris for n in ("jalan", "umum", "jalan_baru", "umum_baru")):
        return None
    awal = min(letak.baris.values())
    kolom_angka = _kolom_angka(lembar, letak)
    judul = _judul(lembar, letak.kolom, awal, kolom_angka)
    if judul is None:
        return None
    kepala_baris, nama = judul
    pakai = _pakai(lembar, letak, kolom_angka, nama)
    baris = _baris(letak, pakai, konteks) if pakai else []
    if not baris:
        return None
    nilai = [KolomPeta(n, "nilai", nama.get(n, ""), jk=_jk(nama.get(n, ""))) for n, _ in pakai]
    kolom = (KolomPeta(letak.kolom, "label"), *nilai)
    mulai = kepala_baris[-1] + 1 if kepala_baris else awal
    return Peta("label", mulai, kepala_baris, kolom=kolom, baris=tuple(baris))


def _cari(lembar: Lembar, kolom: int) -> _Letak:
    """Where each label stands in this column; a heading without figures gives way to a row that has some."""
    semua: dict[str, list[int]] = {}
    for nomor in range(len(lembar.baris)):
        sel = lembar.sel(nomor, kolom)
        if nama := _nama(rapat(sel)) if isinstance(sel, str) else "":
            semua.setdefault(nama, []).append(nomor)
    baris = {
        nama: next((n for n in ada if any(map(berangka, lembar.baris[n][kolom + 1 :]))), ada[0])
        for nama, ada in semua.items()
    }
    return _Letak(kolom, baris, {nama: " ".join(str(lembar.sel(n, kolom)).split()) for nama, n in baris.items()})


def _nama(label: str) -> str:
    cocok = next((nama for nama, pola in _POLA.items() if pola.fullmatch(label)), "")
    return cocok or ("inap" if _INAP.fullmatch(label) else "")


def _kolom_angka(lembar: Lembar, letak: _Letak) -> list[int]:
    """Columns right of the labels that hold figures in the labelled rows."""
    lebar = max(len(lembar.baris[n]) for n in letak.baris.values())
    return [
        k
        for k in range(letak.kolom + 1, lebar)
        if any(berangka(lembar.sel(n, k)) for n in letak.baris.values())
        and all(
            berangka(s) or sel_kosong(s) or isinstance(s, SelGalat)  # an error is named by its cell, not overlooked
            for n in letak.baris.values()
            for s in [lembar.sel(n, k)]
        )
    ]


def _judul(
    lembar: Lembar, kolom: int, awal: int, angka: Sequence[int]
) -> tuple[tuple[int, ...], dict[int, str]] | None:
    """Rows of the header and the words over each column of figures; None when a word there is not known.

    Without any words above the figures the sheet has no header.
    """
    kata_atas = {
        n: [k for k in angka if berisi(lembar.sel(n, k)) and not berangka(lembar.sel(n, k))]
        for n in range(max(0, awal - 4), awal)
    }
    rapat_atas = [n for n, isi in kata_atas.items() if isi and _dikenal(lembar, n, angka)]
    if not rapat_atas:  # "Bulan | Oktober 2026" above the figures is a title, "Kegiatan | s.d. bulan ini" a header
        asing = any(
            len(isi) >= 2 or (isi and _KEGIATAN.fullmatch(rapat(lembar.sel(n, kolom)))) for n, isi in kata_atas.items()
        )
        return None if asing else ((), {})
    kepala = tuple(range(rapat_atas[0], rapat_atas[-1] + 1))
    jalur = susun_jalur(lembar, kepala[0], kepala[-1] + 1)
    nama = {k: " > ".join(jalur[k]) for k in angka if k < len(jalur) and jalur[k]}
    sah = all(any(kata(b) in _KOLOM for b in jalur[k]) for k in nama)
    return (kepala, nama) if sah and len(nama) == len(angka) else None


def _dikenal(lembar: Lembar, nomor: int, angka: Sequence[int]) -> bool:
    isi = [kata(str(s)) for k in angka if berisi(s := lembar.sel(nomor, k))]
    return bool(isi) and all(satu in _KOLOM for satu in isi)


def _pakai(lembar: Lembar, letak: _Letak, angka: Sequence[int], nama: dict[int, str]) -> _Pakai:
    """Columns to add up and what each is: BARU, LAMA, L, P, or '' ; [] when they are not certain."""
    if nama:
        arti = {k: {_KOLOM[b] for b in map(kata, nama[k].split(" > ")) if b in _KOLOM} for k in angka}
        rinci = [k for k in angka if arti[k] & {"BARU", "LAMA", "L", "P"}]
        if not rinci:
            return [(angka[0], "")] if len(angka) == 1 else []
        kunci = [frozenset(arti[k] - {"JUMLAH"}) for k in rinci]
        lengkap = {frozenset({"L"}), frozenset({"P"})}, {frozenset({"BARU"}), frozenset({"LAMA"})}
        if set(kunci) not in lengkap or len(set(kunci)) < len(kunci):
            return []
        return [(k, next(iter(satu))) for k, satu in zip(rinci, kunci, strict=True)]
    if len(angka) == 3 and _jumlah_ketiga(lembar, letak, angka):
        return [(k, "") for k in angka[:2]]
    return [(k, "") for k in angka] if len(angka) in (1, 2) else []


def _jumlah_ketiga(lembar: Lembar, letak: _Letak, angka: Sequence[int]) -> bool:
    """Is the third column the sum of the first two in every labelled row, and not only of zeros?"""
    isi = [[_angka(lembar.sel(n, k)) for k in angka] for n in letak.baris.values()]
    return all(a + b == c for a, b, c in isi) and any(map(any, isi))


def _angka(sel: Sel) -> float:
    """A plain number, 0 for a blank, and not a number for anything else, which equals nothing."""
    if sel_kosong(sel):
        return 0.0
    polos = teks_sel(sel).strip()
    return float(polos) if polos.isascii() and polos.isdigit() else float("nan")


def _jk(judul: str) -> Literal["", "L", "P"]:
    arti = {_KOLOM.get(kata(b), "") for b in judul.split(" > ")}
    return "L" if "L" in arti else "P" if "P" in arti else ""


def _baris(letak: _Letak, pakai: _Pakai, konteks: Konteks) -> list[BarisPeta]:
    """Which row gives which indikator; the parts where both are there, else the total once."""
    kolom = tuple(n for n, _ in pakai)
    baru = tuple(n for n, arti in pakai if arti == "BARU")
    ada, hasil = letak.teks, list[BarisPeta]()
    for jenis in ("jalan", "umum"):
        if f"{jenis}_baru" in ada and f"{jenis}_lama" in ada and not baru:
            hasil = [BarisPeta(ada[f"{jenis}_{n}"], "kunjungan_rawat_jalan", kolom=kolom) for n in ("baru", "lama")]
            hasil.append(BarisPeta(ada[f"{jenis}_baru"], "kunjungan_baru", kolom=kolom))
        elif jenis in ada and not {f"{jenis}_baru", f"{jenis}_lama"} & ada.keys():
            hasil = [BarisPeta(ada[jenis], "kunjungan_rawat_jalan", kolom=kolom)]
            hasil += [BarisPeta(ada[jenis], "kunjungan_baru", kolom=baru)] if baru else []
        if hasil:
            break
    if hasil and "inap" in ada:
        hasil.append(BarisPeta(ada["inap"], "kunjungan_rawat_inap", kolom=kolom))
    return [b for b in hasil if b.indikator in konteks.rujukan.indikator]
