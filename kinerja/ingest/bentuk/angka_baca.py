"""Rows of a table of figures → facts and targets, each cell judged before a row is given up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.domain.fakta import TargetBaru
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import LAMA, Periode
from kinerja.ingest.angka import KOSONG, Angka, sel_kosong
from kinerja.ingest.bentuk.angka_kumpul import Anggota, Kumpulan, Kunci
from kinerja.ingest.bentuk.angka_rencana import Kelompok
from kinerja.ingest.bentuk.sinonim import baca_jk, indikator_sel
from kinerja.ingest.kepala import rapikan
from kinerja.ingest.kunci import KunciFakta
from kinerja.ingest.peta.model import KolomPeta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.templat_nilai import LEBIH_SERATUS, alasan_pecahan, alasan_target
from kinerja.ingest.tipe import berisi, teks_sel

ABAIKAN = "abaikan"


@dataclass(frozen=True)
class Terbaca:
    """What one row gave for one figure; for the checks and the preview."""

    kelompok: Kelompok
    kunci: Kunci
    pembilang: int
    penyebut: int | None


@dataclass
class BacaAngka:
    """One sheet while it is read. ``nilai``: column → row → figure. ``terbaca``: row → what it gave."""

    pembaca: PembacaPeta
    kelompok: Sequence[Kelompok]
    nilai: dict[int, dict[int, Angka]] = field(default_factory=dict)
    terbaca: dict[int, list[Terbaca]] = field(default_factory=dict)
    indikator: dict[int, str] = field(default_factory=dict)
    _kosong: dict[int, list[int]] = field(default_factory=dict)
    _tanpa_pembilang: dict[int, list[int]] = field(default_factory=dict)
    _target: dict[tuple[str, str, int, int], int] = field(default_factory=dict)
    _lama_salah: set[Periode] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.kumpulan = Kumpulan(self.pembaca)
        self.kunci = KunciFakta(self.pembaca.konteks.hasil, self.pembaca.lembar.nama)

    @property
    def kolom(self) -> list[KolomPeta]:
        return list({k.kolom: k for satu in self.kelompok for k in satu.semua}.values())

    def semua(self, baris: Iterable[int]) -> None:
        """Read every row; facts, targets and problems go into the result."""
        nomor = [n for n in baris if self._berangka(n)]
        cacah = [k for k in self.kolom if k.isi != "target"]
        for kolom in self.kolom:
            angka = self.pembaca.angka(kolom, nomor, "desimal" if kolom.isi == "target" else "cacah", cacah)
            self.nilai[kolom.kolom] = dict(zip(nomor, angka, strict=True))
        for satu in nomor:
            self._baris(satu)
        self.kumpulan.simpan(self.kunci)
        for satu in self.kumpulan.dilewati:
            self.terbaca.pop(satu, None)
        self.kunci.periksa_tumpang_tindih()
        self._sebut_kosong()

    def _berangka(self, nomor: int) -> bool:
        """A row without any figure is a heading or an empty form."""
        if any(not sel_kosong(self.pembaca.sel(nomor, k)) for k in self.kolom):
            return True
        lembar = self.pembaca.lembar
        self.pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", "dibuang.tanpa_angka")
        return False

    def _baris(self, nomor: int) -> None:
        kolom = self.pembaca.peta.satu("indikator")
        kode = self._indikator(nomor, kolom) if kolom else ""
        if kode == ABAIKAN:
            lembar = self.pembaca.lembar
            self.pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", "dibuang.saring")
            return
        rusak = {k.kolom for k in self.kolom if self._lapor(nomor, k)}
        jk, unit = self._jk(nomor), self.pembaca.unit(nomor)
        dasar = self._dasar(nomor)
        anggota = tuple(rapikan(self.pembaca.sel(nomor, k)) for k in self.pembaca.peta.semua("dimensi"))
        if (kolom and not kode) or jk is None or not unit:
            return
        self.indikator[nomor] = kode
        for satu in self.kelompok:
            ind = self.pembaca.konteks.rujukan.indikator[satu.kode or kode]
            masa = satu.masa.dalam(dasar) if satu.masa else dasar
            if masa and self._boleh(nomor, masa) and not any(k.kolom in rusak for k in satu.semua):
                kunci = Kunci(ind.kode, unit, masa.dari, masa.sampai, satu.jk or jk)
                self._fakta(nomor, satu, ind, kunci, anggota)
                self._sasaran(nomor, satu, ind, kunci, masa)

    def _lapor(self, nomor: int, kolom: KolomPeta) -> bool:
        satu = self.nilai[kolom.kolom].get(nomor, KOSONG)
        if satu.alasan:
            self.pembaca.catat(satu.alasan, nomor, kolom)
        return bool(satu.alasan)

    def _indikator(self, nomor: int, kolom: KolomPeta) -> str:
        sel = self.pembaca.sel(nomor, kolom)
        kode = indikator_sel(sel, self.pembaca.konteks.rujukan.indikator, kolom.arti)
        ind = self.pembaca.konteks.rujukan.indikator.get(kode)
        if kode != ABAIKAN and ind is None:
            nama = " ".join(teks_sel(sel).split())
            self.pembaca.catat(
                "masalah.indikator_tak_dikenal" if nama else "masalah.indikator_kosong", nomor, kolom, nama=nama
            )
            return ""
        if ind and ind.bentuk == "rerata_rasio" and any(satu.berhitung for satu in self.kelompok):
            self.pembaca.catat("masalah.angka_rerata", nomor, kolom, indikator=kode)
            return ""
        return kode

    def _jk(self, nomor: int) -> str | None:
        kolom = self.pembaca.peta.satu("jk")
        if kolom is None:
            return ""
        jk = baca_jk(self.pembaca.sel(nomor, kolom), kolom.arti)
        if jk is None:
            self.pembaca.catat("masalah.jk_salah", nomor, kolom)
        return jk

    def _dasar(self, nomor: int) -> Periode | None:
        """The period of the row or the table, where some figure needs it."""
        perlu = any(satu.masa is None or satu.masa.tahun is None for satu in self.kelompok)
        return self.pembaca.periode(nomor) if perlu else None

    def _boleh(self, nomor: int, masa: Periode) -> bool:
        """Spans that are no month, quarter, half-year or year would be in no period of the program."""
        if masa.panjang in LAMA and masa.jenis not in ("kumulatif", "rentang"):
            return True
        if masa not in self._lama_salah:
            self._lama_salah.add(masa)
            self.pembaca.catat("masalah.periode_kumulatif", nomor)
        return False

    def _jumlah(self, nomor: int, kolom: Sequence[KolomPeta]) -> Decimal | None:
        """Sum over the columns of one component; None when all are blank."""
        angka = [self.nilai[k.kolom].get(nomor, KOSONG).nilai for k in kolom]
        isi = [a for a in angka if a is not None]
        if isi and len(isi) < len(angka):
            self._kosong.setdefault(kolom[0].kolom, []).extend([nomor] * (len(angka) - len(isi)))
        return sum(isi, Decimal(0)) if isi else None

    def _fakta(self, nomor: int, satu: Kelompok, ind: Indikator, kunci: Kunci, anggota: Anggota) -> None:
        if not satu.berhitung:
            return
        penyebut, kurang = self._jumlah(nomor, satu.penyebut), self._jumlah(nomor, satu.kurang)
        pembilang = self._jumlah(nomor, satu.pembilang)
        if satu.kurang and penyebut is not None and kurang is not None:
            pembilang = penyebut - kurang
        utama = (satu.pembilang or satu.kurang)[0]
        if pembilang is None:
            if penyebut is not None and sel_kosong(self.pembaca.sel(nomor, utama)):
                self._tanpa_pembilang.setdefault(utama.kolom, []).append(nomor)
            return
        if pembilang < 0:
            self.pembaca.catat("masalah.kurang_lebih", nomor, utama, indikator=ind.kode)
            return
        if alasan := alasan_pecahan(ind, pembilang, penyebut):
            self._catat_pecahan(alasan, nomor, satu, kunci, pembilang, penyebut)
            if alasan != LEBIH_SERATUS:
                return
        hitung = Terbaca(satu, kunci, int(pembilang), None if penyebut is None else int(penyebut))
        self.terbaca.setdefault(nomor, []).append(hitung)
        self.kumpulan.tambah(kunci, anggota, nomor, hitung.pembilang, hitung.penyebut)

    def _catat_pecahan(
        self, alasan: str, nomor: int, satu: Kelompok, kunci: Kunci, pembilang: Decimal, penyebut: Decimal | None
    ) -> None:
        kolom = (satu.penyebut or satu.pembilang)[0] if "penyebut" in alasan else (satu.pembilang or satu.kurang)[0]
        if alasan != LEBIH_SERATUS:
            self.pembaca.catat(alasan, nomor, kolom, indikator=kunci.indikator)
            return
        unit = self.pembaca.konteks.pencocok.unit(kunci.unit)
        args: Mapping[str, object] = {"terlayani": int(pembilang), "sasaran": int(penyebut or 0)}
        sebut = unit.nama if unit else kunci.unit
        self.pembaca.catat(alasan, nomor, kolom, "peringatan", unit=sebut, jk=kunci.jk or "L+P", **args)

    def _sasaran(self, nomor: int, satu: Kelompok, ind: Indikator, kunci: Kunci, masa: Periode) -> None:
        """The target of the row, once: rows of one unit by age or kind repeat it."""
        for kolom in satu.target:
            nilai = self.nilai[kolom.kolom].get(nomor, KOSONG).nilai
            if nilai is None:
                continue
            persen = "%" in teks_sel(self.pembaca.sel(nomor, kolom))
            if alasan := alasan_target(ind, masa, kunci.jk, nilai, persen=persen):
                self.pembaca.catat(alasan, nomor, kolom, satuan=ind.satuan.id)
                continue
            target = TargetBaru(ind.kode, kunci.unit, masa.dari, masa.sampai, int(nilai * 10_000))
            tempat = (ind.kode, kunci.unit, masa.dari, masa.sampai)
            if self._target.get(tempat) == target.nilai_e4:
                continue
            self._target.setdefault(tempat, target.nilai_e4)
            if self.kunci.catat_target(target, self.pembaca.lembar.nomor(nomor)):
                self.pembaca.konteks.hasil.target.append(target)

    def _sebut_kosong(self) -> None:
        """Blank cells among columns that are added up, and blank numerators: left out, and said so once a column."""
        per_kolom = {k.kolom: k for k in self.kolom}
        for kolom, nomor in self._kosong.items():
            self.pembaca.catat("masalah.kosong_di_antara", nomor[0], per_kolom[kolom], "info", jumlah=len(nomor))
        umum = [k.kolom for satu in self.kelompok for k in satu.penyebut]
        bersama = {
            k.kolom
            for s in self.kelompok
            if s.masa and s.penyebut and umum.count(s.penyebut[0].kolom) > 1
            for k in s.semua
        }
        for kolom, nomor in self._tanpa_pembilang.items():
            if kolom not in bersama:  # beside a yearly sasaran a blank month is a month still to come
                self.pembaca.catat(
                    "masalah.pembilang_kosong_dilewati", nomor[0], per_kolom[kolom], "peringatan", jumlah=len(nomor)
                )

    def tertulis(self, nomor: int, kolom: KolomPeta) -> str:
        """A cell as it was understood, for the preview."""
        hasil = self.terbaca.get(nomor, [])
        if kolom.kolom in self.nilai:
            nilai = self.nilai[kolom.kolom].get(nomor, KOSONG).nilai
            return "" if nilai is None else f"{nilai:f}"
        if kolom.isi == "unit" and hasil:
            unit = self.pembaca.konteks.pencocok.unit(hasil[0].kunci.unit)
            return unit.nama if unit else hasil[0].kunci.unit
        if kolom.isi in ("periode", "tahun", "bulan", "triwulan"):
            masa = self.pembaca.periode(nomor) if berisi(self.pembaca.sel(nomor, kolom)) and hasil else None
            return masa.kode if masa else ""
        if kolom.isi == "indikator":
            return self.indikator.get(nomor, "")
        if kolom.isi == "jk" and hasil:
            return hasil[0].kunci.jk
        return teks_sel(self.pembaca.sel(nomor, kolom)) if hasil else ""
