"""A workbook with one sheet a month, mapped once: which sheets are read, with which period, what is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bahan_angka import LB, PG, RAJAL, kolom, masalah, peta_angka, ringkas_fakta
from bahan_ingest import baca, xlsx

from kinerja.domain.fakta import HasilBaca
from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi
from kinerja.ingest.peta.kenal import lengkapi_sidik
from kinerja.ingest.peta.model import Asal, KolomPeta, Peta
from kinerja.ingest.peta.toml import baca_peta, tulis_peta
from kinerja.ingest.tipe import Lembar

KEPALA = ["No", "Puskesmas", "Kunjungan L", "Kunjungan P"]


def _isi(n: int, kepala: list[str] | None = None, atas: int = 2) -> list[list[Any]]:
    """Titles, a header, two rows: 10n and 20n for one puskesmas, 30n and 40n for the other."""
    judul = [["REKAP KUNJUNGAN"], *[[] for _ in range(atas - 1)]]
    return [*judul, kepala or KEPALA, [1, "Lubuk Begalung", 10 * n, 20 * n], [2, "Pegambiran", 30 * n, 40 * n]]


BULAN = {"JAN 2026": _isi(1), "FEB 2026": _isi(2), "MAR 2026": _isi(3)}


def _peta(lembar: str = "JAN 2026", **lain: Any) -> Peta:
    """As the page and --tulis-peta write it: with the fingerprint of the header of the mapped sheet."""
    peta = peta_angka(
        *("abaikan", "unit", f"pembilang:{RAJAL}", f"pembilang:{RAJAL}"),
        **{"kepala": (2,), "awal": 3, "lembar": lembar, "periode": Asal("lembar")} | lain,
    )
    return lengkapi_sidik(peta, Lembar(lembar, _isi(1)))


def _baca(folder: Path, isi: Mapping[str, list[list[Any]]], peta: Peta, nama: str = "a.xlsx", **opsi: Any) -> HasilBaca:
    return baca(folder / nama, xlsx(dict(isi)), Opsi(peta=tulis_peta(peta), **opsi))


def _bulan(hasil: HasilBaca) -> list[tuple[object, ...]]:
    return [(f[1], f[2], f[5]) for f in sorted(ringkas_fakta(hasil), key=str)]


TIGA = [
    *((LB, 202601, 30), (LB, 202602, 60), (LB, 202603, 90)),
    *((PG, 202601, 70), (PG, 202602, 140), (PG, 202603, 210)),
]


def test_every_sheet_with_the_header_of_the_mapped_one_is_read_whichever_was_mapped(tmp_path: Path) -> None:
    for mana in BULAN:
        hasil = _baca(tmp_path, BULAN, _peta(mana))
        assert _bulan(hasil) == TIGA
        assert hasil.lembar == tuple(BULAN)
        assert hasil.masalah == ()
        assert baca_peta(hasil.peta).lembar == mana, "the mapping that is shown stays that of the mapped sheet"


def test_sheets_chosen_by_the_person_stay_the_choice(tmp_path: Path) -> None:
    hasil = _baca(tmp_path, BULAN, _peta(), lembar=("FEB 2026",))
    assert _bulan(hasil) == [(LB, 202602, 60), (PG, 202602, 140)]


def test_a_header_one_row_lower_is_found_and_other_headers_are_named_where_they_are_seen(tmp_path: Path) -> None:
    lain = ["No", "Puskesmas", "Kunjungan L", "Kunjungan P dan lansia"]
    lembar = {**BULAN, "FEB 2026": _isi(2, atas=3), "MAR 2026": _isi(3, lain), "Sampul": [["Dinas Kesehatan"], [2026]]}
    hasil = _baca(tmp_path, lembar, _peta())
    assert _bulan(hasil) == [(LB, 202601, 30), (LB, 202602, 60), (PG, 202601, 70), (PG, 202602, 140)]
    (satu,) = masalah(hasil, "lembar_beda_kepala")
    assert (satu.lembar, satu.tingkat) == ("MAR 2026", "peringatan")
    assert [m.lembar for m in hasil.masalah] == ["MAR 2026"], "a cover is no table that looks alike"


def test_rows_below_the_last_one_of_the_mapped_sheet_are_read_on_the_other_sheets(tmp_path: Path) -> None:
    lembar = {"JAN 2026": [*_isi(1), ["Catatan: sementara", None, 5, 5]], "FEB 2026": _isi(2)}
    hasil = _baca(tmp_path, lembar, _peta(akhir=3))
    assert _bulan(hasil) == [(LB, 202601, 30), (LB, 202602, 60), (PG, 202602, 140)]


def test_the_rows_that_were_chosen_hold_where_the_same_header_stands_twice(tmp_path: Path) -> None:
    isi = [*_isi(1), [], *_isi(5)[2:]]
    hasil = _baca(tmp_path, {"JAN 2026": isi}, replace(_peta(), kepala=(6,), awal=7))
    assert _bulan(hasil) == [(LB, 202601, 150), (PG, 202601, 350)]


def test_a_hand_written_mapping_that_names_its_sheet_reads_that_one_and_says_so(tmp_path: Path) -> None:
    hasil = _baca(tmp_path, BULAN, replace(_peta(), sidik=""))
    assert _bulan(hasil) == [(LB, 202601, 30), (PG, 202601, 70)]
    assert [m.lembar for m in masalah(hasil, "lembar_di_luar_peta")] == ["FEB 2026", "MAR 2026"]


def test_a_typed_period_or_unit_does_not_hold_for_a_sheet_that_names_another(tmp_path: Path) -> None:
    hasil = _baca(tmp_path, BULAN, _peta(periode=Asal("isian")), periode=parse_periode("2026-01"))
    assert _bulan(hasil) == [(LB, 202601, 30), (PG, 202601, 70)]
    assert [m.lembar for m in masalah(hasil, "lembar_beda_periode")] == ["FEB 2026", "MAR 2026"]

    peta = replace(_peta("Lubuk Begalung", periode=Asal("isian")), unit=Asal("isian", LB))
    peta = replace(peta, kolom=tuple(replace(k, isi="dimensi") if k.isi == "unit" else k for k in peta.kolom))
    lembar = {"Lubuk Begalung": _isi(1), "Pegambiran": _isi(2)}
    hasil = _baca(tmp_path, lembar, peta, periode=parse_periode("2026-01"))
    assert {f.unit for f in hasil.fakta} == {LB}
    assert [m.lembar for m in masalah(hasil, "lembar_beda_unit")] == ["Pegambiran"]


def test_sheets_of_the_same_months_with_the_same_header_are_one_problem(tmp_path: Path) -> None:
    hasil = _baca(tmp_path, {"JAN 2026": _isi(1), "JAN 2026 (2)": _isi(2)}, _peta())
    assert masalah(hasil, "kembar_antar_lembar")
    assert not hasil.diterima


def test_labelled_reports_must_have_every_label(tmp_path: Path) -> None:
    teks = f"""bentuk = "label"
