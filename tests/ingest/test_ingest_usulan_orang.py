"""The rough proposal for sheets about employees, predicates of units and support, and which shape it takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from bahan_ingest import RUJUKAN
from bahan_orang import NAMA, NIP

from kinerja.ingest import Opsi
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import temukan_kepala
from kinerja.ingest.peta.model import Bentuk, Peta
from kinerja.ingest.peta.usulan import usul_kasar
from kinerja.ingest.peta.usulan_orang import BENTUK_ORANG, kolom_orang
from kinerja.ingest.tipe import Lembar, Sel

UNIT = ("Puskesmas Lubuk Begalung", "Puskesmas Pegambiran")


def usul(kepala: str, *isi: Sequence[Sel]) -> Peta:
    baris: list[list[Sel]] = [["REKAPITULASI"], list(kepala.split("|")), *(list(b) for b in isi)]
    return usul_kasar(Lembar("Data", baris), Konteks(RUJUKAN, Opsi(), "a.xlsx"))


def isi(peta: Peta) -> list[str]:
    return [f"{k.isi}:{k.kode}" if k.kode else k.isi for k in peta.kolom]


def orang(*lain: Sel) -> list[list[Sel]]:
    return [[n + 1, NAMA[n], NIP[n], *lain] for n in range(3)]


@pytest.mark.parametrize(
    ("bentuk", "kepala", "baris", "harap"),
    [
        (
            "pegawai",
            "No|Nama|NIP|Jabatan|TMT Jabatan|Golongan",
            orang("Bidan Mahir", "01/03/2020", "III/a"),
            ["abaikan", "nama", "nip", "jabatan", "tmt", "abaikan"],
        ),
        (
            "pegawai",
            "No|Nama Pegawai|NIP|Jabatan|Status Kepegawaian|Unit Kerja|Atasan Langsung|Jabatan Atasan",
            orang("Bidan Mahir", "?", UNIT[0], NAMA[4], "Kepala Puskesmas"),
            ["abaikan", "nama", "nip", "jabatan", "status", "unit", "penilai", "abaikan"],
        ),
        (
            "butir",
            "No|Nama|NIP|Rencana Hasil Kerja|Aspek|Target|Satuan",
            orang("Laporan disusun", "Kuantitas", 12, "laporan"),
            ["abaikan", "nama", "nip", "butir", "aspek", "target", "satuan"],
        ),
        (
            "butir",
            "No|Nama|NIP|RHK|Indikator Kinerja|Target|Bukti Dukung",
            orang("Pelayanan", "Kunjungan", "12 kali", "https://x"),
            ["abaikan", "nama", "nip", "rencana", "butir", "target", "bukti"],
        ),
        (
            "perilaku",
            "No|Nama|NIP|Akuntabel|Kompeten|Loyal",
            orang("?", "?", "?"),
            ["abaikan", "nama", "nip", "nilai:akuntabel", "nilai:kompeten", "nilai:loyal"],
        ),
        (
            "organisasi",
            "No|Unit Kerja|Predikat Kinerja|Tahun",
            [[1, UNIT[0], "Baik", 2026], [2, UNIT[1], "belum ada", 2026]],
            ["abaikan", "unit", "predikat", "tahun"],
        ),
        (
            "kegiatan",
            "No|Tanggal|Jenis Kegiatan|Unit Kerja|Jumlah Peserta",
            [[1, date(2026, 3, 2), "Sosialisasi", UNIT[0], 20], [2, date(2026, 3, 9), "Rapat", UNIT[1], 12]],
            ["abaikan", "tanggal", "jenis", "unit", "peserta"],
        ),
        (
            "gelombang",
            "No|Nama|NIP|Nama Pelatihan|Gelombang",
            orang("Pelayanan prima", 2),
            ["abaikan", "nama", "nip", "judul", "gelombang"],
        ),
    ],
)
def test_columns_are_filled_in_by_their_names_though_one_is_missing_or_unclear(
    bentuk: str, kepala: str, baris: list[list[Sel]], harap: list[str]
) -> None:
    peta = usul(kepala, *baris)
    assert (peta.bentuk, isi(peta)) == (bentuk, harap)


@pytest.mark.parametrize(
    ("bentuk", "kepala", "baris"),
    [
        ("penilaian", "No|Nama|NIP|Jabatan|Status|Hasil Kerja|Perilaku", orang("Bidan", "PNS", "Sesuai", "Sesuai")),
        ("pelatihan", "No|Nama|NIP|Jabatan|Status|Nama Pelatihan|JP", orang("Bidan", "PNS", "Diklat A", 8)),
        ("angka", "No|Nama Puskesmas|Kunjungan|Target", [[1, UNIT[0], 10, 12], [2, UNIT[1], 7, 9]]),
    ],
)
def test_other_sheets_with_the_same_words_keep_their_shape(bentuk: str, kepala: str, baris: list[list[Sel]]) -> None:
    assert usul(kepala, *baris).bentuk == bentuk


@pytest.mark.parametrize("bentuk", ["pegawai", "kegiatan", "gelombang"])
def test_no_period_is_asked_where_the_rows_have_none(bentuk: Bentuk) -> None:
    kepala = {
        "pegawai": "No|Nama|NIP|Jabatan|Status",
        "kegiatan": "No|Tanggal|Jenis|Topik",
        "gelombang": "No|Nama|NIP|Judul|Gelombang",
    }
    lain: dict[str, list[list[Sel]]] = {
        "pegawai": orang("Bidan Mahir", "?"),
        "kegiatan": [[1, "2026-03-02", "Pendampingan", "SKP"]],
        "gelombang": orang("Pelayanan prima", "I"),
    }
    peta = usul(kepala[bentuk], *lain[bentuk])
    assert (peta.bentuk, peta.periode.dari) == (bentuk, "kolom")


def test_choosing_a_shape_fills_in_what_its_words_name() -> None:
    baris: list[list[Sel]] = [["No", "Nama", "NIP", "Jabatan"], *orang("Bidan Mahir")]
    kepala = temukan_kepala(Lembar("x", baris))
    assert {n: k.isi for n, k in kolom_orang(kepala, "pegawai").items()} == {1: "nama", 2: "nip", 3: "jabatan"}
    for bentuk in BENTUK_ORANG:
        assert kolom_orang(temukan_kepala(Lembar("x", [])), bentuk) == {}
