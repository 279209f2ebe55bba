"""The mark "dikoreksi": where a figure rests on corrected data, in tables, Excel and CSV; nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from kinerja.domain.akses import Akses
from kinerja.domain.fakta import KOLOM_TABEL
from kinerja.domain.periode import parse_periode
from kinerja.ekspor.buku import buku_capaian, csv_capaian
from kinerja.i18n import teks
from kinerja.indikator.registry import registri
from kinerja.indikator.terbit import Beda
from kinerja.kalimat.capaian import baca_baris
from kinerja.store.koneksi import buka_aktif
from kinerja.store.koreksi import fetch_nilai_koreksi
from kinerja.ui import impor_koreksi, perbedaan, sumber
from tests.ui.bahan_mutu import KUNJUNGAN, LB, PG, angka, buka, lingkup, simpan, tertulis, waktu

POLI = f"{LB}-UMUM"


@pytest.fixture
def terkoreksi(tmp_path: Path) -> Path:
    """A clinic's February was corrected; January and Pegambiran were not."""
    simpan(tmp_path, [angka(u, b, 100) for u in (POLI, PG) for b in (202601, 202602, 202603)], waktu(202604, 2))
    simpan(tmp_path, [angka(POLI, 202602, 120)], waktu(202604, 9), koreksi="salah ketik")
    return tmp_path


def frame(mp: pytest.MonkeyPatch, folder: Path, unit: list[str], *periode: str) -> pd.DataFrame:
    lk = lingkup(mp, folder, "2026-03")
    return sumber.capaian(Akses("pengelola"), lk.isi, [KUNJUNGAN], unit, [parse_periode(p) for p in periode])


