"""Figures under a title that tells of a part: asked on the page, mapped, remembered; a mapping as a file."""

from __future__ import annotations

from collections.abc import Callable

from kinerja.ingest.peta.toml import baca_peta
from kinerja.store import queries
from kinerja.store.koneksi import buka_aktif
from tests.ui.bahan_impor import LB, NAMA, PG, Layar, fakta, xlsx

KEPALA = ["No", "Nama Puskesmas", "Januari", "Februari"]
ISI = [[1, NAMA[LB], 1000, 1001], [2, NAMA[PG], 1050, 1051]]
TERBACA = {
    ("kunjungan_rawat_jalan", unit, bulan, bulan, "", n)
    for unit, *dua in ((LB, 1000, 1001), (PG, 1050, 1051))
    for bulan, n in zip((202401, 202402), dua, strict=True)
}


def rekap(judul: str) -> bytes:
    return xlsx("Rekap", [[judul], ["LAPORAN KUNJUNGAN RAWAT JALAN TAHUN 2024"], [], KEPALA, *ISI])


def test_a_part_of_the_visits_is_asked_and_the_answer_is_remembered(buka: Callable[..., Layar]) -> None:
    layar = buka()
    layar.unggah({"rekap.xlsx": rekap("PASIEN BPJS")})
    assert layar.tombol("impor_simpan").disabled
    assert "BPJS" in layar.isi()
    assert "kunjungan_rawat_jalan" not in layar.isi(), "codes are no words for readers"
    layar.tekan("peta_ubah")
    tanya = layar.teks("masalah.judul_sempit_peta", nilai="BPJS", indikator="Kunjungan rawat jalan")
    assert tanya in layar.isi().replace("\\", "")
    layar.tekan("impor_simpan")
    assert fakta(layar.folder) >= TERBACA
    simpanan = queries.fetch_tata_letak(buka_aktif(layar.folder).kursor())
    assert [baca_peta(isi).sempit for isi in simpanan.values()] == [("BPJS",)]
    layar.unggah({"rekap.xlsx": rekap("PASIEN UMUM")})
    assert layar.tombol("impor_simpan").disabled


def test_a_mapping_from_a_file_is_used(buka: Callable[..., Layar]) -> None:
    layar = buka()
    isi = xlsx("Data", [["Tempat", "Orang datang"], [NAMA[LB], 120], [NAMA[PG], 90]])
    layar.unggah({"isian.xlsx": isi}).pilih("kode_1", "kunjungan_rawat_jalan")
    (simpan,) = [isian.peta for isian in layar.at.session_state["impor_isian"].values()]
    layar.unggah({"isian lain.xlsx": isi})
    assert layar.nilai("kode_1") is None
    unggah = next(w for w in layar.at.file_uploader if str(w.key).endswith("_unggah"))
    unggah.set_value([("peta.toml", simpan.encode(), "application/toml")])
    layar.baca()
    assert layar.nilai("kode_1") == "kunjungan_rawat_jalan"
    next(w for w in layar.at.file_uploader if str(w.key).endswith("_unggah")).set_value(
        [("peta.toml", b"bentuk = 'x'", "application/toml")]
    )
    layar.baca()
    assert layar.nilai("kode_1") == "kunjungan_rawat_jalan"
