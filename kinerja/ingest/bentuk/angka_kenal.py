"""Tables of figures recognised without help: every column is known, and its figures name one registered indikator."""

from __future__ import annotations

from pathlib import PurePath

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.kolom_masa import Masa, masa_kolom
from kinerja.ingest.bentuk.sinonim import (
    DIMENSI,
    INDIKATOR,
    JUDUL_JK,
    JUMLAH,
    PEMBILANG,
    PENYEBUT,
    PERSEN,
    TAK_DIPAKAI,
    UNIT,
    WAKTU,
    arti_angka,
    baca_jk,
    indikator_sel,
    kolom_unit,
)
from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.judul_indikator import indikator_judul
from kinerja.ingest.kepala import Jalur, berangka, kata
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periode_teks import periode_dari_sel
from kinerja.ingest.peta.bagian_tahun import bagian_tahun, bulan_sel
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import Asal, Dari, KolomPeta, Peta
from kinerja.ingest.peta.unit_teks import unit_dalam_teks
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import Sel, SelGalat, teks_sel

_BULANAN = {"periode", "bulan", "triwulan"}
"""Columns of time that contradict months in the headers."""


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a recap or an open data file whose header says all, or None."""
    judul = [jalur[-1] if jalur else "" for jalur in kepala.jalur]
    if len([j for j in judul if j]) < 2:
        return None
    angka = _kolom_angka(kepala, konteks) or _baris_angka(kepala, konteks, judul)
    unit = kolom_unit(judul)
    if not angka or unit in {k.kolom for k in angka}:
        return None
    asal = Asal() if unit is not None else asal_unit(kepala, konteks) or Asal()  # without one, reading asks for it
    kolom = [*angka, *([KolomPeta(unit, "unit", kepala.teks(unit))] if unit is not None else [])]
    lain = _kolom_lain(kepala, judul, {k.kolom for k in kolom})
    if lain is None or (_BULANAN & {k.isi for k in lain} and any(masa_kolom(kepala.jalur[k.kolom]) for k in angka)):
        return None
    kolom = sorted([*kolom, *lain], key=lambda k: k.kolom)
    return Peta("angka", kepala.awal, kepala.kepala, kolom=tuple(kolom), unit=asal)


def asal_unit(kepala: Kepala, konteks: Konteks) -> Asal | None:
    """Where the unit of the whole sheet stands: chosen, in the title, the sheet's or the file's name; else None."""
    if konteks.opsi.unit:
        return Asal("isian", konteks.opsi.unit)
    asal: tuple[tuple[Dari, str], ...] = (
        ("judul", " ".join(kepala.judul)),
        ("lembar", kepala.lembar.nama),
        ("berkas", PurePath(konteks.berkas).stem),
    )
    return next((Asal(dari) for dari, teks in asal if unit_dalam_teks(konteks, teks)), None)


def _kolom_angka(kepala: Kepala, konteks: Konteks) -> list[KolomPeta]:
    """Columns of figures whose headers name an indikator; [] unless each has all of its components once a period."""
    hasil: list[tuple[KolomPeta, Masa | None]] = []
    for nomor, jalur in enumerate(kepala.jalur):
        if jalur and _angka_saja(kepala.contoh(nomor)) and (ada := _satu_kolom(kepala, konteks, nomor)):
            hasil.append(ada)
    bermasa = any(masa for _, masa in hasil)
    if any(masa and masa.dari == masa.sampai for _, masa in hasil):  # a quarter beside its months would count twice
        hasil = [(k, masa) for k, masa in hasil if masa is None or masa.dari == masa.sampai]
    if bermasa:
        hasil = [(k, masa) for k, masa in hasil if masa or not JUMLAH.fullmatch(kata(kepala.jalur[k.kolom][-1]))]
    isi = [(k.kode, k.isi, masa) for k, masa in hasil]
    for kode, peran, masa in isi:
        rasio = konteks.rujukan.indikator[kode].bentuk != "jumlah"
        sasaran = {(kode, "penyebut", masa), (kode, "penyebut", None)} & set(isi)
        ganda = isi.count((kode, peran, masa)) > 1 or (masa and (kode, peran, None) in isi)
        if ganda or not any(s[:2] == (kode, "pembilang") for s in isi) or (rasio and not sasaran):
            return []
    return [*(k for k, _ in hasil), *(_kolom_total(kepala) if bermasa else ())]


def _satu_kolom(kepala: Kepala, konteks: Konteks, nomor: int) -> tuple[KolomPeta, Masa | None] | None:
    """What a column of figures is, with the month its header names; the title's indikator where it has only a month."""
    jalur, indikator = kepala.jalur[nomor], konteks.rujukan.indikator
    if arti := arti_angka(jalur, indikator):
        return KolomPeta(nomor, arti.isi, kepala.teks(nomor), arti.kode), None
    masa = masa_kolom(jalur)
    if masa is None or (masa.dari, masa.sampai) == (1, 12):
        return None
    sisa = _tanpa_masa(jalur)
    if sisa:
        arti = arti_angka(sisa, indikator)
        return (KolomPeta(nomor, arti.isi, kepala.teks(nomor), arti.kode), masa) if arti else None
    kode = indikator_judul(kepala.judul, konteks.rujukan.units, indikator)
    return (KolomPeta(nomor, "pembilang", kepala.teks(nomor), kode), masa) if kode else None


