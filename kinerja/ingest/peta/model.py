"""What a mapping says: where the header and the rows are, what each column means, where period and unit come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from kinerja.ingest.angka import Gaya

Bentuk = Literal[
    "angka",
    "label",
    "register",
    "skm",
    "penilaian",
    "perilaku",
    "pelatihan",
    "pelaporan",
    "pegawai",
    "butir",
    "organisasi",
    "kegiatan",
    "gelombang",
    "iku",
]
BENTUK: tuple[Bentuk, ...] = get_args(Bentuk)
"""angka: figures by unit and period · label: the meaning stands in the rows (LB4) · register: one row a visit ·
skm: one row a respondent · penilaian: ratings · perilaku: behaviours ·
pelatihan: attendance · pelaporan: reporting dates · pegawai: employees · butir: SKP items · organisasi: predicates of
units · kegiatan: support given · gelombang: batches of a training · iku: indicators of a plan, years side by side."""
Dari = Literal["kolom", "judul", "lembar", "berkas", "isian"]
DARI: tuple[Dari, ...] = get_args(Dari)
UrutTanggal = Literal["", "dmy", "mdy", "ymd"]
Nol = Literal["nihil", "kosong"]


@dataclass(frozen=True)
class IsiKolom:
    """One meaning a column may have. ``kode``: it needs a code beside it (indikator, unsur, jenis of report)."""

    nama: str
    wajib: bool = False
    ganda: bool = False
    angka: bool = False
    kode: Literal["", "indikator", "unsur", "laporan", "nilai"] = ""


_WAKTU = (IsiKolom("periode"), IsiKolom("tahun"), IsiKolom("bulan"), IsiKolom("triwulan"))
_UMUM = (IsiKolom("unit"), IsiKolom("saring", ganda=True))
_ORANG = (IsiKolom("nip"), IsiKolom("nama"))
ISI: Mapping[Bentuk, tuple[IsiKolom, ...]] = MappingProxyType(
    {
        "angka": (
            *_WAKTU,
            *_UMUM,
            IsiKolom("indikator"),
            IsiKolom("jk"),
            IsiKolom("dimensi", ganda=True),
            IsiKolom("pembilang", ganda=True, angka=True, kode="indikator"),
            IsiKolom("penyebut", ganda=True, angka=True, kode="indikator"),
            IsiKolom("kurang", ganda=True, angka=True, kode="indikator"),
            IsiKolom("target", ganda=True, angka=True, kode="indikator"),
            IsiKolom("pemeriksa", ganda=True, angka=True),
        ),
        "label": (
            *_WAKTU,
            *_UMUM,
            IsiKolom("label", wajib=True),
            IsiKolom("nilai", wajib=True, ganda=True, angka=True),
        ),
        "register": (
            *_UMUM,
            IsiKolom("tanggal", wajib=True),
            *(IsiKolom(n) for n in ("poli", "layanan", "bayar", "pasien", "jk", "umur", "lahir", "gedung")),
        ),
        "skm": (
            *_WAKTU,
            *_UMUM,
            *(IsiKolom(n) for n in ("tanggal", "layanan", "jk", "umur")),
            IsiKolom("unsur", wajib=True, ganda=True, kode="unsur"),
        ),
        "penilaian": (
            *_WAKTU,
            *_UMUM,
            *_ORANG,
            IsiKolom("hasil_kerja", wajib=True),
            IsiKolom("perilaku", wajib=True),
            IsiKolom("predikat"),
            IsiKolom("penilai", ganda=True),
            IsiKolom("nilai", ganda=True, kode="nilai"),
        ),
        "perilaku": (
            *_WAKTU,
            *_UMUM,
            *_ORANG,
            IsiKolom("jenis"),
            IsiKolom("nilai", wajib=True, ganda=True, kode="nilai"),
        ),
        "pegawai": (
            *_UMUM,
            *_ORANG,
            IsiKolom("jabatan"),
            IsiKolom("status"),
            IsiKolom("penilai", ganda=True),
            IsiKolom("tmt"),
            IsiKolom("akhir"),
        ),
        "butir": (
            *_WAKTU,
            *_UMUM,
            *_ORANG,
            IsiKolom("rencana"),
            IsiKolom("butir", wajib=True),
            IsiKolom("aspek"),
            IsiKolom("satuan"),
            IsiKolom("target", wajib=True, angka=True),
            IsiKolom("realisasi", angka=True),
            IsiKolom("bukti"),
        ),
        "organisasi": (*_WAKTU, *_UMUM, IsiKolom("predikat", wajib=True)),
        "kegiatan": (
            *_UMUM,
            IsiKolom("tanggal", wajib=True),
            IsiKolom("jenis", wajib=True),
            IsiKolom("topik"),
            IsiKolom("peserta", angka=True),
        ),
        "gelombang": (
            *_UMUM,
            *_ORANG,
            IsiKolom("judul", wajib=True),
            IsiKolom("gelombang", wajib=True),
            IsiKolom("cara", wajib=True),
        ),
        "pelatihan": (
            *_UMUM,
            *_ORANG,
            IsiKolom("tanggal", wajib=True),
            IsiKolom("judul"),
            IsiKolom("jp", angka=True),
            IsiKolom("peserta", angka=True),
        ),
        "pelaporan": (
            *_WAKTU,
            *_UMUM,
            *_ORANG,
            IsiKolom("jenis"),
            IsiKolom("batas"),
            IsiKolom("lapor", wajib=True, ganda=True, kode="laporan"),
        ),
        "iku": (
            *_WAKTU,
            *_UMUM,
            IsiKolom("nama", wajib=True),
            IsiKolom("satuan"),
            IsiKolom("arah"),
            IsiKolom("pembeda", ganda=True),
            IsiKolom("target", ganda=True, angka=True),
            IsiKolom("realisasi", wajib=True, ganda=True, angka=True),
        ),
    }
)
"""Bentuk → what its columns may mean. 'abaikan' is always allowed. ``kode`` of target and realisasi in *iku* is the
year of the column, '' for the period of the row or the file."""
ABAIKAN = IsiKolom("abaikan", ganda=True)
ISI_ORANG = frozenset({"nip", "nama", "lahir"})
"""Meanings whose cells tell who somebody is; in a plan the name is that of its indikator."""


@dataclass(frozen=True)
class KolomPeta:
    """One column, counted from 0. ``gaya``, ``tanggal``: '' lets the column decide, and asks when it cannot.

    ``nol``: what a 0 stands for, none or not measured. ``hanya``: texts of the rows to keep (isi 'saring').
    ``arti``: word in the cell → code, beyond the words every reader knows.
    """

    kolom: int
    isi: str
    judul: str = ""
    kode: str = ""
    jk: Literal["", "L", "P"] = ""
    gaya: Gaya | Literal[""] = ""
    tanggal: UrutTanggal = ""
    nol: Nol = "nihil"
    hanya: tuple[str, ...] = ()
    arti: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class BarisPeta:
    """A labelled row: whose figure it is, and the columns (from 0) that are added up for it."""

    label: str
    indikator: str
    peran: Literal["pembilang", "penyebut", "target"] = "pembilang"
    kolom: tuple[int, ...] = ()


@dataclass(frozen=True)
class Asal:
    """Where period or unit stand. ``nilai``: the code typed for 'isian'."""

    dari: Dari = "kolom"
    nilai: str = ""


@dataclass(frozen=True)
class Peta:
    """A complete mapping of one sheet. Rows are indexes from 0 into the sheet; ``akhir`` None: to the end.

    ``sidik``: fingerprint of header or labels by which the layout is known again (``peta.kisi.sidik``). ``sempit``:
    words of the title that a person has accepted, though they may name a part only (``judul_sempit``).
    """

    bentuk: Bentuk
    awal: int
    kepala: tuple[int, ...] = ()
    akhir: int | None = None
    kolom: tuple[KolomPeta, ...] = ()
    baris: tuple[BarisPeta, ...] = ()
    periode: Asal = Asal()
    unit: Asal = Asal()
    lembar: str = ""
    nama: str = ""
    sidik: str = ""
    sempit: tuple[str, ...] = ()

    def semua(self, isi: str) -> tuple[KolomPeta, ...]:
        return tuple(k for k in self.kolom if k.isi == isi)

    def satu(self, isi: str) -> KolomPeta | None:
        return next((k for k in self.kolom if k.isi == isi), None)


def isi_kolom(bentuk: Bentuk, nama: str) -> IsiKolom | None:
    return next((i for i in (*ISI[bentuk], ABAIKAN) if i.nama == nama), None)
