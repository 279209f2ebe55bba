"""A first proposal for a sheet nobody knows, to be corrected by a person: what each column may mean, and from where.

It decides nothing: whatever is doubtful is left without an indikator, and reading asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from types import MappingProxyType

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.angka_kenal import arti_kolom, asal_unit
from kinerja.ingest.bentuk.iku_kata import ARAH, BUKAN, CAPAIAN, NAMA, PEMBEDA, REALISASI, SATUAN, TARGET
from kinerja.ingest.bentuk.kolom_masa import tahun_judul
from kinerja.ingest.bentuk.sinonim import (
    INDIKATOR,
    JUMLAH,
    PEMBILANG,
    PENYEBUT,
    PERSEN,
    arti_angka,
    baca_jk,
    kolom_unit,
)
from kinerja.ingest.bulan_kata import nomor_bulan
from kinerja.ingest.kepala import Jalur, berangka, kata
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periode_teks import periode_dari_judul, periode_dari_sel
from kinerja.ingest.peta.kisi import Kepala, temukan_kepala
from kinerja.ingest.peta.model import Asal, Bentuk, KolomPeta, Peta, isi_kolom
from kinerja.ingest.peta.usulan_orang import BENTUK_ORANG, usul_orang
from kinerja.ingest.peta.waktu import periode_dari_nama
from kinerja.ingest.pribadi import kolom_pribadi
from kinerja.ingest.tipe import MAKS_KOLOM, Lembar, Sel, SelGalat, berisi, teks_sel

_TAHUN = re.compile(r"(?:19|20)[0-9]{2}")
_KALIMAT = re.compile(r"[^\W\d_]{4}")
_DESIMAL = re.compile(r"[+-]?[0-9]{1,12}[.,][0-9]{1,20}")
_HARI = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}")
_TANGGAL = re.compile(r"(?:TANGGAL|TGL|DATE|WAKTU|TIMESTAMP)(?: .+)?")
_HASIL_KERJA = re.compile(r"(?!RENCANA\b).*HASIL KERJA")
_PERAN: Mapping[Bentuk, tuple[tuple[str, re.Pattern[str]], ...]] = MappingProxyType(
    {
        "register": (
            ("tanggal", _TANGGAL),
            ("poli", re.compile(r"POLI(?: .+)?|RUANG(?:AN)?|POLITUJUAN|(?:NAMA )?(?:LAYANAN|KLINIK)")),
            ("bayar", re.compile(r"PEMBIAYAAN|CARA ?BAYAR|PENJAMIN|JAMINAN|JENIS (?:BAYAR|PASIEN)|ASURANSI")),
            ("pasien", re.compile(r"(?:JENIS |STATUS )?KUNJUNGAN|BARU LAMA|PASIEN")),
            ("jk", re.compile(r"JK|JENIS KELAMIN|L P|SEX|GENDER|KELAMIN")),
            ("umur", re.compile(r"UMUR|USIA|AGE")),
            ("lahir", re.compile(r"(?:TGL|TANGGAL) LAHIR")),
        ),
        "skm": (
            ("tanggal", _TANGGAL),
            ("unsur", re.compile(r"U ?[1-9]|UNSUR [1-9]")),
            ("jk", re.compile(r"JK|.*KELAMIN")),
        ),
        "penilaian": (
            ("nip", re.compile(r"NIP")),
            ("nama", re.compile(r"NAMA(?: PEGAWAI)?")),
            ("hasil_kerja", _HASIL_KERJA),
            ("perilaku", re.compile(r".*PERILAKU(?: KERJA)?")),
            ("predikat", re.compile(r"PREDIKAT.*")),
        ),
        "pelatihan": (
            ("nip", re.compile(r"NIP")),
            ("nama", re.compile(r"NAMA(?: (?:PEGAWAI|PESERTA))?")),
            ("tanggal", _TANGGAL),
            ("judul", re.compile(r".*(?:PELATIHAN|DIKLAT|KEGIATAN|TRAINING|SESSION).*")),
            ("jp", re.compile(r"(?:JUMLAH )?JP|JAM PELAJARAN")),
            ("peserta", re.compile(r"(?:JUMLAH )?PESERTA|ATTENDEES|PARTICIPANTS")),
        ),
        "iku": (("nama", NAMA), ("satuan", SATUAN), ("arah", ARAH), ("pembeda", PEMBEDA)),
        "label": (("label", re.compile(r"(?:JENIS )?(?:KEGIATAN|URAIAN|VARIABEL)")),),
    }
)
"""Header words of the columns of other shapes than plain figures."""
_CUKUP: Mapping[Bentuk, int] = MappingProxyType({"register": 3, "skm": 5, "penilaian": 3, "pelatihan": 3})
"""So many columns of a shape must be met before it is proposed."""


def usul_kasar(lembar: Lembar, konteks: Konteks, kepala: Kepala | None = None) -> Peta:
    """The best rough mapping of any sheet. Nothing of its cells is in it but the words of a header that is one.

    ``kepala``: the header as a person chose it.
    """
    if kepala is None:
        kepala = temukan_kepala(lembar)
        if not _berjudul(kepala, konteks):
            awal = next((n for n, baris in enumerate(lembar.baris) if any(map(berisi, baris))), 0)
            kepala = Kepala(lembar, (), awal, ())
    lebar = min(MAKS_KOLOM, max((len(baris) for baris in lembar.baris), default=0))
    judul = [kepala.jalur[n][-1] if n < len(kepala.jalur) and kepala.jalur[n] else "" for n in range(lebar)]
    bentuk = _bentuk(kepala, judul)
    orang = _orang(bentuk, kepala, judul)
    if orang is None:
        kolom = _tunggal(bentuk, [k for n in range(lebar) if (k := _kolom(bentuk, kepala, judul, n, konteks))])
    else:
        bentuk, tahu = orang
        isi = [n for n in range(lebar) if n in tahu or kepala.contoh(n)]
        kolom = [tahu.get(n, KolomPeta(n, "abaikan", kepala.teks(n))) for n in isi]
    unit = Asal() if any(k.isi == "unit" for k in kolom) else asal_unit(kepala, konteks) or Asal("isian")
    return Peta(
        bentuk,
        kepala.awal,
        kepala.kepala,
        akhir=_akhir(lembar, kepala.awal, kolom),
        kolom=tuple(kolom),
        periode=_asal_periode(kepala, konteks, kolom) if isi_kolom(bentuk, "periode") else Asal(),
        unit=unit,
        lembar=lembar.nama,
    )


def _orang(bentuk: Bentuk, kepala: Kepala, judul: Sequence[str]) -> tuple[Bentuk, dict[int, KolomPeta]] | None:
    """The proposal for a sheet about employees, units' predicates or support, unless ``bentuk`` is more telling."""
    if bentuk in ("register", "skm") or any(_HASIL_KERJA.fullmatch(kata(j)) for j in judul):
        return None
    return usul_orang(kepala, [b for b in BENTUK_ORANG if b != "pegawai" or bentuk not in ("penilaian", "pelatihan")])


