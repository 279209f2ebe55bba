"""Rows about employees: their number turned into an internal code at once, shown nowhere, noted without its digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping

from kinerja.domain.fakta import Pratinjau, Tingkat
from kinerja.domain.pegawai import kode_nama, kode_pegawai, polos_nama, sandi_nama
from kinerja.ingest.kepala import susun_jalur
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import BARIS_PRATINJAU, Sel, SelGalat, berisi, huruf_kolom, ringkas, sebut_kolom, teks_sel

TUTUP = "•••"
ISI_ORANG = ("nip", "nama", "penilai")
"""Meanings of columns that name a person."""
_NIP_LONGGAR = re.compile(r"(?<![0-9])[0-9](?:[ .\-]?[0-9]){17}(?![0-9])")
_ILMIAH = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,2}")
_DIGIT_PANJANG = re.compile(r"[0-9]{10,}|[0-9](?:[ .-]?[0-9]){14,}")


class Orang:
    """Who a row is about, as an internal code: by NIP, or by name within the unit where there is no NIP column."""

    def __init__(self, pembaca: PembacaPeta) -> None:
        self.pembaca = pembaca
        self.nip, self.nama = pembaca.peta.satu("nip"), pembaca.peta.satu("nama")
        self._garam = pembaca.konteks.rujukan.garam
        self._dilapor: set[str] = set()
        self._bernama: set[int] = set()
        self._semua_nama: set[frozenset[str]] = set()

    @property
    def ada(self) -> bool:
        """Does the mapping say who a row is about at all?"""
        return self.nip is not None or self.nama is not None

    def terisi(self, nomor: int) -> bool:
        return any(berisi(self.pembaca.sel(nomor, k)) for k in (self.nip, self.nama))

    def kode(self, nomor: int, unit: str) -> str:
        """The internal code; '' with the problem noted, or without one where the mapping names no person."""
        if self.nip is not None:
            digit = self._baca_nip(nomor, self.nip)
            kode = self._sandi(lambda: kode_pegawai(self._garam, digit)) if digit else ""
            self._cocokkan_nama(nomor, kode)
            return kode
        if self.nama is None:
            return ""
        nama = polos_nama(teks_sel(self.pembaca.sel(nomor, self.nama)))
        if not nama:
            self.catat("masalah.orang_kosong", nomor, self.nama)
            return ""
        self._sekali("masalah.kunci_nama", "info")
        return self._sandi(lambda: kode_nama(self._garam, nama, unit))

    def _cocokkan_nama(self, nomor: int, kode: str) -> None:
        """Warn where the list knows this NIP by quite another name, or the name as that of another person."""
        dikenal = self.pembaca.konteks.rujukan.nama
        resmi = dikenal.get(kode)
        if not resmi or self.nama is None or nomor in self._bernama:
            return
        self._bernama.add(nomor)
        tertulis = sandi_nama(self._garam, teks_sel(self.pembaca.sel(nomor, self.nama)))
        if not self._semua_nama:
            self._semua_nama = set(dikenal.values())
        if tertulis and (not tertulis & resmi or (tertulis != resmi and tertulis in self._semua_nama)):
            self.catat("masalah.nama_orang_lain", nomor, self.nama, "peringatan")

    def _sandi(self, buat: Callable[[], str]) -> str:
        if not self._garam:
            self._sekali("masalah.garam_tak_ada")
            return ""
        return buat()

    def _sekali(self, alasan: str, tingkat: Tingkat = "galat") -> None:
        if alasan not in self._dilapor:
            self._dilapor.add(alasan)
            self.pembaca.catat(alasan, tingkat=tingkat)

    def _baca_nip(self, nomor: int, kolom: KolomPeta) -> str:
        sel = self.pembaca.sel(nomor, kolom)
        teks = " ".join(teks_sel(sel).split())
        if teks in ("", "-", "0"):
            self.catat("masalah.orang_kosong", nomor, kolom)
        elif _rusak(sel):
            self.catat("masalah.nip_rusak", nomor, kolom)
        elif digit := nip_dalam(teks):
            return digit
        else:
            self.catat("masalah.nip_salah", nomor, kolom, jumlah=sum(c.isdigit() for c in teks))
        return ""

    def catat(self, alasan: str, nomor: int, kolom: KolomPeta, tingkat: Tingkat = "galat", **args: object) -> None:
        """A problem at a cell about a person: where it is, never what it holds."""
        lembar = self.pembaca.lembar
        sebut = sebut_kolom(kolom.kolom, kolom.judul)
        self.pembaca.konteks.hasil.catat(alasan, tingkat, lembar.nama, lembar.nomor(nomor), sebut, **args)


def nip_dalam(teks: str) -> str:
    """The digits of the NIP in a text, '' without one."""
    cocok = _NIP_LONGGAR.search(teks)
    return re.sub(r"[^0-9]", "", cocok[0]) if cocok else ""


def _rusak(sel: Sel) -> bool:
    """A NIP that is a number has lost its last digits: spreadsheets keep fifteen of them."""
    if isinstance(sel, str):
        return _ILMIAH.fullmatch(sel.strip()) is not None
    return isinstance(sel, int | float) and not isinstance(sel, bool) and abs(sel) >= 10**15


class Ganda:
    """What was met before, in this sheet or another of the file: the same person and period twice is one too many.

    ``alasan``: how the problem of two rows of one sheet is told.
    """

    def __init__(
        self, pembaca: PembacaPeta, lama: Iterable[tuple[Hashable, str]], alasan: str = "masalah.orang_ganda"
    ) -> None:
        self.pembaca, self.alasan = pembaca, alasan
        self._letak: dict[Hashable, tuple[str, int | None]] = {kunci: (unit, None) for kunci, unit in lama}

    def periksa(self, nomor: int, kunci: Hashable, unit: str) -> bool:
        """True when the row may be kept. Twice is a problem, in one unit or in two."""
        if kunci not in self._letak:
            self._letak[kunci] = (unit, nomor)
            return True
        unit_lama, pertama = self._letak[kunci]
        letak = "" if pertama is None else str(self.pembaca.lembar.nomor(pertama))
        ulang = str(self.pembaca.lembar.nomor(nomor))
        if unit_lama != unit:
            ini, lain = self._nama(unit), self._nama(unit_lama)
            catat = self.pembaca.catat
            catat("masalah.orang_dua_unit", nomor, ulang=ulang, pertama=letak or "–", unit=ini, lain=lain)
            return False
        if letak:
            self.pembaca.catat(self.alasan, nomor, pertama=letak, ulang=ulang)
        else:
            self.pembaca.catat("masalah.orang_ganda_lembar", nomor, ulang=ulang)
        return False

    def _nama(self, kode: str) -> str:
        unit = self.pembaca.konteks.pencocok.unit(kode)
        return unit.nama if unit else kode


def catat_kolom(pembaca: PembacaPeta) -> None:
    """List the columns that give nothing, and those that only serve as a secret key."""
    peta, lembar = pembaca.peta, pembaca.lembar
    dipakai = {k.kolom: k.isi for k in peta.kolom if k.isi != "abaikan"}
    jalur = susun_jalur(lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    for kolom, bagian in enumerate(jalur):
        isi = dipakai.get(kolom, "")
        if not bagian or (isi and isi not in ISI_ORANG):
            continue
        alasan = "dibuang.kolom_sandi" if isi else "dibuang.kolom_lain"
        if not isi and kolom_pribadi(bagian[-1]):
            alasan = "dibuang.kolom_pribadi"
        pembaca.konteks.hasil.buang("kolom", lembar.nama, huruf_kolom(kolom), " > ".join(bagian), alasan)


def pratinjau_orang(pembaca: PembacaPeta, isi: Iterable[tuple[int, Mapping[int, str]]]) -> None:
    """Raw beside parsed for the first rows; cells that name a person are covered. ``isi``: row, column → parsed."""
    kolom = [k for k in pembaca.peta.kolom if k.isi not in ("abaikan", "saring")]
    contoh = [baris for _, baris in zip(range(BARIS_PRATINJAU), isi, strict=False)]
    pembaca.konteks.hasil.pratinjau.append(
        Pratinjau(
            pembaca.lembar.nama,
            tuple(sebut_kolom(k.kolom, k.judul) for k in kolom),
            tuple(tuple(_tampak(pembaca, n, k) for k in kolom) for n, _ in contoh),
            tuple(tuple(terbaca.get(k.kolom, "") for k in kolom) for _, terbaca in contoh),
        )
    )


def _tampak(pembaca: PembacaPeta, nomor: int, kolom: KolomPeta) -> str:
    sel = pembaca.sel(nomor, kolom)
    return (TUTUP if berisi(sel) else "") if kolom.isi in (*ISI_ORANG, "bukti") else ringkas(sel)


def teks_aman(sel: Sel, panjang: int) -> str:
    """A short text without anything that looks like a person's number; '' for none, for errors and for such texts."""
    if isinstance(sel, SelGalat):
        return ""
    teks = " ".join(teks_sel(sel).split())
    return "" if _DIGIT_PANJANG.search(teks) else ringkas(teks, panjang)
