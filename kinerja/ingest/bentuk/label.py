"""Monthly reports whose rows carry the meaning (LB4): labelled rows, their columns added up, one unit and period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kinerja.domain.fakta import Fakta, Pratinjau, TargetBaru
from kinerja.domain.periode import LAMA, Periode
from kinerja.ingest.angka import Angka, Gaya, baca_angka, bahasa_pasti, sel_kosong, tentukan_gaya
from kinerja.ingest.bentuk.label_kenal import MIRIP, TOTAL, usul
from kinerja.ingest.kepala import berangka
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.kunci import KunciFakta
from kinerja.ingest.peta.kisi import rapat
from kinerja.ingest.peta.model import BarisPeta, KolomPeta, Peta
from kinerja.ingest.peta.periode_baris import lembar_lawan_berkas
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.profil import periksa_lebar_baris
from kinerja.ingest.tabel_kedua import catat_kedua
from kinerja.ingest.templat_nilai import LEBIH_SERATUS, alasan_pecahan, alasan_target
from kinerja.ingest.tipe import BARIS_PRATINJAU, Lembar, ringkas, sebut_kolom, teks_sel

__all__ = ["proses", "usul"]
_RAWAT_JALAN, _RAWAT_INAP = "kunjungan_rawat_jalan", "kunjungan_rawat_inap"


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read the labelled rows of one report into facts."""
    kolom = peta.satu("label")
    if not peta.kepala and kolom:  # what stands above the first label is the title
        dicari = {rapat(b.label) for b in peta.baris}
        label = [rapat(lembar.sel(n, kolom.kolom)) for n in range(len(lembar.baris))]
        ada = [n for n, teks in enumerate(label) if teks in dicari or TOTAL.fullmatch(teks)]
        peta = replace(peta, awal=max(peta.awal, min(ada, default=0)))
    pembaca = PembacaPeta(konteks, lembar, peta)
    if kolom is None or not peta.baris or not peta.semua("nilai"):
        pembaca.catat("masalah.label_tanpa_baris")
        return
    if (geser := _label_geser(pembaca, kolom)) is not None:
        catat_kedua(konteks, lembar, geser)
    elif _kolom_sah(pembaca):
        _Laporan(pembaca, kolom).simpan()


def _label_geser(pembaca: PembacaPeta, kolom: KolomPeta) -> int | None:
    """The row where a label that is read stands in another column before a figure: the report of another month?"""
    dicari = {rapat(b.label) for b in pembaca.peta.baris}
    for nomor, isi in enumerate(pembaca.lembar.baris):
        for k, sel in enumerate(isi):
            if k != kolom.kolom and isinstance(sel, str) and rapat(sel) in dicari and any(map(berangka, isi[k + 1 :])):
                return nomor
    return None


def _kolom_sah(pembaca: PembacaPeta) -> bool:
    """Every label is mapped to columns of values and to a registered indikator."""
    nilai = {k.kolom for k in pembaca.peta.semua("nilai")}
    dikenal = pembaca.konteks.rujukan.indikator
    sah = True
    for satu in pembaca.peta.baris:
        if not nilai.issuperset(satu.kolom):
            pembaca.catat("masalah.label_kolom", label=satu.label)
            sah = False
        ind = dikenal.get(satu.indikator)
        if ind is None:
            pembaca.catat("masalah.indikator_tak_dikenal", nama=satu.indikator)
        elif ind.bentuk == "rerata_rasio":
            pembaca.catat("masalah.angka_rerata", indikator=ind.kode)
        sah = sah and ind is not None and ind.bentuk != "rerata_rasio"
    return sah