def _berjudul(kepala: Kepala, konteks: Konteks) -> bool:
    """Is the header one? A list of names without a header must not be taken for it, nor its first line be kept."""
    for nomor, jalur in enumerate(kepala.jalur):
        if not jalur:
            continue
        teks, isi = kata(jalur[-1]), kepala.contoh(nomor)
        dikenal = arti_kolom(teks, isi) or kolom_pribadi(jalur[-1]) or kolom_unit([jalur[-1]]) is not None
        if dikenal or INDIKATOR.fullmatch(teks) or arti_angka(jalur, konteks.rujukan.indikator):
            return True
        if any(pola.fullmatch(teks) for peran in _PERAN.values() for _, pola in peran):
            return True
        if isi and all(berangka(s) or sel_kosong(s) or isinstance(s, date) for s in isi):
            return True
    return usul_orang(kepala) is not None


def _bentuk(kepala: Kepala, judul: Sequence[str]) -> Bentuk:
    """The shape whose words the header has; figures by unit and period where none has enough."""
    polos = [kata(j) for j in judul]
    for bentuk, cukup in _CUKUP.items():
        cocok = sum(any(pola.fullmatch(teks) for _, pola in _PERAN[bentuk]) for teks in polos if teks)
        if cocok >= cukup:
            return bentuk
    bernilai = any(pola.search(t) for t in polos for pola in (TARGET, REALISASI, CAPAIAN))
    if any(NAMA.fullmatch(t) for t in polos if t) and bernilai and not any(PEMBILANG.fullmatch(t) for t in polos):
        return "iku"
    kegiatan = any(pola.fullmatch(t) for t in polos if t for _, pola in _PERAN["label"])
    tanpa = not kepala.kepala and any(isinstance(s, str) for s in kepala.contoh(0) + kepala.contoh(1))
    return "label" if (kegiatan or tanpa) and kolom_unit(judul) is None else "angka"


