"""Where a printed table begins, what its columns are called, and where its rows start.

Offices print two to four header rows with merged cells, then a row that numbers the columns. A header path joins the
rows from top to bottom: ``("JUMLAH KUNJUNGAN", "RAWAT JALAN", "L+P")``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kinerja.ingest.tipe import Lembar, Sel, berisi, ringkas, teks_sel

Jalur = tuple[str, ...]

_EKOR = r"(?:\s*(?:/|\(|DAN\b|&).{0,40})?"  # "Puskesmas Manggar" is a name, "PUSKESMAS / DESA" a header
_UNIT = re.compile(
    r"(?:NAMA )?(?:UPTD? )?(?:SARANA (?:PELAYANAN )?KESEHATAN|FASILITAS (?:PELAYANAN )?KESEHATAN|FASYANKES|"
    r"UNIT KERJA|UNIT PELAYANAN)" + _EKOR
)
_PUSKESMAS = re.compile(r"(?:NAMA )?(?:UPTD? )?(?:PUSKESMAS|PUSAT KESEHATAN MASYARAKAT)" + _EKOR)
_NOMOR = re.compile(r"NO(?:MOR|\. ?URUT)?\.?")
_KOLOM_NOMOR = re.compile(r"\(?([0-9]{1,3})\)?(?:\s*[=(:].*)?")
_TABEL_BARU = re.compile(r"TABEL\s*:?\s*[0-9]+\s*[A-Z]?\b.{0,40}", re.IGNORECASE)
_BERANGKA = re.compile(r"[+\-−]?[0-9][0-9.,]*\s*%?")
_MAKS_KEPALA = 6
_MAKS_JUDUL = 60


@dataclass(frozen=True)
class Tabel:
    """One printed table. Rows are indexes into ``lembar.baris``; ``awal`` is the first row below the header."""

    lembar: Lembar
    judul: tuple[str, ...]
    jalur: tuple[Jalur, ...]
    kolom_unit: int
    kolom_puskesmas: bool
    kepala: int
    awal: int

    @property
    def teks_judul(self) -> str:
        return " ".join(self.judul).upper()

    def sebut(self, kolom: int) -> str:
        """The header words of a column in one line; long parts are cut, so that the last ones stay readable."""
        return " ".join(ringkas(bagian, 34) for bagian in self.jalur[kolom]) if kolom < len(self.jalur) else ""


def rapikan(sel: Sel) -> str:
    """Header text for comparing: one line, single blanks, capitals."""
    return " ".join(teks_sel(sel).split()).upper()


def kata(teks: str) -> str:
    """Words for comparing: capitals, letters and digits, single blanks; snake_case falls apart into its words."""
    return re.sub(r"[^A-Z0-9]+", " ", teks.upper()).strip()


def judul_unit(teks: str) -> bool:
    """Is this the header of a column of units?"""
    return _PUSKESMAS.fullmatch(teks) is not None or _UNIT.fullmatch(teks) is not None


def judul_nomor(teks: str) -> bool:
    """Is this the header of the column that numbers the rows?"""
    return _NOMOR.fullmatch(teks) is not None


def pecah_tabel(lembar: Lembar) -> Iterator[Lembar]:
    """The sheet cut where a line begins with "Tabel 12": some offices stack tables on one sheet."""
    awal = [nomor for nomor, baris in enumerate(lembar.baris) if _judul_tabel(baris)]
    batas = [0, *awal[1:], len(lembar.baris)] if awal else [0, len(lembar.baris)]
    if len(batas) == 2:
        yield lembar
        return
    for dari, sampai in pairwise(batas):
        yield replace(
            lembar,
            baris=lembar.baris[dari:sampai],
            lebar=lembar.lebar[dari:sampai],
            mulai=lembar.mulai + dari,
            gabung=tuple((a - dari, b, c - dari, d) for a, b, c, d in lembar.gabung if dari <= a and c < sampai),
        )


def _judul_tabel(baris: list[Sel]) -> bool:
    awal = next((sel for sel in baris if berisi(sel)), None)
    return isinstance(awal, str) and _TABEL_BARU.fullmatch(rapikan(awal)) is not None


def temukan_tabel(lembar: Lembar) -> Tabel | None:
    """The table of this sheet, or None when no row has a header for the units."""
    letak = _cari_unit(lembar)
    if letak is None:
        return None
    baris_unit, kolom_unit = letak
    kepala = _naik(lembar, baris_unit)
    akhir_kepala, awal = _akhir_kepala(lembar, baris_unit, kolom_unit)
    jalur = susun_jalur(lembar, kepala, akhir_kepala)
    return Tabel(
        lembar=lembar,
        judul=tuple(_judul(lembar, kepala)),
        jalur=jalur,
        kolom_unit=kolom_unit,
        kolom_puskesmas=any(_PUSKESMAS.fullmatch(bagian) for bagian in jalur[kolom_unit]),
        kepala=kepala,
        awal=awal,
    )


def unit_bersusun(tabel: Tabel) -> bool:
    """Is the name of a unit merged over several rows?"""
    gabung = (g for g in tabel.lembar.gabung if g[1] == g[3] == tabel.kolom_unit)
    return any(atas >= tabel.awal and bawah > atas for atas, _, bawah, _ in gabung)


def _cari_unit(lembar: Lembar) -> tuple[int, int] | None:
    """Row and column of the header of the units; PUSKESMAS is preferred to a wider word in the same row."""
    for nomor, baris in enumerate(lembar.baris[:_MAKS_JUDUL]):
        isi = [rapikan(sel) for sel in baris]
        if sum(bool(teks) for teks in isi) < 3:
            continue
        for pola in (_PUSKESMAS, _UNIT):
            for kolom, teks in enumerate(isi):
                if pola.fullmatch(teks):
                    return nomor, kolom
    return None


def _naik(lembar: Lembar, baris_unit: int) -> int:
    """The first header row: rows above that look like header (several cells, or NO), not like a title."""
    kepala = baris_unit
    while kepala > 0 and baris_unit - kepala < 2:
        isi = [rapikan(sel) for sel in lembar.baris[kepala - 1] if berisi(sel)]
        if not (len(isi) >= 3 or (isi and _NOMOR.fullmatch(isi[0]))):
            break
        kepala -= 1
    return kepala


def _akhir_kepala(lembar: Lembar, baris_unit: int, kolom_unit: int) -> tuple[int, int]:
    """Row after the header and first row of data, which differ when a row of column numbers stands between."""
    batas = min(len(lembar.baris), baris_unit + _MAKS_KEPALA + 1)
    for nomor in range(baris_unit + 1, batas):
        baris = lembar.baris[nomor]
        if baris_nomor(baris):
            return nomor, nomor + 1
        ulang = rapikan(lembar.sel(nomor, kolom_unit)) in ("", rapikan(lembar.sel(baris_unit, kolom_unit)))
        if not ulang or not any(map(berisi, baris)) or any(map(berangka, baris)):
            return nomor, nomor
    return batas, batas


def baris_nomor(baris: list[Sel]) -> bool:
    """Is this the row that numbers the columns 1, 2, 3 …?"""
    isi = [rapikan(sel) for sel in baris if berisi(sel)]
    cocok = [_KOLOM_NOMOR.fullmatch(teks) for teks in isi]
    return len(isi) >= 3 and all(c is not None and int(c[1]) == urut for urut, c in enumerate(cocok, 1))


def berangka(sel: Sel) -> bool:
    """Does the cell hold a figure: a number, or a text of digits, separators and a percent sign?

    More than fifteen digits are an identity number (NIP, NIK), not a figure.
    """
    if isinstance(sel, str):
        return _BERANGKA.fullmatch(sel.strip()) is not None and sum(map(str.isdigit, sel)) <= 15
    return isinstance(sel, int | float) and not isinstance(sel, bool) and abs(sel) < 1e15


def susun_jalur(lembar: Lembar, kepala: int, akhir: int) -> tuple[Jalur, ...]:
    """Header path of every column of rows ``kepala`` to ``akhir`` - 1."""
    lebar = max((len(baris) for baris in lembar.baris[kepala:akhir]), default=0)
    kisi = [[rapikan(lembar.sel(nomor, kolom)) for kolom in range(lebar)] for nomor in range(kepala, akhir)]
    tetap = _isi_gabungan(kisi, lembar, kepala)
    _isi_kanan(kisi, tetap)
    return tuple(_jalur(baris[kolom] for baris in kisi) for kolom in range(lebar))


def _isi_gabungan(kisi: list[list[str]], lembar: Lembar, kepala: int) -> set[tuple[int, int]]:
    """Write the text of merged cells into all of their cells; those cells are then settled."""
    tetap: set[tuple[int, int]] = set()
    for atas, kiri, bawah, kanan in lembar.gabung:
        if not kepala <= atas < kepala + len(kisi):
            continue
        for baris in range(atas - kepala, min(bawah - kepala + 1, len(kisi))):
            for kolom in range(kiri, min(kanan + 1, len(kisi[0]))):
                kisi[baris][kolom] = kisi[atas - kepala][kiri]
                tetap.add((baris, kolom))
    return tetap


def _isi_kanan(kisi: list[list[str]], tetap: set[tuple[int, int]]) -> None:
    """Without merged cells (text files) a group's name stands over its first column only: carry it to the right.

    Not in the last header row, where every column has its own name; not past the group of the row above; and not
    into a column that has no name further down.
    """
    for nomor, baris in enumerate(kisi[:-1]):
        for kolom in range(1, len(baris)):
            seinduk = nomor == 0 or [b[kolom] for b in kisi[:nomor]] == [b[kolom - 1] for b in kisi[:nomor]]
            bernama = any(bawah[kolom] for bawah in kisi[nomor + 1 :])
            bebas = (nomor, kolom) not in tetap and (nomor, kolom - 1) not in tetap
            if not baris[kolom] and bebas and seinduk and bernama:
                baris[kolom] = baris[kolom - 1]


def _jalur(bagian: Iterator[str]) -> Jalur:
    hasil: list[str] = []
    for teks in bagian:
        if teks and teks not in hasil[-1:]:
            hasil.append(teks)
    return tuple(hasil)


def _judul(lembar: Lembar, kepala: int) -> Iterator[str]:
    for baris in lembar.baris[:kepala]:
        isi = " ".join(" ".join(teks_sel(sel).split()) for sel in baris if berisi(sel))
        if isi:
            yield isi
