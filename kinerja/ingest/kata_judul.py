"""Lines between or below the rows of a table: which are a title, which are a sentence that only mentions a month."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from kinerja.ingest.bulan_kata import nomor_bulan

_BIASA = frozenset(
    re.findall(
        r"\w+",
        "LAPORAN LAP REKAPITULASI REKAP DATA TABEL DAFTAR FORMULIR REGISTER BUKU BULANAN TAHUNAN HARIAN BULAN TAHUN "
        "TRIWULAN TRI WULAN TRIBULAN TW KUARTAL KWARTAL Q SEMESTER SMT CATUR CATURWULAN CAWU MINGGU PEKAN PERIODE "
        "THN TH BLN TGL TANGGAL HARI KE S D SD SAMPAI DENGAN HINGGA KUMULATIF JUMLAH JML TOTAL ANGKA CAPAIAN KUNJUNGAN "
        "PASIEN DI PADA PER MENURUT DAN UNTUK DARI UPT UPTD BLUD PUSKESMAS PKM DINAS KESEHATAN KOTA KABUPATEN KAB "
        "KECAMATAN KEC PROVINSI UNIT KERJA WILAYAH LANJUTAN SAMBUNGAN HALAMAN HAL LEMBAR PERTAMA KEDUA KETIGA KEEMPAT",
    )
)
"""Words of titles that name no other matter than the title above the table."""
_BAGIAN = re.compile(r"Q[1-4]|[IVX]{1,4}|[A-Z]|[0-9]+")
_KALIMAT = re.compile(
    r"\b(?:BERDIRI|BEROPERASI|BUKA|SEJAK|MULAI|MENYUSUL|BELUM|SUDAH|TELAH|TIDAK|KARENA|AKIBAT|TUTUP|DITUTUP|PINDAH|"
    r"DIPINDAH(?:KAN)?|BERGABUNG|DIGABUNG|REVISI|DIREVISI|DIPERBAIKI|DIPERBARUI|TERMASUK|MERUPAKAN|ADALAH|AKAN|MASIH|"
    r"KEADAAN|POSISI|DIAMBIL|BERDASARKAN|BARU|SUMBER|CATATAN|KETERANGAN|MENGETAHUI|DICETAK|DIREHAB|RENOVASI|PEMEKARAN|"
    r"PER [0-9]{1,2} [A-Z]+)\b"
)


def kalimat(teks: str) -> bool:
    """Is this a remark ("baru berdiri Januari 2024"), and no title? ``teks`` in capitals."""
    return _KALIMAT.search(teks) is not None


def kata_lain(teks: str, dikenal: Collection[str] = ()) -> set[str]:
    """The words of a line that neither a title of the same matter nor ``dikenal`` has; months and numbers aside."""
    return {
        kata
        for kata in kata_judul((teks,))
        if kata not in _BIASA and kata not in dikenal and not _BAGIAN.fullmatch(kata) and not nomor_bulan(kata)
    }


def kata_judul(judul: Iterable[str]) -> set[str]:
    """All words of these lines, in capitals."""
    return set(re.findall(r"[A-Z0-9]+", " ".join(judul).upper()))