def _kolom(bentuk: Bentuk, kepala: Kepala, judul: Sequence[str], nomor: int, konteks: Konteks) -> KolomPeta | None:
    """What one column may mean; None for one without anything in it."""
    isi, teks = kepala.contoh(nomor), kata(judul[nomor])
    if not isi:
        return None
    arti = next((nama for nama, pola in _PERAN.get(bentuk, ()) if teks and pola.fullmatch(teks)), "")
    if not arti and nomor == kolom_unit(judul):
        arti = "unit"
    if not arti and bentuk in ("angka", "label", "iku"):
        return _kolom_angka(bentuk, kepala, judul[nomor], nomor, konteks)
    return KolomPeta(nomor, arti or "abaikan", kepala.teks(nomor))


def _kolom_angka(bentuk: Bentuk, kepala: Kepala, judul: str, nomor: int, konteks: Konteks) -> KolomPeta:
    """A column of a table of figures, a labelled report or a plan, by its header and by what it holds."""
    isi, teks = kepala.contoh(nomor), kata(judul)
    dasar = KolomPeta(nomor, "abaikan", kepala.teks(nomor))
    if kolom_pribadi(judul):
        return dasar
    if bentuk == "label" and any(isinstance(s, str) and _KALIMAT.search(s) for s in isi):
        return replace(dasar, isi="label")
    if bentuk == "angka" and INDIKATOR.fullmatch(teks):
        return replace(dasar, isi="indikator")
    arti = (arti_kolom(teks, isi) if teks else None) or _menurut_isi(isi, konteks)
    if arti and not (arti == "tahun" and bentuk == "iku"):
        return replace(dasar, isi=arti if isi_kolom(bentuk, arti) else "abaikan")
    if all(_berangka(s) or sel_kosong(s) for s in isi) and (teks or not kepala.kepala):
        return _nilai(bentuk, dasar, kepala, konteks)
    return dasar


def _nilai(bentuk: Bentuk, dasar: KolomPeta, kepala: Kepala, konteks: Konteks) -> KolomPeta:
    """A column of figures."""
    jalur = kepala.jalur[dasar.kolom] if dasar.kolom < len(kepala.jalur) else ()
    if bentuk == "label":
        return replace(dasar, isi="nilai")
    return _rencana(dasar, jalur) if bentuk == "iku" else _angka(dasar, jalur, konteks)


def _berangka(sel: Sel) -> bool:
    """A figure, also one with more decimals than a count could have digits, and a formula that was never computed."""
    desimal = isinstance(sel, str) and _DESIMAL.fullmatch(sel.strip()) is not None
    return berangka(sel) or desimal or isinstance(sel, SelGalat)


def _rencana(dasar: KolomPeta, jalur: Jalur) -> KolomPeta:
    """A column of figures of a plan: its target or its result, by its words or by its year alone."""
    polos, tahun = kata(" ".join(jalur)), tahun_judul(jalur)
    if BUKAN.search(" ".join(jalur)):
        return dasar
    bernilai = REALISASI.search(polos) or CAPAIAN.search(polos) or tahun
    peran = "target" if TARGET.search(polos) else "realisasi" if bernilai else "abaikan"
    return replace(dasar, isi=peran, kode="" if peran == "abaikan" else str(tahun or ""))


