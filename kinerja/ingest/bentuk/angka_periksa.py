"""What a table of figures says of itself: printed totals, L+P, percentages. They warn, they never correct."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.ingest.angka import Angka, baca_angka, bahasa_pasti, tentukan_gaya
from kinerja.ingest.bentuk.angka_baca import BacaAngka, Terbaca
from kinerja.ingest.bentuk.sinonim import PERSEN
from kinerja.ingest.kepala import rapikan
from kinerja.ingest.peta.bagian_tahun import kunci_baris
from kinerja.ingest.peta.baris_kata import LALU
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.tipe import Sel, berisi, teks_sel

_TOLERANSI = 0.06  # percentage points
_MAKS_BAGIAN = 200  # more quarters than that are no printed table: left out, not compared


def periksa_total(baca: BacaAngka) -> None:
    """Compare every printed total with the rows it may stand for; a warning when it equals none of their sums."""
    sebelumnya = -1
    for nomor in baca.pembaca.total:
        label = [rapikan(s) for s in baca.pembaca.lembar.baris[nomor] if isinstance(s, str) and berisi(s)]
        if any(
            teks.startswith(("RATA", "RERATA", "NRR", "IKM", "NILAI")) or LALU.fullmatch(teks) for teks in label[:2]
        ):
            continue
        if nomor in baca.pembaca.bagian and len(baca.pembaca.bagian) > _MAKS_BAGIAN:
            continue
        for kolom in baca.kolom:
            if kolom.isi != "target" and kolom.kolom not in baca.pembaca.ragu:
                _satu_total(baca, nomor, sebelumnya, kolom)
        sebelumnya = nomor


def _satu_total(baca: BacaAngka, nomor: int, sebelumnya: int, kolom: KolomPeta) -> None:
    tercetak = _angka_lepas(baca, kolom, [nomor])[0]
    if tercetak is None:
        return
    isi = {n: a.nilai for n, a in baca.nilai[kolom.kolom].items() if a.nilai is not None and n in baca.terbaca}
    bagian = nomor in baca.pembaca.bagian
    mungkin = [_bulan_bagian(baca, nomor, isi)] if bagian else _kelompok(baca, nomor, sebelumnya, isi)
    jumlah = [sum((isi[n] for n in daftar), Decimal(0)) for daftar in mungkin]
    if tercetak not in jumlah:
        selisih = int(tercetak - jumlah[0])
        args = {"tercetak": int(tercetak), "terhitung": int(jumlah[0])}
        baca.pembaca.catat("masalah.beda_jumlah", nomor, kolom, "peringatan", selisih=selisih, **args)


def _kelompok(baca: BacaAngka, nomor: int, sebelumnya: int, isi: Collection[int]) -> list[list[int]]:
    """Of the whole table, of the rows since the total before, of those above, of the same period."""
    waktu = _waktu(baca, nomor)
    return [
        list(isi),
        [n for n in isi if sebelumnya < n < nomor],
        [n for n in isi if n < nomor],
        [n for n in isi if any(waktu) and _waktu(baca, n) == waktu],
    ]


def _bulan_bagian(baca: BacaAngka, nomor: int, baris: Iterable[int]) -> list[int]:
    """The rows of the months that a row of a quarter or half-year adds up."""
    dari, sampai = baca.pembaca.bagian[nomor]
    kunci = kunci_baris(baca.pembaca, nomor)
    sama = (n for n in baris if kunci_baris(baca.pembaca, n) == kunci)
    return [n for n in sama if all(dari <= t.kunci.dari % 100 <= sampai for t in baca.terbaca[n])]


def _waktu(baca: BacaAngka, nomor: int) -> tuple[str, ...]:
    return tuple(rapikan(baca.pembaca.isi(nomor, nama)) for nama in ("periode", "tahun", "bulan", "triwulan"))


def _angka_lepas(baca: BacaAngka, kolom: KolomPeta, baris: Sequence[int]) -> list[Decimal | None]:
    """Figures of cells that are only compared: what cannot be read is not compared, and no problem."""
    semua: list[Sel] = [baca.pembaca.sel(n, kolom) for n in (*baca.nilai.get(kolom.kolom, {}), *baris)]
    lain = frozenset(g for k in baca.kolom for g in bahasa_pasti(baca.pembaca.sel(n, k) for n in baca.terbaca))
    usul = tentukan_gaya(semua, "desimal" if kolom.isi == "pemeriksa" else "cacah", lain)
    if usul.alasan and len(lain) == 1 and not kolom.gaya:
        usul = type(usul)(next(iter(lain)))
    if usul.alasan and not kolom.gaya:
        return [None] * len(baris)
    hasil: list[Angka] = [baca_angka(baca.pembaca.sel(n, kolom), "desimal", kolom.gaya or usul.gaya) for n in baris]
    return [a.nilai for a in hasil]


def periksa_tercetak(baca: BacaAngka) -> None:
    """Compare the columns that only serve as a check with what was read, row by row; one warning a column."""
    for kolom in baca.pembaca.peta.semua("pemeriksa"):
        baris = list(baca.terbaca)
        tercetak = {n: v for n, v in zip(baris, _angka_lepas(baca, kolom, baris), strict=True) if v is not None}
        if not tercetak:
            continue
        banding = _Banding.untuk(baca, kolom, tercetak)
        beda = [n for n, nilai in tercetak.items() if not banding.cocok(float(nilai), baca.terbaca[n])]
        if beda:
            hitung = banding.hitung(baca.terbaca[beda[0]])
            baca.pembaca.catat(
                "masalah.tercetak_beda",
                beda[0],
                kolom,
                "peringatan",
                jumlah=len(beda),
                tercetak=_bulat(float(tercetak[beda[0]])),
                terhitung=_bulat(hitung[0]),
            )


def _bulat(nilai: float) -> int | float:
    return int(nilai) if nilai.is_integer() else nilai


@dataclass(frozen=True)
class _Banding:
    """How a column of checks is meant: a percentage (of 100, or a share of 1) or a sum, of whose figures."""

    baca: BacaAngka
    kolom: KolomPeta
    persen: bool
    kali: float
    toleransi: float

    @classmethod
    def untuk(cls, baca: BacaAngka, kolom: KolomPeta, tercetak: dict[int, Decimal]) -> _Banding:
        sel = [teks_sel(baca.pembaca.sel(n, kolom)) for n in tercetak]
        berpersen = PERSEN.search(kolom.judul) is not None or any("%" in s for s in sel)
        pecahan = any(v != v.to_integral_value() for v in tercetak.values())
        bagian = max(tercetak.values()) <= 1 and pecahan and not any("%" in s for s in sel)
        angka = max((_desimal(v) for v in tercetak.values()), default=0)
        kali = 100.0 if bagian else 1.0
        return cls(baca, kolom, berpersen or pecahan, kali, max(_TOLERANSI, 0.501 * kali * 10.0**-angka))

    def hitung(self, terbaca: Iterable[Terbaca]) -> list[float]:
        """What the cell may rightly say; [] when the row has no such figure."""
        daftar = [t for t in terbaca if self._milik(t)]
        pembilang, penyebut = sum(t.pembilang for t in daftar), sum(t.penyebut or 0 for t in daftar)
        if not daftar or len({t.kunci.indikator for t in daftar}) > 1:
            return []
        if not self.persen:
            return [float(pembilang), *([float(penyebut)] if penyebut else [])]
        skala = self.baca.pembaca.konteks.rujukan.indikator[daftar[0].kunci.indikator].skala
        return [skala * pembilang / penyebut] if penyebut else []

    def _milik(self, satu: Terbaca) -> bool:
        kode = not self.kolom.kode or self.kolom.kode == satu.kunci.indikator
        return kode and (not self.kolom.jk or self.kolom.jk == satu.kunci.jk)

    def cocok(self, tercetak: float, terbaca: Iterable[Terbaca]) -> bool:
        harap = self.hitung(terbaca)
        if not harap:
            return True
        batas = self.toleransi if self.persen else 1e-6
        return any(abs(tercetak * self.kali - h) <= batas + 1e-9 for h in harap)


def _desimal(nilai: Decimal) -> int:
    eksponen = nilai.normalize().as_tuple().exponent
    return max(0, -eksponen) if isinstance(eksponen, int) else 0