def _tanpa_masa(jalur: Jalur) -> Jalur:
    """The header without the parts that only say the period."""
    atas = ("", *jalur)
    return tuple(
        j for a, j in zip(atas, jalur, strict=False) if not (masa_kolom((a, j)) or WAKTU["bulan"].fullmatch(j))
    )


def _kolom_total(kepala: Kepala) -> list[KolomPeta]:
    """The column that adds up the months, as a check; its formulas may never have been computed."""
    return [
        KolomPeta(n, "pemeriksa", kepala.teks(n))
        for n, jalur in enumerate(kepala.jalur)
        if jalur and JUMLAH.fullmatch(kata(jalur[-1])) and all(map(_seperti_angka, kepala.contoh(n)))
    ]


def _baris_angka(kepala: Kepala, konteks: Konteks, judul: list[str]) -> list[KolomPeta]:
    """One row an indikator with PEMBILANG and PENYEBUT: every row that has both must name another one."""
    letak = {
        isi: [n for n, j in enumerate(judul) if pola.fullmatch(kata(j))]
        for isi, pola in (("indikator", INDIKATOR), ("pembilang", PEMBILANG), ("penyebut", PENYEBUT))
    }
    if any(len(nomor) != 1 for nomor in letak.values()):
        return []
    satu = {isi: nomor[0] for isi, nomor in letak.items()}
    lembar = kepala.lembar
    baris = [
        n
        for n in range(kepala.awal, len(lembar.baris))
        if not any(sel_kosong(lembar.sel(n, satu[isi])) for isi in ("pembilang", "penyebut"))
    ]
    kode = [indikator_sel(lembar.sel(n, satu["indikator"]), konteks.rujukan.indikator) for n in baris]
    if not kode or not all(kode) or len(set(kode)) < len(kode):
        return []
    persen = [n for n, j in enumerate(judul) if PERSEN.search(j) and n not in satu.values()]
    kolom = [KolomPeta(n, isi, kepala.teks(n)) for isi, n in satu.items()]
    return [*kolom, *(KolomPeta(n, "pemeriksa", kepala.teks(n)) for n in persen)]


def _kolom_lain(kepala: Kepala, judul: list[str], diambil: set[int]) -> list[KolomPeta] | None:
    """Period, sex and dimensions; None when a column of words has no known meaning: its rows might not add up."""
    hasil: list[KolomPeta] = []
    for nomor, teks in enumerate(judul):
        isi = kepala.contoh(nomor)
        if nomor in diambil or not isi or not teks:
            continue
        arti = arti_kolom(kata(teks), isi)
        if arti is None and not _angka_saja(isi) and not kolom_pribadi(teks):
            return None
        if arti and arti != "abaikan":
            hasil.append(KolomPeta(nomor, arti, kepala.teks(nomor)))
    nama = [k.isi for k in hasil if k.isi != "dimensi"]
    return hasil if len(set(nama)) == len(nama) else None


def arti_kolom(judul: str, isi: list[Sel]) -> str | None:
    """Meaning of a column that holds no figure, by its header and cells; 'abaikan' for one that adds nothing."""
    for nama, pola in WAKTU.items():
        if pola.fullmatch(judul):
            return _arti_waktu(nama, isi)
    if JUDUL_JK.fullmatch(judul):
        return "jk" if all(baca_jk(s) is not None for s in isi) else None
    if DIMENSI.fullmatch(judul):
        return "dimensi"
    if TAK_DIPAKAI.fullmatch(judul) or any(pola.fullmatch(judul) for pola in UNIT):
        return "abaikan"
    return None


def _arti_waktu(nama: str, isi: list[Sel]) -> str | None:
    """A header of time is believed when every cell below it says so."""
    if nama in ("bulan", "periode") and any(bulan_sel(s) for s in isi):
        isi = [s for s in isi if not bagian_tahun(s)]  # quarters among the months add them up
    if nama in ("bulan", "periode") and all(nomor_bulan(teks_sel(s)) or _setahun(s) for s in isi):
        return "bulan"
    utuh = [periode_dari_sel(s) for s in isi]
    if nama == "tahun":
        return "tahun" if all(p and p.panjang == 12 for p in utuh) else None
    if nama == "triwulan":
        return "triwulan"
    return "periode" if all(utuh) else None


def _setahun(sel: Sel) -> bool:
    return teks_sel(sel).strip().lower() in ("tahunan", "setahun", "annual")


def _angka_saja(isi: list[Sel]) -> bool:
    return any(map(berangka, isi)) and all(map(_seperti_angka, isi))


def _seperti_angka(sel: Sel) -> bool:
    """A figure, a blank, or a formula's error: reading names that cell."""
    return berangka(sel) or sel_kosong(sel) or isinstance(sel, SelGalat)
