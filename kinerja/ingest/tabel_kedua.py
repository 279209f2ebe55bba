"""Where a second table begins below the first on one sheet: its header or its title says something else.

Read on under the first header its figures would count for another indikator or month, so reading ends there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from kinerja.domain.periode import Periode
from kinerja.ingest.blok import MAKS_JUDUL, Blok, kata_saja
from kinerja.ingest.judul_indikator import indikator_disebut
from kinerja.ingest.kata_judul import kalimat, kata_judul, kata_lain
from kinerja.ingest.kepala import Tabel, berangka, judul_nomor, rapikan, susun_jalur
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periode_judul import baca_judul
from kinerja.ingest.periode_teks import periode_dari_judul
from kinerja.ingest.peta.baris_kata import baris_catatan, baris_total
from kinerja.ingest.peta.model import Peta, isi_kolom
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.saring import baris_tanda_tangan
from kinerja.ingest.tabel_sebelah import cari_di_atas, cari_sebelah
from kinerja.ingest.tipe import Lembar, berisi, ringkas

_TAHUN = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_WAKTU = ("periode", "tahun", "bulan", "triwulan", "tanggal")
_BERMASA = ("angka", "label", "skm", "penilaian")
"""Shapes whose rows count for the period of the table where they have none of their own."""
_MAKS_LANJUT = 8  # lines between a title and its header
_JABATAN = re.compile(r"(?:NAMA|JABATAN|PANGKAT|GOLONGAN|TANDA ?TANGAN|PARAF|NO\.? HP)\b.*")


def cari_tabel_kedua(blok: Blok) -> int | None:
    """The row where a second table begins, with rows below: a header of other words, a title of another period or
    matter, figures that stand in none of the table's columns, other units beside it."""
    calon = [n for n in (_dari_kata(blok), _dari_angka(blok), cari_sebelah(blok)) if n is not None]
    return min(calon, default=None)


def _dari_kata(blok: Blok) -> int | None:
    """By its header or its title."""
    baris, isi = blok.lembar.baris, blok.data
    if not isi:
        return None
    judul: int | None = None  # a line that may be the title of the next table
    for nomor in range(isi[0] + 1, blok.akhir):
        if not any(map(berisi, baris[nomor])):
            continue
        if blok.berdata(nomor):
            judul = None
        elif teks := blok.kata_kepala(baris[nomor]):
            if not blok.ulang(teks) and _berangka_di_bawah(blok, nomor, teks):
                return nomor
            if judul is not None and blok.ulang(teks) and nomor < isi[-1]:
                return judul
        elif sum(map(berisi, baris[nomor])) <= MAKS_JUDUL and not baris_catatan(baris[nomor]):
            tulis = " ".join(rapikan(s) for s in baris[nomor] if berisi(s))
            if nomor < isi[-1] and _judul_lain(blok, nomor, tulis):
                return nomor
            judul = nomor if blok.lain(tulis) else judul
    return None


def _judul_lain(blok: Blok, nomor: int, tulis: str) -> bool:
    """Is the line a title that names another period? One that stands above the table, and a remark, is none."""
    if blok.masa is None or kalimat(tulis) or tulis in map(rapikan, blok.judul):
        return False
    polos = not kata_lain(tulis, kata_judul(blok.judul))
    return (polos or _berkepala(blok, nomor)) and _masa_lain(tulis, blok.masa, polos=polos)


def _berkepala(blok: Blok, nomor: int) -> bool:
    """Does a header follow, perhaps after further lines of the title?"""
    for n in range(nomor + 1, min(nomor + 1 + _MAKS_LANJUT, blok.akhir)):
        isi = blok.lembar.baris[n]
        if blok.kata_kepala(isi):
            return True
        if sum(map(berisi, isi)) > MAKS_JUDUL or blok.berdata(n):
            return False
    return False


def _berangka_di_bawah(blok: Blok, nomor: int, teks: dict[int, str]) -> bool:
    """Is there a figure below? Tables of words only are met by their filled rows. Numbers of rows and of persons
    are no figures: a list of staff, of problems met, is no second table of this kind."""
    bawah = range(nomor + 1, blok.akhir)
    if not blok.nilai:
        return any(blok.berdata(n) for n in bawah)
    luar = {k for k, t in teks.items() if judul_nomor(t) or kolom_pribadi(t) or _JABATAN.fullmatch(t)}
    return any(berangka(s) and k not in luar for n in bawah for k, s in enumerate(blok.lembar.baris[n]))


def _dari_angka(blok: Blok) -> int | None:
    """By rows with a figure outside the table's columns: one below a line of several words, or two on end.

    Lines behind "Keterangan" or with a colon are notes, whatever they count.
    """
    baris, catatan, atas = blok.lembar.baris, False, None
    for nomor in range(blok.data[0] + 1 if blok.data else blok.akhir, blok.akhir):
        isi = baris[nomor]
        if blok.berdata(nomor):
            catatan, atas = False, None
            continue
        catatan = any(map(berisi, isi)) and (catatan or baris_catatan(isi))
        biasa = catatan or baris_total(isi, lambda _: False) or any(rapikan(s).endswith((":", "=")) for s in isi)
        if not biasa and blok.yatim(nomor, pasti=atas is None or not kata_saja(baris[atas])):
            if atas is not None:
                return _awal_kelompok(blok, atas)
            atas = nomor
        else:
            atas = nomor if len(kata_saja(isi)) >= 2 else None
    return None


