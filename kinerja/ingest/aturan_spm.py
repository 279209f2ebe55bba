"""Which table of the Profil Kesehatan holds which SPM service, and which of its columns are the two components.

Tables change number and wording from year to year, so they are known by words of their title and of their header.
``sasaran`` and ``terlayani`` are tried in order; the first that fits any column is taken. When two columns of one sex
fit, nothing is taken: a wrong column is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja.domain.indikator import Indikator
from kinerja.ingest.kolom import Jk, Kolom, persen_kanan

_MENDAPAT = (r"MENDAPAT|MEMPEROLEH|DILAYANI|SESUAI STANDAR",)
_BUKAN_LAYANAN = re.compile(r"\b(?:TIDAK|BELUM|TDK|BLM|TANPA|TARGET|RENCANA|PREDIKSI|POSYANDU|POSBINDU|TAHUN LALU)\b")
"""Columns that look like those served and are the others, a wish, or another service."""
_BUKAN_SASARAN = r"MENDAPAT|MEMPEROLEH|DILAYANI|SESUAI STANDAR|SKRINING|BERISIKO|\bKASUS\b"


@dataclass(frozen=True)
class AturanSpm:
    """Words of one service. All are regular expressions searched in capitals; ``blok`` narrows the columns first."""

    kode: str
    judul: str
    tanpa: str = r"(?!)"
    blok: str = ""
    sasaran: tuple[str, ...] = (r"SASARAN|ESTIMASI|PROYEKSI", r"JUMLAH|PENDUDUK|PENDERITA|\bORANG\b")
    bukan_sasaran: str = _BUKAN_SASARAN
    terlayani: tuple[str, ...] = _MENDAPAT
    bukan_terlayani: str = r"BERISIKO"


_BUKAN_KIA = (
    r"IMUNISASI|TETANUS|TABLET|TAMBAH DARAH|ANEMIA|KOMPLIKASI|HEPATITIS|\bKEK\b|KEMATIAN|\bKB\b|\bASI\b|\bIMD\b|VITAMIN"
)

ATURAN: tuple[AturanSpm, ...] = (
    # K4, not K6: the office's own SPM report of 2023 (1.892 of 2.219) equals K4. A table without K4 is left out.
    AturanSpm(
        "spm_ibu_hamil",
        judul=r"IBU HAMIL",
        tanpa=_BUKAN_KIA,
        blok=r"HAMIL",
        sasaran=(r"SASARAN|JUMLAH|IBU HAMIL$",),
        bukan_sasaran=r"\bK\s*-?\s*\d|MENDAPAT|MURNI|AKSES",
        terlayani=(r"\bK\s*-?\s*4\b",),
        bukan_terlayani=r"\bK\s*-?\s*[156]\b",
    ),
    AturanSpm(
        "spm_ibu_bersalin",
        judul=r"BERSALIN|PERSALINAN",
        tanpa=_BUKAN_KIA,
        blok=r"BERSALIN|PERSALINAN|NIFAS",
        sasaran=(r"SASARAN|JUMLAH|BERSALIN$",),
        bukan_sasaran=r"FASYANKES|FASILITAS|FASKES|DITOLONG|NAKES|TENAGA|\bKF|VIT|DI RUMAH|MENDAPAT",
        terlayani=(r"FASYANKES|FASILITAS (?:PELAYANAN )?KESEHATAN|FASKES",),
        bukan_terlayani=r"NON|LUAR|\bKF",
    ),
    AturanSpm(
        "spm_bayi_baru_lahir",
        judul=r"NEONATAL|BAYI BARU LAHIR",
        tanpa=r"KOMPLIKASI|BBLR|KEMATIAN|BERAT BADAN|\bASI\b|INISIASI|\bIMD\b|IMUNISASI",
        sasaran=(r"LAHIR HIDUP", r"SASARAN|JUMLAH"),
        bukan_sasaran=_BUKAN_SASARAN + r"|\bKN|KUNJUNGAN|HIPOTIROID|SCREENING",
        terlayani=(
            r"KN\s*-?\s*LENGKAP|NEONATAL\s*(?:3|TIGA)\s*(?:KALI|X)|NEONATAL LENGKAP|\bKNL\b|\bKN\s*-?\s*3\b",
            *_MENDAPAT,
        ),
        bukan_terlayani=r"HIPOTIROID|SCREENING|\bKN\s*-?\s*[12]\b",
    ),
    AturanSpm(
        "spm_balita",
        judul=r"PELAYANAN KESEHATAN (?:PADA )?(?:ANAK )?BALITA",
        tanpa=r"IMUNISASI|VITAMIN|PNEUMONIA|DIARE|STATUS GIZI",
        terlayani=(r"MENDAPAT|MEMPEROLEH|SESUAI STANDAR",),
    ),
    AturanSpm(
        "spm_pendidikan_dasar",
        judul=r"PENDIDIKAN DASAR|PESERTA DIDIK",
        tanpa=r"GIGI|IMUNISASI",
        blok=r"PENDIDIKAN DASAR",
        bukan_sasaran=_BUKAN_SASARAN + r"|\bSEKOLAH\b",
    ),
    AturanSpm("spm_usia_produktif", judul=r"USIA PRODUKTIF", terlayani=(r"SKRINING|MENDAPAT|SESUAI STANDAR",)),
    AturanSpm(
        "spm_usia_lanjut", judul=r"USIA LANJUT|LANJUT USIA|LANSIA", terlayani=(r"SKRINING|MENDAPAT|SESUAI STANDAR",)
    ),
    AturanSpm("spm_hipertensi", judul=r"HIPERTENSI"),
    AturanSpm("spm_diabetes", judul=r"DIABETES|\bDM\b"),
    AturanSpm(
        "spm_odgj_berat", judul=r"ODGJ|GANGGUAN JIWA BERAT|ORANG DENGAN GANGGUAN JIWA", tanpa=r"\bRINGAN\b|\bSEDANG\b"
    ),
    AturanSpm("spm_tb", judul=r"TERDUGA (?:TUBERKULOSIS|TBC?|TUBERCULOSIS)\b"),
    AturanSpm(
        "spm_hiv",
        judul=r"(?:RISIKO|BERISIKO|RESIKO) TERINFEKSI|TERINFEKSI (?:VIRUS )?HIV",
        bukan_sasaran=r"MENDAPAT|DILAYANI",
    ),
)


@dataclass(frozen=True)
class PilihanSpm:
    """Columns of one service by sex; ``persen`` is the printed percentage beside a served count."""

    kode: str
    sasaran: Mapping[Jk, int]
    terlayani: Mapping[Jk, int]
    persen: Mapping[Jk, int]

    @property
    def kolom(self) -> set[int]:
        return {*self.sasaran.values(), *self.terlayani.values()}


def aturan_untuk(judul: str, indikator: Mapping[str, Indikator]) -> list[AturanSpm]:
    """Rules whose title words fit; then indicators of other files that name words of their own (``kata_kunci``)."""
    cocok = [a for a in ATURAN if re.search(a.judul, judul) and not re.search(a.tanpa, judul)]
    dikenal = {a.kode for a in ATURAN}
    tambahan = [
        AturanSpm(satu.kode, judul="")
        for satu in indikator.values()
        if satu.kode not in dikenal and satu.penyebut and any(kata.upper() in judul for kata in satu.kata_kunci)
    ]
    return cocok + tambahan


def pilih_kolom(aturan: AturanSpm, kolom: list[Kolom]) -> PilihanSpm | None:
    """The columns of both components for at least one sex or both together, or None."""
    cacah = [k for k in kolom if not k.persen]
    if aturan.blok and any(re.search(aturan.blok, k.teks) for k in cacah):
        cacah = [k for k in cacah if re.search(aturan.blok, k.teks)]
    layanan = [k for k in cacah if not _BUKAN_LAYANAN.search(k.teks)]
    terlayani = _pilih(layanan, aturan.terlayani, aturan.bukan_terlayani)
    dipakai = set((terlayani or {}).values())
    sisa = [k for k in cacah if k.indeks not in dipakai]  # "TARGET" may be the sasaran
    sasaran = _pilih(sisa, aturan.sasaran, aturan.bukan_sasaran)
    if not sasaran or not terlayani or not sasaran.keys() & terlayani.keys():
        return None
    persen = {jk: letak for jk, indeks in terlayani.items() if (letak := persen_kanan(kolom, indeks)) is not None}
    return PilihanSpm(aturan.kode, sasaran, terlayani, persen)


def kolom_berebut(pilihan: Iterable[PilihanSpm]) -> tuple[int, str, str] | None:
    """A column that would be the served of two services, with both; a title of two leaves open which it is."""
    pemilik: dict[int, str] = {}
    for satu in pilihan:
        for kolom in satu.terlayani.values():
            if (lain := pemilik.setdefault(kolom, satu.kode)) != satu.kode:
                return kolom, satu.kode, lain
    return None


def _pilih(kolom: list[Kolom], pola: tuple[str, ...], bukan: str) -> dict[Jk, int] | None:
    """Sex → column of the first pattern that fits any; None when two columns of one sex fit."""
    for satu in pola:
        cocok = [k for k in kolom if re.search(satu, k.teks) and not re.search(bukan, k.teks)]
        if cocok:
            hasil = {k.jk: k.indeks for k in cocok}
            return hasil if len(hasil) == len(cocok) else None
    return None