def _angka(dasar: KolomPeta, jalur: Jalur, konteks: Konteks) -> KolomPeta:
    if jalur and (arti := arti_angka(jalur, konteks.rujukan.indikator)):
        return replace(dasar, isi=arti.isi, kode=arti.kode)
    judul = jalur[-1] if jalur else ""
    teks = kata(judul)
    if PERSEN.search(judul) or JUMLAH.fullmatch(teks):
        return replace(dasar, isi="pemeriksa")
    for peran, pola in (("penyebut", PENYEBUT), ("target", TARGET)):
        if pola.search(teks):
            return replace(dasar, isi=peran)
    return replace(dasar, isi="pembilang")


def _menurut_isi(isi: list[Sel], konteks: Konteks) -> str:
    """The meaning that the cells themselves show; '' for plain figures, and for words that show none."""
    teks = [" ".join(teks_sel(s).split()) for s in isi]
    beda = set(teks)
    if all(isinstance(s, date) or _HARI.fullmatch(t) for s, t in zip(isi, teks, strict=True)):
        return "periode"
    if all(_TAHUN.fullmatch(t) for t in teks):
        return "tahun"
    if all(_berangka(s) or sel_kosong(s) for s in isi):
        return ""
    for nama, uji in (
        ("jk", lambda t: bool(t) and baca_jk(t) is not None),
        ("bulan", lambda t: not t.isdigit() and nomor_bulan(t) > 0),
        ("periode", lambda t: periode_dari_sel(t) is not None),
    ):
        if all(map(uji, teks)):
            return nama
    if 2 * sum(bool(konteks.pencocok.calon(t, puskesmas=False)) for t in beda) >= len(beda):
        return "unit"
    kata_saja = not any(berangka(s) for s in isi)
    return "dimensi" if kata_saja and len(beda) <= max(1, len(teks) // 2) and len(beda) <= 30 else ""


def _tunggal(bentuk: Bentuk, kolom: Sequence[KolomPeta]) -> list[KolomPeta]:
    """Only the first column of a meaning that may stand once; a sheet's numbering is no figure."""
    ada: set[str] = set()
    hasil: list[KolomPeta] = []
    for satu in kolom:
        aturan = isi_kolom(bentuk, satu.isi)
        ganda = aturan is not None and (aturan.ganda or satu.isi not in ada)
        hasil.append(satu if ganda else replace(satu, isi="abaikan", kode=""))
        ada.add(satu.isi)
    return hasil


def _akhir(lembar: Lembar, awal: int, kolom: Sequence[KolomPeta]) -> int | None:
    """The last row with figures, when notes or signatures stand below it; printed totals stay, as a check."""
    angka = [k.kolom for k in kolom if k.isi in ("pembilang", "penyebut", "target", "nilai", "realisasi")]
    berisi_angka = [n for n in range(awal, len(lembar.baris)) if any(berangka(lembar.sel(n, k)) for k in angka)]
    if not berisi_angka or berisi_angka[-1] == len(lembar.baris) - 1:
        return None
    return berisi_angka[-1]


def _asal_periode(kepala: Kepala, konteks: Konteks, kolom: Sequence[KolomPeta]) -> Asal:
    """Where the period stands: in a column, the title, the sheet's or the file's name; else it is to be typed."""
    if any(k.isi in ("periode", "tahun", "bulan", "triwulan", "tanggal") or k.kode.isdigit() for k in kolom):
        return Asal()
    if periode_dari_judul(kepala.judul):
        return Asal("judul")
    if periode_dari_nama(kepala.lembar.nama, kepala.judul, konteks.opsi.periode):
        return Asal("lembar")
    if periode_dari_nama(PurePath(konteks.berkas).stem, kepala.judul, konteks.opsi.periode):
        return Asal("berkas")
    return Asal("isian")
