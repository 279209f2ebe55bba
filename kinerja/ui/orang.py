"""One person on a page: who it is within the viewer's reach, and the facts known of a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import Any

import pandas as pd

from kinerja.domain.indikator import Arah
from kinerja.domain.perilaku import Nilai
from kinerja.domain.periode import Periode, periode_sebelumnya
from kinerja.domain.predikat import Ekspektasi, Predikat, tentukan_predikat
from kinerja.kalimat.umpan_balik import Bahan
from kinerja.ui import lingkup, sumber_asn
from kinerja.ui.lingkup import Lingkup

_RATA = ("%", "persen", "‰", "indeks", "nilai", "skor", "poin")
"""Units of measure of which months are not added up: the last month counts."""


@dataclass(frozen=True)
class ButirMasa:
    """One item over a period: sums of the months that have a realisation, or the last month where sums mean nothing.

    ``kosong``: months without a realisation; ``bukti``: months with evidence, of ``bulan`` months in all.
    """

    butir: str
    satuan: str
    target: float
    realisasi: float
    lalu: float
    bulan: int
    tercapai: int
    kosong: int
    bukti: int
    arah: Arah = "naik"

    @property
    def selisih(self) -> float:
        return self.realisasi - self.target

    @property
    def desimal(self) -> int:
        return 0 if all(isnan(v) or float(v).is_integer() for v in (self.target, self.realisasi, self.lalu)) else 2


@dataclass(frozen=True)
class FaktaOrang:
    """What is known of one person in one period. ``nilai`` is one row of NILAI as a mapping; {} out of service."""

    pegawai: str
    periode: Periode
    nilai: dict[str, object]
    butir: tuple[ButirMasa, ...]
    perilaku: dict[str, str]
    garis: tuple[tuple[int, int, int], ...]

    @property
    def unit(self) -> str:
        return str(self.nilai.get("unit", ""))

    @property
    def jabatan(self) -> str:
        return str(self.nilai.get("jabatan", ""))

    @property
    def rating(self) -> tuple[Ekspektasi, Ekspektasi] | None:
        h, p = self.nilai.get("hasil_kerja"), self.nilai.get("perilaku")
        return (h, p) if h and p else None  # type: ignore[return-value]

    @property
    def predikat(self) -> Predikat | None:
        return tentukan_predikat(*self.rating) if self.rating else None

    def hitung(self, nama: str) -> int:
        return int(str(self.nilai.get(nama, 0)))

    def bahan(self, butir: str = "") -> Bahan:
        """Numbers for the draft: of one item, or of all together."""
        satu = next((b for b in self.butir if b.butir == butir), None)
        if satu is None:
            return Bahan(
                self.periode,
                butir=self.hitung("butir") - self.hitung("tanpa_realisasi"),
                tercapai=self.hitung("tercapai"),
                tanpa_realisasi=self.hitung("tanpa_realisasi"),
                tanpa_bukti=self.hitung("tanpa_bukti"),
                garis=self.garis,
            )
        return Bahan(
            self.periode,
            indikator=satu.butir,
            satuan=satu.satuan,
            realisasi=satu.realisasi,
            target=satu.target,
            arah=satu.arah,
            desimal=satu.desimal,
            lalu=satu.lalu,
            periode_lalu=periode_sebelumnya(self.periode),
            tanpa_bukti=satu.bulan - satu.bukti,
        )

    def ekspektasi(self, nilai: Nilai) -> Ekspektasi | None:
        """As this BerAKHLAK value was rated."""
        return self.perilaku.get(nilai)  # type: ignore[return-value]


def baris(df: pd.DataFrame) -> Iterator[Any]:
    """Rows with the columns as attributes."""
    yield from df.itertuples(index=False)


def kode_kini(lk: Lingkup) -> str:
    """The person of the address; '' for nobody, for a code that is unknown and for one out of reach."""
    kode = lingkup.isi_tautan("orang")
    return kode if kode and kode in sumber_asn.terlihat(lk.akses, lk.isi) else ""


def daftar(lk: Lingkup, units: Sequence[str], periode: Periode) -> pd.DataFrame:
    """People of these units whom the viewer sees, without the viewer."""
    df = sumber_asn.nilai(lk.akses, lk.isi, units, periode)
    hasil: pd.DataFrame = df[df["pegawai"] != lk.akses.pegawai].reset_index(drop=True)
    return hasil


def baca(lk: Lingkup, pegawai: str, nilai: pd.DataFrame, periode: Periode) -> FaktaOrang:
    """The facts of one person; ``nilai``: rows of NILAI that may hold them."""
    lalu = periode_sebelumnya(periode)
    butir = sumber_asn.butir(lk.akses, lk.isi, pegawai, periode.dari, periode.sampai)
    dulu = sumber_asn.butir(lk.akses, lk.isi, pegawai, lalu.dari, lalu.sampai)
    perilaku = sumber_asn.perilaku(lk.akses, lk.isi, pegawai, periode)
    garis = sumber_asn.garis(lk.akses, lk.isi, [pegawai], min(periode.sampai, lk.isi.akhir))
    ada = nilai[nilai["pegawai"] == pegawai].to_dict("records")
    return FaktaOrang(
        pegawai,
        periode,
        {str(k): v for k, v in ada[0].items()} if ada else {},
        tuple(ringkas_butir(butir, dulu)),
        dict(zip(perilaku["nilai"], perilaku["ekspektasi"], strict=True)),
        tuple((b.bulan, b.butir, b.tercapai) for b in baris(garis)),
    )


def ringkas_butir(butir: pd.DataFrame, dulu: pd.DataFrame) -> list[ButirMasa]:
    """Items of a period, one row each, beside the same items of the period before; both frames are BUTIR.

    Items worked on in more months than before are not compared: their sums would differ by that alone.
    """
    lama = {str(k): (_isi(df), _jumlah(df)[1]) for k, df in dulu.groupby("butir", sort=False)}
    hasil = []
    for nama, df in butir.groupby("butir", sort=True):
        target, realisasi = _jumlah(df)
        n_lalu, lalu = lama.get(str(nama), (0, nan))
        hasil.append(
            ButirMasa(
                butir=str(nama),
                satuan=str(df["satuan"].iloc[-1]),
                target=target,
                realisasi=realisasi,
                lalu=lalu if n_lalu == _isi(df) else nan,
                bulan=len(df),
                tercapai=int(df["tercapai"].sum()),
                kosong=int(df["realisasi"].isna().sum()),
                bukti=int(df["bukti"].sum()),
                arah="turun" if df["arah"].iloc[-1] == "turun" else "naik",
            )
        )
    return hasil


def _isi(df: pd.DataFrame) -> int:
    """Months with a realisation."""
    return int(df["realisasi"].notna().sum())


def _jumlah(df: pd.DataFrame) -> tuple[float, float]:
    """Target and realisation that belong together: months with a realisation, all months where there is none."""
    ada = df[df["realisasi"].notna()]
    if ada.empty:
        return float(df["target"].sum(min_count=1)), nan
    ada = ada[ada["target"].notna()] if ada["target"].notna().any() else ada
    if str(df["satuan"].iloc[-1]).strip().lower() in _RATA:
        return float(ada["target"].iloc[-1]), float(ada["realisasi"].iloc[-1])
    return float(ada["target"].sum(min_count=1)), float(ada["realisasi"].sum())
