"""Two persons for a closed month, and no numbers of persons in what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import Fakta, Masalah
from kinerja.domain.unit import Unit
from kinerja.i18n.masalah import teks_galat
from kinerja.indikator import satuan, terbit
from kinerja.indikator.orang import dua_orang, tolak_tanpa_dua_orang
from kinerja.store import queries, riwayat
from kinerja.store.koneksi import buka_aktif
from tests.indikator.bahan_muat import LB, PADA, PG, RJ, berkas, nilai_mart, simpan, tanya

NIP = "197803122005012007"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    simpan(tmp_path, berkas("a.csv", [Fakta(RJ, LB, 202602, 202602, 50)]))
    return tmp_path


def kunci(lakukan: object, *isi: object, **lain: object) -> str:
    with pytest.raises(KinerjaError) as galat:
        lakukan(*isi, **lain)  # type: ignore[operator]
    for bahasa in ("id", "en"):
        assert "{" not in teks_galat(galat.value, bahasa)  # type: ignore[arg-type]
    return galat.value.kunci


@pytest.mark.parametrize(
    "kedua",
    ["", "-", "...", "123", "x", "ab1", "CLI", "cli(pengelola)", "pengelola", "Sri", "S R I", "srí", "Sri Dewi"],
)
def test_no_second_person(kedua: str) -> None:
    assert not dua_orang("Sri (CLI pengelola)", kedua)
    assert kunci(tolak_tanpa_dua_orang, [202602], "Sri (CLI pengelola)", kedua) == "galat.periode_terkunci"


def test_two_persons_and_no_number_of_theirs() -> None:
    assert tolak_tanpa_dua_orang([202602], "Sri (CLI pengelola)", f" Budi  Santoso NIP {NIP}") == "Budi Santoso NIP …"
    assert tolak_tanpa_dua_orang([], "x", "y") == ""


@pytest.mark.parametrize("oleh", ["CLI (root)", "cli(root)", "Al", ""])
def test_whoever_changes_a_closed_month_has_a_name_too(oleh: str) -> None:
    assert kunci(tolak_tanpa_dua_orang, [202602], oleh, "Budi Santoso") == "galat.periode_tanpa_pelaku"


def test_one_person_cannot_open_change_and_close(folder: Path) -> None:
    terbit.tutup_periode(folder, 202602, "Sri", PADA)
    for kedua in ("", "Sri", "..."):
        assert kunci(terbit.buka_periode, folder, 202602, "Sri", PADA, disetujui=kedua) == "galat.periode_terkunci"
    assert [b[0] for b in riwayat.fetch_terkunci(buka_aktif(folder).kursor())] == [202602]
    terbit.buka_periode(folder, 202602, "Sri", PADA, disetujui="Kepala Dinas")
    assert riwayat.fetch_terkunci(buka_aktif(folder).kursor()) == []
    assert riwayat.fetch_jejak(buka_aktif(folder).kursor())[0][1:5] == (
        "buka_periode",
        "2026-02",
        "Kepala Dinas",
        "Sri",
    )


def test_a_month_is_closed_once_it_is_over_where_the_office_is(folder: Path) -> None:
    malam, pagi = datetime(2026, 11, 30, 16, 59, tzinfo=UTC), datetime(2026, 11, 30, 17, 0, tzinfo=UTC)
    for bulan in ([202611], [202610, 202611], [202712]):
        assert kunci(terbit.tutup_periode, folder, bulan, "Sri", malam) == "galat.bulan_belum_lewat"
    assert riwayat.fetch_terkunci(buka_aktif(folder).kursor()) == []
    terbit.tutup_periode(folder, 202611, "Sri", pagi)  # 1 December, 00.00 WIB
    assert [b[0] for b in riwayat.fetch_terkunci(buka_aktif(folder).kursor())] == [202611]


def test_a_person_becomes_no_unit_and_no_other_name_of_one(folder: Path) -> None:
    nama = "Siti Rahasiawati 1371046512780003"
    assert kunci(satuan.ganti_nama, folder, LB, nama, "Sri") == "galat.nama_bernomor"
    assert kunci(satuan.jawab_alias, folder, nama, LB, "Sri") == "galat.nama_bernomor"
    hasil = berkas("b.csv", [Fakta(RJ, PG, 202602, 202602, 5)])
    assert kunci(simpan, folder, hasil, alias={nama: PG}) == "galat.nama_bernomor"
    baru = replace(hasil, unit_baru=(Unit("PKM-SITI", nama, "puskesmas", "DINKES", "dinkes", 99),))
    assert kunci(simpan, folder, baru) == "galat.nama_bernomor"
    assert not [k for k in queries.fetch_alias(buka_aktif(folder).kursor()) if "siti" in k]


def test_no_number_of_a_person_is_kept_of_files_sheets_and_layouts(folder: Path) -> None:
    peta = f'bentuk = "angka"\nlembar = "dr Rahasiawati {NIP}"\nsidik = "abc"\nkepala = [1]\nawal = 2\n'
    hasil = replace(
        berkas(f"NIP {NIP}.xlsx", [Fakta(RJ, PG, 202602, 202602, 5)]),
        lembar=(f"Siti {NIP}", "Rekap"),
        masalah=(Masalah("masalah.lembar_beda_kepala", "peringatan", f"Siti {NIP}", args={"peta": f"Siti {NIP}"}),),
        peta=peta,
    )
    simpan(folder, hasil, nama_peta=f"Punya {NIP}")
    assert tanya(folder, "select berkas, lembar from muatan where muatan = 2") == [("NIP ….xlsx", "Siti …\nRekap")]
    assert tanya(folder, "select nama from tata_letak") == [("Punya …",)]
    isi = b"".join(b.read_bytes() for b in folder.iterdir() if b.is_file())
    assert NIP.encode() not in isi
    assert b"Rahasiawati" not in isi


def test_the_same_sheet_of_the_same_file_is_known_again_and_another_sheet_is_not_it(folder: Path) -> None:
    def lembar(nama: str, unit: str, nilai: int) -> object:
        return replace(berkas("NIP.xlsx", [Fakta(RJ, unit, 202603, 202603, nilai)]), lembar=(nama,))

    simpan(folder, lembar(f"Siti {NIP}", LB, 7))  # type: ignore[arg-type]
    assert kunci(simpan, folder, lembar(f"Siti {NIP}", PG, 8)) == "galat.berkas_sudah_masuk"
    simpan(folder, lembar("Rekap", PG, 8))  # type: ignore[arg-type]
    assert (nilai_mart(folder, RJ, LB, 202603), nilai_mart(folder, RJ, PG, 202603)) == (7, 8)
