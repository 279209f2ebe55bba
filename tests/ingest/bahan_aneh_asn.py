"""Odd files about employees: lists of staff, SKP items, behaviours, predicates of organisations, support, batches."""

from __future__ import annotations

from collections.abc import Sequence

from bahan_aneh import Kasus, Masa, Terima, Tolak
from bahan_aneh_bentuk import NIP, OKT, Pembuat, csv
from bahan_ingest import xlsx

KEC = "Kecamatan Lubuk Begalung"
PEGAWAI = ("NIP", "Nama", "Jabatan", "Unit Kerja", "Status", "Pejabat Penilai", "TMT")
BUTIR = ("NIP", "Unit Kerja", "Aspek", "Indikator Kinerja", "Target", "Realisasi", "Bukti Dukung")
PERILAKU = ("NIP", "Unit Kerja", "Akuntabel", "Loyal", "Adaptif")
ORGANISASI = ("Unit Kerja", "Periode", "Predikat Organisasi")
KEGIATAN = ("Tanggal", "Jenis Kegiatan", "Unit", "Topik", "Peserta")
GELOMBANG = ("NIP", "Unit Kerja", "Nama Pelatihan", "Gelombang", "Cara Penentuan")
BIASA = (NIP[0], "Upik", "Staf", KEC, "PNS", "", "01-03-2024")


def orang(**ubah: str) -> Sequence[str]:
    """The second employee; ``ubah``: another value by the first word of its header."""
    nama = ("nip", "nama", "jabatan", "unit", "status", "penilai", "tmt")
    asli = dict(zip(nama, (NIP[1], "Buyuang", "Staf", KEC, "PNS", NIP[0], ""), strict=True))
    return tuple({**asli, **ubah}.values())


def _kasus(nama: str, isi: Pembuat, harap: Terima | Tolak) -> Kasus:
    return Kasus(f"asn_{nama}", isi, harap, OKT, simpan=False)


def pegawai(**ubah: str) -> Pembuat:
    return csv(PEGAWAI, BIASA, orang(**ubah))


def butir(target: str, realisasi: str = "3 surat", aspek: str = "Kuantitas", teks: str = "Arsip") -> Pembuat:
    satu = (NIP[0], KEC, "Kuantitas", "Surat", "4 surat", "4 surat", "ada")
    return csv(BUTIR, satu, (NIP[1], KEC, aspek, teks, target, realisasi, "ada"))


def _nip_angka(_: Masa) -> bytes:
    """A NIP typed into a cell of numbers keeps fifteen of its eighteen digits."""
    return xlsx({"A": [PEGAWAI, (float(NIP[0]), "Upik", "Staf", KEC, "PNS", "", "")]})


def terima(n: int, *catatan: str) -> Terima:
    return Terima(0, 0, 0, tabel=n, catatan=catatan)


ASN: tuple[Kasus, ...] = tuple(
    _kasus(nama, isi, harap)
    for nama, isi, harap in (
        ("pegawai_biasa.csv", pegawai(), terima(2)),
        ("pegawai_honorer.csv", pegawai(status="Honorer"), terima(1)),
        ("pegawai_status.csv", pegawai(status="pensiun"), Tolak("status_tak_dikenal", "E3")),
        ("pegawai_status_kosong.csv", pegawai(status=""), terima(2, "status_dari_nip")),
        ("pegawai_sendiri.csv", pegawai(penilai=NIP[1]), Tolak("penilai_sendiri", "F3")),
        (
            "pegawai_dua_unit.csv",
            pegawai(nip=NIP[0], unit="Puskesmas Pegambiran", penilai=""),
            Tolak("pegawai_dua_unit", "3"),
        ),
        ("pegawai_ganda.csv", pegawai(nip=NIP[0], penilai=""), Tolak("pegawai_ganda", "3")),
        ("pegawai_penilai_asing.csv", pegawai(penilai="Amak Rabiah"), terima(2, "penilai_tak_dikenal")),
        ("pegawai_nip_pendek.csv", pegawai(nip="1980"), Tolak("nip_salah", "A3")),
        ("pegawai_nip_angka.xlsx", _nip_angka, Tolak("nip_rusak", "A2")),
        ("pegawai_tmt.csv", pegawai(tmt="31-02-2024"), Tolak("hari_bukan", "G3")),
        ("pegawai_rumus.csv", pegawai(jabatan="=CMD|' /C calc'!A0"), terima(2)),
        ("butir_biasa.csv", butir("12 dokumen", "13 dokumen"), terima(2)),
        ("butir_nol.csv", butir("0"), terima(2, "target_nol")),
        ("butir_tanpa_target.csv", butir(""), terima(2, "target_kosong")),
        ("butir_kata.csv", butir("Terlaksana dengan baik"), terima(2, "target_kata")),
        ("butir_langit.csv", butir("maks. 3 surat"), terima(2, "target_kata")),
        ("butir_tanpa_realisasi.csv", butir("4 surat", ""), terima(2, "realisasi_kosong")),
        ("butir_satuan.csv", butir("100%"), terima(2, "satuan_beda")),
        ("butir_negatif.csv", butir("-4 surat"), Tolak("angka_negatif", "E3")),
        ("butir_raksasa.csv", butir("999999999999999 surat"), Tolak("angka_besar", "E3")),
        ("butir_aspek.csv", butir("4", aspek="Semangat"), Tolak("aspek_tak_dikenal", "C3")),
        ("butir_nomor.csv", butir("4", teks=f"Surat {NIP[0]}"), Tolak("butir_bernomor", "D3")),
        ("butir_html.csv", butir("4", teks="<script>alert(1)</script>"), terima(2)),
        ("perilaku_biasa.csv", csv(PERILAKU, (NIP[0], KEC, "sesuai", "di atas", "")), terima(2, "perilaku_luput")),
        (
            "perilaku_kata.csv",
            csv(PERILAKU, (NIP[0], KEC, "sesuai", "sesuai", "hebat")),
            Tolak("rating_tak_dikenal", "E2"),
        ),
        (
            "perilaku_kata_lain.csv",
            csv(PERILAKU, (NIP[0], KEC, *["sesuai"] * 3), (NIP[1], KEC, "sesuai", "baik sekali", "sesuai")),
            Tolak("rating_tak_dikenal", "D3"),
        ),
        ("organisasi_biasa.csv", csv(ORGANISASI, (KEC, "2025-10", "Istimewa")), terima(1)),
        ("organisasi_ganda.csv", csv(ORGANISASI, *[(KEC, "2025-10", "Baik")] * 2), Tolak("organisasi_ganda", "C3")),
        ("kegiatan_biasa.csv", csv(KEGIATAN, ("24-10-2025", "Sosialisasi", KEC, "Batas", "")), terima(1)),
        (
            "kegiatan_hari.csv",
            csv(KEGIATAN, ("31-02-2025", "Sosialisasi", KEC, "A", 1), ("24-10-2025", "Pendampingan", KEC, "B", 1)),
            Tolak("hari_bukan", "A2"),
        ),
        ("gelombang_biasa.csv", csv(GELOMBANG, (NIP[0], KEC, "Aksi", "I", "undian")), terima(1)),
        (
            "gelombang_cara.csv",
            csv(GELOMBANG, (NIP[0], KEC, "A", 1, "undian"), (NIP[1], KEC, "A", 2, "?")),
            Tolak("gelombang_cara", "E3"),
        ),
    )
)