def test_the_mark_follows_unit_and_months_and_rises_to_the_units_above(
    terkoreksi: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    df = frame(monkeypatch, terkoreksi, [POLI, LB, "WIL", PG], "2026-01", "2026-02", "2026-TW1")
    tanda = {(u, p): bool(d) for u, p, d in zip(df["unit"], df["periode"], df["dikoreksi"], strict=True)}
    assert {k for k, ada in tanda.items() if ada} == {
        (u, p) for u in (POLI, LB, "WIL") for p in ("2026-02", "2026-TW1")
    }
    assert len(tanda) == 12


def test_without_corrections_no_figure_has_the_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simpan(tmp_path, [angka(LB, 202601, 9)], waktu(202602, 2))
    assert not frame(monkeypatch, tmp_path, [LB, "WIL"], "2026-01")["dikoreksi"].any()


def test_a_hidden_figure_does_not_say_that_it_was_corrected() -> None:
    df = pd.DataFrame(
        {
            "indikator": [KUNJUNGAN] * 2,
            "unit": [LB, PG],
            "dari": [202601] * 2,
            "sampai": [202601] * 2,
            "realisasi": [float("nan"), 4.0],
        }
    )
    koreksi = {(KUNJUNGAN, LB): [(202601, 202601)], (KUNJUNGAN, PG): [(202512, 202601)]}
    assert sumber.tandai(df, koreksi)["dikoreksi"].tolist() == [False, True]


def test_the_marked_frame_still_gives_rows_for_sentences(terkoreksi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    df = frame(monkeypatch, terkoreksi, [LB], "2026-02")
    assert baca_baris(df)[0].realisasi == 120.0


def test_the_table_has_a_column_and_a_footnote_only_where_something_was_corrected(
    terkoreksi: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = buka(monkeypatch, terkoreksi, "unit-vs-target", unit="DINKES", periode="2026-02")
    tabel = at.dataframe[0].value
    assert dict(zip(tabel["Unit"], tabel["Catatan"], strict=True)) == {
        "Puskesmas Lubuk Begalung": "dikoreksi",
        "Puskesmas Pegambiran": "",
    }
    assert f"Dikoreksi: {teks('id', 'dikoreksi.arti')}" in tertulis(at)
    at = buka(monkeypatch, terkoreksi, "unit-vs-target", unit="DINKES", periode="2026-03")
    assert "Catatan" not in at.dataframe[0].value.columns
    assert teks("id", "dikoreksi.arti") not in "\n".join(str(c.value) for c in at.caption[:4])


def test_the_table_of_the_summary_has_the_mark_too(terkoreksi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from streamlit.testing.v1 import AppTest

    from tests.ui.bahan_mutu import ROUTER

    monkeypatch.setenv("KINERJA_DATA", str(terkoreksi))
    at = AppTest.from_file(str(ROUTER), default_timeout=30)
    at.query_params["unit"], at.query_params["periode"], at.query_params["bahasa"] = "DINKES", "2026-02", "en"
    at.run()
    assert not at.exception
    assert at.dataframe[0].value["Note"].tolist() == ["corrected", ""]


def test_excel_has_the_word_in_its_row_and_its_meaning_on_the_second_sheet(
    terkoreksi: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def buku(*unit: str) -> tuple[list[str], str]:
        df = frame(monkeypatch, terkoreksi, list(unit), "2026-02")
        data = buku_capaian(df, judul="x", keterangan=[], indikator=dict(registri()), bahasa="id", contoh=False)
        satu, dua = load_workbook(io.BytesIO(data)).worksheets
        baris = [[str(c.value or "") for c in r] for r in satu.iter_rows()]
        metode = "\n".join(str(c.value) for r in dua.iter_rows() for c in r if c.value)
        return [b[13] for b in baris if b[1] in unit], metode

    catatan, metode = buku(LB, PG)
    assert catatan == ["belum ada target; dikoreksi", "belum ada target"]
    assert teks("id", "dikoreksi.arti") in metode
    catatan, metode = buku(PG)
    assert catatan == ["belum ada target"]
    assert teks("id", "dikoreksi.arti") not in metode


def test_csv_has_the_word_in_its_row(terkoreksi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    df = frame(monkeypatch, terkoreksi, [LB, PG], "2026-02")
    baris = csv_capaian(df, indikator=dict(registri()), bahasa="en").decode("utf-8-sig").splitlines()
    assert [b.endswith("; corrected") for b in baris[1:]] == [True, False]


def test_each_correction_keeps_its_own_old_and_new_value(terkoreksi: Path) -> None:
    simpan(terkoreksi, [angka(POLI, 202602, 125), angka(POLI, 202601, 101)], waktu(202605, 9), koreksi="sekali lagi")
    nilai = fetch_nilai_koreksi(buka_aktif(terkoreksi).kursor(), registri().values())
    rawat_jalan = [n for n in nilai if n.indikator == KUNJUNGAN]
    assert [(n.muatan, n.dari, n.lama, n.baru) for n in rawat_jalan] == [
        (3, 202601, 100, 101),
        (3, 202602, 120, 125),
        (2, 202602, 100, 120),
    ]


def test_a_ratio_shows_both_parts_and_its_difference_in_points(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simpan(tmp_path, [angka(LB, 202601, 880, "spm_tb", 1000)], waktu(202602, 2))
    lk = lingkup(monkeypatch, tmp_path, "2026-01")
    isi, beda = perbedaan._dua(lk, registri()["spm_tb"], (880, 1000), (900, 1000))
    assert isi == ["880 dari 1.000", "900 dari 1.000"]
    assert beda == "+2,0"
    assert perbedaan._dua(lk, registri()["spm_tb"], (None, None), (900, 1000)) == (["tidak ada", "900 dari 1.000"], "")


def test_figures_of_few_people_are_shown_only_to_those_who_handle_individuals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simpan(tmp_path, [angka(LB, 202601, 9)], waktu(202602, 2))
    ikm = registri()["ikm"]
    for peran, harap in (("pimpinan", "disembunyikan"), ("evaluator", "rata-rata 3,21 dari 100 jawaban")):
        lk = lingkup(monkeypatch, tmp_path, "2026-01", peran=peran)
        assert perbedaan._dua(lk, ikm, (321, 100), (330, 100))[0][0] == harap


@pytest.mark.parametrize("tabel", [n for n in KOLOM_TABEL if n != "jawaban"])
def test_what_a_correction_changes_for_single_employees_is_hidden_from_those_who_may_not_see_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tabel: str
) -> None:
    simpan(tmp_path, [angka(LB, 202601, 9)], waktu(202602, 2))
    beda = Beda(tabel, tabel, LB, 202601, 202603, "", "", 30_000, None, 20_000, None, 1)
    orang = ["pegawai", "skp_butir", "skp_penilaian", "skp_perilaku", "laporan_skp", "pelatihan", "gelombang"]
    for peran, lihat in (("pengelola", tabel not in orang), ("evaluator", tabel not in orang), ("kepegawaian", True)):
        baris = impor_koreksi._baris(lingkup(monkeypatch, tmp_path, "2026-01", peran=peran), beda)
        assert [isi != teks("id", "perbedaan.disembunyikan") for isi in baris[-2:]] == [lihat, lihat]