@dataclass
class _Laporan:
    """One sheet: where each label stands, and the figures beside it."""

    pembaca: PembacaPeta
    kolom: KolomPeta
    letak: dict[str, int] = field(default_factory=dict)
    nilai: dict[int, dict[int, Angka]] = field(default_factory=dict)
    gaya: dict[int, Gaya] = field(default_factory=dict)
    hitung: dict[str, int] = field(default_factory=dict)
    """Indikator → sum of its numerators, for the checks."""

    def __post_init__(self) -> None:
        self.lembar, self.peta = self.pembaca.lembar, self.pembaca.peta
        akhir = len(self.lembar.baris) if self.peta.akhir is None else self.peta.akhir + 1
        self.baris = range(self.peta.awal, min(akhir, len(self.lembar.baris)))
        self.kunci = KunciFakta(self.pembaca.konteks.hasil, self.lembar.nama)
        self.label = {n: rapat(self.pembaca.sel(n, self.kolom)) for n in self.baris}

    def simpan(self) -> None:
        self._temukan()
        self._baca()
        self._lebar()
        masa = self.pembaca.periode(self.peta.awal) if self.letak else None
        unit = self.pembaca.unit(self.peta.awal) if self.letak else ""
        if masa and (masa.panjang not in LAMA or masa.jenis == "kumulatif"):
            self.pembaca.catat("masalah.periode_kumulatif")
            masa = None
        if masa and lembar_lawan_berkas(self.pembaca, masa):
            masa = None
        if masa and unit:
            self.pembaca.konteks.berkas_sejalan(masa, self.lembar.nama)
            for indikator in dict.fromkeys(b.indikator for b in self.peta.baris):
                for fakta in self._fakta(indikator, unit, masa.dari, masa.sampai):
                    if self.kunci.catat_fakta(fakta, self.lembar.nomor(self.peta.awal)):
                        self.pembaca.konteks.hasil.fakta.append(fakta)
            self._target(unit, masa)
        self._periksa_total()
        self._sebut_lain()
        self._pratinjau()

    def _berisi(self, nomor: int) -> bool:
        return any(not sel_kosong(self.pembaca.sel(nomor, k)) for k in self.peta.semua("nilai"))

    def _temukan(self) -> None:
        """The row of every label; where a label is repeated, the one row that holds figures."""
        for label in dict.fromkeys(b.label for b in self.peta.baris):
            ada = [n for n in self.baris if self.label[n] == rapat(label)]
            terisi = [n for n in ada if self._berisi(n)]
            if not ada:
                self.pembaca.catat("masalah.label_tak_ada", label=label)
            elif len(terisi) > 1:
                pertama, ulang = (str(self.lembar.nomor(n)) for n in terisi[:2])
                self.pembaca.catat("masalah.label_ganda", terisi[1], label=label, pertama=pertama, ulang=ulang)
            else:
                self.letak[label] = (terisi or ada)[0]

    def _baca(self) -> None:
        """Figures of the labelled rows. The few cells of a column are judged together with the whole table's."""
        kolom = self.peta.semua("nilai")
        perlu = sorted({*self.letak.values(), *self._baris_total()})
        semua = [self.pembaca.sel(n, k) for k in kolom for n in self.baris]
        pasti = bahasa_pasti(semua)
        for satu in kolom:
            isi = [self.pembaca.sel(n, satu) for n in perlu]
            usul_gaya = tentukan_gaya(isi, "cacah", pasti)
            if usul_gaya.alasan and not satu.gaya:
                bersama = tentukan_gaya(semua, "cacah")
                if bersama.alasan:
                    di = next(n for n, s in zip(perlu, isi, strict=True) if usul_gaya.contoh[0] in teks_sel(s))
                    contoh = {"contoh": usul_gaya.contoh[0], "lain": usul_gaya.contoh[-1]}
                    self.pembaca.catat(usul_gaya.alasan, di, satu, "galat", **contoh)
                    continue
                usul_gaya = bersama
            gaya = satu.gaya or usul_gaya.gaya
            angka = (baca_angka(s, "cacah", gaya) for s in isi)
            bersih = (Angka(None) if satu.nol == "kosong" and a.nilai == 0 else a for a in angka)
            self.gaya[satu.kolom] = gaya
            self.nilai[satu.kolom] = dict(zip(perlu, bersih, strict=True))
        for nomor in {self.letak[b.label] for b in self.peta.baris if b.peran != "target" and b.label in self.letak}:
            for satu in kolom:
                if alasan := self._angka(nomor, satu.kolom).alasan:
                    self.pembaca.catat(alasan, nomor, satu)

    def _angka(self, nomor: int, kolom: int) -> Angka:
        return self.nilai.get(kolom, {}).get(nomor, Angka(None))

    def _lebar(self) -> None:
        """A separator too many in a text file would move the figures to other columns."""
        if not self.lembar.lebar:
            return
        biasa = Counter(self.lembar.lebar[n] for n in self.baris).most_common(1)[0][0]
        for nomor in self.letak.values():
            isi, ada = self.lembar.baris[nomor], self.lembar.lebar[nomor]
            periksa_lebar_baris(self.pembaca.konteks, self.lembar.nama, self.lembar.nomor(nomor), isi, ada, biasa)

    def _kolom(self, satu: BarisPeta) -> list[KolomPeta]:
        return [k for k in self.peta.semua("nilai") if not satu.kolom or k.kolom in satu.kolom]

    def _fakta(self, indikator: str, unit: str, dari: int, sampai: int) -> Iterable[Fakta]:
        """One fact, or one a sex where every column is of one sex."""
        milik = [
            b for b in self.peta.baris if b.indikator == indikator and b.peran != "target" and b.label in self.letak
        ]
        terpilah = all(k.jk for b in milik for k in self._kolom(b))
        jumlah: dict[tuple[str, str], Decimal] = {}
        for satu in milik:
            nomor = self.letak[satu.label]
            isi = [(k, self._angka(nomor, k.kolom).nilai) for k in self._kolom(satu)]
            if not any(nilai is not None for _, nilai in isi):
                self._kosong(satu, nomor, milik)
                return
            for kolom, nilai in isi:
                kunci = (satu.peran, kolom.jk if terpilah else "")
                if nilai is not None:
                    jumlah[kunci] = jumlah.get(kunci, Decimal(0)) + nilai
        for (peran, jk), atas in jumlah.items():
            bawah = jumlah.get(("penyebut", jk))
            if peran == "pembilang" and self._sah(indikator, atas, bawah):
                self.hitung[indikator] = self.hitung.get(indikator, 0) + int(atas)
                yield Fakta(indikator, unit, dari, sampai, int(atas), None if bawah is None else int(bawah), jk)

    def _kosong(self, satu: BarisPeta, nomor: int, milik: list[BarisPeta]) -> None:
        """All rows of a figure blank: nothing to take. Some: the sum would lack a part, which is asked."""
        rusak = any(self._angka(nomor, k.kolom).alasan for k in self._kolom(satu))
        if rusak or any(k.kolom not in self.nilai for k in self._kolom(satu)):
            return
        terisi = any(self._berisi(self.letak[b.label]) for b in milik)
        self.pembaca.catat(
            "masalah.label_sebagian" if terisi else "masalah.label_kosong",
            nomor,
            self.kolom,
            "galat" if terisi else "peringatan",
            label=satu.label,
            indikator=satu.indikator,
        )

    def _sah(self, indikator: str, pembilang: Decimal, penyebut: Decimal | None) -> bool:
        alasan = alasan_pecahan(self.pembaca.konteks.rujukan.indikator[indikator], pembilang, penyebut)
        if alasan in ("", LEBIH_SERATUS):
            return True
        self.pembaca.catat(alasan, indikator=indikator)
        return False

    def _target(self, unit: str, masa: Periode) -> None:
        """Targets of the form: the one figure of their row, in the indikator's own unit."""
        for satu in self.peta.baris:
            nomor = self.letak.get(satu.label)
            if satu.peran != "target" or nomor is None:
                continue
            ind = self.pembaca.konteks.rujukan.indikator[satu.indikator]
            for kolom in self._kolom(satu):
                sel = self.pembaca.sel(nomor, kolom)
                angka = baca_angka(sel, "desimal", self.gaya.get(kolom.kolom, "id"))
                alasan = angka.alasan
                if angka.nilai is not None:
                    alasan = alasan_target(ind, masa, kolom.jk, angka.nilai, persen="%" in teks_sel(sel))
                if alasan:
                    self.pembaca.catat(alasan, nomor, kolom, satuan=ind.satuan.id)
                elif angka.nilai is not None:
                    target = TargetBaru(ind.kode, unit, masa.dari, masa.sampai, int(angka.nilai * 10_000))
                    if self.kunci.catat_target(target, self.lembar.nomor(nomor)):
                        self.pembaca.konteks.hasil.target.append(target)

    def _baris_total(self) -> list[int]:
        """Unmapped rows that state the visits new and old together."""
        dipakai = set(self.letak.values())
        return [n for n in self.baris if n not in dipakai and TOTAL.fullmatch(self.label[n]) and self._berisi(n)]

    def _periksa_total(self) -> None:
        """Compare a stated total with its parts, with or without inpatients."""
        jalan = self.hitung.get(_RAWAT_JALAN)
        for nomor in self._baris_total():
            angka = [self._angka(nomor, k.kolom).nilai for k in self.peta.semua("nilai")]
            tercetak = int(sum((a for a in angka if a is not None), Decimal(0)))
            if jalan is not None and tercetak not in (jalan, jalan + self.hitung.get(_RAWAT_INAP, 0)):
                self.pembaca.catat(
                    "masalah.label_beda_jumlah",
                    nomor,
                    self.kolom,
                    "peringatan",
                    label=ringkas(self.pembaca.sel(nomor, self.kolom)),
                    tercetak=tercetak,
                    terhitung=jalan,
                )

    def _sebut_lain(self) -> None:
        """List rows with figures that nobody mapped, and warn of visits that may be missing from the sum."""
        dipakai, total = set(self.letak.values()), set(self._baris_total())
        for nomor in self.baris:
            angka = [s for k in self.peta.semua("nilai") if berangka(s := self.pembaca.sel(nomor, k))]
            if nomor in dipakai or not angka:
                continue
            label = ringkas(self.pembaca.sel(nomor, self.kolom))
            alasan = "dibuang.label_pemeriksa" if nomor in total else "dibuang.label_lain"
            letak = str(self.lembar.nomor(nomor))
            self.pembaca.konteks.hasil.buang(
                "baris", self.lembar.nama, letak, label, alasan if label else "dibuang.tanpa_label"
            )
            if MIRIP.fullmatch(self.label[nomor]) and _RAWAT_JALAN in self.hitung:
                isi = ", ".join(map(teks_sel, angka))
                args = {"label": label, "jumlah": isi, "indikator": _RAWAT_JALAN}
                self.pembaca.catat("masalah.label_mirip", nomor, self.kolom, "peringatan", **args)

    def _pratinjau(self) -> None:
        kolom = self.peta.semua("nilai")
        contoh = sorted(set(self.letak.values()))[:BARIS_PRATINJAU]

        def tulis(nomor: int, kolom: int) -> str:
            nilai = self._angka(nomor, kolom).nilai
            return "" if nilai is None else f"{nilai:f}"

        label = [ringkas(self.pembaca.sel(n, self.kolom)) for n in contoh]
        self.pembaca.konteks.hasil.pratinjau.append(
            Pratinjau(
                self.lembar.nama,
                tuple(sebut_kolom(k.kolom, k.judul) for k in (self.kolom, *kolom)),
                tuple(
                    (nama, *(ringkas(self.pembaca.sel(n, k)) for k in kolom))
                    for nama, n in zip(label, contoh, strict=True)
                ),
                tuple((nama, *(tulis(n, k.kolom) for k in kolom)) for nama, n in zip(label, contoh, strict=True)),
            )
        )