def _awal_kelompok(blok: Blok, nomor: int) -> int:
    """The header above a row of figures, where lines of words stand right above it."""
    while nomor > blok.awal and len(kata_saja(blok.lembar.baris[nomor - 1])) >= 2 and not blok.berdata(nomor - 1):
        nomor -= 1
    return nomor


def _akhir_isi(blok: Blok) -> int:
    """Row after the last that may belong to the table: a list of words begins below it, or a signature below its
    figures."""
    if not blok.nilai or not blok.data:
        return blok.akhir
    for n in range(blok.data[0] + 1, blok.akhir):
        if blok.berdata(n):
            continue
        isi = blok.lembar.baris[n]
        teks = blok.kata_kepala(isi)
        if (teks and not blok.ulang(teks)) or (blok.penutup and n > blok.data[-1] and baris_tanda_tangan(isi)):
            return n
    return blok.akhir


def _masa_lain(teks: str, masa: Periode, *, polos: bool) -> bool:
    """Does the line name a period other than the table's and its year? A month without a year is of the table's year.

    ``polos``: a part of the year that cannot be read (MINGGU II) is another one too.
    """
    bertahun = _TAHUN.search(teks) is not None
    lain = baca_judul((teks if bertahun else f"{teks} tahun {masa.tahun}",))
    if lain.periode is None:
        return polos and bool(lain.ragu)
    utuh = lain.periode.panjang == 12 and lain.periode.tahun == masa.tahun
    return not utuh and (lain.periode.dari, lain.periode.sampai) != (masa.dari, masa.sampai)


def blok_peta(konteks: Konteks, lembar: Lembar, peta: Peta, masa: Callable[[], Periode | None]) -> Blok:
    """The table of a mapping; ``masa`` gives its period from outside its rows."""
    akhir = len(lembar.baris) if peta.akhir is None else min(peta.akhir + 1, len(lembar.baris))
    jalur = susun_jalur(lembar, peta.kepala[0], peta.kepala[-1] + 1) if peta.kepala else ()
    berangka_saja = [k for k in peta.kolom if (isi := isi_kolom(peta.bentuk, k.isi)) and isi.angka]
    kode = {k.kode for k in berangka_saja if k.kode}
    sendiri = peta.bentuk not in _BERMASA or any(k.isi in _WAKTU for k in peta.kolom)
    unit = peta.satu("unit")

    def lain(teks: str) -> bool:
        return bool(kode) and bool(indikator_disebut(teks, konteks.rujukan.indikator) - kode)

    return Blok(
        lembar,
        jalur,
        peta.awal,
        akhir,
        {k.kolom for k in berangka_saja if k.isi != "pemeriksa"} if peta.bentuk in ("angka", "label", "iku") else (),
        unit.kolom if unit else None,
        None if sendiri else masa(),
        lain,
        _judul(lembar, peta.kepala[0] if peta.kepala else peta.awal),
    )


def _judul(lembar: Lembar, kepala: int) -> tuple[str, ...]:
    return tuple(" ".join(rapikan(s) for s in b if berisi(s)) for b in lembar.baris[:kepala])


def blok_cetak(konteks: Konteks, tabel: Tabel, nilai: Collection[int]) -> Blok:
    """A printed table of the Profil Kesehatan."""
    masa = periode_dari_judul(tabel.judul) or konteks.opsi.periode
    sendiri = indikator_disebut(tabel.teks_judul, konteks.rujukan.indikator)

    def lain(teks: str) -> bool:
        return bool(indikator_disebut(teks, konteks.rujukan.indikator) - sendiri)

    akhir = len(tabel.lembar.baris)
    return Blok(
        tabel.lembar, tabel.jalur, tabel.awal, akhir, nilai, tabel.kolom_unit, masa, lain, tabel.judul, penutup=False
    )


def akhir_tabel(konteks: Konteks, blok: Blok) -> int:
    """Row after the last of the first table; a second one below is noted, as nothing of the file may be stored then.

    Lists of words and signatures below are left out; nothing of them is shown, they hold names of persons.
    """
    kedua, lembar = cari_tabel_kedua(blok), blok.lembar
    if kedua is not None:
        catat_kedua(konteks, lembar, kedua)
        return kedua
    akhir = _akhir_isi(blok)
    for n in range(akhir, blok.akhir):
        if any(map(berisi, lembar.baris[n])):
            konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(n)), "", "dibuang.bawah_tabel")
    return akhir


def catat_di_atas(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Note a table above the one a layout was recognised in; a person who mapped the lower one knows of it."""
    if not konteks.opsi.peta and peta.kepala and (atas := cari_di_atas(lembar, peta.kepala[0])) is not None:
        catat_kedua(konteks, lembar, atas)


def catat_kedua(konteks: Konteks, lembar: Lembar, baris: int) -> None:
    """A second table begins at this row: nothing of the file may be stored."""
    isi = ringkas(" · ".join(rapikan(s) for s in lembar.baris[baris] if berisi(s)), 60)
    nomor = lembar.nomor(baris)
    konteks.hasil.catat("masalah.tabel_kedua", "galat", lembar.nama, nomor, isi=isi, awal=str(nomor))
