"""What synthetic feedback beside the sample may say: drafts from the sample's own figures, marked as synthetic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from kinerja.catatan.contoh import Calon
from kinerja.contoh import kisah
from kinerja.domain.akses import Akses
from kinerja.domain.perilaku import NILAI
from kinerja.domain.periode import Periode, geser_bulan, periode_dari_bulan, periode_sebelumnya
from kinerja.domain.umpan_balik import IsiUmpanBalik
from kinerja.kalimat.umpan_balik import Bahan, Draf, susun_draf, tandai_contoh, tanggapan_contoh
from kinerja.ui import sumber_asn
from kinerja.ui.orang import baris
from kinerja.ui.sumber import Isi

_PENUH = (kisah.UNIT_BIASA, f"{kisah.PUSKESMAS_PEGAMBIRAN}-UMUM")
"""Units whose people are all candidates: those the roles of the sample open with."""
_SELA = 12
_SEMUA = Akses("kepegawaian")


def calon(isi: Isi) -> list[Calon]:
    """Candidates of the last whole triwulan: everybody of two units, every twelfth person elsewhere."""
    periode = periode_dari_bulan(isi.akhir, "triwulan")
    if periode.sampai > isi.akhir:
        periode = periode_sebelumnya(periode)
    nilai = sumber_asn.nilai(_SEMUA, isi, list(isi.pohon.units), periode)
    nilai = nilai[(nilai["penilai"] != "") & (nilai["penilai"] != nilai["pegawai"])].reset_index(drop=True)
    pilih = nilai[nilai["unit"].isin(_PENUH) | (nilai.index % _SELA == 0)]
    garis = sumber_asn.garis(_SEMUA, isi, pilih["pegawai"].tolist(), periode.sampai)
    return list(_susun(pilih, garis, periode))


def _susun(pilih: pd.DataFrame, garis: pd.DataFrame, periode: Periode) -> Iterator[Calon]:
    jawaban, keberatan, balasan = tanggapan_contoh("id")
    tahun, bulan = divmod(geser_bulan(periode.sampai, 1), 100)
    for ke, b in enumerate(baris(pilih)):
        bahan = Bahan(
            periode,
            butir=b.butir,
            tercapai=b.tercapai,
            tanpa_bukti=b.tanpa_bukti,
            garis=[(g.bulan, g.butir, g.tercapai) for g in baris(garis[garis["pegawai"] == b.pegawai])],
        )
        hari = date(tahun, bulan, 6) + timedelta(days=ke % 5 + ke % 4 * 7)
        draf = susun_draf(bahan, "id", perilaku=NILAI[ke % len(NILAI)])
        yield Calon(
            _isi(b.pegawai, b.unit, periode, draf, NILAI[ke % len(NILAI)], hari),
            b.penilai,
            hari,
            jawaban,
            keberatan,
            balasan,
        )


def _isi(pegawai: str, unit: str, periode: Periode, draf: Draf, perilaku: str, hari: date) -> IsiUmpanBalik:
    return IsiUmpanBalik(
        pegawai,
        unit,
        periode.dari,
        periode.sampai,
        tandai_contoh(draf.fakta, "id"),
        draf.saran,
        perilaku=perilaku,
        langkah=draf.langkah,
        tanggal_langkah=hari + timedelta(days=28),
    )
