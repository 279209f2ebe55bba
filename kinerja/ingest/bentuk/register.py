"""Register of visits, one row a visit: counted cells of unit, day, poli, payer, patient, sex and age. Never a person.

What a register says of persons (names, numbers, diagnoses, days of birth) is read over and listed as left out. What it
does not say is '' and not guessed: a register without new and known patients gives no figure for new patients.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import PurePath

from kinerja.domain.fakta import BarisTabel
from kinerja.domain.periode import geser_bulan
from kinerja.ingest.bentuk.register_baca import Lahir, Pencacah, baris_peta
from kinerja.ingest.bentuk.register_hari import AturanHari, KamusHari, teks_hari
from kinerja.ingest.bentuk.register_jaga import Jaga, kolom_batal
from kinerja.ingest.bentuk.register_kata import KODE, layanan_poli
from kinerja.ingest.bentuk.register_kenal import usul
from kinerja.ingest.bentuk.register_kolom import KolomKata, kolom_poli, kolom_saring, kolom_tutup, kolom_unit
from kinerja.ingest.bentuk.register_kunci import Daftar, Kamus, baris_tabel, jumlah_kosong, satukan
from kinerja.ingest.bentuk.register_masa import masa_disebut, periksa_masa
from kinerja.ingest.bentuk.register_tampak import catat_kolom, kolom_orang, pratinjau
from kinerja.ingest.bentuk.tanggal_sel import tentukan_urut
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.model import KolomPeta, Peta, UrutTanggal
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tabel_kedua import catat_di_atas
from kinerja.ingest.tipe import Lembar, Sel, ringkas, sebut_kolom

__all__ = ["proses", "usul"]

MAKS_POLI = 60
"""More names than a puskesmas has rooms: the column holds something else, perhaps words about a patient."""
_HARI, _HITUNG = 0.3, 0.9  # progress: days settled, rows counted


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Count the visits of a sheet."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    tanggal = peta.satu("tanggal")
    if tanggal is None:
        pembaca.catat("masalah.register_tanpa_tanggal")
        return
    if kolom_orang(pembaca):
        return
    catat_kolom(pembaca)
    catat_di_atas(konteks, lembar, peta)
    jaga = Jaga(pembaca, tanggal)
    hari, urut_lahir = _atur_hari(pembaca, tanggal, jaga)
    pencacah = Pencacah(pembaca, tanggal, hari, jaga)
    poli, unit = Daftar("poli"), Daftar("unit")
    pencacah.kolom = _susun_kolom(pencacah, poli, unit)
    if (lahir := peta.satu("lahir")) and urut_lahir:
        pencacah.lahir = Lahir(KolomKata(lahir, Kamus(lambda _: 0)), urut_lahir)
    pencacah.semua(_HARI, _HITUNG)
    _periksa_poli(pencacah, poli)
    pratinjau(pencacah, poli.nama, unit.nama)
    if hari.aturan.jelas and (pencacah.tetap or _berkolom_unit(peta)):
        _keluarkan(pencacah, poli.nama, unit.nama)


def _berkolom_unit(peta: Peta) -> bool:
    return peta.unit.dari == "kolom" and peta.satu("unit") is not None


def _atur_hari(pembaca: PembacaPeta, tanggal: KolomPeta, jaga: Jaga) -> tuple[KamusHari, UrutTanggal]:
    """How visits and births are written; a column that cannot tell is asked about, and of births is then ''."""
    lahir, opsi = pembaca.peta.satu("lahir"), pembaca.konteks.opsi
    kolom = [k for k in (tanggal, lahir) if k]
    teks = teks_hari(jaga.simak(baris_peta(pembaca, 0.0, _HARI)), [k.kolom for k in kolom])
    usul_hari = tentukan_urut(teks[0], opsi.periode or masa_disebut(pembaca))
    dipilih = tanggal.tanggal or opsi.tanggal
    urut, jelas = dipilih or usul_hari.urut, bool(dipilih) or not usul_hari.alasan
    if not jelas:
        _tanya_urut(pembaca, tanggal, usul_hari.alasan, teks[0][usul_hari.contoh], usul_hari.contoh)
    elif urut == "mdy" and not dipilih and usul_hari.contoh is not None:
        _beri_tahu_mdy(pembaca, tanggal, teks[0][usul_hari.contoh], usul_hari.contoh)
    urut_lahir: UrutTanggal = "dmy"
    if lahir:
        usul_lahir = tentukan_urut(teks[1])
        urut_lahir = lahir.tanggal or usul_lahir.urut or urut
        if not urut_lahir or (usul_lahir.alasan == "masalah.hari_campur" and not lahir.tanggal):
            _tanya_urut(pembaca, lahir, "masalah.register_lahir_ragu", teks[1][usul_lahir.contoh], "")
            urut_lahir = ""
    return KamusHari(AturanHari(urut, jelas, opsi.hari, opsi.periode)), urut_lahir


def _tanya_urut(pembaca: PembacaPeta, kolom: KolomPeta, alasan: str, nomor: int, contoh: Sel) -> None:
    lembar, sebut = pembaca.lembar, sebut_kolom(kolom.kolom, kolom.judul)
    pembaca.konteks.hasil.catat(
        alasan, "galat", lembar.nama, lembar.nomor(nomor), sebut, contoh, contoh=ringkas(contoh)
    )


def _beri_tahu_mdy(pembaca: PembacaPeta, kolom: KolomPeta, nomor: int, contoh: Sel) -> None:
    """One cell settled the whole column against the order of this country: that cell may be the one typed wrong."""
    lembar, sebut = pembaca.lembar, sebut_kolom(kolom.kolom, kolom.judul)
    alasan, nomor, isi = "masalah.register_bulan_depan", lembar.nomor(nomor), ringkas(contoh)
    pembaca.konteks.hasil.catat(alasan, "peringatan", lembar.nama, nomor, sebut, contoh, contoh=isi)


def _susun_kolom(pencacah: Pencacah, poli: Daftar, unit: Daftar) -> list[KolomKata]:
    """The columns that are counted. Without a column of units the whole file has one."""
    pembaca, peta = pencacah.pembaca, pencacah.pembaca.peta
    hasil = [kolom_tutup(pembaca, k) for k in peta.kolom if k.isi in KODE]
    hasil += [kolom_poli(k, poli) for k in peta.semua("poli")] + [kolom_saring(k) for k in peta.semua("saring")]
    hasil += kolom_batal(pembaca)
    if _berkolom_unit(peta):
        kolom = peta.semua("unit")[:1]
        hasil += [kolom_unit(k, unit, lambda nama: pembaca.unit_bernama(nama, pencacah.nomor)) for k in kolom]
    elif kode := pembaca.unit_bernama("", peta.awal):
        pencacah.tetap = unit.kode(kode)
    return hasil


def _periksa_poli(pencacah: Pencacah, poli: Daftar) -> None:
    """Free text is not stored: too many names, or nearly as many as there are visits."""
    banyak, baris = len(poli.nama) - 1, sum(pencacah.jumlah.values())
    if banyak > MAKS_POLI or (banyak > 12 and banyak * 2 > baris):
        kolom = pencacah.pembaca.peta.satu("poli")
        pencacah.pembaca.catat("masalah.register_poli_banyak", None, kolom, jumlah=banyak)


def _keluarkan(pencacah: Pencacah, poli: list[str], unit: list[str]) -> None:
    """Counted cells into the table, in order of day and unit."""
    pembaca = pencacah.pembaca
    jumlah = satukan(pencacah.jumlah, _layanan_berkas(pembaca))
    pencacah.jumlah.clear()
    if not jumlah:
        return
    _catat_kosong(pembaca, jumlah)
    baris = baris_tabel(jumlah, unit, poli)
    _periksa_bulan(pembaca, baris)
    periksa_masa(pembaca, baris)
    tabel = pembaca.konteks.hasil.tabel.setdefault("kunjungan", [])
    if tabel:
        _periksa_kembar(pembaca, tabel, baris)
    tabel.extend(baris)
    pembaca.konteks.maju(1.0)


def _layanan_berkas(pembaca: PembacaPeta) -> str:
    """Kind of care of rows that do not say: what title, sheet or file name say, else outpatients."""
    teks = (*pembaca.judul, pembaca.lembar.nama, PurePath(pembaca.konteks.berkas).stem)
    if layanan_poli(" ".join(teks)) == "rawat_inap":
        pembaca.catat("masalah.register_inap", tingkat="peringatan")
        return "rawat_inap"
    return "rawat_jalan"


def _catat_kosong(pembaca: PembacaPeta, jumlah: Mapping[int, int]) -> None:
    """Blanks in a column are counted as not said. Of new and known patients that matters: a figure gets smaller."""
    for isi in ("pasien", "poli", "bayar", "jk", "umur", "gedung"):
        kolom = pembaca.peta.satu(isi) or (pembaca.peta.satu("lahir") if isi == "umur" else None)
        if kolom and (kosong := jumlah_kosong(jumlah, isi)):
            pembaca.catat(
                "masalah.register_kosong",
                None,
                kolom,
                "peringatan" if isi == "pasien" else "info",
                jumlah=kosong,
                semua=sum(jumlah.values()),
            )
    if pembaca.peta.satu("pasien") is None:
        pembaca.catat("masalah.register_tanpa_pasien", tingkat="info")


def _periksa_bulan(pembaca: PembacaPeta, baris: list[BarisTabel]) -> None:
    """Months far from all others are mostly a year typed wrong; months a unit did not exist are always wrong."""
    bulan: dict[str, set[int]] = defaultdict(set)
    for unit, dari in {(str(satu[3]), int(str(satu[1]))) for satu in baris}:
        bulan[unit].add(dari)
    urut = sorted(set().union(*bulan.values()))
    for awal, akhir in pairwise(urut):
        if geser_bulan(awal, 12) < akhir:
            pembaca.catat("masalah.register_bulan_jauh", tingkat="peringatan", awal=_sebut(awal), akhir=_sebut(akhir))
    for kode, isi in bulan.items():
        satu = pembaca.konteks.pencocok.unit(kode)
        if satu and (min(isi) < satu.berlaku_dari or max(isi) > satu.berlaku_sampai):
            pembaca.konteks.hasil.catat(
                "masalah.unit_tak_berlaku",
                nilai=satu.nama,
                unit=satu.nama,
                dari=str(satu.berlaku_dari),
                sampai=str(satu.berlaku_sampai),
            )


def _sebut(bulan: int) -> str:
    return f"{bulan // 100}-{bulan % 100:02d}"


def _periksa_kembar(pembaca: PembacaPeta, lama: Iterable[BarisTabel], baru: Iterable[BarisTabel]) -> None:
    """The same unit and day on two sheets: days that are equal in everything were counted twice."""
    satu, dua = _per_hari(lama), _per_hari(baru)
    bersama = [kunci for kunci in dua if kunci in satu]
    sama = [kunci for kunci in bersama if satu[kunci] == dua[kunci]]
    if sama:
        hari = str(min(kunci[1] for kunci in sama))
        pembaca.catat("masalah.register_kembar", jumlah=len(sama), hari=hari)
    elif bersama:
        hari = str(min(kunci[1] for kunci in bersama))
        pembaca.catat("masalah.register_hari_sama", tingkat="peringatan", jumlah=len(bersama), hari=hari)


def _per_hari(baris: Iterable[BarisTabel]) -> dict[tuple[str, str], frozenset[BarisTabel]]:
    hasil: dict[tuple[str, str], set[BarisTabel]] = defaultdict(set)
    for satu in baris:
        hasil[str(satu[3]), str(satu[0])].add(satu)
    return {kunci: frozenset(isi) for kunci, isi in hasil.items()}