lembar = "JAN 2026"
kepala = [1]
awal = 2
periode = {{ dari = "lembar" }}
unit = {{ dari = "isian", nilai = "{LB}" }}
kolom = [{{ kolom = "A", isi = "label" }}, {{ kolom = "B", isi = "nilai" }}]
[[baris]]
label = "Rawat jalan"
indikator = "{RAJAL}"
kolom = ["B"]
"""
    lembar: dict[str, list[list[Any]]] = {
        "JAN 2026": [["Uraian", "Jumlah"], ["Rawat jalan", 7]],
        "FEB 2026": [["Uraian", "Jumlah"], ["Rujukan", 1], ["Rawat jalan", 8]],
        "GIZI FEB 2026": [["Uraian", "Jumlah"], ["Balita ditimbang", 9]],
    }
    peta = lengkapi_sidik(baca_peta(teks), Lembar("JAN 2026", lembar["JAN 2026"]))
    hasil = _baca(tmp_path, lembar, peta)
    assert _bulan(hasil) == [(LB, 202601, 7), (LB, 202602, 8)]
    assert [m.lembar for m in masalah(hasil, "lembar_beda_kepala")] == ["GIZI FEB 2026"]


# --- what of a header is kept ----------------------------------------------------------------------------------------


def test_words_of_columns_that_are_not_used_or_may_be_a_person_are_not_written_down() -> None:
    pasien = ["2026-03-01", "Siti Rahasiawati", "1371046512780003", "P", "ISPA AKUT", "BPJS 1371046512780003"]
    peta = Peta("penilaian", 1, (0,), kolom=kolom("hasil_kerja", "nama", "nip", "perilaku", "abaikan", "predikat"))
    jadi = lengkapi_sidik(peta, Lembar("a", [pasien, pasien]))
    assert [k.judul for k in jadi.kolom] == ["2026-03-01", "", "", "P", "", ""]
    assert jadi.sidik
    berjudul = lengkapi_sidik(peta, Lembar("a", [["Hasil", "Nama Pegawai", "NIP", "Perilaku", "Ket", "Predikat"]]))
    assert [k.judul for k in berjudul.kolom] == ["HASIL", "NAMA PEGAWAI", "NIP", "PERILAKU", "", "PREDIKAT"]
    tertulis = replace(peta, kepala=(), kolom=(KolomPeta(0, "abaikan", "Siti"), KolomPeta(1, "hasil_kerja", "Hasil")))
    assert [k.judul for k in lengkapi_sidik(tertulis, Lembar("a", [pasien])).kolom] == ["", "Hasil"]


# --- persons that are no units ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("cara", ["tolak", "tambahkan"])
def test_a_name_with_a_long_number_is_neither_added_nor_asked(tmp_path: Path, cara: str) -> None:
    baris: list[list[Any]] = [["REKAP"], [], KEPALA, [1, "Siti 1371 0465 1278 0003", 1, 2], [2, "Klinik Baru", 3, 4]]
    hasil = _baca(tmp_path, {"JAN 2026": baris}, _peta(), unit_baru=cara)
    (satu,) = masalah(hasil, "unit_bernomor")
    assert (satu.tingkat, satu.baris, satu.args["nama"]) == ("galat", 4, "Siti …")
    assert not any("1371" in f"{u}" for u in (*hasil.unit_baru, *hasil.unit_tanya))
    assert (len(hasil.unit_baru), len(hasil.unit_tanya)) == ((1, 0) if cara == "tambahkan" else (0, 1))


def test_a_number_in_the_name_of_a_file_is_no_part_of_the_result(tmp_path: Path) -> None:
    hasil = _baca(tmp_path, BULAN, _peta(), nama="dr Rina NIP 197803122005012007.xlsx")
    assert (hasil.berkas, hasil.diterima) == ("… NIP ….xlsx", True)
