"""Tables of figures recognised without help: every column is known, and its figures name one registered indikator."""

from __future__ import annotations

from pathlib import PurePath

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.sinonim import (
    DIMENSI,
    INDIKATOR,
    JUDUL_JK,
    PEMBILANG,
    PENYEBUT,
    PERSEN,
    TAK_DIPAKAI,
    UNIT,
    WAKTU,
    arti_angka,
    baca_jk,
    indikator_sel,
    kata,
    kolom_unit,
)
from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.kepala import berangka
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periode_teks import periode_dari_sel
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import Asal, Dari, KolomPeta, Peta
from kinerja.ingest.peta.terap import unit_dalam_teks
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import Sel, teks_sel


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
    if lain is None:
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
    """Columns of figures whose headers name an indikator; [] unless each has all of its components once."""
    hasil: list[KolomPeta] = []
    for nomor, jalur in enumerate(kepala.jalur):
        arti = arti_angka(jalur, konteks.rujukan.indikator) if jalur and _angka_saja(kepala.contoh(nomor)) else None
        if arti:
            hasil.append(KolomPeta(nomor, arti.isi, kepala.teks(nomor), arti.kode))
    isi = [(k.kode, k.isi) for k in hasil]
    for kode, peran in isi:
        rasio = konteks.rujukan.indikator[kode].bentuk != "jumlah"
        if isi.count((kode, peran)) > 1 or (kode, "pembilang") not in isi or (rasio and (kode, "penyebut") not in isi):
            return []
    return hasil


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
    return any(map(berangka, isi)) and all(berangka(s) or sel_kosong(s) for s in isi)
