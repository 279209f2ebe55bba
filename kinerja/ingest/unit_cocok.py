"""Names of units as people write them → kode. Never by the number in the NO column, never a new unit silently."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kinerja.domain.samar import bernomor_panjang, samarkan
from kinerja.domain.unit import Unit, normalkan_nama
from kinerja.ingest.tipe import Opsi, Rujukan, Tampung

_NOMOR = re.compile(r"^\s*(?:\(?\d{1,3}\s*[.)]\s*)")
_AKHIRAN = re.compile(r"\s*(?:\([^)]*\)|\*+\)?)\s*$")
_JENIS = re.compile(
    r"^(?:blud|upt[db]?|unit pelaksana teknis(?: daerah| dinas)?|pusat kesehatan masyarakat|puskesmas|pusk|pkm)\b\s*"
)
_AWALAN_PUSKESMAS = re.compile(r"\b(?:puskesmas|pusat kesehatan masyarakat|pkm|pusk)\b")
_ROMAWI = re.compile(r"[ivx]+")


def kunci_nama(nama: str) -> str:
    """The name for matching, more patient than ``normalkan_nama``: BLUD UPT-Puskesmas X (RI) *) → x.

    A number belongs to a list only with a dot or bracket behind it: "7 Ulu" is a name.
    """
    isi = _NOMOR.sub("", nama.lower())
    while (pendek := _AKHIRAN.sub("", isi)) != isi and pendek.strip():
        isi = pendek
    isi = re.sub(r"[^a-z0-9]+", " ", isi).strip()
    while (pendek := _JENIS.sub("", isi)) != isi and pendek:
        isi = pendek
    return isi


def sebut_puskesmas(nama: str) -> bool:
    """Does the name itself say that this is a puskesmas?"""
    return _AWALAN_PUSKESMAS.search(re.sub(r"[^a-z]+", " ", nama.lower())) is not None


@dataclass
class Pencocok:
    """Matches names for one file, and remembers what it could not match and which units it was told to add."""

    rujukan: Rujukan
    opsi: Opsi
    baru: dict[str, Unit] = field(default_factory=dict)
    tanya: dict[str, str] = field(default_factory=dict)
    _orang: set[str] = field(default_factory=set)
    _puskesmas: dict[str, set[str]] = field(default_factory=dict)
    _semua: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._kode = {unit.kode: unit for unit in self.rujukan.units}
        self._kode_baru: dict[str, Unit] = {}
        self._urutan = max((unit.urutan for unit in self.rujukan.units), default=0)
        resmi = {unit.kode_resmi.lower(): unit.kode for unit in self.rujukan.units if unit.kode_resmi}
        self._kode_kecil = resmi | {kode.lower(): kode for kode in self._kode}
        self._jawaban = {kunci_nama(nama): kode for nama, kode in self.opsi.alias_baru.items()}
        for unit in self.rujukan.units:
            for kunci in {kunci_nama(unit.nama), normalkan_nama(unit.nama)} - {""}:
                self._semua.setdefault(kunci, set()).add(unit.kode)
                if unit.jenis == "puskesmas":
                    self._puskesmas.setdefault(kunci, set()).add(unit.kode)

    def unit(self, kode: str) -> Unit | None:
        return self._kode.get(kode) or self._kode_baru.get(kode)

    def calon(self, nama: str, *, puskesmas: bool) -> set[str]:
        """Every kode the name may stand for. In a table of puskesmas a kecamatan of the same name is no candidate."""
        if nama.strip().lower() in self._kode_kecil:
            return {self._kode_kecil[nama.strip().lower()]}
        kunci = kunci_nama(nama)
        if jawaban := self._jawaban.get(kunci):
            return {jawaban}
        peta = self._puskesmas if puskesmas or sebut_puskesmas(nama) else self._semua
        for satu in (kunci, normalkan_nama(nama)):
            if satu in peta:
                return peta[satu]
            kode = self.rujukan.alias.get(satu)
            if kode and (not puskesmas or self._jenis(kode) in ("puskesmas", "")):
                return {kode}
        return {self.baru[kunci].kode} if kunci in self.baru else set()

    def _kode_tertulis(self, nama: str) -> set[str]:
        """Units whose code stands beside the name in one cell, "1011119 Pegambiran": both must mean the same."""
        kata = re.findall(r"[a-z0-9.-]+", nama.lower())
        return {self._kode_kecil[k] for k in kata if k in self._kode_kecil and any(map(str.isdigit, k))}

    def _jenis(self, kode: str) -> str:
        return self._kode[kode].jenis if kode in self._kode else ""

    def dikenal(self, nama: str) -> bool:
        return bool(self.calon(nama, puskesmas=True))

    def cocokkan(
        self, nama: str, hasil: Tampung, lembar: str, baris: int, kolom: str, *, puskesmas: bool, bebas: bool = False
    ) -> str:
        """The kode, or '' with the problem noted (once for each name).

        ``bebas``: in a mapped file any name may be added as a new unit, when the person said so.
        """
        calon = self.calon(nama, puskesmas=puskesmas)
        if calon:
            calon = calon | self._kode_tertulis(nama)
        if len(calon) == 1:
            kode = next(iter(calon))
            if self.unit(kode):
                return kode
            return self._tanyakan(nama, hasil, "masalah.alias_tak_dikenal", lembar, baris, kolom, kode=kode)
        if calon:
            daftar = ", ".join(sorted(calon))
            return self._tanyakan(nama, hasil, "masalah.unit_ganda_arti", lembar, baris, kolom, kode=daftar)
        if bernomor_panjang(nama):
            return self._tolak_orang(nama, hasil, lembar, baris, kolom)
        if self.opsi.unit_baru == "tambahkan" and (bebas or puskesmas or sebut_puskesmas(nama)) and kunci_nama(nama):
            return self._tambahkan(nama, puskesmas=not bebas or sebut_puskesmas(nama)).kode
        return self._tanyakan(nama, hasil, "masalah.unit_tak_dikenal", lembar, baris, kolom)

    def _tanyakan(
        self, nama: str, hasil: Tampung, alasan: str, lembar: str, baris: int, kolom: str, **args: object
    ) -> str:
        kunci = kunci_nama(nama) or nama
        if kunci not in self.tanya:
            self.tanya[kunci] = " ".join(_NOMOR.sub("", nama).split())
            hasil.catat(alasan, "galat", lembar, baris, kolom, nama, nama=self.tanya[kunci], **args)
        return ""

    def _tolak_orang(self, nama: str, hasil: Tampung, lembar: str, baris: int, kolom: str) -> str:
        """'' with the problem noted once: a name with somebody's number becomes no unit, and is not offered as one."""
        if nama not in self._orang:
            self._orang.add(nama)
            samar = samarkan(" ".join(nama.split()))
            hasil.catat("masalah.unit_bernomor", "galat", lembar, baris, kolom, samar, nama=samar)
        return ""

    def _tambahkan(self, nama: str, *, puskesmas: bool) -> Unit:
        kunci = kunci_nama(nama)
        dasar = ("PKM-" if puskesmas else "U-") + "-".join(kunci.upper().split())[:40].strip("-")
        kode = dasar
        urut = 2
        while self.unit(kode):
            kode, urut = f"{dasar}-{urut}", urut + 1
        self._urutan += 1
        nama_resmi = f"Puskesmas {_judul(kunci)}" if puskesmas else " ".join(nama.split())
        unit = Unit(
            kode, nama_resmi, "puskesmas" if puskesmas else "poli", self.rujukan.induk_unit_baru, "dinkes", self._urutan
        )
        self.baru[kunci] = self._kode_baru[kode] = unit
        return unit


def _judul(kunci: str) -> str:
    return " ".join(kata.upper() if _ROMAWI.fullmatch(kata) else kata.capitalize() for kata in kunci.split())
