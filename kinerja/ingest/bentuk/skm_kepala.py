"""Recognising a survey: its unsur by name, its other columns by their words; what is not certain is to be asked."""

from __future__ import annotations

import re
from collections import Counter

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.jawaban_kata import SKALA, SKALA_KATA, baca_jawab
from kinerja.ingest.bentuk.judul_kolom import Judul, asal_periode, calon_kepala
from kinerja.ingest.bentuk.tanggal_sel import sebuah_hari
from kinerja.ingest.bentuk.unsur import hanya_kode, kode_u, mirip_pertanyaan, unsur_dari_judul
from kinerja.ingest.kepala import rapikan
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala, susun_kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.tipe import Sel

_TANGGAL = re.compile(
    r"TIMESTAMP|(?:CAP|STEMPEL) WAKTU|(?:HARI )?(?:TANGGAL|TGL)(?: (?:SURVEI|SURVEY|PENGISIAN|PELAYANAN|LAYANAN|"
    r"KUNJUNGAN|ISI|RESPON))*|(?:TANGGAL|WAKTU) (?:DAN )?(?:JAM|SURVEI|SURVEY|PENGISIAN)|DATE|SUBMITTED AT"
)
_LAYANAN = re.compile(r"(?:JENIS|NAMA)? ?(?:LAYANAN|PELAYANAN)(?: (?:YANG )?(?:DITERIMA|DIPEROLEH|DIMINTA))?")
_JK = re.compile(r"JENIS KELAMIN(?: .{1,20})?|JK|L P|KELAMIN|GENDER|SEX")
_UMUR = re.compile(r"(?:KELOMPOK )?(?:USIA|UMUR)(?: .{1,20})?|AGE")
_BUKAN = re.compile(
    r"NO(?:MOR|MER)?(?: .{0,20})?|(?:JUMLAH|TOTAL|RATA|RERATA|NRR|IKM|MUTU|KET|KETERANGAN|NILAI)\b.*|"
    r".*\b(?:PENDIDIKAN|PEKERJAAN|KRITIK|SARAN|MASUKAN|KOMENTAR)\b.*"
)
PALING_SEDIKIT = 4
"""Fewer questions with a name or code of an unsur are no survey of the nine."""
_KODE_TERAKHIR = 10


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a sheet of answers. Questions whose unsur is not certain have no code: reading asks for it."""
    for calon in calon_kepala(kepala):
        judul = _dengan_nama(calon)
        lain = _kolom_lain(judul)
        unsur = _kolom_unsur(judul)
        if sum(k.kode != "" or kode_u(judul.kepala.jalur[k.kolom]) > 0 for k in unsur) < PALING_SEDIKIT:
            continue
        unit, waktu = judul.unit(), judul.waktu()
        bertanggal = any(k.isi == "tanggal" for k in lain)
        asal, waktu = asal_periode(judul.kepala, konteks, () if bertanggal else waktu)
        kolom = (*lain, *unit, *waktu, *unsur)
        return Peta("skm", judul.kepala.awal, judul.kepala.kepala, kolom=kolom, periode=asal)
    return None


def _dengan_nama(judul: Judul) -> Judul:
    """The header with the row of names below its codes, where there is one."""
    kepala = judul.kepala
    bawah = kepala.lembar.baris[kepala.awal] if kepala.awal < len(kepala.lembar.baris) else []
    nama = {u for s in bawah if isinstance(s, str) and (u := unsur_dari_judul((rapikan(s),)))}
    if not kepala.kepala or kepala.awal != kepala.kepala[-1] + 1 or len(nama) < PALING_SEDIKIT:
        return judul
    return Judul(susun_kepala(kepala.lembar, (*kepala.kepala, kepala.awal), kepala.awal + 1))


def _kolom_lain(judul: Judul) -> tuple[KolomPeta, ...]:
    tanggal = judul.ambil("tanggal", _TANGGAL, uji=lambda contoh: any(map(_hari, contoh)))
    hasil = [tanggal, *(judul.ambil(isi, pola) for isi, pola in (("layanan", _LAYANAN), ("jk", _JK), ("umur", _UMUR)))]
    return tuple(k for k in hasil if k)


def _hari(sel: Sel) -> bool:
    return not isinstance(sel, int | float) and sebuah_hari(sel)


def _kolom_unsur(judul: Judul) -> tuple[KolomPeta, ...]:
    """Questions in the order of the sheet; the same unsur named by two columns is certain for neither.

    Codes up to U14 are those of the questionnaire of 2004, in which U1 is another unsur: then no bare code is certain.
    """
    kode = {n: k for n in range(len(judul.kata)) if (k := _kode(judul, n)) is not None}
    if any(kode_u(judul.kepala.jalur[n]) > _KODE_TERAKHIR for n in kode):
        kode = {n: "" if hanya_kode(judul.kepala.jalur[n]) else k for n, k in kode.items()}
    kali = Counter(k for k in kode.values() if k)
    return tuple(judul.kolom(n, "unsur", k if kali[k] == 1 else "") for n, k in kode.items())


def _kode(judul: Judul, nomor: int) -> str | None:
    """The unsur of a column, '' for a question whose unsur is not certain, None for a column that is no question."""
    jalur = judul.kepala.jalur[nomor]
    if nomor in judul.diambil or not jalur or jalur[-1].startswith("*"):
        return None
    contoh, kode, u = judul.contoh(nomor), unsur_dari_judul(jalur), kode_u(jalur)
    if kode and (u or not contoh or any(_jawaban(s, kode) for s in contoh)):
        return kode
    if not contoh or (not u and (any(map(_BUKAN.fullmatch, judul.kata[nomor])) or not mirip_pertanyaan(jalur))):
        return None
    return "" if u or _mirip_jawaban(contoh) else None


def _mirip_jawaban(contoh: list[Sel]) -> bool:
    """Are most cells answers, on whatever scale up to ten?"""
    isi = [s for s in contoh if not sel_kosong(s)]
    ya = [s for s in isi if _jawaban(s, "")]
    return bool(isi) and 2 * len(ya) > len(isi)


def _jawaban(sel: Sel, unsur: str) -> bool:
    hasil = baca_jawab(sel, unsur, {})
    if hasil.alasan == SKALA:
        return (isinstance(sel, int | float) and sel <= 10) or (isinstance(sel, str) and sel.strip() in _SAMPAI_SEPULUH)
    return hasil.nilai is not None or hasil.alasan in (SKALA_KATA, "masalah.skm_pecahan")


_SAMPAI_SEPULUH = frozenset(map(str, range(5, 11)))
