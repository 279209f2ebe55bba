"""Which layout a sheet has: our template, the visits table, or SPM tables of the Profil Kesehatan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kinerja.domain.fakta import Tingkat
from kinerja.ingest.aturan_spm import AturanSpm, PilihanSpm, aturan_untuk, pilih_kolom
from kinerja.ingest.kepala import Tabel, temukan_tabel
from kinerja.ingest.kepala_templat import temukan_kepala
from kinerja.ingest.kolom import kolom_nilai
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.profil_kunjungan import pilih_kolom_kunjungan, proses_kunjungan
from kinerja.ingest.profil_spm import proses_spm
from kinerja.ingest.templat import proses_templat
from kinerja.ingest.tipe import Lembar

TEMPLAT, KUNJUNGAN, SPM = "templat", "profil-kunjungan", "profil-spm"
JENIS = (TEMPLAT, KUNJUNGAN, SPM)


@dataclass(frozen=True)
class Dikenal:
    """A recognised sheet: its layout, and what reads it into the run's result."""

    jenis: str
    proses: Callable[[Konteks], None]


def kenali(konteks: Konteks, lembar: Lembar) -> Dikenal | None:
    """The layout of this sheet, or None. ``opsi.jenis`` narrows what is looked for."""
    boleh = (konteks.opsi.jenis,) if konteks.opsi.jenis else JENIS
    if TEMPLAT in boleh and (kepala := temukan_kepala(lembar)):
        return Dikenal(TEMPLAT, partial(proses_templat, lembar=lembar, kepala=kepala))
    tabel = temukan_tabel(lembar)
    if tabel is None:
        return None
    dikenal = konteks.rujukan.indikator
    if KUNJUNGAN in boleh and "KUNJUNGAN" in tabel.teks_judul and (pilihan := pilih_kolom_kunjungan(tabel, dikenal)):
        return Dikenal(KUNJUNGAN, partial(proses_kunjungan, tabel=tabel, pilihan=pilihan))
    return _kenali_spm(konteks, tabel) if SPM in boleh else None


def _kenali_spm(konteks: Konteks, tabel: Tabel) -> Dikenal | None:
    """Services whose title words and columns are both there. A service of the title without columns is told."""
    kolom = kolom_nilai(tabel)
    pilihan: list[PilihanSpm] = []
    kurang: list[tuple[str, AturanSpm]] = []
    for aturan in aturan_untuk(tabel.teks_judul, konteks.rujukan.indikator):
        hasil = pilih_kolom(aturan, kolom)
        if hasil is None:
            kurang.append(("masalah.kolom_spm", aturan))
        elif aturan.kode not in konteks.rujukan.indikator:
            kurang.append(("masalah.indikator_tak_terdaftar", aturan))
        else:
            pilihan.append(hasil)
    for alasan, aturan in kurang:
        nomor = tabel.lembar.nomor(tabel.kepala)
        tingkat: Tingkat = "info" if pilihan else "peringatan"
        konteks.hasil.catat(alasan, tingkat, tabel.lembar.nama, nomor, indikator=aturan.kode)
    return Dikenal(SPM, partial(proses_spm, tabel=tabel, pilihan=pilihan)) if pilihan else None
