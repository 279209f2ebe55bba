"""The mapping while a person works on it: the sheet as it stands, and every change that keeps the mapping whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, cast

import streamlit as st

from kinerja.ingest.bentuk.sinonim import baca_jk
from kinerja.ingest.container import kenali_isi
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kenal import lengkapi_sidik
from kinerja.ingest.peta.kisi import Kepala, susun_kepala
from kinerja.ingest.peta.model import ISI, Asal, BarisPeta, Bentuk, Dari, KolomPeta, Peta, isi_kolom
from kinerja.ingest.peta.toml import tulis_peta
from kinerja.ingest.peta.usulan import usul_kasar
from kinerja.ingest.peta.usulan_orang import BENTUK_ORANG, kolom_orang
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.proses import baca_di_anak
from kinerja.ingest.teks_csv import baca_csv
from kinerja.ingest.tipe import Lembar, berisi, teks_sel
from kinerja.ui.impor_berkas import Berkas
from kinerja.ui.impor_isian import isian
from kinerja.ui.impor_sebelah import BERJK, kolom_sebelah

MAKS_BARIS = 2_000
"""Rows of the sheet that are held for looking; the worker reads all of them."""
_MAKS_KEPALA, _MAKS_JUDUL = 10, 60
_BUKA = ("unit", "label", "indikator")
_BERANGKA = frozenset({"pembilang", "penyebut", "kurang", "target", "nilai", "realisasi"})
_ANGKA: Mapping[Bentuk, str] = {"angka": "pembilang", "label": "nilai", "iku": "realisasi"}
_nomor = count(1)


@dataclass
class Susunan:
    """One file's mapping. ``versi`` is part of every widget's key: after a change by the program they begin anew.

    ``jumlah``: rows of the whole sheet. ``disentuh``: somebody chose a meaning; a new header then keeps it.
    """

    kode: str
    peta: Peta
    lembar: Lembar
    daftar: tuple[str, ...]
    jumlah: int
    versi: int = 0
    disentuh: bool = False

    @property
    def kepala(self) -> Kepala:
        return susun_kepala(self.lembar, self.peta.kepala, self.peta.awal)

    @property
    def lebar(self) -> int:
        return max((len(b) for b in self.lembar.baris), default=0)

    def kunci(self, nama: str) -> str:
        return f"peta_{self.versi}_{nama}"

    def jawaban(self, kunci: str) -> tuple[bool, Any]:
        """Whether a widget's callback may be believed, and its value.

        A widget that is gone may still call back, with nothing or for a mapping that was left.
        """
        return kunci in st.session_state and susunan_kini(self.kode) is self, st.session_state.get(kunci)

    def kolom(self, nomor: int) -> KolomPeta:
        """The column as it is mapped, left out if nobody said anything; its header as it stands in the sheet.

        The mapping itself, which may be kept, has no words of columns that are left out.
        """
        ada = next((k for k in self.peta.kolom if k.kolom == nomor), None) or KolomPeta(nomor, "abaikan")
        return ada if ada.judul else replace(ada, judul=self.kepala.teks(nomor))

    def tutup_dari(self, nomor: int) -> int | None:
        """The first row whose cell of this column must not be shown, because it is about persons; None for none."""
        isi = self.kolom(nomor).isi
        if isi in ("nip", "nama", "penilai") and self.peta.bentuk != "iku":
            return self.peta.awal
        if isi in _BUKA:
            return None
        jalur = self.kepala.jalur
        if nomor < len(jalur) and any(map(kolom_pribadi, jalur[nomor])):
            return self.peta.awal
        for n in range(0 if not self.peta.kepala else self.peta.awal, min(len(self.lembar.baris), _MAKS_JUDUL)):
            baris = self.lembar.baris[n]  # a header below the place where it is thought to be
            if nomor < len(baris) and sum(map(berisi, baris)) >= 3 and kolom_pribadi(teks_sel(baris[nomor])):
                return n + 1
        return None

    def tertutup(self, nomor: int) -> bool:
        return self.tutup_dari(nomor) is not None

    def ubah(self, peta: Peta, *, ulang: bool = False) -> None:
        """Take over a mapping; ``ulang``: the widgets show it from the beginning.

        With the fingerprint of the rows that were chosen other sheets of the file are known to be the same table.
        """
        di_luar = bool(peta.kepala) and peta.kepala[-1] >= len(self.lembar.baris)  # rows that are not held here
        self.peta = replace(peta, sidik="") if di_luar else lengkapi_sidik(peta, self.lembar)
        if ulang:
            self.versi = next(_nomor)
        isian(self.kode).peta = tulis_peta(self.peta)


def susunan_kini(kode: str) -> Susunan | None:
    ada = cast("Susunan | None", st.session_state.get("peta_susunan"))
    return ada if ada and ada.kode == kode else None


def tutup() -> None:
    st.session_state.pop("peta_susunan", None)


def buka(berkas: Berkas, peta: Peta | None, konteks: Konteks, lembar: str = "") -> Susunan:
    """Begin with a mapping, or with a proposal for the first sheet. Raises ``BerkasDitolakError``."""
    isi, daftar, jumlah = baca_lembar(berkas, lembar or (peta.lembar if peta else ""))
    awal = peta or usul_kasar(isi, konteks)
    s = Susunan(berkas.kode, awal, isi, daftar, jumlah)
    s.ubah(_beri_jk(_beri_judul(replace(awal, lembar=isi.nama), s), s), ulang=True)
    st.session_state["peta_susunan"] = s
    return s


def baca_lembar(berkas: Berkas, nama: str) -> tuple[Lembar, tuple[str, ...], int]:
    """The first rows of one sheet, the names of all sheets, and its number of rows. Raises ``BerkasDitolakError``."""
    jenis = kenali_isi(berkas.isi)
    if jenis == "csv":
        lembar, daftar = baca_csv(berkas.isi), ["csv"]
    else:
        bacaan = baca_di_anak(berkas.isi, jenis, (nama,) if nama else ())
        if not bacaan.lembar and nama:
            bacaan = baca_di_anak(berkas.isi, jenis, ())
        lembar = next((x for x in bacaan.lembar if x.baris), Lembar(nama, []))
        daftar = bacaan.semua
    pendek = replace(
        lembar,
        baris=lembar.baris[:MAKS_BARIS],
        lebar=lembar.lebar[:MAKS_BARIS],
        gabung=tuple(g for g in lembar.gabung if g[0] < MAKS_BARIS),
        terus=None,
    )
    return pendek, tuple(daftar), len(lembar.baris)


def atur_kepala(s: Susunan, baris: Sequence[int], konteks: Konteks) -> None:
    """These rows (from 0) are the header; () for none. Columns are proposed anew unless somebody chose already."""
    kepala = tuple(range(min(baris), min(max(baris), min(baris) + _MAKS_KEPALA - 1) + 1)) if baris else ()
    awal = max(s.peta.awal, kepala[-1] + 1) if kepala else s.peta.awal
    if kepala and s.peta.kepala[-1:] != kepala[-1:]:
        awal = kepala[-1] + 1
    akhir = s.peta.akhir if s.peta.akhir is None or s.peta.akhir >= awal else None
    peta = replace(s.peta, kepala=kepala, awal=awal, akhir=akhir)
    if not s.disentuh:
        usul = usul_kasar(s.lembar, konteks, susun_kepala(s.lembar, kepala, awal))
        peta = replace(peta, bentuk=usul.bentuk, kolom=usul.kolom, baris=usul.baris, periode=usul.periode)
    s.ubah(_beri_jk(_beri_judul(peta, s), s), ulang=True)


def atur_awal(s: Susunan, awal: int) -> None:
    """The first row of data; header rows from there on are none."""
    kepala = tuple(n for n in s.peta.kepala if n < awal)
    akhir = s.peta.akhir if s.peta.akhir is None or s.peta.akhir >= awal else None
    s.ubah(_beri_judul(replace(s.peta, awal=awal, kepala=kepala, akhir=akhir), s), ulang=True)


def atur_akhir(s: Susunan, akhir: int | None) -> None:
    """The last row of data; None for the end of the sheet."""
    s.ubah(replace(s.peta, akhir=None if akhir is None else max(akhir, s.peta.awal)), ulang=True)


def atur_bentuk(s: Susunan, bentuk: Bentuk) -> None:
    """Another kind of content: what its words name is filled in, meanings it has too are kept, all others left out."""
    if bentuk == s.peta.bentuk:
        return
    tahu = kolom_orang(s.kepala, bentuk) if bentuk in BENTUK_ORANG else {}
    kolom = [tahu.get(k.kolom, _sesuaikan(k, bentuk)) for k in s.peta.kolom]
    if bentuk == "label" and not any(k.isi == "label" for k in kolom):
        bebas = [k for k in kolom if k.isi == "abaikan" and not s.tertutup(k.kolom)]
        teks = max(bebas, key=lambda k: _panjang_teks(s, k.kolom), default=None)
        kolom = [replace(k, isi="label") if k is teks else k for k in kolom]
    s.ubah(replace(s.peta, bentuk=bentuk, kolom=tuple(kolom), baris=()), ulang=True)


def _sesuaikan(kolom: KolomPeta, bentuk: Bentuk) -> KolomPeta:
    """The column in another kind of content: a figure stays a figure, what that content has not is left out."""
    if kolom.isi in _BERANGKA and bentuk in _ANGKA:
        tetap = isi_kolom(bentuk, kolom.isi) is not None
        return replace(kolom, isi=kolom.isi if tetap else _ANGKA[bentuk], kode="", jk="")
    return kolom if isi_kolom(bentuk, kolom.isi) else replace(kolom, isi="abaikan", kode="")


def _panjang_teks(s: Susunan, kolom: int) -> int:
    return sum(len(x) for x in s.kepala.contoh(kolom) if isinstance(x, str))


def atur_kolom(s: Susunan, nomor: int, **ubah: Any) -> None:
    """Change one column. A meaning that only one column may have is taken from the one that had it."""
    lama = s.kolom(nomor)
    baru = replace(lama, **ubah)
    if baru == lama:
        return
    s.disentuh = True
    if baru.isi != lama.isi:
        baru = replace(baru, kode="", gaya="", tanggal="", arti={}, hanya=(), jk=_jk(s, nomor, baru.isi))
    isi = isi_kolom(s.peta.bentuk, baru.isi)
    lain = [k for k in s.peta.kolom if k.kolom != nomor]
    rebut = isi is not None and not isi.ganda and any(k.isi == baru.isi for k in lain)
    if rebut:
        lain = [replace(k, isi="abaikan", kode="") if k.isi == baru.isi else k for k in lain]
    sebelah = kolom_sebelah(s.peta, s.kepala.jalur, baru) if baru.kode and baru.kode != lama.kode else set()
    lain = [replace(k, kode=baru.kode) if k.kolom in sebelah else k for k in lain]
    peta = replace(s.peta, kolom=tuple(sorted((*lain, baru), key=lambda k: k.kolom)))
    s.ubah(_sesuaikan_asal(peta, baru), ulang=rebut or bool(sebelah))


def tanpa_kode(s: Susunan, kolom: KolomPeta) -> bool:
    """Does the meaning need a code that is not chosen yet?"""
    isi = isi_kolom(s.peta.bentuk, kolom.isi)
    if isi is None or not isi.kode or kolom.kode:
        return False
    return s.peta.satu({"indikator": "indikator", "laporan": "jenis", "nilai": "jenis"}.get(isi.kode, "")) is None


def lengkap(s: Susunan) -> bool:
    """Does every column say what it has to, and is every meaning there that this content needs?"""
    isi = {k.isi for k in s.peta.kolom}
    kurang = [i for i in ISI[s.peta.bentuk] if i.wajib and i.nama not in isi]
    berangka = any(i.angka and i.nama in isi for i in ISI[s.peta.bentuk]) or not any(
        i.angka for i in ISI[s.peta.bentuk]
    )
    berlabel = s.peta.bentuk != "label" or bool(s.peta.baris)
    return berangka and berlabel and not kurang and not any(tanpa_kode(s, k) for k in s.peta.kolom)


def _jk(s: Susunan, nomor: int, isi: str) -> Any:
    """The sex that the header of a column of figures names."""
    jalur = s.kepala.jalur
    if s.peta.bentuk != "angka" or isi not in BERJK or s.peta.satu("jk") or nomor >= len(jalur) or not jalur[nomor]:
        return ""
    return baca_jk(jalur[nomor][-1]) or ""


def _beri_jk(peta: Peta, s: Susunan) -> Peta:
    """A proposal with the sex that the header says beyond doubt."""
    s.peta = peta
    return replace(peta, kolom=tuple(k if k.jk else replace(k, jk=_jk(s, k.kolom, k.isi)) for k in peta.kolom))


def _sesuaikan_asal(peta: Peta, kolom: KolomPeta) -> Peta:
    """A column of units or periods is where they come from, as soon as somebody says that it is one."""
    if kolom.isi == "unit":
        return replace(peta, unit=Asal("kolom"))
    if kolom.isi in ("periode", "bulan", "triwulan"):
        return replace(peta, periode=Asal("kolom"))
    return peta


def atur_asal(s: Susunan, nama: str, dari: Dari) -> None:
    """Where period or unit come from. What is typed is an answer for this file, never part of a remembered layout."""
    if getattr(s.peta, nama).dari == dari:
        return
    s.ubah(replace(s.peta, **cast("Any", {nama: Asal(dari)})))
    if dari != "isian":
        setattr(isian(s.kode), nama, "")


def atur_baris(s: Susunan, label: str, indikator: str, peran: Any, kolom: Sequence[int]) -> None:
    """What a labelled row means; '' as indikator leaves it out."""
    lain = [b for b in s.peta.baris if b.label != label]
    baru = [BarisPeta(label, indikator, peran, tuple(kolom))] if indikator else []
    if set(baru) == set(s.peta.baris) - set(lain):
        return
    s.disentuh = True
    s.ubah(replace(s.peta, baris=(*lain, *baru)))


def _beri_judul(peta: Peta, s: Susunan) -> Peta:
    """The header words of every column, as they now are."""
    kolom = tuple(replace(k, judul="") for k in peta.kolom)
    return lengkapi_sidik(replace(peta, kolom=kolom), s.lembar)
